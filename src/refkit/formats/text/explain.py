"""Explain how a plain-text reference was parsed: which step labelled each word, and which module reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from refkit.formats.text.label.labeller import Labeller, Scored, labeller
from refkit.formats.text.label.steps import steps
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.build import reader_of
from refkit.formats.text.read.corrections import corrections
from refkit.formats.text.recognize.people import hints

__all__ = ["Words", "explain"]

_WIDEST = 40  # characters of words that are shown
_MODEL = ("model", "label.features")
_HEADINGS = ("words", "label", "confidence", "labeled by", "read by")


class Words(NamedTuple):
    """Adjacent words with one label from one step; modules are relative to `refkit.formats.text`."""

    text: str
    label: str
    confidence: float
    step: str
    module: str
    reader: str


def explain(text: str) -> str:
    """Return a table of the words of a reference with label, confidence, step and reader."""
    rows = [_HEADINGS, *map(_row, words_of(text))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def _row(words: Words) -> tuple[str, ...]:
    text = " ".join(words.text.split())
    shown = text if len(text) <= _WIDEST else f"{text[: _WIDEST // 2 - 1]}…{text[-_WIDEST // 2 :]}"
    step = f"{words.step} ({_path(words.module)})"
    return shown, words.label, f"{words.confidence:.2f}", step, _path(words.reader)


def _path(module: str) -> str:
    return f"{module.replace('.', '/')}.py"


def words_of(text: str) -> list[Words]:
    """Return the words of a reference in runs with one label from one step."""
    known = labeller()
    scored = known.score(text)
    if scored is None:
        return []
    labelled = known.finish(text, scored)
    sources = _sources(known, scored)
    segments: Sequence[Segment] = ()
    for name, module, corrected in corrections(text, labelled):
        for at, (start, _) in enumerate(scored.tokens.spans):
            if segments and _label_at(segments, start) != _label_at(corrected, start):
                sources[at] = (name, module)
        segments = corrected
    return list(_runs(text, scored, segments, sources))


def _sources(known: Labeller, scored: Scored) -> list[tuple[str, str]]:
    """Return the step that gave each token its label: the model, a hint, or a step after decoding."""
    tokens = scored.tokens
    labels = [known.labels[number] for number in scored.found.labels]
    words = [known.scorer.words[tokens.token(at)] for at in range(len(tokens.spans))]
    alone = known.decoder.decode(known.scorer.rows(words)).labels
    sources = [_MODEL] * len(labels)
    for hint in hints(tokens):
        for at in range(hint.first, hint.last):
            if labels[at] != known.labels[alone[at]]:
                sources[at] = (hint.name, "recognize.people")
    for step in steps(tokens, labels, cache(lambda: known.decoder.scores(scored.rows))):
        for at, (before, after) in enumerate(zip(labels, step.labels, strict=True)):
            if before != after:
                sources[at] = (step.name, step.module)
        labels = step.labels
    return sources


def _runs(
    text: str, scored: Scored, segments: Sequence[Segment], sources: Sequence[tuple[str, str]]
) -> Iterator[Words]:
    for segment in segments:
        start, source = segment.start, None
        for (place, _), here in zip(scored.tokens.spans, sources, strict=True):
            if not segment.start <= place < segment.end:
                continue
            if source is not None and here != source:
                yield _words(text, segment._replace(start=start, end=place), source)
                start = place
            source = here
        yield _words(
            text, segment._replace(start=start), source or _source_at(scored, segment, sources)
        )


def _source_at(
    scored: Scored, segment: Segment, sources: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Return the source of the token in which a segment begins."""
    first, _ = scored.tokens.covered((segment.start, segment.end))
    return sources[first] if first < len(sources) else _MODEL


def _words(text: str, segment: Segment, source: tuple[str, str]) -> Words:
    words = text[segment.start : segment.end]
    return Words(words, segment.label, segment.confidence, *source, reader_of(segment.label))


def _label_at(segments: Sequence[Segment], place: int) -> str:
    """Return the label of the segment at a place, or that of the next one."""
    return next((one.label for one in segments if place < one.end), "")
