"""What an `eprint` says in CSL's words, for which the record itself has no variable.

CSL 1.0.2, Appendix III: "article" is for preprints and working papers; a preprint's server is its publisher.
What is told here is not in the file as such: it is added when an entry is read, and left out when the item
is written, so that it comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from refkit.data.bibtex_csl import EPRINT_ADDRESSES, PREPRINT_SERVERS, PREPRINT_TYPES


def archive_of(custom: Mapping[str, str]) -> str:
    """The archive in lower case; arXiv's exports say it by a class alone."""
    if "eprint" not in custom:
        return ""
    return custom.get("eprinttype", "arxiv" if "eprintclass" in custom else "").lower()


def is_preprint(entry_type: str, custom: Mapping[str, str]) -> bool:
    """Tell whether an entry is a preprint: of no type of its own, and on a server of such."""
    return entry_type in PREPRINT_TYPES and archive_of(custom) in PREPRINT_SERVERS


def eprint_variables(
    entry_type: str, custom: Mapping[str, str], known: Collection[str]
) -> dict[str, str]:
    """The text variables that the eprint gives an item with the variables `known`."""
    archive = archive_of(custom)
    number = custom.get("eprint", "").removeprefix("arXiv:").removeprefix("arxiv:")
    found: dict[str, str] = {}
    if archive in EPRINT_ADDRESSES and "DOI" not in known:
        found["URL"] = EPRINT_ADDRESSES[archive] + number
    if is_preprint(entry_type, custom):
        found["publisher"] = PREPRINT_SERVERS[archive]
        if archive == "arxiv":
            found["number"] = f"arXiv:{number}"
    return found
