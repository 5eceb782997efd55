"""Citations and bibliographies in Python-Markdown, and so in MkDocs, in any CSL style.

>>> markdown.markdown(text, extensions=[RefkitExtension(bibliography="refs.bib", style="apa")])
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from refkit.citing import CitingOptions
from refkit.citing.document import cite_text
from refkit.citing.edits import Edit, edited
from refkit.citing.syntaxes import Syntax, syntaxes
from refkit.csl import Style
from refkit.csl.output import Run
from refkit.csl.write import Writer, writer
from refkit.documents.citations.markdown import find
from refkit.errors import nearest
from refkit.ext._bibliography import read_bibliography
from refkit.model.citation import Citation, DocumentCitations
from refkit.model.item import Item
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import replace

__all__ = ["RefkitExtension", "makeExtension"]

# A child of MkDocs' logger, so that `mkdocs build --strict` counts the warnings.
_LOGGER = logging.getLogger("mkdocs.plugins.refkit")
_TAG_OR_SIGN = lazy_pattern(r"(<[^<>]*>|&#[0-9]+;)|([\\`*_{}#+!|~^$=:-])|([\[\]])")
_BRACKET = lazy_pattern(r"\\([\[\]])")
_AFTER_METADATA = (
    26  # of Python-Markdown's preprocessors: before fenced code (25), after metadata (27)
)


class RefkitExtension(Extension):
    """The extension, with the options `bibliography`, `style`, `locale` and `links`."""

    def __init__(self, **options: object) -> None:
        self.config = {
            "bibliography": [[], "Files with references"],
            "style": ["apa", "Name of a style, or path of a .csl file"],
            "locale": ["", "Language of terms"],
            "links": [True, "Link citations to the list of references"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the preprocessor. Raises RefkitError for a style or file that cannot be read."""
        given = self.getConfig("bibliography")
        items: dict[str, Item] = {}
        for path in [given] if isinstance(given, str) else given:
            found, problems = read_bibliography(path)
            for problem in problems:
                place = f"{path}:{problem.line}" if problem.line else path
                _LOGGER.warning("%s: %s", place, problem.message)
            for item in found:
                items.setdefault(item.id, item)
        links = bool(self.getConfig("links"))
        options = CitingOptions(
            self.getConfig("style"), "html", self.getConfig("locale") or None, True, links
        )
        md.preprocessors.register(
            CitationPreprocessor(md, items, options), "refkit", _AFTER_METADATA
        )


def makeExtension(**options: object) -> RefkitExtension:
    """Return the extension, as Python-Markdown requires."""
    return RefkitExtension(**options)


class CitationPreprocessor(Preprocessor):
    """Replaces the citations of a page with their texts, and adds the list of references."""

    def __init__(self, md: Markdown, items: Mapping[str, Item], options: CitingOptions) -> None:
        super().__init__(md)
        self.items = items
        self.options = options
        self.has_notes = Style.load(options.style).style_class == "note"

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with formatted citations."""
        text = "\n".join(lines)
        found = find(Source(text, "page.md"))
        found = replace(found, citations=tuple(self.known(found.citations)))
        if not (found.citations or found.cites_all):
            return lines
        self.report(found)
        if self.has_notes and "footnote" not in self.md.parser.blockprocessors:
            _LOGGER.warning("the style has notes; add `footnotes` to the Markdown extensions")
        notes: dict[str, str] = {}
        cited = cite_text(text, found, self.items.values(), self.options, _syntax(notes))
        return with_notes(edited(text, cited.edits), notes).split("\n")

    def known(self, citations: Iterable[Citation]) -> Iterable[Citation]:
        """Yield the citations without names such as `@reader` in the text, which resemble keys."""
        for citation in citations:
            is_narrative = citation.kind in ("narrative", "no-author")
            if not is_narrative or any(cite.key in self.items for cite in citation.cites):
                yield citation
            else:
                self.report_similar(citation)

    def report_similar(self, citation: Citation) -> None:
        """Report a name in the text that is similar to a key."""
        for cite in citation.cites:
            similar = nearest(cite.key, self.items)
            if similar:
                _LOGGER.warning(
                    "no reference has the key `%s`; did you mean `%s`?", cite.key, similar
                )

    def report(self, found: DocumentCitations) -> None:
        """Report cites of keys that no reference has."""
        for citation in found.citations:
            for cite in citation.cites:
                if cite.key not in self.items:
                    similar = nearest(cite.key, self.items)
                    advice = f"; did you mean `{similar}`?" if similar else ""
                    _LOGGER.warning("no reference has the key `%s`%s", cite.key, advice)


def with_notes(text: str, notes: Mapping[str, str]) -> str:
    """Return a page with the texts of notes by label, before the author's note whose mark follows theirs.

    Python-Markdown numbers notes in the order of their texts.
    """
    if not notes:
        return text
    own = [(text.find(f"[^{label}]"), f"[^{label}]: {note}\n\n") for label, note in notes.items()]
    authors = sorted(
        (note.place, note.content.start) for note in syntaxes()["markdown"].notes(text)
    )
    edits = []
    for place, written in own:
        after = next((start for mark, start in authors if mark > place), None)
        position = len(text) if after is None else text.rfind("\n", 0, after) + 1
        edits.append(
            Edit(Span(position, position), written if after is not None else f"\n\n{written}")
        )
    return edited(text, edits)


def _syntax(notes: dict[str, str]) -> Syntax:
    """Return Markdown's syntax with citations in HTML, which collects the texts of notes by label."""

    def definition(label: str, note: str) -> str:
        notes[label] = note
        return ""

    return replace(syntaxes()["markdown"], output=_html_in_markdown(), definition=definition)


def _html_in_markdown() -> Writer:
    """Return the writer of HTML whose text contains no signs of Markdown."""
    html = writer("html")

    def inline(runs: Iterable[Run]) -> str:
        return _TAG_OR_SIGN.sub(_without_markup, html.inline(list(runs)))

    def entry(text: str) -> str:
        return html.entry(_BRACKET.sub(r"\1", text))

    return replace(html, inline=inline, entry=entry)


def _without_markup(match: re.Match[str]) -> str:
    """Return a tag or an entity as it is, and a sign of Markdown as an entity; brackets keep their form for styles."""
    tag, sign, bracket = match.groups()
    return tag or (f"&#{ord(sign)};" if sign else f"\\{bracket}")
