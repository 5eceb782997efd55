"""Mapping between MARC 21 and CSL 1.0.2.

Source: Library of Congress, "MARC 21 Format for Bibliographic Data" (leader/06 and 07, fields 001 to 8XX).
"""

from __future__ import annotations

# Type of record (leader/06) -> item type.
RECORD_TYPES: dict[str, str] = {
    "a": "book", "c": "musical_score", "d": "musical_score", "e": "map", "f": "map", "g": "motion_picture",
    "i": "song", "j": "song", "k": "graphic", "m": "software", "p": "collection", "r": "graphic", "t": "manuscript",
}  # fmt: skip

# Bibliographic level (leader/07) of language material -> item type.
LEVELS: dict[str, str] = {
    "a": "chapter", "b": "article-journal", "c": "collection", "i": "webpage", "m": "book", "s": "periodical",
}  # fmt: skip

# Field and subfields -> variable; the values of several subfields are joined by ", ".
FIELDS: tuple[tuple[str, str, str], ...] = (
    ("022", "a", "ISSN"),
    ("210", "a", "title-short"),
    ("500", "a", "note"),
    ("520", "a", "abstract"),
    ("773", "t", "container-title"),
    ("773", "x", "ISSN"),
    ("773", "z", "ISBN"),
    ("773", "k", "collection-title"),
)

# Source of a number in 024 ($2) -> variable.
IDENTIFIERS: dict[str, str] = {
    "doi": "DOI",
    "hdl": "URL",
    "pmid": "PMID",
    "uri": "URL",
    "urn": "URL",
}
RESOLVERS: dict[str, str] = {"hdl": "https://hdl.handle.net/", "urn": "https://nbn-resolving.org/"}

# Words before the numbers of the part in 773 $g -> variable.
PARTS: dict[str, str] = {
    "volume": "volume", "vol": "volume", "v": "volume", "jg": "volume", "bd": "volume", "band": "volume",
    "number": "issue", "no": "issue", "nr": "issue", "issue": "issue", "iss": "issue", "heft": "issue", "h": "issue",
    "pages": "page", "p": "page", "pp": "page", "s": "page", "seite": "page", "seiten": "page",
}  # fmt: skip
