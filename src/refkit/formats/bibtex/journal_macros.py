"""Macros that stand for the name of a journal, as in `journal = {\\apj}`."""

from __future__ import annotations

import re

from refkit.data.journal_macros import JOURNAL_MACROS, Journal
from refkit.patterns import lazy_pattern

_WITH_WORDS = lazy_pattern(r"[\s{]*\\([A-Za-z]{2,})(?:\{\})?(?=[\W\d])[\s},.:;~]*(.*)", re.DOTALL)
_MACRO = lazy_pattern(r"[\s{]*\\([A-Za-z]{2,})(?:\{\})?[\s}]*")


def journal_of_macro(value: str) -> Journal | None:
    """Return the journal whose macro is the whole value, or None."""
    name = macro_name(value)
    return JOURNAL_MACROS.get(name) if name else None


def journal_with_words(value: str) -> tuple[Journal, str] | None:
    """Return the journal whose macro begins a value, and the words after it, as in `\\aap, in press`."""
    match = _WITH_WORDS.fullmatch(value)
    journal = JOURNAL_MACROS.get(match[1]) if match else None
    return (journal, match[2]) if match and journal else None


def macro_name(value: str) -> str:
    """Return the name of the macro that is the whole value, or an empty string."""
    match = _MACRO.fullmatch(value) if "\\" in value else None
    return match[1] if match else ""
