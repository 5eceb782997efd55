"""Words without which a rule cannot report anything, so that most entries need not be visited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from refkit.model.entry import Entry

T = TypeVar("T")

# As cues: any character outside ASCII; names that are not ordinary, or are like those of examples
# (`refkit.lint.odd_names`).
NON_ASCII = "non-ascii"
ODD_NAMES = "odd-names"
LIKE_EXAMPLES = "like-examples"


def cue_texts(entries: Iterable[Entry]) -> list[str]:
    """Return the values of each entry in lower case, in one text with a line end before each value."""
    return ["\n".join(["", *(field.value for field in entry.fields)]).lower() for entry in entries]


def with_cues(
    cues: Collection[str], visited: Sequence[T], texts: Sequence[str], all_texts: str = ""
) -> list[T]:
    """Return the entries or items whose values contain one of the cues.

    `texts` are their `cue_texts`, and `all_texts` are these in one string, which saves joining them for each rule.
    """
    pairs = zip(visited, texts, strict=True)
    if NON_ASCII in cues:
        return [one for one, text in pairs if not text.isascii()]
    all_texts = all_texts or "".join(texts)
    present = [cue for cue in cues if cue in all_texts]
    if not present:
        return []
    return [one for one, text in pairs if any(cue in text for cue in present)]


class FieldTexts:
    """The values of single fields of entries with the same fields, as `with_cues` needs them."""

    __slots__ = ("_at", "entries")

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries
        self._at: dict[int, tuple[list[str], str]] = {}

    def at(self, place: int) -> tuple[list[str], str]:
        """Return the values of the fields at a place in lower case, each after a line end, and all of them."""
        known = self._at.get(place)
        if known is None:
            texts = [f"\n{entry.fields[place].value}".lower() for entry in self.entries]
            known = self._at[place] = texts, "".join(texts)
        return known
