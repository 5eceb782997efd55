"""Find runs of one label in the tokens of a reference."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from refkit.formats.text.recognize.tokens import Tokens
from refkit.patterns import lazy_pattern

Rule = Callable[[Tokens, list[str]], list[str]]

WORKS = {"title", "container-title"}
IN = lazy_pattern(r"(?:in|dans|en|im|nel)\b", re.IGNORECASE)


def run_end(labels: Sequence[str], start: int) -> int:
    """Return the end of the run of one label that starts at a token."""
    end = start
    while end < len(labels) and labels[end] == labels[start]:
        end += 1
    return end


def head_start(labels: Sequence[str]) -> int:
    """Return the index of the first token after a citation number, if any."""
    return 1 if labels[:1] == ["citation-number"] else 0
