"""Baselines: accepted findings, so that only new ones are reported.

A baseline counts findings by cite key and rule, so it stays valid when entries are sorted or moved.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence

from refkit.errors import RefkitError, UnreadableFile
from refkit.files import read_source
from refkit.files.output import OutputKind, write_output
from refkit.lint.rule import Finding

VERSION = 1
Accepted = Counter[tuple[str, str]]


class BaselineError(RefkitError):
    """A baseline file that cannot be used."""


def read_baseline(path: str) -> Accepted:
    """Return the number of accepted findings by cite key and rule."""
    try:
        text = read_source(path).text
    except UnreadableFile as error:
        raise BaselineError(
            f"cannot read the baseline `{path}`: {error.reason}; create one with `--write-baseline`"
        ) from error
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        advice = "create one with `--write-baseline`"
        raise BaselineError(f"the baseline `{path}` {_fault(text, error)}; {advice}") from error
    return _accepted(path, document)


def _fault(text: str, error: ValueError | RecursionError) -> str:
    """Return why a text is not JSON, as the end of a sentence."""
    if not text.strip():
        return "is empty"
    if isinstance(error, json.JSONDecodeError):
        return f"is not JSON: there is an error in line {error.lineno}, column {error.colno}"
    if isinstance(error, RecursionError):
        return "is not JSON: its brackets are nested too deeply"
    return "is not JSON: a number is too long"


def _is_baseline(text: str) -> bool:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and document.keys() == {"version", "accepted"}


def _accepted(path: str, document: object) -> Accepted:
    keys = document.get("accepted") if isinstance(document, dict) else None
    version = document.get("version") if isinstance(document, dict) else None
    if not isinstance(keys, dict) or version != VERSION:
        raise BaselineError(
            f"`{path}` is not a baseline of this version; create one with `--write-baseline`"
        )
    accepted: Accepted = Counter()
    for key, rules in keys.items():
        for code, count in rules.items() if isinstance(rules, dict) else ():
            accepted[key, code] = count if isinstance(count, int) else 0
    return accepted


def write_baseline(path: str, findings: Iterable[Finding]) -> int:
    """Accept all findings and return their number."""
    counts = Counter((finding.key or _place(finding), finding.code) for finding in findings)
    keys: dict[str, dict[str, int]] = {}
    for (key, code), count in sorted(counts.items()):
        keys.setdefault(key, {})[code] = count
    text = json.dumps({"version": VERSION, "accepted": keys}, indent=2, ensure_ascii=False) + "\n"
    write_output(path, text, OutputKind("a baseline", _is_baseline))
    return counts.total()


def not_accepted(findings: Sequence[Finding], accepted: Accepted) -> list[Finding]:
    """Return the findings beyond the number that the baseline accepts for each key."""
    left = Counter(accepted)
    new = []
    for finding in findings:
        place = (finding.key or _place(finding), finding.code)
        if left[place] > 0:
            left[place] -= 1
        else:
            new.append(finding)
    return new


def _place(finding: Finding) -> str:
    """Return the key of a finding, or the name of its file if it has none."""
    return os.path.basename(finding.file)
