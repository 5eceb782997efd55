"""Any text is a document: nothing raises, and every character is located inside the file."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit.documents import DocumentText, read_document, syntaxes
from refkit.model.source import Source

SECONDS = 10.0  # of processor time, thirty times what the slowest takes
TEXT = ("html", "jats", "latex", "markdown", "plain")
MARKS = st.sampled_from(
    """< > </ & ; " ' = - _ * ` ~ [ ] ( ) { } \\ % $ # | : . , ! ? ^ @ 1. [1] <li> <ol> </ol> <p> <a </a> <div </div>
    <pre> <br> <!-- --> <script> class=references &amp; &#x41; <ref> </ref>
    <mixed-citation> </mixed-citation> <source> </source> \\bibitem \\begin{ \\end{ thebibliography} \\item \\'
    \\url{ \\href{ \\section{ \\emph{ \\( \\) \\[ ``` --- ::: .csl-entry [^1]: [a]: https://a.b/c 10.1234/x é ß \u00ad
    """.split()
) | st.sampled_from([" ", "\n", "\n\n", "\r\n", "\t", "    "])


def reads(text: str, syntax: str) -> DocumentText:
    return read_document(Source(text), syntax)


@pytest.mark.parametrize("syntax", TEXT)
@given(parts=st.lists(MARKS | st.text(max_size=5), max_size=40))
def test_every_piece_has_a_span(syntax: str, parts: list[str]) -> None:
    """No text raises, and the text, its references and headings stay inside their bounds."""
    text = "".join(parts)
    document = reads(text, syntax)
    excerpts = [document.excerpt, *(document.entries or ())]
    assert all(0 <= p.start <= p.end <= len(text) for excerpt in excerpts for p in excerpt.pieces)
    assert all(0 <= at <= len(document.excerpt.text) for at in document.headings)
    assert all(entry.text.strip() and "\n" not in entry.text for entry in document.entries or ())


@pytest.mark.parametrize("syntax", TEXT)
@given(
    words=st.lists(st.from_regex(r"[A-Za-zÀ-ÿ0-9]{1,8}", fullmatch=True), min_size=1, max_size=20)
)
def test_words_are_never_lost(syntax: str, words: list[str]) -> None:
    """Every syntax keeps plain words unchanged."""
    text = " ".join(words)
    assert reads(text, syntax).excerpt.text.strip() == text


@pytest.mark.parametrize("syntax", TEXT)
@pytest.mark.parametrize(
    "mark",
    r"[ < { \ * ` <a <!-- & $ [a]( \begin{ \begin{thebibliography} \bibitem[ <li> \( > # ](".split(),
)
def test_hostile_text_is_read_in_time(syntax: str, mark: str) -> None:
    """A hundred thousand delimiters are read quickly; quadratic time would take minutes."""
    text = mark * (100_000 // len(mark))
    start = time.process_time()
    reads(text, syntax)
    assert time.process_time() - start < SECONDS


def test_every_syntax_is_tried() -> None:
    """The list above contains all syntaxes except those of binary documents."""
    assert set(syntaxes()) - {"docx", "odt", "pdf"} == set(TEXT)
