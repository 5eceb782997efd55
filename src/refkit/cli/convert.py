"""`refkit convert`: convert references between formats."""

from __future__ import annotations

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="IN...")
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(),
    metavar="OUT",
    help="Write to OUT instead of standard output.",
)
@click.option(
    "--from",
    "source_format",
    metavar="FORMAT",
    help="Input format (default: detected).",
)
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    help="Output format (default: from the name of OUT).",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="NUMBER",
    help="Report fields of plain-text references read with less confidence (0 to 1).",
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    target: str | None,
    source_format: str | None,
    target_format: str | None,
    min_confidence: float,
) -> None:
    """Convert references between BibTeX, BibLaTeX and CSL-JSON.

    Plain-text reference lists in text, Markdown, HTML, LaTeX, Word and PDF documents are converted, too.
    Several inputs are merged into one output. `-` is standard input.
    """
    from refkit import api
    from refkit.cli._console import report_faults, save_spooled, show_progress
    from refkit.files.spool import Spool

    with Spool() as spool:
        with show_progress("converting"):
            converted = api.convert(
                paths,
                target_format,
                target=target,
                format=source_format,
                min_confidence=min_confidence,
                sink=spool.put,
            )
        report_faults(converted.faults)
        save_spooled(spool, converted, target)
    ctx.exit(1 if converted.faults else 0)
