"""What the fields of BibTeX mean to citation styles.

BibTeX has no words for some facts, and its users write them in others: an access date in `note`, an ordinal in
`edition`, a web page as @misc. Items keep these as written, so that conversions between .bib files do not change them;
they are interpreted when an item is cited, or converted to CSL-JSON.
"""

from __future__ import annotations

from collections.abc import Callable

from refkit.data.bibtex_csl import (
    ENTRY_TYPE,
    EPRINT_ADDRESSES,
    ORGANIZATIONS,
    PREPRINT_SERVERS,
    SUBTYPES,
    TYPE_GENRES,
)
from refkit.model.identifiers import parse_arxiv
from refkit.model.item import Item
from refkit.patterns import lazy_pattern
from refkit.records import replace

Step = Callable[[Item], Item]

# Variables without which a @misc with an address is only a web page.
_NOT_OF_WEB_PAGES = (
    "DOI", "ISBN", "genre", "number", "version", "edition", "container-title", "collection-title", "volume", "page",
)  # fmt: skip
_IMPLIED_GENRES = frozenset(TYPE_GENRES.values())
_THESIS_SCHOOLS = ("institution", "school")
# The journals of preprints in exports of Google Scholar, ADS, DBLP (CoRR), OpenAlex and Crossref.
_SERVER = lazy_pattern(
    rf"(CoRR|(?i:{'|'.join(PREPRINT_SERVERS)}))(?i:\.org)?"
    r"(?i:[\s:]+(?:e-?prints?|preprints?|preprint server|electronic journal|\(cornell university\)))*"
    r"[\s,:]*((?i:arxiv:|abs/|[a-z-]+(?:\.[a-z]{2})?/)?[0-9.v]*)"
)
_ARXIV = "arXiv:"
_NOT_OF_PREPRINTS = ("container-title", "page")
_EVENT = ("event-title", "event-place")


def with_meaning(item: Item) -> Item:
    """Return an item from BibTeX or BibLaTeX as citation styles expect it."""
    for step in _STEPS:
        item = step(item)
    return item


def with_edition_number(item: Item) -> Item:
    """Return an item with the number of its edition for `Second`, `2nd` or `2. Auflage`; styles write the ordinal."""
    edition = item.text.get("edition", "")
    if not edition or edition.isdecimal():
        return item
    from refkit.model.bibtex_words import edition_number

    number = edition_number(edition)
    return _with_text(item, edition=number) if number else item


def with_access_date(item: Item) -> Item:
    """Return an item with the date of a note that only consists of it: `Accessed: 2020-01-09`."""
    note = item.text.get("note", "")
    if not note or "accessed" in item.dates:
        return item
    from refkit.model.bibtex_words import access_date

    date = access_date(note)
    if date is None:
        return item
    text = {name: value for name, value in item.text.items() if name != "note"}
    return replace(item, text=text, dates={**item.dates, "accessed": date})


def with_web_page(item: Item) -> Item:
    """Return a @misc as a web page if it is only at an address."""
    is_misc = item.type == "document" and "URL" in item.text and _entry_type(item) == "misc"
    if (
        not is_misc
        or any(name in item.text for name in _NOT_OF_WEB_PAGES)
        or item.custom.get("eprint")
    ):
        return item
    publisher = item.source_field("publisher")
    if "publisher" in item.text and (publisher is None or publisher.name == "publisher"):
        return item
    return replace(item, type="webpage")


def with_speech(item: Item) -> Item:
    """Return an unpublished work that has an event as a speech."""
    if item.type != "manuscript" or not (
        "event-date" in item.dates or any(v in item.text for v in _EVENT)
    ):
        return item
    return replace(item, type="speech")


def with_review_as_article(item: Item) -> Item:
    """Return a review without the work that it reviews as an article, because styles would repeat its title."""
    is_review = item.type == "review" and "container-title" in item.text
    if not is_review or "reviewed-title" in item.text or "reviewed-author" in item.names:
        return item
    subtype = item.custom.get("entrysubtype", "").lower()
    return replace(item, type=SUBTYPES.get(subtype, "article-journal"))


def with_news(item: Item) -> Item:
    """Return a dated @article in a newspaper as such; BibTeX has no type for it, and styles print its day."""
    is_dated = (
        item.type == "article-journal" and item.issued.start is not None and item.issued.start.day
    )
    if not is_dated or "volume" in item.text or "DOI" in item.text:
        return item
    from refkit.data.news import NEWSPAPERS

    is_newspaper = item.text.get("container-title", "").lower() in NEWSPAPERS
    return replace(item, type="article-newspaper") if is_newspaper else item


def with_magazine(item: Item) -> Item:
    """Return an @article of a month or day in a well-known magazine as such; styles print its month."""
    is_dated = (
        item.type == "article-journal" and item.issued.start is not None and item.issued.start.month
    )
    if not is_dated or "DOI" in item.text:
        return item
    from refkit.data.news import MAGAZINES

    is_magazine = item.text.get("container-title", "").lower() in MAGAZINES
    return replace(item, type="article-magazine") if is_magazine else item


def with_preprint(item: Item) -> Item:
    """Return an @article in a preprint server as a preprint: `journal = {arXiv preprint arXiv:1810.04805}`, `CoRR`.

    CSL 1.0.2, Appendix III: "article" is for preprints; the server is the publisher.
    """
    journal = item.text.get("container-title", "")
    match = _SERVER.fullmatch(journal) if item.type == "article-journal" else None
    if match is None:
        return item
    archive = "arxiv" if match[1] == "CoRR" else match[1].lower()
    # the pages are a part of the number in exports (`2020--01`)
    text = {name: value for name, value in item.text.items() if name not in _NOT_OF_PREPRINTS}
    text["publisher"] = PREPRINT_SERVERS[archive]
    if archive == "arxiv":
        stated = (match[2], item.custom.get("eprint", ""), item.text.get("page", ""))
        _add_arxiv_number(text, *stated)
    return replace(item, type="article", text=text)


def _add_arxiv_number(text: dict[str, str], *stated: str) -> None:
    """Add the number of a preprint on arXiv and its address, and remove the variables that state it."""
    places = {name: text[name] for name in ("volume", "number") if name in text}
    for value in (*stated, *places.values()):
        found = parse_arxiv(value.removeprefix("abs/")) if value else None
        if found is not None:
            text["number"] = _ARXIV + found.id
            if "DOI" not in text:
                text.setdefault("URL", EPRINT_ADDRESSES["arxiv"] + found.id)
            break
    for name, value in places.items():
        if name != "number" and parse_arxiv(value.removeprefix("abs/")) is not None:
            del text[name]


def with_university(item: Item) -> Item:
    """Return a thesis with its university as the publisher, and with its publisher as the archive."""
    if item.type != "thesis" or "publisher" not in item.text or "archive" in item.text:
        return item
    school = next((item.custom[name] for name in _THESIS_SCHOOLS if name in item.custom), "")
    if not school or school == item.text["publisher"]:
        return item
    return _with_text(item, publisher=school, archive=item.text["publisher"])


def with_entry_type(item: Item) -> Item:
    """Return an item with its entry type in `custom`, if the guide of a style can depend on it.

    CSL-JSON has no place for it otherwise: that "PhD thesis" is not the author's word, or that the publisher of a web
    page is an organization.
    """
    entry_type = _entry_type(item)
    if not entry_type or not _depends_on_entry_type(item, entry_type):
        return item
    return replace(item, custom={**item.custom, ENTRY_TYPE: entry_type})


def _depends_on_entry_type(item: Item, entry_type: str) -> bool:
    text = item.text
    if item.type in ("thesis", "report") and text.get("genre") in _IMPLIED_GENRES:
        return True
    if item.type.startswith("article-") and ("number" in text or text.get("page", "-").isalnum()):
        return True
    if entry_type == "movie" or item.type == "dataset":
        return True
    if item.type == "webpage":
        field = item.source_field("publisher")
        return "publisher" in text and field is not None and field.name in ORGANIZATIONS
    return len(item.author) == 1 and str(item.author[0]) == text.get("publisher")


def _entry_type(item: Item) -> str:
    return item.entry.type.lower() if item.entry is not None else ""


def _with_text(item: Item, **values: str) -> Item:
    return replace(item, text={**item.text, **values})


_STEPS: tuple[Step, ...] = (
    with_edition_number, with_access_date, with_web_page, with_speech, with_review_as_article, with_news, with_magazine,
    with_preprint, with_university, with_entry_type,
)  # fmt: skip
