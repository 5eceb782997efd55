"""Remove the marks around titles, publishers and places that citation styles add."""

from __future__ import annotations

import re

from refkit.data.words.organizations import ABBREVIATIONS, COMPANY_FORMS
from refkit.patterns import lazy_pattern

_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", '"': '"', "'": "'", "‹": "›", "《": "》", "「": "」",
    "『": "』", "`": "'’",
}  # fmt: skip
_EDGES = " ,;:/|*_\t"
_ABBREVIATED = lazy_pattern(
    rf"(?:\.\w{{1,3}}|\b(?:{'|'.join(ABBREVIATIONS)}|etc|Jr|St|vol|Vol|no|No))\Z|\.\.\Z"
)
_IN = lazy_pattern(
    r"[\s(\[“\"]*(?:[Ii]n|IN|[Dd]ans|[Ee]n|[Ee]m|[Nn]el|W|w)\s*:\s*|\s*(?:in|In|IN|Dans|dans|Em|In\.)\s+(?=[^\W\d_a-z]|the\b|[“\"„«‘\d])"
    r"|\s*//\s*|\s*В (?:кн|сб)\.:?\s*"
)
_SHORT_WORD = lazy_pattern(r"\b[^\W\d_]{1,7}\.(?=\s|\S)")


def tidy_title(text: str) -> str:
    """Remove quotation marks, brackets and the full stop around a title; marks inside are kept."""
    title = " ".join(text.split()).strip(_EDGES)
    for _ in range(4):
        bare = _unquoted(_unstopped(title)).strip(_EDGES)
        if bare == title:
            break
        title = bare
    return title


def tidy_container(text: str) -> tuple[str, bool]:
    """Return a tidied container title and whether "In" preceded it; abbreviations keep their full stop."""
    found = _IN.match(text)
    title = text[found.end() :] if found is not None else text
    title = " ".join(title.split()).strip(_EDGES)
    stopped = (
        title.endswith(".")
        and _SHORT_WORD.search(title[:-1]) is not None
        and not title.endswith("..")
    )
    bare = tidy_title(title)
    return bare + "." * (stopped and bare[-1:].isalpha()), found is not None


_COMPANY = lazy_pattern(rf"\b(?:{'|'.join(COMPANY_FORMS)}|Co|Bros|Cia|Cie)\.\W*\Z")


def tidy_house(text: str) -> str:
    """Remove the marks around a publisher's name, except the full stop of Inc. and Co."""
    house = tidy_title(text)
    return f"{house}." if _COMPANY.search(text) and house[-1:].isalpha() else house


def tidy_place(text: str) -> str:
    """Remove the marks around a place, except the full stop of Frankfurt a. M. and Washington, D.C."""
    place = " ".join(text.split()).strip(" ,;:").lstrip('."” ')
    if place.count("(") != place.count(")") or place[:1] in "([":
        place = place.strip("()[]")
    if re.search(r"\b\w\.\Z", place):
        return place
    place = place.rstrip(".")
    return place.rstrip(")]") if place.count("(") < place.count(")") else place


def _unstopped(title: str) -> str:
    if not title.endswith(".") or title.endswith("..."):
        return title
    bare = title.rstrip(". ")
    return title if _ABBREVIATED.search(bare) and "." in bare[-4:] else bare


def _unquoted(title: str) -> str:
    """Remove a pair of marks around the whole title, or a single unpaired mark."""
    if len(title) < 2:
        return title
    if title.startswith(("``", "''", ",,")):
        return title[2:].removesuffix("''").removesuffix("``").removesuffix("“")
    first, last = title[0], title[-1]
    if last in _PAIRS.get(first, ""):
        inside = title[1:-1]
        paired = first == last and inside.count(first) % 2 == 0 and not _reopens(inside, first)
        return inside if last not in inside or paired else title
    if first == "(" and last == ")" and title.find(")") == len(title) - 1:
        return title[1:-1]
    return _unpaired(title, first, last)


def _reopens(inside: str, mark: str) -> bool:
    """Whether the first mark is closed before the end of the text: "A" and "B"."""
    at = inside.find(mark)
    return at > 0 and inside[at - 1] != " "


def _unpaired(title: str, first: str, last: str) -> str:
    """Remove an unpaired mark at one end."""
    closing = _PAIRS.get(first, "")
    if closing and first not in "'`" and not any(mark in title[1:] for mark in closing):
        return title[1:]
    opened = any(
        mark in title for mark, closing in _PAIRS.items() if last in closing and mark != last
    )
    if last in '”»"' and title.count(last) == 1 and not opened:
        return title[:-1]
    if last in "([":
        return title[:-1]
    if (last == ")" and "(" not in title) or (last == "]" and "[" not in title):
        return title[:-1]
    return title[1:] if first in ").]" else title
