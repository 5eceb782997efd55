"""`refkit rule`: explain a rule."""

from __future__ import annotations

import click


@click.command()
@click.argument("code", required=False)
@click.option("--all", "with_all", is_flag=True, help="Explain all rules.")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Output format.",
)
def command(code: str | None, with_all: bool, form: str) -> None:
    """Explain a rule.

    CODE is the code or the name of the rule. Prints what is wrong, why it matters, an example and the fix."""
    from refkit.lint.pages import as_json, page
    from refkit.lint.registry import all_rules, find_rule

    if code is None and not with_all:
        raise click.UsageError("name a rule, such as `refkit rule DAT101`, or use `--all`")
    rules = all_rules() if code is None else (find_rule(code),)
    click.echo(as_json(rules) if form == "json" else "\n\n".join(page(rule) for rule in rules))
