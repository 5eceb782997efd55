"""Mapping between the tags of PubMed's format and CSL 1.0.2's variables.

Source: National Library of Medicine, "MEDLINE/PubMed Data Element (Field) Descriptions", which names the tags; the
types are those of its "Publication Types". Tags without a row are kept under their names.
"""

from __future__ import annotations

# Tag -> variable.
TAGS: dict[str, str] = {
    "FAU": "author",  # full author
    "AU": "author",  # author, where there is no full author
    "CN": "author",  # corporate author
    "FED": "editor",  # full editor of a book
    "ED": "editor",
    "TI": "title",
    "BTI": "container-title",  # title of a book
    "CTI": "collection-title",  # title of a collection
    "VTI": "volume-title",
    "JT": "container-title",  # full title of the journal
    "TA": "container-title-short",  # title abbreviation
    "DP": "issued",  # date of publication
    "DEP": "available-date",  # date of electronic publication
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "EN": "edition",
    "PB": "publisher",
    "PL": "publisher-place",  # place of publication; of a journal, its country
    "IS": "ISSN",
    "ISBN": "ISBN",
    "PMID": "PMID",
    "PMC": "PMCID",
    "LID": "DOI",  # location identifier, with its kind in brackets
    "AID": "DOI",  # article identifier, with its kind in brackets
    "AB": "abstract",
    "OT": "keyword",  # other term: the authors' keywords
    "MH": "keyword",  # MeSH terms
    "LA": "language",
    "GN": "note",  # general note
}

# Publication type in lower case -> item type; the first that fits counts.
PUBLICATION_TYPES: dict[str, str] = {
    "book": "book",
    "books": "book",
    "book chapter": "chapter",
    "preprint": "article",
    "technical report": "report",
    "government publication": "report",
    "newspaper article": "article-newspaper",
    "dataset": "dataset",
    "academic dissertation": "thesis",
    "clinical conference": "paper-conference",
    "consensus development conference": "paper-conference",
    "consensus development conference, nih": "paper-conference",
    "congress": "paper-conference",
    "congresses": "paper-conference",
    "unpublished work": "manuscript",
    "unpublished works": "manuscript",
    "patent": "patent",
    "webcast": "broadcast",
}
OTHER_ITEM_TYPE = "article-journal"

# Item type -> publication type that is written.
WRITTEN_TYPES: dict[str, str] = {
    "article": "Preprint",
    "article-journal": "Journal Article",
    "article-newspaper": "Newspaper Article",
    "book": "Book",
    "broadcast": "Webcast",
    "chapter": "Book Chapter",
    "dataset": "Dataset",
    "manuscript": "Unpublished Work",
    "paper-conference": "Congress",
    "patent": "Patent",
    "report": "Technical Report",
    "thesis": "Academic Dissertation",
}
