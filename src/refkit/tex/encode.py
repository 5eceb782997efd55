"""Unicode with CSL-JSON's inline markup to TeX: `decode(encode(text))` is the text again.

Two ways to write: ASCII as far as TeX has a word for a character (the default, safe for `bibtex`), or
Unicode with only TeX's own characters escaped (for `biber`).
"""

from __future__ import annotations

import unicodedata

from refkit.data.tex import (
    ACCENTS,
    GREEK,
    MATH_LETTERS,
    MATH_SYMBOLS,
    OPERATORS,
    SYMBOLS,
)
from refkit.patterns import lazy_pattern
from refkit.tex.decode import WORD_JOINER, decode, decode_text

_PLAIN = lazy_pattern(r"[A-Za-z0-9 .,:;()/?!'+*=@\[\]|\"-]*\Z")
_PLAIN_UNICODE = lazy_pattern(r"[^\\{}$&%#_~^<`'\u2010-\u201f\u2060\u00a0\u00ad-]*\Z")
_TAG = lazy_pattern(
    r"<(?:(?:i|b|sup|sub|sc)>|span (?:class=\"nocase\"|style=\"font-variant:\s*small-caps;?\")>)"
    r"|</(?:i|b|sup|sub|sc|span)>"
)
_FORMULA = lazy_pattern(r"\$[^$]*\\[A-Za-z][^$]*\$")
_JOINED = lazy_pattern(rf"<{WORD_JOINER}(?=/?(?:i|b|sup|sub|sc|span)[ >])")
# Signs that would run together into another sign: dashes, quotes, and a mark before an opening quote.
_RUNS = lazy_pattern(r"[-–—]{2,}|['’”]{2,}|[?!‘“](?=[‘“])")
# Single quotes that decoding finds to be a pair, so that people's way of writing them will do.
_QUOTED = lazy_pattern(r"(?<![`‘“?!])‘([^‘’'`“”?!–—-]*)’(?![\w'’`])")
_COMMANDS = {
    "<i>": "\\emph{",
    "<b>": "\\textbf{",
    "<sup>": "\\textsuperscript{",
    "<sub>": "\\textsubscript{",
    "<sc>": "\\textsc{",
}
_CASELESS = ("<sup>", "<sub>")
_SPECIALS = {
    "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}", "\\": "{\\textbackslash}", "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}", "`": "{\\textasciigrave}", "\u00a0": "~", "–": "--", "—": "---",
    "\u00ad": "\\-",
}  # fmt: skip
_QUOTES = {
    "“": "``",
    "”": "''",
    "‘": "{\\textquoteleft}",
    "’": "{\\textquoteright}",
    "\u2009": "\\,",
}
_UNIVERSAL = frozenset("µ")


def encode(text: str, unicode: bool = False, protect: bool = False) -> str:
    """Return `text` as TeX.

    With `unicode`, letters and symbols stay as they are. With `protect` the text is a title, in
    which braces keep case: markup that does not protect is then written as BibTeX's special character.
    """
    if (
        (_PLAIN_UNICODE if unicode else _PLAIN).match(text)
        and "--" not in text
        and "''" not in text
    ):
        return text
    return _written(_pieces(text), _UNICODE if unicode else _ASCII, protect)


def encode_unicode(text: str) -> str:
    """Return `text` as TeX with only TeX's own characters escaped."""
    return encode(text, unicode=True)


class _Tag(str):
    """A piece that is markup, not text."""

    __slots__ = ()


def _pieces(text: str) -> list[str]:
    """Split text from tags; a tag without its partner is text."""
    if "<" not in text:
        return [text]
    pieces: list[str] = []
    opened: list[int] = []
    start = 0
    for tag in _TAG.finditer(text):
        pieces.append(text[start : tag.start()])
        start = tag.end()
        if not tag[0].startswith("</"):
            opened.append(len(pieces))
            pieces.append(tag[0])
            continue
        name = tag[0][2:-1]
        if opened and pieces[opened[-1]][1:].startswith(name):
            partner = opened.pop()
            pieces[partner] = _Tag(pieces[partner])
            pieces.append(_Tag(tag[0]))
        else:
            pieces.append(tag[0])
    pieces.append(text[start:])
    return pieces


def _written(pieces: list[str], table: _Table, protect: bool) -> str:
    """The pieces as TeX, one after the other, with the braces that wait to be closed."""
    out: list[str] = []
    closers: list[str] = []
    for at, piece in enumerate(pieces):
        if not isinstance(piece, _Tag):
            out.append(_text(piece, table))
        elif piece.startswith("</"):
            out.append(closers.pop())
        else:
            bare = protect and not closers and not _holds_nocase(pieces, at)
            opener, closer = _opening(piece, pieces[at + 1], bare, outermost=not closers)
            out.append(opener)
            closers.append(closer)
    return "".join(out)


def _opening(tag: str, following: str, bare: bool, outermost: bool) -> tuple[str, str]:
    """The TeX for an opening tag and what closes it.

    At depth 0 of a title `\\emph{Foo}` protects and `{\\emph{Foo}}`, a special character, does not. Inside
    other markup braces protect nothing of their own.
    """
    if "nocase" in tag:
        if not outermost:
            return "", ""
        special = not (following[:1].isascii() and following[:1].isalnum())
        return ("{{", "}}") if special else ("{", "}")
    command = _COMMANDS.get(tag, "\\textsc{")
    return ("{" + command, "}}") if bare and tag not in _CASELESS else (command, "}")


def _holds_nocase(pieces: list[str], start: int) -> bool:
    """Tell whether protected text stands inside the tag at `start`."""
    depth = 0
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if isinstance(piece, _Tag):
            depth += -1 if piece.startswith("</") else 1
            if depth == 0:
                return False
            if "nocase" in piece and at > start:
                return True
    return False


def _text(text: str, table: _Table) -> str:
    """Text without tags; a formula that decoding leaves alone stays a formula."""
    if WORD_JOINER in text:
        text = _JOINED.sub("<", text)
    if "$" in text and "\\" in text:
        at, out = 0, []
        for formula in _FORMULA.finditer(text):
            if decode_text(formula[0]) == formula[0]:
                out += [_characters(text[at : formula.start()], table), formula[0]]
                at = formula.end()
        return "".join([*out, _characters(text[at:], table)])
    return _characters(text, table)


def _characters(text: str, table: _Table) -> str:
    if not table.ascii_only or "‘" not in text:
        return _run_by_run(text, table)
    at, out = 0, []
    for quoted in _QUOTED.finditer(text):
        out += [_run_by_run(text[at : quoted.start()], table), f"`{quoted[1].translate(table)}'"]
        at = quoted.end()
    return "".join([*out, _run_by_run(text[at:], table)])


def _run_by_run(text: str, table: _Table) -> str:
    if _RUNS.search(text) is None:
        return text.translate(table)
    at, out = 0, []
    for run in _RUNS.finditer(text):
        out.append(text[at : run.start()].translate(table))
        out.append("{}".join(char.translate(table) for char in run[0]))
        at = run.end()
        if len(run[0]) == 1:
            out.append("{}")
    return "".join([*out, text[at:].translate(table)])


class _Table(dict[int, str]):
    """What to write for a character, found out when it first comes up."""

    def __init__(self, ascii_only: bool) -> None:
        super().__init__({ord(char): tex for char, tex in _SPECIALS.items()})
        if ascii_only:
            self.update({ord(char): tex for char, tex in _QUOTES.items()})
        self.ascii_only = ascii_only

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if code < 128 or not self.ascii_only else _ascii(char)
        return self[code]


def _ascii(char: str) -> str:
    """A character's TeX, where it has one that decodes to it again; else itself."""
    for tex in (_symbol(char), _accented(char), _mathematical(char)):
        if tex and decode(tex) == (char, []):
            return tex
    return char


def _symbol(char: str) -> str:
    name = _WORDS.get(char, "")
    return f"{{\\{name}}}" if name else ""


def _accented(char: str) -> str:
    """A letter with its marks, each command outside the one before."""
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not marks or any(mark not in _MARKS for mark in marks):
        return ""
    tex = (
        {"i": "\\i", "j": "\\j"}.get(base, base) if unicodedata.combining(marks[0]) == 230 else base
    )
    if base not in "ij" and not base.isascii():
        tex = _WORDS.get(base, "") and f"\\{_WORDS[base]}"
    if not tex:
        return ""
    for mark in marks:
        command = _MARKS[mark]
        braced = tex.startswith("\\") and len(tex) > 2
        spaced = command.isalpha() and not braced
        tex = (
            f"\\{command}{{{tex}}}"
            if braced or tex[0] == "\\"
            else f"\\{command}{' ' * spaced}{tex}"
        )
    return f"{{{tex}}}"


def _mathematical(char: str) -> str:
    name = _MATH_WORDS.get(char, "")
    return f"$\\{name}$" if name else ""


def _first_words(*tables: dict[str, str]) -> dict[str, str]:
    """From character to the first command that stands for it alone."""
    words: dict[str, str] = {}
    for table in tables:
        for name, char in table.items():
            if len(char) == 1 and name.isalpha() and ord(char) > 127:
                words.setdefault(char, name)
    return words


_WORDS = _first_words(SYMBOLS)
_MATH_WORDS = _first_words(GREEK, OPERATORS, MATH_LETTERS, MATH_SYMBOLS)
_MARKS: dict[str, str] = {mark: name for name, mark in reversed(ACCENTS.items()) if len(name) == 1}
_ASCII = _Table(ascii_only=True)
_UNICODE = _Table(ascii_only=False)
