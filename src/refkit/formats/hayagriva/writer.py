"""Writer for Hayagriva's YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from refkit.data.hayagriva import EVENTS, ROLES, SERIAL_NUMBERS, TEXTS, TYPES, WHOLE_WORKS
from refkit.formats._remainder import Remainder
from refkit.formats._values import without_case_marks
from refkit.formats._yaml_text import YamlData, yaml_text
from refkit.model.citing import ALL_TITLES, as_csl
from refkit.model.date import Date
from refkit.model.dates import format_edtf
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

_NO_CASE = lazy_pattern(r'<span class="nocase">([^<>]*)</span>')
_BRACES = lazy_pattern(r"[{}]")
_FIELDS = {variable: field for field, variable in reversed(TEXTS.items())}
_ROLES = {variable: role for role, variable in ROLES.items()}
_SCHEMES = {variable: scheme for scheme, variable in SERIAL_NUMBERS.items()}
_IN_PARENT = ("publisher", "publisher-place", "volume", "issue")  # of an article
_EVENT = {"event-title": "title", "event-place": "location", "event-date": "date"}
_SERIES = {"collection-title": "title", "collection-number": "volume"}
_FORMATTED = frozenset(
    "title publisher location archive container-title collection-title event-title event-place".split()
)


def write_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield items as members of one mapping."""
    is_empty = True
    for item in items:
        writer = _Writer(item)
        yield yaml_text({item.id: writer.entry()})
        losses += writer.rest.losses
        is_empty = False
    if is_empty:
        yield "{}\n"


class _Writer:
    """State of the writer: the item, its fields and those of its parents so far, and what has none."""

    __slots__ = ("container", "event", "fields", "item", "rest", "row", "series")

    def __init__(self, item: Item) -> None:
        self.item = as_csl(item, ALL_TITLES)
        fitting = (row for row in TYPES if row.item == item.type)
        self.row = next(fitting, next(row for row in TYPES if row.entry == "misc"))
        self.fields: dict[str, YamlData] = {"type": self.row.entry}
        self.container: dict[str, YamlData] = {}
        self.series: dict[str, YamlData] = {}
        self.event: dict[str, YamlData] = {}
        self.rest = Remainder(self.item, "note")

    def entry(self) -> dict[str, YamlData]:
        """Return the fields of the entry with its parents."""
        item = self.item
        if self.row.item != item.type:
            self.rest.put_type(f"the format has no type for it; {self.row.entry} is written")
        self._put_title()
        for variable, names in item.names.items():
            self._put_names(variable, [_person(name) for name in names])
        for variable, date in item.dates.items():
            self._put_date(variable, date)
        for variable, value in item.text.items():
            self._put_text(variable, value)
        for name, value in item.custom.items():
            self.rest.put_custom(name, value, "the format has no field for it")
        self._add_parents()
        if self.rest.lines:
            notes = [one for one in (self.fields.get("note"), *self.rest.lines) if one]
            self.fields["note"] = "\n".join(map(str, notes))
        return self.fields

    def _put_title(self) -> None:
        text = self.item.text
        self._put_titles(self.fields, text.get("title", ""), text.get("title-short", ""))
        if self.row.entry in WHOLE_WORKS:
            self._lose_container()
            return
        short = text.get("container-title-short", "")
        self._put_titles(self.container, text.get("container-title", ""), short)

    def _lose_container(self) -> None:
        for variable in ("container-title", "container-title-short"):
            if variable in self.item.text:
                self.rest.put(variable, self._no_field())

    def _put_titles(self, fields: dict[str, YamlData], title: str, short: str) -> None:
        if short:
            fields["title"] = {"value": _formatted(title), "short": _formatted(short)}
        elif title:
            fields["title"] = _formatted(title)

    def _no_field(self) -> str:
        return f"the format has no field for it in entries of the type {self.row.entry}"

    def _put_names(self, variable: str, names: list[YamlData]) -> None:
        has_container = self.row.entry not in WHOLE_WORKS
        if variable in ("author", "editor"):
            self.fields[variable] = names
        elif variable == "container-author" and has_container:
            self.container["author"] = names
        elif variable == "collection-editor":
            self.series["editor"] = names
        elif variable in _ROLES:
            before = self.fields.get("affiliated")
            others = list(before) if isinstance(before, list) else []
            self.fields["affiliated"] = [*others, {"role": _ROLES[variable], "names": names}]
        else:
            self.rest.put(variable, self._no_field())

    def _put_date(self, variable: str, date: Date) -> None:
        """Write a date of the calendar; there are no ranges, seasons and uncertain dates."""
        text = "" if date.problem or not _is_exact(date) else format_edtf(date)
        if text and variable == "issued":
            self.fields["date"] = text
        elif text and variable == "event-date":
            self.event["date"] = text
        elif not text or variable != "accessed" or "URL" not in self.item.text:
            self.rest.put(variable, self._no_field())

    def _put_text(self, variable: str, value: str) -> None:
        if variable in _EVENT:
            self.event[_EVENT[variable]] = _formatted(value)
        elif variable in _SERIES:
            self.series[_SERIES[variable]] = _formatted(value)
        elif variable == "URL":
            self._put_address(value)
        elif variable in _SCHEMES:
            self._put_number(_SCHEMES[variable], value)
        elif variable in _IN_PARENT and self.row.parent == "periodical":
            self.container[_FIELDS[variable]] = _formatted(value)
        elif variable in _FIELDS:
            is_formatted = _FIELDS[variable] in _FORMATTED
            self.fields[_FIELDS[variable]] = _formatted(value) if is_formatted else value
        elif variable not in ("title", "title-short", "container-title", "container-title-short"):
            self.rest.put(variable, self._no_field())

    def _put_address(self, value: str) -> None:
        date = self.item.dates.get("accessed")
        is_written = date is not None and _is_exact(date) and not date.problem
        self.fields["url"] = {"value": value, "date": format_edtf(date)} if date and is_written else value  # fmt: skip

    def _put_number(self, scheme: str, value: str) -> None:
        before = self.fields.get("serial-number")
        others: Mapping[str, YamlData] = before if isinstance(before, dict) else {}
        self.fields["serial-number"] = {**others, scheme: value}

    def _add_parents(self) -> None:
        """Write the container, the series and the event as parents; the first one decides the item type."""
        is_event = self.row.parent in EVENTS
        parents = [] if is_event else self._containers(self.row.parent)
        if self.event or is_event:
            parents.append({"type": "conference", **self.event})
        parents += self._containers("") if is_event else []
        if parents:
            self.fields["parent"] = parents[0] if len(parents) == 1 else parents

    def _containers(self, kind: str) -> list[YamlData]:
        """Return the container with its series, or the series alone; the kind is that of a needed parent."""
        series: dict[str, YamlData] = {"type": "anthology", **self.series} if self.series else {}
        if self.row.entry in WHOLE_WORKS:
            return [series] if series else []
        if not (kind or self.container or series):
            return []
        parent = {"parent": series} if series else {}
        return [{"type": kind or "book", **self.container, **parent}]


def _person(name: Name) -> YamlData:
    """Return a name as a text if it is read as it was, or else as a mapping."""
    if name.literal or name.others:
        text = without_case_marks(name.literal) or "et al."
        return {"name": text} if "," in text else text
    given = f"{name.given} {name.dropping_particle}".strip()
    has_other_parts = name.particle or name.suffix or name.dropping_particle
    if given and not has_other_parts and "," not in name.family + given:
        return f"{name.family}, {given}"
    parts: dict[str, YamlData] = {"name": name.family, "given-name": given}
    others = {"prefix": name.particle, "suffix": name.suffix}
    return parts | {part: text for part, text in others.items() if text}


def _formatted(text: str) -> YamlData:
    """Return a text with braces around what keeps its case; one with braces of its own is verbatim."""
    if _BRACES.search(text):
        return {"value": without_case_marks(text), "verbatim": True}
    return without_case_marks(_NO_CASE.sub(r"{\1}", text))


def _is_exact(date: Date) -> bool:
    is_range = date.end or date.open_end or date.open_start
    is_inexact = date.approximate or date.uncertain or date.literal or date.season
    point = date.start
    return not (is_range or is_inexact) and point is not None and bool(point.year) and not point.season  # fmt: skip
