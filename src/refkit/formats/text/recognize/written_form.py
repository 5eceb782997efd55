"""Recognize references that are written entirely in the form of a region, whose marks alone separate the parts."""

from __future__ import annotations

from refkit.formats.text.labelled import Segment
from refkit.patterns import lazy_pattern

_LONGEST = 1_000  # longer ones are several references, or another kind of text
_OTHER_SCRIPT = lazy_pattern(r"[\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")


def with_written_form(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the parts that the form of a reference shows, and the given segments after them."""
    if text.isascii() or len(text) > _LONGEST or not _OTHER_SCRIPT.search(text):
        return segments
    # Most lists contain no such reference.
    from refkit.formats.text.recognize.east_asian import east_asian_form
    from refkit.formats.text.recognize.form_parts import joined_with
    from refkit.formats.text.recognize.slavic import slavic_form

    parts = east_asian_form(text) or slavic_form(text)
    return segments if parts is None else joined_with(parts, segments)
