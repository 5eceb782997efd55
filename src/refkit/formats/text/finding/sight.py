"""Whether a text of unknown format contains a reference list; used only if no other format is recognized."""

from __future__ import annotations

import re

from refkit.patterns import lazy_pattern

_LOOKED_AT = 200_000
# What the files of other tools start lines with, which are read by their own formats or by none: RIS,
# EndNote, PubMed, BibTeX, JSON, XML, YAML, TOML and programs.
_OF_OTHERS = lazy_pattern(
    r"^(?:[A-Z][A-Z0-9]  - |%[0-9A-Z@] |[A-Z]{2,4} *- |[ \t]*@[A-Za-z]+[ \t]*[{(,\"]|[ \t]*[{\[][ \t]*[{\"\n\]]"
    r"|<\?xml|---[ \t]*$|[ \t]*-[ \t]+[\w-]+:[ \t]|[\w-]+[ \t]*=[ \t]|[\w-]+:[ \t]*$|#!|FN |PT [A-Z]$)",
    re.MULTILINE,
)
_HEAD = 4_000


def holds_references(text: str) -> bool:
    """Whether a text contains a list of two or more references, or is one, and is in no other format."""
    if _OF_OTHERS.search(text[:_HEAD]):
        return False
    from refkit.documents import read_document, syntax_of
    from refkit.formats.text.finding.split import references
    from refkit.model.source import Source

    source = Source(text[-_LOOKED_AT:], "<text>")  # a list stands at the end
    found = references(read_document(source, syntax_of(source.name, source.text))).references
    like = [reference for reference in found if _is_like_one(reference.excerpt.text)]
    if len(found) == 1 and like:
        return len(like[0].excerpt.text) * 5 > len(text.strip()) * 4
    return len(like) > 1 and len(like) * 2 > len(found)


_YEAR = lazy_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\bn\.\s?d\.|\bin press\b|\bforthcoming\b")
_LONGEST = 2_000


def _is_like_one(text: str) -> bool:
    """Whether a line resembles a reference: words and a year between full stops or commas."""
    parts = re.split(r"[.,;:]\s", text[:_LONGEST])
    return 20 < len(text) <= _LONGEST and len(parts) > 2 and _YEAR.search(text) is not None
