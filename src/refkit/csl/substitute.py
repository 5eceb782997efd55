"""cs:substitute: what is rendered if a cs:names has no names (CSL 1.0.2, "Substitute")."""

from __future__ import annotations

from refkit.csl import ast
from refkit.csl.ast import NameStyle
from refkit.csl.context import (
    FOUND,
    MISSED,
    MISSING,
    NOT_NOW,
    VARIES,
    Call,
    Element,
    NamesGroup,
    Result,
)
from refkit.csl.output import PLAIN, Node, Tag
from refkit.csl.scope import Scope
from refkit.records import replace


def inherited(element: ast.Names, scope: Scope) -> ast.Names:
    """Return a cs:names with what it inherits from the cs:names around its cs:substitute.

    CSL 1.0.2, "Substitute": without children it inherits everything. With its own cs:name, it still inherits the
    formatting of the cs:name-parts in citeproc-js, and styles rely on this.
    """
    outer = scope.outer
    if outer is None or element.has_substitute:
        return element
    if element.name is not None:
        parts = outer.name or NameStyle()
        family = parts.family if element.name.family is PLAIN else element.name.family
        given = parts.given if element.name.given is PLAIN else element.name.given
        return replace(element, name=replace(element.name, family=family, given=given))
    if element.label is not None or element.et_al is not None:
        return element
    return replace(
        outer,
        variables=element.variables,
        options=element.options.over(outer.options),
        look=element.look if outer.look == PLAIN else outer.look,
        substitute=(),
        has_substitute=False,
    )


def within_macro(outer: ast.Names | None) -> ast.Names | None:
    """Return the cs:names around a macro called by a cs:substitute: only the formatting of name-parts."""
    if outer is None:
        return None
    name = outer.name or NameStyle()
    parts = NameStyle(family=name.family, given=name.given)
    return ast.Names((), ast.NO_OPTIONS, PLAIN, name=parts)


def with_substitutes(own: Element, element: ast.Names, names: ast.Names, scope: Scope) -> Element:
    """Return a cs:names with its substitutes; those that render nothing for any item of a shape are rendered once."""
    inner = replace(scope, outer=names, alternatives=True)
    substitutes = [scope.build(one, inner) for one in element.substitute]

    def names_or_substitute(call: Call) -> Result:
        plan = call.shape.substitutes.get(names_or_substitute)
        if plan is not None:
            return render_first(call, *plan)
        node, known = own(call)
        if node is not None or known & FOUND:
            return node, known
        return render_first(call, known, substitutes)

    def render_first(call: Call, state: int, left: list[Element]) -> Result:
        earlier = call.rendered_by_substitute
        for at, substitute in enumerate(left):
            call.rendered_by_substitute = []
            node, known = substitute(call)
            if node is None:
                state |= known
                continue
            if state == MISSED:  # nothing before this element renders anything for the shape
                call.shape.substitutes[names_or_substitute] = state, left[at:]
            call.used.update(call.rendered_by_substitute)
            call.rendered_by_substitute = earlier + call.rendered_by_substitute
            # A term in the place of the names leaves their variable called and missed.
            found = FOUND if known & FOUND else MISSED
            return _as_names(node), found | ((state | known) & VARIES)
        call.rendered_by_substitute = earlier
        return NOT_NOW if state & VARIES else MISSING

    return names_or_substitute


def _as_names(node: Node | list[Node]) -> Node:
    if isinstance(node, NamesGroup):
        return node
    inside = node if isinstance(node, list) else [node]
    return NamesGroup(inside, tag=Tag.NAMES)
