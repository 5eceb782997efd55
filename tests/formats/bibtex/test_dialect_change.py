"""Files in the other dialect, with everything else as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from refkit.formats.bibtex import read
from refkit.formats.bibtex.dialect_change import change_dialect
from refkit.formats.bibtex.tidy import tidy
from refkit.formats.bibtex.tidy_options import TidyOptions
from refkit.model.item import Item
from refkit.model.source import Source, decode
from refkit.records import replace

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[4] / "shared" / "cases")
FILES = sorted((CASES / "bib-real").glob("*.bib"))

BIBTEX = """\
% Rivers
@string{jx = "Journal X"}

@Article{a, author = {Doe, J.}, title = "T", journal = jx, year = 2001, month = mar, volume = 3}
@phdthesis{b,
    author  = {Doe, J.},
    title   = {The {Rhine} in Spr\\"ing},
    school  = {Univ X},
    year    = {2001},
    address = {Rome}
}
@inproceedings{c, title={P}, crossref={d}}
@comment{x}
@proceedings{d, title={Proc}, booktitle={Proc}, year=1999, address={Oslo}}
"""
BIBLATEX = """\
% Rivers
@string{jx = "Journal X"}

@Article{a, author = {Doe, J.}, title = "T", journaltitle = jx, date = {2001-03}, volume = 3}
@phdthesis{b,
    author  = {Doe, J.},
    title   = {The {Rhine} in Spr\\"ing},
    institution = {Univ X},
    date    = {2001},
    location = {Rome}
}
@inproceedings{c, title={P}, crossref={d}}
@comment{x}
@proceedings{d, title={Proc}, booktitle={Proc}, date=1999, location={Oslo}}
"""


def test_types_and_fields_are_those_of_the_dialect() -> None:
    """Values, comments, macros and layout stay; fields of a parent stay there."""
    changed = change_dialect(Source(BIBTEX), "biblatex")
    assert changed.text == BIBLATEX
    assert not changed.faults


def test_the_way_back_gives_the_same_items() -> None:
    """A type that BibTeX does not have is written as one that it has."""
    text = BIBLATEX + "@online{e, title = {W}, url = {https://example.org}, date = {2001-03-05}}\n"
    source = Source(text)
    changed = change_dialect(source, "bibtex", "biblatex")
    assert "journal = jx" in changed.text
    assert "@misc{e" in changed.text
    before, after = read(source, "biblatex"), read(Source(changed.text), "bibtex")
    assert [values(item) for item in before] == [values(item) for item in after]


def test_a_file_in_the_dialect_is_unchanged() -> None:
    """Byte for byte, also if it has errors."""
    text = BIBTEX + "@misc{broken, title = {x}"
    assert change_dialect(Source(text), "bibtex").text == text


def test_an_entry_that_would_mean_something_else_is_unchanged_and_reported() -> None:
    """ACM's styles have the place of the conference in `location`, BibLaTeX that of the publisher."""
    entry = "@inproceedings{a, title = {T}, booktitle = {B}, address = {Rome}, location = {Oslo}, year = 2001}"
    changed = change_dialect(Source(f"{entry}\n{BIBTEX}"), "biblatex")
    assert changed.text == f"{entry}\n{BIBLATEX}"
    assert [fault.message for fault in changed.faults] == [
        "`a` is unchanged: with the fields of BibLaTeX it would mean something else"
    ]


def test_a_malformed_entry_is_unchanged() -> None:
    """Others are converted; the error is reported once, in the text as it was."""
    broken = "@article{x, journal {X}, year = 2001}\n"
    result = tidy(Source(broken + BIBTEX), TidyOptions(dialect="biblatex"))
    assert broken.strip() in result.text
    assert "date = {2001-03}" in result.text
    assert [(f.kind, f.source.position(f.span.start).line) for f in result.faults] == [
        ("syntax", 1)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_real_files_mean_the_same(path: Path, dialect: str) -> None:
    """Each item has all that it had before; of repeated keys, the first counts."""
    source = decode(path.read_bytes(), path.name)
    changed = change_dialect(source, dialect)
    after: dict[str, Item] = {}
    for item in read(replace(source, text=changed.text), dialect):
        after.setdefault(item.id, item)
    unchanged = {fault.source.slice(fault.span) for fault in changed.faults}
    seen: set[str] = set()
    for item in read(source):
        if item.id not in seen | unchanged:
            assert values(item).items() <= values(after[item.id]).items()
        seen.add(item.id)


def values(item: Item) -> dict[str, object]:
    return {"type": item.type, **item.names, **item.dates, **item.text}
