"""The output tree: what rendering an item gives before it becomes text in some markup."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Tag(Enum):
    """What a node stands for, where a later step has to find it."""

    NAMES = "names"
    DATE = "date"
    YEAR = "year"
    YEAR_SUFFIX = "year-suffix"
    CITATION_NUMBER = "citation-number"
    LOCATOR = "locator"
    LABEL = "label"
    TITLE = "title"
    CITE = "cite"
    ENTRY = "entry"


@dataclass(slots=True, frozen=True)
class Look:
    """How a node is dressed; made once when a style is compiled and shared by all its nodes.

    Attribute values are CSL's own (CSL 1.0.2, sections "Formatting", "Affixes", "Text-case",
    "Quotes", "Strip-periods", "Display"); the empty string stands for "not set".
    """

    prefix: str = ""
    suffix: str = ""
    font_style: str = ""
    font_variant: str = ""
    font_weight: str = ""
    text_decoration: str = ""
    vertical_align: str = ""
    text_case: str = ""
    display: str = ""
    quotes: bool = False
    strip_periods: bool = False


PLAIN = Look()


@dataclass(slots=True)
class Text:
    """A run of characters; `rich` ones may hold CSL-JSON's inline markup."""

    text: str
    look: Look = PLAIN
    tag: Tag | None = None
    rich: bool = False
    href: str = ""


@dataclass(slots=True)
class Group:
    """Nodes in a row with a delimiter between them."""

    children: list[Node]
    delimiter: str = ""
    look: Look = PLAIN
    tag: Tag | None = None


Node = Text | Group
