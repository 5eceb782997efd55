"""Where everything stands in a BibTeX text: entries, keys, field names, values, strings, comments.

Positions only, no text is copied. Reads as the `bibtex` program reads (bibtex.web, "Reading the
database file"): what is broken costs the rest of its entry, and reading goes on at the next `@`.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
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

CLOSING = {"{": "}", "(": ")"}

# places of an entry in `Scan.entries`, and of a field in `Scan.fields`
ENTRY_PLACES = 7
FIELD_PLACES = 4


@dataclass(slots=True, frozen=True)
class Problem:
    """A place where the text is no BibTeX: `code` says what, `entry` is the entry's number or -1."""

    code: str
    span: Span
    entry: int = -1


@dataclass(slots=True, frozen=True)
class Definition:
    """One `name = value` of an @string block."""

    span: Span
    name_span: Span
    value_span: Span


@dataclass(slots=True)
class Scan:
    """The places in one text.

    `entries` holds seven numbers for each entry: start and end, start and end of the type, start and
    end of the key, and where in `fields` its first field starts. `fields` holds four for each field:
    start and end of the name, start and end of the value with its delimiters. `joined` tells where the
    fields start whose value has several pieces. An entry's fields end where the next entry's start.
    """

    entries: array[int]
    fields: array[int]
    joined: set[int] = field(default_factory=set)
    definitions: list[Definition] = field(default_factory=list)
    strings: list[Span] = field(default_factory=list)
    preambles: list[Span] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.entries) // ENTRY_PLACES

    def bounds(self, number: int) -> tuple[int, int]:
        """Return start and end of entry `number`."""
        return self.entries[number * ENTRY_PLACES], self.entries[number * ENTRY_PLACES + 1]

    def key_bounds(self, number: int) -> tuple[int, int]:
        """Return start and end of the key of entry `number`."""
        return self.entries[number * ENTRY_PLACES + 4], self.entries[number * ENTRY_PLACES + 5]

    def field_places(self, number: int) -> range:
        """Return where in `fields` the numbers of each field of entry `number` start."""
        after = (number + 1) * ENTRY_PLACES + 6
        end = self.entries[after] if after < len(self.entries) else len(self.fields)
        return range(self.entries[number * ENTRY_PLACES + 6], end, FIELD_PLACES)


def scan(text: str, dialect: str = "bibtex") -> Scan:
    """database = (junk "@" (comment | preamble | string | entry))* junk"""
    scanner = _Scanner(text, grammar(dialect))
    rules = scanner.grammar
    head, next_at = rules.entry.match, scanner.next_at if rules.percent_comments else text.find
    at = next_at("@", 0)
    while at >= 0:
        entry = head(text, at)
        usual = entry is not None and entry[1].lower() not in COMMANDS
        pos = scanner.plain_entry(at, entry) if usual and entry else scanner.block(at)
        at = next_at("@", pos)
    return scanner.found


COMMANDS = frozenset({"comment", "preamble", "string"})


class _Value(NamedTuple):
    """Where a value stands, the place after the white space behind it, and what is wrong with it."""

    start: int
    end: int
    after: int
    pieces: int
    code: str = ""


class _Scanner:
    """Reads one text; a method takes the place to read from and returns the place after."""

    __slots__ = ("found", "grammar", "limit", "text", "value_ran_out")

    def __init__(self, text: str, rules: Grammar) -> None:
        self.text = text
        self.grammar = rules
        size = "i" if len(text) < 1 << 31 else "q"
        self.found = Scan(array(size), array(size))
        self.value_ran_out = False
        self.limit = -1

    def next_at(self, mark: str, pos: int) -> int:
        """Return the next `@` outside of entries that no comment hides, or -1."""
        at = self.text.find(mark, pos)
        while at >= 0:
            line = max(self.text.rfind("\n", pos, at) + 1, pos)
            if COMMENT_START.search(self.text, line, at) is None:
                return at
            pos = self.text.find("\n", at)
            at = self.text.find(mark, pos) if pos > 0 else -1
        return at

    def block(self, at: int) -> int:
        """block = "@" (comment | preamble | string | entry)"""
        head = self.grammar.head.match(self.text, at)
        if head is None:
            return self._lone_at(at)
        kind = head[1].lower()
        if kind == "comment":
            return self._comment(at, head)
        if head[2] is None:
            return self._problem("head", at, head.end())
        if kind == "preamble":
            return self._preamble(at, head)
        if kind == "string":
            return self._string(at, head)
        return self._entry(at, head)

    def _problem(self, code: str, start: int, end: int, entry: int = -1) -> int:
        self.found.problems.append(Problem(code, Span(start, end), entry))
        return end

    def _lone_at(self, at: int) -> int:
        """A run of lone `@`, however long, is one problem."""
        run = LONE_AT.match(self.text, at)
        return self._problem("at", at, run.end() if run else at + 1)

    def _comment(self, at: int, head: re.Match[str]) -> int:
        """comment = "comment"; for biber with all that its braces hold"""
        end = head.end(1)
        if self.grammar.percent_comments and head[2] == "{":
            closed = braced_end(self.text, head.end() - 1, len(self.text))
            end = closed if closed > 0 else self._next_head(head.end())
        self.found.comments.append(Span(at, end))
        return end

    def _preamble(self, at: int, head: re.Match[str]) -> int:
        """preamble = "preamble" open value close"""
        value = self._value(head.end())
        end = self._close(at, value, head[2], "preamble")
        self.found.preambles.append(Span(at, end))
        return end

    def _string(self, at: int, head: re.Match[str]) -> int:
        """string = "string" open definition close; definition = name "=" value"""
        pos = head.end()
        while True:
            name = self.grammar.name.match(self.text, pos)
            if name is None or not name[2]:
                end = self._problem("string", at, name.end() if name else pos)
                break
            value = self._value(name.end())
            if not value.code:
                span = Span(name.start(1), value.end)
                value_span = Span(value.start, value.end)
                self.found.definitions.append(Definition(span, Span(*name.span(1)), value_span))
            pos = self._another_definition(value)
            if pos < 0:
                end = self._close(at, value, head[2], "string")
                break
        self.found.strings.append(Span(at, end))
        return end

    def _another_definition(self, value: _Value) -> int:
        """Return where one more definition of an @string starts, or -1: only biber reads several."""
        if (
            value.code
            or not self.grammar.percent_comments
            or self.text[value.after : value.after + 1] != ","
        ):
            return -1
        name = self.grammar.name.match(self.text, value.after + 1)
        return value.after + 1 if name and name[2] else -1

    def _close(self, at: int, value: _Value, opening: str, block: str) -> int:
        """Return the place after the closing mark of an @string or @preamble."""
        if value.code:
            return self._problem(value.code, at, value.after)
        after = value.after
        if self.grammar.percent_comments and self.text[after : after + 1] == ",":
            after = self._space(after + 1)
        if self.text[after : after + 1] == CLOSING[opening]:
            return after + 1
        return self._problem(f"{block} open", at, after)

    def plain_entry(self, at: int, head: re.Match[str]) -> int:
        """Read an entry in braces whose type, key and comma are matched."""
        first = len(self.found.fields)
        end, code = self._fields(head.end(), "}")
        self.found.entries.extend((at, end, *head.span(1), *head.span(2), first))
        if code:
            self._problem(code, end, min(end + 1, len(self.text)), len(self.found) - 1)
        return end

    def _entry(self, at: int, head: re.Match[str]) -> int:
        """entry = type open key ("," field)* [","] close"""
        found = self.found
        number = len(found)
        first = len(found.fields)
        close = CLOSING[head[2]]
        pattern = self.grammar.key if close == "}" else self.grammar.key_in_parentheses
        key = pattern.match(self.text, head.end())
        if key is None:
            return self._problem("head", at, head.end())
        end, code = key.end(), ""
        if key[2] == ",":
            end, code = self._fields(end, close)
        elif key[2] != close:
            code = "key" if end < len(self.text) else "end"
        found.entries.extend((at, end, *head.span(1), *key.span(1), first))
        if code:
            self._problem(code, end, min(end + 1, len(self.text)), number)
        return end

    def _fields(self, pos: int, close: str) -> tuple[int, str]:
        """Read the fields of an entry; return the place after it and what is wrong there."""
        text = self.text
        match = self.grammar.field.match
        add = self.found.fields.extend
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
        """Read a field that is not one simple value and a comma, or the end of the entry."""
        text = self.text
        start = self._space(pos)
        if text[start : start + 1] == close:
            return start + 1, "closed"
        if self._starts_entry(start):
            return start, "unclosed"
        name = self.grammar.name.match(text, start)
        if name is None or not name[1]:
            return start, "name" if start < len(text) else "end"
        if not name[2]:
            return name.end(), "equals" if name.end() < len(text) else "end"
        value = self._value(name.end())
        if value.code:
            return value.after, value.code
        # bibtex.web stores a value once it has seen what follows; at the end of the file it may be cut
        if value.after == len(text):
            return value.after, "end"
        fields = self.found.fields
        if value.pieces > 1:
            self.found.joined.add(len(fields))
        fields.extend((*name.span(1), value.start, value.end))
        mark = text[value.after : value.after + 1]
        if mark == ",":
            return value.after + 1, ""
        if mark == close:
            return value.after + 1, "closed"
        if self._starts_entry(value.after):
            return value.after, "unclosed"
        return value.after, "comma"

    def _starts_entry(self, pos: int) -> bool:
        """Whether a line starts an entry at `pos`.

        `@` may stand in a field's name, so `bibtex` loses such an entry to the one that is not closed.
        """
        if self.text[pos : pos + 1] != "@":
            return False
        line = pos
        while line and self.text[line - 1] in " \t":
            line -= 1
        at_start = line == 0 or self.text[line - 1] in "\r\n"
        return at_start and LINE_HEAD.match(self.text, line) is not None

    def _space(self, pos: int) -> int:
        space = self.grammar.space.match(self.text, pos)
        return space.end() if space else pos

    def _value(self, pos: int) -> _Value:
        """value = piece ("#" piece)*; piece = "{" ... "}" | '"' ... '"' | number | name"""
        start = at = self._space(pos)
        pieces = 1
        while True:
            end, code = self._piece(at)
            if code:
                return _Value(start, end, end, pieces, code)
            after = self._space(end)
            if self.text[after : after + 1] != "#":
                return _Value(start, end, after, pieces)
            pieces += 1
            at = self._space(after + 1)

    def _piece(self, at: int) -> tuple[int, str]:
        mark = self.text[at : at + 1]
        if mark in ("{", '"') and mark:
            return self._delimited(at, mark)
        word = self.grammar.word.match(self.text, at)
        if word is None or self._starts_entry(at):
            return at, "value" if mark else "end"
        # bibtex.web, scan_identifier: after a macro's name only white space or one of `, } ) #` may stand
        if not mark.isdigit() and self.text[word.end() : word.end() + 1] in AFTER_NO_NAME:
            return word.end(), "value"
        return word.end(), ""

    def _delimited(self, at: int, mark: str) -> tuple[int, str]:
        """Read a braced or quoted piece; one that never ends is cut where the next entry starts."""
        text = self.text
        limit = self._next_head(at) if self.value_ran_out else len(text)
        end = braced_end(text, at, limit) if mark == "{" else quoted_end(text, at, limit)
        if end > 0:
            return end, ""
        if end < 0:
            return -end, "quote"
        self.value_ran_out = True
        return self._next_head(at), "open"

    def _next_head(self, pos: int) -> int:
        """Return the next line after `pos` that starts like an entry, or the end of the text."""
        if self.limit <= pos:
            head = LINE_HEAD.search(self.text, pos)
            self.limit = head.start() if head else len(self.text)
        return self.limit


AFTER_NO_NAME = frozenset("\"%'(={")


def braced_end(text: str, at: int, limit: int) -> int:
    """Return the place after the brace that closes the one at `at`, or 0 if there is none."""
    depth = 0
    for brace in BRACES.finditer(text, at, limit):
        if brace[0] == "{":
            depth += 1
        elif depth == 1:
            return brace.end()
        else:
            depth -= 1
    return 0


def quoted_end(text: str, at: int, limit: int) -> int:
    """Return the place after the closing quote, 0 if none, and minus the place of a stray `}`."""
    depth = 0
    for mark in QUOTE_OR_BRACES.finditer(text, at + 1, limit):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            if depth == 0:
                return -mark.start()
            depth -= 1
        elif depth == 0:
            return mark.end()
    return 0


def balanced(value: str) -> bool:
    """Whether every brace of a value has a partner, as BibTeX counts them (`\\{` is a brace, too)."""
    depth = 0
    for brace in BRACES.finditer(value):
        depth += 1 if brace[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0
