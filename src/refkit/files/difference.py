"""Unified differences for `git apply` and `patch -p1`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator

from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_LINE = lazy_pattern(r"[^\n]*\n|[^\n]+")  # a line as git counts them, with its end
_QUOTED = lazy_pattern(r'[\x00-\x1f"\\\x7f\udc80-\udcff]')


def unified_difference(name: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a difference with the line ends of the file."""
    path = _path(name)
    lines = difflib.unified_diff(
        _LINE.findall(before),
        _LINE.findall(after),
        _quote_path(f"a/{path}"),
        _quote_path(f"b/{path}"),
    )
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def as_byte_text(source: Source, text: str) -> str:
    """Return a text that, in UTF-8 with `surrogateescape`, has the bytes of the file in its encoding.

    A text in UTF-16 or UTF-32, which git cannot compare by lines, is unchanged, and so is one with characters
    that the encoding lacks.
    """
    if source.encoding.startswith(("utf-16", "utf-32")):
        return text
    try:
        return source.encode(text).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text


def _path(name: str) -> str:
    """Return a file's path with slashes, relative to the current folder if it is inside."""
    folder = os.path.join(os.getcwd(), "")
    relative = name.removeprefix(folder).replace(os.sep, "/").removeprefix("./")
    return relative.lstrip("/")


def _quote_path(path: str) -> str:
    """Return a path as git writes it: quoted if it contains quotes, backslashes or control characters.

    A path with spaces is followed by a tab.
    """
    if _QUOTED.search(path) is None:
        return path + "\t" if " " in path else path
    raw = path.encode("utf-8", "surrogateescape")
    return '"' + "".join(map(_escape_byte, raw)) + '"'


def _escape_byte(byte: int) -> str:
    if byte in b'"\\':
        return "\\" + chr(byte)
    return chr(byte) if 31 < byte < 127 else f"\\{byte:03o}"
