"""The variables that the bibliography of a style uses, by item type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refkit.csl import ast
from refkit.csl.style import Style
from refkit.data.csl import ITEM_TYPES


def printed_by_type(style: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the variables that a style uses, by item type."""
    loaded = Style.load(style).tree
    return tuple(
        (kind, tuple(sorted(printed_variables(loaded, kind)))) for kind in sorted(ITEM_TYPES)
    )


def printed_variables(style: ast.Style, kind: str) -> frozenset[str]:
    """Return the variables that the bibliography, or the citation without one, uses for an item type.

    Tests of the type are evaluated; the branches of all other tests count. Elements in cs:substitute do not count,
    because they only replace others.
    """
    layout = style.bibliography or style.citation
    return frozenset(_called(layout.children, style, kind, ()))


def _called(
    elements: Sequence[ast.Element], style: ast.Style, kind: str, path: tuple[str, ...]
) -> Iterator[str]:
    for element in elements:
        match element:
            case ast.TextVariable() | ast.Number() | ast.Date():
                yield element.variable
            case ast.Names():
                yield from element.variables
            case ast.Group():
                yield from _called(element.children, style, kind, path)
            case ast.TextMacro() if element.macro not in path:
                macro = style.macros[element.macro]
                yield from _called(macro.children, style, kind, (*path, element.macro))
            case ast.Choose():
                for branch in _open(element, kind):
                    yield from _called(branch.children, style, kind, path)
            case _:
                pass


def _open(choose: ast.Choose, kind: str) -> Iterator[ast.Branch]:
    """Yield the branches that an item of the type can reach."""
    for branch in choose.branches:
        holds = _holds(branch, kind)
        if holds is not False:
            yield branch
        if holds is True:
            return


def _holds(branch: ast.Branch, kind: str) -> bool | None:
    """Whether the tests of a branch are true for the type, or None if that depends on the item."""
    # Several types are one condition, "one of them": an item has but one type.
    results = [kind in test.values if test.kind == "type" else None for test in branch.tests]
    if branch.match == "none":
        results = [None if result is None else not result for result in results]
    if branch.match == "any":
        return True if True in results else None if None in results else not results
    return False if False in results else None if None in results else True
