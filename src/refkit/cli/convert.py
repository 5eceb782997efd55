"""`refkit convert`: convert references between formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from refkit.cli import _options as shared

if TYPE_CHECKING:
    from refkit.api import Converted


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="IN...")
@shared.output_file
@shared.source_format
@shared.encoding
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    help="Output format (default: from the name of FILE).",
)
@click.option(
    "--sentence-case/--no-sentence-case",
    default=None,
    help="Convert English titles from title case to sentence case (default: only from .bib files to CSL-JSON).",
)
@click.option(
    "--key-style",
    metavar="PATTERN",
    help="Keys for references without one, such as `[auth][year]` (default: author and year).",
)
@click.option(
    "--sort",
    callback=shared.split_names,
    metavar="NAMES",
    help="Sort references by key, type or variables; `-` before a name reverses the order.",
)
@click.option(
    "--report",
    is_flag=True,
    help="List each value that FORMAT has no place for, and where it went.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 if FORMAT has no place for a value.")
@shared.min_confidence
@shared.config
@shared.isolated
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    target: str | None,
    source_format: str,
    encoding: str,
    target_format: str | None,
    sentence_case: bool | None,
    key_style: str | None,
    sort: tuple[str, ...],
    report: bool,
    strict: bool,
    min_confidence: float | None,
    config: str,
    isolated: bool,
) -> None:
    """Convert references between BibTeX, RIS, CSL-JSON and other formats.

    `refkit formats` lists the formats. Reference lists in text, Markdown, HTML, LaTeX, Word and PDF documents are
    converted, too. Several inputs are merged into one output. `-` is standard input.

    The options `min-confidence`, `bibliography`, `exclude` and `respect-gitignore` of the configuration apply.
    """
    from refkit import api
    from refkit.cli._configured import configuration, folder_options
    from refkit.cli._console import save_spooled, show_progress
    from refkit.files.spool import Spool

    found = configuration(config, isolated)
    if min_confidence is None:
        min_confidence = found.options.min_confidence if found else None
    with Spool() as spool:
        with show_progress("converting"):
            converted = api.convert(
                paths, target_format, target=target, format=source_format, encoding=encoding,
                sentence_case=sentence_case, key_style=key_style, min_confidence=min_confidence or 0.0,
                sink=spool.put, sort=sort or (), **folder_options(found),
            )  # fmt: skip
        _report(converted, report)
        save_spooled(spool, converted, target)
    ctx.exit(1 if converted.faults or (strict and converted.losses) else 0)


def _report(converted: Converted, with_losses: bool) -> None:
    """Write the faults to standard error, and what the format has no place for."""
    from refkit.cli._console import report_faults
    from refkit.cli._losses import report_losses

    report_faults(converted.faults)
    report_losses(converted.losses, is_long=with_losses)
