"""Ask one rule about a list of references typed as prose."""

import re

from tests.rules.lintcase import asked

from refkit.lint.engine import check
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.model.date import Date, DatePoint
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source, Span

_SHAPE = re.compile(
    r"(?P<author>[^(]*?)\s*\((?P<date>[^()]*\d{4}[a-z]?)\)\.\s*(?P<title>[^.]*)|(?P<author2>[^,]*),\s*(?P<title2>[^.]*)\..*?(?P<date2>\d{4})"
)


def read(source: Source) -> Library:
    text = source.text
    source.format = "text"
    at = text.index("References\n") + 11
    entries, items = [], []
    for m in re.finditer(r"[^\n]+", text[at:]):
        entry, item = _one(source, at + m.start(), m[0], len(items))
        entries.append(entry)
        items.append(item)
    return Library(items, entries, [], [source])


def _one(source, start, line, n):
    m = re.match(r"\[\d+\]\s*|\d+\.\s*", line)
    skip = m.end() if m else 0
    item = Item(f"k{n}", "book")
    fields = []
    m = _SHAPE.match(line, skip)
    if m:
        for key, name in (("author", "author"), ("author2", "author"), ("date", "date"), ("date2", "date"), ("title", "title"), ("title2", "title")):
            if m[key]:
                a, b = m.span(key)
                sp = Span(start + a, start + b)
                fields.append(Field(name, m[key], sp, sp, sp))
                if name == "author":
                    item.names["author"] = tuple(_name(x) for x in re.split(r",? & |(?<=\.), ", m[key]))
                elif name == "date":
                    item.dates["issued"] = Date(m[key], DatePoint(int(re.search(r"\d{4}", m[key])[0])))
                else:
                    item.text["title"] = m[key]
    sp = Span(start, start + len(line))
    e = Entry(source, "book", item.id, sp, sp, Span(start, start), lambda _: fields)
    item.entry = e
    return e, item


def _name(x):
    fam, c, giv = x.partition(", ")
    if not c:
        *g, fam = x.split()
        giv = " ".join(g)
    return Name(family=fam, given=giv)


def findings(code: str, text: str, settings: Settings | None = None) -> list[Finding]:
    return check(read(Source(text, "test.txt")), asked(code, settings))
