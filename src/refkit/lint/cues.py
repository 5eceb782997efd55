"""Words without which a rule cannot report anything, so that most entries need not be visited."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import Generic, TypeVar

# As cues: any character outside ASCII; names that are not ordinary, or are like those of examples
# (`refkit.lint.odd_names`).
NON_ASCII = "non-ascii"
ODD_NAMES = "odd-names"
LIKE_EXAMPLES = "like-examples"
NAME_CUES = frozenset((ODD_NAMES, LIKE_EXAMPLES))

# Fields that no rule with words as cues reads, unless it names them.
UNREAD = frozenset(("abstract", "annote", "comment", "file", "keyword", "keywords"))

T = TypeVar("T", bound=Hashable)


def cues_in(words: Collection[str], values: Iterable[str]) -> list[str]:
    """Return the words in lower case that occur in the values of a field or an entry."""
    text = joined(values)
    return [word for word in words if word in text]


def joined(values: Iterable[str]) -> str:
    """Return values in lower case, in one text with a line end before and after each value."""
    return "\n".join(["", *values, ""]).lower()


class Texts(Generic[T]):
    """The values of many fields or entries, which are searched together for the cues of rules.

    Most cues are in none of the values; one search in all of them is faster than one in each, and a search in ASCII
    is faster than one in other text.
    """

    __slots__ = ("_ascii", "_found", "_others")

    def __init__(self, texts: Iterable[tuple[T, str]]) -> None:
        """Take texts made by `joined`, and the objects that they belong to."""
        parts: tuple[list[tuple[T, str]], list[tuple[T, str]]] = ([], [])
        for owner, text in texts:
            parts[text.isascii()].append((owner, text))
        self._others, self._ascii = (("".join([text for _, text in part]), part) for part in parts)
        self._found: dict[frozenset[str], frozenset[T]] = {}

    def with_cues(self, cues: frozenset[str]) -> frozenset[T]:
        """Return the objects with a value that contains one of the cues; rules with the same cues share the search."""
        known = self._found.get(cues)
        if known is None:
            known = self._found[cues] = frozenset(self._search(cues))
        return known

    def _search(self, cues: frozenset[str]) -> set[T]:
        if NON_ASCII in cues:
            return {owner for owner, _ in self._others[1]}
        found: set[T] = set()
        in_ascii = [cue for cue in cues if cue.isascii()]
        for (text, parts), possible in ((self._ascii, in_ascii), (self._others, cues)):
            for cue in possible:
                if cue in text:
                    found.update([owner for owner, value in parts if cue in value])
        return found
