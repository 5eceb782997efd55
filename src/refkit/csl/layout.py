"""A compiled style: its two layouts as callables, with the options for whole citations."""

from __future__ import annotations

from collections.abc import Callable

from refkit.csl import ast
from refkit.csl.context import Call
from refkit.csl.item_language import ItemLanguages
from refkit.csl.locale import Locale
from refkit.csl.output import Look, Node
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class SortKey:
    """One cs:key: `value(call)` is the text to sort by, or None if the item has none (sorts last).

    Numbers are zero-padded and dates are digits, so comparing the texts compares them. `has_names` is whether the
    text may contain names, to which disambiguation can add given names.
    """

    value: Callable[[Call], str | None]
    descending: bool = False
    has_names: bool = True


@dataclass(slots=True, frozen=True)
class Disambiguation:
    """The disambiguation methods of a style (CSL 1.0.2, "Disambiguation").

    `particle_in_family` is demote-non-dropping-particle="never": "van Roe" then differs from "Roe".
    """

    add_names: bool
    add_givenname: bool
    givenname_rule: str
    add_year_suffix: bool
    particle_in_family: bool


@dataclass(slots=True, frozen=True)
class Collapsing:
    """How the cites of a citation are grouped and collapsed (CSL 1.0.2, "Cite Grouping", "Cite Collapsing").

    `collapse` is "", citation-number, year, year-suffix or year-suffix-ranged. A delimiter of None is not set: cite
    groups then use ", ", and the others the delimiter of the layout.
    """

    collapse: str
    cite_group_delimiter: str | None
    year_suffix_delimiter: str | None
    after_collapse_delimiter: str | None

    @property
    def groups_cites(self) -> bool:
        """Whether cites with the same names are grouped."""
        return self.collapse in GROUPING or self.cite_group_delimiter is not None


GROUPING = frozenset({"year", "year-suffix", "year-suffix-ranged"})


@dataclass(slots=True, frozen=True)
class CitationLayout:
    """cs:citation. `render` returns one cite, tagged CITE, without the formatting and delimiter of the layout.

    The `uses_` flags are what the text of a cite can depend on besides its item and its locator. `has_blocks` is
    whether `display` is set somewhere, which only affects bibliographies. `conditions` is the number of tests of
    `disambiguate`. `shows_text` is whether a cite may show a text variable of its item, such as the title.
    `shows_only_number` is whether a cite without a locator depends on nothing of its item but the number and the type.
    `layout_for` returns the layout for items in a language, if there are several.
    """

    render: Callable[[Call], Node | None]
    look: Look
    delimiter: str
    sort: tuple[SortKey, ...]
    disambiguation: Disambiguation
    collapsing: Collapsing
    near_note_distance: int
    uses_position: bool
    uses_first_note: bool
    has_blocks: bool
    sorts_by_number: bool
    conditions: int
    uses_number: bool
    shows_text: bool
    shows_only_number: bool
    layout_for: Callable[[str], ast.Layout] | None


@dataclass(slots=True, frozen=True)
class BibliographyLayout:
    """cs:bibliography. `render` returns one entry, tagged ENTRY, without the formatting of the layout.

    `numbers_fall` means that a key sorts by descending citation numbers: the first entry then has the highest.
    """

    render: Callable[[Call], Node | None]
    look: Look
    sort: tuple[SortKey, ...]
    hanging_indent: bool
    second_field_align: str
    line_spacing: int
    entry_spacing: int
    subsequent_author_substitute: str | None
    subsequent_author_substitute_rule: str
    uses_number: bool
    sorts_by_number: bool
    numbers_fall: bool
    look_for: Callable[[str], Look] | None


@dataclass(slots=True, frozen=True)
class IntextLayout:
    """cs:intext of citeproc-js: the author in the sentence of a composite citation."""

    render: Callable[[Call], Node | None]
    look: Look


@dataclass(slots=True, frozen=True)
class Compiled:
    """A style in one locale, ready to render; immutable and shared by threads.

    `style_class` is in-text or note. `short_names` renders the names of a variable as they are written in a sentence.
    `languages` are the locales of items, if they may have another one than the style.
    """

    style_class: str
    citation: CitationLayout
    bibliography: BibliographyLayout | None
    locale: Locale
    short_names: Callable[[str], Callable[[Call], Node | None]]
    intext: IntextLayout | None
    languages: ItemLanguages | None
