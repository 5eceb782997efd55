"""Reading Zotero's JSON: its wrappers, item types, creators, dates, and the field Extra."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refkit
from refkit.data.zotero import CREATORS_OF, FIELDS_OF, ITEM_TYPES
from refkit.model.item import Item
from refkit.model.name import Name

ALDER = {"creatorType": "author", "lastName": "Alder", "firstName": "Ines"}
SALT = {"itemType": "book", "title": "Salt", "creators": [ALDER], "date": "2020"}


def load(value: object) -> list[Item]:
    return list(refkit.loads(json.dumps(value)))


def read(**members: object) -> Item:
    """Return the item of a book with some members."""
    (item,) = load([{"itemType": "book", "title": "Salt", **members}])
    return item


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda item: {"config": {"label": "BetterBibTeX JSON"}, "collections": {}, "items": [item]},
        lambda item: {"items": [item], "version": {"zotero": "7"}},
        lambda item: [{"key": "AB12CD34", "version": 1, "library": {"type": "user"}, "data": item}],
        lambda item: {"key": "AB12CD34", "version": 1, "data": item},
        lambda item: [item],
        lambda item: item,
    ],
    ids=("Better BibTeX", "items first", "web API", "one of the web API", "list", "one item"),
)
def test_wrappers(wrapped: Callable[[object], object]) -> None:
    """The items are found in all of them, and the web API's random keys are not cite keys."""
    (item,) = load(wrapped(SALT))
    assert (item.id, item.type, item.title) == ("alder2020", "book", "Salt")
    assert (item.author, item.issued.year) == ((Name("Alder", "Ines"),), 2020)


@pytest.mark.parametrize("item_type", sorted(ITEM_TYPES))
def test_every_field_of_every_type_is_read(item_type: str) -> None:
    """No value is lost: each is in a variable, or under its name if another field has the variable."""
    names = [*FIELDS_OF[item_type].split(), "abstractNote", "shortTitle"]
    dates = [n for n in names if "date" in n.lower()]
    values = {name: f"The {name}" for name in names} | dict.fromkeys(dates, "2015")
    (item,) = load([{"itemType": item_type, "citationKey": "k", **values}])
    found = {*item.text.values(), *item.custom.values()}
    assert {value for name, value in values.items() if name not in dates} <= found
    assert item.type == ITEM_TYPES[item_type]


@pytest.mark.parametrize("item_type", sorted(CREATORS_OF))
def test_every_creator_is_read(item_type: str) -> None:
    creators = [
        {"creatorType": role, "lastName": role, "firstName": "Ines"}
        for role in CREATORS_OF[item_type].split()
    ]
    (item,) = load([{"itemType": item_type, "creators": creators}])
    families = {name.family for names in item.names.values() for name in names}
    kept = {name for name, value in item.custom.items() if value == f"{name}, Ines"}
    assert families | kept == set(CREATORS_OF[item_type].split())


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ({"lastName": "van Delft", "firstName": "Jan"}, Name("Delft", "Jan", "van")),
        ({"lastName": "King", "firstName": "Martin, Jr."}, Name("King", "Martin", suffix="Jr.")),
        ({"lastName": "Plato", "firstName": ""}, Name("Plato")),
        ({"name": "World Health Organization"}, Name(literal="World Health Organization")),
        ({"lastName": "UNESCO", "fieldMode": 1}, Name(literal="UNESCO")),
        ({"name": "et al."}, Name(others=True)),
    ],
)
def test_names(creator: dict[str, object], name: Name) -> None:
    assert read(creators=[creator | {"creatorType": "author"}]).author == (name,)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2015-03-02", "2015-03-02"),
        ("2 March 2015", "2015-03-02"),
        ("2015-03-02T10:20:30Z", "2015-03-02"),
        ("2015-03-02 10:20:30", "2015-03-02"),
        ("2015-03-00 March 2015", "2015-03"),
        ("2015-03-00", "2015-03"),
        ("2015-00-00", "2015"),
        ("2015/2016", "2015/2016"),
        ("2004 [1929]", "2004"),
        ("in press", "in press"),
    ],
)
def test_dates(date: str, expected: str) -> None:
    assert str(read(date=date).issued) == expected


def test_a_doi_without_its_address() -> None:
    """Styles add the address."""
    assert read(DOI="https://doi.org/10.5555/abc").DOI == "10.5555/abc"
    assert read(DOI="forthcoming").DOI == "forthcoming"


def test_the_date_of_the_original() -> None:
    assert read(date="2004 [1929]").original_date.year == 1929


def test_date_of_access_is_a_date() -> None:
    """Exports contain the name of the function that sets it."""
    assert read(accessDate="2015-03-02T10:20:30Z").accessed.day == 2
    assert not read(accessDate="CURRENT_TIMESTAMP").accessed


@pytest.mark.parametrize(
    ("line", "variable", "value"),
    [
        ("original-date: 1929", "original-date", "1929"),
        ("Original Date: 1929", "original-date", "1929"),
        ("Event place: Oslo", "event-place", "Oslo"),
        ("DOI: 10.5555/x", "DOI", "10.5555/x"),
        ("PMID: 123", "PMID", "123"),
        ("composer: Alder || Ines", "composer", "Ines Alder"),
        ("{:original-title: Sel}", "original-title", "Sel"),
        ("type: treaty", "type", "treaty"),
        ("Citation Key: alder", "id", "alder"),
        ("tex.weird: Tides", "weird", "Tides"),
        ("arXiv: 2005.14017 [cs]", "eprint", "2005.14017"),
    ],
)
def test_a_line_of_extra_is_a_variable(line: str, variable: str, value: str) -> None:
    """As in Zotero, where they have no other place; the note does not repeat them."""
    item = read(extra=f"{line}\nRead twice.")
    assert (item.plain(variable), item.note) == (value, "Read twice.")


@pytest.mark.parametrize(
    "extra",
    [
        "Read twice: a treasure.",
        "A sentence.\noriginal-date: 1929",
        "DOI: 10.5555/other",
        "submitted: 2015-02-30",
        "OCLC: 1017659336",
        "Call me: maybe",
        "See latex.org.\n\nRead twice.",
    ],
)
def test_other_text_in_extra_is_the_note_as_written(extra: str) -> None:
    """Text ends the variables, and a field of the item counts more than a line."""
    item = read(extra=extra, DOI="10.5555/x")
    assert (item.note, item.DOI) == (extra, "10.5555/x")


def test_lines_in_an_array_are_one_extra() -> None:
    """Better BibTeX's tests have them."""
    item = read(extra=["original-date: 1929", "Read twice."])
    assert (item.original_date.year, item.note) == (1929, "Read twice.")


def test_tags_are_keywords() -> None:
    """With and without their kind."""
    assert read(tags=[{"tag": "salt", "type": 1}, "tide"]).keyword == "salt, tide"


def test_notes_and_attachments_are_not_references() -> None:
    """Neither as items nor in an item."""
    items = load([{"itemType": "note", "note": "<p>x</p>"}, {"itemType": "attachment"}, SALT])
    assert [item.title for item in items] == ["Salt"]
    assert read(notes=[{"note": "x"}], attachments=[{"path": "x.pdf"}], relations={}).custom == {}


def test_other_members_are_kept_under_their_names() -> None:
    item = read(seriesText="Tides", originalDate="1929", PMID=123, assignee="Acme")
    assert item.custom == {"seriesText": "Tides", "holder": "Acme"}
    assert (item.original_date.year, item.PMID) == (1929, "123")


def test_places() -> None:
    """A rule reports the value, not the record."""
    text = json.dumps({"items": [SALT | {"citationKey": "k", "publisher": "Tide"}]}, indent=1)
    (item,) = refkit.loads(text)
    assert item.entry is not None
    quoted = [item.entry.source.slice(item.place(v)) for v in ("title", "issued", "publisher")]
    assert quoted == ['"Salt"', '"2020"', '"Tide"']
    assert item.entry.source.slice(item.place("author")).startswith("{")
    assert item.entry.source.slice(item.entry.key_span) == '"k"'
    assert item.entry.source.slice(item.entry.type_span) == '"book"'


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"itemType": "tome"}, "`tome` is not an item type of Zotero"),
        ({"itemType": "book", "title": {"a": 1}}, "`title` must be a text, not an object"),
        ({"itemType": "book", "creators": ["Alder"]}, "a creator must be an object"),
        ({"itemType": "book", "date": "2015-02-30"}, "`date`: "),
        ({"title": "Salt"}, "it has no `itemType`"),
    ],
)
def test_a_wrong_value_is_reported(members: dict[str, object], message: str) -> None:
    library = refkit.loads(json.dumps([SALT, members]))
    assert [message in fault.message for fault in library.faults] == [True]


def test_a_broken_item_does_not_affect_the_others() -> None:
    text = json.dumps({"items": [SALT, SALT]}, indent=1).replace('"Salt",', '"Salt"', 1)
    library = refkit.loads(text)
    assert [len(library), len(library.faults)] == [1, 1]


@pytest.mark.parametrize("end", range(1, 60, 7))
def test_a_truncated_file_ends_in_a_fault(end: int) -> None:
    text = json.dumps({"items": [SALT, SALT]})
    library = refkit.loads(text[:-end], format="zotero-json")
    assert len(library) >= 1
    assert list(library.faults)


@pytest.mark.parametrize("bomb", ["[" * 100_000, '{"a":' * 100_000, '{"items":[' * 50_000])
def test_deep_nesting_ends(bomb: str) -> None:
    assert len(refkit.loads(f'{{"itemType": "book", "x": {bomb}', format="zotero-json")) == 0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
NAMES = st.sampled_from(
    """title creators date extra tags accessDate citationKey data items volume ISBN itemType citekey id
    originalDate notes weird""".split()
)


@settings(max_examples=150)
@given(st.dictionaries(NAMES, JSON), st.booleans())
def test_any_value_in_any_member_is_read(members: dict[str, object], is_wrapped: bool) -> None:
    """Without an exception."""
    record = {"itemType": "book", **members}
    text = json.dumps({"data": record} if is_wrapped else [record])
    library = refkit.loads(text, format="zotero-json")
    list(library.faults)
    for item in library:
        assert item.entry is not None
        item.place("title")
        refkit.dumps([item], "zotero-json")
        refkit.dumps([item], "biblatex")
