"""Conflict markers that git leaves in a file whose versions it could not merge."""

from __future__ import annotations

from refkit.model.entry import Fault
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||")
# The line of equals signs between two versions can also underline a heading, so it does not count alone. Longer
# markers (git's `conflict-marker-size`) have a label; longer lines without one are decoration.
_MARKER = lazy_pattern(
    r"(?<![^\r\n])(?:(?:<{7}|>{7}|\|{7})(?=[ \r\n]|\Z)|(?:<{8,}|>{8,}|\|{8,}) [^\s<>|][^<>|\r\n]*(?=[\r\n]|\Z))"
)


def conflict_fault(source: Source) -> Fault | None:
    """Return the fault of a file with conflict markers, at the first of them, or None."""
    if not any(signs in source.text for signs in _SIGNS):
        return None
    marker = _MARKER.search(source.text)
    if marker is None:
        return None
    message = (
        "the file has an unresolved merge conflict here; keep one of the versions or combine them, and remove the "
        "lines with `<<<<<<<`, `=======` and `>>>>>>>`"
    )
    return Fault(message, Span(marker.start(), marker.start() + 7), source)
