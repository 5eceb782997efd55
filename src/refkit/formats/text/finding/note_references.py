"""The references in the notes of a document, with the short forms that refer to them."""

from __future__ import annotations

from collections.abc import Iterable

from refkit.formats.text.finding.note_parts import NotePart, parts_of
from refkit.formats.text.finding.notes import Note
from refkit.formats.text.finding.repeated import resolved
from refkit.formats.text.finding.short_forms import Cited, referent
from refkit.formats.text.listing import Listing, Mention, Reference, Unread
from refkit.records import dataclass, field

_SHOWN = 60


@dataclass(slots=True)
class _Collected:
    """References, mentions and faults in the order of the notes."""

    references: list[Reference] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    faults: list[Unread] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    latest: int | None = None  # what "Ebd." means

    def add(self, part: NotePart, number: int) -> None:
        """Add a part of the note with a number."""
        if part.kind == "reference":
            self.add_reference(part, number)
        elif part.kind == "same":
            self.mention(part, self.latest)
        elif part.kind == "short":
            self.latest = referent(part.excerpt.text, self.cited)
            self.mention(part, self.latest)
        elif part.kind == "personal":
            self.fault(part, "is a personal communication, which is not in reference lists")

    def add_reference(self, part: NotePart, number: int) -> None:
        """Add a full reference, unless an earlier note contains the same."""
        same = next((one for one in self.cited if one.text == part.excerpt.text), None)
        if same is None:
            before = self.references[-1].excerpt.text if self.references else ""
            excerpt, author = resolved(part.excerpt, before)
            same = Cited(excerpt.text, len(self.references), number)
            self.references.append(Reference(excerpt, str(number), author))
        self.cited.append(Cited(same.text, same.index, number))
        self.latest = same.index
        if part.locator:
            self.mention(part, same.index)

    def mention(self, part: NotePart, index: int | None) -> None:
        """Record that a part of a note refers to a reference, or that none was found."""
        span = part.excerpt.span(0, len(part.excerpt.text))
        if index is not None:
            self.mentions.append(Mention(span, index, part.locator))
        else:
            self.fault(part, "refers to no reference of an earlier note; write it in full")

    def fault(self, part: NotePart, problem: str) -> None:
        """Report a part of a note that is not a reference."""
        text = part.excerpt.text
        shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        self.faults.append(Unread(part.excerpt.span(0, len(text)), f"skipped: `{shown}` {problem}"))


def note_references(notes: Iterable[Note]) -> Listing:
    """Return the references of some notes; what refers to them is in `mentions`."""
    collected = _Collected()
    for note in notes:
        for part in parts_of(note.excerpt):
            collected.add(part, note.number)
    if not collected.references:
        return Listing()
    return Listing(tuple(collected.references), tuple(collected.faults), tuple(collected.mentions))


def has_note_words(notes: Iterable[Note]) -> bool:
    """Whether numbered references are notes: one is introduced, or refers back to another."""
    return any(
        part.kind in ("same", "short") or part.introduced
        for note in notes
        for part in parts_of(note.excerpt)
    )
