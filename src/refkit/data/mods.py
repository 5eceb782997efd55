"""Mapping between MODS and CSL 1.0.2: genres, kinds of resources, identifiers and dates.

Source: Library of Congress, "MODS User Guidelines" (version 3), its lists of `typeOfResource` and `issuance`; "MARC
Genre Term List" (`marcgt`); the genres that bibutils, JabRef and Zotero write.
"""

from __future__ import annotations

# Genre in lower case -> item type.
GENRES: dict[str, str] = {
    "abstract or summary": "document", "article": "article-journal", "bibliography": "book", "biography": "book",
    "blog": "post-weblog", "blogpost": "post-weblog", "book": "book", "book chapter": "chapter",
    "booksection": "chapter", "chapter": "chapter", "collection": "book",
    "conference paper": "paper-conference", "conference poster": "paper-conference",
    "conference publication": "book", "conferencepaper": "paper-conference", "database": "dataset",
    "dataset": "dataset", "dictionary": "book", "dictionaryentry": "entry-dictionary", "dissertation": "thesis",
    "doctoral thesis": "thesis", "doctoralthesis": "thesis", "electronic": "webpage",
    "email": "personal_communication",
    "email communication": "personal_communication", "encyclopedia": "book",
    "encyclopediaarticle": "entry-encyclopedia", "film": "motion_picture", "handbook": "book",
    "hearing": "hearing", "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "instruction": "report", "interview": "interview", "journal article": "article-journal",
    "journalarticle": "article-journal", "law report or digest": "legal_case",
    "legal case and case notes": "legal_case", "legislation": "legislation", "letter": "personal_communication",
    "magazinearticle": "article-magazine", "magazine article": "article-magazine", "manual": "book",
    "manuscript": "manuscript", "map": "map", "masters thesis": "thesis", "mastersthesis": "thesis",
    "master thesis": "thesis", "motion picture": "motion_picture", "newspaper article": "article-newspaper",
    "newspaperarticle": "article-newspaper", "paper": "paper-conference", "patent": "patent",
    "periodical": "periodical",
    "phdthesis": "thesis", "ph.d. thesis": "thesis", "preprint": "article", "proceedings": "book",
    "programmed text": "software", "report": "report", "research report": "report", "review": "review",
    "reportpaper": "report", "software": "software", "speech": "speech", "standard": "standard",
    "standard or specification": "standard", "statute": "legislation", "survey of literature": "article-journal",
    "technical report": "report", "techreport": "report", "theses": "thesis", "thesis": "thesis", "treaty": "treaty",
    "unpublished": "manuscript", "videorecording": "motion_picture", "web document": "webpage", "web page": "webpage",
    "web site": "webpage", "webpage": "webpage", "website": "webpage", "working paper": "report",
}  # fmt: skip

# Genre of the work that contains the item -> item type.
HOST_GENRES: dict[str, str] = {
    "academic journal": "article-journal", "book": "chapter", "collection": "chapter",
    "conference publication": "paper-conference", "dictionary": "entry-dictionary",
    "encyclopedia": "entry-encyclopedia", "journal": "article-journal",
    "magazine": "article-magazine", "newspaper": "article-newspaper",
    "periodical": "article-journal", "proceedings": "paper-conference", "web site": "webpage",
}  # fmt: skip

# Kind of resource -> item type; "text" says nothing.
RESOURCES: dict[str, str] = {
    "cartographic": "map", "moving image": "motion_picture", "notated music": "musical_score",
    "software, multimedia": "software", "sound recording": "song", "sound recording-musical": "song",
    "sound recording-nonmusical": "song", "still image": "graphic", "three dimensional object": "graphic",
}  # fmt: skip

CONTINUING = frozenset(("continuing", "integrating resource", "serial"))  # values of `issuance`

# Type of an identifier -> variable; that of a handle becomes an address.
IDENTIFIERS: dict[str, str] = {
    "citekey": "id", "doi": "DOI", "hdl": "URL", "isbn": "ISBN", "issn": "ISSN", "issn-l": "ISSN", "pmc": "PMCID",
    "pmcid": "PMCID", "pmid": "PMID", "pubmed": "PMID", "uri": "URL", "url": "URL",
}  # fmt: skip

# Elements of `originInfo` with the date of issue, the first that is there counts.
ISSUED = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")

# Type of a detail of `part` -> variable.
DETAILS: dict[str, str] = {
    "article": "number", "chapter": "chapter-number", "issue": "issue", "number": "issue", "part": "part",
    "report number": "number", "section": "section", "vol": "volume", "volume": "volume", "page": "page",
    "pages": "page",
}  # fmt: skip
