"""How a .bib file is laid out, so that what is added to it looks like what stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from refkit.formats.bibtex.scan import ENTRY_PLACES, Scan
from refkit.patterns import lazy_pattern

# the file's habits are taken from so many entries
SAMPLE = 200
T = TypeVar("T")
SEPARATOR = lazy_pattern(r"[ \t\r\n]*,[ \t\r\n]*")


@dataclass(slots=True, frozen=True)
class Habits:
    """What stands between the parts of an entry.

    `separator` stands before a field, comma included; `equals` between name and value; `column` is
    the column of all values where they are aligned, else 0; `ending` follows the last value.
    `type_case` and `name_case` are one of lower, upper, title; `gap` stands between entries.
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


def file_habits(text: str, scan: Scan) -> Habits:
    """Return what most entries of a file do."""
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    plain = Habits(
        separator=f",{newline}  ", ending=f",{newline}}}", gap=newline * 2, newline=newline
    )
    sample = range(0, len(scan), max(1, len(scan) // SAMPLE))
    each = [
        entry_habits(text, scan, number, plain) for number in sample if scan.field_places(number)
    ]
    gaps = [
        text[scan.entries[(n - 1) * ENTRY_PLACES + 1] : scan.entries[n * ENTRY_PLACES]]
        for n in sample
        if n
    ]
    if not each:
        return plain
    return Habits(
        separator=_most(h.separator for h in each),
        equals=_most(h.equals for h in each),
        column=_most(h.column for h in each),
        quote=_most(h.quote for h in each),
        bare_numbers=_most(h.bare_numbers for h in each),
        ending=_most(h.ending for h in each),
        type_case=_most(h.type_case for h in each),
        name_case=_most(h.name_case for h in each),
        gap=_most((gap for gap in gaps if gap.isspace()), plain.gap),
        newline=newline,
    )


def entry_habits(text: str, scan: Scan, number: int, usual: Habits) -> Habits:
    """Return what one entry does, and `usual` where it shows no habit."""
    places = scan.fields
    fields = [places[at : at + 4] for at in scan.field_places(number)]
    at = number * ENTRY_PLACES
    end, kind = scan.entries[at + 1], text[scan.entries[at + 2] : scan.entries[at + 3]]
    if not fields:
        return usual
    before = [scan.entries[at + 5], *(field[3] for field in fields)]
    gaps = (text[last : field[0]] for last, field in zip(before, fields, strict=False))
    separators = [gap for gap in gaps if SEPARATOR.fullmatch(gap)]
    values = [text[field[2] : field[3]] for field in fields]
    numbers = [value for value in values if value.strip('{"}').isdigit()]
    columns = {_column(text, field[2]) for field in fields}
    return Habits(
        separator=_most(separators[1:] or separators, usual.separator),
        equals=_most((text[field[1] : field[2]] for field in fields), usual.equals),
        column=columns.pop() if _aligned(text, fields, len(columns)) else 0,
        quote=_most((value[0] for value in values if value[0] in '{"'), usual.quote),
        bare_numbers=_most((value.isdigit() for value in numbers), usual.bare_numbers),
        ending=text[fields[-1][3] : end],
        type_case=case_of(kind),
        name_case=_most(case_of(text[field[0] : field[1]]) for field in fields),
        gap=usual.gap,
        newline=usual.newline,
    )


def _column(text: str, at: int) -> int:
    return at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) - 1


def _aligned(text: str, fields: Iterable[Iterable[int]], columns: int) -> bool:
    """Whether values stand in one column though their names are of different lengths."""
    ends = {_column(text, end) for _, end, _, _ in fields}
    return columns == 1 and len(ends) > 1


def case_of(word: str) -> str:
    """Return lower, upper or title, as a word is written."""
    if word.isupper():
        return "upper"
    return "title" if word[:1].isupper() else "lower"


def in_case(word: str, case: str) -> str:
    """Return a word in the case of a habit."""
    return {"upper": word.upper(), "title": word[:1].upper() + word[1:]}.get(case, word)


def _most(found: Iterable[T], usual: T | None = None) -> T:
    """Return the most frequent of what was found, the first of equals, or `usual` if there is none."""
    counted = Counter(found).most_common(1)
    if not counted:
        assert usual is not None  # only what always has one instance is asked without
        return usual
    return counted[0][0]
