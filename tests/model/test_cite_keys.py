"""Cite keys for references without keys."""

import pytest

from refkit.model.cite_keys import cite_keys
from refkit.model.dates import parse_date
from refkit.model.item import Item
from refkit.model.name import Name


def item(
    family: str = "", year: str = "", title: str = "", literal: str = "", particle: str = ""
) -> Item:
    found = Item("", text={"title": title} if title else {})
    if family or literal:
        found.names["author"] = (Name(family=family, literal=literal, particle=particle),)
    if year:
        found.dates["issued"] = parse_date(year)
    return found


def keys(*items: Item, given: tuple[str, ...] = ()) -> list[str]:
    return cite_keys(items, given)


@pytest.mark.parametrize(("family", "key"), [
    ("Müller", "muller2020"), ("O’Brien", "obrien2020"), ("Łukasiewicz-Żak", "lukasiewiczzak2020"),
    ("Straße", "strasse2020"), ("Иванов", "ivanov2020"), ("Παπαδόπουλος", "papadopoylos2020"),
    ("王", "ref2020"),
])  # fmt: skip
def test_a_key_is_family_name_and_year_in_ascii(family: str, key: str) -> None:
    """Accents are removed, other alphabets are transliterated."""
    assert keys(item(family, "2020")) == [key]


def test_a_particle_belongs_to_the_key() -> None:
    """The text cites the author with the particle: (van der Berg, 2020)."""
    assert keys(item("Berg", "2020", particle="van der")) == ["vanderberg2020"]


@pytest.mark.parametrize(("name", "key"), [
    ("Reuters", "reuters2020"), ("Al-Monitor", "almonitor2020"), ("World Bank", "worldbank2020"),
    ("R Core Team", "rcoreteam2020"), ("The Guardian", "guardian2020"), ("Le Monde", "lemonde2020"),
    ("World Health Organization", "who2020"), ("UN Security Council", "unsc2020"),
    ("Organisation for Economic Co-operation and Development", "oecd2020"), ("Office (ONS) of Things", "ons2020"),
])  # fmt: skip
def test_a_long_organisation_has_its_initials(name: str, key: str) -> None:
    """Names of one or two words are kept; a short form in brackets is used."""
    assert keys(item(literal=name, year="2020")) == [key]


def test_works_of_one_author_and_year_get_letters() -> None:
    """All of them get letters in the order of the list, as in citation styles."""
    assert keys(item("Roe", "2020"), item("Poe", "2020"), item("Roe", "2020")) == [
        "roe2020a", "poe2020", "roe2020b",
    ]  # fmt: skip


def test_letters_of_the_list_are_kept() -> None:
    """The key of (Roe, 2020b) is roe2020b, wherever it appears in the list."""
    second, first = item("Roe", "2020"), item("Roe", "2020")
    second.text["year-suffix"], first.text["year-suffix"] = "b", "a"
    assert keys(second, first) == ["roe2020b", "roe2020a"]


def test_more_than_26_works_go_on_with_two_letters() -> None:
    """Every work has a unique key."""
    found = keys(*[item("Roe", "2020") for _ in range(30)])
    assert (found[25:28], len(set(found))) == (["roe2020z", "roe2020aa", "roe2020ab"], 30)


def test_a_letter_never_makes_another_key() -> None:
    """`Roea` 2020 has a different key than the second work of `Roe`."""
    assert len(set(keys(item("Roe", "2020"), item("Roe", "2020"), item(literal="Roe2020a")))) == 3


def test_no_author_gives_the_word_of_the_title() -> None:
    """The first word that is not an article is used."""
    assert keys(item(title="The Oxford Handbook", year="1999")) == ["oxford1999"]


def test_no_date_is_nd() -> None:
    """Citation styles use the same abbreviation."""
    assert keys(item("Roe")) == ["roend"]


def test_nothing_at_all_still_gives_a_key() -> None:
    """Two such references have different keys."""
    assert keys(item(), item()) == ["refnda", "refndb"]


def test_keys_that_the_document_gives_are_kept() -> None:
    """They are not used for another reference."""
    assert keys(item("Poe", "2020"), item("Roe", "2020"), given=("Roe2020", "")) == [
        "Roe2020",
        "roe2020a",
    ]


def test_many_works_of_one_author_and_year_take_little_time() -> None:
    """The search for a letter starts at the last one used."""
    assert len(set(keys(*[item("Roe", "2020")] * 20_000))) == 20_000
