"""Find entries of the same work: blocks of likely pairs, so that not all entries must be compared.

Plain-text references are compared only within one list, because two papers may cite the same work.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from refkit.lint.items import ItemFinder, item_finder
from refkit.lint.persons import written_names
from refkit.lint.reading import arxiv_in
from refkit.lint.rule import TEX_FORMATS, TEXT
from refkit.model.entry import Entry
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_COMMAND = lazy_pattern(r"\\[a-zA-Z]+\s*|\\.|[{}$~]")
_TAG = lazy_pattern(r"</?(?:i|b|sup|sub|span)\b[^<>]*>")
_WORD = lazy_pattern(r"[^\W_]+")
_PART = lazy_pattern(
    r"(?:[ivx]+|\d+(?:st|nd|rd|th)?|[a-h]|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+eenth)$"
)
_STOP = frozenset(
    "a an the of on in for and to with by from at as is are via using der die das und des le la les et de du".split()
)
# Titles that many works have, as words.
_COMMON = frozenset(
    tuple(title.split())
    for title in (
        "introduction|preface|foreword|editorial|conclusion|index|contents|bibliography|references|review|discussion|"
        "letter to editor|obituary|erratum|corrigendum|comment|reply|book review|acknowledgments|epilogue"
    ).split("|")
)


# The sort of publication for each item type; works of two sorts are different. Other types can be of any sort.
KIND: dict[str, str] = {
    "thesis": "thesis",
    "book": "book",
    "pamphlet": "book",
    "report": "report",
    **dict.fromkeys(
        ("article-journal", "article-magazine", "article-newspaper", "paper-conference", "chapter"),
        "paper",
    ),
}


@dataclass(slots=True)
class Work:
    """The properties that two entries of one work share.

    The item is not one of them: a large library has too many to keep.
    """

    entry: Entry
    words: tuple[str, ...]
    author: str
    year: int | None
    preprint: bool

    @property
    def title(self) -> str:
        """The words of the title in one string."""
        return " ".join(self.words)

    @property
    def parts(self) -> list[str]:
        """The numbers in the title: part II is not part I."""
        return [word for word in self.words if _PART.match(word)]


class Heading(NamedTuple):
    """The first author's family name and the words of the title."""

    author: str
    words: tuple[str, ...]


_NAMES = frozenset({"title", "author", "editor"})


def _heading_of(entry: Entry, item_of: ItemFinder) -> Heading:
    """Return the heading of an entry.

    It is read from the fields of a .bib file, which takes a third of the time of building all items.
    """
    if entry.source.format in TEX_FORMATS:
        fields = entry.fields_named(_NAMES)
        title, people = fields.get("title"), fields.get("author") or fields.get("editor")
        words = words_of(title.value) if title else ()
        author = family_of(written_names(people.value)[0]) if people else ""
    else:
        item = item_of(entry)
        names = (item.author or item.editor) if item else ()
        words = words_of(item.title) if item else ()
        author = _last_word(names[0].family or names[0].literal) if names else ""
    return Heading(author, words)


def _shared(heading: Heading, known: dict[str, str]) -> Heading:
    """Return a heading to keep: many have the same words, and each `known` word is in memory once."""
    author, words = heading
    return Heading(known.setdefault(author, author), tuple(map(known.setdefault, words, words)))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without accents and markup, in lower case."""
    plain = text if text.isascii() else _unaccented(text)
    if "<" in plain:
        plain = _TAG.sub("", plain)
    if "\\" in plain:
        plain = _COMMAND.sub("", plain)
    else:  # a tenth of the time of the pattern
        plain = plain.replace("{", "").replace("}", "").replace("$", "").replace("~", "")
    return tuple(_WORD.findall(plain.lower()))


def family_of(name: str) -> str:
    """Return the family name of a written name, in lower-case letters without accents."""
    family, comma, _ = name.partition(",")
    if family.isascii() and family.isalpha():
        return family.lower()
    return _last_word(family) if comma or " " in family else "".join(words_of(family))


def _last_word(family: str) -> str:
    return next(reversed(words_of(family)), "")


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def is_preprint(item: Item) -> bool:
    """Whether the item is a preprint and no other publication."""
    venue = item.container_title.lower()
    if venue:
        return "rxiv" in venue or venue.startswith("corr") or "preprint" in venue
    if "eprint" in item.custom or item.type in ("manuscript", "article"):
        return not item.publisher or "rxiv" in item.publisher.lower()
    links = (item.DOI, item.URL, item.note, item.custom.get("howpublished", ""))
    return any(
        "rxiv" in link.lower() and (number < 2 or arxiv_in(link) != "")
        for number, link in enumerate(links)
    )


def pairs(
    works: Sequence[Work], blocks: Sequence[Sequence[int]], item_of: ItemFinder
) -> Iterator[tuple[Work, Work]]:
    """Yield the pairs of the same work, each later entry with the first one.

    Two works are compared if they share one of their `blocks`. A block contains few works of one author, so the time
    grows with the number of works.
    """
    members_of: dict[int, list[int]] = {}
    for number, work in enumerate(works):
        found: set[int] = set()
        for block in blocks[number]:
            members = members_of.setdefault(block, [])
            found.update(members)
            if len(members) < MOST:
                members.append(number)
        same = next(
            (other for other in sorted(found) if same_work(works[other], work, item_of)), None
        )
        if same is not None:
            yield works[same], work


MOST = 20  # works of a block that later ones are compared with


def _blocks(shelf: int, heading: Heading) -> set[int]:
    """Return the hashes of the blocks of a work: its shelf, its author and two words of its title.

    They are the first, second and last two significant words, so that one typo leaves two of the pairs. A title that
    is not significant enough to identify a work has no blocks.
    """
    author, words = heading
    significant = [word for word in words if word not in _STOP]
    if len(significant) < (2 if author else 4) or words in _COMMON:
        return set()
    edges = {tuple(significant[:2]), tuple(significant[1:3]), tuple(significant[-2:])}
    return {hash((shelf, author, *edge)) for edge in edges if len(edge) == 2}


def same_work(one: Work, two: Work, item_of: ItemFinder) -> bool:
    """Whether two works of one author have the same title, except for a typo; the cheap tests come first."""
    if one.author and two.author and one.author != two.author:
        return False
    years = (one.year, two.year)
    if years[0] and years[1]:
        apart = abs(years[0] - years[1])
        if apart > (5 if one.preprint != two.preprint else 1):
            return False
    if one.words == two.words or _differ_in_subtitle(one, two, item_of):
        return True
    titles = one.title, two.title
    if abs(len(titles[0]) - len(titles[1])) > 4 or len(titles[0]) > 400 or one.parts != two.parts:
        return False
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, *titles, autojunk=False)
    return matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE


ALIKE = 0.95


def _differ_in_subtitle(one: Work, two: Work, item_of: ItemFinder) -> bool:
    """Whether one title is the other one without its subtitle, and both works have the same place in one venue."""
    short, long = sorted((one, two), key=lambda work: len(work.words))
    if one.year != two.year or long.words[: len(short.words)] != short.words:
        return False
    left, right = item_of(short.entry), item_of(long.entry)
    if left is None or right is None or words_of(right.title.partition(": ")[0]) != short.words:
        return False
    same_venue = words_of(left.container_title) == words_of(right.container_title)
    return same_venue and left.page == right.page != "" and left.volume == right.volume


@lru_cache(1)
def twins(library: Library) -> tuple[tuple[Work, Work], ...]:
    """Return the pairs of a library; the result is cached for other rules."""
    item_of = item_finder(library)
    known_words: dict[str, str] = {}
    meeting = _meeting(library, item_of, known_words)
    works: list[Work] = []
    blocks: list[list[int]] = []
    for number, entry in enumerate(library.entries):
        item = item_of(entry) if number in meeting else None
        if item is not None:
            heading, shared = meeting[number]
            author, words = heading or _shared(_heading_of(entry, item_of), known_words)
            works.append(Work(entry, words, author, item.issued.year, is_preprint(item)))
            blocks.append(shared)
    return tuple(pairs(works, blocks, item_of))


class Meeting(NamedTuple):
    """The blocks that an entry shares with others, and its heading if it was kept."""

    heading: Heading | None
    blocks: list[int]


MOST_HEADINGS = 16_384  # headings that are kept; those of later entries are read again if needed


def _meeting(
    library: Library, item_of: ItemFinder, known_words: dict[str, str]
) -> dict[int, Meeting]:
    """Return the entries that share a block with another one, by their numbers.

    Only these can be of the same work. Most entries of most libraries are not among them.
    """
    from refkit.lint.listed import shelves

    known = shelves(library)
    headings: list[Heading] = []
    hashes, owners = array("q"), array("q")
    for number, entry in enumerate(library.entries):
        heading = _heading_of(entry, item_of)
        if number < MOST_HEADINGS:
            headings.append(_shared(heading, known_words))
        for block in _blocks(known.get(id(entry), 0), heading):
            hashes.append(block)
            owners.append(number)
    shared = {one for one, other in pairwise(sorted(hashes)) if one == other}
    meeting: dict[int, Meeting] = {}
    for block, owner in zip(hashes, owners, strict=True):
        if block in shared:
            if owner not in meeting:
                kept = headings[owner] if owner < len(headings) else None
                meeting[owner] = Meeting(kept, [])
            meeting[owner].blocks.append(block)
    return meeting


def named(entry: Entry) -> str:
    """Return the name of an entry in a message about it."""
    return "this reference" if entry.source.format == TEXT else f"`{entry.key}`"


def place_of(entry: Entry, seen_from: Entry) -> str:
    """Return the name of an entry in a message about another one."""
    if entry.source.format == TEXT:
        return f"the reference in line {entry.source.position(entry.span.start).line}"  # of the same document
    if not entry.key:
        return "the entry without a key"
    if entry.source is seen_from.source:
        return f"`{entry.key}`"
    return f"`{entry.key}` in {entry.source.name}"
