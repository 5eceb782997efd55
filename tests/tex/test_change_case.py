"""BibTeX's sentence case."""

import pytest

from refkit.tex.change_case import lower_title


# What `bibtex` 0.99d makes of each title with `change.case$` and "t".
@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("On Tides In X3DOM", "On tides in x3dom"),
        ("Tides: A History", "Tides: A history"),
        ("Tides:A History", "Tides:a history"),
        ("Tides {In} DNA", "Tides {In} dna"),
        (r"On {\"O}sterreich", r"On {\"o}sterreich"),
        (r"On {\AE}gir and {\L}odz", r"On {\ae}gir and {\l}odz"),
        (r"Why {\LaTeX} and {\it Homo Sapiens}", r"Why {\LaTeX} and {\it homo sapiens}"),
        (r"Tides: {\"O}sterreich", r"Tides: {\"O}sterreich"),
        (r"{\"O}sterreich In", r"{\"O}sterreich in"),
        (r"On \LaTeX and $N$", r"On \latex and $n$"),
    ],
)
def test_titles_are_converted_to_lower_case_as_in_bibtex(title: str, expected: str) -> None:
    """Only the first letter, letters after a colon and a space, and braces keep capitals."""
    assert lower_title(title) == expected
