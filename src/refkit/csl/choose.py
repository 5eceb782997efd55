"""cs:choose: tests are bound when the style is compiled; rendering uses the first branch that is true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from refkit.csl import ast
from refkit.csl.context import (
    FOUND,
    MADE,
    NOTHING,
    VARIES,
    Call,
    Element,
    Position,
    Result,
)
from refkit.csl.numbers import is_numeric_value, lead_label
from refkit.csl.scope import Scope, row
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES
from refkit.records import dataclass

Condition = Callable[[Call], bool]

_IBID = frozenset({Position.IBID, Position.IBID_WITH_LOCATOR})
_SUBSEQUENT = _IBID | {Position.SUBSEQUENT}


@dataclass(slots=True, frozen=True)
class _Case:
    """A compiled branch, with its tests on the item type separate from the others; cs:else has none."""

    match: str
    types: tuple[frozenset[str], ...]
    tests: tuple[Condition, ...]
    varies: Condition  # whether a test depends on more than the shape of the item
    render: Element


Plan = tuple[tuple[Condition | None, Condition | None, Element], ...]


def compile_choose(element: ast.Choose, scope: Scope) -> Element:
    """cs:choose. Its nodes join those around it, so that the delimiter around applies to them.

    Most tests concern the item type and the presence of variables: the branch is then the same for all items of a
    shape. The remaining tests for a type are determined when an item of that type first occurs, and kept.
    """
    cases = [_case(branch, scope) for branch in element.branches]
    plans: dict[str, Plan] = {}

    def choose(call: Call) -> Result:
        branch = call.shape.branches.get(choose)
        if branch is not None:
            return branch(call)
        kind = call.item.type
        if kind not in plans:
            plans[kind] = tuple(_plan(cases, kind))
        chosen, varies = _chosen(plans[kind], call)
        result = chosen(call)
        if not varies:
            call.shape.branches[choose] = chosen
        elif result[0] is None or not result[1] & FOUND:
            return result[0], result[1] | VARIES
        return result

    return choose


def _chosen(plan: Plan, call: Call) -> tuple[Element, bool]:
    """Return the first branch whose tests hold, and whether it may be another one for an item of the same shape."""
    varying = False
    for holds, varies, render in plan:
        varying = varying or (varies is not None and varies(call))
        if holds is None or holds(call):
            return render, varying
    return _render_nothing, varying


def _render_nothing(_call: Call) -> Result:
    return NOTHING


def _case(branch: ast.Branch, scope: Scope) -> _Case:
    """Compile a branch.

    Several types are one condition, "one of them", whatever `match` is: an item has only one type, so "all of
    them" would never be true. Many styles rely on this.
    """
    types = tuple(frozenset(test.values) for test in branch.tests if test.kind == "type")
    others = [test for test in branch.tests if test.kind != "type"]
    tests = tuple(_test(test, value, scope) for test in others for value in test.values)
    varies = _varying(others)
    return _Case(branch.match, types, tests, varies, row(branch.children, scope))


def _varying(tests: Sequence[ast.Test]) -> Condition:
    """Return whether the result of tests may differ between the items of a shape."""
    made = any(not MADE.isdisjoint(test.values) for test in tests)
    asks_locator = any(test.kind == "locator" for test in tests)
    numbers = [one for test in tests if test.kind == "is-numeric" for one in test.values]
    if "page-first" in numbers:
        numbers.append("page")
    asks_locator = asks_locator or "locator" in numbers

    def varying(call: Call) -> bool:
        return (
            made or (asks_locator and bool(call.locator)) or any(map(call.item.text.get, numbers))
        )

    return varying


def _plan(
    cases: Sequence[_Case], kind: str
) -> Iterator[tuple[Condition | None, Condition | None, Element]]:
    """Return the branches that an item of a type can reach, with the remaining tests."""
    for case in cases:
        known = [kind in types for types in case.types]
        left = _left_to_test(case, known)
        if left is False:
            continue
        if left is True:
            yield None, None, case.render
            return
        yield left, case.varies, case.render


def _left_to_test(case: _Case, known: list[bool]) -> bool | Condition:
    """Return the condition of a branch after the tests on the type are known, or its result."""
    if not case.tests and not known:
        return True
    if case.match == "any":
        return any(known) or (_any_of(case.tests) if case.tests else False)
    if case.match == "none":
        if any(known):
            return False
        return _none_of(case.tests) if case.tests else True
    if not all(known):
        return False
    return _all_of(case.tests) if case.tests else True


def _any_of(tests: tuple[Condition, ...]) -> Condition:
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        first, second = tests
        return lambda call: first(call) or second(call)

    def any_of(call: Call) -> bool:
        for test in tests:  # noqa: SIM110 - any() over a generator takes twice as long
            if test(call):
                return True
        return False

    return any_of


def _all_of(tests: tuple[Condition, ...]) -> Condition:
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        first, second = tests
        return lambda call: first(call) and second(call)

    def all_of(call: Call) -> bool:
        for test in tests:  # noqa: SIM110 - all() over a generator takes twice as long
            if not test(call):
                return False
        return True

    return all_of


def _none_of(tests: tuple[Condition, ...]) -> Condition:
    test = _any_of(tests)
    return lambda call: not test(call)


def _test(test: ast.Test, value: str, scope: Scope) -> Condition:
    match test.kind:
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
            return _condition_test(scope.conditions.get(test, 0), value == "true")


def _condition_test(number: int, wanted: bool) -> Condition:
    """Test `disambiguate`: the first conditions of a layout are true, as many as distinguish the cite."""
    if not number:
        return lambda call: not wanted
    return lambda call: (number <= call.hints.condition) == wanted


def variable_test(variable: str) -> Condition:
    """Test whether an item, or the cite, has a value for a variable."""
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
            return lambda call: bool(
                call.item.text.get("event") or call.item.text.get("event-title")
            )
        case _:
            return lambda call: bool(call.item.text.get(variable))


def _numeric_test(variable: str) -> Condition:
    if variable == "locator":
        return lambda call: bool(call.locator) and is_numeric_value(call.locator, variable)
    if variable == "page-first":
        variable = "page"
    if variable in ("citation-number", "first-reference-note-number"):
        return variable_test(variable)

    def numeric(call: Call) -> bool:
        text = call.item.text.get(variable)
        return bool(text) and is_numeric_value(text or "", variable)

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
    """Return the term of a cite's locator: a label in the locator, or else that of the cite, or "page"."""
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
