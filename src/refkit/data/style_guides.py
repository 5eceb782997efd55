"""Facts about citation guides that a CSL style cannot express, or that its style file leaves to the user's data.

They apply to items from .bib files, because BibTeX's users leave these things to the style: the wording of a thesis,
the case of a book's title, the place of an article number. The key is the name of a style, and of all styles whose
names begin with it and a hyphen; the longest name counts. `source` names the guide and its section or page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

PHD, MASTERS, REPORT = "PhD thesis", "Master’s thesis", "Technical report"


class StyleGuide(NamedTuple):
    """The facts about a guide.

    `genres` are its words for those that an entry type implies, and `descriptions` those for entry types without a
    genre. A @techreport without a `type` is called a technical report if `implied_report` says so. With
    `has_descriptions`, `titleaddon` is a description in brackets.

    With `keeps_books`, titles of books are written as typed; with `keeps_pages`, those of web pages. With
    `has_small_subtitles`, a subtitle begins with a small letter. `capitalized` are words that keep the capital that
    they are typed with in a title in title case, although CSL's title case has small letters.

    With `has_article_numbers`, they have a word of their own ("Article e123"); elsewhere they take the place of
    pages. A publisher that is the author is omitted, or the author is (`same_publisher`). With `has_event_place`,
    papers have the place of the conference. With `has_site_publisher`, the organization of a web page is its
    publisher, not the name of the site. `archive` is the variable for a database such as JSTOR. An eprint of arXiv is
    only its number (`arXiv:2101.00001`), or plain without that word, because the style has it. With
    `has_edition_words`, the style prints an edition as it is, and needs "2nd ed.". `omitted` are descriptions in
    lower case that the guide does not print. With `has_presented_at`, the style writes "presented at" after the
    description of a talk.

    Items without a language are in the guide's own one if they are written in `script`, and otherwise in English.
    """

    source: str
    genres: Mapping[str, str] = {}
    descriptions: Mapping[str, str] = {}
    keeps_books: bool = False
    keeps_pages: bool = False
    has_article_numbers: bool = False
    same_publisher: Literal["", "publisher", "author"] = ""
    has_descriptions: bool = False
    has_event_place: bool = False
    has_site_publisher: bool = False
    archive: str = ""
    script: Literal["", "Han", "Cyrillic"] = ""
    has_edition_words: bool = False
    has_small_subtitles: bool = False
    implied_report: Literal["always", "numbered", "never"] = "always"
    eprint: Literal["", "number", "plain"] = ""
    capitalized: frozenset[str] = frozenset()
    omitted: frozenset[str] = frozenset()
    has_presented_at: bool = False


# Words that are rarely prepositions in a title, and prepositions of five letters and more.
_ADVERBS = frozenset("next up down out off so yet given".split())
_LONG_PREPOSITIONS = frozenset(
    """about above across after against along amid among around before behind below beneath beside besides between
    beyond despite during inside since through throughout toward towards under underneath until within
    without""".split()
)
_OMITTED = frozenset(
    "film|motion picture|movie|software|computer software|computer program|album|song".split("|")
)
_CHICAGO_17 = StyleGuide(
    "CMOS 17, 14.215 (PhD diss.), 8.159 (capitals)",
    {PHD: "PhD diss."},
    implied_report="numbered",
    capitalized=_ADVERBS,
    omitted=_OMITTED,
)
_CHICAGO = StyleGuide(
    "CMOS 18, 14.113 (PhD diss.), 8.160 (capitals, also for prepositions of five letters and more)",
    {PHD: "PhD diss."},
    implied_report="numbered",
    capitalized=_ADVERBS | _LONG_PREPOSITIONS,
    omitted=_OMITTED,
)
_NLM = StyleGuide(
    "Citing Medicine, chapter 5: [dissertation]; chapter 25: publishers of web sites",
    {PHD: "dissertation", MASTERS: "master’s thesis"},
    has_site_publisher=True,
    has_small_subtitles=True,
    implied_report="never",
    has_presented_at=True,
)
_GB_T = StyleGuide(
    "GB/T 7714-2015, 6.1: the language of the work", script="Han", has_small_subtitles=True
)

GUIDES: dict[str, StyleGuide] = {
    "american-anthropological-association": _CHICAGO,
    "american-chemical-society": StyleGuide(
        "ACS Guide, 4.3.3 (books), 4.3.8 (theses), 4.3.9 (web sites)",
        {PHD: "Ph.D. Dissertation", MASTERS: "M.S. Thesis", REPORT: "Technical Report"},
        keeps_books=True,
        keeps_pages=True,
    ),
    "american-geophysical-union": StyleGuide(
        "AGU Grammar and Style Guide, after APA 7", {PHD: "Doctoral dissertation"}
    ),
    "american-institute-of-physics": StyleGuide(
        "AIP Style Manual, 4th ed., appendix: Ph.D. thesis", {PHD: "Ph.D. thesis"}
    ),
    "american-medical-association": StyleGuide(
        "AMA Manual of Style, 11th ed., 3.12 (books), 3.13.12 (dissertations)",
        {PHD: "Dissertation"},
        keeps_books=True,
        has_small_subtitles=True,
        has_presented_at=True,
    ),
    "american-physics-society": StyleGuide("APS, Physical Review Style Guide: Ph.D. thesis", {PHD: "Ph.D. thesis"}),
    "american-political-science-association": StyleGuide("APSA Style Manual, 2018: PhD diss.", {PHD: "PhD diss."}),
    "american-society-of-mechanical-engineers": StyleGuide(
        "ASME, Reference Guidelines: Ph.D. thesis", {PHD: "Ph.D. thesis"}
    ),
    "american-sociological-association": StyleGuide(
        "ASA Style Guide, 6th ed., 5.2: PhD dissertation", {PHD: "PhD dissertation"}
    ),
    "apa": StyleGuide(
        "APA 7, 9.27 (article numbers), 9.21 (descriptions), 9.29 (publishers), 10.6 (dissertations)",
        {PHD: "Doctoral dissertation"},
        {"dataset": "Data set", "movie": "Film"},
        has_article_numbers=True,
        same_publisher="publisher",
        has_descriptions=True,
        implied_report="numbered",
    ),
    "apa-5th-edition": StyleGuide("APA 5, 4.16", {PHD: "Doctoral dissertation"}),
    "apa-6th-edition": StyleGuide("APA 6, 7.05", {PHD: "Doctoral dissertation"}),
    "association-for-computing-machinery": StyleGuide(
        "ACM-Reference-Format.bst: format.btitle, Ph.D. Dissertation",
        {PHD: "Ph.D. Dissertation"},
        keeps_books=True,
    ),
    "cell": StyleGuide("Cell Press, Reference format: titles of books in title case", keeps_books=True),
    "chicago": _CHICAGO,
    "chicago-author-date-16th-edition": _CHICAGO_17,
    "chicago-author-date-17th-edition": _CHICAGO_17,
    "chicago-notes-bibliography-16th-edition": _CHICAGO_17,
    "chicago-notes-bibliography-17th-edition": _CHICAGO_17,
    "china-national-standard-gb-t-7714": _GB_T,
    "gb-t-7714": _GB_T,
    "gost-r-7-0": StyleGuide(
        "GOST R 7.0.5-2008, 4.10: the language of the work", script="Cyrillic", has_small_subtitles=True
    ),
    "harvard-cite-them-right": StyleGuide(
        "Cite Them Right, 12th ed.: reports, subtitles", has_small_subtitles=True, implied_report="numbered"
    ),
    "ieee": StyleGuide(
        "IEEE Reference Guide, V 11.29: books, Conference Papers, Theses, Reports; Art. no.",
        {PHD: "Ph.D. dissertation", MASTERS: "M.S. thesis", REPORT: "Tech. Rep."},
        keeps_books=True,
        has_article_numbers=True,
        has_event_place=True,
        eprint="number",
    ),
    "iso690": StyleGuide("ISO 690:2021, 7.6: 2nd ed.", has_edition_words=True, has_small_subtitles=True),
    "modern-language-association": StyleGuide(
        "MLA Handbook, 9th ed., 2.90 (capitals), 5.54 (publishers), 5.99 (databases), appendix 2 (dissertations)",
        {PHD: "PhD dissertation"},
        same_publisher="author",
        archive="source",
        implied_report="numbered",
        capitalized=_ADVERBS,
        omitted=_OMITTED,
    ),
    "nature": StyleGuide(
        "Nature, Formatting guide: titles of books in title case, small subtitles of articles",
        keeps_books=True,
        has_small_subtitles=True,
    ),
    "nlm": _NLM,
    "plos": _NLM._replace(source="PLOS, Submission Guidelines: after NLM", genres={}),
    "royal-society-of-chemistry": StyleGuide(
        "RSC, Author Guidelines: titles of books in title case", keeps_books=True, eprint="plain"
    ),
    "science": StyleGuide("Science, Citation style: titles of books in title case", keeps_books=True, eprint="plain"),
    "turabian": _CHICAGO_17._replace(
        source="Turabian, 9th ed., 17.7.1 (PhD diss.), 22.3.1 (capitals)"
    ),
    "vancouver": _NLM,
}  # fmt: skip
NO_GUIDE = StyleGuide("none")


def guide_of(style: str) -> StyleGuide:
    """Return the guide of a style by its name, such as `ieee-with-url`."""
    name = style
    while name and name not in GUIDES:
        name = name.rpartition("-")[0]
    return GUIDES.get(name, NO_GUIDE)
