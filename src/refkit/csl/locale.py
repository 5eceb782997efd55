"""Locales: terms, date formats and options of a language (CSL 1.0.2, "Locale")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from refkit.csl.ast import Date, LocaleElement, Term
from refkit.csl.catalogue import locale_file, locale_names
from refkit.csl.read_locale import read_locale
from refkit.integers import read_int
from refkit.records import dataclass, field
from refkit.xml_reading import parse_xml

FALLBACK = "en-US"

# CSL 1.0.2, "Locale Fallback": the primary dialect of each language.
PRIMARY_DIALECTS = {
    "af": "af-ZA",
    "bg": "bg-BG",
    "ca": "ca-AD",
    "cs": "cs-CZ",
    "cy": "cy-GB",
    "da": "da-DK",
    "de": "de-DE",
    "el": "el-GR",
    "en": "en-US",
    "es": "es-ES",
    "et": "et-EE",
    "fa": "fa-IR",
    "fi": "fi-FI",
    "fr": "fr-FR",
    "he": "he-IL",
    "hr": "hr-HR",
    "hu": "hu-HU",
    "is": "is-IS",
    "it": "it-IT",
    "ja": "ja-JP",
    "km": "km-KH",
    "ko": "ko-KR",
    "lt": "lt-LT",
    "lv": "lv-LV",
    "mn": "mn-MN",
    "nb": "nb-NO",
    "nl": "nl-NL",
    "nn": "nn-NO",
    "no": "nb-NO",
    "pl": "pl-PL",
    "pt": "pt-PT",
    "ro": "ro-RO",
    "ru": "ru-RU",
    "sk": "sk-SK",
    "sl": "sl-SI",
    "sr": "sr-RS",
    "sv": "sv-SE",
    "th": "th-TH",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "vi": "vi-VN",
    "zh": "zh-CN",
}

# CSL 1.0.2, "Terms": what an undefined form falls back to.
_NEXT_FORM = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@dataclass(slots=True)
class Ordinals:
    """The ordinal suffixes of a language, by gender form and term name, each with its `match`."""

    terms: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def suffix(self, number: int, gender: str = "") -> str:
        """Return the suffix of `number` ("nd" for 2) for a noun of `gender`, or the neuter suffix.

        Languages without a neuter use the feminine suffix for a noun of unknown gender.
        """
        if not any(("ordinal", form) in self.terms for form in ("", "feminine", "masculine")):
            return self._suffix_of_csl_1_0(number)
        for forms in ((gender, ""), ("feminine",), ("masculine",)):
            found = self._in_forms(number, forms)
            if found is not None:
                return found
        return ""

    def _in_forms(self, number: int, forms: tuple[str, ...]) -> str | None:
        whole = str(number)
        for name, ending in (
            (f"ordinal-{number % 100:02}", "last-two-digits"),
            (f"ordinal-{number % 10:02}", "last-digit"),
            ("ordinal", ""),
        ):
            for form in forms:
                found = self.terms.get((name, form))
                if found and _ordinal_matches(name, found[1] or ending, whole):
                    return found[0]
        return None

    def _suffix_of_csl_1_0(self, number: int) -> str:
        # CSL 1.0.2, "Ordinal Suffixes": without "ordinal", 01 to 04 work as in CSL 1.0.
        ending = number % 10 if number % 10 in (1, 2, 3) and number % 100 // 10 != 1 else 4
        return self.terms.get((f"ordinal-{ending:02}", ""), ("", ""))[0]


def _ordinal_matches(name: str, match: str, whole: str) -> bool:
    digits = name[len("ordinal-") :]
    if not digits:
        return True
    if match == "whole-number":
        return read_int(whole) == read_int(digits)
    if match == "last-two-digits" or digits[0] != "0":
        return whole.zfill(2)[-2:] == digits
    return whole[-1] == digits[-1]


@dataclass(slots=True)
class Locale:
    """The terms and formats of a language; immutable."""

    language: str
    punctuation_in_quote: bool = False
    limit_day_ordinals_to_day_1: bool = False
    terms: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    gendered: dict[tuple[str, str], str] = field(default_factory=dict)
    ordinals: Ordinals = field(default_factory=Ordinals)
    dates: dict[str, Date] = field(default_factory=dict)

    def term(self, name: str, form: str = "long", plural: bool = False) -> str | None:
        """Return the term in the nearest available form, or None if the locale lacks it."""
        wanted: str | None = form
        while wanted:
            found = self.terms.get((name, wanted))
            if found:
                return found[plural]
            wanted = _NEXT_FORM.get(wanted)
        return None

    def gender(self, name: str) -> str:
        """Return the gender of a term: masculine, feminine or none."""
        return self.genders.get(name, "")

    def long_ordinal(self, number: int, gender: str = "") -> str | None:
        """Return the word for an ordinal ("second"); the locales have those from 1 to 10."""
        name = f"long-ordinal-{number:02}"
        if (name, gender) in self.gendered:
            return self.gendered[name, gender]
        others = (self.gendered.get((name, form)) for form in ("feminine", "masculine"))
        return self.term(name) or next(filter(None, others), None)


def load_locale(language: str, overrides: Sequence[LocaleElement] = ()) -> Locale:
    """Return the locale of `language` with the `overrides` of a style, along the fallback chain of CSL.

    CSL 1.0.2, "Locale Fallback": the style's cs:locale for the dialect, for the language and for all; then the
    locale files of the dialect, of the language's primary dialect and en-US.
    """
    wanted = normal_language(language)
    base = wanted.partition("-")[0]
    chosen = locale_name(wanted) or FALLBACK
    locale = Locale(wanted)
    for name in dict.fromkeys((FALLBACK, locale_name(base) or FALLBACK, chosen)):
        layer = _read_file(name)
        _forget(locale, layer)
        _merge(locale, layer)
    for tag in dict.fromkeys(("", base, chosen, wanted)):
        for override in overrides:
            if normal_language(override.language) == tag:
                _merge(locale, override)
    return locale


def normal_language(tag: str) -> str:
    """Return a language tag in the form of the locale files: "en-US" for "en_us"."""
    base, _, rest = tag.strip().replace("_", "-").partition("-")
    return f"{base.lower()}-{rest.upper() if len(rest) == 2 else rest}" if rest else base.lower()


def locale_name(language: str) -> str | None:
    """Return the name of the locale file for `language`: its own, or that of its primary dialect."""
    names = locale_names()
    base = language.partition("-")[0]
    for name in (language, PRIMARY_DIALECTS.get(base, ""), base):
        if name in names:
            return name
    return next((name for name in names if name.startswith(base + "-")), None)


@lru_cache(64)
def _read_file(name: str) -> LocaleElement:
    if name not in locale_names():
        return LocaleElement(name)
    with open(locale_file(name), "rb") as file:
        return read_locale(parse_xml(file.read()))


_FORMS = ("long", "short", "verb", "verb-short", "symbol")


def _forget(locale: Locale, layer: LocaleElement) -> None:
    """Remove the terms that a nearer file defines, so that none of their forms is in another language."""
    for name in {name for term in layer.terms for name in _spellings(term.name)}:
        for form in _FORMS:
            locale.terms.pop((name, form), None)
        for gender in ("feminine", "masculine"):
            locale.gendered.pop((name, gender), None)
        locale.genders.pop(name, None)


def _merge(locale: Locale, layer: LocaleElement) -> None:
    options = layer.options
    if "punctuation-in-quote" in options:
        locale.punctuation_in_quote = options["punctuation-in-quote"] == "true"
    if "limit-day-ordinals-to-day-1" in options:
        locale.limit_day_ordinals_to_day_1 = options["limit-day-ordinals-to-day-1"] == "true"
    locale.dates.update(layer.dates)
    # CSL 1.0.2, "Ordinal Suffixes": redefining one ordinal term replaces all of them.
    if any(_is_ordinal(term) for term in layer.terms):
        locale.ordinals = Ordinals()
    for term in layer.terms:
        _add_term(locale, term)


def _add_term(locale: Locale, term: Term) -> None:
    for name in _spellings(term.name):
        if _is_ordinal(term):
            # he-IL defines ordinal-01 as "1": the whole number, which needs no suffix
            suffix = "" if term.single.isdecimal() else term.single
            locale.ordinals.terms[name, term.gender_form] = (suffix, term.match)
        if term.gender_form:
            locale.gendered[name, term.gender_form] = term.single
            continue
        locale.terms[name, term.form] = (term.single, term.multiple)
        if term.gender and term.form == "long":
            locale.genders[name] = term.gender


def _is_ordinal(term: Term) -> bool:
    return term.name == "ordinal" or term.name.startswith("ordinal-")


def _spellings(name: str) -> Iterator[str]:
    """Return the name of a term; for "sub verbo", return both spellings in use."""
    yield name
    if name in ("sub verbo", "sub-verbo"):
        yield "sub-verbo" if name == "sub verbo" else "sub verbo"
