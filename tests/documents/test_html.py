"""HTML: one line per block, decoded entities, and references that are marked."""

import pytest
from tests.documents.reading import document, entries, headings, lines, written

from refkit.documents import syntax_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>A <i>b</i>\n   c</p><div>d</div>", ["A b c", "d"]),
        ("A<br>B<br/>C<br></p>D", ["A\u2028B\u2028C", "D"]),
        ("<p>A<br> <br/>B", ["A", "B"]),
        ("M&uuml;ller &amp; S&#246;hne&nbsp;&#x2013; co&shy;op", ["Müller & Söhne – coop"]),
        ("p < 0.05 and a <b>b</b> &unknown; & c", ["p < 0.05 and a b &unknown; & c"]),
        ("<script>if (a<b) '<p>no</p>'</script><style>p{}</style><p>A", ["A"]),
        ("<!-- no <p> --><!doctype html><p>A<!-- never ended", ["A"]),
        ("<ol><li>A<li>B</ol><ol start=3 type=a><li>C</ol>", ["1. A", "2. B", "c. C"]),
        ("<ul><li><p>A</p></li><li>B</li></ul>", ["A", "B"]),
        ("<ol><li><p>A</p></li><li></li><li>[3] B</li></ol>", ["1. A", "[3] B"]),
        ("<dl><dt>[1]</dt><dd>A</dd><dt>[2]</dt><dd>B</dd></dl>", ["[1] A", "[2] B"]),
        ("<table><tr><td>[1]</td><td>A</td></tr><tr><td>[2]<td>B</table>", ["[1] A", "[2] B"]),
        ("<pre>A\n  B &amp; C</pre>", ["A", "  B & C"]),
        ("<html><head><title>T</title><p>A", ["A"]),
        ("<p>Say <q>so</q>.", ["Say “so”."]),
    ],
)
def test_a_block_is_a_line(text: str, shown: list[str]) -> None:
    """Tags end lines or are removed; hidden elements are omitted."""
    assert lines(text, "html") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<p>A. <a href="https://example.org/x">T</a>. 2001.', "A. T. 2001. https://example.org/x"),
        ('<p>A. <a href="https://doi.org/10.1234/a&amp;b">doi</a>', "A. https://doi.org/10.1234/a&b"),
        ('<p>A. [<a href="https://doi.org/10.1234/a">CrossRef</a>]', "A. https://doi.org/10.1234/a"),
        ('<p>A. [<a href="https://scholar.google.com/">Google Scholar</a>]', "A."),
        ('<p><a href="https://example.org/x">https://example.org/x</a>', "https://example.org/x"),
        ('<p>A <a href="#top">↑</a>', "A"),
        ('<p>A. <a href="/wiki/Doi">doi</a>:<a href="https://doi.org/10.1234/a">10.1234/a</a>', "A. doi:10.1234/a"),
    ],
)  # fmt: skip
def test_a_link_keeps_its_address(text: str, shown: str) -> None:
    """The most informative address follows the line; publishers' buttons are removed."""
    assert lines(text, "html") == [shown]


def test_headings_are_lines() -> None:
    """Headings of all levels are recognized."""
    assert headings("<h1>A<a class=headerlink href=#a>¶</a></h1><p>b</p><h4>C</h4>", "html") == [
        "A",
        "C",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<div class="csl-bib-body"><div class="csl-entry"><div class="csl-left-margin">[1]</div>'
         '<div class="csl-right-inline">A.</div></div><div class="csl-entry">B.</div></div>', ["[1] A.", "B."]),
        ('<ol class="references"><li><b class="mw-cite-backlink"><a href="#r">^</a></b> A.<ul><li>b</ul></li>'
         "<li>C.</ol><p>D", ["1. A. b", "2. C."]),
        ('<section id="references"><h2>References</h2><ul><li>A<li>B</ul></section><ul><li>C</ul>', ["A", "B"]),
        ('<ul class="references"><li><p>A.</p><p><a href="https://doi.org/10.1234/a">Article</a></p></ul>',
         ["A. https://doi.org/10.1234/a"]),
        ('<ul id="toc-references"><li>A</ul><ul><li><a href="#references">References</a></ul>', []),
    ],
)  # fmt: skip
def test_marked_references_are_distinguished(text: str, shown: list[str]) -> None:
    """Citation processors, encyclopedias and publishers mark each reference or the list."""
    assert entries(text, "html") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<ul class="ref-list"><li><span class="label">1.</span><cite>A. T.</cite> '
         '[<a href="https://doi.org/10.1234/a">DOI</a>]</ul>', ["1. A. T. https://doi.org/10.1234/a"]),
        ('<section class="ltx_bibliography"><ul class="ltx_biblist"><li class="ltx_bibitem">'
         '<span class="ltx_tag ltx_tag_bibitem">Author (2001)</span> <span>A. T.</span></ul></section>', ["A. T."]),
        ('<div class="citation" role="doc-biblioentry"><span>[1]</span><p>A. T.</p></div>', ["[1] A. T."]),
        ('<ol class="references"><li><div>A</div><div>T</div><a href="https://b.c/d">View article</a></ol>',
         ["1. A T https://b.c/d"]),
        ("<section id='html-references_list'><ol><li data-content='1.'>A. <b>2001</b> "
         '[<a href="https://scholar.google.com/x">Google Scholar</a>]</li></ol></section>', ["1. A. 2001"]),
    ],
)  # fmt: skip
def test_sites_are_read(text: str, shown: list[str]) -> None:
    """PubMed Central, arXiv, Sphinx, ScienceDirect and MDPI write their reference lists in this way."""
    assert entries(text, "html") == shown


def test_keys_of_pandoc_are_kept() -> None:
    """Pandoc writes the cite key as the id of the reference."""
    text = '<div id="refs"><div id="ref-doe20" class="csl-entry">A.</div><div class="csl-entry">B.</div></div>'
    assert document(text, "html").keys == ("doe20", "")


def test_references_have_spans() -> None:
    """The span of a reference is that of its text in the file."""
    text = '<ul class="references"><li><i>Author</i>, A.\n<b>T&eacute;</b>.</li></ul>'
    assert written(text, "html", "Author, A. Té") == "Author</i>, A.\n<b>T&eacute;"


def test_preformatted_text_has_lines_not_paragraphs() -> None:
    """Plain text inside `pre` is read as plain text."""
    assert not document("<pre>[1] Author\n    on</pre>", "html").paragraphs


def test_html_is_recognized_by_its_text() -> None:
    """Standard input has no name to infer the syntax from."""
    assert syntax_of("<stdin>", "\n<!DOCTYPE html><p>A") == "html"
