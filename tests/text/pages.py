"""Invented papers in six languages: a list in one style and layout, with other text before and after it.

`pages(count)` gives the same pages each time. Each name is hashed: the pages of one half are for looking, the others
for counting.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tests.text.layouts import LAYOUTS, Lines, listed, on_pages, wrapped
from tests.text.page_words import WORDS, Vocabulary

Chance = random.Random
INITIALS = {"ru": "АБВГДЕИКЛМНОПРСТ"}


class Author(NamedTuple):
    family: str
    given: str

    @property
    def initial(self) -> str:
        return f"{self.given[0]}."


@dataclass(slots=True)
class Work:
    """What a reference is about."""

    kind: str
    authors: list[Author]
    year: int
    title: str
    container: str
    editor: Author
    publisher: str
    place: str
    volume: int
    issue: int
    first: int

    @property
    def pages(self) -> str:
        return f"{self.first}–{self.first + 3 + self.volume % 20}"


@dataclass(slots=True)
class Page:
    """An invented paper and its references."""

    name: str
    text: str
    references: list[str]

    @property
    def looked_at(self) -> bool:
        return hashlib.sha1(self.name.encode()).digest()[0] % 2 == 0


def make_author(words: Vocabulary, chance: Chance) -> Author:
    given = chance.choice(words.given)
    return Author(chance.choice(words.families), given)


def make_title(words: Vocabulary, chance: Chance) -> str:
    form = chance.choice(words.titles)
    parts = [chance.choice(words.nouns) for _ in range(4)]
    title = form.format(*parts, *(chance.choice(words.places) for _ in range(2)))
    if chance.random() < 0.35:
        second = chance.choice(words.titles).format(*reversed(parts), *words.places[:2])
        title = f"{title}{chance.choice((': ', '. ', ' – '))}{second}"
    return title[0].upper() + title[1:]


def make_work(words: Vocabulary, chance: Chance) -> Work:
    authors = [make_author(words, chance) for _ in range(chance.choice((1, 1, 1, 2, 2, 3)))]
    kind = chance.choice(("article", "article", "book", "book", "chapter"))
    container = chance.choice(words.journals)
    if kind == "chapter":
        container = make_title(words, chance)
    return Work(
        kind, authors, chance.randint(1965, 2021), make_title(words, chance), container, make_author(words, chance),
        chance.choice(words.publishers), chance.choice(words.places), chance.randint(1, 80),
        chance.randint(1, 12), chance.randint(1, 800),
    )  # fmt: skip


Style = Callable[[Work, Vocabulary], str]


def joined(names: list[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{last}{names[-1]}"


def inverted(work: Work, last: str = " & ") -> str:
    return joined([f"{one.family}, {one.initial}" for one in work.authors], last)


def full(work: Work, last: str) -> str:
    return joined([f"{one.family}, {one.given}" for one in work.authors], last)


def journal(work: Work, words: Vocabulary) -> str:
    return f"{work.container}, {words.volume} {work.volume}, {words.page} {work.pages}"


def editors(work: Work, words: Vocabulary) -> str:
    return f"{work.editor.family}, {work.editor.given} ({words.editor})"


def imprint_of(work: Work) -> str:
    return f"{work.place}: {work.publisher}"


def apa(work: Work, words: Vocabulary) -> str:
    head = f"{inverted(work, ', & ')} ({work.year}). {work.title}."
    match work.kind:
        case "article":
            return f"{head} {work.container}, {work.volume}({work.issue}), {work.pages}."
        case "chapter":
            editor = f"{work.editor.initial} {work.editor.family} ({words.editor})"
            return f"{head} {words.inside} {editor}, {work.container} ({words.page} {work.pages}). {work.publisher}."
    return f"{head} {work.place}: {work.publisher}."


def with_colon(work: Work, words: Vocabulary) -> str:
    head = f"{full(work, '/')} ({work.year}): {work.title}."
    match work.kind:
        case "article":
            return (
                f"{head} {words.inside}: {work.container} {work.volume}, {words.page} {work.pages}."
            )
        case "chapter":
            inside = f"{words.inside}: {editors(work, words)}: {work.container}"
            return f"{head} {inside}. {imprint_of(work)}, {words.page} {work.pages}."
    return f"{head} {work.place}: {work.publisher}."


def without_stop(work: Work, words: Vocabulary) -> str:
    """References that end without a full stop, as in many German papers."""
    head = f"{inverted(work, '; ')} ({work.year}): {work.title}."
    match work.kind:
        case "article":
            return f"{head} {work.container}, {work.volume}, {work.issue}, {work.pages}"
        case "chapter":
            return f"{head} {words.inside}: {editors(work, words)}: {work.container}. {work.place}"
    return f"{head} {work.publisher}: {work.place}"


def comma_year(work: Work, words: Vocabulary) -> str:
    head = f"{full(work, ' / ')}, {work.year}: {work.title}."
    if work.kind == "article":
        return f"{head} {work.container} {work.volume} ({work.issue}): {work.pages}."
    return f"{head} {work.place}: {work.publisher}."


def year_last(work: Work, words: Vocabulary) -> str:
    head = f"{full(work, ', ')}: {work.title}"
    match work.kind:
        case "article":
            return f"{head}, {words.inside}: {work.container} {work.volume} ({work.year}), {words.page} {work.pages}"
        case "chapter":
            inside = f"{words.inside}: {editors(work, words)}, {work.container}"
            return f"{head}, {inside}, {work.place} {work.year}, {words.page} {work.pages}"
    return f"{head}, {work.place} {work.year}"


def small_capitals(work: Work, words: Vocabulary) -> str:
    names = joined([f"{one.family.upper()} {one.given}" for one in work.authors], ", ")
    opened, closed = words.quotes
    match work.kind:
        case "article":
            return f"{names}, {work.year}, {opened}{work.title}{closed}, {journal(work, words)}."
        case "chapter":
            inside = f"{words.inside} {work.container}, {work.place}, {work.publisher}"
            return f"{names}, {work.year}, {opened}{work.title}{closed}, {inside}."
    return f"{names}, {work.year}, {work.title}, {work.place}, {work.publisher}."


def chicago(work: Work, words: Vocabulary) -> str:
    opened, closed = words.quotes
    head = f"{full(work, f' {words.conjunction} ')}. {work.year}. "
    if work.kind == "book":
        return f"{head}{work.title}. {work.place}: {work.publisher}."
    if work.kind == "article":
        return f"{head}{opened}{work.title}.{closed} {work.container} {work.volume} ({work.issue}): {work.pages}."
    inside = f"{words.inside} {work.container}, {work.pages}"
    return f"{head}{opened}{work.title}.{closed} {inside}. {imprint_of(work)}."


def vancouver(work: Work, words: Vocabulary) -> str:
    names = ", ".join(f"{one.family} {one.initial[:1]}" for one in work.authors)
    if work.kind == "article":
        return f"{names}. {work.title}. {work.container}. {work.year};{work.volume}:{work.pages}."
    return f"{names}. {work.title}. {work.place}: {work.publisher}; {work.year}."


def initials_first(work: Work, words: Vocabulary) -> str:
    names = joined(
        [f"{one.initial} {one.family}" for one in work.authors], f" {words.conjunction} "
    )
    opened, closed = words.quotes
    if work.kind == "article":
        return f"{names}, {opened}{work.title},{closed} {journal(work, words)}, {work.year}."
    return f"{names}, {work.title}. {work.place}: {work.publisher}, {work.year}."


def gost(work: Work, words: Vocabulary) -> str:
    names = ", ".join(f"{one.family} {one.initial}" for one in work.authors)
    if work.kind == "article":
        return f"{names} {work.title} // {work.container}. {work.year}. № {work.issue}. {words.page} {work.pages}."
    return f"{names} {work.title}. {work.place}: {work.publisher}, {work.year}. {work.first + 90} {words.page.lower()}"


STYLES: dict[str, Style] = {
    style.__name__: style
    for style in (apa, with_colon, without_stop, comma_year, year_last, small_capitals, chicago, vancouver,
                  initials_first, gost)
}  # fmt: skip
NUMBERED = ("in_brackets", "with_full_stop")


# What stands before and after a list.


def series(words: Vocabulary, chance: Chance, width: int) -> Lines:
    """An advertisement of a series: a sentence and its numbers, from A or from the first one again."""
    count = chance.randint(4, 25)
    works = [make_work(words, chance) for _ in range(count)]
    kind = chance.choice(("numbered", "lines", "dated", "sorted"))
    lines = [chance.choice(words.series), ""]
    if kind == "sorted":
        works.sort(key=lambda work: work.authors[0].family)
    for at, work in enumerate(works, 1):
        author = f"{work.authors[0].family}, {work.authors[0].given}"
        if kind == "numbered":
            lines += [f"{words.number} {at}/{work.year}", f"{author}: {work.title}"]
        elif kind == "lines":
            lines += wrapped(f"{words.number} {at}: {author}: {work.title}", width, chance)
        elif kind == "dated":
            lines += wrapped(f"{at:02}/{work.year} {work.title} – {author}", width, chance)
        else:
            lines += wrapped(f"{author}: {work.title}, {words.number} {at}", width, chance)
    return lines


def authors_note(words: Vocabulary, chance: Chance, width: int) -> Lines:
    """A few sentences on the authors."""
    notes = [chance.choice(words.notes).format(make_author(words, chance).given, chance.choice(words.families),
             chance.choice(words.places), chance.choice(words.nouns)) for _ in range(chance.randint(1, 3))]  # fmt: skip
    return [line for note in notes for line in [*wrapped(note, width, chance), ""]]


def addresses(words: Vocabulary, chance: Chance, width: int) -> Lines:
    """Addresses of the authors."""
    lines: Lines = []
    for _ in range(chance.randint(1, 4)):
        one, place = make_author(words, chance), chance.choice(words.places)
        lines += [f"{chance.choice(('Prof. Dr. ', 'Dr. ', ''))}{one.given} {one.family}", words.institute.format(place),
                  f"{chance.randint(10000, 99999)} {place}", f"E-Mail: {one.given.lower()}@example.org"]  # fmt: skip
    return lines


def affiliations(words: Vocabulary, chance: Chance, width: int) -> Lines:
    """Numbered affiliations."""
    places = chance.sample(words.places, 6)
    return [f"{at} {words.institute.format(place)}, {place}" for at, place in enumerate(places, 1)]


def collaboration(words: Vocabulary, chance: Chance, width: int) -> Lines:
    """The members of a collaboration, each with the numbers of institutes."""
    people = [make_author(words, chance) for _ in range(chance.randint(15, 60))]
    names = ", ".join(f"{one.initial} {one.family}{chance.randint(1, 6)}" for one in people)
    return [
        f"The {chance.choice(words.places).upper()} Collaboration",
        "",
        *wrapped(names, width, chance),
        "",
        *affiliations(words, chance, width),
    ]


def imprint(words: Vocabulary, chance: Chance, width: int) -> Lines:
    """The publisher's own page."""
    return [line.format(chance.choice(words.places)) for line in words.imprint]


def prose(words: Vocabulary, chance: Chance, width: int) -> Lines:
    """A paragraph of text."""
    return wrapped(words.prose * 2, width, chance)


def no_text(words: Vocabulary, chance: Chance, width: int) -> Lines:
    return []


Other = Callable[[Vocabulary, Chance, int], Lines]
TAILS: tuple[tuple[Other, int], ...] = (
    (no_text, 6), (series, 5), (authors_note, 3), (addresses, 2), (affiliations, 1), (collaboration, 1), (imprint, 2),
    (prose, 2),
)  # fmt: skip
FRONTS: tuple[tuple[Other, int], ...] = (
    (no_text, 12), (prose, 2), (addresses, 1), (authors_note, 1)
)  # fmt: skip


def second_list(words: Vocabulary, chance: Chance, width: int) -> tuple[list[str], Lines]:
    """Sources of another kind below a heading of their own, which belong to the list as well."""
    found = []
    for _ in range(chance.randint(4, 12)):
        work = make_work(words, chance)
        day = f"{chance.randint(1, 28)}.{chance.randint(1, 12)}.{work.year}"
        found.append(f"{work.container}, {work.title}, {day}, {words.page} {work.issue}.")
    return found, [
        words.sources,
        "",
        *(line for one in found for line in wrapped(one, width, chance)),
    ]


def make_page(language: str, number: int) -> Page:
    """Return the page with a number in a language."""
    name = f"{language}-{number}"
    chance, words = Chance(name), WORDS[language]
    styles = [*STYLES] if language == "ru" else [style for style in STYLES if style != "gost"]
    style, layout = chance.choice(styles), chance.choice([*LAYOUTS, "flat", "hanging", "flat"])
    width = chance.choice((45, 55, 65, 75, 85, 95))
    works = [make_work(words, chance) for _ in range(chance.choice((6, 10, 15, 20, 30, 45, 60)))]
    if layout not in NUMBERED:
        works.sort(key=lambda work: (work.authors[0].family, work.year))
    references = [STYLES[style](work, words) for work in works]
    front = chance.choices(*zip(*FRONTS, strict=True))[0](words, chance, width)
    tail = chance.choices(*zip(*TAILS, strict=True))[0]
    lines = [*front, *([""] if front else []), *listed(references, layout, width, chance)]
    if chance.random() < 0.1:
        more, more_lines = second_list(words, chance, width)
        references, lines = [*references, *more], [*lines, "", *more_lines]
    behind = tail(words, chance, width)
    gap = [""] if chance.random() < 0.6 else []
    before = [line for _ in range(6) for line in [*prose(words, chance, width), ""]]
    whole = [*before, words.heading, "", *lines, *gap, *behind]
    if chance.random() < 0.3:
        whole = [line for line in whole if line.strip()]
    text = "\n".join(on_pages(whole, width) if chance.random() < 0.6 else whole)
    return Page(
        f"{name} {style} {layout} {tail.__name__} {'front' if front else ''}", text, references
    )


def pages(count: int) -> Iterator[Page]:
    """Yield so many pages in each language."""
    for language in WORDS:
        for number in range(count):
            yield make_page(language, number)
