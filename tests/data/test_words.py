"""Words of references stand once, by language, in refkit/data/words; no other module has a copy."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import refkit
from refkit.csl.numbers import is_numeric, is_plural
from refkit.data.words import months as month_words
from refkit.data.words import organizations as organization_words
from refkit.data.words import roles as role_words
from refkit.data.words.conjunctions import ANDS, CERTAIN_ANDS, and_pattern
from refkit.data.words.months import (
    MONTH_MARK,
    certain_months,
    english_month,
    english_season,
    mask_months,
    months,
    months_of,
    seasons,
)
from refkit.data.words.organizations import (
    AMBIGUOUS_WORDS,
    CERTAIN_WORDS,
    DIVISION_WORDS,
    FAMILY_NAMES,
    UNIVERSITY_WORDS,
)
from refkit.data.words.particles import PARTICLES
from refkit.model.dates import format_edtf, parse_date, year_month_date

ROOT = Path(__file__).parents[2] / "src" / "refkit"
MODULES = sorted(path for path in ROOT.rglob("*.py") if path.parent != ROOT / "data" / "words")
LANGUAGES = sorted(month_words._MONTHS)
ORGANIZATION_WORDS = CERTAIN_WORDS | DIVISION_WORDS | UNIVERSITY_WORDS
WORD = re.compile(r"[^\W\d_]+")


@cache
def strings(path: Path) -> tuple[str, ...]:
    """Return the strings of a module without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return tuple(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    )


def words(path: Path) -> Iterator[str]:
    return (word for text in strings(path) for word in WORD.findall(text.lower()))


def names(modules: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in modules]


# Months

NAMES_LIKE_MONTHS = {
    "data/bibtex.py": "the macros of BibTeX's own styles",
    "data/doi_owners.py": "codes of journals in DOIs",
    "data/given_names.py": "Jan, May and Julio are given names",
    "data/known_names.py": "May and March are family names, sub- is a prefix",
    "data/languages.py": "codes of languages: mar is Marathi",
    "data/locators.py": "the numbers sept, dez and uno",
    "data/style_guides.py": "AGU is a publisher, and set and out are English words",
    "formats/text/read/persons.py": "the titles Mag. and des., and a degree",
}


def test_months_stand_once() -> None:
    """A list of months has three different ones or more."""
    found = [
        path
        for path in MODULES
        if len({months()[word] for word in words(path) if word in months()}) > 2
    ]
    assert names(found) == sorted(NAMES_LIKE_MONTHS)


def test_seasons_stand_once() -> None:
    found = [
        path
        for path in MODULES
        if len({seasons()[word] for word in words(path) if word in seasons()}) > 2
    ]
    assert names(found) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_has_twelve_months(language: str) -> None:
    numbers = set(months_of(language).values())
    assert numbers == set(range(1, 13)) - ({10} if language == "hr" else set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spelling_means_one_month(language: str) -> None:
    """No spelling has another number in another language."""
    assert {word: months()[word] for word in months_of(language)} == months_of(language)


def test_no_spelling_is_a_month_and_a_season() -> None:
    assert months().keys() & seasons().keys() == set()


def test_english_names() -> None:
    assert (english_month(9), english_season(3)) == ("September", "Autumn")


@pytest.mark.parametrize(
    ("month", "number"),
    [
        ("setiembre", 9), ("Jänner", 1), ("maerz", 3), ("fevrier", 2), ("Outubro", 10), ("marzec", 3), ("kwietnia", 4),
        ("ŘÍJEN", 10), ("listopadu", 11), ("syyskuuta", 9), ("Desember", 12), ("augusti", 8), ("maart", 3),
        ("жовтня", 10), ("декабря", 12), ("Şubat", 2), ("kasım", 11),
        ("Kasim", 11), ("gener", 1), ("szeptember", 9), ("noiembrie", 11),
        ("Σεπτεμβρίου", 9), ("ΜΑΡΤΙΟΥ", 3), ("magg.", 5), ("juill.", 7), ("rugsėjo", 9), ("avgusta", 8), ("srpnja", 7),
    ],
)  # fmt: skip
def test_months_are_read_in_fields(month: str, number: int) -> None:
    """In the field `month`, with and without accents, full stops and capitals."""
    assert format_edtf(year_month_date("2019", month)) == f"2019-{number:02}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 de outubro de 2018", "2018-10-03"), ("12 lutego 2019", "2019-02-12"), ("1. září 2020", "2020-09-01"),
        ("5 Kasım 2021", "2021-11-05"), ("14 жовтня 2017", "2017-10-14"), ("7. joulukuuta 2016", "2016-12-07"),
        ("2 Μαρτίου 2015", "2015-03-02"), ("Höst 2012", "2012-23"), ("Syksy 2012", "2012-23"),
        ("verão 2011", "2011-22"),
    ],
)  # fmt: skip
def test_dates_are_read_in_every_language(text: str, expected: str) -> None:
    assert format_edtf(parse_date(text)) == expected


def test_masked_months_keep_their_positions() -> None:
    """A full stop stays, and words that contain a month stay."""
    assert mask_months("5 Okt. 2019, Marble") == f"5 {MONTH_MARK * 3}. 2019, Marble"


@pytest.mark.parametrize("text", ["pro 2019", "des 12", "3 ara 2019"])
def test_common_words_are_not_masked(text: str) -> None:
    """`pro` and `ara` are months in Czech and Turkish dates only."""
    assert mask_months(text) == text


def test_given_names_are_not_months_on_their_own() -> None:
    assert {"marc", "ian", "marta"} & certain_months() == set()


# Organizations


def test_organization_words_stand_once() -> None:
    """A list has five words or more in one string, and a quarter of its words."""
    found = [path for path in MODULES if has_list(path, ORGANIZATION_WORDS, 5)]
    assert names(found) == ["formats/text/label/cues.py"]  # features of the trained weights


def test_legal_forms_stand_once() -> None:
    """A list has three forms or more in one string, and a quarter of its words."""
    forms = frozenset({"inc", "ltd", "llc", "corp", "gmbh", "plc", "sarl", "univ"})
    assert names([path for path in MODULES if has_list(path, forms, 3)]) == []


def has_list(path: Path, listed: frozenset[str], least: int, part: float = 4) -> bool:
    """Whether a string of a module has a number of the listed words, and at least a part of its words."""
    all_words = (set(WORD.findall(text.lower())) for text in strings(path))
    return any(len(found & listed) >= max(least, len(found) / part) for found in all_words)


@pytest.mark.parametrize("table", ["_CERTAIN", "_DIVISION", "_FIRST"])
def test_a_language_lists_a_word_once(table: str) -> None:
    lists = [words.split() for words in getattr(organization_words, table).values()]
    assert [len(words) - len(set(words)) for words in lists] == [0] * len(lists)


def test_family_names_are_organization_words() -> None:
    """Words that may be family names are listed in addition to their first list."""
    assert {*FAMILY_NAMES} - CERTAIN_WORDS - AMBIGUOUS_WORDS == set()


# Conjunctions and particles

LISTS_LIKE_CONJUNCTIONS = {
    "formats/text/label/cues.py": "features that the weights were trained on",
}


def test_conjunctions_stand_once() -> None:
    """A list has four words or more in one string, and a third of its words."""
    found = [path for path in MODULES if has_list(path, ANDS - {"u"}, 4, 3)]
    assert names(found) == sorted(LISTS_LIKE_CONJUNCTIONS)


def test_particles_stand_once() -> None:
    """A list has five words or more in one string, and two thirds of its words."""
    assert names([path for path in MODULES if has_list(path, PARTICLES, 5, 1.5)]) == []


def test_words_in_names_are_not_certain() -> None:
    assert {"y", "e", "i", "u", "en", "a", "in"} & CERTAIN_ANDS == set()


@pytest.mark.parametrize(
    "word", ["and", "und", "et", "och", "og", "oraz", "és", "și", "и", "та", "και"]
)
def test_certain_conjunctions(word: str) -> None:
    assert word in CERTAIN_ANDS


def test_the_longest_conjunction_is_tried_first() -> None:
    """Otherwise `e` would match the beginning of `et`."""
    assert re.match(and_pattern(), "et")[0] == "et"  # type: ignore[index]


@pytest.mark.parametrize(
    "text", ["3 och 4", "3 és 4", "3 και 4", "3 și 4", "3 ir 4", "3 ja 4", "3 ve 4", "3 oraz 4"]
)
def test_numbers_joined_by_a_conjunction(text: str) -> None:
    """The CSL processor reads them as several numbers."""
    assert (is_numeric(text), is_plural(text)) == (True, True)


@pytest.mark.parametrize("word", ["und", "et", "och", "og", "oraz", "és", "și", "и", "та", "και"])
def test_names_joined_by_a_conjunction(word: str) -> None:
    """In plain text."""
    item = refkit.parse(f"Berg, A. {word} Ruiz, B. (2012). Tides. Leeds: Ash Press.")
    assert [name.family for name in item.names["author"]] == ["Berg", "Ruiz"]


# Roles

EDITORS = frozenset(
    "eds hrsg hg éds herausgeber herausgegeben übers traduit traducido vertaald éditeur traducteur coord".split()
)
LISTS_LIKE_ROLES = {
    "data/cue_words.py": "words of all kinds that introduce a neighboring field",
    "formats/text/finding/likeness.py": "words of all kinds that occur in references",
    "formats/text/label/cues.py": "features that the weights were trained on",
}


def test_role_words_stand_once() -> None:
    """A list has four words or more in one string."""
    found = [path for path in MODULES if has_list(path, EDITORS, 4, 1000)]
    assert names(found) == sorted(LISTS_LIKE_ROLES)


@pytest.mark.parametrize("table", ["_AFTER", "_BEFORE", "_PHRASES"])
def test_roles_are_listed_by_language(table: str) -> None:
    """A pattern of several languages names them all."""
    for by_language in getattr(role_words, table).values():
        for languages, pattern in by_language.items():
            assert set(languages.split()) <= ROLE_LANGUAGES
            re.compile(pattern, re.VERBOSE)


ROLE_LANGUAGES = set("de en es fr it nl pl pt ru sv".split())
