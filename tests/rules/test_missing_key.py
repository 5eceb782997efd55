"""The rule missing-key."""

import pytest
from tests.rules.lintcase import asked, messages, quoted

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.model.source import Source


@pytest.mark.parametrize(
    "key", ["a", "doe=2001", "https://example.org/?a=b", "doe:title", "title", "="]
)
def test_a_key_is_a_key(key: str) -> None:
    """Any key is accepted, even one that contains `=`."""
    assert messages("KEY221", f"@misc{{{key}, title={{T}}}}") == []


def test_the_type_is_named() -> None:
    """The message identifies the entry."""
    assert "`@book`" in messages("KEY221", "@Book{, title={T}}")[0]


@pytest.mark.parametrize(
    "text",
    [
        "@book{title={T}}",
        "@book{ title={T}, year=2000}",
        '@book{title="T", year=2000}',
        "@book{year=2000, title={T}}",
        "@book{Title={T}}",
        "@online{date=2000, title={T}}",
        "@book{author={A},\n  title={T}}",
        "@book{doe2001title={T}}",
        "@book(title=jan, year=2000)",
    ],
)
def test_a_field_is_not_a_key(text: str) -> None:
    """BibTeX reads the first field as the key if both the key and its comma are missing."""
    assert quoted("KEY221", text) == [text[1:].partition("{")[0].partition("(")[0]]


@pytest.mark.parametrize(
    "text", ["@book{title={T}}", "@book{year=2000, title={T}}", "@book{, title={T}}"]
)
def test_the_key_is_reported_once(text: str) -> None:
    """Unusual characters in a field that is read as the key are not reported as well."""
    found = check(read(Source(text)), asked(("KEY220", "KEY221")))
    assert [finding.code for finding in found] == ["KEY221"]


@pytest.mark.parametrize("text", ["@book{", "@book{\n", "@book{}x", "@book{} @misc{a}"])
def test_an_entry_without_anything_has_one_error(text: str) -> None:
    """The finding is either the missing key or the end of the file."""
    found = check(read(Source(text)), asked(("SYN101", "KEY221")))
    assert len(found) == 1


def test_a_bbl_file_can_have_an_empty_key() -> None:
    """The message is the same as for a .bib file."""
    from refkit.api import loads

    text = "% $ biblatex auxiliary file $\n\\entry{}{book}{}\n\\endentry\n"
    found = check(loads(text), asked("KEY221"))
    assert [finding.message for finding in found] == [
        "this `@book` has no cite key; add one, so that it can be cited"
    ]
