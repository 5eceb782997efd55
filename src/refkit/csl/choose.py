"""cs:choose: tests bound when the style is compiled, the first branch that holds when it renders."""

from __future__ import annotations

from collections.abc import Callable

from refkit.csl import style as ast
from refkit.csl.context import NOTHING, Call, Element, Position, Result
from refkit.csl.numbers import is_numeric, lead_label
from refkit.csl.scope import Scope, children
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES

Condition = Callable[[Call], bool]

_IBID = frozenset({Position.IBID, Position.IBID_WITH_LOCATOR})
_SUBSEQUENT = _IBID | {Position.SUBSEQUENT}


def compile_choose(element: ast.Choose, scope: Scope) -> Element:
    """cs:choose. Its nodes join those around it, so that the delimiter around applies to them."""
    branches = [(_branch_test(branch), children(branch.children, scope)) for branch in element.branches]

    def choose(call: Call) -> Result:
        for holds, render in branches:
            if holds is None or holds(call):
                nodes, known = render(call)
                return (nodes or None), known
        return NOTHING

    return choose


def _branch_test(branch: ast.Branch) -> Condition | None:
    """The condition of a branch; None for cs:else."""
    if not branch.tests:
        return None
    tests = [test for one in branch.tests for test in _tests(one)]
    if branch.match == "none":
        return lambda call: not any(test(call) for test in tests)
    if len(tests) == 1:
        return tests[0]
    if branch.match == "any":
        return lambda call: any(test(call) for test in tests)
    return lambda call: all(test(call) for test in tests)


def _tests(test: ast.Test) -> list[Condition]:
    """The conditions of one attribute, one for each value.

    Several types are one condition, "one of them", whatever `match` says: an item has but one type,
    so that "all of them" would never hold. Many styles rely on it.
    """
    if test.kind == "type":
        return [_type_test(frozenset(test.values))]
    return [_test(test.kind, value) for value in test.values]


def _type_test(types: frozenset[str]) -> Condition:
    return lambda call: call.item.type in types


def _test(kind: str, value: str) -> Condition:
    match kind:
        case "variable":
            return variable_test(value)
        case "is-numeric":
            return _numeric_test(value)
        case "is-uncertain-date":
            return _uncertain_test(value)
        case "locator":
            return _locator_test(value)
        case "position":
            return _position_test(value)
        case _:
            wanted = value == "true"
            return lambda call: call.hints.condition == wanted


def variable_test(variable: str) -> Condition:
    """Whether an item, or the cite, has something in a variable."""
    if variable in NAME_VARIABLES:
        return lambda call: bool(call.item.names.get(variable))
    if variable in DATE_VARIABLES:
        return lambda call: variable in call.item.dates
    match variable:
        case "locator":
            return lambda call: bool(call.locator)
        case "year-suffix":
            return lambda call: bool(call.hints.year_suffix)
        case "citation-number":
            return lambda call: call.citation_number is not None
        case "first-reference-note-number":
            return lambda call: call.first_note is not None
        case "page-first":
            return lambda call: bool(call.item.text.get("page-first") or call.item.text.get("page"))
        case "event" | "event-title":
            return lambda call: bool(call.item.text.get("event") or call.item.text.get("event-title"))
        case _:
            return lambda call: bool(call.item.text.get(variable))


def _numeric_test(variable: str) -> Condition:
    if variable == "locator":
        return lambda call: bool(call.locator) and is_numeric(call.locator)
    if variable == "page-first":
        variable = "page"
    if variable in ("citation-number", "first-reference-note-number"):
        return variable_test(variable)

    def numeric(call: Call) -> bool:
        text = call.item.text.get(variable)
        return bool(text) and is_numeric(text or "")

    return numeric


def _uncertain_test(variable: str) -> Condition:
    def uncertain(call: Call) -> bool:
        date = call.item.dates.get(variable)
        return date is not None and (date.approximate or date.uncertain)

    return uncertain


def _locator_test(label: str) -> Condition:
    wanted = label.replace(" ", "-")
    return lambda call: bool(call.locator) and locator_label(call).replace(" ", "-") == wanted


def locator_label(call: Call) -> str:
    """The term of a cite's locator: a label written in it, else the cite's own, else "page"."""
    return lead_label(call.locator) or call.label or "page"


def _position_test(value: str) -> Condition:
    match value:
        case "first":
            return lambda call: call.position is Position.FIRST
        case "subsequent":
            return lambda call: call.position in _SUBSEQUENT
        case "ibid":
            return lambda call: call.position in _IBID
        case "ibid-with-locator":
            return lambda call: call.position is Position.IBID_WITH_LOCATOR
        case "near-note":
            return lambda call: call.near_note
        case "far-note":
            return lambda call: call.position in _SUBSEQUENT and not call.near_note
        case _:
            return lambda call: False
