"""Properties of a whole style: macro calls, substitutable variables, year suffixes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from refkit.csl import ast
from refkit.csl.faults import StyleError
from refkit.csl.item_language import areas
from refkit.errors import nearest
from refkit.records import dataclass

DEEPEST = 100  # elements in one another; rendering calls itself for each
LARGEST = 20_000  # rendered elements of a layout, those of macros included; common styles have up to 1,100


def check_macros(style: ast.Style) -> None:
    """Raise StyleError for calls of macros that are missing or call themselves, and for excessive nesting."""
    calls = {name: _calls(macro.children, style) for name, macro in style.macros.items()}
    for layout in _layouts(style):
        _calls(layout.children, style)
        for key in layout.sort:
            if key.macro and key.macro not in style.macros:
                raise _no_macro(key.macro, key.line, style)
    sound: set[str] = set()
    for name in calls:
        _follow(name, (), calls, sound)
    extents: dict[str, Extent] = {}
    for layout in _layouts(style):
        _extent(layout.children, style, extents, 0)


def _follow(
    name: str, path: tuple[str, ...], calls: dict[str, list[ast.TextMacro]], sound: set[str]
) -> None:
    if name in sound:
        return
    if len(path) > DEEPEST:
        raise StyleError(
            f"macros call one another more than {DEEPEST} deep",
            calls[name][0].line if calls[name] else 0,
        )
    for call in calls[name]:
        if call.macro == name or call.macro in path:
            raise StyleError(f"the macro `{call.macro}` calls itself", call.line)
        _follow(call.macro, (*path, name), calls, sound)
    sound.add(name)


@dataclass(slots=True, frozen=True)
class Extent:
    """The depth and the number of elements, including those of called macros."""

    depth: int
    size: int


def _extent(
    elements: Sequence[ast.Element], style: ast.Style, macros: dict[str, Extent], level: int
) -> Extent:
    """Measure elements at a level of nesting. Raises StyleError if they cannot be rendered."""
    depth, size = 0, 0
    for element in elements:
        inner = _inside(element, style, macros, level + 1)
        depth, size = max(depth, inner.depth + 1), size + inner.size + 1
        if level + depth > DEEPEST:
            raise StyleError(f"elements are nested more than {DEEPEST} deep", _line(element))
        if size > LARGEST:
            raise StyleError(f"macros expand to more than {LARGEST:,} elements", _line(element))
    return Extent(depth, size)


def _inside(
    element: ast.Element, style: ast.Style, macros: dict[str, Extent], level: int
) -> Extent:
    """Measure what an element contains; of the branches of cs:choose only one is rendered."""
    if isinstance(element, ast.TextMacro):
        name = element.macro
        if name not in macros:
            macros[name] = _extent(style.macros[name].children, style, macros, level)
        return macros[name]
    if isinstance(element, ast.Choose):
        ways = [_extent(branch.children, style, macros, level) for branch in element.branches]
        return Extent(max(way.depth for way in ways), max(way.size for way in ways))
    return _extent(_children(element), style, macros, level)


def _line(element: ast.Element) -> int:
    return element.line if isinstance(element, ast.TextMacro) else 0


def _calls(elements: Sequence[ast.Element], style: ast.Style) -> list[ast.TextMacro]:
    found = [one for one in within(elements) if isinstance(one, ast.TextMacro)]
    for call in found:
        if call.macro not in style.macros:
            raise _no_macro(call.macro, call.line, style)
    return found


def _no_macro(name: str, line: int, style: ast.Style) -> StyleError:
    near = nearest(name, style.macros)
    return StyleError(f"no macro `{name}`" + (f"; did you mean `{near}`?" if near else ""), line)


def substitutable(style: ast.Style) -> frozenset[str]:
    """Return the variables that a cs:substitute of the style may render."""
    found: set[str] = set()
    seen: set[str] = set()
    rows = [part.children for part in _layouts(style)]
    for row in (*rows, *(macro.children for macro in style.macros.values())):
        for element in within(row):
            if isinstance(element, ast.Names) and element.substitute:
                for one in _reached(element.substitute, style, seen):
                    found.update(_variables(one))
    return frozenset(found)


def _variables(element: ast.Element) -> tuple[str, ...]:
    match element:
        case ast.Names():
            return element.variables
        case ast.TextVariable() | ast.Number() | ast.Date():
            return (element.variable,)
        case _:
            return ()


def renders_year_suffix(style: ast.Style) -> bool:
    """Whether the style renders year suffixes explicitly.

    CSL 1.0.2, "Disambiguation": "If year-suffix is rendered through cs:text in the scope of cs:citation, it is
    suppressed for cs:bibliography, unless it is also rendered through cs:text [there], and vice versa". A citation
    label has its own.
    """
    return any(
        isinstance(one, ast.TextVariable) and one.variable in ("year-suffix", "citation-label")
        for layout in _layouts(style)
        for one in _reached(layout.children, style, set())
    )


def cite_depends_on(style: ast.Style) -> frozenset[str]:
    """Return what the text of a cite depends on besides its item: position, number and first-note.

    Also display, if a cite has blocks, and text, if a cite may show a text variable of its item.
    """
    elements = list(_reached(layout_elements(style.citation), style, set()))
    found = _dependencies(elements)
    if any(_has_et_al_subsequent(options) for options in _citation_options(style, elements)):
        found.add("position")
    return frozenset(found)


def shows_number(elements: Sequence[ast.Element], style: ast.Style) -> bool:
    """Whether elements may show or test the citation number."""
    return "number" in _dependencies(_reached(elements, style, set()))


def shows_only_number(style: ast.Style) -> bool:
    """Whether a cite without a locator depends only on the citation number and the type of its item."""
    elements = list(_reached(style.citation.children, style, set()))
    return "number" in _dependencies(elements) and all(map(_is_same_for_all, elements))


def _is_same_for_all(element: ast.Element) -> bool:
    """Whether an element renders the same for all items of a type, apart from the digits of the citation number."""
    match element:
        case ast.TextVariable() | ast.Label():
            return element.variable in _NUMERIC
        case ast.Number():
            return element.variable in _NUMERIC and element.form in ("", "numeric")
        case ast.Choose():
            tests = [test for branch in element.branches for test in branch.tests]
            return all(
                test.kind in ("type", "locator")
                or (test.kind in ("variable", "is-numeric") and _NUMERIC.issuperset(test.values))
                for test in tests
            )
        case _:
            return isinstance(element, ast.TextMacro | ast.TextTerm | ast.TextValue | ast.Group)


_NUMERIC = frozenset({"citation-number", "locator"})


def number_keys(layout: ast.Layout, style: ast.Style) -> list[ast.Key]:
    """Return the sort keys of a layout that may depend on the citation number."""
    return [
        key
        for key in layout.sort
        if key.variable == "citation-number"
        or (key.macro and shows_number(style.macros[key.macro].children, style))
    ]


def condition_numbers(layout: ast.Layout, style: ast.Style) -> dict[ast.Test, int]:
    """Return the tests of `disambiguate` that a layout can reach, numbered in the order of evaluation from 1."""
    reached = _tests(layout_elements(layout), style, set())
    tests = (one for one in reached if one.kind == "disambiguate")
    return {test: number for number, test in enumerate(tests, 1)}


def _tests(elements: Sequence[ast.Element], style: ast.Style, seen: set[str]) -> Iterator[ast.Test]:
    """Yield the tests of elements and of the macros that they call, except for macros in `seen`."""
    for element in elements:
        if isinstance(element, ast.Choose):
            for branch in element.branches:
                yield from branch.tests
                yield from _tests(branch.children, style, seen)
        elif not isinstance(element, ast.TextMacro):
            yield from _tests(_children(element), style, seen)
        elif element.macro not in seen:
            seen.add(element.macro)
            yield from _tests(style.macros[element.macro].children, style, seen)


def has_date(macro: str, style: ast.Style) -> bool:
    """Whether a macro may render a date."""
    return _has(ast.Date, macro, style)


def has_names(macro: str, style: ast.Style) -> bool:
    """Whether a macro may render names."""
    return _has(ast.Names, macro, style)


def _has(kind: type[ast.Date | ast.Names], macro: str, style: ast.Style) -> bool:
    reached = _reached(style.macros[macro].children, style, set())
    return any(isinstance(one, kind) for one in reached)


def _dependencies(elements: Iterable[ast.Element]) -> set[str]:
    found: set[str] = set()
    for one in elements:
        match one:
            case ast.Choose():
                tests = [test for branch in one.branches for test in branch.tests]
                kinds = {test.kind for test in tests}
                found |= {"position"} if kinds & {"position", "near-note"} else set()
                values = {value for test in tests for value in test.values}
                found |= {DEPENDENT[value] for value in values if value in DEPENDENT}
                continue
            case ast.TextVariable() | ast.Number() | ast.Label() if one.variable in DEPENDENT:
                found.add(DEPENDENT[one.variable])
            case ast.TextVariable() if one.variable not in _OF_CITES:
                found.add("text")
            case _:
                pass
        if one.look.display:
            found.add("display")
    return found


DEPENDENT = {"first-reference-note-number": "first-note", "citation-number": "number"}
_OF_CITES = frozenset({"locator", "year-suffix", "citation-label"})


def _citation_options(
    style: ast.Style, elements: Sequence[ast.Element]
) -> Iterator[ast.NameOptions]:
    yield style.options
    yield style.citation.options
    yield from (macro.options for macro in style.macros.values())
    for one in elements:
        if isinstance(one, ast.Names):
            yield one.options
            if one.name is not None:
                yield one.name.options


def _has_et_al_subsequent(options: ast.NameOptions) -> bool:
    return (
        options.et_al_subsequent_min is not None or options.et_al_subsequent_use_first is not None
    )


def _layouts(style: ast.Style) -> list[ast.Layout]:
    return [layout for area in areas(style) for layout in (area, *area.localized)]


def layout_elements(layout: ast.Layout) -> tuple[ast.Element, ...]:
    """Return the elements of a layout and those of its layouts for certain languages."""
    return (*layout.children, *(child for one in layout.localized for child in one.children))


def within(elements: Sequence[ast.Element]) -> Iterator[ast.Element]:
    """Yield elements with all their descendants, without following macros."""
    for element in elements:
        yield element
        yield from within(_children(element))


def _children(element: ast.Element) -> Sequence[ast.Element]:
    """Return the direct children of an element, without following macros."""
    match element:
        case ast.Group():
            return element.children
        case ast.Names() if element.substitute:
            return element.substitute
        case ast.Choose():
            return [child for branch in element.branches for child in branch.children]
        case _:
            return ()


def _reached(
    elements: Sequence[ast.Element], style: ast.Style, seen: set[str]
) -> Iterator[ast.Element]:
    """Yield elements with all their descendants and those of macros, except for macros in `seen`."""
    waiting = [tuple(elements)]
    while waiting:
        for element in within(waiting.pop()):
            yield element
            if isinstance(element, ast.TextMacro) and element.macro not in seen:
                seen.add(element.macro)
                waiting.append(style.macros[element.macro].children)
