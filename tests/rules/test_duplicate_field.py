"""Fields that appear twice in an entry."""

from tests.rules.lintcase import findings, fixed, messages, quoted

DIFFERENT = "@article{a, year={2015}, title={T}, Year={2016}}"
SAME = "@article{a,\n  year = {2015},\n  title = {T},\n  year = 2015,\n}"


def test_second_field_is_found() -> None:
    """The finding marks the second field; the case of its name is ignored."""
    assert quoted("FLD101", DIFFERENT) == ["Year"]


def test_message_shows_both_values() -> None:
    """If the values differ, the message shows both and the program that uses each."""
    message = messages("FLD101", DIFFERENT)[0]
    assert "`2015`" in message
    assert "`2016`" in message


def test_same_value_is_taken_out() -> None:
    """A field with the same value is removed with its comma and line."""
    assert fixed("FLD101", SAME) == "@article{a,\n  year = {2015},\n  title = {T},\n}"


def test_different_values_are_left() -> None:
    """Fields with different values are not fixed, because either may be correct."""
    assert fixed("FLD101", DIFFERENT, unsafe=True) == DIFFERENT


def test_unprinted_field_may_appear_twice() -> None:
    """Programs write several notes and files of an entry."""
    assert quoted("FLD101", "@misc{a, annote={1}, annote={2}, file={3}, file={4}}") == []


def test_one_field_is_one_problem() -> None:
    """Three notes are reported once, with the first and the last."""
    assert messages("FLD101", "@misc{a, note={1}, note={2}, note={3}, title={T}}") == [
        "`note` appears 3 times: BibTeX uses the first, `1`, biber the last, `3`; keep the right one"
    ]


def test_all_copies_of_a_value_are_removed_at_once() -> None:
    """One fix leaves the first field."""
    text = "@misc{a,\n  note = {1},\n  title = {T},\n  note = {1},\n  note = 1,\n}"
    assert fixed("FLD101", text) == "@misc{a,\n  note = {1},\n  title = {T},\n}"


def test_a_copy_among_different_values_is_not_marked() -> None:
    """The field that differs is marked."""
    text = "@misc{a, note={1}, NOTE={1}, note={2}}"
    found = findings("FLD101", text)
    assert [(f.span.start, f.fix) for f in found] == [(text.rindex("note"), None)]
