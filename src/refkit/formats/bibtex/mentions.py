"""The keys that entries mention in their fields, such as `crossref`, and the entries by these keys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from refkit.formats.bibtex.scan import ENTRY_SIZE, FIELD_SIZE, ScanResult
from refkit.patterns import lazy_pattern

# Fields whose value is a key or a comma-separated list of keys.
KEY_FIELDS = frozenset({"crossref", "xref", "xdata", "related", "ids", "entryset"})

# A key in such a field.
MENTION = lazy_pattern(r"""(?<=[\s,{"])[^\s,{}"]+(?=[\s,}"])""")
# A single field of an entry, `xdata=key-field`, which any value can be.
ONE_FIELD = lazy_pattern(
    r"""([{"][ \t\r\n]*+xdata[ \t]*+=[ \t]*+)([^{}"',\s]++)(?=[ \t\r\n]*+[}"])"""
)


class Mentions:
    """The keys that entries mention in `crossref`, `related` and other fields, in comparable form."""

    __slots__ = ("_by_key", "_by_node", "_comparable")

    def __init__(self, text: str, scanned: ScanResult, comparable: Callable[[str], str]) -> None:
        self._comparable = comparable
        self._by_key: dict[str, set[int]] = {}
        self._by_node: dict[int, frozenset[str]] = {}
        offsets = scanned.fields
        names = zip(offsets[::FIELD_SIZE], offsets[1::FIELD_SIZE], strict=True)
        is_key_field = _IsKeyField()
        first_fields = scanned.entries[6::ENTRY_SIZE]
        places = [
            i * FIELD_SIZE for i, (start, end) in enumerate(names) if is_key_field[text[start:end]]
        ]
        numbers = {bisect_right(first_fields, place) for place in places}
        if "xdata" in text:
            starts = scanned.entries[0::ENTRY_SIZE]
            numbers.update(bisect_right(starts, one.start()) for one in ONE_FIELD.finditer(text))
        for node in numbers - {0}:
            indexes = scanned.field_offsets(node - 1)
            fields = [
                (text[offsets[i] : offsets[i + 1]].lower(), text[offsets[i + 2] : offsets[i + 3]])
                for i in indexes
            ]
            self._note(node, fields)

    def of(self, key: str) -> frozenset[int]:
        """Return the entries that mention a key, given in comparable form."""
        return frozenset(self._by_key.get(key, ()))

    def items(self) -> Iterator[tuple[str, frozenset[int]]]:
        """Yield each key and the entries that mention it."""
        yield from ((key, frozenset(nodes)) for key, nodes in self._by_key.items())

    def update(self, node: int, fields: Iterable[tuple[str, str]]) -> None:
        """Replace the mentions of an entry by those in its fields, given by name and value with delimiters."""
        self.forget(node)
        self._note(node, fields)

    def forget(self, node: int) -> None:
        """Forget the mentions of an entry."""
        for key in self._by_node.pop(node, ()):
            self._by_key[key].discard(node)

    def _note(self, node: int, fields: Iterable[tuple[str, str]]) -> None:
        keys = frozenset(
            self._comparable(key) for name, value in fields for key in mentioned(name, value)
        )
        if keys:
            self._by_node[node] = keys
        for key in keys:
            self._by_key.setdefault(key, set()).add(node)


class _IsKeyField(dict[str, bool]):
    """Whether a field contains keys, by its name as written."""

    def __missing__(self, name: str) -> bool:
        return self.setdefault(name, name.lower() in KEY_FIELDS)


def mentioned(name: str, value: str) -> list[str]:
    """Return the keys in a field's value with its delimiters."""
    if name in KEY_FIELDS:
        return MENTION.findall(value)
    return (
        [one[2].rpartition("-")[0] for one in ONE_FIELD.finditer(value)] if "xdata" in value else []
    )


def with_new_keys(name: str, value: str, new_key: Callable[[str], str]) -> str:
    """Return a field's value with its delimiters in which a function replaces each key."""
    if name in KEY_FIELDS:
        return MENTION.sub(lambda match: new_key(match[0]), value)
    return (
        ONE_FIELD.sub(lambda one: one[1] + _one_field(one[2], new_key), value)
        if "xdata" in value
        else value
    )


def _one_field(reference: str, new_key: Callable[[str], str]) -> str:
    key, hyphen, field = reference.rpartition("-")
    return new_key(key) + hyphen + field
