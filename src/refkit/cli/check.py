"""`refkit check`: report and fix problems in reference files."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, NoReturn

import click

from refkit.cli._console import put_line, warn, warn_details
from refkit.cli._options import all_declared
from refkit.errors import InternalError, RefkitError

if TYPE_CHECKING:
    from refkit.lint.options import Request
    from refkit.lint.rule import Finding
    from refkit.lint.run import Report

# A check creates millions of objects but no cycles, so that the garbage collector can run rarely: once for the objects
# that 15,000 entries keep. For 10,000 entries, it took 3 % of the time when it ran five times as often.
GC_THRESHOLD = 500_000
UNREAD = ("SYN101", "SYN103", "SYN107")  # the rules for files of which a part, or all, was not read


@click.command()
@click.argument("paths", nargs=-1)
@all_declared
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **options: object) -> None:
    """Check reference files and folders (default: the current folder).

    `-` is standard input. Exit codes: 0: no problems; 1: problems found; 2: error.
    """
    from refkit import api
    from refkit.lint.options import Request

    paths = paths or (("-",) if options["stdin_filename"] else (".",))
    # the options have the names and types of the attributes
    request = Request(paths, api.printed_by, api.lost_by, **options)  # type: ignore[arg-type]
    _refuse_combinations(request)
    if request.write_baseline:
        ctx.exit(_write_baseline(request))
    if request.add_ignore:
        ctx.exit(_add_ignore(request))
    if request.watch:
        _watch(request)
    ctx.exit(_check(request))


def _refuse_combinations(request: Request) -> None:
    """Raise UsageError for options that contradict each other."""
    modes = {
        "--write-baseline": request.write_baseline,
        "--add-ignore": request.add_ignore,
        "--watch": request.watch,
        "--fix": request.fix or request.fix_only,
    }
    used = [name for name, is_used in modes.items() if is_used]
    if len(used) > 1 and used != ["--watch", "--fix"]:
        raise click.UsageError(
            f"`{used[0]}` cannot be combined with `{used[1]}`; run them one by one"
        )
    if "" in request.paths:
        raise click.UsageError("the path of a file is empty; name a file or folder")
    if request.stdin_filename and "-" not in request.paths:
        raise click.UsageError(
            "`--stdin-filename` names standard input, which is not checked; add `-`"
        )
    if request.isolated and request.config:
        raise click.UsageError("`--isolated` ignores the file of `--config`; use one of them")


def _check(request: Request) -> int:
    """Check once, write the report, and return the exit code."""
    from refkit.lint.run import run

    gc.set_threshold(GC_THRESHOLD, 20, 20)
    if request.output_file:
        from refkit.files.output import refuse_output
        from refkit.lint.report._recognize import REPORT

        refuse_output(request.output_file, REPORT)
    report = run(request)
    on_stdin = request.is_written and "-" in request.paths
    if on_stdin:
        _write_stdin(report)
    text = "".join(_render(report, sys.stderr if on_stdin else sys.stdout))
    _write_report(text, request.output_file, report, on_stdin, request.diff)
    _report_dropped(report)
    for name in report.left_alone if request.is_written else ():
        warn(f"`{name}` is not changed: only BibTeX files can be fixed")
    has_unread = request.fixes and _report_unread(report)
    if _report_errors(report):
        return 2
    return 1 if has_unread or _has_failed(report) else 0


def _report_unread(report: Report) -> bool:
    """Report files that were not read completely to standard error if their findings are not shown."""
    request = report.request
    if not (request.fix_only or request.diff):
        return False
    first: dict[str, Finding] = {}
    for finding in filter(_is_unread, report.findings):
        first.setdefault(finding.file, finding)
    for name, finding in first.items():
        warn(
            f"refkit: `{name}` could not be read completely: {finding.code} in line {finding.line}; "
            "`refkit check` without fixes reports the details"
        )
    return any(map(_is_unread, report.serious)) and not request.exit_zero


def _is_unread(finding: Finding) -> bool:
    """Whether a part of a file was not read; an empty file contains nothing to read.

    In another encoding than UTF-8, entries are read, so that only a .bib file without any is unread.
    """
    from refkit.lint.rule import TEX_FORMATS

    source = finding.source
    if source is None or not source.text.strip():
        return False
    if finding.code == "SYN102":
        return source.format in TEX_FORMATS and "@" not in source.text
    return finding.code in UNREAD


def _write_stdin(report: Report) -> None:
    """Write standard input to standard output, with fixes unless it is excluded."""
    from refkit.files import read_source

    is_excluded = not report.sources and not report.errors
    for source in (
        [read_source("-", encoding=report.request.encoding)] if is_excluded else report.sources
    ):
        click.echo(source.encode(), nl=False)


def _has_failed(report: Report) -> bool:
    """Whether the exit code is 1."""
    request = report.request
    if request.exit_zero:
        return False
    if request.diff:
        return bool(report.changes)
    if request.exit_non_zero_on_fix and report.applied:
        return True
    return not request.fix_only and bool(report.serious)


def _report_dropped(report: Report) -> None:
    """Report fixes that were not applied because they could not be verified to standard error."""
    for dropped in report.dropped:
        finding = dropped.finding
        warn(
            f"refkit: {finding.file}:{finding.line}: the fix of `{finding.code}` was not applied, "
            f"because {dropped.reason} afterwards; this is a bug in refkit; please report it"
        )


def _report_errors(report: Report) -> bool:
    """Write notes and errors to standard error, and return whether there were errors."""
    for note in (*report.notes, *report.empty):
        warn(f"refkit: {note}")
    for error in report.errors:
        if (
            isinstance(error, InternalError)
            and click.get_current_context().find_root().params["traceback"]
        ):
            warn_details(error.details)
        warn(f"refkit: {error}")
    return bool(report.errors)


def _render(report: Report, stream: IO[str]) -> Iterator[str]:
    from refkit.cli._view import view_of
    from refkit.lint.report import render
    from refkit.records import replace

    request = report.request
    if request.diff:
        from refkit.lint.report._changes import diff

        for_terminal = sys.stdout.isatty() and not request.output_file
        yield from diff(report.changes, for_terminal, view_of(request, stream).color)
        return
    if request.show_fixes:
        from refkit.lint.report._changes import applied

        yield from applied(report)
    if request.statistics:
        from refkit.lint.report._summary import statistics

        yield from statistics(report)
        return
    if request.fix_only:
        report = replace(report, findings=[])
    yield from render(request.output_format, report, view_of(request, stream))


def _write_report(text: str, target: str, report: Report, err: bool, is_diff: bool) -> None:
    if target:
        from refkit.files.output import write_output
        from refkit.lint.report._recognize import REPORT

        write_output(target, text, REPORT, [source.name for source in report.sources])
    else:
        errors = "surrogateescape" if is_diff else "backslashreplace"
        click.echo(text.encode("utf-8", errors), nl=False, err=err)


def _write_baseline(request: Request) -> int:
    """Record the findings in the baseline, and return the exit code."""
    from refkit.lint.baseline import write_baseline
    from refkit.lint.run import run

    baseline = request.baseline
    if not baseline:
        raise RefkitError("`--write-baseline` needs `--baseline FILE`, the file to write")
    report = run(request)
    if _report_errors(report):
        return 2
    count = write_baseline(baseline, report.findings)
    put_line(f"`{baseline}` accepts {count} problem{'' if count == 1 else 's'}")
    return 0


def _add_ignore(request: Request) -> int:
    """Suppress the findings in their files, and return the exit code."""
    from refkit.cli._add_ignore import add_ignore
    from refkit.lint.run import run
    from refkit.records import replace

    # without the cache, which does not contain the formats of files
    report = run(replace(request, fix=False, fix_only=False, diff=False, cache=False))
    report.request = replace(report.request, diff=request.diff)
    remain = add_ignore(report)
    if _report_errors(report):
        return 2
    return 1 if remain else 0


def _watch(request: Request) -> NoReturn:
    """Check again whenever a file changes, until interrupted."""
    from refkit.lint.watch import changes

    for _ in changes(request):
        click.clear()
        _check(request)
        click.echo("Watching for changes; Ctrl-C ends it.", err=True)
    raise AssertionError("watching has no end")
