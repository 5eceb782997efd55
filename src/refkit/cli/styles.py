"""`refkit styles`: list citation styles."""

from __future__ import annotations

import click


@click.command()
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option(
    "--field", default="", metavar="FIELD", help="List only styles of a field, such as psychology."
)
@click.option(
    "--all",
    "with_dependent",
    is_flag=True,
    help="Include the styles of journals that refer to another style.",
)
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], field: str, with_dependent: bool) -> None:
    """List citation styles.

    With WORDs, lists only styles whose name or title contains all of them."""
    from refkit import api
    from refkit.cli._console import put, report_warnings

    matches = api.styles(" ".join(words), field, dependent=with_dependent)
    width = max((len(style.name) for style in matches), default=0)
    put("".join(f"{style.name:<{min(width, 60)}}  {style.about}\n" for style in matches))
    if not matches:
        report_warnings(["no style found; try fewer words, or --all to include journals"])
    ctx.exit(0 if matches else 1)
