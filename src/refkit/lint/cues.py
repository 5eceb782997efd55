"""Words without which a rule cannot report anything, so that most entries need not be visited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from refkit.model.entry import Entry

# As cues: any character outside ASCII; names that are not ordinary, or are like those of examples
# (`refkit.lint.odd_names`).
NON_ASCII = "non-ascii"
ODD_NAMES = "odd-names"
LIKE_EXAMPLES = "like-examples"


def has_cue(cues: Collection[str], value: str) -> bool:
    """Whether the value of a field contains one of the cues."""
    if NON_ASCII in cues:
        return not value.isascii()
    return bool(cues_in(cues, (value,)))


def cues_in(words: Collection[str], values: Iterable[str]) -> list[str]:
    """Return the words in lower case that occur in the values of a field or an entry."""
    text = _text(values)
    return [word for word in words if word in text]


class CueFinder:
    """Finds the entries of a block that contain cues; rules with the same cues share the search."""

    __slots__ = ("_entries", "_found", "_texts")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._texts: list[str] = []
        self._found: dict[frozenset[str], frozenset[Entry]] = {}

    def entries_with(self, cues: frozenset[str]) -> frozenset[Entry]:
        """Return the entries with a value that contains one of the cues."""
        known = self._found.get(cues)
        if known is None:
            if not self._texts:
                self._texts = [_text(f.value for f in entry.fields) for entry in self._entries]
            found = (self._entries[number] for number in _with_cues(cues, self._texts))
            known = self._found[cues] = frozenset(found)
        return known


def _text(values: Iterable[str]) -> str:
    """Return values in lower case, in one text with a line end before each value."""
    return "\n".join(["", *values]).lower()


def _with_cues(cues: Collection[str], texts: Sequence[str]) -> list[int]:
    """Return the numbers of the texts that contain one of the cues."""
    if NON_ASCII in cues:
        return [number for number, text in enumerate(texts) if not text.isascii()]
    # Most cues are in none of the texts; one search in all of them is faster than one in each.
    all_texts = "".join(texts)
    present = [cue for cue in cues if cue in all_texts]
    numbers = {number for cue in present for number, text in enumerate(texts) if cue in text}
    return sorted(numbers)
