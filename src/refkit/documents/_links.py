"""Selection of the hyperlink in a reference that is worth keeping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_ADDRESS = lazy_pattern(r"(?:https?|ftp)://[^\s/]", re.IGNORECASE)
_DOI = lazy_pattern(rf"\b{patterns.DOI_START}")
# Links to search engines, which publishers add to each reference.
_SEARCH_LINK = lazy_pattern(
    r"scholar\.google\.|serialssolutions|webofscience|webofknowledge|gateway\.isiknowledge|scopus\.com"
    r"|/search\?|crossmark|/servlet/linkout|getft\.|sfxhosted|exlibrisgroup",
    re.IGNORECASE,
)
# Texts of links that are not part of the reference.
LABELS = frozenset(
    label.strip()
    for label in """article, abstract, ads, cas, cross ref, crossref, digital library, doi, free full text, full text,
    google, google scholar, link, links, medline, open url, pdf, pmc, pmc free article, pmcid, publisher, pubmed, ref,
    ref list, scilight, scopus, text, view, view article, view in article, view in scopus, view pdf,
    view record in scopus, web of science""".split(",")
)
BACK_LINKS = frozenset({"↑", "↩", "↩︎", "^", "¶", "back", "go to reference", "jump up"})
_BRACKETS = "[]() \t\r\n\xa0"


def is_label(text: str, address: str) -> bool:
    """Whether a link's text is a publisher's label for its target, or an arrow back to the text.

    The text of a link within the same site is not a label: encyclopedias explain "doi" in this way.
    """
    label = text.strip(_BRACKETS).lower()
    return label in BACK_LINKS or (label in LABELS and _ADDRESS.match(address) is not None)


def addresses_to_add(text: str, addresses: Iterable[str]) -> list[str]:
    """Return the address to add to a text that has none: that of its DOI, or else the first one."""
    candidates = [
        address
        for address in addresses
        if _ADDRESS.match(address) and not _SEARCH_LINK.search(address)
    ]
    doi_address = next((address for address in candidates if _DOI.search(unquote(address))), None)
    if doi_address:
        return [] if _DOI.search(text) else [doi_address]
    return (
        candidates[:1] if candidates and not _ADDRESS.search(text) and not _DOI.search(text) else []
    )
