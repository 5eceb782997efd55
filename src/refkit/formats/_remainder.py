"""What a writer has no place for: lines of the note, as Zotero reads them, and the losses that are reported."""

from __future__ import annotations

from refkit.data.bibtex_csl import OWN_MEMBERS
from refkit.formats._values import two_part_name
from refkit.model.date import Date
from refkit.model.dates import format_edtf
from refkit.model.item import Item
from refkit.model.loss import Loss
from refkit.model.name import Name
from refkit.records import dataclass, field


@dataclass(slots=True)
class Remainder:
    """The variables of an item that a format has no place for.

    `lines` are lines for the note: `{:original-title: Sel}`, which citeproc-js reads and refkit reads again, or without
    braces as in Zotero's Extra ("Citing Fields from Extra" in Zotero's documentation). `losses` are all values that
    were not written in a place of their own.
    """

    item: Item
    place: str = ""
    is_braced: bool = True
    lines: list[str] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)

    def put(self, variable: str, reason: str) -> None:
        """Add a variable to the note."""
        item = self.item
        if variable in item.names:
            for name in item.names[variable]:
                self._line(variable, _name_in_note(name), reason)
        elif variable in item.dates:
            date = item.dates[variable]
            self._line(variable, date_text(date), reason)
        else:
            self._line(variable, " ".join(item.text[variable].split()), reason)

    def put_type(self, reason: str) -> None:
        """Add the item type to the note."""
        self._line("type", self.item.type, reason)

    def put_custom(self, name: str, value: str, reason: str) -> None:
        """Add a field without a variable to the note, as Better BibTeX writes it.

        What refkit notes about items from .bib files for CSL-JSON is not in the files.
        """
        if name not in OWN_MEMBERS:
            self._line(name, " ".join(value.split()), reason, "tex.")

    def lose(self, name: str, value: str, reason: str, kept_in: str = "") -> None:
        """Report a value that is written nowhere, or not in a place of its own."""
        self.losses.append(Loss(self.item.id, name, value, reason, kept_in))

    def _line(self, variable: str, value: str, reason: str, prefix: str = "") -> None:
        is_braced = self.is_braced and not prefix and "{" not in value and "}" not in value
        line = f"{prefix}{variable}: {value}"
        self.lines.append(f"{{:{line}}}" if is_braced else line)
        self.lose(variable, value, reason, self.place)


def _name_in_note(name: Name) -> str:
    """name = family "||" [given] | organization"""
    if name.literal or name.others:
        return str(name)
    family, given = two_part_name(name)
    return f"{family} || {given}".rstrip()


def date_text(date: Date) -> str:
    """Return a date in ISO 8601 or EDTF, or in words if it has only these; an impossible one as it was written."""
    if date.problem and date.raw:
        return date.raw
    return format_edtf(date) or date.literal or date.raw
