"""Mapping from the labels and tags of Ovid's export to CSL 1.0.2's variables.

Source: the field guides of Ovid's databases (MEDLINE, Embase, PsycINFO, Journals@Ovid). Other labels are kept under
their names.
"""

from __future__ import annotations

# Tag -> variable.
TAGS: dict[str, str] = {
    "AU": "author",
    "FA": "author",  # authors' full names
    "ED": "editor",
    "TI": "title",
    "BT": "container-title",  # book title
    "JN": "container-title",  # journal name
    "AS": "container-title-short",  # abbreviated source
    "SO": "source",  # journal, volume, issue, pages and date, or the book
    "VO": "volume",
    "IP": "issue",
    "PG": "page",
    "YR": "issued",
    "DP": "issued",
    "PB": "publisher",
    "IS": "ISSN",
    "ES": "ISSN",
    "IB": "ISBN",
    "DO": "DOI",
    "AB": "abstract",
    "KW": "keyword",
    "LG": "language",
}

# Label in lower case -> tag; the exports with labels have the same fields.
LABELS: dict[str, str] = {
    "abbreviated source": "AS",
    "abstract": "AB",
    "author": "AU",
    "author keywords": "KW",
    "authors": "AU",
    "authors full name": "FA",
    "book editors": "ED",
    "book title": "BT",
    "date of publication": "DP",
    "digital object identifier": "DO",
    "doi number": "DO",
    "editor": "ED",
    "editors": "ED",
    "issn": "IS",
    "issn electronic": "ES",
    "issn print": "IS",
    "isbn": "IB",
    "issue": "IP",
    "issue/part": "IP",
    "journal name": "JN",
    "key words": "KW",
    "keyword heading": "KW",
    "keywords": "KW",
    "language": "LG",
    "page": "PG",
    "pages": "PG",
    "publisher": "PB",
    "source": "SO",
    "title": "TI",
    "volume": "VO",
    "year of publication": "YR",
}
