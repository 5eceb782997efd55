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

# Equivalent fields of the other dialect, and fields that styles use instead.
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
# Works without a personal author have their issuer as author.
ISSUED = frozenset("institution organization publisher".split())
ANONYMOUS = frozenset(
    "article online misc manual report techreport booklet dataset software".split()
)
# These types have no requirements.
FREE = frozenset({"misc", "customa", "set", "xdata"})


Groups = tuple[tuple[str, ...], ...]


@rule("REQ101", "missing-field")
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the requirements of the type that no field fulfills."""
    if entry.type in FREE:
        return
    written_in = dialect(context)
    missing = missing_groups(entry.type, written_in, frozenset(entry.by_name()))
    if missing and inherits(entry):
        missing = missing_groups(entry.type, written_in, frozenset(all_fields(entry)))
    # The missing field of a broken entry may be in the part that could not be read.
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
    """Whether an institution is missing but an organization is the author, which styles would print twice."""
    author = entry.get("author")
    return group == ("institution",) and author is not None and is_literal(author.value.strip())


@lru_cache(4096)
def missing_groups(kind: str, dialect: str, fields: frozenset[str]) -> Groups:
    """Return the groups of which an entry of this type with these fields has none."""
    return tuple(group for group in _required(kind, dialect)[0] if not _met(group, fields, kind))


def _required(kind: str, dialect: str) -> tuple[Groups, str]:
    """Return the requirements of a type and their dialect: the dialect of the file, or else the other one."""
    modern = biblatex.ENTRY_TYPES.get(biblatex.TYPE_ALIASES.get(kind, kind))
    classic = bibtex.ENTRY_TYPES.get(kind)
    if classic and (dialect == "bibtex" or modern is None):
        return classic.required, "BibTeX"
    if modern is None:
        return (), ""
    # the alias of a thesis or report type implies the field `type` (biblatex manual, 2.1.2)
    brought = ("type",) if kind in biblatex.ALIAS_GENRES else ()
    return tuple(group for group in modern.required if group != brought), "BibLaTeX"


def _met(group: tuple[str, ...], fields: frozenset[str], kind: str) -> bool:
    if any(name in fields or not fields.isdisjoint(ALSO.get(name, ())) for name in group):
        return True
    return "author" in group and kind in ANONYMOUS and not ISSUED.isdisjoint(fields)
