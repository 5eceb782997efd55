"""YAML as values with positions; no objects are constructed, and aliases are bounded.

PyYAML yields the events of a text, with its C parser if it is installed. Every scalar stays the text that it is in the
file. Values that precede an error are returned with the error, and so is the rest of a list or mapping after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

if TYPE_CHECKING:
    from yaml.events import Event, NodeEvent, ScalarEvent

DEEPEST = 60  # values in one another; readers of values call themselves for each
MAX_EXPANDED = 100_000  # values that aliases stand for
_MAX_RESTARTS = 50  # the rest of the text is copied for each
_CHARACTERS_OF_VALUE = 100  # of a long scalar that count as one value


class Mark(Protocol):
    """A position, of which PyYAML has two classes."""

    @property
    def index(self) -> int:
        """The offset."""


# YAML 1.2, 5.1: characters that no text can contain
_FORBIDDEN = lazy_pattern("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY_LINE = lazy_pattern(r"(?<=[\r\n])[^\s#\-'\"\[\]{}][^\r\n]*:[ \t]*(?=[\r\n])")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(slots=True)
class YamlScalar:
    """A text; `is_plain` if it has no quotes, so that it can be a number, a boolean or null."""

    start: int
    end: int
    text: str
    is_plain: bool = False

    @property
    def is_null(self) -> bool:
        """Whether there is no value."""
        return self.is_plain and self.text in _NULL

    @property
    def size(self) -> int:
        """The number of values that the text counts as."""
        return 1 + len(self.text) // _CHARACTERS_OF_VALUE


@dataclass(slots=True)
class YamlList:
    """A list."""

    start: int
    end: int
    items: list[YamlValue] = field(default_factory=list)
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class YamlMember:
    """A member of a mapping, with the position of its name."""

    name: str
    start: int
    end: int
    value: YamlValue


@dataclass(slots=True)
class YamlMap:
    """A mapping; of members with the same name, the last one counts."""

    start: int
    end: int
    members: dict[str, YamlMember] = field(default_factory=dict)
    size: int = 1
    height: int = 1

    def get(self, name: str) -> YamlValue | None:
        """Return the value of a member, or None if it is absent or null."""
        member = self.members.get(name)
        is_null = member is None or (isinstance(member.value, YamlScalar) and member.value.is_null)
        return None if member is None or is_null else member.value


YamlValue = YamlScalar | YamlList | YamlMap


@dataclass(slots=True)
class YamlError:
    """An error at a position."""

    message: str
    offset: int


@dataclass(slots=True)
class YamlText:
    """The documents of a text, and its errors."""

    documents: list[YamlValue] = field(default_factory=list)
    errors: list[YamlError] = field(default_factory=list)


def read_yaml(text: str) -> YamlText:
    """Return the documents of a text; after an error, reading continues at the next item of the outermost list."""
    found, offset = YamlText(), 0
    text = _FORBIDDEN.sub("\ufffd", text)
    for _ in range(_MAX_RESTARTS):
        reader = _Reader(text, offset, found)
        if reader.read():
            break
        offset = reader.next_start()
        if offset < 0:
            break
    else:
        found.errors.append(YamlError("too many errors; the rest of the text is not read", offset))
    return found


def plain_value(value: YamlValue | None) -> object:
    """Return a value as texts, lists and dictionaries; null is None."""
    if isinstance(value, YamlMap):
        return {name: plain_value(member.value) for name, member in value.members.items()}
    if isinstance(value, YamlList):
        return [plain_value(item) for item in value.items]
    return None if value is None or value.is_null else value.text


def scalar_text(value: YamlValue | None) -> str:
    """Return the text of a scalar without white space around it; other values and null have none."""
    return value.text.strip() if isinstance(value, YamlScalar) and not value.is_null else ""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end was not read, the name of the member to come, and its anchor."""

    value: YamlList | YamlMap
    anchor: str | None
    is_block: bool
    column: int
    key: YamlValue | None = None


class _Stop(Exception):
    """The rest of a text is not read."""


class _Reader:
    """Puts the values of the events from an offset together."""

    __slots__ = ("_anchors", "_column", "_error_at", "_expanded", "_found", "_offset", "_stack", "_text")  # fmt: skip

    def __init__(self, text: str, offset: int, found: YamlText) -> None:
        self._text = text
        self._offset = offset
        self._found = found
        self._stack: list[_Open] = []
        self._anchors: dict[str, YamlValue] = {}
        self._expanded = 0
        self._column = -1  # of the outermost list
        self._error_at = offset

    def read(self) -> bool:
        """Read to the end and return True, or to an error."""
        from yaml import MarkedYAMLError

        try:
            for event in _events(self._text[self._offset :] if self._offset else self._text):
                self._take(event)
        except MarkedYAMLError as error:
            at = error.problem_mark or error.context_mark
            self._report(_message(error.problem or "error"), _index(at))
        except _Stop:
            pass
        else:
            return True
        self._error_at = self._found.errors[-1].offset
        while self._stack:
            self._close(None)
        return False

    def next_start(self) -> int:
        """Return the offset of the next item of the outermost list, or member of the mapping; -1 if there is none."""
        item = rf"(?<=[\r\n]) {{{self._column}}}-[ \t]"
        pattern = re.compile(item) if self._column >= 0 else _KEY_LINE
        match = pattern.search(self._text, max(self._error_at, self._offset + 1))
        return match.start() if match else -1

    def _report(self, message: str, index: int) -> None:
        at = min(self._offset + index, len(self._text))
        self._found.errors.append(YamlError(message, at))

    def _take(self, event: Event) -> None:
        from yaml import events

        if isinstance(event, events.ScalarEvent):
            self._add(self._scalar(event), event.anchor)
        elif isinstance(event, (events.MappingStartEvent, events.SequenceStartEvent)):
            self._open(event, isinstance(event, events.MappingStartEvent))
        elif isinstance(event, (events.MappingEndEvent, events.SequenceEndEvent)):
            self._close(event)
        elif isinstance(event, events.AliasEvent):
            self._add(self._alias(event), None)
        elif isinstance(event, events.DocumentStartEvent):
            self._anchors, self._expanded = {}, 0

    def _scalar(self, event: ScalarEvent) -> YamlScalar:
        start, end = self._range(event)
        return YamlScalar(start, end, event.value, event.style in (None, ""))

    def _range(self, event: Event) -> tuple[int, int]:
        start = self._offset + _index(event.start_mark)
        end = max(self._offset + _index(event.end_mark), start)
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return start, end

    def _open(self, event: Event, is_map: bool) -> None:
        start = self._offset + _index(event.start_mark)
        if len(self._stack) >= DEEPEST:
            self._report(f"more than {DEEPEST} values in one another", _index(event.start_mark))
            raise _Stop
        mark, is_block = event.start_mark, not getattr(event, "flow_style", False)
        column = mark.column if mark else 0
        if not is_map and is_block and len(self._stack) < 2 and self._column < 0:
            self._column = column
        value = YamlMap(start, start) if is_map else YamlList(start, start)
        self._stack.append(_Open(value, getattr(event, "anchor", None), is_block, column))

    def _close(self, event: Event | None) -> None:
        """Close the innermost list or mapping; a block ends with its last value."""
        done = self._stack.pop()
        if event is not None and not done.is_block:
            done.value.end = self._range(event)[1]
        if isinstance(done.value, YamlMap):
            self._merge(done.value)
        self._add(done.value, done.anchor)

    def _alias(self, event: NodeEvent) -> YamlValue:
        """Return the value of an anchor, or an empty one if there is none or it is too large."""
        start, end = self._range(event)
        empty = YamlScalar(start, end, "", True)
        target = self._anchors.get(event.anchor or "")
        if target is None:
            self._report(f"`*{event.anchor}` has no anchor before it", _index(event.start_mark))
            return empty
        self._expanded += target.size
        height = 0 if isinstance(target, YamlScalar) else target.height
        if self._expanded > MAX_EXPANDED or len(self._stack) + height > DEEPEST:
            self._report(
                f"aliases repeat more than {MAX_EXPANDED} values", _index(event.start_mark)
            )
            raise _Stop
        return target

    def _add(self, value: YamlValue, anchor: str | None) -> None:
        """Add a value to the innermost list or mapping; without one, it is a document."""
        if anchor:
            self._anchors[anchor] = value
        if not self._stack:
            self._found.documents.append(value)
            return
        place = self._stack[-1]
        if isinstance(place.value, YamlList):
            place.value.items.append(value)
        elif place.key is None:
            place.key = value
            return
        else:
            self._add_member(place.value, place.key, value)
            place.key = None
        _grow(place.value, value)

    def _add_member(self, mapping: YamlMap, key: YamlValue, value: YamlValue) -> None:
        if not isinstance(key, YamlScalar):
            self._report("the name of a member must be a text", key.start - self._offset)
            return
        if key.text in mapping.members:
            self._report(
                f"`{key.text}` appears twice; the last one is read", key.start - self._offset
            )
        mapping.members[key.text] = YamlMember(key.text, key.start, key.end, value)

    def _merge(self, mapping: YamlMap) -> None:
        """Add the members of `<<: *base` that the mapping does not have (YAML 1.1, merge key)."""
        merged = mapping.members.get("<<")
        if merged is None:
            return
        bases = merged.value.items if isinstance(merged.value, YamlList) else [merged.value]
        if all(isinstance(base, YamlMap) for base in bases):
            del mapping.members["<<"]
            for base in bases:
                members: Mapping[str, YamlMember] = (
                    base.members if isinstance(base, YamlMap) else {}
                )
                for name, member in members.items():
                    mapping.members.setdefault(name, member)


def _grow(place: YamlList | YamlMap, value: YamlValue) -> None:
    place.size += value.size
    if not isinstance(value, YamlScalar):
        place.height = max(place.height, value.height + 1)
    place.end = max(place.end, value.end)


def _index(mark: Mark | None) -> int:
    return mark.index if mark else 0


def _events(text: str) -> Iterator[Event]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yield from yaml.parse(text, Loader=loader)


_SHOWN = {
    "found character that cannot start any token": "quote the text, and indent with spaces, not tabs",
    "mapping values are not allowed in this context": "a second `:` is not allowed here; quote the text",
    "mapping values are not allowed here": "a second `:` is not allowed here; quote the text",
    "did not find expected key": "a name of a member is expected; check the indentation and the quotes",
    "could not find expected ':'": "`:` is missing after the name of a member",
    "did not find expected '-' indicator": "an item of the list is expected; check the indentation",
}


def _message(problem: str) -> str:
    """Return the message for a problem of the parser."""
    return f"malformed YAML: {_SHOWN.get(problem, problem)}"


def span_of(value: YamlValue) -> Span:
    """Return the span of a value."""
    return Span(value.start, value.end)
