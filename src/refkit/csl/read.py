"""Parse the XML of a style into typed elements; minor errors become faults, others a StyleError."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from refkit.csl import ast
from refkit.csl.ast import NO_OPTIONS, NameOptions
from refkit.csl.faults import StyleError, StyleFault
from refkit.csl.item_language import layout_faults
from refkit.csl.locale import normal_language
from refkit.csl.read_locale import read_date, read_locale, read_look
from refkit.integers import read_int
from refkit.xml_reading import XmlElement, XmlError, parse_xml

# CSL 1.0.2, "Inheritable Name Options", under the names that they have on cs:name.
_NAME_ATTRIBUTES = {
    "and": "and_",
    "delimiter": "delimiter",
    "delimiter-precedes-et-al": "delimiter_precedes_et_al",
    "delimiter-precedes-last": "delimiter_precedes_last",
    "et-al-min": "et_al_min",
    "et-al-use-first": "et_al_use_first",
    "et-al-subsequent-min": "et_al_subsequent_min",
    "et-al-subsequent-use-first": "et_al_subsequent_use_first",
    "et-al-use-last": "et_al_use_last",
    "form": "form",
    "initialize": "initialize",
    "initialize-with": "initialize_with",
    "name-as-sort-order": "name_as_sort_order",
    "sort-separator": "sort_separator",
}

# The same on cs:style, cs:citation and cs:bibliography, where "form" and "delimiter" have a prefix.
_INHERITED_ATTRIBUTES = {
    **{k: v for k, v in _NAME_ATTRIBUTES.items() if k not in ("form", "delimiter")},
    "name-form": "form",
    "name-delimiter": "delimiter",
    "names-delimiter": "names_delimiter",
}

_KEY_ATTRIBUTES = {
    "names-min": ("et_al_min", "et_al_subsequent_min"),
    "names-use-first": ("et_al_use_first", "et_al_subsequent_use_first"),
    "names-use-last": ("et_al_use_last",),
}

_COUNTS = frozenset(
    "et_al_min et_al_use_first et_al_subsequent_min et_al_subsequent_use_first".split()
)
_FLAGS = frozenset("et_al_use_last initialize".split())

TESTS = frozenset(
    "disambiguate is-numeric is-uncertain-date locator position type variable".split()
)


def read_style(xml: str | bytes) -> ast.Style:
    """Parse an independent style. Raises StyleError, with the line, if it cannot be used."""
    try:
        root = parse_xml(xml)
    except XmlError as error:
        raise StyleError(error.message, error.line) from error
    if root.tag != "style":
        raise StyleError(f"`{root.tag}` is not a style; the root must be `style`", root.line)
    return _Reader().style(root)


def parent_link(root: XmlElement) -> XmlElement | None:
    """Return the link of a dependent style to its parent, whose `href` is the parent's address."""
    info = root.find("info")
    for link in info.find_all("link") if info else ():
        if link.attributes.get("rel") == "independent-parent":
            return link
    return None


class _Reader:
    """Parses one style and collects its faults."""

    def __init__(self) -> None:
        self.faults: list[StyleFault] = []
        self.readers: dict[str, Callable[[XmlElement], ast.Element | None]] = {
            "text": self.text,
            "number": self.number,
            "label": self.label,
            "date": self.date,
            "names": self.names,
            "group": self.group,
            "choose": self.choose,
        }

    def fault(self, message: str, element: XmlElement) -> None:
        self.faults.append(StyleFault(message, element.line))

    def style(self, root: XmlElement) -> ast.Style:
        get = root.attributes.get
        citation = root.find("citation")
        if citation is None:
            raise StyleError(_no_citation(root), root.line)
        bibliography, intext = root.find("bibliography"), root.find("intext")
        info = root.find("info") or XmlElement("info", {}, root.line)
        return ast.Style(
            title=_text_of(info, "title"),
            id=_text_of(info, "id"),
            style_class=get("class", "in-text"),
            citation=self.layout(citation),
            bibliography=self.layout(bibliography) if bibliography else None,
            macros=dict(self.macros(root)),
            intext=self.layout(intext) if intext else None,
            locales=tuple(read_locale(child) for child in root.find_all("locale")),
            options=self.name_options(root, _INHERITED_ATTRIBUTES),
            default_locale=get("default-locale", ""),
            page_range_format=get("page-range-format", ""),
            demote_non_dropping_particle=get("demote-non-dropping-particle", "display-and-sort"),
            initialize_with_hyphen=get("initialize-with-hyphen") != "false",
            fields=tuple(style_fields(info)),
            faults=tuple(sorted(self.faults, key=lambda fault: fault.line)),
        )

    def macros(self, root: XmlElement) -> Iterator[tuple[str, ast.Macro]]:
        for macro in root.find_all("macro"):
            options = self.name_options(macro, _INHERITED_ATTRIBUTES)
            yield macro.attributes.get("name", ""), ast.Macro(self.children(macro), options)

    def layout(self, area: XmlElement) -> ast.Layout:
        layouts = list(area.find_all("layout"))
        if not layouts:
            raise StyleError(f"`{area.tag}` has no `layout`", area.line)
        self.faults += layout_faults(area)
        # CSL-M gives several layouts, each for a locale; the last one, without a locale, is CSL's.
        default = next((one for one in layouts if "locale" not in one.attributes), layouts[-1])
        sort = area.find("sort")
        options = self.name_options(area, _INHERITED_ATTRIBUTES)
        keys = tuple(self.key(key) for key in sort.find_all("key")) if sort else ()

        def read(layout: XmlElement, localized: tuple[ast.Layout, ...] = ()) -> ast.Layout:
            children, delimiter = self.children(layout), layout.attributes.get("delimiter", "")
            locales = tuple(map(normal_language, layout.attributes.get("locale", "").split()))
            look, attributes = read_look(layout), area.attributes
            return ast.Layout(
                children, delimiter, look, options, keys, attributes, locales, localized
            )

        return read(default, tuple(read(one) for one in layouts if "locale" in one.attributes))

    def key(self, key: XmlElement) -> ast.Key:
        get = key.attributes.get
        values = {
            field: _option(field, get(name, ""))
            for name, fields in _KEY_ATTRIBUTES.items()
            for field in fields
            if name in key.attributes
        }
        return ast.Key(
            variable=get("variable", ""),
            macro=get("macro", ""),
            descending=get("sort") == "descending",
            options=NameOptions(**values),  # type: ignore[arg-type]  # _option types by field
            line=key.line,
        )

    def name_options(self, element: XmlElement, known: dict[str, str]) -> NameOptions:
        values: dict[str, str | int | bool | None] = {}
        for name, field in known.items():
            if name not in element.attributes:
                continue
            values[field] = _option(field, element.attributes[name])
            if values[field] is None:
                self.fault(f"`{name}` must be a whole number", element)
        if not values:
            return NO_OPTIONS
        return NameOptions(**values)  # type: ignore[arg-type]  # _option types by field

    def children(self, parent: XmlElement) -> tuple[ast.Element, ...]:
        elements: list[ast.Element] = []
        for child in parent.children:
            reader = self.readers.get(child.tag)
            if reader is None:
                self.fault(_misplaced(child.tag, parent.tag, self.readers), child)
                continue
            element = reader(child)
            if element is not None:
                elements.append(element)
        return tuple(elements)

    def text(self, element: XmlElement) -> ast.Element | None:
        get = element.attributes.get
        look = read_look(element)
        if "variable" in element.attributes:
            return ast.TextVariable(get("variable", ""), get("form", "long"), look)
        if "macro" in element.attributes:
            return ast.TextMacro(get("macro", ""), look, element.line)
        if "term" in element.attributes:
            plural = get("plural") == "true"
            return ast.TextTerm(get("term", ""), get("form", "long"), plural, look)
        if "value" in element.attributes:
            return ast.TextValue(get("value", ""), look)
        self.fault("`text` needs one of `variable`, `macro`, `term` and `value`", element)
        return None

    def number(self, element: XmlElement) -> ast.Element | None:
        get = element.attributes.get
        if not get("variable"):
            self.fault("`number` needs a `variable`", element)
            return None
        return ast.Number(get("variable", ""), get("form", "numeric"), read_look(element))

    def label(self, element: XmlElement) -> ast.Element | None:
        if not element.attributes.get("variable"):
            self.fault("`label` needs a `variable` outside `names`", element)
            return None
        return read_label(element)

    def date(self, element: XmlElement) -> ast.Element | None:
        if not element.attributes.get("variable"):
            self.fault("`date` needs a `variable`", element)
            return None
        return read_date(element)

    def names(self, element: XmlElement) -> ast.Element | None:
        get = element.attributes.get
        if not get("variable"):
            self.fault("`names` needs a `variable`", element)
            return None
        own = self.name_options(element, _INHERITED_ATTRIBUTES)
        if "delimiter" in element.attributes:
            own = NameOptions(names_delimiter=get("delimiter")).over(own)
        names = ast.Names(
            variables=tuple(get("variable", "").split()),
            options=own,
            look=read_look(element),
        )
        for child in element.children:
            self.names_child(names, child, element)
        return names

    def names_child(self, names: ast.Names, child: XmlElement, element: XmlElement) -> None:
        match child.tag:
            case "name":
                names.name = self.name(child)
            case "et-al":
                names.et_al = ast.EtAl(child.attributes.get("term", "et-al"), read_look(child))
            case "label":
                names.label = read_label(child)
                named = element.find("name")
                names.label_first = named is not None and names.name is None
            case "substitute":
                names.has_substitute = True
                names.substitute = self.children(child)
            case _:
                allowed = ("name", "et-al", "label", "substitute")
                self.fault(_misplaced(child.tag, "names", allowed), child)

    def name(self, element: XmlElement) -> ast.NameStyle:
        looks = {
            part.attributes.get("name"): read_look(part) for part in element.find_all("name-part")
        }
        name = ast.NameStyle(self.name_options(element, _NAME_ATTRIBUTES), read_look(element))
        name.family = looks.get("family", name.family)
        name.given = looks.get("given", name.given)
        return name

    def group(self, element: XmlElement) -> ast.Element:
        delimiter = element.attributes.get("delimiter", "")
        return ast.Group(self.children(element), delimiter, read_look(element))

    def choose(self, element: XmlElement) -> ast.Element:
        branches = []
        for child in element.children:
            if child.tag not in ("if", "else-if", "else"):
                self.fault(_misplaced(child.tag, "choose", ("if", "else-if", "else")), child)
                continue
            branches.append(self.branch(child))
        return ast.Choose(tuple(branches))

    def branch(self, element: XmlElement) -> ast.Branch:
        tests = []
        for name, value in element.attributes.items():
            if name in TESTS:
                tests.append(ast.Test(name, tuple(value.split())))
            elif name != "match":
                self.fault(_unknown(name, TESTS, f"not a condition of `{element.tag}`"), element)
        if element.tag != "else" and not tests:
            self.fault(f"`{element.tag}` has no condition", element)
        match = element.attributes.get("match", "all")
        return ast.Branch(match, tuple(tests), self.children(element))


def read_label(element: XmlElement) -> ast.Label:
    """cs:label."""
    get = element.attributes.get
    form, plural = get("form", "long"), get("plural", "contextual")
    return ast.Label(get("variable", ""), form, plural, read_look(element))


def style_fields(info: XmlElement) -> Iterator[str]:
    """Return the fields of study in the cs:category elements of a style."""
    for category in info.find_all("category"):
        if "field" in category.attributes:
            yield category.attributes["field"]


def _option(field: str, value: str) -> str | int | bool | None:
    if field in _COUNTS:
        return read_int(value) if value.strip().isdecimal() else None
    if field in _FLAGS:
        return value == "true"
    return value


def _text_of(info: XmlElement, tag: str) -> str:
    found = info.find(tag)
    return " ".join(found.text.split()) if found else ""


def _no_citation(root: XmlElement) -> str:
    link = parent_link(root)
    if link:
        address = link.attributes.get("href", "")
        return f"a dependent style: it only names its parent `{address}`; load that one"
    return "the style has no `citation`"


def _misplaced(tag: str, parent: str, allowed: object) -> str:
    known = list(allowed) if isinstance(allowed, (tuple, dict)) else []
    names = ", ".join(f"`{name}`" for name in known)
    return f"`{tag}` is not allowed inside `{parent}` and is ignored; only {names} are"


def _unknown(name: str, known: frozenset[str], what: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"`{name}` is {what}" + (f"; did you mean `{near[0]}`?" if near else "")
