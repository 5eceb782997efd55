"""Reading answers of Crossref's API."""

import json

import pytest

import refkit
from refkit.data.crossref import ITEM_TYPES as TYPES
from refkit.data.csl import ITEM_TYPES
from refkit.formats import for_reading
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.source import Source

WORK = {
    "indexed": {"date-parts": [[2024, 1, 1]]},
    "publisher": "Tide Press",
    "issue": "2",
    "isbn-type": [{"value": "9780306406157", "type": "print"}],
    "DOI": "10.5555/abc",
    "type": "journal-article",
    "page": "11-19",
    "title": ["Salt &amp; <i>Tides</i>"],
    "volume": "3",
    "author": [
        {"given": "Ines", "family": "Alder", "sequence": "first", "ORCID": "https://orcid.org/0"},
        {"name": "Tide Group", "sequence": "additional"},
    ],
    "container-title": ["Journal of Tides"],
    "issued": {"date-parts": [[2019, 11, 2]]},
    "ISSN": ["1234-5679", "0028-0836"],
    "URL": "https://doi.org/10.5555/abc",
    "reference": [{"key": "1", "article-title": "Other"}],
}


def load(value: object) -> list[Item]:
    return list(refkit.loads(json.dumps(value)))


def read(**members: object) -> Item:
    """Return the item of a work with other members."""
    (item,) = load({"status": "ok", "message-type": "work", "message": WORK | members})
    return item


@pytest.mark.parametrize(
    "answer",
    [
        {"status": "ok", "message-type": "work", "message": WORK},
        {"message": WORK, "status": "ok"},
        {"status": "ok", "message-type": "work-list", "message": {"facets": {}, "items": [WORK, WORK]}},
    ],
    ids=("work", "message first", "list"),
)  # fmt: skip
def test_answers(answer: object) -> None:
    """Of one work and of several, with keys from author and year."""
    items = load(answer)
    assert [item.title for item in items] == ["Salt & <i>Tides</i>"] * len(items)
    assert [item.id for item in items] == ["alder2019", "alder2019a"][: len(items)]


def test_a_work_without_the_answer_is_read_on_request() -> None:
    (item,) = refkit.loads(json.dumps([WORK]), format="crossref-json")
    assert item.DOI == "10.5555/abc"


@pytest.mark.parametrize(
    "wrap", [[WORK], {"items": [WORK]}, WORK], ids=("list", "data file", "one")
)
def test_works_with_their_counts_are_recognized(wrap: object) -> None:
    """As in Crossref's public data files; CSL-JSON by Crossref, which has one title, is not among them."""
    text = json.dumps(wrap).replace('"volume"', '"is-referenced-by-count": 3, "volume"')
    assert for_reading(Source(text, "x.json")).name == "crossref-json"
    assert [item.title for item in refkit.loads(text)] == ["Salt & <i>Tides</i>"]
    csl = text.replace('["Salt &amp; <i>Tides</i>"]', '"Salt"').replace(
        '"journal-article"', '"article-journal"'
    )
    assert for_reading(Source(csl, "x.json")).name == "csl-json"


def test_an_article() -> None:
    item = read()
    assert item.author == (Name("Alder", "Ines"), Name(literal="Tide Group"))
    assert item.text == {
        "DOI": "10.5555/abc", "title": "Salt & <i>Tides</i>", "container-title": "Journal of Tides", "volume": "3",
        "issue": "2", "page": "11-19", "publisher": "Tide Press", "ISSN": "1234-5679, 0028-0836",
    }  # fmt: skip
    assert item.custom == {"author-1-ORCID": "https://orcid.org/0"}


@pytest.mark.parametrize("kind", sorted(TYPES.keys() | {"book", "dataset", "report", "standard"}))
def test_types(kind: str) -> None:
    """Crossref's become CSL's."""
    item = read(type=kind)
    assert item.type == TYPES.get(kind, kind)
    assert item.type in ITEM_TYPES


@pytest.mark.parametrize(
    ("members", "variable", "value"),
    [
        ({"published-print": {"date-parts": [[2020, 3]]}}, "issued", "2020-03"),
        ({"published-print": {"date-parts": [[2020]]}, "published-online": {"date-parts": [[2019, 11]]}},
         "available-date", "2019-11"),
        ({"issued": {"date-parts": [[None]]}, "posted": {"date-parts": [[2021, 5, 4]]}}, "issued", "2021-05-04"),
        ({"subtitle": ["A Study"]}, "title", "Salt & Tides: A Study"),
        ({"subtitle": ["Tides"], "title": ["Salt: Tides"]}, "title", "Salt: Tides"),
        ({"title": ["H<sub>2</sub>O and <scp>NaCl</scp>"]}, "title", "H2O and NaCl"),
        ({"abstract": "<jats:title>Abstract</jats:title><jats:p>We measure\n <italic>salt</italic>.</jats:p>"},
         "abstract", "We measure salt."),
        ({"article-number": "e12"}, "number", "e12"),
        ({"subject": ["Water", "Salt"]}, "keyword", "Water, Salt"),
        ({"URL": "https://tide.example/1"}, "URL", "https://tide.example/1"),
        ({"ISBN": ["http://id.crossref.org/isbn/9780306406157"]}, "ISBN", "9780306406157"),
        ({"event": {"name": "Tides", "location": "Bern", "start": {"date-parts": [[2019, 5, 1]]},
                    "end": {"date-parts": [[2019, 5, 3]]}}}, "event-date", "2019-05-01/2019-05-03"),
        ({"event": {"name": "Tides", "location": "Bern"}}, "event-place", "Bern"),
        ({"type": "proceedings-article", "container-title": ["Lecture Notes", "Salt in the Sea"]},
         "container-title", "Salt in the Sea"),
        ({"type": "book-chapter", "container-title": ["Lecture Notes", "Salt in the Sea"]},
         "collection-title", "Lecture Notes"),
        ({"type": "dissertation", "institution": [{"name": "Oslo", "place": ["Norway"]}]}, "publisher", "Oslo"),
        ({"type": "dissertation", "degree": ["PhD"]}, "genre", "PhD"),
        ({"standards-body": {"name": "ISO"}}, "authority", "ISO"),
        ({"editor": [{"family": "Birk", "given": "Jon"}]}, "editor", "Jon Birk"),
        ({"author": [{"family": "Alder", "given": "Ines", "suffix": "Jr."}]}, "author", "Ines Alder Jr."),
    ],
)  # fmt: skip
def test_members(members: dict[str, object], variable: str, value: str) -> None:
    assert read(**members).plain(variable) == value


def test_places() -> None:
    """A rule reports the value, also in a list."""
    item = read()
    assert item.entry is not None
    slices = {v: item.entry.source.slice(item.place(v)) for v in ("volume", "title", "ISSN")}
    assert slices == {"volume": '"3"', "title": '"Salt &amp; <i>Tides</i>"', "ISSN": '"1234-5679"'}
    assert item.entry.source.slice(item.entry.type_span) == '"journal-article"'


def test_another_object_is_reported() -> None:
    """And is not a reference."""
    library = refkit.loads(json.dumps({"message": {"items": [WORK, {"name": "x"}]}}))
    assert [len(library), [fault.message for fault in library.faults]] == [
        1,
        ["record skipped: it is not a work of Crossref, which has a `DOI`"],
    ]
