"""BibLaTeX's entry types, fields, aliases and inheritance.

Sources: Philip Kime et al., "The biblatex Package", version 3.20: section 2.1.1 (regular types and
their fields), 2.1.2 (type aliases), 2.1.3 (non-standard types), 2.2.2 and 2.2.3 (fields), 2.2.4 (aliases),
2.2.5 (custom fields), appendix B (crossref inheritance); biber's data model (blx-dm.def).
"""

from __future__ import annotations

from refkit.data.bibtex import EntryType

# 2.2.3: fields that every type may have.
SPECIAL_FIELDS = frozenset(
    """crossref entryset execute gender hyphenation ids indexsorttitle indextitle keywords langid
    langidopts label labelnamesource options presort related relatedoptions relatedstring relatedtype
    shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname
    sortshorthand sorttitle sortyear xdata xref annotation abstract file library authortype
    nameaddon entrysubtype bookpagination pagination reprinttitle execute usera userb userc userd usere
    userf verba verbb verbc lista listb listc listd liste listf namea nameb namec nameatype namebtype
    namectype""".split()
)

_COMMON = """addendum note pubstate doi eprint eprintclass eprinttype url urldate language
    year month day endyear titleaddon subtitle date"""
_EDITORS = """editor editora editorb editorc editortype editoratype editorbtype editorctype"""
_ROLES = "afterword annotator commentator foreword introduction translator"
_ORIGIN = "origdate origlanguage origlocation origpublisher origtitle"
_PRINT = (
    "edition isbn location publisher series number volume volumes part pages pagetotal chapter eid"
)
# A multivolume work has no part, pages or maintitle of its own.
_MVPRINT = "edition isbn location publisher series number volume volumes pagetotal"
_MAIN = "maintitle mainsubtitle maintitleaddon"
_BOOKTITLE = "booktitle booksubtitle booktitleaddon"
_EVENT = "eventdate eventtitle eventtitleaddon venue organization"


def _type(required: str, optional: str) -> EntryType:
    """Return an entry type that requires, for `a|b c`, a or b, and c; add the common fields."""
    groups = tuple(tuple(group.split("|")) for group in required.split())
    return EntryType(groups, frozenset(f"{optional} {_COMMON}".split()))


_BOOK = _type("author title year|date", f"{_EDITORS} {_ROLES} {_ORIGIN} {_PRINT} {_MAIN}")
_INBOOK = _type(
    "author title booktitle year|date",
    f"bookauthor {_EDITORS} {_ROLES} {_ORIGIN} {_PRINT} {_MAIN} {_BOOKTITLE}",
)
_INCOLLECTION = _type(
    "author title booktitle year|date",
    f"{_EDITORS} {_ROLES} {_ORIGIN} {_PRINT} {_MAIN} {_BOOKTITLE}",
)
_MVBOOK = _type("author title year|date", f"{_EDITORS} {_ROLES} {_ORIGIN} {_MVPRINT}")
_MVCOLLECTION = _type("editor title year|date", f"{_EDITORS} {_ROLES} {_ORIGIN} {_MVPRINT}")
_MVPROCEEDINGS = _type("title year|date", f"{_EDITORS} {_MVPRINT} {_EVENT}")
_COLLECTION = _type("editor title year|date", f"{_EDITORS} {_ROLES} {_ORIGIN} {_PRINT} {_MAIN}")
_PERIODICAL = _type(
    "title year|date",
    f"{_EDITORS} issn issue issuesubtitle issuetitle issuetitleaddon number series volume",
)
_PROCEEDINGS = _type("title year|date", f"{_EDITORS} {_PRINT} {_MAIN} {_EVENT}")
_INPROCEEDINGS = _type(
    "author title booktitle year|date",
    f"{_EDITORS} {_PRINT} {_MAIN} {_BOOKTITLE} {_EVENT}",
)
_ARTICLE = _type(
    "author title journaltitle|journal year|date",
    f"""annotator commentator {_EDITORS} eid issn issue issuetitle issuesubtitle issuetitleaddon
    journalsubtitle journaltitleaddon number origlanguage pages series translator version volume""",
)
_ONLINE = _type(
    "title doi|eprint|url",
    f"author {_EDITORS} organization version eventtitle eventdate",
)
_REPORT = _type(
    "author title type institution year|date",
    "chapter eid isrn location number pages pagetotal version isbn",
)
_THESIS = _type(
    "author title type institution year|date", "chapter eid isbn location pages pagetotal"
)
_MISC = _type(
    "title", f"author {_EDITORS} howpublished location organization type version {_EVENT}"
)

# 2.1.1, "Regular Types". Fields that the manual calls omissible (author and editor of a manual, editor of a
# periodical, author, editor and year of misc and online) are not required here.
ENTRY_TYPES: dict[str, EntryType] = {
    "article": _ARTICLE,
    "book": _BOOK,
    "mvbook": _MVBOOK,
    "inbook": _INBOOK,
    "bookinbook": _INBOOK,
    "suppbook": _INBOOK,
    "booklet": _type(
        "author|editor title year|date",
        f"{_EDITORS} chapter eid howpublished location pages pagetotal type",
    ),
    "collection": _COLLECTION,
    "mvcollection": _MVCOLLECTION,
    "incollection": _INCOLLECTION,
    "suppcollection": _INCOLLECTION,
    "dataset": _type(
        "author|editor title year|date",
        f"{_EDITORS} edition location number organization publisher series type version",
    ),
    "manual": _type(
        "title year|date",
        f"author {_EDITORS} {_PRINT} organization type version",
    ),
    "misc": _MISC,
    "online": _ONLINE,
    "patent": _type("author title number year|date", "holder location type version"),
    "periodical": _PERIODICAL,
    "suppperiodical": _ARTICLE,
    "proceedings": _PROCEEDINGS,
    "mvproceedings": _MVPROCEEDINGS,
    "inproceedings": _INPROCEEDINGS,
    "reference": _COLLECTION,
    "mvreference": _MVCOLLECTION,
    "inreference": _INCOLLECTION,
    "report": _REPORT,
    "set": EntryType((("entryset",),), frozenset()),
    "software": _MISC,
    "thesis": _THESIS,
    "unpublished": _type(
        "author title year|date",
        "howpublished isbn location type eventtitle eventtitleaddon eventdate venue",
    ),
    "xdata": EntryType((), frozenset()),
}

# 2.1.2, "Type Aliases": BibTeX's and older types, resolved by the backend. The thesis and report
# aliases also set the `type` field.
TYPE_ALIASES: dict[str, str] = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
}
ALIAS_GENRES: dict[str, str] = {
    "mastersthesis": "mathesis",
    "phdthesis": "phdthesis",
    "techreport": "techreport",
}

# 2.1.3, "Non-standard Types": part of the data model, but treated as misc by the standard styles.
NONSTANDARD_TYPES = frozenset(
    """artwork audio bibnote commentary image jurisdiction legislation legal letter movie music
    performance review standard video custom custom1 custom2 customa customb customc customd custome
    customf""".split()
)

# 2.2.4, "Field Aliases", and 3.5 (eprint).
FIELD_ALIASES: dict[str, str] = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "key": "sortkey",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}

# 2.2.2: the fields by data type.
NAME_FIELDS = frozenset(
    """afterword annotator author bookauthor commentator editor editora editorb editorc foreword holder
    introduction shortauthor shorteditor translator namea nameb namec sortname""".split()
)
DATE_FIELDS = frozenset("date eventdate origdate urldate".split())
LIST_FIELDS = frozenset(
    """institution language lista listb listc listd liste listf location organization origlanguage
    origlocation origpublisher publisher""".split()
)
VERBATIM_FIELDS = frozenset("doi eprint file pdf url verba verbb verbc".split())
KEY_FIELDS = frozenset(
    """authortype bookpagination editortype editoratype editorbtype editorctype entrysubtype langid
    nameatype namebtype namectype origlanguage pagination pubstate type""".split()
)
LITERAL_FIELDS = frozenset(
    """abstract addendum annotation booksubtitle booktitle booktitleaddon chapter day edition eid
    eprintclass eprinttype eventtitle eventtitleaddon howpublished indextitle isan isbn ismn isrn issn
    issue issuesubtitle issuetitle issuetitleaddon iswc journalsubtitle journaltitle journaltitleaddon
    label library mainsubtitle maintitle maintitleaddon month nameaddon note number origtitle pages pagetotal part
    reprinttitle series shorthand shorthandintro shortjournal shortseries shorttitle subtitle title
    titleaddon usera userb userc userd usere userf venue version volume volumes year""".split()
)
FIELDS = (
    NAME_FIELDS | DATE_FIELDS | LIST_FIELDS | VERBATIM_FIELDS | KEY_FIELDS | LITERAL_FIELDS
    | SPECIAL_FIELDS | frozenset(FIELD_ALIASES)
)  # fmt: skip

_NO_SHORT_TITLES: dict[str, tuple[str, ...]] = {
    "shorttitle": (), "sorttitle": (), "indextitle": (), "indexsorttitle": ()
}  # fmt: skip
_BOOK_TO_IN: dict[str, tuple[str, ...]] = {
    "title": ("booktitle",), "subtitle": ("booksubtitle",), "titleaddon": ("booktitleaddon",),
    **_NO_SHORT_TITLES,
}  # fmt: skip
_MAIN_TO_PART: dict[str, tuple[str, ...]] = {
    "title": ("maintitle",), "subtitle": ("mainsubtitle",), "titleaddon": ("maintitleaddon",),
    **_NO_SHORT_TITLES,
}  # fmt: skip
_PERIODICAL_TO_ARTICLE: dict[str, tuple[str, ...]] = {
    "title": ("journaltitle",), "subtitle": ("journalsubtitle",), "titleaddon": ("journaltitleaddon",),
    **_NO_SHORT_TITLES,
}  # fmt: skip

# Appendix B, table "Default crossref/xref inheritance": (types of the parent, types of the child,
# {field of the parent: fields of the child}). A field without a row is inherited under its own name,
# except for those in NOT_INHERITED. If a row applies to the two types, `title`, `subtitle` and
# `titleaddon` are not inherited under their own names.
INHERITANCE: tuple[tuple[frozenset[str], frozenset[str], dict[str, tuple[str, ...]]], ...] = (
    (
        frozenset({"mvbook", "book"}),
        frozenset({"inbook", "bookinbook", "suppbook"}),
        {"author": ("author", "bookauthor")},
    ),
    (frozenset({"mvbook"}), frozenset({"book", "inbook", "bookinbook", "suppbook"}), _MAIN_TO_PART),
    (
        frozenset({"mvcollection", "mvreference"}),
        frozenset({"collection", "reference", "incollection", "inreference", "suppcollection"}),
        _MAIN_TO_PART,
    ),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings"}), _MAIN_TO_PART),
    (frozenset({"book"}), frozenset({"inbook", "bookinbook", "suppbook"}), _BOOK_TO_IN),
    (
        frozenset({"collection", "reference"}),
        frozenset({"incollection", "inreference", "suppcollection"}),
        _BOOK_TO_IN,
    ),
    (frozenset({"proceedings"}), frozenset({"inproceedings"}), _BOOK_TO_IN),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), _PERIODICAL_TO_ARTICLE),
)

# Appendix B, first row: these are never inherited, whatever the types.
NOT_INHERITED = frozenset(
    """ids crossref xref entryset entrysubtype execute label options presort related relatedoptions
    relatedstring relatedtype shorthand shorthandintro sortkey xdata""".split()
)
