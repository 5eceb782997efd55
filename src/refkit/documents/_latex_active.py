"""The active part of a LaTeX text: without comments, verbatim text and text skipped by `\\iffalse`."""

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
_MAX_VERB = 1000  # characters; a longer argument is a sign without its partner
_SHORT_VERB_DEFINERS = frozenset(("MakeShortVerb", "DefineShortVerb"))
_SHORT_VERB_REMOVERS = frozenset(("DeleteShortVerb", "UndefineShortVerb"))


def active_text(text: str) -> str:
    """Return a text of the same length, with spaces instead of the parts that TeX does not execute."""
    return _ActiveTextReader(text).read()


def skipped_branch_ends(text: str) -> dict[int, int]:
    """Return the position after the `\\else` or `\\fi` of every `\\iffalse`, by the position after that."""
    ends: dict[int, int] = {}
    opened: list[
        int
    ] = []  # the ends of the open conditionals, or -1 for those that are not `\\iffalse`
    for token in _TOKEN.finditer(text):
        name = token[1]
        if name == "fi":
            start = opened.pop() if opened else -1
            ends.setdefault(start, token.end())
        elif name == "else" and opened:
            ends.setdefault(opened[-1], token.end())
        elif name and name.startswith("if") and name not in NO_CONDITIONALS:
            opened.append(token.end() if name == "iffalse" else -1)
    for start in opened:  # it contains a macro whose name looks like a conditional
        first = _FI.search(text, start) if start > 0 else None
        ends.setdefault(start, first.end() if first else start)
    return ends


@dataclass(slots=True)
class _ActiveTextReader:
    """State of the reader: the position, the output, and the declarations in the text."""

    text: str
    position: int = 0
    copied: int = 0
    output: list[str] = field(default_factory=list)
    environments: set[str] = field(default_factory=lambda: set(UNREAD_ENVIRONMENTS))
    short_signs: set[str] = field(default_factory=set)
    unclosed: set[str] = field(default_factory=set)
    branch_ends: dict[int, int] | None = None
    token: re.Pattern[str] = field(default_factory=lambda: re.compile(_TOKENS, re.DOTALL))

    def read(self) -> str:
        """Return the text with spaces instead of its inactive parts."""
        while token := self.token.search(self.text, self.position):
            self.position = token.end()
            if token[1]:
                self.command(token[1])
            elif token[0][0] == "%":
                self.blank_out(token.start(), self.position)
            elif token[0] in self.short_signs:
                self.blank_to(token[0])
        self.output.append(self.text[self.copied :])
        return "".join(self.output)

    def command(self, name: str) -> None:
        """Process a command that makes text inactive or declares another such command."""
        if name in UNREAD_ARGUMENTS:
            self.argument(name)
        elif name == "begin":
            self.environment()
        elif name == "iffalse":
            if self.branch_ends is None:
                self.branch_ends = skipped_branch_ends(self.text)
            self.blank_out(self.position, self.branch_ends.get(self.position, self.position))
        elif name == "string":
            self.blank_out(self.position, _skip_match(_TOKEN, self.text, self.position))
        elif name == "end" and self.text.startswith("{document}", self.position):
            self.blank_out(self.position, len(self.text))
        elif name in UNREAD_DEFINERS:
            declared = _NAME.match(self.text, self.position)
            if declared:
                self.environments.add(declared[1])
        elif name in _SHORT_VERB_DEFINERS or name in _SHORT_VERB_REMOVERS:
            self.short_verb(name in _SHORT_VERB_DEFINERS)

    def blank_out(self, start: int, end: int) -> None:
        """Replace a part by spaces, and continue after it."""
        self.output.append(self.text[self.copied : start])
        self.output.append(_VISIBLE.sub(lambda match: " " * len(match[0]), self.text[start:end]))
        self.position = self.copied = end

    def environment(self) -> None:
        """begin = "{" name "}"; the text up to the environment's end may be inactive."""
        match = _ENVIRONMENT.match(self.text, self.position)
        if match is None or match[1] not in self.environments or match[1] in self.unclosed:
            return
        end = self.text.find(f"\\end{{{match[1]}}}", match.end())
        if end < 0:
            self.unclosed.add(match[1])
        else:
            self.blank_out(match.end(), end)

    def argument(self, name: str) -> None:
        """argument = [option] [language] (sign text sign | "{" text "}")"""
        position = self.position + self.text.startswith("*", self.position)
        if name in VERB:
            position = _skip_match(_OPTION, self.text, position)
        if name in ("mintinline", "mint"):
            position = _skip_match(_LANGUAGE, self.text, position)
        sign = self.text[position : position + 1]
        if sign == "{":
            self.blank_out(position, _group_end(self.text, position))
        elif name in VERB and sign and not sign.isalnum() and not sign.isspace():
            self.position = position + 1
            self.blank_to(sign)

    def blank_to(self, sign: str) -> None:
        """Replace the text up to the next such sign on the line."""
        end = self.text.find(sign, self.position, self.position + _MAX_VERB)
        if end >= 0 and "\n" not in self.text[self.position : end]:
            self.blank_out(self.position, end + 1)

    def short_verb(self, is_defined: bool) -> None:
        """Define or remove a sign that delimits verbatim text: `\\MakeShortVerb{\\|}`."""
        match = _SHORT.match(self.text, self.position)
        if match is None:
            return
        self.position = match.end()
        self.short_signs = (
            self.short_signs | {match[1]} if is_defined else self.short_signs - {match[1]}
        )
        signs = "".join(map(re.escape, sorted(self.short_signs)))
        self.token = re.compile(f"{_TOKENS}|[{signs}]" if signs else _TOKENS, re.DOTALL)


def _skip_match(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def _group_end(text: str, position: int) -> int:
    """Return the end of the group that starts at a position, or the position if it is not closed.

    A group with an item of a list in it is not closed where it should be.
    """
    depth = 0
    for index in range(position, min(len(text), position + _MAX_VERB)):
        if text[index] == "{":
            depth += 1
        elif text[index] == "}":
            depth -= 1
            if depth == 0:
                return position if "\\bibitem" in text[position:index] else index + 1
    return position
