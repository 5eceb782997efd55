"""Hostile inputs of every kind that refkit reads, built the same way each time.

Most are one hostile value in one place of one format; the others attack the structure of a format.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape

from tests.documents.made import docx, paragraph, pdf
from tests.fuzz.structures import PLAIN, PLAIN_BIB, Hostile, encoded, structures, style

VALUES: Mapping[str, str] = {
    "nul": "a\0b",
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x85\x9b",
    "escape": "a\x1b]0;pwned\x07\x1b[31mred\x1b[2J",
    "bidi": "\u202eevil\u202c \u2066x\u2069 \u200f\u061c",
    "invisible": "\u200b\u200d\ufeff\u00ad\u2060" * 40,
    "surrogate": "a\ud800b\udfffc",
    "lone-cr": "one\rtwo\rthree",
    "line-ends": "one\x0btwo\x0cthree\x85four\u2028five\u2029six",
    "digits": "9" * 5000,
    "minus": "-" * 3000,
    "apostrophes": "\u02bc" * 60 + "s",
    "quotes": "\"'\u201c\u2018`" * 400,
    "braces-open": "{" * 400,
    "braces-balanced": "{" * 400 + "x" + "}" * 400,
    "brackets": "[(<" * 700,
    "backslashes": "\\" * 2001,
    "dollars": "$" * 1001,
    "percent": "%41%zz%%" * 300,
    "entities": "&lt;&#0;&#x110000;&amp;amp;&bogus;" * 30,
    "markup": "<script>alert(1)</script><i><b><sup>" + "<i>" * 300,
    "javascript": "javascript:alert(1) data:text/html,x file:///etc/passwd vbscript:x",
    "url": "https://" + "a." * 2000 + "com/" + "%2e/" * 500,
    "doi": "10.1000/" + "(" * 1500 + ";" * 500,
    "commas": "," * 2000,
    "and": " and " * 1500,
    "combining": "e" + "\u0301" * 3000,
    "fullwidth": "\uff21\uff10\ufdfa" * 500,
    "astral": "\U0001f468\u200d\U0001f469\U000e0041\U0010ffff" * 100,
    "spaces": " \u00a0\u3000\u2003" * 800,
    "dots": ". " * 2000,
    "nan": "NaN",
    "infinity": "-Infinity",
    "exponent": "1e999",
    "braille-digits": "\u0661\u00b2\u2460\u0967" * 50,
    "commands": "\\input{/etc/passwd}\\write18{id}\\csname x\\endcsname" * 20,
    "accents": "\\'\\^\\\"{\\`" * 300,
    "no-value": "",
}


def tex_safe(value: str) -> str:
    """Return a value that can be enclosed in braces: its own braces are balanced."""
    return value + "}" * max(0, value.count("{") - value.count("}"))


def in_bib_field(name: str, value: str) -> str:
    return (
        f"@article{{a, author={{A B}}, {name}={{{tex_safe(value)}}}, year={{2001}}}}\n{PLAIN_BIB}"
    )


def in_bib_key(value: str) -> str:
    return f"@article{{{value}, title={{T}}, crossref={{{value}}}}}\n{PLAIN_BIB}"


def in_json(name: str, value: object) -> str:
    items = [{"id": "a", "type": "book", "title": "T", name: value}, {"id": "b", "type": "book"}]
    return json.dumps(items)


def in_style(attribute: str) -> str:
    return style(
        f'<layout suffix="{escape(attribute)}"><text variable="title" prefix="{escape(attribute)}"/></layout>'
    )


def locale_style(term: str) -> str:
    terms = f'<terms><term name="and">{escape(term)}</term></terms>'
    return style('<layout><text term="and"/></layout>', f"<locale>{terms}</locale>")


def placed(name: str, value: str) -> Iterator[Hostile]:
    """Yield one hostile value in one place of each format."""
    texts = {
        "bib-title": ("bib", in_bib_field("title", value)),
        "bib-author": ("bib", in_bib_field("author", value)),
        "bib-pages": ("bib", in_bib_field("pages", value)),
        "bib-date": ("bib", in_bib_field("date", value)),
        "bib-url": ("bib", in_bib_field("url", value)),
        "bib-key": ("bib", in_bib_key(value)),
        "bbl": ("bbl", rf"\begin{{thebibliography}}{{9}}\bibitem{{a}} {value} {PLAIN}\end{{thebibliography}}"),
        "json-title": ("json", in_json("title", value)),
        "json-author": ("json", in_json("author", [{"family": value, "given": value}])),
        "json-date": ("json", in_json("issued", {"raw": value, "date-parts": [[value]]})),
        "txt": ("txt", f"References\n\n{PLAIN}\n\n{value} (2001). {value}. {value}, 4, 1.\n\n{PLAIN}\n"),
        "md": ("md", f"# References\n\n* {PLAIN}\n* {value} [{value}]({value})\n"),
        "html": ("html", f'<h2>References</h2><ol><li>{PLAIN}</li><li><a href="{value}">{value}</a></li></ol>'),
        "tex": ("tex", rf"\documentclass{{article}}\begin{{document}}\cite{{{value}}} {value}\end{{document}}"),
        "csl": ("csl", in_style(value)),
        "locale": ("csl", locale_style(value)),
        "toml": ("toml", f"select = {json.dumps([value])}\n"),
        "baseline": ("baseline", json.dumps({"version": 1, "findings": [[value, value, value, 1]]})),
        "csv": ("csv", f"Record ID,Title,OriginalPaperDOI,RetractionNature\n1,{json.dumps(value)},{value},{value}\n"),
    }  # fmt: skip
    for place, (kind, text) in texts.items():
        yield Hostile(kind, f"{place}-{name}", encoded(text))


def documents(name: str, value: str) -> Iterator[Hostile]:
    """Yield one hostile value in a Word document and in a PDF."""
    legal = "".join(c for c in value if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff"))
    body = paragraph("References") + paragraph(PLAIN) + paragraph(escape(legal) + " (2001). T.")
    yield Hostile("docx", f"docx-{name}", docx(body))
    latin = value.encode("cp1252", "replace").decode("cp1252", "replace").replace("\ufffd", "?")
    lines = [(50, 700, "References"), (50, 680, PLAIN), (50, 660, f"{latin} (2001). Title.")]
    yield Hostile("pdf", f"pdf-{name}", pdf(lines, links=[latin]))


def arguments() -> Iterator[Hostile]:
    """Yield hostile arguments, one per line of the content."""
    digits, name = "9" * 5000, "x" * 5000
    lines = {
        "citation-digits": ["format", "--citation", f"a, pp. 1-{digits}", "plain.bib"],
        "citation-commas": ["format", "--citation", ";,; , -*" * 500, "plain.bib"],
        "style-name": ["format", "--style", name, "plain.bib"],
        "style-escape": ["format", "--style", "\x1b]0;x\x07", "plain.bib"],
        "locale": ["format", "--locale", "de-" + name, "plain.bib"],
        "key-escape": ["format", "--key", "\x1b[2J", "plain.bib"],
        "no-file": ["check", "\x1b]0;x\x07.bib"],
        "long-file": ["check", name],
        "format": ["check", "--output-format", "\x1b[31m", "plain.bib"],
        "rule": ["rule", "\x1b[31m" + name],
        "select": ["check", "--select", "," * 3000 + "\x07", "plain.bib"],
        "exclude": ["check", "--exclude", "[!" + "**/" * 500, "."],
        "today": ["check", "--today", digits, "plain.bib"],
        "confidence": ["check", "--min-confidence", "nan", "plain.bib"],
        "jobs": ["check", "--jobs", digits, "plain.bib"],
        "indent": ["tidy", "--diff", "--indent", digits, "plain.bib"],
        "wrap": ["tidy", "--diff", "--wrap", digits, "plain.bib"],
        "order": ["tidy", "--diff", "--order", "," * 3000, "plain.bib"],
        "parse": ["parse", "((((" * 1000 + "\x1b[31m"],
        "parse-apostrophes": ["parse", "\u02bc" * 300],
        "parse-empty": ["parse", "", " ", "\u200b"],
        "styles": ["styles", "(" * 1000 + "\x1b"],
        "command": ["\x1b]0;x\x07"],
        "option": ["check", "--\x1b[31m"],
        "output-folder": ["convert", "plain.bib", "--to", "csl-json", "-o", "/dev/null/x"],
    }
    for about, line in lines.items():
        yield Hostile("arguments", f"arguments-{about}", json.dumps(line).encode())


def names_of_files() -> Iterator[Hostile]:
    """Yield hostile file names; the content is the name."""
    names = {
        "not-utf-8": b"x\xff.bib",
        "escape": b"x\x1b]0;pwned\x07.bib",
        "line-end": b"x\ny.bib",
        "bidi": "x\u202ebib.txt.bib".encode(),
        "dash": b"--fix.bib",
        "long": b"x" * 251 + b".bib",
        "spaces": b" .bib",
        "percent": b"%s{0}%(x)s.bib",
    }
    for about, name in names.items():
        yield Hostile("name", f"name-{about}", name)


def corpus() -> Iterator[Hostile]:
    """Yield all hostile inputs, in the same order each time."""
    yield from structures()
    yield from arguments()
    yield from names_of_files()
    for name, value in VALUES.items():
        yield from placed(name, value)
        yield from documents(name, value)
