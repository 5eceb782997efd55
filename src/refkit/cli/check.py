"""`refkit check`: report and fix problems in reference files."""

from __future__ import annotations

import datetime
import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn, TypedDict, Unpack

import click

from refkit.cli import _options as shared
from refkit.cli._console import put_line, warn, warn_details
from refkit.errors import InternalError, RefkitError

if TYPE_CHECKING:
    from refkit.lint.run import Report, Request

    DayType = click.ParamType[datetime.date]
    CodesType = click.ParamType[tuple[str, ...]]
else:
    DayType = CodesType = click.ParamType


# A check creates millions of objects but no cycles, so that the garbage collector can run rarely.
GC_THRESHOLD = 100_000


class DateParameter(DayType):
    """A date like 2026-01-31."""

    name = "yyyy-mm-dd"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        """Return the date that an argument contains."""
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is not a date; write it as 2026-01-31", param, ctx)


class RuleCodes(CodesType):
    """Comma-separated codes, prefixes or names of rules."""

    name = "rules"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the selectors that an argument contains."""
        if isinstance(value, tuple):
            return value
        return tuple(word.strip() for word in str(value).split(",") if word.strip())


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--select",
    type=RuleCodes(),
    multiple=True,
    help="Rules to enable: codes, prefixes, names or ALL.",
)
@click.option(
    "--extend-select", type=RuleCodes(), multiple=True, help="Additional rules to enable."
)
@click.option("--ignore", type=RuleCodes(), multiple=True, help="Rules to ignore.")
@click.option("--preview", is_flag=True, help="Enable preview rules.")
@click.option("--fix", is_flag=True, help="Apply fixes that cannot change the typeset output.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="Include fixes that may change the typeset output."
)
@click.option("--diff", is_flag=True, help="Show the changes of --fix without writing them.")
@click.option("--show-fixes", is_flag=True, help="List the applied fixes.")
@click.option(
    "--output-format",
    "form",
    default="",
    metavar="FORM",
    help="Output format: full, concise, json, jsonlines, sarif, github, gitlab, junit, rdjson or markdown.",
)
@click.option(
    "--output-file",
    "target",
    default="",
    metavar="FILE",
    help="Write the report to FILE instead of standard output.",
)
@click.option("--statistics", is_flag=True, help="Show the number of findings per rule.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--today", type=DateParameter(), help="The date to treat as today.")
@click.option("--document-date", type=DateParameter(), help="The date of the citing document.")
@shared.source_format
@shared.min_confidence
@click.option(
    "--dialect",
    default="",
    metavar="NAME",
    help="Dialect of .bib files: bibtex or biblatex (default: both are accepted).",
)
@click.option(
    "--style",
    default="",
    metavar="STYLE",
    help="Also report missing fields that this CSL style prints.",
)
@click.option(
    "--retractions",
    default="",
    metavar="FILE",
    help="List of retracted works, made by `refkit update retractions`.",
)
@shared.config
@shared.isolated
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Patterns of files and folders to skip; files named explicitly are checked.",
)
@shared.respect_gitignore
@click.option(
    "--baseline", default="", metavar="FILE", help="Ignore the findings recorded in this baseline."
)
@click.option("--write-baseline", is_flag=True, help="Record the current findings in the baseline.")
@click.option("--no-cache", is_flag=True, help="Do not use the cache.")
@click.option(
    "--cache-dir",
    default="",
    metavar="FOLDER",
    help="Cache folder (default: the user's cache folder).",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(0),
    default=0,
    help="Number of worker processes (0 = automatic).",
)
@click.option(
    "--stdin-filename",
    default="",
    metavar="NAME",
    help="File name to report for standard input (-).",
)
@click.option("--watch", is_flag=True, help="Check again when a file changes.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[str, ...], **options: Unpack[CheckOptions]) -> None:
    """Check reference files and folders (default: the current folder).

    `-` is standard input. Exit codes: 0: no problems; 1: problems found; 2: error.
    """
    paths = paths or (("-",) if options["stdin_filename"] else (".",))
    request = _request(paths, options)
    if options["write_baseline"]:
        ctx.exit(_write_baseline(request, options["baseline"]))
    if options["watch"]:
        _watch(request, options)
    ctx.exit(_check(request, options))


WordGroups = tuple[tuple[str, ...], ...]


class CheckOptions(TypedDict):
    """The options as passed by click."""

    select: WordGroups
    extend_select: WordGroups
    ignore: WordGroups
    preview: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    show_fixes: bool
    form: str
    target: str
    statistics: bool
    exit_zero: bool
    today: datetime.date | None
    document_date: datetime.date | None
    source_format: str
    min_confidence: float | None
    dialect: str
    style: str
    retractions: str
    config: str
    isolated: bool
    exclude: tuple[str, ...]
    respect_gitignore: bool | None
    baseline: str
    write_baseline: bool
    no_cache: bool
    cache_dir: str
    jobs: int
    stdin_filename: str
    watch: bool


def _request(paths: tuple[str, ...], options: CheckOptions) -> Request:
    from refkit import api
    from refkit.lint.run import Request

    return Request(
        printed_by=api.printed_by,
        paths=paths,
        select=_flatten(options["select"]) or None,
        extend_select=_flatten(options["extend_select"]),
        ignore=_flatten(options["ignore"]),
        preview=options["preview"],
        today=options["today"],
        document_date=options["document_date"],
        source_format=options["source_format"],
        min_confidence=options["min_confidence"],
        dialect=options["dialect"],
        style=options["style"],
        retractions=options["retractions"],
        config=options["config"],
        isolated=options["isolated"],
        exclude=options["exclude"],
        respect_gitignore=options["respect_gitignore"],
        baseline=options["baseline"],
        accept=options["write_baseline"],
        cache=not options["no_cache"],
        cache_folder=options["cache_dir"],
        jobs=options["jobs"],
        fix=options["fix"] or options["diff"],
        unsafe_fixes=options["unsafe_fixes"],
        write=not options["diff"],
        stdin_name=options["stdin_filename"],
        output_format=options["form"],
    )


def _flatten(groups: WordGroups) -> tuple[str, ...]:
    return tuple(word for group in groups for word in group)


def _check(request: Request, options: CheckOptions) -> int:
    """Check once, write the report, and return the exit code."""
    from refkit.lint.run import run

    gc.set_threshold(GC_THRESHOLD, 20, 20)
    if options["target"]:
        from refkit.files.output import refuse_output
        from refkit.lint.report._recognize import REPORT

        refuse_output(options["target"], REPORT)
    report = run(request)
    on_stdin = request.fix and request.write and "-" in request.paths
    if on_stdin:
        for source in report.sources:
            click.echo(source.encode(), nl=False)
    _write_report(
        "".join(_render(report, options)), options["target"], report, on_stdin, options["diff"]
    )
    _report_dropped(report)
    for name in report.left_alone if options["fix"] else ():
        warn(f"`{name}` is not changed: only BibTeX files can be fixed")
    if _report_errors(report):
        return 2
    problems = report.changes if options["diff"] else report.findings
    return 1 if problems and not options["exit_zero"] else 0


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
    for note in report.notes:
        warn(f"refkit: {note}")
    for error in report.errors:
        if (
            isinstance(error, InternalError)
            and click.get_current_context().find_root().params["traceback"]
        ):
            warn_details(error.details)
        warn(f"refkit: {error}")
    return bool(report.errors)


def _render(report: Report, options: CheckOptions) -> Iterator[str]:
    from refkit.lint.report import render
    from refkit.lint.report._changes import applied, diff
    from refkit.lint.report._summary import statistics

    if options["diff"]:
        yield from diff(report.changes, sys.stdout.isatty() and not options["target"])
        return
    if options["show_fixes"]:
        yield from applied(report)
    if options["statistics"]:
        yield from statistics(report)
        return
    color = not options["target"] and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    yield from render(report.output_format, report, color)


def _write_report(text: str, target: str, report: Report, err: bool, is_diff: bool) -> None:
    if target:
        from refkit.files.output import write_output
        from refkit.lint.report._recognize import REPORT

        write_output(target, text, REPORT, [source.name for source in report.sources])
    else:
        errors = "surrogateescape" if is_diff else "backslashreplace"
        click.echo(text.encode("utf-8", errors), nl=False, err=err)


def _write_baseline(request: Request, baseline: str) -> int:
    """Record the findings in the baseline, and return the exit code."""
    from refkit.lint.baseline import write_baseline
    from refkit.lint.run import run

    if not baseline:
        raise RefkitError("`--write-baseline` needs `--baseline FILE`, the file to write")
    report = run(request)
    if _report_errors(report):
        return 2
    count = write_baseline(baseline, report.findings)
    put_line(f"`{baseline}` accepts {count} problem{'' if count == 1 else 's'}")
    return 0


def _watch(request: Request, options: CheckOptions) -> NoReturn:
    """Check again whenever a file changes, until interrupted."""
    from refkit.lint.watch import changes

    for _ in changes(request):
        click.clear()
        _check(request, options)
        click.echo("Watching for changes; Ctrl-C ends it.", err=True)
    raise AssertionError("watching has no end")
