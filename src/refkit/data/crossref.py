"""Work types, members and roles of Crossref's REST API, and CSL's names for them.

Sources: the list of types (https://api.crossref.org/types) and the description of works ("Crossref Unified Resource
API", https://api.crossref.org/swagger-ui). Members without a row are about the record, not the work (`indexed`,
`member`, `score`), or about other works (`reference`, `relation`), and are not read.
"""

from __future__ import annotations

# Work type -> item type of CSL; types that both have ("book", "dataset", "report", "standard") are not in the table.
ITEM_TYPES = {
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "book-track": "chapter",
    "database": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal": "periodical",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "monograph": "book",
    "other": "document",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "proceedings-series": "book",
    "reference-book": "book",
    "reference-entry": "entry",
    "report-component": "report",
    "report-series": "report",
}

# Types whose first container is the series if there are two: `["Lecture Notes in Tides", "Salt in the Sea"]`.
PARTS = frozenset("chapter entry paper-conference".split())

# Member -> variable of CSL.
VARIABLES = {
    "abstract": "abstract",
    "article-number": "number",
    "author": "author",
    "chair": "chair",
    "container-title": "container-title",
    "doi": "DOI",
    "edition-number": "edition",
    "editor": "editor",
    "event.location": "event-place",
    "event.name": "event-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "issue": "issue",
    "language": "language",
    "original-title": "original-title",
    "page": "page",
    "part-number": "part-number",
    "publisher": "publisher",
    "publisher-location": "publisher-place",
    "short-container-title": "container-title-short",
    "short-title": "title-short",
    "subject": "keyword",
    "title": "title",
    "translator": "translator",
    "volume": "volume",
}

# The date of a work: that of the issue that it is cited from, or else the first one.
DATES = ("published-print", "issued", "published", "published-online", "posted", "published-other")
