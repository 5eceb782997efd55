"""Citations in Markdown are those of Pandoc, Quarto, R Markdown, MyST and nbconvert."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.citing import found_in, keys, shown
from tests.growth import is_linear

from refkit.documents.citations.markdown import find, write_key
from refkit.model.source import Source

CASES = Path(os.environ.get("REFKIT_CASES", Path(__file__).parents[3] / "shared/cases"))
DOCUMENTS = CASES / "documents.jsonl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blah [@a; @b2000; @b2004].", ["parenthetical: a; b2000; b2004"]),
        ("[see @a, pp. 33-35 and *passim*; @b, chap. 1]",
         ["parenthetical: see | a | page 33-35 |  and *passim*; b | chapter 1"]),
        ("[@a{ii, A, D-Z}, with a suffix]", ["parenthetical: a | page ii, A, D-Z | , with a suffix"]),
        ("[@a, {pp. iv, vi-xi, (xv)-(xvii)} with suffix]",
         ["parenthetical: a | page iv, vi-xi, (xv)-(xvii) |  with suffix"]),
        ("[@a{}, 99 years later]", ["parenthetical: a | , 99 years later"]),
        ("Doe says [-@a].", ["no-author: -a"]),
        ("[see -@a, p. 3; @b]", ["parenthetical: see | -a | page 3; b"]),
        ("@a says", ["narrative: a"]),
        ("-@a says", ["no-author: -a"]),
        ("@a [p. 33] says", ["narrative: a | page 33"]),
        ("@a[p. 33] says", ["narrative: a | page 33"]),
        ("@a [p. 3; see @b, chap. 2]", ["narrative: a | page 3; see | b | chapter 2"]),
        ("@a [@b]", ["narrative: a; b"]),
        ("@a [see note](x.html)", ["narrative: a"]),
        ("@a [^1]", ["narrative: a"]),
        ("[*see* @a p. **32**]", ["parenthetical: *see* | a |  p. **32**"]),
        ("[see\n@a, p.\n3]", ["parenthetical: see | a | page 3"]),
        ("> [see\n> @a, p.\n> 3]", ["parenthetical: see | a | page 3"]),
        ("[@a and @b]", ["parenthetical: a |  and @b", "narrative: b"]),
        ("[@a, see [@b]]", ["parenthetical: a | , see [@b]", "parenthetical: b"]),
        ("[@a; b]", ["narrative: a"]),
        ("[@a;]", ["narrative: a"]),
        ("[@a](x)", ["narrative: a"]),
        ("[@a]{.smallcaps}", ["narrative: a"]),
        ("[@a][@b]", ["narrative: a", "parenthetical: b"]),
        ("[@a]: http://x.org", ["parenthetical: a"]),
        ("x^[see @a [p. 3]] y", ["narrative in note: a | page 3"]),
        ("x[^1].\n\n[^1]: See [@a].\n\n    Also @b.\n\nnot @c",
         ["parenthetical in note: a", "narrative in note: b", "narrative: c"]),
    ],
)  # fmt: skip
def test_citations_of_pandoc(text: str, expected: list[str]) -> None:
    """The examples of its manual, and what it makes of similar texts."""
    assert shown(text, "x.md") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@Foo_bar.baz.", ["Foo_bar.baz"]),
        ("@{Foo_bar.baz.}", ["Foo_bar.baz."]),
        ("@Foo_bar--baz", ["Foo_bar"]),
        ("[@{https://example.com/bib?name=foobar&date=2000}, p. 33]", ["https://example.com/bib?name=foobar&date=2000"]),
        ("@https://doi.org/10.1190/tle35080703.1, there", ["https://doi.org/10.1190/tle35080703.1"]),
        ("@{key with spaces} and [@{a;b}]", ["key with spaces", "a;b"]),
        ("@a, @b. @c: @d; @e! @f? @g's @h’s", list("abcdefgh")),
        ("@a::b @a/b @a//b @a_b @_c @1d", ["a", "a/b", "a//b", "a_b", "_c", "1d"]),
        ("@Müller2020 @пункт3 @王2020", ["Müller2020", "пункт3", "王2020"]),
        ("@a<br>@b</b> @c<https://x.org>", ["a", "b", "c"]),
        ("\"@a\" '@b' (@c) *@d* **@e** --@f", list("abcdef")),
    ],
)  # fmt: skip
def test_keys(text: str, expected: list[str]) -> None:
    """Punctuation is part of a key inside it, but not at its end."""
    assert keys(text, "x.md") == expected


@pytest.mark.parametrize(
    "text",
    [
        "`@a` ``b ` @a`` `r f(\"@a\")`", "```\n@a\n```", "~~~~ {.r}\n@a\n~~~\n@a\n~~~~", "    @a", "* x\n\n      @a",
        "```{r}\nx@a\n# @a\n```", "``` {=latex}\n@a\n```", "<!-- @a\n\n@a -->", "<script>\n@a\n\n@a</script>",
        "<a title=\"@a\">x</a>", "<https://x.org/@a>", "<me@a.org>", "me@a.org", "https://x.org/@a", "\\@a", "[\\@a]",
        "$@a$", "$$\nx @a\n$$", "[x](@a)", "[x](y \"@a\")", "[x]: @a", "![x](y@a.png){width=\"@a\"}",
        "\\@ref(fig:a)", "{{< video @a >}}", "{% x @a %}", "{kbd}`@a`", "(@a) First.\n\nSee (@a).", "[https://x.org/@a](y)",
        "+++\na = '@a'\n+++\n", "---\nauthor: '@a'\n---\n", "% @a\n", "> ```\n> @a\n> ```", "- ```\n  @a\n  ```",
    ],
)  # fmt: skip
def test_other_text(text: str) -> None:
    """Code, comments, mathematics, addresses, attributes and metadata do not cite."""
    assert keys("x\n\n" * (not text.startswith(("+++", "---"))) + text, "x.md") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# On @a {#sec-x}", "a"),
        ("On @a\n=====", "a"),
        ("- [see\n  @a]\n- @b\n\n1. @c\n\n   @d", "abcd"),
        ("> @a\n> > [@b]", "ab"),
        ("| x | y |\n|---|---|\n| @a | [@b] |", "ab"),
        ("![From @a](x.png \"y\"){#fig-x}", "a"),
        (": From [@a] {#tbl-x}", "a"),
        ("Term\n:   @a\n\n:   [@b]", "ab"),
        ("::: note\n@a\n:::", "a"),
        ("<div>\n@a <b>@b</b>\n</div>", "ab"),
        ("!!! note \"On @a\"\n\n    @b\n\n        @c", "ab"),
        ("<!-- x --> @a <!-- @x --> @b <!-- @y\n--> @c", "abc"),
        ("x\n    @a", "a"),
        ("`` @a", "a"),
        ("```\n@a", "a"),
        ("$5 @a for $6", "a"),
        ("[ @a", "a"),
        ("<!-- @a", "a"),
        ("a `x\n\n@b` `", "b"),
        ("- x\n\n@a", "a"),
        ("> > x\n> >\n> > @a", "a"),
        ("- > x\n  >\n  > @a\n\n      @c", "a"),
        ("1. - > @a\n     > @b", "ab"),
        ("> - x\n>\n>   @a", "a"),
        ("[^1]: ```\n    @c\n    ```\n\n    @a", "a"),
        ("[^1]: <!-- @c\n\n    @c -->\n\n    @a", "a"),
        ("$5 @a [*b* `c` $x@y$]", "a"),
    ],
)  # fmt: skip
def test_places(text: str, expected: str) -> None:
    """Headings, lists, quotations, tables and captions cite; what has no end is text."""
    assert keys(text, "x.md") == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{cite}`a,b`", ["narrative: a; b"]),
        ("{cite:p}`{see}a{p. 3},{also}b`", ["parenthetical: see | a | page 3; also | b"]),
        ("{cite:t}`a; b`", ["narrative: a; b"]),
        ("{cite:yearpar}``a``", ["no-author: a"]),
        ("{footcite:p}`a`", ["note: a"]),
        ("x {cite:empty}`a`", ["nocite: a"]),
        ("```{note} On @a\n:name: x@y\n:caption: From @b\n\n[@c]\n```\n@d",
         ["narrative: a", "narrative: b", "parenthetical: c", "narrative: d"]),
        ("````{admonition} x\n```{code-block} python\n@x\n```\n[@a]\n````", ["parenthetical: a"]),
        (":::{figure} x@y.png\n:name: z\nFrom @a\n:::", ["narrative: a"]),
        ("x\n\n% @x\n@a", ["narrative: a"]),
        ("<cite data-cite=\"a,b\">(A, B)</cite>", ["parenthetical: a; b"]),
    ],
)  # fmt: skip
def test_citations_of_myst_and_notebooks(text: str, expected: list[str]) -> None:
    """Roles, directives and elements of nbconvert."""
    assert shown(text, "x.md") == expected


@pytest.mark.parametrize(
    "kind",
    "fig tbl lst eq sec tip nte wrn imp cau thm lem cor prp cnj def exm exr sol rem alg".split(),
)
def test_cross_references_of_quarto(kind: str) -> None:
    """They have the form of citations."""
    text = f"@{kind}-x @{kind.title()}-x [-@{kind}-x] [@{kind}-x; see @a] @{kind}2020"
    assert keys(text, "x.qmd") == ["a", f"{kind}2020"]


def test_commands_of_latex() -> None:
    """Pandoc reads them; `%` begins no comment, and code is skipped."""
    text = "50% of \\cite{a} \\citep[p. 3]{b,c} `\\cite{x}` [@d]"
    assert keys(text, "x.md") == ["a", "b", "c", "d"]


def test_other_cross_references() -> None:
    """Types that the document defines, and those of pandoc-crossref."""
    text = "---\ncrossref:\n  custom:\n    - kind: float\n      key: vid\n---\n@vid-x @fig:x @a:b"
    assert keys(text, "x.qmd") == ["a:b"]
    assert found_in("(sec)=\n# X {#y}\n\n```{note}\n:name: z\n```", "x.md").labels == {
        "sec",
        "y",
        "z",
    }


def test_captions_of_cells() -> None:
    """Their values are Markdown."""
    text = (
        '```{r}\n#| label: x\n#| fig-cap: "From @a"\n#| tbl-cap: |\n#|   [@b]\nx@y\n```\n\n'
        '```{r x, fig.cap="@c [p. 3]"}\n@z\n```\n'
    )
    assert shown(text, "x.qmd") == ["narrative: a", "parenthetical: b", "narrative: c | page 3"]


METADATA = """---
title: On @a
abstract: |
  See [@b].
bibliography: [refs.bib, "more refs.bib"]
csl: 'apa.csl'
nocite: |
  @c, @d
references:
- id: e
  title: E
author: "@x"
---

Text.

---
nocite: '@*'
...
"""


def test_metadata() -> None:
    """Titles and abstracts cite, and so does `nocite`."""
    found = found_in(METADATA, "x.md")
    assert shown(METADATA, "x.md") == ["narrative: a", "parenthetical: b", "nocite: c", "nocite: d"]
    files = (*found.bibliographies, *found.styles)
    assert [file.path for file in files] == ["refs.bib", "more refs.bib", "apa.csl"]
    assert all(METADATA[slice(*file.span)] == file.path for file in files)
    assert (found.cites_all, [key.key for key in found.defined]) == (True, ["e"])


def test_includes() -> None:
    """Shortcodes of Quarto, directives of MyST, and snippets of Python-Markdown."""
    text = '{{< include a.qmd >}}\n\n```{include} b.md\n```\n\n--8<-- "c.md"\n'
    found = found_in(text, "x.md").includes
    assert [file.path for file in found] == ["a.qmd", "b.md", "c.md"]
    assert all(text[slice(*file.span)] == file.path for file in found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x\n\n::: {#refs}\n:::\n\ny", "::: {#refs}\n:::"),
        ("x\n\n```{bibliography} a.bib\n:filter: docname\n```\ny", "```{bibliography} a.bib\n:filter: docname\n```"),
        ("x\n\n# References {-}\n", "# References {-}"),
        ("x\n\nWorks Cited\n-----------\n", "Works Cited"),
        ("x\n\n## 5. Literaturverzeichnis\n", "## 5. Literaturverzeichnis"),
    ],
)  # fmt: skip
def test_places_of_reference_lists(text: str, place: str) -> None:
    """Divs, directives and headings."""
    assert [text[slice(*span)] for span in found_in(text, "x.md").list_places] == [place]


def test_other_headings_are_no_places() -> None:
    """Not every heading with such a word is that of a list."""
    assert (
        found_in("# References in art\n\n# Citation\n\n# Related literature", "x.md").list_places
        == ()
    )


@pytest.mark.parametrize(
    ("key", "written", "expected"),
    [
        ("b", "a", "b"), ("b", "a b", "b"), ("b.c", "a", "b.c"), ("b.", "a", None), ("b c", "a", None),
        ("b c", "x y", "b c"), ("b}", "x y", None), ("b,c", "x y", None), ("b--c", "a", None), ("", "a", None),
    ],
)  # fmt: skip
def test_keys_that_markdown_can_write(key: str, written: str, expected: str | None) -> None:
    """Other characters need braces, which a key without them does not have."""
    assert write_key(key, written) == expected


def cases() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the text of documents for MyST, and the keys that it cites in order."""
    lines = DOCUMENTS.read_text(encoding="utf-8").splitlines() if DOCUMENTS.exists() else []
    for case in map(json.loads, lines):
        if case["syntax"] == "myst" and isinstance(case["input"], str):
            yield case["id"], case["input"], list(_labels(case["expected"]))


def _labels(node: object) -> Iterator[str]:
    """Yield the keys of the citations in a tree of tokens or nodes."""
    if isinstance(node, list):
        for child in node:
            yield from _labels(child)
    elif isinstance(node, dict):
        if node.get("type") == "cite":
            yield node.get("meta", node)["label"]
        for child in (node.get("children"), node.get("meta", {}).get("suffix")):
            yield from _labels(child or [])


@pytest.mark.skipif(not DOCUMENTS.exists(), reason="the cases are not part of the repository")
def test_third_party_cases() -> None:
    """Every key that the tests of another program expect is found, and no other."""
    read = list(cases())
    assert read
    wrong = [(name, text) for name, text, labels in read if keys(text, "x.md") != labels]
    assert wrong == []


PIECES = st.sampled_from(
    (
        *"@ @a @{a} -@b [ ] ( ) { } ; , ` `` ``` ~~~ $ $$ < > <!-- --> \\ ^[ [^1] [^1]: :: ::: {#x} {cite}`".split(),
        *"--- +++ # | - 1. (@x) https://x/ <b> </cite> {{< >}} é 中 % ```{note} p.3 * =".split(),
        *(" ", "\n", "\n\n", "\r\n", "\t", "    ", '<cite data-cite="a">'),
    )
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_text_can_be_read(text: str) -> None:
    """The spans are those of the keys, in order."""
    found = find(Source(text, "x.md"))
    cites = [cite for citation in found.citations for cite in citation.cites]
    assert all(text[slice(*cite.span)] == cite.key for cite in cites)
    assert len({cite.span for cite in cites}) == len(cites)
    assert list(found.citations) == sorted(found.citations, key=lambda citation: citation.span)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "[@a; ", "[[@a] @b ", "@a [", "`", "`a ``b ```c ", "$a ", "<", "<a ", "<!-- ", "{", "{{< ", "[x](",
        "]( \"",
        "![", "^[", "```\n", "~~~{x}\n", "```{note}\n", "::: x\n", "> ", "- ", "[^1]: ", "---\na: b\n", "{cite}`", "@",
        "\\", "<cite data-cite=\"a\">", "- [ ] @a\n", "(@a) ", "[@a](", "https://x/@a ", "    ", "\t", "<pre>", "a\n\n",
        "```{note}\n---\n", "<!-- --> ", "> - ", "[@a]{",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(piece: str) -> None:
    """Also for brackets, code and comments without ends."""
    assert is_linear(lambda text: find(Source(text, "x.md")), lambda size: piece * size, 200)
