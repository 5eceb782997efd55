"""Filters select items by type, keyword, year, key and variables."""

from __future__ import annotations

import pytest

import refkit
from refkit.csl.item_filter import any_filter, is_filter, item_filter, keywords
from refkit.errors import RefkitError, UnknownChoice
from refkit.model.csl_json import item_from_record
from refkit.model.item import Item

BOOK = item_from_record(
    {
        "id": "doe:2018",
        "type": "book",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2018, 5]]},
        "accessed": {"date-parts": [[2020]]},
        "publisher": "Oxford University Press",
        "keyword": "tides, Sea Level; coast",
        "DOI": "10.1/x",
    }
)[0]


@pytest.mark.parametrize(
    "text",
    [
        "type=book", "type = chapter, book", "Type=BOOK", "keyword=sea level", "keywords=coast,x", "keyword=t*",
        "year=2018", "year=2015-2020", "year=2018-", "year=-2018", "year=2015..2018", "year=2001,2018",
        "key=doe:2018", "id=doe:*", "publisher=Oxford*", "publisher=oxford university press", "DOI=*", "doi=10.1/*",
        "author=Doe, Jane", "author=J. Doe", "author=*", "accessed=2020", "type!=article-journal", "editor!=*",
        "type=book; year=2018", "keyword=tides; keyword!=x", "issued=2018",
    ],
)  # fmt: skip
def test_an_item_passes(text: str) -> None:
    """Fields, alternatives, ranges, patterns, negation and several conditions."""
    assert item_filter(text)(BOOK)


@pytest.mark.parametrize(
    "text",
    [
        "type=article-journal", "type!=book", "keyword=sea", "year=2019", "year=2019-", "year=-2017", "key=doe",
        "key=DOE:2018", "publisher=Oxford", "author=Roe", "editor=*", "title=*", "type=book; year=2019",
        "accessed=2018",
    ],
)  # fmt: skip
def test_an_item_does_not_pass(text: str) -> None:
    """All conditions must be true, and a text must match as a whole."""
    assert not item_filter(text)(BOOK)


def test_an_item_without_a_date_is_in_no_range() -> None:
    """An open range does not contain it."""
    assert not item_filter("year=1-")(Item("x"))


def test_entry_types_of_bibtex_are_accepted() -> None:
    """An @article is an article-journal in CSL, whose `article` is a preprint."""
    library = refkit.loads("@article{a, title={T}}\n@inproceedings{b, title={T}}")
    assert [item.id for item in library if item_filter("type=article")(item)] == ["a"]
    assert [item.id for item in library if item_filter("type=paper-conference")(item)] == ["b"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("book", "`book` is not a filter; write it like `type=book`"),
        ("", "`` is not a filter"),
        ("type=", "`type=` has no value"),
        ("type=bok", "no type of references `bok`; did you mean `book`"),
        ("yaer=2000", "no field of references `yaer`; did you mean `year`"),
        ("xyzzy=2000", "use type, keyword, year, key or a variable of CSL"),
        ("year=recent", "`recent` is not a year or a range of years such as `2015-2020`"),
        ("year=-", "`-` is not a year or a range of years"),
        ("author=1", "`1` is not a name"),
    ],
)
def test_an_invalid_filter_is_refused(text: str, message: str) -> None:
    """The message shows how to write it."""
    with pytest.raises((RefkitError, UnknownChoice)) as caught:
        item_filter(text)
    assert message in str(caught.value)


def test_one_of_several_filters_is_enough_to_exclude() -> None:
    """Without filters, nothing is excluded."""
    assert any_filter(["type=chapter", "year=2018"])(BOOK)
    assert not any_filter([])(BOOK)


def test_keywords_are_separated_by_commas_or_semicolons() -> None:
    assert keywords(BOOK) == ["tides", "Sea Level", "coast"]
    assert keywords(Item("x")) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("type=book", True), ("a b=c", False), ("x", False)]
)
def test_a_filter_is_recognized(text: str, expected: bool) -> None:
    assert is_filter(text) == expected


@pytest.mark.parametrize(
    ("years", "year", "passes"),
    [
        ("2015-2020", 2014, False), ("2015-2020", 2015, True), ("2015-2020", 2020, True), ("2015-2020", 2021, False),
        ("2015-", 2014, False), ("2015-", 2015, True), ("-2015", 2015, True), ("-2015", 2016, False),
        ("-2015", -44, True), ("2015–2015", 2015, True), ("2015", 2016, False), ("2015-", 10191, True),
    ],
)  # fmt: skip
def test_a_range_of_years_includes_both_ends(years: str, year: int, passes: bool) -> None:
    """An open end includes all years on that side, years BC too."""
    item = item_from_record({"id": "x", "type": "book", "issued": {"date-parts": [[year]]}})[0]
    assert item_filter(f"year={years}")(item) is passes


def test_a_reversed_range_of_years_is_refused() -> None:
    with pytest.raises(RefkitError, match="`2020-2015` is reversed; write `2015-2020`"):
        item_filter("year=2020-2015")


@pytest.mark.parametrize(
    ("text", "name"),
    [("author=Roe, Ann; Fox", "Fox"), ("year=x", "x"), ("type=book;;keyword", "keyword")],
)
def test_the_message_names_the_condition(text: str, name: str) -> None:
    with pytest.raises(RefkitError, match=f"`{name}` is not a"):
        item_filter(text)
