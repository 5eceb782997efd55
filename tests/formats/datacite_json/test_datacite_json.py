"""Reading DataCite's metadata."""

import json

import pytest

import refkit
from refkit.data.csl import ITEM_TYPES
from refkit.data.datacite import ITEM_TYPES as TYPES
from refkit.model.item import Item
from refkit.model.name import Name

RESOURCE = {
    "doi": "10.5555/salt",
    "creators": [
        {"name": "Alder, Ines", "nameType": "Personal", "givenName": "Ines", "familyName": "Alder"},
        {"name": "Tide Group", "nameType": "Organizational"},
    ],
    "titles": [{"title": "Salt"}, {"title": "A Study", "titleType": "Subtitle"}],
    "publisher": "Zenodo",
    "publicationYear": 2020,
    "types": {"resourceTypeGeneral": "Dataset", "citeproc": "dataset"},
    "dates": [{"date": "2020-03-02", "dateType": "Issued"}],
    "subjects": [{"subject": "Water"}, {"subject": "Salt"}],
    "descriptions": [{"description": "<p>We measure.</p>", "descriptionType": "Abstract"}],
    "url": "https://tide.example/1",
    "version": "1.2",
    "schemaVersion": "http://datacite.org/schema/kernel-4",
}


def load(value: object) -> list[Item]:
    return list(refkit.loads(json.dumps(value)))


def read(**attributes: object) -> Item:
    """Return the item of a resource with other attributes."""
    (item,) = load({"data": {"id": "10.5555/salt", "type": "dois", "attributes": RESOURCE | attributes}})  # fmt: skip
    return item


@pytest.mark.parametrize(
    "answer",
    [
        {"data": {"id": "10.5555/salt", "type": "dois", "attributes": RESOURCE}},
        {"data": [{"id": "10.5555/salt", "type": "dois", "attributes": RESOURCE}], "meta": {}, "links": {}},
        {"id": "https://doi.org/10.5555/salt", **RESOURCE},
    ],
    ids=("one", "list", "DataCite JSON"),
)  # fmt: skip
def test_answers(answer: object) -> None:
    (item,) = load(answer)
    assert (item.id, item.type, item.title) == ("alder2020", "dataset", "Salt: A Study")


def test_a_data_set() -> None:
    item = read()
    assert item.author == (Name("Alder", "Ines"), Name(literal="Tide Group"))
    assert str(item.issued) == "2020-03-02"
    assert item.text == {
        "DOI": "10.5555/salt", "title": "Salt: A Study", "publisher": "Zenodo", "keyword": "Water, Salt",
        "abstract": "We measure.", "URL": "https://tide.example/1", "version": "1.2",
    }  # fmt: skip


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_types(kind: str) -> None:
    """DataCite's become CSL's."""
    item = read(types={"resourceTypeGeneral": kind})
    assert item.type == TYPES[kind]
    assert item.type in ITEM_TYPES


@pytest.mark.parametrize(
    ("types", "kind", "genre"),
    [
        ({"resourceTypeGeneral": "Text", "resourceType": "Doctoral Thesis"}, "thesis", "Doctoral Thesis"),
        ({"resourceTypeGeneral": "Text", "resourceType": "Journal article"}, "article-journal", ""),
        ({"resourceTypeGeneral": "Text", "citeproc": "report"}, "report", ""),
        ({"resourceTypeGeneral": "Text", "citeproc": "nonsense"}, "document", ""),
        ({"resourceTypeGeneral": "Dissertation", "resourceType": "Dissertation"}, "thesis", ""),
        ({"resourceTypeGeneral": "Poster"}, "speech", "Poster"),
        ({}, "document", ""),
    ],
)  # fmt: skip
def test_words_of_types(types: dict[str, str], kind: str, genre: str) -> None:
    """A text has its type in words; other kinds that styles print are genres."""
    item = read(types=types)
    assert (item.type, item.genre) == (kind, genre)


CONTAINER = {
    "type": "Journal", "title": "Tides", "volume": "3", "issue": "2", "firstPage": "11", "lastPage": "19",
    "identifier": "0028-0836", "identifierType": "ISSN",
}  # fmt: skip
RELATED = {
    "relationType": "IsPublishedIn", "titles": [{"title": "Tides"}], "volume": "3", "firstPage": "11", "lastPage": "19",
    "relatedItemIdentifier": {"relatedItemIdentifier": "0028-0836", "relatedItemIdentifierType": "ISSN"},
}  # fmt: skip


@pytest.mark.parametrize("attributes", [{"container": CONTAINER}, {"relatedItems": [RELATED]}])
def test_the_work_that_contains_it(attributes: dict[str, object]) -> None:
    """In the attribute of the API, and in that of the schema."""
    item = read(**attributes)
    found = [item.text[v] for v in ("container-title", "volume", "page", "ISSN")]
    assert found == ["Tides", "3", "11-19", "0028-0836"]


@pytest.mark.parametrize(
    ("attributes", "variable", "value"),
    [
        ({"publisher": {"name": "Zenodo"}}, "publisher", "Zenodo"),
        ({"publisher": "(:unav)"}, "publisher", ""),
        ({"dates": [], "publicationYear": "2019"}, "issued", "2019"),
        ({"dates": [{"date": "2018-01-05", "dateType": "Issued"}]}, "issued", "2020"),
        ({"dates": [{"date": "2020-05", "dateType": "Available"}]}, "issued", "2020-05"),
        ({"creators": [{"name": "van Delft, Jan"}]}, "author", "Jan van Delft"),
        ({"creators": [{"name": "(:unkn)"}]}, "author", ""),
        ({"contributors": [{"name": "Birk, Jon", "contributorType": "Editor"}]}, "editor", "Jon Birk"),
        ({"contributors": [{"name": "Birk, Jon", "contributorType": "DataManager"}]}, "DataManager", "Birk, Jon"),
        ({"rightsList": [{"rights": "CC BY 4.0"}]}, "license", "CC BY 4.0"),
        ({"language": "en"}, "language", "en"),
    ],
)  # fmt: skip
def test_attributes(attributes: dict[str, object], variable: str, value: str) -> None:
    item = read(**attributes)
    assert (item.plain(variable) if variable in item else "") == value


def test_places() -> None:
    """A rule reports the value."""
    item = read()
    assert item.entry is not None
    assert item.entry.source.slice(item.place("version")) == '"1.2"'
    assert item.entry.source.slice(item.place("title")) == '{"title": "Salt"}'
