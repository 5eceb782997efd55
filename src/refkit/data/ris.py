"""Mapping between the types and tags of RIS and those of CSL 1.0.2.

Sources, named in each row: rm (Research Information Systems, "Direct Export Plug-In Specification", 2001, which
defines the tags), en (the meaning of tags by reference type in EndNote since X4, 2011), zot (tags that Zotero writes),
and otherwise the programs whose habit it is. Tags without a row are kept under their names.
"""

from __future__ import annotations

from typing import NamedTuple

# Reference type -> item type.
ITEM_TYPES: dict[str, str] = {
    "ABST": "article-journal",  # rm: abstract
    "ADVS": "motion_picture",  # rm: audiovisual material
    "AGGR": "dataset",  # en: aggregated database
    "ANCIENT": "classic",  # en: ancient text
    "ART": "graphic",  # rm: art work
    "BILL": "bill",  # rm
    "BLOG": "post-weblog",  # en
    "BOOK": "book",  # rm: whole book
    "CASE": "legal_case",  # rm
    "CHAP": "chapter",  # rm
    "CHART": "figure",  # en: chart or table
    "CLSWK": "classic",  # en: classical work
    "COMP": "software",  # rm
    "CONF": "paper-conference",  # rm: conference proceeding
    "CPAPER": "paper-conference",  # en: conference paper
    "CTLG": "book",  # rm: catalog
    "DATA": "dataset",  # rm
    "DBASE": "dataset",  # en: online database
    "DICT": "entry-dictionary",  # en
    "EBOOK": "book",  # en
    "ECHAP": "chapter",  # en
    "EDBOOK": "book",  # en: edited book
    "EJOUR": "article-journal",  # en: electronic article
    "ELEC": "webpage",  # rm: electronic citation; en: web page
    "ENCYC": "entry-encyclopedia",  # en
    "EQUA": "figure",  # en: equation
    "FIGURE": "figure",  # en
    "GEN": "document",  # rm: generic
    "GOVDOC": "report",  # en: government document
    "GRANT": "document",  # en
    "HEAR": "hearing",  # rm
    "ICOMM": "personal_communication",  # rm: Internet communication
    "INPR": "article-journal",  # rm: in press
    "INTV": "interview",  # en
    "JFULL": "periodical",  # rm: whole issue of a journal
    "JOUR": "article-journal",  # rm
    "LEGAL": "regulation",  # en: legal rule or regulation
    "MANSCPT": "manuscript",  # en
    "MAP": "map",  # rm
    "MGZN": "article-magazine",  # rm
    "MPCT": "motion_picture",  # rm
    "MULTI": "webpage",  # en: online multimedia
    "MUSIC": "musical_score",  # rm: music score
    "NEWS": "article-newspaper",  # rm
    "PAMP": "pamphlet",  # rm
    "PAT": "patent",  # rm
    "PCOMM": "personal_communication",  # rm
    "POD": "broadcast",  # en: podcast
    "PRESS": "article",  # en: press release
    "RPRT": "report",  # rm
    "SER": "book",  # rm: serial (book, monograph)
    "SLIDE": "speech",  # rm
    "SOCM": "post",  # en: social media
    "SOUND": "song",  # rm: sound recording
    "STAND": "standard",  # en
    "STAT": "legislation",  # rm: statute
    "STD": "standard",  # IEEE Xplore
    "THES": "thesis",  # rm
    "UNBILL": "bill",  # rm: unenacted bill or resolution
    "UNPB": "manuscript",  # rm: unpublished work
    "UNPD": "manuscript",  # en
    "VIDEO": "motion_picture",  # rm
    "WEB": "webpage",  # en
}
OTHER_ITEM_TYPE = "document"

# Item type -> reference type that is written.
RIS_TYPES: dict[str, str] = {
    "article": "PRESS", "article-journal": "JOUR", "article-magazine": "MGZN",
    "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "broadcast": "POD",
    "chapter": "CHAP", "classic": "CLSWK", "dataset": "DATA", "entry": "ENCYC",
    "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART",
    "hearing": "HEAR", "interview": "INTV", "legal_case": "CASE", "legislation": "STAT",
    "manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "performance": "ADVS",
    "periodical": "JFULL", "personal_communication": "PCOMM", "post": "SOCM", "post-weblog": "BLOG",
    "regulation": "LEGAL", "report": "RPRT", "review": "JOUR", "review-book": "JOUR",
    "software": "COMP", "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip
OTHER_RIS_TYPE = "GEN"

PERIODICALS = frozenset("ABST EJOUR INPR JFULL JOUR MGZN NEWS".split())
PARTS = frozenset("CHAP CONF CPAPER DICT ECHAP ENCYC".split())
BOOKS = frozenset("ANCIENT BOOK CLSWK CTLG EBOOK EDBOOK SER".split())
FILMS = frozenset("ADVS MPCT MULTI VIDEO".split())
IN_SERIES = BOOKS | frozenset("COMP GOVDOC MAP PAMP RPRT".split())
CONFERENCES = frozenset(("CONF", "CPAPER"))
TITLED_PARTS = PERIODICALS | PARTS | frozenset("BLOG CASE ELEC GEN HEAR PRESS SOCM WEB".split())
_ANY: frozenset[str] = frozenset()


class TagRow(NamedTuple):
    """A tag: the variable that it means in some reference types (in all if there are none), and the source."""

    tag: str
    variable: str
    types: frozenset[str]
    source: str


def _row(tag: str, variable: str, source: str, types: frozenset[str] | str = _ANY) -> TagRow:
    of_types = frozenset(types.split()) if isinstance(types, str) else types
    return TagRow(tag, variable, of_types, source)


# The meaning of a tag is its first row that fits the type. A variable is written in the first tag that means it.
ROWS: tuple[TagRow, ...] = (
    _row("AU", "editor", "en", "EDBOOK"),
    _row("AU", "author", "rm"),
    _row("A1", "editor", "en", "EDBOOK"),
    _row("A1", "author", "rm"),
    _row("A2", "editor", "rm, en", PERIODICALS | PARTS | {"GEN", "MANSCPT", "UNPB"}),
    _row("A2", "collection-editor", "en", IN_SERIES),
    _row("A2", "performer", "en", FILMS | {"SOUND"}),
    _row("A2", "recipient", "en", "ICOMM PCOMM"),
    _row("A2", "interviewer", "zot", "INTV"),
    _row("A2", "contributor", "rm: secondary author"),
    _row("ED", "editor", "rm"),
    _row("A3", "collection-editor", "rm, en", PERIODICALS | PARTS),
    _row("A3", "editor", "en, zot", BOOKS),
    _row("A3", "producer", "en", FILMS | {"SOUND"}),
    _row("A3", "contributor", "en: advisor of a thesis"),
    _row("A4", "performer", "en", FILMS),
    _row("A4", "translator", "en"),
    _row("TI", "title", "en"),
    _row("T1", "title", "rm"),
    _row("CT", "title", "rm: unpublished work"),
    _row("T2", "container-title", "rm, en", TITLED_PARTS | {"BILL", "LEGAL", "STAT"}),
    _row("T2", "division", "en: academic department", "THES"),
    _row("T2", "event-title", "zot", "SLIDE"),
    _row("T2", "collection-title", "en: series title"),
    _row("T3", "collection-title", "rm, en"),
    _row("C3", "container-title", "en: proceedings title", CONFERENCES),
    _row("JF", "container-title", "rm", TITLED_PARTS | {"MANSCPT", "UNPB"}),
    _row("JO", "container-title", "rm", TITLED_PARTS | {"MANSCPT", "UNPB"}),
    _row("BT", "title", "rm", BOOKS | {"UNPB"}),
    _row("BT", "container-title", "rm"),
    _row("J2", "container-title-short", "rm; en: alternate title", TITLED_PARTS),
    _row("JA", "container-title-short", "rm", TITLED_PARTS),
    _row("J1", "container-title-short", "rm", TITLED_PARTS),
    _row("ST", "title-short", "en"),
    _row("PY", "issued", "rm, en"),
    _row("Y1", "issued", "rm"),
    _row("DA", "issued", "rm, en"),
    _row("Y2", "accessed", "en"),
    _row("VL", "volume", "rm, en"),
    _row("IS", "issue", "rm, en", PERIODICALS | PARTS | {"GEN"}),
    _row("IS", "number", "rm"),
    _row("M1", "collection-number", "en: series volume", IN_SERIES | PARTS),
    _row("M1", "number", "en, zot", "BILL CASE GEN HEAR LEGAL MANSCPT STAT THES UNBILL"),
    _row("C7", "number", "en: article number", PERIODICALS),
    _row("SP", "number-of-pages", "en", BOOKS | {"MANSCPT", "THES"}),
    _row("SP", "dimensions", "en: running time", FILMS | {"POD", "SOUND"}),
    _row("SP", "page", "rm"),
    _row("SE", "section", "en", "BILL CASE LEGAL NEWS STAT"),
    _row("SE", "chapter-number", "en", "CHAP ECHAP"),
    _row("NV", "number-of-volumes", "en"),
    _row("ET", "version", "en", "COMP DATA DBASE"),
    _row("ET", "available-date", "en: date of the electronic publication", PERIODICALS - {"NEWS"}),
    _row("ET", "edition", "en"),
    _row("PB", "authority", "en: court, legislative body", "BILL CASE HEAR LEGAL STAT UNBILL"),
    _row("PB", "publisher", "rm, en"),
    _row("C1", "publisher-place", "en: place published", CONFERENCES),
    _row("C1", "scale", "en", "MAP"),
    _row("CY", "event-place", "zot", "SLIDE"),
    _row("CY", "jurisdiction", "en: country", "PAT"),
    _row("CY", "publisher-place", "rm, en"),
    _row("PP", "publisher-place", "rm"),
    _row("M3", "medium", "en", FILMS | {"ART", "SOUND"}),
    _row("M3", "genre", "en: type of work", frozenset(ITEM_TYPES) - PERIODICALS - FILMS - {"ART", "SOUND"}),
    _row("C3", "dimensions", "en: size", "ART"),
    _row("DO", "DOI", "en"),
    _row("SN", "number", "en, zot", "GOVDOC PAT RPRT STAND"),
    _row("SN", "ISBN", "rm", BOOKS | PARTS),
    _row("SN", "ISSN", "rm"),
    _row("C2", "PMCID", "en", PERIODICALS),
    _row("UR", "URL", "rm"),
    _row("LK", "URL", "PubMed's and other exports"),
    _row("AB", "abstract", "en"),
    _row("N2", "abstract", "rm"),
    _row("N1", "note", "rm"),
    _row("RN", "annote", "en: research notes"),
    _row("KW", "keyword", "rm"),
    _row("LA", "language", "en"),
    _row("CN", "call-number", "en"),
    _row("AV", "archive_location", "rm"),
    _row("DB", "source", "en: name of database"),
    _row("DP", "source", "en: database provider"),
    _row("OP", "original-date", "en: original publication"),
    _row("RI", "reviewed-title", "en: reviewed item", PERIODICALS),
    _row("ID", "id", "rm"),
)  # fmt: skip
