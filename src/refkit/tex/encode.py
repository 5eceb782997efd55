"""Unicode with CSL-JSON's inline markup to TeX, so that `decode(encode(text))` is the text.

The output is ASCII as far as TeX has a command for a character (the default, safe for `bibtex`), or Unicode with
only TeX's special characters escaped (for `biber`).
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
# Characters that TeX would combine into a ligature: dashes, quotes, and a mark before an opening quote.
_RUNS = lazy_pattern(r"[-–—]{2,}|['’”]{2,}|[?!‘“](?=[‘“])")
# Single quotes that are decoded as a pair, so that the usual ASCII characters suffice.
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
    "\u00ad": "{\\-}",
}  # fmt: skip
_QUOTES = {
    "“": "``",
    "”": "''",
    "‘": "{\\textquoteleft}",
    "’": "{\\textquoteright}",
    "\u2009": "\\,",
}


def encode(text: str, unicode: bool = False, protect: bool = False) -> str:
    """Return `text` as TeX.

    With `unicode`, letters and symbols are kept. With `protect`, the text is a title, in which braces protect
    case: markup that must not protect case is then written as a special character of BibTeX.
    """
    if (
        (_PLAIN_UNICODE if unicode else _PLAIN).match(text)
        and "--" not in text
        and "''" not in text
    ):
        return text
    return _encode_pieces(_split_tags(text), _UNICODE if unicode else _ASCII, protect)


class _Tag(str):
    """A piece of markup."""

    __slots__ = ()


def _split_tags(text: str) -> list[str]:
    """Return the text split into tags and other text; an unpaired tag is text."""
    if "<" not in text:
        return [text]
    pieces: list[str] = []
    open_tags: list[int] = []
    start = 0
    for tag in _TAG.finditer(text):
        pieces.append(text[start : tag.start()])
        start = tag.end()
        if not tag[0].startswith("</"):
            open_tags.append(len(pieces))
            pieces.append(tag[0])
            continue
        name = tag[0][2:-1]
        if open_tags and pieces[open_tags[-1]][1:].startswith(name):
            partner = open_tags.pop()
            pieces[partner] = _Tag(pieces[partner])
            pieces.append(_Tag(tag[0]))
        else:
            pieces.append(tag[0])
    pieces.append(text[start:])
    return pieces


def _encode_pieces(pieces: list[str], table: _Table, protect: bool) -> str:
    """Return the pieces as TeX."""
    output: list[str] = []
    closers: list[str] = []
    for index, piece in enumerate(pieces):
        if not isinstance(piece, _Tag):
            output.append(_encode_text(piece, table))
        elif piece.startswith("</"):
            output.append(closers.pop())
        else:
            is_bare = protect and not closers and not _has_nocase_inside(pieces, index)
            opener, closer = _opening(piece, pieces[index + 1], is_bare, is_outermost=not closers)
            output.append(opener)
            closers.append(closer)
    return "".join(output)


def _opening(tag: str, following: str, is_bare: bool, is_outermost: bool) -> tuple[str, str]:
    """Return the TeX for an opening tag and for its closing tag.

    At depth 0 of a title, `\\emph{Foo}` protects case and `{\\emph{Foo}}`, a special character, does not. Inside
    other markup, braces do not protect case.
    """
    if "nocase" in tag:
        if not is_outermost:
            return "", ""
        is_special = not (following[:1].isascii() and following[:1].isalnum())
        return ("{{", "}}") if is_special else ("{", "}")
    command = _COMMANDS.get(tag, "\\textsc{")
    return ("{" + command, "}}") if is_bare and tag not in _CASELESS else (command, "}")


def _has_nocase_inside(pieces: list[str], start: int) -> bool:
    """Whether the tag at `start` contains protected text."""
    depth = 0
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if isinstance(piece, _Tag):
            depth += -1 if piece.startswith("</") else 1
            if depth == 0:
                return False
            if "nocase" in piece and index > start:
                return True
    return False


def _encode_text(text: str, table: _Table) -> str:
    """Return text without tags as TeX; a formula that decoding does not change is kept."""
    if WORD_JOINER in text:
        text = _JOINED.sub("<", text)
    if "$" in text and "\\" in text:
        end, output = 0, []
        for formula in _FORMULA.finditer(text):
            if decode_text(formula[0]) == formula[0]:
                output += [_encode_characters(text[end : formula.start()], table), formula[0]]
                end = formula.end()
        return "".join([*output, _encode_characters(text[end:], table)])
    return _encode_characters(text, table)


def _encode_characters(text: str, table: _Table) -> str:
    if not table.ascii_only or "‘" not in text:
        return _encode_runs(text, table)
    end, output = 0, []
    for quoted in _QUOTED.finditer(text):
        output += [
            _encode_runs(text[end : quoted.start()], table),
            f"`{quoted[1].translate(table)}'",
        ]
        end = quoted.end()
    return "".join([*output, _encode_runs(text[end:], table)])


def _encode_runs(text: str, table: _Table) -> str:
    if _RUNS.search(text) is None:
        return text.translate(table)
    end, output = 0, []
    for run in _RUNS.finditer(text):
        output.append(text[end : run.start()].translate(table))
        output.append("{}".join(char.translate(table) for char in run[0]))
        end = run.end()
        if len(run[0]) == 1:
            output.append("{}")
    return "".join([*output, text[end:].translate(table)])


class _Table(dict[int, str]):
    """The TeX for each character, determined at its first use."""

    def __init__(self, ascii_only: bool) -> None:
        super().__init__({ord(char): tex for char, tex in _SPECIALS.items()})
        if ascii_only:
            self.update({ord(char): tex for char, tex in _QUOTES.items()})
        self.ascii_only = ascii_only

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if code < 128 or not self.ascii_only else _ascii_tex(char)
        return self[code]


def _ascii_tex(char: str) -> str:
    """Return the TeX for a character, or the character if no TeX decodes to it."""
    for tex in (_symbol_tex(char), _accent_tex(char), _math_tex(char)):
        if tex and decode(tex) == (char, []):
            return tex
    return char


def _symbol_tex(char: str) -> str:
    name = _COMMAND_NAMES.get(char, "")
    return f"{{\\{name}}}" if name else ""


def _accent_tex(char: str) -> str:
    """Return the TeX for a letter with its marks; each mark's command encloses the previous one."""
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not marks or any(mark not in _MARKS for mark in marks):
        return ""
    tex = (
        {"i": "\\i", "j": "\\j"}.get(base, base) if unicodedata.combining(marks[0]) == 230 else base
    )
    if base not in "ij" and not base.isascii():
        tex = _COMMAND_NAMES.get(base, "") and f"\\{_COMMAND_NAMES[base]}"
    if not tex:
        return ""
    for mark in marks:
        command = _MARKS[mark]
        is_braced = tex.startswith("\\") and len(tex) > 2
        needs_space = command.isalpha() and not is_braced
        tex = (
            f"\\{command}{{{tex}}}"
            if is_braced or tex[0] == "\\"
            else f"\\{command}{' ' * needs_space}{tex}"
        )
    return f"{{{tex}}}"


def _math_tex(char: str) -> str:
    name = _MATH_COMMAND_NAMES.get(char, "")
    return f"$\\{name}$" if name else ""


def _commands_by_character(*tables: dict[str, str]) -> dict[str, str]:
    """Return the name of the first command for each non-ASCII character."""
    names: dict[str, str] = {}
    for table in tables:
        for name, char in table.items():
            if len(char) == 1 and name.isalpha() and ord(char) > 127:
                names.setdefault(char, name)
    return names


# LaTeX does not define this command, but knows the character (utf8enc.dfu).
_UNDEFINED = frozenset(("textnonbreakinghyphen",))
_COMMAND_NAMES = _commands_by_character(
    {name: char for name, char in SYMBOLS.items() if name not in _UNDEFINED}
)
_MATH_COMMAND_NAMES = _commands_by_character(GREEK, OPERATORS, MATH_LETTERS, MATH_SYMBOLS)
_MARKS: dict[str, str] = {mark: name for name, mark in reversed(ACCENTS.items()) if len(name) == 1}
_ASCII = _Table(ascii_only=True)
_UNICODE = _Table(ascii_only=False)
