"""A reference as written: an entry and its fields, with the span of every part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from refkit.model.source import Source, Span
from refkit.records import dataclass


class Field:
    """One field of an entry.

    `name` is lower case. `value` is the resolved value: macros are expanded, pieces joined and white space
    collapsed; markup such as TeX is kept. `span` covers name and value, `value_span` the value with its
    delimiters.
    """

    # A field refers to the reader's list of offsets; spans are created on access.
    __slots__ = ("_index", "_offsets", "_span", "name", "value")

    def __init__(
        self, name: str, value: str, span: Span, name_span: Span, value_span: Span
    ) -> None:
        self.name = name
        self.value = value
        self._offsets: Sequence[int] = (*name_span, *value_span)
        self._index = 0
        self._span: Span | None = span

    @property
    def span(self) -> Span:
        """The span of name and value."""
        return self._span or Span(self._offsets[self._index], self._offsets[self._index + 3])

    @property
    def name_span(self) -> Span:
        """The span of the name."""
        return Span(self._offsets[self._index], self._offsets[self._index + 1])

    @property
    def value_span(self) -> Span:
        """The span of the value with its delimiters."""
        return Span(self._offsets[self._index + 2], self._offsets[self._index + 3])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Field):
            return NotImplemented
        is_same = (self.name, self.value, self.span) == (other.name, other.value, other.span)
        return is_same and (self.name_span, self.value_span) == (other.name_span, other.value_span)

    def __hash__(self) -> int:
        return hash((self.name, self.value, self.span))

    def __repr__(self) -> str:
        return f"Field({self.name!r}, {self.value!r}, {self.span!r})"


class ScannedField(Field):
    """A field whose offsets begin at `index` of a reader's list: start and end of name, then of value."""

    __slots__ = ()

    def __init__(self, name: str, value: str, offsets: Sequence[int], index: int) -> None:
        self.name = name
        self.value = value
        self._offsets = offsets
        self._index = index
        self._span = None


@dataclass(slots=True)
class Fault:
    """A problem that a reader found in a source, and its span.

    `kind` is its category in one word: syntax, encoding, macro, name, tex, date, crossref ...
    """

    message: str
    span: Span
    source: Source
    kind: str = "syntax"


def no_references(source: Source) -> Fault:
    """Return the fault of a file without references, at its first line."""
    message = "this file contains no references; export it again, or remove it"
    return Fault(message, Span(0, len(source.line(1))), source, "empty")


class Entry:
    """One entry as written: `type` (lower case), `key` (as written), `fields` in file order.

    `span` covers the whole entry, `key_span` the cite key, `type_span` the type. Fields are split and resolved at
    their first use, so that unused entries of a large file cost little.
    """

    __slots__ = (
        "_by_name",
        "_fields",
        "_index",
        "_offsets",
        "_read_fields",
        "key",
        "source",
        "type",
    )

    def __init__(
        self,
        source: Source,
        type: str,  # noqa: A002 - the usual name in this domain
        key: str,
        span: Span,
        type_span: Span,
        key_span: Span,
        read_fields: Callable[[Entry], list[Field]],
    ) -> None:
        self.source = source
        self.type = type
        self.key = key
        self._offsets: Sequence[int] = (*span, *type_span, *key_span)
        self._index = 0
        self._read_fields = read_fields
        self._fields: list[Field] | None = None
        self._by_name: dict[str, Field] | None = None

    @property
    def span(self) -> Span:
        """The span of the whole entry."""
        return Span(self._offsets[self._index], self._offsets[self._index + 1])

    @property
    def type_span(self) -> Span:
        """The span of the type."""
        return Span(self._offsets[self._index + 2], self._offsets[self._index + 3])

    @property
    def key_span(self) -> Span:
        """The span of the cite key."""
        return Span(self._offsets[self._index + 4], self._offsets[self._index + 5])

    @property
    def fields(self) -> list[Field]:
        """The fields in file order, including repeated ones."""
        if self._fields is None:
            self._fields = self._read_fields(self)
        return self._fields

    @property
    def is_read(self) -> bool:
        """Whether the fields are in memory."""
        return self._fields is not None

    @property
    def has_own_key(self) -> bool:
        """Whether the record has a key, so that its item's id was not generated."""
        return bool(self.key)

    def forget_fields(self) -> None:
        """Free the memory of the fields, which are read again on the next access."""
        self._fields = None
        self._by_name = None

    def get(self, name: str) -> Field | None:
        """Return the first field called `name` (lower case), or None."""
        by_name = self._by_name
        return (self.by_name() if by_name is None else by_name).get(name)

    def by_name(self) -> dict[str, Field]:
        """Return the first field of each name; do not change the dictionary."""
        if self._by_name is None:
            self._by_name = {field.name: field for field in reversed(self.fields)}
        return self._by_name

    def fields_named(self, names: frozenset[str]) -> Mapping[str, Field]:
        """Return at least the fields with these names, of a repeated one the first; not to be changed.

        An entry whose fields are not read may read these alone, and keep none.
        """
        return self.by_name()

    def __repr__(self) -> str:
        return f"Entry({self.type!r}, {self.key!r}, {self.source.name}:{self.span.start})"


class EntryWithoutKey(Entry):
    """A record without a key; `key` is the generated id of its item, as for the other records of the format."""

    __slots__ = ()

    @property
    def has_own_key(self) -> bool:
        """False: the key was generated."""
        return False
