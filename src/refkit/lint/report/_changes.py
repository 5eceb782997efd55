"""What fixes change: as a difference, and as a list."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from refkit.lint.report._text import escaped

if TYPE_CHECKING:
    from refkit.lint.run import Report
    from refkit.model.source import Source


def diff(changes: Iterable[tuple[Source, Source]]) -> Iterator[str]:
    """Give a unified difference of each source and its fixed self."""
    for before, after in changes:
        lines = difflib.unified_diff(
            before.text.splitlines(), after.text.splitlines(), before.name, after.name, lineterm=""
        )
        for line in lines:
            yield "\t".join(escaped(part) for part in line.split("\t")) + "\n"


def applied(report: Report) -> Iterator[str]:
    """Give the fixes that were done, by file."""
    for finding in report.applied:
        if finding.fix:
            place = f"{escaped(finding.file)}:{finding.line}:{finding.column}"
            yield f"fixed {place}: {finding.code} {escaped(finding.fix.title)}\n"
