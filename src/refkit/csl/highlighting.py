"""Recognize a person among the names of items, and set these names in bold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from refkit.csl.bibliography import name_rows, single_names
from refkit.csl.context import NamesGroup
from refkit.csl.markup import strip_tags
from refkit.csl.output import Group, Node
from refkit.errors import RefkitError
from refkit.model.name import Name
from refkit.model.names import parse_name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace

_GAP = lazy_pattern(r"[\s.\-\u2010\u2011\u00ad·]+")
_INITIALS = lazy_pattern(r"[^\W\d_]{2,3}")


@dataclass(slots=True, frozen=True)
class Person:
    """One reading of a name that a user wrote: family name, given names and suffix, without case and accents."""

    family: str
    given: tuple[str, ...]
    suffix: str = ""


def own_names(names: Iterable[str]) -> Callable[[Name], bool]:
    """Return the test whether a name of an item is one of `names`.

    A name can be written in any order ("Doe, Jane", "Jane Doe", "Doe J"), with initials or given names; a family
    name alone matches every person with it. Case and accents are ignored, and a particle can be omitted. Raises
    RefkitError for a name without letters.
    """
    readings = [reading for name in names for reading in _readings(name)]

    def is_own(name: Name) -> bool:
        return any(_is_person(name, reading) for reading in readings)

    return is_own


def _readings(written: str) -> list[Person]:
    """Return the ways to read a name: without a comma, the family name is at the end or at the start."""
    text = " ".join(written.split())
    if not any(map(str.isalpha, text)):
        raise RefkitError(f"`{written}` is not a name; write it like `Doe, Jane`")
    if "," in text:
        name = parse_name(text)
        family = " ".join(filter(None, (name.particle or name.dropping_particle, name.family)))
        return [Person(_plain(family), _given(name.given), _plain(name.suffix))]
    words = text.split(" ")
    return [Person(_plain(text), ())] + [
        Person(_plain(" ".join(family)), _given(" ".join(given)))
        for at in range(1, len(words))
        for given, family in ((words[:at], words[at:]), (words[at:], words[:at]))
    ]


def _is_person(name: Name, person: Person) -> bool:
    if name.literal:
        return _plain(name.literal) in (person.family, _spoken(person))
    if person.family not in _families(name):
        return _unspaced(name) == person.family.replace(" ", "") and not person.given
    if person.suffix and person.suffix != _plain(name.suffix):
        return False
    return not person.given or _agree(person.given, _given(name.given))


def _families(name: Name) -> Iterator[str]:
    """Yield the family name with and without its particles."""
    yield _plain(name.family)
    for parts in (
        (name.particle, name.family),
        (name.dropping_particle, name.family),
        (name.dropping_particle, name.particle, name.family),
    ):
        yield _plain(" ".join(filter(None, parts)))


def _unspaced(name: Name) -> str:
    """Return the whole name without spaces, family name first, as Chinese names are often written."""
    return _plain(name.family + name.given).replace(" ", "")


def _spoken(person: Person) -> str:
    return " ".join((*person.given, person.family))


def _agree(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two lists of given names can belong to one person: an initial agrees with a name."""
    pairs = list(zip(first, second, strict=False))
    return bool(pairs) and all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in pairs
    )


def _given(text: str) -> tuple[str, ...]:
    """Return given names and initials; `JP` is two initials."""
    given: list[str] = []
    for word in _GAP.split(strip_tags(text)):
        letters = word if _INITIALS.fullmatch(word) and word.isupper() else (word,)
        given += [plain for plain in map(_plain, letters) if plain]
    return tuple(given)


def _plain(text: str) -> str:
    """Return letters, digits and spaces without accents and case."""
    decomposed = unicodedata.normalize("NFKD", strip_tags(text).casefold())
    kept = "".join(char if char.isalnum() else " " for char in decomposed if not _accent(char))
    return " ".join(kept.split())


def _accent(char: str) -> bool:
    return char in "'’ʼ‘`" or unicodedata.category(char) == "Mn"


# -- output ------------------------------------------------------------------------------------


def with_bold_names(node: Node, is_own: Callable[[Name], bool]) -> Node:
    """Return an entry with the names of a person in bold."""
    if not isinstance(node, Group):
        return node
    if isinstance(node, NamesGroup) and node.lists:
        return _in_bold(node, {id(one) for one in _own_nodes(node, is_own)})
    return replace(node, children=[with_bold_names(child, is_own) for child in node.children])


def _own_nodes(names: NamesGroup, is_own: Callable[[Name], bool]) -> Iterator[Node]:
    """Yield the nodes of the person's names; after an ellipsis, the last node is the last name."""
    rows = list(name_rows(names))
    lists = (
        [one for one in names.lists if one.shown] if len(rows) < len(names.lists) else names.lists
    )
    for row, one in zip(rows, lists, strict=False):
        nodes = single_names(row)
        shown = [*one.names[: one.shown], *([one.names[-1]] * (len(nodes) - one.shown))]
        yield from (node for node, name in zip(nodes, shown, strict=False) if is_own(name))


def _in_bold(node: Node, own: set[int]) -> Node:
    if id(node) in own:
        return _bold(node)
    if not isinstance(node, Group):
        return node
    return replace(node, children=[_in_bold(child, own) for child in node.children])


def _bold(node: Node, weight: str = "bold") -> Node:
    """Return a node in bold as a whole: a style can set parts of names in another weight."""
    look = replace(node.look, font_weight=weight)
    if not isinstance(node, Group):
        return replace(node, look=look)
    return replace(node, look=look, children=[_bold(child, "") for child in node.children])
