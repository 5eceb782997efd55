"""Download the public test suites that refkit is measured with.

    python tools/fetch_cases.py --to cases [NAME ...]
    REFKIT_CASES=cases python -m pytest

Each suite is a part of a public Git repository at a pinned commit. Only the files that are needed are downloaded
(`git fetch --filter=blob:none`), and Git checks them against the commit. `SOURCES.json` in the folder records what was
fetched with a checksum per suite; a suite that is complete and unchanged is not fetched again.

`--from NAME=URL` fetches a suite from a mirror or a local clone, `--commit NAME=COMMIT` at another commit. Needs Git
and, unless you give local clones, the network.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

GITHUB = "https://github.com/"
TIMEOUT = 900.0  # for one Git command
RECORD = "SOURCES.json"


@dataclass(frozen=True, slots=True)
class FileSet:
    """Files of a repository (a glob), the folder to copy them to, and a prefix for their names."""

    pattern: str
    folder: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """A public test suite: its repository, commit, files and license."""

    name: str
    url: str
    commit: str
    parts: tuple[FileSet, ...]
    fewest: int  # files; fewer mean that the commit has a different layout
    license: str


SUITES = (
    Suite(
        "csl-suite",
        GITHUB + "citation-style-language/test-suite",
        "678ce2a5e1a95fd09a9002f715d9cef4d83305db",
        (FileSet("processor-tests/humans/*.txt", "csl-suite"),),
        600,
        "see the repository",
    ),
    Suite(
        "citeproc-hs",
        GITHUB + "jgm/citeproc",
        "1b684f1e06fc1093d20c1a2d474f4c3fdf2f65bd",
        (FileSet("test/extra/*.txt", "csl-peers", "citeproc-hs."),),
        20,
        "BSD-2-Clause",
    ),
    Suite(
        "citeproc-lua",
        GITHUB + "zepinglee/citeproc-lua",
        "815e82a166728da9487c53d517a774ef7dadd049",
        (FileSet("tests/fixtures/local/*.txt", "csl-peers", "citeproc-lua."),),
        5,
        "MIT",
    ),
    Suite(
        "hallmark",
        GITHUB + "rpatrik96/hallmark",
        "86df72661b63a3fece5d2e8b8daea0bd8363b093",
        (
            FileSet("data/v1.0/dev_public.jsonl", "hallmark"),
            FileSet("data/v1.0/test_public.jsonl", "hallmark"),
            FileSet("data/v1.0/gptzero_neurips2025.jsonl", "hallmark"),
            FileSet("data/v1.0/stress_test.jsonl", "hallmark"),
        ),
        4,
        "MIT",
    ),
    Suite(
        "anystyle",
        GITHUB + "inukshuk/anystyle",
        "9625a28eab5d54d63ce75fb876515747b3bc3a2b",
        (
            FileSet("res/parser/*.xml", "anystyle"),
            FileSet("res/finder/*.ttx", "refparse/finder"),
        ),
        15,
        "BSD-2-Clause",
    ),
    Suite(
        "grobid",
        GITHUB + "kermitt2/grobid",
        "5533d49d3a64dec33672158639e4de6cda2600b2",
        (FileSet("grobid-trainer/resources/dataset/citation/corpus/*.xml", "grobid"),),
        100,
        "CC BY (annotated data)",
    ),
)


class FetchError(Exception):
    """A suite could not be fetched; the message names the Git command that failed and the reason."""


def git(folder: Path, *arguments: str) -> str:
    """Run Git in a folder and return its output."""
    environment = os.environ | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        result = subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, timeout=TIMEOUT,
            capture_output=True, encoding="utf-8", errors="replace",
        )  # fmt: skip
    except FileNotFoundError:
        raise FetchError("Git is not installed") from None
    except subprocess.TimeoutExpired:
        raise FetchError(f"`git {arguments[0]}` took longer than {TIMEOUT:.0f} seconds") from None
    if result.returncode:
        reason = next(iter(reversed(result.stderr.strip().splitlines())), "no message")
        raise FetchError(f"`git {arguments[0]}` failed: {reason}")
    return result.stdout.strip()


def download(suite: Suite, clone: Path) -> None:
    """Check out the files of a suite at its commit into an empty folder."""
    git(clone, "init", "--quiet")
    git(clone, "remote", "add", "origin", suite.url)
    git(clone, "fetch", "--quiet", "--depth=1", "--filter=blob:none", "origin", suite.commit)
    fetched = git(clone, "rev-parse", "FETCH_HEAD^{commit}")
    if fetched != suite.commit:
        raise FetchError(f"got commit {fetched} instead of {suite.commit}")
    patterns = [f":(glob){part.pattern}" for part in suite.parts]
    git(clone, "checkout", "--quiet", suite.commit, "--", *patterns)


def copies(suite: Suite, clone: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of a suite and their paths in the folder of cases."""
    for part in suite.parts:
        for path in sorted(clone.glob(part.pattern)):
            yield path, f"{part.folder}/{part.prefix}{path.name}"


def fetch(suite: Suite, target: Path) -> list[str]:
    """Download a suite into the folder of cases and return the paths of its files there."""
    with tempfile.TemporaryDirectory() as name:
        clone = Path(name)
        download(suite, clone)
        files = list(copies(suite, clone))
        if len(files) < suite.fewest:
            raise FetchError(
                f"commit {suite.commit} has {len(files)} matching files, fewer than {suite.fewest}"
            )
        for source, path in files:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target / path)
    return [path for _, path in files]


def checksum(target: Path, paths: Sequence[str]) -> str:
    """Return the SHA-256 of the names and contents of files, or "" if one is missing."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        if not (target / path).is_file():
            return ""
        content = (target / path).read_bytes()
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


FetchRecord = dict[str, dict[str, str | list[str]]]


def read_record(target: Path) -> FetchRecord:
    """Return the record of earlier downloads in `SOURCES.json`."""
    path = target / RECORD
    record: FetchRecord = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return record


def is_complete(suite: Suite, target: Path, record: FetchRecord) -> bool:
    """Whether a suite was fetched at this commit and its files have not changed since."""
    entry = record.get(suite.name, {})
    paths = list(entry.get("files", []))
    return (
        bool(paths)
        and entry.get("commit") == suite.commit
        and checksum(target, paths) == entry.get("sha256")
    )


def fetch_all(suites: Sequence[Suite], target: Path) -> dict[str, str]:
    """Fetch missing suites, report each suite, and return the reasons for failures by name."""
    target.mkdir(parents=True, exist_ok=True)
    record, failed = read_record(target), dict[str, str]()
    for suite in suites:
        if is_complete(suite, target, record):
            print(f"{suite.name}: up to date")
            continue
        try:
            paths = fetch(suite, target)
        except FetchError as error:
            failed[suite.name] = str(error)
            print(f"{suite.name}: not fetched from {suite.url}: {error}", file=sys.stderr)
            continue
        record[suite.name] = {
            "url": suite.url, "commit": suite.commit, "license": suite.license,
            "sha256": checksum(target, paths), "files": paths,
        }  # fmt: skip
        (target / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        print(f"{suite.name}: {len(paths)} files from {suite.url} at {suite.commit[:12]}")
    return failed


def chosen_suites(
    names: Sequence[str], urls: Mapping[str, str], commits: Mapping[str, str]
) -> list[Suite]:
    """Return the named suites (all by default), with the given addresses and commits."""
    suites = {suite.name: suite for suite in SUITES}
    unknown = sorted({*names, *urls, *commits} - set(suites))
    if unknown:
        raise SystemExit(f"no suite `{unknown[0]}`; there are {', '.join(suites)}")
    return [
        replace(
            suites[name],
            url=urls.get(name, suites[name].url),
            commit=commits.get(name, suites[name].commit),
        )
        for name in names or suites
    ]


def pair(text: str) -> tuple[str, str]:
    """Return the name and the value of `NAME=VALUE`."""
    name, sign, value = text.partition("=")
    if not (name and sign and value):
        raise argparse.ArgumentTypeError(f"`{text}` is not NAME=VALUE")
    return name, value


def main(arguments: Sequence[str]) -> int:
    """Fetch the requested suites, and return 1 if one could not be fetched."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="suites to fetch (default: all)")
    parser.add_argument("--to", type=Path, metavar="DIR", required=True, help="folder of the cases")
    parser.add_argument(
        "--from", dest="urls", type=pair, action="append", default=[], metavar="NAME=URL"
    )
    parser.add_argument("--commit", type=pair, action="append", default=[], metavar="NAME=COMMIT")
    options = parser.parse_args(arguments)
    suites = chosen_suites(options.names, dict(options.urls), dict(options.commit))
    failed = fetch_all(suites, options.to)
    if failed:
        print(f"{len(failed)} of {len(suites)} suites were not fetched", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
