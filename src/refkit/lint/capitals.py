"""Braces around the words of a title that would lose capitals in a style with sentence case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.model.sentence_case import LOWER_CASE_WORDS
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.tex.change_case import lower_title

_OPENING = lazy_pattern(r"""[`'"(\[“‘«¿¡]*""")
_CLOSING = lazy_pattern(r"""[,;:!?'"”’»]*\Z""")
_PLAIN_WORD = lazy_pattern(r"[^\s~]+")
_INSIDE_WORD = lazy_pattern(r"[-'’/–]+")


def with_protected_capitals(title: str) -> str | None:
    """Return a title with braces around every word that would lose a capital.

    Returns None if braces cannot do this, or if the title is in title case, which does not show which words are
    names.
    """
    small = lower_title(title)
    words = list(_words(title))
    losing = [word for word in words if title[slice(*word)] != small[slice(*word)]]
    others = [title[slice(*word)] for word in words if word not in losing]
    cores = [_core(title, word) for word in losing]
    if title.isupper() or _is_title_case([title[slice(*core)] for core in cores], others):
        return None
    braced = _braced(title, cores)
    return braced if lower_title(braced) == braced else None


def _words(title: str) -> Iterator[Span]:
    """Yield the words between spaces and ties, outside braces and mathematics."""
    if "{" not in title and "}" not in title and "$" not in title:
        yield from (Span(*word.span()) for word in _PLAIN_WORD.finditer(title))
        return
    start, depth, formula = 0, 0, False
    for at, char in enumerate(title):
        depth += (char == "{") - (char == "}")
        if char == "$" and title[at - 1 : at] != "\\":
            formula = not formula
        if depth == 0 and not formula and (char.isspace() or char == "~"):
            if at > start:
                yield Span(start, at)
            start = at + 1
    if start < len(title):
        yield Span(start, len(title))


def _core(title: str, word: Span) -> Span:
    """Return a word without the punctuation around it."""
    opening = _OPENING.match(title, *word)
    start = opening.end() if opening else word.start
    closing = _CLOSING.search(title, start, word.end)
    end = closing.start() if closing else word.end
    written = title[start:end]
    stops_sentence = written.endswith(".") and written.count(".") == 1
    if stops_sentence or (written.endswith((")", "]")) and not _opens(written)):
        end -= 1
    return Span(start, end) if end > start else word


def _opens(word: str) -> bool:
    return "(" in word or "[" in word


def _is_title_case(losing: Iterable[str], others: Iterable[str]) -> bool:
    raised = sum(_is_raised(word) for word in losing)
    small = sum(word.islower() and word not in LOWER_CASE_WORDS for word in others)
    return raised > 2 and raised > 2 * small


def _is_raised(word: str) -> bool:
    """Whether a word has capitals only at the positions of title case."""
    parts = _INSIDE_WORD.split(word)
    return word[:1].isupper() and all(not part[1:] or part[1:].islower() for part in parts)


def _braced(title: str, cores: Iterable[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for core in cores:
        pieces += [title[done : core.start], "{", title[slice(*core)], "}"]
        done = core.end
    return "".join((*pieces, title[done:]))
