"""Text from the style or the locale, not the item: its title case does not depend on a language."""

from __future__ import annotations

from refkit.csl.case import case_text
from refkit.csl.output import Look
from refkit.records import replace


def constant(text: str, look: Look) -> tuple[str, Look]:
    """Return a text with its title case applied, and the remaining formatting."""
    left = uncased(look)
    return (text, look) if left is look else (case_text("title", text), left)


def uncased(look: Look) -> Look:
    """Return formatting without title case, or the same object if it has none.

    CSL 1.0.2, "Non-English Items": title case only affects English-language items. A term is in the language of
    the locale, and citeproc-js applies title case to it whatever the language of the item.
    """
    return replace(look, text_case="") if look.text_case == "title" else look
