"""A required field is missing.

The output has a gap, a stray comma or a warning instead, and readers may not find the work. Of alternatives
such as author or editor, one is enough, and a field inherited through `crossref` counts. A report by an
organization needs no additional institution.

Example:

    @article{smith2020,
      author = {Smith, Jane},
      title = {On Tides},
      year = {2020},
    }

Use instead:

    @article{smith2020,
      author = {Smith, Jane},
      title = {On Tides},
      journal = {Ocean Modelling},
      year = {2020},
    }

Fix: none, because refkit does not know the missing value.
Source: BibTeXing (btxdoc, 1988), section 3.1, for files in BibTeX's fields and types; the biblatex manual,
section 2.1.1, for files in BibLaTeX's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from refkit.data import biblatex, bibtex
from refkit.formats.bibtex import is_broken
from refkit.lint.facts import all_fields, dialect, inherits, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry
from refkit.model.names import is_literal

# What says the same in the other dialect, and what a style falls back on.
ALSO: Mapping[str, tuple[str, ...]] = {
    "author": ("editor", "shortauthor"),
    "booktitle": ("maintitle",),
    "date": ("pubstate",),
    "institution": ("school", "organization", "publisher"),
    "journal": ("journaltitle", "shortjournal", "eprint"),
    "journaltitle": ("journal", "shortjournal", "eprint"),
    "publisher": ("institution", "organization", "howpublished"),
    "school": ("institution",),
    "title": ("maintitle",),
    "year": ("date", "pubstate"),
}
# Works without a person behind them are signed by who issued them.
ISSUED = frozenset("institution organization publisher".split())
ANONYMOUS = frozenset(
    "article online misc manual report techreport booklet dataset software".split()
)
# A type that says nothing requires nothing.
FREE = frozenset({"misc", "customa", "set", "xdata"})


Groups = tuple[tuple[str, ...], ...]


@rule("REQ101", "missing-field")
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Find the requirements of the type that no field meets."""
    if entry.type in FREE:
        return
    written_in = dialect(context)
    missing = missing_groups(entry.type, written_in, frozenset(entry.by_name()))
    if missing and inherits(entry):
        missing = missing_groups(entry.type, written_in, frozenset(all_fields(entry)))
    # What is missing of a broken entry may stand in the part that could not be read.
    if missing and is_broken(entry):
        return
    for group in missing:
        if _issues_itself(entry, group):
            continue
        wanted = " or ".join(f"`{field}`" for field in group)
        yield Finding(
            entry.key_span,
            f"{shown(entry.key) if entry.key else 'the entry'} has no {wanted}, which "
            f"{_required(entry.type, written_in)[1]} requires of `@{entry.type}`; add it",
        )


def _issues_itself(entry: Entry, group: tuple[str, ...]) -> bool:
    """Whether an organisation is the author: styles that print it again as the issuer print it twice."""
    author = entry.get("author")
    return group == ("institution",) and author is not None and is_literal(author.value.strip())


@lru_cache(4096)
def missing_groups(kind: str, dialect: str, fields: frozenset[str]) -> Groups:
    """Return the groups of which an entry of this type with these fields has none."""
    return tuple(group for group in _required(kind, dialect)[0] if not _met(group, fields, kind))


def _required(kind: str, dialect: str) -> tuple[Groups, str]:
    """Return what a type requires in the file's dialect, else in the other, and that dialect's name."""
    modern = biblatex.ENTRY_TYPES.get(biblatex.TYPE_ALIASES.get(kind, kind))
    classic = bibtex.ENTRY_TYPES.get(kind)
    if classic and (dialect == "bibtex" or modern is None):
        return classic.required, "BibTeX"
    if modern is None:
        return (), ""
    # a thesis or report by an alias brings its type with it (biblatex manual, 2.1.2)
    brought = ("type",) if kind in biblatex.ALIAS_GENRES else ()
    return tuple(group for group in modern.required if group != brought), "BibLaTeX"


def _met(group: tuple[str, ...], fields: frozenset[str], kind: str) -> bool:
    if any(name in fields or not fields.isdisjoint(ALSO.get(name, ())) for name in group):
        return True
    return "author" in group and kind in ANONYMOUS and not ISSUED.isdisjoint(fields)
