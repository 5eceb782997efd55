"""Find the keys cited by a LaTeX document that contains its own reference list."""

from __future__ import annotations

from refkit.documents import syntax_of
from refkit.model.source import Source, Span
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Keyed:
    """The keys that a document cites, each with the place of its first citation.

    `perhaps` contains the keys of its list that are arguments of commands that may cite. `whole` is true if no other
    file and no macro may cite more, and `own` if the document has no other list.
    """

    places: dict[str, Span]
    perhaps: frozenset[str]
    whole: bool
    own: bool


def keyed(source: Source) -> Keyed | None:
    """Return the citations by key of a LaTeX document, or None for other documents and without citations."""
    text = source.text
    if "\\bibitem" not in text or syntax_of(source.name, text) != "latex":
        return None
    from refkit.documents.citations.latex import find

    found = find(source)
    places: dict[str, Span] = {}
    for cite in (cite for citation in found.citations for cite in citation.cites):
        places.setdefault(cite.key, cite.span)
    listed = frozenset(key.key for key in found.defined)
    perhaps = frozenset(key.key for key in found.mentions) & listed
    whole = not (found.cites_all or found.includes or found.doubts)
    own = not found.bibliographies
    return Keyed(places, perhaps, whole, own) if places or perhaps else None
