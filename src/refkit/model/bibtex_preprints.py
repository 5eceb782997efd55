"""Preprints in .bib files, which state the server as a journal, a publisher or a note."""

from __future__ import annotations

from refkit.data.bibtex_csl import EPRINT_ADDRESSES, PREPRINT_SERVERS
from refkit.model.identifiers import parse_arxiv
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import replace

# The journals of preprints in exports of Google Scholar, ADS, DBLP (CoRR), OpenAlex and Crossref.
_SERVER = lazy_pattern(
    rf"(CoRR|(?i:{'|'.join(PREPRINT_SERVERS)}))(?i:\.org)?"
    r"(?i:[\s:]+(?:e-?prints?|preprints?|preprint server|electronic journal|\(cornell university\)))*"
    r"[\s,:]*((?i:arxiv:|abs/|[a-z-]+(?:\.[a-z]{2})?/)?[0-9.v]*)"
)
_ARXIV = "arXiv:"
_NOT_OF_PREPRINTS = ("container-title", "page")
# Types that a preprint can have in BibTeX.
_OPEN_TYPES = frozenset(("document", "manuscript", "webpage"))


def with_preprint(item: Item) -> Item:
    """Return an @article in a preprint server as a preprint: `journal = {arXiv preprint arXiv:1810.04805}`, `CoRR`.

    CSL 1.0.2, Appendix III: "article" is for preprints; the server is the publisher.
    """
    if item.type in _OPEN_TYPES:
        return _preprint_of_misc(item)
    journal = item.text.get("container-title", "")
    match = _SERVER.fullmatch(journal) if item.type == "article-journal" else None
    if match is None:
        return item
    archive = "arxiv" if match[1] == "CoRR" else match[1].lower()
    # the pages are a part of the number in exports (`2020--01`)
    text = {name: value for name, value in item.text.items() if name not in _NOT_OF_PREPRINTS}
    text["publisher"] = PREPRINT_SERVERS[archive]
    if archive == "arxiv":
        stated = (match[2], item.custom.get("eprint", ""), item.text.get("page", ""))
        _add_arxiv_number(text, *stated)
    return replace(item, type="article", text=text)


def _preprint_of_misc(item: Item) -> Item:
    """Return a @misc or @online as a preprint if a server is its publisher, its `eprinttype` or its note."""
    stated = (
        item.text.get("publisher", ""),
        item.custom.get("eprinttype", ""),
        item.text.get("note", ""),
    )
    for variable, value in zip(("publisher", "", "note"), stated, strict=True):
        match = _SERVER.fullmatch(value) if value else None
        if match is None or "container-title" in item.text:
            continue
        archive = "arxiv" if match[1] == "CoRR" else match[1].lower()
        text = without(item, variable) | {"publisher": PREPRINT_SERVERS[archive]}
        if archive == "arxiv":
            _add_arxiv_number(text, match[2], item.custom.get("eprint", ""))
        return replace(item, type="article", text=text)
    return item


def _add_arxiv_number(text: dict[str, str], *stated: str) -> None:
    """Add the number of a preprint on arXiv and its address, and remove the variables that state it."""
    places = {name: text[name] for name in ("volume", "number") if name in text}
    for value in (*stated, *places.values()):
        found = parse_arxiv(value.removeprefix("abs/")) if value else None
        if found is not None:
            text["number"] = _ARXIV + found.id
            if "DOI" not in text:
                text.setdefault("URL", EPRINT_ADDRESSES["arxiv"] + found.id)
            break
    for name, value in places.items():
        if name != "number" and parse_arxiv(value.removeprefix("abs/")) is not None:
            del text[name]


def without(item: Item, variable: str) -> dict[str, str]:
    """Return the text variables of an item without one of them."""
    return {name: value for name, value in item.text.items() if name != variable}
