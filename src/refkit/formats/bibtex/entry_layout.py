"""Detection of the layout of a .bib file, so that added text matches it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from refkit.formats.bibtex.scan import ENTRY_SIZE, ScanResult
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# Number of entries that are used to detect the layout of a file.
SAMPLE = 200
T = TypeVar("T")
SEPARATOR = lazy_pattern(r"[ \t\r\n]*,[ \t\r\n]*")


@dataclass(slots=True, frozen=True)
class EntryLayout:
    """The text between the parts of an entry.

    `separator` is the text before a field, including the comma; `equals` the text between name and value; `column`
    the column of aligned values, or 0; `ending` the text after the last value; `gap` the text between entries.
    `type_case` and `name_case` are "lower", "upper" or "title".
    """

    separator: str = ",\n  "
    equals: str = " = "
    column: int = 0
    quote: str = "{"
    bare_numbers: bool = False
    ending: str = ",\n}"
    type_case: str = "lower"
    name_case: str = "lower"
    gap: str = "\n\n"
    newline: str = "\n"


def newline_of(text: str) -> str:
    """Return the line end of a text."""
    if "\r" not in text:
        return "\n"
    return "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r"


def file_layout(text: str, scan: ScanResult) -> EntryLayout:
    """Return the most common layout of the entries of a file."""
    newline = newline_of(text)
    default = EntryLayout(
        separator=f",{newline}  ", ending=f",{newline}}}", gap=newline * 2, newline=newline
    )
    sample = range(0, len(scan), max(1, len(scan) // SAMPLE))
    layouts = [
        entry_layout(text, scan, number, default) for number in sample if scan.field_offsets(number)
    ]
    gaps = [
        text[scan.entries[(n - 1) * ENTRY_SIZE + 1] : scan.entries[n * ENTRY_SIZE]]
        for n in sample
        if n
    ]
    if not layouts:
        return default
    return EntryLayout(
        separator=_most_common(h.separator for h in layouts),
        equals=_most_common(h.equals for h in layouts),
        column=_most_common(h.column for h in layouts),
        quote=_most_common(h.quote for h in layouts),
        bare_numbers=_most_common(h.bare_numbers for h in layouts),
        ending=_most_common(h.ending for h in layouts),
        type_case=_most_common(h.type_case for h in layouts),
        name_case=_most_common(h.name_case for h in layouts),
        gap=_most_common((gap for gap in gaps if gap.isspace()), default.gap),
        newline=newline,
    )


def entry_layout(text: str, scan: ScanResult, number: int, default: EntryLayout) -> EntryLayout:
    """Return the layout of an entry, with the values of `default` for undefined ones."""
    offsets = scan.fields
    fields = [offsets[index : index + 4] for index in scan.field_offsets(number)]
    index = number * ENTRY_SIZE
    end, entry_type = (
        scan.entries[index + 1],
        text[scan.entries[index + 2] : scan.entries[index + 3]],
    )
    if not fields:
        return default
    previous_ends = [scan.entries[index + 5], *(field[3] for field in fields)]
    gaps = (
        text[previous_end : field[0]]
        for previous_end, field in zip(previous_ends, fields, strict=False)
    )
    separators = [gap for gap in gaps if SEPARATOR.fullmatch(gap)]
    values = [text[field[2] : field[3]] for field in fields]
    numbers = [value for value in values if value.strip('{"}').isdigit()]
    columns = {_column(text, field[2]) for field in fields}
    return EntryLayout(
        separator=_most_common(separators[1:] or separators, default.separator),
        equals=_most_common((text[field[1] : field[2]] for field in fields), default.equals),
        column=columns.pop() if _is_aligned(text, fields, len(columns)) else 0,
        quote=_most_common((value[0] for value in values if value[0] in '{"'), default.quote),
        bare_numbers=_most_common((value.isdigit() for value in numbers), default.bare_numbers),
        ending=text[fields[-1][3] : end],
        type_case=case_of(entry_type),
        name_case=_most_common(case_of(text[field[0] : field[1]]) for field in fields),
        gap=default.gap,
        newline=default.newline,
    )


def _column(text: str, position: int) -> int:
    line = text.rfind("\n", 0, position) + 1
    return position - max(line, text.rfind("\r", line, position) + 1)


def _is_aligned(text: str, fields: Iterable[Iterable[int]], columns: int) -> bool:
    """Whether values are in the same column although the lengths of their names differ."""
    ends = {_column(text, end) for _, end, _, _ in fields}
    return columns == 1 and len(ends) > 1


def case_of(word: str) -> str:
    """Return the case of a word: "lower", "upper" or "title"."""
    if word.isupper():
        return "upper"
    return "title" if word[:1].isupper() else "lower"


def to_case(word: str, case: str) -> str:
    """Return a word in a case."""
    return {"upper": word.upper(), "title": word[:1].upper() + word[1:]}.get(case, word)


def _most_common(values: Iterable[T], default: T | None = None) -> T:
    """Return the most frequent value (the first of several), or `default` if there is none."""
    counted = Counter(values).most_common(1)
    if not counted:
        assert default is not None  # omitted only if there is at least one value
        return default
    return counted[0][0]
