"""The clusters that the citation processor renders for the citations of a document."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.citing.affixes import MAX_TEXTS, placeholder, protect
from refkit.csl.cite import Cite, Cluster
from refkit.model.citation import Citation, DocumentCite
from refkit.patterns import lazy_pattern
from refkit.records import replace

_OPENS = "([{“‘«„‚/-–—'\""
_MARKUP = lazy_pattern(r"[\\`*_$<>^~\[\]{}@#]")  # other signs in locators are those of ranges
_WORD_START = lazy_pattern(r"[^\W_]")


def clusters_of(citation: Citation, note: int, is_group: bool) -> list[Cluster]:
    """Return the clusters of a citation, which is in a note of this number, or in the text for 0.

    A narrative citation of several works is one cluster in Pandoc's form (`is_group`), whose further cites follow in
    the brackets. Otherwise each work has its author in the sentence.
    """
    cites = _with_outer_affixes(citation)
    match citation.kind:
        case "narrative" if is_group or len(cites) == 1:
            return [Cluster(cites, note, composite=True)]
        case "narrative":
            return [Cluster([cite], note, composite=True) for cite in cites]
        case "author-only":
            return [Cluster([_author_only(cite)], note) for cite in cites]
        case "no-author":
            return [Cluster([_without_author(cite) for cite in cites], note)]
        case "year-only":
            return [Cluster([_without_author(cite)], note) for cite in cites]
        case "field" | "full":
            return [Cluster([cite], note) for cite in cites]
    return [Cluster(cites, note)]


def _with_outer_affixes(citation: Citation) -> list[Cite]:
    """Return the cites, of which the first and the last have the affixes of the whole citation, too."""
    cites = [_cite(cite) for cite in citation.cites]
    if citation.prefix:
        first = cites[0]
        cites[0] = _copy(first, prefix=_prefix(citation.prefix) + first.prefix)
    if citation.suffix:
        last = cites[-1]
        cites[-1] = _copy(last, suffix=last.suffix + _suffix(citation.suffix))
    return cites


def _cite(cite: DocumentCite) -> Cite:
    return Cite(
        cite.key,
        protect(cite.locator) if _MARKUP.search(cite.locator) else cite.locator,
        cite.label,
        _prefix(cite.prefix),
        _suffix(cite.suffix),
        cite.suppresses_author,
    )


def _copy(cite: Cite, prefix: str | None = None, suffix: str | None = None) -> Cite:
    return Cite(
        cite.id,
        cite.locator,
        cite.label,
        cite.prefix if prefix is None else prefix,
        cite.suffix if suffix is None else suffix,
        cite.suppress_author,
        cite.author_only,
    )


def _author_only(cite: Cite) -> Cite:
    return Cite(cite.id, author_only=True)


def _without_author(cite: Cite) -> Cite:
    return Cite(cite.id, cite.locator, cite.label, cite.prefix, cite.suffix, suppress_author=True)


def _prefix(text: str) -> str:
    """Return a prefix with the space that separates it from the cite."""
    written = protect(text.strip())
    return written if not written or text.strip()[-1] in _OPENS else f"{written} "


def _suffix(text: str) -> str:
    """Return a suffix with the space that separates a word from the cite."""
    written = protect(text.rstrip())
    return f" {written}" if _WORD_START.match(written) else written


def nested_in(citations: Sequence[Citation]) -> dict[int, list[int]]:
    """Return the positions of the citations in the affixes of others, by the position of these.

    Citations are in the order of their spans, so that a nested one follows the one around it.
    """
    nested: dict[int, list[int]] = {}
    outer = -1
    for index, citation in enumerate(citations):
        if outer >= 0 and citation.span.start < citations[outer].span.end:
            nested.setdefault(outer, []).append(index)
        else:
            outer = index
    return nested


def with_placeholders(citation: Citation, nested: Sequence[tuple[int, str]]) -> Citation:
    """Return a citation with placeholders in its affixes for nested ones, given as numbers and texts as written."""
    cites = list(citation.cites)
    for number, written in nested:
        text = " ".join(written.split())
        for index, cite in enumerate(cites):
            if number < MAX_TEXTS and text in cite.prefix + cite.suffix:
                mark = placeholder(number)
                cites[index] = replace(
                    cite,
                    prefix=cite.prefix.replace(text, mark, 1),
                    suffix=cite.suffix.replace(text, mark, 1),
                )
                break
    return replace(citation, cites=tuple(cites))
