"""Compare refkit with citeproc-js in random styles: `python tests/csl/random_styles.py [names sort ...] [--count 200]`.

A style is drawn from the grammar of CSL 1.0.2. It has a theme (names, dates, sorting ...), so that a difference has few
possible causes. The items and citations are random, too, with values that are rare in libraries. Needs Node and the npm
package citeproc, like tests/csl/differential.py.

`--record FILE` writes documents that both render alike, some of each theme. `tests/csl/test_agreed.py` reads them from
`tests/csl/agreed.json`, so that tests without Node detect when refkit no longer agrees.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from tests.csl.differential import (  # noqa: E402
    CiteprocJs,
    Job,
    Tally,
    by_refkit,
    compare,
    has_citeproc_js,
    plain,
)
from tests.csl.style_grammar import StyleChance  # noqa: E402
from tests.csl.style_words import THEMES  # noqa: E402

from refkit.errors import RefkitError  # noqa: E402


def jobs(theme: str, seed: int, count: int, folder: Path) -> Iterator[Job]:
    """Yield documents with random styles of a theme; the seed, the theme and the position determine each."""
    for at in range(count):
        name = f"{theme}-{seed}-{at}"
        chance = StyleChance(zlib.crc32(name.encode()), theme)
        path = folder / f"{name}.csl"
        path.write_text(chance.style(), encoding="utf-8")
        items = chance.items()
        yield Job(name, path, items, chance.clusters([str(item["id"]) for item in items]))


def run(theme: str, seed: int, count: int, shown: int, citeproc: CiteprocJs, tally: Tally) -> None:
    """Compare the random styles of a theme; print up to `shown` of those that differ."""
    with tempfile.TemporaryDirectory() as folder:
        for job in jobs(theme, seed, count, Path(folder)):
            theirs = citeproc(job)
            if theirs.error:
                tally.errors.append(f"{job.style}: citeproc-js: {theirs.error}")
                continue
            try:
                ours = by_refkit(job)
            except RefkitError as error:
                tally.errors.append(f"{job.style}: refkit: {error}")
                continue
            differences = list(compare(job, ours, theirs, tally))
            if differences and shown:
                shown -= 1
                print(*differences[:2], show(job), sep="\n")


def record(path: Path, themes: Sequence[str], seed: int, count: int) -> None:
    """Write `count` documents of each theme that refkit and citeproc-js render alike, one per line."""
    citeproc = CiteprocJs()
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for theme in themes:
            drawn = jobs(theme, seed, 20 * count, Path(folder))
            lines += islice(filter(None, (agreed(job, citeproc) for job in drawn)), count)
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def agreed(job: Job, citeproc: CiteprocJs) -> str:
    """Return a document and its output as JSON, or "" if the output differs or is empty.

    Variables that the style does not name are omitted.
    """
    style = job.path.read_text(encoding="utf-8")
    kept = {"id", "type", "language"}
    job.items = [
        {name: value for name, value in item.items() if name in kept or name in style}
        for item in job.items
    ]
    theirs = citeproc(job)
    if theirs.error or not any(theirs.entries.values()):
        return ""
    try:
        ours = by_refkit(job)
    except RefkitError:
        return ""
    if list(compare(job, ours, theirs, Tally())):
        return ""
    document = {
        "name": job.style,
        "style": style,
        "items": job.items,
        "clusters": job.clusters,
        "citations": [plain(one) for one in theirs.citations],
        "entries": {id_: plain(one) for id_, one in theirs.entries.items()},
    }
    return json.dumps(document, ensure_ascii=False)


def show(job: Job) -> str:
    """Return the body of a style, one element per line."""
    body = job.path.read_text(encoding="utf-8").partition("</info>")[2]
    return "    " + body.replace("><", ">\n    <")


def main() -> None:
    """Print the fractions of equal texts by theme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("themes", nargs="*", default=sorted(THEMES))
    parser.add_argument("--count", type=int, default=100, help="styles of each theme")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", type=Path, metavar="FILE", help="write documents that agree")
    parser.add_argument("-v", "--verbose", type=int, nargs="?", const=3, default=0)
    options = parser.parse_args()
    if not has_citeproc_js():
        print("node with the npm package citeproc was not found; nothing compared")
        return
    if options.record:
        record(options.record, options.themes, options.seed, options.count)
        return
    citeproc, total = CiteprocJs(), Tally()
    for theme in options.themes:
        tally = Tally()
        run(theme, options.seed, options.count, options.verbose, citeproc, tally)
        print(*tally.errors[:3], sep="\n", end="\n" if tally.errors else "")
        print(f"{theme:14} {tally.clean} of {tally.styles} styles without any difference")
        total.styles += tally.styles
        total.clean += tally.clean
        for kind, count in tally.seen.items():
            total.seen[kind] += count
            total.same[kind] += tally.same[kind]
    print(f"{'all':14} {total.clean} of {total.styles} styles without any difference")
    for kind in ("citations", "entries", "orders of entries"):
        print(total.line(kind))


if __name__ == "__main__":
    main()
