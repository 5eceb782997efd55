"""Variables in a note are read when an item is cited, not before."""

import refkit
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
