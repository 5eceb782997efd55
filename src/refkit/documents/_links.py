"""Hyperlinks of a reference: which address says more than the text it stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from refkit.patterns import lazy_pattern

_ADDRESS = lazy_pattern(r"(?:https?|ftp)://[^\s/]", re.IGNORECASE)
_DOI = lazy_pattern(r"\b10\.\d{4,9}/", re.IGNORECASE)
# Publishers put links of search engines behind each reference; they say nothing about the work.
_SEARCHES = lazy_pattern(
    r"scholar\.google\.|serialssolutions|webofscience|webofknowledge|gateway\.isiknowledge|scopus\.com"
    r"|/search\?|crossmark|/servlet/linkout|getft\.|sfxhosted|exlibrisgroup",
    re.IGNORECASE,
)
# What stands on such links: the text too says nothing about the work.
LABELS = frozenset(
    label.strip()
    for label in """article, abstract, ads, cas, cross ref, crossref, digital library, doi, free full text, full text,
    google, google scholar, link, links, medline, open url, pdf, pmc, pmc free article, pmcid, publisher, pubmed, ref,
    ref list, scilight, scopus, text, view, view article, view in article, view in scopus, view pdf,
    view record in scopus, web of science""".split(",")
)
BACK = frozenset({"↑", "↩", "↩︎", "^", "¶", "back", "go to reference", "jump up"})
_BRACKETS = "[]() \t\r\n\xa0"


def is_label(text: str, address: str) -> bool:
    """Whether a link's text is a publisher's word for where it leads, or an arrow back to the text.

    A word that leads to another page of its site is one of the text: encyclopaedias explain "doi" so.
    """
    said = text.strip(_BRACKETS).lower()
    return said in BACK or (said in LABELS and _ADDRESS.match(address) is not None)


def worth_telling(text: str, addresses: Iterable[str]) -> list[str]:
    """Return the address to add to a text: that of its DOI, else its first one, unless it has one already."""
    known = [
        address
        for address in addresses
        if _ADDRESS.match(address) and not _SEARCHES.search(address)
    ]
    found = next((address for address in known if _DOI.search(unquote(address))), None)
    if found:
        return [] if _DOI.search(text) else [found]
    return known[:1] if known and not _ADDRESS.search(text) and not _DOI.search(text) else []
