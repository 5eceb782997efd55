"""CITATION.cff files: the work itself, its preferred citation and references."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.interop import CASES

import refkit
from refkit.errors import UnreadableFile
from refkit.formats import for_reading
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.source import Source

SOFTWARE = """cff-version: 1.2.0
message: Please cite it.
title: Tidewatch
version: 1.0.4
doi: 10.5555/tide.1
date-released: 2021-03-02
license: MIT
keywords: [tides, harbors]
repository-code: https://example.org/tidewatch
authors:
- family-names: Beethoven
  given-names: Ludwig
  name-particle: van
  name-suffix: Jr.
  orcid: https://orcid.org/0000-0002-1825-0097
- name: Tide Society
  city: Bonn
- alias: mole
"""
REFERENCES = """references:
- type: article
  title: On Tides
  authors: [{family-names: Doe, given-names: Jane}]
  journal: Journal of Tides
  volume: 3
  issue: 2
  start: 11
  end: 19
  year: 2001
  month: 5
- type: conference-paper
  title: Mills
  authors: [{family-names: Roe, given-names: Ann}]
  collection-title: Proceedings of Mills
  conference: {name: Mills 2002, city: Rome, country: IT, date-start: 2002-03-01, date-end: 2002-03-04}
  publisher: {name: Harbor Press, city: Berlin, country: DE}
- type: thesis
  title: Salt
  authors: [{family-names: Poe, given-names: Ida}]
  thesis-type: PhD
  institution: {name: University of Tides, city: Rome}
  date-published: 2017-03-21
  date-accessed: 2018-01-02
"""


def read(text: str) -> list[Item]:
    return list(refkit.loads(text, format="cff"))


def test_the_work_itself() -> None:
    """With persons, entities and aliases, and the details of persons."""
    work = read(SOFTWARE)[0]
    assert work.author == (
        Name("Beethoven", "Ludwig", "van", suffix="Jr."),
        Name(literal="Tide Society"),
        Name(literal="mole"),
    )
    assert work.custom["author-1-ORCID"] == "https://orcid.org/0000-0002-1825-0097"
    assert (work.type, work.version, str(work.issued)) == ("software", "1.0.4", "2021-03-02")
    assert (work.DOI, work.keyword) == ("10.5555/tide.1", "tides, harbors")
    assert work.URL == "https://example.org/tidewatch"


def test_an_article() -> None:
    article = read(SOFTWARE + REFERENCES)[1]
    assert article.container_title == "Journal of Tides"
    assert (article.page, str(article.issued)) == ("11-19", "2001-05")


def test_a_paper_with_a_conference_and_a_publisher() -> None:
    paper = read(SOFTWARE + REFERENCES)[2]
    assert (paper.container_title, paper.publisher_place) == ("Proceedings of Mills", "Berlin, DE")
    assert (paper.event_title, paper.event_place) == ("Mills 2002", "Rome, IT")
    assert str(paper.event_date) == "2002-03-01/2002-03-04"


def test_a_thesis() -> None:
    thesis = read(SOFTWARE + REFERENCES)[3]
    assert (thesis.genre, thesis.publisher) == ("PhD", "University of Tides")
    assert (str(thesis.issued), str(thesis.accessed)) == ("2017-03-21", "2018-01-02")


def test_what_is_written_is_read_again() -> None:
    """A program with references."""
    items = read(SOFTWARE + REFERENCES)
    again = read(refkit.dumps(items, "cff"))
    assert [(i.type, i.names, i.dates, i.text, i.custom) for i in again] == [
        (i.type, i.names, i.dates, i.text, i.custom) for i in items
    ]


def test_a_single_program_has_no_references() -> None:
    """The file of a program has only fields that the schema allows there."""
    text = refkit.dumps(read(SOFTWARE), "cff")
    assert "references" not in text
    assert "preferred-citation" not in text
    assert 'date-released: "2021-03-02"\n' in text


def test_a_program_with_other_fields_is_its_preferred_citation() -> None:
    """And is read as one work."""
    item = Item.new("software", title="Tidewatch", author="Doe, Jane", publisher="Harbor Press")
    text = refkit.dumps([item], "cff")
    assert "preferred-citation:\n  type: software\n" in text
    assert [one.publisher for one in read(text)] == ["Harbor Press"]


def test_a_preferred_citation_is_a_work_of_its_own() -> None:
    text = SOFTWARE + "preferred-citation: {type: article, title: Tidewatch, doi: 10.5555/x}\n"
    assert [item.type for item in read(text)] == ["software", "article-journal"]


@pytest.mark.parametrize(
    ("fields", "doi", "url"),
    [
        ("doi: 10.5555/a\nidentifiers: [{type: doi, value: 10.5555/b}]", "10.5555/a", ""),
        ("identifiers: [{type: url, value: 'https://a.org'}]\nurl: https://b.org", "", "https://a.org"),
        ("url: https://b.org\nrepository-code: https://c.org", "", "https://b.org"),
        ("doi: https://doi.org/10.5555/a", "10.5555/a", ""),
    ],
)  # fmt: skip
def test_identifiers(fields: str, doi: str, url: str) -> None:
    """Identifiers come after `doi`, and before `url`."""
    work = read(f"cff-version: 1.2.0\ntitle: T\n{fields}\n")[0]
    assert (doi, url) == (work.DOI, work.URL)


def test_problems_are_reported_at_their_values() -> None:
    text = (
        "cff-version: 1.2.0\ntitle: T\ndate-released: 2021-02-31\nauthors: [{email: a@b.c}]\n"
        "references:\n- {type: novel, title: x}\n"
    )
    library = refkit.loads(text, format="cff")
    source = library.sources[0]
    found = [(source.position(f.span.start).line, f.kind) for f in library.faults]
    assert found == [(3, "date"), (4, "value"), (6, "value")]


@pytest.mark.parametrize("name", ["CITATION.cff", "x.yaml"])
def test_detection(name: str) -> None:
    """By suffix, and by text."""
    assert for_reading(Source(SOFTWARE, name)).name == "cff"


def test_other_yaml_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no `title`"):
        refkit.loads("a: 1\n", format="cff")


@pytest.mark.skipif(not (CASES / "interop").is_dir(), reason="needs the cases of other projects")
def test_valid_files_have_no_faults() -> None:
    """The examples of the format's own repository."""
    path = CASES / "interop" / "citation-file-format.jsonl"
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    libraries = [refkit.loads(case["input"], format="cff") for case in cases]
    assert [fault for library in libraries for fault in library.faults] == []
    assert all(len(library) for library in libraries)


NAMES = "title authors editors doi identifiers year month date-released publisher conference start x".split()
VALUES = st.sampled_from(
    ["1", "a", "~", "[a, {b: c}]", "[{family-names: [x]}]", "{name: {a: b}}", "[[1]]", "2001-13-01", "''",
     "[{type: doi, value: [1]}]"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6), st.integers(0, 80))
def test_any_kind_of_value_is_read_and_written(members: dict[str, str], end: int) -> None:
    """What is read can be written, and a truncated file is refused or read."""
    lines = "".join(f"  {name}: {value}\n" for name, value in members.items())
    text = f"cff-version: 1.2.0\ntitle: t\nreferences:\n- type: book\n{lines}"
    read(refkit.dumps(read(text), "cff"))
    try:
        library = refkit.loads(text[: len(text) - end], format="cff")
    except UnreadableFile:
        return
    assert len(library) or library.faults


def test_the_date_of_filing() -> None:
    """It is read and written."""
    patent = (
        "cff-version: 1.2.0\nmessage: x\ntitle: x\nreferences:\n- type: patent\n  title: Sluice\n"
    )
    text = patent + "  authors: [{name: Roe}]\n  date-filed: 2019-01-02\n"
    item = read(text)[-1]
    assert str(item.dates["submitted"]) == "2019-01-02"
    assert "date-filed: 2019-01-02" in refkit.dumps([item], "cff").replace('"', "")
