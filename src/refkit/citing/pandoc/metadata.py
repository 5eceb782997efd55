"""The metadata of a document of Pandoc that are about its citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refkit.citing.pandoc import is_element, is_list
from refkit.records import dataclass, field

_CITING = ("bibliography", "citation-style", "csl", "nocite", "references")
_MARKUP = {
    "Emph": ("<i>", "</i>"),
    "Strong": ("<b>", "</b>"),
    "SmallCaps": ('<span style="font-variant:small-caps;">', "</span>"),
    "Superscript": ("<sup>", "</sup>"),
    "Subscript": ("<sub>", "</sub>"),
}


@dataclass(slots=True)
class CitingMetadata:
    """What metadata say: files, the style, the language, options, keys to list, and references in CSL-JSON."""

    bibliographies: list[str] = field(default_factory=list)
    style: str = ""
    language: str = ""
    links_citations: bool = False
    links: bool = True
    has_list: bool = True
    notes_follow_punctuation: bool = True
    listed: list[str] = field(default_factory=list)
    references: list[dict[str, object]] = field(default_factory=list)
    list_title: str = ""


def read_metadata(meta: Mapping[str, object]) -> CitingMetadata:
    """Return what the metadata of a document say about citations."""
    references = plain_value(meta.get("references"))
    return CitingMetadata(
        _texts(meta.get("bibliography")),
        _text(meta.get("csl")) or _text(meta.get("citation-style")),
        _text(meta.get("lang")),
        _is_true(meta.get("link-citations"), False),
        _is_true(meta.get("link-bibliography"), True),
        not _is_true(meta.get("suppress-bibliography"), False),
        _is_true(meta.get("notes-after-punctuation"), True),
        list(dict.fromkeys(_keys(meta.get("nocite")))),
        [one for one in references if isinstance(one, dict)] if is_list(references) else [],
        _text(meta.get("reference-section-title")),
    )


def without_citing(meta: Mapping[str, object]) -> dict[str, object]:
    """Return metadata without the members that would make Pandoc cite again."""
    return {name: value for name, value in meta.items() if name not in _CITING}


def plain_value(value: object) -> object:
    """Return a value of metadata as one of CSL-JSON, with inlines as text with its markup."""
    if not is_element(value):
        return None
    content = value.get("c")
    match value["t"]:
        case "MetaMap" if isinstance(content, dict):
            return {name: plain_value(inner) for name, inner in content.items()}
        case "MetaList" if is_list(content):
            return [plain_value(inner) for inner in content]
        case "MetaBool" | "MetaString":
            return content
    return rich_text(content)


def rich_text(value: object) -> str:
    """Return inlines or blocks as text with the markup of CSL-JSON."""
    if is_list(value):
        return "".join(map(rich_text, value))
    if not is_element(value):
        return ""
    content = value.get("c")
    match value["t"]:
        case "Str" | "MetaString":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Quoted" if is_list(content):
            return f'"{rich_text(content[1])}"'
        case "Code" | "Math" | "RawInline" | "Span" | "Link" if is_list(content):
            last = content[1]
            return last if isinstance(last, str) else rich_text(last)
        case name if name in _MARKUP:
            opening, closing = _MARKUP[name]
            return f"{opening}{rich_text(content)}{closing}"
    return rich_text(content)


def _text(value: object) -> str:
    found = plain_value(value)
    return found.strip() if isinstance(found, str) else ""


def _texts(value: object) -> list[str]:
    found = plain_value(value)
    values = found if is_list(found) else [found]
    return [one.strip() for one in values if isinstance(one, str) and one.strip()]


def _is_true(value: object, otherwise: bool) -> bool:
    found = plain_value(value)
    if isinstance(found, str) and found:
        return found.lower() in ("true", "yes", "on")
    return found if isinstance(found, bool) else otherwise


def _keys(value: object) -> Iterator[str]:
    """Yield the keys that a part of the tree cites."""
    if is_list(value):
        for inner in value:
            yield from _keys(inner)
    elif is_element(value):
        content = value.get("c")
        if value["t"] == "Cite" and is_list(content) and is_list(content[0]):
            yield from (str(one["citationId"]) for one in content[0] if isinstance(one, dict))
        else:
            yield from _keys(content)
