"""Scanner for BibTeX: the offsets of entries, keys, field names, values, strings and comments.

No text is copied. The scanner behaves like the `bibtex` program (bibtex.web, "Reading the database file"): after a
syntax error, it skips the rest of the entry and continues at the next `@`.
"""

from __future__ import annotations

import re
from array import array
from typing import NamedTuple

from refkit.formats.bibtex.grammar import (
    BRACES,
    COMMENT_START,
    LINE_HEAD,
    LONE_AT,
    QUOTE_OR_BRACES,
    Grammar,
    grammar,
)
from refkit.model.source import Span
from refkit.records import dataclass, field

CLOSING = {"{": "}", "(": ")"}

# Numbers per entry in `ScanResult.entries`, and per field in `ScanResult.fields`.
ENTRY_SIZE = 7
FIELD_SIZE = 4


@dataclass(slots=True, frozen=True)
class Problem:
    """A syntax error: `code` is its kind, `entry` the number of the entry or -1."""

    code: str
    span: Span
    entry: int = -1


@dataclass(slots=True, frozen=True)
class Definition:
    """A definition `name = value` in an @string block."""

    span: Span
    name_span: Span
    value_span: Span


@dataclass(slots=True)
class ScanResult:
    """Offsets in a text.

    `entries` contains seven numbers per entry: start and end, start and end of the type, start and end of the key,
    and the index in `fields` of its first field. `fields` contains four numbers per field: start and end of the
    name, start and end of the value with its delimiters. `joined_fields` contains the indexes of the fields whose
    value has several pieces. The fields of an entry end at the first field of the next entry.
    """

    entries: array[int]
    fields: array[int]
    joined_fields: set[int] = field(default_factory=set)
    definitions: list[Definition] = field(default_factory=list)
    strings: list[Span] = field(default_factory=list)
    preambles: list[Span] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.entries) // ENTRY_SIZE

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the start and end of an entry."""
        return self.entries[number * ENTRY_SIZE], self.entries[number * ENTRY_SIZE + 1]

    def key_bounds(self, number: int) -> tuple[int, int]:
        """Return the start and end of an entry's key."""
        return self.entries[number * ENTRY_SIZE + 4], self.entries[number * ENTRY_SIZE + 5]

    def field_offsets(self, number: int) -> range:
        """Return the indexes in `fields` of the fields of an entry."""
        after = (number + 1) * ENTRY_SIZE + 6
        end = self.entries[after] if after < len(self.entries) else len(self.fields)
        return range(self.entries[number * ENTRY_SIZE + 6], end, FIELD_SIZE)


def scan(text: str, dialect: str = "bibtex") -> ScanResult:
    """database = (junk "@" (comment | preamble | string | entry))* junk"""
    scanner = _Scanner(text, grammar(dialect))
    rules = scanner.grammar
    head, next_at = rules.entry.match, scanner.find_at if rules.percent_comments else text.find
    position = next_at("@", 0)
    while position >= 0:
        entry = head(text, position)
        is_plain = entry is not None and entry[1].lower() not in COMMAND_BLOCKS
        end = (
            scanner.plain_entry(position, entry) if is_plain and entry else scanner.block(position)
        )
        position = next_at("@", end)
    return scanner.result


MAX_RECOVERED = 20  # values of an entry; each is searched up to the next entry
COMMAND_BLOCKS = frozenset({"comment", "preamble", "string"})


class _Value(NamedTuple):
    """The start and end of a value, the end of the white space after it, and the code of its error."""

    start: int
    end: int
    after: int
    pieces: int
    code: str = ""


class _Scanner:
    """Scanner of a text; its methods take the start position of an element and return its end."""

    __slots__ = ("grammar", "has_open_value", "next_head", "recovered", "result", "text")

    def __init__(self, text: str, rules: Grammar) -> None:
        self.text = text
        self.grammar = rules
        size = "i" if len(text) < 1 << 31 else "q"
        self.result = ScanResult(array(size), array(size))
        self.has_open_value = False
        self.next_head = -1
        self.recovered = (-1, 0)

    def find_at(self, mark: str, pos: int) -> int:
        """Return the position of the next `@` outside of entries and comments, or -1."""
        index = self.text.find(mark, pos)
        while index >= 0:
            line = max(self.text.rfind("\n", pos, index) + 1, pos)
            if COMMENT_START.search(self.text, line, index) is None:
                return index
            pos = self.text.find("\n", index)
            index = self.text.find(mark, pos) if pos > 0 else -1
        return index

    def block(self, position: int) -> int:
        """block = "@" (comment | preamble | string | entry)"""
        head = self.grammar.head.match(self.text, position)
        if head is None:
            return self._lone_at(position)
        kind = head[1].lower()
        if kind == "comment":
            return self._comment(position, head)
        if head[2] is None:
            return self._problem("head", position, head.end())
        if kind == "preamble":
            return self._preamble(position, head)
        if kind == "string":
            return self._string(position, head)
        return self._entry(position, head)

    def _problem(self, code: str, start: int, end: int, entry: int = -1) -> int:
        self.result.problems.append(Problem(code, Span(start, end), entry))
        return end

    def _lone_at(self, position: int) -> int:
        """Add a single problem for a run of `@` without an entry."""
        run = LONE_AT.match(self.text, position)
        return self._problem("at", position, run.end() if run else position + 1)

    def _comment(self, position: int, head: re.Match[str]) -> int:
        """comment = "comment"; for biber including its braces"""
        end = head.end(1)
        if self.grammar.percent_comments and head[2] == "{":
            closed = braced_end(self.text, head.end() - 1, len(self.text))
            end = closed if closed > 0 else self._next_head(head.end())
        self.result.comments.append(Span(position, end))
        return end

    def _preamble(self, position: int, head: re.Match[str]) -> int:
        """preamble = "preamble" open value close"""
        value = self._value(head.end())
        end = self._close(position, value, head[2], "preamble")
        self.result.preambles.append(Span(position, end))
        return end

    def _string(self, position: int, head: re.Match[str]) -> int:
        """string = "string" open definition close; definition = name "=" value"""
        pos = head.end()
        while True:
            name = self.grammar.name.match(self.text, pos)
            if name is None or not name[2]:
                end = self._problem("string", position, name.end() if name else pos)
                break
            value = self._value(name.end())
            if not value.code:
                span = Span(name.start(1), value.end)
                value_span = Span(value.start, value.end)
                self.result.definitions.append(Definition(span, Span(*name.span(1)), value_span))
            pos = self._another_definition(value)
            if pos < 0:
                end = self._close(position, value, head[2], "string")
                break
        self.result.strings.append(Span(position, end))
        return end

    def _another_definition(self, value: _Value) -> int:
        """Return the start of another definition in an @string, or -1; only biber reads several."""
        if (
            value.code
            or not self.grammar.percent_comments
            or self.text[value.after : value.after + 1] != ","
        ):
            return -1
        name = self.grammar.name.match(self.text, value.after + 1)
        return value.after + 1 if name and name[2] else -1

    def _close(self, position: int, value: _Value, opening: str, block: str) -> int:
        """Return the position after the closing delimiter of an @string or @preamble."""
        if value.code:
            return self._problem(value.code, position, value.after)
        after = value.after
        if self.grammar.percent_comments and self.text[after : after + 1] == ",":
            after = self._space(after + 1)
        if self.text[after : after + 1] == CLOSING[opening]:
            return after + 1
        return self._problem(f"{block} open", position, after)

    def plain_entry(self, position: int, head: re.Match[str]) -> int:
        """Read an entry in braces whose type, key and comma are already matched."""
        first = len(self.result.fields)
        end, code = self._fields(head.end(), "}")
        self.result.entries.extend((position, end, *head.span(1), *head.span(2), first))
        if code:
            self._problem(code, end, min(end + 1, len(self.text)), len(self.result) - 1)
        return end

    def _entry(self, position: int, head: re.Match[str]) -> int:
        """entry = type open key ("," field)* [","] close"""
        result = self.result
        number = len(result)
        first = len(result.fields)
        close = CLOSING[head[2]]
        pattern = self.grammar.key if close == "}" else self.grammar.key_in_parentheses
        key = pattern.match(self.text, head.end())
        if key is None:
            return self._problem("head", position, head.end())
        end, code = key.end(), ""
        key_start, key_end = key.span(1)
        if self._is_first_field(head.end(), key):
            key_end = key_start
            self._problem("no key", *head.span(1), number)
            end, code = self._fields(key_start, close)
        elif key[2] == ",":
            end, code = self._fields(end, close)
        elif key[2] != close:
            code = "key" if end < len(self.text) else "end"
        result.entries.extend((position, end, *head.span(1), key_start, key_end, first))
        if code:
            self._problem(code, end, min(end + 1, len(self.text)), number)
        return end

    def _is_first_field(self, pos: int, key: re.Match[str]) -> bool:
        """Whether an entry has no key, so that its first field is in the place of it."""
        name = self.grammar.name.match(self.text, pos)
        if name is None or not name[1] or not name[2]:
            return False
        from refkit.formats.bibtex.recovery import is_field

        if key[2] != ",":
            return True
        field = self.grammar.field.match(self.text, pos)
        return field is not None and field[3] != "" and is_field(key[1])

    def _fields(self, pos: int, close: str) -> tuple[int, str]:
        """Read the fields of an entry, and return its end and the code of the error there."""
        text = self.text
        match = self.grammar.field.match
        add = self.result.fields.extend
        while True:
            simple = match(text, pos)
            if simple is not None:
                mark = simple[3]
                if mark == ",":
                    add(simple.span(1) + simple.span(2))
                    pos = simple.end()
                    continue
                if mark == close:
                    add(simple.span(1) + simple.span(2))
                    return simple.end(), ""
            else:
                end = self.grammar.close.match(text, pos)
                if end is not None and end[1] == close:
                    return end.end(), ""
            pos, code = self._unusual_field(pos, close)
            if code:
                return pos, "" if code == "closed" else code

    def _unusual_field(self, pos: int, close: str) -> tuple[int, str]:
        """Read a field that is not a simple value with a comma, or the end of the entry."""
        text = self.text
        start = self._space(pos)
        if text[start : start + 1] == close:
            return start + 1, "closed"
        if self._is_entry_start(start):
            return start, "unclosed"
        name = self.grammar.name.match(text, start)
        if name is None or not name[1]:
            return start, "name" if start < len(text) else "end"
        if not name[2]:
            return name.end(), "equals" if name.end() < len(text) else "end"
        value = self._value(name.end())
        if value.code:
            return self._unclosed_value(name, value, value.code)
        # bibtex.web stores a value only if text follows it, because the end of the file may truncate it
        if value.after == len(text):
            return self._unclosed_value(name, value, "end")
        mark = text[value.after : value.after + 1]
        if mark not in (",", close):
            code = "unclosed" if self._is_entry_start(value.after) else "comma"
            after, rest = self._unclosed_value(name, value, code)
            if not rest:
                return after, rest
        fields = self.result.fields
        if value.pieces > 1:
            self.result.joined_fields.add(len(fields))
        fields.extend((*name.span(1), value.start, value.end))
        if mark == ",":
            return value.after + 1, ""
        return (value.after + 1, "closed") if mark == close else (value.after, code)

    def _unclosed_value(self, name: re.Match[str], value: _Value, code: str) -> tuple[int, str]:
        """Add a field whose value ends before the next field, and return its start, or else the end and its code."""
        number, count = len(self.result), self.recovered[1]
        count = count + 1 if self.recovered[0] == number else 1
        is_value = self.text[value.start : value.start + 1] in ("{", '"') and value.pieces == 1
        if not is_value or count > MAX_RECOVERED:
            return value.after, code
        from refkit.formats.bibtex.recovery import end_before_field

        limit = self._next_head(value.start) if value.code else value.end
        found = end_before_field(self.text, value.start, limit, known=code == "comma")
        if found is None:
            return value.after, code
        self.recovered = number, count
        self.result.fields.extend((*name.span(1), value.start, found[0]))
        self._problem("unclosed value", value.start, value.start + 1, number)
        return found[1], ""

    def _is_entry_start(self, pos: int) -> bool:
        """Whether an entry starts at `pos` at the start of a line.

        Field names can contain `@`, so that `bibtex` reads such an entry as part of one that is not closed.
        """
        if self.text[pos : pos + 1] != "@":
            return False
        line = pos
        while line and self.text[line - 1] in " \t":
            line -= 1
        is_line_start = line == 0 or self.text[line - 1] in "\r\n"
        return is_line_start and LINE_HEAD.match(self.text, line) is not None

    def _space(self, pos: int) -> int:
        space = self.grammar.space.match(self.text, pos)
        return space.end() if space else pos

    def _value(self, pos: int) -> _Value:
        """value = piece ("#" piece)*; piece = "{" ... "}" | '"' ... '"' | number | name"""
        start = position = self._space(pos)
        pieces = 1
        while True:
            end, code = self._piece(position)
            if code:
                return _Value(start, end, end, pieces, code)
            after = self._space(end)
            if self.text[after : after + 1] != "#":
                return _Value(start, end, after, pieces)
            pieces += 1
            position = self._space(after + 1)

    def _piece(self, position: int) -> tuple[int, str]:
        mark = self.text[position : position + 1]
        if mark in ("{", '"') and mark:
            return self._delimited(position, mark)
        word = self.grammar.word.match(self.text, position)
        if word is None or self._is_entry_start(position):
            return position, "value" if mark else "end"
        # bibtex.web, scan_identifier: only white space or one of `, } ) #` may follow a macro's name
        if not mark.isdigit() and self.text[word.end() : word.end() + 1] in INVALID_AFTER_NAME:
            return word.end(), "value"
        return word.end(), ""

    def _delimited(self, position: int, mark: str) -> tuple[int, str]:
        """Read a braced or quoted piece; one that is not closed ends at the start of the next entry."""
        text = self.text
        limit = self._next_head(position) if self.has_open_value else len(text)
        end = (
            braced_end(text, position, limit) if mark == "{" else quoted_end(text, position, limit)
        )
        if end > 0:
            return end, ""
        if end < 0:
            return -end, "quote"
        self.has_open_value = True
        return self._next_head(position), "open"

    def _next_head(self, pos: int) -> int:
        """Return the start of the next line after `pos` that looks like an entry, or the end of the text."""
        if self.next_head <= pos:
            head = LINE_HEAD.search(self.text, pos)
            self.next_head = head.start() if head else len(self.text)
        return self.next_head


INVALID_AFTER_NAME = frozenset("\"%'(={")


def braced_end(text: str, position: int, limit: int) -> int:
    """Return the position after the brace that closes the one at `position`, or 0 if there is none."""
    depth = 0
    for brace in BRACES.finditer(text, position, limit):
        if brace[0] == "{":
            depth += 1
        elif depth == 1:
            return brace.end()
        else:
            depth -= 1
    return 0


def quoted_end(text: str, position: int, limit: int) -> int:
    """Return the position after the closing quote, 0 if there is none, or minus that of an unmatched `}`."""
    depth = 0
    for mark in QUOTE_OR_BRACES.finditer(text, position + 1, limit):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            if depth == 0:
                return -mark.start()
            depth -= 1
        elif depth == 0:
            return mark.end()
    return 0


def is_balanced(value: str) -> bool:
    """Whether the braces of a value are balanced as BibTeX counts them (`\\{` is a brace, too)."""
    depth = 0
    for brace in BRACES.finditer(value):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0
