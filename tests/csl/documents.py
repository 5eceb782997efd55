"""Small styles, items and documents for tests, each written in one line."""

from __future__ import annotations

from collections.abc import Iterable

from refkit.csl import Cite, Cluster, Processor, Style

Record = dict[str, object]

AUTHOR = '<names variable="author"><name form="short" initialize-with=". "/></names>'
YEAR = '<date variable="issued"><date-part name="year"/></date>'
AUTHOR_YEAR = f'<group delimiter=" ">{AUTHOR}{YEAR}</group>'
TITLE = '<text variable="title"/>'


def style(citation: str, bibliography: str = "", style_class: str = "in-text") -> Style:
    """A style from the XML of its cs:citation and cs:bibliography elements."""
    return Style.parse(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="{style_class}" version="1.0">'
        "<info><id>test</id><title>Test</title><updated>2020-01-01T00:00:00Z</updated></info>"
        f"{citation}{bibliography}</style>"
    )


def citing(options: str = "", layout: str = "", body: str = AUTHOR_YEAR, sort: str = "") -> str:
    """The XML of a cs:citation."""
    layout = layout or 'prefix="(" suffix=")" delimiter="; "'
    return f"<citation {options}>{sort}<layout {layout}>{body}</layout></citation>"


def listing(body: str = TITLE, options: str = "", sort: str = "") -> str:
    """The XML of a cs:bibliography."""
    return f"<bibliography {options}>{sort}<layout>{body}</layout></bibliography>"


def items(text: str) -> list[Record]:
    """Return items from lines `id: Family, Given & Family, Given, 2000, Title`; year and title are optional."""
    return [_item(line.strip()) for line in text.strip().splitlines()]


def _item(line: str) -> Record:
    id_, _, rest = line.partition(": ")
    people, year, title = [*(part.strip() for part in rest.split("|")), "", ""][:3]
    item: Record = {"id": id_, "type": "book", "title": title or id_}
    names = [name.partition(", ") for name in people.split(" & ") if name]
    if names:
        item["author"] = [{"family": family, "given": given} for family, _, given in names]
    if year:
        item["issued"] = {"date-parts": [[int(year)]]}
    return item


def cluster(text: str, note: int = 0) -> Cluster:
    """Return a cluster of cites written as `id` or `id@locator`."""
    parts = [cite.partition("@") for cite in text.split()]
    return Cluster([Cite(id_, locator=locator) for id_, _, locator in parts], note=note)


def citations(style: Style, records: Iterable[Record], *clusters: str) -> list[str]:
    """Return the citations of a document's clusters in plain text."""
    processor = Processor(style, list(records), output="text")
    return list(processor.render([cluster(one) for one in clusters]).citations)
