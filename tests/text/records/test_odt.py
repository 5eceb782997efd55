"""OpenDocument texts: their text, their lists, and the references in their marks."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.text.records.reading import (
    DOE,
    PRINTED_POE,
    ROE,
    citation,
    messages,
    odt,
    places,
    read_bytes,
    records,
    titles,
)

from refkit.documents._binary import binary_kind
from refkit.documents.odt import extract
from refkit.errors import UnreadableFile


def attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def reference_mark(name: str, shown: str) -> str:
    return (
        f'<text:reference-mark-start text:name="{attribute(name)}"/>{shown}'
        f'<text:reference-mark-end text:name="{attribute(name)}"/>'
    )


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def lines(body: str, styles: str = "") -> list[str]:
    return extract(odt(body, styles=styles), "a.odt")[0].split("\n")


NUMBERS = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-prefix="[" '
    'style:num-suffix="]" style:num-format="1"/></text:list-style>'
)
TEXTS = [
    (p("A<text:s text:c='3'/>B<text:tab/>C<text:line-break/>D"), ["A   B\tC\u2028D"]),
    (p("A\n   <text:span>B</text:span> C"), ["A B C"]),
    ("<text:h>References</text:h>" + p("Doe"), ["References", "Doe"]),
    (p("A<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("Note")
       + "</text:note-body></text:note> B"), ["A B", "1. Note"]),
    ('<text:list text:style-name="L1"><text:list-item>' + p("Doe") + "</text:list-item><text:list-item>" + p("Roe")
     + "</text:list-item></text:list>", ["[1] Doe", "[2] Roe"]),
    ("<text:list><text:list-item>" + p("Doe") + "</text:list-item></text:list>", ["Doe"]),
    ("<text:section><text:tracked-changes>" + p("deleted") + "</text:tracked-changes>" + p("kept")
     + "</text:section>", ["kept"]),
    ("<table:table><table:table-row><table:table-cell>" + p("a") + "</table:table-cell><table:table-cell>" + p("b")
     + "</table:table-cell></table:table-row></table:table>", ["a\tb"]),
    (p('<text:a xlink:href="https://doi.org/10.1234/a">Doe</text:a>, 2001'), ["Doe, 2001 https://doi.org/10.1234/a"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), TEXTS, ids=range(len(TEXTS)))
def test_the_text_is_that_of_the_document(body: str, shown: list[str]) -> None:
    assert lines(body, NUMBERS) == shown


def test_an_opendocument_text_is_recognized_by_its_bytes() -> None:
    assert binary_kind(odt(p("A"))) == "odt"


@pytest.mark.parametrize(
    "prefix", ["ZOTERO_ITEM CSL_CITATION ", "CSL_CITATION ", "Mendeley CSL_CITATION "]
)
def test_reference_marks_are_records(prefix: str) -> None:
    library = read_bytes(
        odt(p("Shown in " + reference_mark(f"{prefix}{citation(DOE)} RNDab12", "(Doe, 2001)")))
    )
    assert titles(library) == ["The growth of seeds in dark rooms"]
    assert places(library) == ["(Doe, 2001)"]
    assert messages(library) == []


def test_bookmarks_refer_to_properties() -> None:
    code = "ZOTERO_ITEM CSL_CITATION " + citation(ROE)
    meta = "".join(
        f'<meta:user-defined meta:name="ZOTERO_BREF_x_{number}">{attribute(code[at : at + 255])}</meta:user-defined>'
        for number, at in enumerate(range(0, len(code), 255), 1)
    )
    body = p(
        '<text:bookmark-start text:name="ZOTERO_BREF_x"/>(Roe)<text:bookmark-end text:name="ZOTERO_BREF_x"/>'
    )
    assert titles(read_bytes(odt(body, meta))) == ["Stones"]


def test_marks_of_the_bibliography_of_libreoffice_are_records() -> None:
    mark = (
        '<text:bibliography-mark text:identifier="Doe01" text:bibliography-type="inproceedings" '
        'text:author="Doe, Jane; Roe, Paul" text:title="On seeds" text:booktitle="Garden Days" text:pages="3--9" '
        'text:year="2001" text:publisher="Hill Press" text:address="Oslo" text:url="https://example.org/s">[Doe01]'
        "</text:bibliography-mark>"
    )
    library = read_bytes(odt(p(f"As in {mark} and {mark}.")))
    assert [item.id for item in library] == ["Doe01"]
    assert records(library) == [
        {
            "type": "paper-conference", "title": "On seeds", "container-title": "Garden Days", "page": "3-9",
            "publisher": "Hill Press", "publisher-place": "Oslo", "URL": "https://example.org/s",
            "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Paul"}],
            "issued": {"date-parts": [[2001]]},
        }
    ]  # fmt: skip


def test_printed_references_without_a_record_are_parsed() -> None:
    mark = reference_mark("ZOTERO_ITEM CSL_CITATION " + citation(ROE), "(Roe)")
    printed = (
        "<text:h>References</text:h>"
        + p(PRINTED_POE)
        + p("Roe, P. (1999). Stones. Oslo: Hill Press.")
    )
    assert titles(read_bytes(odt(p(mark) + printed))) == [
        "Old ravens of the northern coast",
        "Stones",
    ]


def test_damaged_marks_are_reported() -> None:
    mark = reference_mark("ZOTERO_ITEM CSL_CITATION {broken", "(Roe)")
    library = read_bytes(odt(p(mark) + "<text:h>References</text:h>" + p(PRINTED_POE)))
    assert titles(library) == ["Old ravens of the northern coast"]
    assert messages(library)[0].startswith(
        "the data of this reference is damaged: it is not valid JSON"
    )


BROKEN = [
    (odt(p("A")).replace(b"PK\x05\x06", b"PK\x05\x07"), "it is a broken zip archive"),
    (odt("<text:p>A"), "it is a broken OpenDocument text"),
    (odt("<text:span>" * 400 + "</text:span>" * 400), "it is a broken OpenDocument text"),
    (odt(""), "there is no text in this OpenDocument text"),
]


@pytest.mark.parametrize(("raw", "reason"), BROKEN, ids=range(len(BROKEN)))
def test_unreadable_texts_are_reported(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        extract(raw, "a.odt")


def test_archives_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refkit.documents.odt.MAX_BYTES", 1_000_000)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", " " * 2_000_000)
    with pytest.raises(UnreadableFile, match="unpacked it is larger than 1 MB"):
        extract(made.getvalue(), "a.odt")
