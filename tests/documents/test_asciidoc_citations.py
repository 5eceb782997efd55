"""Citations in AsciiDoc are macros, and references to items of its bibliography."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.citing import found_in, keys, shown
from tests.growth import is_linear

from refkit.documents.citations.asciidoc import find, write_key
from refkit.model.source import Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cite:[a]", ["parenthetical: a"]),
        ("cite:[a(59)]", ["parenthetical: a | page 59"]),
        ("cite:[a(59),b(22-25), c]", ["parenthetical: a | page 59; b | page 22-25; c"]),
        ("cite:See[a(chap. 2)]", ["parenthetical: See | a | chapter 2"]),
        ("citenp:[a] citet:[b]", ["narrative: a", "narrative: b"]),
        ('citep:[a, page=12, prefix="see ", suffix=" and more"]', ["parenthetical: see | a | page 12 |  and more"]),
        ("citeauthor:[a] citeyear:[b] fullcite:[c] bibitem:[d] nocite:[e]",
         ["author-only: a", "year-only: b", "full: c", "full: d", "nocite: e"]),
        ("xfootnote:[See cite:[a] [x].] cite:[b]", ["parenthetical in note: a", "parenthetical: b"]),
        ("See <<a>> and <<b,p. 3>>, <<c>>.\n\n[bibliography]\n* [[[a]]] A.\n* [[[b,1]]] B.", ["parenthetical: a",
        "parenthetical: b"]),
    ],
)  # fmt: skip
def test_citations(text: str, expected: list[str]) -> None:
    """The examples of the manuals, and their variants."""
    assert shown(text, "x.adoc") == expected


@pytest.mark.parametrize(
    "text",
    [
        "----\ncite:[a]\n----", "....\n\ncite:[a]\n....", "++++\ncite:[a]\n++++", "////\ncite:[a]\n////",
        "// cite:[a]",
        "```adoc\ncite:[a]\n```", "[source,adoc]\ncite:[a]", "[source]\n----\ncite:[a]\n\n----", "`cite:[a]`",
        "`+cite:[a]+`",
        "+cite:[a]+", "+++cite:[a]+++", "pass:[cite:x]", "\\cite:[a]", "xcite:[a]", "cite:[a", "cite:[]",
        "cite: [a]", "citex:[a]",
        ":x: cite:[a]", "<<a>>", "include::a.adoc[cite:[a]]",
    ],
)  # fmt: skip
def test_other_text(text: str) -> None:
    """Listings, comments, passthroughs and attributes do not cite."""
    assert keys(text, "x.adoc") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("== On cite:[a]\n\n* cite:[b]\n\n|===\n| cite:[c]\n|===", "abc"),
        ("NOTE: cite:[a]\n\n====\ncite:[b]\n====\n\n____\ncite:[c]\n____", "abc"),
        ("----\ncite:[a]", "a"),
        ("` cite:[a]", "a"),
        ("C++ cite:[a] + cite:[b]", "ab"),
        ("[source]\nx cite:[z]\n\ncite:[a]", "a"),
        ("*cite:[a]* (cite:[b])", "ab"),
    ],
)  # fmt: skip
def test_places(text: str, expected: str) -> None:
    """Titles, lists, tables and quotations cite; what has no end is text."""
    assert keys(text, "x.adoc") == list(expected)


def test_what_the_document_says() -> None:
    """Lists, styles, their place, definitions and included files."""
    text = (
        ":bibtex-file: my refs.bib\n:bibliography-database: b.bib\n:bibtex-style: apa\n\ninclude::a/b.adoc[]\n\n"
        "bibliography::[]\n\n* [[[a]]] A.\n"
    )
    found = found_in(text, "x.adoc")
    assert [file.path for file in found.bibliographies] == ["my refs.bib", "b.bib"]
    assert [file.path for file in (*found.includes, *found.styles)] == ["a/b.adoc", "apa"]
    assert [text[slice(*span)] for span in found.list_places] == ["bibliography::[]"]
    assert [key.key for key in found.defined] == ["a"]
    named = (*found.bibliographies, *found.includes, *found.styles)
    assert all(text[slice(*file.span)] == file.path for file in named)


@pytest.mark.parametrize(
    ("key", "expected"), [("b", "b"), ("b:c/d", "b:c/d"), ("b,c", None), ("b(", None), ("b]", None), ("", None)]
)  # fmt: skip
def test_keys_that_it_can_write(key: str, expected: str | None) -> None:
    """Signs of the macro would end the key."""
    assert write_key(key, "a") == expected


PIECES = st.sampled_from((
    *"cite:[ a b(3) ] , ( ) <<a>> [[[a]]] ---- .... `x ` + +++ // footnote:[ page=3 :x: é \\".split(), "citep:see[",
    "[source]", " ", "\n", "\n\n", "\r\n",
))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_text_can_be_read(text: str) -> None:
    """The spans are those of the keys, in order."""
    found = find(Source(text, "x.adoc"))
    cites = [cite for citation in found.citations for cite in citation.cites]
    assert all(text[slice(*cite.span)] == cite.key for cite in cites)
    assert list(found.citations) == sorted(found.citations, key=lambda citation: citation.span)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "cite:[", "cite:[a] ", "cite:[a,", "<<a", "<<a>> ", "`a ", "+a ", "----\n", "....\nx\n", "[source]\n",
        "// a\n",
        "footnote:[", "[[[a]]] ", "pass:[", "a\n", "]", "x=",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(piece: str) -> None:
    """Also without ends."""
    assert is_linear(lambda text: find(Source(text, "x.adoc")), lambda size: piece * size, 200)
