"""Variables that are implied by an `eprint` field.

CSL 1.0.2, Appendix III: "article" is for preprints and working papers; a preprint's server is its publisher.
Implied variables are added when an entry is read, and omitted when the item is written.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from refkit.data.bibtex_csl import EPRINT_ADDRESSES, PREPRINT_SERVERS, PREPRINT_TYPES


def eprint_archive(custom: Mapping[str, str]) -> str:
    """Return the archive in lower case; arXiv's exports only have a class, and some entries only a server."""
    archive = custom.get("eprinttype", "").lower()
    if "eprint" not in custom:
        return archive if archive in PREPRINT_SERVERS else ""
    return archive or ("arxiv" if "eprintclass" in custom else "")


def is_preprint(entry_type: str, custom: Mapping[str, str]) -> bool:
    """Whether an entry is a preprint: it has a generic type, and its archive is a preprint server."""
    return entry_type in PREPRINT_TYPES and eprint_archive(custom) in PREPRINT_SERVERS


def eprint_variables(
    entry_type: str, custom: Mapping[str, str], variables: Collection[str]
) -> dict[str, str]:
    """Return the text variables that the eprint implies for an item with the variables `known`."""
    archive = eprint_archive(custom)
    number = custom.get("eprint", "").removeprefix("arXiv:").removeprefix("arxiv:")
    implied: dict[str, str] = {}
    if number and archive in EPRINT_ADDRESSES and "DOI" not in variables:
        implied["URL"] = EPRINT_ADDRESSES[archive] + number
    if is_preprint(entry_type, custom):
        implied["publisher"] = PREPRINT_SERVERS[archive]
        if number and archive == "arxiv":
            implied["number"] = f"arXiv:{number}"
    return implied
