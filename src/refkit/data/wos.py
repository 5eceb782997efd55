"""Mapping from the tags of Web of Science's plain-text export to CSL 1.0.2's variables.

Source: Clarivate, "Web of Science Core Collection Field Tags". Tags without a row are kept under their names.
"""

from __future__ import annotations

# Tag -> variable.
TAGS: dict[str, str] = {
    "AF": "author",  # authors' full names
    "AU": "author",  # where there are no full names
    "CA": "author",  # group authors
    "BE": "editor",
    "ED": "editor",
    "BF": "container-author",  # book authors' full names
    "BA": "container-author",
    "TI": "title",
    "SO": "container-title",  # publication name
    "JI": "container-title-short",  # ISO source abbreviation
    "J9": "container-title-short",  # source abbreviation of 29 characters
    "SE": "collection-title",  # book series title
    "CT": "event-title",  # conference title
    "CY": "event-date",  # conference date
    "CL": "event-place",  # conference location
    "PU": "publisher",
    "PI": "publisher-place",  # publisher city
    "PY": "issued",
    "EA": "available-date",  # early access date
    "VL": "volume",
    "IS": "issue",
    "PN": "part-number",
    "SU": "supplement-number",
    "AR": "number",  # article number
    "SN": "ISSN",
    "EI": "ISSN",
    "BN": "ISBN",
    "DI": "DOI",
    "PM": "PMID",
    "AB": "abstract",
    "DE": "keyword",  # author keywords
    "ID": "keyword",  # Keywords Plus
    "LA": "language",
    "WP": "URL",  # publisher web address
}
SEVERAL_LINES = "AU AF BA BF BE ED CA GP C1 CR"  # each line is a value of its own

# Publication type (PT) -> item type, unless the document type (DT) says more.
PUBLICATION_TYPES = {
    "J": "article-journal",
    "B": "book",
    "C": "paper-conference",
    "P": "patent",
    "S": "book",
}
# Document type in lower case -> item type, by whether the publication is a journal.
DOCUMENT_TYPES: dict[str, tuple[str, str]] = {
    "proceedings paper": ("article-journal", "paper-conference"),
    "meeting abstract": ("article-journal", "paper-conference"),
    "book chapter": ("article-journal", "chapter"),
    "article": ("article-journal", "chapter"),
    "review": ("article-journal", "chapter"),
    "book review": ("review-book", "review-book"),
    "data set": ("dataset", "dataset"),
    "software": ("software", "software"),
}

# Season in a publication date (PD) -> its number, from 1 for spring.
SEASONS = {"SPR": 1, "SUM": 2, "FAL": 3, "AUT": 3, "WIN": 4}
