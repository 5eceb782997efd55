"""Validate a style against CSL 1.0.2; each fault has its line and a remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from refkit.csl.catalogue import locale_file, parent_path
from refkit.csl.faults import StyleFault
from refkit.csl.item_language import layout_faults
from refkit.csl.read import parent_link
from refkit.data.csl import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, VARIABLES
from refkit.data.csl_schema import (
    ATTRIBUTES,
    CHILDREN,
    CONDITIONS,
    LOCATORS,
    POSITIONS,
    Rule,
)
from refkit.errors import RefkitError, nearest
from refkit.integers import read_int
from refkit.patterns import lazy_pattern
from refkit.xml_reading import XmlElement, XmlError, parse_xml

Faults = Iterator[StyleFault]

_LANGUAGE = lazy_pattern(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_OWN_VARIABLES = frozenset(
    "citation-number first-reference-note-number locator year-suffix citation-label page-first hereinafter".split()
)
_SOURCES = ("variable", "macro", "term", "value")
_MARGINAL = frozenset(("info", "institution"))  # other vocabularies, and an extension of CSL-M


def validate(xml: str | bytes) -> list[StyleFault]:
    """Return the faults of a style, by line; an empty list means that it follows CSL 1.0.2."""
    try:
        root = parse_xml(xml)
    except XmlError as error:
        return [StyleFault(error.message, error.line)]
    if root.tag == "locale":
        return [StyleFault("this is a locale file; a style's root is `style`", root.line)]
    if root.tag != "style":
        return [StyleFault(f"`{root.tag}` is not a style; the root must be `style`", root.line)]
    faults = [*_elements(root), *_info(root)]
    parent = parent_link(root)
    if parent is None:
        faults += [*_areas(root), *_macros(root), *_unknown_terms(root)]
    else:
        faults += _unknown_parent(parent)
    return sorted(faults, key=lambda fault: fault.line)


def _elements(element: XmlElement) -> Faults:
    """Yield the faults of an element and of its descendants."""
    yield from _attributes(element)
    check = _CHECKS.get(element.tag)
    if check:
        yield from check(element)
    allowed = CHILDREN.get(element.tag, frozenset())
    for child in element.children:
        if child.tag in allowed:
            if child.tag not in _MARGINAL:
                yield from _elements(child)
        else:
            yield _misplaced(child, element, allowed)


def _misplaced(child: XmlElement, parent: XmlElement, allowed: frozenset[str]) -> StyleFault:
    if not allowed:
        return StyleFault(
            f"`{child.tag}` is not allowed inside `{parent.tag}`, which contains no elements",
            child.line,
        )
    names = ", ".join(f"`{name}`" for name in sorted(allowed - _MARGINAL))
    return StyleFault(
        f"`{child.tag}` is not allowed inside `{parent.tag}`; only {names} are", child.line
    )


def _attributes(element: XmlElement) -> Faults:
    rules = ATTRIBUTES.get(element.tag, {})
    for name, value in element.attributes.items():
        if element.tag == "date" and name == "variable" and not value:
            continue
        rule = rules.get(name)
        if rule is None:
            yield _unknown_attribute(element, name, rules)
        else:
            yield from _value(element, name, value, rule)


def _unknown_attribute(element: XmlElement, name: str, rules: dict[str, Rule]) -> StyleFault:
    near = nearest(name, rules)
    advice = f"did you mean `{near}`?" if near else "remove it"
    return StyleFault(f"`{element.tag}` has no attribute `{name}`; {advice}", element.line)


def _value(element: XmlElement, name: str, value: str, rule: Rule) -> Faults:
    if not isinstance(rule, str):
        if value not in rule:
            yield _bad_value(element, name, value, rule)
    elif rule == "flag":
        if value not in ("true", "false"):
            yield _bad_value(element, name, value, frozenset(("true", "false")))
    elif rule == "count":
        if not value.strip().isdecimal():
            yield StyleFault(
                f'`{name}="{value}"` is not a number; write it in digits', element.line
            )
    elif rule == "language":
        if not _LANGUAGE.fullmatch(value):
            yield StyleFault(
                f'`{name}="{value}"` is not a language; write one such as `en-US`', element.line
            )
    elif rule in _WORDS:
        for word in value.split():
            if word not in _words(rule):
                yield _bad_value(element, name, word, _words(rule))


def _bad_value(element: XmlElement, name: str, value: str, values: frozenset[str]) -> StyleFault:
    near = nearest(value, values)
    if near:
        advice = f"did you mean `{near}`?"
    elif len(values) <= 8:
        advice = (
            "write "
            + ", ".join(f"`{word}`" for word in sorted(values)[:-1])
            + f" or `{max(values)}`"
        )
    else:
        advice = "it is not part of CSL 1.0.2"
    return StyleFault(
        f"`{value}` is not a value of `{name}` on `{element.tag}`; {advice}", element.line
    )


_WORDS: dict[str, frozenset[str]] = {
    "names": NAME_VARIABLES,
    "dates": DATE_VARIABLES,
    "variables": VARIABLES | _OWN_VARIABLES,
    "types": ITEM_TYPES,
    "positions": POSITIONS,
    "locators": LOCATORS,
}


def _words(rule: str) -> frozenset[str]:
    return _WORDS[rule]


@cache
def _terms() -> frozenset[str]:
    """Return the terms of the English locale of CSL, and those that name variables."""
    with open(locale_file("en-US"), "rb") as file:
        root = parse_xml(file.read())
    terms = root.find("terms")
    names = {term.attributes.get("name", "") for term in terms.find_all("term")} if terms else set()
    return frozenset(names) | VARIABLES | LOCATORS | ITEM_TYPES


def _text(element: XmlElement) -> Faults:
    given = [name for name in _SOURCES if name in element.attributes]
    if not given:
        yield StyleFault(
            "`text` renders nothing; add `variable`, `macro`, `term` or `value`", element.line
        )
    elif len(given) > 1:
        both = " and ".join(f"`{name}`" for name in given)
        yield StyleFault(f"`text` has {both}; keep one of them", element.line)


def _needs(*names: str) -> Callable[[XmlElement], Faults]:
    def check(element: XmlElement) -> Faults:
        for name in names:
            if name not in element.attributes:
                yield StyleFault(
                    f"`{element.tag}` needs the attribute `{name}`; add it", element.line
                )

    return check


def _key(element: XmlElement) -> Faults:
    if ("variable" in element.attributes) == ("macro" in element.attributes):
        yield StyleFault(
            "`key` sorts by either `variable` or `macro`; give it one of them", element.line
        )


def _condition(element: XmlElement) -> Faults:
    if not any(name in element.attributes for name in CONDITIONS):
        names = ", ".join(f"`{name}`" for name in sorted(CONDITIONS))
        yield StyleFault(f"`{element.tag}` has no condition; give it one of {names}", element.line)


def _choose(element: XmlElement) -> Faults:
    tags = [child.tag for child in element.children]
    if not tags or tags[0] != "if":
        yield StyleFault("`choose` must begin with `if`", element.line)
    for at, child in enumerate(element.children):
        if child.tag == "if" and at:
            yield StyleFault("a second `if` in `choose`; write `else-if`", child.line)
        if child.tag == "else" and at != len(tags) - 1:
            yield StyleFault("`else` must come last in `choose`; move it to the end", child.line)


def _et_al(element: XmlElement) -> Faults:
    for minimum, first in (
        ("et-al-min", "et-al-use-first"),
        ("et-al-subsequent-min", "et-al-subsequent-use-first"),
    ):
        least, shown = element.attributes.get(minimum, ""), element.attributes.get(first, "")
        if least.isdecimal() and shown.isdecimal() and read_int(shown) >= read_int(least) > 1:
            yield StyleFault(
                f'`{first}="{shown}"` must be less than `{minimum}="{least}"`; lower it',
                element.line,
            )


def _name_children(element: XmlElement) -> Faults:
    seen: set[str] = set()
    for child in element.children:
        if child.tag in seen:
            yield StyleFault(f"a second `{child.tag}` in `names`; remove it", child.line)
        seen.add(child.tag)
    yield from _needs("variable")(element)


_CHECKS: dict[str, Callable[[XmlElement], Faults]] = {
    "text": _text,
    "number": _needs("variable"),
    "date-part": _needs("name"),
    "name-part": _needs("name"),
    "term": _needs("name"),
    "macro": _needs("name"),
    "key": _key,
    "if": _condition,
    "else-if": _condition,
    "choose": _choose,
    "citation": _et_al,
    "bibliography": _et_al,
    "name": _et_al,
    "names": _name_children,
}


def _unknown_parent(link: XmlElement) -> Faults:
    try:
        parent_path(link.attributes.get("href", ""))
    except RefkitError as error:
        yield StyleFault(f"the parent of this style is not known: {error}", link.line)


def _info(root: XmlElement) -> Faults:
    info = root.find("info")
    if info is None:
        yield StyleFault(
            "the style has no `info`; add one with `title`, `id` and `updated`", root.line
        )
        return
    for name in ("title", "id", "updated"):
        found = info.find(name)
        if found is None or not found.text.strip():
            yield StyleFault(f"`info` has no `{name}`; add it", info.line)
    if not root.attributes.get("version", "1.0").startswith("1.0"):
        version = root.attributes["version"]
        yield StyleFault(f"version `{version}` is not CSL 1.0; update the style", root.line)


def _areas(root: XmlElement) -> Faults:
    """Yield the required parts that an independent style lacks."""
    yield from _needs("class", "version")(root)
    if root.find("citation") is None:
        yield StyleFault("the style has no `citation`; add one with a `layout`", root.line)
    for tag in ("citation", "bibliography", "info"):
        for again in list(root.find_all(tag))[1:]:
            yield StyleFault(f"a second `{tag}`; remove it or join the two", again.line)
    for area in root.children:
        if area.tag in ("citation", "bibliography") and area.find("layout") is None:
            yield StyleFault(f"`{area.tag}` has no `layout`; add one", area.line)
        if area.tag in ("citation", "bibliography"):
            yield from layout_faults(area)


def _macros(root: XmlElement) -> Faults:
    """Yield macros that are called but missing, call themselves, are defined twice, or are never called."""
    macros: dict[str, XmlElement] = {}
    for macro in root.find_all("macro"):
        name = macro.attributes.get("name", "")
        if name in macros:
            yield StyleFault(f"a second macro `{name}`; rename or remove it", macro.line)
        macros[name] = macro
    for call in _calls(root):
        name = call.attributes["macro"]
        if name not in macros:
            near = nearest(name, macros)
            advice = f"did you mean `{near}`?" if near else "define it or remove the call"
            yield StyleFault(f"no macro is called `{name}`; {advice}", call.line)
    for name, macro in macros.items():
        if name in _reached(name, macros):
            yield StyleFault(f"macro `{name}` calls itself; break the circle", macro.line)


def _unknown_terms(root: XmlElement) -> Faults:
    """Yield terms that neither the locales of CSL nor the style define."""
    known = _terms() | {term.attributes.get("name", "") for term in _all(root, "term")}
    for element in (*_all(root, "text"), *_all(root, "et-al")):
        term = element.attributes.get("term")
        if term is not None and term not in known:
            yield _bad_value(element, "term", term, known)


def _all(element: XmlElement, tag: str) -> Iterator[XmlElement]:
    for child in element.children:
        if child.tag == tag:
            yield child
        yield from _all(child, tag)


def _calls(element: XmlElement) -> Iterator[XmlElement]:
    for child in element.children:
        if "macro" in child.attributes:
            yield child
        yield from _calls(child)


def _reached(name: str, macros: dict[str, XmlElement]) -> set[str]:
    """Return the macros that a macro calls, directly or indirectly."""
    reached: set[str] = set()
    open_names = [name]
    while open_names:
        macro = macros.get(open_names.pop())
        called = {call.attributes["macro"] for call in _calls(macro)} if macro else set()
        open_names += called - reached
        reached |= called
    return reached
