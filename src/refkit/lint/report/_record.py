"""Properties of a finding in machine-readable formats: end, path, fingerprint."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from json import dumps

from refkit.lint.options import Severity
from refkit.lint.rule import Finding
from refkit.model.source import Position, Source, Span


def ends(finding: Finding, span: Span | None = None) -> tuple[Position, Position]:
    """Return where a finding, or a span in its source, starts and ends."""
    source = finding.source or Source("")
    start, end = span or finding.span
    return source.position(start), source.position(end)


def path(finding: Finding) -> str:
    """Return the file name for reports: with slashes, and relative to the current folder if it is inside."""
    name = finding.file
    if os.path.isabs(name):
        relative = os.path.relpath(name)
        name = name if relative.startswith("..") else relative
    return name.replace(os.sep, "/")


# The levels of SARIF.
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
MARK = "\ue000"


def json_pieces(
    document: Callable[[list[str]], object], records: Iterable[object]
) -> Iterator[str]:
    """Yield a JSON document with a list of records, of which only one at a time is in memory.

    `document` returns the whole with a given list in the place of the records.
    """
    before, _, after = dumps(document([MARK]), indent=2).partition(dumps(MARK))
    line = before[before.rindex("\n") :]
    start = before
    for record in records:
        yield start + dumps(record, indent=2).replace("\n", line)
        start = f",{line}"
    yield (dumps(document([]), indent=2) if start is before else after) + "\n"


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Pair each finding with a digest of rule and key, which does not change when entries move."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        place = (path(finding), finding.code, finding.key)
        identity = "\0".join((*place, str(seen[place])))
        seen[place] += 1
        yield (
            finding,
            hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
        )
