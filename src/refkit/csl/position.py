"""Positions of cites relative to earlier cites of the same item, in one scan over the document.

CSL 1.0.2, "Choose", `position`: a first cite is `first`, and any later one `subsequent`. One that directly
follows a cite of the same item is `ibid` or `ibid-with-locator`. One within `near-note-distance` notes of the
last cite of its item is also `near-note`. Citations in the text and citations in notes are two independent
sequences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from refkit.csl.cite import Cite, Cluster
from refkit.csl.context import Position
from refkit.records import dataclass, field


@dataclass(slots=True, frozen=True)
class CitePosition:
    """The position of a cite, whether a cite of its item is near, and the note of the first cite of its item.

    `first_note_of_cited` is the note of a first cite that later ones refer to.
    """

    position: Position = Position.FIRST
    near_note: bool = False
    first_note: int | None = None
    first_note_of_cited: int = field(default=0, compare=False)


@dataclass(slots=True)
class _Sequence:
    """The state of the scan for the citations in the text, or for those in notes."""

    cited: Counter[str]
    first_notes: dict[str, int] = field(default_factory=dict)
    last_notes: dict[str, int] = field(default_factory=dict)
    previous: Cluster | None = None
    clusters_in_note: int = 0

    def place(self, cite: Cite, before: Cite | None, note: int, near: int) -> CitePosition:
        first = self.first_notes.setdefault(cite.id, note)
        last = self.last_notes.get(cite.id)
        self.last_notes[cite.id] = note
        if last is None:
            return CitePosition(first_note_of_cited=note) if self.cited[cite.id] > 1 else FIRST
        return CitePosition(
            repeated(cite, before),
            0 <= note - last <= near,
            first if first and first != note else None,
        )

    def before_first_cite(self, cluster: Cluster) -> Cite | None:
        """Return the cite that the first cite of `cluster` directly follows, if it is unambiguous.

        In the same note, and in the text, that is the previous cite. A previous note must contain only that cite.
        A note without citations between the two also separates them.
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


FIRST = CitePosition()


class Scan:
    """A scan over the clusters of a document, which can continue when a cluster is added at the end.

    If no cite shows its position (`is_shown`), all cites count as first ones.
    """

    def __init__(self, near_note_distance: int = 5, is_shown: bool = True) -> None:
        self._near, self._is_shown = near_note_distance, is_shown
        self._cited: Counter[str] = Counter()
        self._text, self._notes = _Sequence(self._cited), _Sequence(self._cited)

    def expect(self, clusters: Iterable[Cluster]) -> None:
        """Announce the clusters, so that the scan knows which first cites are referred to."""
        self._cited.update(cite.id for cluster in clusters for cite in cluster.cites)

    def next(self, cluster: Cluster) -> tuple[CitePosition, ...]:
        """Return the positions of the cites of the next cluster."""
        if not self._is_shown:
            return (FIRST,) * len(cluster.cites)
        if cluster.resets_positions:
            self._text, self._notes = _Sequence(self._cited), _Sequence(self._cited)
        sequence = self._notes if cluster.note else self._text
        before = sequence.before_first_cite(cluster)
        found = []
        for cite in cluster.cites:
            if cite.author_only:  # an author in a sentence does not refer to the work
                found.append(FIRST)
                continue
            found.append(sequence.place(cite, before, cluster.note, self._near))
            before = cite
        if not (cluster.cites and all(cite.author_only for cite in cluster.cites)):
            sequence.pass_by(cluster)
        return tuple(found)


def repeated(cite: Cite, before: Cite | None) -> Position:
    """Return the position of a cite of an item that was cited before; `before` is the previous cite."""
    if before is None or before.id != cite.id:
        return Position.SUBSEQUENT
    if not before.locator:
        return Position.IBID_WITH_LOCATOR if cite.locator else Position.IBID
    if not cite.locator:
        return Position.SUBSEQUENT
    same = (before.locator, before.label or "page") == (cite.locator, cite.label or "page")
    return Position.IBID if same else Position.IBID_WITH_LOCATOR
