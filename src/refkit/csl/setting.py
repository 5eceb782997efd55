"""The setting of a document: its style in a locale, its items, and the form of its text."""

from __future__ import annotations

from functools import lru_cache

from refkit.csl.item_language import CACHED_LANGUAGES
from refkit.csl.layout import Compiled
from refkit.csl.locale import Locale
from refkit.csl.registry import Items
from refkit.csl.text_state import TextOptions
from refkit.csl.write import Writer
from refkit.records import dataclass, field, replace


@dataclass(slots=True, frozen=True)
class Setting:
    """Everything that the passes over a document depend on, apart from its citations.

    `frames` are the texts before and after the number in cites that show nothing else of their item, by type and
    language of the item.
    """

    compiled: Compiled
    items: Items
    options: TextOptions
    writer: Writer
    frames: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict)


def text_options(compiled: Compiled, links: bool) -> TextOptions:
    """Return the quotation marks and punctuation of the style's locale, and those of the items' languages."""
    options, languages = _locale_options(compiled.locale, links), compiled.languages
    if languages is None:
        return options

    @lru_cache(maxsize=CACHED_LANGUAGES)
    def by_language(tag: str) -> TextOptions:
        locale = languages.locale(tag)
        return options if locale is compiled.locale else _locale_options(locale, links)

    return replace(options, by_language=by_language)


def _locale_options(locale: Locale, links: bool) -> TextOptions:
    quotes = {
        "open_quote": locale.term("open-quote"),
        "close_quote": locale.term("close-quote"),
        "open_inner_quote": locale.term("open-inner-quote"),
        "close_inner_quote": locale.term("close-inner-quote"),
    }
    given = {name: mark for name, mark in quotes.items() if mark is not None}
    options = TextOptions(
        punctuation_in_quote=locale.punctuation_in_quote, language=locale.language, links=links
    )
    return replace(options, **given)  # type: ignore[arg-type]  # the four are strings
