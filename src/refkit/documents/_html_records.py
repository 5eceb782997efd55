"""References that HTML contains as data: COinS, `citation_reference`, and schema.org's citations in JSON-LD.

The `citation_*` elements and the main entity of a page describe the page itself, which is not a reference of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from refkit.model.source import EmbeddedRecord, Span
from refkit.patterns import lazy_pattern

MAX_RECORDS = 20_000  # of one page
_TAG = lazy_pattern(
    r"<(?:span|meta)\b((?>(?:[^<>\"']|\"[^\"]{0,20000}+\"|'[^']{0,20000}+')*))>", re.IGNORECASE
)
_ATTRIBUTE = lazy_pattern(r"([\w:-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_SCRIPT = lazy_pattern(r"<script\b[^<>]{0,500}application/ld\+json[^<>]{0,500}>", re.IGNORECASE)
_END = lazy_pattern(r"</script", re.IGNORECASE)
_IS_STRUCTURED = lazy_pattern(r"\s*citation_[a-z_]+=")


def html_records(text: str) -> tuple[EmbeddedRecord, ...]:
    """Return the references that a page contains as data, in the order of the text."""
    found: list[EmbeddedRecord] = []
    if "Z3988" in text or "citation_reference" in text:
        found += _tags(text)
    if "application/ld+json" in text:
        found += _scripts(text)
    return tuple(sorted(found, key=lambda record: record.span)[:MAX_RECORDS])


def _tags(text: str) -> Iterator[EmbeddedRecord]:
    """Yield the records in attributes: `<span class="Z3988" title="...">`, `<meta name="citation_reference" ...>`."""
    for tag in _TAG.finditer(text):
        if "Z3988" not in tag[1] and "citation_reference" not in tag[1]:
            continue
        attributes = {
            match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
            for match in _ATTRIBUTE.finditer(tag[1])
        }
        span = Span(*tag.span())
        if "Z3988" in attributes.get("class", "").split() and attributes.get("title"):
            yield EmbeddedRecord("coins", attributes["title"], span)
        elif attributes.get("name", "").lower() == "citation_reference":
            content = attributes.get("content", "")
            form = "citation-reference" if _IS_STRUCTURED.match(content) else "reference"
            if content.strip():
                yield EmbeddedRecord(form, content, span)


def _scripts(text: str) -> Iterator[EmbeddedRecord]:
    """Yield the scripts with JSON-LD, of which only those with citations are records."""
    for script in _SCRIPT.finditer(text):
        end = _END.search(text, script.end())
        content = text[script.end() : end.start() if end else len(text)]
        if '"citation"' in content or '"itemListElement"' in content:
            yield EmbeddedRecord("json-ld", content, Span(*script.span()))
