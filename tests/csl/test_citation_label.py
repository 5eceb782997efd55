"""The variable citation-label."""

from __future__ import annotations

import pytest
from tests.csl.rendering import rendered

from refkit.csl.context import Hints

LABEL = '<text variable="citation-label"/>'
ISSUED = {"issued": {"date-parts": [[2006]]}}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Roe",), "Roe06"),
        (("Zimmer", "Doe"), "ZiDo06"),
        (("Li", "Wu", "Xi"), "LiWX06"),
        (("Zimmer", "Doe", "Roe"), "ZiDR06"),
        (("Zimmer", "Doe", "Roe", "Fox"), "ZDRF06"),
        (("Zimmer", "Doe", "Roe", "Fox", "Gnu"), "ZDRF06"),
        (("Zimmer",), "Zimm06"),
        (("de la Cruz",), "Cruz06"),
        (("O’Neill",), "Onei06"),
    ],
)
def test_a_label_has_letters_of_the_names(names: tuple[str, ...], expected: str) -> None:
    """There are four letters of one name, and fewer of each of several."""
    author = [{"family": name, "given": "A."} for name in names]
    assert rendered(LABEL, {"author": author, **ISSUED}) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Companion to Tea", "Comp06"),
        ("the tea of an age", "Teaa06"),
        ("“So it goes”", "Soit06"),
        ("", "06"),
    ],
)
def test_a_label_without_names_has_letters_of_the_title(title: str, expected: str) -> None:
    """Words that stay small in titles do not count."""
    assert rendered(LABEL, {"title": title, **ISSUED}) == expected


def test_the_author_makes_the_label_whatever_the_order_of_the_names() -> None:
    """Without an author, the label is made from the first names in the order of the variables."""
    editor, author = [{"family": "Zimmer"}], [{"family": "Roe"}]
    assert rendered(LABEL, {"editor": editor, "author": author}) == "Roe00"
    assert rendered(LABEL, {"translator": author, "editor": editor}) == "Zimm00"


def test_an_organization_gives_letters_after_its_article() -> None:
    """The article of an organization does not count."""
    author = [{"literal": "The Tea Board"}]
    assert rendered(LABEL, {"author": author}) == "Teab00"


@pytest.mark.parametrize(
    ("year", "digits"),
    [(2006, "06"), (2000, "00"), (1998, "98"), (5, "05"), (-44, "44"), (-105, "05")],
)
def test_a_label_ends_with_two_digits_of_the_year(year: int, digits: str) -> None:
    issued = {"date-parts": [[year]]}
    assert rendered(LABEL, {"author": [{"family": "Roe"}], "issued": issued}) == f"Roe{digits}"


def test_a_name_without_a_family_name_gives_letters() -> None:
    assert rendered(LABEL, {"author": [{"given": "Sukarno"}], **ISSUED}) == "Suka06"


def test_the_label_of_an_item_precedes_a_generated_one() -> None:
    """Year suffixes are added to both."""
    author = {"author": [{"family": "Roe"}], **ISSUED}
    assert (
        rendered(LABEL, {"citation-label": "R1", **author}, hints=Hints(year_suffix="b")) == "R1b"
    )
    assert rendered(LABEL, author, hints=Hints(year_suffix="b")) == "Roe06b"
