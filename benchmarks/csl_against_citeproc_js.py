"""Compare refkit's citations and bibliographies with citeproc-js's over real styles.

`python benchmarks/csl_against_citeproc_js.py [--styles 300] [--seed 1] [--show 20] [--only STYLE]`
draws styles and random items of every type, renders each item in a citation of its own (some with a
locator), one citation of several, and the bibliography with both, and counts what is identical after
white space. Needs node and the npm package `citeproc` (NODE_PATH, or --citeproc).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from _csl_every_type import Record, random_items

from refkit.csl import Cite, Cluster, Processor, Style
from refkit.csl.catalogue import style_names
from refkit.csl.locale import PRIMARY_DIALECTS, locale_files

SCRIPT = r"""
const [path, localesJson] = process.argv.slice(1);
const CSL = require(path), fs = require('fs');
const {files, primary} = JSON.parse(localesJson);
const pick = l => files[l] || files[primary[l.split('-')[0]]] || files['en-US'];
require('readline').createInterface({input: process.stdin}).on('line', line => {
  const job = JSON.parse(line), byId = {};
  job.items.forEach(i => byId[i.id] = i);
  const sys = {retrieveLocale: l => fs.readFileSync(pick(l), 'utf8'),
               retrieveItem: id => JSON.parse(JSON.stringify(byId[id]))};
  let out;
  try {
    const engine = new CSL.Engine(sys, job.style);
    engine.updateItems(job.items.map(i => i.id));
    const citations = job.cites.map(c => engine.makeCitationCluster(c));
    const made = engine.makeBibliography();
    const ids = made ? made[0].entry_ids.map(i => i[0]) : [];
    out = {citations, entries: made ? made[1] : [], ids};
  } catch (error) { out = {error: String(error)}; }
  console.log(JSON.stringify(out));
});
"""


@dataclass(slots=True)
class Tally:
    """What was compared, and what differed: (style, kind, citeproc-js, refkit)."""

    same: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    differences: list[tuple[str, str, str, str]] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def add(self, style: str, kind: str, theirs: str, ours: str) -> None:
        self.compared[kind] += 1
        if folded(theirs) == folded(ours):
            self.same[kind] += 1
        else:
            self.differences.append((style, kind, theirs, ours))


def folded(text: str) -> str:
    """A text without the white space that does not show."""
    text = re.sub(r"\s*(</?div[^>]*>)\s*", r"\1", text.strip())
    text = re.sub(r'^<div class="csl-entry">(.*)</div>$', r"\1", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", text).strip()


class CiteprocJs:
    """One node process that renders job after job."""

    def __init__(self, package: str) -> None:
        files = {name: str(path) for name, path in locale_files().items()}
        locales = json.dumps({"files": files, "primary": PRIMARY_DIALECTS})
        self.process = subprocess.Popen(
            ["node", "-e", SCRIPT, package, locales],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def render(self, style: str, items: list[Record], cites: list[list[Record]]) -> Record:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"style": style, "items": items, "cites": cites}) + "\n")
        self.process.stdin.flush()
        answer: Record = {}
        while not answer:
            line = self.process.stdout.readline()
            if line.startswith("{"):
                answer = json.loads(line)
        return answer


def cites_for(items: Sequence[Record], random: Random) -> list[list[Record]]:
    """A cite of each item by itself, one in five with a locator, and three citations of several."""
    cites: list[list[Record]] = []
    for item in items:
        cite: Record = {"id": item["id"]}
        if random.random() < 0.2:
            cite |= {"locator": random.choice(("12", "33-35")), "label": "page"}
        cites.append([cite])
    several = [[{"id": item["id"]} for item in random.sample(list(items), 4)] for _ in range(3)]
    return [*cites, *several]


def ours(style: str, items: list[Record], cites: list[list[Record]]) -> Record:
    processor = Processor(Style.parse(style), items)
    processor.nocite(str(item["id"]) for item in items)
    citations = [processor.preview(Cluster([_cite(cite) for cite in one])) for one in cites]
    bibliography = processor.bibliography()
    return {"citations": citations, "entries": list(bibliography.entries), "ids": bibliography.ids}


def _cite(record: Record) -> Cite:
    return Cite(
        str(record["id"]),
        locator=str(record.get("locator", "")),
        label=str(record.get("label", "")),
    )


def compare(tally: Tally, name: str, theirs: Record, own: Record) -> None:
    for left, right in zip(_texts(theirs, "citations"), _texts(own, "citations"), strict=True):
        tally.add(name, "citation", left, right)
    rank = dict(zip(map(str, _listed(own, "ids")), _texts(own, "entries"), strict=True))
    if len(_listed(theirs, "ids")) != len(_listed(theirs, "entries")):
        return  # citeproc-js leaves entries out without saying which
    for id_, entry in zip(_listed(theirs, "ids"), _texts(theirs, "entries"), strict=True):
        tally.add(name, "entry", entry, rank.get(str(id_), ""))
    if _listed(theirs, "entries"):
        tally.add(name, "order", " ".join(map(str, _listed(theirs, "ids"))), " ".join(rank))


def _listed(record: Record, key: str) -> Sequence[object]:
    value = record[key]
    assert isinstance(value, Sequence)
    return value


def _texts(record: Record, key: str) -> Iterator[str]:
    return map(str, _listed(record, key))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--styles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20, help="how many differences to print")
    parser.add_argument("--only", help="one style, by name")
    parser.add_argument("--json", type=Path, help="write every difference to a file")
    parser.add_argument("--citeproc", default=os.environ.get("CITEPROC_JS", "citeproc"))
    options = parser.parse_args()
    random = Random(options.seed)
    independent = sorted(
        name for name, path in style_names().items() if path.parent.name != "dependent"
    )
    names = [options.only] if options.only else random.sample(independent, options.styles)
    tally, peer = Tally(), CiteprocJs(options.citeproc)
    for number, name in enumerate(names):
        _one_style(tally, peer, name, options.seed * 1000 + number)
        if sys.stderr.isatty():
            print(f"\r{number + 1}/{len(names)}", end="", file=sys.stderr)
    report(tally, options.show)
    if options.json:
        options.json.write_text(json.dumps(tally.differences, ensure_ascii=False, indent=0))
    return 0


def _one_style(tally: Tally, peer: CiteprocJs, name: str, seed: int) -> None:
    style = style_names()[name].read_text(encoding="utf-8")
    items = random_items(seed)
    cites = cites_for(items, Random(seed))
    theirs = peer.render(style, items, cites)
    if "error" in theirs:
        tally.refused.append(f"{name}: {theirs['error']}")
        return
    try:
        own = ours(style, items, cites)
    except Exception:  # a crash is what this script is to find
        tally.crashes.append(f"{name}: {traceback.format_exc()}")
        return
    compare(tally, name, theirs, own)


def report(tally: Tally, show: int) -> None:
    for style, kind, theirs, own in tally.differences[:show]:
        print(f"{style} {kind}\n  js: {theirs.strip()}\n  rk: {own.strip()}")
    for crash in tally.crashes[:5]:
        print(crash)
    for kind, compared in tally.compared.items():
        same = tally.same[kind]
        print(f"{kind}: {same} of {compared} identical ({same / compared:.2%})")
    print(f"crashes: {len(tally.crashes)}; styles that citeproc-js refuses: {len(tally.refused)}")


if __name__ == "__main__":
    sys.exit(main())
