"""Words without which a rule cannot report anything, so that most entries need not be visited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from refkit.model.entry import Entry

# As a cue: any character outside ASCII.
NON_ASCII = "non-ascii"


def cue_texts(entries: Iterable[Entry]) -> list[str]:
    """Return the values of each entry in lower case, in one text with a line end before each value."""
    return ["\n".join(["", *(field.value for field in entry.fields)]).lower() for entry in entries]


def entries_with(
    cues: Collection[str], entries: Sequence[Entry], texts: Sequence[str]
) -> list[Entry]:
    """Return the entries whose values contain one of the cues; `texts` are their `cue_texts`."""
    pairs = zip(entries, texts, strict=True)
    if NON_ASCII in cues:
        return [entry for entry, text in pairs if not text.isascii()]
    present = [cue for cue in cues if any(cue in text for text in texts)]
    if not present:
        return []
    return [entry for entry, text in pairs if any(cue in text for cue in present)]
