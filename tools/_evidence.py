"""Judgments of readers about the findings of rules: judged files, recorded figures and their presentation."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from refkit.lint.registry import all_rules

EVIDENCE = Path(__file__).parents[1] / "docs" / "evidence.json"
LOOK, COUNT = "look", "count"
LEAST_PRECISION = 0.9  # of a rule that is on by default
LEAST_READ = 20  # findings, or all if there are fewer


@dataclass(frozen=True, slots=True)
class Question:
    """A finding to be judged: is its message true of the entry? `firings` counts the findings it was drawn from.

    `marked` is the text of the finding, `related` contains other entries that the message names.
    """

    code: str
    half: str
    firings: int
    file: str
    line: int
    key: str
    message: str
    marked: str
    entry: str
    related: list[str]
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgment of a reader about the findings of a rule: how many were read, and how many are right."""

    read: int
    right: int
    firings: int
    half: str
    date: str

    @property
    def precision(self) -> float:
        """The fraction of right findings among those that were read."""
        return self.right / self.read


def score(paths: Iterable[str], date: str) -> dict[str, Judged]:
    """Return the figures of each rule in judged files. Raises ValueError for a finding that is not judged."""
    lines = [line for path in paths for line in Path(path).read_text("utf-8").split("\n") if line]
    questions = [Question(**json.loads(line)) for line in lines]
    unread = [f"{q.file}:{q.line} {q.code}" for q in questions if not isinstance(q.right, bool)]
    if unread:
        raise ValueError(f"{len(unread)} findings are not judged, the first is {unread[0]}")
    read = Counter((q.code, q.half, q.firings) for q in questions)
    if len({code for code, _, _ in read}) < len(read):
        raise ValueError("the findings of a rule are from different samples; score one of them")
    right = Counter(q.code for q in questions if q.right)
    return {
        code: Judged(number, right[code], firings, half, date)
        for (code, half, firings), number in sorted(read.items())
    }


def load_evidence(path: Path = EVIDENCE) -> dict[str, Judged]:
    """Return the recorded figures by code."""
    return {code: Judged(**row) for code, row in json.loads(path.read_text("utf-8")).items()}


def record(judged: Mapping[str, Judged], path: Path = EVIDENCE) -> None:
    """Add figures to the recorded ones. Raises ValueError for figures of the half to look at."""
    wrong = [code for code, figures in judged.items() if figures.half != COUNT]
    if wrong:
        raise ValueError(f"{', '.join(wrong)}: only the half to count on is evidence")
    rows = sorted({**load_evidence(path), **judged}.items())
    lines = ",\n".join(f"  {json.dumps(code)}: {json.dumps(asdict(row))}" for code, row in rows)
    path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def insufficient(judged: Mapping[str, Judged]) -> list[str]:
    """Return the codes of rules that are on by default without sufficient figures."""
    on = {rule.code for rule in all_rules() if rule.default and not rule.preview}
    return [
        code
        for code, row in judged.items()
        if code in on
        and (row.precision < LEAST_PRECISION or row.read < min(LEAST_READ, row.firings))
    ]


def markdown_table(judged: Mapping[str, Judged]) -> str:
    """Return the figures as a table in Markdown."""
    rules = {rule.code: rule for rule in all_rules()}
    lines = [
        "| rule | on by default | findings | read | right | % | date |",
        "|---|---|---|---|---|---|---|",
    ]
    for code, row in judged.items():
        rule = rules[code]
        on = "yes" if rule.default and not rule.preview else "no"
        lines.append(
            f"| {code} {rule.name} | {on} | {row.firings} | {row.read} | {row.right} "
            f"| {100 * row.precision:.0f} | {row.date} |"
        )
    return "\n".join(lines)


def sentence(figures: Judged) -> str:
    """Return the figures of a rule as a sentence for its page."""
    return (
        f"right in {figures.right} of {figures.read} findings read, of {figures.firings} in files "
        f"that its authors had not seen ({figures.date})."
    )
