"""The rule pages-text."""

import pytest
from tests.rules.lintcase import fixed, marked, messages, quoted


def test_roman_and_article_numbers_are_fine() -> None:
    """Page numbers may contain letters."""
    text = "@book{a, pages={xxiv+497}} @book{b, pages={e1234}} @book{c, pages={S12--S15}} @book{d, pages={P07}}"
    assert messages("PAG220", text) == []


def test_words_for_none_are_found() -> None:
    """Words for a missing value are reported; the field should be omitted."""
    assert messages("PAG220", "@book{a, pages={to appear}}") == [
        "the pages are `to appear`; omit them if there are none"
    ]


def test_the_label_goes() -> None:
    """The fix removes the label and keeps the numbers."""
    assert fixed("PAG220", "@book{a, pages={pages 3--4}}", unsafe=True) == "@book{a, pages={3--4}}"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("pp.1-5, pp.8-9", "1-5, 8-9"),
        ("1--5, p. 8", "1--5, 8"),
        ("pp. 1--5; pp. 8--9 and p.~12", "1--5; 8--9 and 12"),
        ("Seiten 3--4 und Seite 9", "3--4 und 9"),
        ("3--4, Seiten 9--10", "3--4, 9--10"),
        ("101--110 pp.", "101--110"),
        ("3--4 pages; 9--10 p.", "3--4; 9--10"),
    ],
)
def test_every_label_goes(pages: str, expected: str) -> None:
    """The labels of all ranges are removed."""
    text = f"@book{{a, pages={{{pages}}}}}"
    assert fixed("PAG220", text, unsafe=True) == f"@book{{a, pages={{{expected}}}}}"


@pytest.mark.parametrize("pages", ["-", "--", "–", ".", "TBC", "???"])
def test_pages_without_pages_are_found(pages: str) -> None:
    """A dash or a stop alone means that there are no pages."""
    assert quoted("PAG220", f"@article{{a, pages={{{pages}}}}}") == [pages]


@pytest.mark.parametrize("pages", ["12 pages", "12 pp.", "12p.", "xii+345 S.", "1 page"])
def test_length_of_an_article_is_found(pages: str) -> None:
    """A number of pages does not say where an article is."""
    assert "is the length of the work" in messages("PAG220", f"@article{{a, pages={{{pages}}}}}")[0]


@pytest.mark.parametrize("pages", ["209P", "12", "101--110"])
def test_other_pages_are_no_length(pages: str) -> None:
    """A letter after a number can be a part of it."""
    assert messages("PAG220", f"@article{{a, pages={{{pages}}}}}") == []


def test_label_in_csl_json_is_found() -> None:
    """Styles add the label to the pages of every format."""
    text = '[{"id": "a", "type": "article-journal", "page": "pp. 1-5"}]'
    assert marked("PAG220", text, "csl-json") == ["pp."]


@pytest.mark.parametrize(
    "pages",
    [
        "S. 12--15",
        "s. 12",
        "ss. 12--15",
        "С. 12--15",
        "стр. 12",
        "pagg. 12--15",
        "str. 12",
        "hlm. 12",
    ],
)
def test_labels_of_other_languages_are_found(pages: str) -> None:
    """Styles add the label in the language of the document."""
    assert quoted("PAG220", f"@article{{a, pages={{{pages}}}}}") == [pages.split()[0]]


@pytest.mark.parametrize("pages", ["12--15 s.", "12 стр."])
def test_labels_after_the_numbers_are_found(pages: str) -> None:
    """Some languages put them there."""
    assert len(messages("PAG220", f"@article{{a, pages={{{pages}}}}}")) == 1


@pytest.mark.parametrize("pages", ["S12--S15", "s12", "1--n", "XX--YY"])
def test_prefixes_are_not_labels(pages: str) -> None:
    """Supplements have numbers with a letter; placeholders are no numbers at all."""
    found = messages("PAG220", f"@article{{a, pages={{{pages}}}}}")
    assert [("omit them" in message) for message in found] == [True] * (
        not any(map(str.isdigit, pages[1:]))
    )
