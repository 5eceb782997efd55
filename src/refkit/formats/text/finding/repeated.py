"""Dashes, and words such as "Ders.", in place of the author of the previous reference."""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.data.words.conjunctions import and_pattern
from refkit.data.words.particles import particle_pattern
from refkit.model.excerpt import Excerpt, SourcePiece
from refkit.patterns import lazy_pattern

_DASH = lazy_pattern(r"(?:[-‐‑–—―−]\s?){2,}|_{2,}|[–—―−](?=\s*[.,:;(])")
SAME = lazy_pattern(
    r"(?:Ders|Dies|Idem|Eadem|Id|Ead|Dens|Ibíd?|ders|dies|idem)\b\.?(?=\s*[.,:;(]|\s)"
)
_YEAR_ALONE = lazy_pattern(r"\((?:1[5-9]|20)\d\d[a-z]?\)")
_YEAR = lazy_pattern(r"[\s,.:]*[(\[]?(?:1[5-9]|20)\d\d[a-z]?\b")
# A title's quotation mark, a colon, a full stop that is not an initial's; or one that is, before a title.
_STOP = lazy_pattern(
    r"[\"“”„«»‘]|:\s|(?<![\s.(-]\w)(?<!^\w)(?<!\b(?:St|Jr|Sr|et|Dr))\.\s|[.:]\s(?=[\"“„«‘])|\((?=\D)"
    r"|(?<=[^\W\d_a-z])\.\s(?=[^\W\d_a-z][^\W\d_]+\s"
    rf"(?!(?:{and_pattern()}|{particle_pattern()})\b)[a-z])"
)
_LONGEST_AUTHOR = 300


class Resolved(NamedTuple):
    """A reference with its author in place of a dash; `author` is "" if there was no dash."""

    excerpt: Excerpt
    author: str


def resolved(excerpt: Excerpt, before: str, year_alone: bool = False) -> Resolved:
    """Replace the leading dash of a reference with the author of the previous one, `before`.

    With `year_alone`, a reference that begins with its year in parentheses has lost its dash.
    """
    match = _DASH.match(excerpt.text) or (SAME.match(excerpt.text) if before else None)
    end = match.end() if match else 0
    lost = match is None and year_alone and _YEAR_ALONE.match(excerpt.text) is not None
    author = author_of(before) if match or lost else ""
    if not author:
        return Resolved(excerpt, "")
    rest = excerpt.text[end:]
    written = author
    if match and match.group()[-1:] == " ":
        end -= 1
        rest = " " + rest
    if rest[:1] in {".", ","} and written.endswith(rest[0]):
        written = written[:-1]
    if rest[:1].isalnum() or rest[:1] in "(":
        written += " "
    if lost:
        # An author that nothing was written for stands in the place of the bracket.
        return Resolved(
            excerpt.extract(
                [SourcePiece(written + rest[0], 0, 1), SourcePiece(rest[1:], 1, len(excerpt.text))]
            ),
            author,
        )
    pieces = [SourcePiece(written, 0, end), SourcePiece(excerpt.text[end:], end, len(excerpt.text))]
    return Resolved(excerpt.extract(pieces), author)


def author_of(text: str) -> str:
    """Return the author string of a reference: all text before its year or its title."""
    head = text[:_LONGEST_AUTHOR]
    year, stop = _YEAR.search(head), _STOP.search(head)
    ends = [match.start() + _kept(match) for match in (year, stop) if match]
    if not ends:
        return ""
    author = head[: min(ends)].rstrip(" ,:;(")
    return author if re.search(r"[^\W\d_]", author) else ""


def _kept(match: re.Match[str]) -> int:
    """Return how much of the end of the author to keep: the full stop of an initial."""
    return 1 if match.group().startswith(".") and match.group().strip() != "" else 0
