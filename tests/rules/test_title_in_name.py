"""The rule title-in-name."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Dr. Ilse Brandt", "Prof. Tom Okafor", "Prof. Dr. Anna Berg", "Anna Berg, PhD", "Anna Berg PhD",
        "Berg, Anna, PhD", "Berg, Anna, Ph.D.", "Sir Arthur Berg", "Dipl.-Ing. Anna Berg", "Berg, Dr. Anna",
        "Berg, Prof. Anna", "Anna Berg, M.D.", "Anna Berg, MD", "Berg, Anna, MD", "Anna Berg MD", "Mr. Tom Roe",
        "Mrs. Ann Roe", "Rev. Tom Roe", "Professor Anna Berg", "Assoc. Prof. Anna Berg", "PD Dr. Anna Berg",
        "dr. Anna Berg", "Berg, Anna, Dr.", "Doyle, Arthur, Sir", "Anna Berg, MSc", "Berg PhD, Anna",
        "Berg, Anna PhD", "Herr Tom Roe", "Dra. Ana Ruiz", "Ing. Jan Roe", "Dott. Anna Berg", "проф. Иван Иванов",
        "Hon. Ann Roe", "Anna Berg, Esq.",
    ],
)  # fmt: skip
def test_titles_are_found(author: str) -> None:
    """Titles and degrees are reported at their name, in any position."""
    assert quoted("NAM230", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "Smith, MD", "Smith, M.D.", "Smith, J. D.", "Berg, Anna", "{Dr. Martens}", "García López, M.D.",
        "Mag, Anna", "Eng, Tom", "Drake, Anna", "Smith, Jr., M.D.", "Dame Diop", "Ing, Wei", "Rev, Tom",
        "Madison, James", "Sira, Ann", "Miss, Guillaume", "Phdong, A.", "Doctorow, Cory", "Mrázek, Jan",
        "Professorová, Eva", "Berg, A. M.", "Martin Garcia, M.D.", "Ma, X. and Ba, Y.", "Silva, Ana M.D.", "MA, Y.",
        "Smith, DR", "Smith, MBA", "Jones, FRS",
    ],
)  # fmt: skip
def test_initials_and_names_are_fine(author: str) -> None:
    """Initials such as M.D., names that look like titles, and organizations are not reported."""
    assert messages("NAM230", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
