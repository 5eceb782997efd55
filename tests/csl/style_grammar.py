"""Random CSL styles, one theme each, drawn from the grammar of CSL 1.0.2."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from tests.csl.random_documents import Attributes, DocumentChance
from tests.csl.style_words import (
    BIBLIOGRAPHY_ATTRIBUTES,
    DATE_ORDERS,
    DATE_VARIABLES,
    DELIMITERS,
    ELEMENTS,
    FORMATTING,
    LANGUAGES,
    NAME_ATTRIBUTES,
    NAME_OPTIONS,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    PLAIN_FORMATTING,
    PREFIXES,
    SUFFIXES,
    TERM_FORMS,
    TERMS,
    TEXT_CASES,
    TEXT_VARIABLES,
    TYPES,
    VALUES,
)

HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{kind}" default-locale="{language}"{more}>'
    "<info><id>random</id><title>random</title><updated>2020-01-01T00:00:00Z</updated></info>"
)


def element(name: str, attributes: Attributes, children: str = "") -> str:
    """Return an XML element."""
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{written}>{children}</{name}>" if children else f"<{name}{written}/>"


class StyleChance(DocumentChance):
    """A generator of one random style and its document; the same seed and theme give the same."""

    def __init__(self, seed: int, theme: str) -> None:
        super().__init__(seed, theme)
        self.kind = "note" if theme == "positions" or self.often(0.3) else "in-text"
        self.macros: list[str] = []
        self.depth = self.substituting = 0
        self.initializes = self.often(0.5)

    # -- attributes ------------------------------------------------------------------------------

    def affixes(self, fraction: float = 0.25) -> Attributes:
        """Return affixes; only the theme of punctuation has those that collide."""
        if self.theme == "punctuation":
            return self.some((("prefix", PREFIXES), ("suffix", SUFFIXES)), fraction)
        if self.often(fraction / 2):
            return {"prefix": "(", "suffix": ")"}
        return self.some((("prefix", (" ", "in ")), ("suffix", (" etc",))), fraction / 2)

    def formatting(self, fraction: float = 0.06) -> Attributes:
        """Return formatting; only the theme of formatting has values that undo others."""
        if self.theme == "formatting":
            return self.some(FORMATTING, fraction * 3)
        return self.some(PLAIN_FORMATTING, fraction)

    def text_case(self) -> Attributes:
        return (
            {"text-case": self.one(TEXT_CASES)}
            if self.often(0.7 if self.theme == "case" else 0.1)
            else {}
        )

    def quotes(self) -> Attributes:
        wanted = 0.5 if self.theme == "punctuation" else 0.08
        return {"quotes": "true"} if self.often(wanted) else {}

    def look(self) -> Attributes:
        more = self.affixes(0.4 if self.theme == "punctuation" else 0.2)
        periods = {"strip-periods": "true"} if self.often(0.06) else {}
        return {**self.formatting(), **self.text_case(), **self.quotes(), **periods, **more}

    # -- rendering elements ----------------------------------------------------------------------

    def elements(self, count: int) -> str:
        kinds, weights = zip(*ELEMENTS[self.theme].items(), strict=True)
        chosen = self.random.choices(kinds, weights, k=count)
        return "".join(getattr(self, kind)() for kind in chosen)

    def variable(self) -> str:
        variable = self.one(TEXT_VARIABLES)
        shortens = variable not in ("URL", "DOI") and self.often(0.1)
        form = {"form": "short"} if shortens else {}
        return element("text", {"variable": variable, **form, **self.look()})

    def value(self) -> str:
        return element("text", {"value": self.one(VALUES), **self.look()})

    def term(self) -> str:
        more = self.some((("form", TERM_FORMS), ("plural", ("true", "false"))), 0.3)
        return element("text", {"term": self.one(TERMS), **more, **self.look()})

    def number(self) -> str:
        form = self.some((("form", ("numeric", "ordinal", "long-ordinal", "roman")),), 0.7)
        return element(
            "number",
            {"variable": self.one(NUMBER_VARIABLES), **form, **self.affixes(), **self.text_case()},
        )

    def number_text(self) -> str:
        return element(
            "text", {"variable": self.one((*NUMBER_VARIABLES, "page-first")), **self.look()}
        )

    def labelled(self) -> str:
        """Return a number with its label, as most styles have it."""
        variable = self.one((*NUMBER_VARIABLES, "locator", "locator"))
        table = (
            ("form", ("long", "short", "symbol")),
            ("plural", ("contextual", "always", "never")),
        )
        label = element(
            "label",
            {
                "variable": variable,
                **self.some(table, 0.5),
                **self.text_case(),
                **self.affixes(0.1),
            },
        )
        name = "number" if variable != "locator" and self.often(0.5) else "text"
        parts = [label, element(name, {"variable": variable})]
        self.random.shuffle(parts)
        return element("group", {"delimiter": " ", **self.affixes()}, "".join(parts))

    def locator(self) -> str:
        return element("text", {"variable": "locator", **self.affixes(0.5)})

    def citation_number(self) -> str:
        return element("text", {"variable": "citation-number", **self.affixes()})

    def year(self) -> str:
        return element(
            "date", {"variable": "issued", **self.affixes()}, element("date-part", {"name": "year"})
        )

    def date(self) -> str:
        attributes = {
            "variable": self.one(("issued", "issued", "accessed", "original-date")),
            **self.affixes(0.2),
        }
        if self.often(0.5):
            attributes.update(
                self.some((("date-parts", ("year-month-day", "year-month", "year")),), 0.5)
            )
            attributes["form"] = self.one(("text", "numeric"))
            children = "".join(
                self.date_part(name, 0.0) for name in ("day", "month", "year") if self.often(0.15)
            )
        else:
            names = self.one(DATE_ORDERS).split()
            attributes.update(self.some((("delimiter", (" ", ", ", "-", "/")),), 0.6))
            children = "".join(self.date_part(name, 0.25) for name in names)
        return element("date", attributes, children)

    def date_part(self, name: str, affixes: float) -> str:
        forms = {
            "day": ("numeric", "numeric-leading-zeros", "ordinal"),
            "month": ("long", "short", "numeric", "numeric-leading-zeros"),
            "year": ("long", "short"),
        }
        table = (("form", forms[name]), ("range-delimiter", ("–", "-", "/", " to ")))
        case = self.text_case() if name == "month" else {}
        return element(
            "date-part", {"name": name, **self.some(table, 0.3), **case, **self.affixes(affixes)}
        )

    def names(self) -> str:
        variables = " ".join(self.random.sample(NAME_VARIABLES, 2 if self.often(0.15) else 1))
        if self.often(0.6):
            variables = "author"
        children = self.name() if self.often(0.9) else ""
        if self.often(0.15):
            children += element(
                "et-al", {"term": self.one(("et-al", "and others")), **self.formatting(0.1)}
            )
        if self.often(0.3 if self.theme in ("names", "substitutes") else 0.1):
            children += self.names_label()
        if self.often(0.8 if self.theme == "substitutes" else 0.1):
            children += self.substitute()
        delimiter = {"delimiter": self.one(("; ", ", ", " and "))} if " " in variables else {}
        return element(
            "names",
            {"variable": variables, **delimiter, **self.affixes(0.15), **self.formatting(0.03)},
            children,
        )

    def names_label(self) -> str:
        table = (
            ("form", ("long", "short", "verb", "verb-short")),
            ("plural", ("contextual", "always", "never")),
        )
        return element("label", {**self.some(table, 0.4), **self.affixes(0.5), **self.text_case()})

    def name(self) -> str:
        wanted = 0.35 if self.theme == "names" else 0.12
        attributes = self.some(NAME_ATTRIBUTES, wanted)
        if self.often(wanted):
            attributes.update(self.et_al())
        parts = ""
        for part in ("family", "given") if self.substituting == 0 else ():
            if self.often(0.2 if self.theme == "names" else 0.04):
                parts += element(
                    "name-part",
                    {"name": part, **self.formatting(0.3), **self.affixes(0.1), **self.text_case()},
                )
        return element("name", {**attributes, **self.affixes(0.03)}, parts)

    def et_al(self) -> Attributes:
        least = self.random.randint(2, 4)
        found = {"et-al-min": str(least), "et-al-use-first": str(self.random.randint(1, least - 1))}
        if self.theme == "names" and self.often(0.3):
            found["et-al-use-last"] = "true"
        if self.often(0.3):
            found["et-al-subsequent-min"] = str(min(least, self.random.randint(2, 3)))
            found["et-al-subsequent-use-first"] = "1"
        return found

    def substitute(self) -> str:
        makers: tuple[Callable[[], str], ...] = (
            lambda: element("names", {"variable": self.one(NAME_VARIABLES)}),
            lambda: element("names", {"variable": self.one(NAME_VARIABLES)}, self.name()),
            lambda: element("text", {"variable": "title", **self.look()}),
            lambda: element("text", {"term": "anonymous"}),
            lambda: element("text", {"macro": self.macro()}) if self.depth < 2 else self.value(),
            lambda: self.choose(),
        )
        chosen = self.random.sample(makers, self.random.randint(1, 3))
        self.substituting += 1  # citeproc-js applies the cs:name-parts in it to the names around it
        children = "".join(make() for make in chosen)
        self.substituting -= 1
        return element("substitute", {}, children)

    def macro(self) -> str:
        """Return the name of a new macro."""
        name = f"m{len(self.macros)}"
        self.macros.append("")
        at = len(self.macros) - 1
        self.macros[at] = element("macro", {"name": name}, self.nested(self.random.randint(1, 3)))
        return name

    def nested(self, count: int) -> str:
        self.depth += 1
        children = self.elements(count) if self.depth < 4 else self.variable()
        self.depth -= 1
        return children

    def call(self) -> str:
        if self.depth > 2:
            return self.variable()
        return element("text", {"macro": self.macro(), **self.look()})

    def group(self) -> str:
        if self.depth > 2:
            return self.variable()
        delimiter = {"delimiter": self.one(DELIMITERS)} if self.often(0.7) else {}
        return element(
            "group",
            {**delimiter, **self.affixes(), **self.formatting()},
            self.nested(self.random.randint(1, 3)),
        )

    def choose(self) -> str:
        if self.depth > 2:
            return self.variable()
        branches = element("if", self.condition(), self.nested(1))
        if self.often(0.3):
            branches += element("else-if", self.condition(), self.nested(1))
        if self.often(0.6):
            branches += element("else", {}, self.nested(1))
        return element("choose", {}, branches)

    def condition(self) -> Attributes:
        tests = (
            ("type", TYPES),
            (
                "variable",
                (*TEXT_VARIABLES, *NUMBER_VARIABLES, *NAME_VARIABLES, *DATE_VARIABLES, "locator"),
            ),
            ("is-numeric", NUMBER_VARIABLES),
            ("is-uncertain-date", DATE_VARIABLES),
            ("locator", ("page", "chapter", "section", "sub-verbo")),
            ("position", ("first", "subsequent", "ibid", "ibid-with-locator", "near-note")),
            ("disambiguate", ("true",)),
        )
        weights = [
            1,
            2,
            1,
            0.3,
            0.3,
            3 if self.theme == "positions" else 0.1,
            2 if self.theme == "disambiguation" else 0.05,
        ]
        chosen = dict(self.random.choices(tests, weights, k=2 if self.often(0.2) else 1))
        found = {}
        for name, values in chosen.items():
            count = 2 if self.often(0.2) and name != "disambiguate" else 1
            found[name] = " ".join(dict.fromkeys(self.random.choices(values, k=count)))
        return {**found, **self.some((("match", ("any", "all", "none")),), 0.35)}

    # -- a whole style ---------------------------------------------------------------------------

    def style(self) -> str:
        """Return a style as XML."""
        language = (
            self.one(LANGUAGES)
            if self.often(0.5 if self.theme in ("dates", "numbers") else 0.1)
            else "en-US"
        )
        table = (
            (
                "page-range-format",
                ("chicago", "chicago-15", "chicago-16", "expanded", "minimal", "minimal-two"),
            ),
            ("demote-non-dropping-particle", ("never", "sort-only", "display-and-sort")),
            ("initialize-with-hyphen", ("true", "false")),
        )
        more = self.some(table, 0.4)
        if self.theme == "names":
            more.update(self.some(NAME_OPTIONS, 0.1))
        citation = self.citation()
        bibliography = self.bibliography()
        written = "".join(f" {key}={quoteattr(value)}" for key, value in more.items())
        head = HEAD.format(kind=self.kind, language=language, more=written)
        return f"{head}{self.locale()}{''.join(self.macros)}{citation}{bibliography}</style>"

    def locale(self) -> str:
        if not self.often(0.6 if self.theme == "punctuation" else 0.1):
            return ""
        option = element("style-options", {"punctuation-in-quote": self.one(("true", "false"))})
        return element("locale", {}, option)

    def citation(self) -> str:
        if self.theme == "numeric":
            return self.numeric_citation()
        attributes: Attributes = {}
        by_author = self.theme in ("disambiguation", "collapsing")
        if by_author:
            attributes.update(self.disambiguation())
        if self.theme == "collapsing":
            attributes.update(self.collapsing())
        if self.theme == "positions":
            attributes.update(self.some((("near-note-distance", ("1", "3")),), 0.4))
        if by_author and self.often(0.5):
            attributes.update(self.et_al())
        sort = self.sort() if self.often(0.4 if self.theme == "sorting" else 0.05) else ""
        if self.theme == "collapsing" and self.often(0.4):
            sort = '<sort><key variable="author"/><key variable="issued"/></sort>'
        layout = {"delimiter": self.one(("; ", ", ")), **self.affixes(0.2)}
        body = self.cite() if by_author else self.elements(self.random.randint(1, 3))
        return element("citation", attributes, sort + element("layout", layout, body))

    def numeric_citation(self) -> str:
        collapse = ("collapse", ("citation-number", "citation-number"))
        attributes = self.some((collapse,), 0.7)
        sort = '<sort><key variable="citation-number"/></sort>' if self.often(0.5) else ""
        body = self.citation_number()
        if self.often(0.7):
            label = element("label", {"variable": "locator", "form": "short", "suffix": " "})
            locator = element("group", {}, label + self.locator())
            body = element("group", {"delimiter": self.one((", ", ":"))}, body + locator)
        layout = {"delimiter": self.one((", ", ",")), **self.affixes(0.2)}
        return element("citation", attributes, sort + element("layout", layout, body))

    def cite(self) -> str:
        """Return the usual cite of author-date styles, with variations."""
        mark = {"initialize-with": self.one((".", ". ", ""))} if self.initializes else {}
        name = element("name", {"form": "short", **self.some(NAME_ATTRIBUTES[:3], 0.2), **mark})
        names = element(
            "names", {"variable": "author"}, name + (self.substitute() if self.often(0.3) else "")
        )
        more = self.elements(1) if self.often(0.3) else ""
        more += element("text", {"variable": "locator"}) if self.often(0.6) else ""
        suffix = element("text", {"variable": "year-suffix"}) if self.often(0.15) else ""
        return element(
            "group", {"delimiter": self.one((", ", " "))}, names + self.year() + suffix + more
        )

    def disambiguation(self) -> Attributes:
        rules: tuple[str, ...] = ("all-names", "primary-name", "by-cite")
        if self.initializes:  # without initials, citeproc-js adds some nevertheless
            rules += ("all-names-with-initials", "primary-name-with-initials")
        table = (
            ("disambiguate-add-names", ("true",)),
            ("disambiguate-add-givenname", ("true",)),
            ("disambiguate-add-year-suffix", ("true",)),
            ("givenname-disambiguation-rule", rules),
        )
        return self.some(table, 0.6)

    def collapsing(self) -> Attributes:
        found = self.some((("collapse", ("year", "year-suffix", "year-suffix-ranged")),), 0.9)
        found.update(self.some((("cite-group-delimiter", (", ", " | ")),), 0.25))
        if found.get("collapse", "").startswith("year-suffix"):
            found.update(self.some((("year-suffix-delimiter", (",", "+")),), 0.25))
        if "collapse" in found:
            found.update(self.some((("after-collapse-delimiter", ("; ", " / ")),), 0.25))
        return found

    def bibliography(self) -> str:
        attributes = self.some(BIBLIOGRAPHY_ATTRIBUTES, 0.1)
        if self.often(0.5 if self.theme == "authors" else 0.05):
            attributes["subsequent-author-substitute"] = self.one(("---", ""))
            rules = ("complete-all", "complete-each", "partial-each", "partial-first")
            attributes.update(self.some((("subsequent-author-substitute-rule", rules),), 0.7))
        sort = (
            self.sort() if self.often(0.9 if self.theme in ("sorting", "authors") else 0.1) else ""
        )
        layout = self.affixes(0.2)
        names = self.names() if self.theme == "authors" else ""
        body = names + self.elements(self.random.randint(1, 4))
        return element("bibliography", attributes, sort + element("layout", layout, body))

    def sort(self) -> str:
        return element("sort", {}, "".join(self.key() for _ in range(self.random.randint(1, 3))))

    def key(self) -> str:
        if self.often(0.5):
            chosen = {
                "variable": self.one(
                    ("title", "issued", "author", "volume", "citation-number", "page", "editor")
                )
            }
        else:
            self.macros.append("")
            at = len(self.macros) - 1
            maker = self.random.choice(
                (self.names, self.date, self.year, self.variable, self.number, self.choose)
            )
            self.macros[at] = element("macro", {"name": f"m{at}"}, maker())
            chosen = {"macro": f"m{at}"}
        options = self.some((("sort", ("ascending", "descending")),), 0.4)
        if "macro" in chosen and self.often(0.2):
            options.update({"names-min": "3", "names-use-first": self.one("12")})
        return element("key", {**chosen, **options})
