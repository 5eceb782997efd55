"""The options of `refkit tidy`, and its result for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refkit.model.entry import Entry, Fault
from refkit.model.source import Source
from refkit.records import dataclass

# Returns the new value, TeX without delimiters, for an entry, the name of a field, and its value.
Rewrite = Callable[[Entry, str, str], str]


@dataclass(slots=True, frozen=True)
class TidyOptions:
    """Options for the layout of a file.

    `sort` contains "key", "type" or names of fields, with `-` before a name for reverse order; `order` contains the
    fields that come first in an entry; `delimiters` is "braces", "quotes" or "keep"; `wrap` is the maximal length
    of lines, or 0 for no wrapping; `months` replaces month names by macros; `encode` is "tex", "unicode" or "keep".

    Other options change values. `keep` contains the names of the fields to keep, besides those that refer to other
    entries, and `omit` those to remove. `titles` is "sentence-case", "title-case" or "keep". `journals` is
    "abbreviate", "expand" or "keep", with the lists in the files `journal_lists`. `dialect` is the one to write,
    "bibtex" or "biblatex", or "" for that of the file. `rewrites` are the functions that
    change values; `refkit.tidying` adds those for titles and journals.
    """

    sort: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    align: bool = False
    delimiters: str = "keep"
    wrap: int = 0
    months: bool = False
    encode: str = "keep"
    indent: int = 2
    trailing_comma: bool = True
    keep: tuple[str, ...] = ()
    omit: tuple[str, ...] = ()
    titles: str = "keep"
    journals: str = "keep"
    journal_lists: tuple[str, ...] = ()
    dialect: str = ""
    rewrites: tuple[Rewrite, ...] = ()


DEFAULT_OPTIONS = TidyOptions()


@dataclass(slots=True)
class TidyResult:
    """One .bib file as it was read, its text with a normalized layout, its syntax errors, and notes on its macros.

    An entry with a syntax error keeps its layout.
    """

    source: Source
    text: str
    faults: Sequence[Fault] = ()
    notes: Sequence[str] = ()

    @property
    def changed(self) -> bool:
        """Whether the layout was not normalized before."""
        return self.text != self.source.text

    def diff(self) -> str:
        """Return the change as a unified diff."""
        from refkit.files.difference import unified_difference

        return "".join(unified_difference(self.source.name, self.source.text, self.text))
