"""The field name looks like a typo.

Styles print only the fields they know and ignore others without a warning, so the volume, the pages or the
DOI are missing from the formatted reference. Abbreviations (`vol`) and plurals (`authors`) are not printed
either; they are reported if the entry lacks the intended field. So are the names of BibTeX in CSL-JSON (`journal`).
A name is not reported if the intended field could not have its value.

Example:

    @article{smith2020,
      title = {On Tides},
      vloume = {12},
    }

Use instead:

    @article{smith2020,
      title = {On Tides},
      volume = {12},
    }

A name that was disabled on purpose (`_note`, `//note`, `xnote`, `note-old`) is not reported.

Fix: unsafe, if the entry lacks the intended field: it is renamed.
Source: BibTeXing (btxdoc, 1988), section 3.2; the biblatex manual, section 2.2; fields of natbib, REVTeX,
JabRef, BibDesk, Mendeley, DBLP and others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from refkit.data.misspelt_fields import ABBREVIATIONS
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.misspelt_names import KNOWN, is_unknown, meant_field
from refkit.patterns import lazy_pattern

LONGEST_NOTE = 200

ADDRESS = lazy_pattern(r"://|www\.|\\(?:url|href)\b")
# What a value must contain to be one of the field.
_CONTENTS = {
    "date": lazy_pattern(r"\d"),
    "doi": lazy_pattern(r"10\."),
    "eprint": lazy_pattern(r"\d"),
    "isbn": lazy_pattern(r"\d{3}"),
    "issn": lazy_pattern(r"\d{3}"),
    "number": lazy_pattern(r"(?s)(?=.{0,19}\d).{1,20}\Z"),
    "pages": lazy_pattern(r"[\divxlcIVXLC]"),
    "url": ADDRESS,
    "volume": lazy_pattern(r"(?s)(?=.{0,19}[\dIVXLC]).{1,20}\Z"),
    "year": lazy_pattern(r"(?<!\d)(?:\d{4}|\d\d)(?!\d)"),
}
_TEXT = frozenset(
    """address author booktitle editor howpublished institution journal journaltitle location organization
    publisher school series subtitle title""".split()
)


@rule("FLD103", "misspelt-field", severity="error", formats=(*TEX_FORMATS, "csl-json"))
def check(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report unknown names that are similar to a known one."""
    if entry.source.format == "csl-json":
        yield from _in_json(entry)
        return
    if KNOWN.issuperset(entry.by_name()):
        return
    taken = set(entry.by_name())
    for field in entry.fields:
        meant = intended_field(field, taken)
        if meant:
            yield _finding(field, meant, meant in taken)
            taken.add(meant)


def _in_json(entry: Entry) -> Iterator[Finding]:
    """Report the unknown members of a record of CSL-JSON that stand for a variable."""
    from refkit.lint.json_members import intended_member, names_of, written_name

    present = names_of(entry)
    for field in entry.fields:
        name = written_name(field, entry)
        meant = intended_member(name, field.value, present)
        if meant:
            message = f"CSL has no variable `{name}`; did you mean `{meant}`?"
            yield Finding(field.name_span, message)


def intended_field(field: Field, present: Collection[str]) -> str:
    """Return the field that an unknown name stands for in an entry with these fields, or the empty string."""
    meant = meant_field(field.name) if is_unknown(field.name) else ""
    if not meant or not _fits(field.value, meant):
        return ""
    other_form = field.name in ABBREVIATIONS or meant in (field.name[:-1], field.name + "s")
    return "" if other_form and meant in present else meant


def _fits(value: str, name: str) -> bool:
    """Whether a value can be one of a field."""
    contents = _CONTENTS.get(name)
    if contents is not None:
        return contents.search(value) is not None
    if name == "note":
        return len(value) <= LONGEST_NOTE
    return name not in _TEXT or (
        ADDRESS.search(value) is None and any(char.isalpha() for char in value)
    )


def _finding(field: Field, meant: str, doubled: bool) -> Finding:
    message = f"no style prints `{field.name}`; did you mean `{meant}`?"
    if doubled:
        return Finding(field.name_span, message)
    edit = Edit(field.name_span, meant)
    return Finding(field.name_span, message, Fix((edit,), Safety.UNSAFE, f"rename it to `{meant}`"))
