"""Format a sample in every independent style: `python tests/csl/all_styles.py [--seed 1] [STYLE...]`.

The sample has an item of every CSL type. Several are ambiguous, and they are cited alone, together and again. Prints
the errors of each style, and `N of M styles format the sample`.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from tests.csl.random_items import Chance, Record, cite_of  # noqa: E402

from refkit.csl import Cluster, Processor, Style  # noqa: E402
from refkit.csl.catalogue import style_names  # noqa: E402
from refkit.csl.write import WRITERS  # noqa: E402


def sample(seed: int) -> tuple[list[Record], list[Cluster]]:
    """Items of every type, and a document that cites them."""
    chance = Chance(seed)
    items = chance.records(len(chance.types) + 8)
    clusters = chance.clusters([str(item["id"]) for item in items])
    return items, [
        Cluster([cite_of(cite) for cite in cites], note=at + 1) for at, cites in enumerate(clusters)
    ]


def fault(path: Path, items: Sequence[Record], clusters: Sequence[Cluster], output: str) -> str:
    """Return the error of one style, or the empty string if it formats everything."""
    try:
        rendered = Processor(Style.load(path), items, output=output).render(clusters)
    except Exception:  # any exception is reported, and the next style is tried
        return traceback.format_exc(limit=-3)
    if not all(rendered.citations):
        return "an empty citation"
    return ""


def main() -> None:
    """Run all styles, with the output formats in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    known = style_names()
    names = asked.names or sorted(name for name in known if known[name].parent.name != "dependent")
    items, clusters = sample(asked.seed)
    began = time.process_time()
    failed = 0
    for at, name in enumerate(names):
        found = fault(known[name], items, clusters, WRITERS[at % len(WRITERS)])
        if found:
            failed += 1
            print(f"{name}: {found}")
    spent = time.process_time() - began
    print(f"{len(names) - failed} of {len(names)} styles format the sample ({spent:.0f} s)")


if __name__ == "__main__":
    main()
