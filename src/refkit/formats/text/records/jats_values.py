"""Values of the elements of JATS: names, dates, identifiers, titles with markup, and the words between elements."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.jats import CONNECTING_WORDS
from refkit.formats.text.records.values import Values, date_text, doi_in, person, put_texts
from refkit.patterns import lazy_pattern
from refkit.xml_reading import XmlElement

_MARKUP = {"italic": "i", "bold": "b", "sup": "sup", "sub": "sub"}
_NAMES = ("name", "string-name", "collab", "etal", "anonymous", "name-alternatives", "institution")
_IDENTIFIERS = {"pmid": "PMID", "pmcid": "PMCID", "pmc": "PMCID", "isbn": "ISBN", "issn": "ISSN"}
_WORDS = lazy_pattern(r"[^\W_]{2,}")
_READ_IN_COMMENTS = frozenset("ext-link uri pub-id date-in-citation object-id".split())


def markup(element: XmlElement) -> str:
    """Return the text of an element with CSL's markup."""
    text = element.text
    for child in element.children:
        tag, inner = _MARKUP.get(child.tag), markup(child)
        text += (f"<{tag}>{inner}</{tag}>" if tag and inner.strip() else inner) + child.tail
    return text


def all_values(citation: XmlElement) -> dict[str, str]:
    """Return the text of the first element of each name in a citation, except for names of persons."""
    found: dict[str, str] = {}
    for element in _outside_names(citation):
        text = " ".join(markup(element).split()).strip(" ,;:")
        if text:
            found.setdefault(element.tag, text)
    return found


def _outside_names(element: XmlElement) -> Iterator[XmlElement]:
    for child in element.children:
        if child.tag not in _NAMES or child.tag == "institution":
            yield child
            if child.tag not in ("person-group", "date-in-citation"):
                yield from _outside_names(child)


def people(citation: XmlElement) -> Iterator[tuple[str, list[object]]]:
    """Yield the roles of a citation with their names; names without a group are those of authors."""
    for group in citation.iter("person-group"):
        yield group.attributes.get("person-group-type", "").lower(), [*_names(group)]
    if loose := [*_names(citation)]:
        yield "author", loose


def _names(parent: XmlElement) -> Iterator[object]:
    """Yield the names among the children of an element; JATS calls further names "etal"."""
    for child in parent.children:
        if child.tag == "etal":
            yield {"literal": "others"}
        elif child.tag in ("collab", "institution") and (
            parent.tag == "person-group" or child.tag == "collab"
        ):
            yield {"literal": " ".join(child.all_text().split())}
        elif child.tag == "name-alternatives":
            yield next(_names(child), None)
        elif child.tag in ("name", "string-name"):
            yield _name(child)


def _name(element: XmlElement) -> object:
    """Return a name with its parts, or its whole text."""
    parts = {
        "family": _text(element, "surname"), "given": _text(element, "given-names"),
        "suffix": _text(element, "suffix"),
    }  # fmt: skip
    prefix = _text(element, "prefix")
    if parts["family"] and prefix and prefix[0].islower():
        parts["non-dropping-particle"] = prefix
    given = parts["given"]
    if given and given.isupper() and given.isalpha() and len(given) <= 3:
        parts["given"] = " ".join(f"{letter}." for letter in given)
    found = {part: text for part, text in parts.items() if text}
    return found if "family" in found else person(element.all_text())


def _text(element: XmlElement, tag: str) -> str:
    found = element.find(tag)
    return " ".join(found.all_text().split()) if found else ""


def put_dates(values: Values, citation: XmlElement, texts: dict[str, str]) -> None:
    """Set the dates of publication and of access."""
    year = next(iter(citation.iter("year")), None)
    stated = year.attributes.get("iso-8601-date", "") if year else ""
    if texts.get("year"):
        values["issued"] = stated or date_text(
            texts["year"].rstrip("abcdef"), texts.get("month", ""), texts.get("day", "")
        )
    for element in citation.iter("date-in-citation"):
        if "access" in element.attributes.get("content-type", "access"):
            values["accessed"] = element.attributes.get("iso-8601-date", "") or _date_words(element)


def _date_words(element: XmlElement) -> str:
    parts = [_text(element, part) for part in ("year", "month", "day")]
    words = " ".join(element.all_text().split()).strip(" ()[].")
    return (
        date_text(*parts) if parts[0] else words.removeprefix("accessed ").removeprefix("Accessed ")
    )


def put_identifiers(values: Values, citation: XmlElement) -> None:
    """Set the identifiers and the address of a citation."""
    for element in citation.iter("pub-id", "article-id", "ext-link", "uri", "object-id"):
        text = "".join(element.all_text().split())
        kind = element.attributes.get("pub-id-type", "").lower()
        address = element.attributes.get("href", "") or text
        doi = doi_in(address) if kind == "doi" or "doi.org/" in address else ""
        variable = "DOI" if doi else _IDENTIFIERS.get(kind, "")
        if kind == "arxiv":
            put_texts(values, {"archive": "arXiv", "archive_location": text.removeprefix("arXiv:")})
        elif variable:
            put_texts(values, {variable: doi or text})
        elif element.tag in ("ext-link", "uri") and address.startswith(
            ("http://", "https://", "ftp://")
        ):
            put_texts(values, {"URL": address})


def unread_words(citation: XmlElement) -> str:
    """Return the comments of a citation and the words between its elements, except for connecting ones."""
    parts = [citation.text]
    for child in citation.children:
        if child.tag in (
            "comment",
            "annotation",
            "issue-title",
            "season",
            "issue-part",
            "volume-series",
        ):
            parts.append(_words(child))
        parts.append(child.tail)
    kept = (" ".join(part.split()).strip(' ,.;:()[]“”"') for part in parts)
    return ". ".join(part for part in kept if _is_unread(part))


def _words(element: XmlElement) -> str:
    """Return the text of a comment without the links and dates in it, which are variables."""
    return element.text + "".join(
        ("" if child.tag in _READ_IN_COMMENTS else _words(child)) + child.tail
        for child in element.children
    )


def _is_unread(part: str) -> bool:
    words = _WORDS.findall(part.lower())
    return any(word not in CONNECTING_WORDS for word in words)
