"""Citations of JATS and NLM XML whose parts are tagged."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.formats.text.records.jats_values import (
    all_values,
    people,
    put_dates,
    put_identifiers,
    unread_words,
)
from refkit.formats.text.records.values import (
    DamagedRecord,
    DataRecord,
    Values,
    pages,
    plain_pages,
    put_fields,
    put_names,
    put_texts,
)
from refkit.patterns import lazy_pattern
from refkit.xml_reading import XmlElement, read_xml

# @publication-type of JATS and JATS4R, and @citation-type of NLM
TYPES: dict[str, str] = {
    "journal": "article-journal", "article": "article-journal", "book": "book", "chapter": "chapter",
    "book-chapter": "chapter", "confproc": "paper-conference", "conference": "paper-conference",
    "conference-proceeding": "paper-conference", "thesis": "thesis", "dissertation": "thesis", "report": "report",
    "gov": "report", "working-paper": "report", "web": "webpage", "website": "webpage", "webpage": "webpage",
    "preprint": "article", "data": "dataset", "dataset": "dataset", "database": "dataset", "software": "software",
    "patent": "patent", "newspaper": "article-newspaper", "magazine": "article-magazine", "standard": "standard",
    "blog": "post-weblog", "legal": "legal_case", "commun": "personal_communication", "video": "motion_picture",
}  # fmt: skip
_ROLES = {
    "author": "author", "editor": "editor", "translator": "translator", "compiler": "compiler",
    "director": "director", "guest-editor": "editor", "inventor": "author", "curator": "curator",
    "allauthors": "author", "": "author",
}  # fmt: skip
_TEXTS = {
    "volume": "volume", "issue": "issue", "edition": "edition", "series": "collection-title", "isbn": "ISBN",
    "issn": "ISSN", "publisher-name": "publisher", "publisher-loc": "publisher-place", "conf-name": "event-title",
    "conf-loc": "event-place", "version": "version", "patent": "number", "institution": "publisher",
    "conf-sponsor": "publisher", "supplement": "supplement-number",
}  # fmt: skip
_PREFIX = lazy_pattern(r"(?<=[\s<])([A-Za-z][\w-]*):[A-Za-z]")
_SERIES = frozenset(("article-journal", "article-magazine", "article-newspaper", "article"))
_WHOLE = frozenset(
    ("book", "thesis", "report", "standard", "software", "dataset", "webpage", "document")
)


def read(data: str) -> Iterator[DataRecord]:
    """Yield the record of a citation. Raises DamagedRecord."""
    prefixes = sorted(set(_PREFIX.findall(data)) - {"xml", "xmlns"})
    declared = " ".join(f'xmlns:{prefix}="{prefix}"' for prefix in prefixes)
    root, error = read_xml(f"<record {declared}>{data}</record>")
    if error or root is None or not root.children:
        raise DamagedRecord(error.message if error else "it contains no citation")
    yield DataRecord(_values(root.children[0]))


def _values(citation: XmlElement) -> Values:
    """Return a citation as CSL-JSON."""
    texts = all_values(citation)
    values: Values = {"type": _type(citation, texts)}
    for role, names in people(citation):
        variable = _ROLES.get(role, "contributor")
        if variable not in values:
            put_names(values, variable, names)
    _put_titles(values, texts)
    put_fields(values, _TEXTS, lambda tag: texts.get(tag, ""))
    first = texts.get("fpage", "")
    printed = plain_pages(texts.get("page-range", "")) or pages(first, texts.get("lpage", ""))
    put_texts(values, {"page": printed, "number": texts.get("elocation-id", "")})
    if "size" in texts and values["type"] != "article-journal":
        put_texts(values, {"number-of-pages": texts["size"]})
    put_dates(values, citation, texts)
    put_identifiers(values, citation)
    put_texts(values, {"note": unread_words(citation)})
    return values


def _type(citation: XmlElement, texts: dict[str, str]) -> str:
    """Return the type of a citation by its attribute, or else by its parts."""
    names = ("publication-type", "citation-type", "specific-use", "publication-format")
    stated = next(
        (TYPES[v] for n in names if (v := citation.attributes.get(n, "").lower()) in TYPES), ""
    )
    has_title = "chapter-title" in texts or "article-title" in texts
    if stated == "book" and has_title and "source" in texts:
        return "chapter"
    if stated:
        return stated
    if "conf-name" in texts:
        return "paper-conference"
    if (
        "article-title" in texts
        and "source" in texts
        and ("volume" in texts or "publisher-name" not in texts)
    ):
        return "article-journal"
    if has_title and "source" in texts:
        return "chapter"
    return "book" if "publisher-name" in texts else "document"


def _put_titles(values: Values, texts: dict[str, str]) -> None:
    """Set the titles: a source is the container of a title, or the title of a whole work."""
    title = next(
        (
            texts[tag]
            for tag in ("article-title", "chapter-title", "part-title", "data-title")
            if tag in texts
        ),
        "",
    )
    source = texts.get("source", "")
    is_whole = values["type"] in _WHOLE and not title
    if values["type"] in _SERIES or not is_whole:
        put_texts(values, {"title": title, "container-title": source})
    else:
        put_texts(values, {"title": source})
    translated = texts.get("trans-title", "") or texts.get("trans-source", "")
    put_texts(
        values, {"original-title" if not values.get("title") else "translated-title": translated}
    )
