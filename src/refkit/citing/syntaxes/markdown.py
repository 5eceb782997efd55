"""Markdown: notes are `[^cite-1]` with their text at the end; the list is in the `refs` div or below its heading."""

from __future__ import annotations

from refkit.citing.edits import Edit, end_of_line, start_of_next_line
from refkit.citing.syntaxes import DocumentNote, Syntax
from refkit.documents.citations._markdown_blocks import BlockReader
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.yaml_reading import YamlMap, YamlScalar, read_yaml

_NOTE = lazy_pattern(r"\[\^([^\]\s]{1,100}+)\](:?)|\^\[")
_CONTENT = lazy_pattern(
    r"[^\r\n]*+(?>(?:(?:\r\n?|\n)(?>(?:[ \t]*+(?:\r\n?|\n))*)[ \t]{2,}[^\r\n]*+)*)"
)
_SIGN = lazy_pattern(r"\\.|[\[\]]", 16)
_DIV = lazy_pattern(r":{3,}+(?![ \t]*+\{bibliography)|<div\b")
_DIRECTIVE = lazy_pattern(r"[`~:]{3,}+[ \t]*+\{(?:foot)?bibliography\}")
_LIST_SPACE = lazy_pattern(r"[ \t]*+\Z")
# Members of metadata that make Pandoc, Quarto or MyST cite.
_CITING = frozenset(("bibliography", "citation-style", "csl", "nocite", "references"))


def notes(text: str) -> list[DocumentNote]:
    """Return the notes of a document: those with a label that is used, and inline ones."""
    active = BlockReader(text, False).read().active
    places: dict[str, int] = {}
    contents: dict[str, Span] = {}
    inline: list[DocumentNote] = []
    for match in _NOTE.finditer(active):
        label = match[1]
        if label is None:
            end = _closing_bracket(active, match.end())
            inline.append(DocumentNote(match.start(), Span(match.end(), end)))
        elif match[2] and _begins_line(active, match.start()):
            content = _CONTENT.match(active, match.end())
            contents.setdefault(label, Span(match.end(), content.end() if content else match.end()))
        else:
            places.setdefault(label, match.start())
    labelled = (
        DocumentNote(place, contents[label]) for label, place in places.items() if label in contents
    )
    return sorted((*inline, *labelled), key=lambda note: note.place)


def _begins_line(text: str, position: int) -> bool:
    while position and text[position - 1] in " \t>":
        position -= 1
    return not position or text[position - 1] in "\r\n"


def _closing_bracket(text: str, position: int) -> int:
    """Return the offset of the bracket that closes the one before a position, or of the end of a long text."""
    depth, limit = 1, min(len(text), position + 20_000)
    for sign in _SIGN.finditer(text, position, limit):
        depth += {"[": 1, "]": -1}.get(sign[0], 0)
        if not depth:
            return sign.start()
    return limit


def labels(text: str) -> set[str]:
    """Return the labels of notes, in any place."""
    return {match[1] for match in _NOTE.finditer(text) if match[1]}


def mark(label: str, note: str, before: str) -> str:
    """Return the mark of a note."""
    return f"[^{label}]"


def definition(label: str, note: str) -> str:
    """Return the text of a note, as it is at the end of the document."""
    return f"[^{label}]: {note}\n"


def is_directive(text: str, span: Span) -> bool:
    """Whether a place is a div or a directive, which are for the list only."""
    return bool(_DIV.match(text, span.start) or _DIRECTIVE.match(text, span.start))


def list_edit(text: str, place: Span | None, written: str) -> Edit:
    """Return the edit that inserts a list: in a div, instead of a directive, below a heading or at the end."""
    if place is None:
        return Edit(Span(len(text), len(text)), f"\n{written}" if text else written)
    if _DIRECTIVE.match(text, place.start):
        return Edit(place, written.rstrip("\n"))
    if not _DIV.match(text, place.start):
        return _below_heading(text, place, written)
    start = start_of_next_line(text, place.start)
    first = "" if start > end_of_line(text, place.start) else "\n"
    return Edit(Span(start, start), f"{first}\n{written}\n")


def _below_heading(text: str, place: Span, written: str) -> Edit:
    start = start_of_next_line(text, place.end)
    line = text[start : end_of_line(text, start)].strip()
    if line and not line.strip("=-"):  # the underline of the heading
        start = start_of_next_line(text, start)
    first = "\n" if start and text[start - 1] not in "\r\n" else ""
    return Edit(Span(start, start), f"{first}\n{written}")


def tidy(text: str) -> list[Edit]:
    """Return edits that remove the reference lists and styles in the metadata, which are no longer needed."""
    edits: list[Edit] = []
    for span in metadata(text):
        for document in read_yaml(text[span.start : span.end]).documents:
            if isinstance(document, YamlMap) and not text.startswith("{", span.start):
                edits += _without_members(text, span, document)
    return edits


def _without_members(text: str, span: Span, document: YamlMap) -> list[Edit]:
    """Return edits that remove the lines of members that cite."""
    members = sorted(document.members.values(), key=lambda member: member.start)
    starts = [_line_start(text, span.start + member.start) for member in members]
    ends = [*starts[1:], _content_end(text, span)]
    return [
        Edit(Span(start, end), "")
        for member, start, end in zip(members, starts, ends, strict=True)
        if member.name in _CITING and start < end
    ]


def _content_end(text: str, span: Span) -> int:
    """Return the offset of the line that ends metadata, or of the end of its last line."""
    last = _line_start(text, span.end)
    return last if text[last : last + 3] in ("---", "...") else span.end


def _line_start(text: str, position: int) -> int:
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def metadata(text: str) -> list[Span]:
    """Return the spans of the metadata."""
    return BlockReader(text, False).read().metadata


def language(text: str) -> str:
    """Return the language that the metadata state."""
    for span in metadata(text):
        for document in read_yaml(text[span.start : span.end]).documents:
            stated = document.get("lang") if isinstance(document, YamlMap) else None
            if isinstance(stated, YamlScalar) and stated.text:
                return stated.text
    return ""


SYNTAX = Syntax(
    "markdown",
    notes,
    mark,
    definition,
    list_edit,
    labels,
    tidy,
    is_directive,
    metadata,
    language,
)
