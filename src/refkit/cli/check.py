"""`refkit check`: say what is wrong in reference files, and fix what can be fixed."""

from __future__ import annotations

import datetime
import gc
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn, TypedDict, Unpack

import click

from refkit.cli._console import warn
from refkit.errors import InternalError, RefkitError

if TYPE_CHECKING:
    from refkit.lint.run import Report, Request

    DayType = click.ParamType[datetime.date]
    CodesType = click.ParamType[tuple[str, ...]]
else:
    DayType = CodesType = click.ParamType


# A check makes a million objects and no cycles among them, so it need not be looked for them often.
GARBAGE = 100_000


class Day(DayType):
    """A day written as 2026-01-31."""

    name = "yyyy-mm-dd"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"`{value}` is not a date; write it as 2026-01-31", param, ctx)


class Codes(CodesType):
    """Codes, prefixes or names of rules with commas between them."""

    name = "rules"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(word.strip() for word in str(value).split(",") if word.strip())


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--select", type=Codes(), multiple=True, help="Rules to enable: codes, prefixes, names or ALL."
)
@click.option("--extend-select", type=Codes(), multiple=True, help="Additional rules to enable.")
@click.option("--ignore", type=Codes(), multiple=True, help="Rules to ignore.")
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
@click.option("--today", type=Day(), help="The date to treat as today.")
@click.option("--document-date", type=Day(), help="The date of the citing document.")
@click.option(
    "--from",
    "source_format",
    default="",
    metavar="FORMAT",
    help="Input format (default: detected).",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="NUMBER",
    help="Report fields of plain-text references read with less confidence (0 to 1).",
)
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
@click.option(
    "--config",
    default="",
    metavar="FILE",
    help="Use this configuration file instead of the nearest one.",
)
@click.option("--isolated", is_flag=True, help="Ignore all configuration files.")
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Patterns of files and folders to skip; files named explicitly are checked.",
)
@click.option(
    "--respect-gitignore/--no-respect-gitignore",
    default=None,
    help="Skip files in folders that git ignores (default: yes).",
)
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
def command(ctx: click.Context, paths: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    """Check reference files and folders (default: the current folder).

    `-` is standard input. Exit codes: 0: no problems; 1: problems found; 2: error.
    """
    paths = paths or (("-",) if asked["stdin_filename"] else (".",))
    request = _request(paths, asked)
    if asked["write_baseline"]:
        ctx.exit(_accept(request, asked["baseline"]))
    if asked["watch"]:
        _watch(request, asked)
    ctx.exit(_check(request, asked))


Words = tuple[tuple[str, ...], ...]


class Asked(TypedDict):
    """The options as click gives them."""

    select: Words
    extend_select: Words
    ignore: Words
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


def _request(paths: tuple[str, ...], asked: Asked) -> Request:
    from refkit import api
    from refkit.lint.run import Request

    return Request(
        printed_by=api.printed_by,
        paths=paths,
        select=_joined(asked["select"]) or None,
        extend_select=_joined(asked["extend_select"]),
        ignore=_joined(asked["ignore"]),
        preview=asked["preview"],
        today=asked["today"],
        document_date=asked["document_date"],
        source_format=asked["source_format"],
        min_confidence=asked["min_confidence"],
        dialect=asked["dialect"],
        style=asked["style"],
        retractions=asked["retractions"],
        config=asked["config"],
        isolated=asked["isolated"],
        exclude=asked["exclude"],
        respect_gitignore=asked["respect_gitignore"],
        baseline=asked["baseline"],
        accept=asked["write_baseline"],
        cache=not asked["no_cache"],
        cache_folder=asked["cache_dir"],
        jobs=asked["jobs"],
        fix=asked["fix"] or asked["diff"],
        unsafe_fixes=asked["unsafe_fixes"],
        write=not asked["diff"],
        stdin_name=asked["stdin_filename"],
        output_format=asked["form"],
    )


def _joined(groups: Words) -> tuple[str, ...]:
    return tuple(word for group in groups for word in group)


def _check(request: Request, asked: Asked) -> int:
    """Check once, show what was found, and return the exit code."""
    from refkit.lint.run import run

    gc.set_threshold(GARBAGE, 20, 20)
    if asked["target"]:
        from refkit.files.output import refuse_output
        from refkit.lint.report._recognize import REPORT

        refuse_output(asked["target"], REPORT)
    report = run(request)
    on_stdin = request.fix and request.write and "-" in request.paths
    if on_stdin:
        for source in report.sources:
            click.echo(source.encode(), nl=False)
    _put("".join(_shown(report, asked)), asked["target"], report, on_stdin, asked["diff"])
    _tell_dropped(report)
    for name in report.left_alone if asked["fix"] else ():
        click.echo(f"`{name}` is not changed: only BibTeX files can be fixed", err=True)
    if _tell_errors(report):
        return 2
    wrong = report.changes if asked["diff"] else report.findings
    return 1 if wrong and not asked["exit_zero"] else 0


def _tell_dropped(report: Report) -> None:
    """Report on standard error the fixes that were not applied because they could not be proved."""
    from refkit.lint.report._text import escaped

    for dropped in report.dropped:
        finding = dropped.finding
        click.echo(
            f"refkit: {escaped(finding.file)}:{finding.line}: the fix of `{finding.code}` was not applied, "
            f"because {dropped.reason} afterwards; this is a bug in refkit; please report it",
            err=True,
        )


def _tell_errors(report: Report) -> bool:
    """Say on standard error what could not be read or written, and whether there was such a thing."""
    for note in report.notes:
        warn(f"refkit: {note}")
    for error in report.errors:
        if (
            isinstance(error, InternalError)
            and click.get_current_context().find_root().params["traceback"]
        ):
            warn(error.details)
        warn(f"refkit: {error}")
    return bool(report.errors)


def _shown(report: Report, asked: Asked) -> Iterator[str]:
    from refkit.lint.report import render
    from refkit.lint.report._changes import applied, diff
    from refkit.lint.report._summary import statistics

    if asked["diff"]:
        yield from diff(report.changes, sys.stdout.isatty() and not asked["target"])
        return
    if asked["show_fixes"]:
        yield from applied(report)
    if asked["statistics"]:
        yield from statistics(report)
        return
    color = not asked["target"] and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    yield from render(report.output_format, report, color)


def _put(text: str, target: str, report: Report, err: bool, is_diff: bool) -> None:
    if target:
        from refkit.files.output import write_output
        from refkit.lint.report._recognize import REPORT

        write_output(target, text, REPORT, [source.name for source in report.sources])
    else:
        errors = "surrogateescape" if is_diff else "backslashreplace"
        click.echo(text.encode("utf-8", errors), nl=False, err=err)


def _accept(request: Request, baseline: str) -> int:
    """Write the baseline, and return the exit code."""
    from refkit.lint.baseline import write_baseline
    from refkit.lint.run import run

    if not baseline:
        raise RefkitError("`--write-baseline` needs `--baseline FILE`, the file to write")
    report = run(request)
    if _tell_errors(report):
        return 2
    count = write_baseline(baseline, report.findings)
    click.echo(f"`{baseline}` accepts {count} problem{'' if count == 1 else 's'}")
    return 0


def _watch(request: Request, asked: Asked) -> NoReturn:
    """Check at every change of a file until interrupted."""
    from refkit.lint.watch import changes

    for _ in changes(request):
        click.clear()
        _check(request, asked)
        click.echo("Watching for changes; Ctrl-C ends it.", err=True)
    raise AssertionError("watching has no end")
