"""Citations of a document: a cite of one item, and a cluster of cites at one position."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from refkit.csl.context import Position
from refkit.records import dataclass, field


@dataclass(slots=True, frozen=True)
class Cite:
    """A reference to one item in a citation.

    `label` is the term of the locator ("page", "chapter" ...); an empty string means page. The processor
    determines `position`, `near_note` and `first_note` from the document. Given values are used if a cluster is
    rendered by itself. An id or a locator may be given as an integer.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            id: str | int,  # noqa: A002 - the name of the field
            locator: str | int = "",
            label: str = "",
            prefix: str = "",
            suffix: str = "",
            suppress_author: bool = False,
            author_only: bool = False,
            position: Position | None = None,
            near_note: bool = False,
            first_note: int | None = None,
        ) -> None: ...

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

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", str(self.id))
        object.__setattr__(self, "locator", str(self.locator).strip())


@dataclass(slots=True, frozen=True)
class Cluster:
    """The cites of one citation: the content of one pair of brackets, or of one note.

    A cite may be given as the id of its item, a text or an integer.
    `note` is the number of the note with the citation, or 0 for a citation in the text. A `composite` citation has
    the author in the sentence and the rest in the usual form: "Doe (2000)", and `infix` between the two: "Doe's claim
    (2000)". In a note style, the author is in `Rendered.authors` and the citation is the rest, for the note.
    `resets_positions` starts a chapter: all items count as not cited before.
    """

    cites: Sequence[Cite] = field(default=())
    note: int = 0
    composite: bool = False
    infix: str = ""
    resets_positions: bool = False

    if TYPE_CHECKING:

        def __init__(
            self,
            cites: str | int | Cite | Sequence[str | int | Cite] = (),
            note: int = 0,
            composite: bool = False,
            infix: str = "",
            resets_positions: bool = False,
        ) -> None: ...

    def __post_init__(self) -> None:
        given: str | int | Cite | Sequence[str | int | Cite] = self.cites
        several = (given,) if isinstance(given, (str, int, Cite)) else given
        object.__setattr__(self, "cites", tuple(map(_cite_of, several)))

    @property
    def narrative(self) -> str | None:
        """The text between the author and the rest of a composite citation, otherwise None."""
        return self.infix if self.composite else None


def _cite_of(given: str | int | Cite) -> Cite:
    if isinstance(given, Cite):
        return given
    if isinstance(given, (str, int)):
        return Cite(given)
    raise TypeError(f"a cite is a Cite or the id of an item, not {type(given).__name__}")
