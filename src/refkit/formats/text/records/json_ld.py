"""schema.org's descriptions in JSON-LD: the works that a page cites, or a list of works.

The work that the page itself is about is not one of its references.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refkit.formats.text.records.values import (
    DataRecord,
    Values,
    doi_in,
    pages,
    person,
    plain_pages,
    put_names,
    put_texts,
    read_json,
)

MAX_DEPTH = 20
TYPES: dict[str, str] = {
    "ScholarlyArticle": "article-journal", "MedicalScholarlyArticle": "article-journal", "Article": "article",
    "NewsArticle": "article-newspaper", "BlogPosting": "post-weblog", "Book": "book", "Chapter": "chapter",
    "Thesis": "thesis", "Report": "report", "Dataset": "dataset", "SoftwareSourceCode": "software",
    "SoftwareApplication": "software", "WebPage": "webpage", "WebSite": "webpage", "Legislation": "legislation",
    "Movie": "motion_picture", "VideoObject": "motion_picture", "Map": "map", "CreativeWork": "document",
    "PublicationIssue": "periodical", "TechArticle": "article", "Review": "review",
}  # fmt: skip
_CONTAINERS = frozenset(
    ("Periodical", "Book", "Collection", "BookSeries", "WebSite", "PublicationIssue")
)
Thing = Mapping[str, object]


def read(data: str) -> Iterator[DataRecord]:
    """Yield the cited works of a description, and those of a list. Raises DamagedRecord."""
    yield from (DataRecord(_values(work), _identity(work)) for work in _cited(read_json(data), 0))


def _cited(value: object, depth: int) -> Iterator[Thing]:
    """Yield the works in `citation` and `itemListElement` at any depth."""
    if depth > MAX_DEPTH:
        return
    for thing in _things(value):
        for member in ("citation", "itemListElement"):
            for entry in _things(thing.get(member)):
                work = entry.get("item") if entry.get("@type") == "ListItem" else entry
                yield from (each for each in _things(work) if _is_work(each))
        for member in ("@graph", "mainEntity", "hasPart", "isPartOf"):
            yield from _cited(thing.get(member), depth + 1)


def _things(value: object) -> Iterator[Thing]:
    values = value if isinstance(value, list) else [value]
    return (element for element in values if isinstance(element, Mapping))


def _types(thing: Thing) -> list[str]:
    value = thing.get("@type")
    return [str(name) for name in (value if isinstance(value, list) else [value])]


def _is_work(thing: Thing) -> bool:
    named = _text(thing, "name", "headline")
    return bool(named) and any(name in TYPES for name in _types(thing))


def _identity(thing: Thing) -> str:
    return _text(thing, "@id")


def _text(thing: Thing | None, *members: str) -> str:
    """Return the text of the first of some members that has one; of an object, its name or value."""
    for member in members if thing else ():
        value = thing.get(member) if thing else None
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, Mapping):
            value = value.get("name") or value.get("value") or value.get("@value")
        if isinstance(value, (str, int)) and str(value).strip():
            return " ".join(str(value).split())
    return ""


def _values(work: Thing) -> Values:
    """Return a work as CSL-JSON."""
    parents = [*_parents(work, 0)]
    container = next((one for one in parents if not _CONTAINERS.isdisjoint(_types(one))), None)
    values: Values = {"type": next(TYPES[name] for name in _types(work) if name in TYPES)}
    if values["type"] == "article" and container:
        values["type"] = "article-journal"
    for role, variable in (("author", "author"), ("creator", "author"), ("editor", "editor")):
        if variable not in values:
            put_names(values, variable, [*_names(work.get(role))])
    first, last = _text(work, "pageStart"), _text(work, "pageEnd")
    chain = [work, *parents]
    put_texts(
        values,
        {
            "title": _text(work, "name", "headline"),
            "container-title": _text(container, "name", "headline"),
            "volume": next(filter(None, (_text(one, "volumeNumber") for one in chain)), ""),
            "issue": next(filter(None, (_text(one, "issueNumber") for one in chain)), ""),
            "page": plain_pages(_text(work, "pagination")) or pages(first, last),
            "publisher": next(filter(None, (_text(one, "publisher") for one in chain)), ""),
            "ISBN": _text(work, "isbn"),
            "ISSN": _text(container, "issn"),
            "edition": _text(work, "bookEdition"),
            "DOI": next(filter(None, map(doi_in, _identifiers(work))), ""),
            "URL": _text(work, "url"),
            "language": _text(work, "inLanguage"),
        },
    )
    issued = next(filter(None, (_text(one, "datePublished", "dateCreated") for one in chain)), "")
    if issued:
        values["issued"] = issued.partition("T")[0]
    return values


def _parents(work: Thing, depth: int) -> Iterator[Thing]:
    for parent in _things(work.get("isPartOf")):
        yield parent
        if depth < MAX_DEPTH:
            yield from _parents(parent, depth + 1)


def _names(value: object) -> Iterator[object]:
    for element in value if isinstance(value, list) else [value]:
        if isinstance(element, str):
            yield person(element)
        elif isinstance(element, Mapping):
            yield _name(element)


def _name(thing: Thing) -> object:
    family, given = _text(thing, "familyName"), _text(thing, "givenName")
    if family:
        return {"family": family, "given": given} if given else {"family": family}
    name = _text(thing, "name")
    if "Organization" in "".join(_types(thing)):
        return {"literal": name} if name else None
    return person(name)


def _identifiers(work: Thing) -> Iterator[str]:
    """Yield the texts that can contain a DOI."""
    for member in ("identifier", "sameAs", "@id", "url", "doi"):
        value = work.get(member)
        for element in value if isinstance(value, list) else [value]:
            text = element.get("value") if isinstance(element, Mapping) else element
            if isinstance(text, str) and (member in ("identifier", "doi") or "doi.org/" in text):
                yield text
