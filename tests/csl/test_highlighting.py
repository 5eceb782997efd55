"""A person is recognized by the names of items, not by the text of an entry."""

import pytest

from refkit.csl.highlighting import own_names
from refkit.errors import RefkitError
from refkit.model.name import Name

JANE = Name("Doe", "Jane Mary")


@pytest.mark.parametrize(
    "written",
    [
        "Doe, Jane Mary", "Doe, J. M.", "Doe, JM", "Doe, Jane", "Jane Mary Doe", "J. M. Doe", "Doe J", "Doe JM",
        "doe", "DOE, JANE", "Doé, Jane",
    ],
)  # fmt: skip
def test_a_name_is_recognized_in_any_form(written: str) -> None:
    """Order, initials, case and accents do not matter."""
    assert own_names([written])(JANE)


@pytest.mark.parametrize(
    "written", ["Doe, John", "Doe, J. P.", "Doering", "Jane", "Roe, Jane Mary", "Mary Doe", "Doe, Jane, Jr."]
)  # fmt: skip
def test_other_people_are_not_recognized(written: str) -> None:
    """Each given name must agree, and the family name as a whole."""
    assert not own_names([written])(JANE)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("van den Berg, Jan", Name("Berg", "J.", "van den")),
        ("Jan van den Berg", Name("Berg", "J.", "van den")),
        ("Berg, Jan", Name("Berg", "Jan", "van den")),
        ("van den Berg", Name("van den Berg", "Jan")),
        ("de Gaulle, Charles", Name("Gaulle", "Charles", dropping_particle="de")),
        ("Sartre, J.-P.", Name("Sartre", "Jean-Paul")),
        ("Jean-Paul Sartre", Name("Sartre", "J.-P.")),
        ("García Márquez, Gabriel", Name("Garcia Marquez", "G.")),
        ("O’Neil, Ann", Name("O'Neil", "A.")),
        ("King, Jr., Martin Luther", Name("King", "M. L.", suffix="Jr.")),
        ("王小明", Name("王", "小明")),
        ("王 小明", Name("王", "小明")),
        ("Иванов, Иван", Name("Иванов", "И.")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("Weiß, Anna", Name("Weiss", "A.")),
    ],
)
def test_names_of_all_kinds_are_recognized(written: str, name: Name) -> None:
    """Particles, suffixes, hyphens, apostrophes, other scripts and organizations."""
    assert own_names([written])(name)


def test_a_family_name_alone_is_not_a_person_with_a_given_name() -> None:
    """The item does not say who it was."""
    assert not own_names(["Doe, Jane"])(Name("Doe"))


def test_one_of_several_names_is_enough() -> None:
    """A person can have published under two names."""
    assert own_names(["Roe, Ann", "Doe, Jane"])(JANE)


@pytest.mark.parametrize("written", ["", " ", "?", "12"])
def test_what_is_not_a_name_is_refused(written: str) -> None:
    """It would match nothing."""
    with pytest.raises(RefkitError, match="is not a name; write it like"):
        own_names([written])
