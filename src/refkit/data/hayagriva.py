"""Mapping between the entry types and fields of Hayagriva and those of CSL 1.0.2.

Source: "The Hayagriva YAML File Format" (docs/file-format.md of Hayagriva), whose sections the tables name. Fields
without a row are kept under their names.
"""

from __future__ import annotations

from typing import NamedTuple


class TypeRow(NamedTuple):
    """An entry type, the type of its first parent ("" for any), and the item type."""

    entry: str
    parent: str
    item: str


# The first row that fits is read; an item type is written as its first row ("Entry Type").
TYPES: tuple[TypeRow, ...] = tuple(
    TypeRow(*row.split(":"))
    for row in """article:periodical:article-journal article:newspaper:article-newspaper article:blog:post-weblog
    article:proceedings:paper-conference article:conference:speech article:anthology:chapter article::article
    chapter::chapter entry:reference:entry-encyclopedia entry:repository:dataset entry:web:post entry:dictionary:entry
    entry::entry-encyclopedia anthos::chapter report::report thesis::thesis web:web:webpage web::webpage
    scene::motion_picture artwork::graphic patent::patent case::legal_case newspaper::periodical
    legislation::legislation manuscript::manuscript original::document post::post tweet::post misc::document
    performance::performance periodical::periodical proceedings::collection book::book blog::webpage
    reference::book conference::event anthology::book repository::software thread::post video::motion_picture
    audio::song exhibition::event""".split()
)
HAYAGRIVA_TYPES = frozenset(row.entry for row in TYPES)
# Entry type -> type of a parent that states none ("Entry Type").
DEFAULT_PARENTS = {
    "article": "periodical", "chapter": "book", "entry": "reference", "anthos": "anthology", "web": "web",
    "scene": "video", "artwork": "exhibition", "legislation": "anthology", "tweet": "tweet", "video": "video",
    "audio": "audio",
}  # fmt: skip
# Types whose parent is a series; the parent of others contains them.
WHOLE_WORKS = frozenset(
    "anthology book manuscript periodical proceedings reference report repository thesis".split()
)
EVENTS = frozenset(("conference", "exhibition"))

# Field -> variable ("Fields").
TEXTS: dict[str, str] = {
    "publisher": "publisher",
    "location": "publisher-place",
    "organization": "publisher",
    "issue": "issue",
    "volume": "volume",
    "volume-total": "number-of-volumes",
    "edition": "edition",
    "page-range": "page",
    "page-total": "number-of-pages",
    "runtime": "dimensions",
    "language": "language",
    "archive": "archive",
    "archive-location": "archive-place",
    "call-number": "call-number",
    "note": "note",
    "abstract": "abstract",
    "annote": "annote",
    "genre": "genre",
    "isbn": "ISBN",
    "issn": "ISSN",
    "doi": "DOI",
}
# Scheme of a serial number -> variable ("serial-number").
SERIAL_NUMBERS = {
    "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID", "serial": "number",
}  # fmt: skip
# Role of an affiliated person -> variable ("Possible `role` values"); others are contributors.
ROLES = {
    "translator": "translator", "compiler": "compiler", "organizer": "organizer", "cast-member": "performer",
    "composer": "composer", "producer": "producer", "executive-producer": "executive-producer",
    "writer": "script-writer", "director": "director", "illustrator": "illustrator", "narrator": "narrator",
    "collaborator": "contributor",
}  # fmt: skip
# Fields of a parent: those of the container of an item, and of the container's own parent.
PARENT_TEXTS = {"publisher": "publisher", "location": "publisher-place", "volume": "volume", "issue": "issue",
                "edition": "edition", "isbn": "ISBN", "issn": "ISSN"}  # fmt: skip
SERIES_TEXTS = {"volume": "collection-number", "issue": "collection-number"}
