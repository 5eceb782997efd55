"""Random CSL-JSON items of every type and variable, from a seed, with ambiguous ones among them."""

from __future__ import annotations

from random import Random

from refkit.data.csl import ITEM_TYPES

Record = dict[str, object]

FAMILIES = "Smith Müller García Wang O’Neill Brown Ivanov Okafor Tanaka Dubois Meyer-Schmidt Øster".split()
GIVEN = "Anna|Bob C.|Jean-Luc|María José|Wei|T. S.|Élise|John Paul".split("|")
TITLES = (
    "The life of things",
    "On the origin of species: a review",
    "A <i>Drosophila</i> model of sleep",
    "Growth in E. coli and its limits",
    "What is to be done?",
    'The "new" economy',
    "Deep learning for natural language processing",
    "Zur Kritik der Urteilskraft",
)
PLACES = ("Oxford", "New York, NY", "Berlin", "Paris")
PUBLISHERS = ("Oxford University Press", "Springer", "MIT Press", "Éditions du Seuil")
CONTAINERS = ("Journal of Things", "Nature", "Proceedings of the Conference on Sleep", "The Times")

# What items of (nearly) every type may have: variable -> possible values.
TEXTS: dict[str, tuple[str, ...]] = {
    "volume": ("3", "12", "IV", "2-3"),
    "issue": ("4", "1-2", "Suppl. 1"),
    "page": ("101-108", "23", "e1234", "1123-29", "5-7, 9"),
    "publisher": PUBLISHERS,
    "publisher-place": PLACES,
    "edition": ("2", "3rd", "Rev. ed.", "1"),
    "collection-title": ("Studies in Things", "Lecture Notes"),
    "collection-number": ("7", "12"),
    "DOI": ("10.1000/182", "10.1093/ajae/aaq063"),
    "URL": ("https://example.org/a", "http://www.example.com/path?x=1&y=2"),
    "genre": ("PhD thesis", "Technical report", "Documentary"),
    "medium": ("DVD", "Print"),
    "number": ("42", "R-17"),
    "number-of-volumes": ("2", "1"),
    "number-of-pages": ("312", "1"),
    "version": ("2.1", "3"),
    "archive": ("National Archives",),
    "archive_location": ("Box 3, folder 2",),
    "event-title": ("Conference on Sleep",),
    "event-place": PLACES,
    "authority": ("Supreme Court",),
    "section": ("3", "Science"),
    "chapter-number": ("5",),
    "title-short": ("Things",),
    "container-title-short": ("J. Things",),
    "ISBN": ("978-3-16-148410-0",),
    "PMID": ("12345678",),
    "language": ("en", "de-DE", "fr"),
    "abstract": ("An abstract.",),
    "status": ("in press",),
    "source": ("JSTOR",),
}
NAMES = "editor translator container-author collection-editor director composer interviewer".split()


def random_items(seed: int, types: list[str] | None = None) -> list[Record]:
    """One item of each type, and for every third a twin that a cite may not tell from it."""
    random = Random(seed)
    items: list[Record] = []
    for at, kind in enumerate(types or sorted(ITEM_TYPES)):
        items.append(_item(random, f"item{at}", kind))
        if at % 3 == 0:
            twin = _item(random, f"twin{at}", kind)
            for variable in ("author", "issued", "editor"):
                if variable in items[-1]:
                    twin[variable] = items[-1][variable]
            items.append(twin)
    return items


def _item(random: Random, id_: str, kind: str) -> Record:
    item: Record = {"id": id_, "type": kind, "title": random.choice(TITLES)}
    if random.random() < 0.9:
        item["author"] = _names(random)
    if random.random() < 0.9:
        item["issued"] = _date(random)
    if random.random() < 0.5:
        item["accessed"] = {"date-parts": [[2020, 5, random.randint(1, 28)]]}
    if kind not in ("book", "thesis", "report", "software") and random.random() < 0.8:
        item["container-title"] = random.choice(CONTAINERS)
    for variable, values in TEXTS.items():
        if random.random() < 0.35:
            item[variable] = random.choice(values)
    if "event-title" in item:
        item["event"] = item["event-title"]  # as Zotero writes it, for styles older than CSL 1.0.2
    for variable in NAMES:
        if random.random() < 0.12:
            item[variable] = _names(random)
    return item


def _names(random: Random) -> list[Record]:
    return [_name(random) for _ in range(random.choice([1, 1, 2, 2, 3, 4, 7, 12]))]


def _name(random: Random) -> Record:
    if random.random() < 0.06:
        return {"literal": random.choice(("World Health Organization", "The ACME Group"))}
    name: Record = {"family": random.choice(FAMILIES), "given": random.choice(GIVEN)}
    if random.random() < 0.1:
        name["non-dropping-particle"] = random.choice(("van", "de la"))
    if random.random() < 0.05:
        name["dropping-particle"] = "von"
    if random.random() < 0.05:
        name["suffix"] = random.choice(("Jr.", "III"))
    return name


def _date(random: Random) -> Record:
    year = random.randint(1998, 2003) if random.random() < 0.9 else random.choice((1789, 850))
    parts = [year]
    if random.random() < 0.6:
        parts.append(random.randint(1, 12))
        if random.random() < 0.6:
            parts.append(random.randint(1, 28))
    date: Record = {"date-parts": [parts]}
    if random.random() < 0.02:
        date["date-parts"] = [parts, [parts[0] + 1, *parts[1:]]]
    if random.random() < 0.05:
        date["circa"] = True
    return date
