"""Documents in reStructuredText and Typst with formatted citations."""

from __future__ import annotations

from refkit import loads
from refkit.citing import CitingOptions
from refkit.citing.document import cite_text
from refkit.citing.edits import edited
from refkit.citing.files import syntax_of
from refkit.model.source import Source

REFERENCES = "@book{lee2001, author={Lee, Kim}, title={Small things}, publisher={Press}, year=2001}"


def cited(name: str, text: str, style: str = "apa") -> str:
    """Return a document with formatted citations."""
    source = Source(text, name)
    scanner, syntax = syntax_of(source)
    options = CitingOptions(style)
    result = cite_text(text, scanner.find(source), loads(REFERENCES), options, syntax)
    return edited(text, result.edits)


def test_rst_replaces_the_directive() -> None:
    """Roles and the directive of the list become text."""
    text = "A :cite:p:`{see}lee2001{p. 3}`.\n\n.. bibliography:: x.bib\n   :style: plain\n\nEnd.\n"
    expected = "A (see Lee, 2001, p. 3).\n\nLee, K. (2001). *Small things*. Press.\n\nEnd.\n"
    assert cited("paper.rst", text) == expected


def test_rst_has_labelled_notes() -> None:
    """The mark is separated by an escaped space."""
    result = cited("paper.rst", "A claim :cite:p:`lee2001`.\n", "chicago-notes-bibliography")
    assert result.startswith("A claim.\\ [#cite-1]_\n")
    assert result.endswith("\n.. [#cite-1] Kim Lee, *Small Things* (Press, 2001).\n")


def test_rst_keeps_citations_of_the_document() -> None:
    """A key that the document defines itself is no key of a list."""
    text = "See [Own]_ and ``:cite:p:`lee2001```.\n\n.. [Own] Text.\n"
    assert cited("paper.rst", text) == text


def test_typst_replaces_the_call() -> None:
    """References to labels of the document stay."""
    text = '= A <intro>\nSee @intro and @lee2001.\n\n#bibliography("x.bib")\n'
    result = cited("paper.typ", text)
    assert result.startswith("= A <intro>\nSee @intro and (Lee, 2001).\n\n#block[")
    assert "#bibliography" not in result


def test_typst_has_notes_in_place() -> None:
    """The note follows the punctuation."""
    result = cited("paper.typ", "A claim @lee2001.\n", "chicago-notes-bibliography")
    assert result.startswith("A claim.#footnote[Kim Lee, #text(")
