"""Compile a style and a locale into callables that bind everything independent of the item."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from refkit.csl import ast
from refkit.csl.choose import compile_choose
from refkit.csl.context import Area, Call, Element
from refkit.csl.dates import compile_date
from refkit.csl.elements import (
    compile_group,
    compile_label,
    compile_macro,
    compile_number,
    compile_term,
    compile_value,
    compile_variable,
)
from refkit.csl.item_language import CACHED_LANGUAGES, ItemLanguages, has_localized_layouts
from refkit.csl.layout import (
    BibliographyLayout,
    CitationLayout,
    Collapsing,
    Compiled,
    Disambiguation,
    IntextLayout,
    SortKey,
)
from refkit.csl.locale import Locale
from refkit.csl.names import compile_names
from refkit.csl.output import PLAIN, Group, Look, Node, Tag
from refkit.csl.scope import Scope, as_list, row
from refkit.csl.sort_keys import compile_key, names_of
from refkit.csl.substitute import within_macro
from refkit.csl.survey import (
    check_macros,
    cite_depends_on,
    condition_numbers,
    layout_elements,
    number_keys,
    renders_year_suffix,
    shows_number,
    shows_only_number,
    substitutable,
)
from refkit.csl.year_suffix import with_year_suffix
from refkit.integers import read_int
from refkit.records import replace

Builder = Callable[[ast.Element, Scope], Element]


def compile_style(
    style: ast.Style, locale: Locale, builder: Builder | None = None, item_language: bool = False
) -> Compiled:
    """Bind a style to a locale. Raises StyleError for macros that are missing or call themselves.

    `builder` can replace `build`, to see or mark what an element renders. `item_language` renders each item in the
    locale of its language.
    """
    chosen = builder or build
    check_macros(style)
    substitutes = substitutable(style)
    explicit = renders_year_suffix(style)
    localized = item_language or has_localized_layouts(style)
    languages = ItemLanguages(style, locale, item_language) if localized else None

    def scope(layout: ast.Layout, area: Area) -> Scope:
        options, conditions = layout.options.over(style.options), condition_numbers(layout, style)
        return Scope(style, locale, area, options, substitutes, conditions, chosen, languages)

    citation, bibliography, intext = style.citation, style.bibliography, style.intext
    return Compiled(
        style_class=style.style_class,
        citation=_citation(citation, scope(citation, Area.CITATION), explicit),
        bibliography=None
        if bibliography is None
        else _bibliography(bibliography, scope(bibliography, Area.BIBLIOGRAPHY), explicit),
        locale=locale,
        short_names=_short_names(citation, scope(citation, Area.CITATION)),
        intext=None if intext is None else _intext(intext, scope(intext, Area.CITATION)),
        languages=languages,
    )


def build(element: ast.Element, scope: Scope) -> Element:
    """Return the callable for a rendering element."""
    match element:
        case ast.TextVariable():
            return compile_variable(element, scope)
        case ast.TextMacro():
            return compile_macro(element, lambda: _macro(element.macro, scope))
        case ast.TextTerm():
            return compile_term(element, scope)
        case ast.TextValue():
            return compile_value(element)
        case ast.Number():
            return compile_number(element, scope)
        case ast.Label():
            return compile_label(element, scope)
        case ast.Date():
            return compile_date(element, scope)
        case ast.Names():
            return compile_names(element, scope)
        case ast.Group():
            return compile_group(element, scope)
        case ast.Choose():
            return compile_choose(element, scope)


def _macro(name: str, scope: Scope) -> Element:
    """Return the children of a macro, compiled once for all calls in the same context."""
    outer = within_macro(scope.outer)
    parts = outer.name and (outer.name.family, outer.name.given) if outer else None
    key = (name, scope.options, parts)
    if key not in scope.macros:
        macro = scope.style.macros[name]
        options = macro.options.over(scope.options)
        inner = replace(scope, options=options, outer=outer, alternatives=False)
        scope.macros[key] = row(macro.children, inner)
    return scope.macros[key]


Renderer = Callable[[Call], Node | None]


def _renderer(layout: ast.Layout, scope: Scope, explicit: bool) -> Renderer:
    """Return the callable of an area, which chooses the layout and the locale of the item if they can differ."""
    default, languages = _layout_renderer(layout, scope, explicit), scope.languages
    if languages is None:
        return default

    @lru_cache(maxsize=CACHED_LANGUAGES)
    def of_language(tag: str) -> Renderer:
        own, locale = languages.layout(layout, tag), languages.locale(tag)
        if own is layout and locale is scope.locale:
            return default
        return _layout_renderer(own, replace(scope, locale=locale, macros={}), explicit)

    return lambda call: of_language(call.item.text.get("language", ""))(call)


def _look_for(layout: ast.Layout, scope: Scope) -> Callable[[str], Look] | None:
    """Return the formatting of the layout for items in a language, or None if there is only one."""
    layout_for = _layout_for(layout, scope)
    return None if layout_for is None else lambda tag: layout_for(tag).look


def _layout_for(layout: ast.Layout, scope: Scope) -> Callable[[str], ast.Layout] | None:
    """Return what finds the layout for items in a language, or None if there is only one."""
    languages = scope.languages
    if languages is None or not layout.localized:
        return None
    return lambda tag: languages.layout(layout, tag)


def _layout_renderer(layout: ast.Layout, scope: Scope, explicit: bool) -> Renderer:
    render_children = row(layout.children, scope)
    tag = Tag.CITE if scope.area is Area.CITATION else Tag.ENTRY

    def render(call: Call) -> Node | None:
        if call.used:
            call.used = set()
        call.rendered_by_substitute = []
        nodes = as_list(render_children(call)[0])
        if not nodes:
            return None
        suffix = call.hints.year_suffix
        if suffix and not explicit:
            nodes = with_year_suffix(nodes, suffix)
        return Group(nodes, tag=tag, language=call.item.text.get("language", ""))

    return render


def _citation(layout: ast.Layout, scope: Scope, explicit: bool) -> CitationLayout:
    get = layout.attributes.get
    render = _renderer(layout, scope, explicit)
    collapsing = Collapsing(
        collapse=get("collapse", ""),
        cite_group_delimiter=get("cite-group-delimiter"),
        year_suffix_delimiter=get("year-suffix-delimiter"),
        after_collapse_delimiter=get("after-collapse-delimiter"),
    )
    sort = [compile_key(key, scope, _macro) for key in layout.sort]
    if sort and collapsing.groups_cites:
        # Cites with equal keys are sorted by their names, which brings the cites of a group together.
        sort.append(SortKey(names_of(render)))
    depends = cite_depends_on(scope.style)
    return CitationLayout(
        render=render,
        look=layout.look,
        delimiter=layout.delimiter,
        sort=tuple(sort),
        disambiguation=Disambiguation(
            add_names=get("disambiguate-add-names") == "true",
            add_givenname=get("disambiguate-add-givenname") == "true",
            givenname_rule=get("givenname-disambiguation-rule", "by-cite"),
            add_year_suffix=get("disambiguate-add-year-suffix") == "true",
            particle_in_family=scope.style.demote_non_dropping_particle == "never",
        ),
        collapsing=collapsing,
        near_note_distance=_number(get("near-note-distance"), 5),
        uses_position=bool(depends & {"position", "first-note"}),
        uses_first_note="first-note" in depends,
        has_blocks="display" in depends,
        sorts_by_number=bool(number_keys(layout, scope.style)),
        conditions=len(scope.conditions),
        uses_number="number" in depends,
        shows_text="text" in depends,
        shows_only_number=scope.languages is None and shows_only_number(scope.style),
        layout_for=_layout_for(layout, scope),
    )


def _intext(layout: ast.Layout, scope: Scope) -> IntextLayout:
    return IntextLayout(_renderer(layout, scope, True), layout.look)


_SHORT = ast.NameOptions(and_="text", form="short", name_as_sort_order="")
_SHORT_LISTS = ast.NameOptions(et_al_min=3, et_al_use_first=1)


def _short_names(layout: ast.Layout, scope: Scope) -> Callable[[str], Renderer]:
    """Return what renders a name variable in a sentence: family names, "and", and et al. after one of three or more.

    The options of cs:citation and cs:style precede those for et al.
    """
    scope = replace(scope, options=scope.options.over(_SHORT_LISTS))
    # A style without "and" may put the delimiter before the last of two names; "Roe, and Poe" is not a form for these.
    always = scope.options.delimiter_precedes_last == "always" and not scope.options.and_
    own = ast.NameOptions(delimiter_precedes_last="contextual") if always else ast.NO_OPTIONS

    @lru_cache(maxsize=32)
    def of_variable(variable: str) -> Renderer:
        names = ast.Names((variable,), _SHORT.over(own), PLAIN)
        return _renderer(replace(layout, children=(names,), localized=()), scope, True)

    return of_variable


def _bibliography(layout: ast.Layout, scope: Scope, explicit: bool) -> BibliographyLayout:
    get = layout.attributes.get
    return BibliographyLayout(
        render=_renderer(layout, scope, explicit),
        look=layout.look,
        sort=tuple(compile_key(key, scope, _macro) for key in layout.sort),
        hanging_indent=get("hanging-indent") == "true",
        second_field_align=get("second-field-align", ""),
        line_spacing=_number(get("line-spacing"), 1),
        entry_spacing=_number(get("entry-spacing"), 1),
        look_for=_look_for(layout, scope),
        uses_number=shows_number(layout_elements(layout), scope.style),
        sorts_by_number=bool(number_keys(layout, scope.style)),
        numbers_fall=any(key.descending for key in number_keys(layout, scope.style)),
        subsequent_author_substitute=get("subsequent-author-substitute"),
        subsequent_author_substitute_rule=get("subsequent-author-substitute-rule", "complete-all"),
    )


def _number(text: str | None, otherwise: int) -> int:
    return read_int(text) if text is not None and text.isdecimal() else otherwise
