"""The rule not-nfc."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.lintcase import fixed, messages, quoted


def test_composed_text_is_fine() -> None:
    """Text in normalization form C is not reported."""
    assert messages("TEX226", "@misc{a, title={Café}}") == []


def test_the_fix_composes() -> None:
    """The fix writes each letter as a single character."""
    assert fixed("TEX226", "@misc{a, title={Café}}", unsafe=True) == "@misc{a, title={Café}}"


def test_each_letter_is_pointed_at() -> None:
    """The finding marks a letter with all its combining marks."""
    text = "@misc{a, author={Garnier, Rene\u0301 and\n Nguye\u0302\u0303n}, title={\u1112\u1161\u11ab}}"
    assert quoted("TEX226", text) == ["e\u0301", "e\u0302\u0303", "\u1112\u1161\u11ab"]


def test_the_number_of_characters_is_told() -> None:
    """A letter with two combining marks counts as three characters."""
    assert (
        "`ễ` in `title` consists of 3 characters"
        in messages("TEX226", "@misc{a, title={e\u0302\u0303}}")[0]
    )


def test_one_character_that_form_c_replaces_is_no_two_characters() -> None:
    """Form C replaces the ohm sign by the Greek letter."""
    message = messages("TEX226", "@misc{a, title={5 \u2126}}")[0]
    assert message.endswith("is not in NFC; write `\u03a9` (U+03A9)")


@given(st.text("aeé \u0301\u0323\u2126\u1112\u1161\u11ab\u09c7\u09be\u0958\ud55c", max_size=12))
def test_the_fix_is_form_c(title: str) -> None:
    """Normalizing each letter gives the same result as normalizing the whole text."""
    text = f"@misc{{a, title={{x{title}x}}}}"
    assert fixed("TEX226", text, unsafe=True) == unicodedata.normalize("NFC", text)


def test_notes_are_not_checked() -> None:
    """Styles do not print notes; they sort by `sortname`."""
    assert messages("TEX226", "@misc{a, annote={Rene\u0301}, comment={Rene\u0301}}") == []
    assert messages("TEX226", "@misc{a, sortname={Rene\u0301}}")
