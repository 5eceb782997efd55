"""Resource types, attributes and roles of DataCite's metadata, and CSL's names for them.

Source: DataCite Metadata Schema 4.6 (https://schema.datacite.org/meta/kernel-4.6/) in the JSON of DataCite's REST API
(https://support.datacite.org/docs/api). Attributes without a row describe the record, or other works.
"""

from __future__ import annotations

# resourceTypeGeneral (schema, 10.a) -> item type of CSL.
ITEM_TYPES = {
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "Collection": "collection",
    "ComputationalNotebook": "software",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "DataPaper": "article-journal",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Event": "event",
    "Image": "graphic",
    "InteractiveResource": "webpage",
    "Journal": "periodical",
    "JournalArticle": "article-journal",
    "PeerReview": "review",
    "Poster": "speech",
    "Preprint": "article",
    "Presentation": "speech",
    "Report": "report",
    "Software": "software",
    "Sound": "song",
    "Standard": "standard",
}
# What resourceType, which is free text, says about a text: words in lower case -> item type; the first one counts.
WORDS_OF_TEXTS = {
    "preprint": "article",
    "chapter": "chapter",
    "conference paper": "paper-conference",
    "proceedings": "paper-conference",
    "thesis": "thesis",
    "dissertation": "thesis",
    "journal": "article-journal",
    "article": "article-journal",
    "report": "report",
    "working paper": "report",
    "presentation": "speech",
    "poster": "speech",
    "book": "book",
}
# Types whose resourceType is the kind of work that styles print ("Doctoral dissertation").
TYPES_WITH_GENRE = frozenset("article document report speech thesis".split())

# Attribute -> variable of CSL; those of relatedItems and container are of the work that contains this one.
VARIABLES = {
    "container.issue": "issue",
    "container.title": "container-title",
    "container.volume": "volume",
    "doi": "DOI",
    "language": "language",
    "url": "URL",
    "version": "version",
}
# contributorType (schema, 7.a) -> variable; other contributors are kept under their type.
ROLES = {
    "Editor": "editor",
    "Producer": "producer",
    "Translator": "translator",
}
# dateType (schema, 8.a) -> variable.
DATES = {
    "Available": "available-date",
    "Issued": "issued",
    "Submitted": "submitted",
}
# Variables of a relatedItem that contains the work (schema 4.4, 20).
VARIABLES_OF_CONTAINER = {
    "edition": "edition",
    "issue": "issue",
    "number": "number",
    "volume": "volume",
}
CONTAINING = frozenset(("IsPublishedIn", "IsPartOf"))
