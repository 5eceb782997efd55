"""The rule all-caps-name."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_acronyms_are_groups() -> None:
    """One word in capitals is treated as an organization."""
    assert messages("NAM225", "@book{a, author={UNESCO and NASA}}") == []


def test_initials_are_capitals() -> None:
    """ "LEE, M." is in capitals, "Lee, MJ" is not."""
    assert len(messages("NAM225", "@book{a, author={Lee, MJ}} @book{b, author={WHITE, M.}}")) == 1


@pytest.mark.parametrize(
    "author", ["BERG, Anna", "Anna BERG", "ANNA BERG", "BERG, ANNA", "BERG, A.", "ИВАНОВ, ИВАН"]
)
def test_capitals_are_found_in_any_part(author: str) -> None:
    """A family name in capitals is reported if the given name is certainly one."""
    assert quoted("NAM225", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author", ["Project GLUON", "Collaboration, ATLAS", "ANSI X3", "Berg, A. B. C.", "{WHO TEAM}"]
)
def test_acronyms_of_groups_are_fine(author: str) -> None:
    """An acronym next to a word that is no given name may be an organization."""
    assert messages("NAM225", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
