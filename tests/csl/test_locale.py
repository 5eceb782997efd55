"""Locales: fallback of languages and forms, overrides, ordinals."""

from __future__ import annotations

import pytest

from refkit.csl.catalogue import locale_names
from refkit.csl.locale import load_locale, normal_language
from refkit.csl.read_locale import read_locale
from refkit.xml_reading import parse_xml


def override(xml: str, language: str = "") -> object:
    """Return a cs:locale of a style."""
    tag = f'xml:lang="{language}"' if language else ""
    return read_locale(parse_xml(f"<locale {tag}>{xml}</locale>"))


def terms(**texts: str) -> str:
    """Return cs:terms with a text for each name (`no_date` is "no date")."""
    each = (f'<term name="{name.replace("_", " ")}">{text}</term>' for name, text in texts.items())
    return f"<terms>{''.join(each)}</terms>"


@pytest.mark.parametrize(
    ("asked", "expected"), [("de-AT", "und"), ("de", "und"), ("fr_fr", "et"), ("xx", "and")]
)
def test_a_language_falls_back_to_its_primary_dialect_and_then_to_english(
    asked: str, expected: str
) -> None:
    """CSL 1.0.2, "Locale Fallback"."""
    assert load_locale(asked).term("and") == expected


@pytest.mark.parametrize("language", locale_names())
def test_every_locale_has_months_quotes_and_dates(language: str) -> None:
    """They are those of the locale or the English ones."""
    locale = load_locale(language)
    known = [locale.term("month-12"), locale.term("open-quote"), locale.dates.get("text")]
    assert all(known)


def test_a_dialect_of_the_style_goes_before_its_language_and_that_before_all() -> None:
    """The most specific cs:locale applies, whatever their order in the style."""
    overrides = [
        override(terms(by="dialect"), "de-AT"),
        override(terms(by="every", at="every"), ""),
        override(terms(by="language", at="language"), "de"),
    ]
    locale = load_locale("de-AT", overrides)  # type: ignore[arg-type]  # object keeps the helper short
    assert (locale.term("by"), locale.term("at")) == ("dialect", "language")


def test_a_locale_of_another_language_says_nothing() -> None:
    """A German override does not apply to English."""
    locale = load_locale("en-US", [override(terms(by="von"), "de")])  # type: ignore[list-item]
    assert locale.term("by") == "by"


@pytest.mark.parametrize(
    ("form", "expected"),
    [("verb-short", "ed. by"), ("verb", "edited by"), ("symbol", "ed."), ("short", "ed.")],
)
def test_a_form_that_is_missing_falls_back(form: str, expected: str) -> None:
    """The form symbol falls back to short, verb-short to verb, and both to long."""
    assert load_locale("en-US").term("editor", form) == expected


def test_a_form_falls_back_in_its_own_language_before_another() -> None:
    """German has no symbol for "and"; English has one."""
    assert load_locale("de-DE").term("and", "symbol") == "und"


def test_a_noun_of_unknown_gender_is_feminine_where_there_is_no_neuter() -> None:
    """Portuguese ordinals are masculine or feminine."""
    locale = load_locale("pt-PT")
    assert (locale.long_ordinal(1), locale.ordinals.suffix(2)) == ("primeira", ".ª")


def test_a_term_that_nobody_has_is_none() -> None:
    """A term that the style defines as empty is the empty string."""
    locale = load_locale("en", [override(terms(by=""))])  # type: ignore[list-item]
    assert (locale.term("nonsense"), locale.term("by")) == (None, "")


def test_english_ordinals() -> None:
    """Eleven to thirteen are exceptions in every hundred."""
    suffix = load_locale("en-US").ordinals.suffix
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 113)
    assert " ".join(suffix(n) for n in numbers) == "st nd rd th th th th st nd th th"


@pytest.mark.parametrize("language", locale_names())
def test_a_number_is_not_its_own_suffix(language: str) -> None:
    """The Hebrew locale defines its ordinals as the bare digits, which would be written twice."""
    suffix = load_locale(language).ordinals.suffix
    assert not any(char.isdecimal() for number in range(1, 112) for char in suffix(number))


def test_an_ordinal_of_digits_is_the_number_alone() -> None:
    """A style can define such terms, too; they leave the other suffixes alone."""
    xml = '<terms><term name="ordinal">th</term><term name="ordinal-02">2</term></terms>'
    suffix = load_locale("en-US", [override(xml)]).ordinals.suffix  # type: ignore[list-item]
    assert [suffix(number) for number in (2, 3, 22)] == ["", "th", ""]


def test_one_ordinal_of_the_style_replaces_all() -> None:
    """CSL 1.0.2, "Ordinal Suffixes"; without the term "ordinal" the scheme of CSL 1.0 is used."""
    xml = "<terms>" + "".join(
        f'<term name="ordinal-0{n}">{text}</term>' for n, text in enumerate("abcd", 1)
    )
    locale = load_locale("en-US", [override(xml + "</terms>")])  # type: ignore[list-item]
    suffix = locale.ordinals.suffix
    numbers = (1, 2, 3, 4, 10, 11, 12, 13, 20, 21, 22, 23, 101, 110, 111, 113, 121)
    assert "".join(map(suffix, numbers)) == "abcddddddabcaddda"


def test_language_tags_are_folded() -> None:
    """Underscores and case do not matter."""
    assert [normal_language(tag) for tag in ("EN_us", "zh-Hans", "fr")] == [
        "en-US",
        "zh-Hans",
        "fr",
    ]


@pytest.mark.parametrize(
    ("match", "numbers"),
    [
        ("whole-number", {2}),
        ("last-digit", {2, 12, 22, 102, 112}),
        ("last-two-digits", {2, 102}),
    ],
)
def test_an_ordinal_matches_the_digits_that_it_names(match: str, numbers: set[int]) -> None:
    """CSL 1.0.2, "Ordinal Suffixes": the attribute `match`."""
    terms = f'<term name="ordinal">x</term><term name="ordinal-02" match="{match}">b</term>'
    locale = load_locale("en-US", [override(f"<terms>{terms}</terms>")])  # type: ignore[list-item]
    tried = (1, 2, 3, 11, 12, 20, 21, 22, 101, 102, 112)
    assert {number for number in tried if locale.ordinals.suffix(number) == "b"} == numbers
