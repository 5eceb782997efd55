"""The rule edition-form."""

import pytest
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


@pytest.mark.parametrize(
    ("edition", "meant"), [("2st", "2nd"), ("3th", "3rd"), ("22th", "22nd"), ("Secnd", "Second")]
)
def test_misspelled_ordinal_is_corrected(edition: str, meant: str) -> None:
    """A wrong ending and a typo in an ordinal word are corrected."""
    text = fixed("PAG223", f"@book{{a, edition={{{edition}}}}}", unsafe=True)
    assert text == f"@book{{a, edition={{{meant}}}}}"


@pytest.mark.parametrize(
    "edition", ["2nd", "11th", "113th", "Second", "sixth", "Zweite", "Revised", "2e"]
)
def test_ordinals_and_other_words_pass(edition: str) -> None:
    """Right ordinals and words of other kinds are not reported."""
    assert messages("PAG223", f"@book{{a, edition={{{edition}}}}}") == []


@pytest.mark.parametrize(
    "edition",
    ["Rev. ed.", "Summer 2019 ed.", "Zweite Auflage", "2nd revised ed.", "International edition"],
)
def test_biblatex_prints_other_editions_unchanged(edition: str) -> None:
    """BibLaTeX adds the word only to numbers, and BibTeX to everything."""
    text = f"@book{{a, edition={{{edition}}}}}"
    assert messages("PAG223", text, Settings(dialect="biblatex")) == []
    assert messages("PAG223", text)


@pytest.mark.parametrize(
    ("edition", "number"),
    [
        ("1st ed.", "1"),
        ("2. Aufl.", "2"),
        ("3e édition", "3"),
        ("fourth edition", "4"),
        ("12 ed", "12"),
    ],
)
def test_the_number_is_suggested_in_biblatex(edition: str, number: str) -> None:
    """BibLaTeX writes the ordinal itself."""
    found = messages("PAG223", f"@book{{a, edition={{{edition}}}}}", Settings(dialect="biblatex"))
    assert [message.endswith(f"; write `{number}`") for message in found] == [True]
