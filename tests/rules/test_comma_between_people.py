"""The rule comma-between-people."""

import pytest
from tests.rules.lintcase import asked, fixed, messages, quoted

from refkit import formats
from refkit.lint.engine import check
from refkit.model.source import Source


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("J. Smith, A. Doe", "J. Smith and A. Doe"),
        ("J.-P. O'Neil, A.B. van der Berg", "J.-P. O'Neil and A.B. van der Berg"),
        ("J. Smith-Roe, Yu. Doe", "J. Smith-Roe and Yu. Doe"),
        ("J R Smith, A Doe", "J R Smith and A Doe"),
        ("Ann B. Smith, Bo C. Doe", "Ann B. Smith and Bo C. Doe"),
        (r"M. M{\"u}ller, {\'E}. Dupont", r"M. M{\"u}ller and {\'E}. Dupont"),
        ("Á. Müller, Ł. Żak", "Á. Müller and Ł. Żak"),
        ("А. Иванов, Б. Петров", "А. Иванов and Б. Петров"),
        ("J.~Smith, A.~Doe", "J.~Smith and A.~Doe"),
        ("Smith J., Doe A.", "Smith, J. and Doe, A."),
        ("van Dyke J. R., Doe A.", "van Dyke, J. R. and Doe, A."),
        ("Smith JR, Doe A", "Smith, JR and Doe, A"),
        ("SMITH J., DOE A.", "SMITH, J. and DOE, A."),
        ("LI X, WANG Y", "LI, X and WANG, Y"),
        ("Garcia Lopez M., Perez J.", "Garcia Lopez, M. and Perez, J."),
        ("Anna Smith, Robert Doe", "Anna Smith and Robert Doe"),
        ("Anna Smith, R. Doe", "Anna Smith and R. Doe"),
    ],
)
def test_two_people_are_found_and_separated(author: str, people: str) -> None:
    """The people are separated for any name order, alphabet and form of initials."""
    text = f"@misc{{a, author={{Roe, Cy and {author}}}}}"
    assert quoted("NAM229", text) == [author]
    assert fixed("NAM229", text, unsafe=True) == f"@misc{{a, author={{Roe, Cy and {people}}}}}"


@pytest.mark.parametrize(
    "author",
    [
        "Smith, J. A.", "van Dyke, A.", "Smith, J., Jr.", "Smith, Jr., J.", "Smith Jr., J. A.", "Smith III, John A.",
        "García Márquez, Gabriel", "García Lopez, Juan A.", "García M., José A.", "de la Cruz, Ana M.",
        "D'Agostino, M.", "Martin Garcia, Jose Luis", "van Albada, Geert Dick", "{J. Smith, A. Doe}",
        "U.S. Navy, U.K. Navy",
        "J. Institute, A. Society", "R., E.", "C., Wilkins D.", "St. John, J. A.", "Smith JR, Anna B.",
        "Smith, A. and Doe, B.",
        "family=Smith, given=J. A.", "Smith J., A.", "J. Smith, editor", "Martín García, José Alba",
        "Anna Berg, Maria José",
        "Lee Kim, Soo Jin", "García Lopez, Juan Alba", "Li, X. Y.", "Da Fonseca, Gustavo AB",
        "Ibn Sina, A.", "M{\\\"u}ller, J. A.", "Doe", "",
    ],
)  # fmt: skip
def test_one_person_is_fine(author: str) -> None:
    """A family name of two words or an abbreviated one, a suffix and a group are not reported."""
    assert messages("NAM229", f"@misc{{a, author={{{author}}}}}") == []


@pytest.mark.parametrize(
    "author",
    [
        "Anna Berg, Bo Roe",
        "Ann Smith Bo C. Doe, Eva F. Roe",
        "Smith J Roe B, Doe A",
        "Anna Smith Robert Doe, Maria Roe",
    ],
)
def test_several_people_in_one_part_are_not_separated(author: str) -> None:
    """The names also lack a comma, or one may be a given name, so no fix is applied."""
    text = f"@misc{{a, author={{{author}}}}}"
    assert quoted("NAM229", text) == [author]
    assert fixed("NAM229", text, unsafe=True) == text


def test_people_of_json_are_found() -> None:
    """Programs that split at the comma write such records."""
    text = '[{"id": "a", "type": "book", "author": [{"family": "Smith J.", "given": "Doe A."}]}]'
    library = formats.read(Source(text, "x.json"))
    found = check(library, asked("NAM229"))
    assert [text[f.span.start : f.span.end] for f in found] == [
        '{"family": "Smith J.", "given": "Doe A."}'
    ]
