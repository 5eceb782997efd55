"""`refkit format`: format citations and a bibliography in a citation style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from refkit.cli import _options as shared

if TYPE_CHECKING:
    from refkit.formatting import FormatExtras
    from refkit.model.library import Library


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
    'doe2019" or "@smith2020" with the author in the sentence; repeated in document order.',
)
@click.option(
    "--locale",
    metavar="LANGUAGE",
    callback=shared.not_empty,
    help="Language of terms and dates, such as de-DE.",
)
@click.option(
    "--item-language/--no-item-language",
    default=None,
    help="Write terms, dates and quotation marks in the language of each reference.",
)
@shared.source_format
@shared.encoding
@click.option(
    "--engine",
    default="refkit",
    show_default=True,
    metavar="NAME",
    help="Citation processor: refkit, or citeproc-py for comparison.",
)
@click.option("--bare", is_flag=True, help="Omit the markup around the bibliography.")
@click.option("--links", is_flag=True, help="Turn DOIs and URLs into hyperlinks.")
@click.option("--link-citations", is_flag=True, help="Link citations to their entries.")
@click.option(
    "--standalone", is_flag=True, help="Write a complete document (html, latex or typst)."
)
@click.option("--title", default="", metavar="TEXT", help="Title of a standalone document.")
@click.option(
    "--include",
    multiple=True,
    metavar="FILTER",
    help="Limit the bibliography to references such as type=book or year=2015-2020; may be repeated.",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="FILTER",
    help="Omit references such as keyword=draft from the bibliography; may be repeated.",
)
@click.option(
    "--group-by",
    default="",
    metavar="GROUPING",
    help="Divide the bibliography by year, type, keyword or chapter.",
)
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar="TEXT",
    help='Add a part of the bibliography such as "Books: type=book"; one without a filter has the rest.',
)
@click.option(
    "--highlight-author",
    "highlight",
    multiple=True,
    metavar="NAME",
    help='Set this name in bold in the bibliography, such as "Doe, Jane"; may be repeated.',
)
@click.option(
    "--annotate",
    "annotated",
    is_flag=True,
    help="Print the annotation, or else the abstract, below each entry.",
)
@click.option(
    "--annotate-with",
    "annotate",
    multiple=True,
    metavar="VARIABLE",
    help="Print this variable below each entry, or the first of several that exists.",
)
@click.option(
    "--abbreviations",
    multiple=True,
    metavar="FILE",
    help="List of abbreviations for short forms (JSON of Zotero, JabRef, EndNote, PubMed or ISSN); may be repeated.",
)
@shared.output_file
@shared.config
@shared.isolated
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    style: str | None,
    output: str | None,
    keys: tuple[str, ...],
    citations: tuple[str, ...],
    source_format: str,
    encoding: str,
    engine: str,
    annotated: bool,
    target: str | None,
    config: str,
    isolated: bool,
    **options: Unpack[FormatExtras],
) -> None:
    """Format a bibliography and citations in any CSL style.

    The bibliography contains the references named by --key or cited by --citation, or else all references.

    PATH is a file, a folder with files that refkit reads, or `-` for standard input.

    The options `style`, `locale`, `item-language`, `bibliography`, `exclude` and `respect-gitignore` of the
    configuration apply.
    """
    from refkit import api
    from refkit.cli._configured import configuration, folder_options, style_options
    from refkit.cli._console import report_faults, report_warnings, show_progress
    from refkit.csl.write import output_for

    markup = output_for(target or "", output)
    found = configuration(config, isolated)
    options["annotate"] = options["annotate"] or annotated
    styled = style_options(found, style, options["locale"], options["item_language"])
    options["locale"], options["item_language"] = styled["locale"], styled["item_language"]
    library = api.load(paths, format=source_format, encoding=encoding, **folder_options(found))
    with show_progress(f"formatting {len(library):,} references"):
        formatted = api.cite(
            library, citations, styled["style"], markup, keys=keys, engine=engine, **options
        )
    report_faults(library.faults)
    report_warnings(formatted.warnings)
    _save(formatted.text(), library, target)
    ctx.exit(1 if library.faults or formatted.warnings else 0)


def _save(text: str, library: Library, target: str | None) -> None:
    from refkit.cli._console import OutputText, save
    from refkit.formats._kinds import bibliography_file

    inputs = [source.name for source in library.sources]
    save(OutputText(text, len(library), bibliography_file(text), inputs), target)
