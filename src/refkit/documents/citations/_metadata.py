"""Metadata in YAML: what it says about reference lists, styles and other files, and its text that can cite.

Pandoc's manual, "Metadata blocks" and "Specifying bibliographic data"; the manuals of Quarto, R Markdown, bookdown,
MyST, Jupyter Book and mkdocs-bibtex for the fields of project files.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.markdown import PROSE_FIELDS
from refkit.model.citation import KeyPlace, NamedFile
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, field
from refkit.yaml_reading import YamlList, YamlMap, YamlScalar, YamlValue, read_yaml

_LISTS = frozenset(("bibliography", "bibtex_bibfiles", "bib_file", "bib_files"))
_STYLES = frozenset(("csl", "citation-style", "csl_file"))
_HAS_ENDING = lazy_pattern(r"\.[A-Za-z]{2,9}\Z")
_METADATA_FILES = frozenset(("metadata-file", "metadata-files"))
# Parts of a project: Quarto's and bookdown's chapters, Jupyter Book's and MyST's tables of contents.
_PARTS = frozenset(("chapters", "appendices", "part", "rmd_files", "render"))
_PAGES = frozenset(("file", "root"))  # whose paths have no ending in Jupyter Book


@dataclass(slots=True)
class Metadata:
    """What the metadata of a document says. `prose` are the parts that can cite, and whether they only list."""

    bibliographies: list[NamedFile] = field(default_factory=list)
    styles: list[NamedFile] = field(default_factory=list)
    includes: list[NamedFile] = field(default_factory=list)
    defined: list[KeyPlace] = field(default_factory=list)
    prose: list[tuple[Span, bool]] = field(default_factory=list)
    cross_references: set[str] = field(default_factory=set)


def read_metadata(text: str, span: Span, is_project: bool = False) -> Metadata:
    """Return what the YAML in a part of a text says; that of a project names its documents."""
    reader = _MetadataReader(text, span.start, is_project)
    for document in read_yaml(text[span.start : span.end]).documents:
        reader.value("", document)
    return reader.found


@dataclass(slots=True)
class _MetadataReader:
    """State of the reader: the text, the offset of its YAML, and what was found."""

    text: str
    offset: int
    is_project: bool
    found: Metadata = field(default_factory=Metadata)

    def value(self, name: str, value: YamlValue) -> None:
        """Read a member of a mapping; its name decides what it means."""
        files = list(filter(None, map(self.file, _scalars(value))))
        if name in _LISTS:
            self.found.bibliographies += files
        elif name in _STYLES:
            self.found.styles += files
        elif name in _METADATA_FILES or (self.is_project and name in _PAGES):
            self.found.includes += files
        elif self.is_project and name in _PARTS:
            self.found.includes += (file for file in files if _HAS_ENDING.search(file.path))
        if name in PROSE_FIELDS:
            for scalar in _scalars(value):
                self.found.prose.append((self.span(scalar), name == "nocite"))
        elif name == "references" and isinstance(value, YamlList):
            self.references(value)
        elif name == "crossref" and isinstance(value, YamlMap):
            self.cross_references(value)
        elif name not in _LISTS:
            self.members(value)

    def members(self, value: YamlValue) -> None:
        """Read the members of a mapping, or of those in a list."""
        maps = value.items if isinstance(value, YamlList) else [value]
        for mapping in maps:
            if isinstance(mapping, YamlMap):
                for member in mapping.members.values():
                    self.value(member.name, member.value)

    def references(self, references: YamlList) -> None:
        """Add the keys of references in the metadata."""
        for reference in references.items:
            key = reference.get("id") if isinstance(reference, YamlMap) else None
            if isinstance(key, YamlScalar) and key.text:
                self.found.defined.append(KeyPlace(key.text, self.span(key)))

    def cross_references(self, options: YamlMap) -> None:
        """Add the types of cross-references that the document defines (Quarto, "Custom Float Cross-References")."""
        custom = options.get("custom")
        for kind in custom.items if isinstance(custom, YamlList) else ():
            key = kind.get("key") if isinstance(kind, YamlMap) else None
            if isinstance(key, YamlScalar):
                self.found.cross_references.add(key.text)

    def file(self, path: YamlScalar) -> NamedFile | None:
        """Return the file with a path, or None if it is empty or has several lines."""
        return (
            NamedFile(path.text, self.span(path)) if path.text and "\n" not in path.text else None
        )

    def span(self, scalar: YamlScalar) -> Span:
        """Return the span of a text without its quotes."""
        start, end = self.offset + scalar.start, self.offset + scalar.end
        if not scalar.is_plain and self.text[start : start + 1] in ("'", '"') and end - start > 1:
            return Span(start + 1, end - 1)
        return Span(start, end)


def _scalars(value: YamlValue) -> Iterator[YamlScalar]:
    """Yield a text, those in a list, or those of the members of a mapping and in their lists."""
    if isinstance(value, YamlScalar):
        values: list[YamlValue] = [value]
    elif isinstance(value, YamlList):
        values = value.items
    else:
        members = [member.value for member in value.members.values()]
        lists = (inner.items if isinstance(inner, YamlList) else [inner] for inner in members)
        values = [inner for items in lists for inner in items]
    for inner in values:
        if isinstance(inner, YamlScalar) and not inner.is_null:
            yield inner
