"""Links from cites to entries, highlighted names and annotations."""

from __future__ import annotations

import re

import pytest

from refkit.csl import Cite, Cluster, Processor, Rendered, Style
from refkit.csl.highlighting import own_names
from refkit.csl.presentation import Presentation, annotation
from refkit.csl.write import writer
from refkit.csl.write._writer import anchor_name
from refkit.errors import RefkitError
from refkit.model.item import Item

DOE = {"family": "Doe", "given": "Jane"}
ITEMS = [
    {"id": "doe", "type": "book", "title": "On It", "author": [DOE], "issued": {"raw": "2000"}},
    {"id": "a b", "type": "book", "title": "Of It", "author": [DOE], "issued": {"raw": "2000"}},
    {"id": "O'Nil", "type": "book", "title": "In It", "author": [DOE], "issued": {"raw": "2001"}},
    {"id": "u", "type": "manuscript", "title": "No", "author": [DOE], "issued": {"raw": "2002"}},
]


def rendered(
    style: str, output: str, presentation: Presentation, *ids: str, links: bool = False
) -> Rendered:
    processor = Processor(Style.load(style), ITEMS, None, output, links, presentation)
    return processor.render([Cluster([Cite(id_) for id_ in ids])])


LINKED = Presentation(link_citations=True)


@pytest.mark.parametrize(
    ("output", "cite", "entry"),
    [
        (
            "html",
            '(<a href="#ref-doe" role="doc-biblioref">Doe, 2000</a>)',
            '<div class="csl-entry" id="ref-doe">Doe',
        ),
        ("latex", r"(\hyperlink{ref-doe}{Doe, 2000})", r"\item \hypertarget{ref-doe}{}Doe"),
        ("markdown", "([Doe, 2000](#ref-doe))", '<a id="ref-doe"></a>Doe'),
        ("rst", r"(\ `Doe, 2000 <ref-doe_>`__)", ".. _`ref-doe`:\n\nDoe"),
        ("typst", '(#link(label("ref-doe"))[Doe, 2000])', '#label("ref-doe")\n'),
    ],
)
def test_a_cite_links_to_its_entry(output: str, cite: str, entry: str) -> None:
    """Every output with links has its own syntax for them."""
    document = rendered("apa", output, LINKED, "doe")
    assert document.citations == (cite,)
    assert entry in document.bibliography.text


def test_an_entry_has_an_anchor_only_if_something_may_link_to_it() -> None:
    """Links from cites and complete documents need anchors."""
    anchor = 'id="ref-doe"'
    assert anchor not in rendered("apa", "html", Presentation(), "doe").bibliography.text
    assert anchor not in rendered("apa", "html", ANNOTATED, "doe").bibliography.text
    assert anchor in rendered("apa", "html", Presentation(anchors=True), "doe").bibliography.text


def test_rtf_links_to_a_bookmark() -> None:
    """The name of a bookmark has at most 40 letters, digits and underscores."""
    document = rendered("apa", "rtf", LINKED, "a b")
    link = re.search(r'HYPERLINK \\\\l "(\w{1,40})"', document.citations[0])
    assert link is not None
    assert f"{{\\*\\bkmkstart {link[1]}}}" in document.bibliography.text


def test_collapsed_cites_are_linked_one_by_one() -> None:
    """In "2000a, b", each letter leads to another entry; a range leads to its ends."""
    text = rendered("apa", "markdown", LINKED, "doe", "a b", "O'Nil").citations[0]
    assert text == "([Doe, 2000b](#ref-doe), [2000a](#ref-a+20+b), [2001](#ref-O+27+Nil))"


def test_a_range_of_numbers_links_its_ends() -> None:
    """The numbers in between are not printed."""
    text = rendered("nature", "html", LINKED, "doe", "a b", "O'Nil").citations[0]
    assert re.findall(r'href="#([^"]*)"[^>]*>(\d)<', text) == [
        ("ref-doe", "1"),
        ("ref-O+27+Nil", "3"),
    ]


def test_a_cite_without_an_entry_is_not_linked() -> None:
    """Chicago's notes omit manuscripts from the bibliography, and a filter can omit others."""
    presentation = Presentation(link_citations=True, is_listed=lambda item: item.id != "doe")
    text = rendered(
        "chicago-notes-bibliography", "html", presentation, "u", "doe", "a b"
    ).citations[0]
    assert re.findall('href="([^"]*)"', text) == ["#ref-a+20+b"]


def test_links_are_not_nested() -> None:
    """A note links to its entry as a whole, so the title in it has no link of its own."""
    items = [{**ITEMS[0], "URL": "https://example.org/x"}]
    style = Style.load("chicago-notes-bibliography")
    processor = Processor(style, items, None, "html", True, LINKED)
    document = processor.render([Cluster([Cite("doe")], note=1)])
    assert re.findall('href="([^"]*)"', document.citations[0]) == ["#ref-doe"]
    assert 'href="https://example.org/x"' in document.bibliography.text


@pytest.mark.parametrize("output", ["text", "ansi", "json"])
def test_an_output_without_links_is_refused(output: str) -> None:
    """The message lists the outputs that have them."""
    with pytest.raises(RefkitError, match="choose html, latex, markdown, rst, rtf or typst"):
        rendered("apa", output, LINKED, "doe")


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("doe:2000_a.b-c", "ref-doe:2000_a.b-c"),
        ("O'Nil 2", "ref-O+27+Nil+20+2"),
        ("+20+", "ref-+2b+20+2b+"),
        ("ü", "ref-+fc+"),
        ("", "ref-"),
    ],
)
def test_anchors_are_valid_for_any_id(id_: str, name: str) -> None:
    """Other characters become their code points, so that different ids have different anchors."""
    assert anchor_name(id_) == name


def test_anchors_in_rst_differ_in_more_than_case() -> None:
    """Docutils ignores the case of names."""
    anchor = writer("rst").anchor
    assert anchor is not None
    assert anchor("x", "Doe").lower() != anchor("x", "doe").lower()


def test_links_do_not_change_the_text() -> None:
    """Punctuation, quotes and the positions of affixes are the same with and without links."""
    clusters = [
        Cluster([Cite("doe", "3", prefix="see "), Cite("a b", suffix=", n.")], 1),
        Cluster([Cite("doe"), Cite("O'Nil")], 2),
    ]
    for name in ("apa", "ieee", "chicago-notes-bibliography", "modern-language-association"):
        bare = Processor(Style.load(name), ITEMS).render(clusters)
        linked = Processor(Style.load(name), ITEMS, presentation=LINKED).render(clusters)
        texts = [re.sub("</?a[^>]*>", "", text) for text in linked.citations]
        assert texts == list(bare.citations)
        assert linked.citations != bare.citations


# -- highlighted names -------------------------------------------------------------------------


def test_a_name_is_set_in_bold() -> None:
    """Only the name of that person, and only in the bibliography."""
    items = [{**ITEMS[0], "author": [DOE, {"family": "Doering", "given": "Jane"}]}]
    presentation = Presentation(is_own=own_names(["Jane Doe"]))
    processor = Processor(Style.load("apa"), items, None, "markdown", presentation=presentation)
    document = processor.render([Cluster([Cite("doe")])])
    assert document.citations == ("(Doe & Doering, 2000)",)
    assert document.bibliography.entries == ("**Doe, J.**, & Doering, J. (2000). *On It*.",)


def test_the_last_name_after_an_ellipsis_is_found() -> None:
    """APA prints the first nineteen authors, an ellipsis and the last one."""
    many = [{"family": f"Roe{number}", "given": "A"} for number in range(30)]
    items = [{**ITEMS[0], "author": [*many, DOE]}]
    presentation = Presentation(is_own=own_names(["Doe J"]))
    processor = Processor(Style.load("apa"), items, None, "markdown", presentation=presentation)
    processor.nocite(["doe"])
    assert "Roe18, A., … **Doe, J.** (2000)" in processor.bibliography().text


def test_editors_are_highlighted_too() -> None:
    """Any printed name counts, whatever the role."""
    items = [
        {
            **ITEMS[0],
            "editor": [DOE],
            "author": [{"family": "Roe", "given": "A"}],
            "type": "chapter",
        }
    ]
    presentation = Presentation(is_own=own_names(["Doe, Jane"]))
    processor = Processor(Style.load("ieee"), items, None, "markdown", presentation=presentation)
    processor.nocite(["doe"])
    assert "**J. Doe**" in processor.bibliography().text


def test_a_list_that_is_not_shown_is_skipped() -> None:
    """Here, two editors are replaced by nothing, and one author is shown."""
    style = Style.parse(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>t</id>'
        '<title>T</title></info><citation><layout><text variable="title"/></layout></citation><bibliography>'
        '<layout><names variable="editor author"><name et-al-min="2" et-al-use-first="0"/></names></layout>'
        "</bibliography></style>"
    )
    roe = {"family": "Roe", "given": "Ann"}
    items = [{**ITEMS[0], "author": [roe], "editor": [roe, DOE]}]
    for name, expected in (("Doe", "Ann Roe"), ("Roe", "**Ann Roe**")):
        presentation = Presentation(is_own=own_names([name]))
        processor = Processor(style, items, None, "markdown", presentation=presentation)
        processor.nocite(["doe"])
        assert processor.bibliography().entries == (expected,)


def test_the_weight_of_parts_of_a_name_gives_way() -> None:
    """A style that sets the family name in normal weight would undo the bold."""
    style = Style.parse(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>t</id>'
        '<title>T</title></info><citation><layout><text variable="title"/></layout></citation><bibliography>'
        '<layout><names variable="author"><name><name-part name="family" font-weight="normal"/></name></names>'
        "</layout></bibliography></style>"
    )
    presentation = Presentation(is_own=own_names(["Doe, Jane"]))
    processor = Processor(style, ITEMS[:1], None, "markdown", presentation=presentation)
    processor.nocite(["doe"])
    assert processor.bibliography().entries == ("**Jane Doe**",)


def test_the_author_of_a_composite_citation_is_not_highlighted() -> None:
    """Numeric styles take the name from the entry, but it is part of a sentence."""
    presentation = Presentation(is_own=own_names(["Doe, Jane"]))
    processor = Processor(Style.load("ieee"), ITEMS, None, "markdown", presentation=presentation)
    assert processor.cite(Cluster([Cite("doe")], composite=True)) == r"Doe \[1\]"


# -- annotations -------------------------------------------------------------------------------

ANNOTATED = Presentation(annotate=("annote", "abstract"))


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("text", "Doe, J. (2000). On It.\n    Good & new.\n    Really.\n"),
        ("markdown", "Doe, J. (2000). *On It*.\n\n> *Good* & new.\n>\n> Really.\n"),
        ("latex", "\\begin{quote}\n\\textit{Good} \\& new.\n\nReally.\n\\end{quote}\n"),
        (
            "html",
            '.\n    <div class="csl-annotation"><p><i>Good</i> &#38; new.</p><p>Really.</p></div>\n  </div>',
        ),
        ("rst", "*On It*.\n\n    *Good* & new.\n\n    Really.\n"),
        ("rtf", "\\pard\\li720 {\\i Good} & new.\\par\n\\pard\\li720 Really.\\par\n"),
        ("typst", '#block(inset: (left: 2em))[#text(style: "italic")[Good] & new.#parbreak()Really.]'),
        ("ansi", "\n    \x1b[3mGood\x1b[0m & new.\n    Really.\n"),
        ("json", ', {"break": true}, {"text": "Good", "italic": true}, {"text": " & new."}, {"break": true}'),
    ],
)  # fmt: skip
def test_the_annotation_is_printed_below_the_entry(output: str, expected: str) -> None:
    """Blank lines separate paragraphs, and inline markup is kept."""
    items = [{**ITEMS[0], "annote": "<i>Good</i> & new.\n\nReally.", "abstract": "No."}]
    processor = Processor(Style.load("apa"), items, None, output, presentation=ANNOTATED)
    processor.nocite(["doe"])
    assert expected in processor.bibliography().text


def test_an_entry_without_an_annotation_is_unchanged() -> None:
    """No empty paragraph appears."""
    plain = rendered("apa", "html", Presentation(), "doe").bibliography
    assert rendered("apa", "html", ANNOTATED, "doe").bibliography == plain


def test_the_first_variable_with_a_value_is_the_annotation() -> None:
    """Custom fields count, too; the tags of JATS in abstracts from Crossref separate paragraphs."""
    item = Item(
        "x", text={"abstract": "<jats:title>Aim</jats:title><jats:p>To <i>see</i>.</jats:p>"}
    )
    assert annotation(item, ("annote", "abstract")) == ["Aim", "To <i>see</i>."]
    item.custom["annotation"] = "Own"
    assert annotation(item, ("annote", "annotation", "abstract")) == ["Own"]
