"""Hayagriva's entries with parents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refkit
from refkit.errors import UnreadableFile
from refkit.formats import for_reading
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.source import Source

ARTICLE = """kinetics:
    type: Article
    title: Kinetics of {NASA} tides
    author: ["Doan, T. D.", "von der Leyen, Ursula", "Luther King, Martin, Jr.", UNICEF]
    date: 2020-10
    page-range: 165-169
    serial-number: {doi: 10.5555/tide, pmid: 31234567}
    url: {value: "https://example.org/a", date: 2021-01-02}
    parent:
        type: Periodical
        title: {value: Journal of Tides, short: J. Tides}
        volume: 102
        issue: 16
"""


def read(text: str) -> list[Item]:
    return list(refkit.loads(text, format="hayagriva"))


def test_an_article() -> None:
    """The periodical is its parent."""
    article = read(ARTICLE)[0]
    assert (article.id, article.type) == ("kinetics", "article-journal")
    assert article.text == {
        "title": 'Kinetics of <span class="nocase">NASA</span> tides',
        "page": "165-169",
        "DOI": "10.5555/tide",
        "PMID": "31234567",
        "URL": "https://example.org/a",
        "container-title": "Journal of Tides",
        "container-title-short": "J. Tides",
        "volume": "102",
        "issue": "16",
    }
    assert {name: str(date) for name, date in article.dates.items()} == {
        "issued": "2020-10",
        "accessed": "2021-01-02",
    }


def test_persons() -> None:
    """With prefixes and suffixes, and organizations."""
    assert read(ARTICLE)[0].author == (
        Name("Doan", "T. D."),
        Name("Leyen", "Ursula", "von der"),
        Name("Luther King", "Martin", suffix="Jr."),
        Name(literal="UNICEF"),
    )


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("type: article\n  parent: {title: x}", "article-journal"),
        ("type: article\n  parent: {type: newspaper}", "article-newspaper"),
        ("type: article\n  parent: [{type: Proceedings, title: x}]", "paper-conference"),
        ("type: article\n  parent: {type: conference}", "speech"),
        ("type: chapter\n  title: x", "chapter"),
        ("type: Repository", "software"),
        ("title: x", "document"),
    ],
)
def test_types(entry: str, kind: str) -> None:
    """By the type of the entry, and that of its parent or the default one."""
    assert [item.type for item in read(f"a:\n  {entry}\n")] == [kind]


def test_parents_of_other_kinds() -> None:
    """The series of a book, a conference, and the series of a container."""
    text = """a: {type: book, title: T, parent: {type: anthology, title: Series, volume: 3}}
b: {type: chapter, title: T, parent: {type: book, title: Book, publisher: {name: P, location: Rome},
    editor: "Roe, Ann", parent: {title: Series}}}
c: {type: article, parent: [{type: proceedings, title: Proc}, {type: conference, title: C,
    location: Rome, date: 2001-05-02}]}
"""
    book, chapter, paper = read(text)
    assert (book.collection_title, book.collection_number) == ("Series", "3")
    assert (chapter.container_title, chapter.collection_title) == ("Book", "Series")
    assert (chapter.publisher, chapter.publisher_place) == ("P", "Rome")
    assert chapter.editor == (Name("Roe", "Ann"),)
    assert (paper.container_title, paper.event_title, str(paper.event_date)) == (
        "Proc",
        "C",
        "2001-05-02",
    )


def test_affiliated_persons() -> None:
    """By their roles, whose spelling varies."""
    text = "a: {type: video, affiliated: [{role: Director, names: 'Roe, Ann'}, {role: CastMember, names: 'Doe, J.'}]}"
    item = read(text)[0]
    assert (item.director, item.performer) == ((Name("Roe", "Ann"),), (Name("Doe", "J."),))


def test_what_is_written_is_read_again() -> None:
    items = read(ARTICLE)
    again = read(refkit.dumps(items, "hayagriva"))
    assert again == items


def test_text_with_braces_is_verbatim() -> None:
    """So that the braces are not read as protection."""
    item = Item.new("book", "a", title="On {x}")
    assert "verbatim: true" in refkit.dumps([item], "hayagriva")


def test_problems_are_reported_at_their_values() -> None:
    text = "a:\n  type: novel\n  date: 2001-02-31\n  author: [{alias: x}]\n"
    library = refkit.loads(text, format="hayagriva")
    found = [library.sources[0].position(fault.span.start).line for fault in library.faults]
    assert sorted(found) == [2, 3, 4]


def test_the_rest_is_read_after_an_error() -> None:
    text = "a:\n  type: book\n  title: bad: one\nb:\n  type: book\n  title: Two\n"
    library = refkit.loads(text, format="hayagriva")
    assert [item.id for item in library] == ["a", "b"]
    assert len(library.faults) == 1


def test_detection() -> None:
    """By an entry with a type; references of pandoc have other types and forms."""
    assert for_reading(Source(ARTICLE, "works.yml")).name == "hayagriva"
    assert (
        for_reading(Source("references:\n  - id: a\n    type: book\n", "x.yml")).name == "csl-yaml"
    )


def test_other_yaml_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="no entries"):
        refkit.loads("a: 1\n", format="hayagriva")


FIELDS = "title author editor date parent serial-number url publisher affiliated volume x".split()
VALUES = st.sampled_from(
    ["1", "a", "~", "[a, {b: c}]", "{value: [x]}", "{name: {a: b}}", "[[1]]", "2001-13-01", "''", "'{x'",
     "{title: {value: x, short: [y]}, parent: {parent: {}}}", "[{role: [x], names: {y: z}}]"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6), st.integers(0, 80))
def test_any_kind_of_value_is_read_and_written(members: dict[str, str], end: int) -> None:
    """What is read can be written, and a truncated file is refused or read."""
    lines = "".join(f"  {name}: {value}\n" for name, value in members.items())
    text = f"a:\n  type: book\n{lines}"
    read(refkit.dumps(read(text), "hayagriva"))
    try:
        library = refkit.loads(text[: len(text) - end], format="hayagriva")
    except UnreadableFile:
        return
    assert len(library) or library.faults
