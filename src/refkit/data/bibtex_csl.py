"""Mapping between the types and fields of BibTeX and BibLaTeX and those of CSL 1.0.2.

Sources, named in each row: btxdoc ("BibTeXing", section 3), blx (The BibLaTeX Package, sections 2.1.1, 2.1.3
and 2.2.2), csl (CSL 1.0.2 specification, Appendices III and IV). Fields that neither manual defines carry the name
of the tool that writes them. A field with the name of a CSL variable is that variable.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

# Entry type -> item type.
ITEM_TYPES: dict[str, str] = {
    "article": "article-journal",  # btxdoc, blx 2.1.1
    "artwork": "graphic",  # blx 2.1.3: works of the visual arts
    "audio": "song",  # blx 2.1.3: audio recordings
    "bibnote": "document",  # blx 2.1.3
    "book": "book",  # btxdoc, blx
    "bookinbook": "chapter",  # blx: a book within a book
    "booklet": "pamphlet",  # btxdoc: printed and bound, without a named publisher
    "collection": "book",  # blx: a book of contributions with an editor
    "commentary": "book",  # blx 2.1.3: legal commentaries
    "conference": "paper-conference",  # btxdoc: as inproceedings
    "dataset": "dataset",  # blx
    "electronic": "webpage",  # blx 2.1.2: alias of online
    "image": "graphic",  # blx 2.1.3: images, pictures, photographs; csl: figures are illustrations of data
    "inbook": "chapter",  # btxdoc, blx
    "incollection": "chapter",  # btxdoc, blx
    "inproceedings": "paper-conference",  # btxdoc, blx
    "inreference": "entry-encyclopedia",  # blx: an article in a work of reference
    "jurisdiction": "legal_case",  # blx 2.1.3: court decisions
    "legal": "treaty",  # blx 2.1.3: legal documents such as treaties
    "legislation": "legislation",  # blx 2.1.3: laws, bills
    "letter": "personal_communication",  # blx 2.1.3: personal correspondence
    "manual": "report",  # btxdoc: technical documentation; csl: report
    "mastersthesis": "thesis",  # btxdoc
    "misc": "document",  # csl: document, where no other type fits
    "movie": "motion_picture",  # blx 2.1.3
    "music": "song",  # blx 2.1.3: musical recordings
    "mvbook": "book",  # blx
    "mvcollection": "book",  # blx
    "mvproceedings": "book",  # blx
    "mvreference": "book",  # blx
    "online": "webpage",  # blx
    "patent": "patent",  # blx
    "performance": "performance",  # blx 2.1.3
    "periodical": "periodical",  # blx: a whole issue
    "phdthesis": "thesis",  # btxdoc
    "proceedings": "book",  # btxdoc, blx
    "reference": "book",  # blx
    "report": "report",  # blx
    "review": "review",  # blx 2.1.3
    "software": "software",  # blx
    "standard": "standard",  # blx 2.1.3
    "suppbook": "chapter",  # blx: prefaces and the like
    "suppcollection": "chapter",  # blx
    "suppperiodical": "article-journal",  # blx: regular columns, obituaries
    "techreport": "report",  # btxdoc
    "thesis": "thesis",  # blx
    "unpublished": "manuscript",  # btxdoc, csl: manuscript
    "video": "motion_picture",  # blx 2.1.3: audiovisual recordings
    "www": "webpage",  # blx 2.1.2: alias of online
}
OTHER_ITEM_TYPE = "document"

# Entry type of a style or package -> item type; they are read, but not written, because others print them like @misc.
# The names of CSL's and Zotero's types are read, too.
STYLE_ITEM_TYPES: dict[str, str] = {
    # ACM-Reference-Format.bst
    "artifactdataset": "dataset", "artifactsoftware": "software", "game": "software", "underreview": "manuscript",
    # biblatex-apa
    "constitution": "legislation", "legadminmaterial": "regulation", "legmaterial": "bill", "presentation": "speech",
    # biblatex-software
    "codefragment": "software", "softwaremodule": "software", "softwareversion": "software",
    # gbt7714-bibtex-style, biblatex-gb7714-2015
    "database": "dataset", "map": "map", "newspaper": "article-newspaper", "preprint": "article",
    # in files as people keep them
    "bachelorsthesis": "thesis", "bachelorthesis": "thesis", "diplomathesis": "thesis", "lecture": "speech",
    "magazine": "article-magazine", "masterthesis": "thesis", "talk": "speech", "website": "webpage",
    "whitepaper": "report", "workingpaper": "report",
}  # fmt: skip

# blx 2.3.7 and Better BibTeX: the subtype of an article. The name of a CSL type is accepted, too.
SUBTYPES: dict[str, str] = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
# biblatex-apa: subtypes of @video and @audio; csl: broadcasts include podcasts.
MEDIA_SUBTYPES: dict[str, str] = {
    "tvepisode": "broadcast", "tvseries": "broadcast", "podcast": "broadcast", "podcastepisode": "broadcast",
}  # fmt: skip
MEDIA_TYPES = frozenset("audio movie music video".split())

# Item type -> entry type, per dialect; a type that would not be read back is written to `entrysubtype`.
BIBLATEX_TYPES: dict[str, str] = {
    "article": "online", "article-journal": "article", "article-magazine": "article",
    "article-newspaper": "article", "bill": "legislation", "book": "book", "broadcast": "video",
    "chapter": "incollection", "classic": "book", "dataset": "dataset", "document": "misc",
    "entry": "inreference", "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference", "figure": "image", "graphic": "artwork",
    "hearing": "legislation", "legal_case": "jurisdiction", "legislation": "legislation",
    "manuscript": "unpublished", "map": "misc", "motion_picture": "movie", "musical_score": "music",
    "pamphlet": "booklet", "paper-conference": "inproceedings", "patent": "patent",
    "performance": "performance", "periodical": "periodical",
    "personal_communication": "letter", "post": "online", "post-weblog": "online",
    "regulation": "legislation", "report": "report", "review": "review", "review-book": "review",
    "software": "software", "song": "music", "speech": "unpublished", "standard": "standard",
    "thesis": "thesis", "treaty": "legal", "webpage": "online",
}  # fmt: skip
BIBTEX_TYPES: dict[str, str] = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "classic": "book", "entry": "incollection",
    "entry-dictionary": "incollection", "entry-encyclopedia": "incollection",
    "manuscript": "unpublished", "pamphlet": "booklet", "paper-conference": "inproceedings",
    "report": "techreport", "review": "article", "review-book": "article", "thesis": "phdthesis",
}  # fmt: skip
OTHER_ENTRY_TYPE = "misc"

# blx 2.1.1, 4.9.2.13: localization keys of `type`, and the genre implied by an alias of 2.1.2.
GENRES: dict[str, str] = {
    "mathesis": "Master’s thesis", "phdthesis": "PhD thesis", "candthesis": "Candidate thesis",
    "bathesis": "Bachelor’s thesis", "techreport": "Technical report",
    "resreport": "Research report", "software": "Computer software", "datacd": "CD-ROM",
    "audiocd": "Audio CD", "patent": "Patent", "patentde": "German patent",
    "patenteu": "European patent", "patentfr": "French patent", "patentuk": "British patent",
    "patentus": "U.S. patent", "patreq": "Patent request", "patreqde": "German patent request",
    "patreqeu": "European patent request", "patreqfr": "French patent request",
    "patrequk": "British patent request", "patrequs": "U.S. patent request", "file": "File",
}  # fmt: skip
TYPE_GENRES: dict[str, str] = {
    "mastersthesis": "Master’s thesis", "phdthesis": "PhD thesis", "techreport": "Technical report",
    "bachelorsthesis": "Bachelor’s thesis", "bachelorthesis": "Bachelor’s thesis", "masterthesis": "Master’s thesis",
}  # fmt: skip

# The neutral genre of a work whose entry type would claim too much, as @phdthesis does for a plain thesis.
UNSTATED_GENRES: dict[str, str] = {"thesis": "Thesis", "report": "Report"}

# blx 4.9.2.11: publication states.
STATES: dict[str, str] = {
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming",
    "inpress": "in press", "prepublished": "pre-published",
}  # fmt: skip

# blx 4.9.2.17: countries, as the `location` of a patent names them; 4.9.2.14: series of a journal.
COUNTRIES: dict[str, str] = {
    "countryde": "Germany", "countryep": "European Union (EP)", "countryeu": "European Union",
    "countryfr": "France", "countryuk": "United Kingdom", "countryus": "United States of America",
}  # fmt: skip
SERIES: dict[str, str] = {"newseries": "new series", "oldseries": "old series"}

ValueKind = Literal[
    "title",
    "text",
    "journal",
    "names",
    "date",
    "verbatim",
    "pages",
    "doi",
    "url",
    "language",
    "key",
]


class VariableRow(NamedTuple):
    """A CSL variable: how its value is read, and the fields that contain it, by precedence."""

    variable: str
    kind: ValueKind
    fields: tuple[str, ...]
    source: str


def _row(variable: str, kind: ValueKind, fields: str, source: str) -> VariableRow:
    return VariableRow(variable, kind, tuple(fields.split()), source)


ROWS: tuple[VariableRow, ...] = (
    _row("author", "names", "author", "btxdoc, blx"),
    _row("editor", "names", "editor", "btxdoc, blx"),
    _row("translator", "names", "translator", "blx"),
    _row("contributor", "names", "contributor collaborator", "csl; Better BibTeX, blx 2.3.6"),
    _row("script-writer", "names", "scriptwriter", "Better BibTeX"),
    _row("executive-producer", "names", "executiveproducer", "Better BibTeX"),
    _row("series-creator", "names", "seriescreator", "Better BibTeX"),
    _row("container-author", "names", "bookauthor", "blx: author of the booktitle"),
    _row("title", "title", "title", "btxdoc, blx"),
    _row("title-short", "title", "shorttitle", "blx"),
    _row("container-title", "journal", "journaltitle journal", "btxdoc, blx: name of a journal"),
    _row("container-title", "title", "booktitle", "btxdoc, blx: title of the book"),
    _row("container-title-short", "text", "shortjournal", "blx"),
    _row("collection-title", "title", "series", "btxdoc, blx: name of a series"),
    _row("event-title", "title", "eventtitle", "blx"),
    _row("event-place", "text", "venue", "blx"),
    _row("original-title", "title", "origtitle", "blx"),
    _row("original-publisher", "text", "origpublisher", "blx"),
    _row("original-publisher-place", "text", "origlocation", "blx"),
    _row("publisher", "text", "publisher institution school organization", "btxdoc, blx"),
    _row("publisher-place", "text", "location address", "btxdoc, blx"),
    _row("volume", "text", "volume", "btxdoc, blx"),
    _row("issue", "text", "issue", "blx: an issue that has a name and no number"),
    _row("number", "text", "number eid articleno art_number", "btxdoc; blx: eid; acm, scopus"),
    _row("page", "pages", "pages", "btxdoc, blx"),
    _row("number-of-pages", "text", "pagetotal numpages", "blx; acm, REVTeX"),
    _row("number-of-volumes", "text", "volumes", "blx"),
    _row("part-number", "text", "part", "blx"),
    _row("chapter-number", "text", "chapter", "btxdoc, blx"),
    _row("edition", "text", "edition", "btxdoc, blx"),
    _row("version", "text", "version", "blx"),
    _row("genre", "key", "type", "btxdoc, blx"),
    _row("status", "key", "pubstate", "blx"),
    _row("jurisdiction", "key", "jurisdiction", "csl; blx: a patent's location"),
    _row("abstract", "text", "abstract", "blx"),
    _row("annote", "text", "annotation annote", "btxdoc, blx"),
    _row("keyword", "text", "keywords", "blx"),
    _row("note", "text", "note", "btxdoc, blx"),
    _row("call-number", "text", "library", "blx: library name and call number"),
    _row("language", "language", "langid hyphenation language", "blx; csl: a BCP 47 code"),
    _row("DOI", "doi", "doi", "blx"),
    _row("URL", "url", "url", "blx"),
    _row("ISBN", "text", "isbn", "blx"),
    _row("ISSN", "text", "issn eissn", "blx; eissn: exports of Scopus and Web of Science"),
    _row("PMID", "verbatim", "pmid", "csl; PubMed exports"),
    _row("PMCID", "verbatim", "pmcid pmc", "csl; PubMed exports"),
    _row("accessed", "date", "urldate", "blx"),
    _row("event-date", "date", "eventdate", "blx"),
    _row("original-date", "date", "origdate origyear", "blx; origyear: its name before version 1"),
)

# Meaning of `number` by entry type: a journal's issue, or the position in a series (blx 2.2.2); otherwise the
# work's own number.
ISSUE_TYPES = frozenset("article periodical suppperiodical review".split())
SERIES_TYPES = frozenset(
    """book bookinbook collection conference inbook incollection inproceedings inreference mvbook
    mvcollection mvproceedings mvreference proceedings reference suppbook suppcollection""".split()
)

# Types whose own title can have a `maintitle` above it, and types whose `booktitle` can (blx 2.2.2).
VOLUME_TYPES = frozenset("book collection proceedings reference".split())
PART_TYPES = frozenset(
    """bookinbook inbook incollection inproceedings conference inreference suppbook
    suppcollection""".split()
)

# Types of whole works; their `booktitle` is there for the entries that inherit it (btxdoc 3, "Cross references").
WHOLE_TYPES = frozenset(
    "book collection mvbook mvcollection mvproceedings mvreference proceedings reference".split()
)

# blx 2.3.6: editorial roles that CSL has a variable for, and those of Better BibTeX.
EDITOR_ROLES: dict[str, str] = {
    "editor": "editor", "compiler": "compiler", "director": "director", "producer": "producer",
    "organizer": "organizer", "organiser": "organizer", "illustrator": "illustrator",
    "narrator": "narrator", "scriptwriter": "script-writer", "performer": "performer", "host": "host",
    "composer": "composer", "curator": "curator", "guest": "guest", "interviewer": "interviewer", "chair": "chair",
    "executiveproducer": "executive-producer", "seriescreator": "series-creator", "collaborator": "contributor",
}  # fmt: skip

# blx 2.2.2: fields that are lists of names of publishers and places, separated by `and`.
LITERAL_LISTS = frozenset(
    "publisher institution school organization location address origpublisher origlocation".split()
)

# The roles of editors that every style of BibLaTeX prints (blx 2.3.6), by variable.
WRITTEN_ROLES: dict[str, str] = {
    "compiler": "compiler", "contributor": "collaborator", "organizer": "organizer",
}  # fmt: skip

# Fields that are kept as written: their text is not TeX, or its TeX separates the names in it.
RAW_FIELDS = frozenset(
    """afterword annotator commentator date-added date-modified entryset execute file foreword gender
    holder ids introduction key langidopts localfile namea nameb namec options owner pdf presort
    related relatedoptions relatedtype shortauthor shorteditor sortkey sortname timestamp verba verbb
    verbc xref biburl bibsource ee adsurl local-url""".split()
)
RAW_PREFIXES = ("bdsk-", "mendeley-", "jabref-", "zotero-", "__markedentry")

# The member of `custom` in CSL-JSON for the entry type, if the guide of a style depends on it.
ENTRY_TYPE = "entry-type"
# The member for the titles whose capital after the colon does not belong to a name.
SUBTITLE_CASE = "subtitle-case"
# Both are refkit's own, and not fields of a file.
OWN_MEMBERS = frozenset((ENTRY_TYPE, SUBTITLE_CASE))

# Fields for the organization behind a web page, whose name is that of the site.
ORGANIZATIONS = frozenset(("organization", "institution", "howpublished"))

# Fields that are resolved before the item is built.
RESOLVED_FIELDS = frozenset(("crossref", "xdata", "nocite"))

# Base addresses of eprints by their type (blx 3.13.7; the archives' own pages).
EPRINT_ADDRESSES: dict[str, str] = {
    "arxiv": "https://arxiv.org/abs/", "jstor": "https://www.jstor.org/stable/",
    "hdl": "https://hdl.handle.net/", "googlebooks": "https://books.google.com/books?id=",
}  # fmt: skip

# Preprint servers by eprinttype, and the entry types that do not give such a work another type.
PREPRINT_SERVERS: dict[str, str] = {
    "arxiv": "arXiv", "biorxiv": "bioRxiv", "chemrxiv": "ChemRxiv", "engrxiv": "engrXiv",
    "medrxiv": "medRxiv", "psyarxiv": "PsyArXiv", "socarxiv": "SocArXiv", "ssrn": "SSRN",
    "africarxiv": "AfricArXiv", "authorea": "Authorea", "cryptology eprint archive": "Cryptology ePrint Archive",
    "eartharxiv": "EarthArXiv", "ecoevorxiv": "EcoEvoRxiv", "edarxiv": "EdArXiv",
    "ess open archive": "ESS Open Archive", "indiarxiv": "IndiaRxiv", "lawarxiv": "LawArXiv", "metaarxiv": "MetaArXiv",
    "osf preprints": "OSF Preprints", "paleorxiv": "PaleorXiv", "research square": "Research Square",
    "sportrxiv": "SportRxiv", "techrxiv": "TechRxiv",
    "vixra": "viXra",
}  # fmt: skip
PREPRINT_TYPES = frozenset("misc online electronic www".split())

# babel's and polyglossia's names -> BCP 47 (babel's locale files).
LANGUAGES: dict[str, str] = {
    "afrikaans": "af", "albanian": "sq", "arabic": "ar", "armenian": "hy", "basque": "eu",
    "belarusian": "be", "bengali": "bn", "bosnian": "bs", "brazil": "pt-BR",
    "brazilian": "pt-BR", "breton": "br", "bulgarian": "bg", "catalan": "ca", "chinese": "zh",
    "chinese-simplified": "zh-Hans", "chinese-traditional": "zh-Hant",
    "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en",
    "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "australian": "en-AU", "canadian": "en-CA", "newzealand": "en-NZ", "esperanto": "eo",
    "estonian": "et", "finnish": "fi", "french": "fr", "francais": "fr", "acadian": "fr-CA",
    "canadien": "fr-CA", "galician": "gl", "georgian": "ka", "german": "de", "ngerman": "de",
    "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH",
    "greek": "el", "polutonikogreek": "grc", "ancientgreek": "grc", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "magyar": "hu", "icelandic": "is", "indonesian": "id",
    "interlingua": "ia", "irish": "ga", "italian": "it", "japanese": "ja", "korean": "ko",
    "latin": "la", "latvian": "lv", "lithuanian": "lt", "macedonian": "mk", "malay": "ms",
    "marathi": "mr", "mongolian": "mn", "norsk": "nb", "norwegian": "no", "nynorsk": "nn",
    "occitan": "oc", "persian": "fa", "farsi": "fa", "polish": "pl", "portuguese": "pt",
    "portuges": "pt", "romanian": "ro", "romansh": "rm", "russian": "ru", "samin": "se",
    "sanskrit": "sa", "scottish": "gd", "serbian": "sr", "serbianc": "sr-Cyrl", "slovak": "sk",
    "slovene": "sl", "slovenian": "sl", "spanish": "es", "mexican": "es-MX", "swedish": "sv",
    "tamil": "ta", "telugu": "te", "thai": "th", "turkish": "tr", "turkmen": "tk",
    "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi", "welsh": "cy",
}  # fmt: skip
# The name to write if several names have the same code.
LANGUAGE_NAMES: dict[str, str] = {
    **{code: name for name, code in reversed(LANGUAGES.items())},
    "de": "ngerman", "de-AT": "naustrian", "de-CH": "nswissgerman", "fa": "persian",
}  # fmt: skip
