"""`refkit clean`: remove the cache."""

from __future__ import annotations

import click

from refkit.cli import _options as shared


@click.command()
@shared.cache_dir
def command(cache_dir: str) -> None:
    """Remove the cached findings of `refkit check`. Other files in the folder are kept."""
    from refkit.cli._console import put_line
    from refkit.lint.cache_store import remove_records, user_folder
    from refkit.lint.report._summary import counted

    folder = cache_dir or user_folder()
    count, size = remove_records(folder)
    put_line(f"Removed {counted(count, 'record')} ({size / 1e6:.1f} MB) from `{folder}`.")
