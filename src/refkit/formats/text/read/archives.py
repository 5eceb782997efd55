"""Parse letters and papers in archives, whose location follows the title in clauses of several kinds."""

from __future__ import annotations

from refkit.data import archives
from refkit.formats.text.labelled import Segment
from refkit.formats.text.places import is_place
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.segments import SCANNED
from refkit.patterns import lazy_pattern

_SHELF = lazy_pattern(archives.CONTAINER_MARK)
_ON_SHELF = lazy_pattern(rf"{archives.ITEM_MARK}|\d")
_HOLDER = lazy_pattern(archives.ARCHIVE_NAME)
_PAPERS = lazy_pattern(archives.COLLECTION)
_CALL_NUMBER = lazy_pattern(
    r"(?=[^,;]*[A-Z/])[A-Z\d]{1,6}(?:[/. -][A-Z\d]{1,6}){0,3}[/ -]?\d[\w/.-]*\Z|[A-Z]{1,4}\d{1,3} \d+\Z"
)
_LETTER = lazy_pattern(archives.LETTER)
_TITLE_IN_NAME = lazy_pattern(rf"\.\s+(?P<title>{archives.LETTER})")
_CLAUSE = lazy_pattern(r"(?<=[\w)’”»\"])[.,;:]\s+")
_KEPT = frozenset(("date", "url", "doi", "accessed", "citation-number", "author"))
_PUBLISHED = frozenset(("doi", "isbn", "norm", "patent", "statute", "editor"))


def with_archive(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with the archive details joined into one: Box 9. Elm Papers. Ebb Record Office."""
    if not any(sign in text for sign in archives.ARCHIVE_SIGNS):
        return segments
    start = _where_it_lies(text[:SCANNED])
    if start < 0 or any(segment.label in _PUBLISHED for segment in segments):
        return segments
    out: list[Segment] = []
    for segment in _with_title(text, segments):
        if segment.end <= start or segment.label in _KEPT:
            out.append(segment)
        elif segment.start < start:
            out += [segment._replace(end=start), segment._replace(start=start, label="archive")]
        elif out and out[-1].label == "archive":
            out[-1] = out[-1]._replace(end=segment.end)
        else:
            out.append(segment._replace(label="archive"))
    return out


def _with_title(text: str, segments: list[Segment]) -> list[Segment]:
    """Return the segments with a letter or diary split from the author as the title: Roe, Ada. Diary."""
    found = _TITLE_IN_NAME.search(text[:SCANNED])
    author = next((one for one in segments if one.label == "author"), None)
    if found is None or author is None or not author.start < found.start() < author.end:
        return segments
    at = segments.index(author)
    title = author._replace(start=found.start("title"), label="title")
    return [*segments[:at], author._replace(end=found.start() + 1), title, *segments[at + 1 :]]


def _where_it_lies(text: str) -> int:
    """Return the start of the first clause that names a box, papers or an archive, or -1 if uncertain."""
    clauses = list(_clauses(text, 0, len(text)))
    kinds = [(start, _kind(text[start:end])) for start, end in clauses[1:]]
    told = {kind for _, kind in kinds}
    letter = _LETTER.search(text) is not None
    numbered = any(
        first == "archive" and _CALL_NUMBER.match(text[start:end])
        for (_, first), (start, end) in zip(kinds, clauses[2:], strict=False)
    )
    if not ("archive" in told and ("archive_location" in told or numbered or letter)) and not (
        {"archive_location", "archive_collection"} <= told
    ):
        return -1
    return next(start for start, kind in kinds if kind)


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    gaps = [found.span() for found in _CLAUSE.finditer(text, start, end)]
    return list(
        zip([start, *(gap[1] for gap in gaps)], [*(gap[0] for gap in gaps), end], strict=True)
    )


def _kind(clause: str) -> str:
    """Return the CSL variable for a clause, or "" if the clause does not describe an archive."""
    if _SHELF.match(clause):
        return "archive_location"
    if _HOLDER.search(clause):
        return "archive"
    named = clause[:1].isupper() and len(clause.split()) < 8
    return "archive_collection" if named and _PAPERS.search(clause) else ""


def read_archive(draft: Draft, segment: Segment) -> None:
    """archive = (shelf mark | papers | archive | place)*, separated by stops and commas"""
    draft.cues.add("is:manuscript")
    shelf: list[str] = []
    for start, end in _clauses(draft.text, segment.start, segment.end):
        clause, part = (
            draft.text[start:end].strip(" .,;:()[]"),
            segment._replace(start=start, end=end),
        )
        kind = _kind(clause)
        shelved = _CALL_NUMBER.match(clause) or (
            (shelf or draft.has("archive")) and _ON_SHELF.match(clause)
        )
        if kind == "archive_location" or shelved:
            shelf.append(clause)
            draft.note_place("archive_location", part)
        elif is_place(clause) and draft.has("archive"):
            draft.put("archive-place", clause, part)
        elif kind == "archive" and draft.has("archive"):
            draft.item.text["archive"] += f", {clause}"
        elif kind:
            draft.put(kind, clause, part)
        elif clause:
            draft.unread.append(part)
    if shelf:
        draft.item.text["archive_location"] = ", ".join(shelf)
