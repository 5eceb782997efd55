"""The finished text as JSON: a list of spans, each with its formatting."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.output import Run
from refkit.csl.write._writer import Span, Writer, spans
from refkit.model.json_text import json_text


def _record(span: Span) -> dict[str, str | bool]:
    if span.breaks:
        return {"break": True}
    record: dict[str, str | bool] = {"text": span.text}
    worn: dict[str, str | bool] = {
        "italic": span.italic,
        "bold": span.bold,
        "small-caps": span.small_caps,
        "underline": span.underline,
        "vertical-align": span.raised,
        "link": span.link,
    }
    record.update({name: value for name, value in worn.items() if value})
    return record


def inline(runs: Sequence[Run]) -> str:
    """Write a citation or an entry as a list of spans."""
    return json_text([_record(span) for span in spans(runs)])


def entry(text: str) -> str:
    """Return the spans of an entry."""
    return text


def wrap(entries: Sequence[str], hanging_indent: bool) -> str:
    """Write a list of entries."""
    return "[\n" + ",\n".join(entries) + "\n]\n"


def annotate(entry: str, paragraphs: Sequence[str]) -> str:
    """Add the spans of paragraphs to those of an entry, each paragraph after a line break."""
    spans = [paragraph.removeprefix("[").removesuffix("]") for paragraph in paragraphs]
    return entry.removesuffix("]") + "".join(f', {{"break": true}}, {one}' for one in spans) + "]"


def section(heading: str, bibliography: str) -> str:
    """Return an object with the heading and the entries of a bibliography."""
    return f'{{"heading": {json_text(heading)}, "entries": {bibliography.strip()}}}'


def join(sections: Sequence[str]) -> str:
    """Write a list of sections."""
    return wrap(sections, False)


WRITER = Writer("json", inline, entry, wrap, annotate, section, join)
