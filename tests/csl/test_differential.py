"""The comparison with citeproc-js: documents made from libraries, and the kinds of differences."""

from pathlib import Path

import pytest
from tests.csl import real_documents
from tests.csl.causes import cause, listed


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("<i>A Title</i>", "A Title", "markup"),
        ("A title .", "A title.", "white space"),
        ("“A title”", "«A title»", "quotes"),
        ("12–14", "12-14", "dashes"),
        ("A title", "A Title", "case"),
        ("A title.", "A title", "punctuation"),
        ("Doe a Roe b", "Roe b Doe a", "order of characters"),
        ("Doe", "Doe et al.", "words"),
    ],
)
def test_a_difference_has_the_kind_that_makes_the_texts_equal(
    ours: str, theirs: str, kind: str
) -> None:
    """Later kinds also ignore what earlier kinds ignore."""
    assert cause(ours, theirs).partition(":")[0] == kind


def test_the_first_words_that_differ_are_shown_by_their_shape() -> None:
    """Thus the same difference in several entries is one kind."""
    assert cause("Doe, J. 2000a", "Doe, J. 2001b") == cause("Roe, K. 1990c", "Roe, K. 1989c")


def test_halves_share_no_library(tmp_path: Path) -> None:
    """Each library is in one half, whatever the others are."""
    for number in range(20):
        (tmp_path / f"{number}.bib").touch()
    looked, counted = (real_documents.libraries([tmp_path], half) for half in ("look", "count"))
    assert looked
    assert counted
    assert sorted([*looked, *counted]) == sorted(tmp_path.iterdir())


def test_items_are_drawn_once_by_id(tmp_path: Path) -> None:
    """A repeated key would mean another item in each processor."""
    path = tmp_path / "x.bib"
    path.write_text("@book{a, title={First}} @book{a, title={Second}} @book{b, title={Third}}")
    found = real_documents.records(path, 10)
    assert sorted(str(item["title"]) for item in found) == ["First", "Third"]


def test_documents_repeat_cites_with_and_without_locators() -> None:
    """The same seed gives the same document."""
    ids = ["a", "b", "c", "d"]
    clusters = real_documents.documents(ids, "seed")
    run = clusters[-5:]
    assert clusters == real_documents.documents(ids, "seed")
    assert [len(cites) for cites in run] == [1] * 5
    assert run[1] == run[2]
    assert "locator" in run[1][0]
    assert run[0] == run[4] == [{"id": run[1][0]["id"]}]


def test_styles_of_all_citation_formats_are_drawn() -> None:
    """A style with its own language keeps it; the others get languages in turn."""
    names = ["apa", "ieee", "chicago-notes-bibliography", "din-1505-2-alphanumeric"]
    drawn = dict(real_documents.styles(names, seed=1, count=4))
    assert sorted(drawn) == sorted(names)
    assert drawn["din-1505-2-alphanumeric"] == ""
    assert len(set(drawn.values())) == 4


@pytest.mark.parametrize(
    ("item", "ours", "theirs", "expected"),
    [
        ({"author": [{"family": "Doe"}, {"literal": "others"}]}, "Doe et al.", "Doe, others", "the name others"),
        ({"title": '<span class="nocase">P</span>ython'}, "Python", "PYthon", "parts of words with nocase"),
        ({"title": "Python"}, "(2011)", "(2011]", "brackets in notes"),
        ({"note": "Accessed: 2022"}, "T. 2022", "T.", "labels of Zotero's fields"),
        ({"title": "Python"}, "Python", "PYthon", ""),
        ({"author": [{"family": "Others"}]}, "Others", "others", ""),
    ],
)  # fmt: skip
def test_listed_differences_are_recognized(
    item: dict[str, object], ours: str, theirs: str, expected: str
) -> None:
    """Those that the items or the texts show are counted as intended."""
    assert listed(ours, theirs, [item]) == expected
