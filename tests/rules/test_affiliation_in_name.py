"""The rule affiliation-in-name."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Ilse Brandt (University of Ulm)", "Brandt, Ilse (MIT)", "Ilse Brandt (Germany)",
        "Berg, Anna, University of Ulm", "Anna Berg, University of Ulm", "Anna Berg, Dept. of Physics",
        "Berg, Anna, Max Planck Institute", "Anna Berg [ETH]", "Anna Berg (Google)", "Anna Berg (Oslo)",
        "Berg, Anna (Institut für Physik)", "Anna Berg (Universidad de Lima)",
    ],
)  # fmt: skip
def test_affiliations_are_found(author: str) -> None:
    """Institutions, companies and countries in brackets or after a comma are reported."""
    assert quoted("NAM233", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "European Language Resources Association (ELRA)", "World Health Organization", "{Anna Berg (MIT)}",
        "William (Bill) Roe", "Roe, William (Bill)", "Berg, Anna", "Roe, Elizabeth (Lisa) B.", "Li (III), Wei",
        "University, Anna", "Collaboration, ATLAS", "SPARC International, Inc",
        "Association for Computing Machinery", "Berg, Anna B.", "Smith, Jr., John",
    ],
)  # fmt: skip
def test_organizations_and_nicknames_are_fine(author: str) -> None:
    """The abbreviation of an organization and a nickname are not reported."""
    assert messages("NAM233", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
