"""Citations in reStructuredText are those of docutils and sphinxcontrib-bibtex."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.citing import found_in, keys, shown
from tests.growth import is_linear

from refkit.documents.citations.rst import find, write_key
from refkit.model.source import Source

CASES = Path(os.environ.get("REFKIT_CASES", Path(__file__).parents[3] / "shared/cases"))
DOCUMENTS = CASES / "documents.jsonl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":cite:`a`", ["parenthetical: a"]),
        (":cite:p:`a,b`", ["parenthetical: a; b"]),
        ("x\\ :cite:t:`{see}a{p. 3},b{and more}`.", ["narrative: see | a | page 3; b | and more"]),
        (":cite:p:`a [see][p. 3]` :cite:p:`b [p. 4]`", ["parenthetical: see | a | page 3",
        "parenthetical: b | page 4"]),
        ("`a`:cite:", ["parenthetical: a"]),
        (":cite:p:`a,\n   b`", ["parenthetical: a; b"]),
        (":footcite:`a` :footcite:t:`b`", ["note: a", "note: b"]),
        (":cite:empty:`a`", ["nocite: a"]),
        (":cite:authorpars:`a`", ["author-only: a"]),
        ("See [Doe2020]_ and [1]_, [#]_, [#x]_, [*]_.", ["parenthetical: Doe2020"]),
        (".. [1] See :cite:`a`.\n\n   And [b]_.\n\nNot :cite:`c`.",
         ["parenthetical in note: a", "parenthetical in note: b", "parenthetical: c"]),
        (".. bibliography::\n   :filter: False\n\n   a\n   b\n", ["nocite: a", "nocite: b"]),
    ],
)  # fmt: skip
def test_citations(text: str, expected: list[str]) -> None:
    """The examples of the manuals, and their variants."""
    assert shown(text, "x.rst") == expected


@pytest.mark.parametrize(
    "text",
    [
        "``:cite:`a```", "``[a]_``", "x::\n\n   :cite:`a`\n\n   [a]_", "::\n\n  :cite:`a`",
        ".. code-block:: rst\n\n   :cite:`a`",
        ".. code::\n\n   :cite:`a`", ".. math::\n   :label: x\n\n   [a]_",
        ".. comment :cite:`a`\n   :cite:`a`\n\n   [a]_",
        "..\n   :cite:`a`", ":code:`[a]_`", ":ref:`a`", "\\:cite:`a`", "[a b]_", "[a]", "[a]__b",
        ".. _a: http://x.org/[a]_",
        ">>> x = [a]_\n:cite:`a`", ".. literalinclude:: x\n   :caption: [a]_", ":cite:x:`a`", "x:cite:`a`",
        ":cite:`a", ":cite:``",
    ],
)  # fmt: skip
def test_other_text(text: str) -> None:
    """Literal blocks, code, comments, targets and other roles do not cite."""
    assert keys(text + "\n", "x.rst") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On :cite:`a`\n============\n\n* :cite:`b`\n\n  - [c]_", "abc"),
        ("=====  =====\nx      :cite:`a`\n=====  =====\n\n+---+\n| [b]_ |\n+---+", "ab"),
        (".. note:: See :cite:`a`.\n   :class: x\n\n   :cite:`b`\n\n.. figure:: x.png\n\n   [c]_", "abc"),
        (".. |x| replace:: :cite:`a`\n\nx\n.. note::\n\n   :cite:`b`", "ab"),
        ("x::\n\n   :cite:`z`\n\n:cite:`a`", "a"),
        (".. comment\n\n:cite:`a`", "a"),
        (".. code-block:: rst\n\n   :cite:`z`\n\n:cite:`a`\n\n.. parsed-literal::\n\n   :cite:`b`", "ab"),
        (":param x: see :cite:`a`\n   and [b]_", "ab"),
        ("Term :cite:`a`\n   Definition [b]_", "ab"),
        ("(:cite:`a`) \":cite:`b`\" *[c]_*", "abc"),
    ],
)  # fmt: skip
def test_places(text: str, expected: str) -> None:
    """Titles, lists, tables, directives and definitions cite, and so does the text after a literal block."""
    assert keys(text, "x.rst") == list(expected)


def test_what_the_document_says() -> None:
    """Lists, their places, included files, and the citations that it defines."""
    text = (
        ".. include:: a/b.rst\n\nReferences\n----------\n\n.. bibliography:: refs.bib b.bib\n   :all:\n"
        "   :style: plain\n\n.. [Doe2020] Doe, Title.\n\n.. [1] note\n"
    )
    found = found_in(text, "x.rst")
    assert [file.path for file in found.bibliographies] == ["refs.bib", "b.bib"]
    assert [file.path for file in found.includes] == ["a/b.rst"]
    assert [text[slice(*span)].partition("\n")[0] for span in found.list_places] == [
        "References", ".. bibliography:: refs.bib b.bib",
    ]  # fmt: skip
    assert (found.cites_all, [key.key for key in found.defined]) == (True, ["Doe2020"])
    named = (*found.bibliographies, *found.includes)
    assert all(text[slice(*file.span)] == file.path for file in named)


@pytest.mark.parametrize(
    ("key", "written", "expected"),
    [
        ("b", "a", "b"), ("b:c", "a", "b:c"), ("b/c", "a", None), ("b/c", "x/y", "b/c"), ("b,c", "x/y", None),
        ("b}", "x/y", None), ("b`", "x/y", None), ("b", "x/y", "b"), ("12", "a", None),
    ],
)  # fmt: skip
def test_keys_that_it_can_write(key: str, written: str, expected: str | None) -> None:
    """A key that may be in brackets must be a name of docutils."""
    assert write_key(key, written) == expected


def cases() -> Iterator[tuple[str, str, set[str]]]:
    """Yield the documents of another project's tests, and the keys of their lists."""
    lines = DOCUMENTS.read_text(encoding="utf-8").splitlines() if DOCUMENTS.exists() else []
    for case in map(json.loads, lines):
        files = case["input"] if case["source"].endswith("sphinxcontrib-bibtex") else {}
        lists = "".join(text for name, text in files.items() if name.endswith(".bib"))
        for name, text in files.items():
            if name.endswith(".rst"):
                yield f"{case['id']}/{name}", text, set(re.findall(r"@\w+\s*\{\s*([^,\s]+)", lists))


UNKNOWN = {"Test01"}  # a footnote-like reference without a definition, in one of the tests


@pytest.mark.skipif(not DOCUMENTS.exists(), reason="the cases are not part of the repository")
def test_third_party_cases() -> None:
    """Every role with text is a citation, and every key is one of the lists or is defined in the document."""
    read = list(cases())
    assert read
    for name, text, listed in read:
        found = found_in(text, "x.rst")
        defined = {key.key for key in found.defined}
        assert set(keys(text, "x.rst")) <= listed | defined | UNKNOWN, name
        spans = {text[slice(*citation.span)] for citation in found.citations}
        assert spans >= set(re.findall(r":(?:foot)?cite:(?:\w+:)?`[^`]+`", text)), name


PIECES = st.sampled_from((
    *":cite:` :cite:p:` ` `` [a]_ [1]_ .. :: .. |x| [a] [1] _a: note:: code:: bibliography::".split(),
    *"a {b} , \\ >>> === é".split(),
    " ", "\n", "\n\n", "   ", "\t", "\r\n", "`a`", ".. code::\n\n", ".. bibliography::\n   :all:\n\n   a\n",
))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_text_can_be_read(text: str) -> None:
    """The spans are those of the keys, in order."""
    found = find(Source(text, "x.rst"))
    cites = [cite for citation in found.citations for cite in citation.cites]
    assert all(text[slice(*cite.span)] == cite.key for cite in cites)
    assert list(found.citations) == sorted(found.citations, key=lambda citation: citation.span)


@pytest.mark.parametrize(
    "piece",
    [
        "[", "[a]_ ", "`", "`a ", "``a ", ":cite:`a` ", ":cite:`a ", ":a:", "x::\n", "::\n\n", "..\n", ".. a\n",
        ".. a::\n",
        ".. code::\n", "::\n\n   x\n", ".. [1] a\n", " ", "\n", ".. bibliography::\n", "\\", ">>> a\n", "a\n===\n",
        ".. include:: a\n", "..\n\n",
    ],
)  # fmt: skip
def test_work_grows_with_the_text(piece: str) -> None:
    """Also without ends."""
    assert is_linear(lambda text: find(Source(text, "x.rst")), lambda size: piece * size, 200)
