"""The rule doubled-name-part."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Holm, Ingrid Holm", "Holm, Ingrid Ingrid", "Holm, Ingrid B. Holm",
    ],
)  # fmt: skip
def test_doubled_parts_are_found(author: str) -> None:
    """A family name that is written again, and a given name that is written twice, are reported."""
    assert quoted("NAM238", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "Boutros-Ghali, Boutros", "Boutros Boutros-Ghali", "Ford Madox Ford", "Yang, Yang", "Li, Fei Fei",
        "Jerome K. Jerome", "Holm, I. I.", "Wang, Wang", "Holm, Ingrid", "{Duran Duran}", "Ford, Ford Madox",
        "Holmer, Ingrid Holm", "Carlos Coello Coello", "Coello Coello, Carlos", "Mustafa, Mustafa",
        "Mustafa Mustafa",
    ],
)  # fmt: skip
def test_names_with_like_parts_are_fine(author: str) -> None:
    """Double names, two equal family names, short names and initials are not reported."""
    assert messages("NAM238", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
