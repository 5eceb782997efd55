"""Resolution of values: macros are expanded, pieces joined, and white space is folded.

bibtex.web, "scan_and_store_the_field_value_and_eat_white": white space becomes a single space and is removed at both
ends, and a macro has the value of the last @string before its use.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from refkit.data.bibtex import JOURNAL_STRINGS, MONTH_MACROS
from refkit.formats.bibtex.grammar import Grammar, grammar
from refkit.formats.bibtex.scan import Definition, braced_end, quoted_end
from refkit.patterns import lazy_pattern

# A macro that is longer than its definition and this limit is empty: a file must not double a text 100 times.
MAX_MACRO = 20_000
# The styles define the months, with different spellings (jan, Jan., January), and some journals.
_PREDEFINED = {**{month: month for month in MONTH_MACROS}, **JOURNAL_STRINGS}
WHITE = lazy_pattern(r"[ \t\r\n]+")


def fold(value: str) -> str:
    """Return the value with white space collapsed to single spaces and stripped."""
    if "\n" in value or "  " in value or "\t" in value or "\r" in value:
        return WHITE.sub(" ", value).strip(" ")
    if value[:1] == " " or value[-1:] == " ":
        return value.strip(" ")
    return value


class Macros:
    """The values of macros, which depend on the position in the text."""

    __slots__ = ("_grammar", "_offsets", "_text", "_values", "before")

    def __init__(
        self,
        text: str,
        grammar: Grammar,
        definitions: list[Definition],
        before: Mapping[str, str] | None = None,
    ) -> None:
        """Read the definitions in a text, and use those `before` it, which other files contain."""
        self._text = text
        self._grammar = grammar
        self._offsets: dict[
            str, list[int]
        ] = {}  # predefined macros are added when they are redefined
        self._values: dict[str, list[str]] = {}
        self.before: Mapping[str, str] = before or {}
        for name, value in self.before.items():
            self._offsets[name], self._values[name] = [-1], [value]
        for definition in definitions:
            self._define(definition)

    def _define(self, definition: Definition) -> None:
        start, end = definition.value_span
        name = self._text[slice(*definition.name_span)].lower()
        value = WHITE.sub(" ", self.join(start, end))
        if len(value) > max(MAX_MACRO, end - start):
            value = ""
        if name not in self._offsets:
            known = _PREDEFINED.get(name)
            self._offsets[name] = [] if known is None else [-1]
            self._values[name] = [] if known is None else [known]
        self._offsets[name].append(end)  # a macro is not defined in its own value
        self._values[name].append(value)

    def last_value(self, name: str) -> str:
        """Return the value of a macro at the end of the text."""
        values = self._values.get(name)
        return values[-1] if values else _PREDEFINED[name]

    def value(self, name: str, position: int) -> str | None:
        """Return the value of a macro at a position, or None if it is not defined before."""
        name = name.lower()
        offsets = self._offsets.get(name)
        if offsets is None:
            return _PREDEFINED.get(name)
        count = bisect_left(offsets, position)
        return self._values[name][count - 1] if count else None

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield the pieces of a value between `#`: start, end and first character."""
        text, space, word = self._text, self._grammar.space.match, self._grammar.word.match
        position = start
        while position < end:
            mark = text[position]
            if mark == "{":
                piece_end = braced_end(text, position, end)
            elif mark == '"':
                piece_end = quoted_end(text, position, end)
            else:
                match = word(text, position)
                piece_end = match.end() if match else end
            if piece_end <= position:
                piece_end = end  # a value that is not closed ends before the next field
            yield position, piece_end, mark
            gap = space(text, piece_end)
            position = gap.end() + 1 if gap else end
            gap = space(text, position)
            position = gap.end() if gap else end

    def join(self, start: int, end: int) -> str:
        """Return the joined pieces of a value, with unchanged white space."""
        text = self._text
        parts: list[str] = []
        for position, piece_end, mark in self.pieces(start, end):
            if mark in '{"':
                parts.append(text[position + 1 : piece_end - 1])
            elif mark.isdigit():
                parts.append(text[position:piece_end])
            else:
                parts.append(self.value(text[position:piece_end], position) or "")
        return "".join(parts)

    def undefined_macros(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of undefined macros in a value."""
        for position, piece_end, mark in self.pieces(start, end):
            is_literal = mark in '{"' or mark.isdigit()
            if not is_literal and self.value(self._text[position:piece_end], position) is None:
                yield position, piece_end


def macros_of(value: str, dialect: str) -> list[str]:
    """Return the macros in a value with its delimiters, in lower case."""
    pieces = Macros(value, grammar(dialect), []).pieces(0, len(value))
    return [
        value[start:end].lower()
        for start, end, mark in pieces
        if mark not in '{"' and not mark.isdigit()
    ]
