"""Facts that BibTeX's users write in words: editions, access dates, kinds of works, numbers of patents."""

from __future__ import annotations

from typing import NamedTuple

from refkit.data.number_words import EDITION_WORD, ORDINALS
from refkit.data.reference_patterns import ACCESSED, ACCESSED_DAY_FIRST, DATE_PREPOSITION
from refkit.model.date import Date
from refkit.model.dates import parse_date
from refkit.patterns import lazy_pattern

# Types that a description can give to a @misc; others are not more exact, such as "report" for a press release.
_DESCRIBED_TYPES = frozenset(
    """broadcast dataset graphic interview manuscript map motion_picture musical_score post-weblog software song
    speech""".split()
)
_EDITION = lazy_pattern(
    r"(?i)第?(?P<ordinal>\d{1,3}|[^\W\d_]+?)(?P<ending>st|nd|rd|th|[ªº°a]|er|re|ère|i?[eè]me|[eᵉ]|-[а-я]{1,2})?\.?\s*"
    rf"(?P<word>(?:\b|(?<=\d)){EDITION_WORD}\.?)?"
)
_EDITION_WORD = lazy_pattern(
    rf"(?i)(?<![^\W_]){EDITION_WORD}(?![^\W_])|版|\b(?:version|reprint|impression|release|printing)\b"
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


def names_edition(edition: str) -> bool:
    """Whether a text contains a word for an edition, such as `ed.` or `Auflage`; `rev.` describes one."""
    return any(match[0].lower() != "rev" for match in _EDITION_WORD.finditer(edition))


def access_date(note: str) -> Date | None:
    """Return the date of a note that only says when a page was accessed, or None."""
    match = _ACCESSED.fullmatch(note)
    date = parse_date(match["date"]) if match else None
    return date if date is not None and date.start is not None and not date.problem else None


class Description(NamedTuple):
    """A description of a work such as `Film`: the CSL type, the words, and the text after them."""

    item_type: str
    words: str
    rest: str = ""


_DESCRIPTION = lazy_pattern(
    r"\[(?P<words>[^\[\]]+)\]\.?\s*(?P<rest>.*)|(?P<plain>[^\[\],.;:]+)(?:[,.;:]\s+(?P<after>.+)|\.?)"
)
_PRESENTED = lazy_pattern(
    r"(?i)(?P<what>(?:(?:invited|keynote|plenary|contributed)\s+)?(?:paper|poster|talk|lecture|address|presentation)\s+)?"
    r"(?:was\s+)?(?:presented|given|delivered)\s+at\s+(?:the\s+)?(?P<event>.+?)\.?"
)
_ORIGINAL = lazy_pattern(
    r"(?i)\(?(?:original(?:ly)?(?:\s+work)?|first)\s+published\s*(?:in|:)?\s*(?P<year>\d{4})\)?\.?"
)
_PATENT = lazy_pattern(
    r"(?i)(?P<words>[^\d]*\bpatent\b[^\d]*?)[\s,:]*(?:(?:no|nr)\b\.?|n[°º])?\s*(?P<number>(?:[A-Z]{2}[\s-]?)?\d.*)"
)
_PAGE_LIST = lazy_pattern(r"(?<=\d),(?=[A-Za-z]?\d)")
_THOUSANDS = lazy_pattern(r"(?<!\d)\d{1,2},\d{3}(?!\d)")


def description(text: str) -> Description | None:
    """Return the description at the start of a text, such as `Film` or `[Data set]. Zenodo`, or None."""
    from refkit.data.work_types import BRACKETED_TYPES

    match = _DESCRIPTION.fullmatch(text)
    if match is None:
        return None
    words = (match["words"] or match["plain"]).strip()
    item_type = BRACKETED_TYPES.get(words.lower(), "")
    if item_type not in _DESCRIBED_TYPES:
        return None
    return Description(item_type, words, (match["rest"] or match["after"] or "").strip())


def presentation(note: str) -> Description | None:
    """Return the kind and the event of a talk: `Paper presented at the 12th Congress, Oslo`, or None."""
    match = _PRESENTED.fullmatch(note)
    if match is None:
        return None
    what = (match["what"] or "").strip()
    words = f"{what} presentation" if what.lower().endswith(("paper", "poster")) else what
    return Description("speech", words, match["event"])


def original_year(note: str) -> Date | None:
    """Return the date in a note that only says when a work was published first, or None."""
    match = _ORIGINAL.fullmatch(note)
    return parse_date(match["year"]) if match else None


def patent_number(number: str) -> tuple[str, str]:
    """Return the kind of a patent and its number, for `US Patent 4,586,960`; the kind can be empty."""
    match = _PATENT.fullmatch(number)
    return (match["words"].strip(), match["number"]) if match else ("", number)


def spaced_pages(pages: str) -> str:
    """Return a list of pages with spaces: `1,3,5` as `1, 3, 5`; a comma in `1,234` can be one of thousands."""
    return pages if _THOUSANDS.search(pages) else _PAGE_LIST.sub(", ", pages)
