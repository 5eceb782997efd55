"""Writer for schema.org's and CodeMeta's linked data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from refkit.data.bibtex_csl import OWN_MEMBERS
from refkit.data.schema_org import (
    ARTICLES,
    IDENTIFIERS,
    NAMES,
    NAMES_OF,
    OTHER_TYPE,
    PROPERTIES,
    PROPERTIES_OF,
    TYPES,
)
from refkit.formats._remainder import Remainder, date_text
from refkit.formats._values import without_case_marks
from refkit.model.citing import as_csl
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.json_text import json_text
from refkit.model.loss import Loss
from refkit.model.name import Name
from refkit.model.values import without_markup
from refkit.patterns import lazy_pattern

SCHEMA_ORG = "https://schema.org"
CODEMETA = "https://w3id.org/codemeta/3.0"
_COMMA = lazy_pattern(r"\s*[,;]\s*")
_SHARED = {name for name, count in Counter(TYPES.values()).items() if count > 1}
_NO_PROPERTY = "schema.org has no property for it"
_INDENT = "\n    "

Node = dict[str, object]


def schema_org_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the items as one graph, item by item."""
    return _graph(items, SCHEMA_ORG, losses)


def codemeta_pieces(items: Iterable[Item], losses: list[Loss]) -> Iterator[str]:
    """Yield the only item as one object, or several as a graph."""
    remaining = iter(items)
    first = list(islice(remaining, 2))
    if len(first) != 1:
        yield from _graph(chain(first, remaining), CODEMETA, losses)
        return
    writer = _Writer(first[0])
    node = {"@context": CODEMETA, **writer.node()}
    losses += writer.rest.losses
    yield json_text(node, indent=2) + "\n"


def _graph(items: Iterable[Item], context: str, losses: list[Loss]) -> Iterator[str]:
    yield f'{{\n  "@context": "{context}",\n  "@graph": ['
    before, end = _INDENT, "]\n}\n"
    for item in items:
        writer = _Writer(item)
        text = json_text(writer.node(), indent=2)
        losses += writer.rest.losses
        yield before + text.replace("\n", _INDENT)
        before, end = f",{_INDENT}", "\n  ]\n}\n"
    yield end


class _Writer:
    """State of the writer: the item, its type, the variables that are left, and what has no property."""

    __slots__ = ("item", "kind", "left", "rest")

    def __init__(self, item: Item) -> None:
        self.item = as_csl(item)
        self.kind = TYPES.get(self.item.type, OTHER_TYPE)
        self.left = {v: without_markup(without_case_marks(t)) for v, t in self.item.text.items()}
        self.rest = Remainder(self.item)

    def node(self) -> Node:
        """Return the item as a node with its properties."""
        node: Node = {"@type": self.kind}
        doi = self.left.get("DOI")
        if doi:
            node["@id"] = f"https://doi.org/{doi}"
        if self.kind in (OTHER_TYPE, *_SHARED):
            node["additionalType"] = self.item.type
        self._add_texts(node)
        self._add_names(node)
        self._add_dates(node)
        self._add_publisher(node)
        self._add_identifiers(node)
        self._add_keywords(node)
        self._add_container(node)
        self._report_rest()
        return {name: value for name, value in node.items() if value}

    def _take(self, variable: str) -> str:
        return self.left.pop(variable, "")

    def _add_texts(self, node: Node) -> None:
        for variable, name in (PROPERTIES | PROPERTIES_OF.get(self.kind, {})).items():
            value = self._take(variable)
            if value:
                node[name] = value
        if self.kind in ("Book", "Chapter"):
            node["isbn"] = self._take("ISBN")
        if self.kind in ("Periodical", "Dataset"):
            node["issn"] = self._take("ISSN")

    def _add_names(self, node: Node) -> None:
        roles = NAMES | NAMES_OF.get(self.kind, {})
        for variable, names in self.item.names.items():
            if variable in roles:
                node[roles[variable]] = [_agent(name) for name in names if not name.others]
            else:
                self._lose(variable, "; ".join(map(str, names)))

    def _add_dates(self, node: Node) -> None:
        """Write the date of publication; dates in schema.org are days, months or years."""
        for variable, date in self.item.dates.items():
            point, year = date.start, date.year
            if variable == "issued" and point is not None and year is not None:
                node["datePublished"] = _iso(point, year)
                if node["datePublished"] != date_text(date):
                    self.rest.lose(
                        variable, date_text(date), "only the start of the date is written"
                    )
            else:
                self._lose(variable, date_text(date))

    def _add_publisher(self, node: Node) -> None:
        name = self._take("publisher")
        if name:
            place = self._take("publisher-place")
            node["publisher"] = _filled({"@type": "Organization", "name": name, "address": place})

    def _add_identifiers(self, node: Node) -> None:
        node["identifier"] = [
            {"@type": "PropertyValue", "propertyID": variable, "value": self.left.pop(variable)}
            for variable in IDENTIFIERS
            if variable in self.left
        ]
        node["identifier"] = node["identifier"] or None

    def _add_keywords(self, node: Node) -> None:
        node["keywords"] = [word for word in _COMMA.split(self._take("keyword")) if word]

    def _add_container(self, node: Node) -> None:
        """Write what contains the work: issue, volume and periodical, or the book and its series."""
        series = self._series()
        is_paper = self.item.type == "paper-conference"
        if self.kind in ARTICLES and not is_paper:
            periodical = self._container("Periodical", "ISSN", "issn", series)
            volume = self._part("PublicationVolume", "volume", "volumeNumber", periodical)
            node["isPartOf"] = self._part("PublicationIssue", "issue", "issueNumber", volume)
        elif self.left.get("container-title"):
            is_book = self.kind == "Chapter" or is_paper
            kind = "Book" if is_book else OTHER_TYPE
            node["isPartOf"] = self._container(kind, "ISBN", "isbn", series)
        else:
            node["isPartOf"] = series

    def _series(self) -> Node | None:
        title = self._take("collection-title")
        if not title:
            return None
        number = self._take("collection-number")
        return _filled({"@type": "CreativeWorkSeries", "name": title, "position": number})

    def _container(self, kind: str, variable: str, number: str, series: Node | None) -> Node | None:
        name = self._take("container-title")
        if not name:
            return series
        short = self._take("container-title-short")
        has_number = variable == "ISSN" or kind == "Book"
        value = self._take(variable) if has_number else ""
        node: Node = {"@type": kind, "name": name, "alternateName": short, number: value}
        return _filled(node | {"isPartOf": series})

    def _part(self, kind: str, variable: str, name: str, whole: Node | None) -> Node | None:
        value = self._take(variable)
        return _filled({"@type": kind, name: value, "isPartOf": whole}) if value else whole

    def _report_rest(self) -> None:
        for variable, value in self.left.items():
            self._lose(variable, value)
        for name, value in self.item.custom.items():
            if name not in OWN_MEMBERS:
                self._lose(name, value)

    def _lose(self, variable: str, value: str) -> None:
        if value:
            self.rest.lose(variable, value, _NO_PROPERTY)


def _filled(node: Node) -> Node:
    """Return a node without the properties that have no value."""
    return {name: value for name, value in node.items() if value}


def _agent(name: Name) -> Node:
    """Return a person with two names, or an organization."""
    if name.literal:
        return {"@type": "Organization", "name": without_markup(name.literal)}
    family = " ".join(part for part in (name.dropping_particle, name.particle, name.family) if part)
    person = {"givenName": name.given, "familyName": family, "honorificSuffix": name.suffix}
    return _filled({"@type": "Person", **person})


def _iso(point: DatePoint, year: int) -> str:
    """Return a date as in ISO 8601."""
    first = f"{year:04}" if year >= 0 else f"-{-year:04}"
    return "-".join((first, *(f"{part:02}" for part in (point.month, point.day) if part)))
