"""What the elements of one layout are compiled with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refkit.csl import style as ast
from refkit.csl.context import MISSING, UNCALLED, Area, Call, Element, Result
from refkit.csl.locale import Locale
from refkit.csl.output import Node
from refkit.csl.style import NO_OPTIONS, NameOptions
from refkit.records import dataclass, field


@dataclass(slots=True, frozen=True)
class Scope:
    """The surroundings of an element.

    `options` are the name options inherited so far; `spent` the variables that some cs:substitute
    may render, so that later elements must ask whether it did; `outer` the cs:names around a
    cs:substitute; `alternatives` whether of elements in a row only the first that renders counts,
    as of those in a cs:choose of a cs:substitute; `key` the options of the cs:key around, which go
    before a cs:name's own; `macros` those bound already. `build` compiles an element: the modules of
    elements stand below the one that knows them all.
    """

    style: ast.Style
    locale: Locale
    area: Area
    options: NameOptions
    spent: frozenset[str]
    build: Callable[[ast.Element, Scope], Element]
    outer: ast.Names | None = None
    alternatives: bool = False
    key: NameOptions = NO_OPTIONS
    macros: dict[tuple[object, ...], Element] = field(default_factory=dict)

    @property
    def substituting(self) -> bool:
        """Whether the element stands inside a cs:substitute."""
        return self.outer is not None


def row(elements: Sequence[ast.Element], scope: Scope) -> Element:
    """Elements in a row: their nodes and the most that one of them knows of its variables.

    A row of one element is that element. The nodes of a longer row come as a list that is not empty.
    """
    built = [scope.build(element, scope) for element in elements]
    if len(built) == 1:
        return built[0]
    if scope.alternatives:
        return _first_of(built)

    def render(call: Call) -> Result:
        nodes: list[Node] = []
        known = 0
        for element in built:
            node, found = element(call)
            if found > known:
                known = found
            if node is not None:
                if type(node) is list:
                    nodes += node
                else:
                    nodes.append(node)  # type: ignore[arg-type]  # type() is list above
        return (nodes or None), known

    return render


def _first_of(built: Sequence[Element]) -> Element:
    def render(call: Call) -> Result:
        most = UNCALLED
        for element in built:
            node, known = element(call)
            if node is not None:
                return node, known
            most = max(most, known)
        return None, most

    return render


def as_list(nodes: Node | list[Node] | None) -> list[Node]:
    """What an element gave as a list of nodes."""
    if nodes is None:
        return []
    return nodes if isinstance(nodes, list) else [nodes]


def sparing(element: Element, variable: str, scope: Scope) -> Element:
    """An element that heeds cs:substitute: what one has rendered is not rendered again, there or later."""
    if scope.substituting:

        def drawing(call: Call) -> Result:
            if variable in call.used or variable in call.drawn:
                return MISSING
            result = element(call)
            if result[0] is not None:
                call.drawn.append(variable)
            return result

        return drawing
    if variable not in scope.spent:
        return element
    return lambda call: MISSING if variable in call.used else element(call)
