"""The rule digit-in-name."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_groups_in_braces_are_fine() -> None:
    """The name of a group in braces may contain a number."""
    assert messages("NAM224", "@book{a, author={{3GPP2 Group} and Smith, J.}}") == []


def test_homonyms_of_dblp_are_found() -> None:
    """DBLP adds numbers such as 0001 to names."""
    assert "`Wei Wang 0001`" in messages("NAM224", "@book{a, author={Wei Wang 0001}}")[0]


def test_footnote_marks_are_found() -> None:
    """An asterisk is reported."""
    assert messages("NAM224", "@book{a, author={Smith*, J. and Jones, R.}}")


@pytest.mark.parametrize(
    "author",
    ["Berg1, Anna", "Anna Berg1", "Anna Berg$^{1}$", "Anna Berg$^1$", r"Anna Berg\textsuperscript{1}", "Anna Berg¹",
     "Anna Berg*",
     "Anna Berg†", r"Anna Berg\dag", "Berg1,2", "Berg, Anna (1950-2010)", "Berg, Anna, 1950-", "Anna Berg^1"],
)  # fmt: skip
def test_marks_are_found_at_the_name(author: str) -> None:
    """Digits and marks of footnotes are reported in any notation."""
    assert quoted("NAM224", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    ["John Smith 3rd", "Unity3D", r"H. S\accent'27urov{\'a}", "Anna Berg (0000-0002-1825-0097)", "MÃ¶llers, A.",
     "{R2 Team}"],
)  # fmt: skip
def test_other_digits_are_fine(author: str) -> None:
    """Ordinals, user names, TeX's accents and what other rules report are not reported."""
    assert messages("NAM224", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []


@pytest.mark.parametrize(
    ("author", "letter"),
    [
        ("0'Brien, Sean", "O"),
        ("Sm1th, John", "l"),
        ("0lsen, Per", "O"),
        ("Jo5efa, Ann", "s"),
        ("Br0wn, Ann", "o"),
    ],
)
def test_a_digit_for_a_letter_is_named(author: str, letter: str) -> None:
    """Text recognition takes a letter for a digit."""
    (message,) = messages("NAM224", f"@misc{{a, author={{{author} and Roe, Cy}}}}")
    assert f"instead of the letter `{letter}`" in message


@pytest.mark.parametrize("author", ["Silva, João1", "Weber, Jo2 A.", "Roe, Cy 5"])
def test_other_digits_are_footnote_marks(author: str) -> None:
    """A digit at the end of a word is the mark of an affiliation."""
    (message,) = messages("NAM224", f"@misc{{a, author={{{author} and Roe, Cy}}}}")
    assert "a digit or a footnote mark" in message
