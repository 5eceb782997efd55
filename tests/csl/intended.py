"""Recognize the differences between refkit and citeproc-js that docs/csl-conformance.md lists as intended.

Each is a function that removes one difference from both texts, and applies only if the items, the cites or the style
show its cause. Texts that are equal after all of these differ as intended.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Record = Mapping[str, object]


@dataclass(slots=True)
class Case:
    """The items and the cites of a text, the style as XML, and the text of each processor."""

    records: Sequence[Record]
    cites: Sequence[Record]
    style: str
    ours: str
    theirs: str

    def values(self) -> Iterator[tuple[str, object]]:
        for record in self.records:
            yield from record.items()


Texts = tuple[str, str]
Recognizer = Callable[[Case], Texts]


def listed(case: Case) -> str:
    """Return the names of the intended differences that explain two texts, or "" if they do not."""
    for reason, applies in WHOLE.items():
        if applies(case):
            return reason
    found: list[str] = []
    for reason, recognize in RECOGNIZERS.items():
        texts = recognize(case)
        if texts != (case.ours, case.theirs):
            found.append(reason)
            case.ours, case.theirs = texts
    return ", ".join(found) if case.ours == case.theirs else ""


def _both(case: Case, change: Callable[[str], str]) -> Texts:
    return change(case.ours), change(case.theirs)


def _neither(case: Case) -> Texts:
    return case.ours, case.theirs


# -- differences that change much of a text -------------------------------------------------------

_PART_OF_WORD = re.compile(r'\w<span class="nocase">\w|<span class="nocase">[^<]*\w</span>\w')
_ZOTERO_LABEL = re.compile(r"^[A-Z][a-zA-Z ]*: ", re.MULTILINE)


def _has_others(case: Case) -> bool:
    return any(
        isinstance(value, list) and bool(value) and value[-1] == {"literal": "others"}
        for _, value in case.values()
    )


def _has_zotero_label(case: Case) -> bool:
    return any(_ZOTERO_LABEL.search(str(record.get("note", ""))) for record in case.records)


WHOLE: dict[str, Callable[[Case], bool]] = {
    "the name others": _has_others,
    "labels of Zotero's fields": _has_zotero_label,
}


# -- differences that can be removed --------------------------------------------------------------


def _nocase(case: Case) -> Texts:
    parts = any(_PART_OF_WORD.search(str(value)) for _, value in case.values())
    same = parts and case.ours.casefold() == case.theirs.casefold()
    return (case.theirs, case.theirs) if same else _neither(case)


def _brackets(case: Case) -> Texts:
    if 'class="note"' not in case.style:
        return _neither(case)
    return _both(case, lambda text: text.translate(str.maketrans("[]", "()")))


_INITIALS = re.compile(r"(?<=\b[^\W\d_])\.[ \u00a0\u202f-]+(?=[^\W\d_]\.)")


def _hyphens_of_initials(case: Case) -> Texts:
    """CSL 1.0.2, initialize-with-hyphen: compound given names are initialized with a hyphen."""
    givens = [
        str(name.get("given"))
        for _, value in case.values()
        if isinstance(value, list)
        for name in value
        if isinstance(name, dict)
    ]
    compound = [given for given in givens if "-" in given]
    if not compound:
        return _neither(case)

    def without_hyphens(text: str) -> str:
        for given in compound:
            text = text.replace(given, given.replace("-", " "))
        return _INITIALS.sub(".", text)

    return _both(case, without_hyphens)


_APART = re.compile(r"(?<=\d)[, ]+(?=[a-z]\b)")


def _year_suffixes(case: Case) -> Texts:
    """CSL 1.0.2, disambiguate-add-year-suffix: the suffix is appended to the year, without a delimiter of the date."""
    if "disambiguate-add-year-suffix" not in case.style:
        return _neither(case)
    return case.ours, _APART.sub("", case.theirs)


_QUOTE = re.compile("[\"'“”„‟‘’‚«»‹›]")
_TWO_QUOTES = re.compile("[“„«][“„«]")


def _nested_quotes(case: Case) -> Texts:
    """CSL 1.0.2, terms open-inner-quote and close-inner-quote: quotes in quotes are inner ones."""
    if not _TWO_QUOTES.search(case.theirs):
        return _neither(case)
    return _both(case, lambda text: _QUOTE.sub('"', text))


def _timestamps(case: Case) -> Texts:
    """CSL 1.0.2, appendix "Locators": `timestamp` is one, and a condition can test for it."""
    ours, theirs = case.ours, case.theirs
    for cite in case.cites:
        if cite.get("label") == "timestamp" and "timestamp" in case.style:
            locator = html.escape(str(cite.get("locator", "")).replace("-", "–"))
            theirs = theirs.replace(f", {locator}", f" {locator}")
            ours = ours.replace(f", {locator}", f" {locator}")
    return ours, theirs


def _suffixes_after_quotes(case: Case) -> Texts:
    """CSL 1.0.2, punctuation-in-quote: commas and periods after a quotation move inside."""
    if not any(str(cite.get("suffix", ""))[:1] in (",", ".") for cite in case.cites):
        return _neither(case)
    return _both(case, lambda text: re.sub("([,.])([”’»])(?= )", r"\2\1", text))


def _repeated_commas(case: Case) -> Texts:
    """Affixes of the style or the user that meet are no reason for two commas."""
    return case.ours, case.theirs.replace(",,", ",")


_ESCAPED_TAG = re.compile("&#60;(/?(?:sup|sub|i|b|sc))&#62;")


def _markup_of_numbers(case: Case) -> Texts:
    """CSL-JSON, "HTML-like formatting tags": they are allowed in all text variables."""
    return case.ours, _ESCAPED_TAG.sub(r"<\1>", case.theirs)


_ADDRESS = re.compile(r"\b[a-z]+://[^\s<]+", re.IGNORECASE)


def _case_of_addresses(case: Case) -> Texts:
    """CSL 1.0.2, "Title Case Conversion": words are capitalized; an address has no words."""
    if 'text-case="title"' not in case.style:
        return _neither(case)
    return _both(case, lambda text: _ADDRESS.sub(lambda found: found[0].lower(), text))


_LAYOUT = re.compile(r'<bibliography.*?<layout[^>]*suffix="([^"]*)"', re.DOTALL)


def _suffix_after_blocks(case: Case) -> Texts:
    """CSL 1.0.2, "Affixes": the suffix of cs:layout is rendered whatever display blocks are before it."""
    suffix = _LAYOUT.search(case.style)
    if suffix is None or "display=" not in case.style:
        return _neither(case)
    lost = not case.cites and case.ours == case.theirs + html.escape(suffix[1])
    return (case.theirs, case.theirs) if lost else _neither(case)


_AFTER_MARK = re.compile(r"(?<=[.;])((?:</?[a-z][^>]*>)*) ")


def _lost_spaces(case: Case) -> Texts:
    """CSL 1.0.2, "Affixes" and "Delimiter": a space in a suffix or delimiter of the style is rendered."""
    ours, theirs = _both(case, lambda text: _AFTER_MARK.sub(r"\1", text))
    longer = len(case.ours) > len(case.theirs)
    return (ours, theirs) if longer and ours == theirs else _neither(case)


_DELIMITER = re.compile("[;,] ")


def _lost_delimiters(case: Case) -> Texts:
    """CSL 1.0.2, "Delimiter": that of cs:layout separates cites, also those of which little is rendered."""
    ours, theirs = _both(case, lambda text: _DELIMITER.sub("", text))
    more = len(_DELIMITER.findall(case.ours)) > len(_DELIMITER.findall(case.theirs))
    lost = len(case.cites) > 1 and more and ours == theirs
    return (ours, theirs) if lost else _neither(case)


_LARGE_ROMAN = re.compile(r"\bm{4,}[cdlxvi]*\b", re.IGNORECASE)
_ROMAN = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}


def _roman_value(numeral: str) -> str:
    digits = [_ROMAN[letter] for letter in numeral.lower()]
    later = [*digits[1:], 0]
    return str(sum(-a if a < b else a for a, b in zip(digits, later, strict=True)))


def _large_roman_numerals(case: Case) -> Texts:
    """There are no Roman numerals above 3999; citeproc-js repeats the M, or omits the largest ones."""
    theirs = _LARGE_ROMAN.sub(lambda found: _roman_value(found[0]), case.theirs)
    for record in case.records if 'form="roman"' in case.style else ():
        volume = str(record.get("volume", ""))
        if volume.isdecimal() and int(volume) > 3999 and volume not in theirs:
            return _without_number(case.ours, volume), _without_number(theirs, volume)
    return case.ours, theirs


def _without_number(text: str, number: str) -> str:
    """Return a text without a number, and without the commas and spaces around it and around its place."""
    return re.sub(r"[ ,]+", " ", text.replace(number, ""))


def _ranges_of_locators(case: Case) -> Texts:
    """CSL 1.0.2, page-range-format: page ranges are expanded or collapsed, whichever dash they have."""
    if "page-range-format" not in case.style:
        return _neither(case)
    ours, theirs = case.ours, case.theirs
    for cite in case.cites:
        first, dash, last = str(cite.get("locator", "")).partition("–")
        if dash and first.isdecimal() and last.isdecimal():
            short = re.compile(rf"\b{first}–(\d+)\b")
            ours = short.sub(lambda m: f"{first}–{last}" if last.endswith(m[1]) else m[0], ours)  # noqa: B023
    return ours, theirs


_IDENTIFIED = frozenset(
    "bill dataset hearing legal_case legislation patent regulation report software standard treaty".split()
)


def _identifying_numbers(case: Case) -> Texts:
    """CSL 1.0.2, appendix "Number Variables": the number of a report identifies it; its hyphen is part of it."""
    ours, theirs = case.ours, case.theirs
    for record in case.records:
        number = str(record.get("number", ""))
        if record.get("type") in _IDENTIFIED and "-" in number:
            written = re.escape(html.escape(number)).replace(r"\-", "[-–]")
            labelled = re.compile(rf"(?:\b([Nn])os?\.?(?=[ \u00a0]{written}))|{written}")
            ours, theirs = (
                labelled.sub(lambda m: m[1] or m[0].replace("–", "-"), text)
                for text in (ours, theirs)
            )
    return ours, theirs


def _upright_parts(case: Case) -> Texts:
    """CSL 1.0.2, "Formatting": `normal` ends the formatting around it; markup without a visible effect is left out."""
    return _both(case, without_normal)


_SPAN = re.compile(r"<span[^>]*>|</span>")


def without_normal(text: str) -> str:
    """Return a text without the spans that set a font property to normal."""
    kept: list[str] = []
    opened: list[bool] = []
    at = 0
    for tag in _SPAN.finditer(text):
        kept.append(text[at : tag.start()])
        at = tag.end()
        if tag[0] == "</span>":
            shown = opened.pop() if opened else True
        else:
            shown = ":normal;" not in tag[0]
            opened.append(shown)
        kept.append(tag[0] if shown else "")
    return "".join([*kept, text[at:]])


_NAMES = ("author", "editor", "translator")


def _cites_without_names(case: Case) -> Texts:
    """CSL 1.0.2, "Cite Grouping": cites are grouped by rendered names; a cite without names has none to group by."""
    groups = re.search(r'collapse="year|cite-group-delimiter', case.style)
    labels = 'variable="citation-label"' in case.style
    unnamed = any(not any(map(record.get, _NAMES)) for record in case.records)
    if len(case.cites) < 2 or not groups or not (labels or unnamed):
        return _neither(case)
    return _both(case, lambda text: "|".join(sorted(re.split("[;,] ", text.strip("()[].")))))


def _titles_after_different_notes(case: Case) -> Texts:
    """CSL 1.0.2, `disambiguate`: its content is rendered if it distinguishes otherwise identical cites."""
    needed = ('disambiguate="true"', 'variable="first-reference-note-number"')
    if not all(part in case.style for part in needed):
        return _neither(case)

    def without_titles(text: str) -> str:
        for record in case.records:
            for title in (record.get("title-short"), record.get("title")):
                if title:
                    text = re.sub(rf"\W?(?:<i>)?{re.escape(str(title))}(?:</i>)?\W?,? ?", "", text)
        return re.sub(r"\W+", " ", text).casefold().strip()

    ours, theirs = _both(case, without_titles)
    return (ours, theirs) if ours == theirs else _neither(case)


_DELIMITER_BEFORE_AND = re.compile(r"[,;](?= (?:and|&#38;|und|et|y|e|и) )")


def _organizations(case: Case) -> Texts:
    """CSL 1.0.2, delimiter-precedes-last: it applies to all names."""
    lists = [value for _, value in case.values() if isinstance(value, list) and len(value) > 1]
    if not any(isinstance(one, dict) and "literal" in one for names in lists for one in names):
        return _neither(case)
    return _both(case, lambda text: _DELIMITER_BEFORE_AND.sub("", text))


def _events(case: Case) -> Texts:
    """CSL 1.0.2, appendix "Standard Variables": `event` is a deprecated name of `event-title`."""
    ours, theirs = case.ours, case.theirs
    titles = [str(record["event-title"]) for record in case.records if "event-title" in record]
    if 'variable="event"' in case.style and any(
        ours.count(title) > theirs.count(title) for title in titles
    ):
        same = len(_common(ours, theirs)) + len(_common(ours[::-1], theirs[::-1]))
        if same >= len(theirs):
            return theirs, theirs
    return ours, theirs


def _common(one: str, other: str) -> str:
    """Return the beginning that two texts share."""
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return one[:at]


RECOGNIZERS: dict[str, Recognizer] = {
    "parts of words with nocase": _nocase,
    "brackets in notes": _brackets,
    "hyphens of initials": _hyphens_of_initials,
    "year suffixes": _year_suffixes,
    "nested quotes": _nested_quotes,
    "timestamps": _timestamps,
    "suffixes after quotations": _suffixes_after_quotes,
    "repeated commas": _repeated_commas,
    "markup of numbers": _markup_of_numbers,
    "case of addresses": _case_of_addresses,
    "suffixes after blocks": _suffix_after_blocks,
    "Roman numerals": _large_roman_numerals,
    "ranges of locators": _ranges_of_locators,
    "identifying numbers": _identifying_numbers,
    "upright parts": _upright_parts,
    "organizations": _organizations,
    "events": _events,
    "cites without names": _cites_without_names,
    "lost spaces": _lost_spaces,
    "lost delimiters": _lost_delimiters,
    "titles after different notes": _titles_after_different_notes,
}
