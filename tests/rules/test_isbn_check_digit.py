"""Invalid ISBNs."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "value",
    [
        "978-3-598-21508-8",
        "0-19-853453-2",
        "9783598215088",
        "978-3-598-2150-8",
        "977-3-598-21508-3",
    ],
)
def test_wrong_numbers_are_found(value: str) -> None:
    """A wrong check digit, a missing digit and a wrong prefix are reported."""
    assert quoted("IDS103", f"@book{{a, isbn={{{value}}}}}") == [value]


@pytest.mark.parametrize(
    "value",
    [
        "978-3-598-21508-7", "9783598215087", "0-19-853453-1", "080442957X", "0-8044-2957-x",
        "978-3-598-21508-7, 0-19-853453-1", "9783598215087 (pbk.)", "9783598215087 080442957X",
        "ISBN 978-3-598-21508-7", "978--3--598--21508--7", "978 3 598 21508 7",
    ],
)  # fmt: skip
def test_right_numbers_pass(value: str) -> None:
    """Both lengths, with or without hyphens, several in a field and notes are accepted."""
    assert quoted("IDS103", f"@book{{a, isbn={{{value}}}}}") == []


def test_message_names_the_digit_that_is_due() -> None:
    """The message gives the expected digit but does not say that it is correct."""
    assert "must be `7`, not `8`" in messages("IDS103", "@book{a, isbn={978-3-598-21508-8}}")[0]


def test_number_that_is_much_too_short_is_found() -> None:
    """Five digits are reported, too."""
    assert messages("IDS103", "@book{a, isbn={12345}}") == [
        "the ISBN `12345` has 5 digits, not 10 or 13; check it"
    ]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("978-3-598-2150-7", "has 12 digits"),
        ("978-3-598-21508-77", "has 14 digits"),
        ("3-598-21508", "has 9 digits"),
        ("0-8044-X957-2", "contains the letter `X`"),
        ("978-O-8044-2957-3", "contains the letter `O`"),
        ("O-8044-2957-X", "contains the letter `O`"),
        ("978-3-598-2l508-7", "contains the letter `l`"),
    ],
)
def test_the_reason_is_named(value: str, reason: str) -> None:
    """A wrong length and a letter among the digits are reported as such."""
    assert reason in "".join(messages("IDS103", f"@book{{a, isbn={{{value}}}}}"))


def test_only_isbns_of_ten_digits_end_in_x() -> None:
    """The message does not say that thirteen is not thirteen."""
    (message,) = messages("IDS103", "@book{a, isbn={978-0-470-01678-X}}")
    assert "ends in `X`" in message
