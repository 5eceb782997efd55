"""The rule edition-form."""

from tests.rules.lintcase import fixed, messages

from refkit.lint.settings import Settings


def test_biblatex_wants_the_number() -> None:
    """In a BibLaTeX file, the number is correct."""
    assert messages("PAG223", "@book{a, edition={2}}", Settings(dialect="biblatex")) == []


def test_the_word_edition_is_found_in_both() -> None:
    """Styles add the word "edition" themselves."""
    assert messages("PAG223", "@book{a, edition={2nd edition}}", Settings(dialect="biblatex"))


def test_the_fix_writes_the_ordinal() -> None:
    """The fix replaces the number by a word."""
    assert fixed("PAG223", "@book{a, edition = 3}", unsafe=True) == "@book{a, edition = {Third}}"
