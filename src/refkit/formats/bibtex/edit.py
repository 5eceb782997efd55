"""Change one thing in a .bib text and keep every other character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refkit.data.bibtex import MONTH_MACROS
from refkit.errors import RefkitError
from refkit.formats.bibtex.database import Database, scan_in_dialect
from refkit.formats.bibtex.grammar import NAME as FIELD_NAME
from refkit.formats.bibtex.habits import Habits, case_of, entry_habits, file_habits, in_case
from refkit.formats.bibtex.resolve import fold
from refkit.formats.bibtex.scan import FIELD_PLACES, Scan, balanced, scan
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

KEY = lazy_pattern(r"""[^\s,{}()"#%\\~]+""")
NAME = lazy_pattern(FIELD_NAME)
# fields whose value is a key, or keys with commas between
KEY_FIELDS = frozenset({"crossref", "xref", "xdata", "related", "ids", "entryset"})
MENTIONS_KEYS = lazy_pattern("|".join(KEY_FIELDS), re.IGNORECASE)

STRING = lazy_pattern(r"@\s*string", re.IGNORECASE)


class EditError(RefkitError):
    """An edit that cannot be made; the text is as it was."""


class Document:
    """A .bib text that can be changed in place.

    An edit touches what it names and nothing else; what it adds is indented, aligned, quoted and
    ended as the entry's other fields are, or else as most of the file is.
    """

    def __init__(self, source: Source | str, dialect: str | None = None) -> None:
        text = source if isinstance(source, str) else source.text
        found, self.dialect = scan_in_dialect(text, dialect)
        self._habits = file_habits(text, found)
        bounds = [found.bounds(number) for number in range(len(found))]
        self._broken = {problem.entry for problem in found.problems}
        keys = [text[slice(*found.key_bounds(number))] for number in range(len(found))]
        self._entries = [
            EntryText(text[start:end], self.dialect, key)
            for (start, end), key in zip(bounds, keys, strict=True)
        ]
        ends = [0, *(end for _, end in bounds)]
        starts = [*(start for start, _ in bounds), len(text)]
        # what stands before the first entry, between entries and after the last
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
        """Give a field of an entry a value, adding the field where there is none.

        `value` is TeX without delimiters; with `raw` it is written as it is (a macro, a `#` chain).
        """
        entry = self._entry(key)
        if not NAME.fullmatch(name):
            raise EditError(f"`{name}` cannot be a field name; use letters, digits, `-` and `_`")
        if raw:
            _check_raw(name, value)
        elif not balanced(value):
            raise EditError(
                f"the value of `{name}` has a brace without a partner; balance its braces"
            )
        entry.set_field(name, value, raw, entry.habits(self._habits))

    def remove_field(self, key: str, name: str) -> None:
        """Take a field out of an entry, every one of that name."""
        entry = self._entry(key)
        if entry.find(name) is None:
            raise EditError(_no_field(key, name))
        while entry.find(name) is not None:
            entry.remove_field(name)

    def rename_field(self, key: str, old: str, new: str) -> None:
        """Give a field another name."""
        entry = self._entry(key)
        if entry.find(old) is None:
            raise EditError(_no_field(key, old))
        if not NAME.fullmatch(new):
            raise EditError(f"`{new}` cannot be a field name; use letters, digits, `-` and `_`")
        if entry.find(new) is not None and old.lower() != new.lower():
            raise EditError(f"entry `{key}` has a field `{new}` already; remove it first")
        entry.rename_field(old, new, entry.habits(self._habits))

    def rename_key(self, old: str, new: str) -> int:
        """Give an entry another key, there and in every field that names it; return how many places."""
        if not KEY.fullmatch(new):
            raise EditError(
                f"`{new}` cannot be a key; leave out blanks, commas, braces, quotes, `#%~\\`"
            )
        self._entry(old)
        if self._same(new) != self._same(old) and any(
            self._same(k) == self._same(new) for k in self.keys
        ):
            raise EditError(f"there is an entry `{new}` already; choose another key")
        places = 0
        for entry in self._entries:
            if self._same(entry.key) == self._same(old):
                entry.set_key(new)
                places += 1
            if MENTIONS_KEYS.search(entry.text):
                places += entry.rename_mentions(old, new, ignore_case=self.dialect == "bibtex")
        return places

    def add_entry(
        self,
        type: str,  # noqa: A002
        key: str,
        fields: Mapping[str, str],
        *,
        after: str | None = None,
    ) -> None:
        """Add an entry at the end, or after the entry `after`, laid out as the others are."""
        if not KEY.fullmatch(key):
            raise EditError(
                f"`{key}` cannot be a key; leave out blanks, commas, braces, quotes, `#%~\\`"
            )
        if any(self._same(known) == self._same(key) for known in self.keys):
            raise EditError(f"there is an entry `{key}` already; choose another key")
        at = len(self._entries) if after is None else self._number(after) + 1
        habits = self._habits
        entry = EntryText(f"@{in_case(type, habits.type_case)}{{{key}}}", self.dialect, key)
        for name, value in fields.items():
            if not NAME.fullmatch(name) or not balanced(value):
                raise EditError(
                    f"the field `{name}` cannot be written; balance the braces of its value"
                )
            entry.set_field(name, value, False, habits)
        self._insert(at, entry)

    def remove_entry(self, key: str) -> None:
        """Take an entry out with the white space that set it apart; comments beside it stay."""
        self._take(self._number(key))

    def move_entry(self, key: str, *, after: str | None) -> None:
        """Put an entry after another, or with None before all others."""
        if after is not None and self._number(after) == self._number(key):
            raise EditError(f"entry `{key}` cannot stand after itself; name another")
        if after is not None:
            self._number(after)
        entries, gaps, values = list(self._entries), list(self._gaps), self._values(key)
        entry = self._take(self._number(key))
        self._insert(0 if after is None else self._number(after) + 1, entry)
        if self._values(key) != values:
            self._entries, self._gaps = entries, gaps
            raise EditError(
                f"entry `{key}` uses a macro that means something else there; move it less far"
            )

    def _values(self, key: str) -> list[str]:
        """Return what an entry's fields mean, if macros can make a difference to where it stands."""
        if not any(STRING.search(gap) for gap in self._gaps):
            return []
        database = Database(Source(self.text), self.dialect)
        number = next(entry.number for entry in database.entries if entry.key == key)
        return [field.value for field in database.fields(number)]

    def _take(self, at: int) -> EntryText:
        before, behind = self._gaps[at], self._gaps[at + 1]
        last = at == len(self._entries) - 1
        if last and not before.strip():
            joined = behind
        elif not behind.strip():
            joined = before
        else:
            joined = behind if not before.strip() and at else before + behind
        self._gaps[at : at + 2] = [joined]
        return self._entries.pop(at)

    def _insert(self, at: int, entry: EntryText) -> None:
        gap, newline = self._gaps[at], self._habits.newline
        before, behind = gap, self._habits.gap
        if at == len(self._entries):
            apart = gap.rstrip("\r\n")
            before = (apart + self._habits.gap) if apart or self._entries else ""
            behind = gap[len(apart) :] or newline
        elif at > 0:
            lead = len(gap) - len(gap.lstrip("\r\n \t"))
            before, behind = (
                (self._habits.gap, gap) if lead else (self._habits.gap, self._habits.gap + gap)
            )
        self._gaps[at : at + 1] = [before, behind]
        self._entries.insert(at, entry)

    def _same(self, key: str) -> str:
        return key.lower() if self.dialect == "bibtex" else key

    def _number(self, key: str) -> int:
        for number, entry in enumerate(self._entries):
            if entry.key == key:
                return number
        raise EditError(f"there is no entry `{key}`; check the key")

    def _entry(self, key: str) -> EntryText:
        entry = self._entries[self._number(key)]
        if entry.broken:
            raise EditError(f"entry `{key}` is not well-formed; mend it by hand first")
        return entry


class EntryText:
    """The text of one entry, read anew after each change."""

    __slots__ = ("_dialect", "_scan", "broken", "key", "text")

    def __init__(self, text: str, dialect: str, key: str) -> None:
        self.text = text
        self.key = key
        self.broken = False
        self._dialect = dialect
        self._scan: Scan | None = None

    @property
    def scan(self) -> Scan:
        """The places of the parts, as the text is now."""
        if self._scan is None:
            self._scan = scan(self.text, self._dialect)
        return self._scan

    def set_key(self, key: str) -> None:
        """Write another key."""
        self._replace(self.scan.entries[4], self.scan.entries[5], key)
        self.key = key

    def habits(self, usual: Habits) -> Habits:
        """Return how this entry is laid out."""
        return entry_habits(self.text, self.scan, 0, usual)

    def fields(self) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
        """Return each field's name in lower case and its places."""
        places = self.scan.fields
        for at in self.scan.field_places(0):
            yield self.text[places[at] : places[at + 1]].lower(), (
                places[at], places[at + 1], places[at + 2], places[at + 3],
            )  # fmt: skip

    def find(self, name: str) -> tuple[int, int, int, int] | None:
        """Return the places of the first field of that name."""
        return next((places for found, places in self.fields() if found == name.lower()), None)

    def set_field(self, name: str, value: str, raw: bool, habits: Habits) -> None:
        """Write a field's value, or the field after the last one."""
        places = self.find(name)
        if places is not None:
            written = (
                value if raw else _delimited(name, value, self.text[places[2] : places[3]], habits)
            )
            self._replace(places[2], places[3], written)
            return
        written = value if raw else _delimited(name, value, "", habits)
        shown = in_case(name, habits.name_case)
        field = shown + _equals(habits, _indent(habits) + len(shown)) + written
        *_, last = [(0, 0, 0, self.scan.entries[5]), *(places for _, places in self.fields())]
        if next(self.fields(), None) is None:
            self._replace(
                last[3], len(self.text), habits.separator + field + _ending(habits, self.text)
            )
        else:
            self._replace(last[3], last[3], habits.separator + field)

    def remove_field(self, name: str) -> None:
        """Take out the first field of that name with what sets it apart from the one before."""
        before = self.scan.entries[5]
        for found, places in self.fields():
            if found == name.lower():
                break
            before = places[3]
        comment = self.text.find("%", before, places[0]) >= 0
        if not comment:
            self._replace(before, places[3], "")
            return
        after = re.compile(r"[ \t]*,?[ \t]*(?:\r\n|\n|\r)?[ \t]*").match(self.text, places[3])
        self._replace(places[0], after.end() if after else places[3], "")

    def rename_field(self, old: str, new: str, habits: Habits) -> None:
        """Write another name for the first field of that name; aligned values stay aligned."""
        places = self.find(old)
        assert places is not None  # the caller has looked
        shown = in_case(new, case_of(self.text[places[0] : places[1]]))
        if not habits.column:
            self._replace(places[0], places[1], shown)
            return
        line = max(self.text.rfind("\n", 0, places[0]), self.text.rfind("\r", 0, places[0])) + 1
        equals = _equals(habits, places[0] - line + len(shown))
        self._replace(places[0], places[2], shown + equals)

    def rename_mentions(self, old: str, new: str, *, ignore_case: bool) -> int:
        """Write `new` for each `old` that a field names as a key; return how many."""
        flags = re.IGNORECASE if ignore_case else 0
        mention = re.compile(rf'(?<=[\s,{{"]){re.escape(old)}(?=[\s,}}"])', flags)
        count = 0
        for name, places in reversed(list(self.fields())):
            if name in KEY_FIELDS:
                value = self.text[places[2] : places[3]]
                written, found = mention.subn(lambda _: new, value)
                if found:
                    self._replace(places[2], places[3], written)
                    count += found
        return count

    def _replace(self, start: int, end: int, text: str) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self._scan = None


def _delimited(name: str, value: str, old: str, habits: Habits) -> str:
    """Return a value in the delimiters that stood there, or in the usual ones."""
    bare = old.isdigit() if old else habits.bare_numbers
    if value.isascii() and value.isdigit() and bare:
        return value
    if name.lower() == "month" and value.lower() in MONTH_MACROS:
        return value.lower()
    quote = old[0] if old and old[0] in '{"' else habits.quote
    if quote == '"' and quotable(value):
        return f'"{value}"'
    return f"{{{value}}}"


def quotable(value: str) -> bool:
    """Whether a value can stand in quotes: it has none outside of braces."""
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if char == '"' and depth == 0:
            return False
    return True


def _equals(habits: Habits, column: int) -> str:
    """Return what stands between a name that ends at `column` and its value."""
    if not habits.column:
        return habits.equals
    marks = habits.equals.strip(" \t")
    room = habits.column - column - len(marks)
    left = habits.equals.startswith(marks)
    after = len(habits.equals) - len(habits.equals.rstrip(" \t"))
    if left:
        return marks + " " * max(room, 1)
    return " " * max(room - after, 1) + marks + " " * after


def _indent(habits: Habits) -> int:
    """Return the column at which a field starts on its own line."""
    line = re.split(r"[\r\n]", habits.separator)[-1]
    return len(line)


def _ending(habits: Habits, text: str) -> str:
    """Return what follows the last field, with the mark that closes this entry."""
    close = text[-1:] if text[-1:] in ("}", ")") else "}"
    return (
        habits.ending[:-1] + close if habits.ending[-1:] in ("}", ")") else habits.newline + close
    )


def _check_raw(name: str, value: str) -> None:
    probe = scan(f"@x{{k, {name} = {value}}}")
    places = probe.fields
    if probe.problems or len(places) != FIELD_PLACES or fold(value) == "" or len(probe) != 1:
        raise EditError(
            f"`{value}` is no value for `{name}`; write a macro, a number, or `{{...}}`"
        )


def _no_field(key: str, name: str) -> str:
    return f"entry `{key}` has no field `{name}`; check its name"
