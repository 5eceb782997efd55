"""Variables in a note are read when an item is cited, not before."""

import pytest

import refkit
from refkit.csl import Processor, Style
from refkit.model.citing import as_cited
from refkit.model.csl_json import item_from_record
from refkit.model.item import Item
from refkit.model.name import Name


def noted(note: str, **text: str) -> Item:
    return Item("x", "book", text={"note": note, **text})


def test_lines_of_the_note_can_contain_variables() -> None:
    """Zotero stores variables without a field there; the rest of the note is kept."""
    book = as_cited(noted("DOI: 10.1/x\neditor: Doe || Jane\nissued: 2008\nRead twice."))
    assert (book.DOI, book.editor, book.issued.year) == ("10.1/x", (Name("Doe", "Jane"),), 2008)
    assert book.note == "Read twice."


def test_braces_anywhere_in_the_note_can_contain_variables() -> None:
    """The older form."""
    book = as_cited(noted("Seen {:volume: 3} times"))
    assert (book.volume, book.note) == ("3", "Seen  times")


def test_a_note_without_variables_is_kept() -> None:
    """A colon alone does not make a variable."""
    assert as_cited(noted("Remember: read it")).note == "Remember: read it"


def test_a_note_is_only_read_at_its_start() -> None:
    """A variable after other text is text."""
    assert as_cited(noted("Read twice.\nDOI: 10.1/x")).note == "Read twice.\nDOI: 10.1/x"


def test_the_record_takes_precedence_over_its_note() -> None:
    """The note only adds."""
    assert as_cited(noted("DOI: 10.1/x", DOI="10.1/y")).DOI == "10.1/y"


def test_reading_does_not_change_the_note() -> None:
    """A conversion must not move text."""
    record = {"id": "x", "type": "book", "note": "ISBN: 12\nMore"}
    assert item_from_record(record)[0].text == {"note": "ISBN: 12\nMore"}


def test_citing_does_not_change_the_item() -> None:
    """The item that was cited is the item that was read."""
    book = noted("DOI: 10.1/x")
    as_cited(book)
    assert book == noted("DOI: 10.1/x")


def test_notes_from_bibtex_are_notes() -> None:
    """BibTeX has fields for all variables, so its notes do not contain any."""
    library = refkit.loads("@book{a, title={T}, note={ISBN: 12}}")
    assert as_cited(library["a"]).note == "ISBN: 12"


def test_an_impossible_date_stays_in_the_note() -> None:
    """It would otherwise become another date, and a correct one of the item would be lost."""
    book = as_cited(noted("issued: 2020-13-99\naccessed: 2021-02-03"))
    assert (book.issued.year, book.accessed.day) == (None, 3)
    assert book.note == "issued: 2020-13-99"


def test_an_impossible_date_in_a_note_is_reported() -> None:
    """As one in the item itself."""
    item = {"id": "a", "type": "book", "title": "T", "note": "Date: 2020-13-99\nvolume: 2"}
    document = Processor(Style.load("apa"), [item])
    document.nocite(["a"])
    assert [str(warning) for warning in document.warnings] == [
        "item `a`: `issued` in the note: there is no month 13"
    ]


@pytest.mark.parametrize(
    ("note", "rest"),
    [
        ("_eprint: https://example.org/a_b.pdf", None),
        ("Read twice.\n_eprint: https://example.org/a.pdf", "Read twice."),
        ("_eprint: cond-mat/9801001 Read twice.", "Read twice."),
        ("The my_eprint: field", "The my_eprint: field"),
    ],
)
def test_the_address_of_a_file_in_a_note_is_not_cited(note: str, rest: str | None) -> None:
    """Zotero exports it to BibTeX, too."""
    assert as_cited(noted(note)).text.get("note") == rest
    exported = refkit.loads(f"@book{{a, title={{T}}, note={{{note}}}}}")["a"]
    assert as_cited(exported).text.get("note") == (rest and rest.replace("\n", " "))


@pytest.mark.parametrize(
    ("value", "type_"),
    [
        ("dataset", "dataset"),
        ("Dataset", "dataset"),
        ("motion_picture", "motion_picture"),
        ("Legal Case", "legal_case"),
        ("blogPost", "post-weblog"),
        ("Blog Post", "post-weblog"),
        ("preprint", "article"),
    ],
)
def test_the_note_can_contain_the_type(value: str, type_: str) -> None:
    """The names of CSL and of Zotero are accepted, in any case."""
    book = as_cited(noted(f"type: {value}\nMore"))
    assert (book.type, book.note) == (type_, "More")


def test_an_unknown_type_stays_in_the_note() -> None:
    """It is text, and the record has a type."""
    book = as_cited(noted("Type: working draft"))
    assert (book.type, book.note) == ("book", "Type: working draft")


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("Original Publisher: Tauchnitz", "original-publisher", "Tauchnitz"),
        ("Publication Title: Mind", "container-title", "Mind"),
        ("publicationTitle: Mind", "container-title", "Mind"),
        ("Loc. in Archive: Box 3", "", ""),
        ("Journal Abbr: Mind", "container-title-short", "Mind"),
        ("# of Pages: 3", "", ""),
        ("Doi: 10.1/x", "DOI", "10.1/x"),
        ("archive_location: Box 3", "archive_location", "Box 3"),
        ("PMCID: PMC3", "PMCID", "PMC3"),
        ("Code: https://example.org", "", ""),
    ],
)
def test_labels_of_fields_name_variables(line: str, variable: str, value: str) -> None:
    """The labels and the names of Zotero's fields are accepted; other lines are text."""
    book = as_cited(noted(line))
    assert book.text == ({variable: value} if variable else {"note": line})


def test_labels_of_dates_and_creators_name_variables() -> None:
    """`Original Date` and `Series Editor` are Zotero's labels."""
    book = as_cited(noted("Original Date: 1866\nSeries Editor: Doe || Jane\nCast Member: Mime"))
    assert book.original_date.year == 1866
    assert book.collection_editor == (Name("Doe", "Jane"),)
    assert book.performer == (Name(literal="Mime"),)


def test_lines_for_tex_become_custom_fields() -> None:
    """Better BibTeX writes fields for .bib files there, with a colon or an equals sign; no style prints them."""
    book = as_cited(noted("tex.shorthand: KpV\ntex.ids= kant1788a\nDOI: 10.1/x\nRead twice."))
    assert book.custom == {"shorthand": "KpV", "ids": "kant1788a"}
    assert (book.DOI, book.note) == ("10.1/x", "Read twice.")


def test_an_unknown_label_does_not_end_the_variables() -> None:
    """Other programs write lines into the note, too, such as the number of citations."""
    book = as_cited(noted("ZSCC: 0000012\nDOI: 10.1/x\n\nISSN: 1234-5679"))
    assert (book.DOI, book.ISSN, book.note) == ("10.1/x", "1234-5679", "ZSCC: 0000012")


def test_a_sentence_is_not_a_label() -> None:
    """Several words before a colon are a label only with capitals, and sentences end the variables."""
    note = "I read this in one evening: original date unknown\nDOI: 10.1/x"
    assert as_cited(noted(note)).text == {"note": note}
