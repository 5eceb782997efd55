"""cs:key: the sort keys of an item (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable

from refkit.csl import ast
from refkit.csl.citation_label import citation_label
from refkit.csl.context import CALLED, Area, Call, Element
from refkit.csl.dates import date_key
from refkit.csl.elements import number_getter
from refkit.csl.layout import SortKey
from refkit.csl.output import PLAIN, Node
from refkit.csl.scope import Scope, as_list
from refkit.csl.survey import has_date, has_names
from refkit.csl.text import plain
from refkit.csl.tree import first_names
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from refkit.patterns import lazy_pattern
from refkit.records import replace

MacroFinder = Callable[[str, Scope], Element]


def compile_key(key: ast.Key, scope: Scope, macro: MacroFinder) -> SortKey:
    """cs:key with `macro` or `variable`."""
    options = key.options.over(scope.options)
    if key.macro:
        inner = replace(scope, area=Area.SORT, key=key.options, macros={})
        value = _macro_value(macro(key.macro, inner), has_date(key.macro, scope.style))
        return SortKey(value, key.descending, has_names(key.macro, scope.style))
    value = _variable_value(key.variable, replace(scope, area=Area.SORT, options=options))
    return SortKey(value, key.descending, key.variable in NAME_VARIABLES)


def _macro_value(macro: Element, dated: bool = False) -> Callable[[Call], str | None]:
    """Return the output of a macro; a date that is only "n.d." sorts last in both directions."""

    def value(call: Call) -> str | None:
        call.used, call.rendered_by_substitute = set(), []
        node, known = macro(call)
        if dated and not known & CALLED:
            return None
        return "".join(map(plain, as_list(node))) or None

    return value


def names_of(render: Callable[[Call], Node | None]) -> Callable[[Call], str | None]:
    """Return the function that reads the names of a rendered cite."""

    def value(call: Call) -> str | None:
        node = render(call)
        names = None if node is None else first_names(node)
        return None if names is None else plain(names)

    return value


_NUMBER = lazy_pattern(r"\d+")


def first_number(text: str) -> str:
    """Return the first number of a variable for sorting, or its text if it has none."""
    found = _NUMBER.search(text)
    return found[0].zfill(8) if found else text


def _variable_value(variable: str, scope: Scope) -> Callable[[Call], str | None]:
    if variable in NAME_VARIABLES:
        # "form set to long, and name-as-sort-order set to all" (CSL 1.0.2, "Sorting Variables")
        long = replace(scope.options, form="long")
        names = ast.Names((variable,), long, PLAIN)
        return _macro_value(scope.build(names, scope))
    if variable in DATE_VARIABLES:
        return lambda call: _date(call, variable)
    if variable in NUMBER_VARIABLES:
        number = number_getter(variable, scope)
        return lambda call: first_number(number(call)) or None
    if variable == "citation-label":
        return citation_label
    return lambda call: call.item.text.get(variable) or None


def _date(call: Call, variable: str) -> str | None:
    date = call.item.dates.get(variable)
    return date_key(date) or None if date else None
