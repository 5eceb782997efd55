"""The text of one entry, which can be edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from refkit.data.bibtex import MONTH_MACROS
from refkit.errors import RefkitError
from refkit.formats.bibtex.entry_layout import EntryLayout, case_of, entry_layout, to_case
from refkit.formats.bibtex.mentions import with_new_keys
from refkit.formats.bibtex.resolve import fold
from refkit.formats.bibtex.scan import FIELD_SIZE, ScanResult, scan


class EditError(RefkitError):
    """An edit that cannot be made; the text is not changed."""


_ANY_LAYOUT = EntryLayout()


class EntryText:
    """The text of an entry, which is scanned again after each change."""

    __slots__ = ("_dialect", "_scan", "key", "key_start", "text")

    def __init__(self, text: str, dialect: str, key: str, key_start: int) -> None:
        self.text = text
        self.key = key
        self.key_start = key_start
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
        self._replace(self.key_start, self.key_start + len(self.key), key)
        self.key = key

    def set_type(self, entry_type: str) -> None:
        """Replace the type, in the case of the old one."""
        start, end = self.scan.entries[2], self.scan.entries[3]
        new_type = to_case(entry_type, case_of(self.text[start:end]))
        self._replace(start, end, new_type)
        self.key_start += len(new_type) - (end - start)

    def replace_text(self, text: str) -> None:
        """Replace the whole text by that of an entry."""
        self._replace(0, len(self.text), text)
        self.key, self.key_start = text[slice(*self.scan.key_bounds(0))], self.scan.entries[4]

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

    def values(self) -> list[tuple[str, str]]:
        """Return each field's name in lower case and its value with delimiters."""
        return [(name, self.text[offsets[2] : offsets[3]]) for name, offsets in self.fields()]

    def find(self, name: str) -> tuple[int, int, int, int] | None:
        """Return the offsets of the field of that name, or None; of several, the one that the dialect reads."""
        fields = [offsets for field_name, offsets in self.fields() if field_name == name.lower()]
        number = -1 if self._dialect == "biblatex" else 0
        return fields[number] if fields else None

    def set_field(
        self, name: str, value: str, raw: bool, default: Callable[[], EntryLayout]
    ) -> None:
        """Replace a field's value, or add the field after the last one.

        `default` returns the layout of other entries. It is not called if the old value has delimiters.
        """
        offsets = self.find(name)
        if offsets is None:
            self._add_field(name, value, raw, self.layout(default()))
            return
        old = self.text[offsets[2] : offsets[3]]
        if not raw:
            layout = _ANY_LAYOUT if old[0] in '{"' else default()
            layout = layout if old[0] in '{"' or old.isdigit() else self.layout(layout)
            value = _delimit(name, value, old, layout)
        self._replace(offsets[2], offsets[3], value)

    def _add_field(self, name: str, value: str, raw: bool, layout: EntryLayout) -> None:
        field = _field_text(name, value if raw else _delimit(name, value, "", layout), layout)
        end = self.scan.entries[5]
        for _, offsets in self.fields():
            end = offsets[3]
        if end == self.scan.entries[5]:
            ending = _ending(layout, self.text[-1:])
            self._replace(end, len(self.text), layout.separator + field + ending)
        else:
            self._replace(end, end, layout.separator + field)

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
        """Rename the field of that name; aligned values stay aligned."""
        offsets = self.find(old)
        assert offsets is not None  # checked by the caller
        field_name = to_case(new, case_of(self.text[offsets[0] : offsets[1]]))
        if not layout.column:
            self._replace(offsets[0], offsets[1], field_name)
            return
        line = max(self.text.rfind("\n", 0, offsets[0]), self.text.rfind("\r", 0, offsets[0])) + 1
        equals = _equals_text(layout, offsets[0] - line + len(field_name))
        self._replace(offsets[0], offsets[2], field_name + equals)

    def rename_mentions(self, new_keys: Mapping[str, str], comparable: Callable[[str], str]) -> int:
        """Replace keys, given in comparable form, in fields that contain keys; return the number of replacements."""
        count = 0

        def new_key(key: str) -> str:
            nonlocal count
            new = new_keys.get(comparable(key))
            count += new is not None
            return key if new is None else new

        for name, offsets in reversed(list(self.fields())):
            before = count
            value = with_new_keys(name, self.text[offsets[2] : offsets[3]], new_key)
            if count > before:
                self._replace(offsets[2], offsets[3], value)
        return count

    def _replace(self, start: int, end: int, text: str) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self._scan = None


def new_entry_text(
    entry_type: str, key: str, fields: Mapping[str, str], dialect: str, layout: EntryLayout
) -> EntryText:
    """Return an entry with fields in TeX, in a layout."""
    head = f"@{to_case(entry_type, layout.type_case)}{{"
    values = (
        layout.separator + _field_text(name, _delimit(name, value, "", layout), layout)
        for name, value in fields.items()
    )
    ending = _ending(layout, "}") if fields else "}"
    return EntryText(f"{head}{key}{''.join(values)}{ending}", dialect, key, len(head))


def _field_text(name: str, value: str, layout: EntryLayout) -> str:
    """Return a field with its value in delimiters."""
    field_name = to_case(name, layout.name_case)
    return field_name + _equals_text(layout, _indent(layout) + len(field_name)) + value


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


def _ending(layout: EntryLayout, close: str) -> str:
    """Return the text after the last field, with the delimiter that closes this entry."""
    close = close if close in ("}", ")") else "}"
    return (
        layout.ending[:-1] + close if layout.ending[-1:] in ("}", ")") else layout.newline + close
    )


def check_raw(name: str, value: str) -> None:
    """Raise EditError if a value cannot be written unchanged."""
    probe = scan(f"@x{{k, {name} = {value}}}")
    offsets = probe.fields
    if probe.problems or len(offsets) != FIELD_SIZE or fold(value) == "" or len(probe) != 1:
        raise EditError(
            f"`{value}` is not a value for `{name}`; write a macro, a number, or `{{...}}`"
        )
