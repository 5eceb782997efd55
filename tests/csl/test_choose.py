"""cs:choose and cs:group: the conditions under which elements are rendered."""

from __future__ import annotations

import pytest
from tests.csl.rendering import rendered

from refkit.csl.context import Hints, Position


def holds(conditions: str, variables: dict[str, object] | None = None, **cite: str) -> bool:
    """Whether the conditions of a cs:if are true for a book."""
    body = (
        f'<choose><if {conditions}><text value="yes"/></if><else><text value="no"/></else></choose>'
    )
    return rendered(body, variables or {}, **cite) == "yes"  # type: ignore[arg-type]  # str options


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ('type="book"', True),
        ('type="chapter"', False),
        ('type="chapter book"', True),
        ('type="chapter book" match="none"', False),
        ('variable="title DOI"', False),
        ('variable="title DOI" match="any"', True),
        ('variable="DOI ISBN" match="none"', True),
        ('type="chapter" variable="title" match="any"', True),
        ('type="chapter" variable="title" match="all"', False),
        ('is-numeric="volume"', True),
        ('is-numeric="title"', False),
        ('is-numeric="edition"', False),
    ],
)
def test_conditions_on_the_item(conditions: str, expected: bool) -> None:
    """A book has a title and volume 3; an item has one type, so several types are alternatives."""
    assert holds(conditions, {"title": "T", "volume": "3"}) is expected


@pytest.mark.parametrize(
    ("position", "true_for"),
    [
        (Position.FIRST, {"first"}),
        (Position.SUBSEQUENT, {"subsequent"}),
        (Position.IBID, {"subsequent", "ibid"}),
        (Position.IBID_WITH_LOCATOR, {"subsequent", "ibid", "ibid-with-locator"}),
        (None, set()),
    ],
)
def test_positions(position: Position | None, true_for: set[str]) -> None:
    """ "Whenever position=ibid tests true, position=subsequent also tests true"."""
    tested = ("first", "subsequent", "ibid", "ibid-with-locator")
    body = "".join(
        f'<choose><if position="{one}"><text value="{one} "/></if></choose>' for one in tested
    )
    assert set(rendered(body, position=position).split()) == true_for


def test_a_locator_is_tested_by_its_label() -> None:
    """A label written in the locator takes precedence over the cite's own."""
    assert holds('locator="chapter"', locator="ch. 3", label="page")


def test_the_disambiguate_test_holds_where_it_is_asked_for() -> None:
    """The condition is true if names did not disambiguate the cites."""
    body = '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
    texts = [rendered(body, {"title": "T"}, hints=Hints(condition=one)) for one in (False, True)]
    assert texts == ["", "T"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<text term="in"/><text variable="title"/>', "in T"),
        ('<text term="in"/><text variable="DOI"/>', ""),
        ('<text term="in"/>', "in"),
        ('<text term="in"/><group><text term="by"/></group><text variable="DOI"/>', "in by"),
        ('<text term="in"/><text macro="doi"/>', ""),
        ('<text term="in"/><text macro="term"/><text variable="DOI"/>', "in by"),
        ('<choose><if type="book"><text term="in"/></if></choose><text variable="DOI"/>', ""),
    ],
)
def test_a_group_needs_one_of_the_variables_that_it_calls(inside: str, expected: str) -> None:
    """A nested group or macro with output counts as a variable with a value."""
    macros = (
        '<macro name="doi"><text value="doi:"/><text variable="DOI"/></macro>'
        '<macro name="term"><text term="by"/></macro>'
    )
    body = f'<group delimiter=" ">{inside}</group>'
    assert rendered(body, {"title": "T"}, macros=macros) == expected


def test_delimiters_of_a_group_reach_into_choose_but_not_into_groups() -> None:
    """CSL 1.0.2, "Delimiter"."""
    body = (
        '<group delimiter=", "><choose><if type="book"><text value="a"/><text value="b"/></if></choose>'
        '<group><text value="c"/><text value="d"/></group></group>'
    )
    assert rendered(body) == "a, b, cd"


def test_a_short_form_falls_back_to_the_long_one() -> None:
    """A missing short form of the title gives the title; the variable title-short has no fallback."""
    body = '<text variable="title" form="short"/>|<text variable="title-short"/>'
    assert rendered(body.replace("|", '<text value="|"/>'), {"title": "T"}) == "T|"


@pytest.mark.parametrize(
    ("match", "variables", "expected"),
    [
        ("all", "title volume issue", True),
        ("all", "title volume DOI", False),
        ("all", "DOI title volume", False),
        ("all", "title volume", True),
        ("all", "title DOI", False),
        ("any", "DOI ISBN issue", True),
        ("any", "DOI ISBN URL", False),
        ("none", "DOI ISBN URL", True),
        ("none", "DOI ISBN issue", False),
    ],
)
def test_any_number_of_conditions_is_combined(match: str, variables: str, expected: bool) -> None:
    """Two conditions are no special case."""
    item: dict[str, object] = {"title": "T", "volume": "3", "issue": "4"}
    assert holds(f'variable="{variables}" match="{match}"', item) is expected
