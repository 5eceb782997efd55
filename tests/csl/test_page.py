"""Complete documents: pages of HTML, and documents of LaTeX and Typst."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

import refkit
from refkit.csl import Bibliography, Processor, Style
from refkit.csl.write._notebook import notebook_html
from refkit.csl.write._page import Page, direction_of, page, style_sheet
from refkit.errors import RefkitError
from refkit.formatting import Formatted

RECORDS: list[dict[str, object]] = [
    {"id": f"k{number}", "type": "book", "title": f"Title {number}", "publisher": "P"}
    for number in range(12)
]


def formatted(style: str, output: str = "html", *citations: str, **extras: str) -> str:
    return refkit.cite(
        RECORDS, citations, style, output, standalone=True, **extras  # type: ignore[arg-type]  # all are texts
    ).text()  # fmt: skip


class _Tags(HTMLParser):
    """Collects the open tags, and fails on a closing tag that does not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes-bibliography"])
@pytest.mark.parametrize("citations", [(), ("k1", "k2; k3")])
def test_a_page_is_complete_html(style: str, citations: tuple[str, ...]) -> None:
    """Every tag is closed, and there is one title."""
    parser = _Tags()
    text = formatted(style, "html", *citations)
    parser.feed(text)
    assert (parser.open, parser.seen.count("h1"), parser.seen.count("title")) == ([], 1, 1)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en-US" dir="ltr">\n')
    assert '<meta charset="utf-8">' in text


def test_a_page_has_a_title_in_its_language() -> None:
    """The title can be set, and is escaped."""
    assert "<h1>Literatur</h1>" in formatted("apa", locale="de-DE")
    text = formatted("apa", title="Tides <& more>")
    assert text.count("Tides &lt;&amp; more&gt;") == 2


def test_the_bibliography_has_a_heading_below_citations() -> None:
    """It is the only one of a page without a title."""
    assert re.findall("<h.>.*</h.>", formatted("apa", "html", "k1")) == ["<h1>References</h1>"]
    headings = re.findall("<h.>.*</h.>", formatted("apa", "html", "k1", title="T"))
    assert headings == ["<h1>T</h1>", "<h2>References</h2>"]


def test_citations_of_note_styles_are_numbered_notes() -> None:
    """Other citations are paragraphs."""
    notes = formatted("chicago-notes-bibliography", "html", "k1", "k2")
    assert (notes.count("<li>"), '<ol class="csl-notes">' in notes) == (2, True)
    assert formatted("apa", "html", "k1", "k2").count('<p dir="auto">') == 2


def test_entries_have_ids_and_the_direction_of_their_text() -> None:
    """Links from elsewhere can lead to them."""
    assert '<div dir="auto" class="csl-entry" id="ref-k1">' in formatted("apa")


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en-US", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("fa-IR", "rtl"), ("ur-PK", "rtl"), ("az-Arab", "rtl"),
        ("ku-Latn", "ltr"), ("de", "ltr"), ("ar_EG", "rtl"),
    ],
)  # fmt: skip
def test_the_direction_is_that_of_the_language(language: str, direction: str) -> None:
    """A script in the tag takes precedence."""
    assert direction_of(language) == direction


def test_a_page_in_hebrew_is_written_from_right_to_left() -> None:
    assert '<html lang="he-IL" dir="rtl">' in formatted("apa", locale="he-IL")


def sheet(style: str) -> str:
    processor = Processor(Style.load(style), RECORDS)
    processor.nocite([str(record["id"]) for record in RECORDS])
    return style_sheet(processor.bibliography())


def test_the_column_is_as_wide_as_the_longest_number() -> None:
    """IEEE numbers its entries up to [12]."""
    assert (
        ".csl-left-margin { position: absolute; inset-inline-start: 0; top: 0; width: 4ch;"
        in sheet("ieee")
    )


def test_styles_with_hanging_indents_have_them() -> None:
    """And only those."""
    assert "text-indent: -2em" in sheet("apa")
    assert "text-indent: -2em" not in sheet("ieee")


def test_spacing_is_that_of_the_style() -> None:
    """APA is double-spaced."""
    assert "line-height: 2; margin-bottom: 0.25em;" in sheet("apa")
    assert "line-height: 1.5; margin-bottom: 0.75em;" in sheet("chicago-notes-bibliography")


def test_latex_is_a_document() -> None:
    """With the packages that the bibliography needs."""
    text = formatted("apa", "latex", "k1", title="50% of it")
    assert text.startswith("% Written by refkit.\n\\documentclass{article}\n")
    assert "\\title{50\\% of it}" in text
    assert "{hyperref}" in text
    assert "\\section*{References}" in text
    assert text.endswith("\\end{list}\n\\end{document}\n")


def test_typst_is_a_document() -> None:
    """With title and language."""
    text = formatted("apa", "typst", locale="de-DE", title="A #b")
    assert text.startswith("// Written by refkit.\n#set document(title: [A \\#b])\n")
    assert '#set text(lang: "de", region: "DE")' in text


@pytest.mark.parametrize("output", ["latex", "typst"])
def test_a_document_without_a_title_has_one_heading(output: str) -> None:
    """That of the bibliography, below the citations or as the title."""
    assert (
        len(re.findall(r"^(?:\\section|\\maketitle|#heading)", formatted("apa", output), re.M)) == 1
    )
    cited = formatted("apa", output, "k1")
    assert len(re.findall(r"^(?:\\section|\\maketitle|#heading)", cited, re.M)) == 1
    titled = formatted("apa", output, "k1", title="T")
    assert len(re.findall(r"^(?:\\section|\\maketitle|#heading)", titled, re.M)) == 2


@pytest.mark.parametrize("output", ["latex", "typst"])
def test_a_document_without_a_bibliography_has_no_heading(output: str) -> None:
    content = Page("", "References", "en-US", ["(Doe)"], Bibliography(output=output))
    assert not re.search(r"^(?:\\section|#heading)", page(content), re.M)


@pytest.mark.parametrize("output", ["text", "markdown", "rst", "rtf", "json", "ansi"])
def test_other_outputs_have_no_standalone_form(output: str) -> None:
    with pytest.raises(RefkitError, match="choose html, latex or typst"):
        formatted("apa", output)


def test_a_page_without_a_bibliography_has_its_citations() -> None:
    """Some styles write citations only."""
    content = Page("", "References", "en-US", ["(Doe)"], Bibliography())
    assert '<p dir="auto">(Doe)</p>' in page(content)
    assert "References</h1>" not in page(content)


# -- languages and scripts ---------------------------------------------------------------------

MIXED: list[dict[str, object]] = [
    {"id": "en", "type": "book", "title": "Tides", "language": "English", "abstract": "A"},
    {"id": "ar", "type": "book", "title": "كتاب", "language": "ar"},
    {"id": "odd", "type": "book", "title": "Seas", "language": 'English; "x"'},
]


def mixed(style: str, annotate: bool = False, link_citations: bool = False) -> Formatted:
    return refkit.cite(
        MIXED,
        ["en; ar"],
        style,
        "html",
        keys=["en", "ar", "odd"],
        standalone=True,
        annotate=annotate,
        link_citations=link_citations,
    )


@pytest.mark.parametrize("style", ["apa", "ieee"])
def test_entries_have_the_languages_of_their_items(style: str) -> None:
    """A name is written as its tag; other text is not a language."""
    tags = re.findall(r'<div( lang="[^"]*")?[^>]* id="ref-(\w+)">', mixed(style).text())
    assert sorted(tags) == [("", "odd"), (' lang="ar"', "ar"), (' lang="en"', "en")]


def test_numbers_are_on_one_side() -> None:
    """Only the text next to the number has a direction of its own."""
    text = mixed("ieee").text()
    assert text.count('<div dir="auto" class="csl-right-inline">') == 3
    assert not re.search('<div[^>]*dir="auto"[^>]*class="csl-entry"', text)


def test_annotations_have_the_direction_of_their_text() -> None:
    assert '<div dir="auto" class="csl-annotation"><p>A</p>' in mixed("ieee", annotate=True).text()


def test_citations_have_the_direction_of_their_text() -> None:
    """Linked cites, too; the numbers of notes are on one side."""
    assert '<li><div dir="auto">' in mixed("chicago-notes-bibliography").text()
    text = mixed("apa", link_citations=True).text()
    assert text.count('role="doc-biblioref" dir="auto">') == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("كتاب", "no Arabic letters; typeset it with LuaLaTeX or XeLaTeX, and add `\\setmainfont{...}`"),
        ("שלום", "bidi=default"),
        ("書 and こ", "no Chinese and Japanese letters; typeset it with LuaLaTeX or XeLaTeX, and add the package lua"),
        ("Война", "no Cyrillic letters"),
        ("the α-helix", "no Greek letters"),
        ("書 and α", "with a font that has them, and the package luatexja-fontspec or xeCJK"),
        ("書, α and Война", "no Chinese, Cyrillic and Greek letters; typeset it"),
        ("書, 本", "no Chinese letters; typeset it with LuaLaTeX or XeLaTeX, and add the package luatexja"),
    ],
)  # fmt: skip
def test_letters_without_a_font_are_reported(text: str, said: str) -> None:
    """A document of LaTeX has a font with Latin letters only."""
    record = {"id": "a", "type": "book", "title": text}
    done = refkit.cite([record], ["a"], "apa", "latex", standalone=True)
    assert [said in warning for warning in done.warnings] == [True]
    assert not refkit.cite([record], ["a"], "apa", "typst", standalone=True).warnings


@pytest.mark.parametrize("text", ["Ångström naïve Łódź", "10 µm", "Việt Nam"])
def test_latin_letters_have_a_font(text: str) -> None:
    record = {"id": "a", "type": "book", "title": text}
    assert not refkit.cite([record], [], "apa", "latex", standalone=True).warnings


# -- notebooks ---------------------------------------------------------------------------------


def test_a_notebook_shows_a_bibliography_as_html() -> None:
    """With its layout in attributes, because a style sheet would change other cells."""
    processor = Processor(Style.load("ieee"), RECORDS)
    shown = processor.render([])._repr_html_()
    assert "<style" not in shown
    processor.nocite(["k1"])
    assert (
        'class="csl-left-margin" style="float: inline-start'
        in processor.bibliography()._repr_html_()
    )
    hanging = Processor(Style.load("apa"), RECORDS)
    hanging.nocite(["k1"])
    assert "text-indent: -2em" in hanging.bibliography()._repr_html_()


def test_a_notebook_shows_other_outputs_as_text() -> None:
    """Escaped, with the citations above the bibliography."""
    done = Formatted(["(Doe <1>)"], "Doe & Roe", output="text")
    assert done._repr_html_() == (
        '<pre style="white-space: pre-wrap;">(Doe &lt;1&gt;)\n\nDoe &amp; Roe</pre>'
    )
    assert notebook_html("x", "latex").startswith("<pre")


@pytest.mark.parametrize(
    ("style", "links", "start"),
    [
        ("apa", False, '<p dir="auto">('),
        ("apa", True, '<p>(<a href="#ref-ar" role="doc-biblioref" dir="auto">'),
        ("ieee", False, "<p>[1]"),
    ],
)
def test_citations_without_letters_of_their_own_have_the_direction_of_the_page(
    style: str, links: bool, start: str
) -> None:
    """They would be written from left to right on a page in Arabic."""
    done = refkit.cite(
        MIXED, ["ar"], style, "html", standalone=True, link_citations=links, locale="ar"
    )
    assert f'<section class="csl-citations">\n{start}' in done.text()
