"""Text for a terminal, formatted with SGR sequences (ECMA-48)."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.output import Run
from refkit.csl.write._writer import Span, Writer, spans
from refkit.patterns import lazy_pattern

# C0 and C1 controls: a title must not move the cursor or rename the window.
_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f]+")


def _write(span: Span) -> str:
    if span.breaks:
        return "\n    "
    text = _CONTROL.sub(" ", span.text)
    codes = [
        code for code, worn in (("1", span.bold), ("3", span.italic), ("4", span.underline)) if worn
    ]
    return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if codes else text


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    return "".join(map(_write, spans(runs)))


def entry(text: str) -> str:
    """Write one entry on its own line."""
    return text.strip() + "\n"


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Join the entries."""
    return "".join(entries)


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add indented paragraphs below an entry."""
    return entry + "".join(f"    {paragraph}\n" for paragraph in paragraphs)


def section(heading: str, bibliography: str) -> str:
    """Put a bold heading above a bibliography."""
    return f"\x1b[1m{inline([heading])}\x1b[0m\n\n{bibliography}"


WRITER = Writer("ansi", inline, entry, wrap, annotate, section)
