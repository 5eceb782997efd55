"""Documents whose references are in another file, which they name or cite by key."""

from __future__ import annotations

import re

from refkit.patterns import lazy_pattern

# A comment of LaTeX; `\%` is a percent sign.
_COMMENT = lazy_pattern(r"(?<!\\)%[^\n]*+")
# LaTeX, natbib and biblatex: \citep[12]{key}, \Textcite*{key}, \nocite{*}, \bibliography{refs} ...
_LATEX = lazy_pattern(
    r"""\\(?:
      [A-Za-z]{0,12}[Cc]ite(?:s|p|t|alp|alt|author|year|yearpar|title|url|date|num|text|field)?\*?
        [ ]?(?>\[[^\[\]]{0,200}+\][ ]?){0,2}\{[^{}\s]
      | (?:bibliography|nobibliography|addbibresource|addglobalbib|addsectionbib)\*?
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


def names_references(text: str) -> bool:
    """Whether a document cites by key or names the file of its references."""
    if "\\" in text and _LATEX.search(_COMMENT.sub("", text)):
        return True
    return any(pattern.search(text) for pattern in (_MARKDOWN, _TYPST, _REST, _ORG, _ASCIIDOC))
