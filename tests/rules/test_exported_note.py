"""The rule exported-note."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "note",
    [
        "cited By 12",
        "Cited by: 177",
        "cited By 0; Conference of 5th Workshop on Buoys",
        "Export Date: 12 May 2020",
        "Conference of 5th Workshop; Conference Date: 1 May; Conference Code:12345",
        "Publisher: SAGE Publications Inc",
        "\\_eprint: https://buoys.net/pdf/1",
        "Number: 7540 Publisher: Upland Press",
        "Series Title: Lecture Notes in Buoys",
        "ISSN: 2151-1233",
        "tex.ids= moor2015a",
        "tex.oldkey: Moor2015",
        "Conference Name: Workshop on Buoys",
    ],
)
def test_lines_of_programs_are_found(note: str) -> None:
    """The whole note is marked."""
    assert quoted("FLD232", f"@misc{{a, note={{{note}}}}}") == [note]


@pytest.mark.parametrize(
    "note",
    [
        "Publisher unknown",
        "Number 12 of 50 copies",
        "Cited by the court",
        "Place of printing uncertain",
        "Accessed: 2020-05-12",
        "ISBN: 3-598-21507-X",
        "ISBN of the paperback: 3-598-21507-X",
        "In press",
        "Presented at Workshop on Buoys",
        "arXiv: 1405.0123 [cs.LG]",
        "publisher: see the colophon",
    ],
)
def test_notes_of_people_pass(note: str) -> None:
    """They are meant to be printed."""
    assert messages("FLD232", f"@misc{{a, note={{{note}}}}}") == []


@pytest.mark.parametrize(
    "note",
    [
        "Cited By :34", "Times Cited: 34 Cited References Count: 51", "Times Cited in Web of Science: 3",
        "Cited Reference Count: 12", "Total Times Cited: 3", "WOS:000278913000012", "WOS:A1996UX12300004",
        "ISI:000278913000012",
    ],
)  # fmt: skip
def test_counts_and_numbers_of_databases_are_found(note: str) -> None:
    """Web of Science and Scopus count citations and number their records."""
    assert quoted("FLD232", f"@misc{{a, note={{{note}}}}}") == [note]


@pytest.mark.parametrize("name", ["note", "annote", "annotation"])
def test_remains_of_merged_entries_are_found(name: str) -> None:
    """Mendeley writes them to the annotation."""
    note = "From Duplicate 2 (Heather - Moor, Ned)"
    assert quoted("FLD232", f"@misc{{a, {name}={{{note}}}}}") == [note]


@pytest.mark.parametrize(
    "note", ["Times cited by the author", "WOS: a study", "From duplicate plates"]
)
def test_sentences_with_such_words_pass(note: str) -> None:
    """They have no number of a record and no count."""
    assert messages("FLD232", f"@misc{{a, note={{{note}}}}}") == []


def test_other_lines_in_annotations_pass() -> None:
    """No style prints them."""
    assert messages("FLD232", "@misc{a, annotation={ISSN: 2151-1233}}") == []


@pytest.mark.parametrize("name", ["journal", "booktitle", "series"])
def test_subseries_are_found(name: str) -> None:
    """Scopus adds them, and sometimes cuts them."""
    series = "Lecture Notes in Computer Science (including subseries Lecture Notes in Artificial Intelligence and"
    for value in (series, f"{series} Lecture Notes in Bioinformatics)"):
        found = messages("FLD232", f"@article{{a, {name}={{{value}}}}}")
        assert [
            message.endswith("write only `Lecture Notes in Computer Science`") for message in found
        ] == [True]


@pytest.mark.parametrize("venue", ["Number: A Journal", "Lecture Notes (including Subseries B)"])
def test_names_of_venues_pass(venue: str) -> None:
    """They are not notes of programs."""
    assert messages("FLD232", f"@article{{a, journal={{{venue}}}}}") == []
