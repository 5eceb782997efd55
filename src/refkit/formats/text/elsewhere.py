"""Documents whose references are in another file, which they name or cite by key."""

from __future__ import annotations

import re

from refkit.model.source import Source
from refkit.patterns import lazy_pattern

# LaTeX and biblatex: \bibliography{refs}, \addbibresource[...]{refs.bib}, \printbibliography ...
_LATEX_LISTS = lazy_pattern(
    r"""\\(?:
      (?:bibliography|nobibliography|addbibresource|addglobalbib|addsectionbib)\*?
        [ ]?(?:\[[^\[\]]{0,200}+\])?[ ]?\{[^{}\s]
      | (?:printbibliography|putbib|bibselect|bibbysection|bibbysegment|bibsection)(?![A-Za-z])
    )""",
    re.VERBOSE,
)
# Pandoc, Quarto and R Markdown: [@key], [see @key, p. 3; -@other], `bibliography: refs.bib` in the front matter
_MARKDOWN = lazy_pattern(
    r"\[(?:[^\[\]@\n]{0,100}[\s;(-])?@(?!(?:fig|tbl|eq|sec|lst|thm)-)[\w{][^\[\]\n]{0,500}\]"
    r"|^(?:bibliography|csl-refs|bib)[ ]?:[ ]*+(?=\S|\n[ ]*-)",
    re.MULTILINE,
)
# Typst: #bibliography("refs.bib"), #cite(<key>)
_TYPST = lazy_pattern(r"#(?:bibliography|cite)\([\"<(\[]")
# reStructuredText with sphinxcontrib-bibtex, and MyST: :cite:p:`key`, {cite:t}`key`, .. bibliography::
_REST = lazy_pattern(
    r":(?:foot)?cite(?::[a-z]{1,12}+)?:`[^`\n]|\{(?:foot)?cite(?::[a-z]{1,12}+)?\}`[^`\n]"
    r"|^(?:\.\.[ ]|```\{|:::\{)(?:foot)?bibliography(?:::|\})",
    re.MULTILINE,
)
# Org and org-ref: [cite:@key], [cite/t:@key], #+bibliography: refs.bib, cite:key, bibliography:refs.bib
_ORG = lazy_pattern(
    r"\[cite(?:/[\w/-]{1,20}+)?:[^\[\]\n]{0,200}@\w"
    r"|^[ ]*+\#\+(?i:bibliography|print_bibliography):"
    r"|(?<![\w:/.])(?:cite[pt]?|bibliography):(?!//)[A-Za-z~.][\w.~/-]{2,}+",
    re.MULTILINE,
)
# AsciiDoc with asciidoctor-bibtex: cite:[key], citenp:[key(3)], :bibtex-file: refs.bib, bibliography::[]
_ASCIIDOC = lazy_pattern(
    r"(?<!\w)cite(?:np)?:\[[^\[\]\n]|^:bibtex-file:[ ]*\S|^bibliography::\w*\[", re.MULTILINE
)


# A line that may be a heading: up to four words, perhaps in a command
_HEADING = lazy_pattern(
    r"^[^\S\n]*+(?:\\[a-z]{1,20}\*?\s*+(?:\[[^\[\]\n]{0,80}+\])?\{)?([^\W\d_]++(?:[ ][^\W\d_]++){0,3})\}?[^\S\n]*+$",
    re.MULTILINE,
)
# What can hold references in LaTeX besides a list with a heading.
_MARKED = ("\\bibitem", "\\footnote", "\\bib{", "thebibliography")


def holds_no_list(text: str, syntax: str, name: str) -> bool:
    """Whether a document has its references elsewhere: LaTeX without marked ones, notes and heading, or a notebook."""
    if name.lower().endswith(".ipynb"):
        return True
    if syntax != "latex" or any(sign in text for sign in _MARKED):
        return False
    from refkit.data.list_headings import LIST_WORDS

    headings = (heading[1].lower().split() for heading in _HEADING.finditer(text))
    has_heading = any(not LIST_WORDS.isdisjoint(words) for words in headings)
    return not has_heading and _latex_names_references(text)


def names_references(text: str) -> bool:
    """Whether a document cites by key or names the file of its references."""
    if "\\" in text and _latex_names_references(text):
        return True
    return any(pattern.search(text) for pattern in (_MARKDOWN, _TYPST, _REST, _ORG, _ASCIIDOC))


def _latex_names_references(text: str) -> bool:
    """Whether LaTeX outside comments and verbatim text does so."""
    from refkit.documents._latex_active import active_text
    from refkit.documents.citations import find_citations

    found = find_citations(Source(text, "document.tex"))
    return (
        found is not None and bool(found.citations or found.mentions or found.cites_all)
    ) or _LATEX_LISTS.search(active_text(text)) is not None
