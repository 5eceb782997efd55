"""`refkit convert`: convert references between formats."""

from __future__ import annotations

import click

from refkit.cli import _options as shared


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
    min_confidence: float | None,
    config: str,
    isolated: bool,
) -> None:
    """Convert references between BibTeX, BibLaTeX and CSL-JSON.

    Plain-text reference lists in text, Markdown, HTML, LaTeX, Word and PDF documents are converted, too.
    Several inputs are merged into one output. `-` is standard input.

    The options `min-confidence`, `bibliography`, `exclude` and `respect-gitignore` of the configuration apply.
    """
    from refkit import api
    from refkit.cli._configured import configuration, folder_options
    from refkit.cli._console import report_faults, save_spooled, show_progress
    from refkit.files.spool import Spool

    found = configuration(config, isolated)
    if min_confidence is None:
        min_confidence = found.options.min_confidence if found else None
    with Spool() as spool:
        with show_progress("converting"):
            converted = api.convert(
                paths,
                target_format,
                target=target,
                format=source_format,
                encoding=encoding,
                sentence_case=sentence_case,
                min_confidence=min_confidence or 0.0,
                sink=spool.put,
                **folder_options(found),
            )
        report_faults(converted.faults)
        save_spooled(spool, converted, target)
    ctx.exit(1 if converted.faults else 0)
