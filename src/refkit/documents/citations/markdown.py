"""Citations in Markdown: Pandoc, Quarto, R Markdown and bookdown, MyST, and nbconvert's HTML."""

from __future__ import annotations

from collections.abc import Callable
from os.path import splitext

from refkit.data.list_headings import LIST_WORDS
from refkit.data.markdown import COMMON_CROSS_REFERENCES, CROSS_REFERENCES, LISTING_DIRECTIVES
from refkit.documents.citations import Scanner
from refkit.documents.citations._blanks import blanked
from refkit.documents.citations._embedded import latex_citations
from refkit.documents.citations._markdown_blocks import BlockReader
from refkit.documents.citations._markdown_cites import KEY, InlineFindings, SegmentReader
from refkit.documents.citations._markdown_segments import MarkdownBlocks
from refkit.documents.citations._metadata import Metadata, read_metadata
from refkit.documents.citations._roles import can_be_in_role
from refkit.model.citation import DocumentCitations, NamedFile
from refkit.model.source import Source, Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field

_CELL_SUFFIXES = frozenset((".qmd", ".rmd", ".rmarkdown"))
_SIMPLE_KEY = lazy_pattern(KEY)
_TYPE = lazy_pattern(r"([A-Za-z]++)([-:])")
_LABEL = lazy_pattern(r"\{[^{}]*?\#([\w:.-]++)")
_WORD = lazy_pattern(r"[^\W\d_]++")
_ATTRIBUTES = lazy_pattern(r"\{[^{}]*+\}[ \t]*+\Z")
_REFERENCE_DIV = lazy_pattern(r"<div\b[^<>]*?\sid\s*+=\s*+[\"']?refs\b[^<>]*+>")
_PATH = lazy_pattern(r"[^\s,]++")
_SNIPPET = lazy_pattern(r"^[ \t]*+(?:-{1,}8<-{1,})[ \t]++\"([^\"\r\n]++)\"", 8)
# Other words in the headings of reference lists: "Works Cited", "List of References".
_HEADING_WORDS = LIST_WORDS | frozenset("and cited list literature of the works".split())


def find(source: Source) -> DocumentCitations:
    """Return the citations of a Markdown document."""
    return find_in_text(source.text, splitext(source.name)[1].lower())


def find_in_text(text: str, suffix: str) -> DocumentCitations:
    """Return the citations of a text whose dialect is that of files with a suffix."""
    blocks = BlockReader(text, suffix in _CELL_SUFFIXES).read()
    return _Document(text, suffix, blocks).citations()


@dataclass(slots=True)
class _Document:
    """A document with its blocks, and what was found in it."""

    text: str
    suffix: str
    blocks: MarkdownBlocks
    metadata: list[Metadata] = field(default_factory=list)
    found: InlineFindings = field(default_factory=InlineFindings)

    def citations(self) -> DocumentCitations:
        """Return everything that was found."""
        self.metadata = [read_metadata(self.text, span) for span in self.blocks.metadata]
        is_reference = self.reference_test()
        for metadata in self.metadata:
            for span, lists_only in metadata.prose:
                SegmentReader(
                    self.text, span.start, span.end, False, self.found, is_reference, lists_only
                ).read()
        for part in self.blocks.segments:
            SegmentReader(
                self.blocks.active, part.start, part.end, part.in_note, self.found, is_reference
            ).read()
        latex = self.latex()
        return DocumentCitations(
            tuple(sorted((*self.found.citations, *latex.citations), key=lambda found: found.span)),
            mentions=latex.mentions,
            defined=tuple(key for metadata in self.metadata for key in metadata.defined),
            labels=frozenset(self.labels()),
            cites_all=self.found.cites_all or latex.cites_all,
            bibliographies=(*self.bibliographies(), *latex.bibliographies),
            includes=tuple(self.includes()),
            styles=tuple(style for metadata in self.metadata for style in metadata.styles),
            list_places=tuple(sorted(self.list_places())),
        )

    def latex(self) -> DocumentCitations:
        """Return the citations of the commands of LaTeX in the text, which Pandoc reads."""
        if not self.found.has_commands:
            return DocumentCitations()
        return latex_citations(blanked(self.blocks.active, self.found.code))

    def reference_test(self) -> Callable[[str], bool]:
        """Return the test whether a key is the label of a figure or the like."""
        types = CROSS_REFERENCES if self.suffix in (".qmd", ".ipynb") else COMMON_CROSS_REFERENCES
        types = types.union(*(metadata.cross_references for metadata in self.metadata))
        examples = self.blocks.examples

        def is_reference(key: str) -> bool:
            match = _TYPE.match(key)
            if match is None:
                return key in examples
            kinds = types if match[2] == "-" else COMMON_CROSS_REFERENCES
            return match[1].lower() in kinds or match[1] in kinds

        return is_reference

    def labels(self) -> set[str]:
        """Return the labels that the document gives to its parts, which have the form of keys in MyST."""
        return self.blocks.labels | set(_LABEL.findall(self.text))

    def bibliographies(self) -> list[NamedFile]:
        """Return the reference lists in the metadata and in directives."""
        found = [file for metadata in self.metadata for file in metadata.bibliographies]
        for directive in self.blocks.directives:
            if directive.name in LISTING_DIRECTIVES:
                found += _paths(self.text, directive.argument)
        return found

    def includes(self) -> list[NamedFile]:
        """Return the files in directives, shortcodes, snippets and the metadata."""
        found = [file for metadata in self.metadata for file in metadata.includes]
        found += self.found.includes
        for directive in self.blocks.directives:
            if directive.name == "include":
                argument = self.text[slice(*directive.argument)].strip()
                start = directive.argument.start
                found += (
                    [NamedFile(argument, Span(start, start + len(argument)))] if argument else []
                )
        for snippet in _SNIPPET.finditer(self.text):
            found.append(NamedFile(snippet[1], Span(*snippet.span(1))))
        return sorted(found, key=lambda file: file.span)

    def list_places(self) -> list[Span]:
        """Return the places of reference lists: divs, directives, and headings."""
        places = list(self.blocks.reference_divs)
        places += [d.span for d in self.blocks.directives if d.name in LISTING_DIRECTIVES]
        places += [span for span in self.blocks.headings if self.is_list_heading(span)]
        places += [Span(*div.span()) for div in _REFERENCE_DIV.finditer(self.blocks.active)]
        return places

    def is_list_heading(self, span: Span) -> bool:
        """Whether a heading is that of a reference list."""
        heading = _ATTRIBUTES.sub("", self.blocks.active[slice(*span)])
        words = _WORD.findall(heading.lower())
        return (
            bool(words)
            and LIST_WORDS.union(("cited",)).issuperset(words[-1:])
            and all(word in _HEADING_WORDS for word in words)
        )


def _paths(text: str, span: Span) -> list[NamedFile]:
    """Return the paths in the argument of a directive."""
    paths = _PATH.finditer(text, span.start, span.end)
    return [NamedFile(path[0], Span(*path.span())) for path in paths]


def is_simple_key(key: str) -> bool:
    """Whether a key can be written after `@` without braces."""
    return _SIMPLE_KEY.fullmatch(key) is not None


def write_key(key: str, written: str) -> str | None:
    """Return a key, or None if Markdown cannot contain it in place of the one that is written.

    A key that needs braces can only replace another one, which has them or is in a role.
    """
    if is_simple_key(key):
        return key
    is_possible = can_be_in_role(key) and not is_simple_key(written)
    return key if is_possible and not any(sign in key for sign in "\r\n<>\\") else None


SCANNER = Scanner(
    "markdown",
    (".markdown", ".md", ".mdx", ".qmd", ".rmarkdown", ".rmd"),
    find,
    write_key,
    ("markdown",),
)
