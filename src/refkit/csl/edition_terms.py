"""How a style writes editions: as an ordinal, and with a term."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refkit.csl import ast

Elements = Sequence[ast.Element]


def numbers_editions(tree: ast.Style) -> bool:
    """Whether the style makes an ordinal of the number of an edition; others print it as it is."""
    return _is_in_style(tree, _has_number)


def appends_edition_term(tree: ast.Style) -> bool:
    """Whether the style has its term for an edition after numbers only; words are printed as they are."""
    return _is_in_style(tree, _has_term_for_numbers)


def _is_in_style(tree: ast.Style, is_in: Callable[[Elements], bool]) -> bool:
    layouts = (tree.bibliography, tree.citation)
    areas = [macro.children for macro in tree.macros.values()]
    return any(map(is_in, areas + [layout.children for layout in layouts if layout]))


def _has_number(elements: Elements) -> bool:
    for element in elements:
        match element:
            case ast.Number(variable="edition"):
                return True
            case ast.Group() if _has_number(element.children):
                return True
            case ast.Choose() if any(_has_number(b.children) for b in element.branches):
                return True
            case _:
                pass
    return False


def _has_term_for_numbers(elements: Elements) -> bool:
    """Whether a branch for numeric editions contains the term, as in `2nd ed.`."""
    for element in elements:
        match element:
            case ast.Choose() if any(map(_is_branch_with_term, element.branches)):
                return True
            case ast.Group() if _has_term_for_numbers(element.children):
                return True
            case _:
                pass
    return False


def _is_branch_with_term(branch: ast.Branch) -> bool:
    tests = branch.tests
    is_numeric = any(test.kind == "is-numeric" and "edition" in test.values for test in tests)
    has_term = is_numeric and _has_term(branch.children)
    return has_term or _has_term_for_numbers(branch.children)


def _has_term(elements: Elements) -> bool:
    for element in elements:
        match element:
            case ast.Label(variable="edition") | ast.TextTerm(term="edition"):
                return True
            case ast.Group() if _has_term(element.children):
                return True
            case _:
                pass
    return False
