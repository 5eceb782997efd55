"""The people of an item, for rules about their names, and words that show that a name is not a person's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.data.name_titles import TITLE_WORDS
from refkit.data.placeholders import NO_AUTHOR
from refkit.data.words.conjunctions import ANDS, CERTAIN_ANDS, and_pattern
from refkit.data.words.organizations import CERTAIN_WORDS
from refkit.data.words.roles import ROLE_AT_END, ROLE_WORDS
from refkit.lint.per_item import per_item
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_WORD = lazy_pattern(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_SUFFIX = lazy_pattern(
    r"(?i)(?:[js]r|jnr|snr|junior|senior|júnior|sénior|filho|neto|sobrinho|hijo|fils|père|the (?:elder|younger)"
    r"|[ivx]{1,4}"
    r"|\d(?:st|nd|rd|th)|esq|d\. ?[äj]|[SO]\. ?[JPFM]\.?(?: ?[BC]\.?)?)\.?"
)
# "and" in the languages in which no name contains the word.
FOREIGN_AND = f"{and_pattern(CERTAIN_ANDS - {'and'})}|with"
# These may be in a person's name: "Ortega y Gasset", "Costa e Silva", "Puig i Cadafalch".
DOUBTFUL_AND = rf"{and_pattern((ANDS - CERTAIN_ANDS | {'a', 'ja', 've'}) - {'u'})}|u\.|mit|plus"
_SEPARATOR = lazy_pattern(rf"(?i).*\s(?:{FOREIGN_AND}|{DOUBTFUL_AND}|[/+|–—-]|//)\s.*")
# Words for roles after a name that cannot be names.
_ROLE = lazy_pattern(rf"(?ix)(?:.*[\s,])?({ROLE_AT_END})")


@dataclass(slots=True)
class Person:
    """A name in an item, in spoken order, and its position.

    `is_plain` is whether the name consists of letters, spaces, full stops and hyphens, like most names.
    """

    name: Name
    text: str
    variable: str
    index: int
    is_plain: bool
    _bare: str

    @property
    def words(self) -> list[str]:
        """The words in lower case, without full stops and hyphens."""
        return self._bare.split()


@dataclass(slots=True)
class _Named:
    """The names of an item: all, those of people, and those with an unusual word, letter or mark."""

    names: tuple[Person, ...]
    people: tuple[Person, ...]
    unusual: tuple[Person, ...]


# Words that some rule reports.
_UNUSUAL = CERTAIN_WORDS | TITLE_WORDS | ROLE_WORDS | NO_AUTHOR


def people(item: Item) -> tuple[Person, ...]:
    """Return the people of all name variables, in their order."""
    return _named(item).people


def all_names(item: Item) -> tuple[Person, ...]:
    """Return the people and the organizations of all name variables, in their order."""
    return _named(item).names


def unusual_people(item: Item) -> tuple[Person, ...]:
    """Return the people whose names do not consist only of capitalized words and initials."""
    return _named(item).unusual


@per_item
def _named(item: Item) -> _Named:
    names = tuple(_names(item))
    persons = tuple(person for person in names if not person.name.literal)
    return _Named(names, persons, tuple(person for person in persons if _is_unusual(person)))


def _is_unusual(person: Person) -> bool:
    """Whether a name has a mark, a word that a rule reports, or an unusual number of capital letters."""
    name = person.name
    if not person.is_plain or name.particle or name.suffix or not name.family:
        return True
    if name.family.islower() or name.given[:1].islower() or not _UNUSUAL.isdisjoint(person.words):
        return True
    if any(part and (part[0] in ".-" or part[-1] == "-") for part in (name.given, name.family)):
        return True
    has_stop = name.given[-1:] == "." and len(name.given) > 4 and name.given[-5:-1].isalpha()
    return has_stop or name.family[-1] == "." or name.family.isupper()


def _names(item: Item) -> Iterator[Person]:
    for variable, names in item.names.items():
        for index, name in enumerate(names):
            if not name.others:
                text = _spoken(name)
                bare = text.replace(".", "").replace("-", " ")
                is_plain = bare.replace(" ", "").isalpha()
                yield Person(name, text, variable, index, is_plain, bare.lower())


def _spoken(name: Name) -> str:
    """Return a name in the order in which it is spoken; most consist of a given and a family name."""
    if name.particle or name.suffix or name.literal or name.dropping_particle:
        return str(name).replace(",", "") if name.comma_suffix else str(name)
    return (
        f"{name.given} {name.family}" if name.given and name.family else name.given or name.family
    )


@lru_cache(2048)
def is_suffix(part: str) -> bool:
    """Whether a part of a name is a suffix: "Jr.", "III", "the Elder", "S.J."."""
    return _SUFFIX.fullmatch(part.strip()) is not None


@lru_cache(2048)
def has_organization_word(text: str) -> bool:
    """Whether a text contains a word of organizations' names that people do not have."""
    return any(word.lower() in CERTAIN_WORDS for word in _WORD.findall(text))


@lru_cache(2048)
def role_at_end(part: str) -> str:
    """Return the word for a role at the end of a part of a name, or an empty string."""
    match = _ROLE.fullmatch(part)
    return match[1] if match else ""


@lru_cache(2048)
def has_separator(part: str) -> bool:
    """Whether a part of a name contains a separator of names other than `and`."""
    return _SEPARATOR.fullmatch(part) is not None
