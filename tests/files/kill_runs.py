"""Kill `refkit check --fix` at random moments, and count what it left: `python tests/files/kill_runs.py 50 [SEED]`.

Every other run is killed as soon as a temporary file is seen, for most random moments fall into the
start of Python.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENTRY = "@article{{a{0}, title={{T}}, journal={{J}}, year={{2001}}, pages={{1-{0}}}, note={{}}}}\n"
OLD = "".join(ENTRY.format(number) for number in range(2, 400))
COMMAND = [sys.executable, "-m", "refkit", "check", "--fix", "--isolated", "--no-cache", "x.bib"]


def run(folder: Path) -> float:
    """Fix the file to the end, and return how long that took."""
    begin = time.monotonic()
    done = subprocess.run(COMMAND, cwd=folder, capture_output=True)
    assert done.returncode < 2, done.stderr
    return time.monotonic() - begin


def killed_at(folder: Path, moment: float) -> bool:
    """Start a fix and kill it at a moment, or at the first temporary file; return whether it still ran."""
    running = subprocess.Popen(COMMAND, cwd=folder, stdout=-3, stderr=-3)
    end = time.monotonic() + moment
    while time.monotonic() < end and running.poll() is None:
        if moment > 60 and any(name.endswith(".tmp") for name in os.listdir(folder)):
            break
    running.kill()
    return running.wait() == -9


def main(count: int, seed: int) -> dict[str, int]:
    """Return how many runs were killed, left a temporary file, the old file, the new file, or neither."""
    chance = random.Random(seed)
    seen = dict.fromkeys(("killed", "temporary", "old", "new", "neither", "leftover"), 0)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        file = folder / "x.bib"
        file.write_text(OLD)
        length = run(folder)
        new = file.read_text()
        for number in range(count):
            file.write_text(OLD)
            seen["killed"] += killed_at(folder, 100 if number % 2 else chance.uniform(0, length))
            seen["temporary"] += len(os.listdir(folder)) > 1
            text = file.read_text()
            seen["old" if text == OLD else "new" if text == new else "neither"] += 1
            run(folder)
            seen["leftover"] += os.listdir(folder) != ["x.bib"] or file.read_text() != new
    return seen


if __name__ == "__main__":
    print(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
