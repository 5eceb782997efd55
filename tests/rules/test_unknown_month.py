"""The rule unknown-month."""

import pytest
from tests.rules.lintcase import messages


def test_macros_ranges_and_languages_are_months() -> None:
    """Macros, ranges and months in other languages are not reported."""
    text = (
        "@book{a, month=jan} @book{b, month={10-15 Sept.}} @book{c, month={Mai}} @book{d, month={3}} "
        '@book{e, month=jun # "/" # jul} @book{f, month={Spring}}'
    )
    assert messages("PAG224", text) == []


def test_numbers_end_at_twelve() -> None:
    """A thirteenth month is reported."""
    assert messages("PAG224", "@book{a, month={13}}")[0].startswith("`13` is not a month")


def test_all_languages_of_the_lexicon_are_months() -> None:
    """What the date parser reads is not reported: setiembre, Jänner, listopad, Outubro."""
    file = "@misc{a, month={setiembre}} @misc{b, month={jänner}} @misc{c, month={listopad}} @misc{d, month={Outubro}}"
    assert messages("PAG224", file) == []


def test_a_beginning_of_a_month_is_reported() -> None:
    """The date parser does not read it, so that styles omit it."""
    assert messages("PAG224", "@misc{a, month={Octobe}}")[0].startswith("`Octobe` is not a month")


@pytest.mark.parametrize(
    ("value", "macro"),
    [
        ("Febuary", "feb"),
        ("Janurary", "jan"),
        ("Spetember", "sep"),
        ("Octobe", "oct"),
        ("Novmber", "nov"),
    ],
)
def test_a_misspelled_month_has_a_suggestion(value: str, macro: str) -> None:
    """The message names the macro of the most similar month."""
    text = f"@misc{{a, month={{{value}}}}}"
    assert messages("PAG224", text) == [f"`{value}` is not a month; did you mean `{macro}`?"]


def test_other_words_have_no_suggestion() -> None:
    """A word that is similar to no month gets the general advice."""
    found = messages("PAG224", "@misc{a, month={Holiday}}")
    assert found == ["`Holiday` is not a month; write the macro, such as `jan`, or the number"]
