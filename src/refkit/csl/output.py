"""The output tree: the result of rendering an item before it becomes text in some markup."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from refkit.records import dataclass, field, replace


class Tag(Enum):
    """The meaning of a node that a later step must find."""

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
    CLUSTER = "cluster"


@dataclass(slots=True, frozen=True)
class Mark:
    """The start (`opens`) or end of formatting among the runs of a finished text.

    `kind` names the formatting (see DRESSES and the tables of the writers); `text` is the character of a quotation
    mark, the target of a link or the id of the item that a cite links to.
    """

    kind: str
    opens: bool
    text: str = ""


Run = str | Mark


def pair(kind: str) -> tuple[Mark, Mark]:
    """Return the marks that start and end formatting."""
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
    """The formatting of a node; created once when a style is compiled and shared by all its nodes.

    The values are those of CSL (CSL 1.0.2, sections "Formatting", "Affixes", "Text-case", "Quotes",
    "Strip-periods", "Display"); an empty string means "not set". Affixes are outside the formatting, quotes and
    text-case, and inside the display block.
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
    target: str = ""  # the id of the item whose entry the content links to
    quotes: bool = False
    strip_periods: bool = False
    opening: tuple[Mark, ...] = field(init=False, compare=False, repr=False)
    closing: tuple[Mark, ...] = field(init=False, compare=False, repr=False)
    affixes_only: bool = field(init=False, compare=False, repr=False)
    resets: bool = field(init=False, compare=False, repr=False)
    parts: bool = field(init=False, compare=False, repr=False)  # formats or quotes
    edges: bool = field(init=False, compare=False, repr=False)  # formats, quotes or affixes
    hashed: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        pairs = [
            marks
            for (name, value), marks in DRESSES.items()
            if value and getattr(self, name) == value
        ]
        formats = bool(pairs)
        if self.target:
            pairs.insert(0, (Mark("cite", True, self.target), Mark("cite", False, self.target)))
        bare = not (pairs or self.text_case or self.display or self.quotes or self.strip_periods)
        put = object.__setattr__  # the class is frozen; these seven follow from its other fields
        put(self, "opening", tuple(marks[0] for marks in pairs))
        put(self, "closing", tuple(marks[1] for marks in reversed(pairs)))
        put(self, "affixes_only", bare)
        put(self, "parts", formats or self.quotes)
        put(self, "edges", formats or self.quotes or bool(self.prefix or self.suffix))
        put(self, "resets", any(marks[0].kind.startswith("not-") for marks in pairs))
        put(self, "hashed", hash(tuple(getattr(self, name) for name in Look.__match_args__)))

    def __hash__(self) -> int:
        return self.hashed


PLAIN = Look()
LOOK_ATTRIBUTES = Look.__match_args__


@lru_cache(maxsize=1024)
def with_affixes(look: Look, prefix: str, suffix: str) -> Look:
    """Return formatting with other affixes; cached, because it is needed for every cite and entry."""
    return replace(look, prefix=prefix, suffix=suffix)


@dataclass(slots=True)
class Text:
    """A run of characters; a `rich` one may contain the inline markup of CSL-JSON and straight quotes."""

    text: str
    look: Look = PLAIN
    tag: Tag | None = None
    rich: bool = False
    href: str = ""


@dataclass(slots=True)
class Group:
    """Nodes with a delimiter between them.

    `language` is the language of the item, on the group of a whole cite or entry, and otherwise empty: title case is
    for English only (CSL 1.0.2, "Non-English Items").
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
    """Whether a node renders nothing, so that its affixes and delimiter are omitted."""
    if isinstance(node, Text):
        return not node.text
    return all(map(is_empty, node.children))


def align_second_field(children: list[Node]) -> list[Node]:
    """Put the first field in the margin and the others next to it (CSL 1.0.2, "second-field-align")."""
    if len(children) < 2:
        return children
    return [Group(children[:1], look=LEFT_MARGIN), Group(children[1:], look=RIGHT_INLINE)]
