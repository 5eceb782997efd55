"""The source positions of the parts of a field's value, and findings that point at them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from refkit.data.biblatex import VERBATIM_FIELDS
from refkit.formats.bibtex import value_characters
from refkit.lint.code_parts import code_parts
from refkit.lint.persons import place_of_name
from refkit.lint.rule import TEX_FORMATS, Edit, Finding, Fix, Safety
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace

if TYPE_CHECKING:
    from refkit.model.characters import Characters

MOST = 20  # findings of one rule in one value; more are reported as one
_WHITE = lazy_pattern(r"[ \t\r\n]+")  # what a BibTeX reader folds
# JSON (RFC 8259, section 7): what one character of a string is written as; a pair of \\u is one, too.
_JSON_CHARACTER = lazy_pattern(
    r"\\u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.|[^\\]"
)

_SEPARATOR = lazy_pattern(r"[ \t\r\n,]+")  # between the elements of a JSON array


@dataclass(slots=True, frozen=True)
class ValuePlaces:
    """The source position of each character of a value.

    `offset` is the position of the first character if the value is the same text in the file, and otherwise -1;
    then `characters` has a span for each character, or is None if the positions are unknown.
    """

    source: Source
    field: Field
    offset: int
    characters: Characters | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the source span of the characters `start` to `end` of the value, or of the whole value."""
        if self.offset >= 0:
            return Span(self.offset + start, self.offset + end)
        if self.characters is None or start >= end:
            return self.field.value_span
        return self.characters.span(start, end)

    def edit(self, start: int, end: int, text: str) -> Edit | None:
        """Return the edit that replaces characters, or None if the file contains other text."""
        span = self.span(start, end)
        if self.characters and not all(self.characters.literal[start:end]):
            return None
        written = _WHITE.sub(" ", self.source.slice(span))
        return Edit(span, text) if written == self.field.value[start:end] else None


def value_places(field: Field, entry: Entry) -> ValuePlaces:
    """Return the source positions of the characters of a field's value."""
    start, end = field.value_span
    written = entry.source.text[start:end]
    if written[1:-1] == field.value:
        return ValuePlaces(entry.source, field, start + 1)
    if entry.source.format in TEX_FORMATS:
        found = value_characters(entry, field)
    else:
        found = _with_double_dashes(_foreign_characters(written, start), field.value)
    return ValuePlaces(entry.source, field, -1, found if found.text == field.value else None)


def part_span(field: Field, entry: Entry, start: int, end: int) -> Span:
    """Return the source span of the characters `start` to `end` of a value, or of the whole value."""
    return value_places(field, entry).span(start, end)


def match_place(item: Item, variable: str, pattern: re.Pattern[str], group: int | str = 0) -> Span:
    """Return the source span of the first match of a pattern in a variable's field, or of the whole value."""
    field, entry = item.source_field(variable), item.entry
    match = pattern.search(field.value) if field is not None else None
    if field is None or entry is None or match is None:
        return item.place(variable)
    return part_span(field, entry, *match.span(group))


def name_span(field: Field, entry: Entry, number: int) -> Span:
    """Return the source span of one of the names of a value, or of the whole value."""
    return part_span(field, entry, *place_of_name(field.value, number))


def name_place(item: Item, variable: str, index: int) -> Span:
    """Return the source span of one of an item's names, or of the whole list if it cannot be determined."""
    field, entry = item.source_field(variable), item.entry
    if field is None or entry is None:
        return item.place(variable)
    if entry.source.format in TEX_FORMATS:
        return name_span(field, entry, index)
    if entry.source.slice(field.value_span)[:1] == "[":
        return _element(entry.source.text, field.value_span, index)
    # formats with tags have a field for each name
    of_names = [one for one in entry.fields if one.name == field.name]
    return of_names[index].value_span if index < len(of_names) else field.value_span


def _element(text: str, array: Span, index: int) -> Span:
    """Return the span of one element of a JSON array, or of the array if it has fewer."""
    elements = _elements(text, array)
    return elements[index] if index < len(elements) else array


@lru_cache(1)
def _elements(text: str, array: Span) -> list[Span]:
    """Return the spans of the elements of a JSON array."""
    import json

    decoder, end, found = json.JSONDecoder(), array.start + 1, list[Span]()
    while end < array.end:
        separator = _SEPARATOR.match(text, end)
        start = separator.end() if separator else end
        try:
            end = decoder.raw_decode(text, start)[1]
        except ValueError:
            break
        found.append(Span(start, end))
    return found


def _with_double_dashes(written: Characters, value: str) -> Characters:
    """Return the characters of a value that has `--` for each dash between pages."""
    if "--" not in value or written.text == value:
        return written
    from refkit.model.characters import Characters

    doubled = Characters()
    for char, span in zip(written.characters, written.spans, strict=True):
        for part in "--" if char in "-–" else char:
            doubled.add(part, span, literal=part == char)
    return doubled


def _foreign_characters(written: str, start: int) -> Characters:
    """Return the characters of a value of another format, with white space folded."""
    if written[:1] == '"' == written[-1:]:
        return _folded(_json_characters(written, start))
    return _folded((char, Span(start + at, start + at + 1)) for at, char in enumerate(written))


def _json_characters(written: str, start: int) -> Iterator[tuple[str, Span]]:
    import json

    for match in _JSON_CHARACTER.finditer(written, 1, len(written) - 1):
        char = match[0]
        if len(char) > 1:
            try:
                char = json.loads(f'"{char}"')
            except ValueError:
                return  # not a string of JSON, so that the value is another one
        yield char, Span(start + match.start(), start + match.end())


def _folded(characters: Iterable[tuple[str, Span]]) -> Characters:
    from refkit.model.characters import Characters

    folded = Characters()
    gap: Span | None = None
    for char, span in characters:
        if char.isspace():
            gap = Span(gap.start if gap else span.start, span.end)
            continue
        if gap and folded.characters:
            folded.add(" ", gap)
        folded.add(char, span)
        gap = None
    return folded


Replacement = tuple[int, int, str]  # start and end in the value, and the text to write there


@dataclass(slots=True, frozen=True)
class Mark:
    """A part of a value, its problem, and the replacement, or None if it is unknown.

    `also` are further parts that are replaced with it.
    """

    start: int
    end: int
    message: str
    text: str | None = None
    also: tuple[Replacement, ...] = ()

    def replacements(self) -> Iterator[Replacement]:
        """Yield the parts and their replacements, or nothing if the replacement is unknown."""
        if self.text is not None:
            yield self.start, self.end, self.text
            yield from self.also


def findings_at(
    field: Field,
    entry: Entry,
    marks: Iterable[Mark],
    title: str = "",
    safety: Safety = Safety.UNSAFE,
) -> Iterator[Finding]:
    """Yield a finding at each mark, or one for all if there are too many.

    Spaces at the ends of a mark are edited but not pointed at. Marks at the same position with the same message,
    such as two in the text of one macro, give one finding. Nothing in addresses, labels or mathematics is replaced.
    """
    wanted = list(marks)
    if not wanted:
        return
    places = value_places(field, entry)
    if field.name not in VERBATIM_FIELDS:
        wanted = _outside_code(wanted, field.value)
    if len(wanted) > MOST:
        first = wanted[0]
        message = f"{first.message} (and {len(wanted) - 1} more)"
        yield Finding(_pointed(places, first), message, _fix(places, wanted, title, safety))
        return
    reported: set[tuple[Span, str]] = set()
    for mark in wanted:
        span = _pointed(places, mark)
        if (span, mark.message) not in reported:
            reported.add((span, mark.message))
            yield Finding(span, mark.message, _fix(places, [mark], title, safety))


def written_text(item: Item, variable: str) -> str:
    """Return the text that a variable was read from, with its TeX, or an empty string."""
    field = item.source_field(variable)
    return field.value if field is not None else item.text.get(variable, "")


def findings_in(
    item: Item,
    variable: str,
    marks: Callable[[str], Iterable[Mark]],
    title: str = "",
    safety: Safety = Safety.UNSAFE,
) -> Iterator[Finding]:
    """Yield a finding at each mark in the text that a variable of an item was read from, as it is written."""
    field, entry = item.source_field(variable), item.entry
    if field is not None and entry is not None:
        yield from findings_at(field, entry, marks(field.value), title, safety)


def written_value(item: Item, variable: str) -> str:
    """Return the value of a variable as written in the field of a .bib file, or otherwise in the item."""
    field, entry = item.source_field(variable), item.entry
    if field is not None and entry is not None and entry.source.format in TEX_FORMATS:
        return field.value
    return item.text.get(variable) or item.custom.get(variable, "")


def findings_of_value(
    item: Item,
    variable: str,
    marks: Iterable[Mark],
    title: str = "",
    safety: Safety = Safety.UNSAFE,
) -> Iterator[Finding]:
    """Yield a finding at each mark in `written_value`, or at the whole value if the file writes it differently."""
    field, entry = item.source_field(variable), item.entry
    if field is not None and entry is not None and field.value == written_value(item, variable):
        yield from findings_at(field, entry, marks, title, safety)
    else:
        yield from (Finding(item.place(variable), mark.message) for mark in marks)


def _outside_code(marks: list[Mark], value: str) -> list[Mark]:
    """Return the marks, without the replacement if it touches a part of the value that is not text."""
    code = list(code_parts(value))
    if not code:
        return marks
    return [
        replace(mark, text=None)
        if any(
            start < last and first < end
            for start, end, _ in mark.replacements()
            for first, last in code
        )
        else mark
        for mark in marks
    ]


def _pointed(places: ValuePlaces, mark: Mark) -> Span:
    part = places.field.value[mark.start : mark.end]
    bare = part.strip(" ")
    start = mark.start + len(part) - len(part.lstrip(" "))
    return places.span(start, start + len(bare)) if bare else places.span(mark.start, mark.end)


def _fix(places: ValuePlaces, marks: Iterable[Mark], title: str, safety: Safety) -> Fix | None:
    """Return the fix of all marks, or None if one of them cannot be edited."""
    edits: list[Edit] = []
    for mark in marks:
        made = [places.edit(*replacement) for replacement in mark.replacements()]
        if not made or None in made:
            return None
        edits += filter(None, made)
    return Fix(tuple(edits), safety, title)
