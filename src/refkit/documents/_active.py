"""The part of a LaTeX text that TeX reads as TeX: without comments, verbatim text and what `\\iffalse` skips."""

from __future__ import annotations

import re

from refkit.data.latex_citations import (
    NO_CONDITIONALS,
    UNREAD_ARGUMENTS,
    UNREAD_DEFINERS,
    UNREAD_ENVIRONMENTS,
    VERB,
)
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_TOKENS = r"\\(?:([A-Za-z@]++)|.)|%[^\n]*+"
_TOKEN = lazy_pattern(_TOKENS, re.DOTALL)
_ENVIRONMENT = lazy_pattern(r"[ \t]*+\{([A-Za-z@]++\*?)\}")
_NAME = lazy_pattern(r"\s*+(?:\{\s*+)?\\?([A-Za-z@]++\*?)")
_SHORT = lazy_pattern(r"\*?\s*+\{?\\?([^\sA-Za-z{}\\])")
_OPTION = lazy_pattern(r"[ \t]*+\[[^\[\]]{0,500}+\]")
_LANGUAGE = lazy_pattern(r"[ \t]*+\{[A-Za-z0-9+#-]{1,30}+\}")
_FI = lazy_pattern(r"\\fi(?![A-Za-z@])")
_VISIBLE = lazy_pattern(r"[^\n]+")
_LONGEST_VERB = 1000  # characters of an argument; more is a sign without its partner
_MAKES_SHORT = frozenset(("MakeShortVerb", "DefineShortVerb"))
_ENDS_SHORT = frozenset(("DeleteShortVerb", "UndefineShortVerb"))


def active_text(text: str) -> str:
    """Return a text of the same length, with spaces for all that TeX does not read as TeX."""
    return _Reader(text).read()


def false_ends(text: str) -> dict[int, int]:
    """Return for the end of every `\\iffalse` where TeX goes on reading: after its `\\else` or `\\fi`."""
    ends: dict[int, int] = {}
    opened: list[int] = []  # the ends of the open conditionals, negative for those that are read
    for token in _TOKEN.finditer(text):
        name = token[1]
        if name == "fi":
            start = opened.pop() if opened else -1
            ends.setdefault(start, token.end())
        elif name == "else" and opened:
            ends.setdefault(opened[-1], token.end())
        elif name and name.startswith("if") and name not in NO_CONDITIONALS:
            opened.append(token.end() if name == "iffalse" else -1)
    for start in opened:  # a macro of its own in it looks like a conditional
        first = _FI.search(text, start) if start > 0 else None
        ends.setdefault(start, first.end() if first else start)
    return ends


@dataclass(slots=True)
class _Reader:
    """The text, what of it is done, and what the text itself declares."""

    text: str
    at: int = 0
    done: int = 0
    parts: list[str] = field(default_factory=list)
    environments: set[str] = field(default_factory=lambda: set(UNREAD_ENVIRONMENTS))
    short: set[str] = field(default_factory=set)
    unended: set[str] = field(default_factory=set)
    false: dict[int, int] | None = None
    token: re.Pattern[str] = field(default_factory=lambda: re.compile(_TOKENS, re.DOTALL))

    def read(self) -> str:
        """Go from token to token, and blank what is not read."""
        while token := self.token.search(self.text, self.at):
            self.at = token.end()
            if token[1]:
                self.command(token[1])
            elif token[0][0] == "%":
                self.blank(token.start(), self.at)
            elif token[0] in self.short:
                self.between(token[0])
        self.parts.append(self.text[self.done :])
        return "".join(self.parts)

    def command(self, name: str) -> None:
        """A command that hides text, or declares another that does."""
        if name in UNREAD_ARGUMENTS:
            self.argument(name)
        elif name == "begin":
            self.environment()
        elif name == "iffalse":
            if self.false is None:
                self.false = false_ends(self.text)
            self.blank(self.at, self.false.get(self.at, self.at))
        elif name == "string":
            self.blank(self.at, _after(_TOKEN, self.text, self.at))
        elif name == "end" and self.text.startswith("{document}", self.at):
            self.blank(self.at, len(self.text))
        elif name in UNREAD_DEFINERS:
            declared = _NAME.match(self.text, self.at)
            if declared:
                self.environments.add(declared[1])
        elif name in _MAKES_SHORT or name in _ENDS_SHORT:
            self.short_verb(name in _MAKES_SHORT)

    def blank(self, start: int, end: int) -> None:
        """Put spaces in the place of a part, and go on after it."""
        self.parts.append(self.text[self.done : start])
        self.parts.append(_VISIBLE.sub(lambda found: " " * len(found[0]), self.text[start:end]))
        self.at = self.done = end

    def environment(self) -> None:
        """begin = "{" name "}": text up to the environment's end, if TeX does not read it."""
        found = _ENVIRONMENT.match(self.text, self.at)
        if found is None or found[1] not in self.environments or found[1] in self.unended:
            return
        end = self.text.find(f"\\end{{{found[1]}}}", found.end())
        if end < 0:
            self.unended.add(found[1])
        else:
            self.blank(found.end(), end)

    def argument(self, name: str) -> None:
        """argument = [option] [language] (sign text sign | "{" text "}")"""
        at = self.at + self.text.startswith("*", self.at)
        if name in VERB:
            at = _after(_OPTION, self.text, at)
        if name in ("mintinline", "mint"):
            at = _after(_LANGUAGE, self.text, at)
        sign = self.text[at : at + 1]
        if sign == "{":
            self.blank(at, _group_end(self.text, at))
        elif name in VERB and sign and not sign.isalnum() and not sign.isspace():
            self.at = at + 1
            self.between(sign)

    def between(self, sign: str) -> None:
        """Blank what stands before the next such sign of the line."""
        end = self.text.find(sign, self.at, self.at + _LONGEST_VERB)
        if end >= 0 and "\n" not in self.text[self.at : end]:
            self.blank(self.at, end + 1)

    def short_verb(self, begins: bool) -> None:
        """A sign that encloses verbatim text from here on, or does so no more: `\\MakeShortVerb{\\|}`."""
        found = _SHORT.match(self.text, self.at)
        if found is None:
            return
        self.at = found.end()
        self.short = self.short | {found[1]} if begins else self.short - {found[1]}
        signs = "".join(map(re.escape, sorted(self.short)))
        self.token = re.compile(f"{_TOKENS}|[{signs}]" if signs else _TOKENS, re.DOTALL)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _group_end(text: str, at: int) -> int:
    """Return where the braces that open at `at` are closed, or `at` if they are not."""
    depth = 0
    for index in range(at, min(len(text), at + _LONGEST_VERB)):
        if text[index] == "{":
            depth += 1
        elif text[index] == "}":
            depth -= 1
            if depth == 0:
                return index + 1
    return at
