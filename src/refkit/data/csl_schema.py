"""The schema of CSL 1.0.2 styles: elements, their children, attributes and values.

Source: the specification and csl.rnc of version 1.0.2. The rule for a value is the set of its allowed values,
or one of the kinds "text", "count", "flag", "language", "names", "numbers", "dates", "texts", "variables",
"types", "positions", "locators", "macro" and "term".
"""

Rule = str | frozenset[str]


def _one_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


FORMATTING: dict[str, Rule] = {
    "font-style": _one_of("italic normal oblique"),
    "font-variant": _one_of("normal small-caps"),
    "font-weight": _one_of("normal bold light"),
    "text-decoration": _one_of("none underline"),
    "vertical-align": _one_of("baseline sup sub"),
}
AFFIXES: dict[str, Rule] = {"prefix": "text", "suffix": "text"}
DISPLAY: dict[str, Rule] = {"display": _one_of("block left-margin right-inline indent")}
TEXT_CASE: dict[str, Rule] = {
    "text-case": _one_of("lowercase uppercase capitalize-first capitalize-all sentence title")
}
DELIMITER: dict[str, Rule] = {"delimiter": "text"}
STRIP_PERIODS: dict[str, Rule] = {"strip-periods": "flag"}
_FORMATTED = FORMATTING | AFFIXES | DISPLAY

NAME_OPTIONS: dict[str, Rule] = {
    "and": _one_of("text symbol"),
    "delimiter-precedes-et-al": _one_of("contextual after-inverted-name always never"),
    "delimiter-precedes-last": _one_of("contextual after-inverted-name always never"),
    "et-al-min": "count",
    "et-al-use-first": "count",
    "et-al-subsequent-min": "count",
    "et-al-subsequent-use-first": "count",
    "et-al-use-last": "flag",
    "initialize": "flag",
    "initialize-with": "text",
    "name-as-sort-order": _one_of("first all"),
    "sort-separator": "text",
}
INHERITED: dict[str, Rule] = NAME_OPTIONS | {
    "name-form": _one_of("long short count"),
    "name-delimiter": "text",
    "names-delimiter": "text",
}
_TERM_FORMS = _one_of("long short verb verb-short symbol")
_DATE_PARTS: dict[str, Rule] = {"date-parts": _one_of("year-month-day year-month year")}

CONDITIONS: dict[str, Rule] = {
    "disambiguate": _one_of("true"),
    "is-numeric": "variables",
    "is-uncertain-date": "dates",
    "locator": "locators",
    "position": "positions",
    "type": "types",
    "variable": "variables",
}
_CONDITION: dict[str, Rule] = CONDITIONS | {"match": _one_of("all any none")}

ATTRIBUTES: dict[str, dict[str, Rule]] = {
    "style": INHERITED
    | {
        "class": _one_of("in-text note"),
        "version": "text",
        "default-locale": "language",
        "demote-non-dropping-particle": _one_of("never sort-only display-and-sort"),
        "initialize-with-hyphen": "flag",
        "page-range-format": _one_of("chicago chicago-15 chicago-16 expanded minimal minimal-two"),
    },
    "citation": INHERITED
    | {
        "cite-group-delimiter": "text",
        "collapse": _one_of("citation-number year year-suffix year-suffix-ranged"),
        "year-suffix-delimiter": "text",
        "after-collapse-delimiter": "text",
        "disambiguate-add-names": "flag",
        "disambiguate-add-givenname": "flag",
        "disambiguate-add-year-suffix": "flag",
        "givenname-disambiguation-rule": _one_of(
            "all-names all-names-with-initials primary-name primary-name-with-initials by-cite"
        ),
        "near-note-distance": "count",
    },
    "bibliography": INHERITED
    | {
        "entry-spacing": "count",
        "line-spacing": "count",
        "hanging-indent": "flag",
        "second-field-align": _one_of("flush margin"),
        "subsequent-author-substitute": "text",
        "subsequent-author-substitute-rule": _one_of(
            "complete-all complete-each partial-each partial-first"
        ),
    },
    "macro": INHERITED | {"name": "text"},
    # CSL-M: `locale`, the languages of items
    "layout": FORMATTING | AFFIXES | DELIMITER | {"locale": "text"},
    "sort": {},
    "key": {
        "variable": "variables",
        "macro": "macro",
        "sort": _one_of("ascending descending"),
        "names-min": "count",
        "names-use-first": "count",
        "names-use-last": "flag",
    },
    "text": _FORMATTED
    | TEXT_CASE
    | STRIP_PERIODS
    | {
        "variable": "variables",
        "macro": "macro",
        "term": "term",
        "value": "text",
        "form": _TERM_FORMS,
        "plural": "flag",
        "quotes": "flag",
    },
    "number": _FORMATTED
    | TEXT_CASE
    | {"variable": "variables", "form": _one_of("numeric ordinal long-ordinal roman")},
    "label": FORMATTING
    | AFFIXES
    | TEXT_CASE
    | STRIP_PERIODS
    | {
        "variable": "variables",
        "form": _TERM_FORMS,
        "plural": _one_of("always never contextual"),
    },
    "date": _FORMATTED
    | TEXT_CASE
    | DELIMITER
    | _DATE_PARTS
    | {"variable": "dates", "form": _one_of("text numeric")},
    "date-part": FORMATTING
    | AFFIXES
    | TEXT_CASE
    | STRIP_PERIODS
    | {
        "name": _one_of("day month year"),
        "form": _one_of("numeric numeric-leading-zeros ordinal long short"),
        "range-delimiter": "text",
    },
    "names": _FORMATTED | DELIMITER | {"variable": "names"},
    "name": NAME_OPTIONS | FORMATTING | AFFIXES | DELIMITER | {"form": _one_of("long short count")},
    "name-part": FORMATTING | AFFIXES | TEXT_CASE | {"name": _one_of("family given")},
    "et-al": FORMATTING | {"term": "term"},
    "substitute": {},
    "group": _FORMATTED | DELIMITER,
    "choose": {},
    "if": _CONDITION,
    "else-if": _CONDITION,
    "else": {},
    "locale": {"lang": "language"},
    "style-options": {"limit-day-ordinals-to-day-1": "flag", "punctuation-in-quote": "flag"},
    "terms": {},
    "term": {
        "name": "text",
        "form": _TERM_FORMS,
        "gender": _one_of("masculine feminine"),
        "gender-form": _one_of("masculine feminine"),
        "match": _one_of("last-digit last-two-digits whole-number"),
    },
    "single": {},
    "multiple": {},
    "info": {},
}

_RENDERING = _one_of("text number label date names group choose")

CHILDREN: dict[str, frozenset[str]] = {
    "style": _one_of("info locale macro citation bibliography"),
    "citation": _one_of("sort layout"),
    "bibliography": _one_of("sort layout"),
    "macro": _RENDERING,
    "layout": _RENDERING,
    "group": _RENDERING,
    "if": _RENDERING,
    "else-if": _RENDERING,
    "else": _RENDERING,
    "substitute": _RENDERING,
    "choose": _one_of("if else-if else"),
    "sort": _one_of("key"),
    "date": _one_of("date-part"),
    "names": _one_of("name et-al label substitute institution"),
    "name": _one_of("name-part"),
    "locale": _one_of("info style-options terms date"),
    "terms": _one_of("term"),
    "term": _one_of("single multiple"),
}

POSITIONS = _one_of("first subsequent ibid ibid-with-locator near-note")
LOCATORS = _one_of(
    """act appendix article-locator article book canon chapter column elocation equation figure folio
    issue line note opus page paragraph part rule scene section sub-verbo supplement table timestamp
    title title-locator verse volume"""
)
