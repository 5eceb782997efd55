"""Start-up time: CPU milliseconds of short commands, compared with Python itself, click and other tools.

Each command runs in a process of its own, alternating with the others; the figures are the median and the minimum. The
packages are compiled to byte code first, as pip does when it installs a wheel: an editable install with
PYTHONDONTWRITEBYTECODE would include the compilation in every run. Peers that are not installed are skipped.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 11
REFERENCES = (
    "Smith, J., & Doe, J. (2019). On the tide. Ocean Modelling, 12(3), 45-67. https://doi.org/10.1000/abc",
    'A. Lee and B. Kim, "A survey of tides," J. Mar. Sci., vol. 4, no. 2, pp. 10-20, 2018.',
    "Garcia, M. (2020). Salt marshes. Oxford: Oxford University Press.",
)
REFKIT = [sys.executable, "-m", "refkit"]
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import click": [sys.executable, "-c", "import click"],
    "refkit --version": [*REFKIT, "--version"],
    "refkit check, 10 entries": [*REFKIT, "check", "--isolated", "--no-cache", "ten.bib"],
    "refkit format, 5 entries": [*REFKIT, "format", "--style", "apa", "five.bib"],
    "refkit parse, 3 references": [*REFKIT, "parse", *REFERENCES],
}
PEERS = {
    "bibclean, 10 entries": ["bibclean", "-no-fix-names", "ten.bib"],
    "bibtex-tidy, 10 entries": ["bibtex-tidy", "--duplicates", "--no-modify", "ten.bib"],
}


def entries(count: int) -> str:
    """Return BibTeX entries of journal articles."""
    return "\n".join(
        f"@article{{smith{1990 + number},\n  author = {{Smith, Jane and Doe, John}},\n"
        f"  title = {{On the tide of {1990 + number}}},\n  journal = {{Ocean Modelling}},\n"
        f"  year = {{{1990 + number}}},\n  volume = {{{number}}},\n"
        f"  pages = {{{number}--{number + 9}}},\n  doi = {{10.1000/tide.{number}}},\n}}\n"
        for number in range(1, count + 1)
    )


def compile_packages() -> None:
    """Compile refkit and the installed packages to byte code."""
    folders = [str(ROOT / "src"), sysconfig.get_paths()["purelib"]]
    # Some packages contain test files with syntax errors.
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", *folders],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def cpu_time(command: list[str], folder: Path) -> float:
    """Return the CPU milliseconds of one run."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen(
        command, cwd=folder, env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"`{' '.join(command[:4])}` failed with exit code {process.returncode}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="Runs of each command.")
    runs = parser.parse_args(arguments).runs
    compile_packages()
    peers = {name: command for name, command in PEERS.items() if shutil.which(command[0])}
    commands = COMMANDS | peers
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory(prefix="refkit-startup-") as name:
        folder = Path(name)
        (folder / "ten.bib").write_text(entries(10), encoding="utf-8")
        (folder / "five.bib").write_text(entries(5), encoding="utf-8")
        for _ in range(runs):
            for label, command in commands.items():
                times[label].append(cpu_time(command, folder))
    print(f"CPU ms, median and minimum of {runs} runs, byte-compiled")
    for label, milliseconds in times.items():
        print(f"{label:<28} {statistics.median(milliseconds):6.0f} {min(milliseconds):6.0f}")
    for label in sorted(PEERS.keys() - peers.keys()):
        print(f"{label:<28} skipped, not installed")


if __name__ == "__main__":
    main(sys.argv[1:])
