"""Text that only one of `bibtex` and biber reads."""

import pytest
from tests.rules.lintcase import asked, messages, quoted

from refkit.formats.bibtex import differences, read
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source


def test_an_entry_that_is_commented_out() -> None:
    """`bibtex` reads an entry that is commented out with `%` or @comment."""
    text = "% @misc{a, title={A}}\n@comment{@misc{b, title={B}}}\n@misc{c, title={C}}\n"
    assert quoted("SYN104", text) == ["a", "b"]
    assert messages("SYN104", text)[0].startswith(
        "`bibtex` reads the entry `a`, but biber reads it as a comment"
    )


def test_a_comment_inside_an_entry() -> None:
    """Biber reads the text after the comment, and `bibtex` does not; in a BibTeX file, the syntax error is enough."""
    text = "@misc{a,\n  title = {A}, % sure\n  year = 1999,\n}\n"
    library = read(Source(text), "biblatex")
    found = check(library, asked("SYN104", Settings(dialect="bibtex")))
    assert [text[slice(*finding.span)] for finding in found] == ["year"]
    assert quoted("SYN104", text) == []


def test_a_percent_sign_in_a_value_and_plain_comments_are_read_alike() -> None:
    """Nothing is reported."""
    text = "% a remark\n@comment{x}\n@misc{a, title = {100 % of it}}\n"
    assert quoted("SYN104", text) == []


def test_files_that_only_biber_reads() -> None:
    """In a BibLaTeX file, comments are what their author meant."""
    text = (
        "%@online{a, title={A}}\n"
        "@online{b,\n  title = {B}, % made up\n  date = {1999},\n  location = {Rome},\n}\n"
    )
    assert quoted("SYN104", text) == []
    assert len(check(read(Source(text)), asked("SYN104", Settings(dialect="bibtex")))) == 2


HARMLESS = (
    "% Encoding: UTF-8\n@misc{a, title = {5 % of it}}\n@comment{jabref-meta: x {y}}\n",
    "@comment x\n@misc{a, title = {A}}\n@commentary{b, title = {B}}\n",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_comments_without_an_entry_cost_no_second_scan(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is not scanned in the other dialect: remarks, and JabRef's comments, hide nothing."""
    monkeypatch.delattr(differences, "scan")
    assert quoted("SYN104", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "@comment{a {b @misc{c, title = {C}}}}\n",
        "@comment{ open @misc{c, title = {C}}\n",
        "@misc{a, title = {A}}\n\t% old: @misc{c, title = {C}}\n",
        "@comment{x} @comment{@misc{c, title = {C}}}\n",
    ],
)
def test_hidden_entries_are_found_in_every_kind_of_comment(text: str) -> None:
    """In braces in braces, in a comment that is not closed, after other text and after another comment."""
    assert quoted("SYN104", text) == ["c"]


def test_an_at_sign_before_a_comment() -> None:
    """Biber skips the comment between `@` and the type."""
    text = "@ % sure\nmisc{a, title = {A}}\n"
    found = check(read(Source(text), "biblatex"), asked("SYN104", Settings(dialect="bibtex")))
    assert [text[slice(*finding.span)] for finding in found] == ["title"]
