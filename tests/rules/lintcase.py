"""Ask one rule about a short text."""

import datetime
from dataclasses import replace

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.fix import fix_text
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.model.source import Source

TODAY = datetime.date(2026, 11, 22)


def asked(code: str, settings: Settings | None = None) -> Settings:
    """The settings under which only the rule with this code or name runs, on the tests' day."""
    base = settings or Settings()
    return replace(base, select=(code,), today=base.today or TODAY, preview=True)


def findings(code: str, text: str, settings: Settings | None = None) -> list[Finding]:
    """What the rule finds in a BibTeX text."""
    return check(read(Source(text, "test.bib")), asked(code, settings))


def messages(code: str, text: str, settings: Settings | None = None) -> list[str]:
    """The messages of the rule about a BibTeX text."""
    return [finding.message for finding in findings(code, text, settings)]


def quoted(code: str, text: str, settings: Settings | None = None) -> list[str]:
    """The places of a BibTeX text that the rule points at, as written."""
    return [text[f.span.start : f.span.end] for f in findings(code, text, settings)]


def fixed(code: str, text: str, settings: Settings | None = None, unsafe: bool = False) -> str:
    """The text after the rule's fixes."""
    return fix_text(Source(text, "test.bib"), read, asked(code, settings), unsafe).source.text
