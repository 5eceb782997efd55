"""Cached findings: by file for unchanged files, and by entry for changed ones.

A record is valid for one state of the rules' code, the settings and the date. Records that cannot be read or
have a wrong signature are ignored.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from refkit import __version__
from refkit.formats.bibtex import dialect_of, macros_before
from refkit.lint.cache_store import prune, read_record, user_folder, write_record
from refkit.lint.habits import Heard
from refkit.lint.options import SEVERITIES
from refkit.lint.registry import fingerprint
from refkit.lint.rule import Edit, Finding, Fix, Safety
from refkit.lint.settings import Settings
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.records import dataclass, field

Record = dict[str, object]


def digest(*parts: bytes) -> str:
    """Return a short digest of some bytes."""
    import hashlib

    made = hashlib.blake2b(digest_size=12)
    for part in parts:
        made.update(b"%d:" % len(part))
        made.update(part)
    return made.hexdigest()


def environment(settings: Settings) -> str:
    """Return a digest of everything that findings depend on, apart from the file."""
    files = f"{_state(settings.retractions)} {_state(settings.style)}"
    said = f"{__version__} {fingerprint()} {settings!r} {settings.day()} {files}"
    return digest(said.encode("utf-8", "surrogatepass"))


def _state(path: str) -> str:
    """Return a string that changes when a file changes, or an empty string if there is no file."""
    try:
        status = os.stat(path)
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


@dataclass(slots=True)
class EntryMemory:
    """The cached findings of the entries of one file, by their text and the text before them.

    Entries that inherit are not cached, because their findings also depend on the text of others. The first value of
    an entry's rows is the index of its audiences in `audiences`, which many entries have in common.
    """

    old: dict[str, list[object]]
    audiences: list[Heard] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    new: dict[str, list[object]] = field(default_factory=dict)
    _indexes: dict[Heard, int] = field(default_factory=dict)

    def recall(self, entry: Entry) -> list[Finding] | None:
        """Return the findings recorded for an entry, or None if there are none or they are malformed."""
        name = self.names.get(id(entry), "")
        rows = self.old.get(name)
        if rows is None:
            return None
        try:
            self.audiences[_whole(rows[0])]
            found = [_finding(row, entry.source, entry.span.start) for row in rows[1:]]
        except _MALFORMED:
            return None
        self.new[name] = rows
        return found

    def heard(self, entry: Entry) -> Heard:
        """Return the bits of the audiences that visited a recalled entry."""
        return self.audiences[_whole(self.new[self.names[id(entry)]][0])]

    def remember(self, entry: Entry, findings: Sequence[Finding], heard: Heard) -> None:
        """Record the findings of an entry, and the audiences that visited it, if all findings are inside it."""
        name = self.names.get(id(entry))
        if name and all(_inside(finding, entry) for finding in findings):
            rows = [_row(finding, entry.span.start) for finding in findings]
            self.new[name] = [self._index(heard), *rows]

    def _index(self, heard: Heard) -> int:
        if not self._indexes:
            self._indexes.update((known, index) for index, known in enumerate(self.audiences))
        index = self._indexes.setdefault(heard, len(self.audiences))
        if index == len(self.audiences):
            self.audiences.append(heard)
        return index

    def name_entries(self, library: Library) -> None:
        """Give each entry a name made of its text and of all text before it that is not an entry.

        That text contains the @string definitions that the entry may use; those of earlier files are added. The
        dialect is that of the whole file: another entry can change it, and with it the requirements of the rules.
        Plain-text references get no name, because their cite keys and repeated authors depend on the others.
        """
        if any(source.format == "text" for source in library.sources):
            return
        before = f"{dialect_of(library)}{dict(macros_before(library)) or ''}".encode(
            "utf-8", "surrogatepass"
        )
        at = 0
        for entry in library.entries:
            text = entry.source.text
            between = text[at : entry.span.start].strip()
            if between:
                before = digest(before, between.encode("utf-8", "surrogatepass")).encode()
            at = entry.span.end
            own = text[entry.span.start : at]
            if not _inherits(own):
                self.names[id(entry)] = digest(before, own.encode("utf-8", "surrogatepass"))


_INHERITING = ("crossref", "xdata", "xref", "related", "entryset")
_MALFORMED = (TypeError, ValueError, KeyError, IndexError)


def _inherits(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _INHERITING)


def _inside(finding: Finding, entry: Entry) -> bool:
    spans = (
        [finding.span, *(edit.span for edit in finding.fix.edits)]
        if finding.fix
        else [finding.span]
    )
    return finding.source is entry.source and all(
        entry.span.start <= span.start and span.end <= entry.span.end for span in spans
    )


def _row(finding: Finding, origin: int) -> list[object]:
    fix = finding.fix
    fix_row = [fix.safety.value, fix.title, fix.allowed,
            [[e.span.start - origin, e.span.end - origin, e.text] for e in fix.edits]] if fix else None  # fmt: skip
    start, end = finding.span
    return [
        finding.code,
        finding.name,
        finding.key,
        start - origin,
        end - origin,
        finding.message,
        fix_row,
        finding.severity,
        finding.entries,
    ]


def _finding(row: object, source: Source, origin: int) -> Finding:
    """Return the finding of a row. Raises TypeError or ValueError if the row is malformed."""
    if not isinstance(row, list):
        raise TypeError(row)
    code, name, key, start, end, message, fix_row, severity, entries = row
    fix = None
    if fix_row:
        safety, title, allowed, edits = fix_row
        spans = tuple(Edit(Span(s + origin, e + origin), str(text)) for s, e, text in edits)
        fix = Fix(spans, Safety(safety), str(title), bool(allowed))
    if severity not in SEVERITIES:
        raise ValueError(severity)
    span = Span(start + origin, end + origin)
    return Finding(
        span, str(message), fix, source, str(code), str(name), str(key), severity, _whole(entries)
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _audiences(value: object) -> list[Heard]:
    """Return the audiences of a record, or none if they are malformed."""
    if not isinstance(value, list):
        return []
    try:
        return [(_whole(on_entry), _whole(on_item)) for on_entry, on_item in value]
    except _MALFORMED:
        return []


@dataclass(slots=True)
class FileCache:
    """The record of one file."""

    path: str
    environment: str
    record: Record = field(default_factory=dict)

    def load(self) -> None:
        """Read the record; records of another environment or with a wrong signature are ignored."""
        body = read_record(self.path)
        if body is None:
            return
        import json

        record = json.loads(body)
        if isinstance(record, dict) and record.get("environment") == self.environment:
            self.record = record

    @property
    def needs_others(self) -> bool:
        """Whether the recorded findings depend on other files, whose state the digest of the content includes."""
        return self.record.get("needs-others") is True

    def findings(self, content: str, sources: Sequence[Source]) -> list[Finding] | None:
        """Return the cached findings for content with this digest, or None."""
        rows = self.record.get("findings")
        if self.record.get("content") != content or not isinstance(rows, list):
            return None
        try:
            return [_finding(row[1], sources[row[0]], 0) for row in rows]
        except _MALFORMED:
            return None

    def memory_of(self, library: Library) -> EntryMemory:
        """Return the cached findings of the entries of the file from which the library was read."""
        entries = self.record.get("entries")
        known = entries if isinstance(entries, dict) else {}
        memory = EntryMemory(known, _audiences(self.record.get("audiences")))
        memory.name_entries(library)
        return memory

    def save(
        self,
        content: str,
        findings: Sequence[Finding],
        sources: Sequence[Source],
        memory: EntryMemory | None,
        needs_others: bool = False,
    ) -> None:
        """Write the record. If that fails, nothing is cached and no error is reported."""
        import json

        places = {id(source): at for at, source in enumerate(sources)}
        record = {
            "environment": self.environment,
            "content": content,
            "findings": [[places.get(id(f.source), 0), _row(f, 0)] for f in findings],
            "entries": memory.new if memory else {},
            "audiences": memory.audiences if memory else [],
            "needs-others": needs_others,
        }
        write_record(self.path, json.dumps(record, separators=(",", ":")).encode())
        prune(os.path.dirname(self.path))


def open_cache(folder: str, kind: str, names: Sequence[str], settings: Settings) -> FileCache:
    """Return the record of this kind for these files, loaded if it exists.

    Without a `folder` it is in the user's cache folder.
    """
    paths = "\n".join(os.path.abspath(name) for name in names)
    place = digest(paths.encode("utf-8", "surrogatepass"))
    path = os.path.join(folder or user_folder(), f"{kind}-{place}.record")
    found = FileCache(path, environment(settings))
    found.load()
    return found
