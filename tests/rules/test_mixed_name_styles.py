"""The rule mixed-name-styles."""

from tests.rules.lintcase import messages


def test_groups_and_single_names_are_no_style() -> None:
    """A braced group and a single name such as "Plato" need no comma."""
    assert (
        messages("NAM227", "@book{a, author={Holm, Ingrid and {World Dune Society} and Plato}}")
        == []
    )


def test_the_odd_one_is_shown() -> None:
    """The message shows the name without a comma."""
    assert "`Bo Stone`" in messages("NAM227", "@book{a, author={Holm, Ingrid and Bo Stone}}")[0]
