"""The rule invisible-character."""

from tests.rules.lintcase import fixed, messages


def test_joiners_of_other_scripts_are_fine() -> None:
    """Persian needs the zero-width non-joiner."""
    assert messages("TEX223", "@misc{a, title={می‌خواهم}}") == []


def test_the_character_is_named() -> None:
    """Its number and name are told."""
    assert "U+00AD" in messages("TEX223", "@misc{a, title={Du­nes}}")[0]


def test_the_fix_takes_them_all() -> None:
    """Every one of the field goes."""
    assert fixed("TEX223", "@misc{a, title={﻿Du​nes⁠}}", unsafe=True) == "@misc{a, title={Dunes}}"
