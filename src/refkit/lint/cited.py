"""Compare the citations in the text of a document with its reference list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest

from refkit.integers import read_int
from refkit.lint.citations import Cited, Numbered, author_date, numbers
from refkit.lint.facts import near_word
from refkit.lint.keyed import Keyed, keyed
from refkit.lint.listed import Listed, family_of, folded
from refkit.lint.running import Running, documents
from refkit.model.library import Library
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

# A name and its year may stand this far apart: "Smith and others, in a work of the same year (2020)".
NEAR = 160
_GAP = 800
_HYPHENATED = lazy_pattern(r"[-\u00ad]\s*\n\s*")
_ANY_YEAR = lazy_pattern(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_MAKES = frozenset("of the and for on in de der die das und la le el y et des du a an to".split())


@dataclass(slots=True, eq=False)
class Shelf:
    """The references of a document, indexed by their words.

    `texts` are the references as written, with the text up to the next one, because a page may break there.
    `name_words` are the words of their authors.
    """

    references: list[Listed]
    texts: list[str]
    years: list[frozenset[int]]
    name_words: list[frozenset[str]]
    by_word: dict[str, set[int]]
    by_author: dict[str, set[int]]

    def holding(self, words: Iterable[str], year: int) -> set[int]:
        """Return the references with this year, or without a year, that contain one of the words."""
        found = set().union(
            *(self.by_word.get(word, set()) for word in words if word not in _MAKES)
        )
        return {at for at in found if year in self.years[at] or not self.years[at]}


@dataclass(slots=True, eq=False)
class Citing:
    """A document, its citations by author and year, by number and by key, and the references they match."""

    running: Running
    shelf: Shelf
    by_name: list[Cited]
    by_number: list[Numbered]
    by_key: Keyed | None
    led_to: set[int] = field(default_factory=set)
    unlisted: list[Cited] = field(default_factory=list)

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers in the list, or none if the list contains a number twice."""
        known = [one.number for one in self.shelf.references if one.number is not None]
        counted = (
            len(set(known)) == len(known) and len(known) * 10 >= len(self.shelf.references) * 9
        )
        return frozenset(known) if counted else frozenset()


@lru_cache(1)
def citing(library: Library) -> tuple[Citing, ...]:
    """Return the documents of a library with their citations; the result is cached for other rules."""
    return tuple(_citing(running) for running in documents(library))


def _citing(running: Running) -> Citing:
    shelf = _shelf(running)
    by_key = keyed(running.source)
    made = Citing(
        running, shelf, list(author_date(running.text)), list(numbers(running.text)), by_key
    )
    for cited in made.by_name:
        found = shelf.holding(cited.all_words, cited.year) or _abbreviated(cited, shelf)
        # "(Springer, 2008)" may be in a note: only an author makes a citation certain
        made.led_to |= {at for at in found if not cited.all_words.isdisjoint(shelf.name_words[at])}
        if not found:
            made.unlisted.append(cited)
    return made


def _shelf(running: Running) -> Shelf:
    references = [one for listing in running.lists for one in listing.references]
    texts = list(_texts(references, running.source.text))
    by_word: dict[str, set[int]] = defaultdict(set)
    by_author: dict[str, set[int]] = defaultdict(set)
    years = []
    for at, (one, text) in enumerate(zip(references, texts, strict=True)):
        for word in folded(text).split():
            by_word[word].add(at)
        years.append(
            frozenset(map(int, _ANY_YEAR.findall(text))) | ({one.year} if one.year else set())
        )
        for name in one.names[:1]:
            by_author[folded(family_of(name))].add(at)
            by_word[initials(family_of(name))].add(at)
            by_word[folded(family_of(name)).replace(" ", "")].add(at)
    return Shelf(
        references, texts, years, [_telling(one) for one in references], by_word, by_author
    )


def _texts(references: list[Listed], text: str) -> Iterator[str]:
    """Yield each reference with the text up to the next one, with end-of-line hyphens kept and removed."""
    for one, other in zip_longest(references, references[1:]):
        follows = other.span.start if other else one.span.end
        end = min(follows, one.span.end + _GAP) if follows > one.span.end else one.span.end
        own = text[one.span.start : end]
        yield own if "\n" not in own else f"{own} {_HYPHENATED.sub('', own)}"


def initials(name: str) -> str:
    """Return the possible abbreviation of a name of several words: "who" for "World Health Organization"."""
    return "".join(word[0] for word in folded(name).split() if word not in _MAKES)


def _abbreviated(cited: Cited, shelf: Shelf) -> set[int]:
    """Return the references that a citation matches by abbreviation or by full name."""
    return (
        shelf.holding([initials(" ".join(cited.words))], cited.year)
        if len(cited.words) > 1
        else set()
    )


def meant(cited: Cited, shelf: Shelf) -> list[int]:
    """Return the references that an unmatched citation may mean: of its author, or of a similar one.

    A similar author counts only with the same year.
    """
    own = shelf.by_author.get(cited.words[-1]) or shelf.by_author.get(" ".join(cited.words), set())
    if own or len(cited.words) > 1:
        return sorted(at for at in own if shelf.references[at].year)
    like = near_word(cited.words[-1], shelf.by_author)
    return sorted(at for at in shelf.by_author.get(like, ()) if cited.year in shelf.years[at])


def surely_by_name(one: Citing) -> bool:
    """Whether a document clearly cites its list by author and year."""
    distinct = {(cited.words, cited.year) for cited in one.by_name if cited.sure}
    missing = {(cited.words, cited.year) for cited in one.unlisted if cited.sure}
    return len(one.led_to) >= 2 and len(missing) * 3 <= len(distinct) * 2


def surely_by_number(one: Citing) -> bool:
    """Whether a document clearly cites its list by numbers in square brackets."""
    known = one.numbers
    cited = {found.number for found in one.by_number}
    return len(cited & known) >= 3 and len(cited & known) * 2 >= len(known)


def uncited(one: Citing) -> Iterator[int]:
    """Yield the positions of references whose name is not near the year, or, without a year, not in the text."""
    words = {word for telling in one.shelf.name_words for word in telling}
    places, years = _places(one.running.text, words)
    known: dict[tuple[str, int], bool] = {}
    for at, listed in enumerate(one.shelf.references):
        telling = one.shelf.name_words[at]
        pairs = (
            [(word, year) for word in telling for year in one.shelf.years[at]]
            if listed.year
            else []
        )
        for word, year in pairs:
            if (word, year) not in known:
                known[word, year] = _near(places.get(word, []), years.get(year, []))
        mentioned = (
            any(known[pair] for pair in pairs) if pairs else any(word in places for word in telling)
        )
        if telling and not mentioned:
            yield at


def _telling(listed: Listed) -> frozenset[str]:
    """Return the words of a reference that occur where it is cited, or none if these are unknown."""
    names = [family_of(name) for name in listed.names]
    words = {
        word
        for name in names
        for word in folded(name).split()
        if len(word) > 1 and word not in _MAKES
    }
    return frozenset(words | {initials(name) for name in names if " " in name})


def _places(text: str, words: set[str]) -> tuple[dict[str, list[int]], dict[int, list[int]]]:
    """Return the positions of some words and of all years in a folded text."""
    places: dict[str, list[int]] = defaultdict(list)
    years: dict[int, list[int]] = defaultdict(list)
    for reading in {text, _HYPHENATED.sub("", text)}:
        for found in re.finditer(r"\w+", folded(reading)):
            word = found[0]
            if word in words:
                places[word].append(found.start())
            if word[:4].isdecimal() and len(word) in (4, 5):
                years[read_int(word[:4])].append(found.start())
    for known in (*places.values(), *years.values()):
        known.sort()
    return places, years


def _near(places: list[int], years: list[int]) -> bool:
    """Whether any two positions are near each other; both lists are sorted."""
    fewer, more = sorted((places, years), key=len)
    for place in fewer:
        at = bisect_left(more, place - NEAR)
        if at < len(more) and more[at] <= place + NEAR:
            return True
    return False
