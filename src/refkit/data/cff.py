"""Mapping between the types and fields of the Citation File Format and those of CSL 1.0.2.

Source: "Guide to CFF schema version 1.2.0" (CC-BY-4.0), whose sections are named in each row: ref
(definitions.reference), ent (definitions.entity). Versions 1.0.3 to 1.3.0 have the same names. Fields without a row are
kept under their names.
"""

from __future__ import annotations

from typing import NamedTuple

# Type of a reference -> item type.
ITEM_TYPES: dict[str, str] = {
    "art": "graphic",
    "article": "article-journal",
    "audiovisual": "motion_picture",
    "bill": "bill",
    "blog": "post-weblog",
    "book": "book",
    "catalogue": "book",
    "conference": "event",
    "conference-paper": "paper-conference",
    "data": "dataset",
    "database": "dataset",
    "dataset": "dataset",  # of the work itself, from 1.2
    "dictionary": "entry-dictionary",
    "edited-work": "book",
    "encyclopedia": "entry-encyclopedia",
    "film-broadcast": "broadcast",
    "generic": "document",
    "government-document": "report",
    "grant": "document",
    "hearing": "hearing",
    "historical-work": "classic",
    "legal-case": "legal_case",
    "legal-rule": "regulation",
    "magazine-article": "article-magazine",
    "manual": "book",
    "map": "map",
    "multimedia": "motion_picture",
    "music": "musical_score",
    "newspaper-article": "article-newspaper",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "personal-communication": "personal_communication",
    "proceedings": "collection",
    "report": "report",
    "serial": "periodical",
    "slides": "speech",
    "software": "software",
    "software-code": "software",
    "software-container": "software",
    "software-executable": "software",
    "software-virtual-machine": "software",
    "sound-recording": "song",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "website": "webpage",
}
OTHER_TYPE = "generic"
WORKS = ("software", "dataset")  # types of the work that a file is about

# Item type -> type that is written, unless the first of the types above that is read as it fits.
CFF_TYPES: dict[str, str] = {
    "article": "article",
    "chapter": "edited-work",
    "dataset": "data",
    "document": "generic",
    "entry": "encyclopedia",
    "figure": "art",
    "interview": "generic",
    "motion_picture": "video",
    "performance": "multimedia",
    "post": "blog",
    "report": "report",
    "review": "article",
    "review-book": "article",
    "treaty": "statute",
    "broadcast": "film-broadcast",
    "software": "software",
}

PERIODICALS = frozenset("article magazine-article newspaper-article blog serial".split())
IN_COLLECTIONS = frozenset("conference-paper dictionary edited-work encyclopedia".split())
_ANY: frozenset[str] = frozenset()


class FieldRow(NamedTuple):
    """A field: the variable that it means in some types (in all if there are none), and the source."""

    field: str
    variable: str
    types: frozenset[str]
    source: str


def _row(name: str, variable: str, source: str, types: frozenset[str] | str = _ANY) -> FieldRow:
    of_types = frozenset(types.split()) if isinstance(types, str) else types
    return FieldRow(name, variable, of_types, source)


# The meaning of a field is its first row that fits the type. A variable is written in the first field that means it.
ROWS: tuple[FieldRow, ...] = (
    _row("title", "title", "ref.title"),
    _row("authors", "author", "ref.authors"),
    _row("editors", "editor", "ref.editors"),
    _row("editors-series", "collection-editor", "ref.editors-series"),
    _row("translators", "translator", "ref.translators"),
    _row("recipients", "recipient", "ref.recipients"),
    _row("contributors", "contributor", "1.3.0, contributors"),
    _row("abbreviation", "container-title-short", "ref.abbreviation", PERIODICALS),
    _row("abbreviation", "title-short", "ref.abbreviation"),
    _row("journal", "container-title", "ref.journal"),
    _row("collection-title", "container-title", "ref.collection-title: of a collection or proceedings", IN_COLLECTIONS),
    _row("collection-title", "collection-title", "ref.collection-title"),
    _row("volume-title", "volume-title", "ref.volume-title"),
    _row("volume", "volume", "ref.volume"),
    _row("issue", "issue", "ref.issue"),
    _row("number", "number", "ref.number"),
    _row("number-volumes", "number-of-volumes", "ref.number-volumes"),
    _row("edition", "edition", "ref.edition"),
    _row("section", "section", "ref.section"),
    _row("pages", "number-of-pages", "ref.pages: the number of pages"),
    _row("version", "version", "version"),
    _row("thesis-type", "genre", "ref.thesis-type", "thesis"),
    _row("data-type", "genre", "ref.data-type", "data dataset database"),
    _row("department", "division", "ref.department"),
    _row("medium", "medium", "ref.medium"),
    _row("database", "source", "ref.database"),
    _row("patent-states", "jurisdiction", "ref.patent-states"),
    _row("status", "status", "ref.status"),
    _row("isbn", "ISBN", "ref.isbn"),
    _row("issn", "ISSN", "ref.issn"),
    _row("pmcid", "PMCID", "ref.pmcid"),
    _row("doi", "DOI", "doi"),
    _row("abstract", "abstract", "abstract"),
    _row("notes", "note", "ref.notes"),
    _row("keywords", "keyword", "keywords"),
    _row("languages", "language", "ref.languages"),
    _row("license", "license", "license"),
    _row("date-accessed", "accessed", "ref.date-accessed"),
    _row("date-filed", "submitted", "ref.date-filed: when a work was filed, such as a patent"),
    _row("year-original", "original-date", "ref.year-original"),
    _row("location", "archive", "ref.location: where the work is kept, an entity"),
)  # fmt: skip

# Entities: the variables of their name and place.
ENTITIES: dict[str, tuple[str, str]] = {
    "publisher": ("publisher", "publisher-place"),  # ref.publisher
    "institution": ("publisher", "publisher-place"),  # ref.institution: of a thesis or report
    "conference": ("event-title", "event-place"),  # ref.conference
    "location": ("archive", "archive-place"),  # ref.location
    "database-provider": ("", ""),
}
PLACE_PARTS = ("location", "city", "region", "country")  # ent: from the smallest to the largest
# The date of publication: the first of these fields.
DATE_FIELDS = ("date-published", "date-released", "year", "issue-date")
# The address: the first of these fields, after an identifier of the type `url`.
ADDRESS_FIELDS = ("url", "repository-code", "repository", "repository-artifact")
# Members of the file and of persons that are not kept.
FILE_FIELDS = frozenset("cff-version message type references preferred-citation".split())
# Members of a person or entity that are parts of the name.
NAME_FIELDS = {
    "family-names": "family",
    "given-names": "given",
    "name-particle": "particle",
    "name-suffix": "suffix",
}
# Fields that the work itself can have; the others are those of references.
FIELDS_OF_WORK = frozenset(
    """abstract authors commit contributors date-released doi keywords license license-url repository
    repository-artifact repository-code title url version""".split()
)
# Fields of references that no variable of CSL means, with a text as their value.
OTHER_FIELDS = frozenset(
    """collection-doi collection-type commit copyright date-downloaded entry filename format issue-title license-url
    loc-end loc-start nihmsid repository repository-artifact repository-code scope term""".split()
)
# Fields of persons and entities other than the name.
PERSON_FIELDS = frozenset(
    """address affiliation alias city country email fax location orcid post-code region tel website""".split()
)
