"""Macros that stand for the name of a journal, as in `journal = {\\apj}`."""

from __future__ import annotations

from refkit.data.journal_macros import JOURNAL_MACROS, Journal
from refkit.patterns import lazy_pattern

_MACRO = lazy_pattern(r"[\s{]*\\([A-Za-z]{2,})(?:\{\})?[\s}]*")


def journal_of_macro(value: str) -> Journal | None:
    """Return the journal whose macro is the whole value, or None."""
    name = macro_name(value)
    return JOURNAL_MACROS.get(name) if name else None


def macro_name(value: str) -> str:
    """Return the name of the macro that is the whole value, or an empty string."""
    match = _MACRO.fullmatch(value) if "\\" in value else None
    return match[1] if match else ""
