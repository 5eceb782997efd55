"""Group the differences between two processors by what makes the texts equal, or by the first words that differ."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Protocol


class Texts(Protocol):
    """Two texts that should be equal."""

    ours: str
    theirs: str


_TAG = re.compile(r"<[^>]*>")
_QUOTE = re.compile("[\"'“”„‟‘’‚«»‹›`]")
_DASH = re.compile("[‐‑‒–—−]")
_PUNCTUATION = re.compile(r"[^\w\s]")
# Each step also removes what the steps before it remove.
STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("markup", lambda text: _TAG.sub("", text)),
    ("white space", lambda text: "".join(text.split())),
    ("quotes", lambda text: _QUOTE.sub('"', text)),
    ("dashes", lambda text: _DASH.sub("-", text)),
    ("case", str.casefold),
    ("punctuation", lambda text: _PUNCTUATION.sub("", text)),
    ("order of characters", lambda text: "".join(sorted(text))),
)
_TOKEN = re.compile(r"\w+|[^\w\s]|\s")


def cause(ours: str, theirs: str) -> str:
    """Return the kind of a difference."""
    ours, theirs = (unicodedata.normalize("NFC", html.unescape(text)) for text in (ours, theirs))
    first = first_difference(ours, theirs)
    for name, step in STEPS:
        ours, theirs = step(ours), step(theirs)
        if ours == theirs:
            return f"{name}: {first}"
    return f"words: {first}"


def first_difference(ours: str, theirs: str) -> str:
    """Return the first tokens that differ, with words and numbers replaced by their shape."""
    left, right = _TOKEN.findall(_TAG.sub("", ours)), _TOKEN.findall(_TAG.sub("", theirs))
    at = 0
    while at < min(len(left), len(right)) and left[at] == right[at]:
        at += 1
    before = "".join(_shape(token) for token in left[max(at - 1, 0) : at])
    return f"{before}[{_window(right, at)} | {_window(left, at)}]"


def _window(tokens: list[str], at: int) -> str:
    return "".join(_shape(token) for token in tokens[at : at + 3])


def _shape(token: str) -> str:
    """Return a token as it is if it is punctuation, else its kind."""
    if not token[0].isalnum():
        return token
    if token.isdecimal():
        return "9"
    return "Word" if token[0].isupper() else "word"


def report(differences: Iterable[Texts]) -> str:
    """Return the kinds of the differences, the most frequent ones first, with an example of each."""
    groups: dict[str, list[Texts]] = defaultdict(list)
    for one in differences:
        groups[cause(one.ours, one.theirs)].append(one)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return "\n".join(f"{len(group):5}  {name}\n{group[0]}" for name, group in ordered)
