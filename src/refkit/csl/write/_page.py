"""Complete documents: pages of HTML with a style sheet, and documents of LaTeX and Typst."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from refkit.csl.write import writer
from refkit.data.headings import RIGHT_TO_LEFT
from refkit.errors import RefkitError
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

if TYPE_CHECKING:
    from refkit.csl.bibliography import Bibliography

PAGES = ("html", "latex", "typst")


@dataclass(slots=True, frozen=True)
class Page:
    """The content of a document: `citations` are notes if `has_notes`, and otherwise paragraphs.

    `heading` is that of the bibliography, and the title of a document without one. `languages` are those of items,
    by id.
    """

    title: str
    heading: str
    language: str
    citations: Sequence[str]
    bibliography: Bibliography
    has_notes: bool = False
    languages: Mapping[str, str] = field(default_factory=dict)


def check_page(output: str) -> None:
    """Raise RefkitError if an output is not written as a complete document."""
    if output not in PAGES:
        raise RefkitError(
            f"the output `{output}` has no standalone form; choose html, latex or typst"
        )


def page(content: Page) -> str:
    """Return a complete document in the output of its bibliography."""
    match content.bibliography.output:
        case "html":
            return _html_page(content)
        case "latex":
            return _latex_page(content)
        case _:
            return _typst_page(content)


# -- HTML --------------------------------------------------------------------------------------

_BASE = """\
:root { color-scheme: light dark; --text: #1a1a1a; --page: #fff; --link: #0b57a4; --mark: #fff3c4; --quiet: #595959; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 Georgia, "Noto Serif", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1, h2 { line-height: 1.25; text-wrap: balance; unicode-bidi: plaintext; }
h1 { font-size: 1.6rem; margin: 0 0 1.5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 1rem; }
a { color: var(--link); }
.csl-citations p { margin: 0 0 .75rem; }
.csl-citations + h1 { margin-top: 2rem; }
.csl-notes { padding-inline-start: 2em; }
.csl-notes li { margin-bottom: .5rem; }
.csl-entry { scroll-margin-top: 1rem; }
.csl-entry:target { background: var(--mark); outline: .3rem solid var(--mark); }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e4e4; --page: #16181b; --link: #8ab8f0; --mark: #4a4118; --quiet: #a5a5a5; }
}
@media print {
  :root { color-scheme: light; --text: #000; --page: #fff; --link: #000; --mark: #fff; --quiet: #333; }
  main { max-width: none; padding: 0; }
  a { text-decoration: none; }
  .csl-entry { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""
_ENTRIES = """\
.csl-entry { position: relative; line-height: %(line)s; margin-bottom: %(gap)s; overflow-wrap: anywhere; }
.csl-annotation { color: var(--quiet); margin: .4rem 0 .4rem 2em; margin-inline: 2em 0; text-indent: 0; }
.csl-annotation p { margin: 0 0 .4rem; }
.csl-block, .csl-indent { text-indent: 0; }
.csl-indent { margin-inline-start: 2em; }
"""
_HANGING = ".csl-entry { padding-inline-start: 2em; text-indent: -2em; }\n"
_NUMBERED = """\
.csl-entry { padding-inline-start: calc(%(width)s + .75em); text-indent: 0; }
.csl-left-margin { position: absolute; inset-inline-start: 0; top: 0; width: %(width)s; text-align: %(side)s; }
.csl-right-inline { display: block; }
.csl-annotation { margin-inline-start: 0; }
"""
_LABEL = lazy_pattern(r'<div class="csl-left-margin">(.*?)</div>')
_TAG = lazy_pattern(r"<[^>]*>")
_LANGUAGE = lazy_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def style_sheet(bibliography: Bibliography) -> str:
    """Return the CSS for the entries: spacing, hanging indents, and the column of numbers."""
    values = {
        "line": f"{max(1.5, bibliography.line_spacing):g}",
        "gap": f"{0.25 + 0.5 * max(0, bibliography.entry_spacing):g}em",
    }
    labels = [_TAG.sub("", label).strip() for label in _LABEL.findall(bibliography.text)]
    if labels:
        lengths = [len(html.unescape(label)) for label in labels]
        values["width"] = f"{max(lengths)}ch"
        # Numbers of one column end at the same place; longer labels begin at the same place.
        values["side"] = "end" if max(lengths) <= 6 else "start"
        return _ENTRIES % values + _NUMBERED % values
    return _ENTRIES % values + (_HANGING if bibliography.hanging_indent else "")


def _html_page(content: Page) -> str:
    direction = direction_of(content.language)
    title = html.escape(content.title or content.heading, quote=False)
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(content.language)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="generator" content="refkit">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_BASE}{style_sheet(content.bibliography)}</style>\n</head>\n"
        f"<body>\n<main>\n{_html_body(content, title)}</main>\n</body>\n</html>\n"
    )


def _html_body(content: Page, title: str) -> str:
    """Return the title, the citations and the bibliography."""
    entries = _html_entries(content)
    listed = f'<section role="doc-bibliography">\n{entries}\n</section>\n' if entries else ""
    if not content.citations:
        return f"<h1>{title}</h1>\n{listed}"
    level = 2 if content.title else 1
    heading = f"<h{level}>{html.escape(content.heading, quote=False)}</h{level}>\n"
    top = f"<h1>{title}</h1>\n" if content.title else ""
    return top + _html_citations(content) + (heading + listed if listed else "")


def _html_entries(content: Page) -> str:
    """Return the bibliography, where each entry has the direction of its text and the language of its item."""
    start, *entries = content.bibliography.text.split('<div class="csl-entry"')
    ids = content.bibliography.ids
    written = [
        _html_entry(entry, content.languages.get(id_, ""))
        for id_, entry in zip(ids, entries, strict=True)
    ]
    return "".join([start, *written])


def _html_entry(entry: str, language: str) -> str:
    """Return an entry from the end of its first tag's class. Numbers are on the same side of all entries."""
    tag = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    entry = entry.replace('<div class="csl-annotation">', '<div dir="auto" class="csl-annotation">')
    if '<div class="csl-left-margin">' not in entry:
        return f'<div{tag} dir="auto" class="csl-entry"{entry}'
    right = '<div class="csl-right-inline">'
    return f'<div{tag} class="csl-entry"' + entry.replace(right, f'<div dir="auto"{right[4:]}')


def _html_citations(content: Page) -> str:
    citations = [
        one.replace('role="doc-biblioref">', 'role="doc-biblioref" dir="auto">')
        for one in content.citations
    ]
    if not content.has_notes:
        paragraphs = "".join(f"<p{_direction(one)}>{one}</p>\n" for one in citations)
        return f'<section class="csl-citations">\n{paragraphs}</section>\n'
    notes = "".join(f"<li><div{_direction(one)}>{one}</div></li>\n" for one in citations)
    return f'<section class="csl-citations">\n<ol class="csl-notes">\n{notes}</ol>\n</section>\n'


def _direction(citation: str) -> str:
    """Return the attribute for the direction of a citation's text; without letters, it is that of the page.

    The text of linked cites has a direction of its own, which `dir="auto"` around it does not regard.
    """
    is_plain = "doc-biblioref" not in citation
    return ' dir="auto"' if is_plain and any(map(str.isalpha, _TAG.sub("", citation))) else ""


def direction_of(language: str) -> str:
    """Return the direction of writing: rtl or ltr."""
    main, _, rest = language.lower().replace("_", "-").partition("-")
    if "latn" in rest or "cyrl" in rest:
        return "ltr"
    return "rtl" if main in RIGHT_TO_LEFT or rest.startswith(("arab", "hebr")) else "ltr"


# -- LaTeX and Typst ---------------------------------------------------------------------------


def _title(content: Page) -> str:
    return content.title or content.heading


def _titled(content: Page) -> bool:
    """Whether a document has a title; otherwise the heading of the bibliography is below the citations."""
    return bool(content.title or not content.citations)


def _latex_page(content: Page) -> str:
    inline = writer("latex").inline
    body = _body(content, f"\\section*{{{inline([content.heading])}}}")
    title = maketitle = ""
    if _titled(content):
        title = f"\\title{{{inline([_title(content)])}}}\n\\author{{}}\n\\date{{}}\n\n"
        maketitle = "\\maketitle\n"
    return (
        "% Written by refkit.\n\\documentclass{article}\n\\usepackage{iftex}\n"
        "\\ifPDFTeX\\usepackage[T1]{fontenc}\\usepackage{textcomp}\\else\\usepackage{fontspec}\\fi\n"
        "\\usepackage[hidelinks]{hyperref}\n\\sloppy\n"
        f"{title}\\begin{{document}}\n{maketitle}\n{body}\\end{{document}}\n"
    )


def _typst_page(content: Page) -> str:
    inline = writer("typst").inline
    title, titled = inline([_title(content)]), _titled(content)
    body = _body(content, f"#heading(level: {2 if titled else 1})[{inline([content.heading])}]")
    top = f"#heading(level: 1)[{title}]\n\n" if titled else ""
    language, _, region = content.language.partition("-")
    place = f', region: "{region}"' if len(region) == 2 else ""
    return (
        f'// Written by refkit.\n#set document(title: [{title}])\n#set text(lang: "{language}"{place})\n\n'
        f"{top}{body}"
    )


def _body(content: Page, heading: str) -> str:
    """Return the citations and the bibliography, with a heading between them."""
    listed = bool(content.bibliography.text)
    parts = [*content.citations, heading][: None if listed else -1] if content.citations else []
    return "\n\n".join([*parts, content.bibliography.text])
