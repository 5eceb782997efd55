"""The entry contains traces of an AI assistant's answer.

`utm_source=chatgpt.com`, `oaicite` and `turn0search3` are copied from a chat. The reference may be right, but
perhaps nobody has verified it.

Example:

    @misc{lane2024,
      author = {Lane, Pat},
      title = {Bees in Cities},
      year = {2024},
      url = {https://bees.example.net/cities?utm_source=chatgpt.com},
    }

Use instead:

    @misc{lane2024,
      author = {Lane, Pat},
      title = {Bees in Cities},
      year = {2024},
      url = {https://bees.example.net/cities},
    }

Fix: none, because the reference must be verified first.
Source: the marks are in `refkit/data/placeholders.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from refkit.data.placeholders import ASSISTANT_RESIDUE
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.model.source import Source
from refkit.patterns import lazy_pattern

_MARK = lazy_pattern(f"(?i){ASSISTANT_RESIDUE}")
# Every mark contains one of these.
_HINTS = (
    "utm_source=", "referrer=chatgpt", "oaicite", "oai_citation", "turn0", "turn1", "ontentReference",
    "contentreference", "[cite", "【", "an AI language model", "annot verify", "can't verify", "nowledge cut",
    "vertexaisearch",
)  # fmt: skip


@lru_cache(8)
def _may_hold_some(source: Source) -> bool:
    return any(hint in source.text for hint in _HINTS)


@rule("SIG221", "assistant-residue", severity="error", verdict=Verdict.SIGNAL)
def assistant_residue(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report the traces of an assistant in all fields."""
    if not _may_hold_some(entry.source):
        return
    text = entry.source.slice(entry.span)
    for field in entry.fields if any(hint in text for hint in _HINTS) else ():
        # Abstracts and keywords can be about assistants.
        if field.name in ("abstract", "keywords", "file"):
            continue
        marks = (
            Mark(
                *match.span(),
                f"`{match[0]}` in `{field.name}` is a trace of an AI assistant; verify the reference",
            )
            for match in _MARK.finditer(field.value)
        )
        yield from findings_at(field, entry, marks)
