"""Kinds of output files, recognized so that an output does not replace another file."""

from __future__ import annotations

import re

from refkit.files.output import OutputKind
from refkit.formats import Format, by_name, writable_formats
from refkit.patterns import lazy_pattern

# Marks that refkit's citations and bibliographies never contain: the beginning of a document or page, front matter,
# the first line of a script, other JSON objects, headings and paragraphs, tables of a configuration file.
_DOCUMENT = lazy_pattern(
    r"""\A\s*(?:\#!|---[ \t]*$|<\?xml|(?i:<!doctype|<html)|%PDF|PK|\{\s*"(?!citations")|\{\\rtf(?!1\\ansi\\uc1\s))
    |^\#{1,6}[ ]|^={1,6}[ ]\S|^(?:={4,}|-{4,}|~{4,})[ \t]*$
    |^\\(?:documentclass|usepackage|part|chapter|(?:sub)*section|paragraph)\b
    |^\\begin\{(?:document|abstract|figure|table|quote|filecontents)\*?\}
    |^[ \t]*<(?:h[1-6]|p|head|body|main|article|section)\b
    |^\[[\w.-]+\][ \t]*\r?\n[\w-]+[ ]?=""",
    re.MULTILINE | re.VERBOSE,
)
# How refkit's complete documents begin.
_PAGE = lazy_pattern(
    r"""\A(?:%|//)[ ]Written[ ]by[ ]refkit\.\n|\A<!DOCTYPE[ ]html>\n[^\n]*+\n<head>\n[^\n]*+\n"""
    r"""<meta[ ]name="generator"[ ]content="refkit">\n""",
    re.VERBOSE,
)
# The headings of refkit's bibliographies; a reST heading has a line below it.
_HEADING = lazy_pattern(
    r"^(?:\#\#[ ](.+)|<h2>(.+)</h2>|\\section\*\{(.+)\}|(\S.*)\n-{4,})\n", re.MULTILINE | re.VERBOSE
)
# How refkit's bibliographies begin in HTML, LaTeX, RTF, Typst and JSON.
_BIBLIOGRAPHY = lazy_pattern(
    r"""^<div[ ]class="csl-bib-body">$|^\\begin\{list\}\{\}\{\\setlength\{\\leftmargin\}
    |\A\{\\rtf1\\ansi\\uc1\s|^\#block\[\n\#(?:set[ ]par|par\[)
    |\A\{"citations":|\A\[\s*(?:\{"heading":[ ]"(?>(?:[^"\\]|\\.)*)",[ ]"entries":[ ]\[\s*)?\[\s*\{"text":""",
    re.MULTILINE | re.VERBOSE,
)
_DATE = lazy_pattern(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\bn\.\s?d\.|\bin press\b|\bforthcoming\b|\bdoi\b"
)
_MARKUP = lazy_pattern(r"<[^<>]*+>|[\\#:][a-z]++")
_WORD = lazy_pattern(r"[^\W\d_]{2}")


# Words in the names of formats in JSON, XML and YAML, of which a record is never a part of another document.
_WHOLE = ("json", "codemeta", "xml", "mods", "yaml", "cff", "hayagriva")


def reference_file(file_format: Format) -> OutputKind:
    """Return the kind of a reference file in a format, whoever wrote it."""
    if file_format.name == "biblatex":
        file_format = by_name("bibtex")  # which recognizes .bib files of both dialects
    return OutputKind(
        f"a file of the format {file_format.name}", lambda text: _is_format(text, file_format)
    )


def _is_format(text: str, file_format: Format) -> bool:
    if text.strip() in ("", "[]"):
        return True
    # A document or script can contain BibTeX entries; JSON, XML and YAML as a whole are of one format.
    is_whole = any(word in file_format.name for word in _WHOLE)
    return file_format.detect(text) and (is_whole or _DOCUMENT.search(text) is None)


def bibliography_file(new_text: str) -> OutputKind:
    """Return the kind of a bibliography; a file that has many lines of the new text is one in any case."""
    return OutputKind("a bibliography", lambda text: _is_bibliography(text, new_text))


def _is_bibliography(text: str, new_text: str) -> bool:
    if _PAGE.search(text):
        return True
    text = _without_own_headings(text, new_text)
    if _DOCUMENT.search(text) or any(
        file_format.detect(text) for file_format in writable_formats().values()
    ):
        return False
    return _BIBLIOGRAPHY.search(text) is not None or _are_references(text, new_text)


def _without_own_headings(text: str, new_text: str) -> str:
    """Return a text without headings that the new text or the table of headings contains, or that are years."""
    if _HEADING.search(text) is None:
        return text
    from refkit.data.headings import HEADINGS

    known = {heading for language in HEADINGS.values() for heading in language.values()}
    known |= {_title(match) for match in _HEADING.finditer(new_text)}

    def without_own(match: re.Match[str]) -> str:
        title = _title(match)
        return "" if title in known or title.isdecimal() else match[0]

    return _HEADING.sub(without_own, text)


def _title(match: re.Match[str]) -> str:
    return next(title for title in match.groups() if title)


def _are_references(text: str, new_text: str) -> bool:
    """Whether most lines of a plain text have a date, like references and citations, or are in the new text."""
    lines = [line for line in text.splitlines() if _WORD.search(_MARKUP.sub("", line))]
    new_lines = set(new_text.splitlines())
    dated = sum(line in new_lines or _DATE.search(line) is not None for line in lines)
    return dated * 2 > len(lines) or not lines
