"""Values for random styles and documents."""

from __future__ import annotations

FAMILIES = ("Roe", "Doe", "Poe", "Smith", "Zimmer", "Ágoston", "Ng", "Lloyd-Jones", "O’Neill")
GIVENS = (
    "Ann",
    "Anna B.",
    "Bob",
    "Jean-Paul",
    "J.",
    "Jane",
    "John",
    "Zoë A.",
    "J. R. R.",
    "Mary Ann",
)
PARTICLES = ("van", "von der", "de", "d’", "al-")
WORDS = (
    "green tea and the history of an idea in NASA law-making on iPhone a study of up-to-date methods from mRNA to be or"
).split()
VALUES = ("in", "cited in", "no date", "Text", "see also", "and others", "The Word")
PREFIXES = ("(", "[", " ", "in ", ", ", ": ", "“", "No. ", ". ")
SUFFIXES = (")", "]", " etc", ",", ".", ":", " ", ". ", ";", "?", "!")
DELIMITERS = (", ", ". ", " ", "; ", ": ", "", "/", " – ")
TYPES = ("book", "article-journal", "chapter", "webpage", "thesis", "report", "legal_case")
TERMS = (
    "ibid", "and", "et-al", "in", "accessed", "no date", "edition", "page", "editor", "translator", "anonymous",
    "chapter", "circa", "forthcoming", "online", "retrieved", "volume", "issue", "section", "version",
    "and others", "from", "at",
)  # fmt: skip
TERM_FORMS = ("long", "short", "verb", "verb-short", "symbol")
TEXT_CASES = ("lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title")
FORMATTING = (
    ("font-style", ("italic", "italic", "normal")),
    ("font-weight", ("bold", "bold", "normal")),
    ("font-variant", ("small-caps", "small-caps", "normal")),
    ("text-decoration", ("underline",)),
    ("vertical-align", ("sup", "sub")),
)
PLAIN_FORMATTING = tuple((name, values[:1]) for name, values in FORMATTING[:4])
TEXT_VARIABLES = (
    "title",
    "container-title",
    "publisher",
    "publisher-place",
    "genre",
    "note",
    "title-short",
    "URL",
    "DOI",
)
NUMBER_VARIABLES = (
    "volume",
    "issue",
    "edition",
    "page",
    "number-of-volumes",
    "collection-number",
    "chapter-number",
    "number",
)
NAME_VARIABLES = ("author", "editor", "translator", "container-author", "director")
DATE_VARIABLES = ("issued", "accessed", "original-date")
NUMBERS = (
    "3", "12", "1", "2-4", "12–15", "101-108", "321-328", "1496-1504", "42-45", "100-104", "e12", "N110-5",
    "II", "iv-x", "2nd", "second", "1, 3", "2 & 4", "1, 3 and 5", "S1", "3/4", "200",
    "21", "111",
    "vol. 2", "12th ed.", "3rd edition", "A",
)  # fmt: skip
LOCATORS = ("12", "12-14", "3", "iv", "5, 7", "20 & 22", "101-108", "x-xi")
LABELS = (
    "page",
    "chapter",
    "section",
    "figure",
    "verse",
    "volume",
    "sub verbo",
    "paragraph",
    "note",
    "line",
)
# citeproc-js repeats and omits parts of ranges in other orders.
DATE_ORDERS = (
    "year",
    "month year",
    "day month year",
    "month day year",
    "year month",
    "year month day",
)
POINTS: tuple[list[int], ...] = (
    [2003], [2003, 5], [2003, 5, 7], [1999], [2001, 12, 31], [2001, 1, 1], [79], [-100], [476, 8], [1066, 10, 14],
    [2010, 3], [2003, 6], [2004, 2, 29], [2003, 5, 21], [2021], [1907],
)  # fmt: skip


NAME_OPTIONS = (
    ("and", ("text", "symbol")),
    ("delimiter-precedes-last", ("contextual", "always", "never")),
    ("delimiter-precedes-et-al", ("contextual", "always", "never")),
    ("initialize-with", (".", ". ", "", " ")),
    ("name-as-sort-order", ("first", "all")),
    ("sort-separator", (", ", " ")),
    ("initialize", ("true", "false")),
)
NAME_ATTRIBUTES = (
    *NAME_OPTIONS[:5],
    ("form", ("short", "short", "long")),
    *NAME_OPTIONS[5:],
    ("delimiter", (", ", "; ", " / ")),
)
BIBLIOGRAPHY_ATTRIBUTES = (
    ("hanging-indent", ("true",)),
    ("second-field-align", ("flush", "margin")),
    ("line-spacing", ("2",)),
    ("entry-spacing", ("0",)),
)
LANGUAGES = (
    "de-DE",
    "fr-FR",
    "es-ES",
    "it-IT",
    "nl-NL",
    "en-GB",
    "ru-RU",
    "pt-BR",
    "sv-SE",
    "pl-PL",
    "ca-AD",
)
_COMMON = {"variable": 2.0, "group": 1.5, "call": 0.8, "value": 0.5, "term": 0.4, "choose": 0.5}

# The elements of each theme with their weights.
ELEMENTS: dict[str, dict[str, float]] = {
    "names": {"names": 4, "variable": 0.5},
    "dates": {"date": 4, "group": 0.5},
    "numbers": {"number": 4, "number_text": 3, "group": 0.5, "locator": 0.5},
    "labels": {"labelled": 4, "group": 0.5},
    "case": {"variable": 3, "value": 0.5, "term": 0.5, "group": 0.5},
    "punctuation": {**_COMMON, "names": 0.3, "year": 0.3},
    "formatting": {**_COMMON, "names": 0.4, "date": 0.3},
    "groups": {**_COMMON, "group": 3, "choose": 2, "labelled": 0.7, "names": 0.5, "date": 0.4},
    "conditions": {"choose": 4, "variable": 0.5, "group": 0.5},
    "substitutes": {"names": 4, "variable": 0.7, "group": 0.7, "call": 0.5},
    "terms": {"term": 4, "labelled": 0.7, "group": 0.5},
    "sorting": {"names": 1, "variable": 1, "year": 1},
    "authors": {"names": 1, "year": 1, "variable": 0.5},
    "positions": {"choose": 3, "names": 1, "variable": 1, "locator": 0.7, "term": 0.5, "group": 0.5},
    "disambiguation": {"choose": 2, "variable": 1, "names": 0.4, "year": 0.3, "labelled": 0.3},
    "numeric": {"variable": 1, "number_text": 0.5},
    "collapsing": {"variable": 0.5, "labelled": 0.5, "group": 0.5},
}  # fmt: skip
THEMES = tuple(ELEMENTS)
