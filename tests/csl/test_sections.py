"""A bibliography in several parts, by year, type, keyword, chapter or filter."""

from __future__ import annotations

import json
import re

import pytest

from refkit.csl import Cite, Cluster, Processor, Style
from refkit.csl.locale import load_locale
from refkit.csl.presentation import Presentation
from refkit.csl.sections import (
    Section,
    chapter_sections,
    heading,
    sectioned_bibliography,
    sections_by,
    sections_from,
    split_section,
)
from refkit.csl.write import WRITERS
from refkit.data.csl import ITEM_TYPES
from refkit.data.headings import HEADINGS, TYPES
from refkit.errors import RefkitError, UnknownChoice
from refkit.model.csl_json import item_from_record
from refkit.model.item import Item

RECORDS: list[dict[str, object]] = [
    {"id": "a", "type": "book", "issued": {"raw": "2001"}, "keyword": "tides; sea", "title": "A"},
    {
        "id": "b",
        "type": "article-journal",
        "issued": {"raw": "2020"},
        "keyword": "Sea",
        "title": "B",
    },
    {"id": "c", "type": "review", "issued": {"raw": "2020"}, "title": "C"},
    {"id": "d", "type": "map", "title": "D"},
    {"id": "e", "type": "document", "issued": {"date-parts": [[-44]]}, "title": "E"},
]
ITEMS = [item_from_record(record)[0] for record in RECORDS]


def found(by: str, language: str = "en-US", items: list[Item] = ITEMS) -> dict[str, str]:
    sections = sections_by(items, by, load_locale(language, ()))
    return {section.heading: " ".join(sorted(section.ids)) for section in sections}


def test_groups_by_year_begin_with_the_latest() -> None:
    """References without a date are last."""
    assert list(found("year").items()) == [
        ("2020", "b c"),
        ("2001", "a"),
        ("44 BC", "e"),
        ("No date", "d"),
    ]


def test_groups_by_type_have_an_order() -> None:
    """Related types share a heading; types without a heading of their own have the term of the locale."""
    assert list(found("type").items()) == [
        ("Articles", "b c"),
        ("Books", "a"),
        ("Map", "d"),
        ("Other", "e"),
    ]


def test_headings_have_the_language_of_the_list() -> None:
    """Including those of the style's locale."""
    assert list(found("type", "de-DE")) == ["Artikel", "Bücher", "Karte", "Sonstiges"]
    assert list(found("type", "zh-TW"))[:2] == ["期刊論文", "圖書"]
    assert list(found("type", "ar"))[:2] == ["مقالات", "كتب"]
    assert next(iter(found("type", "et-EE"))) == "Articles"
    assert found("year", "fr-FR").keys() == {"2020", "2001", "44 av. J.-C.", "Sans date"}


def test_an_item_is_in_the_groups_of_all_its_keywords() -> None:
    """Case does not make another group; items without keywords are last."""
    assert list(found("keyword").items()) == [("Sea", "a b"), ("Tides", "a"), ("Other", "c d e")]


def test_an_unknown_grouping_is_refused() -> None:
    with pytest.raises(UnknownChoice, match="did you mean `year`"):
        found("years")


def test_every_item_is_in_a_group_by_type() -> None:
    """Whatever its type."""
    items = [Item(type_, type_) for type_ in ITEM_TYPES]
    assert set(" ".join(found("type", items=items).values()).split()) == ITEM_TYPES


def test_the_headings_of_all_languages_are_complete() -> None:
    """And the types below them exist."""
    assert {frozenset(texts) for texts in HEADINGS.values()} == {frozenset(HEADINGS["en"])}
    assert {type_ for types in TYPES.values() for type_ in types} <= ITEM_TYPES
    assert heading("references", "nn-NO") == "Referanser"


def test_chapters_have_the_items_that_they_cite() -> None:
    """Items that no chapter cites are in a part of their own."""
    sections = chapter_sections(
        ITEMS[:3], [("One", ["a", "b"]), ("Two", ["a"])], load_locale("en-US", ())
    )
    assert [(one.heading, sorted(one.ids)) for one in sections] == [
        ("One", ["a", "b"]),
        ("Two", ["a"]),
        ("Other", ["c"]),
    ]


def test_chapters_must_exist() -> None:
    with pytest.raises(RefkitError, match="start each with a citation such as `# Introduction`"):
        chapter_sections(ITEMS, [], load_locale("en-US", ()))


def test_sections_are_written_as_heading_and_filter() -> None:
    """A section without a filter has the remaining items, wherever it is."""
    sections = sections_from(ITEMS, ["Rest", "Books: type=book", "Part 2: New: year=2010-"])
    assert [(one.heading, sorted(one.ids)) for one in sections] == [
        ("Rest", ["d", "e"]),
        ("Books", ["a"]),
        ("Part 2: New", ["b", "c"]),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Books: type=book", ("Books", "type=book")),
        ("Books:type=book", ("Books", "type=book")),
        ("Rest:", ("Rest", "")),
        ("A: b", ("A: b", "")),
        ("One: key=doe:2000", ("One", "key=doe:2000")),
    ],
)
def test_a_heading_can_contain_colons(text: str, parts: tuple[str, str]) -> None:
    assert split_section(text) == parts


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (["type=book"], "`type=book` is not a section; write it like `Books: type=book`"),
        ([": type=book"], "has no heading"),
        (["A", "B"], "`B` is the second section without a filter"),
    ],
)
def test_an_invalid_section_is_refused(texts: list[str], message: str) -> None:
    with pytest.raises(RefkitError, match=re.escape(message)):
        sections_from(ITEMS, texts)


def test_sections_have_the_layout_of_the_style() -> None:
    """A page needs the indents and spaces."""
    processor = Processor(Style.load("apa"), RECORDS)
    processor.nocite("abc")
    whole = processor.bibliography()
    parts = sectioned_bibliography(processor, [Section("None", {"e"}), Section("One", {"a"})])
    assert (parts.hanging_indent, parts.line_spacing, parts.output) == (
        True,
        whole.line_spacing,
        "html",
    )
    assert sectioned_bibliography(processor, [Section("None", {"e"})]).entries == ()


# -- output ------------------------------------------------------------------------------------

SECTIONS = [
    Section("Seas & <tides> #1_a", {"a", "b"}),
    Section("Empty", set()),
    Section("Two", {"b", "c"}),
]


def written(output: str, style: str = "ieee", presentation: Presentation | None = None) -> str:
    processor = Processor(Style.load(style), RECORDS, None, output, presentation=presentation)
    processor.render([Cluster([Cite(id_)]) for id_ in "cba"])
    return sectioned_bibliography(processor, SECTIONS).text


@pytest.mark.parametrize(
    ("output", "title"),
    [
        ("ansi", "\x1b[1mSeas & <tides> #1_a\x1b[0m\n"),
        ("html", "<h2>Seas &#38; &#60;tides&#62; #1_a</h2>\n"),
        ("json", '{"heading": "Seas & <tides> #1_a", "entries": ['),
        ("latex", "\\section*{Seas \\& \\textless{}tides\\textgreater{} \\#1\\_a}\n"),
        ("markdown", "## Seas & \\<tides\\> #1_a\n\n"),
        ("rst", "Seas & \\<tides> #1_a\n----------------------------------------"),
        ("rtf", "{\\b Seas & <tides> #1_a}\\par"),
        ("text", "Seas & <tides> #1_a\n\n"),
        ("typst", "#heading(level: 2)[Seas & \\<tides\\> \\#1\\_a]\n"),
    ],
)
def test_every_output_has_headings(output: str, title: str) -> None:
    """They are escaped, and empty sections are omitted."""
    text = written(output)
    assert title in text
    assert "Empty" not in text


def test_every_writer_has_a_case_above() -> None:
    assert len(WRITERS) == 9


def test_entries_have_the_numbers_of_their_cites() -> None:
    """The first cited item is 1 in whatever section it is, and an item in two sections has one number."""
    assert re.findall(r"\[(\d)\] “?(\w)", written("text")) == [
        ("2", "B"),
        ("3", "A"),
        ("1", "C"),
        ("2", "B"),
    ]


def test_json_with_sections_is_json() -> None:
    assert [part["heading"] for part in json.loads(written("json"))] == [
        "Seas & <tides> #1_a",
        "Two",
    ]


def test_rtf_with_sections_is_one_document() -> None:
    text = written("rtf")
    assert (text.count("{\\rtf1"), text.endswith("}\n")) == (1, True)


def test_an_item_in_two_sections_has_one_anchor() -> None:
    """Ids must be unique, and Typst refuses to link to a label that occurs twice."""
    text = written("html", presentation=Presentation(link_citations=True))
    assert re.findall('id="ref-(.)"', text) == ["b", "a", "c"]


def test_authors_are_repeated_after_a_heading() -> None:
    """A substitute for the author refers to the entry above."""
    author = [{"family": "Doe", "given": "J"}]
    records = [{**record, "author": author} for record in RECORDS]
    style = Style.load("chicago-author-date-16th-edition")
    processor = Processor(style, records, None, "text")
    processor.nocite("abc")
    sections = [Section("One", {"a", "b"}), Section("Two", {"c"})]
    text = sectioned_bibliography(processor, sections).text
    assert [line[:3] for line in text.splitlines() if "200" in line or "202" in line] == [
        "Doe",
        "———",
        "Doe",
    ]


def test_items_without_an_entry_are_in_no_section() -> None:
    """A style with numbers in citations would have a placeholder for them."""
    style = Style.parse(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>t</id>'
        '<title>T</title></info><citation><layout><text variable="citation-number"/></layout></citation>'
        '<bibliography><layout><text variable="title"/></layout></bibliography></style>'
    )
    processor = Processor(style, [*RECORDS, {"id": "z", "type": "book"}], None, "text")
    processor.nocite("az")
    shown = sectioned_bibliography(processor, [Section("One", {"a", "z"})])
    assert (shown.text, shown.ids, shown.empty) == ("One\n\nA\n", ("a",), ("z",))


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Rome: Books: type=book", "Rome: Books"),
        ("Rome:: type=book", "Rome:"),
        ("a:type=book", "a"),
    ],
)
def test_a_filter_begins_after_the_first_colon_that_one_follows(text: str, heading: str) -> None:
    """Colons before it belong to the heading."""
    assert split_section(text) == (heading, "type=book")
