"""Habits: rules that report the same problem in many entries of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from refkit.lint.plan import Plan
from refkit.lint.rule import Finding
from refkit.records import dataclass, field

FEWEST = 10  # findings
FEWEST_INFOS = 2
LEAST = 0.4  # of the entries that the rule applies to; any fraction for infos

# The bits of the audiences that visit an entry or its fields, and of those that visit its item (`refkit.lint.plan`).
Heard = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """How many entries have the types and the fields, or the variables, of the rules."""

    _numbers: Counter[Heard] = field(default_factory=Counter)

    def add(self, heard: Iterable[Heard]) -> None:
        """Count some entries."""
        self._numbers.update(heard)

    def applicable(self, plan: Plan) -> dict[str, int]:
        """Return the number of entries that each rule on entries, fields or items applies to."""
        numbers: dict[str, int] = {}
        for place, audiences in enumerate((plan.on_entries, plan.on_items)):
            for audience in audiences:
                number = sum(n for bits, n in self._numbers.items() if bits[place] & audience.bit)
                numbers.update((rule.code, number) for rule in audience.rules)
        return numbers


def mark_frequent(found: Sequence[Finding], entries: int, plan: Plan, tally: Tally) -> None:
    """Add to the findings of each frequent rule the number of entries that the rule applies to."""
    counts = Counter(finding.code for finding in found)
    frequent = {code for code, number in counts.items() if number >= FEWEST_INFOS}
    if not frequent:
        return
    numbers = tally.applicable(plan)
    for finding in found:
        if finding.code in frequent:
            finding.entries = numbers.get(finding.code, entries)


def is_habit(findings: Sequence[Finding]) -> bool:
    """Whether the findings of one rule in one file are a habit rather than single problems."""
    first = findings[0]
    if first.severity == "info":
        return len(findings) >= FEWEST_INFOS and first.entries > 0
    return len(findings) >= FEWEST and len(entries_of(findings)) > LEAST * first.entries > 0


def entries_of(findings: Iterable[Finding]) -> set[str]:
    """Return the keys of the entries that the findings are in."""
    return {finding.key for finding in findings if finding.key}
