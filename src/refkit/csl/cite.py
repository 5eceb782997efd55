"""What a document cites: a cite of one item, a cluster of cites in one place."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.context import Position
from refkit.records import dataclass, field


@dataclass(slots=True, frozen=True)
class Cite:
    """One reference to one item inside a citation.

    `label` is the locator's term ("page", "chapter" ...), the empty string means page. `position`,
    `near_note` and `first_note` are worked out from the document and need not be given; a given one is
    taken as it is where a cluster is rendered on its own.
    """

    id: str
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: Position | None = None
    near_note: bool = False
    first_note: int | None = None


@dataclass(slots=True, frozen=True)
class Cluster:
    """The cites of one citation: what stands between one pair of brackets, or in one note.

    `note` is the number of the note that the citation stands in, 0 for the text. A `composite`
    citation names the author in the sentence and puts the rest in its usual form: "Doe (2000)".
    """

    cites: Sequence[Cite] = field(default=())
    note: int = 0
    composite: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "cites", tuple(self.cites))
