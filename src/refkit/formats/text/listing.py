"""The result of finding references: the references, and the text among them that is not a reference."""

from __future__ import annotations

from typing import NamedTuple

from refkit.model.excerpt import Excerpt
from refkit.model.source import Span
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Reference:
    """One reference of a list.

    `excerpt.text` is the reference on one line, without line ends, end-of-line hyphens, page headers and its `marker`
    ("[1]", "12."). `repeated` is the author string that replaces a leading dash; the excerpt contains it. `key` is the
    cite key, if the document contains one.
    """

    excerpt: Excerpt
    marker: str = ""
    repeated: str = ""
    key: str = ""


class Unread(NamedTuple):
    """A part of the list that is not a reference, and why."""

    span: Span
    message: str


class Mention(NamedTuple):
    """A place in a note that refers to the reference with a number in the list, and the pages that it refers to."""

    span: Span
    reference: int
    locator: str = ""


@dataclass(slots=True, frozen=True)
class Listing:
    """All references of a document in order; `faults` are parts of the list that are not references.

    `mentions` are the short forms in notes, such as "Ebd., S. 14".
    """

    references: tuple[Reference, ...] = ()
    faults: tuple[Unread, ...] = ()
    mentions: tuple[Mention, ...] = ()
