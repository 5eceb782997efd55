"""The rule isbn-as-issn."""

from tests.rules.lintcase import fixed, messages


def test_each_in_its_field_is_fine() -> None:
    """Numbers in the right fields are not reported."""
    assert messages("IDS232", "@book{a, isbn={978-3-598-21507-0}, issn={0140-6736}}") == []


def test_a_taken_field_is_not_overwritten() -> None:
    """Nothing is fixed if the other field has a value."""
    text = "@book{a, isbn={978-3-598-21507-0}, issn={3-598-21507-X}}"
    assert messages("IDS232", text)
    assert fixed("IDS232", text, unsafe=True) == text


def test_the_advice_depends_on_the_other_field() -> None:
    """A number is moved if the other field is free, and removed if it has a value."""
    free = messages("IDS232", "@article{a, isbn={0140-6736}}")
    taken = messages("IDS232", "@article{a, isbn={0140-6736}, issn={0140-6736}}")
    assert [text.partition("; ")[2] for text in (*free, *taken)] == [
        "move it to `issn`",
        "remove it, because `issn` has a value",
    ]
