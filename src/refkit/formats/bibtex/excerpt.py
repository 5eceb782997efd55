"""Excerpts of .bib files: some entries as written, with their parents and macros."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from refkit.formats.bibtex.mentions import KEY_FIELDS, MENTION, ONE_FIELD
from refkit.formats.bibtex.resolve import macros_of
from refkit.formats.bibtex.scan import FIELD_SIZE, ScanResult, scan
from refkit.model.source import Source
from refkit.records import dataclass, field

PARENT_FIELDS = KEY_FIELDS - {"ids"}
Place = tuple[int, int]  # the number of the file and that of the entry in it


class Excerpt(NamedTuple):
    """The text of an excerpt, the keys that the files have, and the number of its entries."""

    text: str
    found: frozenset[str]
    size: int


@dataclass(slots=True)
class _File:
    """A file with its offsets, and the entries of it that are wanted."""

    text: str
    dialect: str
    scanned: ScanResult
    wanted: set[int] = field(default_factory=set)

    def fields(self, number: int) -> Iterator[tuple[str, str]]:
        """Yield the names, in lower case, and the values with delimiters of an entry's fields."""
        offsets = self.scanned.fields
        for index in self.scanned.field_offsets(number):
            start, end, value, value_end = offsets[index : index + FIELD_SIZE]
            yield self.text[start:end].lower(), self.text[value:value_end]

    def key(self, number: int) -> str:
        """Return the key of an entry."""
        start, end = self.scanned.key_bounds(number)
        return self.text[start:end]


def excerpt(sources: Sequence[Source], keys: Iterable[str], all_entries: bool = False) -> Excerpt:
    """Return the entries with some keys, their parents, the macros of these, and preambles, in the order of the files.

    A key can be in the field `ids`. An entry that is in several files is that of the first one.
    """
    files = [
        _File(s.text, s.format or "bibtex", scan(s.text, s.format or "bibtex")) for s in sources
    ]
    places, aliases = _places(files)
    waiting = list(keys) if not all_entries else list(places)
    found = frozenset(key for key in waiting if key in places or key in aliases)
    seen: set[str] = set()
    while waiting:
        key = waiting.pop()
        place = places.get(key) or aliases.get(key) or places.get(key.lower())
        if place is None or key in seen:
            continue
        seen.add(key)
        file = files[place[0]]
        file.wanted.add(place[1])
        waiting += _parents(file, place[1])
    text = "\n".join(filter(None, (_written(file) for file in files)))
    return Excerpt(text, found, sum(len(file.wanted) for file in files))


def _places(files: Sequence[_File]) -> tuple[dict[str, Place], dict[str, Place]]:
    """Return the places of the entries by key, also in lower case, and by their other keys."""
    places: dict[str, Place] = {}
    lower: dict[str, Place] = {}
    aliases: dict[str, Place] = {}
    for file_number, file in enumerate(files):
        for number in range(len(file.scanned)):
            place = (file_number, number)
            places.setdefault(file.key(number), place)
            lower.setdefault(file.key(number).lower(), place)
            for name, value in file.fields(number):
                if name == "ids":
                    aliases.update((key, place) for key in MENTION.findall(value))
    return lower | places, aliases


def _parents(file: _File, number: int) -> Iterator[str]:
    """Yield the keys of the entries that an entry needs."""
    for name, value in file.fields(number):
        if name in PARENT_FIELDS:
            yield from MENTION.findall(value)
        elif "xdata" in value:
            for match in ONE_FIELD.finditer(value):
                yield match[2].split("-")[0]


def _written(file: _File) -> str:
    """Return the wanted parts of a file as written."""
    if not file.wanted:
        return ""
    spans = [file.scanned.bounds(number) for number in file.wanted]
    spans += [(span.start, span.end) for span in file.scanned.preambles]
    spans += _strings(file)
    end = "\r\n" if "\r\n" in file.text else "\n"
    return (
        "".join(f"{file.text[start:stop]}{end}{end}" for start, stop in sorted(spans)).rstrip()
        + end
    )


def _strings(file: _File) -> Iterator[tuple[int, int]]:
    """Yield the @string blocks with the macros of the wanted entries, and of these macros."""
    values = [value for number in file.wanted for _, value in file.fields(number)]
    names = {name for value in values for name in macros_of(value, file.dialect)}
    for definition in reversed(file.scanned.definitions):
        if file.text[slice(*definition.name_span)].lower() in names:
            names.update(macros_of(file.text[slice(*definition.value_span)], file.dialect))
    for start, end in file.scanned.strings:
        defined = (
            file.text[slice(*definition.name_span)].lower()
            for definition in file.scanned.definitions
            if start <= definition.span.start < end
        )
        if not names.isdisjoint(defined):
            yield start, end
