"""Check a short text with one rule."""

import datetime
from dataclasses import replace

from refkit import api
from refkit.api import lost_by, printed_by
from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.fix import fix_text
from refkit.lint.rule import Finding
from refkit.lint.settings import Settings
from refkit.model.source import Source

TODAY = datetime.date(2026, 11, 22)


def asked(codes: str | tuple[str, ...], settings: Settings | None = None) -> Settings:
    """Return settings that run only the rules with these codes or names, on the tests' date."""
    base = settings or Settings()
    words = (codes,) if isinstance(codes, str) else codes
    return replace(base, select=words, today=base.today or TODAY, preview=True)


def options(written: str) -> Settings:
    """Return the settings of an `Options` line: `document-date=2020-01-01 dialect=biblatex`."""
    settings = Settings()
    for word in written.split():
        name, _, value = word.partition("=")
        match name:
            case "document-date":
                settings = replace(settings, document_date=datetime.date.fromisoformat(value))
            case "dialect":
                settings = replace(settings, dialect=value)
            case "style":
                settings = replace(
                    settings, style=value, prints=printed_by(value), losses=lost_by(value)
                )
            case "min-confidence":
                settings = replace(settings, min_confidence=float(value))
            case "retractions":
                settings = replace(settings, retractions=value)
            case _:
                raise ValueError(word)
    return settings


def findings(
    code: str | tuple[str, ...], text: str, settings: Settings | None = None
) -> list[Finding]:
    """Return the findings of the rule in a BibTeX text."""
    return check(read(Source(text, "test.bib")), asked(code, settings))


def marked(code: str, text: str, form: str) -> list[str]:
    """Return the parts of a text in a format that the rule marks."""
    found = check(api.read(Source(text, "test"), form), asked(code))
    return [text[f.span.start : f.span.end] for f in found]


def messages(code: str, text: str, settings: Settings | None = None) -> list[str]:
    """Return the messages of the rule for a BibTeX text."""
    return [finding.message for finding in findings(code, text, settings)]


def quoted(code: str, text: str, settings: Settings | None = None) -> list[str]:
    """Return the parts of a BibTeX text that the rule marks."""
    return [text[f.span.start : f.span.end] for f in findings(code, text, settings)]


def fixed(
    code: str | tuple[str, ...], text: str, settings: Settings | None = None, unsafe: bool = False
) -> str:
    """Return the text after the rule's fixes."""
    return fix_text(Source(text, "test.bib"), read, asked(code, settings), unsafe).source.text
