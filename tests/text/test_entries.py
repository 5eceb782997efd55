"""Entries of unstructured references: the spans of their fields, the confidence and the display."""

from refkit.formats.text.doubt import confidences, doubtful, mark
from refkit.formats.text.entry import put_entry
from refkit.formats.text.labelled import Segment
from refkit.formats.text.listing import Reference
from refkit.formats.text.table import table
from refkit.model.dates import parse_date
from refkit.model.entry import Entry
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source

TEXT = "[1] Roe, A. 2001. On\n    Tides. Press."
SOURCE = Source(TEXT, "paper.txt", format="text")
# as split: without the number; the line end and the indentation are one space
WORDS = Excerpt.from_pieces(
    [
        SourcePiece(TEXT[4:20], 4, 20),
        SourcePiece(" ", 20, 25),
        SourcePiece(TEXT[25:], 25, len(TEXT)),
    ]
)
REFERENCE = Reference(WORDS, "[1]")


def segment(words: str, confidence: float) -> Segment:
    start = WORDS.text.index(words)
    return Segment("", start, start + len(words), confidence)


def roe() -> tuple[Item, Entry]:
    item = Item(
        "roe2001", "book", {"author": (Name(family="Roe", given="A."), Name(others=True))},
        {"issued": parse_date("2001")}, {"title": "On Tides", "publisher": "Press", "language": "en"},
    )  # fmt: skip
    segments = {
        "publisher": (segment("Press", 0.5),), "title": (segment("On Tides", 0.9),),
        "author": (segment("Roe, A.", 1.0),), "issued": (segment("2001", 1.0),),
    }  # fmt: skip
    return item, put_entry(item, REFERENCE, segments, SOURCE, 0.75)


def test_an_entry_spans_the_reference_without_its_number() -> None:
    """From the first letter of the author to the last stop."""
    assert SOURCE.slice(roe()[1].span) == "Roe, A. 2001. On\n    Tides. Press."


def test_fields_stand_in_the_order_of_the_reference() -> None:
    """Fields have the names of CSL's variables."""
    assert [field.name for field in roe()[1].fields] == ["author", "issued", "title", "publisher"]


def test_a_field_spans_its_words_over_line_ends() -> None:
    """The span covers the words as written in the document."""
    title = roe()[1].get("title")
    assert title is not None
    assert (title.value, SOURCE.slice(title.value_span)) == ("On Tides", "On\n    Tides")


def test_a_variable_of_two_parts_is_as_sure_as_the_weaker() -> None:
    """The year and the month of the date are in separate places."""
    item = Item("a")
    put_entry(
        item, REFERENCE, {"issued": (segment("2001", 0.9), segment("Press", 0.4))}, SOURCE, 1.0
    )
    assert confidences(item) == {"issued": 0.4}


def test_doubts_have_their_place() -> None:
    """The spans are those of words with low confidence."""
    item, entry = roe()
    found = doubtful(Library([item], [entry], [], [SOURCE]), 0.8)
    assert [(f.kind, SOURCE.slice(f.span), f.message) for f in found] == [
        ("doubtful-field", "Press", "publisher read with confidence 0.50: `Press`")
    ]


def test_references_of_other_formats_raise_no_doubts() -> None:
    """The fields of a .bib file are certain."""
    assert doubtful(Library([Item("a", "book", text={"title": "T"})]), 1.0) == []


def test_marks_stand_among_the_variables() -> None:
    """Only variables with low confidence are marked."""
    item, _ = roe()
    mark([item], 0.8)
    assert item.custom == {"publisher-confidence": "0.50"}


def test_a_table_has_one_line_a_name() -> None:
    """Rows have the order of the reference; inferred values come last."""
    assert table(roe()[0], 0.8).splitlines() == [
        "key        0.75?  roe2001",
        "type              book",
        "author     1.00   family: Roe, given: A.",
        "                  and others",
        "issued     1.00   2001",
        "title      0.90   On Tides",
        "publisher  0.50?  Press",
        "language          en",
    ]
