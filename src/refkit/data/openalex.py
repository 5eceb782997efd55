"""Work types and members of OpenAlex, and CSL's names for them.

Source: "Work object" in OpenAlex's documentation (https://docs.openalex.org/api-entities/works/work-object).
"""

from __future__ import annotations

# Work type -> item type of CSL; `type_crossref`, where older answers have it, is more precise.
ITEM_TYPES = {
    "article": "article-journal",
    "book": "book",
    "book-chapter": "chapter",
    "book-review": "review-book",
    "book-section": "chapter",
    "conference-paper": "paper-conference",
    "data-paper": "article-journal",
    "database": "dataset",
    "dataset": "dataset",
    "dissertation": "thesis",
    "editorial": "article-journal",
    "erratum": "article-journal",
    "letter": "article-journal",
    "peer-review": "review",
    "preprint": "article",
    "reference-entry": "entry",
    "report": "report",
    "retraction": "article-journal",
    "review": "article-journal",
    "software": "software",
    "standard": "standard",
}

# Member -> variable of CSL.
VARIABLES = {
    "biblio.issue": "issue",
    "biblio.volume": "volume",
    "display_name": "title",
    "doi": "DOI",
    "language": "language",
    "title": "title",
}

# Type of the source of a work -> the variable of its name.
SOURCES = {
    "book series": "collection-title",
    "conference": "container-title",
    "journal": "container-title",
    "magazine": "container-title",
    "metadata": "",
    "ebook platform": "",
    "repository": "publisher",
}
