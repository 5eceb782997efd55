"""Citations in the data of a word processor's fields: keys, locators, affixes and suppressed authors.

The key of Zotero's and Mendeley's cites is the `citation-key` of the item; without one, it is the last part of the
item's address in the library, or its number. EndNote's key is the record's label or number, Word's is the tag of the
source, LibreOffice's the identifier of the mark, and JabRef's the cite key.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

from refkit.model.citation import CitationKind, DocumentCite
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.records import dataclass
from refkit.xml_reading import XmlElement, read_elements

_LAST_PART = lazy_pattern(r"[^/=?#]+\Z")
_JABREF = lazy_pattern(r"JABREF_(\S+) CID_[0-9]+")
_OLD_JABREF = lazy_pattern(r"JR_cite[0-9]*_([123])_(.*)", re.DOTALL)
_OLD_JABREF_KINDS: dict[str, CitationKind] = {"1": "parenthetical", "2": "narrative", "3": "nocite"}
_WORD_TOKEN = lazy_pattern(r'"((?>(?:[^"\\]|\\.)*))"?|\\([A-Za-z])|([^\s"\\][^\s"]*+)')
_WORD_ESCAPE = lazy_pattern(r"\\(.)")
_WITH_ARGUMENT = frozenset("flmpsv")


@dataclass(slots=True, frozen=True)
class FieldCitation:
    """The citation in a field: its kind, its cites, those keys whose records the field contains, and its place.

    `in_note` is true if the data says that the field is in a note.
    """

    kind: CitationKind
    cites: tuple[DocumentCite, ...]
    recorded: tuple[str, ...] = ()
    in_note: bool = False


def read_field(form: str, data: str, span: Span) -> FieldCitation | None:
    """Return the citation in the data of a field, or None if the data is damaged or cites nothing."""
    reader = _READERS.get(form)
    found = reader(data, span) if reader else None
    return found if found and found.cites else None


def is_citation(form: str) -> bool:
    """Whether records of a form are citations."""
    return form in _READERS


def _csl_citation(data: str, span: Span) -> FieldCitation | None:
    """Return a citation of Zotero or Mendeley, whose JSON follows words such as `ADDIN ZOTERO_ITEM`."""
    citation = _json(data)
    items = citation.get("citationItems") if isinstance(citation, Mapping) else None
    if not isinstance(citation, Mapping) or not isinstance(items, list):
        return None
    given = [item for item in items if isinstance(item, Mapping) and _csl_key(item)]
    cites = tuple(_csl_cite(item, span) for item in given)
    recorded = tuple(_csl_key(item) for item in given if isinstance(item.get("itemData"), Mapping))
    properties = citation.get("properties")
    own = properties if isinstance(properties, Mapping) else {}
    return FieldCitation(
        _csl_kind([*given, own], cites), cites, recorded, bool(own.get("noteIndex"))
    )


def _json(data: str) -> object:
    """Return the first object in some text, or None if it is damaged."""
    try:
        value: object = json.JSONDecoder().raw_decode(data, max(data.find("{"), 0))[0]
    except (ValueError, RecursionError):
        return None
    return value


def _csl_kind(flags: Sequence[Mapping[str, object]], cites: Sequence[DocumentCite]) -> CitationKind:
    """Return the kind by the flags of the cites or of the citation, which are those of citeproc-js."""
    if any(one.get("author-only") is True or one.get("mode") == "author-only" for one in flags):
        return "author-only"
    if any(one.get("composite") is True or one.get("mode") == "composite" for one in flags):
        return "narrative"
    return _kind(cites)


def _kind(cites: Sequence[DocumentCite]) -> CitationKind:
    return "no-author" if all(cite.suppresses_author for cite in cites) else "parenthetical"


def _csl_cite(item: Mapping[str, object], span: Span) -> DocumentCite:
    locator = _text(item.get("locator"))
    label = _text(item.get("label")).replace("sub verbo", "sub-verbo") or "page"
    return DocumentCite(
        _csl_key(item),
        span,
        _text(item.get("prefix")),
        locator,
        label if locator else "",
        _text(item.get("suffix"), strips_left=False),
        item.get("suppress-author") in (True, 1),
    )


def _csl_key(item: Mapping[str, object]) -> str:
    """Return the key of a cite: the item's cite key, or else its name in the library."""
    values = item.get("itemData")
    own = _text(values.get("citation-key")) if isinstance(values, Mapping) else ""
    addresses = item.get("uris") or item.get("uri")
    address = addresses[0] if isinstance(addresses, list) and addresses else addresses
    last = _LAST_PART.search(_text(address))
    return own or (last[0] if last else "") or _text(item.get("id"))


def _text(value: object, strips_left: bool = True) -> str:
    """Return a string or number of JSON as text with single spaces, without lone surrogates."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return text.strip() if strips_left else text.rstrip()


def _endnote(data: str, span: Span) -> FieldCitation | None:
    """Return a citation of EndNote: `<EndNote><Cite><RecNum>...</RecNum><record>...</record></Cite></EndNote>`."""
    found = read_elements(data[max(data.find("<EndNote"), 0) :], "Cite")
    elements = [element for element in found if isinstance(element, XmlElement)]
    given = [element for element in elements if _endnote_key(element)]
    cites = tuple(_endnote_cite(element, span) for element in given)
    recorded = tuple(_endnote_key(element) for element in given if element.find("record"))
    return FieldCitation(_endnote_kind(given, cites), cites, recorded)


def _endnote_kind(elements: Sequence[XmlElement], cites: Sequence[DocumentCite]) -> CitationKind:
    flags = [element.attributes for element in elements]
    if flags and all(
        one.get("Hidden") == "1" or (one.get("ExcludeAuth") == one.get("ExcludeYear") == "1")
        for one in flags
    ):
        return "nocite"
    if any(one.get("AuthorYear") == "1" for one in flags):
        return "narrative"
    if flags and all(one.get("ExcludeYear") == "1" for one in flags):
        return "author-only"
    return _kind(cites)


def _endnote_cite(element: XmlElement, span: Span) -> DocumentCite:
    pages = _child(element, "Pages").strip()
    return DocumentCite(
        _endnote_key(element),
        span,
        _child(element, "Prefix").strip(),
        pages,
        "page" if pages else "",
        _child(element, "Suffix").rstrip(),
        element.attributes.get("ExcludeAuth") == "1",
    )


def _endnote_key(element: XmlElement) -> str:
    record = element.find("record")
    label = _child(record, "label").strip() if record else ""
    number = _child(record, "rec-number").strip() if record else ""
    return label or _child(element, "RecNum").strip() or number


def _child(element: XmlElement, tag: str) -> str:
    child = element.find(tag)
    return child.all_text() if child else ""


def _word_citation(data: str, span: Span) -> FieldCitation | None:
    r"""Return a citation of Word (ECMA-376-1, 17.16.5.9): `CITATION Doe20 \p 12 \m Roe21 \l 1033`."""
    groups: list[dict[str, str]] = [{}]
    switch = ""
    for token in _WORD_TOKEN.finditer(data, data.find("CITATION") + len("CITATION")):
        if token[2]:
            switch = token[2].lower()
            if switch == "m":
                groups.append({})
            groups[-1][switch] = ""
            switch = switch if switch in _WITH_ARGUMENT else ""
            continue
        name = {"": "m"}.get(switch, switch)
        text = token[3] or _WORD_ESCAPE.sub(r"\1", token[1] or "")
        groups[-1][name] = groups[-1].get(name) or text
        switch = ""
    given = [group for group in groups if group.get("m")]
    cites = tuple(_word_cite(group, span) for group in given)
    if given and all("y" in group and "n" not in group for group in given):
        return FieldCitation("author-only", cites)
    return FieldCitation(_kind(cites), cites)


def _word_cite(switches: Mapping[str, str], span: Span) -> DocumentCite:
    r"""Return the cite with the arguments of `\m` (tag), `\f`, `\s` (affixes), `\v`, `\p` (volume, page)."""
    volume, page = switches.get("v", "").strip(), switches.get("p", "").strip()
    label = "page" if page else "volume" if volume else ""
    return DocumentCite(
        switches["m"].strip(),
        span,
        switches.get("f", "").strip(),
        ":".join(filter(None, (volume, page))),
        label,
        switches.get("s", "").rstrip(),
        "n" in switches,
    )


def _bibliography_mark(data: str, span: Span) -> FieldCitation | None:
    """Return a citation of LibreOffice's bibliography, whose data are the attributes of its mark."""
    attributes = _json(data)
    key = _text(attributes.get("identifier")) if isinstance(attributes, Mapping) else ""
    if not key or not isinstance(attributes, Mapping):
        return None
    is_recorded = any(attributes.get(name) for name in ("title", "author", "url"))
    cites = (DocumentCite(key, span),)
    return FieldCitation("parenthetical", cites, (key,) if is_recorded else ())


def _jabref(data: str, span: Span) -> FieldCitation | None:
    """Return a citation of JabRef: `JABREF_key CID_1, JABREF_key2 CID_2 id`, or `JR_cite_1_key,key2` before 6.0."""
    old = _OLD_JABREF.match(data)
    kind = _OLD_JABREF_KINDS[old[1]] if old else "parenthetical"
    keys = old[2].split(",") if old else _JABREF.findall(data)
    cites = tuple(DocumentCite(key.strip(), span) for key in keys if key.strip())
    return FieldCitation(kind, cites)


_READERS: dict[str, Callable[[str, Span], FieldCitation | None]] = {
    "csl-citation": _csl_citation,
    "endnote": _endnote,
    "word-citation": _word_citation,
    "bibliography-mark": _bibliography_mark,
    "jabref": _jabref,
}
