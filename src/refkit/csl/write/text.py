"""Plain text without markup."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.output import Run
from refkit.csl.write._writer import Writer, without_blocks
from refkit.patterns import lazy_pattern

# Text is shown in terminals, which obey control characters; in a file they are of no use either.
_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f]+")


def inline(runs: Sequence[Run]) -> str:
    """Write a citation, or the content of an entry."""
    written: list[str] = []
    for run in without_blocks(runs):
        if isinstance(run, str):
            written.append(_CONTROL.sub(" ", run))
        elif run.kind == "break":
            written.append("\n    ")
        elif run.kind.endswith("quote"):
            written.append(run.text)
    return "".join(written)


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
    """Put a heading above a bibliography."""
    return f"{inline([heading])}\n\n{bibliography}"


WRITER = Writer("text", inline, entry, wrap, annotate, section)
