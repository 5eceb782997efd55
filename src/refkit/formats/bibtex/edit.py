"""Edits of a .bib text that keep every other character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refkit.data.bibtex import MONTH_MACROS
from refkit.errors import RefkitError
from refkit.formats.bibtex.database import Database, scan_in_dialect
from refkit.formats.bibtex.entry_layout import (
    EntryLayout,
    case_of,
    entry_layout,
    file_layout,
    to_case,
)
from refkit.formats.bibtex.grammar import NAME as FIELD_NAME
from refkit.formats.bibtex.resolve import fold
from refkit.formats.bibtex.scan import FIELD_SIZE, ScanResult, is_balanced, scan
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

KEY = lazy_pattern(r"""[^\s,{}()"#%\\~]+""")
NAME = lazy_pattern(FIELD_NAME)
# Fields whose value is a key or a comma-separated list of keys.
KEY_FIELDS = frozenset({"crossref", "xref", "xdata", "related", "ids", "entryset"})
KEY_FIELD_NAME = lazy_pattern("|".join(KEY_FIELDS), re.IGNORECASE)

STRING = lazy_pattern(r"@\s*string", re.IGNORECASE)


class EditError(RefkitError):
    """An edit that cannot be made; the text is not changed."""


class Document:
    """A .bib text that can be edited.

    An edit changes nothing else. Added text is indented, aligned, quoted and ended like the other fields of the
    entry, or else like most of the file.
    """

    def __init__(self, source: Source | str, dialect: str | None = None) -> None:
        text = source if isinstance(source, str) else source.text
        result, self.dialect = scan_in_dialect(text, dialect)
        self._layout = file_layout(text, result)
        bounds = [result.bounds(number) for number in range(len(result))]
        self._broken = {problem.entry for problem in result.problems}
        keys = [text[slice(*result.key_bounds(number))] for number in range(len(result))]
        self._entries = [
            EntryText(text[start:end], self.dialect, key)
            for (start, end), key in zip(bounds, keys, strict=True)
        ]
        ends = [0, *(end for _, end in bounds)]
        starts = [*(start for start, _ in bounds), len(text)]
        # text before the first entry, between entries and after the last
        self._gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
        for number in self._broken - {-1}:
            self._entries[number].broken = True

    @property
    def text(self) -> str:
        """The text with all edits."""
        parts = [self._gaps[0]]
        for entry, gap in zip(self._entries, self._gaps[1:], strict=True):
            parts += (entry.text, gap)
        return "".join(parts)

    @property
    def keys(self) -> list[str]:
        """The keys of the entries in file order."""
        return [entry.key for entry in self._entries]

    def set_field(self, key: str, name: str, value: str, *, raw: bool = False) -> None:
        """Set the value of a field, or add the field if the entry does not have it.

        `value` is TeX without delimiters; with `raw`, it is written unchanged (a macro, a `#` chain).
        """
        entry = self._entry(key)
        if not NAME.fullmatch(name):
            raise EditError(f"`{name}` cannot be a field name; use letters, digits, `-` and `_`")
        if raw:
            _check_raw(name, value)
        elif not is_balanced(value):
            raise EditError(f"the value of `{name}` has an unmatched brace; balance its braces")
        entry.set_field(name, value, raw, entry.layout(self._layout))

    def remove_field(self, key: str, name: str) -> None:
        """Remove all fields of that name from an entry."""
        entry = self._entry(key)
        if entry.find(name) is None:
            raise EditError(_no_field(key, name))
        while entry.find(name) is not None:
            entry.remove_field(name)

    def rename_field(self, key: str, old: str, new: str) -> None:
        """Rename a field of an entry."""
        entry = self._entry(key)
        if entry.find(old) is None:
            raise EditError(_no_field(key, old))
        if not NAME.fullmatch(new):
            raise EditError(f"`{new}` cannot be a field name; use letters, digits, `-` and `_`")
        if entry.find(new) is not None and old.lower() != new.lower():
            raise EditError(f"entry `{key}` has a field `{new}` already; remove it first")
        entry.rename_field(old, new, entry.layout(self._layout))

    def rename_key(self, old: str, new: str) -> int:
        """Rename an entry's key, also in fields that refer to it; return the number of replacements."""
        if not KEY.fullmatch(new):
            raise EditError(
                f"`{new}` cannot be a key; remove spaces, commas, braces, quotes, `#%~\\`"
            )
        self._entry(old)
        if self._comparable(new) != self._comparable(old) and any(
            self._comparable(k) == self._comparable(new) for k in self.keys
        ):
            raise EditError(f"there is an entry `{new}` already; choose another key")
        count = 0
        for entry in self._entries:
            if self._comparable(entry.key) == self._comparable(old):
                entry.set_key(new)
                count += 1
            if KEY_FIELD_NAME.search(entry.text):
                count += entry.rename_mentions(old, new, ignore_case=self.dialect == "bibtex")
        return count

    def add_entry(
        self,
        type: str,  # noqa: A002
        key: str,
        fields: Mapping[str, str],
        *,
        after: str | None = None,
    ) -> None:
        """Add an entry at the end, or after the entry `after`, with the layout of the others."""
        if not KEY.fullmatch(key):
            raise EditError(
                f"`{key}` cannot be a key; remove spaces, commas, braces, quotes, `#%~\\`"
            )
        if any(self._comparable(existing) == self._comparable(key) for existing in self.keys):
            raise EditError(f"there is an entry `{key}` already; choose another key")
        index = len(self._entries) if after is None else self._number(after) + 1
        layout = self._layout
        entry = EntryText(f"@{to_case(type, layout.type_case)}{{{key}}}", self.dialect, key)
        for name, value in fields.items():
            if not NAME.fullmatch(name) or not is_balanced(value):
                raise EditError(
                    f"the field `{name}` cannot be written; balance the braces of its value"
                )
            entry.set_field(name, value, False, layout)
        self._insert(index, entry)

    def remove_entry(self, key: str) -> None:
        """Remove an entry with its separating white space; comments next to it are kept."""
        self._pop(self._number(key))

    def move_entry(self, key: str, *, after: str | None) -> None:
        """Move an entry after another one, or to the start if `after` is None."""
        if after is not None and self._number(after) == self._number(key):
            raise EditError(f"entry `{key}` cannot follow itself; name another")
        if after is not None:
            self._number(after)
        entries, gaps, values = list(self._entries), list(self._gaps), self._values(key)
        entry = self._pop(self._number(key))
        self._insert(0 if after is None else self._number(after) + 1, entry)
        if self._values(key) != values:
            self._entries, self._gaps = entries, gaps
            raise EditError(
                f"entry `{key}` uses a macro that has another value there; move it less far"
            )

    def _values(self, key: str) -> list[str]:
        """Return the values of an entry's fields if they can depend on its position through macros."""
        if not any(STRING.search(gap) for gap in self._gaps):
            return []
        database = Database(Source(self.text), self.dialect)
        number = next(entry.number for entry in database.entries if entry.key == key)
        return [field.value for field in database.fields(number)]

    def _pop(self, index: int) -> EntryText:
        gap_before, gap_after = self._gaps[index], self._gaps[index + 1]
        is_last = index == len(self._entries) - 1
        if is_last and not gap_before.strip():
            new_gap = gap_after
        elif not gap_after.strip():
            new_gap = gap_before
        else:
            new_gap = gap_after if not gap_before.strip() and index else gap_before + gap_after
        self._gaps[index : index + 2] = [new_gap]
        return self._entries.pop(index)

    def _insert(self, index: int, entry: EntryText) -> None:
        gap, newline = self._gaps[index], self._layout.newline
        gap_before, gap_after = gap, self._layout.gap
        if index == len(self._entries):
            text_before = gap.rstrip("\r\n")
            gap_before = (text_before + self._layout.gap) if text_before or self._entries else ""
            gap_after = gap[len(text_before) :] or newline
        elif index > 0:
            lead = len(gap) - len(gap.lstrip("\r\n \t"))
            gap_before, gap_after = (
                (self._layout.gap, gap) if lead else (self._layout.gap, self._layout.gap + gap)
            )
        self._gaps[index : index + 1] = [gap_before, gap_after]
        self._entries.insert(index, entry)

    def _comparable(self, key: str) -> str:
        return key.lower() if self.dialect == "bibtex" else key

    def _number(self, key: str) -> int:
        for number, entry in enumerate(self._entries):
            if entry.key == key:
                return number
        raise EditError(f"there is no entry `{key}`; check the key")

    def _entry(self, key: str) -> EntryText:
        entry = self._entries[self._number(key)]
        if entry.broken:
            raise EditError(f"entry `{key}` is malformed; correct it in an editor first")
        return entry


class EntryText:
    """The text of an entry, which is scanned again after each change."""

    __slots__ = ("_dialect", "_scan", "broken", "key", "text")

    def __init__(self, text: str, dialect: str, key: str) -> None:
        self.text = text
        self.key = key
        self.broken = False
        self._dialect = dialect
        self._scan: ScanResult | None = None

    @property
    def scan(self) -> ScanResult:
        """The offsets of the parts of the current text."""
        if self._scan is None:
            self._scan = scan(self.text, self._dialect)
        return self._scan

    def set_key(self, key: str) -> None:
        """Replace the key."""
        self._replace(self.scan.entries[4], self.scan.entries[5], key)
        self.key = key

    def layout(self, default: EntryLayout) -> EntryLayout:
        """Return the layout of this entry."""
        return entry_layout(self.text, self.scan, 0, default)

    def fields(self) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
        """Yield each field's name in lower case and its offsets."""
        offsets = self.scan.fields
        for index in self.scan.field_offsets(0):
            yield self.text[offsets[index] : offsets[index + 1]].lower(), (
                offsets[index], offsets[index + 1], offsets[index + 2], offsets[index + 3],
            )  # fmt: skip

    def find(self, name: str) -> tuple[int, int, int, int] | None:
        """Return the offsets of the first field of that name, or None."""
        return next(
            (offsets for field_name, offsets in self.fields() if field_name == name.lower()), None
        )

    def set_field(self, name: str, value: str, raw: bool, layout: EntryLayout) -> None:
        """Replace a field's value, or add the field after the last one."""
        offsets = self.find(name)
        if offsets is not None:
            value_text = (
                value if raw else _delimit(name, value, self.text[offsets[2] : offsets[3]], layout)
            )
            self._replace(offsets[2], offsets[3], value_text)
            return
        value_text = value if raw else _delimit(name, value, "", layout)
        field_name = to_case(name, layout.name_case)
        field = field_name + _equals_text(layout, _indent(layout) + len(field_name)) + value_text
        *_, last_offsets = [
            (0, 0, 0, self.scan.entries[5]),
            *(offsets for _, offsets in self.fields()),
        ]
        if next(self.fields(), None) is None:
            self._replace(
                last_offsets[3],
                len(self.text),
                layout.separator + field + _ending(layout, self.text),
            )
        else:
            self._replace(last_offsets[3], last_offsets[3], layout.separator + field)

    def remove_field(self, name: str) -> None:
        """Remove the first field of that name with the separator before it."""
        previous_end = self.scan.entries[5]
        for field_name, offsets in self.fields():
            if field_name == name.lower():
                break
            previous_end = offsets[3]
        has_comment = self.text.find("%", previous_end, offsets[0]) >= 0
        if not has_comment:
            self._replace(previous_end, offsets[3], "")
            return
        after = re.compile(r"[ \t]*,?[ \t]*(?:\r\n|\n|\r)?[ \t]*").match(self.text, offsets[3])
        self._replace(offsets[0], after.end() if after else offsets[3], "")

    def rename_field(self, old: str, new: str, layout: EntryLayout) -> None:
        """Rename the first field of that name; aligned values stay aligned."""
        offsets = self.find(old)
        assert offsets is not None  # checked by the caller
        field_name = to_case(new, case_of(self.text[offsets[0] : offsets[1]]))
        if not layout.column:
            self._replace(offsets[0], offsets[1], field_name)
            return
        line = max(self.text.rfind("\n", 0, offsets[0]), self.text.rfind("\r", 0, offsets[0])) + 1
        equals = _equals_text(layout, offsets[0] - line + len(field_name))
        self._replace(offsets[0], offsets[2], field_name + equals)

    def rename_mentions(self, old: str, new: str, *, ignore_case: bool) -> int:
        """Replace the key `old` by `new` in fields that contain keys; return the number of replacements."""
        flags = re.IGNORECASE if ignore_case else 0
        mention = re.compile(rf'(?<=[\s,{{"]){re.escape(old)}(?=[\s,}}"])', flags)
        count = 0
        for name, offsets in reversed(list(self.fields())):
            if name in KEY_FIELDS:
                value = self.text[offsets[2] : offsets[3]]
                new_value, replaced = mention.subn(lambda _: new, value)
                if replaced:
                    self._replace(offsets[2], offsets[3], new_value)
                    count += replaced
        return count

    def _replace(self, start: int, end: int, text: str) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self._scan = None


def _delimit(name: str, value: str, old: str, layout: EntryLayout) -> str:
    """Return a value in the delimiters of the old one, or in the usual ones."""
    is_bare = old.isdigit() if old else layout.bare_numbers
    if value.isascii() and value.isdigit() and is_bare:
        return value
    if name.lower() == "month" and value.lower() in MONTH_MACROS:
        return value.lower()
    quote = old[0] if old and old[0] in '{"' else layout.quote
    if quote == '"' and is_quotable(value):
        return f'"{value}"'
    return f"{{{value}}}"


def is_quotable(value: str) -> bool:
    """Whether a value can be delimited by quotes: it has none outside of braces."""
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if char == '"' and depth == 0:
            return False
    return True


def _equals_text(layout: EntryLayout, column: int) -> str:
    """Return the text between a name that ends at `column` and its value."""
    if not layout.column:
        return layout.equals
    marks = layout.equals.strip(" \t")
    space = layout.column - column - len(marks)
    is_left_aligned = layout.equals.startswith(marks)
    after = len(layout.equals) - len(layout.equals.rstrip(" \t"))
    if is_left_aligned:
        return marks + " " * max(space, 1)
    return " " * max(space - after, 1) + marks + " " * after


def _indent(layout: EntryLayout) -> int:
    """Return the column at which a field starts on its own line."""
    line = re.split(r"[\r\n]", layout.separator)[-1]
    return len(line)


def _ending(layout: EntryLayout, text: str) -> str:
    """Return the text after the last field, with the delimiter that closes this entry."""
    close = text[-1:] if text[-1:] in ("}", ")") else "}"
    return (
        layout.ending[:-1] + close if layout.ending[-1:] in ("}", ")") else layout.newline + close
    )


def _check_raw(name: str, value: str) -> None:
    probe = scan(f"@x{{k, {name} = {value}}}")
    offsets = probe.fields
    if probe.problems or len(offsets) != FIELD_SIZE or fold(value) == "" or len(probe) != 1:
        raise EditError(
            f"`{value}` is not a value for `{name}`; write a macro, a number, or `{{...}}`"
        )


def _no_field(key: str, name: str) -> str:
    return f"entry `{key}` has no field `{name}`; check its name"
