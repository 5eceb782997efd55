"""Numbers in variables and locators: numeric and plural tests, ordinals, Roman numerals, and labels."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from refkit.csl.locale import Locale
from refkit.data.words.conjunctions import ALL_ANDS
from refkit.integers import LARGEST, read_int
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# A number with or without letters around it, or a small roman one; a single letter is one if it is i, v or x.
_ONE = r"(?:[^\W\d_]*+\d(?>(?:[^\W_]|/\d)*)|[ivxlcdm]{2,}|[ivx])"
_WORD = r",?\s+[^\W\d_]+\s+"
_NUMERIC = lazy_pattern(
    rf"\s*{_ONE}(?:(?:\s*\\?[-–&]+\s*|\s*,\s+|,?\s+and\s+|{_WORD})(?:{_ONE}|[^\W\d_]\b))*\s*"
)
_SEVERAL = lazy_pattern(
    rf"{_ONE}(?:\s*(?<!\\)[-–&]+\s*|\s*,\s+|{_WORD}){_ONE}|(?<!\w)\d+[-–][^\W\d_]+\b"
)
_CAPITAL_ROMAN = lazy_pattern(
    r"\b(?![CDLM]\b)(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b"
)
_LEADING = lazy_pattern(r"\d+")
_LONE_NUMBER = lazy_pattern(r"(?<![\w/])\d+(?![\w/])")
_COMMA_WORDS = lazy_pattern(r"[\s,]\s*([^\W\d_]{2,})\s+")

# Labels in locators and number fields, and their terms.
EMBEDDED_LABELS = {
    "app": "appendix",
    "art": "article-locator",
    "bk": "book",
    "ch": "chapter",
    "chap": "chapter",
    "col": "column",
    "fig": "figure",
    "fol": "folio",
    "l": "line",
    "ll": "line",
    "n": "note",
    "nn": "note",
    "no": "issue",
    "nos": "issue",
    "op": "opus",
    "p": "page",
    "pp": "page",
    "para": "paragraph",
    "pt": "part",
    "r": "rule",
    "rr": "rule",
    "sec": "section",
    "sv": "sub-verbo",
    "tab": "table",
    "v": "verse",
    "vv": "verse",
    "vol": "volume",
    "vols": "volume",
    "§": "section",
    "§§": "section",
    "¶": "paragraph",
    "¶¶": "paragraph",
}
_WORDS = "|".join(sorted(filter(str.isalpha, EMBEDDED_LABELS), key=len, reverse=True))
_BEFORE_NUMBER = r"\.?\s*(?=[^\W\d_]*\d|[ivxlcdm]+\b)"
_BEFORE_LOCATOR = r"\.?\s*(?=[^\W\d_]*\d|(?:[ivxlcdm]+|[IVXLCDM]+)\b)"
_EMBEDDED = lazy_pattern(rf"(?<![\w.])((?:{_WORDS})(?=\.)){_BEFORE_NUMBER}")
_IN_LOCATOR = lazy_pattern(rf"(?<![\w.])((?:{_WORDS})(?=\.)|[§¶]{{1,2}}){_BEFORE_LOCATOR}")

# The variables whose value may begin with any label, and the label that others may bring along ("vol. 3"). A style
# has labels of its own, so that one is not written again.
LABELLED = frozenset({"locator", "number"})
OWN_LABELS = {
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "chapter-number": "chapter",
    "part-number": "part",
    "section": "section",
}
_PUNCTUATION = " ,;&"
_LEADING_RANGE = lazy_pattern(r"\d+ ?[-\u2013]+ ?\d+(?=[.,;] )")


def is_numeric(text: str) -> bool:
    """Whether a text consists only of numbers (CSL 1.0.2, choose, `is-numeric`)."""
    if text.isdecimal():
        return True
    found = _NUMERIC.fullmatch(text)
    return found is not None and all(
        word in ALL_ANDS for word in _COMMA_WORDS.findall(text) if not _is_number(word)
    )


def _is_number(word: str) -> bool:
    return re.fullmatch(_ONE, word) is not None


@lru_cache(maxsize=4096)
def is_plural(text: str) -> bool:
    """Whether a text consists of several numbers."""
    return not text.isdecimal() and _SEVERAL.search(text) is not None and is_numeric(text)


def _with_small_roman(locator: str) -> str:
    """Return a locator with its Roman numerals in lower case, which are numbers: "ch. IV" is numeric like "ch. iv".

    The capitals in other variables can be anything, such as the volume of a work with series A, B and C.
    """
    return _CAPITAL_ROMAN.sub(lambda found: found[0].lower(), locator)


def is_numeric_value(text: str, variable: str) -> bool:
    """Whether the value of a variable is numeric: the numbers before its first label other than at its start.

    Labels may be any in a locator and in `number` and `page`; another variable may only have its own.
    """
    if variable == "locator":
        text = _with_small_roman(text)
    first = segments(text, variable == "locator")[0]
    if first.term not in ("", OWN_LABELS.get(variable)) and variable not in (*LABELLED, "page"):
        return False
    return is_numeric(first.text.rstrip(_PUNCTUATION))


def is_several(text: str, variable: str, own: str | None) -> bool:
    """Whether the label of a variable is plural: its value has several numbers, or several with the label `own`."""
    if text.isdecimal() and not variable.startswith("number-of-"):
        return False
    if variable.startswith("number-of-"):
        count = _LEADING.match(text)
        if count and read_int(count[0]) > 1 and is_numeric_value(text, variable):
            return True
    if variable == "locator":
        text = _with_small_roman(text)
    first, *rest = segments(text, variable == "locator")
    if variable not in LABELLED and first.term not in ("", own):
        return False
    repeated = rest and (first.term or own) == rest[0].term
    if variable == "page" and _LEADING_RANGE.match(first.text):
        return True  # whatever follows the range
    return bool(repeated) or is_plural(first.text.rstrip(_PUNCTUATION + "."))


@dataclass(slots=True, frozen=True)
class Segment:
    """Numbers with the label before them; the term is empty if there is no label."""

    term: str
    written: str
    text: str


@lru_cache(maxsize=1024)
def segments(text: str, symbols: bool = True) -> tuple[Segment, ...]:
    """Split a number text at its labels: "7, p. 3-8" is "7, " and "p." with "3-8".

    `symbols` is whether § and ¶ are labels, too, and labels may precede capital Roman numerals, as in locators.
    """
    found = list((_IN_LOCATOR if symbols else _EMBEDDED).finditer(text))
    if not found:
        return (Segment("", "", text),)
    cut = [Segment("", "", text[: found[0].start()])] if found[0].start() else []
    ends = [*(one.start() for one in found[1:]), len(text)]
    for one, end in zip(found, ends, strict=True):
        term = EMBEDDED_LABELS[one.group(1)]
        cut.append(Segment(term, one.group(), text[one.end() : end]))
    return tuple(cut)


def lead_label(text: str, symbols: bool = True) -> str:
    """Return the term of the label at the start of a text, or an empty string."""
    if text[:1].isdecimal():
        return ""
    return segments(text, symbols)[0].term


Ranges = Callable[[str], str]


def number_text(
    text: str,
    own_term: str,
    locale: Locale,
    ranges: Ranges,
    each: Ranges | None = None,
    symbols: bool = True,
    keeps_label: bool = False,
) -> str:
    """Return a number text with its ranges and labels in the form of the locale.

    `each` rewrites the numbers before the first other label (as ordinals, for example). A label at the start is left to
    the style, unless it is another one than that of the variable and `keeps_label`.
    """
    cut = segments(text.replace(" , ", ", "), symbols)
    written = ""
    own = own_term if keeps_label else cut[0].term or own_term
    for at, one in enumerate(cut):
        if one.term != own and (at or one.term):
            numbers = _with_small_roman(one.text) if symbols else one.text
            term = locale.term(one.term, "short", is_plural(numbers.rstrip(_PUNCTUATION)))
            written += f"{term} " if term else one.written
        body = ranges(one.text)
        written += each(body) if each and (not at or one.term == own) else body
    return written


def ordinal_writer(form: str, gender: str, locale: Locale) -> Ranges:
    """Return a function that rewrites each number of a text as an ordinal ("2nd") or long ordinal ("second")."""
    long = form == "long-ordinal"

    def one(found: re.Match[str]) -> str:
        number = read_int(found.group())
        word = locale.long_ordinal(number, gender) if long and number <= 10 else None
        if number >= LARGEST:  # only its last digits decide about the suffix
            number += read_int(found.group()[-2:])
            return f"{found.group()}{locale.ordinals.suffix(number, gender)}"
        return word or f"{number}{locale.ordinals.suffix(number, gender)}"

    return lambda text: _LONE_NUMBER.sub(one, text)


def roman_writer() -> Ranges:
    """Return a function that rewrites each number of a text in Roman numerals."""

    def one(found: re.Match[str]) -> str:
        number = read_int(found.group())
        return roman(number) if number < LARGEST else found.group()

    return lambda text: _LONE_NUMBER.sub(one, text)


_ROMAN_DIGITS = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in lower-case Roman numerals, and other numbers in digits."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, digits in _ROMAN_DIGITS:
        count, number = divmod(number, value)
        written += digits * count
    return written
