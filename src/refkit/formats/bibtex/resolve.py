"""What a value means: macros expanded, pieces joined, white space folded.

bibtex.web, "scan_and_store_the_field_value_and_eat_white": a run of white space becomes one blank,
none stays at either end, and a macro means what the last @string before its use gave it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from refkit.data.bibtex import MONTH_MACROS
from refkit.formats.bibtex.grammar import Grammar
from refkit.formats.bibtex.scan import Definition, braced_end, quoted_end
from refkit.patterns import lazy_pattern

# a macro of macros that grows longer than this is cut: a file may not double a text 100 times over
LONGEST_MACRO = 20_000
WHITE = lazy_pattern(r"[ \t\r\n]+")


def fold(value: str) -> str:
    """Return the value with each run of white space as one blank and none at the ends."""
    if "\n" in value or "  " in value or "\t" in value or "\r" in value:
        return WHITE.sub(" ", value).strip(" ")
    if value[:1] == " " or value[-1:] == " ":
        return value.strip(" ")
    return value


class Macros:
    """What each macro means from which place of the text on."""

    __slots__ = ("_grammar", "_places", "_text", "_values")

    def __init__(self, text: str, grammar: Grammar, definitions: list[Definition]) -> None:
        self._text = text
        self._grammar = grammar
        # the styles define the months, and spell them as they like: jan, Jan., January
        self._places: dict[str, list[int]] = {month: [-1] for month in MONTH_MACROS}
        self._values: dict[str, list[str]] = {month: [month] for month in MONTH_MACROS}
        for definition in definitions:
            self._define(definition)

    def _define(self, definition: Definition) -> None:
        start, end = definition.value_span
        name = self._text[slice(*definition.name_span)].lower()
        value = WHITE.sub(" ", self.joined(start, end))
        if len(value) > max(LONGEST_MACRO, end - start):
            value = ""
        self._places.setdefault(name, []).append(definition.span.start)
        self._values.setdefault(name, []).append(value)

    def value(self, name: str, place: int) -> str | None:
        """Return what a macro means at a place, or None where nothing has defined it yet."""
        places = self._places.get(name.lower())
        if places is None:
            return None
        count = bisect_left(places, place)
        return self._values[name.lower()][count - 1] if count else None

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Return the pieces of a value: start, end and first mark, without the `#` between them."""
        text, space, word = self._text, self._grammar.space.match, self._grammar.word.match
        at = start
        while at < end:
            mark = text[at]
            if mark == "{":
                after = braced_end(text, at, end)
            elif mark == '"':
                after = quoted_end(text, at, end)
            else:
                found = word(text, at)
                after = found.end() if found else end
            yield at, after, mark
            gap = space(text, after)
            at = gap.end() + 1 if gap else end
            gap = space(text, at)
            at = gap.end() if gap else end

    def joined(self, start: int, end: int) -> str:
        """Return the pieces of a value put together, white space not yet folded."""
        text = self._text
        parts: list[str] = []
        for at, after, mark in self.pieces(start, end):
            if mark in '{"':
                parts.append(text[at + 1 : after - 1])
            elif mark.isdigit():
                parts.append(text[at:after])
            else:
                parts.append(self.value(text[at:after], at) or "")
        return "".join(parts)

    def undefined(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Return the places of a value's macros that nothing before it defines."""
        for at, after, mark in self.pieces(start, end):
            known = mark in '{"' or mark.isdigit()
            if not known and self.value(self._text[at:after], at) is None:
                yield at, after
