"""Facts about a work that several rules read from its item: identifiers, venue, year, and whether it is published."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from refkit.data.date_words import PUBLICATION_STATUS
from refkit.lint.facts import PENDING, dialect, shown
from refkit.lint.per_item import per_item
from refkit.lint.reading import arxiv_in, doi_in, first_year
from refkit.lint.rule import TEX_FORMATS, Context
from refkit.model.date import NO_DATE, Date
from refkit.model.dates import format_edtf
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_STATUS = lazy_pattern(
    rf"(?i)\b(?:{PUBLICATION_STATUS}|angenommen|accept[ée]e?|acept(?:ado|ada)|accettato|geaccepteerd)\b"
)
_MARKUP = lazy_pattern(r"</?(?:span|sc|sup|sub|[ib])\b[^<>]*>")
# Variables that contain an identifier if the variable for it is absent.
LINKS = ("URL", "note", "publisher", "howpublished")
# Variables that mention an identifier of arXiv by its name.
MENTIONS = ("DOI", "URL", "container-title", "number", "note", "volume")
PREPRINT_LINKS = ("eprint", *MENTIONS)
PENDING_PLACES = ("status", "note", "addendum", "howpublished", "pubstate")


class ItemIdentifier(NamedTuple):
    """A normalized identifier, and the variable that contains it."""

    value: str
    variable: str


def variable_text(item: Item, variable: str) -> str:
    """Return the text of a variable, or of a field without a variable, or an empty string."""
    return item.text.get(variable) or item.custom.get(variable, "")


def plain_text(item: Item, variable: str) -> str:
    """Return the text of a variable without CSL-JSON's inline markup."""
    text = item.text.get(variable, "")
    return _MARKUP.sub("", text) if "<" in text else text


@per_item
def doi_of_item(item: Item) -> ItemIdentifier | None:
    """Return the DOI in lower case: from `DOI`, or else from a link to it."""
    for variable in ("DOI",) if "DOI" in item.text else LINKS:
        text = item.text.get(variable)
        doi = doi_in(text) if text else ""
        if doi:
            return ItemIdentifier(doi, variable)
    return None


def arxiv_of_item(item: Item) -> ItemIdentifier | None:
    """Return the arXiv identifier without its version: the `eprint`, or else one that is mentioned."""
    for variable, text in _texts(item, PREPRINT_LINKS):
        if variable != "eprint" and not is_arxiv(text):
            continue
        is_bare = variable == "eprint" and is_arxiv(item.custom.get("eprinttype", "arxiv"))
        found = arxiv_in(f"arXiv:{text}" if is_bare and not is_arxiv(text) else text)
        if found:
            return ItemIdentifier(found, variable)
    return None


def is_arxiv(text: str) -> bool:
    """Whether a text contains the word arXiv."""
    return "xiv" in text or "XIV" in text or "Xiv" in text


def _texts(item: Item, variables: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the variables that the item has, with their texts."""
    texts, others = item.text, item.custom
    return [
        (variable, text)
        for variable in variables
        if (text := texts.get(variable) or others.get(variable))
    ]


def is_pending_item(item: Item) -> bool:
    """Whether the work has not appeared yet, according to its item."""
    texts = [text for _, text in _texts(item, PENDING_PLACES)]
    texts += (item.issued.literal, item.issued.raw)
    return any(PENDING.search(text) or _STATUS.search(text) for text in texts)


def date_text(date: Date) -> str:
    """Return a date as it is written, or in EDTF if it is not written as text."""
    return date.raw or date.literal or _edtf(date)


@lru_cache(1024)
def _edtf(date: Date) -> str:
    return format_edtf(date)  # the same for equal dates, unlike their raw text


def shown_date(date: Date) -> str:
    """Return a date in backticks for a message."""
    return shown(date_text(date))


def written_date(item: Item, variable: str) -> str:
    """Return a date in backticks as written in its field, or in EDTF if the format stores dates as numbers."""
    source_field = item.source_field(variable)
    if source_field is not None and is_tex(item):
        return shown(source_field.value)
    return shown_date(item.dates.get(variable, NO_DATE))


def is_tex(item: Item) -> bool:
    """Whether an item was read from a file for BibTeX or BibLaTeX."""
    return item.entry is not None and item.entry.source.format in TEX_FORMATS


def field_name(item: Item, variable: str) -> str:
    """Return the name of the field that a variable was read from, or of the variable."""
    source_field = item.source_field(variable)
    return source_field.name if source_field is not None else variable


@per_item
def year_of_item(item: Item) -> int | None:
    """Return the year of publication, the first one of a range, even if there are words around it.

    A decade or century (`199X`), or another range with an approximate limit, has no year to compare.
    """
    date = item.dates.get("issued", NO_DATE)
    year = date.year
    if date.approximate and (date.open_end or (date.end is not None and date.end.year != year)):
        return None
    return year if year is not None else first_year(date.literal)


def is_biblatex(item: Item, context: Context) -> bool:
    """Whether biber reads the item, from a file in the dialect of BibLaTeX."""
    form = item.entry.source.format if item.entry else ""
    return form in TEX_FORMATS and dialect(context) == "biblatex"
