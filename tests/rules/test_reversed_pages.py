"""Page ranges that end before they start."""

import pytest
from tests.rules.lintcase import findings, marked, quoted


@pytest.mark.parametrize(
    "pages",
    [
        "210--101",
        "104--1",
        "1234--33",
        "210-101",
        "210–101",
        "S12--S5",
        "1145--34",
        "280--30",
        "5--1",
    ],
)
def test_end_before_start_is_found(pages: str) -> None:
    """A range that ends before its start is reported for any kind of dash."""
    assert quoted("PAG101", f"@article{{a, pages={{{pages}}}}}") == [pages]


def test_each_range_is_pointed_at() -> None:
    """The finding marks the reversed range, not the other ranges."""
    text = "@article{a, pages={5--9, 20--12, 31--30}}"
    assert quoted("PAG101", text) == ["20--12", "31--30"]


@pytest.mark.parametrize(
    "pages",
    [
        "101--110",
        "123--45",
        "100--50",
        "100-50",
        "100--1",
        "1234--34",
        "71--8",
        "92-7",
        "12-9",
        "1123--34",
        "7",
        "034503-2",
        "e12--e20",
        "S5--S12",
        "12:1--12:20",
        "1.1--1.5",
        "A9--B2",
    ],
)
def test_good_pages_pass(pages: str) -> None:
    """Elided ends, article numbers and page numbers per chapter are not reported."""
    assert quoted("PAG101", f"@article{{a, pages={{{pages}}}}}") == []


def test_chapters_of_a_manual_count_anew() -> None:
    """12-9 is page 9 of chapter 12."""
    assert quoted("PAG101", "@manual{a, pages={12-9}}") == []


@pytest.mark.parametrize("pages", ["110-101", "110–101"])
def test_reversed_pages_of_csl_json_are_found(pages: str) -> None:
    """The finding marks the pages in the file, in each format."""
    text = f'[{{"id": "a", "type": "book", "page": "{pages}"}}]'
    assert marked("PAG101", text, "csl-json") == [pages]


def test_inherited_pages_are_reported_once() -> None:
    """The pages of a parent are reported in the parent only."""
    text = "@inbook{a, crossref={p}}\n@inbook{b, crossref={p}}\n@book{p, pages={20--10}}\n"
    assert len(findings("PAG101", text)) == 1


@pytest.mark.parametrize("pages", ["ix--iv", "xii-ii", "XX–XII", "xiv -- ix", "x--v"])
def test_reversed_roman_pages_are_found(pages: str) -> None:
    """A range of Roman numerals has an order, too."""
    assert quoted("PAG101", f"@book{{a, pages={{{pages}}}}}") == [pages]


@pytest.mark.parametrize(
    "pages",
    ["vii--xiv", "xix--xx", "XII--XX", "iii--iii", "D--C", "xii--12", "iv--ivx", "mild--civic"],
)
def test_other_letters_are_not_reversed(pages: str) -> None:
    """Rising numerals, single capital letters and words are not reported."""
    assert quoted("PAG101", f"@book{{a, pages={{{pages}}}}}") == []


def test_reversed_roman_pages_of_csl_json_are_found() -> None:
    """The finding marks the pages in the file."""
    assert marked("PAG101", '[{"id": "a", "type": "book", "page": "ix-iv"}]', "csl-json") == [
        "ix-iv"
    ]
