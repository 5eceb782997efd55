"""`refkit cite`: format the citations of a document in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from refkit.cli import _options as shared

if TYPE_CHECKING:
    from refkit.citing.files import CitedFile


@click.command()
@click.argument("document", metavar="DOCUMENT")
@click.option(
    "--style",
    metavar="NAME",
    callback=shared.not_empty,
    help="Name of a style (see `refkit styles`) or a .csl file (default: the document's, or apa).",
)
@click.option(
    "--bibliography",
    multiple=True,
    metavar="FILE",
    help="File with the references (default: those that the document names); may be repeated.",
)
@click.option(
    "--locale",
    metavar="LANGUAGE",
    callback=shared.not_empty,
    help="Language of terms and dates, such as de-DE (default: the document's, or the style's).",
)
@click.option("--links", is_flag=True, help="Turn DOIs and URLs into hyperlinks.")
@click.option("--link-citations", is_flag=True, help="Link citations to their entries.")
@shared.encoding
@shared.output_file
@shared.config
@shared.isolated
@click.pass_context
def command(
    ctx: click.Context,
    /,
    document: str,
    style: str | None,
    bibliography: tuple[str, ...],
    locale: str | None,
    links: bool,
    link_citations: bool,
    encoding: str,
    target: str | None,
    config: str,
    isolated: bool,
) -> None:
    """Format the citations and reference list of a document.

    DOCUMENT is a file in Markdown (also Quarto, R Markdown and MyST), reStructuredText or Typst. Everything else in
    it stays as it is written.

    Keys without a reference are reported, and stay visible in the output. The options `style`, `locale` and
    `bibliography` of the configuration apply.
    """
    from refkit.citing.files import cite_file
    from refkit.cli._configured import configuration, folder_options
    from refkit.cli._console import report_faults, report_warnings, show_progress, warn

    found = configuration(config, isolated)
    lists = bibliography or tuple(folder_options(found)["bibliography"])
    default_style = (found.options.style if found else "") or "apa"
    language = locale or (found.locale if found else "") or ""
    with show_progress("formatting citations"):
        cited = cite_file(
            document, style or "", lists, language, links, link_citations, encoding, default_style
        )
    report_faults(cited.library.faults)
    for message in cited.undefined:
        warn(message)
    report_warnings(cited.warnings)
    _save(cited, target)
    ctx.exit(1 if cited.undefined or cited.warnings or cited.library.faults else 0)


def _save(cited: CitedFile, target: str | None) -> None:
    """Write the document in its own encoding, to a file or to standard output."""
    from refkit.citing.files import is_citing
    from refkit.files.output import OutputKind, refuse_output, write_bytes
    from refkit.files.write import encode_text

    if target is None or target == "-":
        click.echo(encode_text("-", cited.text, cited.source), nl=False)
        return
    name = cited.source.name
    kind = OutputKind("a document without citation keys", lambda text: not is_citing(text, name))
    refuse_output(target, kind, cited.inputs)
    write_bytes(target, encode_text(target, cited.text, cited.source))
