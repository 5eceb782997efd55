"""Synthetic works made from parts of labelled references, to be formatted in many styles.

Names, titles, journals, publishers and places are taken from the training references; their combination and numbers
are random. The result is as varied as real reference lists, but describes no real works.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from random import Random

from tools.printed_references import print_reference
from tools.text_labels import LabelledReference, Span, unify

from refkit.csl.catalogue import style_names
from refkit.csl.style import Style
from refkit.formats.text.labelled import Labelled, Segment
from refkit.formats.text.listing import Reference
from refkit.formats.text.read.build import build_item
from refkit.formats.text.read.language import language_of
from refkit.model.date import Date, DatePoint
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.model.item import Item
from refkit.model.name import Name

__all__ = ["invent_references"]

ROUGH_SOURCE = "anystyle/ugly"
LOCALES = {"de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "pt": "pt-BR", "nl": "nl-NL"}
OTHER_LOCALES = (
    "de-DE",
    "fr-FR",
    "es-ES",
    "it-IT",
    "pt-BR",
    "nl-NL",
    "pl-PL",
    "sv-SE",
    "da-DK",
    "nb-NO",
)
OWN_LANGUAGE = re.compile(rb'default-locale="(?!en)')
FOREIGN_STYLES = 0.4  # fraction of references in styles of other languages than English
MIN_LENGTH = 30  # characters of a reference
MIN_WORKS = 20  # minimal number of works in a language to draw from
THESES = (
    "PhD thesis", "Doctoral dissertation", "Master’s thesis", "Dissertation", "PhD dissertation",
    "Thèse de doctorat", "Diplomarbeit", "Tesis doctoral",
)  # fmt: skip
REPORTS = (
    "Technical Report", "Working Paper", "Report", "Discussion Paper", "Research Report", "Rapport", "Bericht",
)  # fmt: skip
PAGE_VARIABLES = ("publisher", "publisher-place", "volume", "page", "issue", "edition", "DOI")


def invent_references(
    records: Iterable[LabelledReference], count: int, chance: Random
) -> list[LabelledReference]:
    """Return `count` labelled references in random styles, of works made from those in `records`."""
    pools = make_pools(records)
    makers, weights = zip(*MAKERS, strict=True)
    references: list[LabelledReference] = []
    while len(references) < count:
        maker: Maker = chance.choices(makers, weights)[0]
        work = maker(pools, chance)
        if is_whole(work) and (record := print_work(work, pools, chance)):
            references.append(record)
    return references


@dataclass(slots=True)
class Pools:
    """The works of the references by kind."""

    all: list[Item] = field(default_factory=list)
    articles: list[Item] = field(default_factory=list)
    books: list[Item] = field(default_factory=list)
    chapters: list[Item] = field(default_factory=list)
    theses: list[Item] = field(default_factory=list)
    others: list[Item] = field(default_factory=list)
    signed: list[Item] = field(default_factory=list)  # by people with full given names
    corporate: list[Item] = field(default_factory=list)  # by organizations
    addresses: list[str] = field(default_factory=list)
    by_language: defaultdict[str, list[Item]] = field(default_factory=lambda: defaultdict(list))


Maker = Callable[[Pools, Random], Item]


def make_pools(records: Iterable[LabelledReference]) -> Pools:
    """Return the works of carefully labelled references."""
    pools = Pools()
    for record in records:
        if record.source == ROUGH_SOURCE or not any(span.label == "title" for span in record.spans):
            continue
        item = read_item(record)
        if is_whole(item):
            add(pools, item)
    return pools


def read_item(record: LabelledReference) -> Item:
    """Return the item of a labelled reference."""
    segments: list[Segment] = []
    end_of_last = 0
    for label, start, end in unify(record):
        if max(start, end_of_last) < end:
            segments.append(Segment(label, max(start, end_of_last), end))
            end_of_last = end
    excerpt = Excerpt.from_pieces([SourcePiece(record.text, 0, len(record.text))])
    return build_item(Reference(excerpt), Labelled(tuple(segments)), "").item


def is_whole(item: Item) -> bool:
    """Whether an item has an author or editor, a title and a year."""
    people = item.names.get("author") or item.names.get("editor")
    return bool(people and item.title and item.issued.year)


def add(pools: Pools, item: Item) -> None:
    """Add an item to the pools that it belongs to."""
    pools.all.append(item)
    pools.by_language[language(item)].append(item)
    if item.URL:
        pools.addresses.append(item.URL)
    if item.author and all(map(is_written_out, item.author)):
        pools.signed.append(item)
    if any(name.literal for name in item.author):
        pools.corporate.append(item)
    pool_for(pools, item).append(item)


def pool_for(pools: Pools, item: Item) -> list[Item]:
    """Return the pool of an item's kind."""
    if item.type == "article-journal" and item.container_title:
        return pools.articles
    if item.type == "book" and item.publisher:
        return pools.books
    if item.type in ("chapter", "paper-conference"):
        return pools.chapters
    return pools.theses if item.type == "thesis" and item.publisher else pools.others


def language(item: Item) -> str:
    """Return the code of an item's language, or that of English in doubt."""
    return (item.language or language_of(item.title) or "en")[:2]


def is_written_out(name: Name) -> bool:
    """Whether a name is a person's with a full given name."""
    return not name.literal and len(name.given.split(" ")[0].strip(".")) > 2


# Works


def draw_copy(items: Sequence[Item], chance: Random) -> Item:
    """Return a copy of a random item without variables that are specific to its reference."""
    item = deepcopy(chance.choice(items))
    item.custom.clear()
    for variable in ("note", "year-suffix"):
        item.text.pop(variable, None)
    return item


def sign(item: Item, pools: Pools, chance: Random, people: float, bodies: float = 0.02) -> None:
    """Replace the authors of some works by people with full given names or by organizations."""
    if "author" not in item.names:
        return
    if chance.random() < bodies:
        item.names["author"] = chance.choice(pools.corporate).author
    elif chance.random() < people:
        item.names["author"] = chance.choice(pools.signed).author


def drop(item: Item, chance: Random, **shares: float) -> None:
    """Remove variables from some works."""
    for variable, share in shares.items():
        if chance.random() < share:
            item.text.pop(variable.replace("_", "-"), None)


def number(item: Item, chance: Random, **shares: tuple[float, int]) -> None:
    """Add numbers to some works: `variable=(fraction, highest)`."""
    for variable, (share, highest) in shares.items():
        if chance.random() < share:
            item.text[variable.replace("_", "-")] = str(chance.randrange(1, highest))


def put_day(item: Item, chance: Random) -> None:
    """Add a month and usually a day to the date of an item."""
    day = chance.randrange(1, 29) if chance.random() < 0.8 else None
    item.dates["issued"] = Date(start=DatePoint(item.issued.year, chance.randrange(1, 13), day))


def put_address(item: Item, pools: Pools, chance: Random, accessed_fraction: float) -> None:
    """Add an address to an item, and to some an access date."""
    item.text["URL"] = chance.choice(pools.addresses)
    if chance.random() < accessed_fraction:
        year = min(max(2000, item.issued.year or 2000), 2018) + chance.randrange(6)
        point = DatePoint(year, chance.randrange(1, 13), chance.randrange(1, 29))
        item.dates["accessed"] = Date(start=point)


def article(pools: Pools, chance: Random) -> Item:
    """Return an article in a journal."""
    item = draw_copy(pools.articles, chance)
    sign(item, pools, chance, 0.25)
    number(item, chance, issue=(0.3, 13))
    drop(item, chance, issue=0.2)
    return item


def book(pools: Pools, chance: Random) -> Item:
    """Return a book, by authors or by editors."""
    item = draw_copy(pools.books, chance)
    sign(item, pools, chance, 0.4, 0.12)
    if chance.random() < 0.3:
        house = chance.choice(pools.books)
        item.text["publisher"] = house.publisher
        item.text["publisher-place"] = house.text.get("publisher-place", "")
    drop(item, chance, publisher_place=0.35, publisher=0.05)
    number(item, chance, edition=(0.12, 9), number_of_pages=(0.12, 900), volume=(0.06, 9))
    if chance.random() < 0.08:
        item.text["collection-title"] = chance.choice(pools.books).title
        number(item, chance, collection_number=(0.8, 300))
    if chance.random() < 0.15 and "author" in item.names:
        item.names["editor"] = item.names.pop("author")
    elif chance.random() < 0.06:
        item.names["translator"] = chance.choice(pools.signed).author[:1]
    return item


def chapter(pools: Pools, chance: Random) -> Item:
    """Return a chapter with an article's title in an edited book."""
    item = draw_copy(pools.books, chance)
    part = chance.choice(pools.articles + pools.chapters)
    item.type = "chapter"
    item.text["container-title"], item.text["title"] = item.title, part.title
    item.names["author"] = part.author or item.author
    sign(item, pools, chance, 0.4)
    pool = pools.signed if chance.random() < 0.4 else pools.books
    item.names["editor"] = chance.choice(pool).author[: chance.choice((1, 1, 2, 2, 3))]
    number(item, chance, edition=(0.08, 6), volume=(0.1, 9))
    first = chance.randrange(1, 600)
    item.text["page"] = f"{first}-{first + chance.randrange(5, 40)}"
    drop(item, chance, publisher_place=0.2, publisher=0.15, page=0.15)
    if chance.random() < 0.1:
        del item.names["editor"]
    return item


def news(pools: Pools, chance: Random) -> Item:
    """Return an article in a newspaper or a magazine."""
    item = draw_copy(pools.articles, chance)
    item.type = chance.choice(("article-newspaper", "article-magazine"))
    sign(item, pools, chance, 0.6)
    drop(item, chance, volume=1, issue=1, DOI=1, page=0.5)
    put_day(item, chance)
    if chance.random() < 0.3:
        put_address(item, pools, chance, 0.6)
    return item


def thesis(pools: Pools, chance: Random) -> Item:
    """Return a thesis, with an article's or a book's title."""
    item = draw_copy(pools.theses, chance)
    item.text["title"] = chance.choice(pools.articles + pools.books).title
    item.names["author"] = chance.choice(pools.signed + pools.articles).author[:1]
    item.text["genre"] = chance.choice(THESES)
    return item


def page(pools: Pools, chance: Random) -> Item:
    """Return a page of a website."""
    item = draw_copy(chance.choice((pools.corporate, pools.books)), chance)
    item.type = "webpage"
    item.text["title"] = chance.choice(pools.articles + pools.books + pools.others).title
    for variable in PAGE_VARIABLES:
        item.text.pop(variable, None)
    drop(item, chance, container_title=0.6)
    put_address(item, pools, chance, 0.7)
    if chance.random() < 0.3:
        put_day(item, chance)
    return item


def report(pools: Pools, chance: Random) -> Item:
    """Return a report, usually by an organization."""
    item = book(pools, chance)
    item.type = "report"
    drop(item, chance, edition=1, volume=1)
    if chance.random() < 0.6:
        item.names["author"] = chance.choice(pools.corporate).author
    if chance.random() < 0.6:
        item.text["genre"] = chance.choice(REPORTS)
    number(item, chance, number=(0.5, 3000))
    return item


def anything(pools: Pools, chance: Random) -> Item:
    """Return an unchanged work."""
    return draw_copy(pools.others + pools.chapters, chance)


MAKERS: tuple[tuple[Maker, int], ...] = (
    (article, 28), (book, 24), (chapter, 20), (news, 5), (thesis, 5), (page, 5), (report, 5), (anything, 8),
)  # fmt: skip


# References


def print_work(item: Item, pools: Pools, chance: Random) -> LabelledReference | None:
    """Return a work as a labelled reference in a random style, or None if it contains too little."""
    if chance.random() < 0.7:
        item.text.pop("DOI", None)
    if (
        item.type not in ("webpage", "article-newspaper", "article-magazine")
        and chance.random() < 0.7
    ):
        item.text.pop("URL", None)
        item.dates.pop("accessed", None)
    is_foreign = chance.random() < FOREIGN_STYLES
    style = chance.choice(foreign_styles() if is_foreign else all_styles())
    own_locale = Style.load(style).default_locale
    if is_foreign and chance.random() < 0.7:
        translate(item, pools, own_locale[:2], chance)
    result = print_reference(item, style, locale(item, own_locale, chance), chance.randrange(1, 99))
    if result is None or len(result[0]) < MIN_LENGTH or not is_informative(result[1], chance):
        return None
    return LabelledReference(*as_people_type(*result, chance), f"csl/{style}", "")


@cache
def all_styles() -> tuple[str, ...]:
    """Return the names of all independent styles."""
    return tuple(sorted(n for n, path in style_names().items() if path.parent.name != "dependent"))


@cache
def foreign_styles() -> tuple[str, ...]:
    """Return the names of the styles whose default language is not English."""
    paths = style_names()
    return tuple(name for name in all_styles() if OWN_LANGUAGE.search(paths[name].read_bytes()))


def locale(item: Item, own: str, chance: Random) -> str:
    """Return the language of a list: the style's own, or usually the work's."""
    if own and chance.random() < 0.7:
        return own
    other_locale = chance.choice(OTHER_LOCALES) if chance.random() < 0.3 else "en-US"
    return LOCALES.get(language(item), other_locale)


def translate(item: Item, pools: Pools, code: str, chance: Random) -> None:
    """Replace the title, the container and sometimes the people of a work by those of works in a language."""
    pool = pools.by_language[code]
    if len(pool) < MIN_WORKS:
        return
    source = chance.choice(pool)
    item.text["title"], item.text["language"] = source.title, code
    if item.type == "chapter":
        item.text["container-title"] = chance.choice(pool).title
    elif item.container_title:
        same_type = [other for other in pool if other.type == item.type and other.container_title]
        item.text["container-title"] = chance.choice(same_type or [item]).container_title
    if chance.random() < 0.5 and source.author:
        item.names["author" if "author" in item.names else "editor"] = source.author


def is_informative(spans: Iterable[Span], chance: Random) -> bool:
    """Whether a reference has an author or editor and, with some exceptions, a title."""
    labels = {span.label for span in spans}
    return bool(labels & {"author", "editor"}) and ("title" in labels or chance.random() < 0.2)


def as_people_type(
    text: str, spans: Sequence[Span], chance: Random
) -> tuple[str, tuple[Span, ...]]:
    """Return a reference as people type it: straight quotes, hyphens, no number, no final full stop."""
    if spans[0].label == "citation-number" and chance.random() < 0.8:
        cut = spans[1].start
        text = text[cut:]
        spans = [Span(label, start - cut, end - cut) for label, start, end in spans[1:]]
    if chance.random() < 0.4:
        text = text.translate(str.maketrans("“”‘’", "\"\"''"))
    if chance.random() < 0.4:
        text = text.replace("–", "-")
    if chance.random() < 0.25 and not text.endswith("al."):
        text = text.rstrip(".")
    return text, tuple(Span(x, a, min(b, len(text))) for x, a, b in spans if a < len(text))
