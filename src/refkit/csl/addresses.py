"""Web addresses of items: those of identifiers, and links on titles."""

from __future__ import annotations

from refkit.csl.output import Node, Tag, Text
from refkit.csl.tree import first_tagged, replaced, walk
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import replace

# CSL 1.0.2, Appendix IV: addresses of the identifiers, the most permanent one first.
ADDRESSES = {
    "DOI": "https://doi.org/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "URL": "",
}

_START_OF_DOI = lazy_pattern(r"(?i)(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)")


def address(variable: str, value: str) -> str:
    """Return the address of an identifier, which may be written as an address itself."""
    if value.startswith("http"):
        return value
    if variable == "DOI":
        value = bare_doi(value)
    elif variable == "URL" and value.startswith("www."):
        return f"http://{value}"
    return ADDRESSES[variable] + value


def bare_doi(value: str) -> str:
    """Return a DOI without the address or the label before it."""
    return _START_OF_DOI.sub("", value, count=1)


def with_title_link(entry: Node, item: Item) -> Node:
    """Return an entry that links somewhere: its title links to the item if the style prints no identifier."""
    if any(isinstance(one, Text) and one.href for one in walk(entry)):
        return entry
    title, target = first_tagged(entry, Tag.TITLE), address_of(item)
    if not isinstance(title, Text) or not target:
        return entry
    return replaced(entry, {id(title): replace(title, href=target)})


def address_of(item: Item) -> str:
    """Return the address of an item, or an empty string."""
    for variable in ADDRESSES:
        value = item.text.get(variable)
        if value:
            return address(variable, value)
    return ""
