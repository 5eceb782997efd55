"""Fields with low confidence, reported as faults with their positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refkit.formats.text.entry import ReadField
from refkit.model.entry import Fault
from refkit.model.item import Item
from refkit.model.library import Library

_SHOWN = 60
KIND = "doubtful-field"


def doubtful(library: Library, least: float) -> list[Fault]:
    """Return a fault for each field of a plain-text reference with less confidence than `least`."""
    if all(source.format != "text" for source in library.sources):
        return []  # without building the items again
    return [fault for item in library.items for fault in _in_item(item, least)]


def _in_item(item: Item, least: float) -> Iterator[Fault]:
    if item.entry is None or item.entry.source.format != "text":
        return
    for name, field in item.origins.items():
        # what went into the note was not understood, and is told as that
        if isinstance(field, ReadField) and field.confidence < least and name != "note":
            yield Fault(_message(name, field), field.value_span, item.entry.source, KIND)


def _message(name: str, field: ReadField) -> str:
    words = field.value if len(field.value) <= _SHOWN else field.value[: _SHOWN - 1] + "…"
    return f"{name} read with confidence {field.confidence:.2f}: `{words}`"


def confidences(item: Item) -> dict[str, float]:
    """Return the confidence of each variable of a plain-text reference; empty for other formats."""
    return {
        name: field.confidence
        for name, field in item.origins.items()
        if isinstance(field, ReadField)
    }


def mark(items: Iterable[Item], least: float) -> None:
    """Add the confidence of fields below `least` to the custom variables of an item."""
    for item in items:
        for name, confidence in confidences(item).items():
            if confidence < least:
                item.custom[f"{name}-confidence"] = f"{confidence:.2f}"
