"""Three-way merge of an entry, field by field.

The changes of one side are applied to the text of the other, which keeps all of its other characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from refkit.formats.bibtex.entry_layout import EntryLayout, entry_layout
from refkit.formats.bibtex.merge_lines import Markers
from refkit.formats.bibtex.scan import ScanResult, scan
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# The parts of an entry besides its fields; no field can have these names.
TYPE, KEY = "@type", "@key"
_SPACE = lazy_pattern(r"\s+")
# The rest of a field's line: a comma, and a comment.
_LINE_REST = lazy_pattern(r"[ \t]*,?[ \t]*(?:%[^\r\n]*)?(?:\r\n|\n|\r)")
_COMMA = lazy_pattern(r"[ \t]*,")


class Parts:
    """The type, the key and the fields of an entry's text by name, each with its offsets."""

    __slots__ = ("is_regular", "places", "scan", "text")

    def __init__(self, text: str, dialect: str) -> None:
        self.text = text
        self.scan: ScanResult = scan(text, dialect)
        names = self._read() if len(self.scan) == 1 else []
        self.places = dict(names)
        self.is_regular = bool(names) and not self.scan.problems and len(names) == len(self.places)

    def _read(self) -> list[tuple[str, tuple[int, int, int, int]]]:
        entries, offsets = self.scan.entries, self.scan.fields
        fields = [
            (self.text[offsets[n] : offsets[n + 1]].lower(), tuple(offsets[n : n + 4]))
            for n in self.scan.field_offsets(0)
        ]
        kind, key = (entries[2], entries[3]), (entries[4], entries[5])
        return [(TYPE, kind + kind), (KEY, key + key), *fields]  # type: ignore[list-item]  # four numbers

    def value(self, name: str) -> str | None:
        """Return a part as written, without the name of a field, or None if the entry does not have it."""
        place = self.places.get(name)
        return None if place is None else self.text[place[2] : place[3]]

    def assignment(self, name: str) -> str:
        """Return a field as written, with its name, or "" if the entry does not have it."""
        place = self.places.get(name)
        return "" if place is None else self.text[place[0] : place[3]]


@dataclass(slots=True, frozen=True)
class Clash:
    """A part that both sides changed in different ways: its name, and both versions (None if removed)."""

    name: str
    ours: str | None
    theirs: str | None


@dataclass(slots=True)
class MergedEntry:
    """The text of a merged entry, and the parts that both sides changed; a whole entry has the name ""."""

    text: str
    clashes: list[Clash]


def merge_entry(
    base: str | None, ours: str, theirs: str, dialect: str, markers: Markers
) -> MergedEntry:
    """Merge the changes that two sides made to an entry; `base` is None if both added it."""
    parts = [Parts(text, dialect) for text in (base or "", ours, theirs)]
    if any(not part.is_regular for part in parts[1 if base is None else 0 :]):
        newline = "\r\n" if "\r\n" in ours else "\n"
        text = markers.around(ours, theirs, newline, base or "").removesuffix(newline)
        return MergedEntry(text, [Clash("", ours, theirs)])
    before, mine, yours = parts
    values, clashes = _decide(before, mine, yours)
    target = _skeleton(before, mine, yours, dialect)
    edited = _Edited(target, dialect)
    edited.apply(values, [mine, yours] if target is mine else [yours, mine])
    for clash in clashes:
        edited.ensure(clash.name, mine if clash.ours is not None else yours)
    return MergedEntry(edited.with_clashes(clashes, [mine, yours, before], markers), clashes)


def _decide(base: Parts, ours: Parts, theirs: Parts) -> tuple[dict[str, str | None], list[Clash]]:
    """Return the value of each part that is decided, and the parts on which the sides disagree."""
    values: dict[str, str | None] = {}
    clashes: list[Clash] = []
    for name in {**base.places, **ours.places, **theirs.places}:
        versions = base.value(name), ours.value(name), theirs.value(name)
        is_decided, value = _decide_value(*versions)
        if is_decided:
            values[name] = value
        else:
            clashes.append(Clash(name, versions[1], versions[2]))
    return values, clashes


def _decide_value(
    base: str | None, ours: str | None, theirs: str | None
) -> tuple[bool, str | None]:
    """Decide a value as written, or else by its content: a change of delimiters or line breaks gives way."""
    for compared in (_as_written, _content):
        old, mine, yours = compared(base), compared(ours), compared(theirs)
        if mine == yours or yours == old:
            return True, ours
        if mine == old:
            return True, theirs
    return False, None


def _as_written(value: str | None) -> str | None:
    return value


def _content(value: str | None) -> str | None:
    """Return a value without its delimiters and with single spaces."""
    if value is None:
        return None
    if value[:1] + value[-1:] in ("{}", '""') and "#" not in value:
        value = value[1:-1]
    return _SPACE.sub(" ", value.strip())


def _skeleton(base: Parts, ours: Parts, theirs: Parts, dialect: str) -> Parts:
    """Return the side whose layout is kept: theirs if they alone changed the layout, otherwise ours."""
    if not base.text:
        return ours
    is_ours_plain, is_theirs_plain = (
        _with_values_of(base, side, dialect) == side.text for side in (ours, theirs)
    )
    return theirs if is_ours_plain and not is_theirs_plain else ours


def _with_values_of(base: Parts, side: Parts, dialect: str) -> str:
    """Return the base's text with the values of a side."""
    edited = _Edited(base, dialect)
    names = {**base.places, **side.places}
    edited.apply({name: side.value(name) for name in names}, [side])
    return edited.parts.text


class _Edited:
    """The text of an entry while it is edited; it is scanned again after each change."""

    __slots__ = ("_dialect", "_layout", "parts")

    def __init__(self, parts: Parts, dialect: str) -> None:
        self.parts = parts
        self._dialect = dialect
        self._layout = entry_layout(parts.text, parts.scan, 0, EntryLayout())

    def apply(self, values: Mapping[str, str | None], sides: list[Parts]) -> None:
        """Give the parts these values; a new field follows the field that it follows on its side."""
        for name, value in values.items():
            if value == self.parts.value(name):
                continue
            if value is None:
                self._remove(name)
            elif name in self.parts.places:
                place = self.parts.places[name]
                self._replace(place[2], place[3], value)
            else:
                self.ensure(name, next(side for side in sides if side.value(name) == value))

    def ensure(self, name: str, side: Parts) -> None:
        """Insert a field of a side, if the entry does not have it."""
        if name in self.parts.places:
            return
        known = list(side.places)
        previous = next(n for n in reversed(known[: known.index(name)]) if n in self.parts.places)
        end = self.parts.places[KEY if previous == TYPE else previous][3]
        self._replace(end, end, self._layout.separator + side.assignment(name))

    def _remove(self, name: str) -> None:
        place = self.parts.places[name]
        text = self.parts.text
        start = self._line_start(place[0])
        rest = _LINE_REST.match(text, place[3])
        if start is not None and rest is not None:
            self._replace(start, rest.end(), "")
            return
        previous = max(other[3] for other in self.parts.places.values() if other[3] <= place[0])
        self._replace(previous, place[3], "")

    def _line_start(self, position: int) -> int | None:
        """Return the start of the line if only spaces precede a position in it, otherwise None."""
        text = self.parts.text
        start = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1
        return start if start and not text[start:position].strip() else None

    def _replace(self, start: int, end: int, text: str) -> None:
        whole = self.parts.text
        self.parts = Parts(whole[:start] + text + whole[end:], self._dialect)

    def with_clashes(self, clashes: list[Clash], sides: Sequence[Parts], markers: Markers) -> str:
        """Return the text with both versions of each clash between markers, on lines of their own.

        The sides are ours, theirs and the base.
        """
        text = self.parts.text
        for start, end, versions in sorted(self._marked(clashes, sides), reverse=True):
            newline = "\r\n" if "\r\n" in text else "\n"
            lead = "" if not start or text[start - 1] in "\r\n" else newline
            ours, theirs, base = versions
            marked = markers.around(ours, theirs, newline, base)
            text = text[:start] + lead + marked + text[end:]
        return text

    def _marked(
        self, clashes: list[Clash], sides: Sequence[Parts]
    ) -> Iterator[tuple[int, int, list[str]]]:
        names = {clash.name for clash in clashes}
        if names & {TYPE, KEY}:
            yield self._marked_head(names, sides)
        for name in names - {TYPE, KEY}:
            yield self._marked_field(name, sides)

    def _marked_head(self, names: set[str], sides: Sequence[Parts]) -> tuple[int, int, list[str]]:
        """Return the range of `@type{key,` in the text, and its versions."""
        text, kind, key = self.parts.text, self.parts.places[TYPE], self.parts.places[KEY]
        end, ending = self._line_end(key[3])
        versions = [
            text[: kind[0]]
            + ((side.value(TYPE) or "") if TYPE in names else text[kind[0] : kind[1]])
            + text[kind[1] : key[0]]
            + ((side.value(KEY) or "") if KEY in names else text[key[0] : key[1]])
            + ending
            if side.text
            else ""
            for side in sides
        ]
        return 0, end, versions

    def _marked_field(self, name: str, sides: Sequence[Parts]) -> tuple[int, int, list[str]]:
        place = self.parts.places[name]
        start = self._line_start(place[0])
        indent = "" if start is None else self.parts.text[start : place[0]]
        end, ending = self._line_end(place[3])
        versions = [
            indent + side.assignment(name) + ending if name in side.places else "" for side in sides
        ]
        return place[0] if start is None else start, end, versions

    def _line_end(self, position: int) -> tuple[int, str]:
        """Return the end of the line or of the comma after a part, and the text up to there."""
        text = self.parts.text
        match = _LINE_REST.match(text, position) or _COMMA.match(text, position)
        end = match.end() if match else position
        return end, text[position:end].rstrip("\r\n")
