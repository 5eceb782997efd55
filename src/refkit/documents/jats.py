"""JATS and NLM XML, the form in which publishers archive articles: the references of the `ref-list` elements.

A citation whose parts are tagged is a record; one of plain text is a reference that is parsed. Each `ref` is one of
these or is reported. Sources: JATS 1.3 (ANSI/NISO Z39.96-2021), "Reference Lists" and its tag library; JATS4R,
"Citations"; NLM Journal Archiving DTD 2.3 (`citation`, `nlm-citation`).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.jats import CONNECTING_WORDS
from refkit.documents import DocumentFault, DocumentText, Syntax
from refkit.documents.html import HtmlText
from refkit.documents.html import read as read_html
from refkit.model.source import EmbeddedRecord, Span
from refkit.patterns import lazy_pattern
from refkit.records import replace
from refkit.xml_reading import XmlElement, read_xml

_JATS = lazy_pattern(r"<(?:article|ref-list|back|book-part|book|sub-article|response)(?=[\s>])")
_REFERENCES = lazy_pattern(r"<ref[\s>]")
CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
_NAMES = frozenset("name string-name collab person-group name-alternatives anonymous".split())
_PARTS = frozenset("article-title chapter-title part-title data-title".split())
_TITLES = _PARTS | {"source", "trans-title"}
_NUMBERS = frozenset("volume issue fpage elocation-id page-range size edition".split())
_WORDS = lazy_pattern(r"[^\W_]{2,}|[0-9]")
MAX_LOOSE = 2


def is_jats(text: str) -> bool:
    """Whether a text is XML with references of JATS."""
    return _JATS.search(text, 0, 20_000) is not None and _REFERENCES.search(text) is not None


def read(text: str) -> DocumentText:
    """Return the references of an article; other XML is read as HTML."""
    root, error = read_xml(text)
    references = [*root.iter("ref")] if root else []
    if not references:
        return read_html(text)
    reader = HtmlText(text)
    records: list[EmbeddedRecord] = []
    for reference in references:
        citations = [*_citations(reference)]
        if not citations:
            reader.builder.faults.append(_empty(reference))
        for citation in citations:
            if _is_tagged(citation):
                data = text[slice(*citation.span)]
                records.append(EmbeddedRecord("jats", data, citation.span))
            else:
                reader.put_entry(citation.content_span(text))
    if error:
        message = f"{error.message}; what follows is not read"
        end = min(error.offset + 1, len(text))
        reader.builder.faults.append(DocumentFault(Span(min(error.offset, end), end), message))
    document = reader.builder.build()
    return replace(document, entries=document.entries or (), records=tuple(records))


def _citations(reference: XmlElement) -> Iterator[XmlElement]:
    """Yield the citations of a reference that are not empty, each in the variant with the most tags.

    SciELO and others have each citation twice: tagged in an `element-citation`, and printed in a `mixed-citation`.
    """
    found: list[XmlElement] = []
    for child in reference.children:
        if child.tag == "citation-alternatives":
            alternatives = [one for one in child.find_all(*CITATIONS) if one.all_text().strip()]
            found += sorted(alternatives, key=_is_tagged)[-1:]
        elif child.tag in CITATIONS and child.all_text().strip():
            found.append(child)
    tagged = [one for one in found if _is_tagged(one)]
    notes = (child for child in reference.find_all("note") if child.all_text().strip())
    kept = (one for one in found if one in tagged or not any(_prints(one, t) for t in tagged))
    return kept if found else notes


def _prints(citation: XmlElement, tagged: XmlElement) -> bool:
    """Whether a citation has the titles of a tagged one in its text."""
    titles = [_letters(one) for one in tagged.iter(*_TITLES)]
    text = _letters(citation)
    return any(titles) and all(title in text for title in titles)


def _letters(element: XmlElement) -> str:
    return "".join(filter(str.isalnum, element.all_text().lower()))


def _is_tagged(citation: XmlElement) -> bool:
    """Whether the parts of a citation are tagged: no names or titles are among the words between the elements.

    Words before the first title, in a citation without tagged names, are probably names. Several words, or numbers
    instead of tagged ones, after tagged names are probably a title or a volume.
    """
    tags = {element.tag for element in citation.iter()}
    if citation.tag in ("element-citation", "nlm-citation"):
        return len(tags) > 2
    if citation.tag == "note" or tags.isdisjoint(_TITLES):
        return False
    if tags.isdisjoint(_NAMES):
        return not _loose_words(_text_before_title(citation))
    loose = _loose_words(citation.text + " ".join(child.tail for child in citation.children))
    if not tags.isdisjoint(_PARTS):
        return True
    has_numbers = any(word.isdigit() for word in loose)
    return len(loose) <= MAX_LOOSE and not (has_numbers and tags.isdisjoint(_NUMBERS))


def _loose_words(text: str) -> list[str]:
    return [word for word in _WORDS.findall(text.lower()) if word not in CONNECTING_WORDS]


def _text_before_title(citation: XmlElement) -> str:
    """Return the text of a citation before its first title that is not in an element."""
    text = citation.text
    for child in citation.children:
        if child.tag in _TITLES:
            break
        text += ("" if child.tag in ("label", "year") else child.all_text()) + child.tail
    return text


def _empty(reference: XmlElement) -> DocumentFault:
    key = reference.attributes.get("id", "")
    return DocumentFault(reference.span, f"the reference `{key}` is empty; write it, or remove it")


SYNTAX = Syntax("jats", (".nxml", ".xml"), read, is_jats)
