"""`refkit parse`: parse plain-text references."""

from __future__ import annotations

import click

from refkit.cli import _options as shared


@click.command()
@click.argument("references", nargs=-1, required=True, metavar="REFERENCE...")
@click.option("--json", "as_json", is_flag=True, help="Print CSL-JSON; the same as --to csl-json.")
@click.option(
    "--to", "target_format", metavar="FORMAT", help="Output format: bibtex, biblatex or csl-json."
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    callback=shared.finite,
    metavar="NUMBER",
    help="Mark fields read with less confidence (0 to 1): with `?`, under `custom` in CSL-JSON, "
    "on standard error for BibTeX.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show the words of each reference with label, confidence, the step that labeled them and the module that "
    "reads them.",
)
@shared.encoding
@shared.config
@shared.isolated
@click.pass_context
def command(
    ctx: click.Context,
    references: tuple[str, ...],
    as_json: bool,
    target_format: str | None,
    min_confidence: float | None,
    explain: bool,
    encoding: str,
    config: str,
    isolated: bool,
) -> None:
    """Parse plain-text references.

    Prints the type, authors, title and other fields, each with its confidence.

    REFERENCE is one reference in quotes, or several of them; `-` reads a list from standard input.

    The option `min-confidence` of the configuration applies.
    """
    from refkit import api
    from refkit.cli._configured import configuration
    from refkit.cli._console import decode_argument, put, report_faults

    found = configuration(config, isolated)
    if min_confidence is None:
        min_confidence = (found.options.min_confidence if found else None) or 0.0
    to = "csl-json" if as_json else target_format
    texts = [decode_argument(reference) for reference in references]
    if explain:
        put(api.explained(texts, encoding=encoding))
        return
    parsed = api.parse_all(texts, to, min_confidence=min_confidence, encoding=encoding)
    put(parsed.text)
    report_faults(parsed.faults)
    ctx.exit(1 if parsed.faults else 0)
