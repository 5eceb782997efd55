"""The compile-time context of the elements of a layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from refkit.csl import ast
from refkit.csl.ast import NO_OPTIONS, NameOptions
from refkit.csl.context import NOT_NOW, UNCALLED, VARIES, Area, Call, Element, Result, Shape
from refkit.csl.item_language import ItemLanguages
from refkit.csl.locale import Locale
from refkit.csl.output import Node
from refkit.records import dataclass, field


@dataclass(slots=True, frozen=True)
class Scope:
    """The context of an element.

    `options` are the inherited name options. `substitutable` are the variables that a cs:substitute may render, so
    that later elements must check whether it did. `outer` is the cs:names around a cs:substitute. `alternatives` is
    whether only the first element that renders counts, as in a cs:choose of a cs:substitute. `key` are the options of
    the surrounding cs:key, which precede those of a cs:name. `conditions` are the numbers of the tests of
    `disambiguate` in the layout. `languages` are the locales of items that may differ from `locale`. `macros` are
    those already bound. `build` compiles an element: the modules of elements are below the one that imports them all.
    """

    style: ast.Style
    locale: Locale
    area: Area
    options: NameOptions
    substitutable: frozenset[str]
    conditions: Mapping[ast.Test, int]
    build: Callable[[ast.Element, Scope], Element]
    languages: ItemLanguages | None
    outer: ast.Names | None = None
    alternatives: bool = False
    key: NameOptions = NO_OPTIONS
    macros: dict[tuple[object, ...], Element] = field(default_factory=dict)

    @property
    def substituting(self) -> bool:
        """Whether the element is inside a cs:substitute."""
        return self.outer is not None


def row(elements: Sequence[ast.Element], scope: Scope) -> Element:
    """Compile consecutive elements: the result has their nodes and the state of their variables.

    A single element is returned unchanged. The nodes of several come as a list that is not empty. Elements that render
    nothing for any item of a shape are rendered only for the first one.
    """
    built = [scope.build(element, scope) for element in elements]
    if len(built) == 1:
        return built[0]
    if scope.alternatives:
        return _first_of(built)

    def render(call: Call) -> Result:
        plan = call.shape.rows.get(render)
        if plan is None:
            return first_of_shape(call)
        nodes: list[Node] = []
        known, live = plan
        for element in live:
            node, found = element(call)
            known |= found
            if node is not None:
                if type(node) is list:
                    nodes += node
                else:
                    nodes.append(node)  # type: ignore[arg-type]  # type() is list above
        return (nodes or None), known

    def first_of_shape(call: Call) -> Result:
        nodes: list[Node] = []
        known = state = UNCALLED
        live: list[Element] = []
        for element in built:
            node, found = element(call)
            known |= found
            nodes += as_list(node)
            if node is None and found < VARIES:
                state |= found
            else:
                state |= _add_live(element, call.shape, live)
        call.shape.rows[render] = state, live
        return (nodes or None), known

    return render


def _add_live(element: Element, shape: Shape, live: list[Element]) -> int:
    """Add what is left of an element for the items of a shape, and return the state of the rest."""
    while element in shape.branches:
        element = shape.branches[element]
    state, elements = shape.rows.get(element, (UNCALLED, [element]))
    live += elements
    return state


def _first_of(built: Sequence[Element]) -> Element:
    def render(call: Call) -> Result:
        state = UNCALLED
        for element in built:
            node, known = element(call)
            if node is not None:
                return node, known | (state & VARIES)
            state |= known
        return None, state

    return render


def as_list(nodes: Node | list[Node] | None) -> list[Node]:
    """Return the result of an element as a list of nodes."""
    if nodes is None:
        return []
    return nodes if isinstance(nodes, list) else [nodes]


def suppress_if_rendered(element: Element, variable: str, scope: Scope) -> Element:
    """Return an element that does not render again what a cs:substitute has rendered."""
    if scope.substituting:

        def drawing(call: Call) -> Result:
            if variable in call.used or variable in call.rendered_by_substitute:
                return NOT_NOW
            result = element(call)
            if result[0] is not None:
                call.rendered_by_substitute.append(variable)
            return result

        return drawing
    if variable not in scope.substitutable:
        return element
    return lambda call: NOT_NOW if variable in call.used else element(call)
