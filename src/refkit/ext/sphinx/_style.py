"""The style of a project, and its language."""

from __future__ import annotations

from refkit.csl import Style
from refkit.csl.catalogue import known_locale
from refkit.errors import RefkitError


def is_note_style(name: str) -> bool:
    """Whether a style has its citations in notes. Raises RefkitError."""
    return Style.load(name).style_class == "note"


def locale_of(configured: str, language: str) -> str | None:
    """Return the configured locale, or else that of the project's language, or None for that of the style.

    English is Sphinx's default, not a choice, so that a style keeps its own kind of English. Raises RefkitError for a
    configured locale that does not exist.
    """
    if configured:
        return known_locale(configured)
    if language in ("", "en"):
        return None
    try:
        return known_locale(language)
    except RefkitError:
        return None
