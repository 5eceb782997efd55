"""Numbers of editions and access dates that BibTeX's users write in words."""

from __future__ import annotations

from refkit.data.number_words import EDITION_WORD, ORDINALS
from refkit.data.reference_patterns import ACCESSED, ACCESSED_DAY_FIRST, DATE_PREPOSITION
from refkit.model.date import Date
from refkit.model.dates import parse_date
from refkit.patterns import lazy_pattern

_EDITION = lazy_pattern(
    r"(?i)第?(?P<ordinal>\d{1,3}|[^\W\d_]+?)(?P<ending>st|nd|rd|th|[ªº°a]|er|re|ère|i?[eè]me|[eᵉ]|-[а-я]{1,2})?\.?\s*"
    rf"(?P<word>(?:\b|(?<=\d)){EDITION_WORD}\.?)?"
)
_ACCESSED = lazy_pattern(
    r"(?i)[\[(]?(?:online|en ligne|en línea)?[\];,.\s]*"
    rf"(?:{ACCESSED}|{ACCESSED_DAY_FIRST})\b{DATE_PREPOSITION}\s*(?P<date>[^\[\]]*?\d)[\s.\])]*"
)


def edition_number(edition: str) -> str:
    """Return the number of an edition such as `Second`, `2nd` or `2. Auflage`, or an empty string."""
    match = _EDITION.fullmatch(edition)
    if match is None:
        return ""
    if match["ordinal"].isdecimal():
        is_marked = match["ending"] or match["word"] or edition.endswith(".")
        return match["ordinal"] if is_marked else ""
    word = edition.removesuffix(match["word"] or "").strip(" .").lower()
    known = next((form for form in (word, word[:-1]) if form in ORDINALS), "")
    return str(ORDINALS[known]) if known else ""


def access_date(note: str) -> Date | None:
    """Return the date of a note that only says when a page was accessed, or None."""
    match = _ACCESSED.fullmatch(note)
    date = parse_date(match["date"]) if match else None
    return date if date is not None and date.start is not None and not date.problem else None
