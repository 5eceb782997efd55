"""Find citations in body text: "(Smith & Doe, 2020a; Roe, 2019)", "Smith et al. (2020)", "[3-5, 8]".

Each result is certainly a citation, or is marked as unsure. Many other possible citations are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from refkit.data.cities import CITIES
from refkit.data.countries import COUNTRIES
from refkit.data.words.conjunctions import CERTAIN_ANDS, and_pattern
from refkit.data.words.months import months_of, seasons_of
from refkit.data.words.particles import particle_pattern
from refkit.integers import read_int
from refkit.lint.listed import folded
from refkit.patterns import lazy_pattern
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Cited:
    """A work cited by author and year; `start` and `end` are its position in the text.

    `words` are the folded words of the first author, `all_words` those of all authors. A citation that is not
    `sure` may be something else ("Vertigo (1958)").
    """

    shown: str
    words: tuple[str, ...]
    all_words: frozenset[str]
    year: int
    letter: str
    start: int
    end: int
    sure: bool = True


@dataclass(slots=True, frozen=True)
class Numbered:
    """A number cited in square brackets."""

    number: int
    start: int
    end: int


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩΆ-ΏА-ЯЁЄІЇҐ"
_WORD = rf"(?:[dDlL]['’])?[{_UPPER}][\w'’‐-]*+\.?"
_PARTICLE = rf"(?:{particle_pattern()})"
_ONE = rf"(?:{_PARTICLE}\s+){{0,3}}{_WORD}(?:\s+(?:{_WORD}|{_PARTICLE}(?=\s)|of|the|for|on|in|für)){{0,9}}"
_AND = rf"(?:{and_pattern()}|&(?:amp;)?)"
_OTHERS = r"(?:,?\s+(?:et\s+al|u\.\s?a|и\s+др|and\s+(?:others|colleagues))\b\.?)"
_NAMES = lazy_pattern(
    rf"({_ONE})((?:,?\s+{_AND}\s+{_ONE}|,\s+{_ONE}|\s?/\s?{_ONE}){{0,8}})({_OTHERS})?['’]?s?"
)
_YEAR = lazy_pattern(r"(?<![\w./:-])(1[6-9]\d\d|20\d\d)([a-z])?(?![\w/])(?!-\d)")
_GROUP = lazy_pattern(r"[(\[]([^()\[\]]{4,400})[)\]]")
_LEAD = lazy_pattern(
    r"(?i)^[\s,]*(?:(?:but\s+)?see(?:,?\s+(?:also|for\s+example|e\.\s?g\.?))?,?|e\.\s?g\.?,?|i\.\s?e\.?,?|cf\.?|compare|for\s+example,?"
    r"|for\s+a\s+review,?(?:\s+see)?|reviewed\s+(?:in|by)|adapted\s+from|(?:as\s+)?(?:cited|quoted)\s+(?:in|by)|from|after|following|also|and|&"
    r"|vgl\.?|siehe|s\.|zit\.?\s+nach|voir|véase|ver)\s+"
)
# "Smith, 1999, as cited in Doe, 2021": the list need not have what the author did not see.
_SECOND_HAND = lazy_pattern(
    r"(?i)(?:cited|quoted|qtd\.?|mentioned|reprinted)\s+(?:in|by)\b|\bzit\w*\.?\s+(?:nach|in)\b|\bapud\b|cit[ée]e?\s+(?:par|dans)\b"
)
_CERTAIN_AND = rf"(?:{and_pattern(CERTAIN_ANDS)}|&|y)"
_PAIR = lazy_pattern(rf"[\s,]*(?:{_CERTAIN_AND}\s*)?$")
_ENDS = lazy_pattern(rf"\s*(?:[,:]|{_CERTAIN_AND}\b|(?:pp?|S|ch|chap|§)\b|\Z)")
_JOINING = CERTAIN_ANDS | {"al", "&", "&amp;", "y", "colleagues", "others"}
# Words before a year in brackets that are not authors.
_NO_AUTHOR = frozenset(
    "figure fig table tab section sec chapter chap ch "
    "appendix equation eq box version v circa ca c since until before after around about vol volume no number "
    "p pp page pages note source sources photo image map act directive regulation law art article case "
    "resolution convention treaty amendment bill the a an in on at by from for of to as year years ad bc ce fy "
    "q1 q2 q3 q4 copyright monday tuesday wednesday thursday friday saturday sunday est founded born died "
    "updated accessed retrieved personal communication iso din rfc".split()
)
# Languages of months before a year in brackets; Mayo is a family name.
_LANGUAGES = ("en", "de", "fr", "it", "pt", "nl", "sv", "da", "no", "ru", "uk")

_OPENING = frozenset(
    "in on at by from for of to as see and but both while when where since although though unlike following however "
    "moreover furthermore additionally finally also similarly likewise thus hence therefore yet because indeed if "
    "after before like whereas with within according here this that these those then later earlier the later "
    "meanwhile instead nevertheless nonetheless still so even only today overall".split()
)
# Verbs for people, not for films: "Vertigo (1958) shows" is not a citation.
_SAID = lazy_pattern(
    r"\s*(?:(?:also|have|has|had|first|later|recently|further|thus|then|both)\s+)?(?:argu|found|find|suggest|note[sd]?\b|report|"
    r"demonstrat|propos|claim|discuss|observ|stat(?:e[sd]|ing)\b|conclud|examin|investigat|stud(?:y|ied)\b|estimat|contend|assert|"
    r"maintain|review|survey|caution|warn|measur|test|hypothesi|recommend|(?:dis)?agree|criti[cq]|summari|analy[sz]|compar)"
)
_BY = lazy_pattern(
    r"(?:\bby|\bsee|according\s+to|\bfollowing|work\s+of|\bin\s+line\s+with|\bas\s+in)\s+$",
    re.IGNORECASE,
)
_NUMBERS = lazy_pattern(
    r"(?i)\[\s*(\d{1,4}(?:\s*[-–—,;]\s*\d{1,4}){0,30})\s*"
    r"(?:,\s*(?:pp?|S|Kap|ch|sec|fig|theorem|eq)\b[^\[\]]{0,40})?\]"
)
_RANGE = lazy_pattern(r"(\d+)(?:\s*[-–—]\s*(\d+))?")
_LOOK_BACK = 120


def author_date(text: str) -> Iterator[Cited]:
    """Yield the works cited by author and year."""
    for group in _GROUP.finditer(text):
        start = group.start(1)
        if _YEAR.match(text, start + len(group[1]) - len(group[1].lstrip())):
            yield from _narrative(text, group)
        elif _YEAR.search(group[1]):
            at = start
            for part in group[1].split(";"):
                yield from _parenthetical(text, at, at + len(part))
                at += len(part) + 1


def _parenthetical(text: str, start: int, end: int) -> Iterator[Cited]:
    """part = [lead] names [","] year ("," year)* ["," names year]* [locator]"""
    second_hand = _SECOND_HAND.search(text, start, end)
    start = second_hand.end() if second_hand else start
    names, at, begin = "", start, start
    words: tuple[str, ...] = ()
    for year in _YEAR.finditer(text, start, end):
        between = text[at : year.start()]
        if at == start or not _PAIR.match(between):
            names = _names_in(between)
            words = _first_author(names)
            begin = text.rfind(names, at, year.start()) if names else year.start()
        if words and _ENDS.match(text, year.end(), end):
            sure = not _may_be_no_author(names)
            letter, stop = year[2] or "", year.end()
            yield Cited(
                _one_line(names),
                words,
                _all_words(names),
                read_int(year[1]),
                letter,
                begin,
                stop,
                sure,
            )
        at = year.end()


def _names_in(text: str) -> str:
    """Return the names before a year, or an empty string if there is other text."""
    while (lead := _LEAD.match(text)) is not None:
        text = text[lead.end() :]
    text = text.strip().strip(",:").strip()
    return text if len(text) <= _LOOK_BACK and _NAMES.fullmatch(text) else ""


def _first_author(names: str) -> tuple[str, ...]:
    """Return the folded words of the first of several names, or none if it is not an author."""
    found = _NAMES.fullmatch(names) if names else None
    if found is None:
        return ()
    first = re.split(rf"\s+{_AND}\s+", found[1])[0]
    words = tuple(word for word in folded(first).split() if len(word) > 1 and not word.isdecimal())
    if any(map(_is_no_author, words[:1] + words[-1:])) and not found[3]:
        return ()
    return words


def _is_no_author(word: str) -> bool:
    return word in _NO_AUTHOR or word in _months_and_seasons()


@cache
def _months_and_seasons() -> frozenset[str]:
    names = months_of(*_LANGUAGES, short=False).keys() | months_of("en").keys() | seasons_of("en")
    return frozenset(map(folded, names))


def _may_be_no_author(name: str) -> bool:
    """Whether a name in brackets may be a city, a state or a law: "(Vienna, 1912)", "(GDPR, 2016)"."""
    lower = name.lower()
    return (
        lower in CITIES
        or lower in COUNTRIES
        or (name.isupper() and name.isalpha() and len(name) <= 6)
    )


def _all_words(names: str) -> frozenset[str]:
    return frozenset(
        word for word in folded(names).split() if len(word) > 1 and word not in ("et", "al", "and")
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _narrative(text: str, group: re.Match[str]) -> Iterator[Cited]:
    """names "(" year ("," year)* [locator] ")" """
    names, begin, sure = _names_before(text, group.start())
    words = _first_author(names)
    if not words or _SECOND_HAND.search(group[1]):
        return
    said = bool(
        sure or _SAID.match(text, group.end()) or _BY.search(text, max(0, begin - 20), begin)
    )
    said = said and not _may_be_no_author(names)
    at = group.start(1)
    for year in _YEAR.finditer(text, at, group.end(1)):
        if at != group.start(1) and not _PAIR.match(text, at, year.start()):
            return
        if at == group.start(1) and text[year.end() : year.end() + 1] in "–—-":
            return  # the years of a life or a reign
        letter, end = year[2] or "", year.end()
        yield Cited(
            _one_line(names), words, _all_words(names), read_int(year[1]), letter, begin, end, said
        )
        at = year.end()


def _names_before(text: str, end: int) -> tuple[str, int, bool]:
    """Return the names directly before a bracket, their position, and whether they are certainly names."""
    tail = text[max(0, end - _LOOK_BACK) : end]
    tokens = list(re.finditer(r"\S+", tail))
    first = len(tokens)
    while first and _is_part(tokens[first - 1][0], first == len(tokens)):
        first -= 1
    while first < len(tokens) and _opens(tokens[first][0]):
        first += 1
    if first == len(tokens):
        return "", end, False
    names = re.sub(r"['’]s?$", "", tail[tokens[first].start() :].rstrip())
    joined = re.search(rf"\s(?:{_AND}\s|et\s+al|and\s+colleagues)", names)
    if not joined and "," in names:
        comma = names.rfind(",")
        names = names[comma + 1 :].lstrip()
    begin = text.rfind(names, max(0, end - _LOOK_BACK), end) if names else end
    return names, begin, bool(joined)


def _is_part(token: str, last: bool) -> bool:
    """Whether a word may belong to the names before a year in brackets."""
    if token.rstrip(".,") in _JOINING:
        return True
    if re.fullmatch(_PARTICLE, token):
        return not last
    bare = token[:-1] if token.endswith(",") else token
    if bare.endswith("."):
        return False
    return re.fullmatch(_WORD, bare) is not None


def _opens(token: str) -> bool:
    """Whether a word begins a sentence and is not a name: "However, Smith and Doe (2020)"."""
    bare = token.rstrip(",").lower()
    return (
        bare in _OPENING
        or bare in ("and", "&", "et", "al.")
        or bare.endswith("ly")
        or not token[:1].isalpha()
    )


def numbers(text: str) -> Iterator[Numbered]:
    """Yield the numbers cited in square brackets, each at its first citation, with ranges expanded."""
    seen: set[int] = set()
    for group in _NUMBERS.finditer(text):
        before = text[max(0, group.start() - 3) : group.start()]
        cited = _told_out(group[1])
        if cited <= seen or 0 in cited or re.search(r"[=<>≤≥∈^_+*/]\s*\Z|\b\w\Z|\d\Z", before):
            continue
        for number in sorted(cited - seen):
            yield Numbered(number, group.start(), group.end())
        seen |= cited


@lru_cache(1024)
def _told_out(written: str) -> frozenset[int]:
    found: set[int] = set()
    for low, high in _RANGE.findall(written):
        if high and read_int(low) < read_int(high) <= read_int(low) + 200:
            found.update(range(read_int(low), read_int(high) + 1))
        else:
            found.update(map(int, filter(None, (low, high))))
    return frozenset(found)
