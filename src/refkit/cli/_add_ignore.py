"""`refkit check --add-ignore`: suppress all current findings in the files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from refkit.cli._console import put, warn
from refkit.files import STDIN, write_text
from refkit.lint.add_ignore import can_have_comments, per_file_ignores, with_suppressions
from refkit.lint.report._summary import counted

if TYPE_CHECKING:
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report
    from refkit.model.source import Source


def add_ignore(report: Report) -> bool:
    """Suppress the findings of a report, and return whether any remain, in files that cannot contain comments."""
    by_file: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_file.setdefault(finding.file, []).append(finding)
    sources = {source.name: source for source in report.sources if source.name in by_file}
    writable = {name: source for name, source in sources.items() if can_have_comments(source)}
    changes = [(source, _suppressed(source, by_file[name])) for name, source in writable.items()]
    if report.request.diff:
        _show(changes)
    else:
        _write(changes, STDIN in report.request.paths)
        number = sum(len(by_file[name]) for name in writable)
        warn(f"suppressed {counted(number, 'problem')} in {counted(len(changes), 'file')}")
    others = {name: found for name, found in by_file.items() if name not in writable}
    if others:
        names = ", ".join(f"`{name}`" for name in others)
        warn(f"refkit: add these lines to `refkit.toml`, because {names} cannot contain comments:")
        put(per_file_ignores(others))
    return bool(others)


def _suppressed(source: Source, findings: Sequence[Finding]) -> Source:
    from refkit.lint.run_files import read_library

    library = read_library(source)
    return with_suppressions(library, source, findings)


def _show(changes: Sequence[tuple[Source, Source]]) -> None:
    from refkit.lint.report._changes import diff

    text = "".join(diff(changes, sys.stdout.isatty()))
    click.echo(text.encode("utf-8", "surrogateescape"), nl=False)


def _write(changes: Sequence[tuple[Source, Source]], is_stdin: bool) -> None:
    for before, after in changes:
        if is_stdin:
            click.echo(after.encode(), nl=False)
        else:
            write_text(before.name, after.text, after)
