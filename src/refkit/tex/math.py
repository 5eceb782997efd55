"""Simple formulas to Unicode; formulas that need more than one line of characters are left to TeX."""

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
_CONDITION = lazy_pattern(r"\\(ifmmode|else|fi)(?![A-Za-z])\s*|\\.|\$", re.DOTALL)


def without_conditions(tex: str) -> str:
    """Return `tex` with `\\ifmmode A\\else B\\fi` as A in formulas and as B elsewhere."""
    if "\\ifmmode" not in tex:
        return tex
    output: list[str] = []
    branches: list[bool] = []  # whether the current branch of each open condition counts
    start, skipped, in_formula = 0, 0, False
    for token in _CONDITION.finditer(tex):
        if not skipped:
            output.append(tex[start : token.start()])
        name, start = token[1], token.end()
        if name == "ifmmode":
            branches.append(in_formula)
            skipped += not in_formula
        elif name and branches:
            skipped -= not branches[-1]
            if name == "else":
                branches[-1] = not branches[-1]
                skipped += not branches[-1]
            else:
                branches.pop()
        else:
            start = token.start()
            in_formula ^= token[0] == "$"
    return tex if branches else "".join([*output, tex[start:]])


def decode_math(body: str) -> tuple[str | None, list[str]]:
    """Return a formula as Unicode with `<sup>` and `<sub>`, or None and the commands that prevent it."""
    formula = _Formula(_NAMED_SCRIPT.sub(_script_sign, body) if "\\s" in body else body)
    if not formula.read():
        return None, formula.unknown
    text = "".join(formula.output).strip(" ")
    for script, char in _RAISED:
        text = text.replace(script, char)
    return text, []


_NAMED_SCRIPT = lazy_pattern(r"\\s([pb])(?![A-Za-z])\s*")


def _script_sign(match: re.Match[str]) -> str:
    """Return `^` for `\\sp` and `_` for `\\sb`."""
    return "^" if match[1] == "p" else "_"


class _Formula:
    """State of the decoder of a formula: the text, the position in it and the output so far."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.position = 0
        self.output: list[str] = []
        self.closers: list[str] = []
        self.script_end = ""
        self.in_text: list[int] = []
        self.unknown: list[str] = []

    def read(self) -> bool:
        """Decode the formula and return whether all of it is supported."""
        token = _TOKEN.match
        while self.position < len(self.body):
            match = token(self.body, self.position)
            assert match is not None  # the last alternative matches any character
            self.position = match.end()
            piece, space, brace = match[0], match[3], match[4]
            name = match[1] or match[2]
            if name is not None:
                is_supported = self.command(name)
            elif space is not None:
                is_supported = self.space()
            elif brace is not None:
                is_supported = self.brace(brace)
            else:
                is_supported = self.put(
                    _CHARACTERS.get(piece, piece) if not self.in_text else piece
                )
            if not is_supported:
                return False
        return not self.closers and not self.script_end

    def put(self, char: str) -> bool:
        """Write a character, and the end of a script that consists of it."""
        self.output.append(char)
        if self.script_end and char:
            self.output.append(self.script_end)
            self.script_end = ""
        return True

    def space(self) -> bool:
        """Write a space if it is next to a sign; TeX typesets `a b` as ab."""
        before = self.output[-1][-1:] if self.output else ""
        after = self.body[self.position : self.position + 1]
        if self.in_text or (
            before and not (before.isalpha() and before > "z") and after not in "^_"
        ):
            self.output.append(" ")
        return True

    def brace(self, char: str) -> bool:
        """Open or close a group, or start a script of a group or a token."""
        if char in _SCRIPTS:
            if self.script_end:
                return False
            opener, closer = _SCRIPTS[char]
            self.output.append(opener)
            argument = _ARGUMENT.match(self.body, self.position)
            if argument is None:
                self.script_end = closer
            else:
                self.position = argument.end()
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
        self.output.append(self.closers.pop())
        return True

    def command(self, name: str) -> bool:
        """Decode a command and return whether it is supported."""
        if name in GREEK or name in MATH_LETTERS or name in MATH_SYMBOLS:
            return self.put(GREEK.get(name) or MATH_LETTERS.get(name) or MATH_SYMBOLS[name])
        if name in OPERATORS:
            return self.put(OPERATORS[name])
        if name in FUNCTIONS:
            return self.function(name)
        if name in MATH_SPACES:
            self.output.append(MATH_SPACES[name])
            return True
        return self.with_argument(name)

    def function(self, name: str) -> bool:
        """Write a function's name, with spaces between it and adjacent letters or digits."""
        before = self.output[-1][-1:] if self.output else ""
        after = self.body[self.position : self.position + 1]
        spaced_name = (" " if before.isalnum() else "") + name
        return self.put(spaced_name + " " if after.isalnum() or after == "\\" else spaced_name)

    def with_argument(self, name: str) -> bool:
        """Decode a command with an argument, a short fraction or a root."""
        if name in MATH_ACCENTS:
            return self.accent(MATH_ACCENTS[name])
        if name in ("mathbb", "Bbb", "mathds"):
            return self.blackboard()
        if name in ("frac", "tfrac", "dfrac", "nicefrac", "sfrac"):
            return self.fraction(name)
        argument = _ARGUMENT.match(self.body, self.position)
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

    def group(self, position: int, before: str, after: str) -> bool:
        """Open a group after its brace; a script that consists of it ends with it."""
        self.position = position
        self.output.append(before)
        self.closers.append(after + self.script_end)
        self.script_end = ""
        return True

    def fraction(self, name: str) -> bool:
        """frac = short short, where short is a word or number"""
        parts = _FRACTION.match(self.body, self.position)
        if parts is None:
            self.unknown.append("\\" + name)
            return False
        self.position = parts.end()
        return self.put(f"{parts[1] or parts[2]}/{parts[3] or parts[4]}")

    def letter(self) -> str:
        """Return the letter after an accent or alphabet command, or an empty string."""
        match = _LETTER.match(self.body, self.position)
        if match is None:
            return ""
        name = match[1] or match[3]
        char = match[2] or match[4] or GREEK.get(name) or MATH_LETTERS.get(name) or ""
        if char:
            self.position = match.end()
        return char

    def accent(self, mark: str) -> bool:
        char = self.letter()
        base = {"ı": "i", "ȷ": "j"}.get(char, char)
        return bool(base) and self.put(unicodedata.normalize("NFC", base + mark))

    def blackboard(self) -> bool:
        char = self.letter()
        return bool(char) and self.put(BLACKBOARD.get(char, char))
