"""The simple rendering elements: cs:text, cs:number, cs:label, cs:group."""

from __future__ import annotations

from collections.abc import Callable

from refkit.csl import ast
from refkit.csl.addresses import ADDRESSES, address
from refkit.csl.case import case_text
from refkit.csl.choose import locator_label
from refkit.csl.citation_label import citation_label
from refkit.csl.constant import constant, uncased
from refkit.csl.context import (
    CALLED,
    FOUND,
    MADE,
    MISSED,
    MISSING,
    NOT_NOW,
    NOTHING,
    UNCALLED,
    VARIES,
    Area,
    Call,
    Element,
    Result,
)
from refkit.csl.numbers import (
    LABELLED,
    OWN_LABELS,
    is_numeric_value,
    is_several,
    lead_label,
    number_text,
    ordinal_writer,
    roman_writer,
)
from refkit.csl.output import PLAIN, Group, Look, Tag, Text
from refkit.csl.pages import EN_DASH, escaped_hyphens, range_writer
from refkit.csl.scope import Scope, row, suppress_if_rendered
from refkit.data.csl import NUMBER_VARIABLES
from refkit.patterns import lazy_pattern
from refkit.records import replace

Getter = Callable[[Call], str]

_TAGS = {
    "citation-number": Tag.CITATION_NUMBER,
    "citation-label": Tag.CITATION_NUMBER,
    "locator": Tag.LOCATOR,
    "title": Tag.TITLE,
    "year-suffix": Tag.YEAR_SUFFIX,
}

# Number variables whose ranges stay as they are written, as in citeproc-js.
_AS_WRITTEN = frozenset("section version part-number supplement-number".split())

# The types whose `number` is an identifier, such as "800-63": its hyphen is part of it, and makes no range.
_IDENTIFIED_TYPES = frozenset(
    """bill dataset hearing legal_case legislation patent regulation report software standard
    treaty""".split()
)


def compile_variable(element: ast.TextVariable, scope: Scope) -> Element:
    """cs:text with `variable`."""
    variable, look, tag = element.variable, element.look, _TAGS.get(element.variable)
    if variable == "year-suffix":
        return _year_suffix(look)
    if variable in ADDRESSES:
        return suppress_if_rendered(_address(variable, look), variable, scope)
    get, missing = _getter(variable, element.form, scope), _missing(variable)

    def text(call: Call) -> Result:
        value = get(call)
        return (Text(value, look, tag, True), FOUND) if value else missing(call)

    return suppress_if_rendered(text, variable, scope)


def _year_suffix(look: Look) -> Element:
    """Render the year suffix. It is not a property of the item, so nothing is missing without one."""

    def year_suffix(call: Call) -> Result:
        suffix = call.hints.year_suffix
        return (Text(suffix, look, Tag.YEAR_SUFFIX) if suffix else None), FOUND

    return year_suffix


def _address(variable: str, look: Look) -> Element:
    """Render an identifier as it is: its quotes, apostrophes and angle brackets are no markup."""
    if look.strip_periods:  # an address without its periods is another address
        look = replace(look, strip_periods=False)

    def identifier(call: Call) -> Result:
        value = call.item.text.get(variable)
        if not value:
            return MISSING
        href = address(variable, value)
        return Text(value, look, None, False, href), FOUND

    return identifier


def _getter(variable: str, form: str, scope: Scope) -> Getter:
    """Return the function that reads the text of a variable for cs:text."""
    if variable in NUMBER_VARIABLES:
        return number_getter(variable, scope)
    match variable:
        case "citation-label":
            return citation_label
        case "event" | "event-title":
            return _first_of("event-title", "event")
    if form == "short":
        return _first_of(f"{variable}-short", variable)
    return lambda call: call.item.text.get(variable, "")


def _missing(variable: str) -> Callable[[Call], Result]:
    """Return what an element without text knows: that its variable is missing, in all items of the shape or here."""
    if variable in MADE:
        return lambda call: NOT_NOW
    return lambda call: NOT_NOW if variable in call.item.text else MISSING


def _first_of(first: str, second: str) -> Getter:
    def get(call: Call) -> str:
        text = call.item.text
        return text.get(first) or text.get(second, "")

    return get


def number_getter(variable: str, scope: Scope, each: Callable[[str], str] | None = None) -> Getter:
    """Return the function that reads a number variable, with ranges and labels in the form of the locale."""
    locale = scope.locale
    sorting = scope.area is Area.SORT
    match variable:
        case "citation-number":
            return _count_getter(lambda call: call.citation_number, each)
        case "first-reference-note-number":
            return _count_getter(lambda call: call.first_note, each)
        case "page-first":
            return _first_page
    delimiter = locale.term("page-range-delimiter") or EN_DASH
    pages = range_writer(scope.style.page_range_format, locale, delimiter, variable != "page")
    if variable in _AS_WRITTEN:
        others: Callable[[str], str] = without_backslash
    else:
        others = range_writer("", locale, delimiter)
    labelled, own_label = variable in LABELLED, OWN_LABELS.get(variable)
    symbols, is_page = variable == "locator", variable == "page"

    def get(call: Call) -> str:
        text = call.locator if variable == "locator" else call.item.text.get(variable, "")
        if not text or sorting:
            return text
        if text.isdecimal():
            return each(text) if each else text
        own = locator_label(call) if symbols else own_label or variable
        if not (labelled or is_page) and lead_label(text) not in ("", own_label):
            return text
        if each is None:  # numbers written as ordinals identify nothing
            text = _identifier(call, variable, text)
        numeric = each is not None and is_numeric_value(text, variable) and "\\" not in text
        ranges = pages if own == "page" else others
        return number_text(text, own, locale, ranges, each if numeric else None, symbols, is_page)

    return get


def _identifier(call: Call, variable: str, text: str) -> str:
    """Return the value of a number variable, with its hyphens escaped if it is an identifier."""
    if variable == "number" and call.item.type in _IDENTIFIED_TYPES:
        return escaped_hyphens(text)
    return text


def without_backslash(text: str) -> str:
    """Return a number text without the backslashes before its hyphens, which keep them from becoming dashes."""
    return text.replace("\\-", "-")


def _count_getter(count: Callable[[Call], int | None], each: Callable[[str], str] | None) -> Getter:
    def get(call: Call) -> str:
        number = count(call)
        if number is None:
            return ""
        if call.area is Area.SORT:
            return f"{number:08}"
        return each(str(number)) if each else str(number)

    return get


_AFTER_FIRST_PAGE = lazy_pattern(r"\s*(?:[&–]|, |(?<!\\)-)\s*")


def _first_page(call: Call) -> str:
    text = call.item.text
    written = text.get("page-first") or text.get("page", "")
    first = _AFTER_FIRST_PAGE.split(written, 1)[0]
    return first or written


def compile_macro(element: ast.TextMacro, find: Callable[[], Element]) -> Element:
    """cs:text with `macro`: the output of the macro, with its own formatting.

    A macro is omitted like a group. CSL 1.0.2, cs:group: "if the cs:macro is non-empty, it is treated as a non-empty
    variable". `find` compiles the macro when an item first needs it, because most items reach few macros of a style.
    A node with formatting or affixes needs a macro node around it, whose edge the next text meets (punctuation.STRICT).
    """
    look = element.look
    bare = look == PLAIN
    macro: Element | None = None

    def call_macro(call: Call) -> Result:
        nonlocal macro
        if macro is None:
            macro = find()
        nodes, known = macro(call)
        if known & CALLED == MISSED:
            return MISSING if known == MISSED else NOT_NOW
        if nodes is None:
            return None, known
        if type(nodes) is not list:
            if bare and not nodes.look.edges:  # type: ignore[union-attr]
                return nodes, FOUND
            return Group([nodes], "", look), FOUND  # type: ignore[list-item]
        if bare and len(nodes) == 1 and not nodes[0].look.edges:
            return nodes[0], FOUND
        return Group(nodes, "", look), FOUND

    return call_macro


def compile_term(element: ast.TextTerm, scope: Scope) -> Element:
    """cs:text with `term`."""
    term = scope.locale.term(element.term, element.form, element.plural)
    text, look = constant(term or "", element.look)
    if not text:
        # a term that is defined as empty still fills a cs:substitute
        fills = term is not None and scope.substituting
        return lambda call: (Text("", look, Tag.TERM), UNCALLED) if fills else NOTHING
    rich = "'" in text  # its apostrophe must be curled
    result: Result = (Text(text, look, Tag.TERM, rich), UNCALLED)
    return lambda call: result


def compile_value(element: ast.TextValue) -> Element:
    """cs:text with `value`."""
    text, look = constant(element.value, element.look)
    if not text:
        return lambda call: NOTHING
    result: Result = (Text(text, look, None, True), UNCALLED)
    return lambda call: result


def compile_number(element: ast.Number, scope: Scope) -> Element:
    """cs:number."""
    variable, look, tag = element.variable, element.look, _TAGS.get(element.variable)
    each: Callable[[str], str] | None = None
    if element.form in ("ordinal", "long-ordinal"):
        each = ordinal_writer(element.form, scope.locale.gender(variable), scope.locale)
    elif element.form == "roman":
        each = roman_writer()
    get, missing = number_getter(variable, scope, each), _missing(variable)
    sorting = scope.area is Area.SORT

    def number(call: Call) -> Result:
        value = get(call)
        if not value:
            return missing(call)
        if sorting:
            return Text(padded(value), look, tag), FOUND
        # As the test suite has it, text with markup does not begin with a number.
        return Text(value, look, tag, not value[0].isdecimal()), FOUND

    return suppress_if_rendered(number, variable, scope)


def padded(text: str) -> str:
    """Return a number text for sorting, with zeros before its leading number."""
    digits = 0
    while digits < len(text) and text[digits].isdecimal():
        digits += 1
    return text[:digits].zfill(8) + text[digits:] if digits else text


def compile_label(element: ast.Label, scope: Scope) -> Element:
    """cs:label outside cs:names.

    CSL 1.0.2: "The term is only rendered if the selected variable is non-empty". citeproc-js always renders it, and
    styles rely on this: "2 vols" is often a number-of-volumes with the label of volume. A group around the label
    still omits both together. In citations, no style needs the label of a locator that is not there; in bibliographies,
    some write it before the pages. A page number that contains another label ("fig. 3") has no further one.
    """
    variable, form, plural = element.variable, element.form, element.plural
    term, look = scope.locale.term, uncased(element.look)
    titled = look is not element.look
    labelled, is_locator, is_page = variable in LABELLED, variable == "locator", variable == "page"
    needs_text = is_locator and scope.area is Area.CITATION

    def label(call: Call) -> Result:
        text = _labelled_text(call, variable)
        if needs_text and not text:
            return NOTHING
        if is_page and lead_label(text, False) not in ("", "page"):
            return _NO_LABEL
        name = locator_label(call) if is_locator else variable
        if labelled:
            name = lead_label(text, is_locator) or name
        own = name if is_locator else OWN_LABELS.get(variable)
        many = plural == "always" or (plural != "never" and is_several(text, variable, own))
        written = term(name, form, many)
        if titled and written:
            written = case_text("title", written)
        if not written:
            return _NO_LABEL
        return Text(written, look, Tag.LABEL, "'" in written), UNCALLED

    return label


_NO_LABEL: Result = (None, VARIES)


def _labelled_text(call: Call, variable: str) -> str:
    if variable == "locator":
        return call.locator
    if variable == "citation-number":
        return "" if call.citation_number is None else str(call.citation_number)
    if variable == "first-reference-note-number":
        return "" if call.first_note is None else str(call.first_note)
    of = call.item.text
    text = of.get(variable, "") or (of.get("page", "") if variable == "page-first" else "")
    return _identifier(call, variable, text)


def compile_group(element: ast.Group, scope: Scope) -> Element:
    """cs:group: omitted if it calls variables and all of them are empty."""
    render = row(element.children, replace(scope, alternatives=False))
    delimiter, look = element.delimiter, element.look
    bare = look == PLAIN

    def group(call: Call) -> Result:
        nodes, known = render(call)
        if known & CALLED == MISSED:
            return MISSING if known == MISSED else NOT_NOW
        if nodes is None:
            return None, known
        # "a non-empty nested cs:group is treated as a non-empty variable" (CSL 1.0.2, "Group")
        if isinstance(nodes, list):
            return Group(nodes, delimiter, look), FOUND
        if bare and not nodes.look.display and not nodes.look.edges:
            return nodes, FOUND
        return Group([nodes], delimiter, look), FOUND

    return group
