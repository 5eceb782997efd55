"""`refkit formats`: list the formats of references."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """List the formats that refkit reads and writes."""
    from refkit.cli._console import put
    from refkit.formats import all_formats

    rows = [("format", "reads", "writes", "suffixes")]
    for name, file_format in all_formats().items():
        suffixes = (
            *file_format.suffixes,
            *file_format.shared_suffixes,
            *file_format.document_suffixes,
        )
        reads, writes = ("yes" if part else "" for part in (file_format.read, file_format.write))
        rows.append((name, reads, writes, " ".join(suffixes)))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        put("  ".join((*cells, row[3])).rstrip() + "\n")
