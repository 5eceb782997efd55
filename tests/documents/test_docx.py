"""Word documents: paragraphs as Word displays them."""

import pytest
from tests.documents.made import docx, paragraph, run, zipped

from refkit.documents.docx import extract_text
from refkit.errors import UnreadableFile

pytest.importorskip("docx", reason="the extra `docx` is not installed")

NUMBERING = (
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>'
)


def listed(text: str, number: int) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def lines(body: str, links: dict[str, str] | None = None, **parts: str) -> list[str]:
    return extract_text(docx(body, links, **parts), "a.docx").split("\n")


def test_a_paragraph_is_a_line() -> None:
    """There are line ends only between paragraphs."""
    assert lines(paragraph("References") + paragraph("Author, A. 2001.")) == [
        "References",
        "Author, A. 2001.",
    ]


def test_numbers_of_a_list_are_included() -> None:
    """Word counts the items; the text has their numbers, and no bullets."""
    assert lines(listed("A.", 1) + listed("B.", 1) + listed("C.", 2), numbering=NUMBERING) == [
        "[1] A.",
        "[2] B.",
        "C.",
    ]


def level(number: int, depth: int, text: str) -> str:
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    )


OUTLINE = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="none"/><w:lvlText w:val="%3"/></w:lvl></w:abstractNum>'
    f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    for number in (1, 2)
)


def test_each_list_counts_its_own_levels() -> None:
    """A level starts again after one above it, but not after an item of another list."""
    body = (
        level(1, 0, "A") + level(1, 1, "B") + level(2, 0, "C") + level(2, 1, "D")
        + level(1, 1, "E") + level(1, 2, "F") + level(1, 0, "G") + level(1, 1, "H") + level(1, 5, "I")
    )  # fmt: skip
    numbered = ["1. A", "1.c B", "1. C", "1.c D", "1.d E", "F", "2. G", "2.c H", "I"]
    assert lines(body, numbering=OUTLINE) == numbered


def test_a_style_numbers_its_paragraphs() -> None:
    """The number of a list can come from the paragraph style."""
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    style = f'<w:style w:type="paragraph" w:styleId="Refs">{numbered}</w:style>'
    body = paragraph("A.", '<w:pStyle w:val="Refs"/>')
    assert lines(body, numbering=NUMBERING, styles=style) == ["[1] A."]


def test_changes_are_accepted() -> None:
    """Insertions are included, deletions are not."""
    changed = f"<w:p>{run('Au')}<w:ins>{run('thor')}</w:ins><w:del><w:r><w:delText>tumn</w:delText></w:r></w:del></w:p>"
    assert lines(changed) == ["Author"]


def test_a_content_control_is_read() -> None:
    """Word and Zotero keep a bibliography in a content control."""
    assert lines(f"<w:sdt><w:sdtContent>{paragraph('Author, A.')}</w:sdtContent></w:sdt>") == [
        "Author, A."
    ]


def test_only_the_result_of_a_field_is_included() -> None:
    """A field has a code and a result, of which only the result is included."""
    assert lines(
        f"<w:p><w:r><w:instrText>ADDIN EN.REFLIST</w:instrText></w:r>{run('Author, A.')}</w:p>"
    ) == ["Author, A."]


def test_a_link_keeps_its_address() -> None:
    """An address that is not in the text follows the paragraph."""
    linked = (
        f'<w:p>{run("Author, A. ")}<w:hyperlink r:id="rId9">{run("A title.")}</w:hyperlink></w:p>'
    )
    assert lines(linked, {"rId9": "https://doi.org/10.1234/a"}) == [
        "Author, A. A title. https://doi.org/10.1234/a"
    ]


def test_special_characters_of_word_become_text() -> None:
    """Soft hyphens are removed, nonbreaking spaces and hyphens are plain ones."""
    word = run("co\u00adop\u00a01")
    assert lines(f"<w:p>{word}<w:r><w:noBreakHyphen/><w:t>2</w:t></w:r></w:p>") == ["coop 1-2"]


@pytest.mark.parametrize("mark", ["<w:br/>", "<w:cr/>", "<w:t>\u2028</w:t>"])
def test_a_line_break_is_not_the_end_of_a_paragraph(mark: str) -> None:
    """Shift+Enter breaks a line of the paragraph."""
    assert lines(f"<w:p>{run('A')}<w:r>{mark}</w:r>{run('B')}</w:p>") == ["A\u2028B"]


def test_a_table_has_one_line_per_row() -> None:
    """A reference list in a table keeps number and reference together."""
    row = f"<w:tr><w:tc>{paragraph('[1]')}</w:tc><w:tc>{paragraph('Author, A.')}</w:tc></w:tr>"
    assert lines(f"<w:tbl>{row}</w:tbl>") == ["[1]\tAuthor, A."]


def test_a_footnote_follows_its_paragraph() -> None:
    """A note follows its paragraph, with its number."""
    called = f'<w:p>{run("Said.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:footnote w:id="2">{paragraph("Author, A.")}</w:footnote>'
    assert lines(called + paragraph("More."), footnotes=note) == ["Said.", "1. Author, A.", "More."]


def test_endnotes_are_at_the_end() -> None:
    """Endnotes follow the text."""
    called = f'<w:p>{run("Said.")}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:endnote w:id="2">{paragraph("Author, A.")}</w:endnote>'
    assert lines(called + paragraph("More."), endnotes=note) == ["Said.", "More.", "1. Author, A."]


def test_hidden_text_is_omitted() -> None:
    """A hidden run is omitted."""
    assert lines(f"<w:p>{run('A')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>B</w:t></w:r></w:p>") == ["A"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"PK\x03\x04 and no more", "it is a broken zip archive"),
        (zipped({"notes.txt": "a"}), "it is a zip archive; unpack it"),
        (zipped({"content.xml": "a", "mimetype": "b"}), "it is an OpenDocument file but not a text; save it as .odt"),
        (zipped({"[Content_Types].xml": "a", "xl/workbook.xml": "b"}), "it is a spreadsheet$"),
        (zipped({"[Content_Types].xml": "a", "ppt/presentation.xml": "b"}), "it is a presentation$"),
        (zipped({"META-INF/container.xml": "a"}), "it is an EPUB; its chapters are HTML, which refkit reads"),
        (zipped({"a.txt": "b"}), "it is a zip archive; unpack it and name a file in it"),
        (zipped({"word/document.xml": "b"}), "it is a zip archive; unpack it and name a file in it"),
        (zipped({"[Content_Types].xml": "<a", "word/document.xml": "b"}), "it is a broken Word document"),
        (docx(""), "there is no text in this Word document"),
    ],
)  # fmt: skip
def test_unreadable_documents_are_reported_by_name(raw: bytes, reason: str) -> None:
    """For an archive that is not a Word document, the message says what it is."""
    with pytest.raises(UnreadableFile, match=f"cannot read `a.docx`: {reason}"):
        extract_text(raw, "a.docx")


def test_a_zip_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that claims to be huge is refused before it is unpacked."""
    monkeypatch.setattr("refkit.documents.docx.MAX_BYTES", 1_000_000)
    with pytest.raises(UnreadableFile, match="unpacked it is larger than 1 MB"):
        extract_text(zipped({"[Content_Types].xml": "", "word/a": "0" * 1_000_001}), "a.docx")


def test_entities_are_not_expanded() -> None:
    """XML that defines entities, which Word never does, is reported as broken."""
    body = (
        '<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>'
    )
    with pytest.raises(UnreadableFile, match="it is a broken Word document"):
        extract_text(docx("", whole=body), "a.docx")


def test_a_repeated_note_is_included_once() -> None:
    """Numbering continues; 3,000 references to a long note would turn a small file into a large text."""
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("A long note.")}</w:footnote>'
    body = f"<w:p>{run('One')}{call * 3}</w:p><w:p>{run('Two')}{call}</w:p>"
    assert lines(body, footnotes=notes) == ["One", "1. A long note.", "Two"]


def nested(depth: int) -> str:
    """Tables of one cell are nested deeply."""
    inside = nested(depth - 1) if depth > 1 else ""
    return f"<w:tbl><w:tr><w:tc>{paragraph(f'Level {depth}')}{inside}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize("depth", [1, 2, 10, 40])
def test_the_rows_of_a_nested_table_are_included_once(depth: int) -> None:
    """A cell may contain a table (ECMA-376-1, 17.4.65)."""
    assert lines(nested(depth)) == [f"Level {level}" for level in range(depth, 0, -1)]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    """A content control may be around a row or a cell (17.5.2)."""
    cells = [f"<w:tc>{paragraph(text)}</w:tc>" for text in "ab"]
    row = f"<w:tr>{cells[0]}<w:sdt><w:sdtContent>{cells[1]}</w:sdtContent></w:sdt></w:tr>"
    assert lines(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>") == ["a\tb"]
