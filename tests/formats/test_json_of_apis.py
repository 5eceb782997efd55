"""Readers of APIs' JSON: hostile input ends in faults, and each format is recognized by its text."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refkit
from refkit.formats import all_formats, for_reading
from refkit.model.source import Source

# A record of each format, and its members.
RECORDS: dict[str, dict[str, object]] = {
    "crossref-json": {"DOI": "10.5555/x", "type": "book", "title": ["Salt"]},
    "datacite-json": {"doi": "10.5555/x", "titles": [{"title": "Salt"}], "types": {"resourceTypeGeneral": "Book"}},
    "openalex-json": {"id": "https://openalex.org/W1", "type": "book", "display_name": "Salt"},
    "zotero-json": {"itemType": "book", "title": "Salt"},
}  # fmt: skip
WRAPPERS = {
    "crossref-json": '{"message": {"items": [',
    "datacite-json": '{"data": [',
    "openalex-json": '{"meta": {}, "results": [',
    "zotero-json": '{"items": [',
}
CSL = [{"id": "a", "type": "book", "title": "Salt", "custom": {"display_name": "x"}}]


@pytest.mark.parametrize("name", RECORDS)
def test_each_is_recognized(name: str) -> None:
    """Also in a file with another suffix, and never as CSL-JSON."""
    text = f"{WRAPPERS[name]}{json.dumps(RECORDS[name])}]"
    for path in ("x.json", "x.txt", "x"):
        assert for_reading(Source(text, path)).name == name
    assert not all_formats()["csl-json"].detect(text)


@pytest.mark.parametrize("name", RECORDS)
def test_csl_json_is_not_one_of_them(name: str) -> None:
    assert not all_formats()[name].detect(json.dumps(CSL))


@pytest.mark.parametrize("name", RECORDS)
def test_other_json_is_not_a_reference(name: str) -> None:
    """Each object is reported."""
    library = refkit.loads('[{"x": 1}, {"y": [2]}]', format=name)
    assert [len(library), len(library.faults)] == [0, 2]


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("bomb", ["[" * 100_000, '{"a":' * 100_000, '{"data":' * 100_000])
def test_deep_nesting_ends(name: str, bomb: str) -> None:
    """In a fault."""
    library = refkit.loads(WRAPPERS[name] + '{"title": ' + bomb, format=name)
    assert [len(library), len(library.faults) > 0] == [0, True]


@pytest.mark.parametrize("name", RECORDS)
def test_a_truncated_file_keeps_the_records_before(name: str) -> None:
    record = json.dumps(RECORDS[name])
    library = refkit.loads(f"{WRAPPERS[name]}{record},\n{record[:-9]}", format=name)
    assert [len(library), len(library.faults) > 0] == [1, True]


@pytest.mark.parametrize("name", RECORDS)
def test_lone_surrogates_are_replaced(name: str) -> None:
    """No encoding supports them; pairs are letters."""
    member = "title" if name != "openalex-json" else "display_name"
    title: object = ["X"] if name == "crossref-json" else "X"
    record = RECORDS[name] | (
        {member: title} if name != "datacite-json" else {"titles": [{"title": "X"}]}
    )
    text = json.dumps([record]).replace('"X"', '"a\\ud800 \\ud83d\\ude00"')
    (item,) = refkit.loads(text, format=name)
    assert item.title == "a\ufffd 😀"
    assert item.entry is not None
    assert not any("\ud800" in field.value for field in item.entry.fields)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                """title name date-parts start end place source type display_name familyName firstPage titles titleType
            dateType date relationType relatedItemIdentifier author raw_author_name issn container""".split()
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=10,
)
NAMES = st.sampled_from(
    """title titles author creators contributors event event.start issued published-print institution container
    container-title ISSN ISBN DOI doi URL url type types dates publicationYear publisher relatedItems rightsList
    subjects descriptions authorships primary_location biblio ids abstract_inverted_index publication_date
    publication_year keywords language subtitle degree standards-body editor data attributes message""".split()
)


@settings(max_examples=200)
@given(st.sampled_from(sorted(RECORDS)), st.dictionaries(NAMES, JSON, max_size=8))
def test_any_value_in_any_member_is_read(name: str, members: dict[str, object]) -> None:
    """Without an exception."""
    library = refkit.loads(json.dumps([RECORDS[name] | members]), format=name)
    list(library.faults)
    for item in library:
        item.place("title")
        refkit.dumps([item], "biblatex")
        refkit.dumps([item], "zotero-json")
