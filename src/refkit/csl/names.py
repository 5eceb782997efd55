"""cs:names: lists of names with delimiters, et al., labels and substitutes."""

from __future__ import annotations

from collections.abc import Callable

from refkit.csl import ast
from refkit.csl.ast import NameOptions, NameStyle
from refkit.csl.case import case_text
from refkit.csl.constant import uncased
from refkit.csl.context import (
    FOUND,
    MISSING,
    NOT_NOW,
    VARIES,
    Area,
    Call,
    Element,
    NameList,
    NamesGroup,
    Position,
    Result,
)
from refkit.csl.output import PLAIN, Group, Look, Node, Tag, Text
from refkit.csl.person import (
    PREFIXES,
    NameRule,
    Writer,
    is_spaced,
    name_text,
    name_writer,
    without_resets,
)
from refkit.csl.scope import Scope
from refkit.csl.sort_names import sort_name, sort_names
from refkit.csl.substitute import inherited, with_substitutes
from refkit.model.name import Name
from refkit.records import dataclass, replace

ELLIPSIS = "…"
_LATER = (Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR)


@dataclass(slots=True, frozen=True)
class EtAlRule:
    """The number of names from which a list is cut, and the number shown; 0 is never. The last name may be shown."""

    least: int
    use_first: int
    later_least: int
    later_use_first: int
    use_last: bool

    def shown(self, count: int, later: bool) -> int:
        """Return how many of `count` names are shown."""
        least = self.later_least if later else self.least
        use_first = self.later_use_first if later else self.use_first
        return use_first if least and least <= count and use_first < count else count

    def counted(self, count: int, later: bool) -> int:
        """Return how many of `count` names are rendered, including the last one after an ellipsis."""
        shown = self.shown(count, later)
        return shown + 1 if self.use_last and shown < count else shown


@dataclass(slots=True, frozen=True)
class ListRule:
    """The rules for joining the names of one variable."""

    write: Writer
    written: Callable[[Name, int], str]
    levels: tuple[int, ...]
    et_al: EtAlRule
    inverted: str
    delimiter: str
    delimiter_node: Text
    and_: str
    and_spaced: bool
    precedes_last: str
    precedes_et_al: str
    et_al_node: Text | None
    look: Look


def compile_names(element: ast.Names, scope: Scope) -> Element:
    """cs:names, with its cs:substitute, if any."""
    names = inherited(element, scope)
    own = _own_names(names, scope)
    if not element.substitute:
        return own
    return with_substitutes(own, element, names, scope)


def _own_names(names: ast.Names, scope: Scope) -> Element:
    """Return the cs:names without its substitute."""
    name = names.name or NameStyle()
    options = name.options.over(names.options.over(scope.options))
    if options.form == "count":
        return _count(names, options, scope)
    if scope.area is Area.SORT:
        return _sorted_names(names, options, scope)
    name = replace(name, look=without_resets(name.look, names.look))
    rule = list_rule(name, names.et_al or ast.EtAl(), options, scope)
    return _rendered_names(names, rule, options, scope)


def _rendered_names(
    names: ast.Names, rule: ListRule, options: NameOptions, scope: Scope
) -> Element:
    look = names.look
    label = _label(names.label, scope)
    delimiter = options.names_delimiter or ""
    variables, missing = _variables(names, scope), _missing(names)
    first = names.label_first

    def rendered(call: Call) -> Result:
        lists: list[NameList] = []
        groups: list[Node] = []
        for variable, term, people in variables(call):
            nodes, shown = _list_nodes(rule, people, call, variable)
            lists.append(NameList(variable, people, shown, rule.levels, rule.written))
            if not nodes:
                continue
            # citeproc-js also formats a list that ends in et al. as a whole, with the affixes of cs:name
            is_cut = rule.et_al_node is None and shown < len(people)
            dress = rule.look if is_cut or nodes[-1].tag is Tag.TERM else PLAIN
            whole: list[Node] = [Group(nodes, "", dress)]
            marker = label(term, len(people) > 1) if label else None
            if marker is not None:
                whole.insert(0 if first else 1, marker)
            groups.append(Group(whole))
        if not groups:
            # names that the style does not show do not cause a substitution
            return (None, FOUND | VARIES) if lists else missing(call)
        if len(groups) == 1 and isinstance(groups[0], Group):
            return NamesGroup(groups[0].children, "", look, Tag.NAMES, lists=tuple(lists)), FOUND
        return NamesGroup(groups, delimiter, look, Tag.NAMES, lists=tuple(lists)), FOUND

    return rendered


def _missing(names: ast.Names) -> Callable[[Call], Result]:
    """Return what a cs:names without names knows: that they are missing in all items of the shape, or only here."""
    wanted = names.variables
    return lambda call: NOT_NOW if any(map(call.item.names.get, wanted)) else MISSING


Variables = Callable[[Call], list[tuple[str, str, tuple[Name, ...]]]]


def _variables(names: ast.Names, scope: Scope) -> Variables:
    """Return the variables with names: (variable, label term, names).

    CSL 1.0.2, "Names": editors and translators are one if the selection consists of these two and they are the same.
    """
    # a style that empties the term, such as "editor & translator", has no word for both
    both = scope.locale.term("editortranslator") != ""
    merges = both and {"editor", "translator"} == set(names.variables)
    wanted, substitutable, substituting = names.variables, scope.substitutable, scope.substituting
    asks = bool(substitutable.intersection(wanted))

    def present(call: Call) -> list[tuple[str, str, tuple[Name, ...]]]:
        of = call.item.names
        found = [(one, one, of[one]) for one in wanted if of.get(one)]
        if asks and call.used:
            found = [one for one in found if one[0] not in call.used]
        if substituting:
            found = [one for one in found if one[0] not in call.rendered_by_substitute]
            call.rendered_by_substitute.extend(one[0] for one in found)
        if merges and of.get("editor") and of.get("editor") == of.get("translator"):
            found = [
                (one, "editortranslator" if one == "editor" else term, people)
                for one, term, people in found
                if one != "translator"
            ]
        return found

    return present


def list_rule(name: NameStyle, et_al: ast.EtAl, options: NameOptions, scope: Scope) -> ListRule:
    """Return the rule for name lists, which depends only on the style and the locale."""
    rule = name_rule(name, options, scope)
    term = scope.locale.term(et_al.term) or ""
    delimiter = ", " if options.delimiter is None else options.delimiter
    return ListRule(
        write=name_writer(rule),
        written=lambda one, level: name_text(rule, one, False, level),
        levels=rule.levels,
        et_al=et_al_rule(options),
        inverted=options.name_as_sort_order or "",
        delimiter=delimiter,
        delimiter_node=Text(delimiter),
        and_=_and(options, scope),
        and_spaced=options.and_ != "text" or is_spaced(_and(options, scope)),
        precedes_last=options.delimiter_precedes_last or "contextual",
        precedes_et_al=options.delimiter_precedes_et_al or "",
        et_al_node=Text(term, et_al.look, Tag.TERM) if term else None,
        look=name.look,
    )


def name_rule(name: NameStyle, options: NameOptions, scope: Scope) -> NameRule:
    """Return the rule for single names."""
    style = scope.style
    return NameRule(
        short=options.form == "short",
        initialize=options.initialize is not False,
        initialize_with=options.initialize_with,
        hyphen=style.initialize_with_hyphen,
        demote=style.demote_non_dropping_particle == "display-and-sort",
        separator=", " if options.sort_separator is None else options.sort_separator,
        family=name.family,
        given=name.given,
        look=name.look,
    )


def et_al_rule(options: NameOptions) -> EtAlRule:
    """Return the et-al attributes; those for subsequent cites default to the others."""
    least, use_first = options.et_al_min, options.et_al_use_first
    later_least = options.et_al_subsequent_min
    later_first = options.et_al_subsequent_use_first
    later = least if later_least is None else later_least
    later_shown = use_first if later_first is None else later_first
    use_last = bool(options.et_al_use_last)
    return EtAlRule(
        *_cut(least, use_first, use_last), *_cut(later, later_shown, use_last), use_last
    )


def _cut(least: int | None, use_first: int | None, use_last: bool) -> tuple[int, int]:
    """Return the number of names from which a list is cut, and the number shown; (0, 0) is never.

    A list is not cut to more names than the minimum for cutting it, and the last name is shown only if at least two
    names before it are omitted.
    """
    if least is None or use_first is None or use_first > least:
        return 0, 0
    return least, min(use_first, max(1, least - 2)) if use_last else use_first


def _and(options: NameOptions, scope: Scope) -> str:
    if options.and_ == "text":
        return scope.locale.term("and") or ""
    if options.and_ == "symbol":
        return scope.locale.terms.get(("and", "symbol"), ("&", "&"))[0]
    return ""


_AFTER_INVERTED = frozenset(("always", "after-inverted-name"))


def _list_nodes(
    rule: ListRule, people: tuple[Name, ...], call: Call, variable: str
) -> tuple[list[Node], int]:
    """Return the names of one variable with their delimiters, and the number shown."""
    hints = call.hints
    levels = hints.given_of(variable) if hints.given else ()
    open_end = people[-1].others
    known = people[:-1] if open_end else people
    count = len(known)
    shown = rule.et_al.shown(count + open_end, call.position in _LATER)
    if hints.names:
        shown = max(shown, hints.names_of(variable))
    shown = min(shown, count)
    cut = open_end or shown < count
    write, inverted, delimiter = rule.write, rule.inverted, rule.delimiter_node
    nodes: list[Node] = []
    for at in range(shown):
        if at:
            last = at == count - 1 and not cut
            nodes.append(Text(_before_last(rule, known)) if last else delimiter)
        turned = inverted == "all" or (not at and inverted == "first")
        nodes.append(write(known[at], turned, levels[at] if at < len(levels) else 0))
    if cut and shown:
        nodes += _cut_nodes(rule, known, shown, open_end, levels)
    return nodes, shown


def _before_last(rule: ListRule, known: tuple[Name, ...]) -> str:
    """Return the delimiter between the last two names."""
    if not rule.and_:
        return rule.delimiter
    # a conjunction other than a word of a script with spaces, such as a dash, joins the names by itself
    if not rule.and_spaced:
        asked = rule.precedes_last == "always" and len(known) == 2
        return f"{rule.delimiter}{rule.and_}" if asked else rule.and_
    after = "" if rule.and_ in PREFIXES else " "
    if _delimiter_precedes_last(rule, known):
        return f"{rule.delimiter}{rule.and_}{after}"
    return f" {rule.and_}{after}"


def _delimiter_precedes_last(rule: ListRule, known: tuple[Name, ...]) -> bool:
    count, setting = len(known), rule.precedes_last
    inverted = rule.inverted == "all" or (rule.inverted == "first" and count == 2)
    return _precedes(setting, count > 2, inverted and _turns(known[-2]))


def _turns(name: Name) -> bool:
    """Whether the inverted order of a name differs from the usual one."""
    return bool(name.family and name.given) and not name.literal


def _precedes(setting: str, contextual: bool, inverted: bool) -> bool:
    match setting:
        case "always":
            return True
        case "never":
            return False
        case "after-inverted-name":
            return inverted
        case _:
            return contextual


def _cut_nodes(
    rule: ListRule, known: tuple[Name, ...], shown: int, open_end: bool, levels: tuple[int, ...]
) -> list[Node]:
    """Return the nodes after the shown names: et al., or an ellipsis and the last name."""
    turned = rule.inverted == "all"
    if rule.et_al.use_last and not open_end and len(known) >= shown + 2:
        level = levels[len(known) - 1] if len(known) <= len(levels) else 0
        last = rule.write(known[-1], turned, level)
        inverted = turned and rule.precedes_last == "after-inverted-name" and _turns(known[0])
        return [Text(rule.delimiter if shown > 1 or inverted else " "), Text(f"{ELLIPSIS} "), last]
    if rule.et_al_node is None:
        return []
    inverted = turned or (rule.inverted == "first" and shown == 1)
    setting = rule.precedes_et_al
    if open_end and not setting and rule.precedes_last in _AFTER_INVERTED and _turns(known[0]):
        # "and others" cuts lists that the style never cuts to one name: Roe, Ann, et al.
        setting = "after-inverted-name" if shown == 1 else ""
    precedes = _precedes(setting, shown > 1, inverted)
    node = rule.et_al_node
    gap = " " if is_spaced(node.text) or not node.text[0].isalpha() else ""
    return [Text(rule.delimiter if precedes else gap), node]


LabelWriter = Callable[[str, bool], Node | None]


def _label(label: ast.Label | None, scope: Scope) -> LabelWriter | None:
    if label is None:
        return None
    term, form, plural = scope.locale.term, label.form, label.plural
    look = uncased(label.look)
    titled = look is not label.look

    def write(variable: str, several: bool) -> Node | None:
        many = plural == "always" or (several and plural != "never")
        text = term(variable, form, many)
        if not text:
            return None
        return Text(case_text("title", text) if titled else text, look, Tag.LABEL, "'" in text)

    return write


def _count(names: ast.Names, options: NameOptions, scope: Scope) -> Element:
    """cs:name with `form="count"`: the number of names that would be shown."""
    variables, missing, look = _variables(names, scope), _missing(names), names.look
    et_al = et_al_rule(scope.key.over(options))

    def count(call: Call) -> Result:
        later = call.position in _LATER
        shown = sum(et_al.counted(len(people), later) for _, _, people in variables(call))
        if not shown:
            return missing(call)
        text = str(shown)
        padded = text.zfill(8) if call.area is Area.SORT else text
        return NamesGroup([Text(padded)], "", look, Tag.NAMES), FOUND

    return count


def _sorted_names(names: ast.Names, options: NameOptions, scope: Scope) -> Element:
    """cs:names in a sort key: inverted, without labels, et al. or formatting."""
    rule = name_rule(NameStyle(), options, scope)
    demote = scope.style.demote_non_dropping_particle != "never"
    variables, missing = _variables(names, scope), _missing(names)
    et_al = et_al_rule(scope.key.over(options))
    delimiter = ", " if options.delimiter is None else options.delimiter

    def keys(call: Call) -> Result:
        later = call.position in _LATER
        lists = []
        for variable, _, people in variables(call):
            shown = et_al.shown(len(people), later)
            if call.hints.names:
                shown = max(shown, call.hints.names_of(variable))
            levels = call.hints.given_of(variable)
            written = sort_names(rule, people[:shown], demote, levels)
            if et_al.use_last and shown + 2 <= len(people):
                written.append(sort_name(rule, people[-1], demote))
            lists.append(delimiter.join(written))
        if not lists:
            return missing(call)
        return Text("; ".join(lists), PLAIN, Tag.NAMES, True), FOUND

    return keys
