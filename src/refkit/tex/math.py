"""Simple formulas to Unicode; what needs more than a line of characters is left to TeX."""

from __future__ import annotations

import re
import unicodedata

from refkit.data.tex import (
    BLACKBOARD,
    FUNCTIONS,
    GREEK,
    MATH_ACCENTS,
    MATH_LETTERS,
    MATH_SPACES,
    MATH_SYMBOLS,
    MATH_TRANSPARENT,
    OPERATORS,
)
from refkit.patterns import lazy_pattern

_TOKEN = lazy_pattern(r"\\([A-Za-z]+)\*?|\\(.)|(\s+)|([\^_{}])|.", re.DOTALL)
_SHORT = r"(?:\{\s*(\w+)\s*\}|\s*(\w))"
_FRACTION = lazy_pattern(rf"\s*{_SHORT}\s*{_SHORT}")
_ARGUMENT = lazy_pattern(r"\s*\{")
_LETTER = lazy_pattern(r"\s*(?:\{\s*(?:\\([A-Za-z]+)|(\w))\s*\}|\\([A-Za-z]+)|(\w))")
_SCRIPTS = {"^": ("<sup>", "</sup>"), "_": ("<sub>", "</sub>")}
_CHARACTERS = {"-": "−", "'": "′", "~": "\u00a0", "*": "∗", "<": "<", "`": "‘"}
_RAISED = (
    ("<sup>∘</sup>", "°"),
    ("<sup>′</sup>", "′"),
    ("<sup>′′</sup>", "″"),
    ("<sup>°</sup>", "°"),
)
_BOLD = frozenset(("mathbf", "boldsymbol", "bm", "textbf", "pmb"))
_TEXT = frozenset(("text", "textrm", "mbox", "hbox", "textnormal", "textit", "emph", "textsf"))


def decode_math(body: str) -> tuple[str | None, list[str]]:
    """Return a formula as Unicode with `<sup>` and `<sub>`, or None and the commands that prevent it."""
    formula = _Formula(body)
    if not formula.read():
        return None, formula.unknown
    text = "".join(formula.out).strip(" ")
    for script, char in _RAISED:
        text = text.replace(script, char)
    return text, []


class _Formula:
    """The formula, the place in it and what is written so far."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.at = 0
        self.out: list[str] = []
        self.closers: list[str] = []
        self.script_end = ""
        self.in_text: list[int] = []
        self.unknown: list[str] = []

    def read(self) -> bool:
        """Decode the whole formula; False where something stands in the way."""
        token = _TOKEN.match
        while self.at < len(self.body):
            found = token(self.body, self.at)
            assert found is not None  # the last alternative takes any character
            self.at = found.end()
            piece, space, brace = found[0], found[3], found[4]
            name = found[1] or found[2]
            if name is not None:
                good = self.command(name)
            elif space is not None:
                good = self.space()
            elif brace is not None:
                good = self.brace(brace)
            else:
                good = self.put(_CHARACTERS.get(piece, piece) if not self.in_text else piece)
            if not good:
                return False
        return not self.closers and not self.script_end

    def put(self, char: str) -> bool:
        """Write a character, and the end of a script that holds it alone."""
        self.out.append(char)
        if self.script_end and char:
            self.out.append(self.script_end)
            self.script_end = ""
        return True

    def space(self) -> bool:
        """A space counts only beside a sign: TeX sets `a b` as ab."""
        before = self.out[-1][-1:] if self.out else ""
        after = self.body[self.at : self.at + 1]
        if self.in_text or (
            before and not (before.isalpha() and before > "z") and after not in "^_"
        ):
            self.out.append(" ")
        return True

    def brace(self, char: str) -> bool:
        """A group, or a script with its group or its one token."""
        if char in _SCRIPTS:
            if self.script_end:
                return False
            opener, closer = _SCRIPTS[char]
            self.out.append(opener)
            argument = _ARGUMENT.match(self.body, self.at)
            if argument is None:
                self.script_end = closer
            else:
                self.at = argument.end()
                self.closers.append(closer)
            return True
        if char == "{":
            self.closers.append(self.script_end)
            self.script_end = ""
            return True
        if not self.closers:
            return False
        if self.in_text and self.in_text[-1] == len(self.closers):
            self.in_text.pop()
        self.out.append(self.closers.pop())
        return True

    def command(self, name: str) -> bool:
        """A command of mathematics."""
        if name in GREEK or name in MATH_LETTERS or name in MATH_SYMBOLS:
            return self.put(GREEK.get(name) or MATH_LETTERS.get(name) or MATH_SYMBOLS[name])
        if name in OPERATORS:
            return self.put(OPERATORS[name])
        if name in FUNCTIONS:
            return self.function(name)
        if name in MATH_SPACES:
            self.out.append(MATH_SPACES[name])
            return True
        return self.with_argument(name)

    def function(self, name: str) -> bool:
        """A function's name stands apart from a letter or digit beside it."""
        before = self.out[-1][-1:] if self.out else ""
        after = self.body[self.at : self.at + 1]
        spaced = (" " if before.isalnum() else "") + name
        return self.put(spaced + " " if after.isalnum() or after == "\\" else spaced)

    def with_argument(self, name: str) -> bool:
        """A command with one argument, or a short fraction or root."""
        if name in MATH_ACCENTS:
            return self.accent(MATH_ACCENTS[name])
        if name in ("mathbb", "Bbb", "mathds"):
            return self.blackboard()
        if name in ("frac", "tfrac", "dfrac", "nicefrac", "sfrac"):
            return self.fraction(name)
        argument = _ARGUMENT.match(self.body, self.at)
        if name == "sqrt" and argument is not None:
            return self.group(argument.end(), "√(", ")")
        if name not in MATH_TRANSPARENT:
            self.unknown.append("\\" + name)
            return False
        if argument is None:
            return True
        bold = name in _BOLD
        self.group(argument.end(), "<b>" if bold else "", "</b>" if bold else "")
        if name in _TEXT:
            self.in_text.append(len(self.closers))
        return True

    def group(self, at: int, before: str, after: str) -> bool:
        """Open a group behind its brace; a script that it is the whole of ends with it."""
        self.at = at
        self.out.append(before)
        self.closers.append(after + self.script_end)
        self.script_end = ""
        return True

    def fraction(self, name: str) -> bool:
        """frac = short short, where short is a word or number"""
        parts = _FRACTION.match(self.body, self.at)
        if parts is None:
            self.unknown.append("\\" + name)
            return False
        self.at = parts.end()
        return self.put(f"{parts[1] or parts[2]}/{parts[3] or parts[4]}")

    def letter(self) -> str:
        """The one letter that an accent or an alphabet stands before, or nothing."""
        found = _LETTER.match(self.body, self.at)
        if found is None:
            return ""
        name = found[1] or found[3]
        char = found[2] or found[4] or GREEK.get(name) or MATH_LETTERS.get(name) or ""
        if char:
            self.at = found.end()
        return char

    def accent(self, mark: str) -> bool:
        char = self.letter()
        base = {"ı": "i", "ȷ": "j"}.get(char, char)
        return bool(base) and self.put(unicodedata.normalize("NFC", base + mark))

    def blackboard(self) -> bool:
        char = self.letter()
        return bool(char) and self.put(BLACKBOARD.get(char, char))
