"""Citations in Org are those of org-cite and org-ref."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.citing import found_in, keys, shown
from tests.growth import is_linear

from refkit.documents.citations.org import find, write_key
from refkit.model.source import Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[cite:@a]", ["parenthetical: a"]),
        ("[cite:see @a pp. 7-8 for more;@b]", ["parenthetical: see | a | page 7-8 |  for more; b"]),
        ("[cite/t:@a]", ["narrative: a"]),
        ("[cite/text/c:@a]", ["narrative: a"]),
        ("[cite/a:@a] [cite/noauthor/b:@b]", ["author-only: a", "no-author: b"]),
        ("[cite//b:@a] [cite/y:@b] [cite/ft:@c]", ["bare: a", "year-only: b", "note: c"]),
        ("[cite/n:@a;@*]", ["nocite: a"]),
        ("[cite:@a\n p. 3]", ["parenthetical: a | page 3"]),
        ("[cite:@a [x; y]; @b]", ["parenthetical: a |  [x; y]; b"]),
        ("[cite:@a/b:c.d_é2020]", ["parenthetical: a/b:c.d_é2020"]),
        ("cite:a,b citep:c. [[citet:d][see]]", ["parenthetical: a; b", "parenthetical: c", "narrative: d"]),
        ("[[citep:see &a p. 3; &b]] citealp:&c nocite:d", ["parenthetical: see | a | page 3; b", "bare: c",
        "nocite: d"]),
        ("citeauthor:a citeyear:b citeyearpar:c footcite:d fullcite:e textcite:f autocite:g citetitle:h",
         ["author-only: a", "year-only: b", "no-author: c", "note: d", "full: e", "narrative: f",
         "parenthetical: g", "field: h"]),
        ("x[fn:1] y[fn::see [cite:@a] [x]] [cite:@b]\n\n[fn:1] See [cite:@c].\n\nMore [cite:@d].\n\n\n[cite:@e]",
         ["parenthetical in note: a", "parenthetical: b", "parenthetical in note: c", "parenthetical in note: d",
          "parenthetical: e"]),
    ],
)  # fmt: skip
def test_citations(text: str, expected: list[str]) -> None:
    """The examples of the manuals, and their variants."""
    assert shown(text, "x.org") == expected


def test_commands_of_latex() -> None:
    """Org passes them on; verbatim text is skipped."""
    assert keys("50% of \\cite{a,b} =\\cite{x}= [cite:@c]", "x.org") == ["a", "b", "c"]


def test_a_citation_has_a_common_prefix_and_suffix() -> None:
    """They are the first and the last part without a key."""
    (citation,) = found_in("[cite:see;foo @a;@b;and more]", "x.org").citations
    assert (citation.prefix, citation.suffix) == ("see", "and more")
    assert [cite.prefix for cite in citation.cites] == ["foo", ""]


@pytest.mark.parametrize(
    "text",
    [
        "=[cite:@a]=", "~[cite:@a]~", "x\n: [cite:@a]", "# [cite:@a]", "#+begin_src org\n[cite:@a]\n#+end_src",
        "#+BEGIN_EXAMPLE\n\n[cite:@a]\n#+END_EXAMPLE", "#+begin_comment\n[cite:@a]\n#+end_comment",
        ":PROPERTIES:\n:x: [cite:@a]\n:END:", "#+author: [cite:@a]", "src_org{[cite:@a]}", "[cite:@a", "[cite:a]",
        "[cite:@]",
        "https://x.org/cite:a", "[[file:cite:a]]", "xcite :a", "cite: a", "@a", "[@a]",
    ],
)  # fmt: skip
def test_other_text(text: str) -> None:
    """Code, comments, verbatim text, properties and other links do not cite."""
    assert keys(text, "x.org") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* On [cite:@a]\n- item [cite:@b]\n| x | [cite:@c] |", "abc"),
        ("#+caption: From [cite:@a]\n#+title: [cite:@b]", "ab"),
        ("#+begin_quote\n[cite:@a]\n#+end_quote", "a"),
        ("#+begin_src x\n[cite:@a]", "a"),
        (":x:\n[cite:@a]", "a"),
        ("a = [cite:@a] = b", "a"),
        ("*[cite:@a]* /[cite:@b]/ ([cite:@c])", "abc"),
    ],
)  # fmt: skip
def test_places(text: str, expected: str) -> None:
    """Headings, lists, tables, captions and quotations cite; what has no end is text."""
    assert keys(text, "x.org") == list(expected)


def test_what_the_document_says() -> None:
    """Lists, their places, styles and included files."""
    text = (
        '#+bibliography: refs.bib\n#+bibliography: "my refs.json"\n#+cite_export: csl apa.csl\n'
        '#+INCLUDE: "./a b.org" src\n'
        "bibliography:x.bib,y.bib\n\n#+print_bibliography: :title x\n\n* References\n"
    )
    found = found_in(text, "x.org")
    assert [file.path for file in found.bibliographies] == [
        "refs.bib",
        "my refs.json",
        "x.bib",
        "y.bib",
    ]
    assert [file.path for file in (*found.includes, *found.styles)] == ["./a b.org", "apa.csl"]
    assert [text[slice(*span)] for span in found.list_places] == [
        "bibliography:x.bib,y.bib", "#+print_bibliography: :title x", "* References",
    ]  # fmt: skip
    named = (*found.bibliographies, *found.includes, *found.styles)
    assert all(text[slice(*file.span)] == file.path for file in named)
    assert found_in("[cite/nocite:@*]", "x.org").cites_all


@pytest.mark.parametrize(
    ("key", "written", "expected"),
    [("b", "a", "b"), ("b:c/d", "a", "b:c/d"), ("b'", "a", None), ("b'", "x!", "b'"), ("b c", "x!", None), ("b;",
    "x!", None)],
)  # fmt: skip
def test_keys_that_it_can_write(key: str, written: str, expected: str | None) -> None:
    """Other signs are possible in org-cite only."""
    assert write_key(key, written) == expected


PIECES = st.sampled_from((
    *"[cite:@a [cite/t:@b ] ; [fn:: [fn:1] cite:a,b [[cite:&a ]] = ~ @ #+begin_src #+end_src #+x:".split(),
    *"* # : :x: :end: é \\cite".split(),
    " ", "\n", "\n\n", "\t", "\r\n",
))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_text_can_be_read(text: str) -> None:
    """The spans are those of the keys, in order."""
    found = find(Source(text, "x.org"))
    cites = [cite for citation in found.citations for cite in citation.cites]
    assert all(text[slice(*cite.span)] == cite.key for cite in cites)
    assert list(found.citations) == sorted(found.citations, key=lambda citation: citation.span)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "[cite:", "[cite:@a;", "[cite:@a] ", "=a ", "~", "cite:a,", "[fn::", "#+begin_src\n", ":x:\n",
        "* a\n", "[[cite:a",
        "#+bibliography: x\n", "@a", "a\n", "[fn:1] a\n", "]", "src_a[", "\\cite{",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(piece: str) -> None:
    """Also without ends."""
    assert is_linear(lambda text: find(Source(text, "x.org")), lambda size: piece * size, 200)
