"""JUnit XML: one suite per file, one failed case per finding.

Source: https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from refkit.lint.report._text import escaped, message
from refkit.lint.report._view import PLAIN, View

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report


def render(report: Report, view: View = PLAIN) -> Iterator[str]:
    """Yield one `testsuites` element; a file without findings is a suite with one passed case."""
    found = len(report.findings)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="refkit" tests="{max(found, 1)}" failures="{found}" errors="0">\n'
    by_file: dict[str, list[Finding]] = {source.name: [] for source in report.sources}
    for finding in report.findings:
        by_file.setdefault(finding.file, []).append(finding)
    for name, findings in by_file.items():
        yield from _suite(name, findings)
    yield "</testsuites>\n"


def _suite(name: str, findings: list[Finding]) -> Iterator[str]:
    suite = quoteattr(escaped(name))
    tests = max(len(findings), 1)
    yield f'  <testsuite name={suite} tests="{tests}" failures="{len(findings)}" errors="0" skipped="0">\n'
    if not findings:
        yield f"    <testcase name={suite} classname={suite}/>\n"
    for finding in findings:
        yield from _case(finding, suite)
    yield "  </testsuite>\n"


def _case(finding: Finding, suite: str) -> Iterator[str]:
    case = quoteattr(escaped(f"{finding.code} {finding.key}".strip()))
    text = message(finding)
    place = f"line {finding.line}, column {finding.column}"
    yield f'    <testcase name={case} classname={suite} line="{finding.line}">\n'
    yield f"      <failure message={quoteattr(text)} type={quoteattr(finding.code)}>"
    yield f"{finding.severity}, {escape(place)}: {escape(text)}</failure>\n    </testcase>\n"
