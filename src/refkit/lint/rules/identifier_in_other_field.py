"""A field contains an identifier of another kind, such as a DOI in `isbn`, `pages` or `eprint`.

Styles do not link it, and programs that search by the identifier do not find the work.

Example:

    @article{moor2019,
      author = {Moor, Kit},
      title = {Peat and Rain},
      journal = {Wetland Notes},
      year = {2019},
      isbn = {10.1000/182},
    }

Use instead:

    @article{moor2019,
      author = {Moor, Kit},
      title = {Peat and Rain},
      journal = {Wetland Notes},
      year = {2019},
      doi = {10.1000/182},
    }

Fix: unsafe: the field is renamed to `doi`, if the entry has no DOI.
Source: biblatex manual, 2.2.2; btxdoc. Other rules check ISBNs and ISSNs in each other's field, and identifiers
in `doi`, `pmid` and `pmcid`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import doi_in, shown
from refkit.lint.item_facts import field_name, variable_text
from refkit.lint.places import written_value
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.identifiers import parse_url
from refkit.model.item import Item

_NUMBERS = ("ISBN", "ISSN")
_PLACES = (
    *_NUMBERS,
    "page",
    "volume",
    "issue",
    "number",
    "eprint",
    "lccn",
    "mrnumber",
    "zblnumber",
)


@rule("IDS234", "identifier-in-other-field", variables=_PLACES, cues=("/",))
def identifier_in_other_field(item: Item, context: Context) -> Iterator[Finding]:
    """Report values that are a DOI, and addresses in the fields of numbers."""
    for variable in _PLACES:
        value = written_value(item, variable) if variable_text(item, variable) else ""
        if "/" not in value or _is_preprint(item, variable):
            continue
        if "10." in value and doi_in(value) is not None and "://" not in value:
            message = f"{shown(value)} in `{field_name(item, variable)}` is a DOI; move it to `doi`"
            yield Finding(item.place(variable), message, _renaming(item, variable))
        elif variable in _NUMBERS and parse_url(value) is not None:
            message = f"{shown(value)} in `{field_name(item, variable)}` is a URL; move it to `url`"
            yield Finding(item.place(variable), message)


def _is_preprint(item: Item, variable: str) -> bool:
    """Whether the value is the number of an archive, which another rule checks."""
    return variable == "eprint" and "eprinttype" in item.custom


def _renaming(item: Item, variable: str) -> Fix | None:
    """Return the fix that renames the field of a .bib file, if it has no DOI."""
    field, entry = item.source_field(variable), item.entry
    if field is None or entry is None or item.DOI or entry.source.format not in TEX_FORMATS:
        return None
    return Fix((Edit(field.name_span, "doi"),), Safety.UNSAFE, "rename it to `doi`")
