"""Entry types that no style supports."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


def test_misspelt_type_gets_the_right_one() -> None:
    """For a typo, the message suggests the nearest type."""
    assert messages("FLD104", "@articel{a, title={T}}")[0].endswith("did you mean `@article`?")


@pytest.mark.parametrize(
    "name", ["Article", "online", "phdthesis", "www", "software", "movie", "newspaper", "hardware"]
)
def test_known_types_pass(name: str) -> None:
    """Types and aliases of BibTeX and BibLaTeX are known in upper and lower case."""
    assert quoted("FLD104", f"@{name}{{a, title={{T}}}}") == []


def test_type_is_mended_on_demand() -> None:
    """The fix replaces only the type itself."""
    assert fixed("FLD104", "@Artcle {a, title={T}}", unsafe=True) == "@article {a, title={T}}"


@pytest.mark.parametrize("name", ["IEEEtranBSTCTL", "CONTROL", "Control", "FWUbstctl"])
def test_settings_of_a_style_pass(name: str) -> None:
    """Entries that control IEEEtran, REVTeX and BibLaTeX are not references."""
    assert quoted("FLD104", f"@{name}{{a, options={{1}}}}") == []
