"""The letters of a title in TeX, so that their case can be changed and capitals protected by braces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence, Set
from itertools import pairwise

from refkit.formats.bibtex.title_names import find_names
from refkit.model.sentence_case import (
    END,
    NOCASE,
    has_mostly_capitals,
    protect_capitals,
    protect_inner_capitals,
    to_sentence_case,
)
from refkit.patterns import lazy_pattern

# A letter with its accent (\"a, \'{E}, \c c, {\v s}), another command, a formula, or a group.
_ACCENT = r"""\\(?:["'`^~=.]\s*|[cdbHkrtuv](?:\s+|(?=\{)))"""
_PIECE = lazy_pattern(
    rf"\{{{_ACCENT}\{{?\\?(?P<special>[A-Za-z])\s?\}}?\}}"
    rf"|{_ACCENT}\{{?\\?(?P<accented>[A-Za-z])\s?\}}?"
    r"|(?P<command>\\(?:[A-Za-z]+\s*|.))|(?P<math>\$)|(?P<open>\{)|(?P<close>\})"
)
_PART_END = lazy_pattern(r"[:?!]\s+")
# The start of a word such as `e-Mail`, whose capital does not make it a name.
_SINGLE_LETTER = lazy_pattern(r"(?<![^\W\d_])[^\W\d_A-Z]-\Z")
Range = tuple[int, int]


class TitleText:
    """The characters of a title, those that are protected, and the place of each in the TeX source.

    Text in braces and formulas is protected, as in BibTeX's `change.case$` and in biblatex. A character that only a
    command stands for has the place -1.
    """

    __slots__ = ("places", "protected", "tex", "text")

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.places: list[int] = []
        self.protected: list[Range] = []
        characters: list[str] = []
        self._read(characters)
        self.text = "".join(characters)

    def _read(self, characters: list[str]) -> None:
        position = depth = 0
        start = -1
        is_math = False
        while position < len(self.tex):
            piece = _PIECE.match(self.tex, position)
            kind = piece.lastgroup if piece else ""
            if kind in ("open", "close"):
                depth += 1 if kind == "open" else -1
            elif kind == "math":
                is_math = not is_math
            elif piece is None or kind in ("accented", "special"):
                place = piece.start(kind) if piece and kind else position
                characters.append(self.tex[place])
                self.places.append(place)
            is_protected = depth > 0 or is_math
            if is_protected and start < 0:
                start = len(characters)
            elif not is_protected and start >= 0:
                self._protect(start, characters)
                start = -1
            position = piece.end() if piece else position + 1
        if start >= 0:
            self._protect(start, characters)

    def _protect(self, start: int, characters: list[str]) -> None:
        """Protect the characters from `start`; a formula or a group without characters counts as one letter."""
        if start == len(characters):
            characters.append("x")
            self.places.append(-1)
        self.protected.append((start, len(characters)))

    def in_case(self, change: Callable[[str, Sequence[Range]], str]) -> str:
        """Return the source with the case of the letters that `change` returns.

        `change` is given the text and the ranges that are protected, and returns a text of the same length.
        """
        changed = change(self.text, self.protected)
        if len(changed) != len(self.text):
            return self.tex
        source = list(self.tex)
        for place, old, new in zip(self.places, self.text, changed, strict=True):
            if old != new and place >= 0:
                source[place] = new
        return "".join(source)

    def with_braces(self, ranges: Sequence[Range]) -> str:
        """Return the source with braces around ranges of unprotected characters, except around commands."""
        source = self.tex
        for start, end in sorted(ranges, reverse=True):
            first, last = self.places[start], self.places[end - 1] + 1
            before = self.places[start - 1] if start else -1
            # a letter after a command needs the command in its braces
            if last - first == end - start and before + 1 == first:
                source = f"{source[:first]}{{{source[first:last]}}}{source[last:]}"
        return source


def sentence_case(tex: str, has_names: bool = False, people: Set[str] = frozenset()) -> str:
    """Return a title in title case converted to sentence case; other titles and text in braces are unchanged.

    Known names and those of `people` keep their capitals; with `has_names`, so do names of conferences.
    """

    def change(text: str, protected: Sequence[Range]) -> str:
        names = [name for name in find_names(text, people) if not _overlaps(name, protected)]
        marked = _with_spans(text, sorted([*protected, *names]))
        return _without_spans(to_sentence_case(marked, has_names))

    return TitleText(tex).in_case(change)


def with_braced_capitals(tex: str, is_cased: bool = False, people: Set[str] = frozenset()) -> str:
    """Return a title with braces around the words whose capitals styles must keep.

    In a title or subtitle in title case, and with `is_cased`, these are only words with capitals inside, in one that
    is partly in title case also known names and those of `people`.
    """
    title = TitleText(tex)
    ranges: list[Range] = []
    for start, end in _parts(title):
        inside = [
            (max(first, start) - start, min(last, end) - start)
            for first, last in title.protected
            if first < end and last > start
        ]
        part = title.text[start:end]
        found = _capitals(part, inside, is_cased, people)
        ranges += [(start + first, start + last) for first, last in found]
    return title.with_braces([span for span in ranges if not _is_in(span, title.protected)])


def _parts(title: TitleText) -> list[Range]:
    """Return the places of title and subtitles."""
    ends = [
        stop.end()
        for stop in _PART_END.finditer(title.text)
        if not _overlaps(stop.span(), title.protected)
    ]
    return list(pairwise([0, *ends, len(title.text)]))


def _capitals(
    part: str, protected: Sequence[Range], is_cased: bool, people: Set[str]
) -> list[Range]:
    """Return the places in a title or subtitle of words whose capitals styles must keep."""
    marked = _with_spans(part, protected)
    if not is_cased and not has_mostly_capitals(marked):
        spans = _spans(protect_capitals(marked))
        return [span for span in spans if not _SINGLE_LETTER.search(part, 0, span[0])]
    inner = _spans(protect_inner_capitals(marked))
    if is_cased or to_sentence_case(marked) != marked:
        return inner
    names = find_names(part, people)
    return [*names, *(span for span in inner if not _overlaps(span, names))]


def _overlaps(span: Range, ranges: Sequence[Range]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in ranges)


def _is_in(span: Range, ranges: Sequence[Range]) -> bool:
    at = bisect_right(ranges, (span[0], span[1])) - 1
    return span in ranges or (at >= 0 and span[0] < ranges[at][1])


def _with_spans(text: str, protected: Sequence[Range]) -> str:
    """Return a text with its protected ranges marked as in items."""
    parts: list[str] = []
    end = 0
    for start, stop in protected:
        parts += [text[end:start], NOCASE, text[start:stop], END]
        end = stop
    return "".join([*parts, text[end:]])


def _without_spans(marked: str) -> str:
    return marked.replace(NOCASE, "").replace(END, "")


def _spans(marked: str) -> list[Range]:
    """Return the ranges between marks, as places in the text without marks."""
    ranges: list[Range] = []
    place = 0
    for number, part in enumerate(marked.replace(END, NOCASE).split(NOCASE)):
        if number % 2:
            ranges.append((place, place + len(part)))
        place += len(part)
    return ranges
