"""Fields that no style uses."""

import pytest
from tests.rules.lintcase import quoted


def test_own_field_is_found() -> None:
    """Unknown fields are reported, because no style uses them."""
    assert quoted("FLD105", "@article{a, zweitgutachten={1}}") == ["zweitgutachten"]


@pytest.mark.parametrize(
    "name", ["doi", "journaltitle", "bdsk-url-1", "x-refkit", "archiveprefix", "vloume", "orcid"]
)
def test_known_and_misspelt_names_pass(name: str) -> None:
    """Fields of BibTeX, BibLaTeX and tools, `x-` fields and misspelt names are not reported."""
    assert quoted("FLD105", f"@article{{a, {name}={{1}}}}") == []
