"""Citations in Typst are its references and calls of `cite`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.citing import found_in, keys, shown
from tests.growth import is_linear

from refkit.documents.citations.typst import find, write_key
from refkit.model.source import Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See @a.", ["parenthetical: a"]),
        ("@a[p. 3] and @b[see]", ["parenthetical: a | page 3", "parenthetical: b | see"]),
        ("@a @b\n@c, @d", ["parenthetical: a; b; c", "parenthetical: d"]),
        ("@a\n\n@b @c@d", ["parenthetical: a", "parenthetical: b; c", "parenthetical: d"]),
        ("@a:b.c-d_é. @e:", ["parenthetical: a:b.c-d_é", "parenthetical: e"]),
        ('#cite(<a>) #cite(<b>, form: "prose")', ["parenthetical: a", "narrative: b"]),
        ('#cite(label("a/b"), supplement: [p.~3])', ["parenthetical: a/b | page 3"]),
        ('#cite(<a>, form: "year") #cite(<b>, form: none) #cite(<c>, form: "full")', ["year-only: a", "nocite: b",
        "full: c"]),
        ("x#footnote[See @a[p. 3] [x].] @b", ["parenthetical in note: a | page 3", "parenthetical: b"]),
    ],
)  # fmt: skip
def test_citations(text: str, expected: list[str]) -> None:
    """Neighbors are one citation, as in Typst."""
    assert shown(text, "x.typ") == expected


@pytest.mark.parametrize(
    "text",
    [
        "`@a`", "```typ\n@a\n`@a` ```", "// @a", "/* @a /* @a */ @a */", "$x @a$", "\\@a", "https://x.org/@a",
        "#let x = \"@a\"",
        "#link(\"x@a.org\")", "#x(y, z: \"@a\")", "#(\"@a\")", "#\"@a\"", "= X <a>\n\n@a", "#figure([x]) <a> @a",
        "@", "#cite(x)",
        "#import \"@preview/a:1.0\": *", "#ref(<a>)", "#{ let x = \"@a\" }",
    ],
)  # fmt: skip
def test_other_text(text: str) -> None:
    """Raw text, comments, mathematics, strings in code, and labels of the document do not cite."""
    assert keys(text, "x.typ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("= On @a\n- @b\n+ @c", "abc"),
        ('"see @a" (@b) [@c] *@d*', "abcd"),
        ('#let x = [@a]\n#figure(image("a.png"), caption: [From @b])\n@c', "abc"),
        ("#text(red)[@a] #x.y(1)[@b](2) @c", "abc"),
        ("#if x [@a] else [@b] @c", "abc"),
        ("#for x in y { [@a] }\n@b", "ab"),
        ("#set text(size: 1pt); @a\n#show: x => { [@b] }\n@c", "abc"),
        ("#table(columns: 2, [@a], [#cite(<b>)])", "ab"),
        ("[#let x = 1] @a", "a"),
        ("#x(cite(<a>), y) @b", "ab"),
        ("` @a", "a"),
        ("$ @a", "a"),
        ("#x( [@a]", "a"),
        ("@a[p. 3", "a"),
    ],
)  # fmt: skip
def test_places(text: str, expected: str) -> None:
    """Headings, lists, quotations and content in code cite; what has no end is text."""
    assert keys(text, "x.typ") == list(expected)


def test_what_the_document_says() -> None:
    """Lists, styles, their place, labels and included files."""
    text = (
        '#include "a b.typ"\n#show: t.with(bib: "own.bib")\n= X <x>\n'
        '#bibliography(("refs.bib", "b.yml"), title: "References", style: "apa", full: true)\n'
    )
    found = found_in(text, "x.typ")
    assert [file.path for file in found.bibliographies] == ["own.bib", "refs.bib", "b.yml"]
    assert [file.path for file in (*found.includes, *found.styles)] == ["a b.typ", "apa"]
    assert (found.cites_all, found.labels) == (True, frozenset({"x"}))
    assert [text[slice(*span)][:14] for span in found.list_places] == ["#bibliography("]
    named = (*found.bibliographies, *found.includes, *found.styles)
    assert all(text[slice(*file.span)] == file.path for file in named)


@pytest.mark.parametrize(
    ("key", "written", "expected"),
    [("b", "a", "b"), ("b:c.d", "a", "b:c.d"), ("b/c", "a", None), ("b/c", "x/y", "b/c"), ('b"', "x/y", None),
    ("b.", "a", None)],
)  # fmt: skip
def test_keys_that_it_can_write(key: str, written: str, expected: str | None) -> None:
    """Other signs are possible in `label("...")` only."""
    assert write_key(key, written) == expected


PIECES = st.sampled_from((
    *'@a @b[ ] [ ( ) { } #x #let #if else #cite( <a> #footnote['.split(),
    *'` ``` $ " // /* */ \\ ; . : https://x #bibliography(" é'.split(),
    " ", "\n", "\n\n", "\r\n",
))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_text_can_be_read(text: str) -> None:
    """The spans are those of the keys, in order."""
    found = find(Source(text, "x.typ"))
    cites = [cite for citation in found.citations for cite in citation.cites]
    assert all(text[slice(*cite.span)] == cite.key for cite in cites)
    assert list(found.citations) == sorted(found.citations, key=lambda citation: citation.span)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "(", "#x(", "@a[", "@a ", "`", "```", "``` ` ", "$", "/*", "/* */", '"', '#x("', "#let x\n", "#if ",
        "#cite(<a>) ",
        "#cite(", "#footnote[", "<a>", "]", "\\", "#bibliography(", "https://", "// a\n", "#x.y",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(piece: str) -> None:
    """Also without ends."""
    assert is_linear(lambda text: find(Source(text, "x.typ")), lambda size: piece * size, 200)
