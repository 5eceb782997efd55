"""Find data recognizable by form anywhere in a reference: identifiers, access dates, remarks.

A segment is searched with each pattern in turn; a pattern does not see text matched by an earlier one.
Text without a match is recorded as unparsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data import reference_patterns as patterns
from refkit.data.words.months import mask_months
from refkit.data.work_types import (
    BACHELORS,
    DATA_ARCHIVES,
    DOCTORAL,
    INTERVIEW,
    MASTERS,
    OTHER_THESES,
    PERSONAL_COMMUNICATION,
    REPORT,
    SPEECH,
    UNPUBLISHED,
)
from refkit.formats.text.announcing import only_cues
from refkit.formats.text.labelled import Segment
from refkit.formats.text.places import is_place
from refkit.formats.text.read.datings import DATE, MONTH_AND_DAY
from refkit.formats.text.read.draft import Draft, Take
from refkit.formats.text.read.language import LANGUAGE_NAMED
from refkit.formats.text.read.remark_identifiers import (
    take_accessed,
    take_arxiv,
    take_arxiv_class,
    take_doi,
    take_eric,
    take_isbn,
    take_pmcid,
    take_pmid,
    take_url,
)
from refkit.formats.text.read.remark_publication import (
    take_changed,
    take_chapter,
    take_edition,
    take_imprint,
    take_issue,
    take_language,
    take_original,
    take_original_edition,
    take_pages,
    take_section,
    take_status,
    take_total,
    take_version,
    take_volumes,
)
from refkit.formats.text.read.remark_types import (
    take_archive,
    take_bracketed,
    take_data_archive,
    take_genre,
    take_patent,
    take_report,
    take_thesis,
    take_unpublished,
)
from refkit.formats.text.recognize.forms import may_name_thesis
from refkit.formats.text.recognize.status import NO_DATE, STATUS
from refkit.model.identifiers import patterns as identifiers
from refkit.patterns import lazy_pattern


def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE)


_UNPUBLISHED = r"(?:(?P<unpublished>unpublished|unpubl\.|unveröffentlichte|unveröff\.)\s+)?"


def take_nothing(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Accept words that contain no data."""
    return True


_SEPARATE = r"(?<![\w])"
_BEFORE_ACCESS = (
    rf"(?:[(\[<]?\s*{_SEPARATE}(?:{patterns.ACCESSED}|(?P<day_first>{patterns.ACCESSED_DAY_FIRST}))(?!\w)\.?{patterns.DATE_PREPOSITION}\s*"
    rf"|(?<!\w)web\.\s*(?=\d\d?\s)|\[\s*)"
)
_ACCESS = _compiled(
    rf"{_BEFORE_ACCESS}(?P<date>{DATE})(?!\d)"
    r"(?:,?\s*\d\d?:\d\d(?:\s*(?:uhr|h|[ap]m))?)?\s*[)\]>]?(?:,?\s*(?:from|at|de|von|unter)\b)?"
)
# `day_first` matches nothing: these days are after their months.
_ACCESS_BEFORE_DAY = (
    rf"{patterns.ACCESSED_BEFORE_CJK_DAY}(?P<date>{patterns.CJK_DAY})(?P<day_first>(?!))?"
)
_ACCESS_AFTER_DAY = (
    rf"(?P<date>{patterns.CJK_DAY}){patterns.ACCESSED_AFTER_CJK_DAY}(?P<day_first>(?!))?"
)
_BEFORE_CHANGE = rf"{_SEPARATE}{patterns.MODIFIED}"
_CHANGE = _compiled(rf"{_BEFORE_CHANGE}(?P<date>{DATE}|{MONTH_AND_DAY})")

# These patterns are matched with a text in which months are masked. The words before a date are searched first, because
# a pattern with all forms of dates takes long to compile.
_CUES = {_ACCESS: _compiled(_BEFORE_ACCESS), _CHANGE: _compiled(_BEFORE_CHANGE)}
_THESES: dict[re.Pattern[str], Take] = {
    _compiled(rf"{_SEPARATE}{_UNPUBLISHED}(?:{MASTERS})(?!\w)"): take_thesis("Master’s thesis"),
    _compiled(rf"{_SEPARATE}(?:unpublished\s+)?(?:{BACHELORS})(?!\w)"): take_thesis(
        "Bachelor’s thesis"
    ),
    _compiled(rf"{_SEPARATE}{_UNPUBLISHED}(?:{DOCTORAL})(?!\w)"): take_thesis("PhD thesis"),
    _compiled(rf"{_SEPARATE}(?:{OTHER_THESES})(?!\w)"): take_thesis(""),
}
_RECOGNIZERS: tuple[tuple[re.Pattern[str], Take], ...] = (
    (_compiled(identifiers.DOI_IN_PROSE), take_doi),
    (_compiled(identifiers.ARXIV_ADDRESS), take_arxiv),
    (_compiled(identifiers.ARXIV_IN_PROSE), take_arxiv),
    (_compiled(identifiers.ARXIV_OLD_IN_PROSE), take_arxiv),
    (_ACCESS, take_accessed),
    (lazy_pattern(_ACCESS_BEFORE_DAY), take_accessed),
    (lazy_pattern(_ACCESS_AFTER_DAY), take_accessed),
    (lazy_pattern(identifiers.ARXIV_CLASS_IN_PROSE), take_arxiv_class),
    (_compiled(rf"{_SEPARATE}{patterns.AVAILABILITY}[\s:<(\[]*{patterns.URL}"), take_url),
    (_compiled(identifiers.PMCID_IN_PROSE), take_pmcid),
    (_compiled(identifiers.PMID_IN_PROSE), take_pmid),
    (_compiled(identifiers.ISBN_IN_PROSE), take_isbn),
    (_compiled(patterns.ERIC), take_eric),
    (_compiled(patterns.BRACKETED_WORDS), take_bracketed),
    (LANGUAGE_NAMED, take_language),
    (_compiled(patterns.FIRST_PUBLISHED), take_original),
    (_compiled(patterns.ORIGINAL_EDITION), take_original_edition),
    (_CHANGE, take_changed),
    *_THESES.items(),
    (_compiled(patterns.PATENT), take_patent),
    (lazy_pattern(patterns.PATENT_CODE), take_patent),
    (_compiled(patterns.SECTION), take_section),
    (lazy_pattern(patterns.IMPRINT), take_imprint),
    (
        _compiled(rf"[(\[]?{_SEPARATE}(?P<genre>{REPORT})(?!\w){patterns.NUMBER_AFTER_WORD}"),
        take_report,
    ),
    (_compiled(rf"[(\[]?{_SEPARATE}(?:{UNPUBLISHED})(?!\w)[)\]]?"), take_unpublished),
    (
        _compiled(rf"[(\[]?{_SEPARATE}(?:{PERSONAL_COMMUNICATION})[)\]]?"),
        take_genre("is:personal_communication"),
    ),
    (_compiled(rf"[(\[]?{_SEPARATE}(?:{INTERVIEW})[)\]]?"), take_genre("interview")),
    (_compiled(rf"{_SEPARATE}(?:{SPEECH})"), take_genre("speech")),
    (STATUS, take_status),
    (_compiled(patterns.VERSION), take_version),
    (_compiled(patterns.PREPRINTS), take_archive),
    (_compiled(rf"{_SEPARATE}(?:{DATA_ARCHIVES})(?!\w)"), take_data_archive),
    (NO_DATE, take_nothing),
    (_compiled(patterns.VOLUMES), take_volumes),
    (_compiled(patterns.TOTAL_PAGES), take_total),
    (_compiled(patterns.PAGES), take_pages),
    (_compiled(patterns.ISSUE), take_issue),
    (_compiled(patterns.CHAPTER), take_chapter),
    (_compiled(patterns.EDITION), take_edition),
    (_compiled(patterns.EDITION_BEFORE), take_edition),
)
_NAME_OF_VOLUME = lazy_pattern(r"[«“„\"]?\s?[^\W\d_a-zà-ÿ][^\d()\[\]/]{3,100}\Z")
_PLACE_FIRST = lazy_pattern(r"\s*(?P<place>[^\W\d_a-z][^.,:;()\d]{1,30}?)\s*(?=\()")
_HAS_WORD = lazy_pattern(r"\w")
LONGEST = 5000


def read_remark(draft: Draft, segment: Segment) -> None:
    """Read all data recognizable by form from a segment, and record the rest as unparsed."""
    place = _PLACE_FIRST.match(draft.text, segment.start, segment.end)
    if place is not None and not draft.has("publisher-place") and is_place(place["place"]):
        draft.put("publisher-place", place["place"], segment._replace(end=place.end()))
        segment = segment._replace(start=place.end())
    known = read_known(draft, segment)
    if known == [segment] and _names_volume(draft, segment):
        draft.put("volume-title", draft.written(segment).strip(" ,.:;"), segment)
        return
    for part in known:
        words = draft.written(part)
        if words.strip(" :.(").lower() in ("in", "dans"):
            draft.cues.add("in")
        if not only_cues(words):
            draft.unread.append(_trimmed(draft.text, part))


def _names_volume(draft: Draft, segment: Segment) -> bool:
    """Whether a remark directly after the volume is its title: `t. 1, Arts de faire`."""
    before = [part for part in draft.parts if part.label == "volume" and part.end <= segment.start]
    if not before or segment.label != "note" or draft.has("volume-title"):
        return False
    gap = draft.text[before[-1].end : segment.start]
    return (
        not gap.strip(" ,.:;")
        and _NAME_OF_VOLUME.match(draft.text, segment.start, segment.end) is not None
    )


def read_rest(draft: Draft, segment: Segment, rest: str) -> None:
    """Read words of a segment that its own reader left unparsed."""
    start = draft.text.find(rest, segment.start, segment.end)
    part = segment._replace(start=start, end=start + len(rest)) if start >= 0 else segment
    read_remark(draft, part)


def read_known(draft: Draft, segment: Segment) -> list[Segment]:
    """Read all data recognizable by form from a segment, and return the remaining parts."""
    parts = [segment]
    if segment.end - segment.start > LONGEST:
        return parts
    may_be_thesis = may_name_thesis(draft.text[segment.start : segment.end])
    for pattern, take in _RECOGNIZERS:
        if not parts:  # each pattern takes up to 3 ms to compile
            break
        if pattern in _THESES and not may_be_thesis:
            continue
        first = _CUES.get(pattern, pattern)
        if first.search(draft.text, segment.start, segment.end) is not None:
            parts = [left for part in parts for left in _searched(draft, part, pattern, take)]
    return [part for part in parts if _HAS_WORD.search(draft.text, part.start, part.end)]


def _searched(
    draft: Draft, part: Segment, pattern: re.Pattern[str], take: Take
) -> Iterator[Segment]:
    at = part.start
    text = mask_months(draft.text, with_seasons=True) if pattern in _CUES else draft.text
    for found in pattern.finditer(text, part.start, part.end):
        if found.end() > found.start() and take(
            draft, found, part._replace(start=found.start(), end=found.end())
        ):
            draft.passed.append(part._replace(start=found.start(), end=found.end()))
            yield part._replace(start=at, end=found.start())
            at = found.end()
    if at < part.end:
        yield part._replace(start=at)


def _trimmed(text: str, part: Segment) -> Segment:
    start, end = part.start, part.end
    while start < end and text[start] in " ,;:.)]":
        start += 1
    while end > start and text[end - 1] in " ,;:.([":
        end -= 1
    return part._replace(start=start, end=end)
