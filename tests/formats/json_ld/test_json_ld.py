"""Writing schema.org and CodeMeta: properties, what contains a work, and what is lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.written_losses import losses_in

import refkit
from refkit.data.csl import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)
from refkit.data.schema_org import OTHER_TYPE, TYPES
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name


def node(item: Item, form: str = "json-ld") -> dict[str, object]:
    """Return the only node that is written."""
    data = json.loads(refkit.dumps([item], form))
    found = data["@graph"][0] if "@graph" in data else data
    assert isinstance(found, dict)
    return found


def test_an_article() -> None:
    """In its issue, volume and journal."""
    item = Item.new(
        "article-journal", "a", title="<i>Salt</i>", author="van Delft, Jan and {Tide Group}", issued="2015-03-02",
        container_title="Tides", volume=3, issue=2, page="11-19", ISSN="0028-0836",
        DOI="10.5555/x", keyword="sea, salt",
    )  # fmt: skip
    item.names["author"] = (Name("Delft", "Jan", "van"), Name(literal="Tide Group"))
    assert node(item) == {
        "@type": "ScholarlyArticle",
        "@id": "https://doi.org/10.5555/x",
        "additionalType": "article-journal",
        "name": "Salt",
        "author": [
            {"@type": "Person", "givenName": "Jan", "familyName": "van Delft"},
            {"@type": "Organization", "name": "Tide Group"},
        ],
        "datePublished": "2015-03-02",
        "pagination": "11-19",
        "identifier": [{"@type": "PropertyValue", "propertyID": "DOI", "value": "10.5555/x"}],
        "keywords": ["sea", "salt"],
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "2",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "3",
                "isPartOf": {"@type": "Periodical", "name": "Tides", "issn": "0028-0836"},
            },
        },
    }


def test_a_chapter() -> None:
    """In a book of a series."""
    item = Item.new(
        "chapter", "a", title="Salt", container_title="Tides", collection_title="Seas", collection_number=7,
        publisher="Tide Press", publisher_place="Oslo",
    )  # fmt: skip
    found = node(item)
    series = {"@type": "CreativeWorkSeries", "name": "Seas", "position": "7"}
    assert found["isPartOf"] == {"@type": "Book", "name": "Tides", "isPartOf": series}
    assert found["publisher"] == {"@type": "Organization", "name": "Tide Press", "address": "Oslo"}


def test_software() -> None:
    """One item is the object of a codemeta.json."""
    item = Item.new(
        "software",
        "a",
        title="Salt",
        author="Alder, Ines",
        version="1.2",
        URL="https://tide.example",
    )
    data = json.loads(refkit.dumps([item], "codemeta"))
    assert data == {
        "@context": "https://w3id.org/codemeta/3.0",
        "@type": "SoftwareSourceCode",
        "name": "Salt",
        "url": "https://tide.example",
        "version": "1.2",
        "author": [{"@type": "Person", "givenName": "Ines", "familyName": "Alder"}],
    }


@pytest.mark.parametrize("form", ["codemeta", "json-ld"])
@pytest.mark.parametrize("count", [0, 2, 3])
def test_several_items_are_a_graph(form: str, count: int) -> None:
    """And so are none."""
    items = [Item.new("book", f"k{n}", title=f"Salt {n}") for n in range(count)]
    data = json.loads(refkit.dumps(items, form))
    assert [one["name"] for one in data["@graph"]] == [f"Salt {n}" for n in range(count)]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date(start=DatePoint(2015)), "2015"),
        (Date(start=DatePoint(2015, 3)), "2015-03"),
        (Date(start=DatePoint(-43)), "-0043"),
        (Date(start=DatePoint(2015), end=DatePoint(2016)), "2015"),
    ],
)
def test_dates(date: Date, written: str) -> None:
    """A range is reported."""
    item = Item("a", "book", dates={"issued": date})
    assert node(item)["datePublished"] == written
    assert bool(losses_in("json-ld", item)) == bool(date.end)


def test_types() -> None:
    """Each type of CSL can be recognized in the output."""
    assert TYPES.keys() <= ITEM_TYPES
    found = {kind: node(Item("a", kind)) for kind in ITEM_TYPES}
    shown = {(str(one["@type"]), str(one.get("additionalType"))) for one in found.values()}
    assert len(shown) == len(ITEM_TYPES)
    assert found["event"]["@type"] == OTHER_TYPE


VALUES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=6).map(
    lambda word: f"X{word}X"
)
TEXTS = sorted((TEXT_VARIABLES | NUMBER_VARIABLES) - {"event"})


@given(
    st.sampled_from(sorted(ITEM_TYPES)),
    st.dictionaries(st.sampled_from(TEXTS), VALUES, max_size=8),
    st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), VALUES, max_size=3),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), st.integers(1000, 2030), max_size=2),
)
def test_a_value_is_written_or_reported(
    kind: str, texts: dict[str, str], names: dict[str, str], years: dict[str, int]
) -> None:
    """Nothing is lost in silence."""
    values = {v: f"{value}{n}" for n, (v, value) in enumerate(texts.items())}
    item = Item("a", kind, text=values)
    item.names = {variable: (Name(family, "Ines"),) for variable, family in names.items()}
    item.dates = {variable: Date(start=DatePoint(year)) for variable, year in years.items()}
    written, lost = (
        json.dumps(node(item), ensure_ascii=False),
        {one.variable for one in losses_in("json-ld", item)},
    )
    kept = {v for v, value in values.items() if f'"{value}"' in written}
    kept |= {v for v, family in names.items() if v not in lost and f'"{family}"' in written}
    kept |= {v for v, year in years.items() if v not in lost and f'"{year}"' in written}
    assert {*values, *names, *years} <= kept | lost
    assert not kept & lost & values.keys()
