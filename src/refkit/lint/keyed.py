"""What a LaTeX document with a list of its own cites by key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refkit.documents import syntax_of
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern

# LaTeX's, natbib's and biblatex's commands: \cite, \citep*, \parencite[see][3], \Textcite, \footcite ...
_CITE = lazy_pattern(
    r"\\(?P<command>(?:no|foot|auto|paren|text|super|smart|full|foot|short|C)?[Cc]ite[A-Za-z]*+)\*?+\s{0,9}+"
    r"(?>(?:\[[^\[\]]{0,200}+\]\s{0,9}+){0,2})\{(?P<keys>[^{}]{0,2000}+)\}"
)
_NO_CITES = frozenset({"citestyle", "citestylename", "citetitlefont", "citenumfont"})
_KEY = lazy_pattern(r"[^,\s]+")
_ELSEWHERE = lazy_pattern(r"\\(?:input|include|subfile|subimport|import)\b")
_OTHER_LISTS = lazy_pattern(
    r"\\(?:bibliography|addbibresource|printbibliography|bibselect|putbib)\b"
)


@dataclass(slots=True, frozen=True)
class Keyed:
    """The keys that a document cites, each with the place where it first does.

    `whole` says that no other file may cite more; `own` that the list in it is its only one.
    """

    places: dict[str, Span]
    whole: bool
    own: bool


def keyed(source: Source) -> Keyed | None:
    """Return what a LaTeX document cites by key; None of other documents, and of those without citations."""
    text = source.text
    if "\\bibitem" not in text or syntax_of(source.name, text) != "latex":
        return None
    places: dict[str, Span] = {}
    for key, place in _cited(text):
        places.setdefault(key, place)
    whole = "*" not in places and _ELSEWHERE.search(text) is None
    return Keyed(places, whole, _OTHER_LISTS.search(text) is None) if places else None


def _cited(text: str) -> Iterator[tuple[str, Span]]:
    """Give the keys in the order of the text; what is commented out cites nothing."""
    for cite in _CITE.finditer(text):
        line = text[max(text.rfind("\n", 0, cite.start()) + 1, cite.start() - 500) : cite.start()]
        if cite["command"].lower() in _NO_CITES or re.search(r"(?<!\\)%", line):
            continue
        for key in _KEY.finditer(text, *cite.span("keys")):
            yield key[0], Span(*key.span())
