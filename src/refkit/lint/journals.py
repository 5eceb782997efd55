"""Decide whether two names belong to the same journal, one of them abbreviated."""

from __future__ import annotations

from functools import lru_cache

from refkit.lint.works import words_of

_STOP = frozenset(
    "the of and in on for a an de la le les des der die das und et del di e y da do".split()
)


def initials(name: str) -> str:
    """Return the initials of the significant words, which all abbreviations of a journal share."""
    return "".join(word[0] for word in telling_words(name))


@lru_cache(4096)
def telling_words(name: str) -> tuple[str, ...]:
    """Return the words of a name without articles and prepositions; a final "A" is the letter of a section."""
    words = words_of(name)
    return (*(word for word in words[:-1] if word not in _STOP), *words[-1:])


def one_journal(one: str, two: str) -> bool:
    """Whether one name abbreviates the other, or both differ only in case and full stops.

    ISO 4: an abbreviation keeps the beginnings of the words, in order.
    """
    left, right = telling_words(one), telling_words(two)
    if left == right:
        return _printed(one) != _printed(two)
    # A journal of one word has no abbreviation that could not be another's.
    if len(left) < 2 or len(left) != len(right) or not all(map(_begins, left, right)):
        return False
    # A final letter is a section: "Phys. Rev. A" is not "Phys. Rev. Applied".
    if left[-1] != right[-1] and 1 in (len(left[-1]), len(right[-1])):
        return False
    # "Computers & Graphics" and "Computer Graphics" are two journals, but "Astron. Astrophys." omits the "and".
    return "." in one or "." in two or _has_and(one) == _has_and(two)


def _has_and(name: str) -> bool:
    return "&" in name or "and" in words_of(name)


def _begins(one: str, two: str) -> bool:
    return one == two or (
        (one.startswith(two) or two.startswith(one)) and one.isalpha() and two.isalpha()
    )


@lru_cache(4096)
def _printed(name: str) -> str:
    """Return a name without invisible markup."""
    return " ".join(name.replace("{", "").replace("}", "").split())
