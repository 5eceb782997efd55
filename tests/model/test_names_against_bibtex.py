"""The `bibtex` program splits names in the same way."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refkit.model.name import Name
from refkit.model.names import read_names
from refkit.model.names_write import is_von, write_names
from refkit.tex.decode import decode_text
from refkit.tex.encode import encode

BIBTEX = shutil.which("bibtex")
STYLE = """ENTRY { author } {} {}
INTEGERS { n i }
FUNCTION {misc} {
  author num.names$ 'n :=
  #1 'i :=
  { i n #1 + < }
  { author i "{ff}" format.name$ "||" * author i "{vv}" format.name$ * "||" *
    author i "{ll}" format.name$ * "||" * author i "{jj}" format.name$ * write$ newline$
    i #1 + 'i := }
  while$
  "----" write$ newline$
}
READ
ITERATE {call.type$}
"""
NAMES = [
    "Donald E. Knuth and Knuth, Donald E.",
    "al-Khwarizmi, Muhammad and Muhammad al-Khwarizmi",
    "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
    "de la Vall{\\'e}e~Poussin, C. and King, Jr, Martin Luther and Ludwig von Mises III",
    "{World Health Organization} and {Barnes and Noble, Inc.} and Ann {Lee, editors}",
    "{von} Foo and {\\relax von} Foo Bar and Foo {\\o}r Bar and {\\uppercase{d}e la} Cruz, Maria",
    "Foo-bar Baz and Foo Bar-Baz and foo Bar and Foo bar and Foo and {Foo} {Bar} Baz",
    "A.~B. Cd and Hans {\\\"U}ber and jean {\\\"u}ber x Foo and {\\AA}ngstr{\\\"o}m, Anders",
    "Maria von Berg, Anna and van der {\\relax Waals}, J. and A B AND C D and others",
]  # fmt: skip


def bibtex(values: list[str], folder: Path) -> list[list[list[str]]]:
    """First, von, last and jr of every name of every value, as the program formats them."""
    entries = [f"@misc{{k{at}, author = {{{value}}}}}" for at, value in enumerate(values)]
    (folder / "x.bib").write_text("\n".join(entries))
    (folder / "x.bst").write_text(STYLE)
    (folder / "x.aux").write_text("\\citation{*}\n\\bibstyle{x}\n\\bibdata{x}\n")
    places = {**os.environ, "BSTINPUTS": ".", "BIBINPUTS": "."}
    subprocess.run([str(BIBTEX), "x"], cwd=folder, env=places, capture_output=True, check=False)
    printed = re.sub(r"\n  ", " ", (folder / "x.bbl").read_text())
    blocks = printed.split("----\n")[:-1]
    return [
        [[bare(part) for part in line.split("||")] for line in block.splitlines()]
        for block in blocks
    ]


def bare(text: str) -> str:
    """Without TeX, ties and hyphens, which the program puts and drops as it prints."""
    return words(decode_text(text))


def words(text: str) -> str:
    return " ".join(re.sub(r"[\s\u00a0-]+", " ", text).split())


def ours(value: str) -> list[list[str]]:
    divided = []
    for name in read_names(value)[0]:
        last = "others" if name.others else name.literal or name.family
        divided.append([words(part) for part in (name.given, name.particle, last, name.suffix)])
    return divided


@pytest.mark.skipif(BIBTEX is None, reason="the program bibtex is not installed")
@pytest.mark.parametrize("value", NAMES)
def test_names_are_split_as_in_bibtex(value: str, tmp_path: Path) -> None:
    """Through a style that prints what format.name$ makes of each part."""
    assert bibtex([value], tmp_path) == [ours(value)]


WORD = st.sampled_from(
    [
        "Ann",
        "bob",
        "von",
        "de",
        "{Lee Co}",
        "{\\'E}",
        "{\\'e}t",
        "{\\o}",
        "J.",
        "O'Neil",
        "{x}Y",
        "Foo-bar",
        "Jr",
    ]
)
PART = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
NAME = st.lists(PART, min_size=1, max_size=3).map(", ".join)


@pytest.mark.skipif(BIBTEX is None, reason="the program bibtex is not installed")
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(values=st.lists(NAME, min_size=60, max_size=60))
def test_unusual_names_are_split_as_in_bibtex(values: list[str], tmp_path: Path) -> None:
    """In any order of the words."""
    assert bibtex(values, tmp_path) == [ours(value) for value in values]


def von(particle: str) -> str:
    """Others are written as a group, which the program reads as part of the family name."""
    return particle if is_von(particle) else ""


@pytest.mark.skipif(BIBTEX is None, reason="the program bibtex is not installed")
def test_written_names_are_split_as_in_bibtex(tmp_path: Path) -> None:
    """With each character that TeX has a command for, and each kind of space, in each part."""
    chars = [char for char in map(chr, range(33, 0x3001)) if encode(char).isascii() and char != "|"]
    spaces = [char for char in map(chr, range(33, 0x3001)) if char.isspace() and ord(char) > 160]
    values = [
        write_names(
            [
                Name(f"M{char}o{char}", f"D.{char}E.", particle=von(f"v{char}n")),
                Name(literal=f"A{char}B"),
            ],
            encode,
        )
        for char in chars + spaces
    ]
    split = bibtex(values, tmp_path)
    assert [value for value, found in zip(values, split, strict=True) if found != ours(value)] == []
