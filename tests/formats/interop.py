"""Runner for the cases of other projects: `python -m tests.formats.interop [look|count]`.

It prints, for each pair of formats and for both halves of the cases, the values that are right and the mean per case:
all of them, and without those that are counted apart because they contradict a specification. With `look`, it also
lists the wrong values of that half, and with `apart`, those that are counted apart. The other half is for counting.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean
from typing import NamedTuple

from tests.formats.interop_apart import Reason, Value, reason_for
from tests.formats.interop_cases import Case, Record, cases, matches, written_cases

import refkit

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[3] / "shared" / "cases")
READ_PAIRS = {
    "bibtex -> csl": ("bibtex",),
    "biblatex -> csl": ("biblatex",),
    "zotero -> csl": ("zotero",),
    "pubmed-xml -> csl": ("pubmedxml",),
    "mods -> csl": ("mods",),
    "marcxml -> csl": ("marcxml",),
    "word-xml -> csl": ("msbib",),
}
# The format of the cases and refkit's name for it, and the dialect that is written.
WRITTEN_PAIRS = {
    "csl -> bibtex": ("csljson", "csl-json", "bibtex"),
    "csl -> biblatex": ("csljson", "csl-json", "biblatex"),
    "cff -> bibtex": ("cff", "cff", "bibtex"),
    "cff -> ris": ("cff", "cff", "ris"),
    "zotero -> bibtex": ("zotero", "zotero-json", "bibtex"),
    "zotero -> biblatex": ("zotero", "zotero-json", "biblatex"),
}
PAIRS = (*READ_PAIRS, *WRITTEN_PAIRS)
LEVELS = ("loose", "strict")


class Outcome(NamedTuple):
    """The result of a case: the number of its values, and those that are wrong with the reason to count one apart."""

    case: Case
    total: int
    wrong: list[tuple[Value, Reason | None]]

    @property
    def right(self) -> int:
        return self.total - len(self.wrong)

    @property
    def counted(self) -> int:
        """Return the number of values that are not counted apart."""
        return self.total - sum(reason is not None for _, reason in self.wrong)


def outcomes(pair: str, level: str, folder: Path = CASES / "interop") -> Iterator[Outcome]:
    """Yield the results of a pair of formats."""
    found_by_case = _read(pair, folder) if pair in READ_PAIRS else _written(pair, folder)
    for case, found in found_by_case:
        total, wrong = 0, []
        for expected, match in matches(case.expected, found, level == "loose"):
            total += len(expected)
            differing = (v for v in expected if match.get(v, "") != expected[v])
            values = (Value(v, expected[v], match.get(v, ""), match, case.text) for v in differing)
            wrong += [(value, reason_for(value)) for value in values]
        if total:
            yield Outcome(case, total, wrong)


def _read(pair: str, folder: Path) -> Iterator[tuple[Case, list[Record]]]:
    for case in cases(folder, READ_PAIRS[pair]):
        yield case, _records(case.text)


def _written(pair: str, folder: Path) -> Iterator[tuple[Case, list[Record]]]:
    """Yield the items that are read from the expected text, and from the text that is written."""
    source, source_format, dialect = WRITTEN_PAIRS[pair]
    for case, expected in written_cases(folder, source, dialect):
        text = refkit.dumps(list(refkit.loads(case.text, format=source_format)), dialect)
        yield case._replace(expected=_without_keys(_records(expected))), _records(text)


def _records(text: str) -> list[Record]:
    records = json.loads(refkit.dumps(list(refkit.loads(text)), "csl-json"))
    assert isinstance(records, list)
    return records


def _without_keys(records: Iterable[Record]) -> list[Record]:
    return [{**record, "id": ""} for record in records]


def rate(found: Iterable[Outcome], is_apart: bool) -> tuple[int, int, float]:
    """Return the right values, all values, and the mean fraction per case; with `is_apart`, without some values."""
    counts = [(one.right, one.counted if is_apart else one.total) for one in found]
    fractions = [right / total for right, total in counts if total]
    rights, totals = sum(right for right, _ in counts), sum(total for _, total in counts)
    return rights, totals, mean(fractions) if fractions else 0.0


def report(half: str = "", is_apart: bool = False) -> Iterator[str]:
    """Yield the lines of the report; the wrong values are those of one half, and of it those counted apart or not."""
    for pair in PAIRS:
        for level in LEVELS:
            found = list(outcomes(pair, level))
            for name in ("look", "count"):
                part = [one for one in found if one.case.half == name]
                if part:
                    yield _line(f"{pair:17} {level:6} {name:5}", part)
            for one in found:
                if one.case.half == half:
                    yield from _wrong_values(one, is_apart)
            reasons = Counter(r.name for one in found for _, r in one.wrong if r)
            yield "".join(f"    {count:4} {name}\n" for name, count in reasons.most_common())


def _line(label: str, part: list[Outcome]) -> str:
    rights, totals, fraction = rate(part, False)
    _, counted, apart_fraction = rate(part, True)
    every = f"{rights}/{totals} = {rights / totals:.1%}, mean per case {fraction:.1%}"
    rest = f"{rights}/{counted} = {rights / counted:.1%}, mean per case {apart_fraction:.1%}"
    return f"{label} {len(part):3} cases: {every}; without values counted apart {rest}"


def _wrong_values(outcome: Outcome, is_apart: bool) -> Iterator[str]:
    for value, reason in outcome.wrong:
        if (reason is not None) == is_apart:
            name = f" [{reason.name}]" if reason else ""
            yield f"    {outcome.case.name[:40]} {value.variable}: {value.expected!r}, found {value.found!r}{name}"


if __name__ == "__main__":
    for line in report("look" if "look" in sys.argv else "", "apart" in sys.argv):
        print(line)
