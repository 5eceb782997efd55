"""`refkit pandoc-filter`: format the citations of a document that Pandoc converts."""

from __future__ import annotations

import click


@click.command()
@click.argument("target_format", required=False, metavar="[FORMAT]")
@click.option(
    "--style",
    default="apa",
    show_default=True,
    metavar="NAME",
    help="Style of documents whose metadata have no `csl`.",
)
def command(target_format: str | None, style: str) -> None:
    """Format citations as a filter of Pandoc.

    It serves DOCX, PDF, EPUB and the other outputs of Pandoc.

    Run `pandoc paper.md --filter refkit-pandoc-filter -o paper.docx`. The filter reads Pandoc's JSON from standard
    input and writes it to standard output. Pandoc adds the FORMAT of its output, which has no effect.

    The metadata `bibliography`, `references`, `csl`, `nocite`, `lang`, `link-citations`, `link-bibliography`,
    `notes-after-punctuation`, `reference-section-title` and `suppress-bibliography` have their usual meaning.
    """
    from refkit.citing.pandoc.filter import filter_document
    from refkit.cli._console import put, report_warnings
    from refkit.files.read import read_source

    filtered = filter_document(read_source("-", streams=True, encoding="utf-8").text, style)
    report_warnings(filtered.warnings)
    put(filtered.text)
