"""What a reader finds in a text: its references, and what stood among them and is none."""

from __future__ import annotations

from typing import NamedTuple

from refkit.model.excerpt import Excerpt
from refkit.model.source import Span
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Reference:
    """One reference of a list.

    `excerpt.text` is the reference on one line: line ends, hyphens at them, page heads and its `marker`
    ("[1]", "12.") are left out. `repeated` is the author string that a leading dash stands for; the
    excerpt holds it in the place of the dash. `key` is the cite key where the document gives one.
    """

    excerpt: Excerpt
    marker: str = ""
    repeated: str = ""
    key: str = ""


class Unread(NamedTuple):
    """A part of the list that is no reference, and why."""

    span: Span
    message: str


@dataclass(slots=True, frozen=True)
class Listing:
    """All references of a document in their order; `faults` are parts of the list that are none."""

    references: tuple[Reference, ...] = ()
    faults: tuple[Unread, ...] = ()
