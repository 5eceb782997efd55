"""Distinguish organizations from people, and split lists of organizations."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from refkit.data.countries import COUNTRIES
from refkit.data.given_names import GIVEN_NAMES
from refkit.data.news import AGENCIES, NEWSPAPERS
from refkit.data.words.conjunctions import ANDS, and_pattern
from refkit.data.words.organizations import (
    ACRONYMS,
    AMBIGUOUS_WORDS,
    CERTAIN_WORDS,
    COMPOUND_ENDINGS,
    DIVISION_WORDS,
    FIRST_WORDS,
    GROUP_WORDS,
    INNER_WORDS,
    ONE_WORD_NAMES,
    UNIVERSITY_WORDS,
)
from refkit.formats.text.read.person import (
    is_initial_word,
    is_initials,
    starts_with_initials,
    surname_first,
)
from refkit.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*\.?|\d+")
_AND = rf"(?:{and_pattern()}|&)"
_BETWEEN = lazy_pattern(rf"\s*(?:[,;]\s*{_AND}\s|\s{_AND}\s|[,;/])\s*")
_ACRONYM = lazy_pattern(
    r"[A-Z][A-Z0-9&/-]{1,7}\Z|[A-Z]\.(?:[A-Z]\.){2,}\Z|[A-Z][a-z]*[A-Z]{2,}[A-Za-z]*\Z"
)
# Endings of one-word names of organizations, mainly German: Umweltbundesamt, Innenministerium.
_COMPOUND = lazy_pattern(rf"\w{{3}}(?:{'|'.join(COMPOUND_ENDINGS)})\Z")
LONGEST = 400


# measured: each name is checked about three times, and a check takes 25 us
@lru_cache(maxsize=1024)
def is_organisation(name: str) -> bool:
    """Whether a single name is that of an organization, a news agency or a newspaper."""
    name = name.strip(" ,;:.")
    lower = name.lower()
    if lower in NEWSPAPERS or lower in AGENCIES or lower.removeprefix("the ") in NEWSPAPERS:
        return True
    if " " in lower and (lower in COUNTRIES or lower in ("great britain", "european union")):
        return True
    words = [word.lower().rstrip(".") for word in _WORD.findall(name[:LONGEST])]
    if not words:
        return False
    if len(words) == 1 or " " not in name:
        return _is_one_word(name, words)
    return _is_called_so(name, words)


def _is_one_word(name: str, words: list[str]) -> bool:
    """Whether a one-word name is that of an organization: Amnesty, Umweltbundesamt, UNESCO, Health-Council."""
    lower = name.lower()
    if lower in ONE_WORD_NAMES or _COMPOUND.search(lower):
        return True
    if len(words) > 1 and CERTAIN_WORDS & set(words) and "," not in name:
        return True
    return _ACRONYM.match(name) is not None and not (
        len(name) > 6 and name.isalpha() and name.isupper()
    )


def _is_called_so(name: str, words: list[str]) -> bool:
    """Whether two or more words are the name of an organization, judged by nouns and by function words."""
    ends = [word.rpartition("-")[2] for word in words]  # Robert Koch-Institut
    first, kinds = words[0], {*words, *ends}
    small = _of_inside(words)
    if _is_with_initials(name) and not (
        kinds & GROUP_WORDS or (kinds & CERTAIN_WORDS and _of_inside(words))
    ):
        return False
    if kinds & CERTAIN_WORDS and (
        len(words) > 2 or ends[-1] in CERTAIN_WORDS or first in CERTAIN_WORDS | FIRST_WORDS
    ):
        return True
    if _is_acronym_first(name):
        return True
    if first in ("the", "les", "los", "die") and len(words) > 1 and name[:1].isupper():
        return first != "die" or len(words) > 2
    if kinds & AMBIGUOUS_WORDS and (
        small or first in FIRST_WORDS or (len(words) > 2 and not kinds & ANDS)
    ):
        return True
    if any(char.isdigit() for char in name) and "," not in name:
        return True
    return small or (first in FIRST_WORDS and len(words) > 2 and "," not in name)


def _is_acronym_first(name: str) -> bool:
    """Whether an acronym precedes words joined by "and": NHS Wood and Stone."""
    first, *others = name.split()
    if len(others) < 3 or others[-2] not in ANDS or not others[-1][1:].islower() or "," in name:
        return False
    return (
        first.isalpha()
        and first.isupper()
        and 2 < len(first) < 5
        and others[0].lower() not in GIVEN_NAMES
    )


def _of_inside(words: list[str]) -> bool:
    return any(word in INNER_WORDS for word in words[1:-1])


def _is_with_initials(name: str) -> bool:
    """Whether a name contains initials, as in "Church, G. M." or "G. M. Church"."""
    words = name.replace(",", " ").split()
    ends = (words[0], words[-1])
    dotted = any("." in word and is_initial_word(word) for word in words)
    known = words[-1].rstrip(".").lower() in CERTAIN_WORDS or name.lower().startswith(
        ("u.s.", "u.k.", "u. s.")
    )
    return not known and (dotted or any(len(word) == 1 and word.isupper() for word in ends))


def organisations(text: str) -> list[str] | None:
    """Return the organizations in a list, or None if the text is not a list of organizations.

    Names of organizations can contain commas and "and" (Ministry of Health, Labour and Welfare): a name ends
    at one of them only if the full name of another organization follows.
    """
    text = text.strip(" ,;")
    if len(text) > 20 * LONGEST:
        return None
    gaps = list(_BETWEEN.finditer(text))
    pieces = _pieces(text, gaps)
    if _is_acronym_first(text):
        return [text]
    if any(_is_person(piece) for piece in pieces if not is_organisation(piece)) or _has_initials(
        pieces
    ):
        return None
    begins = is_organisation(pieces[0]) and (
        " " in pieces[0].strip() or all(is_organisation(piece) for piece in pieces)
    )
    if not begins and (";" in text or "," in text or not is_organisation(text)):
        return None
    found, start = [], 0
    for at, gap in enumerate(gaps):
        left = text[start : gap.start()]
        if gap[0].strip() == "," and _is_part_of(pieces[at + 1], left):
            continue
        if is_organisation(left) and _stands_alone(pieces[at + 1], ";" in gap[0] or "/" in gap[0]):
            found.append(left)
            start = gap.end()
    return [name.strip(" ,;") for name in (*found, text[start:]) if name.strip(" ,;")]


def _is_person(piece: str) -> bool:
    """Whether a piece is a name with initials, or only initials."""
    return is_initials(piece) or starts_with_initials(piece) or surname_first(piece) is not None


def _has_initials(pieces: list[str]) -> bool:
    """Whether a piece is initials after a family name rather than an acronym: Bach, PB."""
    return any(
        is_initials(piece)
        and piece.lower() not in ACRONYMS
        and " " not in before
        and not is_organisation(before)
        for before, piece in pairwise(pieces)
    )


def _pieces(text: str, gaps: list[re.Match[str]]) -> list[str]:
    ends = [*(gap.start() for gap in gaps), len(text)]
    return [
        text[start:end] for start, end in zip([0, *(gap.end() for gap in gaps)], ends, strict=True)
    ]


def _is_part_of(piece: str, left: str) -> bool:
    """Whether a division follows its ministry (Ministry of Fish, Division of Nets) or a university its institute."""
    first, begins = _first_word(left), _first_word(piece)
    if begins in DIVISION_WORDS:
        return begins != first and " " in left.strip()
    return first in DIVISION_WORDS and not UNIVERSITY_WORDS.isdisjoint(
        map(str.lower, _WORD.findall(piece[:LONGEST]))
    )


def _first_word(text: str) -> str:
    found = _WORD.search(text)
    return found[0].lower() if found is not None else ""


def _stands_alone(piece: str, divided: bool) -> bool:
    """Whether a piece begins a new organization's name rather than continuing the previous one."""
    words = [word.lower() for word in _WORD.findall(piece)]
    if not words or not is_organisation(piece):
        return False
    if divided or len(words) == 1:
        return True
    last_counts = words[-1] in CERTAIN_WORDS and words[-1] not in (
        "research",
        "office",
        "study",
        "department",
    )
    return last_counts or words[0] in CERTAIN_WORDS | FIRST_WORDS or _of_inside(words)
