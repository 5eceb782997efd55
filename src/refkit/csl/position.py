"""Where each cite stands to the earlier ones of its item: one scan over the document.

CSL 1.0.2, "Choose", `position`: a first cite is `first`, any later one `subsequent`; one that follows a
cite of the same item at once is `ibid` or `ibid-with-locator`; one within `near-note-distance` notes of
the last cite of its item is also `near-note`. Citations in the text and citations in notes are two
sequences that do not see each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from refkit.csl.cite import Cite, Cluster
from refkit.csl.context import Position


@dataclass(slots=True, frozen=True)
class Place:
    """A cite's position, whether a cite of its item is near, and the note of the item's first cite.

    `anchor` is the note of a first cite that later ones refer back to.
    """

    position: Position = Position.FIRST
    near_note: bool = False
    first_note: int | None = None
    anchor: int = field(default=0, compare=False)


@dataclass(slots=True)
class _Sequence:
    """What the scan remembers of the citations in the text, or of those in notes."""

    cited: Counter[str]
    first_notes: dict[str, int] = field(default_factory=dict)
    last_notes: dict[str, int] = field(default_factory=dict)
    previous: Cluster | None = None
    clusters_in_note: int = 0

    def place(self, cite: Cite, before: Cite | None, note: int, near: int) -> Place:
        first = self.first_notes.setdefault(cite.id, note)
        last = self.last_notes.get(cite.id)
        self.last_notes[cite.id] = note
        if last is None:
            return Place(anchor=note) if self.cited[cite.id] > 1 else FIRST
        return Place(
            repeated(cite, before),
            0 <= note - last <= near,
            first if first and first != note else None,
        )

    def before_first_cite(self, cluster: Cluster) -> Cite | None:
        """The cite that the first cite of `cluster` follows at once, if a reader can tell.

        In the same note, and in the text, that is the last cite before it. A note before must hold
        that cite and no other; a note without citations between the two breaks the line as well.
        """
        previous = self.previous
        if previous is None or not previous.cites:
            return None
        if cluster.note == previous.note:
            return previous.cites[-1]
        alone = len(previous.cites) == 1 and self.clusters_in_note == 1
        return previous.cites[0] if alone and cluster.note == previous.note + 1 else None

    def pass_by(self, cluster: Cluster) -> None:
        same_note = self.previous is not None and self.previous.note == cluster.note
        self.clusters_in_note = self.clusters_in_note + 1 if same_note else 1
        self.previous = cluster


FIRST = Place()


def places(clusters: Sequence[Cluster], near_note_distance: int = 5) -> Iterator[tuple[Place, ...]]:
    """Yields the places of each cluster's cites, in the order of the document."""
    cited = Counter(cite.id for cluster in clusters for cite in cluster.cites)
    text, notes = _Sequence(cited), _Sequence(cited)
    for cluster in clusters:
        sequence = notes if cluster.note else text
        before = sequence.before_first_cite(cluster)
        found = []
        for cite in cluster.cites:
            found.append(sequence.place(cite, before, cluster.note, near_note_distance))
            before = cite
        sequence.pass_by(cluster)
        yield tuple(found)


def repeated(cite: Cite, before: Cite | None) -> Position:
    """The position of a cite of an item that was cited before; `before` is the cite right before it."""
    if before is None or before.id != cite.id:
        return Position.SUBSEQUENT
    if not before.locator:
        return Position.IBID_WITH_LOCATOR if cite.locator else Position.IBID
    if not cite.locator:
        return Position.SUBSEQUENT
    same = (before.locator, before.label or "page") == (cite.locator, cite.label or "page")
    return Position.IBID if same else Position.IBID_WITH_LOCATOR
