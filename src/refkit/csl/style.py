"""A style that users load by its name or path, or parse, and that is compiled for a language."""

from __future__ import annotations

import os
from functools import lru_cache

from refkit.csl import ast
from refkit.csl.catalogue import parent_path, style_path
from refkit.csl.compile import compile_style
from refkit.csl.faults import StyleError, StyleFault
from refkit.csl.layout import Compiled
from refkit.csl.locale import load_locale
from refkit.csl.read import parent_link, read_style
from refkit.csl.survey import check_macros
from refkit.errors import UnknownChoice, UnreadableFile
from refkit.files import read_bytes
from refkit.records import dataclass, field, replace
from refkit.xml_reading import XmlElement, XmlError, parse_xml


@dataclass(slots=True, eq=False)
class Style:
    """An independent style, parsed and validated. It is immutable, and threads may share it."""

    tree: ast.Style
    _compiled: dict[tuple[str, bool], Compiled] = field(default_factory=dict)

    @classmethod
    def load(cls, name_or_path: str | os.PathLike[str]) -> Style:
        """Load a style by its name ("apa", "nature"), its URL or the path of a file.

        A dependent style gives its parent, with its own title and default locale. Raises StyleError.
        """
        return _load_file(style_path(name_or_path))

    @classmethod
    def parse(cls, xml: str | bytes) -> Style:
        """Parse an independent style from XML. Raises StyleError."""
        return cls(read_style(xml))

    @property
    def title(self) -> str:
        """The title of the style."""
        return self.tree.title

    @property
    def id(self) -> str:
        """The address that identifies the style."""
        return self.tree.id

    @property
    def style_class(self) -> str:
        """The kind of citations: in-text or note."""
        return self.tree.style_class

    @property
    def default_locale(self) -> str:
        """The language of the style, or the empty string if the style does not set one."""
        return self.tree.default_locale

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of study of the style."""
        return self.tree.fields

    @property
    def faults(self) -> tuple[StyleFault, ...]:
        """The errors in the style, which can be used nevertheless."""
        return self.tree.faults

    def compiled(self, language: str | None = None, item_language: bool = False) -> Compiled:
        """Return the style compiled for `language` (default: the language of the style). The result is cached.

        With `item_language`, items in other languages have terms, dates and quotation marks in their own language.
        """
        name = language or self.default_locale or _only_english(self.tree) or "en-US"
        key = name, item_language
        if key not in self._compiled:
            locale = load_locale(name, self.tree.locales)
            self._compiled[key] = compile_style(self.tree, locale, item_language=item_language)
        return self._compiled[key]

    def __repr__(self) -> str:
        return f"<Style {self.title!r}: {self.id}>"


def _only_english(style: ast.Style) -> str:
    """Return the variety of English for which alone a style has terms ("en-GB"), if any."""
    languages = {locale.language for locale in style.locales}
    language = languages.pop() if len(languages) == 1 else ""
    return language if language.startswith("en-") else ""


def _load_file(path: str) -> Style:
    """Return the style in a file, and cache it until the file changes."""
    try:
        changed = os.stat(path).st_mtime_ns
    except OSError as error:
        raise UnreadableFile(path, error.strerror or "cannot be opened") from error
    return _load(path, changed)


@lru_cache(maxsize=64)
def _load(path: str, _changed: int) -> Style:
    xml = read_bytes(path)
    try:
        parent = dependent_parent(xml)
        return Style(_sound(read_style(xml)) if parent is None else _of_parent(*parent))
    except StyleError as error:
        raise StyleError(error.message, error.line, error.source or path) from error


def _sound(style: ast.Style) -> ast.Style:
    """Return the style after checking its macros; errors can still name the file here."""
    check_macros(style)
    return style


def dependent_parent(xml: bytes) -> tuple[XmlElement, XmlElement] | None:
    """Return the root of a dependent style and the link to its parent, or None for an independent style."""
    if b"independent-parent" not in xml:
        return None
    try:
        root = parse_xml(xml)
    except XmlError as error:
        raise StyleError(error.message, error.line) from error
    link = parent_link(root)
    return (root, link) if link and root.find("citation") is None else None


def _of_parent(root: XmlElement, link: XmlElement) -> ast.Style:
    """Return the style of the parent with the default locale of the dependent style (CSL 1.0.2, "Dependent Styles")."""
    try:
        path = parent_path(link.attributes.get("href", ""))
    except UnknownChoice as error:
        raise StyleError(f"the parent of this style is not known: {error}", link.line) from error
    parent = _load_file(path).tree
    info = root.find("info")
    title = info.find("title") if info else None
    return replace(
        parent,
        title=title.text.strip() if title else parent.title,
        default_locale=root.attributes.get("default-locale", parent.default_locale),
    )
