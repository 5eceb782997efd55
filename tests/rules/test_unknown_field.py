"""Fields that no style prints."""

import pytest
from tests.rules.lintcase import quoted


def test_own_field_is_found() -> None:
    """What nobody knows is not printed by anybody."""
    assert quoted("FLD105", "@article{a, zweitgutachten={1}}") == ["zweitgutachten"]


@pytest.mark.parametrize(
    "name", ["doi", "journaltitle", "bdsk-url-1", "x-refkit", "archiveprefix", "vloume", "orcid"]
)
def test_known_and_misspelt_names_pass(name: str) -> None:
    """BibTeX's, BibLaTeX's and the tools' fields are known, `x-` is one's own, slips are another rule's."""
    assert quoted("FLD105", f"@article{{a, {name}={{1}}}}") == []
