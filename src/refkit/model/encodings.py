"""Decoding of files that are not plain UTF-8: by byte order mark, by the file's declaration, or by a guess.

A byte that the encoding does not define is kept as a lone surrogate (PEP 383), so that it can be written back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refkit.data.encodings import CODECS, LABELS
from refkit.errors import UnknownChoice
from refkit.patterns import lazy_pattern

GUESSED = ("latin-1", "cp1252")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),  # before the mark of UTF-16, which it begins with
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# The parts of a file in which a declaration is looked for: its start, and as Emacs does it, its end.
_HEAD, _TAIL = 8192, 3000
# Declarations at the start: JabRef, also with its old header; BibDesk; KBibTeX; TeX editors; XML; HTML; LaTeX.
_AT_START = lazy_pattern(
    r"""(?imx)
      ^(?:%+[ \t]*+|This[ ]file[ ]was[ ]created[ ]with[ ]JabRef[^\r\n]*+\r?\n)Encoding:[ \t]*+(?P<jabref>[^\s,;]++)
    | ^%+[ \t]*+Saved[ ]with[ ]string[ ]encoding[ \t]++(?P<bibdesk>[^\r\n]*[^\s])
    | ^@comment\{x-kbibtex-encoding=(?P<kbibtex>[^\s{}]++)
    | ^[ \t]*+%+[ \t]*+!T[eE]X[ \t]++(?:TS-)?encoding[ \t]*+=[ \t]*+(?P<tex>[^\r\n]*[^\s])
    | \A\s*+<\?xml[^>]*?\bencoding=["'](?P<xml>[-\w.:]++)
    | <meta\s[^>]{0,200}?\bcharset=["']?(?P<html>[-\w.:]++)
    | ^[ \t]*+\\usepackage\[(?P<latex>[\w-]++)\]\{inputenc\}
    """
)
# Emacs's first lines and local variables, and Vim's modelines.
_EMACS = lazy_pattern(r"-\*-[^\r\n]*?\bcoding[:=][ \t]*+(?P<name>[-\w.]++)[^\r\n]*?-\*-")
_AT_END = lazy_pattern(r"(?is).*\bLocal Variables:.*?\bcoding:[ \t]*+(?P<name>[-\w.]++)")
_VIM = lazy_pattern(
    r"(?im)(?:^|[ \t])(?:vim?|ex):[^\r\n]*?\b(?:fileencoding|fenc|encoding|enc)=(?P<name>[-\w.]++)"
)
_OTHER_THAN_NAME = lazy_pattern(r"[^a-z0-9]")
_LINE_ENDS = ("unix", "dos", "mac")  # at the end of Emacs's names
_SEVERAL = ("gb", "big5", "cp9", "shift", "euc", "iso2022")  # codecs with several bytes per letter
# A declared encoding in which more bytes than these per thousand letters are not defined is wrong.
_MOST_STRAY = 100


class Declaration(NamedTuple):
    """The name of an encoding that a file declares, and its start and end in the text."""

    name: str
    start: int
    end: int


class Decoded(NamedTuple):
    """A decoded text, and how it was decoded, as in the attributes of `Source`."""

    text: str
    encoding: str
    bom: bytes = b""
    errors: str = "strict"
    is_exact: bool = True
    problem: str = ""


def codecs_named(name: str) -> tuple[str, ...]:
    """Return Python's codecs for the name of an encoding by precedence, or none if it is unknown."""
    plain = _OTHER_THAN_NAME.sub("", name.lower())
    found = CODECS.get(plain)
    if found is None and plain.endswith(_LINE_ENDS):
        found = CODECS.get(plain.removesuffix("unix").removesuffix("dos").removesuffix("mac"))
    return found or ()


def label(codec: str) -> str:
    """Return the name of a codec for people."""
    return LABELS.get(codec) or codec.upper().replace("ISO8859", "ISO 8859").replace("_", "-")


def verify_encoding(name: str) -> None:
    """Raise UnknownChoice with the most similar name if an encoding is unknown."""
    if not codecs_named(name):
        raise UnknownChoice("encoding", name, CODECS)


def declaration(text: str) -> Declaration | None:
    """Return the first declaration of an encoding in a text, or None."""
    found = _declarations(text[:_HEAD], text[-_TAIL:], max(0, len(text) - _TAIL))
    return min(found, key=lambda one: one.start, default=None)


def _declarations(head: str, tail: str, tail_start: int) -> Iterator[Declaration]:
    match = _AT_START.search(head)
    if match is not None:
        kind = match.lastgroup or ""
        yield Declaration(match[kind], *match.span(kind))
    end = "".join(tail.splitlines(keepends=True)[-5:])
    last_lines = tail_start + len(tail) - len(end)
    for pattern, part, start in (
        (_EMACS, _first_lines(head, 2), 0),
        (_VIM, _first_lines(head, 5), 0),
        (_AT_END, tail, tail_start),
        (_VIM, end, last_lines),
    ):
        match = pattern.search(part)
        if match is not None:
            first, last = match.span("name")
            yield Declaration(match["name"], start + first, start + last)


def _first_lines(head: str, count: int) -> str:
    """Return the first lines of a text, up to a length that a line with a declaration hardly has."""
    return "".join(head[:1000].splitlines(keepends=True)[:count])


def decode_otherwise(raw: bytes, encoding: str) -> Decoded:
    """Return bytes decoded in an encoding that was given, or in that of their mark, their declaration or a guess."""
    if encoding:
        verify_encoding(encoding)
    given = codecs_named(encoding)
    if not given or given[0].startswith("utf"):
        marked = _marked(raw)
        if marked is not None:
            return marked
    if given:
        return _in_given(raw, given)
    wide = wide_encoding(raw)
    if wide:
        try:
            return Decoded(raw.decode(wide), wide)
        except UnicodeDecodeError:
            pass
    head, tail = raw[:_HEAD].decode("latin-1"), raw[-_TAIL:].decode("latin-1")
    written = _declarations(head, tail, max(0, len(raw) - _TAIL))
    found = min(written, key=lambda one: one.start, default=None)
    return _declared(raw, found.name) if found else _undeclared(raw)


def _marked(raw: bytes) -> Decoded | None:
    """Return bytes after a byte order mark, or None if there is none or they are not in its encoding."""
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            rest = raw[len(mark) :]
            try:
                return Decoded(rest.decode(codec), codec, mark)
            except UnicodeDecodeError:
                return _escaped(rest, codec)._replace(bom=mark) if codec == "utf-8" else None
    return None


def _in_given(raw: bytes, given: tuple[str, ...]) -> Decoded:
    """Decode a file in the encoding that the user named; undefined bytes are reported."""
    if given[0].startswith(("utf-16", "utf-32")):
        wide = wide_encoding(raw)
        given = (wide,) if wide.startswith(given[0][:6]) else given
    return _strict(raw, given) or _escaped(raw, given[0])


def _declared(raw: bytes, name: str) -> Decoded:
    """Decode a file that declares an encoding; if the declaration is wrong, as one that does not."""
    codecs = codecs_named(name)
    is_wide = codecs[:1] and codecs[0].startswith(("utf-16", "utf-32"))
    if codecs and not is_wide and not _is_certainly_utf8(raw, codecs[0]):
        found = _strict(raw, codecs) or _escaped(raw, codecs[0])
        strays, letters = _count(found.text)
        is_usual = found.errors == "strict" or codecs[0] not in ("ascii", "utf-8")
        if is_usual and strays * 1000 <= letters * _MOST_STRAY:
            return found
    found = _undeclared(raw)
    if found.encoding in codecs:
        return found
    return found._replace(problem="wrong" if codecs else "unknown")


def _is_certainly_utf8(raw: bytes, codec: str) -> bool:
    """Whether bytes outside ASCII are valid UTF-8, which those of another encoding hardly ever are.

    Two bytes of UTF-8 are often a letter in an encoding with several bytes per letter, but three are not two letters.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if raw.isascii():
        return b"\x1b" not in raw
    return not codec.startswith(_SEVERAL) or max(text) > "\u07ff"


def _undeclared(raw: bytes) -> Decoded:
    """Decode UTF-8, also with some bytes that are not, or else Windows-1252."""
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        mixed = _escaped(raw, "utf-8")
    strays, letters = _count(mixed.text)
    if letters * 4 >= strays:
        return mixed
    guess = _strict(raw, GUESSED) or _escaped(raw, GUESSED[-1])
    return guess._replace(problem="guessed")


def _strict(raw: bytes, codecs: tuple[str, ...]) -> Decoded | None:
    """Return bytes in the first codec that defines all of them, preferably one that writes them back."""
    inexact = None
    for codec in codecs:
        try:
            text = raw.decode(codec)
            is_exact = text.encode(codec) == raw
        except UnicodeError:
            continue
        if codec == "latin-1" and _C1.search(text):
            continue
        if is_exact:
            return Decoded(text, codec)
        inexact = inexact or Decoded(text, codec, is_exact=False)
    return inexact


_C1 = lazy_pattern(r"[\x80-\x9f]")


def _escaped(raw: bytes, codec: str) -> Decoded:
    """Return bytes with undefined ones as surrogates."""
    text = raw.decode(codec, "surrogateescape")
    is_exact = text.encode(codec, "surrogateescape") == raw
    return Decoded(text, codec, b"", "surrogateescape", is_exact, "stray")


def _count(text: str) -> tuple[int, int]:
    """Return the numbers of undefined bytes and of other characters outside ASCII."""
    strays = len(_STRAY.findall(text))
    return strays, len(text) - sum(map(str.isascii, text)) - strays


_STRAY = lazy_pattern("[\udc80-\udcff]")


def wide_encoding(raw: bytes) -> str:
    """Return the encoding of a text without a mark in which many letters have NUL bytes, or ""."""
    start = raw[:4096]
    if 0 not in start:
        return ""
    zeros = [start[offset::4].count(0) for offset in range(4)]
    quarter = len(start) // 4
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if quarter and zeros[0] == 0 and zeros[3] == quarter and zeros[2] * 2 > quarter:
        return "utf-32-le"
    if quarter and zeros[3] == 0 and zeros[0] == quarter and zeros[1] * 2 > quarter:
        return "utf-32-be"
    if even == 0 and (odd * 2 > len(start) // 2 or _is_text(start, "utf-16-le", odd)):
        return "utf-16-le"
    is_big_endian = odd == 0 and (even * 2 > len(start) // 2 or _is_text(start, "utf-16-be", even))
    return "utf-16-be" if is_big_endian else ""


def _is_text(start: bytes, codec: str, zeros: int) -> bool:
    """Whether bytes with few NULs are text in UTF-16, as one in Cyrillic or Chinese is, with its spaces and digits."""
    if len(start) < 32 or zeros * 20 < len(start):
        return False
    text = start[: len(start) & ~1].decode(codec, "replace")
    return text.count("\ufffd") <= 1 and all(
        char.isprintable() or char in "\t\r\n\ufffd" for char in text
    )
