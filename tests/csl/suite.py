"""Run a folder of CSL fixtures: `python tests/csl/suite.py DIR [--json OUT] [-k GLOB] [-v]`."""

from __future__ import annotations

import argparse
import fnmatch
import json
import re
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from types import FrameType

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parents[2])]

from tests.csl.fixture import Fixture, Record, Step, number, read_fixture  # noqa: E402

from refkit.csl import Cite, Cluster, Position, Processor, Style  # noqa: E402
from refkit.csl.abbreviations import load_abbreviations  # noqa: E402
from refkit.csl.presentation import Presentation  # noqa: E402
from refkit.model.item import Item  # noqa: E402
from refkit.records import replace  # noqa: E402

SECONDS = 10
POSITIONS = (
    Position.FIRST,
    Position.SUBSEQUENT,
    Position.IBID,
    Position.IBID_WITH_LOCATOR,
)
AFFIXES = ("Prefix", "Suffix")  # of whole citations, in citeproc (Haskell)
OUTPUTS = {"rtf": "rtf", "plain": "text"}
SORT = re.compile(r"(<bibliography\b[^>]*>.*?)<sort>.*?</sort>", re.DOTALL)


@dataclass(slots=True, frozen=True)
class Outcome:
    """The result of one fixture."""

    name: str
    passed: bool
    output: str
    expected: str
    error: str


def cite_of(record: Record) -> Cite:
    """Return a cite of a fixture, which uses CSL-JSON's names and numbers for positions."""

    def text(key: str) -> str:
        value = record.get(key)
        return "" if value is None else str(value)

    position = record.get("position")
    return Cite(
        text("id"),
        locator=text("locator"),
        label=text("label"),
        prefix=text("prefix"),
        suffix=text("suffix"),
        suppress_author=bool(record.get("suppress-author")) or text("type") == "suppress-author",
        author_only=bool(record.get("author-only")) or text("type") == "author-only",
        position=POSITIONS[number(position)] if position is not None else None,
        near_note=bool(record.get("near-note")),
        first_note=number(record.get("first-reference-note-number")) or None,
    )


def cluster_of(step: Step, in_notes: bool) -> Cluster:
    """Return the citation that a step sets; its mode applies to its first cite."""
    cites = [cite_of(record) for record in step.cites]
    mode = step.properties.get("mode")
    if cites and mode == "author-only":
        cites[0] = replace(cites[0], author_only=True)
    if cites and mode == "suppress-author" and not in_notes:
        cites[0] = replace(cites[0], suppress_author=True)
    before, after = (str(step.properties.get(f"citation{end}") or "") for end in AFFIXES)
    if cites:
        cites[0] = replace(cites[0], prefix=before + cites[0].prefix)
        cites[-1] = replace(cites[-1], suffix=cites[-1].suffix + after)
    return Cluster(
        cites,
        composite=mode == "composite",
        infix=str(step.properties.get("infix", "")),
        resets_positions=bool(step.properties.get("citationResetPosition")),
    )


def run(fixture: Fixture) -> str:
    """Return the processor's output for a fixture, in the suite's form."""
    processor = processor_of(fixture)
    if fixture.document is not None:
        lines = write_document(processor, fixture, fixture.document)
        return lines if fixture.mode == "citation" else bibliography(processor, fixture)
    ids = fixture.entries or [str(item.get("id", "")) for item in fixture.items]
    processor.nocite(ids)
    if fixture.mode == "bibliography":
        return bibliography(processor, fixture)
    lists = fixture.lists
    if lists is None:
        lists = [[{"id": id_} for id_ in processor.ids]]
    return "\n".join(processor.preview(Cluster([cite_of(c) for c in cites])) for cites in lists)


def processor_of(fixture: Fixture) -> Processor:
    """Return a processor with the items and the options of a fixture."""
    style = SORT.sub(r"\1", fixture.style) if "nosort" in fixture.submodes else fixture.style
    output = next((OUTPUTS[one] for one in fixture.submodes if one in OUTPUTS), "html")
    links = any(fixture.options.get(one) for one in ("linkBibliography", "wrap_url_and_doi"))
    return Processor(
        Style.parse(style),
        fixture.items,
        output=output,
        links=links,
        presentation=presentation(fixture),
    )


def presentation(fixture: Fixture) -> Presentation | None:
    """Return the use of the fixture's abbreviations."""
    if not fixture.abbreviations:
        return None
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(fixture.abbreviations, file)
        file.flush()
        return Presentation(adapt=load_abbreviations([file.name]).applied)


def bibliography(processor: Processor, fixture: Fixture) -> str:
    """Return the bibliography, or the section of it that the fixture selects."""
    records = {str(item.get("id", "")): item for item in fixture.items}
    return processor.bibliography(section(fixture, records)).text


def section(fixture: Fixture, records: dict[str, Record]) -> Callable[[Item], bool] | None:
    """Return whether an item is in the section: include and exclude need one condition, select and quash all."""
    tests = {
        name: [(str(one["field"]), one.get("value")) for one in conditions]
        for name, conditions in fixture.selection.items()
    }
    if not tests:
        return None

    def accepts(item: Item) -> bool:
        record = records[item.id]
        met = {
            name: [matches(record.get(field), value) for field, value in conditions]
            for name, conditions in tests.items()
        }
        return (
            any(met.get("include", [True]))
            and not any(met.get("exclude", []))
            and all(met.get("select", []))
            and not ("quash" in met and all(met["quash"]))
        )

    return accepts


def matches(found: object, wanted: object) -> bool:
    """Whether a field has the wanted value, or one of several, or is empty if nothing is wanted."""
    if isinstance(wanted, bool) or not wanted:
        return bool(found) == bool(wanted)
    return wanted in found if isinstance(found, list) else found == wanted


def write_document(processor: Processor, fixture: Fixture, steps: Sequence[Step]) -> str:
    """Replay a document's edits; mark the citations that the last edit changed."""
    in_notes = 'class="note"' in fixture.style
    renumber = in_notes and not any("noteIndex" in step.properties for step in steps)
    known: dict[str, Cluster] = {}
    changed: set[int] = set()
    for step in steps:
        known[step.name] = cluster_of(step, in_notes)
        notes = [at if renumber else note for at, (_, note) in enumerate(step.order, 1)]
        names = [name for name, _ in step.order]
        processor.update(
            replace(known[name], note=note) for name, note in zip(names, notes, strict=True)
        )
        changed = {*processor.changed, names.index(step.name)}
    return "\n".join(
        f"{'>>' if at in changed else '..'}[{at}] {text}" if fixture.is_numbered else text
        for at, text in enumerate(processor.citations)
    )


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
