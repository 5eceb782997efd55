"""refkit convert: references from one format to another."""

from __future__ import annotations

import click


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="IN...")
@click.option("-o", "--output", "target", type=click.Path(), metavar="OUT",
              help="The file to write; without it, or as `-`, standard output.")
@click.option("--from", "source_format", metavar="FORMAT",
              help="The format of IN, where name and text do not tell it.")
@click.option("--to", "target_format", metavar="FORMAT",
              help="The format of OUT, where its name does not tell it.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    target: str | None,
    source_format: str | None,
    target_format: str | None,
) -> None:
    """Convert references between BibTeX, BibLaTeX and CSL-JSON.

    Several files become one. `-` is standard input.
    """
    from refkit import api
    from refkit.cli._console import put, tell_faults, working

    with working("converting"):
        converted = api.convert(paths, target_format, target=target, format=source_format)
    put(converted.text, target)
    tell_faults(converted.faults)
    ctx.exit(1 if converted.faults else 0)
