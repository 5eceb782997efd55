"""How the time to read hostile text grows: `python tests/text/growth.py [--length 100000] [WORDS...]`.

Reads a document of every delimiter repeated, then one twice as long, and prints the processor time of both. A
reader in linear time takes about twice as long. If a document takes over 2.5 times as long, it is marked and the
exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parents[1])]

from tests.text.test_hostile import DELIMITERS, NORMAL  # noqa: E402

from refkit.formats.text.reader import read  # noqa: E402
from refkit.model.source import Source  # noqa: E402

WORST = 2.5
NOTICED = 0.3  # below that, the clock and the first call dominate the result
SHAPES = {
    "alone": "{run}",
    "heading": "References\n\n{run}",
    "between": "References\n\n{normal}{run}\n{normal}",
    "in title": "References\n\n{normal}Mbeki, Z. (2011). On {run} goats. Journal of Goats, 4, 11–19.\n{normal}",
    "lines": "References\n\n{lines}",
}


def text_of(shape: str, delimiter: str, length: int) -> str:
    """Return a document with `length` characters of a delimiter."""
    run = (delimiter * length)[:length] if shape != "lines" else ""
    lines = f"Mbeki, Z. 2011. On {delimiter} goats.\n" * (length // 400) if shape == "lines" else ""
    return SHAPES[shape].format(run=run, normal=NORMAL, lines=lines)


def seconds(text: str, name: str) -> float:
    """Return the processor time to read a text and parse all its references."""
    start = time.process_time()
    list(read(Source(text, name)).items)
    return time.process_time() - start


def main() -> None:
    """Print the growth for every delimiter, with the slow ones marked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="delimiters to try; all if none")
    parser.add_argument(
        "--length", type=int, default=50_000, help="characters of the shorter document"
    )
    parser.add_argument(
        "--suffix", default=".txt", help="the kind of document: .txt, .md, .html, .tex"
    )
    parser.add_argument(
        "--shape", choices=SHAPES, action="append", help="where the run stands; all if none"
    )
    asked = parser.parse_args()
    seconds(NORMAL, "x.txt")
    bad = 0
    for delimiter in asked.words or DELIMITERS:
        for shape in asked.shape or SHAPES:
            once, twice = (
                seconds(text_of(shape, delimiter, length), f"x{asked.suffix}")
                for length in (asked.length, 2 * asked.length)
            )
            slow = twice > NOTICED and twice > WORST * once
            bad += slow
            mark = "  GROWS" if slow else ""
            print(f"{delimiter!r:24} {shape:9} {once:8.3f} s {twice:8.3f} s{mark}", flush=True)
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
