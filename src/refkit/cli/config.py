"""`refkit config`: show the configuration."""

from __future__ import annotations

import click

from refkit.cli import _options as shared


@click.command()
@click.argument("path", default=".")
@shared.config
@shared.isolated
def command(path: str, config: str, isolated: bool) -> None:
    """Show the options in effect, and where each value comes from.

    PATH is a file or folder (default: the current folder). The output is a valid configuration. Options on the
    command line of a command take precedence.
    """
    import os

    from refkit.cli._console import put, warn
    from refkit.errors import UnreadableFile
    from refkit.lint.effective import as_toml, effective_options
    from refkit.lint.options import Request
    from refkit.lint.run import config_for

    if not os.path.exists(path):
        raise UnreadableFile(path, "no such file or folder")
    found = config_for(Request(config=config, isolated=isolated), path)
    found.verify()
    for note in (*found.notes, *found.missing_files()):
        warn(f"refkit: {note}")
    if not found.path:
        warn("refkit: there is no configuration; these are the defaults")
    put(as_toml(effective_options(found)))
