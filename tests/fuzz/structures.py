"""Hostile inputs that attack the structure of a format: nesting, repetition, cycles, truncated files."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.documents.made import docx, paragraph, pdf, zipped

PLAIN = "Smith, J. (2001). The tides of the sea. Journal of Tides, 4(2), 12-19."
PLAIN_BIB = "@article{a, author={Smith, Jane}, title={On Tides}, journal={Tides}, year={2001}}\n"
CSL = "http://purl.org/net/xbiblio/csl"


@dataclass(slots=True, frozen=True)
class Hostile:
    """An input: its kind (how it is passed to refkit), its name, and its bytes."""

    kind: str
    name: str
    content: bytes


def style(layout: str, before: str = "") -> str:
    """Return a style with this bibliography layout and these elements before it."""
    return (
        f'<?xml version="1.0"?><style xmlns="{CSL}" version="1.0" class="in-text"><info><title>T</title>'
        f"<id>x</id><updated>2001-01-01T00:00:00Z</updated></info>{before}"
        '<citation><layout><text variable="title"/></layout></citation>'
        f"<bibliography>{layout}</bibliography></style>"
    )


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def bib_structures() -> Iterator[tuple[str, str]]:
    """Yield BibTeX files whose structure is hostile."""
    yield "open-entries", "@article{" * 3000
    yield "open-braces", "@book{a, title={" + "{" * 20_000
    yield "open-quote", '@book{a, title="' + "x" * 20_000
    yield "fields", "@book{a," + ",".join(f"f{i}={{{i}}}" for i in range(100_000)) + "}"
    yield "same-field", "@book{a," + "title={T}," * 20_000 + "}"
    yield "authors", "@book{a, author={" + " and ".join(f"N{i}, A" for i in range(100_000)) + "}}"
    yield "same-key", "@book{a, title={T}, year=2001}\n" * 5000
    yield "no-key", "@article{}\n" * 5000
    yield "macro-bomb", "@string{a0={x}}\n" + "".join(
        f"@string{{a{i}=a{i - 1} # a{i - 1}}}\n" for i in range(1, 60)
    ) + "@book{b, title=a59}"  # fmt: skip
    yield "macro-circle", "@string{a=b}@string{b=a}@book{c, title=a # b # c}"
    yield "crossref-chain", "".join(f"@book{{k{i}, crossref={{k{i + 1}}}}}\n" for i in range(3000))
    yield "crossref-circle", "@book{a, crossref={b}}@book{b, crossref={a}, xdata={a,b}}"
    yield "concatenation", "@book{a, title=" + " # ".join(["{x}"] * 20_000) + "}"
    yield "comment", "@comment{" * 2000 + "}" * 1000
    yield "preamble", '@preamble{"\\newcommand{\\x}{\\x\\x}"}' * 500 + PLAIN_BIB
    yield "long-line", "@book{a, title={" + "word " * 2_000_000 + "}}"
    yield "at-signs", "@" * 100_000
    yield "empty", ""
    yield "only-bom", "\ufeff"
    yield "nuls", "\0" * 100_000


def json_structures() -> Iterator[tuple[str, str]]:
    """Yield CSL-JSON files whose structure is hostile."""
    yield "deep", "[" * 100_000
    yield "deep-closed", "[" * 5000 + "]" * 5000
    yield "deep-object", '{"a":' * 50_000 + "1" + "}" * 50_000
    yield "deep-in-item", '[{"id":"a","custom":' + "[" * 900 + "]" * 900 + "}]"
    for number in ("NaN", "Infinity", "-Infinity", "1e999", "-0.0", "9" * 5000, "1.5e-400"):
        yield (
            f"number-{number[:9]}",
            (
                f'[{{"id":{number},"type":"book","volume":{number},"issued":{{"date-parts":[[{number},{number}]]}}}},'
                '{"id":"b","type":"book","title":"T"}]'
            ),
        )
    yield "same-id", json.dumps([{"id": "a", "type": "book"}] * 5000)
    yield "same-member", '[{"id":"a",' + '"title":"T",' * 20_000 + '"type":"book"}]'
    yield (
        "wrong-types",
        json.dumps([{"id": [], "type": {}, "author": "x", "issued": 3}, 3, None, [], "x"]),
    )
    yield (
        "names",
        json.dumps(
            [{"id": "a", "type": "book", "author": [{"family": f"N{i}"} for i in range(100_000)]}]
        ),
    )
    yield (
        "surrogates",
        '[{"id":"\\ud800","type":"book","title":"\\udfff\\ud83d","author":[{"family":"\\udc80"}]}]',
    )
    yield (
        "nul-escapes",
        '[{"id":"\\u0000\\u001b]0;x\\u0007","type":"book","title":"\\u0000\\u001b\\u0085"}]',
    )
    yield (
        "variables",
        json.dumps([{"id": "a", "type": "book"} | {f"v{i}": i for i in range(50_000)}]),
    )
    yield "cut", '[{"id":"a","type":"book","title":"T'
    yield (
        "date-parts",
        json.dumps([{"id": "a", "type": "book", "issued": {"date-parts": [[2001] * 5000] * 50}}]),
    )


def style_structures() -> Iterator[tuple[str, str]]:
    """Yield styles whose structure is hostile."""
    title = '<text variable="title"/>'
    for depth in (300, 5000):
        yield (
            f"groups-{depth}",
            style(f"<layout>{'<group>' * depth}{title}{'</group>' * depth}</layout>"),
        )
        chosen = '<choose><if type="book">' * depth + title + "</if></choose>" * depth
        yield f"choose-{depth}", style(f"<layout>{chosen}</layout>")
    bomb = "".join(
        f'<macro name="m{i}">{f"""<text macro="m{i + 1}"/>""" * 2}</macro>' for i in range(40)
    )
    yield (
        "macro-bomb",
        style('<layout><text macro="m0"/></layout>', f'{bomb}<macro name="m40">{title}</macro>'),
    )
    yield (
        "macro-circle",
        style('<layout><text macro="a"/></layout>', '<macro name="a"><text macro="a"/></macro>'),
    )
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    yield (
        "entity-bomb",
        f'<!DOCTYPE style [<!ENTITY e0 "x">{entities}]>' + style("<layout>&e11;</layout>"),
    )
    yield (
        "entity-file",
        '<!DOCTYPE style [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        + style("<layout>&f;</layout>"),
    )
    yield (
        "encoding",
        style(f"<layout>{title}</layout>").replace('"1.0"?', '"1.0" encoding="x-none"?', 1),
    )
    yield (
        "attributes",
        style("<layout " + " ".join(f'a{i}="x"' for i in range(20_000)) + f">{title}</layout>"),
    )
    yield "texts", style(f"<layout>{title * 20_000}</layout>")
    yield (
        "et-al",
        style(
            f'<layout et-al-min="{"9" * 5000}" et-al-use-first="-1"><names variable="author"/></layout>'
        ),
    )
    yield "cut", style(f"<layout>{title}</layout>")[:-40]
    yield "empty", ""


def document_structures() -> Iterator[tuple[str, str, str]]:
    """Yield documents whose structure is hostile: extension, name, text."""
    yield "txt", "lines", "References\n" + f"{PLAIN}\n" * 1500
    yield "txt", "one-line", "References\n" + "Smith J. Title of a thing 2001. " * 20_000
    yield "txt", "letters", "References\n" + "a" * 10_000_000
    yield "txt", "blank", "\n" * 1_000_000
    yield "txt", "years", "References\n" + "(2001) " * 5000
    yield "md", "nested-quotes", ">" * 5000 + PLAIN
    yield "md", "lists", "".join(" " * i + "- x\n" for i in range(1000))
    yield "md", "notes", "".join(f"[^{i}] text[^{i}]\n\n[^{i}]: {PLAIN}\n" for i in range(1000))
    yield "md", "one-note", "[^1] " * 3000 + "\n\n[^1]: " + "word " * 20_000
    yield "md", "links", "# References\n\n" + "[" * 5000 + "x" + "](javascript:x)" * 5000
    yield "md", "backticks", "`" * 20_000 + "*_" * 5000
    yield "html", "nested", "<div>" * 20_000 + PLAIN
    yield "html", "tables", "<table><tr><td>" * 2000 + PLAIN
    yield "html", "lists", "<h2>References</h2>" + "<ol><li>" * 3000 + PLAIN
    yield "html", "attributes", "<p " + "a='x' " * 50_000 + f">{PLAIN}</p>"
    yield "html", "open-comment", f"<p>{PLAIN}</p>" + "<!--" * 20_000
    yield "html", "open-tags", "<a <b " * 20_000
    yield "tex", "braces", "{" * 50_000
    yield "tex", "macros", r"\def\a{\a\a}\newcommand{\b}[9]{\b\b}" * 1000 + r"\a\b"
    yield "tex", "environments", r"\begin{x}" * 20_000
    yield "tex", "cites", r"\cite{" + ",".join(f"k{i}" for i in range(50_000)) + "}"
    yield "tex", "input-itself", r"\input{tex-input-itself}\bibliography{tex-input-itself}" * 100
    yield "bbl", "entries", r"\entry{a}{book}{}" * 5000
    yield (
        "bbl",
        "datalist",
        r"\datalist[entry]{nty/global//global/global}" + r"\name{author}{99999}{}{{{}{}}}" * 2000,
    )


def settings_structures() -> Iterator[tuple[str, str, str]]:
    """Yield configurations, baselines and tables whose structure is hostile: extension, name, text."""
    yield "toml", "deep", "a = " + "[" * 5000
    yield "toml", "tables", "[a" + ".a" * 5000 + "]\nb = 1\n"
    yield (
        "toml",
        "numbers",
        f"line-length = {'9' * 5000}\ntoday = 9999-99-99\nmin-confidence = nan\n",
    )
    yield (
        "toml",
        "types",
        "select = 3\nignore = {a = 1}\nexclude = [1, [2]]\nretractions = '/dev/zero'\n",
    )
    yield (
        "toml",
        "paths",
        "extend = '../../../../etc/passwd'\ncache-dir = '/dev/null/x'\nbaseline = '/dev/zero'\n",
    )
    yield "toml", "patterns", "exclude = ['" + "**/*" * 2000 + "', '[!', '{" + "a," * 500 + "}']\n"
    yield "baseline", "deep", "[" * 100_000
    yield "baseline", "types", '{"version": "x", "findings": {"a": [[]]}}'
    yield "baseline", "number", '{"version": NaN, "findings": [1e999]}'
    yield "baseline", "empty", ""
    yield (
        "csv",
        "open-quote",
        'Record ID,Title,OriginalPaperDOI,RetractionNature\n1,"' + "x" * 400_000,
    )
    yield "csv", "columns", ",".join(f"c{i}" for i in range(50_000)) + "\n" + "," * 60_000
    yield "csv", "no-header", "1,2,3\n" * 1000
    yield "csv", "cr-lines", "Record ID,OriginalPaperDOI,RetractionNature\r1,10.1/x\ry,Retraction\r"


def word_documents() -> Iterator[tuple[str, bytes]]:
    """Yield Word documents whose structure is hostile."""
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{paragraph("word " * 20_000)}</w:footnote>'
    yield "notes", docx(f"<w:p>{call * 3000}</w:p>", footnotes=note)
    end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    yield "endnotes", docx(f"<w:p>{end * 3000}</w:p>", endnotes=note.replace("footnote", "endnote"))
    inner = f'<w:footnote w:id="2"><w:p>{call * 50}{run_of("x")}</w:p></w:footnote>'
    yield "note-calls-itself", docx(f"<w:p>{call}</w:p>", footnotes=inner)
    for depth in (2, 12, 900):
        yield f"tables-{depth}", docx(nested_tables(depth))
    yield "deep", docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)
    yield (
        "paragraphs-in-each-other",
        docx("<w:p><w:r><w:pict>" * 60 + paragraph("x") + "</w:pict></w:r></w:p>" * 60),
    )
    yield "paragraphs", docx(paragraph("") * 100_000)
    yield (
        "xml-entities",
        docx("", whole='<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;">]><x>&b;</x>'),
    )
    yield "not-xml", docx("", whole="<w:document")
    yield (
        "numbers",
        docx(
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{"9" * 5000}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
        ),
    )
    whole = docx(paragraph(PLAIN) * 20)
    for part in (4, 30, len(whole) // 2, len(whole) - 10):
        yield f"cut-{part}", whole[:part]
    yield "damaged", whole[:200] + b"\xff" * 60 + whole[260:]
    yield "bomb", zip_bomb()
    yield "other-zip", zipped({"a.txt": "x"})
    yield "only-types", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"})
    yield "up", zipped({"[Content_Types].xml": "<Types/>", "word/../../../up.xml": "<a/>"})


def run_of(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def nested_tables(depth: int) -> str:
    """Return nested tables with a reference in the innermost one."""
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return opening * depth + paragraph(PLAIN) + (closing + "<w:p/>") * depth


def zip_bomb() -> bytes:
    """Return a Word document whose main part is 400 MB of spaces."""
    made = io.BytesIO()
    bomb = ZipInfo("word/document.xml")
    bomb.compress_type = ZIP_DEFLATED
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo("[Content_Types].xml"), "<Types/>")
        with archive.open(bomb, "w") as part:
            for _ in range(400):
                part.write(b" " * 1_000_000)
    return made.getvalue()


def pdf_files() -> Iterator[tuple[str, bytes]]:
    """Yield PDFs whose structure is hostile."""
    whole = pdf([(50, 700, PLAIN)])
    for part in (5, 60, len(whole) // 2, len(whole) - 30):
        yield f"cut-{part}", whole[:part]
    yield "header", b"%PDF-1.7\n"
    yield "garbage", b"%PDF-1.4\n" + bytes(range(256)) * 400
    yield "circle-of-pages", whole.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    yield "size", whole.replace(b"/Size 6", b"/Size " + b"9" * 5000)
    yield "startxref", whole.replace(b"startxref\n", b"startxref\n" + b"9" * 5000)
    yield "length", whole.replace(b"/Length ", b"/Length 99999999999999")
    yield "count", whole.replace(b"/Count 1", b"/Count 999999999")
    yield "kids", whole.replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * 3000 + b"]")
    many = pdf([(50, 700, PLAIN)] * 2000)
    yield "shared", many.replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * 3000 + b"]")
    yield "arrays", whole.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox " + b"[" * 5000)
    yield "numbers", whole.replace(b"50 700 Td", b"9" * 5000 + b" 1e99 Td")
    yield "root", whole.replace(b"/Root 1 0 R", b"/Root 99 0 R")
    yield "stream", whole.replace(b"Tj ET", b"Tj ET " + b"q " * 20_000 + b"( " * 5000)
    yield "filter", whole.replace(b"/Length ", b"/Filter /FlateDecode /Length ")


def raw_bytes() -> Iterator[tuple[str, bytes]]:
    """Yield bytes that are not valid UTF-8, for every kind of text file."""
    yield "latin", "Müller, J. (2001). Ötzi. Zeitschrift, 4, 1–2.".encode("cp1252")
    yield "utf-16", "@book{a, title={T}}".encode("utf-16")
    yield "all-bytes", bytes(range(256)) * 20
    yield "cut-utf-8", "@book{a, title={Ü".encode()[:-1]


TEXT_KINDS = ("bib", "bbl", "json", "txt", "md", "html", "tex", "csl", "toml", "baseline", "csv")


def structures() -> Iterator[Hostile]:
    """Yield the inputs that attack the structure of a format."""
    for about, text in bib_structures():
        yield Hostile("bib", f"bib-{about}", encoded(text))
    for about, text in json_structures():
        yield Hostile("json", f"json-{about}", encoded(text))
    for about, text in style_structures():
        yield Hostile("csl", f"csl-{about}", encoded(text))
    for kind, about, text in (*document_structures(), *settings_structures()):
        yield Hostile(kind, f"{kind}-{about}", encoded(text))
    for about, raw in word_documents():
        yield Hostile("docx", f"docx-{about}", raw)
    for about, raw in pdf_files():
        yield Hostile("pdf", f"pdf-{about}", raw)
    for kind in TEXT_KINDS:
        for about, raw in raw_bytes():
            yield Hostile(kind, f"{kind}-{about}", raw)
