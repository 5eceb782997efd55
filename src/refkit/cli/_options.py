"""Options that several commands have, each declared once."""

from __future__ import annotations

import click

config = click.option(
    "--config",
    default="",
    metavar="FILE",
    help="Use this configuration file instead of the nearest one.",
)
isolated = click.option("--isolated", is_flag=True, help="Ignore all configuration files.")
respect_gitignore = click.option(
    "--respect-gitignore/--no-respect-gitignore",
    default=None,
    help="Skip files in folders that git ignores (default: yes).",
)
source_format = click.option(
    "--from",
    "source_format",
    default="",
    metavar="FORMAT",
    help="Input format (default: detected).",
)
min_confidence = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="NUMBER",
    help="Report fields of plain-text references read with less confidence (0 to 1).",
)
output_file = click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(),
    metavar="FILE",
    help="Write to FILE instead of standard output.",
)
