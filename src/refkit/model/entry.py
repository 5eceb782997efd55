"""A reference as it is written: an entry and its fields, every part with its span."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from refkit.model.source import Source, Span


@dataclass(slots=True)
class Field:
    """One field of an entry.

    `name` is lower case; `value` is what the file means by the field (macros expanded, pieces joined,
    white space folded, the format's markup kept: TeX stays TeX). `span` covers name and value,
    `value_span` the value with its delimiters.
    """

    name: str
    value: str
    span: Span
    name_span: Span
    value_span: Span


@dataclass(slots=True)
class Fault:
    """What a reader could not read, or read only by guessing, and where.

    `kind` is one word for the sort of fault: syntax, encoding, macro, name, tex, date, crossref ...
    """

    message: str
    span: Span
    source: Source
    kind: str = "syntax"


class Entry:
    """One entry as written: `type` (lower case), `key` (as written), `fields` in file order.

    `span` covers the whole entry, `key_span` the cite key, `type_span` the type. Fields are split and
    resolved when they are first asked for, so a large file costs only what is looked at.
    """

    __slots__ = (
        "_by_name", "_fields", "_read_fields", "key", "key_span", "source", "span", "type", "type_span",
    )  # fmt: skip

    def __init__(
        self,
        source: Source,
        type: str,  # noqa: A002 - the field's own word
        key: str,
        span: Span,
        type_span: Span,
        key_span: Span,
        read_fields: Callable[[Entry], list[Field]],
    ) -> None:
        self.source = source
        self.type = type
        self.key = key
        self.span = span
        self.type_span = type_span
        self.key_span = key_span
        self._read_fields = read_fields
        self._fields: list[Field] | None = None
        self._by_name: dict[str, Field] | None = None

    @property
    def fields(self) -> list[Field]:
        """The fields in file order, repeated ones included."""
        if self._fields is None:
            self._fields = self._read_fields(self)
        return self._fields

    def get(self, name: str) -> Field | None:
        """Return the first field called `name` (lower case), or None."""
        return self.by_name().get(name)

    def by_name(self) -> dict[str, Field]:
        """Return the fields by name, of a repeated one the first; not to be changed."""
        if self._by_name is None:
            self._by_name = {field.name: field for field in reversed(self.fields)}
        return self._by_name

    def __repr__(self) -> str:
        return f"Entry({self.type!r}, {self.key!r}, {self.source.name}:{self.span.start})"
