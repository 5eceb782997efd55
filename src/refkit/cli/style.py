"""`refkit style`: validate citation styles."""

from __future__ import annotations

import click


@click.command()
@click.argument("styles", nargs=-1, required=True, metavar="FILE...")
@click.pass_context
def command(ctx: click.Context, styles: tuple[str, ...]) -> None:
    """Validate citation styles (CSL 1.0.2).

    Reports errors with their line.

    FILE is a style's file, `-` for standard input, or the name of a style such as apa.
    """
    from refkit.cli._console import put_line
    from refkit.csl.catalogue import style_path
    from refkit.csl.validate import validate
    from refkit.files import read_source

    problems: list[str] = []
    for style in styles:
        source = read_source(style if style == "-" else style_path(style))
        problems += [
            f"{source.name}:{fault.line}: {fault.message}" for fault in validate(source.text)
        ]
    checked = "1 style" if len(styles) == 1 else f"{len(styles)} styles"
    for line in problems or [f"No problems in {checked}."]:
        put_line(line)
    ctx.exit(1 if problems else 0)
