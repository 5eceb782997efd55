"""Names of items that rules visit: parsed when they are first used, and otherwise like those of any item."""

import copy
import pickle

import pytest

from refkit.formats.bibtex import item_builder, item_of_entry, read
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.names import parse_names
from refkit.model.source import Source
from refkit.records import replace

LISTS = (
    "Berg, Anna and Lund, Bo",
    "Ann Berg and others",
    "{Royal Society} and M{\\\"u}ller, J{\\'o}",
    "von der Heide, Jr., Carl",
    "family=Heide, given=Carl, prefix=von der, useprefix=false",
    "and",
    "and Berg, Anna",
    "others",
    ",",
    "{}",
    "=",
    "a=b",
    "Berg and and Lund and",
    "Berg, A, B, C, D",
    "{Berg and Lund",
    "Berg}, Anna",
    "\\relax",
    "Andersen, Eva",
    "Ørsted, Łukasz and 王, 小明",
    "\u200b",
    "a" * 10_000,
    "a and " * 500,
    "{" * 500 + "a",
)


def library(fields: str, kind: str = "book") -> Library:
    return read(Source(f"@{kind}{{a, title = {{Tides}}, {fields}}}", "x.bib"))


def item_on_demand(fields: str) -> Item:
    """Return the item of an entry as rules see it."""
    item = item_of_entry(library(fields).entries[0])
    assert item is not None
    return item


@pytest.mark.parametrize("names", LISTS)
def test_the_item_is_the_same(names: str) -> None:
    """Every part is equal, also for lists without a name, which make no variable, and hostile ones."""
    fields = f"editor = {{{names}}}, translator = {{Stone, Cy}}, author = {{{names}}}"
    expected, item = library(fields).items[0], item_on_demand(fields)
    assert list(item.names) == list(expected.names)
    assert item == expected
    assert item.origins.keys() == expected.origins.keys()


@pytest.mark.parametrize(
    "fields",
    [
        "editor = {Berg, Anna}, editortype = {translator}",
        "editor = {Berg, Anna}, editora = {Lund, Bo}, editoratype = {compiler}, author = {Stone, Cy}",
        "author = {van Berg, Anna and Lund, Bo}, options = {useprefix=false}",
        "author = {Berg, Jr., Anna and Lund, Bo}, author+an:csl = {1=comma-suffix}",
        "author = {Berg, Anna}, AUTHOR = {Lund, Bo}",
        "translator = {Berg, Anna}, editor = {Lund, Bo}, editortype = {translator}",
        "author = {}, editor = {{}}",
        "composer = {Berg, Anna}, director = {Lund, Bo}",
    ],
)
def test_fields_that_change_names_change_them(fields: str) -> None:
    """Roles, options and annotations are read in combination with the names."""
    expected, item = library(fields).items[0], item_on_demand(fields)
    assert (list(item.names), item) == (list(expected.names), expected)


def test_names_are_parsed_once_when_they_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which variables there are is known without parsing; each list is parsed alone."""
    parsed: list[str] = []

    def counted(value: str) -> list[Name]:
        parsed.append(value)
        return parse_names(value)

    monkeypatch.setattr(item_builder, "parse_names", counted)
    item = item_on_demand("author = {Berg, Anna}, editor = {Lund, Bo}")
    assert ("author" in item.names, len(item.names), set(item.names)) == (
        True, 2, {"author", "editor"},
    )  # fmt: skip
    assert item.translator == ()
    assert parsed == []
    assert item.editor == item.editor == (Name("Lund", "Bo"),)
    assert parsed == ["Lund, Bo"]


def test_copies_are_equal_and_independent_of_the_entry() -> None:
    """Copies can be made before and after the names are parsed."""
    fields = "author = {Berg, Anna}, editor = {Lund, Bo}"
    expected = library(fields).items[0]
    for used in (False, True):
        item = item_on_demand(fields)
        assert not used or item.author
        copies = [
            copy.copy(item),
            copy.deepcopy(item.names),
            pickle.loads(pickle.dumps(item.names)),
        ]
        assert copies == [expected, expected.names, expected.names]
        assert replace(item, id="b") == replace(expected, id="b")
        assert {**item.names} == dict(expected.names)


def test_equality_and_representation_are_those_of_a_dictionary() -> None:
    """Names compare by value, in both directions."""
    item, other = (item_on_demand("author = {Berg, Anna}") for _ in range(2))
    names = {"author": (Name("Berg", "Anna"),)}
    assert (item.names == names, names == item.names, item.names == other.names) == (True,) * 3
    assert item.names != item_on_demand("author = {Berg, Ann}").names
    assert repr(item_on_demand("author = {Berg, Anna}")) == repr(item)
    assert repr(item.names) == repr(names)


def test_variables_can_be_set_and_deleted() -> None:
    """A list that is set replaces the one in the field."""
    item = item_on_demand("author = {Berg, Anna}, editor = {Lund, Bo}")
    item.names["author"] = (Name("Stone"),)
    del item.names["editor"]
    assert item.names == {"author": (Name("Stone"),)}


def test_faults_in_names_are_reported_after_items_were_visited() -> None:
    """The library reports the problems of names that rules have not parsed."""
    faulty = library("author = {Berg, Anna and and Lund, Bo}")
    assert item_of_entry(faulty.entries[0]) is not None
    assert [(fault.kind, fault.message) for fault in faulty.faults] == [
        ("name", "empty name between two `and`s")
    ]
