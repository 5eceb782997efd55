"""SARIF 2.1.0, which GitHub's code scanning reads.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from refkit import __version__
from refkit.lint.registry import all_rules
from refkit.lint.report._record import LEVELS, ends, json_pieces, path, with_fingerprints
from refkit.lint.report._text import message
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.rule import Finding, Rule
    from refkit.lint.run import Report
    from refkit.model.source import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one log with one run. Columns count characters, as everywhere in refkit."""
    codes = {finding.code for finding in report.findings}
    rules = [rule for rule in all_rules() if rule.code in codes]
    places = {rule.code: at for at, rule in enumerate(rules)}
    run: dict[str, object] = {
        "tool": {
            "driver": {
                "name": "refkit",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
    }
    return json_pieces(
        lambda found: {"$schema": SCHEMA, "version": "2.1.0", "runs": [{**run, "results": found}]},
        (_result(f, mark, places) for f, mark in with_fingerprints(report.findings)),
    )


def _invocation(report: Report) -> dict[str, object]:
    notes = [{"level": "error", "message": {"text": str(error)}} for error in report.errors]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _rule(rule: Rule) -> dict[str, object]:
    first, _, rest = rule.documentation.strip().partition("\n")
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": first},
        "fullDescription": {"text": rest.strip().partition("\n\n")[0] or first},
        "help": {"text": rule.documentation.strip(), "markdown": rule.documentation.strip()},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, fingerprint: str, places: dict[str, int]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": message(finding)},
        "locations": [{"physicalLocation": _place(finding)}],
        "partialFingerprints": {"refkitKeyAndRule/v1": fingerprint},
    }
    if finding.code in places:
        result["ruleIndex"] = places[finding.code]
    if finding.fix:
        result["fixes"] = [_fix(finding)]
    return result


def _place(finding: Finding) -> dict[str, object]:
    return {"artifactLocation": _artifact(finding), "region": _region(finding, finding.span)}


def _artifact(finding: Finding) -> dict[str, str]:
    return {"uri": quote(os.fsencode(path(finding)) or b"stdin", safe="/")}


def _region(finding: Finding, span: Span) -> dict[str, int]:
    start, end = ends(finding, span)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(finding: Finding) -> dict[str, object]:
    fix = finding.fix
    edits = fix.edits if fix else ()
    replacements = [
        {"deletedRegion": _region(finding, edit.span), "insertedContent": {"text": edit.text}}
        for edit in edits
    ]
    return {
        "description": {"text": fix.title if fix else ""},
        "artifactChanges": [{"artifactLocation": _artifact(finding), "replacements": replacements}],
    }
