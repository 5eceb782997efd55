"""Habits: rules that report the same problem in many entries of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from refkit.formats.bibtex import field_names
from refkit.lint.rule import TEX_FORMATS, Finding, Rule
from refkit.model.item import Item
from refkit.model.library import Library

FEWEST = 10  # findings
FEWEST_INFOS = 2
LEAST = 0.4  # of the entries that the rule applies to; any fraction for infos


def mark_frequent(found: Sequence[Finding], library: Library, rules: Iterable[Rule]) -> None:
    """Add to the findings of each frequent rule the number of entries that the rule applies to."""
    counts = Counter(finding.code for finding in found)
    frequent = [rule for rule in rules if counts[rule.code] >= FEWEST_INFOS]
    if not frequent:
        return
    fields = _field_counts(library) if any(rule.fields for rule in frequent) else Counter()
    numbers = {rule.code: _applicable(rule, library, fields) for rule in frequent}
    for finding in found:
        finding.entries = numbers.get(finding.code, 0)


def is_habit(findings: Sequence[Finding]) -> bool:
    """Whether the findings of one rule in one file are a habit rather than single problems."""
    first = findings[0]
    if first.severity == "info":
        return len(findings) >= FEWEST_INFOS and first.entries > 0
    return len(findings) >= FEWEST and len(entries_of(findings)) > LEAST * first.entries > 0


def entries_of(findings: Iterable[Finding]) -> set[str]:
    """Return the keys of the entries that the findings are in."""
    return {finding.key for finding in findings if finding.key}


def _field_counts(library: Library) -> Counter[str]:
    """Return how often each field name occurs; empty if a source is not BibTeX."""
    if any(source.format not in TEX_FORMATS for source in library.sources):
        return Counter()
    return Counter(field_names(library))


def _applicable(rule: Rule, library: Library, fields: Counter[str]) -> int:
    """Return the number of entries that have a type and a field of a rule.

    Of a rule over items, which names types and variables of CSL, only variables are known that a field is named after.
    """
    entries = library.entries
    of_entries = rule.visits is not Item
    typed = rule.types and of_entries
    number = sum(entry.type in rule.types for entry in entries) if typed else len(entries)
    with_fields = sum(fields[name.lower()] for name in rule.fields)
    is_known = bool(fields and rule.fields) and (of_entries or with_fields > 0)
    return min(number, with_fields) if is_known else number
