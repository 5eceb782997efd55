"""Check a file as a database or a reference manager exports it."""

from tests.rules.lintcase import TODAY

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source


def problems(text: str) -> list[tuple[str, str]]:
    """Return the code and message of each finding of the default rules that is not information."""
    found = check(read(Source(text, "refs.bib")), Settings(today=TODAY))
    return [(finding.code, finding.message) for finding in found if finding.severity != "info"]
