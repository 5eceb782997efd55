"""Text that the style or the locale gives, not the item: its title case does not ask for a language."""

from __future__ import annotations

from refkit.csl.case import case_text
from refkit.csl.output import Look
from refkit.records import replace


def constant(text: str, look: Look) -> tuple[str, Look]:
    """A text with its title case applied, and the look that is left to apply."""
    left = uncased(look)
    return (text, look) if left is look else (case_text("title", text), left)


def uncased(look: Look) -> Look:
    """A look without title case, the very same where it has none.

    CSL 1.0.2, "Non-English Items": title case only affects English-language items. A term is in the
    locale's language, and citeproc-js gives it title case whatever language the item is in.
    """
    return replace(look, text_case="") if look.text_case == "title" else look
