"""The output tree: what rendering an item gives before it becomes text in some markup."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from refkit.records import dataclass, field, replace


class Tag(Enum):
    """What a node stands for, where a later step has to find it."""

    NAMES = "names"
    NAME = "name"
    TERM = "term"
    DATE = "date"
    ACCESSED = "accessed"
    YEAR = "year"
    YEAR_SUFFIX = "year-suffix"
    CITATION_NUMBER = "citation-number"
    LOCATOR = "locator"
    LABEL = "label"
    TITLE = "title"
    CITE = "cite"
    ENTRY = "entry"
    AFFIX = "affix"
    CLUSTER = "cluster"


@dataclass(slots=True, frozen=True)
class Mark:
    """Where a dress begins (`opens`) or ends among the runs of a finished text.

    `kind` names the dress (see DRESSES and the writers' tables); `text` is a quotation mark's own
    character or a link's target.
    """

    kind: str
    opens: bool
    text: str = ""


Run = str | Mark


def pair(kind: str) -> tuple[Mark, Mark]:
    """The marks that open and close a dress."""
    return Mark(kind, True), Mark(kind, False)


# CSL 1.0.2, "Formatting" and "Display": (attribute, value) -> the dress that it puts on. The order
# is that of nesting, from the outside in.
DRESSES = {
    ("vertical_align", "sup"): pair("superscript"),
    ("vertical_align", "sub"): pair("subscript"),
    ("vertical_align", "baseline"): pair("baseline"),
    ("text_decoration", "underline"): pair("underline"),
    ("text_decoration", "none"): pair("not-underlined"),
    ("font_weight", "bold"): pair("bold"),
    ("font_weight", "light"): pair("light"),
    ("font_weight", "normal"): pair("not-bold"),
    ("font_variant", "small-caps"): pair("small-caps"),
    ("font_variant", "normal"): pair("not-small-caps"),
    ("font_style", "italic"): pair("italic"),
    ("font_style", "oblique"): pair("oblique"),
    ("font_style", "normal"): pair("not-italic"),
}
DISPLAYS = {kind: pair(kind) for kind in ("block", "left-margin", "right-inline", "indent")}


@dataclass(slots=True, frozen=True)
class Look:
    """How a node is dressed; made once when a style is compiled and shared by all its nodes.

    Attribute values are CSL's own (CSL 1.0.2, sections "Formatting", "Affixes", "Text-case",
    "Quotes", "Strip-periods", "Display"); the empty string stands for "not set". Affixes stand outside
    of the look's own formatting, quotes and text-case, and inside its display block.
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
    opening: tuple[Mark, ...] = field(init=False, compare=False, repr=False)
    closing: tuple[Mark, ...] = field(init=False, compare=False, repr=False)
    affixes_only: bool = field(init=False, compare=False, repr=False)
    resets: bool = field(init=False, compare=False, repr=False)
    parts: bool = field(init=False, compare=False, repr=False)  # formats or quotes

    def __post_init__(self) -> None:
        pairs = [
            marks
            for (name, value), marks in DRESSES.items()
            if value and getattr(self, name) == value
        ]
        bare = not (pairs or self.text_case or self.display or self.quotes or self.strip_periods)
        put = object.__setattr__  # the class is frozen; these five follow from its other fields
        put(self, "opening", tuple(marks[0] for marks in pairs))
        put(self, "closing", tuple(marks[1] for marks in reversed(pairs)))
        put(self, "affixes_only", bare)
        put(self, "parts", bool(pairs or self.quotes))
        put(self, "resets", any(marks[0].kind.startswith("not-") for marks in pairs))


PLAIN = Look()
LOOK_ATTRIBUTES = Look.__match_args__


@lru_cache(maxsize=1024)
def with_affixes(look: Look, prefix: str, suffix: str) -> Look:
    """A look with other affixes; looks are few, and are asked for with every cite and entry."""
    return replace(look, prefix=prefix, suffix=suffix)


@dataclass(slots=True)
class Text:
    """A run of characters; `rich` ones may hold CSL-JSON's inline markup and straight quotes."""

    text: str
    look: Look = PLAIN
    tag: Tag | None = None
    rich: bool = False
    href: str = ""


@dataclass(slots=True)
class Group:
    """Nodes in a row with a delimiter between them.

    `language` is the language of the item on the group of a whole cite or entry, else empty: title
    case is for English only (CSL 1.0.2, "Non-English Items").
    """

    children: list[Node]
    delimiter: str = ""
    look: Look = PLAIN
    tag: Tag | None = None
    language: str = ""


Node = Text | Group

LEFT_MARGIN = Look(display="left-margin")
RIGHT_INLINE = Look(display="right-inline")


def is_empty(node: Node) -> bool:
    """Whether a node comes to nothing, so that neither affix nor delimiter stands."""
    if isinstance(node, Text):
        return not node.text
    return all(map(is_empty, node.children))


def align_second_field(children: list[Node]) -> list[Node]:
    """The first field in the margin and the others beside it (CSL 1.0.2, "second-field-align")."""
    if len(children) < 2:
        return children
    return [Group(children[:1], look=LEFT_MARGIN), Group(children[1:], look=RIGHT_INLINE)]
