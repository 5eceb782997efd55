"""A required field is missing.

The output has a gap, a stray comma or a warning instead, and readers may not find the work. Of alternatives
such as author or editor, one is enough, and a field inherited through `crossref` counts. A report by an
organization needs no additional institution. Other rules report a misspelled field, and a field that shows that
the entry has another type, which may not require what is missing. In CSL-JSON, every record requires a type,
and articles a title and a `container-title`.

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

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from refkit.data import biblatex, bibtex
from refkit.formats.bibtex import is_broken, lacks_parent
from refkit.lint.facts import all_fields, dialect, inherits, shown
from refkit.lint.rule import TEX_FORMATS, Context, Finding, rule
from refkit.lint.rules.field_of_other_type import OTHERS, TYPE_FOR, VENUES
from refkit.lint.rules.misspelt_field import ADDRESS, intended_field
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
# Fields that often contain the address of an online work.
ADDRESSED = ("howpublished", "note", "publisher", "organization", "journal", "title")


Groups = tuple[tuple[str, ...], ...]


@rule("REQ101", "missing-field", formats=(*TEX_FORMATS, "csl-json"))
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the requirements of the type that no field fulfills."""
    if entry.source.format == "csl-json":
        yield from _in_json(entry)
        return
    if entry.type in FREE:
        return
    written_in = dialect(context)
    missing = missing_groups(entry.type, written_in, frozenset(entry.by_name()))
    if missing and inherits(entry):
        missing = missing_groups(entry.type, written_in, frozenset(all_fields(entry)))
    if missing and _may_be_elsewhere(entry):
        return
    lacking = [group for group in missing if not _is_explained(entry, group)]
    if lacking:
        wanted = _wanted(lacking)
        yield Finding(
            entry.key_span,
            f"{shown(entry.key) if entry.key else 'the entry'} has no {wanted}, which "
            f"{_required(entry.type, written_in)[1]} requires of `@{entry.type}`; {_advice(entry, lacking)}",
        )


def _in_json(entry: Entry) -> Iterator[Finding]:
    """Report what a record of CSL-JSON lacks."""
    from refkit.lint.json_members import missing_members

    lacking = missing_members(entry)
    if lacking:
        wanted = " and no ".join(f"`{name}`" for name in lacking)
        owner = f"`{entry.type}`" if entry.type else "a record"
        yield Finding(
            entry.key_span,
            f"{shown(entry.key)} has no {wanted}, which {owner} requires in CSL-JSON; "
            f"{'add it' if len(lacking) == 1 else 'add them'}",
        )


def _wanted(lacking: Sequence[tuple[str, ...]]) -> str:
    """Return the missing fields after "no": ``a`, `b` or `c``, or ``a`, no `b` and no `c` or `d`` with alternatives."""
    names = [" or ".join(f"`{name}`" for name in group) for group in lacking]
    *others, last = names
    if not others:
        return last
    if all(len(group) == 1 for group in lacking):
        return f"{', '.join(others)} or {last}"
    return f"{', no '.join(others)} and no {last}"


def _may_be_elsewhere(entry: Entry) -> bool:
    """Whether a missing field may be in the part of the entry, or in the parent, that could not be read."""
    return is_broken(entry) or (inherits(entry) and lacks_parent(entry))


def _is_explained(entry: Entry, group: tuple[str, ...]) -> bool:
    """Whether nothing is missing, or another rule reports the field that was meant."""
    if _issues_itself(entry, group):
        return True
    own = entry.by_name()
    if any(meant in group for field in entry.fields if (meant := intended_field(field, own))):
        return True
    misplaced = own.keys() & set(OTHERS.get(entry.type, ()))
    if not VENUES.isdisjoint(group) and not VENUES.isdisjoint(misplaced):
        return True
    return any(_is_dispensable(group, TYPE_FOR[name]) for name in misplaced)


def _is_dispensable(group: tuple[str, ...], kind: str) -> bool:
    """Whether the type that a misplaced field belongs to requires none of the missing fields."""
    return all(
        required.isdisjoint(group) for required in map(frozenset, _required(kind, "bibtex")[0])
    )


def _advice(entry: Entry, lacking: Sequence[tuple[str, ...]]) -> str:
    """Return what to do: add the fields, or move an address or a publication from another field."""
    addressed = next((f for f in map(entry.get, ADDRESSED) if f and ADDRESS.search(f.value)), None)
    if addressed and any("url" in group for group in lacking):
        return f"move the URL in `{addressed.name}` to `url`"
    return "add it" if len(lacking) == 1 else "add them"


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
