"""Citation fields of Word documents are read as records."""

import base64
import json
import time

import pytest
from tests.documents.made import docx, paragraph, run
from tests.text.records.reading import (
    DOE,
    PRINTED_DOE,
    PRINTED_POE,
    PRINTED_ROE,
    ROE,
    bibliography,
    citation,
    field,
    messages,
    places,
    read_bytes,
    records,
    titles,
    values,
    word,
)

from refkit.errors import UnreadableFile

pytest.importorskip("docx", reason="the extra `docx` is not installed")

ZOTERO = " ADDIN ZOTERO_ITEM CSL_CITATION "
MENDELEY = "ADDIN CSL_CITATION "
EXPECTED_DOE = {
    "type": "article-journal", "title": "The growth of seeds in dark rooms", "container-title": "Journal of Gardens",
    "volume": "12", "issue": "3", "page": "33-39", "DOI": "10.1234/seeds.1",
    "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Paul"}],
    "issued": {"date-parts": [[2001, 5]]},
}  # fmt: skip


def cited(body: str) -> str:
    return f"<w:p>{run('As shown before ')}{body}{run(', the text.')}</w:p>"


def simple(code: str, shown: str) -> str:
    return f'<w:fldSimple w:instr="{code.replace("&", "&amp;").replace(chr(34), "&quot;")}">{run(shown)}</w:fldSimple>'


def control(data: str, shown: str, is_for_addresses: bool = False) -> str:
    encode = base64.urlsafe_b64encode if is_for_addresses else base64.b64encode
    coded = encode(data.encode()).decode()
    tag = "MENDELEY_CITATION_v3_" + (coded.rstrip("=") if is_for_addresses else coded)
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{run(shown)}</w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    "body",
    [
        field(ZOTERO + citation(DOE) + " RNDabc", "(Doe &amp; Roe, 2001)"),
        field(MENDELEY + citation(DOE), "(Doe &amp; Roe, 2001)", pieces=40),
        simple(ZOTERO + citation(DOE), "(Doe, 2001)"),
        control(citation(DOE), "(Doe, 2001)"),
        control(citation({**DOE, "abstract": "?>~" * 9}), "(Doe, 2001)", is_for_addresses=True),
    ],
    ids=["zotero", "mendeley-desktop", "simple-field", "mendeley-cite", "mendeley-cite-2"],
)
def test_the_data_of_a_citation_is_a_record(body: str) -> None:
    library = word(cited(body))
    assert [{**record, "abstract": ""} for record in records(library)] == [
        {**EXPECTED_DOE, "abstract": ""}
    ]
    assert messages(library) == []


def test_a_record_has_the_place_of_its_citation() -> None:
    library = word(cited(field(ZOTERO + citation(DOE), "(Doe, 2001)")))
    assert places(library) == ["(Doe, 2001)"]


def test_citations_in_notes_are_read() -> None:
    note = f'<w:footnote w:id="2"><w:p>{field(ZOTERO + citation(ROE), "Roe, Stones")}</w:p></w:footnote>'
    end = (
        f'<w:endnote w:id="3"><w:p>{field(ZOTERO + citation(DOE), "Doe, Growth")}</w:p></w:endnote>'
    )
    body = '<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/></w:r></w:p>'
    library = read_bytes(docx(body, footnotes=note, endnotes=end))
    assert sorted(titles(library)) == ["Stones", "The growth of seeds in dark rooms"]


def test_bookmarks_refer_to_properties_of_the_document() -> None:
    """Zotero splits the code into parts of 255 characters."""
    code = "ZOTERO_ITEM CSL_CITATION " + citation(DOE)
    parts = [code[at : at + 255] for at in range(0, len(code), 255)]
    properties = "".join(
        f'<property name="ZOTERO_BREF_aB1_{number}"><vt:lpwstr>{part.replace("&", "&amp;")}</vt:lpwstr></property>'
        for number, part in enumerate(parts, 1)
    )
    custom = f'<Properties xmlns="x" xmlns:vt="v">{properties}</Properties>'
    body = cited(
        f'<w:bookmarkStart w:id="0" w:name="ZOTERO_BREF_aB1"/>{run("(Doe 2001)")}<w:bookmarkEnd w:id="0"/>'
    )
    library = word(body, {"docProps/custom.xml": custom})
    assert titles(library) == ["The growth of seeds in dark rooms"]
    assert places(library) == ["(Doe 2001)"]


ENDNOTE = """<EndNote><Cite><Author>Doe</Author><Year>2001</Year><RecNum>5</RecNum><DisplayText>(1)</DisplayText>
<record><rec-number>5</rec-number><foreign-keys><key app="EN" db-id="w">5</key></foreign-keys>
<ref-type name="Journal Article">17</ref-type><contributors><authors><author><style face="normal">Doe, Jane</style>
</author><author>World Bank,</author></authors></contributors>
<titles><title><style>The growth of seeds &amp; stones</style></title>
<secondary-title>J. Gard.</secondary-title></titles><periodical><full-title>Journal of Gardens</full-title>
</periodical><pages>33-9</pages><volume>12</volume><number>3</number><dates><year>2001</year></dates>
<isbn>1234-5679</isbn><urls><related-urls><url>https://example.org/1</url></related-urls></urls>
<electronic-resource-num>10.1234/seeds.1</electronic-resource-num></record></Cite></EndNote>"""


def endnote_in_data(xml: str) -> str:
    data = base64.b64encode(xml.encode()).decode()
    lines = "\n".join(data[at : at + 76] for at in range(0, len(data), 76))
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{lines}</w:fldData></w:fldChar></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    inner = f"{begin}<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r>{end}"
    return (
        f"{begin}<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>{inner}"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("(1)")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    "body",
    [field(f" ADDIN EN.CITE {ENDNOTE}", "(1)"), endnote_in_data(ENDNOTE)],
    ids=["code", "data"],
)
def test_records_of_endnote_are_read(body: str) -> None:
    assert records(word(cited(body))) == [
        {
            "type": "article-journal", "title": "The growth of seeds & stones", "container-title": "Journal of Gardens",
            "volume": "12", "issue": "3", "page": "33-9", "DOI": "10.1234/seeds.1", "ISSN": "1234-5679",
            "URL": "https://example.org/1", "issued": {"date-parts": [[2001]]}, "container-title-short": "J. Gard.",
            "author": [{"family": "Doe", "given": "Jane"}, {"literal": "World Bank"}],
        }
    ]  # fmt: skip


SOURCES = """<?xml version="1.0"?><b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">
<b:Source><b:Tag>Doe01</b:Tag><b:SourceType>BookSection</b:SourceType><b:Guid>{A}</b:Guid><b:Title>On seeds</b:Title>
<b:BookTitle>All gardens</b:BookTitle><b:Year>2001</b:Year><b:City>Oslo</b:City><b:Publisher>Hill Press</b:Publisher>
<b:Pages>33-39</b:Pages><b:Author><b:Author><b:NameList><b:Person><b:Last>Doe</b:Last><b:First>Jane</b:First>
<b:Middle>B.</b:Middle></b:Person></b:NameList></b:Author><b:Editor><b:NameList><b:Person><b:Last>Roe</b:Last>
</b:Person></b:NameList></b:Editor></b:Author></b:Source><b:Source><b:Tag>Wor02</b:Tag>
<b:SourceType>InternetSite</b:SourceType><b:Title>Water</b:Title><b:URL>https://example.org/w</b:URL>
<b:Year>2020</b:Year><b:Month>May</b:Month><b:Day>3</b:Day><b:YearAccessed>2021</b:YearAccessed>
<b:MonthAccessed>6</b:MonthAccessed><b:DayAccessed>14</b:DayAccessed>
<b:Author><b:Author><b:Corporate>World Bank</b:Corporate></b:Author></b:Author></b:Source></b:Sources>"""


def test_sources_of_word_are_read_with_their_tags() -> None:
    library = word(paragraph("Text."), {"customXml/item1.xml": SOURCES})
    assert [item.id for item in library] == ["Doe01", "Wor02"]
    assert records(library) == [
        {
            "type": "chapter", "title": "On seeds", "container-title": "All gardens", "publisher": "Hill Press",
            "publisher-place": "Oslo", "page": "33-39", "issued": {"date-parts": [[2001]]},
            "author": [{"family": "Doe", "given": "Jane B."}], "editor": [{"family": "Roe"}],
        },
        {
            "type": "webpage", "title": "Water", "URL": "https://example.org/w", "author": [{"literal": "World Bank"}],
            "issued": {"date-parts": [[2020, 5, 3]]}, "accessed": {"date-parts": [[2021, 6, 14]]},
        },
    ]  # fmt: skip


def test_a_record_replaces_its_printed_reference() -> None:
    """The list gives the order and the places; what no record covers is parsed."""
    text = cited(field(ZOTERO + citation(ROE, DOE), "(Roe, 1999; Doe, 2001)"))
    library = word(text + bibliography(PRINTED_DOE, PRINTED_POE, PRINTED_ROE))
    assert values(library, "title", "DOI") == [
        ["The growth of seeds in dark rooms", "10.1234/seeds.1"],
        ["Old ravens of the northern coast", None],
        ["Stones", None],
    ]
    assert places(library)[2] == PRINTED_ROE
    assert messages(library) == []


def test_a_work_that_is_cited_twice_is_one_item() -> None:
    text = cited(field(ZOTERO + citation(DOE), "(1)")) + cited(
        field(ZOTERO + citation(ROE, DOE), "(1, 2)")
    )
    assert titles(word(text)) == ["The growth of seeds in dark rooms", "Stones"]


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaa">]><EndNote>&a;</EndNote>'


def test_a_work_without_data_does_not_hide_the_others() -> None:
    """Old documents of Zotero only name the works; this is reported once."""
    cites = [{"id": 1, "uris": ["http://z/1"]}, {"id": 7, "itemData": DOE}]
    code = ZOTERO + json.dumps({"citationItems": cites})
    library = word(cited(field(code, "(1, 2)")) + cited(field(code, "(1, 2)")))
    assert titles(library) == ["The growth of seeds in dark rooms"]
    assert len(messages(library)) == 1


DAMAGED = [
    (field(ZOTERO + citation(DOE)[:-40], "(1)"), "it is not valid JSON"),
    (field(ZOTERO + '{"citationItems": 3}', "(1)"), "it contains no `citationItems`"),
    (field(ZOTERO + "no data", "(1)"), "it contains no `citationItems`"),
    (field(ZOTERO + '{"citationItems": [{"id": 1}]}', "(1)"), "a cited work has no data in the document"),
    (field(ZOTERO + '{"citationItems":' + "[" * 100_000, "(1)"), "its brackets are nested too deeply"),
    (control("x" * 9, "(1)").replace("v3_", "v3_*"), "it contains no `citationItems`"),
    (endnote_in_data(ENDNOTE[:300]), "not well-formed XML"),
    (endnote_in_data("<EndNote/>"), "it contains no record"),
    (field("ADDIN EN.CITE " + BOMB, "(1)"), "it contains no record"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "reason"), DAMAGED, ids=range(len(DAMAGED)))
def test_damaged_data_is_reported_and_the_list_is_parsed(body: str, reason: str) -> None:
    library = word(cited(body) + bibliography(PRINTED_DOE, PRINTED_POE, PRINTED_ROE))
    assert titles(library) == [
        "The growth of seeds in dark rooms",
        "Old ravens of the northern coast",
        "Stones",
    ]
    assert any(
        message.startswith(f"the data of this reference is damaged: {reason}")
        for message in messages(library)
    )


def test_fields_that_are_not_closed_or_not_opened_are_harmless() -> None:
    begin, end = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    code = f"<w:r><w:instrText>{ZOTERO}{json.dumps({'citationItems': []})}</w:instrText></w:r>"
    library = word(
        cited(end + begin * 200 + code) + bibliography(PRINTED_DOE, PRINTED_POE, PRINTED_ROE)
    )
    assert len(library) == 3


def test_characters_of_marks_in_the_text_are_removed() -> None:
    library = word(cited(run("\ufdd07\ufdd2") + field(ZOTERO + citation(DOE), "(\ufdd11\ufdd2x)")))
    assert places(library) == ["(1x)"]


def test_lone_surrogates_are_replaced() -> None:
    broken = citation(DOE).replace("Journal of Gardens", "Journal \\ud800 Gardens")
    assert values(word(cited(field(ZOTERO + broken, "(1)"))), "container-title") == [
        ["Journal ? Gardens"]
    ]


ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE = {
    "docProps/custom.xml": f"{ENTITIES}<Properties><property name='ZOTERO_BREF_a_1'>&b;</property></Properties>",
    "customXml/item1.xml": f"{ENTITIES}<b:Sources xmlns:b='b'><b:Source><b:Title>&b;</b:Title></b:Source></b:Sources>",
    "customXml/item2.xml": "<b:Sources xmlns:b='b'>" + "<b:Source>" * 5000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_parts_do_not_hide_the_list(name: str) -> None:
    library = word(bibliography(PRINTED_DOE, PRINTED_POE, PRINTED_ROE), {name: HOSTILE[name]})
    assert len(library) == 3


def test_deep_elements_are_a_broken_document() -> None:
    with pytest.raises(UnreadableFile, match="it is a broken Word document"):
        word("<w:sdt>" * 3000 + "</w:sdt>" * 3000)


def test_many_fields_are_read_in_time() -> None:
    items = ({**DOE, "id": number, "DOI": f"10.1234/{number}"} for number in range(500))
    body = "".join(f"<w:p>{field(ZOTERO + citation(item), '(1)')}</w:p>" for item in items)
    start = time.process_time()
    assert len(word(body)) == 500
    assert time.process_time() - start < 20
