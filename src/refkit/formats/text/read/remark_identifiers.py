"""Store identifiers, web addresses and access dates that are recognized by their form."""

from __future__ import annotations

import re

from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.draft import Draft
from refkit.model.dates import parse_date
from refkit.model.identifiers import (
    find_doi,
    parse_arxiv,
    parse_isbn,
    parse_issn,
    parse_pmcid,
    parse_pmid,
)
from refkit.model.identifiers.patterns import DOI_RESOLVER
from refkit.patterns import lazy_pattern


def take_doi(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store a DOI."""
    doi = find_doi(found["doi"])
    if doi is None:
        return False
    draft.put("DOI", doi.text, segment)
    return True


def take_arxiv(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store an arXiv identifier with its version and class."""
    identifier = parse_arxiv(re.sub(r"\s+", "", found["arxiv"]).rstrip(".,;:)]"))
    if identifier is None:
        return False
    version = f"v{identifier.version}" if identifier.version else ""
    draft.item.custom.setdefault("eprint", identifier.id + version)
    draft.item.custom.setdefault("eprinttype", "arxiv")
    draft.note_place("eprint", segment)
    subject = found.groupdict().get("group") or identifier.archive
    if subject and subject != identifier.id.partition("/")[0]:
        draft.item.custom.setdefault("eprintclass", subject)
    return True


def take_arxiv_class(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store an arXiv subject class if the reference has an arXiv identifier or names arXiv."""
    if "eprint" not in draft.item.custom and "arxiv" not in draft.text.lower():
        return False
    draft.item.custom.setdefault("eprintclass", found["group"].replace(" ", ""))
    draft.note_place("eprintclass", segment)
    return True


_RESOLVER = lazy_pattern(DOI_RESOLVER, re.IGNORECASE)


def take_url(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store a web address without the punctuation after it."""
    address = found["url"].rstrip(".,;:'’\"")
    while address.endswith((")", "]")) and sum(map(address.count, "([")) < sum(
        map(address.count, ")]")
    ):
        address = address[:-1].rstrip(".,;:")
    if not _RESOLVER.fullmatch(address):  # its DOI follows after a space
        draft.put("URL", address, segment)
    return True


_NUMBERS = lazy_pattern(r"(\d\d?)[/-](\d\d?)[/-](\d{4})\Z")


def take_accessed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the date on which a page was accessed."""
    written = draft.text[slice(*found.span("date"))].strip(" ,.;()[]")
    date = parse_date(_NUMBERS.sub(r"\1.\2.\3", written) if found["day_first"] else written)
    if (
        date.literal
        or date.start is None
        or (found[0].lstrip("[ ")[:1].isdigit() and not date.start.day)
    ):
        return False
    if "accessed" not in draft.item.dates:
        draft.put_date("accessed", date, segment)
    return True


def take_isbn(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store an ISBN, or an ISSN that is labeled as one."""
    number = re.sub(r"\s+", " ", found["number"]).strip(" .,;-")
    isbn, issn = parse_isbn(number), parse_issn(number)
    if isbn is not None:
        draft.put("ISBN", number, segment)
    elif issn is not None:
        draft.put("ISSN", issn.text, segment)
    return isbn is not None or issn is not None


def take_pmcid(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store an identifier of PubMed Central."""
    number = parse_pmcid(found["number"])
    if number is not None:
        draft.put("PMCID", number, segment)
    return number is not None


def take_pmid(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store an identifier of PubMed."""
    number = parse_pmid(found["number"])
    if number is not None:
        draft.put("PMID", number, segment)
    return number is not None


def take_eric(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the number of a document in the ERIC archive."""
    draft.put("archive", "ERIC", segment)
    draft.put("archive_location", " ".join(found["number"].split()), segment)
    return True
