"""Run the rules over a library."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from refkit.lint.call import run_rule
from refkit.lint.carets import without_delimiters
from refkit.lint.entries import Memory, in_entries
from refkit.lint.habits import Tally, mark_frequent
from refkit.lint.plan import Plan, plan_for
from refkit.lint.registry import all_rules
from refkit.lint.rule import TEX_FORMATS, Context, Finding, Fix, Rule, Suppression, by_position
from refkit.lint.settings import Settings, ignored_in, selects, severity_of
from refkit.lint.suppress import (
    configured_suppressions,
    mark_idle,
    suppress,
    written_suppressions,
)
from refkit.lint.sweep import swept
from refkit.model.entry import Entry
from refkit.model.library import Library, merged
from refkit.model.source import Source, Span
from refkit.records import replace


def check(library: Library, settings: Settings | None = None) -> list[Finding]:
    """Return the findings of the rules in a library, by file and position.

    All rules run, including those that compare the sources of the library. Raises UnknownChoice for a selector
    without a rule.
    """
    asked = settings or Settings()
    found = [*check_file(library, asked), *check_across([library], asked)]
    return sorted(found, key=by_position)


def check_file(library: Library, settings: Settings, memory: Memory | None = None) -> list[Finding]:
    """Return the findings of the rules that check one file at a time."""
    plan = plan_for(settings)
    context = _context(library, settings)
    tally = Tally()
    found = [
        *map(_at_tex, _in_faults(library, plan, context, settings.min_confidence)),
        *map(_at_value, in_entries(library, plan, context, memory, tally)),
        *map(_at_value, _in_library(plan.on_library(across=False), swept(library), context)),
    ]
    suppressions = [*written_suppressions(library), *configured_suppressions(library, settings)]
    kept = suppress(_keyed(found, library), suppressions)
    if suppressions:
        mark_idle(suppressions, all_rules(), frozenset(r.code for r in plan.rules if not r.across))
        kept.extend(suppress(list(_in_suppressions(suppressions, plan, context)), suppressions))
    mark_frequent(kept, len(library.entries), plan, tally)
    return _listed(kept, settings)


def check_across(libraries: Sequence[Library], settings: Settings) -> list[Finding]:
    """Return the findings of the rules that compare all files of a run."""
    rules = plan_for(settings).on_library(across=True)
    if not rules:
        return []
    library = merged(libraries)
    found = [*map(_at_value, _in_library(rules, swept(library), _context(library, settings)))]
    suppressions = [*written_suppressions(library), *configured_suppressions(library, settings)]
    return _listed(suppress(_keyed(found, library), suppressions), settings)


def _at_value(finding: Finding) -> Finding:
    """Return a finding, which points at a whole value without its delimiters."""
    if finding.source:
        finding.span = without_delimiters(finding.span, finding.source)
    return finding


def _at_tex(finding: Finding) -> Finding:
    """Return a reading error; in other formats than BibTeX, other commands report the same position as the reader."""
    in_tex = finding.source is not None and finding.source.format in TEX_FORMATS
    return _at_value(finding) if in_tex else finding


def _listed(found: Sequence[Finding], settings: Settings) -> list[Finding]:
    """Return the findings that the settings select for a file, in order and with their severity.

    Only BibTeX files keep their fixes, if the encoding of the file has the characters.
    """
    for finding in found:
        if finding.fix and finding.source:
            finding.fix = _usable(finding.fix, finding, settings)
        if settings.severity:
            finding.severity = severity_of(settings, finding)
    allowed = (f for f in found if not ignored_in(settings, f.file, f.code))
    return sorted(allowed, key=by_position)


def _usable(fix: Fix, finding: Finding, settings: Settings) -> Fix | None:
    """Return the fix of a finding, if it can be written and the settings do not forbid it."""
    source = finding.source or Source("")
    if not _can_be_written(fix, source) or selects(settings.unfixable, finding.code):
        return None
    if selects(settings.extend_safe_fixes, finding.code):
        return replace(fix, allowed=True)
    return fix


def _can_be_written(fix: Fix, source: Source) -> bool:
    if source.format not in TEX_FORMATS:
        return False
    try:
        "".join(edit.text for edit in fix.edits).encode(source.encoding, source.errors)
    except UnicodeEncodeError:
        return False
    return True


def _context(library: Library, settings: Settings) -> Context:
    from refkit.formats.bibtex import dialect_of

    retractions = None
    if settings.retractions:
        from refkit.lint.retractions import read_retractions

        retractions = read_retractions(settings.retractions)
    return Context(
        library,
        settings.day(),
        settings.dialect,
        settings.document_date,
        settings.style,
        retractions,
        dialect_of(library),
        dict(settings.prints),
        settings.losses,
    )


def _in_faults(
    library: Library, plan: Plan, context: Context, min_confidence: float
) -> Iterator[Finding]:
    from refkit.formats.bibtex import text_faults

    faults = text_faults(library)
    if any(source.encoding != "utf-8" for source in library.sources):
        from refkit.formats._encoding import wide_encoding_faults

        faults = [*wide_encoding_faults(library), *faults]
    if min_confidence and plan.on_fault("doubtful-field"):
        from refkit.formats.text.doubt import doubtful

        faults = [*faults, *doubtful(library, min_confidence)]
    for fault in faults:
        for rule in plan.on_fault(fault.kind):
            yield from run_rule(rule, fault.source, "", fault.span, fault, context)


def _in_library(rules: Iterable[Rule], library: Library, context: Context) -> Iterator[Finding]:
    first = library.sources[0] if library.sources else Source("")
    formats = {source.format for source in library.sources}
    for rule in rules:
        if not rule.formats or rule.formats & formats:
            yield from run_rule(rule, first, "", Span(0, 0), library, context)


def _in_suppressions(
    suppressions: Iterable[Suppression], plan: Plan, context: Context
) -> Iterator[Finding]:
    rules = [rule for rule in plan.rules if rule.visits is Suppression]
    for suppression in suppressions:
        for rule in rules:
            yield from run_rule(
                rule, suppression.source, suppression.key, suppression.span, suppression, context
            )


def _keyed(found: list[Finding], library: Library) -> list[Finding]:
    """Add the key of the surrounding entry to findings without a key."""
    without = [f for f in found if not f.key]
    if without:
        places = {s: sorted((e for e in library.entries if e.source is s), key=_place)
                  for s in {f.source for f in without if f.source}}  # fmt: skip
        for finding in without:
            finding.key = _key_at(finding, places.get(finding.source or Source(""), []))
    return found


def _place(entry: Entry) -> tuple[int, int, str]:
    return (*entry.span, entry.key)


def _key_at(finding: Finding, entries: list[Entry]) -> str:
    """Return the key of the entry at a position, or of a broken entry directly before it."""
    at = finding.span.start
    before = bisect_right(entries, at, key=lambda entry: entry.span.start) - 1
    if before < 0 or finding.source is None:
        return ""
    entry = entries[before]
    return "" if finding.source.text[entry.span.end : at].strip() else entry.key
