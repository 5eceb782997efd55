"""Recognize identifiers and access dates, which are certain by their form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.data.words.months import certain_months
from refkit.data.words.roles import WORDS_OF_PHRASES
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

__all__ = ["FORCED", "correct", "token_class"]

# The labels of the sorts of token that can have only one label.
FORCED = {"doi": "doi", "url": "url", "isbn": "isbn"}

NUMBERS = [
    ("doi", rf"{patterns.DOI_START}.+"),
    (
        "",
        rf"https?://(?:dx\.)?doi\.org/{patterns.DOI_CUE}.+",
    ),  # labelled as a URL by some and as a DOI by others
    ("url", r"(?:https?://|ftp://|www\.).+"),
    ("isbn", patterns.ISBN_IN_TOKEN),
    ("arxiv", patterns.ARXIV_NUMBER + patterns.ARXIV_VERSION),
    ("old arxiv", patterns.ARXIV_OLD_IN_TOKEN),
    ("serial", patterns.ISSN_IN_TOKEN),
    ("year", r"(?:19|20)\d\d"),
    ("date", r"20\d\d-\d\d?-\d\d?|20\d\d年\d+月\d+日"),
    ("day", r"\d\d?(?:st|nd|rd|th)?"),
]
NUMBER = lazy_pattern(
    "|".join(rf"(?P<s{i}>(?:{pattern})\Z)" for i, (_, pattern) in enumerate(NUMBERS)), re.DOTALL
)
WORDS = {
    "arxiv cue": "arxiv eprint e-print preprint",
    "issn cue": "issn eissn pissn e-issn p-issn",
    "seen": "accessed retrieved visited viewed cited abgerufen aufgerufen abruf zugriff zugegriffen consulté consultée "
    "consultado consulta accedido accesso consultato geraadpleegd hämtad besøgt обращения",
    "filler": "on am le el il em op den at last zuletzt date of de del",
}
SORTS = {word: sort for sort, words in WORDS.items() for word in words.split()}
SORTS |= dict.fromkeys(WORDS_OF_PHRASES, "role")
EDGES = " \xa0\u202f.,;:()[]{}<>\"'“”„‟«»‹›‘’‚`*|/\\–—-"
LONGEST_DATE = 7  # tokens from "Accessed" to the year


def token_class(token: str) -> str:
    """Return the class of a token according to its form, or an empty string, as for most tokens."""
    word = token.strip(EDGES)
    if word.isalpha():
        lower = word.lower()
        return SORTS.get(lower) or ("month" if lower in certain_months() else "")
    found = NUMBER.match(word)
    return NUMBERS[int((found.lastgroup or "s0")[1:])][0] if found else SORTS.get(word.lower(), "")


def correct(labels: Sequence[str], sorts: Sequence[str]) -> list[str]:
    """Return the labels of a reference's tokens, corrected if the sorts of the tokens make them certain."""
    found = list(labels)
    for i, sort in enumerate(sorts):
        before = sorts[i - 1] if i else ""
        if sort == "old arxiv":
            found[i] = "arxiv"
        if (sort, before) in (
            ("arxiv", "arxiv cue"),
            ("old arxiv", "arxiv cue"),
            ("serial", "issn cue"),
        ):
            found[i - 1 : i + 1] = [before.split()[0]] * 2
        elif sort == "seen" and (count := length_of_date(sorts[i + 1 : i + LONGEST_DATE])):
            found[i : i + 1 + count] = ["accessed"] * (1 + count)
    return found


def length_of_date(sorts: Sequence[str]) -> int:
    """Return the number of tokens of an access date, or 0 if it has no year."""
    for count, sort in enumerate(sorts, 1):
        if sort == "date":
            return count
        if sort == "year":  # [cited 2020 May 5]
            after = next(
                (i for i, sort in enumerate(sorts[count:]) if sort not in ("month", "day")),
                len(sorts) - count,
            )
            return count + (after if count == 1 else 0)
        if sort not in ("day", "month", "filler", "seen"):
            return 0
    return 0
