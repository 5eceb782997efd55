"""BibTeX's entry types and fields (Oren Patashnik, "BibTeXing", btxdoc, 8 February 1988, section 3).

`required` contains groups of alternatives: ("author", "editor") requires at least one of them. "And/or"
alternatives, as in "chapter and/or pages", are written the same way.
"""

from __future__ import annotations

from typing import NamedTuple


class EntryType(NamedTuple):
    """An entry type: its groups of alternative required fields, and its optional fields."""

    required: tuple[tuple[str, ...], ...]
    optional: frozenset[str]

    def fields(self) -> frozenset[str]:
        """All fields of the type."""
        return self.optional.union(*self.required)


def _type(required: str, optional: str) -> EntryType:
    """Return an entry type that requires, for `a|b c`, a or b, and c."""
    groups = tuple(tuple(group.split("|")) for group in required.split())
    return EntryType(groups, frozenset(optional.split()))


# btxdoc 3.1, "Entry Types". `conference` is "the same as inproceedings, included for Scribe
# compatibility". `key` is needed if the fields of the label (author, editor ...) are absent (3.2).
ENTRY_TYPES: dict[str, EntryType] = {
    "article": _type("author title journal year", "volume number pages month note key"),
    "book": _type(
        "author|editor title publisher year",
        "volume number series address edition month note key",
    ),
    "booklet": _type("title", "author howpublished address month year note key"),
    "conference": _type(
        "author title booktitle year",
        "editor volume number series pages address month organization publisher note key",
    ),
    "inbook": _type(
        "author|editor title chapter|pages publisher year",
        "volume number series type address edition month note key",
    ),
    "incollection": _type(
        "author title booktitle publisher year",
        "editor volume number series type chapter pages address edition month note key",
    ),
    "inproceedings": _type(
        "author title booktitle year",
        "editor volume number series pages address month organization publisher note key",
    ),
    "manual": _type("title", "author organization address edition month year note key"),
    "mastersthesis": _type("author title school year", "type address month note key"),
    "misc": _type("", "author title howpublished month year note key"),
    "phdthesis": _type("author title school year", "type address month note key"),
    "proceedings": _type(
        "title year",
        "editor volume number series address month organization publisher note key",
    ),
    "techreport": _type(
        "author title institution year", "type number address month note key"
    ),
    "unpublished": _type("author title note", "month year key"),
}  # fmt: skip

# Entries that contain settings of a style: `@IEEEtranBSTCTL` (IEEEtran and styles derived from it), `@control`
# (REVTeX, achemso, biblatex) are not references.
STYLE_CONTROLS = frozenset("bstctl control ieeetranbstctl".split())

# Types that widespread packages and styles define: ACM-Reference-Format.bst; biblatex-software; biblatex-apa
# (apa.dbx and the source map of apa.bbx); gbt7714-bibtex-style and biblatex-gb7714-2015.
STYLE_TYPES = frozenset(
    """artifactdataset artifactsoftware game online periodical presentation underreview video webpage
    codefragment softwaremodule softwareversion constitution legadminmaterial legmaterial nameonly hardware
    archive database map newspaper preprint""".split()
)

# btxdoc 3.2, "Fields", with `crossref` (3.2) and `annote` (not used by any standard style).
FIELDS = frozenset(
    """address annote author booktitle chapter crossref edition editor howpublished institution
    journal key month note number organization pages publisher school series title type volume
    year""".split()
)

# Fields for the date of access that styles and programs use instead of BibLaTeX's `urldate`.
ACCESS_FIELDS = (
    "accessed", "accessdate", "access-date", "access_date", "dateaccessed", "lastaccessed", "lastchecked",
    "lastvisited", "retrieved", "urlaccessdate", "visited",
)  # fmt: skip

# The three-letter month macros of every standard style (btxdoc 2; plain.bst), with their texts.
MONTH_MACROS: dict[str, str] = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
}  # fmt: skip

# The journals that every standard style defines as macros (plain.bst, abbrv.bst and alpha.bst, "Here are macros for
# common journals"; btxdoc 2).
JOURNAL_STRINGS: dict[str, str] = {
    "acmcs": "ACM Computing Surveys", "acta": "Acta Informatica", "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development", "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering", "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters", "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences", "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing", "tcs": "Theoretical Computer Science",
    "tocs": "ACM Transactions on Computer Systems", "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics", "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
}  # fmt: skip

# Fields that tools and common styles add and standard styles ignore. natbib (plainnat.bst): doi, eid, isbn,
# issn, url; REVTeX and arXiv: archive, archiveprefix, eprint, primaryclass, slaccitation, reportnumber,
# collaboration, numpages, adsurl, adsnote; hep: inspirehepid; BibDesk: bdsk-*, date-added,
# date-modified, read, rating; JabRef: file, owner, timestamp, groups, comment, keywords, priority,
# printed, qualityassured, ranking, readstatus, relevance, urldate; Mendeley: mendeley-*; DBLP: biburl,
# bibsource; MathSciNet: mrclass, mrnumber, mrreviewer, fjournal, coden; zbMATH: zbl, zbmath, zblnumber;
# Scopus, Web of Science: affiliation, author_keywords, document_type, correspondence_address1, source,
# unique-id, times-cited, number-of-cited-references, usage-count-*, web-of-science-*, da, doc-delivery-number.
COMMON_FIELDS = frozenset(
    """abbrev_source_title abstract acmid adsnote adsurl affiliation affiliations annotation archive
    archiveprefix art_number articleno asin author_keywords author+an bibsource biburl bib_source
    citeulike-article-id coden collaboration comment comments conference contents copyright
    correspondence_address1 coverage crossref da date date-added date-modified day day-added
    document_type doi ee eid eissn eprint eprintclass eprinttype file funding funding_by fjournal
    groups howpublished inspirehepid intype isbn isbn-13 issn issue issue_date journal-iso
    journaliso keyword keywords keywords-plus language lccn location local-url localfile mrclass
    mrnumber mrreviewer nationality numpages oclc owner page_count paper pagetotal pdf pii pmc pmcid
    pmid ppn preprint primaryclass priority printed publication_stage qualityassured ranking rating
    read readstatus relevance report reportnumber research-areas researcherid-numbers review
    series shortjournal shorttitle slaccitation source subtitle subject tags timestamp times-cited
    translator type unique-id updated url urldate usage-count-last-180-days usage-count-since-2013
    username venue version volumes web-of-science-categories web-of-science-index x-fetchedfrom zbl
    zblnumber zbmath orcid-numbers oa da doc-delivery-number number-of-cited-references price size
    wwwtitle keyword_index opt""".split()
)

# Fields that standard styles neither print nor use.
NOTE_FIELDS = frozenset(
    "abstract annotation annote comment comments file groups owner review timestamp".split()
)

# Fields that standard styles ignore, or use only for sorting.
UNPRINTED_FIELDS = NOTE_FIELDS | frozenset(
    "key keyword keywords sortkey sortname sorttitle sortyear".split()
)

# Prefixes of families of tool-specific fields.
COMMON_PREFIXES = (
    "bdsk-",
    "mendeley-",
    "__markedentry",
    "opt",
    "jabref-",
    "citeulike-",
    "zotero-",
    "x-",
)
