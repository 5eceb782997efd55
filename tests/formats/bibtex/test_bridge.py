"""Conversion of objects of bibtexparser 2, in both directions."""

from bibtexparser.entrypoint import parse_string

import refkit
from refkit.formats.bibtex.bridge import from_bibtexparser, to_bibtexparser

TEXT = """@string{press = {A Press}}
@book{stone2001,
  author = {{Tide Office} and Stone, Ida},
  title = {On {Tides}},
  publisher = press # { of Note},
  year = 2001,
}
"""


def test_a_library_of_bibtexparser_is_converted() -> None:
    """Names are parsed, macros expanded."""
    item = from_bibtexparser(parse_string(TEXT.replace(" # { of Note}", "")))["stone2001"]
    assert (item.author[0].literal, item.author[1].family, item.publisher) == (
        "Tide Office", "Stone", "A Press",
    )  # fmt: skip


def test_a_library_is_converted_to_bibtexparser() -> None:
    """Values are joined, which bibtexparser does not do, and TeX is not changed."""
    entry = to_bibtexparser(refkit.loads(TEXT)).entries_dict["stone2001"]
    assert (entry.entry_type, entry["title"], entry["publisher"]) == (
        "book", "On {Tides}", "A Press of Note",
    )  # fmt: skip


def test_a_library_survives_a_round_trip() -> None:
    """Nothing in an item is lost."""
    first = refkit.loads(TEXT)["stone2001"]
    again = from_bibtexparser(to_bibtexparser(refkit.loads(TEXT)))["stone2001"]
    assert (again.author, again.title, again.issued.year) == (
        first.author, first.title, first.issued.year,
    )  # fmt: skip


def test_libraries_of_other_formats_are_converted() -> None:
    """CSL-JSON has no BibTeX entries; they are written first."""
    library = refkit.loads('[{"id": "x", "type": "book", "title": "On Tides"}]')
    assert to_bibtexparser(library).entries_dict["x"].entry_type == "book"


def test_both_conversions_are_public() -> None:
    """They are functions of the package."""
    theirs = refkit.to_bibtexparser(refkit.loads(TEXT))
    assert [item.id for item in refkit.from_bibtexparser(theirs)] == ["stone2001"]


def test_values_that_bibtexparser_does_not_resolve_are_read() -> None:
    """Concatenations, redefined macros, entries that it fails on."""
    text = (
        '@string{m = "1"}\n@misc{a, note = m # " of 2"}\n@misc{dup, note = {x}, note = {y}}\n'
        '@preamble{"p" # "q"}\n@comment{c}\n'
    )
    library = from_bibtexparser(parse_string(text))
    assert [(item.id, item.note) for item in library] == [("a", "1 of 2"), ("dup", "x")]


def test_lists_of_names_are_converted() -> None:
    """The names are split as by their middleware."""
    from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

    text = "@misc{a, author = {von Neumann, John and {Tide Office}}}"
    theirs = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    author = from_bibtexparser(theirs)["a"].author
    assert (author[0].particle, author[0].family, author[1].literal) == (
        "von",
        "Neumann",
        "Tide Office",
    )


def test_macros_and_preamble_are_converted() -> None:
    """A value that was built from a macro is expanded."""
    theirs = to_bibtexparser(refkit.loads('@preamble{"p"}\n' + TEXT))
    assert [(string.key, string.value) for string in theirs.strings] == [("press", "A Press")]
    assert [preamble.value for preamble in theirs.preambles] == ['"p"']
