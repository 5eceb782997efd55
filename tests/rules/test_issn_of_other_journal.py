"""The rule issn-of-other-journal."""

import pytest
from tests.rules.lintcase import messages, quoted

from refkit.data.issns import ISSNS
from refkit.model.identifiers import parse_issn


def entry(journal: str, issn: str) -> str:
    return f"@article{{a, journal={{{journal}}}, issn={{{issn}}}}}"


@pytest.mark.parametrize(
    ("journal", "issn"),
    [
        ("Nature", "0036-8075"),
        ("Phys. Rev. Lett.", "1098-0121"),
        ("Marine Policy", "00280836"),
        ("Physical Review A", "0556-2821"),
        ("Coastal Botany", "0028-0836, 1476-4687"),
        ("Nature", "1061-4036"),
        ("Journal of Coastal Botany", "0021-9606"),
        ("J. Coastal Bot.", "0021-9606"),
        ("Nature Genetics", "0028-0836"),
    ],
)
def test_numbers_of_other_journals_are_found(journal: str, issn: str) -> None:
    """Full names, abbreviations and unknown journals are compared."""
    assert quoted("IDS233", entry(journal, issn)) == [issn]


@pytest.mark.parametrize(
    ("journal", "issn"),
    [
        ("Nature", "1476-4687"),
        ("Nature (London)", "0028-0836"),
        ("Proc Natl Acad Sci U S A", "0027-8424"),
        ("PNAS", "0027-8424"),
        ("{PNAS}", "0027-8424, 1091-6490"),
        ("JACS", "0002-7863"),
        ("N Engl J Med", "0028-4793"),
        ("The New England journal of medicine", "0028-4793"),
        ("Angew. Chem. Int. Ed.", "1433-7851"),
        ("Angewandte Chemie", "0570-0833"),
        ("British Medical Journal", "0959-8138"),
        ("Journal of the American Medical Association", "0098-7484"),
        ("PloS one", "1932-6203"),
        ("Sensors (Basel, Switzerland)", "1424-8220"),
        ("IEEE Trans. Pattern Anal. Mach. Intell.", "0162-8828"),
        ("Phys. Rev. D", "0556-2821"),
        ("Physical Review D - Particles, Fields, Gravitation and Cosmology", "1550-7998"),
        ("Coastal Botany", "1234-5679"),
        (r"\prl", "0031-9007"),
        ("自然", "0028-0836"),
    ],
)
def test_names_of_the_journal_pass(journal: str, issn: str) -> None:
    """Abbreviations, additions, acronyms and translations are names of the same journal."""
    assert messages("IDS233", entry(journal, issn)) == []


def test_numbers_in_the_table_are_valid_and_unique() -> None:
    """A typo in the table would be reported in every file."""
    numbers = [issn for row in ISSNS.values() for issn in row.split()]
    assert all((parsed := parse_issn(issn)) and parsed.valid for issn in numbers)
    assert len(set(numbers)) == len(numbers)
