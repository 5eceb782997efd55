"""`refkit extract`: write the references that documents cite to a list of their own."""

from __future__ import annotations

import click

from refkit.cli import _options as shared


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option(
    "--from",
    "lists",
    multiple=True,
    type=click.Path(),
    metavar="FILE",
    help="List with the references (default: the lists that the documents name).",
)
@shared.output_file
@click.option(
    "--to",
    "target_format",
    metavar="FORMAT",
    help="Output format (default: from the name of the output file, or that of the list).",
)
@shared.encoding
@click.pass_context
def command(
    ctx: click.Context,
    documents: tuple[str, ...],
    lists: tuple[str, ...],
    target: str | None,
    target_format: str | None,
    encoding: str,
) -> None:
    """Write the references that documents cite to a list of their own.

    Entries of .bib files are written as they are, with their parents and the @string macros that they use. Files that
    a document includes are read, too. From Word and OpenDocument files, the references in their fields are written.

    \b
      refkit extract paper.tex --from library.bib -o paper.bib

    Exits with 1 if a cited key is in no list.
    """
    from refkit.cli._console import OutputText, save, warn
    from refkit.extracting import extract, format_of
    from refkit.formats import by_name
    from refkit.formats._kinds import reference_file

    extracted = extract(documents, lists, format_of(target, target_format), encoding)
    for line in (*extracted.notes, *map(str, extracted.missing)):
        warn(line)
    kind = reference_file(by_name(extracted.format))
    save(OutputText(extracted.text, extracted.count, kind, extracted.inputs), target)
    ctx.exit(1 if extracted.missing else 0)
