"""Citations in notebooks are those of their Markdown cells, at their places in the JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.citing import found_in, keys, shown
from tests.growth import is_linear

from refkit.documents.citations.notebook import cell_position, find, write_key
from refkit.model.source import Source


def notebook(*cells: tuple[str, str | list[str]], ascii_only: bool = False) -> str:
    """Return the JSON of a notebook with cells, each a type and a text or lines."""
    made: list[object] = [
        {"cell_type": kind, "metadata": {}, "source": source} for kind, source in cells
    ]
    value = {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(value, indent=1, ensure_ascii=ascii_only)


@pytest.mark.parametrize("source", ["See [@a, p. 3].\nAnd @b.", ["See [@a, p. 3].\n", "And @b."]])
def test_sources_are_one_text_or_lines(source: str | list[str]) -> None:
    """Both forms occur in notebooks."""
    text = notebook(("code", "x@y"), ("markdown", source), ("raw", "@z"))
    assert shown(text, "x.ipynb") == ["parenthetical: a | page 3", "narrative: b"]
    cites = [cite for citation in found_in(text, "x.ipynb").citations for cite in citation.cites]
    assert [text[slice(*cite.span)] for cite in cites] == ["a", "b"]


def test_spans_are_those_of_the_json() -> None:
    """Escapes before and in a key count with their characters."""
    text = notebook(("markdown", ['"x"\t\\alpha 😀 [@mül]\n', "é @b"]), ascii_only=True)
    cites = [cite for citation in found_in(text, "x.ipynb").citations for cite in citation.cites]
    assert [(cite.key, text[slice(*cite.span)]) for cite in cites] == [
        ("mül", "m\\u00fcl"),
        ("b", "b"),
    ]


def test_constructs_end_with_their_cell() -> None:
    """A fence without an end does not hide the next cell, and a bracket over two lines is read."""
    text = notebook(
        ("markdown", "````{note}\n@a"),
        ("markdown", ["[see\n", "@b]"]),
        ("markdown", "`x"),
        ("markdown", "@c`"),
    )
    assert keys(text, "x.ipynb") == ["a", "b", "c"]


def test_roles_elements_and_references_in_the_metadata() -> None:
    """The forms of Jupyter Book, nbconvert and cite2c."""
    text = notebook(("markdown", '{cite:p}`a` <cite data-cite="b">(B)</cite> [@fig-x] @c'))
    assert keys(text, "x.ipynb") == ["a", "b", "c"]
    old = '{"metadata": {"cite2c": {"citations": {"1/AB": {"title": "T"}}}}, "cells": []}'
    assert [old[slice(*key.span)] for key in found_in(old, "x.ipynb").defined] == ["1/AB"]


def test_metadata_in_the_first_cell() -> None:
    """Quarto reads it from a raw cell."""
    text = notebook(
        ("raw", "---\nbibliography: refs.bib\n---\n"), ("raw", "---\nbibliography: x.bib\n---\n")
    )
    files = found_in(text, "x.ipynb").bibliographies
    assert [(file.path, text[slice(*file.span)]) for file in files] == [("refs.bib", "refs.bib")]


def test_cells_of_the_old_format() -> None:
    """They are in worksheets."""
    text = (
        '{"worksheets": [{"cells": [{"cell_type": "markdown", "source": ["@a"]}]}], "nbformat": 3}'
    )
    assert keys(text, "x.ipynb") == ["a"]


def test_outputs_are_no_sources() -> None:
    """Members of the same name inside metadata, outputs and attachments are skipped."""
    cell = {
        "metadata": {"source": "@x", "cell_type": "markdown"},
        "attachments": {"source": ["@y"]},
        "source": "@a",
        "cell_type": "markdown",
    }
    assert keys(json.dumps({"cells": [cell]}), "x.ipynb") == ["a"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": [', '{"a": 1}', "[" * 100_000, "@a"])
def test_malformed_notebooks_are_a_doubt(text: str) -> None:
    """There are no citations, but they could exist."""
    found = found_in(text, "x.ipynb")
    assert (found.citations, [doubt.message for doubt in found.doubts]) == (
        (),
        ["the notebook is malformed"],
    )


@pytest.mark.parametrize(
    ("quoted", "position"),
    [
        ("@a", "cell 2, line 1"),
        ("@b", "cell 2, line 3"),
        ("@c", "cell 3, line 2"),
        ("nbformat", "None"),
    ],
)
def test_positions(quoted: str, position: str) -> None:
    """As readers see them: code cells count, too."""
    text = notebook(("code", "x"), ("markdown", ["@a\n", "\n", "@b"]), ("markdown", "x\n@c"))
    assert str(cell_position(text, text.index(quoted))) == position


def test_keys_in_json() -> None:
    """Quotation marks would end the text, and other characters are those of Markdown."""
    assert write_key("é", "m\\u00fcl") == "é"
    assert write_key('"', "a") is None
    assert write_key('x "y"', "a b") == 'x \\"y\\"'


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet='@a[]{};,` \n\\"é😀\t$<', max_size=20), max_size=4), st.booleans())
def test_every_notebook_can_be_read(lines: list[str], ascii_only: bool) -> None:
    """The spans are those of the keys as JSON contains them."""
    text = notebook(("markdown", lines), ascii_only=ascii_only)
    for citation in found_in(text, "x.ipynb").citations:
        for cite in citation.cites:
            assert json.loads(f'"{text[slice(*cite.span)]}"') == cite.key


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='{}[]":,\\ucells0source@', max_size=60))
def test_every_text_can_be_read(text: str) -> None:
    """Malformed ones, too."""
    assert find(Source(text, "x.ipynb")) is not None


@pytest.mark.parametrize("line", ["@a\n", "[@é; \\\n", "x\n", '"\n'])
def test_work_grows_with_the_notebook(line: str) -> None:
    """For lines, escapes and cells."""
    for text in (
        lambda size: notebook(("markdown", [line] * size)),
        lambda size: notebook(*[("markdown", line)] * size),
    ):
        assert is_linear(lambda text: find(Source(text, "x.ipynb")), text, 200)
