"""Words without which a rule cannot report anything, so that most entries need not be visited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

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

    __slots__ = ("_entries", "_found", "_joined", "_texts")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._texts: list[str] = []
        self._joined: tuple[str, str] = ("", "")
        self._found: dict[frozenset[str], frozenset[Entry]] = {}

    def entries_with(self, cues: frozenset[str]) -> frozenset[Entry]:
        """Return the entries with a value that contains one of the cues."""
        known = self._found.get(cues)
        if known is None:
            self._read()
            known = self._found[cues] = frozenset(self._with_cues(cues))
        return known

    def _read(self) -> None:
        """Read the values of the entries, at the first search."""
        if not self._texts:
            texts = self._texts = [_text(f.value for f in entry.fields) for entry in self._entries]
            ascii_texts, others = (
                [text for text in texts if text.isascii() is is_ascii] for is_ascii in (True, False)
            )
            self._joined = "".join(ascii_texts), "".join(others)

    def _with_cues(self, cues: Collection[str]) -> Iterator[Entry]:
        """Yield the entries with one of the cues, perhaps several times.

        Most cues are in none of the entries; one search in all of them is faster than one in each, and a search in
        ASCII is faster than one in other text.
        """
        if NON_ASCII in cues:
            yield from (e for e, text in self._pairs() if not text.isascii())
            return
        ascii_text, other_text = self._joined
        for cue in cues:
            if cue in ascii_text or cue in other_text:
                yield from (entry for entry, text in self._pairs() if cue in text)

    def _pairs(self) -> Iterator[tuple[Entry, str]]:
        return zip(self._entries, self._texts, strict=True)


def _text(values: Iterable[str]) -> str:
    """Return values in lower case, in one text with a line end before each value."""
    return "\n".join(["", *values]).lower()
