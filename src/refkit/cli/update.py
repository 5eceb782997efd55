"""`refkit update`: update the lists that rules use."""

from __future__ import annotations

import click


@click.group(invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Update the lists that rules use. Nothing is downloaded; you provide the table."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


@command.command()
@click.argument("table", metavar="FILE")
@click.option(
    "--output",
    "-o",
    "target",
    default="",
    metavar="FILE",
    help="Output file (default: where `refkit check` looks for the list).",
)
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="Date of the table (default: the date of its file).",
)
def retractions(table: str, target: str, day: object) -> None:
    """Create the list of retracted works.

    FILE is the Retraction Watch table (a CSV file).

    Crossref publishes it at https://gitlab.com/crossref/retraction-watch-data. Rules of the family RET
    compare DOIs with the list.
    """
    import datetime

    from refkit.cli._console import put_line
    from refkit.lint.retractions import (
        default_list,
        retracted_dois,
        table_day,
        write_retractions,
    )

    date = day.date() if isinstance(day, datetime.datetime) else table_day(table)
    path = target or default_list()
    count = write_retractions(path, retracted_dois(table), date)
    put_line(f"{count} retracted works as of {date.isoformat()} in `{path}`")
