"""`refkit rules`: list the rules."""

from __future__ import annotations

import click


@click.command()
@click.argument("words", nargs=-1)
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Output format.",
)
def command(words: tuple[str, ...], form: str) -> None:
    """List rules.

    With WORDS, lists only rules whose code begins with one of them, or whose name contains it.

    `*` marks rules that are on by default.
    """
    from refkit.lint.pages import as_json, matching, table

    rules = matching(words)
    click.echo(as_json(rules) if form == "json" else table(rules), nl=False)
