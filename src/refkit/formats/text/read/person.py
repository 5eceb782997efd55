"""Split a person's name into its parts, whatever the order of the words."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.words.particles import CAPITAL_PARTICLES, PARTICLES
from refkit.model.csl_json import split_family, split_given
from refkit.model.name import Name
from refkit.model.names import is_lower, parse_plain_name
from refkit.patterns import lazy_pattern

_SUFFIX = lazy_pattern(
    r"(?:(?:Jr|Sr|jr|sr|Junior|II|III|IV|2nd|3rd|[Ff]ilho|Neto|Júnior)\.?|[JS]R\.)\Z"
)
_PIECES = lazy_pattern(r"[.\-‐‑’'\s]+")
_EDGES = ' ,;:•*"“”„»«'
_LOWERED = PARTICLES | {"v", "und", "y", "e"}
_NO_INITIALS = frozenset(("St", "St.", "Ste", "Ste.", "Sta.", "Ó"))


def is_suffix(part: str) -> bool:
    """Whether a part is a suffix such as Jr. or III."""
    return _SUFFIX.match(part.strip(_EDGES)) is not None


# measured: each word of a name is checked about five times, and a check takes 4 us
@lru_cache(maxsize=1024)
def is_initial_word(word: str) -> bool:
    """Whether a word consists of initials: J., J.A., J.-P., JA, Yu., M.Yu."""
    bare = word.strip(_EDGES)
    pieces = [piece for piece in _PIECES.split(bare) if piece]
    if (
        bare in _NO_INITIALS
        or not pieces
        or not all(piece.isalpha() and piece[0].isupper() for piece in pieces)
    ):
        return False
    if "." in bare:
        return all(len(piece) <= 2 or (len(piece) == 3 and _is_short(piece)) for piece in pieces)
    if len(pieces) > 1:
        return all(len(piece) == 1 for piece in pieces)
    return len(bare) <= 3 and bare.isupper() and bare not in ("II", "III", "IV")


def _is_short(piece: str) -> bool:
    """Whether three letters are initials or an abbreviation: DJM, Chr, but not Ken."""
    return piece.isupper() or not any(char in "aeiouyäöüéèáíóú" for char in piece.lower())


def is_initials(part: str) -> bool:
    """Whether a part consists of initials, optionally followed by particles and suffixes."""
    words = part.strip(_EDGES).split()
    if not words or not is_initial_word(words[0]):
        return False
    return all(is_initial_word(word) or is_suffix(word) or is_particle(word) for word in words[1:])


def starts_with_initials(part: str) -> bool:
    """Whether a part is a name with initials in natural order: J. A. Smith."""
    words = part.strip(_EDGES).split()
    if len(words) < 2 or not is_initial_word(words[0]) or is_initials(part):
        return False
    if "." in words[0]:
        return True
    return words[0].lower() not in _LOWERED and not (
        is_initial_word(words[-1]) or is_suffix(words[-1])
    )


def is_given(part: str) -> bool:
    """Whether a part can be given names: up to five words, capitalized or initials, with particles and suffixes."""
    words = part.strip(_EDGES).split()
    if not words or len(words) > 5 or any(char.isdigit() for char in part):
        return False
    return words[0][:1].isupper() and all(
        word.lstrip("(\"“'")[:1].isupper() or is_particle(word) or is_suffix(word) for word in words
    )


def is_particle(word: str) -> bool:
    """Whether a word is a lower-case particle before a family name: von, de, d’."""
    word = word.rstrip(".")
    return word in _LOWERED or word in ("d’", "d'", "van’t", "van't", "’t", "'t")


def surname_first(part: str) -> tuple[str, str] | None:
    """Return the family and given name if the family name comes first without a comma, or None.

    Smith JA, von Neumann J, Ree R.H., SMITH John, Иванов И. И.
    """
    words = part.strip(_EDGES).split()
    ends = len(words)
    while ends > 1 and is_suffix(words[ends - 1]):
        ends -= 1
    at = ends
    if ends > 1 and _is_long_initials(words, ends):
        at -= 1
    while at > 1 and (is_initial_word(words[at - 1]) or (at < ends and is_particle(words[at - 1]))):
        at -= 1
    if at < ends and not is_initial_word(words[0]) and not _has_capital_family(words[:ends], at):
        return " ".join((*words[:at], *words[ends:])), " ".join(words[at:ends])
    return _capitals_first(words, ends)


def _is_long_initials(words: list[str], ends: int) -> bool:
    """Whether the last word is four initials after a family name that is not in capitals: Lima GMAC."""
    last = words[ends - 1]
    named = words[0].lower() in GIVEN_NAMES  # Pedro MORA
    return (
        len(last) == 4
        and last.isalpha()
        and last.isupper()
        and not words[0].isupper()
        and not named
    )


def _has_capital_family(words: list[str], at: int) -> bool:
    """Whether apparent initials end in a family name in capitals: Kenneth KC MAN."""
    behind = words[at:]
    return len(behind) > 1 and len(behind[-1]) > 2 and behind[-1].isupper() and behind[-1].isalpha()


def ends_in_capitals(part: str, least: int = 5) -> bool:
    """Whether a name ends in a family name in capitals: Mohsen NAGHAVI."""
    words = part.strip(_EDGES + ".").split()
    if len(words) < 2 or words[0].isupper():
        return False
    last = words[-1]
    enough = len(last) >= (least if len(words) == 2 else min(least, 4))
    return enough and last.isupper() and last.replace("-", "").isalpha()


def _capitals_first(words: list[str], ends: int) -> tuple[str, str] | None:
    """Split a name that begins with the family name in capitals: SMITH John, DE LA CRUZ María, FABRE P."""
    at = 0
    while at < ends and _is_capitals(words[at], at, words):
        at += 1
    small = words[at:ends]
    family = 0 < at < ends and any(sum(map(str.isalpha, word)) > 2 for word in words[:at])
    if family and not any(word.isupper() for word in small if len(word) > 2):
        return " ".join((*words[:at], *words[ends:])), " ".join(small)
    return None


def _is_capitals(word: str, at: int, words: list[str]) -> bool:
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters) and "." not in word


def inverted_name(family: str, given: str) -> Name:
    """Return a name from a family name, possibly with particles and a suffix, and given names or initials."""
    family, suffix = _split_suffix(family.strip(_EDGES))
    if suffix[:4] in (
        "Neto",
        "Filh",
        "filh",
        "Júni",
    ):  # part of a Portuguese family name if before the comma
        family, suffix = f"{family} {suffix}", ""
    given, later = _split_suffix(given.strip(_EDGES))
    family, particle = split_family(_cased(_unstopped(family), given))
    given, dropping = split_given(_spaced(given))
    return Name(family, given, particle, dropping, suffix or later)


def natural_name(text: str) -> Name:
    """Return a name from text in natural order: given names, particles, family name."""
    text, suffix = _split_suffix(text.strip(_EDGES))
    text = _unstopped(text)
    words = text.split()
    if ends_in_capitals(text, 2):
        at = len(words) - 1
        while (
            at > 1
            and words[at - 1].isupper()
            and "." not in words[at - 1]
            and (words[at - 1].lower() in _LOWERED or len(words[at - 1]) > 3)
        ):
            at -= 1
        family, particle = split_family(_cased(" ".join(words[at:]), ""))
        return Name(family, _spaced(" ".join(words[:at])), particle, "", suffix)
    at = _capital_particle(words)
    name = Name(" ".join(words[at:]), " ".join(words[:at])) if at else parse_plain_name(text)
    given = _spaced(_cased_given(name.given, name.family))
    return Name(_cased(name.family, name.given), given, name.particle, "", suffix)


def _capital_particle(words: list[str]) -> int:
    """Return the index of a capitalized particle that begins a family name (Rita Van der Hoek), or 0."""
    at = len(words) - 1
    while at > 1 and words[at - 1].lower().rstrip(".") in CAPITAL_PARTICLES:
        at -= 1
    return at if 0 < at < len(words) - 1 and not is_lower(words[at]) else 0


def _split_suffix(text: str) -> tuple[str, str]:
    words = text.split(" ")
    if len(words) > 1 and is_suffix(words[-1]):
        return " ".join(words[:-1]).rstrip(" ,"), words[-1]
    return text, ""


def _unstopped(text: str) -> str:
    """Remove the full stop that ends the list from a family name."""
    return text.rstrip(". ") or text


def _spaced(given: str) -> str:
    """Add full stops and spaces to initials written together, as in medicine: JA becomes J. A."""
    words = [_stopped(word) if _is_unstopped(word) else word for word in given.split()]
    given = " ".join(words)
    if given[-2:-1] == "." and given[-1:].isupper():
        given += "."
    return given if is_initial_word(words[-1] if words else "") else given.rstrip(".")


def _is_unstopped(word: str) -> bool:
    """Whether a word consists of initials without a full stop after each."""
    bare = word.rstrip(".")
    together = is_initial_word(word) or (len(bare) == 4 and bare.isalpha() and bare.isupper())
    return together and "." not in bare and (bare == word or (len(bare) > 1 and bare.isupper()))


def _stopped(word: str) -> str:
    word = word.rstrip(".")
    if "-" in word or "‐" in word:
        return "-".join(f"{piece}." for piece in re.split("[-‐]", word))
    return " ".join(f"{letter}." for letter in word)


def _cased(family: str, given: str) -> str:
    """Return a family name in capitals in its normal case; a single letter is kept."""
    words = family.split(" ")
    own = "".join(word for word in words if not is_particle(word))
    if sum(map(str.isalpha, own)) < 2 or not own.isupper():
        return family
    return " ".join(_cased_word(word, at) for at, word in enumerate(words))


def _cased_given(given: str, family: str) -> str:
    words = given.split(" ")
    if not given.isupper() or not family.isupper() or all(is_initial_word(word) for word in words):
        return given
    return " ".join(word if is_initial_word(word) else _cased_word(word, 1) for word in words)


def _cased_word(word: str, at: int) -> str:
    lower = word.lower()
    if lower in _LOWERED and not (at == 0 and lower in ("le", "la")):
        return lower
    cased = re.sub(r"(?<![^\W\d_])[^\W\d_]", lambda found: found[0].upper(), lower)
    return re.sub(r"\A(Mc)([a-z])", lambda found: found[1] + found[2].upper(), cased)
