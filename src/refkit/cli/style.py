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
    from refkit.cli._console import put
    from refkit.csl.catalogue import style_path
    from refkit.csl.validate import validate
    from refkit.files import read_source

    lines: list[str] = []
    for style in styles:
        source = read_source(style if style == "-" else str(style_path(style)))
        lines += [
            f"{source.name}:{fault.line}: {fault.message}\n" for fault in validate(source.text)
        ]
    checked = "1 style" if len(styles) == 1 else f"{len(styles)} styles"
    put("".join(lines) or f"No problems in {checked}.\n")
    ctx.exit(1 if lines else 0)
