"""Reading works of OpenAlex."""

import json

import pytest

import refkit
from refkit.data.csl import ITEM_TYPES
from refkit.data.openalex import ITEM_TYPES as TYPES
from refkit.model.item import Item
from refkit.model.name import Name

WORK = {
    "id": "https://openalex.org/W2741809807",
    "doi": "https://doi.org/10.5555/abc",
    "title": "Salt <i>Tides</i>",
    "display_name": "Salt <i>Tides</i>",
    "publication_year": 2020,
    "publication_date": "2020-03-02",
    "ids": {"openalex": "https://openalex.org/W2741809807", "pmid": "https://pubmed.ncbi.nlm.nih.gov/123"},
    "language": "en",
    "primary_location": {
        "landing_page_url": "https://doi.org/10.5555/abc",
        "source": {
            "id": "https://openalex.org/S1", "display_name": "Journal of Tides", "issn_l": "0028-0836",
            "issn": ["0028-0836"], "host_organization_name": "Tide Press", "type": "journal",
        },
    },
    "type": "article",
    "authorships": [
        {"author": {"display_name": "Ines Alder", "orcid": "https://orcid.org/0"}, "raw_author_name": "Alder, Ines"},
        {"author": {"display_name": "Jan van Delft", "orcid": None}},
    ],
    "biblio": {"volume": "3", "issue": "2", "first_page": "11", "last_page": "19"},
    "keywords": [{"display_name": "Water", "score": 0.5}, {"keyword": "Salt"}],
    "abstract_inverted_index": {"measure": [1], "We": [0], "salt.": [2, 4], "and": [3]},
}  # fmt: skip


def load(value: object) -> list[Item]:
    return list(refkit.loads(json.dumps(value)))


def read(**members: object) -> Item:
    """Return the item of a work with other members."""
    (item,) = load(WORK | members)
    return item


@pytest.mark.parametrize(
    "answer", [WORK, [WORK], {"meta": {"count": 1}, "results": [WORK], "group_by": []}]
)
def test_answers(answer: object) -> None:
    """One work and lists."""
    (item,) = load(answer)
    assert (item.id, item.type, item.title) == ("alder2020", "article-journal", "Salt <i>Tides</i>")


def test_an_article() -> None:
    item = read()
    assert item.author == (Name("Alder", "Ines"), Name("Delft", "Jan", "van"))
    assert str(item.issued) == "2020-03-02"
    assert item.text == {
        "DOI": "10.5555/abc", "title": "Salt <i>Tides</i>", "PMID": "123", "language": "en", "volume": "3",
        "issue": "2", "page": "11-19", "container-title": "Journal of Tides", "ISSN": "0028-0836",
        "publisher": "Tide Press", "keyword": "Water, Salt", "abstract": "We measure salt. and salt.",
    }  # fmt: skip
    assert item.custom == {"author-1-ORCID": "https://orcid.org/0"}


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_types(kind: str) -> None:
    """OpenAlex's become CSL's."""
    item = read(type=kind)
    assert item.type == TYPES[kind]
    assert item.type in ITEM_TYPES


def located(kind: str) -> dict[str, object]:
    return {"primary_location": {"source": {"display_name": "Tides", "type": kind}}}


@pytest.mark.parametrize(
    ("members", "variable", "value"),
    [
        ({"publication_date": "2020-01-01"}, "issued", "2020"),
        ({"publication_date": None}, "issued", "2020"),
        ({"type_crossref": "proceedings-article"}, "type", "paper-conference"),
        (located("conference"), "type", "paper-conference"),
        ({"type": "preprint", **located("repository")}, "publisher", "Tides"),
        (located("repository"), "source", "Tides"),
        ({"type": "book-chapter", **located("book series")}, "collection-title", "Tides"),
        ({"biblio": {"first_page": "7", "last_page": "7"}}, "page", "7"),
        ({"primary_location": {"landing_page_url": "https://tide.example/1"}}, "URL", "https://tide.example/1"),
        ({"ids": {"pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12"}}, "PMCID", "PMC12"),
    ],
)  # fmt: skip
def test_members(members: dict[str, object], variable: str, value: str) -> None:
    assert read(**members).plain(variable) == value


def test_places() -> None:
    """A rule reports the value, also in an object inside the work."""
    item = read()
    assert item.entry is not None
    assert item.entry.source.slice(item.place("volume")) == '"3"'
    assert item.entry.source.slice(item.place("ISSN")) == '"0028-0836"'
