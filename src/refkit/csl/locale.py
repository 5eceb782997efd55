"""Locales: terms, date formats and options of a language (CSL 1.0.2, "Locale")."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Locale:
    """What a style writes in one language."""

    language: str
    punctuation_in_quote: bool = False
    limit_day_ordinals_to_day_1: bool = False
    terms: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def term(self, name: str, form: str = "long", plural: bool = False) -> str | None:
        """The term, in the nearest form there is; None where the locale lacks it altogether."""
        found = self.terms.get((name, form))
        return found[plural] if found else None
