"""Entry types that no style knows."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


def test_misspelt_type_gets_the_right_one() -> None:
    """A slip leads back to the type that was meant."""
    assert messages("FLD104", "@articel{a, title={T}}")[0].endswith("did you mean `@article`?")


@pytest.mark.parametrize("name", ["Article", "online", "phdthesis", "www", "software", "movie"])
def test_known_types_pass(name: str) -> None:
    """BibTeX's and BibLaTeX's types and aliases are known, in any case of letters."""
    assert quoted("FLD104", f"@{name}{{a, title={{T}}}}") == []


def test_type_is_mended_on_demand() -> None:
    """Only the type's own letters are replaced."""
    assert fixed("FLD104", "@Artcle {a, title={T}}", unsafe=True) == "@article {a, title={T}}"
