"""Run the benchmarks of this folder: `python -m benchmarks [NAME [OPTION ...]]`.

Without a name, all benchmarks run briefly; with a name, that benchmark runs with the given options. They compare refkit
with its peers (bibtexparser, citeproc-py and others) and skip those that are not installed. Each runs in a process of
its own, so that none includes another's memory or imports.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def available() -> list[str]:
    """Return the names of the benchmarks: this folder's modules that do not start with `_`."""
    return sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))


# Options for a brief run; by default, each benchmark measures more.
BRIEF_OPTIONS = {
    "bibtex": ["--entries", "2000"],
    "csl": ["--styles", "apa,chicago-author-date,ieee", "--sizes", "200", "--peers"],
    "edits": ["--entries", "1000", "--runs", "1"],
    "size": ["--entries", "1000"],
}


def run(name: str, options: list[str]) -> int:
    """Run one benchmark and return its exit code."""
    print(f"== {name}", flush=True)
    paths = [str(HERE.parent / "src"), str(HERE.parent), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-m", f"benchmarks.{name}", *options]
    return subprocess.run(command, env=environment).returncode


def main(arguments: list[str]) -> int:
    """Run the benchmark that the first argument names, or all."""
    if not arguments:
        return max(run(name, BRIEF_OPTIONS.get(name, [])) for name in available())
    name, *options = arguments
    if name not in available():
        print(f"no benchmark `{name}`; there are {', '.join(available())}", file=sys.stderr)
        return 2
    return run(name, options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
