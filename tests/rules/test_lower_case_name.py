"""The rule lower-case-name."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "ingrid holm", "holm, ingrid", "Ingrid holm", "holm, Ingrid", "D. parker", "anna Berg", "Berg, anna",
        "иван иванов", "anna von berg",
    ],
)  # fmt: skip
def test_lower_case_is_found(author: str) -> None:
    """People are reported in any order of their parts and any script with capital letters."""
    assert quoted("NAM235", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "hooks, bell", "danah boyd", "e. e. cummings", "mkyong", "Holm, Ingrid", "de la Cruz, Ana", "Teun van Dijk",
        "{the berg group}", "al-Khwarizmi, M.", "d'Este, Carlo", "李 明", "MacDonald, A.", "user123 x",
        "ben Yaakov, D.", "David ben Yaakov", "ben Yaakov", "do Rosa, D.",
        "The pandas development team", "Utrecht University lecture notes",
    ],
)  # fmt: skip
def test_real_names_are_fine(author: str) -> None:
    """User names, people who write their name in lower case, particles and other scripts are not reported."""
    assert messages("NAM235", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
