"""The rule invisible-character."""

from tests.rules.lintcase import fixed, messages, quoted


def test_joiners_of_other_scripts_are_fine() -> None:
    """Persian needs the zero-width non-joiner."""
    assert messages("TEX223", "@misc{a, title={می‌خواهم}}") == []


def test_the_character_is_named() -> None:
    """The message gives the code point and name of the character."""
    assert "U+00AD" in messages("TEX223", "@misc{a, title={Du­nes}}")[0]


def test_the_fix_takes_them_all() -> None:
    """The fix removes all invisible characters from the field."""
    assert fixed("TEX223", "@misc{a, title={﻿Du​nes⁠}}", unsafe=True) == "@misc{a, title={Dunes}}"


def test_each_character_is_pointed_at() -> None:
    """The finding marks only the character; a run of equal characters is one finding."""
    text = "@misc{a,\n title={Du\u200bnes\u200b\u200b in\n the\u00ad Sahara}}"
    assert quoted("TEX223", text) == ["\u200b", "\u200b\u200b", "\u00ad"]
