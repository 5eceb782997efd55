"""TeX to Unicode with CSL-JSON's inline markup (CSL-JSON specification, "HTML-like formatting tags").

One pass over the text with a stack of open groups, so that time grows with the length alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

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
from refkit.tex.math import decode_math

NOCASE = '<span class="nocase">'
END_SPAN = "</span>"
WORD_JOINER = "\u2060"

find_special = re.compile(r"[\\{}$~<`]|--|''").search  # what makes a text need decoding
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
_FLAT_GROUP = lazy_pattern(r"\{([^{}]*)\}")
# What stands for one letter whatever is around it; a brace before the backslash would make a special character
# of more than that letter.
_PLAIN_LETTER = lazy_pattern(
    r"\{\\[`'^\"~=.](?:[A-Za-z]|\{[A-Za-z]\}|\{?\\[ij]\}?)\}"
    r"|\{\\[uvHckdbr](?: [A-Za-z]|\{[A-Za-z]\})\}"
    r"|\{\\(?:ss|ae|AE|oe|OE|o|O|aa|AA|l|L|i|j)\}"
    r"|(?<![{\\])\\(?:[`'^\"~=.](?:[A-Za-z]|\{[A-Za-z]\})|[uvHckdbr]\{[A-Za-z]\}|[&%#])"
)
# What they read as; there are only as many as the pattern has letters with accents, some 3,000.
_PLAIN_LETTERS: dict[str, str] = {}
_MOST_MARKS = 8  # accents on accents beyond this are set beside the letter, not on it


def decode(tex: str, protect: bool = False) -> tuple[str, list[str]]:
    """Return `tex` as Unicode with CSL-JSON markup, and the commands that nobody here knows.

    With `protect`, braces that keep letters from changing case become `<span class="nocase">`:
    by BibTeX's rule those at depth 0 that no backslash follows (btxdoc, section 4, item 10). An unknown
    command keeps its argument; without one it keeps its own name. A literal `<` that would read as a
    tag gets a word joiner after it.
    """
    if find_special(tex) is None:
        return tex, []
    simple = _simple(tex, protect)
    if simple is not None:
        return simple, []
    decoder = _Decoder(tex, protect)
    return decoder.read(), decoder.unknown


def decode_text(tex: str) -> str:
    """Return `tex` as Unicode with CSL-JSON markup, whatever is unknown in it."""
    return decode(tex)[0]


def decode_letters(tex: str) -> str:
    """Return `tex` with its plainly written accents and signs (`{\\'e}`, `\\'{e}`, `\\&`) as characters.

    Nothing else changes: groups, and what they protect or keep together, stay.
    """
    return _PLAIN_LETTER.sub(_plain_letter, tex) if "\\" in tex else tex


def _plain_letter(found: re.Match[str]) -> str:
    written = found[0]
    known = _PLAIN_LETTERS.get(written)
    if known is None:
        known = _PLAIN_LETTERS[written] = _Decoder(written, False).read()
    return known


def _simple(tex: str, protect: bool) -> str | None:
    """A text with nothing but plain accents, signs and groups without groups, which most are; else None."""
    tex = decode_letters(tex)
    if _NOT_SIMPLE(tex) is not None:
        return None
    tex = _SIGN.sub(_sign, tex)
    if "{" not in tex and "}" not in tex:
        return tex
    tex = _FLAT_GROUP.sub(rf"{NOCASE}\1{END_SPAN}" if protect else r"\1", tex.replace("{}", ""))
    return None if "{" in tex or "}" in tex else tex


def _sign(found: re.Match[str]) -> str:
    return _LIGATURES[found[0]]


def accented(letter: str, mark: str) -> str:
    """Return the letter with a combining mark, as one character where Unicode has it."""
    base = (
        {"ı": "i", "ȷ": "j"}.get(letter, letter) if unicodedata.combining(mark) == 230 else letter
    )
    return unicodedata.normalize("NFC", base + mark)


def brace_pairs(text: str) -> dict[int, int]:
    """Return for every closed opening brace where it is closed."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACES.finditer(text):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            pairs[opened.pop()] = brace.start()
    return pairs


class _Group:
    """An open brace: what to write when it closes, and accents that wait for its first letter."""

    __slots__ = ("close", "marks", "start")

    def __init__(self, close: str, start: int, marks: str = "") -> None:
        self.close = close
        self.start = start
        self.marks = marks


class _Decoder:
    """The text, the place in it, what is written so far and the open groups."""

    def __init__(self, tex: str, protect: bool) -> None:
        self.tex = tex
        self.protect = protect
        self.at = 0
        self.out: list[str] = []
        self.groups = [_Group("", 0)]
        self.unknown: list[str] = []
        self.open_quotes = 0
        self.unclosed: set[str] = set()
        self.pairs: dict[int, int] | None = None
        self.jumps: dict[int, int] = {}

    def read(self) -> str:
        """Decode the whole text."""
        tex, out, token = self.tex, self.out, _TOKEN.match
        end = len(tex)
        while self.at < end:
            found = token(tex, self.at)
            assert found is not None  # the last alternative takes any character
            self.at = found.end()
            piece = found[0]
            first = piece[0]
            if first == "\\":
                self.command(found[1] or found[2] or "", piece)
            elif first == "{":
                self.open()
            elif first == "}":
                self.close()
            elif first == "$":
                self.math("$$" if tex.startswith("$$", self.at - 1) else "$", self.at - 1)
            elif piece in _LIGATURES:
                out.append(_LIGATURES[piece])
            elif first in "<`'":
                self.character(first)
            else:
                out.append(piece)
        while self.groups:
            self.close_group()
        return "".join(out)

    def character(self, char: str) -> None:
        """A `<`, a grave or an apostrophe, which mean what stands around them."""
        if char == "<":
            self.out.append("<" + WORD_JOINER if _TAG.match(self.tex, self.at) else "<")
        elif char == "`":
            self.open_quotes += 1
            self.out.append("‘")
        elif self.open_quotes and not self.tex[self.at : self.at + 1].isalnum():
            self.open_quotes -= 1
            self.out.append("’")
        else:
            self.out.append("'")

    def open(self, before: str = "", after: str = "", marks: str = "") -> None:
        """A group begins behind its brace, with markup around it where a command gave some."""
        nocase = (
            self.protect
            and len(self.groups) == 1
            and not marks
            and before not in _SCRIPTS
            and self.tex[self.at : self.at + 1] not in ("\\", "}", "")
        )
        self.out.append(before + NOCASE if nocase else before)
        self.groups.append(_Group(END_SPAN + after if nocase else after, len(self.out), marks))

    def close(self) -> None:
        """A group ends; a brace that closes nothing is kept."""
        if len(self.groups) == 1:
            self.out.append("}")
        else:
            self.close_group()
            self.at = self.jumps.get(self.at, self.at)

    def close_group(self) -> None:
        """Write what ends the innermost group."""
        group = self.groups.pop()
        if group.marks:
            self.put_marks(group)
        if group.close:
            self.out.append(group.close)

    def put_marks(self, group: _Group) -> None:
        """Set a group's waiting accents on its first letter."""
        for at in range(group.start, len(self.out)):
            piece = self.out[at]
            if piece and not piece.startswith("<"):
                letter, rest = piece[0], piece[1:]
                for mark in group.marks:
                    letter = accented(letter, mark)
                self.out[at] = letter + rest
                return
        self.out.append("".join(SPACING_ACCENTS.get(mark, mark) for mark in group.marks))

    def command(self, name: str, written: str) -> None:
        """A command: what follows the backslash is `name`, `written` is all of it."""
        if name in ACCENTS and (len(name) > 1 or name in "`'^~\"=." or name.isalpha()):
            self.accent(ACCENTS[name])
        elif name in SYMBOLS:
            self.symbol(SYMBOLS[name], written)
        elif name in MARKUP:
            self.markup(*MARKUP[name])
        elif name in DECLARATIONS:
            before, after = DECLARATIONS[name]
            self.out.append(before)
            self.groups[-1].close = after + self.groups[-1].close
        elif name in TRANSPARENT:
            self.skip_options()
        elif name in VERBATIM:
            self.out.append(self.verbatim() or "")
        elif name == "href":
            self.link()
        elif name in ("phantom", "hphantom", "vphantom"):
            if self.verbatim() is None and (token := _ANY_TOKEN.match(self.tex, self.at)):
                self.at = token.end()
        elif name in SKIPPED_ARGUMENTS:
            self.skip_options()
            for _ in range(SKIPPED_ARGUMENTS[name]):
                self.verbatim()
        else:
            self.other_command(name, written)

    def other_command(self, name: str, written: str) -> None:
        """A command of mathematics, one that takes one of two arguments, or an unknown one."""
        if name == "ensuremath":
            body = self.verbatim()
            self.out.append(self.formula(body, f"${body}$") if body else "")
        elif name in ("(", "["):
            self.math("\\)" if name == "(" else "\\]", self.at - 2)
        elif name in ("texorpdfstring", "switchargs"):
            self.two_arguments(swapped=name == "switchargs")
        elif name in GREEK or name in OPERATORS or name in MATH_SYMBOLS:
            self.symbol(GREEK.get(name) or OPERATORS.get(name) or MATH_SYMBOLS[name], written)
        elif (char := _known_elsewhere(name)) is not None:
            self.symbol(char, written)
        else:
            self.unknown.append("\\" + name)
            if not name or _ARGUMENT.match(self.tex, self.at) is None:
                self.out.append(written)

    def symbol(self, char: str, written: str) -> None:
        """A character's name; `{}` behind it only ends the name."""
        self.out.append(char)
        if self.tex.startswith("{}", self.at) and written[1:2].isalpha():
            self.at += 2

    def markup(self, before: str, after: str) -> None:
        """A command that marks its argument up; quotation marks inside others, or starred, are single."""
        star = self.tex.startswith("*", self.at)
        self.at += star
        if before == "“" and (star or any(group.close.endswith("”") for group in self.groups[-4:])):
            before, after = "‘", "’"
        argument = _ARGUMENT.match(self.tex, self.at)
        if argument is not None:
            self.at = argument.end()
            self.open(before, after)
            return
        single = _SINGLE.match(self.tex, self.at)
        if single is not None:
            self.at = single.end()
            self.out.append(before + single[1] + after)

    def accent(self, mark: str) -> None:
        """accent = mark accent* (letter | "{" letter "}" | symbol | group)"""
        marks = mark
        while len(marks) < _MOST_MARKS and (more := _ACCENT.match(self.tex, self.at)):
            marks = ACCENTS[more[1] or more[2]] + marks
            self.at = more.end()
        base = _ACCENTED.match(self.tex, self.at)
        if base is not None:
            self.at = base.end()
            letter = base[1] or base[2] or base[3] or base[4] or ""
            self.out.append(_with_marks(letter, marks))
            return
        argument = _ARGUMENT.match(self.tex, self.at)
        if (
            argument is not None
            and sum(1 for g in self.groups[-_MOST_MARKS:] if g.marks) < _MOST_MARKS
        ):
            self.at = argument.end()
            self.open(marks=marks)
            return
        symbol = _BASE_SYMBOL.match(self.tex, self.at)
        if symbol is not None and symbol[1] in SYMBOLS:
            self.at = symbol.end()
            self.out.append(_with_marks(SYMBOLS[symbol[1]], marks))
        else:
            self.out.append(_with_marks("", marks))

    def verbatim(self) -> str | None:
        """An argument that is not TeX, as it stands; None where there is none."""
        argument = self.argument(self.at)
        if argument is None:
            return None
        self.at = argument[1] + 1
        return _ESCAPED.sub(r"\1", self.tex[argument[0] : argument[1]])

    def argument(self, at: int) -> tuple[int, int] | None:
        """Where the contents of the closed group at `at` begin and end."""
        brace = _ARGUMENT.match(self.tex, at)
        if brace is None:
            return None
        if self.pairs is None:
            self.pairs = brace_pairs(self.tex)
        end = self.pairs.get(brace.end() - 1)
        return None if end is None else (brace.end(), end)

    def link(self) -> None:
        """href = "{" address "}" "{" text "}": the text, and the address where it says more."""
        address = self.verbatim() or ""
        argument = self.argument(self.at)
        if argument is None:
            self.out.append(address)
            return
        text = _ESCAPED.sub(r"\1", self.tex[argument[0] : argument[1]][: len(address) + 6])
        self.at = argument[0]
        said = not address or text in (address, f"\\url{{{address}}}")
        self.open(after="" if said else f" ({address})")

    def two_arguments(self, swapped: bool) -> None:
        """texorpdfstring = "{" TeX "}" "{" plain "}": the first; switchargs (xampl.bib): the second, then the first."""
        first = self.argument(self.at)
        second = self.argument(first[1] + 1) if first else None
        if not first or not second:
            return
        self.groups.append(_Group("", len(self.out)))
        if swapped:
            self.groups.append(_Group("", len(self.out)))
            self.jumps[second[1] + 1] = first[0]
        self.jumps[first[1] + 1] = second[1] + 1
        self.at = second[0] if swapped else first[0]

    def skip_options(self) -> None:
        """Pass over `[...]`."""
        option = _OPTION.match(self.tex, self.at)
        if option is not None:
            self.at = option.end()

    def math(self, end_mark: str, start: int) -> None:
        """math = "$" formula "$" | "$$" formula "$$" | "\\(" formula "\\)" | "\\[" formula "\\]" """
        begin = start + len(end_mark)
        end = -1 if end_mark in self.unclosed else _find_unescaped(self.tex, end_mark, begin)
        if end < 0:
            self.unclosed.add(end_mark)
            self.out.append(self.tex[start : self.at])
            return
        self.at = end + len(end_mark)
        self.out.append(self.formula(self.tex[begin:end], self.tex[start : self.at]))

    def formula(self, body: str, written: str) -> str:
        """A formula in Unicode; one that needs more than letters stays as it is written."""
        text, unknown = decode_math(body)
        self.unknown += unknown
        return written.replace("<", "<" + WORD_JOINER) if text is None else text


def _find_unescaped(text: str, mark: str, start: int) -> int:
    """Return where `mark` next stands without a backslash before it, or -1."""
    at = text.find(mark, start)
    while at > 0 and mark[0] == "$" and text[at - 1] == "\\":
        at = text.find(mark, at + 1)
    return at


def _with_marks(letter: str, marks: str) -> str:
    if not letter:
        return "".join(SPACING_ACCENTS.get(mark, mark) for mark in marks)
    for mark in marks:
        letter = accented(letter, mark)
    return letter


def _known_elsewhere(name: str) -> str | None:
    """A character that pylatexenc's table has for a command that takes no argument."""
    if not name.isalpha():
        return None
    return _elsewhere().get(name)


@cache
def _elsewhere() -> dict[str, str]:
    """Return pylatexenc's symbols by the names of their commands."""
    from pylatexenc.latex2text import (  # type: ignore[import-untyped]  # ships no types
        get_default_latex_context_db,
    )

    symbols = {
        spec.macroname: getattr(spec, "simplify_repl", None)
        for spec in get_default_latex_context_db().iter_macro_specs()
    }
    return {
        name: char
        for name, char in symbols.items()
        if isinstance(char, str) and char and "%" not in char and len(char) <= 3
    }
