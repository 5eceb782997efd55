"""refkit tidy: normalize the layout of .bib files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from refkit.cli import _options as shared

if TYPE_CHECKING:
    from refkit.errors import EmptyFolder
    from refkit.formats.bibtex.tidy_options import TidyResult
    from refkit.lint.options import Request


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is not tidy.")
@click.option("--diff", "show_diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--sort",
    callback=shared.split_names,
    metavar="NAMES",
    help="Sort entries by key, type or fields; `-` before a name reverses the order.",
)
@click.option(
    "--order",
    callback=shared.split_names,
    metavar="NAMES",
    help="Fields to put first in each entry.",
)
@click.option(
    "--align/--no-align", default=None, help="Align the values of an entry (default: no)."
)
@click.option("--braces", is_flag=True, help="Delimit values with braces.")
@click.option("--quotes", is_flag=True, help="Delimit values with quotes.")
@click.option(
    "--wrap",
    type=shared.WholeNumber(20),
    metavar="WIDTH",
    help="Maximum line length; longer values are wrapped at spaces.",
)
@click.option("--months/--no-months", default=None, help="Write months as macros (default: no).")
@click.option(
    "--encode",
    type=click.Choice(["keep", "tex", "unicode"]),
    help="Write accented letters and symbols as TeX or as Unicode.",
)
@click.option(
    "--indent",
    type=shared.WholeNumber(0, 40),
    metavar="COLUMNS",
    help="Indentation of fields (default: 2).",
)
@click.option(
    "--trailing-comma/--no-trailing-comma",
    default=None,
    help="Put a comma after the last field (default: yes).",
)
@click.option(
    "--keep",
    callback=shared.split_names,
    metavar="NAMES",
    help="Remove all fields except for these.",
)
@click.option("--omit", callback=shared.split_names, metavar="NAMES", help="Remove these fields.")
@click.option(
    "--sentence-case",
    is_flag=True,
    help="Write English titles in sentence case.",
)
@click.option(
    "--title-case",
    is_flag=True,
    help="Write English titles in title case, with names in braces.",
)
@click.option(
    "--journals",
    type=click.Choice(["abbreviate", "expand"]),
    help="Abbreviate or expand the names of journals.",
)
@click.option(
    "--journal-list",
    "journal_lists",
    multiple=True,
    callback=lambda ctx, option, value: value or None,
    metavar="FILE",
    help="List of journals (JabRef, PubMed, EndNote, Zotero, ISSN); may be repeated.",
)
@shared.encoding
@shared.config
@shared.isolated
@shared.respect_gitignore
@click.option(
    "--dialect",
    type=click.Choice(["bibtex", "biblatex"]),
    help="Convert entries to this dialect.",
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    check: bool,
    show_diff: bool,
    encoding: str,
    config: str,
    isolated: bool,
    respect_gitignore: bool | None,
    **options: object,
) -> None:
    """Normalize the layout of .bib files.

    Writes one field per line and a blank line between entries.

    PATH is a file or a folder (default: the current folder). Files are overwritten. `-` reads standard input and
    writes to standard output. Comments and broken entries stay as they are. Only the options for fields, titles and
    journals change the meaning of an entry.

    The table `tidy` of the configuration sets these options; the command line takes precedence.
    """
    from refkit.lint.options import Request

    request = Request(
        paths or (".",), config=config, isolated=isolated,
        respect_gitignore=respect_gitignore, encoding=encoding,
    )  # fmt: skip
    is_written = not check and not show_diff
    options["delimiters"] = _choice(options, "braces", "quotes")
    options["titles"] = _choice(options, "sentence-case", "title-case")
    tidied = _tidied(request, options, is_written)
    for file in tidied:
        _report(file, check, show_diff)
    ctx.exit(_finish(tidied, is_written))


def _finish(tidied: list[TidyResult], is_written: bool) -> int:
    """Write the errors and the numbers of files to standard error, and return the exit code."""
    from refkit.cli._console import report_faults, warn

    for file in tidied:
        for note in file.notes:
            warn(f"{file.source.name}: {note}")
    faults = [fault for file in tidied for fault in file.faults]
    report_faults(faults)
    changed = sum(file.changed for file in tidied)
    if any(file.source.name != "<stdin>" for file in tidied):
        _summarize(changed, len(tidied) - changed, is_written)
    return 1 if faults or (changed and not is_written) else 0


def _choice(options: dict[str, object], *choices: str) -> str | None:
    """Remove flags that exclude each other from the options, and return the name of the given one."""
    given = [name for name in choices if options.pop(name.replace("-", "_"))]
    if len(given) > 1:
        raise click.UsageError(f"`--{given[0]}` and `--{given[1]}` exclude each other; use one")
    return given[0] if given else None


def _tidied(request: Request, options: Mapping[str, object], is_written: bool) -> list[TidyResult]:
    """Return the tidied files; the options are those of the command line, or None."""
    from refkit.cli._console import show_progress
    from refkit.files import clear_leftovers_near
    from refkit.lint.tidy_run import tidy_files
    from refkit.records import replace
    from refkit.tidying import verified, with_rewrites

    given = {name: value for name, value in options.items() if value is not None}
    with show_progress("tidying"):
        # the options have the names and types of the attributes
        found = tidy_files(
            request,
            lambda base, texts: verified(with_rewrites(replace(base, **given)), texts),  # type: ignore[arg-type]
        )
    tidied = list(_files(found))
    if is_written:
        clear_leftovers_near(file.source.name for file in tidied if file.source.name != "<stdin>")
    return tidied


def _summarize(changed: int, unchanged: int, is_written: bool) -> None:
    """Write the numbers of files to standard error."""
    from refkit.cli._console import warn
    from refkit.lint.report._summary import counted

    verb = "tidied" if is_written else "would be tidied"
    parts = [f"{counted(changed, 'file')} {verb}"] if changed else []
    if unchanged:
        parts.append(f"{counted(unchanged, 'file')} left unchanged")
    warn(", ".join(parts))


def _files(found: Iterable[TidyResult | EmptyFolder]) -> Iterator[TidyResult]:
    """Yield the tidied files, and warn of empty folders."""
    from refkit.cli._console import warn
    from refkit.errors import EmptyFolder

    for file in found:
        if isinstance(file, EmptyFolder):
            warn(f"refkit: {file}")
        else:
            yield file


def _report(file: TidyResult, check: bool, show_diff: bool) -> None:
    import sys

    from refkit.cli._console import put_line, warn
    from refkit.cli._view import use_color
    from refkit.files import encode_text, write_text
    from refkit.files.difference import as_byte_text, unified_difference
    from refkit.lint.report._changes import in_color

    name = file.source.name
    if show_diff:
        source = file.source
        lines = unified_difference(
            name, as_byte_text(source, source.text), as_byte_text(source, file.text)
        )
        if use_color("auto", sys.stdout.isatty()):
            lines = map(in_color, lines)
        click.echo("".join(lines).encode("utf-8", "surrogateescape"), nl=False)
    elif check and file.changed:
        put_line(f"{name} is not tidy")
    elif not check and name == "<stdin>":
        click.echo(encode_text(name, file.text, file.source), nl=False)
    elif not check and file.changed:
        write_text(name, file.text, file.source)
        warn(f"tidied {name}")
