"""The list of retracted works: digests of DOIs, generated from the Retraction Watch table.

The first line of the file is `# refkit retractions 1 2026-11-22`, with the date of the table. Each other line
is the digest of one DOI; the lines are sorted.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from refkit.errors import RefkitError, UnreadableFile, UnwritableFile
from refkit.files import read_source
from refkit.files.output import OutputKind, write_output
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

if TYPE_CHECKING:
    import csv

HEAD = "# refkit retractions 1 "
_DOI = lazy_pattern(patterns.DOI)
# What Retraction Watch calls what happened to a paper; a correction does not take it back.
RETRACTING = frozenset({"retraction", ""})
DOI_COLUMNS = ("OriginalPaperDOI", "Original Paper DOI", "original_paper_doi", "doi", "DOI")


_LIST = OutputKind("a list of retractions", lambda text: text.startswith(HEAD))


def doi_digest(doi: str) -> str:
    """Return the digest of a DOI in the list: 16 hexadecimal digits of the SHA-256 of its lower-case form."""
    import hashlib

    return hashlib.sha256(doi.lower().encode()).hexdigest()[:16]


@lru_cache(2)
def read_retractions(path: str) -> frozenset[str]:
    """Return the digests of a list. Raises UnreadableFile if the file is not a list."""
    lines = read_source(path).text.splitlines()
    if not lines or not lines[0].startswith(HEAD):
        reason = "it is not a list of retractions; create one with `refkit update retractions FILE`"
        raise UnreadableFile(path, reason)
    return frozenset(line for line in lines[1:] if line)


def default_list() -> str:
    """Return the path of the user's list (XDG Base Directory Specification, data home)."""
    home = os.environ.get("XDG_DATA_HOME") or os.path.join(
        os.path.expanduser("~"), ".local", "share"
    )
    return os.path.join(home, "refkit", "retractions.txt")


def own_list() -> str:
    """Return the path of the user's list if it exists, or an empty string."""
    return default_list() if os.path.isfile(default_list()) else ""


def table_day(path: str) -> datetime.date:
    """Return the date of a table. Raises UnreadableFile if there is no table."""
    try:
        return datetime.date.fromtimestamp(os.stat(path).st_mtime)
    except OSError as error:
        raise UnreadableFile(path, "no such file") from error


def write_retractions(path: str, dois: Iterable[str], day: datetime.date) -> int:
    """Write the list of these DOIs, and return the number of different ones."""
    digests = sorted({doi_digest(doi) for doi in dois})
    if not digests:
        raise RefkitError(f"no retracted work was read, so `{path}` was not written")
    if os.path.dirname(path):
        _make_folder(os.path.dirname(path))
    write_output(path, "\n".join([f"{HEAD}{day.isoformat()}", *digests]) + "\n", _LIST)
    return len(digests)


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(folder, (error.strerror or str(error)).lower()) from error


def retracted_dois(path: str) -> Iterator[str]:
    """Yield the DOIs of retracted papers in a Retraction Watch CSV. Raises RefkitError for another file."""
    import csv

    rows = csv.DictReader(read_source(path).text.splitlines(keepends=True))
    try:
        yield from _retracted(path, rows)
    except csv.Error as error:
        reason = (
            f"line {rows.line_num} cannot be read as CSV: {error}; is a quotation mark not closed?"
        )
        raise UnreadableFile(path, reason) from error


def _retracted(path: str, rows: csv.DictReader[str]) -> Iterator[str]:
    column = next((name for name in DOI_COLUMNS if name in (rows.fieldnames or ())), None)
    if column is None:
        raise RefkitError(
            f"`{path}` has no column `{DOI_COLUMNS[0]}`; is it the Retraction Watch table?"
        )
    for row in rows:
        nature = (row.get("RetractionNature") or "").strip().lower()
        doi = _DOI.search(row[column] or "")
        if doi and nature in RETRACTING:
            yield doi[0].rstrip(".,;")
