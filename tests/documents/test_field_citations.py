"""Citations in Word and OpenDocument texts are those of the programs that insert them."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.citing import shown_citations
from tests.documents.made import docx, paragraph, run, with_files
from tests.text.records.reading import field, odt

from refkit.documents._binary import extract_source
from refkit.documents.citations import find_citations, scanner_of
from refkit.formats.text import reader
from refkit.model.citation import DocumentCitations
from refkit.model.source import EmbeddedRecord, Source, Span

pytest.importorskip("docx", reason="the extra `docx` is not installed")


def source_of(raw: bytes, name: str) -> Source:
    source = extract_source(raw, name)
    assert source is not None
    return source


def found(source: Source) -> DocumentCitations:
    citations = find_citations(source)
    assert citations is not None
    return citations


def shown(source: Source) -> list[str]:
    return shown_citations(found(source))


def word(body: str, footnotes: str = "") -> Source:
    whole = f"<w:p>{run('As in ')}{body}{run('.')}</w:p>"
    return source_of(docx(whole, footnotes=footnotes), "a.docx")


def writer(body: str) -> Source:
    return source_of(odt(f"<text:p>As in {body}.</text:p>"), "a.odt")


def mark(name: str, text: str) -> str:
    return (
        f"<text:reference-mark-start text:name={quoteattr(name)}/>{text}"
        f"<text:reference-mark-end text:name={quoteattr(name)}/>"
    )


def csl(*items: Mapping[str, object], **properties: object) -> str:
    return json.dumps({"citationItems": items, "properties": properties, "schema": "x"})


def item(key: str, **values: object) -> dict[str, object]:
    return {"id": 12, "itemData": {"type": "book", "citation-key": key}, **values}


ADDRESS = "http://zotero.org/users/7/items/AB23CD45"
CSL = [
    (csl(item("doe")), ["parenthetical: doe"]),
    (csl(item("doe", locator="3-5", label="page"), item("roe", locator="IV", label="chapter")),
     ["parenthetical: doe | page 3-5; roe | chapter IV"]),
    (csl(item("doe", prefix="see ", suffix=", passim", locator="7")),
     ["parenthetical: see | doe | page 7 | , passim"]),
    (csl(item("doe", locator="ah", label="sub verbo")), ["parenthetical: doe | sub-verbo ah"]),
    (csl(item("doe", locator="")), ["parenthetical: doe"]),
    (csl(item("doe", **{"suppress-author": True})), ["no-author: -doe"]),
    (csl(item("doe", **{"suppress-author": True}), item("roe")), ["parenthetical: -doe; roe"]),
    (csl(item("doe", **{"author-only": True})), ["author-only: doe"]),
    (csl(item("doe"), mode="composite"), ["narrative: doe"]),
    (csl(item("doe"), noteIndex=2), ["parenthetical in note: doe"]),
    (csl({"id": 5, "uris": [ADDRESS], "itemData": {"type": "book"}}), ["parenthetical: AB23CD45"]),
    (csl({"id": "ITEM-1", "uris": ["http://www.mendeley.com/documents/?uuid=1-2"], "itemData": {}}),
     ["parenthetical: 1-2"]),
    (csl({"id": 46, "itemData": {"type": "book"}}), ["parenthetical: 46"]),
    (csl({"id": "d\ud83de"}), ["parenthetical: d?e"]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), CSL, ids=range(len(CSL)))
def test_citations_of_zotero_and_mendeley(data: str, expected: list[str]) -> None:
    """Fields, simple fields, content controls and reference marks contain the same data."""
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(data.encode()).decode()
    control = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{run("(1)")}</w:sdtContent></w:sdt>'
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {data}"
    simple = f"<w:fldSimple w:instr={quoteattr(code)}>{run('(1)')}</w:fldSimple>"
    sources = [
        word(field(code, "(1)")),
        word(field(f"ADDIN CSL_CITATION {data} RND1", "(1)")),
        word(simple),
        word(control),
        writer(mark(f"ZOTERO_ITEM CSL_CITATION {data} RNDx", "(1)")),
    ]
    assert list(map(shown, sources)) == [expected] * 5


def cite(number: str, inner: str = "", **attributes: str) -> str:
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    record = f"<record><rec-number>{number}</rec-number></record>"
    return f"<Cite{written}><Author>Doe</Author><RecNum>{number}</RecNum>{inner}{record}</Cite>"


ENDNOTE = [
    (cite("12"), ["parenthetical: 12"]),
    (cite("12") + cite("7", "<Pages>3-5</Pages>"), ["parenthetical: 12; 7 | page 3-5"]),
    (cite("12", "<Prefix>see </Prefix><Suffix>, passim</Suffix>"), ["parenthetical: see | 12 | , passim"]),
    (cite("12", ExcludeAuth="1"), ["no-author: -12"]),
    (cite("12", ExcludeYear="1"), ["author-only: 12"]),
    (cite("12", ExcludeAuth="1", ExcludeYear="1"), ["nocite: -12"]),
    (cite("12", Hidden="1"), ["nocite: 12"]),
    (cite("12", AuthorYear="1"), ["narrative: 12"]),
    ("<Cite><RecNum>12</RecNum><record><label>doe2001</label></record></Cite>", ["parenthetical: doe2001"]),
]  # fmt: skip


@pytest.mark.parametrize(("cites", "expected"), ENDNOTE, ids=range(len(ENDNOTE)))
def test_citations_of_endnote(cites: str, expected: list[str]) -> None:
    source = word(field(f" ADDIN EN.CITE <EndNote>{cites}</EndNote>", "(1)"))
    assert shown(source) == expected


WORD = [
    (r" CITATION Doe20 \l 1033 ", ["parenthetical: Doe20"]),
    (r' CITATION Doe20 \p 12-15 \l 1033 \m Roe21 \p "3 ff"',
     ["parenthetical: Doe20 | page 12-15; Roe21 | page 3 ff"]),
    (r'CITATION Doe20 \f "see " \s ", passim" \l 1031', ["parenthetical: see | Doe20 | , passim"]),
    (r'CITATION Doe20 \f "the \"best\""', ['parenthetical: the "best" | Doe20']),
    (r"CITATION Doe20 \n \l 1033", ["no-author: -Doe20"]),
    (r"CITATION Doe20 \n \m Roe21", ["parenthetical: -Doe20; Roe21"]),
    (r"CITATION Doe20 \y \t \l 1033", ["author-only: Doe20"]),
    (r"CITATION Doe20 \v 3", ["parenthetical: Doe20 | volume 3"]),
    (r"CITATION Doe20 \v 3 \p 9", ["parenthetical: Doe20 | page 3:9"]),
    (r"CITATION \l 1033 Doe20", ["parenthetical: Doe20"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "expected"), WORD, ids=range(len(WORD)))
def test_citations_of_word(code: str, expected: list[str]) -> None:
    assert shown(word(field(code, "(Doe, 2020)"))) == expected


MARKS = [
    (mark("JABREF_doe2001 CID_1 a1b2", "[1]"), ["parenthetical: doe2001"]),
    (mark("JABREF_doe2001 CID_1, JABREF_roe CID_2 a1b2", "[1]"), ["parenthetical: doe2001; roe"]),
    (mark("JR_cite_1_doe2001,roe", "[1]"), ["parenthetical: doe2001; roe"]),
    (mark("JR_cite12_2_doe_x", "Doe [1]"), ["narrative: doe_x"]),
    (mark("JR_cite0_3_doe", ""), ["nocite: doe"]),
    ('<text:bibliography-mark text:identifier="doe" text:title="Stones">[doe]</text:bibliography-mark>',
     ["parenthetical: doe"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), MARKS, ids=range(len(MARKS)))
def test_citations_of_jabref_and_libreoffice(body: str, expected: list[str]) -> None:
    assert shown(writer(body)) == expected


@pytest.mark.parametrize(
    "source",
    [
        word(field("ADDIN CSL_CITATION " + csl(item("doe"), item("roe")), "(Doe 2001; Roe 1999)")),
        writer(mark("ZOTERO_ITEM CSL_CITATION " + csl(item("doe")), "(Doe 2001; Roe 1999)")),
        word(field("CITATION Doe20", "(Doe 2001; Roe 1999)")),
    ],
    ids=["docx", "odt", "word"],
)
def test_the_span_of_a_cite_is_the_visible_text_of_its_field(source: Source) -> None:
    citations = found(source).citations
    spans = [citations[0].span, *(one.span for one in citations[0].cites)]
    assert {source.slice(span) for span in spans} == {"(Doe 2001; Roe 1999)"}


def test_fields_in_notes_are_citations_in_notes() -> None:
    """Also if the data does not say so; a field of the text between two notes is not in one."""
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{field("CITATION Doe20", "Doe")}</w:p></w:footnote>'
    body = call + field("CITATION Roe21", "Roe")
    assert sorted(shown(word(body, footnotes=note))) == [
        "parenthetical in note: Doe20",
        "parenthetical: Roe21",
    ]
    noted = mark("JR_cite_1_doe", "Doe")
    inner = f"<text:note-body><text:p>{noted}</text:p></text:note-body>"
    assert shown(writer(f"<text:note>{inner}</text:note> and {mark('JR_cite_1_roe', 'Roe')}")) == [
        "parenthetical: roe",
        "parenthetical in note: doe",
    ]


def test_keys_with_records_in_the_document_are_defined() -> None:
    """Such keys need no other list, those of JabRef and those without data do."""
    source = word(field("ADDIN CSL_CITATION " + csl(item("doe"), {"id": "roe"}), "(1)"))
    assert [place.key for place in found(source).defined] == ["doe"]
    assert found(writer(mark("JABREF_doe CID_1 x", "[1]"))).defined == ()


def test_sources_of_word_are_defined() -> None:
    xml = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">'
        "<b:Source><b:Tag>Doe20</b:Tag><b:SourceType>Book</b:SourceType></b:Source></b:Sources>"
    )
    raw = with_files(docx(paragraph("A.")), {"customXml/item1.xml": xml})
    assert [place.key for place in found(source_of(raw, "a.docx")).defined] == ["Doe20"]


def places(source: Source) -> list[str]:
    return [source.slice(span) for span in found(source).list_places]


@pytest.mark.parametrize(
    "code",
    [
        "BIBLIOGRAPHY",
        " ADDIN EN.REFLIST ",
        "ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY",
        "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY",
    ],
)
def test_the_place_of_the_list_in_word(code: str) -> None:
    assert places(word(field(code, "Doe, J. 2001."))) == ["Doe, J. 2001."]


@pytest.mark.parametrize(
    "start",
    ['section text:name=" ZOTERO_BIBL {} CSL_BIBLIOGRAPHY"', 'section text:name="JR_bib"', "bibliography"],
)  # fmt: skip
def test_the_place_of_the_list_in_an_opendocument_text(start: str) -> None:
    listed = f"<text:{start}><text:p>Doe.</text:p><text:p>Roe.</text:p></text:{start.split()[0]}>"
    assert places(source_of(odt(f"<text:p>A</text:p>{listed}"), "a.odt")) == ["Doe.\nRoe."]


def test_a_document_with_keys_has_its_list_elsewhere() -> None:
    """Its references are in a file of JabRef or in Word, so that it needs no printed list."""
    for source in (
        writer(mark("JABREF_doe CID_1 x", "[1]")),
        word(field("CITATION Doe20", "(Doe)")),
    ):
        assert [fault.kind for fault in reader.read(source).faults] == ["list-elsewhere"]
    assert [fault.kind for fault in reader.read(word(run("No field"))).faults] == ["no-list"]


def test_damaged_data_is_a_doubt() -> None:
    """The citation is not invented, and the place is known."""
    source = word(field('ADDIN CSL_CITATION {"citationItems": [', "(Doe 2001)"))
    doubts = found(source).doubts
    assert [(source.slice(one.span), one.message) for one in doubts] == [
        ("(Doe 2001)", "the data of this citation is damaged")
    ]


def test_other_fields_are_not_citations() -> None:
    """Page numbers, links, and text that resembles the code of a field."""
    body = field(" PAGE ", "3") + field(' HYPERLINK "CITATION x"', "x") + run("CITATION Doe20")
    assert shown(word(body)) == []


def test_keys_of_binary_documents_are_not_written() -> None:
    scanner = scanner_of(word(field("CITATION Doe20", "(Doe)")))
    assert scanner is not None
    assert scanner.write_key("doe", "roe") is None


FORMS = st.sampled_from(
    "csl-citation endnote word-citation bibliography-mark jabref note bibliography word-sources".split()
)
DATA = st.one_of(
    st.text(),
    st.text().map(lambda text: f"CITATION {text}"),
    st.text().map(lambda text: f"<EndNote><Cite>{escape(text)}</Cite></EndNote>"),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
        lambda inner: st.one_of(
            st.lists(inner),
            st.dictionaries(
                st.sampled_from(
                    ["citationItems", "itemData", "id", "uris", "properties", "locator"]
                ),
                inner,
            ),
        ),
    ).map(json.dumps),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(FORMS, DATA), max_size=4))
def test_no_data_is_an_exception(records: list[tuple[str, str]]) -> None:
    """Whatever the fields contain, each citation has keys."""
    placed = tuple(EmbeddedRecord(form, data, Span(0, 4)) for form, data in records)
    citations = found(Source("text", "a.docx", derived="docx", records=placed)).citations
    assert all(one.key for citation in citations for one in citation.cites)
