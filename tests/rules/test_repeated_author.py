"""The rule repeated-author."""

import pytest
from tests.rules.lintcase import messages


def test_the_order_of_names_does_not_matter() -> None:
    """ "Brook, Anna" and "Anna Brook" are the same name."""
    assert messages("NAM226", "@book{a, author={Brook, Anna and Field, Tom and Anna Brook}}")


def test_names_of_millions_are_left_alone() -> None:
    """Two authors named Lei Chen have written papers together."""
    assert messages("NAM226", "@book{a, author={Lei Chen and Anna Brook and Lei Chen}}") == []


def test_initials_alone_are_not_compared() -> None:
    """Two "Wang, Y." can be two people."""
    assert messages("NAM226", "@book{a, author={Wang, Y. and Li, X. and Wang, Y.}}") == []


@pytest.mark.parametrize("other", ["Smith John", "Smith, John", "John Smith", "SMITH, John"])
def test_the_form_of_the_name_does_not_matter(other: str) -> None:
    """A missing comma, capitals and markup do not make another person."""
    assert messages("NAM226", f"@book{{a, author={{Smith, John and Roe, Cy and {other}}}}}")
