"""A reference as it is written: an entry and its fields, every part with its span."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from refkit.model.source import Source, Span


class Field:
    """One field of an entry.

    `name` is lower case; `value` is what the file means by the field (macros expanded, pieces joined,
    white space folded, the format's markup kept: TeX stays TeX). `span` covers name and value,
    `value_span` the value with its delimiters.
    """

    # the places stay where the reader noted them; a span is made when one is asked for
    __slots__ = ("_at", "_places", "_span", "name", "value")

    def __init__(
        self, name: str, value: str, span: Span, name_span: Span, value_span: Span
    ) -> None:
        self.name = name
        self.value = value
        self._places: Sequence[int] = (*name_span, *value_span)
        self._at = 0
        self._span: Span | None = span

    @property
    def span(self) -> Span:
        """Name and value."""
        return self._span or Span(self._places[self._at], self._places[self._at + 3])

    @property
    def name_span(self) -> Span:
        """The name as written."""
        return Span(self._places[self._at], self._places[self._at + 1])

    @property
    def value_span(self) -> Span:
        """The value with its delimiters."""
        return Span(self._places[self._at + 2], self._places[self._at + 3])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Field):
            return NotImplemented
        same = (self.name, self.value, self.span) == (other.name, other.value, other.span)
        return same and (self.name_span, self.value_span) == (other.name_span, other.value_span)

    def __hash__(self) -> int:
        return hash((self.name, self.value, self.span))

    def __repr__(self) -> str:
        return f"Field({self.name!r}, {self.value!r}, {self.span!r})"


class ScannedField(Field):
    """A field whose places stand at `at` of a reader's list: start and end of name, then of value."""

    __slots__ = ()

    def __init__(self, name: str, value: str, places: Sequence[int], at: int) -> None:
        self.name = name
        self.value = value
        self._places = places
        self._at = at
        self._span = None


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

    __slots__ = ("_at", "_by_name", "_fields", "_places", "_read_fields", "key", "source", "type")

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
        self._places: Sequence[int] = (*span, *type_span, *key_span)
        self._at = 0
        self._read_fields = read_fields
        self._fields: list[Field] | None = None
        self._by_name: dict[str, Field] | None = None

    @property
    def span(self) -> Span:
        """The whole entry."""
        return Span(self._places[self._at], self._places[self._at + 1])

    @property
    def type_span(self) -> Span:
        """The type as written."""
        return Span(self._places[self._at + 2], self._places[self._at + 3])

    @property
    def key_span(self) -> Span:
        """The cite key."""
        return Span(self._places[self._at + 4], self._places[self._at + 5])

    @property
    def fields(self) -> list[Field]:
        """The fields in file order, repeated ones included."""
        if self._fields is None:
            self._fields = self._read_fields(self)
        return self._fields

    @property
    def is_read(self) -> bool:
        """Whether the fields were asked for and are kept."""
        return self._fields is not None

    def forget_fields(self) -> None:
        """Free the memory of the fields; they are read again when somebody asks for them."""
        self._fields = None
        self._by_name = None

    def get(self, name: str) -> Field | None:
        """Return the first field called `name` (lower case), or None."""
        known = self._by_name
        return (self.by_name() if known is None else known).get(name)

    def by_name(self) -> dict[str, Field]:
        """Return the fields by name, of a repeated one the first; not to be changed."""
        if self._by_name is None:
            self._by_name = {field.name: field for field in reversed(self.fields)}
        return self._by_name

    def __repr__(self) -> str:
        return f"Entry({self.type!r}, {self.key!r}, {self.source.name}:{self.span.start})"
