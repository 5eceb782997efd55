"""Compare refkit with citeproc-js: `python tests/csl/differential.py [--styles 300] [--seed 1] [-v]`.

Both processors cite random items of all types and format the bibliography, in a sample of the independent styles. The
output is the fraction of citations and bibliography entries that are equal, except for white space. Needs Node and the
npm package citeproc in NODE_PATH; nothing is compared if they are missing.

`--libraries FOLDER` compares the items of .bib files instead, in documents with locators, affixes and repeated cites.
The files are split in halves by their names: `--half look` to read the differences, `--half count` to count them.
`--causes` groups the differences.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import random
import re
import shutil
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle, islice, zip_longest
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from tests.csl import causes, intended, real_documents  # noqa: E402
from tests.csl.random_items import Chance, Record, cite_of  # noqa: E402

from refkit.csl import Cluster, Processor, Style  # noqa: E402
from refkit.csl.catalogue import locale_folder, style_names  # noqa: E402


@dataclass(slots=True)
class Job:
    """One style with the items and the citations of a document."""

    style: str
    path: Path
    items: list[Record]
    clusters: list[list[Record]]
    locale: str = ""


@dataclass(slots=True)
class Answer:
    """The output of a processor for a job."""

    citations: list[str] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    error: str = ""


@dataclass(slots=True)
class Tally:
    """The counts of equal and different texts."""

    same: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    listed: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    styles: int = 0
    clean: int = 0

    def line(self, kind: str) -> str:
        seen, same = self.seen[kind], self.same[kind]
        good = same + self.listed[kind]
        return (
            f"{kind}: {same} of {seen} identical ({same / max(seen, 1):.2%}), "
            f"{good} identical or listed as intended ({good / max(seen, 1):.2%})"
        )


def jobs(names: Sequence[str], seed: int, count: int) -> Iterator[Job]:
    """Yield a document for each style; its contents depend on the seed and the style's name."""
    for name in names:
        chance = Chance(seed * 1_000_003 + zlib.crc32(name.encode()))
        items = chance.records(count)
        clusters = chance.clusters([str(item["id"]) for item in items])
        yield Job(name, style_names()[name], items, clusters)


def library_jobs(files: Sequence[Path], seed: int, asked: argparse.Namespace) -> Iterator[Job]:
    """Yield documents for each style, each with the items of another library."""
    turn = cycle(random.Random(seed).sample(list(files), len(files)))
    drawn = [(name, "") for name in asked.names] or real_documents.styles(
        independent_styles(), seed, asked.styles
    )
    for name, locale in drawn:
        for path in islice(turn, asked.runs):
            items = real_documents.records(path, asked.items)
            ids = [str(item["id"]) for item in items]
            if ids:
                clusters = real_documents.documents(ids, f"{seed} {name} {path.name}")
                yield Job(name, style_names()[name], items, clusters, locale)


def by_refkit(job: Job) -> Answer:
    """Return the output of refkit for a job."""
    style = Style.load(job.path)
    note = style.style_class == "note"
    clusters = [
        Cluster([cite_of(cite) for cite in cites], note=at + 1 if note else 0)
        for at, cites in enumerate(job.clusters)
    ]
    rendered = Processor(style, job.items, job.locale or None).render(clusters)
    listed = rendered.bibliography
    entries = dict(zip(listed.ids, listed.entries, strict=True))
    return Answer(list(rendered.citations), entries)


class CiteprocJs:
    """citeproc-js in a node process of its own."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            ["node", str(HERE / "differential.js")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def __call__(self, job: Job) -> Answer:
        question = {
            "style": str(job.path),
            "items": job.items,
            "clusters": job.clusters,
            "locales": locale_folder(),
            "locale": job.locale,
        }
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            return Answer(error=answer["error"])
        return Answer(answer["citations"], dict(zip(answer["ids"], answer["entries"], strict=True)))


_TAG = re.compile(r"</?(?:div|a)\b[^>]*>")
_SPACES = re.compile(r" ((?:</?[a-z][^>]*>)+) ")


def plain(text: str) -> str:
    """Return a citation or entry without the markup around it and with white space collapsed, as in HTML."""
    text = " ".join(_TAG.sub(" ", text).split())
    return _SPACES.sub(r" \1", text).strip()


@dataclass(slots=True)
class Difference:
    """A text that the processors render differently."""

    job: Job
    kind: str
    id: str
    ours: str
    theirs: str
    listed: str = ""

    @property
    def style(self) -> str:
        return f"{self.job.style} {self.job.locale}".strip()

    def __str__(self) -> str:
        ours, theirs = html.unescape(self.ours), html.unescape(self.theirs)
        return f"{self.style} {self.kind} {self.id}\n  js     {theirs}\n  refkit {ours}"


def compare(job: Job, ours: Answer, theirs: Answer, tally: Tally) -> Iterator[Difference]:
    """Count equal texts; yield the different ones."""
    pairs = [
        ("citations", str(at), a, b)
        for at, (a, b) in enumerate(zip_longest(ours.citations, theirs.citations, fillvalue=""))
    ]
    ids = dict.fromkeys([*theirs.entries, *ours.entries])
    pairs += [
        ("entries", id_, ours.entries.get(id_, ""), theirs.entries.get(id_, "")) for id_ in ids
    ]
    pairs.append(("orders of entries", "", str(list(ours.entries)), str(list(theirs.entries))))
    clean = True
    for kind, id_, ours_text, theirs_text in pairs:
        a, b = plain(ours_text), plain(theirs_text)
        tally.seen[kind] += 1
        tally.same[kind] += a == b
        if a != b:
            clean = False
            reason = intended.listed(case_of(job, kind, id_, a, b))
            tally.listed[kind] += bool(reason)
            yield Difference(job, kind, id_, a, b, reason)
    tally.styles += 1
    tally.clean += clean


def case_of(job: Job, kind: str, id_: str, ours: str, theirs: str) -> intended.Case:
    """Return the items, the cites and the style of an entry or of a citation."""
    cites = job.clusters[int(id_)] if kind == "citations" else []
    ids = [cite["id"] for cite in cites] or [id_]
    records = [item for item in job.items if item["id"] in ids]
    return intended.Case(records, cites, style_text(job.path), ours, theirs)


@cache
def style_text(path: Path) -> str:
    """Return a style as XML."""
    return path.read_text(encoding="utf-8")


def run(jobs: Iterable[Job], tally: Tally) -> Iterator[Difference]:
    """Compare the documents; yield the differences."""
    citeproc = CiteprocJs()
    for job in jobs:
        theirs = citeproc(job)
        if theirs.error:
            tally.errors.append(f"{job.style}: citeproc-js: {theirs.error}")
        else:
            yield from compare(job, by_refkit(job), theirs, tally)


def has_citeproc_js() -> bool:
    """Whether Node and the npm package citeproc are available."""
    if not shutil.which("node"):
        return False
    probe = subprocess.run(
        ["node", "-e", "require('citeproc')"], capture_output=True, env=os.environ
    )
    return probe.returncode == 0


def independent_styles() -> list[str]:
    """Return the names of all independent styles."""
    return sorted(name for name, path in style_names().items() if path.parent.name != "dependent")


def arguments() -> argparse.ArgumentParser:
    """Return the options of the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="styles to compare, instead of a sample")
    parser.add_argument("--styles", type=int, default=300)
    parser.add_argument("--items", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--libraries", type=Path, action="append", metavar="FOLDER")
    parser.add_argument("--half", choices=("look", "count"), default="look")
    parser.add_argument("--runs", type=int, default=2, help="libraries per style (default: 2)")
    parser.add_argument("--causes", action="store_true", help="group the differences")
    parser.add_argument("-v", "--verbose", type=int, nargs="?", const=3, default=0)
    return parser


def jobs_of(asked: argparse.Namespace) -> Iterable[Job]:
    """Return the documents to compare."""
    if asked.libraries:
        files = real_documents.libraries(asked.libraries, asked.half)
        return library_jobs(files, asked.seed, asked)
    names = asked.names or random.Random(asked.seed).sample(independent_styles(), asked.styles)
    return jobs(names, asked.seed, asked.items)


def main() -> None:
    """Print the fractions of equal texts."""
    asked = arguments().parse_args()
    if not has_citeproc_js():
        print("node with the npm package citeproc was not found; nothing compared")
        return
    tally, shown, differences = Tally(), Counter[str](), []
    for difference in run(jobs_of(asked), tally):
        differences.append(difference)
        shown[difference.style] += not difference.listed
        if not difference.listed and shown[difference.style] <= asked.verbose:
            print(difference)
    if asked.causes:
        print(causes.report(one for one in differences if not one.listed))
    print(*tally.errors, sep="\n", end="\n" if tally.errors else "")
    print(f"{tally.clean} of {tally.styles} documents without any difference")
    for kind in ("citations", "entries", "orders of entries"):
        print(tally.line(kind))


if __name__ == "__main__":
    main()
