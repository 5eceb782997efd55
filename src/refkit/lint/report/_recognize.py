"""Recognize the reports that refkit writes."""

from __future__ import annotations

import re

from refkit.files.output import OutputKind
from refkit.patterns import lazy_pattern

# How each output format begins, also with `--statistics`, `--diff` and `--show-fixes`.
_REPORT = lazy_pattern(
    r"""\s*(?:\[\s*\]\s*\Z
    | \[\s*\{\s*"code":\s"[A-Z]{3}\d{3}"
    | \[\s*\{\s*"description":\s"[A-Z]{3}\d{3}:
    | \{"code":\s"[A-Z]{3}\d{3}"
    | \{\s*"\$schema":\s"https://json\.schemastore\.org/sarif
    | \{\s*"source":\s\{\s*"name":\s"refkit"
    | <\?xml[^>]*>\s*<testsuites\sname="refkit"
    | ::(?:error|warning|notice)\stitle=refkit\b
    | \#\#\#\s`[^\n]*`\n\n\|\sline\s\|
    | [^\n]+:\n\s\s\s*\d+:\d+\s[A-Z]{3}\d{3}\s
    | (?:No\sproblems\sin|Found)\s\d
    | (?:fixed\s)?[^\n]+:\d+:\d+:\s[A-Z]{3}\d{3}\s
    | \d+\s[A-Z]{3}\d{3}\s
    | ---\s[^\n]*\n\+\+\+\s)""",
    re.VERBOSE,
)
REPORT = OutputKind("a report", lambda text: _REPORT.match(text) is not None)
