"""Recognize people by the words around them: names after "edited by", and organizations at the head.

Each is a hint, which the labeller adds to the scores of its words; other evidence can outweigh it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from refkit.data.countries import COUNTRIES
from refkit.data.date_words import NO_DATE
from refkit.data.given_names import GIVEN_NAMES
from refkit.data.publishing_places import PLACES
from refkit.data.words.organizations import CERTAIN_WORDS, DIVISION_WORDS, FIRST_WORDS, TITLE_WORDS
from refkit.data.words.roles import ROLE_PHRASES
from refkit.data.work_types import JOURNAL
from refkit.formats.text.recognize.name_words import (
    ANDS,
    BEFORE_FAMILY,
    EDGES,
    OTHERS,
    is_initials,
    is_of_a_name,
)
from refkit.formats.text.recognize.tokens import Tokens
from refkit.patterns import lazy_pattern

__all__ = ["HINTS", "Hint", "hints"]


class Hint(NamedTuple):
    """Tokens that probably have a label, and how much it adds to the score of each, in nats."""

    name: str
    label: str
    first: int
    last: int  # the index after the last one
    nats: float


CERTAIN = 40.0  # nothing outweighs it
NAMED = 2.0  # for each word of a name after a role
ORGANIZATION = 10.0  # for all words of an organization together
LEAST = 1.0  # for each of its words
UNDATED_NATS = 6.0  # for each word before "(no date)" and a title
OTHERWISE = 4.0  # against the label for the word after
LONGEST_NAMES = 16  # tokens
LONGEST_HEAD = 14
ROLE = lazy_pattern(
    rf"(?<!\w)(?:(?P<editor>{ROLE_PHRASES['editor']})|(?P<translator>{ROLE_PHRASES['translator']}))",
    re.IGNORECASE | re.VERBOSE,
)


def hints(tokens: Tokens) -> Iterator[Hint]:
    """Yield the hints about people in a reference."""
    for find in HINTS:
        yield from find(tokens)


def names_after_role(tokens: Tokens) -> Iterator[Hint]:
    """Label the words that announce editors or translators, and the names after them."""
    for phrase in ROLE.finditer(tokens.text) if "role" in tokens.sorts else ():
        first, names = tokens.covered(phrase.span())
        end = names_end(tokens, names) if names < len(tokens.spans) else names
        if names < end:
            label = phrase.lastgroup or "editor"
            yield Hint("role", label, first, names, CERTAIN)
            yield Hint("names after role", label, names, end, NAMED)
            yield from end_hint("end of names after role", label, end, tokens)


def end_hint(name: str, label: str, end: int, tokens: Tokens) -> Iterator[Hint]:
    """Yield a hint that a label does not continue."""
    if end < len(tokens.spans):
        yield Hint(name, label, end, end + 1, -OTHERWISE)


def names_end(tokens: Tokens, start: int) -> int:
    """Return the end of names that start at a token: a full stop, a bracket, or a word that is not part of a name."""
    count = len(tokens.spans)
    for i in range(start, min(count, start + LONGEST_NAMES)):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if core == "u" and i + 1 < count and tokens.token(i + 1).startswith("a."):  # u. a.
            return i + 2
        if not is_of_a_name(core) or (i > start and token[0] in '([“"«„.,;'):
            return i
        tail = token[len(token.rstrip(' .,;:)]”"»')) :]
        if ")" in tail or ":" in tail or core.lower() in OTHERS:
            return i + 1
        if "." in tail and not is_initials(core) and core.lower() not in ("jr", "st", "dr", "sr"):
            return i + 1
        if "," in tail and not names_go_on(tokens, i + 1):
            return i + 1
    return min(count, start + LONGEST_NAMES)


def names_go_on(tokens: Tokens, start: int) -> bool:
    """Whether another name follows a comma: initials, or words with an "and" soon after them."""
    for i in range(start, min(len(tokens.spans), start + 5)):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if core.lower() in ANDS or (i == start and is_initials(core)):
            return True
        if token[-1] in ".:;)" and len(core) > 2:
            return False
    return False


# Organizations at the head

MARKER = lazy_pattern(r"[\[(]?\d{1,4}[\])]?\.?")
YEAR_OR_MEDIUM = lazy_pattern(r"\((?:1[5-9]|20)\d\d|\[(?:Internet|[Oo]nline)")
# "(no date)" before a title: what precedes it is an author
UNDATED = lazy_pattern(
    rf"\s*\((?i:{NO_DATE})\)[.,:]?\s+(?!Available|Retrieved|Accessed)(?=[A-ZÀ-Þ“\"„«‘])"
)
WORD = lazy_pattern(r"[^\W\d_]+(?:[-&][^\W\d_]+)*")
ARTICLES = {"the", "le", "la", "les", "der", "die", "das", "el", "los", "il", "l"}
SMALL = ARTICLES | set(
    "of and for on in to de des du et d für und den von zur zum am im del della delle dei di e y las en per por para "
    "van het voor w i na do a an at with".split()
)
ORGANIZATION_WORDS = CERTAIN_WORDS - TITLE_WORDS
PERIODICAL = lazy_pattern(JOURNAL, re.IGNORECASE)
CLOSING = '”»"“’'


def author_at_head(tokens: Tokens) -> Iterator[Hint]:
    """Label an organization, or an inverted name before a colon, at the start as the author."""
    start = 1 if tokens.spans and MARKER.fullmatch(tokens.token(0)) else 0
    end = organization_end(tokens, start) or inverted_end(tokens, start)
    undated = 0 if end else undated_end(tokens, start)
    end = end or undated
    if end:
        nats = UNDATED_NATS if undated else max(ORGANIZATION / (end - start), LEAST)
        yield Hint("author at head", "author", start, end, nats)
        yield from end_hint("end of author at head", "author", end, tokens)


def organization_end(tokens: Tokens, start: int) -> int:
    """Return the end of an organization's name at a token: at a full stop, colon, year or comma; 0 if there is none."""
    end = head_end(tokens, start)
    if end == start + 1 and tokens.token(start).strip(EDGES).lower() in COUNTRIES:
        return organization_end(tokens, end)  # BRASIL. Ministério da Saúde.
    if end - start > 1 and is_organization(tokens.piece(start, end)):
        return end
    return comma_behind_organization(tokens, start, end or len(tokens.spans))


def head_end(tokens: Tokens, start: int) -> int:
    """Return the end of the head of a reference: after a full stop or colon, or before a year; 0 if unknown."""
    count = len(tokens.spans)
    for i in range(start, min(start + LONGEST_HEAD, count)):
        token = tokens.token(i)
        if token.endswith(":"):  # a lower-case letter after it begins a subtitle
            return 0 if tokens.piece(i, min(i + 2, count)).split()[-1][:1].islower() else i + 1
        if i + 1 < count and YEAR_OR_MEDIUM.match(tokens.token(i + 1)):
            return i + 1
        core = token.strip(EDGES)
        if token.endswith(".") and (
            (len(core) > 3 and "." not in core) or (len(core) > 1 and core.isupper())
        ):
            return i + 1
    return 0


def is_organization(name: str) -> bool:
    """Whether a name contains the words of an organization and is capitalized like a name."""
    words = WORD.findall(name)
    if words and words[0].lower() in ARTICLES:
        words = words[1:]
    lower = [word.lower() for word in words]
    if not 2 <= len(words) <= LONGEST_HEAD or any(
        len(word) == 1 and word.isupper() for word in words
    ):
        return False
    if not ORGANIZATION_WORDS.intersection(lower) and (
        lower[0] not in FIRST_WORDS or PERIODICAL.search(name)
    ):
        return False
    return (lower[0] in CERTAIN_WORDS and len(words) <= 10) or all(
        word[0].isupper() for word, small in zip(words, lower, strict=True) if small not in SMALL
    )


def comma_behind_organization(tokens: Tokens, start: int, end: int) -> int:
    """Return the token after the name of an organization and a comma, or 0 if there is none."""
    for i in range(start + 1, min(start + LONGEST_HEAD, end)):
        token = tokens.token(i)
        if token[-1] in ".:;" and len(token.strip(EDGES)) > 3:
            return 0
        if not token.endswith(",") or goes_on(tokens, i + 1):
            continue
        name = tokens.piece(start, i + 1)
        return i + 1 if is_organization(name) and begins_as_one(name) else 0
    return 0


def begins_as_one(name: str) -> bool:
    """Whether a name begins with a kind of organization and specifies its owner or purpose: Agence de l'eau."""
    words = [word.lower() for word in WORD.findall(name) if word.lower() not in ARTICLES]
    told = words[0] in ORGANIZATION_WORDS and any(word in SMALL for word in words[1:])
    return told and name[0].isupper() and not any(mark in name for mark in CLOSING)


def goes_on(tokens: Tokens, start: int) -> bool:
    """Whether the name of an organization continues after a comma: Health, Labour and Welfare; X, Paris."""
    count = len(tokens.spans)
    if start >= count or not tokens.token(start).lstrip(EDGES)[:1].isupper():
        return start < count
    end = next(
        (i for i in range(start, min(start + 6, count)) if is_last_of_piece(tokens, i)), start
    )
    words = [tokens.token(i).strip(EDGES).lower() for i in range(start, end + 1)]
    place = " ".join(words)
    return (
        words[0] in DIVISION_WORDS
        or (len(words) < 6 and not ANDS.isdisjoint(words[1:-1]))
        or place in PLACES
        or place in COUNTRIES
    )


def is_last_of_piece(tokens: Tokens, at: int) -> bool:
    """Whether a punctuation mark or an opening bracket follows a token."""
    behind = tokens.token(at + 1)[0] if at + 1 < len(tokens.spans) else "."
    return tokens.token(at)[-1] in ",.:;" or behind in "(["


def inverted_end(tokens: Tokens, start: int) -> int:
    """Return the end of "Surname, given names and particles:" at a token; 0 if there is none: Au, Anna von und zu:."""
    if start >= len(tokens.spans) or not tokens.token(start).endswith(","):
        return 0
    for i in range(start + 1, min(start + 8, len(tokens.spans))):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if not is_of_a_name(core) or not token[0].isalpha():
            return 0
        if token.endswith(":"):
            return i + 1 if is_given(tokens, start + 1, i + 1) else 0
        if token[-1] in ".,;" and not is_initials(core) and core.lower() not in BEFORE_FAMILY:
            return 0
    return 0


def undated_end(tokens: Tokens, start: int) -> int:
    """Return the end of up to eight words before "(no date)" and a title; 0 if there is none."""
    for i in range(start, min(start + 8, len(tokens.spans) - 2)):
        token = tokens.token(i)
        core = token.strip(EDGES)
        if (token[-1] in ".:;?!" and len(core) > 3) or not (
            core[:1].isupper() or core.lower() in SMALL
        ):
            return 0
        if tokens.token(i + 1)[0] == "(" and UNDATED.match(tokens.text, tokens.spans[i][1]):
            return i + 1
    return 0


def is_given(tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens are given names or initials, with particles after them."""
    words = [tokens.token(i).strip(EDGES) for i in range(start, end)]
    lower = [word.lower() for word in words]
    given = [
        low in GIVEN_NAMES or is_initials(word) for word, low in zip(words, lower, strict=True)
    ]
    particles = [word in BEFORE_FAMILY or word == "und" for word in lower]
    first = given[0] or (particles[-1] and not particles[0])
    return first and all(a or b for a, b in zip(given[1:], particles[1:], strict=True))


# Titles

FESTSCHRIFT = lazy_pattern(r"\bzum\s\d{2,3}\.\s(?:Geburtstag|Todestag|Jubiläum|Jahrestag)\w*")


def birthday(tokens: Tokens) -> Iterator[Hint]:
    """Keep the number of a birthday in its title: Festschrift für Au zum 80. Geburtstag."""
    for found in FESTSCHRIFT.finditer(tokens.text) if "zum " in tokens.text else ():
        first, last = tokens.covered(found.span())
        yield Hint("birthday", "title", first, last, CERTAIN)
        yield Hint("birthday", "container-title", first, last, CERTAIN)


HINTS: tuple[Callable[[Tokens], Iterator[Hint]], ...] = (
    names_after_role,
    author_at_head,
    birthday,
)
