"""Call one rule, and add its code and name to its findings."""

from __future__ import annotations

from refkit.lint.rule import Finding, Rule
from refkit.model.source import Source, Span


def run_rule(rule: Rule, source: Source, key: str, place: Span, *visited: object) -> list[Finding]:
    """Return the findings of one rule at one place, with the code of the rule and the source of the place.

    If the rule raises an exception, its findings at that place are replaced by one that reports the failure.
    """
    try:
        found = list(rule.check(*visited))
    except Exception as error:
        found = [Finding(place, _failure(rule, error))]
    for finding in found:
        signed(finding, rule)
        finding.source = finding.source or source
        finding.key = finding.key or key
    return found


def signed(finding: Finding, rule: Rule) -> Finding:
    """Return the finding with its rule's code, name and severity."""
    finding.code = rule.code
    finding.name = rule.name
    finding.severity = rule.severity
    return finding


def _failure(rule: Rule, error: Exception) -> str:
    return (
        f"the rule `{rule.name}` failed ({type(error).__name__}: {error}); "
        f"this is a bug in refkit: please report it, and disable the rule with `--ignore {rule.code}`"
    )
