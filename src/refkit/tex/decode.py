"""TeX to Unicode with CSL-JSON's inline markup (CSL-JSON specification, "HTML-like formatting tags").

Decoding is one pass over the text with a stack of open groups, so that it takes linear time.
"""

from __future__ import annotations

import re
import unicodedata

from refkit.data.tex import (
    ACCENTS,
    DECLARATIONS,
    GREEK,
    MARKUP,
    MATH_SYMBOLS,
    OPERATORS,
    SKIPPED_ARGUMENTS,
    SPACING_ACCENTS,
    SYMBOLS,
    TRANSPARENT,
    VERBATIM,
)
from refkit.patterns import lazy_pattern
from refkit.tex.math import decode_math, without_conditions

NOCASE = '<span class="nocase">'
END_SPAN = "</span>"
WORD_JOINER = "\u2060"

find_special = re.compile(
    r"[\\{}$~<`]|--|''"
).search  # finds the first character that needs decoding
_TOKEN = lazy_pattern(
    r"[^\\{}$~<`'\-?!]+|\\(?:([A-Za-z]+)[ \t\r\n]*|(.)|\Z)|---?|''|``|[?!]`|.", re.DOTALL
)
_ACCENT = lazy_pattern(r"\s*\\(?:([`'^~\"=.])|([uvHckdbrthGfU])(?![A-Za-z])\s*)")
_ACCENTED = lazy_pattern(
    r"\s*(?:\{\s*(?:\\([ij])|([^\\{}$\s]))\s*\}|\\([ij])(?![A-Za-z])\s*|([^\\{}$~\s])|(\{\s*\}))"
)
_BASE_SYMBOL = lazy_pattern(r"\s*\\([A-Za-z]+)\s*")
_ARGUMENT = lazy_pattern(r"\s*\{")
_OPTION = lazy_pattern(r"\s*\[[^\][{}]*\]")
_SINGLE = lazy_pattern(r"\s*([^\\{}$~\s])")
_ANY_TOKEN = lazy_pattern(r"\\(?:[A-Za-z]+|.)|[^\s{}]", re.DOTALL)
_BRACES = lazy_pattern(r"[{}]")
_TAG = lazy_pattern(r"/?(?:i|b|sup|sub|sc|span)[ >]")
_ESCAPED = lazy_pattern(r"\\([%#&_{}$~ ])(?:\{\})?")
_LIGATURES = {"--": "–", "---": "—", "''": "”", "``": "“", "?`": "¿", "!`": "¡", "~": "\u00a0"}
_SCRIPTS = ("<sup>", "<sub>")
_NOT_SIMPLE = re.compile(r"[\\$<`]").search
_SIGN = lazy_pattern(r"---?|''|~")
_FLAT_GROUPS = lazy_pattern(r"[^{}]*+(?>(?:\{[^{}]*+\}[^{}]*+)*)")
# Commands for one letter in any context. A brace before the backslash would start a special character that can
# contain more than the letter.
_PLAIN_LETTER = lazy_pattern(
    r"\{\\[`'^\"~=.](?:[A-Za-z]|\{[A-Za-z]\}|\{?\\[ij]\}?)\}"
    r"|\{\\[uvHckdbr](?: [A-Za-z]|\{[A-Za-z]\})\}"
    r"|\{\\(?:ss|ae|AE|oe|OE|o|O|aa|AA|l|L|i|j)\}"
    r"|(?<![{\\])\\(?:[`'^\"~=.](?:[A-Za-z]|\{[A-Za-z]\})|[uvHckdbr]\{[A-Za-z]\}|[&%#])"
)
# Decoded letters; bounded, because the pattern matches only about 3,000 combinations.
_PLAIN_LETTERS: dict[str, str] = {}
_MAX_MARKS = 8  # further accents on the same letter follow it instead


def decode(tex: str, protect: bool = False) -> tuple[str, list[str]]:
    """Return `tex` as Unicode with CSL-JSON markup, and the unknown commands.

    With `protect`, braces that protect case become `<span class="nocase">`: by BibTeX's rule, those at depth 0
    that are not followed by a backslash (btxdoc, section 4, item 10). An unknown command is replaced by its
    argument; without one, it is kept. A word joiner is inserted after a literal `<` that would start a tag.
    """
    if find_special(tex) is None:
        return tex, []
    simple = _decode_simple(tex, protect)
    if simple is not None:
        return simple, []
    decoder = _Decoder(tex, protect)
    return decoder.read(), decoder.unknown


def decode_text(tex: str) -> str:
    """Return `tex` as Unicode with CSL-JSON markup and ignore unknown commands."""
    return decode(tex)[0]


def decode_letters(tex: str) -> str:
    """Return `tex` with simple accents and signs (`{\\'e}`, `\\'{e}`, `\\&`) as characters.

    Nothing else changes; other groups are kept.
    """
    return _PLAIN_LETTER.sub(_decode_plain_letter, tex) if "\\" in tex else tex


def _decode_plain_letter(match: re.Match[str]) -> str:
    command = match[0]
    decoded = _PLAIN_LETTERS.get(command)
    if decoded is None:
        decoded = _PLAIN_LETTERS[command] = _Decoder(command, False).read()
    return decoded


def _decode_simple(tex: str, protect: bool) -> str | None:
    """Return a text that contains only simple accents, signs and flat groups, as most do; otherwise None."""
    tex = decode_letters(tex)
    if _NOT_SIMPLE(tex) is not None:
        return None
    tex = _SIGN.sub(lambda sign: _LIGATURES[sign[0]], tex)
    if "{" not in tex and "}" not in tex:
        return tex
    tex = tex.replace("{}", "")
    if _FLAT_GROUPS.fullmatch(tex) is None:
        return None
    before, after = (NOCASE, END_SPAN) if protect else ("", "")
    return tex.replace("{", before).replace("}", after)


def add_accent(letter: str, mark: str) -> str:
    """Return the letter with a combining mark, as a single character if Unicode has it."""
    base = (
        {"ı": "i", "ȷ": "j"}.get(letter, letter) if unicodedata.combining(mark) == 230 else letter
    )
    return unicodedata.normalize("NFC", base + mark)


def brace_pairs(text: str) -> dict[int, int]:
    """Return the offsets of matching braces, by the offset of the opening brace."""
    pairs: dict[int, int] = {}
    open_braces: list[int] = []
    for brace in _BRACES.finditer(text):
        if brace[0] == "{":
            open_braces.append(brace.start())
        elif open_braces:
            pairs[open_braces.pop()] = brace.start()
    return pairs


class _OpenGroup:
    """An open group: the text to write at its end, and the accents to put on its first letter."""

    __slots__ = ("close", "marks", "start")

    def __init__(self, close: str, start: int, marks: str = "") -> None:
        self.close = close
        self.start = start
        self.marks = marks


class _Decoder:
    """State of the decoder: the text, the position in it, the output so far and the open groups."""

    def __init__(self, tex: str, protect: bool) -> None:
        self.tex = without_conditions(tex)
        self.protect = protect
        self.position = 0
        self.output: list[str] = []
        self.groups = [_OpenGroup("", 0)]
        self.unknown: list[str] = []
        self.open_quotes = 0
        self.unclosed_marks: set[str] = set()
        self.pairs: dict[int, int] | None = None
        self.jumps: dict[int, int] = {}

    def read(self) -> str:
        """Return the decoded text."""
        tex, output, token = self.tex, self.output, _TOKEN.match
        end = len(tex)
        while self.position < end:
            match = token(tex, self.position)
            assert match is not None  # the last alternative matches any character
            self.position = match.end()
            piece = match[0]
            first_char = piece[0]
            if first_char == "\\":
                self.command(match[1] or match[2] or "", piece)
            elif first_char == "{":
                self.open_group()
            elif first_char == "}":
                self.close_brace()
            elif first_char == "$":
                self.math(
                    "$$" if tex.startswith("$$", self.position - 1) else "$", self.position - 1
                )
            elif piece in _LIGATURES:
                output.append(_LIGATURES[piece])
            elif first_char in "<`'":
                self.character(first_char)
            else:
                output.append(piece)
        while self.groups:
            self.close_group()
        return "".join(output)

    def character(self, char: str) -> None:
        """Decode a `<`, a grave accent or an apostrophe, whose meaning depends on the context."""
        if char == "<":
            self.output.append("<" + WORD_JOINER if _TAG.match(self.tex, self.position) else "<")
        elif char == "`":
            self.open_quotes += 1
            self.output.append("‘")
        elif self.open_quotes and not self.tex[self.position : self.position + 1].isalnum():
            self.open_quotes -= 1
            self.output.append("’")
        else:
            self.output.append("'")

    def open_group(self, before: str = "", after: str = "", marks: str = "") -> None:
        """Open a group after its brace, with the markup of the command before it, if any."""
        nocase = (
            self.protect
            and len(self.groups) == 1
            and not marks
            and before not in _SCRIPTS
            and self.tex[self.position : self.position + 1] not in ("\\", "}", "")
        )
        self.output.append(before + NOCASE if nocase else before)
        self.groups.append(
            _OpenGroup(END_SPAN + after if nocase else after, len(self.output), marks)
        )

    def close_brace(self) -> None:
        """Close a group; keep a brace without an opening brace."""
        if len(self.groups) == 1:
            self.output.append("}")
        else:
            self.close_group()
            self.position = self.jumps.get(self.position, self.position)

    def close_group(self) -> None:
        """Write the end of the innermost group."""
        group = self.groups.pop()
        if group.marks:
            self.apply_marks(group)
        if group.close:
            self.output.append(group.close)

    def apply_marks(self, group: _OpenGroup) -> None:
        """Put a group's accents on its first letter."""
        for index in range(group.start, len(self.output)):
            piece = self.output[index]
            if piece and not piece.startswith("<"):
                letter, rest = piece[0], piece[1:]
                for mark in group.marks:
                    letter = add_accent(letter, mark)
                self.output[index] = letter + rest
                return
        self.output.append("".join(SPACING_ACCENTS.get(mark, mark) for mark in group.marks))

    def command(self, name: str, tex: str) -> None:
        """Decode a command; `name` follows the backslash, `tex` is the whole command."""
        if name in ACCENTS and (len(name) > 1 or name in "`'^~\"=." or name.isalpha()):
            self.accent(ACCENTS[name])
        elif name in SYMBOLS:
            self.symbol(SYMBOLS[name], tex)
        elif name in MARKUP:
            self.markup(*MARKUP[name])
        elif name in DECLARATIONS:
            before, after = DECLARATIONS[name]
            self.output.append(before)
            self.groups[-1].close = after + self.groups[-1].close
        elif name in TRANSPARENT:
            self.skip_options()
        elif name in VERBATIM:
            self.output.append(self.verbatim() or "")
        elif name == "href":
            self.link()
        elif name in ("phantom", "hphantom", "vphantom"):
            if self.verbatim() is None and (token := _ANY_TOKEN.match(self.tex, self.position)):
                self.position = token.end()
        elif name in SKIPPED_ARGUMENTS:
            self.skip_options()
            for _ in range(SKIPPED_ARGUMENTS[name]):
                self.verbatim()
        else:
            self.other_command(name, tex)

    def other_command(self, name: str, tex: str) -> None:
        """Decode a command of mathematics, one that selects one of two arguments, or an unknown one."""
        if name == "ensuremath":
            body = self.verbatim()
            self.output.append(self.formula(body, f"${body}$") if body else "")
        elif name in ("(", "["):
            self.math("\\)" if name == "(" else "\\]", self.position - 2)
        elif name in ("texorpdfstring", "switchargs"):
            self.two_arguments(swapped=name == "switchargs")
        elif name in GREEK or name in OPERATORS or name in MATH_SYMBOLS:
            self.symbol(GREEK.get(name) or OPERATORS.get(name) or MATH_SYMBOLS[name], tex)
        elif name.endswith("string") and self.localized_string(name):
            pass
        elif (char := _rare_symbol(name)) is not None:
            self.symbol(char, tex)
        else:
            self.unknown.append("\\" + name)
            if not name or _ARGUMENT.match(self.tex, self.position) is None:
                self.output.append(tex)

    def symbol(self, char: str, tex: str) -> None:
        """Write a character for its command; `{}` after the command only ends the name."""
        self.output.append(char)
        if self.tex.startswith("{}", self.position) and tex[1:2].isalpha():
            self.position += 2

    def markup(self, before: str, after: str) -> None:
        """Decode a markup command; quotation marks are single if nested or starred."""
        star = self.tex.startswith("*", self.position)
        self.position += star
        if before == "“" and (star or any(group.close.endswith("”") for group in self.groups[-4:])):
            before, after = "‘", "’"
        argument = _ARGUMENT.match(self.tex, self.position)
        if argument is not None:
            self.position = argument.end()
            self.open_group(before, after)
            return
        single = _SINGLE.match(self.tex, self.position)
        if single is not None:
            self.position = single.end()
            self.output.append(before + single[1] + after)

    def accent(self, mark: str) -> None:
        """accent = mark accent* (letter | "{" letter "}" | symbol | group)"""
        marks = mark
        while len(marks) < _MAX_MARKS and (more := _ACCENT.match(self.tex, self.position)):
            marks = ACCENTS[more[1] or more[2]] + marks
            self.position = more.end()
        base = _ACCENTED.match(self.tex, self.position)
        if base is not None:
            self.position = base.end()
            letter = base[1] or base[2] or base[3] or base[4] or ""
            self.output.append(_add_marks(letter, marks))
            return
        argument = _ARGUMENT.match(self.tex, self.position)
        nested = sum(1 for group in self.groups[-_MAX_MARKS:] if group.marks)
        if argument is not None and nested < _MAX_MARKS:
            self.position = argument.end()
            self.open_group(marks=marks)
            return
        symbol = _BASE_SYMBOL.match(self.tex, self.position)
        if symbol is not None and symbol[1] in SYMBOLS:
            self.position = symbol.end()
            self.output.append(_add_marks(SYMBOLS[symbol[1]], marks))
        else:
            self.output.append(_add_marks("", marks))

    def verbatim(self) -> str | None:
        """Return an argument that is not TeX, or None if there is none."""
        argument = self.argument(self.position)
        if argument is None:
            return None
        self.position = argument[1] + 1
        return _ESCAPED.sub(r"\1", self.tex[argument[0] : argument[1]])

    def argument(self, start: int) -> tuple[int, int] | None:
        """Return the start and end of the contents of the group at `start`, or None if it is not closed."""
        brace = _ARGUMENT.match(self.tex, start)
        if brace is None:
            return None
        if self.pairs is None:
            self.pairs = brace_pairs(self.tex)
        end = self.pairs.get(brace.end() - 1)
        return None if end is None else (brace.end(), end)

    def link(self) -> None:
        """href = "{" address "}" "{" text "}": the text, and the address if it differs."""
        address = self.verbatim() or ""
        argument = self.argument(self.position)
        if argument is None:
            self.output.append(address)
            return
        text = _ESCAPED.sub(r"\1", self.tex[argument[0] : argument[1]][: len(address) + 6])
        self.position = argument[0]
        is_redundant = not address or text in (address, f"\\url{{{address}}}")
        self.open_group(after="" if is_redundant else f" ({address})")

    def two_arguments(self, swapped: bool) -> None:
        """texorpdfstring = "{" TeX "}" "{" plain "}": the first; switchargs (xampl.bib): the second, then the first."""
        first = self.argument(self.position)
        second = self.argument(first[1] + 1) if first else None
        if not first or not second:
            return
        self.groups.append(_OpenGroup("", len(self.output)))
        if swapped:
            self.groups.append(_OpenGroup("", len(self.output)))
            self.jumps[second[1] + 1] = first[0]
        self.jumps[first[1] + 1] = second[1] + 1
        self.position = second[0] if swapped else first[0]

    def localized_string(self, name: str) -> bool:
        """Write the words of a key of BibLaTeX, and return whether the command and the key are known."""
        from refkit.tex.other_commands import localized_words

        argument = self.argument(self.position)
        words = localized_words(name, self.tex[slice(*argument)].strip()) if argument else ""
        if argument is None or not words:
            return False
        self.output.append(words)
        self.position = argument[1] + 1
        return True

    def skip_options(self) -> None:
        """Skip `[...]`."""
        option = _OPTION.match(self.tex, self.position)
        if option is not None:
            self.position = option.end()

    def math(self, end_mark: str, start: int) -> None:
        """math = "$" formula "$" | "$$" formula "$$" | "\\(" formula "\\)" | "\\[" formula "\\]" """
        begin = start + len(end_mark)
        end = -1 if end_mark in self.unclosed_marks else _find_unescaped(self.tex, end_mark, begin)
        if end < 0:
            self.unclosed_marks.add(end_mark)
            self.output.append(self.tex[start : self.position])
            return
        self.position = end + len(end_mark)
        self.output.append(self.formula(self.tex[begin:end], self.tex[start : self.position]))

    def formula(self, body: str, tex: str) -> str:
        """Return a formula in Unicode, or as written if it needs more than letters."""
        text, unknown = decode_math(body)
        self.unknown += unknown
        return tex.replace("<", "<" + WORD_JOINER) if text is None else text


def _find_unescaped(text: str, mark: str, start: int) -> int:
    """Return the offset of the next `mark` without a backslash before it, or -1."""
    index = text.find(mark, start)
    while index > 0 and mark[0] == "$" and text[index - 1] == "\\":
        index = text.find(mark, index + 1)
    return index


def _add_marks(letter: str, marks: str) -> str:
    if not letter:
        return "".join(SPACING_ACCENTS.get(mark, mark) for mark in marks)
    for mark in marks:
        letter = add_accent(letter, mark)
    return letter


def _rare_symbol(name: str) -> str | None:
    """Return the character for a command that only pylatexenc's table has, or None."""
    from refkit.tex.other_commands import pylatexenc_symbol

    return pylatexenc_symbol(name)
