"""Cite keys that appear twice."""

from dataclasses import replace

from tests.rules.lintcase import asked, findings, messages, quoted

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.library import merged
from refkit.model.source import Source

BIBLATEX = replace(Settings(), dialect="biblatex")


def test_second_use_is_found() -> None:
    """The second entry is reported, not the first."""
    found = findings("KEY101", "@misc{a, title={1}}\n@misc{a, title={2}}")
    assert [(f.line, f.key) for f in found] == [(2, "a")]


def test_message_names_the_first_place() -> None:
    """The message gives the line of the first use of the key."""
    assert "line 1" in messages("KEY101", "@misc{a, title={1}}\n@misc{a, title={2}}")[0]


def test_message_names_the_other_file() -> None:
    """If two files are checked as one library, the message names the first file."""
    sources = [Source("@misc{a, title={1}}", name) for name in ("x.bib", "y.bib")]
    found = check(merged(read(source) for source in sources), asked("KEY101"))
    assert "line 1 of `x.bib`" in found[0].message


def test_case_does_not_part_keys_for_bibtex() -> None:
    """BibTeX treats `Smith` and `smith` as the same key."""
    assert quoted("KEY101", "@misc{Smith, title={1}}\n@misc{smith, title={2}}") == ["smith"]


def test_case_parts_keys_for_biber() -> None:
    """Biber treats `Smith` and `smith` as different keys."""
    assert quoted("KEY101", "@misc{Smith, title={1}}\n@misc{smith, title={2}}", BIBLATEX) == []
