"""The rule number-out-of-sequence."""

from collections.abc import Sequence

from tests.rules.prosecase import books, document, messages

CODE = "REF226"


def numbered(numbers: Sequence[int], form: str = "[{}]") -> str:
    """Return a list whose references have these numbers."""
    return document(
        *(f"{form.format(n)} {book}" for n, book in zip(numbers, books(), strict=False))
    )


def test_numbers_one_by_one_pass() -> None:
    """Consecutive numbers pass in any form."""
    assert [messages(CODE, numbered(range(1, 9), form)) for form in ("[{}]", "{}.")] == [[], []]


def test_a_gap_is_told_with_its_number() -> None:
    """The message gives the missing number."""
    told = messages(CODE, numbered([1, 2, 3, 5, 6, 7]))
    assert told == ["`4` is missing before `5` in the list; add the reference or renumber the list"]


def test_a_wide_gap_is_told_from_first_to_last() -> None:
    """The message gives the first and the last missing number."""
    assert messages(CODE, numbered([1, 2, 3, 4, 7, 8, 9]))[0].startswith(
        "`5` to `6` are missing before `7`"
    )


def test_a_number_used_twice_is_told() -> None:
    """The finding marks the second reference."""
    told = messages(CODE, numbered([1, 2, 3, 3, 4, 5, 6]))
    assert told == ["the number `3` appears twice in the list; renumber the references"]


def test_a_list_in_no_order_of_numbers_is_left_alone() -> None:
    """The numbers may count something else."""
    assert messages(CODE, numbered([12, 7, 90, 3, 41, 8])) == []
