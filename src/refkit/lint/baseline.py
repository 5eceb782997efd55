"""A baseline accepts what is found today, so that only what is new is told.

It counts findings by cite key and rule, so that sorting or moving entries does not reopen them.
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
    """Return how many findings of which rule are accepted at which key."""
    try:
        text = read_source(path).text
    except UnreadableFile as error:
        raise BaselineError(
            f"cannot read the baseline `{path}`: {error.reason}; create one with `--write-baseline`"
        ) from error
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"the baseline `{path}` is not JSON: {error}") from error
    return _accepted(path, document)


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
    """Accept all findings, and return how many they are."""
    counts = Counter((finding.key or _place(finding), finding.code) for finding in findings)
    keys: dict[str, dict[str, int]] = {}
    for (key, code), count in sorted(counts.items()):
        keys.setdefault(key, {})[code] = count
    text = json.dumps({"version": VERSION, "accepted": keys}, indent=2, ensure_ascii=False) + "\n"
    write_output(path, text, OutputKind("a baseline", _is_baseline))
    return counts.total()


def not_accepted(findings: Sequence[Finding], accepted: Accepted) -> list[Finding]:
    """Return the findings beyond what the baseline accepts at each key."""
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
    """What stands for the key where a finding has none: the name of the file."""
    return os.path.basename(finding.file)
