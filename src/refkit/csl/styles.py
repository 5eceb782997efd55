"""Load a style by its name or path; a dependent style gives its parent with its own locale."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from refkit.csl.catalogue import parent_path, style_path
from refkit.csl.read import parent_link, read_style
from refkit.csl.style import Style, StyleError
from refkit.csl.survey import check_macros
from refkit.csl.xml import XmlElement, XmlError, parse_xml
from refkit.errors import UnknownChoice, UnreadableFile
from refkit.files import read_bytes
from refkit.records import replace


def load_style(name_or_path: str | Path) -> Style:
    """Return the style with this name or in this file, and cache it until the file changes."""
    return _load_file(style_path(name_or_path))


def _load_file(path: Path) -> Style:
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise UnreadableFile(str(path), error.strerror or "cannot be opened") from error
    return _load(path, changed)


@lru_cache(maxsize=64)
def _load(path: Path, _changed: int) -> Style:
    xml = read_bytes(str(path))
    try:
        parent = dependent_parent(xml)
        return _sound(read_style(xml)) if parent is None else _of_parent(*parent)
    except StyleError as error:
        raise StyleError(error.message, error.line, error.source or str(path)) from error


def _sound(style: Style) -> Style:
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


def _of_parent(root: XmlElement, link: XmlElement) -> Style:
    """Return the style of the parent with the default locale of the dependent style (CSL 1.0.2, "Dependent Styles")."""
    try:
        path = parent_path(link.attributes.get("href", ""))
    except UnknownChoice as error:
        raise StyleError(f"the parent of this style is not known: {error}", link.line) from error
    parent = _load_file(path)
    info = root.find("info")
    title = info.find("title") if info else None
    return replace(
        parent,
        title=title.text.strip() if title else parent.title,
        default_locale=root.attributes.get("default-locale", parent.default_locale),
        _compiled={},
    )
