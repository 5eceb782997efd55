"""CPU seconds for checking the citations of a synthetic thesis: 60 files, 3,000 citations, 5,000 entries.

    python -m benchmarks documents [--runs N]

40 of the cited keys are not in the list, and 12 of these are typos of listed keys. The first lines say how many were
found and how many suggestions are right. A peer (badness) runs according to its manual, and is skipped if it is not
installed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks._thesis import Thesis, write_thesis

ROOT = Path(__file__).parent.parent
REFKIT = [sys.executable, "-m", "refkit"]
CHECK = [*REFKIT, "check", "--isolated", "--no-cache"]
DOCUMENTS_ALONE = """
import sys, time
from refkit.lint.projects import projects_on_disk
start = time.process_time()
projects = projects_on_disk(sys.argv[1:])
print(time.process_time() - start)
"""


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT / "src")}


def cpu_seconds(command: list[str], folder: Path) -> float:
    """Return the CPU seconds of a command with its start-up."""
    process = subprocess.Popen(
        ["timeout", "120", *command], cwd=folder, env=_environment(), stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    usage = os.wait4(process.pid, 0)[2]
    return usage.ru_utime + usage.ru_stime


def findings(thesis: Thesis) -> list[tuple[str, str]]:
    """Return the key and the message of each undefined key that refkit reports."""
    command = [*CHECK, "--select", "REF232", "--output-format", "json", thesis.main.name]
    done = subprocess.run(
        command, cwd=thesis.main.parent, env=_environment(), capture_output=True, text=True
    )
    found = json.loads(done.stdout)
    messages = [one["message"] for one in found]
    return [(message.split("`")[1], message) for message in messages]


def show_findings(thesis: Thesis) -> None:
    """Print how many undefined keys were found, and how many suggestions are right."""
    found = findings(thesis)
    keys = [key for key, _ in found]
    right = [key for key, message in found if f"did you mean `{thesis.meant.get(key)}`?" in message]
    suggested = [key for key, message in found if "did you mean" in message]
    print(
        f"undefined keys found: {len(thesis.undefined.intersection(keys))} of {len(thesis.undefined)}"
    )
    print(f"other findings: {sum(key not in thesis.undefined for key in keys)}")
    print(f"right suggestions: {len(right)} of {len(thesis.meant)}; suggestions: {len(suggested)}")


def show_times(thesis: Thesis, runs: int) -> None:
    """Print the least CPU seconds of several runs."""
    folder, name = thesis.main.parent, thesis.main.name
    commands = {
        "refkit, all default rules": [*CHECK, name],
        "refkit, undefined keys only": [*CHECK, "--select", "REF232", name],
        "refkit, start-up": [*REFKIT, "--version"],
    }
    if shutil.which("badness"):
        commands["badness"] = ["badness", "lint", name]
    for label, command in commands.items():
        print(f"{label:<34} {min(cpu_seconds(command, folder) for _ in range(runs)):6.2f} s")
    alone = [sys.executable, "-c", DOCUMENTS_ALONE, name]
    times = [
        float(subprocess.run(alone, cwd=folder, env=_environment(), capture_output=True, text=True).stdout)
        for _ in range(runs)
    ]  # fmt: skip
    print(f"{'refkit, reading the documents':<34} {min(times):6.2f} s")
    if not shutil.which("badness"):
        print(f"{'badness':<34} skipped, not installed")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="refkit-documents-") as folder:
        thesis = write_thesis(Path(folder))
        print(f"thesis written in {time.perf_counter() - started:.1f} s")
        show_findings(thesis)
        show_times(thesis, options.runs)


if __name__ == "__main__":
    main()
