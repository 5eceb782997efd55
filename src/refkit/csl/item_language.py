"""The layout and the locale of an item by its language: cs:layout with `locale`, and any style on request.

CSL-M, "cs:layout", `locale`: an area may have several layouts, each for items in certain languages; the last one, for
all other items, has no `locale`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from refkit.csl import ast
from refkit.csl.faults import StyleFault
from refkit.csl.locale import Locale, load_locale, locale_name, normal_language
from refkit.data.bibtex_csl import LANGUAGES
from refkit.data.languages import TWO_LETTERS
from refkit.xml_reading import XmlElement

CACHED_LANGUAGES = 256  # languages

# Languages whose locale depends on the script, or on the script of their region.
_BY_SCRIPT = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "zh-HK": "zh-TW", "zh-MO": "zh-TW"}


class ItemLanguages:
    """The locales of the items that a style formats, whose own locale is `locale`.

    Without `follows`, only items with a layout of their own have a locale of their own.
    """

    def __init__(self, style: ast.Style, locale: Locale, follows: bool) -> None:
        self._style, self._own, self._follows = style, locale, follows
        self.locale = lru_cache(CACHED_LANGUAGES)(self._locale)

    def layout(self, layout: ast.Layout, tag: str) -> ast.Layout:
        """Return the layout for items in a language: that of the dialect, that of the language, or the default."""
        language = known_language(tag)
        for wanted in dict.fromkeys((language, language.partition("-")[0])):
            for one in layout.localized:
                if wanted and wanted in one.locales:
                    return one
        return layout

    def _locale(self, tag: str) -> Locale:
        """Return the locale for an item; for an unknown language or a dialect of the style's, the style's own."""
        language = known_language(tag)
        own = any(self.layout(one, tag) is not one for one in areas(self._style))
        if not (own or self._follows) or locale_name(language) is None:
            return self._own
        if language.partition("-")[0] == self._own.language.partition("-")[0]:
            return self._own
        return load_locale(language, self._style.locales)


def has_localized_layouts(style: ast.Style) -> bool:
    """Whether an area of the style has layouts for items in certain languages."""
    return any(one.localized for one in areas(style))


def layout_faults(area: XmlElement) -> Iterator[StyleFault]:
    """Yield the errors in the languages of the layouts of an area."""
    layouts = list(area.find_all("layout"))
    seen: set[str] = set()
    for layout in layouts:
        if "locale" in layout.attributes:
            yield from _language_faults(layout, seen)
    defaults = [layout for layout in layouts if "locale" not in layout.attributes]
    if layouts and not defaults:
        yield StyleFault(
            f"`{area.tag}` has no `layout` without `locale`, so that its last one is used for all other languages; "
            "add one",
            area.line,
        )
    for again in defaults[1:]:
        yield StyleFault(
            f"a second `layout` without `locale` in `{area.tag}`; remove it or give it a `locale`",
            again.line,
        )


def _language_faults(layout: XmlElement, seen: set[str]) -> Iterator[StyleFault]:
    """Yield the errors in the attribute `locale` of a layout; `seen` are the languages of earlier layouts."""
    languages = layout.attributes["locale"].split()
    if not languages:
        yield StyleFault(
            '`locale=""` names no language; write one such as `de`, or remove the attribute',
            layout.line,
        )
    for language in languages:
        tag = normal_language(language)
        if not _is_language(tag):
            yield StyleFault(
                f"`{language}` is not a known language; write a code such as `de` or `pt-BR`",
                layout.line,
            )
        elif tag in seen:
            yield StyleFault(
                f"a second `layout` for `{language}`, which is never used; remove it", layout.line
            )
        seen.add(tag)


def _is_language(tag: str) -> bool:
    """Whether the language of a tag is known, with or without a locale."""
    code = tag.partition("-")[0]
    return locale_name(tag) is not None or code in _codes()


@cache
def _codes() -> frozenset[str]:
    tags = (*LANGUAGES.values(), *TWO_LETTERS.values())
    return frozenset(tag.partition("-")[0] for tag in tags)


def areas(style: ast.Style) -> list[ast.Layout]:
    """Return the default layouts of a style."""
    return [one for one in (style.citation, style.bibliography, style.intext) if one]


def known_language(tag: str) -> str:
    """Return the tag of a language that may be given as a name or by three letters: "de" for "German" and "deu"."""
    tag = tag.strip()
    language = normal_language(LANGUAGES.get(tag.lower()) or TWO_LETTERS.get(tag.lower(), tag))
    return _BY_SCRIPT.get(language, language)
