"""cs:date: dates and date ranges by parts, in the order of the style or the locale."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refkit.csl import ast
from refkit.csl.context import FOUND, MISSING, NOT_NOW, Area, Call, Element, Result
from refkit.csl.eras import needs_era, with_eras
from refkit.csl.locale import Locale
from refkit.csl.output import LOOK_ATTRIBUTES, PLAIN, Group, Look, Node, Tag, Text
from refkit.csl.pages import EN_DASH
from refkit.csl.scope import Scope, suppress_if_rendered
from refkit.model.date import Date, DatePoint
from refkit.records import dataclass, replace

_LEVELS = ("year", "month", "day")
_YEAR_SHIFT = 100_000  # years before Christ must sort before the others, as text


PartText = Callable[[DatePoint], str]


@dataclass(slots=True, frozen=True)
class Part:
    """A date-part with its text; its formatting lacks the affixes that a range omits.

    `is_numeric_month` marks the number of a month.
    """

    name: str
    text: PartText
    look: Look
    look_before_dash: Look
    look_after_dash: Look
    range_delimiter: str
    tag: Tag | None
    is_numeric_month: bool


def compile_date(element: ast.Date, scope: Scope) -> Element:
    """cs:date."""
    variable = element.variable
    form = scope.locale.dates.get(element.form)
    if scope.area is Area.SORT:
        return suppress_if_rendered(_sort_date(element, form), variable, scope)
    parts = [_part(part, scope.locale) for part in _parts(element, form)]
    ad, bc = scope.locale.term("ad") or "AD", scope.locale.term("bc") or "BC"
    delimiter = form.delimiter if form else element.delimiter
    look, inner = element.look, form.look if form else PLAIN
    has_inner = inner != PLAIN
    tag = Tag.ACCESSED if variable == "accessed" else Tag.DATE

    def date(call: Call) -> Result:
        value = call.item.dates.get(variable)
        if value is None:
            return MISSING
        nodes = _date_nodes(parts, value, delimiter)
        if not nodes:
            return NOT_NOW
        first = value.start or value.end
        if first and needs_era(first):
            nodes = with_eras(nodes, value, ad, bc)
        if has_inner:
            nodes, outer_delimiter = [Group(nodes, delimiter, inner)], ""
        else:
            outer_delimiter = delimiter
        return Group(nodes, outer_delimiter, look, tag), FOUND

    return suppress_if_rendered(date, variable, scope)


def _parts(element: ast.Date, form: ast.Date | None) -> list[ast.DatePart]:
    """Return the parts to render: those of the style, or of the locale with the changes of the style."""
    if form is None:
        return list(element.parts)
    own = {part.name: part for part in element.parts}
    return [
        _overridden(part, own[part.name]) if part.name in own else part
        for part in form.parts
        if part.name in element.shows
    ]


def _overridden(part: ast.DatePart, own: ast.DatePart) -> ast.DatePart:
    """Return a date-part of a locale with the attributes of the style, except for the affixes."""
    changes = {
        name: getattr(own.look, name)
        for name in LOOK_ATTRIBUTES
        if name not in ("prefix", "suffix") and getattr(own.look, name)
    }
    return ast.DatePart(
        part.name,
        own.form or part.form,
        own.range_delimiter or part.range_delimiter,
        replace(part.look, **changes),
    )


def _part(part: ast.DatePart, locale: Locale) -> Part:
    makers = {"year": _year_text, "month": _month_text, "day": _day_text}
    maker = makers.get(part.name, _no_text)
    return Part(
        part.name,
        maker(part.form, locale),
        part.look,
        replace(part.look, suffix=""),
        replace(part.look, prefix=""),
        part.range_delimiter or EN_DASH,
        Tag.YEAR if part.name == "year" else None,
        part.name == "month" and part.form.startswith("numeric"),
    )


def _no_text(_form: str, _locale: Locale) -> PartText:
    return lambda point: ""


def _year_text(form: str, _locale: Locale) -> PartText:
    def year(point: DatePoint) -> str:
        number = point.year
        if number is None:
            return ""
        if number <= 0:
            return str(1 - number)
        return f"{number % 100:02}" if form == "short" and number >= 1000 else str(number)

    return year


def _month_text(form: str, locale: Locale) -> PartText:
    seasons = {n: locale.term(f"season-{n:02}") or "" for n in range(1, 5)}
    if form == "numeric":
        months = {n: str(n) for n in range(1, 13)}
    elif form == "numeric-leading-zeros":
        months = {n: f"{n:02}" for n in range(1, 13)}
    else:
        form = form or "long"
        months = {n: locale.term(f"month-{n:02}", form) or "" for n in range(1, 13)}

    def month(point: DatePoint) -> str:
        if point.month is not None:
            return months.get(point.month, "")
        return "" if point.season is None else seasons.get(point.season, "")

    return month


def _day_text(form: str, locale: Locale) -> PartText:
    def day(point: DatePoint) -> str:
        number = point.day
        if number is None or not 1 <= number <= 31 or not 1 <= (point.month or 0) <= 12:
            return ""
        if form == "numeric-leading-zeros":
            return f"{number:02}"
        if form != "ordinal" or (number > 1 and locale.limit_day_ordinals_to_day_1):
            return str(number)
        gender = locale.gender(f"month-{point.month:02}")
        return f"{number}{locale.ordinals.suffix(number, gender)}"

    return day


def _date_nodes(parts: Sequence[Part], date: Date, delimiter: str) -> list[Node]:
    """Return the nodes of a date; in a range, shared parts appear once."""
    start, end = date.start, date.end
    if date.season:
        parts = _with_season(parts, date)
    if start is None:
        return _open_start(parts, end) if end else _words(parts, date.literal)
    if end is not None:
        parts = _without_seasons(parts, start, end)
        differing = _differing(parts, start, end)
        if differing:
            return _range_nodes(parts, start, end, differing, delimiter)
    nodes = _point_nodes(parts, start)
    if date.open_end and nodes:
        year = next((part for part in parts if part.name == "year"), parts[-1])
        return [Group([Group(nodes, delimiter), Text(year.range_delimiter)])]
    return nodes


def _without_seasons(parts: Sequence[Part], start: DatePoint, end: DatePoint) -> Sequence[Part]:
    """Return the parts of a range without seasons among numbers, like citeproc-js: "1999–2001"."""
    if start.season is None and end.season is None:
        return parts
    return [part for part in parts if not part.is_numeric_month]


def _with_season(parts: Sequence[Part], date: Date) -> list[Part]:
    """Return the parts with a season that is written as text in the place of the month."""

    def season(point: DatePoint) -> str:
        return date.season if point is date.start else ""

    return [replace(part, text=season) if part.name == "month" else part for part in parts]


def _open_start(parts: Sequence[Part], end: DatePoint) -> list[Node]:
    """Render a range without a start: a dash, and its end without a space between them."""
    shown = [part for part in parts if part.text(end)]
    nodes = _side(shown, end, closing=False)
    if not nodes:
        return []
    year = next((part for part in shown if part.name == "year"), shown[0])
    return [Group([Text(year.range_delimiter), *nodes[:1]]), *nodes[1:]]


def _words(parts: Sequence[Part], literal: str) -> list[Node]:
    """Render a literal date at the position of its year; a style without a year does not render it."""
    year = next((part for part in parts if part.name == "year"), None)
    return [Text(literal, year.look, None, True)] if literal and year else []


def _point_nodes(parts: Sequence[Part], point: DatePoint) -> list[Node]:
    nodes: list[Node] = []
    for part in parts:
        text = part.text(point)
        if text:
            nodes.append(Text(text, part.look, part.tag, "'" in text))
    return nodes


def _differing(parts: Sequence[Part], start: DatePoint, end: DatePoint) -> str:
    """Return the largest rendered part that differs between the two ends."""
    shown = {part.name: part for part in parts}
    for name in _LEVELS:
        if name in shown and _differs(shown[name], start, end):
            return name
    return ""


def _differs(part: Part, start: DatePoint, end: DatePoint) -> bool:
    if part.name == "month":
        return part.text(start) != part.text(end)
    return start.year != end.year if part.name == "year" else start.day != end.day


def _range_nodes(
    parts: Sequence[Part], start: DatePoint, end: DatePoint, differing: str, delimiter: str
) -> list[Node]:
    """CSL 1.0.2, "Date Ranges": parts from the largest differing one down are rendered on both sides."""
    twice = _LEVELS[_LEVELS.index(differing) :]
    places = [at for at, part in enumerate(parts) if part.name in twice]
    first, last = places[0], places[-1] + 1
    dash = next(part.range_delimiter for part in parts if part.name == differing)
    left = [part for part in parts[first:last] if part.text(start)]
    right = [part for part in parts[first:last] if part.text(end)]
    if not right:
        return _point_nodes(parts, start)
    both: list[Node] = [
        Group(_side(left, start, closing=True), delimiter),
        Text(dash),
        Group(_side(right, end, closing=False), delimiter),
    ]
    return [*_point_nodes(parts[:first], start), Group(both), *_point_nodes(parts[last:], end)]


def _side(parts: Sequence[Part], point: DatePoint, closing: bool) -> list[Node]:
    """Return one end of a range, without the affix next to the dash."""
    edge = len(parts) - 1 if closing else 0
    nodes: list[Node] = []
    for at, part in enumerate(parts):
        look = part.look
        if at == edge:
            look = part.look_before_dash if closing else part.look_after_dash
        text = part.text(point)
        nodes.append(Text(text, look, part.tag, "'" in text))
    return nodes


def _sort_date(element: ast.Date, form: ast.Date | None) -> Element:
    shown = frozenset(part.name for part in _parts(element, form))

    def date(call: Call) -> Result:
        value = call.item.dates.get(element.variable)
        if value is None:
            return MISSING
        key = date_key(value, shown)
        return (Text(key, PLAIN, Tag.DATE), FOUND) if key else NOT_NOW

    return date


_ALL_PARTS = frozenset(_LEVELS)


def date_key(date: Date, shown: frozenset[str] = _ALL_PARTS) -> str:
    """Return a date as digits that sort like the date; a range sorts after its first day alone."""
    if date.start is None:
        return _point_key(date.end, shown) if date.end else ""
    key = _point_key(date.start, shown)
    return f"{key} {_point_key(date.end, shown)}" if date.end else key


def _point_key(point: DatePoint, shown: frozenset[str]) -> str:
    year = point.year if point.year is not None and "year" in shown else 0
    month = (point.month or 0) if "month" in shown else 0
    day = (point.day or 0) if "day" in shown else 0
    return f"{year + _YEAR_SHIFT:06}{max(month, 0):02}{max(day, 0):02}"
