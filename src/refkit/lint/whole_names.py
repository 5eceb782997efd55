"""Recognizes a whole person, family name and given names, in a part of a name."""

from __future__ import annotations

from enum import Enum

from refkit.data.given_names import FIRST_OF_TWO_FAMILY_NAMES, GIVEN_NAMES
from refkit.data.words.organizations import CERTAIN_WORDS
from refkit.data.words.particles import PARTICLES
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode_letters

_WORD = lazy_pattern(r"[^\s~]+")
# "J.", "J.R.", "J.-P.", "Yu."; a single letter, or up to three in the style of PubMed ("Smith JA")
_DOTTED = lazy_pattern(r"(?:[^\W\d_][^\W\d_]?\.-?)+")
_BARE = lazy_pattern(r"[^\W\d_]{1,3}")
_NAME = lazy_pattern(r"[^\W\d_](?:[^\W\d_]|['’`-](?=[^\W\d_]))+")
_NO_INITIALS = frozenset(
    "jr. sr. ii iii iv dr. prof. ed. eds. st. inc. co. u.s. u.k. u.n. no. vol.".split()
)
_ALONE = lazy_pattern(r"(?i)\{.*\}|_+|others|et\.?\s+al\.?")
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
# by the signs of the words (see `_sign`): one person in either order
_FAMILY_FIRST = lazy_pattern(r"(p*f+)[ib]+")
_GIVEN_FIRST = lazy_pattern(r"f?[ib]+p*f|fp*f")


class Order(Enum):
    """How a person is written: "Ann B. Roe" or "A. Roe"; "Roe A."; "Roe A"; "Ann Roe"."""

    GIVEN_FIRST = "given first"
    FAMILY_FIRST = "family first"
    FAMILY_FIRST_BARE = "family first, initials without dots"
    WORDS = "no initials"


_FAMILY_LAST = (Order.GIVEN_FIRST, Order.WORDS)


def are_people(left: str, right: str) -> bool:
    """Whether two parts are people whose names are written in the same order.

    "García M., José A." is one person with an abbreviated second family name.
    """
    one, two = _order_of(left), _order_of(right)
    if one in _FAMILY_LAST:
        return two in _FAMILY_LAST or (one is Order.WORDS and _may_be_person(left, right))
    return one is not None and one is two and _words(right)[0].lower() not in GIVEN_NAMES


def _may_be_person(left: str, right: str) -> bool:
    """Whether a part next to a person has two names of which the last is not a given name: "Anna Berg, Bo Roe".

    "Martín García, José Antonio" is one person with two family names, of which the first is also a given name.
    """
    words = _words(right)
    return (
        _signs(words) == "ff"
        and words[-1].lower() not in GIVEN_NAMES
        and len(_words(left)) == 2
        and _words(left)[0].lower() not in FIRST_OF_TWO_FAMILY_NAMES
    )


def is_person(name: str) -> bool:
    """Whether a name as written, or a list of names with commas between them, consists of people.

    "Roe, Ann", "Roe, A., Jr.", "A. Roe", "Roe A", "Ann Roe", and "Roe, A., Doe, B." or "A. Roe, B. Doe".
    """
    parts = [part.strip() for part in name.split(",")]
    if all(_order_of(part) for part in parts):
        return True
    signs = [_signs(_words(part)) for part in parts]
    if len(parts) == 3:
        signs = [
            sign for part, sign in zip(parts, signs, strict=True) if part.lower() not in _SUFFIXES
        ]
    if len(signs) % 2 or not all(signs):
        return False
    return all("f" in sign for sign in signs[::2]) and (
        len(signs) == 2 or all(set(sign) <= set("ib") for sign in signs[1::2])
    )


def is_certain(part: str) -> bool:
    """Whether a part of a list is certainly one or more whole names: people, a name in braces, or "others"."""
    return _ALONE.fullmatch(part.strip()) is not None or is_person(part)


def separated(left: str, right: str) -> str | None:
    """Return two people as BibTeX reads them, None if a part may be several people."""
    people = (left.strip(), right.strip())
    if _order_of(left) not in _FAMILY_LAST:
        people = _inverted(left), _inverted(right)
        return " and ".join(people) if all(people) else None
    single = _order_of(right) is not None and all(
        _GIVEN_FIRST.fullmatch(_signs(_words(part))) for part in people
    )
    return " and ".join(people) if single else None


def _order_of(part: str) -> Order | None:
    """Return how a part of a name writes a whole person, None if it does not.

    A part without initials does if it starts with a common given name and does not end with one.
    """
    words = _words(part)
    signs = _signs(words)
    return _order(signs, words) if "f" in signs and len(words) > 1 else None


def _inverted(part: str) -> str:
    """Return "Roe, A." for "Roe A.", "" if the part is not a single person in this order."""
    words = part.split()
    match = _FAMILY_FIRST.fullmatch(_signs(words)) if words == _words(part) else None
    if match is None:
        return ""
    return f"{' '.join(words[: match.end(1)])}, {' '.join(words[match.end(1) :])}"


def _words(part: str) -> list[str]:
    return _WORD.findall(decode_letters(part).replace("{", "").replace("}", ""))


def _signs(words: list[str]) -> str:
    """Return a sign for each word, "" if one of them is not part of a person's name."""
    signs = "".join(map(_sign, words))
    if signs[:1] == "b" and "f" not in signs and len(words[0]) > 1:
        signs = "f" + signs[1:]  # "DOE A.", "LI X": a short family name in capitals
    organization = any(word.lower() in CERTAIN_WORDS for word in words)
    return "" if organization or len(signs) != len(words) else signs


def _sign(word: str) -> str:
    """Return "i" for initials, "b" for such without dots, "f" for a name, "p" for a particle, else ""."""
    if word.lower() in _NO_INITIALS:
        return ""
    if word[0].isupper() and _DOTTED.fullmatch(word):
        return "i"
    if word.isupper() and _BARE.fullmatch(word):
        return "b"
    if _NAME.fullmatch(word):
        return "p" if word.lower() in PARTICLES and word.islower() else "f" * word[0].isupper()
    return ""


def _order(signs: str, words: list[str]) -> Order | None:
    initials = signs.count("i") + sum(
        sign == "b" and len(word) == 1 for sign, word in zip(signs, words, strict=True)
    )
    if signs[-1] == "f" and initials and signs[0] != "p":
        return Order.GIVEN_FIRST
    if (
        signs[-1] == "f"
        and words[0].lower() in GIVEN_NAMES
        and words[-1].lower() not in GIVEN_NAMES
    ):
        return Order.WORDS
    if signs[-1] in "ib" and signs[0] in "fp" and signs[0] + signs[-1] != "p":
        return Order.FAMILY_FIRST if signs[-1] == "i" else Order.FAMILY_FIRST_BARE
    return None
