"""Run a folder of CSL test-suite fixtures: `python tests/csl/suite.py DIR [--json OUT] [-k GLOB] [-v]`.

A fixture has a MODE (citation or bibliography), a style, items and an expected RESULT. It also has CITATION-ITEMS
(lists of cites, each rendered separately), CITATIONS (a document that is written citation by citation), or neither (one
citation of all items in the order of the bibliography).
"""

from __future__ import annotations

import argparse
import fnmatch
import json
import re
import signal
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parents[2] / "src"))

from refkit.csl import Cite, Cluster, Position, Processor, Style

SECONDS = 10
SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>(.*?)<<=+ \1 =+<<", re.DOTALL)
POSITIONS = (
    Position.FIRST,
    Position.SUBSEQUENT,
    Position.IBID,
    Position.IBID_WITH_LOCATOR,
)

Record = Mapping[str, object]


@dataclass(slots=True, frozen=True)
class Fixture:
    """One parsed test case of the suite."""

    name: str
    mode: str
    style: str
    items: list[Record]
    expected: str
    lists: list[list[Record]] | None
    document: list[list[object]] | None


@dataclass(slots=True, frozen=True)
class Outcome:
    """The result of one fixture."""

    name: str
    passed: bool
    output: str
    expected: str
    error: str


def read_fixture(path: Path) -> Fixture:
    """Read a fixture's sections; a missing optional one is None."""
    text = path.read_text(encoding="utf-8-sig")
    part = {name: body.strip() for name, body in SECTION.findall(text)}
    return Fixture(
        path.stem,
        part["MODE"],
        part["CSL"],
        json.loads(part["INPUT"]),
        part["RESULT"],
        json.loads(part["CITATION-ITEMS"]) if "CITATION-ITEMS" in part else None,
        json.loads(part["CITATIONS"]) if "CITATIONS" in part else None,
    )


def cite_of(record: Record) -> Cite:
    """Return a cite of the suite, which uses CSL-JSON's names and numbers for positions."""

    def text(key: str) -> str:
        value = record.get(key)
        return "" if value is None else str(value)

    position = record.get("position")
    return Cite(
        str(record["id"]),
        locator=text("locator"),
        label=text("label"),
        prefix=text("prefix"),
        suffix=text("suffix"),
        suppress_author=bool(record.get("suppress-author")),
        author_only=bool(record.get("author-only")),
        position=POSITIONS[int(str(position))] if position is not None else None,
        near_note=bool(record.get("near-note")),
        first_note=int(text("first-reference-note-number") or 0) or None,
    )


def run(fixture: Fixture) -> str:
    """Return the processor's output for a fixture, in the suite's form."""
    processor = Processor(Style.parse(fixture.style), fixture.items, output="html")
    if fixture.document is not None:
        lines = write_document(processor, fixture.document)
        return processor.bibliography().text if fixture.mode == "bibliography" else lines
    processor.nocite(str(item.get("id", "")) for item in fixture.items)
    if fixture.mode == "bibliography":
        return processor.bibliography().text
    lists = fixture.lists
    if lists is None:
        lists = [[{"id": id_} for id_ in processor.ids]]
    return "\n".join(processor.preview(Cluster([cite_of(c) for c in cites])) for cites in lists)


def write_document(processor: Processor, steps: Sequence[list[object]]) -> str:
    """Replay a document's edits; mark the citations that the last edit changed."""
    known: dict[str, list[Cite]] = {}
    citations: list[str] = []
    changed: set[int] = set()
    for step in steps:
        citation, before, after = step
        assert isinstance(citation, dict)
        name = str(citation.get("citationID", "only"))
        known[name] = [cite_of(record) for record in citation["citationItems"]]
        note = citation.get("properties", {}).get("noteIndex", 0)
        order = [*pairs(before), (name, note), *pairs(after)]
        processor.update([Cluster(known[n], note=at) for n, at in order])
        citations = list(processor.citations)
        changed = {*processor.changed, [n for n, _ in order].index(name)}
    return "\n".join(
        f"{'>>' if at in changed else '..'}[{at}] {text}" for at, text in enumerate(citations)
    )


def pairs(listing: object) -> list[tuple[str, int]]:
    """Return the citations before or after the edited one, with their notes."""
    assert isinstance(listing, list)
    return [(str(name), int(note)) for name, note in listing]


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise TimeoutError if the body takes longer."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"took more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def try_fixture(path: Path) -> Outcome:
    """Run one fixture; any exception is a failure with its traceback."""
    fixture = read_fixture(path)
    output, error = "", ""
    try:
        with time_limit(SECONDS):
            output = run(fixture)
    except Exception:  # the runner reports every exception of a fixture
        error = traceback.format_exc()
    passed = not error and output.strip() == fixture.expected.strip()
    return Outcome(fixture.name, passed, output, fixture.expected, error)


def run_folder(folder: Path, glob: str = "*") -> list[Outcome]:
    """Run the fixtures of a folder whose names match, in the order of their names."""
    return [
        try_fixture(path)
        for path in sorted(folder.glob("*.txt"))
        if fnmatch.fnmatch(path.stem, glob) or glob in path.stem
    ]


def difference(outcome: Outcome) -> str:
    """Return a readable explanation of a failed outcome."""
    if outcome.error:
        return outcome.error
    lines = unified_diff(
        outcome.expected.strip().splitlines(),
        outcome.output.strip().splitlines(),
        "expected",
        "refkit",
        lineterm="",
        n=0,
    )
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Run CSL test-suite fixtures.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, metavar="OUT", help="write every outcome to a file")
    parser.add_argument("-k", default="*", metavar="GLOB", help="only fixtures named like this")
    parser.add_argument("-v", action="store_true", help="show what differs")
    options = parser.parse_args(arguments)
    outcomes = run_folder(options.folder, options.k)
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failed:
        print(outcome.name + (" ERROR" if outcome.error else ""))
        if options.v:
            print(difference(outcome))
    print(f"{len(outcomes) - len(failed)} of {len(outcomes)} pass")
    if options.json:
        fields = ("name", "passed", "output", "expected", "error")
        records = [{field: getattr(outcome, field) for field in fields} for outcome in outcomes]
        options.json.write_text(json.dumps(records, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
