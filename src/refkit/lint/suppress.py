"""Suppressions of findings: a comment before the entry, a field inside it, or the configuration."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from refkit.lint.rule import Finding, Rule, Suppression
from refkit.lint.settings import Settings
from refkit.model.entry import Entry
from refkit.model.library import Library
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

FIELD = "x-refkit"
# `% refkit: ignore[DAT201, PAG] reason`, up to the end of the line or of the @comment; in the field
# the same, or `DAT201: reason; PAG101: reason`.
_COMMENT = lazy_pattern(r"refkit:[ \t]*ignore(-file)?(?:\[([^\]\n]*)\])?([^\n}]*)", re.IGNORECASE)
_BRACKETS = lazy_pattern(r"\s*ignore\[([^\]]*)\](.*)", re.IGNORECASE | re.DOTALL)


def written_suppressions(library: Library) -> list[Suppression]:
    """Return the suppressions in the sources of a library."""
    found: list[Suppression] = []
    for source in library.sources:
        text = source.text
        if "refkit" in text or "Refkit" in text or "REFKIT" in text:
            entries = [e for e in library.entries if e.source is source]
            entries.sort(key=lambda e: e.span)
            found.extend(_in_comments(source, entries))
            found.extend(s for e in entries for s in _in_entry(source, e))
    return found


def _in_comments(source: Source, entries: Sequence[Entry]) -> Iterator[Suppression]:
    starts = [e.span.start for e in entries]
    for match in _COMMENT.finditer(source.text):
        whole_file, codes, reason = match.groups()
        after = bisect_right(starts, match.start())
        if after and match.start() < entries[after - 1].span.end:
            continue  # inside an entry it is a value; there a field says it
        key = entries[after].key if after < len(entries) else ""
        span = Span(match.start(), match.start() + len(match.group().rstrip()))
        if whole_file or key:
            yield Suppression(
                _codes(codes or ""), reason.strip(" \t:"), span, source, "" if whole_file else key
            )


def _in_entry(source: Source, entry: Entry) -> Iterator[Suppression]:
    start, end = entry.span
    if FIELD not in source.text[start:end].lower():
        return
    field = entry.get(FIELD)
    if field is None:
        return
    for part in filter(str.strip, field.value.split(";")):
        found = _BRACKETS.match(part)
        codes, colon, reason = (found[1], ":", found[2]) if found else part.partition(":")
        meant = _codes(codes) if colon else ()
        yield Suppression(meant, reason.strip(), field.span, source, entry.key)


def _codes(written: str) -> tuple[str, ...]:
    return tuple(written.replace(",", " ").split())


def configured_suppressions(library: Library, settings: Settings) -> list[Suppression]:
    """Return the suppressions of the configuration that name a key of this library."""
    return [
        Suppression(
            (suppression.rule,), suppression.reason, entry.key_span, entry.source, entry.key, True
        )
        for suppression in settings.ignores
        for entry in library.entries
        if fnmatchcase(entry.key, suppression.key)
    ]


def suppress(findings: Iterable[Finding], suppressions: Sequence[Suppression]) -> list[Finding]:
    """Return the findings without a suppression, and mark the suppressions that matched."""
    if not suppressions:
        return list(findings)
    by_entry: dict[tuple[int, str], list[Suppression]] = {}
    for suppression in suppressions:
        by_entry.setdefault((id(suppression.source), suppression.key), []).append(suppression)
    return [f for f in findings if not _kept_back(f, by_entry)]


def _kept_back(finding: Finding, by_entry: dict[tuple[int, str], list[Suppression]]) -> bool:
    places = ((id(finding.source), finding.key), (id(finding.source), ""))
    used = [
        suppression
        for place in places
        for suppression in by_entry.get(place, ())
        if any(_means(code, finding.code, finding.name) for code in suppression.codes)
    ]
    for suppression in used:
        suppression.used = True
    return bool(used)


def mark_idle(
    suppressions: Iterable[Suppression], rules: Sequence[Rule], ran: frozenset[str]
) -> None:
    """Mark the suppressions that matched no finding although the rules they name did run.

    `ran` are the codes of the rules that ran; a suppression of other rules may be needed in another run.
    """
    for suppression in suppressions:
        meant = {r.code for r in rules for c in suppression.codes if _means(c, r.code, r.name)}
        suppression.idle = not suppression.used and bool(meant) and meant <= ran


def _means(written: str, code: str, name: str) -> bool:
    upper = written.upper()
    return upper == "ALL" or code.startswith(upper) or written.lower() == name
