"""Find the reference that "Ebd.", "Müller (Anm. 3), S. 5" or "Müller, Staat, S. 14" refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.data.words.note_words import NOTE_NUMBER
from refkit.formats.text.finding.note_parts import EARLIER, PAGE
from refkit.formats.text.finding.repeated import author_of
from refkit.integers import read_int
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_NUMBER = lazy_pattern(NOTE_NUMBER, re.IGNORECASE)
_WORD = lazy_pattern(r"[^\W\d_]{3,}")
_CAPITALIZED = lazy_pattern(r"[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)?")
_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_HEAD = 60  # characters of a reference in which its first author is, if its end is unknown


@dataclass(slots=True, frozen=True)
class Cited:
    """A reference of an earlier note: its text, its index in the list, and the number of the note."""

    text: str
    index: int
    note: int

    @property
    def head(self) -> str:
        """Return the authors."""
        return author_of(self.text) or self.text[:_HEAD]


def referent(text: str, earlier: Sequence[Cited]) -> int | None:
    """Return the index of the reference that a short form means, or None if there is none or several."""
    surname = _CAPITALIZED.search(text)
    if surname is None:
        return None
    name = surname[0].casefold()
    named = [cited for cited in earlier if name in _words(cited.head)]
    number = _NUMBER.search(text)
    if number:
        in_note = [cited for cited in named if cited.note == read_int(number[1])]
        return _only(in_note or named)
    return _only(_of_year(_with_title(named, _title(text, surname.end())), text))


def _only(candidates: Sequence[Cited]) -> int | None:
    found = {cited.index for cited in candidates}
    return found.pop() if len(found) == 1 else None


def _title(text: str, start: int) -> list[str]:
    """Return the words of a short title: those after the name and before the page."""
    page = PAGE.search(text, start)
    title = EARLIER.sub("", text[start : page.start() if page else len(text)])
    return [word.casefold() for word in _WORD.findall(title)]


def _with_title(named: Sequence[Cited], title: Sequence[str]) -> list[Cited]:
    """Return the works whose references contain all words of a short title."""
    return [cited for cited in named if set(title) <= _words(cited.text)]


def _of_year(named: Sequence[Cited], text: str) -> list[Cited]:
    year = _YEAR.search(text)
    return [cited for cited in named if year is None or year[0] in cited.text]


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _CAPITALIZED.findall(text)} | {
        word.casefold() for word in _WORD.findall(text)
    }
