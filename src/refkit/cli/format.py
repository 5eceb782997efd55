"""`refkit format`: format citations and a bibliography in a citation style."""

from __future__ import annotations

import click

from refkit.cli import _options as shared


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--style",
    metavar="NAME",
    help="Name of a style (see `refkit styles`) or a .csl file (default: apa).",
)
@click.option(
    "--to",
    "output",
    metavar="OUTPUT",
    help="Output format: text, html, markdown, latex, rst, rtf, typst, ansi or json (default: from the "
    "name of the output file, or text).",
)
@click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="KEY",
    help="Format only this reference; may be repeated.",
)
@click.option(
    "--citation",
    "citations",
    multiple=True,
    metavar="TEXT",
    help='Citation to print before the bibliography, such as "smith2020, p. 12; '
    'doe2019"; repeated in document order.',
)
@click.option("--locale", metavar="LANGUAGE", help="Language of terms and dates, such as de-DE.")
@click.option(
    "--item-language",
    is_flag=True,
    help="Write terms, dates and quotation marks in the language of each reference.",
)
@shared.source_format
@click.option(
    "--engine",
    default="refkit",
    show_default=True,
    metavar="NAME",
    help="Citation processor: refkit, or citeproc-py for comparison.",
)
@click.option("--bare", is_flag=True, help="Omit the markup around the bibliography.")
@click.option("--links", is_flag=True, help="Turn DOIs and URLs into hyperlinks.")
@shared.output_file
@shared.config
@shared.isolated
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    style: str | None,
    output: str | None,
    keys: tuple[str, ...],
    citations: tuple[str, ...],
    locale: str | None,
    item_language: bool,
    source_format: str,
    engine: str,
    bare: bool,
    links: bool,
    target: str | None,
    config: str,
    isolated: bool,
) -> None:
    """Format a bibliography and citations in any CSL style.

    The bibliography contains the references named by --key or cited by --citation, or else all references.

    PATH is a file, a folder with files that refkit reads, or `-` for standard input.

    The options `style`, `locale`, `item-language`, `exclude` and `respect-gitignore` of the configuration apply.
    """
    from refkit import api
    from refkit.cli._configured import configuration, folder_options, style_options
    from refkit.cli._console import OutputText, report_faults, report_warnings, save, show_progress
    from refkit.csl.write import output_for
    from refkit.formats._kinds import bibliography_file

    markup = output_for(target or "", output)
    found = configuration(config, isolated)
    library = api.load(paths, format=source_format, **folder_options(found))
    with show_progress(f"formatting {len(library):,} references"):
        formatted = api.cite(
            library, citations, output=markup, keys=keys, engine=engine, bare=bare, links=links,
            **style_options(found, style, locale, item_language),
        )  # fmt: skip
    report_faults(library.faults)
    report_warnings(formatted.warnings)
    inputs = [source.name for source in library.sources]
    text = formatted.text()
    save(OutputText(text, len(library), bibliography_file(text), inputs), target)
    ctx.exit(1 if library.faults or formatted.warnings else 0)
