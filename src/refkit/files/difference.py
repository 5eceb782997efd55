"""The change of a file as a unified difference that `git apply` and `patch -p1` apply."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator

from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_LINE = lazy_pattern(r"[^\n]*\n|[^\n]+")  # a line as git counts them, with its end
_QUOTED = lazy_pattern(r'[\x00-\x1f"\\\x7f\udc80-\udcff]')


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """Give the lines of a difference, each with the line end that the file has there."""
    path = _path(name)
    lines = difflib.unified_diff(
        _LINE.findall(before), _LINE.findall(after), _quoted(f"a/{path}"), _quoted(f"b/{path}")
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def as_bytes(source: Source, text: str) -> str:
    """Return a text whose UTF-8 with `surrogateescape` is what the file holds in its own encoding.

    UTF-16 and characters that the encoding lacks stay as they are; git has no line differences of the first.
    """
    if source.encoding.startswith("utf-16"):
        return text
    try:
        return source.encode(text).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text


def _path(name: str) -> str:
    """Return a file's path from the current folder if it is inside, with slashes."""
    folder = os.path.join(os.getcwd(), "")
    inside = name.removeprefix(folder).replace(os.sep, "/").removeprefix("./")
    return inside.lstrip("/")


def _quoted(path: str) -> str:
    """Return a path as git writes it: quoted if it has quotes, backslashes or control characters.

    A tab ends a path that has spaces in it.
    """
    if _QUOTED.search(path) is None:
        return path + "\t" if " " in path else path
    raw = path.encode("utf-8", "surrogateescape")
    return '"' + "".join(map(_quoted_byte, raw)) + '"'


def _quoted_byte(byte: int) -> str:
    if byte in b'"\\':
        return "\\" + chr(byte)
    return chr(byte) if 31 < byte < 127 else f"\\{byte:03o}"
