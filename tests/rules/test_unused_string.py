"""The rule unused-string."""

from tests.rules.lintcase import quoted

from refkit.formats.bibtex import read
from refkit.formats.bibtex.together import read_together
from refkit.lint.engine import check_file
from refkit.lint.settings import Settings
from refkit.model.source import Source


def test_a_use_in_another_string_counts() -> None:
    """A macro may be used in the definition of another macro."""
    assert quoted("REF222", '@string{a = "A"} @string{b = a # "B"} @misc{k, journal = b}') == []


def test_case_does_not_matter() -> None:
    """BibTeX ignores case in names of macros."""
    assert quoted("REF222", '@string{DJ = "A"} @string{ej = "B"} @misc{k, journal = dj}') == ["ej"]


def test_a_file_of_macros_alone_is_not_reported() -> None:
    """Other files use them."""
    assert quoted("REF222", '@string{a = "A"}') == []


def test_a_use_in_another_file_of_the_bibliography_counts() -> None:
    strings = read(Source('@string{a = "A"} @string{b = "B"}', "strings.bib"))
    entries = read(Source("@misc{k, journal = b}", "refs.bib"))
    together = read_together([strings, entries], in_order=True)[0]
    found = check_file(together, Settings(select=("REF222",)))
    assert [together.sources[0].slice(finding.span) for finding in found] == ["a"]
