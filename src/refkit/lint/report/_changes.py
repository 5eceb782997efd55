"""The changes of fixes, as a diff and as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.files.difference import as_byte_text, unified_difference
from refkit.lint.report._text import escaped, paint

if TYPE_CHECKING:
    from refkit.lint.run import Report
    from refkit.model.source import Source


def diff(
    changes: Iterable[tuple[Source, Source]], for_terminal: bool = False, color: bool = False
) -> Iterator[str]:
    """Yield a unified diff of each source and its fixed version, in color if wanted.

    On a terminal, control characters are shown as escapes. Otherwise the lines contain the bytes of the file, as
    UTF-8 with `surrogateescape`, so that the diff can be applied.
    """
    for before, after in changes:
        lines = unified_difference(
            before.name, as_byte_text(before, before.text), as_byte_text(after, after.text)
        )
        shown = map(_shown, lines) if for_terminal else lines
        yield from (map(in_color, shown) if color else shown)


def in_color(line: str) -> str:
    """Return a line of a unified diff in the colors of git."""
    heads = {"---": "1", "+++": "1", "@@ ": "36"}
    code = heads.get(line[:3]) or {"-": "31", "+": "32"}.get(line[:1])
    text = line.removesuffix("\n")
    return f"{paint(text, code, True)}\n" if code else line


def _shown(line: str) -> str:
    bare = line.removesuffix("\n").removesuffix("\r")
    return "\t".join(escaped(part) for part in bare.split("\t")) + "\n"


def applied(report: Report) -> Iterator[str]:
    """Yield the applied fixes, by file."""
    for finding in report.applied:
        if finding.fix:
            place = f"{escaped(finding.file)}:{finding.line}:{finding.column}"
            yield f"fixed {place}: {finding.code} {escaped(finding.fix.title)}\n"
