"""Run the benchmarks of this folder: `python -m benchmarks [NAME ...]`.

Each prints refkit beside its peers (bibtexparser, citeproc-py and, where they are installed, others) in
one run. Each runs in a process of its own, so that none pays for another's memory or imports.
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


def run(name: str) -> int:
    """Run one benchmark and return its exit code."""
    print(f"== {name}", flush=True)
    paths = [str(HERE.parent / "src"), str(HERE.parent), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    return subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], env=environment).returncode


def main(names: list[str]) -> int:
    """Run the benchmarks called `names`, or all."""
    unknown = sorted(set(names) - set(available()))
    if unknown:
        print(f"no benchmark `{unknown[0]}`; there are {', '.join(available())}", file=sys.stderr)
        return 2
    return max((run(name) for name in names or available()), default=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
