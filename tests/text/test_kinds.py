# ruff: noqa: E501
"""The type of a reference."""

import pytest
from tests.text.marked import item, shown

KINDS = [
    ("article-journal", "<author|Ash, B.> (<date|2001>). <title|On tides>. <container-title|Journal of Tides>, <volume|3>, <pages|1–9>."),
    ("article-journal", "<author|Ash B> <container-title|Phys. Rev. C> <volume|74> <date|2006> <pages|064001>"),
    ("article-journal", "<author|Ash B>. <title|On x>. <container-title|Proc. Natl. Acad. Sci. USA> <volume|12>, <pages|3>, <date|2001>"),
    ("article-magazine", "<author|Ash, B.>, “<title|On tides>,” <container-title|Newsweek>, <date|March 3, 2001>, <pages|5>."),
    ("article-newspaper", "<author|Ash, B.> (<date|2019, March 22>). <title|Tides>. <container-title|The New York Times>."),
    ("article-newspaper", "<author|Reuters>. <date|2025>. <title|Tide calls attack a victory>."),
    ("book", "<author|Ash, B.> (<date|2001>). <title|Tides>. <location|London>: <publisher|Sage>."),
    ("book", "<author|Ash, B.> <title|Tides>. <date|1951>."),
    ("book", "<editor|Ash, B. (Ed.)>. (<date|2001>). <title|Tides>. <publisher|Sage>."),
    ("chapter", "<author|Ash, B.>: <title|Ebbe>. In: <editor|Elm, C. (Hrsg.)>: <container-title|Gezeiten>. <location|Bonn>: <publisher|Dietz> <date|1999>, <pages|S. 3–9>."),
    ("chapter", "<author|Ash B>. <title|Ebb>. <container-title|In: The interpretation of tides>. <location|New York>: <publisher|Basic Books>; <date|1973>."),
    ("paper-conference", "<author|B. Ash>, “<title|Deep tides>,” <container-title|in Proc. IEEE Conf. Comput. Vis.>, <date|2016>, <pages|pp. 7–8>."),
    ("paper-conference", "<author|B. Ash>. <title|Deep tides>. <container-title|In NeurIPS>, <date|2017>."),
    ("thesis", "<author|Ash, B.> <title|Tides>. <genre|PhD thesis>, <publisher|University of Hull>, <date|2001>."),
    ("thesis", "<author|Ash, B.> (<date|2010>). <title|Les marées> [<genre|Thèse de doctorat>, <publisher|Université Paris 8>]."),
    ("thesis", "<author|Ash, B.>: <title|Gezeiten>. <genre|Diss.>, <publisher|Universität Leipzig> <date|2011>."),
    ("report", "<author|Ash, B.> (<date|2001>). <title|Tides>. <genre|Working Paper No. 8325>. <publisher|NBER>."),
    ("report", "<author|UN Security Council>. <date|2024>. <title|Report on the tides of the North>."),
    ("report", "<author|UNESCO>. <date|2017>. <title|Tides for goals>. <location|Paris>: <publisher|UNESCO>."),
    ("webpage", "<author|Ash, B.> (<date|2011>). <title|Tides>. <url|http://tides.org/a>"),
    ("post-weblog", "<author|Ash, B.> (<date|2016>). <title|Tides [Blog post]. Tides Today>. <url|https://tides.org/blog>"),
    ("standard", "<title|DIN EN 1992-1-1:2011-01: Eurocode 2>. <location|Berlin>: <publisher|Beuth>."),
    ("standard", "<author|Ash, B.>: <title|RFC 2616: Hypertext Transfer Protocol>. <publisher|IETF>, <date|1999>"),
    ("patent", "<author|Bell, A. G.> (<date|1876>). <title|Improvement in telegraphy>. <genre|U.S. Patent No. 174,465>."),
    ("patent", "<author|Ash, B.>, <other|EP 0 123 456 A1>, <date|1984>."),
    ("article", "<author|Ash, B.> <title|Tides are all you need>. <note|arXiv preprint arXiv:1706.03762>, <date|2017>."),
    ("article", "<author|Ash B>. <title|Tides>. <container-title|bioRxiv>. <date|2020>. <doi|10.1101/2020.01.22.914952>"),
    ("dataset", "<author|Ash, B.> (<date|2018>). <title|Tides [Data set]>. <publisher|Zenodo>."),
    ("software", "<author|Ash, B.> (<date|2014>). <title|Tides (Version 3.3) [Computer software]>. <publisher|Tidal>."),
    ("motion_picture", "<author|Scorsese, M. (Director)>. (<date|1990>). <title|Goodfellas [Film]>. <publisher|Warner>."),
    ("song", "<author|Bach, J. S.> (<date|1723>). <title|Johannes-Passion [Album]>. <publisher|Archiv>."),
    ("entry-encyclopedia", "<author|Ash, G.> (<date|2019>). <title|Tide>. <container-title|In The Stanford Encyclopedia of Philosophy>."),
    ("entry-dictionary", "“<title|Tide>.” <container-title|Oxford English Dictionary>. <date|1992>."),
    ("speech", "<author|Ash, S.> (<date|2016, May>). <title|Tides>. <note|Paper presented at the meeting of the Tide Society>."),
    ("manuscript", "<author|Ash, B.> <title|Tides>. <note|Unpublished manuscript>, <date|1995>."),
    ("personal_communication", "<author|G. Ash>. <note|Personal communication>, <date|September 1995>."),
    ("legal_case", "<title|Brown v. Board of Education>, <volume|347> <container-title|U.S.> <pages|483> (<date|1954>)."),
    ("legislation", "<title|Americans with Disabilities Act of 1990>, <note|Pub. L. No. 101-336> (<date|1990>)."),
    ("article-journal", "<author|Ash, B.> “<title|Ebb>.” <container-title|Theatre Workshop>, no. <issue|14> (<date|Autumn 1977>): <pages|12–31>."),
    ("paper-conference", "<author|Ash, B.> “<title|Ebb>,” <container-title|in Workshop on Tides>, <date|2011>, <pages|pp. 1–9>."),
    ("paper-conference", "<author|Ash, B.> <title|Ebb>. <container-title|International Conference on Tides>, <issue|790>, <pages|pp. 1–9>."),
    ("article-newspaper", "<author|Ash B>. <title|Ebb>. <container-title|The Clarion>. <date|1999 May 4>;<note|Sect. B:3 (col. 2)>."),
    ("chapter", "<author|Ash, B.> <container-title|in Rivers of Ice> (<editor|eds Moro, L. & Elm, C.>) <pages|101–123> (<publisher|Hill Univ. Press>, <date|2011>)."),
    ("thesis", "<author|Ash, B.>: <title|Gezeiten>. <genre|Diss>. <publisher|phil., Universität Kiel>, <date|1977>."),
    ("thesis", "<author|Ash, B.>, “<title|Tides>,” <container-title|M.S. thesis, Univ. Hull>, <date|2012>."),
    ("report", "<author|B. Ash>, “<title|Tides>,” <container-title|Norsk Ebbe>, <location|Bergen>, <genre|Tech. Rep. NE-22>, <date|1991>."),
    ("report", "<author|Ash, B.> (<date|2014>). <title|Tidvatten (Rapport 2014:11)>. <location|Umeå>: <publisher|Skogen>."),
    ("report", "<author|Ash, B.> (<date|2011>). <title|Gezeiten> (<genre|Bericht> <note|Nr. 8>). <location|Wien>: <publisher|Institut für Pegel>."),
    ("standard", "<author|B. Ash>, “<title|Tide Protocol>,” <container-title|RFC> <volume|9999>, <date|1999>."),
    ("article-journal", "<author|Ash, B.> <title|Tides>. <container-title|Mémoire de l'Académie de Hull>, <date|1868>, <pages|pp. 4–9>."),
    ("report", "<author|B. Ash>, “<title|Tides>,” <container-title|Ebb Corp>., <location|Boulder, CO, USA>, <genre|Tech. Rep. NL-44-A>, <date|1979>."),
    ("report", "<author|Amt für Pegel> (<date|2012>): <title|Pegel 2010>. <note|Kiel (Pegelberichte Nord, 3/2012)>."),
    ("report", "<author|MINISTERIO DE MAREAS>: <title|Mareas 2011. Informe final>. <location|Lima>, <date|2012>."),
    ("report", "<author|Office of Tides>. (<date|2009>). <title|Ebb in 2008>. <location|Hull>: <publisher|Author>."),
    ("webpage", "<author|Ash, B.> “<title|Ebb>.” <container-title|The Tide Room>, <publisher|Hull Museum>, <url|https://t.org/ebb>."),
    ("entry-encyclopedia", "<author|ASH (B.)>, « <title|Marée> », <container-title|dans Dictionnaire encyclopédique des eaux>, <publisher|Plon>."),
    ("entry-dictionary", "<author|Ash, B.> « <title|Marée> ». <container-title|Dans Dictionnaire des eaux>, <pages|4–7>. <publisher|Plon>."),
    ("dataset", "<author|Centre for Tides>. <date|2011>. “<title|Tides>.” <container-title|Dataset. Tidal Repository>. <url|https://t.org>."),
    ("dataset", "<author|Ash, B.> <title|Tides on 12 beaches. figshare> <url|https://doi.org/10.6084/m9.figshare.7> (<date|2016>)."),
    ("motion_picture", "<director|Ash, B., director>. <title|Tide. DVD>. <location|New York>: <publisher|Criterion>."),
    ("speech", "<author|Ash, B.>, <title|« Le sel », communication au colloque « Eaux »>, <container-title|Lyon>, <date|12 mai 2004>."),
    ("interview", "<author|Ash, B.> <title|Interview by Carl Elm. The Tide Hour>, <date|May 3, 1999>."),
    ("legislation", "<title|Regulation of Ferries Act>. <date|1847>. <container-title|10 & 11 Vict., c>. <volume|27>."),
    ("legislation", "<author|Wild Tides Act>, <date|1994>."),
    ("legislation", "<author|Great Britain>. <title|Canals and Rivers Act>. <location|London>: <publisher|HMSO>, <date|1968>."),
    ("book", "<author|Ash, B.> (<date|1991>). <title|The Last Act>. <location|London>: <publisher|Sage>."),
    ("webpage", "<author|Office of Tides>. (<date|2014>). <title|Notes on the Clean Tides Act>. <url|https://t.org/act>"),
    ("patent", "<author|Ash B>, <title|inventor; Ebb Medical Inc., assignee. Folding oar>. <container-title|United States patent US> <volume|7>,<pages|111,222>. <date|2007 May 8>."),
    ("document", "<author|United States Department of Defense>. <date|2025>. <title|Statement on tides>."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "marked"), KINDS)
def test_kind_by_words_and_facts(kind: str, marked: str) -> None:
    """A word for the type decides; otherwise a volume, a publisher, an editor or an address does."""
    assert item(marked).type == kind


@pytest.mark.parametrize(
    ("written", "genre"),
    [
        ("Ph.D. dissertation", "PhD thesis"), ("Doktorarbeit", "PhD thesis"), ("Tesis doctoral", "PhD thesis"),
        ("Thèse de doctorat", "PhD thesis"), ("Proefschrift", "PhD thesis"), ("Master's thesis", "Master’s thesis"),
        ("Masterarbeit", "Master’s thesis"), ("Mémoire de master", "Master’s thesis"),
        ("Trabajo de fin de máster", "Master’s thesis"), ("Bachelorarbeit", "Bachelor’s thesis"),
        ("Diplomarbeit", "Diplomarbeit"), ("Habilitationsschrift", "Habilitationsschrift"),
    ],
)  # fmt: skip
def test_degree_of_a_thesis(written: str, genre: str) -> None:
    """Doctoral, master's and bachelor's theses have the same genre in all languages."""
    found = item(
        f"<author|Ash, B.> <title|Tides>. <genre|{written}>, <publisher|University of Hull>."
    )
    assert (found.type, found.genre, found.publisher) == ("thesis", genre, "University of Hull")


def test_a_norm_has_its_number_apart_from_its_title() -> None:
    """The number contains the year if there is no other date."""
    norm = item("<title|ISO 9001:2015. Quality management systems – Requirements>.")
    assert (norm.number, norm.title, norm.issued.year) == (
        "ISO 9001:2015", "Quality management systems – Requirements", 2015,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "number", "authority"),
    [
        ("U.S. Patent No. 4,234,567", "4,234,567", "United States"),
        ("EP 0 123 456 A1", "EP 0 123 456 A1", "European Patent Office"),
    ],
)
def test_number_and_office_of_a_patent(written: str, number: str, authority: str) -> None:
    """The office precedes the number."""
    found = item(f"<author|Ash, B.> <title|A pump>. <genre|{written}>.")
    assert (found.number, found.authority) == (number, authority)


def test_inventors_and_whom_a_patent_belongs_to() -> None:
    """They are recognized by words for their roles; the date is not part of the number."""
    found = item(
        "<author|Ash B, Elm C, inventors; Ebb AG, assignee>. <title|Oar>. <other|European patent EP 1 222 333>. <date|2003 Jan 15>."
    )
    assert (shown(found.author), found.custom["holder"], found.number, found.issued.day) == (
        ["|Ash|B.", "|Elm|C."], "Ebb AG", "EP 1 222 333", 15,
    )  # fmt: skip


def test_a_preprint_is_as_bibtex_has_it() -> None:
    """The server becomes the publisher, and the identifier becomes the number."""
    found = item("<author|Ash, B.> <title|Tides>. <note|arXiv:1706.03762v5>, <date|2017>.")
    assert (found.publisher, found.number, found.custom["eprint"]) == (
        "arXiv", "arXiv:1706.03762v5", "1706.03762v5",
    )  # fmt: skip


def test_what_a_parliament_printed() -> None:
    """The legislative term and the number are not a volume and a page."""
    found = item(
        "<author|Landtag> (<date|2012>): <title|Deiche>. <container-title|Landtags-Drucksache> <volume|17>/10."
    )
    assert (found.type, found.genre, found.number) == ("report", "Landtags-Drucksache", "17/10")


def test_number_of_a_report_before_its_publisher() -> None:
    """Capitals with a number and a slash are not a publisher."""
    found = item(
        "<author|Tide Agency>. <date|2011>. <title|Final report on ebb>. <publisher|TA/OFR-11. Office of Tides>."
    )
    assert (found.number, found.publisher) == ("TA/OFR-11", "Office of Tides")


def test_a_document_of_the_union_is_a_report() -> None:
    """Such a document has a number."""
    found = item(
        "<author|European Commission> (<date|2011>). <title|Ebb>, <note|COM(2011) 112 final>."
    )
    assert (found.type, found.number) == ("report", "COM(2011) 112 final")


def test_who_issued_a_norm_publishes_it() -> None:
    """The issuer is not a container."""
    found = item(
        "<note|ASTM C39-05>, “<title|Test for Ladders>,” <container-title|ASTM International>, <date|2005>."
    )
    assert (found.type, found.publisher, found.container_title) == (
        "standard",
        "ASTM International",
        "",
    )


def test_when_something_was_revised_is_no_series() -> None:
    """The date of the revision contains a month."""
    found = item(
        "<author|Ash, B.>. <title|Ebb>. <publisher|Moss>, <date|1999> [<note|Revised Aug. 2016>]."
    )
    assert (found.collection_title, found.text["note"]) == ("", "Revised Aug. 2016")


@pytest.mark.parametrize(
    ("marked", "title", "authority", "container", "page"),
    [
        ("<author|Elm v Ash> [<date|1932>] <title|AC 562 (HL)>.", "Elm v Ash", "HL", "AC", "562"),
        (
            "<note|BGH, Urteil vom 12.03.2009 – I ZR 12/07, NJW 2009, 1234>.",
            "",
            "BGH",
            "NJW",
            "1234",
        ),
        (
            "<title|Elm v. Ash>, <volume|410> <container-title|U.S.> <pages|113> (<date|1973>).",
            "Elm v. Ash",
            "",
            "U.S.",
            "113",
        ),
    ],
)
def test_decision_of_a_court(
    marked: str, title: str, authority: str, container: str, page: str
) -> None:
    """The parties and their case are not an author and a title."""
    found = item(marked)
    assert (found.type, found.title, found.text.get("authority", ""), found.container_title, found.page) == (
        "legal_case", title, authority, container, page,
    )  # fmt: skip


def test_an_organisation_that_edits_reports() -> None:
    """A file on the Web is not a book."""
    found = item(
        "<editor|Deichverband (Hrsg.)> (<date|2020>): <title|Ebbe>. <location|Bonn>. <url|https://e.de/a.pdf>"
    )
    assert found.type == "report"


def test_the_language_of_statistics_is_software() -> None:
    """The R Foundation is the publisher."""
    found = item(
        "<author|R Core Team> (<date|2020>). <title|R: A language for statistical computing>. "
        "<container-title|R Foundation for Statistical Computing>, <location|Vienna>. <url|https://r.org>"
    )
    assert (found.type, found.publisher) == ("software", "R Foundation for Statistical Computing")


def test_code_of_a_report_behind_its_title() -> None:
    """The code consists of capitals and a number in brackets."""
    found = item(
        "<author|Department of Tides>. (<date|2003>). <title|Ebb report (NTS 2003-067)>. <location|Leeds>: "
        "<publisher|Tide Office>."
    )
    assert (found.title, found.number) == ("Ebb report", "NTS 2003-067")


def test_number_of_a_law() -> None:
    """The congress and the page are not those of a journal."""
    found = item(
        "<title|Clean Tides Act of 2001, Pub>. <container-title|L. No.> <volume|107-110>, <issue|115> "
        "<pages|Stat. 14> (<date|2002>)."
    )
    assert (found.type, found.title, found.text["references"]) == (
        "legislation", "Clean Tides Act of 2001", "Pub. L. No. 107-110, 115 Stat. 14",
    )  # fmt: skip


def test_a_law_by_its_number_and_year() -> None:
    """Spanish references use this form; the number is not a person's name."""
    found = item(
        "<author|Ley 1098 de> <date|2006>. <title|Por la cual se expide el Código>. <container-title|Diario>"
    )
    assert (found.type, found.author) == ("legislation", ())


def test_where_a_thesis_is_kept() -> None:
    """The repository follows the university."""
    found = item(
        "<author|Ash, B.> <title|Ebb> [<genre|Master's thesis>, <publisher|Hull University]. Hull Repository>."
    )
    assert (found.publisher, found.text["archive"]) == ("Hull University", "Hull Repository")


def test_number_of_an_episode() -> None:
    """The number is in brackets after the title, the series follows "In"."""
    found = item(
        "<author|Ash, B. (Host)>. <title|Ebb (No. 14) [Audio podcast episode]. In Tides of Sand>. <publisher|HBC>."
    )
    assert (found.type, found.title, found.number, found.container_title) == (
        "broadcast",
        "Ebb",
        "14",
        "Tides of Sand",
    )


def test_a_version_stands_in_no_work() -> None:
    """The version was taken for a container."""
    found = item(
        "<author|Ash Corp.>, “<title|Ebb guide>,” <container-title|version 10.1>, <location|Leeds>, <date|2019>."
    )
    assert (found.text["version"], found.container_title, found.text.get("note")) == (
        "10.1",
        "",
        None,
    )


def test_official_journal_of_the_union() -> None:
    """The journal is the container of the law."""
    found = item(
        "<author|European Parliament>. <title|Regulation (EU) 2016/679. OJ L 119>, <date|4.5.2016>, <pages|p. 1–88>."
    )
    assert (found.type, found.title, found.container_title, found.volume) == (
        "legislation", "Regulation (EU) 2016/679", "OJ L", "119",
    )  # fmt: skip


@pytest.mark.parametrize(
    "genre", ["thèse de doctorat en géographie", "thèse de doctorat ès lettres", "Thèse"]
)
def test_what_a_french_thesis_is_in(genre: str) -> None:
    """The subject is part of the degree."""
    found = item(
        f"<author|Ash, B.>, <title|Ebb>, <genre|{genre}>, <publisher|Université de Brest>, <date|2014>."
    )
    assert (found.type, found.text.get("note")) == ("thesis", None)
