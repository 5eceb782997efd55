"""Find short titles after inverted names: `Brandt K, Moe P. Tides. J Coast Phys. 2005;12:61-5`.

The model was trained on few titles of one word, and mistakes them for another name or a part of the journal. The end
of the names is certain if all of them are inverted: a family name, then initials.
"""

from __future__ import annotations

from typing import NamedTuple

from refkit.data.given_names import GIVEN_NAMES
from refkit.formats.text.label.runs import IN, head_start, run_end
from refkit.formats.text.recognize.name_words import ANDS, BEFORE_FAMILY, EDGES, is_initials
from refkit.formats.text.recognize.tokens import Tokens
from refkit.patterns import lazy_pattern

_SUFFIXES = frozenset("jr sr ii iii iv 2nd 3rd".split())
_LONGEST_FAMILY = 4  # words
_MOST_INITIALS = 4
_YEAR_AND_VOLUME = lazy_pattern(
    r"(?<!\d)(?:1[89]|20)\d\d[^\W\d_ .]{0,9}+(?:[ .][^;:.]{0,12})?;\s?\(?\w{0,4}\d"
)
_COUNTED = {"volume", "issue", "pages", "date"}


class _Names(NamedTuple):
    """The token after a list of names, their number, and whether the list is unambiguous."""

    end: int
    number: int
    sure: bool


def title_after_names(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label the words after the names in the author's run as the title, and perhaps a journal."""
    start = head_start(labels)
    if labels[start] != "author":
        return labels
    end = run_end(labels, start)
    names = names_at(tokens, start, end)
    if names is None or names.end == end:
        return labels
    book = _book_end(tokens, labels, end)
    if "title" in labels and not book:
        return labels
    middle = end if book or "container-title" in labels else _sentence_end(tokens, names.end, end)
    if names_at(tokens, names.end, end) or not _is_title(tokens, names.end, middle):
        return labels
    if not _is_certain(tokens, names):
        return labels
    book = max(book, end)
    title, journal = ["title"] * (middle - names.end), ["container-title"] * (book - middle)
    return [*labels[: names.end], *title, *journal, *labels[book:]]


def _book_end(tokens: Tokens, labels: list[str], start: int) -> int:
    """Return the end of a book title that begins with "In" and is the only title, or 0 if there is none."""
    if labels[start : start + 1] != ["title"] or not IN.match(tokens.token(start)):
        return 0
    end = run_end(labels, start)
    return 0 if "title" in labels[end:] or "container-title" in labels else end


def title_before_journal(tokens: Tokens, labels: list[str]) -> list[str]:
    """Label the first sentence of a journal after names as the title: `Moe P, et al. Tides. J Coast Phys. 2005`."""
    start = head_start(labels)
    if labels[start] != "author" or "title" in labels:
        return labels
    cut = run_end(labels, start)
    if labels[cut : cut + 1] != ["container-title"]:
        return labels
    names = names_at(tokens, start, cut)
    if names is None or names.end != cut:
        return labels
    end = run_end(labels, cut)
    middle = _sentence_end(tokens, cut, end)
    if middle == end or _COUNTED.isdisjoint(labels[end : end + 1]):
        return labels
    if any(tokens.token(at).endswith(".") for at in range(middle, end - 1)):
        return labels  # a journal with abbreviated words
    if not _YEAR_AND_VOLUME.search(tokens.text):
        return labels
    return [*labels[:cut], *["title"] * (middle - cut), *labels[middle:]]


def _is_title(tokens: Tokens, start: int, end: int) -> bool:
    """Whether tokens begin with a word, end with a full stop, and contain no further names."""
    first, last = tokens.token(start), tokens.token(end - 1)
    words = [tokens.token(at).strip(EDGES) for at in range(start, end)]
    begins = words[0][:1].isalnum() and not words[0][:1].islower() and first[0] != ","
    initial = len(words[0]) == 1 and first[-1] in ".,"
    return begins and not initial and last[-1] in ".?!" and "al" not in words


def _is_certain(tokens: Tokens, names: _Names) -> bool:
    """Whether names are in Vancouver style; a single one could be a given name, an initial and a family name."""
    if names.number > 1 or names.sure:
        return True
    return _YEAR_AND_VOLUME.search(tokens.text) is not None


def _sentence_end(tokens: Tokens, start: int, end: int) -> int:
    """Return the index of the token after the first sentence in a range of tokens."""
    for at in range(start, end - 1):
        token = tokens.token(at)
        if token[-1] in ".?!" and len(token.strip(EDGES)) > 3:
            return at + 1
    return end


def names_at(tokens: Tokens, start: int, limit: int) -> _Names | None:
    """names = name (("," | ";" | "and") name)* ["et al"] ("." | ":"); name = family [","] initials+ [suffix]"""
    at, count, sure = start, 0, True
    while at < limit:
        if count and _is_and(tokens, at, limit):
            if at + 1 < limit and tokens.token(at + 1).lower().startswith("al"):
                return _Names(at + 2, count + 1, True)
            at += 1
        last = _name_end(tokens, at, limit)
        if last is None:
            return None
        sure = sure and _is_sure(tokens, at, last)
        count += 1
        at = last + 1
        mark = tokens.token(last)[-1]
        goes_on = mark in ",;" or _is_and(tokens, at, limit)
        if not goes_on:
            return _Names(at, count, sure) if mark in ".:" else None
    return None


def _is_and(tokens: Tokens, at: int, limit: int) -> bool:
    return at < limit and tokens.token(at).lower() in ANDS


def _is_sure(tokens: Tokens, start: int, last: int) -> bool:
    """Whether a name cannot consist of a given name, an initial and a family name in this order."""
    family, initials = tokens.token(start), tokens.token(last).strip(EDGES)
    alone = last == start + 1 and len(initials) == 1 and not family.endswith(",")
    return not alone or family.strip(EDGES).lower() not in GIVEN_NAMES


def _name_end(tokens: Tokens, start: int, limit: int) -> int | None:
    """Return the index of the last token of the name that starts at a token: an initial or a suffix."""
    at = start
    while at < min(start + _LONGEST_FAMILY, limit) and _is_family(tokens.token(at)):
        at += 1
        if tokens.token(at - 1).endswith(","):
            break
        if at < limit and _is_initial(tokens.token(at)):
            break
    if at == start or at >= limit or not _is_initial(tokens.token(at)):
        return None
    while tokens.token(at).endswith(".") and at + 1 < limit and _is_stopped(tokens.token(at + 1)):
        at += 1
    suffix = at + 1 < limit and tokens.token(at)[-1].isalpha()
    return at + 1 if suffix and tokens.token(at + 1).lower().strip(EDGES) in _SUFFIXES else at


def _is_family(token: str) -> bool:
    core = token.strip(EDGES)
    named = (core[:1].isupper() and len(core) > 1) or core.lower() in BEFORE_FAMILY
    return named and token[0] != "," and token[-1] not in ".;:"


def _is_initial(token: str) -> bool:
    core = token.strip(EDGES)
    letters = core.replace("-", "")
    short = len(letters) <= _MOST_INITIALS and letters.isalpha() and letters.isupper()
    return token[0] != "," and (short or is_initials(core))


def _is_stopped(token: str) -> bool:
    """Whether a token is an initial with a full stop, such as the second one of `Brandt K. A.`."""
    return token[-1] in ".,;:" and is_initials(token.strip(EDGES))
