"""Suppress all current findings: by comments in BibTeX files, and by a configuration in other files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from refkit.lint.fix import edited
from refkit.lint.rule import TEX_FORMATS, Edit, Finding
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.records import replace

REASON = "added by --add-ignore"


def with_suppressions(library: Library, source: Source, findings: Iterable[Finding]) -> Source:
    """Return a BibTeX source with a comment before each entry that has findings.

    Findings outside entries, and in entries without a key, are suppressed for the whole file.
    """
    entries = [entry for entry in library.entries if entry.source is source]
    codes: dict[int, set[str]] = {}
    whole_file: set[str] = set()
    for finding in findings:
        entry = _entry_of(finding, entries)
        found = codes.setdefault(entry.span.start, set()) if entry else whole_file
        found.add(finding.code)
    end = "\r\n" if "\r\n" in source.text else "\n"
    edits = [_comment(start, "ignore", found, end) for start, found in codes.items()]
    head = [_comment(0, "ignore-file", whole_file, end)] if whole_file else []
    text = edited(edited(source.text, edits), head)
    return replace(source, text=text)


def can_have_comments(source: Source) -> bool:
    """Whether suppressions can be written into a file."""
    return source.format in TEX_FORMATS and not source.derived


def per_file_ignores(found: Mapping[str, Sequence[Finding]]) -> str:
    """Return the table of a configuration that suppresses the findings of files, by their names."""
    lines = ["[per-file-ignores]"]
    for name, findings in found.items():
        codes = ", ".join(f'"{code}"' for code in sorted({finding.code for finding in findings}))
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'"{quoted}" = [{codes}]')
    return "\n".join(lines) + "\n"


def _entry_of(finding: Finding, entries: Sequence[Entry]) -> Entry | None:
    """Return the entry that contains a finding, or another entry with its key."""
    place = finding.span.start
    same = [entry for entry in entries if entry.key == finding.key and entry.key]
    inside = (entry for entry in same if entry.span.start <= place < entry.span.end)
    return next(inside, same[0] if same else None)


def _comment(place: int, word: str, codes: Iterable[str], end: str) -> Edit:
    text = f"% refkit: {word}[{', '.join(sorted(codes))}] {REASON}{end}"
    return Edit(Span(place, place), text)
