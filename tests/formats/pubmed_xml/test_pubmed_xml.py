"""PubMed's XML: articles and books as PubMed returns them, damaged and recognized."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.errors import RefkitError
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.name import Name

ARTICLE = """<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">31234567</PMID>
<DateRevised><Year>2021</Year><Month>02</Month></DateRevised>
<Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Electronic">0317-8471</ISSN>
<JournalIssue CitedMedium="Internet"><Volume>3</Volume><Issue>2</Issue>
<PubDate><Year>2015</Year><Month>Mar</Month><Day>07</Day></PubDate></JournalIssue>
<Title>Journal of salt &amp; brine</Title><ISOAbbreviation>J Salt Brine</ISOAbbreviation></Journal>
<ArticleTitle>Salt of <i>E. maris</i> in CO<sub>2</sub>: a <i/>survey.</ArticleTitle>
<Pagination><StartPage>11</StartPage><EndPage>19</EndPage><MedlinePgn>11-9</MedlinePgn></Pagination>
<ELocationID EIdType="pii" ValidYN="Y">e11</ELocationID>
<ELocationID EIdType="doi" ValidYN="Y">10.5555/salt</ELocationID>
<Abstract><AbstractText Label="AIMS" NlmCategory="OBJECTIVE">We tasted.</AbstractText>
<AbstractText Label="RESULTS">It was <b>salty</b>.</AbstractText>
<CopyrightInformation>x</CopyrightInformation></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>de Alder</LastName><ForeName>Ines M</ForeName>
<Initials>IM</Initials><Suffix>Jr</Suffix><AffiliationInfo><Affiliation>Oslo</Affiliation></AffiliationInfo></Author>
<Author ValidYN="N"><LastName>Aldr</LastName><ForeName>Ines</ForeName></Author>
<Author><CollectiveName>Salt Study Group</CollectiveName></Author></AuthorList><Language>ger</Language>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
<PublicationType UI="D016454">Review</PublicationType></PublicationTypeList>
<VernacularTitle>Salz der See.</VernacularTitle>
<ArticleDate DateType="Electronic"><Year>2014</Year><Month>12</Month><Day>30</Day></ArticleDate></Article>
<MedlineJournalInfo><Country>Norway</Country><MedlineTA>J Salt Brine</MedlineTA>
<ISSNLinking>1234-5679</ISSNLinking></MedlineJournalInfo>
<MeshHeadingList><MeshHeading><DescriptorName UI="D1" MajorTopicYN="N">Salts</DescriptorName>
<QualifierName UI="Q1">analysis</QualifierName></MeshHeading></MeshHeadingList>
<KeywordList Owner="NOTNLM"><Keyword>brine</Keyword></KeywordList></MedlineCitation>
<PubmedData><PublicationStatus>ppublish</PublicationStatus><ArticleIdList>
<ArticleId IdType="pubmed">31234567</ArticleId>
<ArticleId IdType="pmc">PMC123456</ArticleId><ArticleId IdType="doi">10.5555/salt</ArticleId></ArticleIdList>
<ReferenceList><Reference>
<ArticleIdList><ArticleId IdType="doi">10.5555/cited</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle>"""
DOCTYPE = (
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/a.dtd">'
)
DOCUMENT = f'<?xml version="1.0" ?>\n{DOCTYPE}\n<PubmedArticleSet>{ARTICLE}</PubmedArticleSet>\n'
BOOK = """<PubmedBookArticle><BookDocument><PMID>1</PMID><Book><Publisher><PublisherName>Brine House</PublisherName>
<PublisherLocation>Bergen</PublisherLocation></Publisher><BookTitle book="b">Salt handbook</BookTitle>
<PubDate><Year>2009</Year><Season>Spring</Season></PubDate>
<AuthorList Type="editors"><Author><LastName>Roe</LastName><Initials>R</Initials></Author></AuthorList>
<CollectionTitle>Minerals</CollectionTitle><Edition>2nd</Edition><Isbn>9780306406157</Isbn></Book>
{}<Language>eng</Language></BookDocument></PubmedBookArticle>"""
CHAPTER = """<ArticleTitle>Taste</ArticleTitle><AuthorList Type="authors"><Author><LastName>Alder</LastName>
<ForeName>Ines</ForeName></Author></AuthorList>"""


def read(text: str) -> list[Item]:
    library = refkit.loads(text)
    assert [fault.message for fault in library.faults] == []
    return list(library)


def test_an_article() -> None:
    """Each value has the variable of its element; cited works are not part of it."""
    (item,) = read(DOCUMENT)
    assert (item.id, item.type) == ("dealder2015", "article-journal")
    assert item.author == (
        Name("Alder", "Ines M", particle="de", suffix="Jr"),
        Name(literal="Salt Study Group"),
    )
    assert item.issued.start == DatePoint(2015, 3, 7)
    assert item.dates["available-date"].start == DatePoint(2014, 12, 30)
    assert item.text == {
        "PMID": "31234567", "title": "Salt of <i>E. maris</i> in CO<sub>2</sub>: a survey", "volume": "3", "issue": "2",
        "container-title": "Journal of salt & brine", "container-title-short": "J Salt Brine", "ISSN": "0317-8471",
        "page": "11-9", "DOI": "10.5555/salt", "abstract": "AIMS: We tasted. RESULTS: It was <b>salty</b>.",
        "language": "de", "keyword": "brine, Salts/analysis", "PMCID": "PMC123456",
    }  # fmt: skip
    assert item.custom == {
        "vernaculartitle": "Salz der See.", "pii": "e11", "publicationtype": "Review", "country": "Norway",
        "publicationstatus": "ppublish",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<MedlineDate>2011 Nov-Dec</MedlineDate>", "2011-11/2011-12"),
        ("<MedlineDate>2000 Spring</MedlineDate>", "2000-21"),
        ("<Year>2000</Year><Season>Summer</Season>", "2000-22"),
        ("<Year>2000</Year><Month>2</Month>", "2000-02"),
        ("<Year>2000</Year>", "2000"),
    ],
)
def test_dates(date: str, expected: str) -> None:
    """A year with month or season, or Medline's words."""
    old = "<Year>2015</Year><Month>Mar</Month><Day>07</Day>"
    assert str(read(DOCUMENT.replace(old, date))[0].issued) == expected


def test_pages_in_parts() -> None:
    """Without Medline's abbreviated form."""
    text = DOCUMENT.replace("<MedlinePgn>11-9</MedlinePgn>", "")
    assert read(text)[0].page == "11-19"


def test_a_book_and_a_chapter() -> None:
    """A record with a title of its own is a chapter."""
    book, chapter = read(
        f"<PubmedArticleSet>{BOOK.format('')}{BOOK.format(CHAPTER)}</PubmedArticleSet>"
    )
    assert (book.type, book.title, book.text.get("container-title")) == (
        "book",
        "Salt handbook",
        None,
    )
    assert (book.editor, book.author) == ((Name("Roe", "R"),), ())
    assert (chapter.type, chapter.title) == ("chapter", "Taste")
    assert chapter.text["container-title"] == "Salt handbook"
    assert (chapter.author, str(chapter.issued)) == ((Name("Alder", "Ines"),), "2009-21")
    assert (chapter.edition, chapter.ISBN) == ("2nd", "9780306406157")


def test_the_citation_alone() -> None:
    """As in the files of Medline."""
    citation = ARTICLE[ARTICLE.index("<MedlineC") : ARTICLE.index("<PubmedData>")]
    (item,) = read(f"<MedlineCitationSet>{citation}</MedlineCitationSet>")
    assert (item.volume, item.DOI) == ("3", "10.5555/salt")


def test_values_have_places() -> None:
    """The content of the element, in the whole file, also after letters with several bytes."""
    text = DOCUMENT.replace("Salt Study", "Sält Study")
    item = refkit.loads(text + "\n")[0]
    assert text[slice(*item.place("DOI"))] == "10.5555/salt"
    assert text[slice(*item.place("language"))] == "ger"


@pytest.mark.parametrize("damage", ["", "<PubmedArticle><MedlineCitation><PMID>3", "&nosuch;<", "<<<"])  # fmt: skip
def test_what_precedes_an_error_is_read(damage: str) -> None:
    """And the error is reported."""
    library = refkit.loads(f"<PubmedArticleSet>{ARTICLE}{damage}")
    assert library[0].DOI == "10.5555/salt"
    assert len(library.faults) == 1


@given(st.integers(0, len(DOCUMENT)), st.text(max_size=8))
def test_damaged_files_end_with_a_report(position: int, noise: str) -> None:
    """At any place."""
    library = refkit.loads(DOCUMENT[:position] + noise + DOCUMENT[position:], format="pubmed-xml")
    assert len(list(library)) <= 2


def test_entities_and_depth_are_bounded() -> None:
    """A document that defines entities, or has thousands of elements in one another, is refused in a moment."""
    ten = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{ten}]>{ARTICLE.replace("brine", "&a19;")}'
    deep = f"<PubmedArticleSet><PubmedArticle>{'<Article>' * 100_000}"
    assert refkit.loads(bomb, format="pubmed-xml").faults
    assert refkit.loads(deep, format="pubmed-xml").faults


def test_files_are_recognized(tmp_path: Path) -> None:
    """By their elements; other XML is refused."""
    (tmp_path / "export.xml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "other.xml").write_text("<menu><dish>Salt</dish></menu>", encoding="utf-8")
    assert refkit.load(tmp_path / "export.xml")[0].DOI == "10.5555/salt"
    with pytest.raises(RefkitError, match=r"cannot detect the format of .*other\.xml"):
        refkit.load(tmp_path / "other.xml")
