"""Find data recognizable by form anywhere in a reference: identifiers, access dates, remarks.

A segment is searched with each pattern in turn; a pattern does not see text matched by an earlier one.
Text without a match is recorded as unparsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from refkit.data import reference_patterns as patterns
from refkit.data.number_words import REVISED
from refkit.data.work_types import (
    BACHELORS,
    BRACKETED_TYPES,
    DATA_ARCHIVES,
    DOCTORAL,
    INTERVIEW,
    MASTERS,
    OTHER_THESES,
    PERSONAL_COMMUNICATION,
    PREPRINT_ARCHIVES,
    REPORT,
    SPEECH,
    UNPUBLISHED,
)
from refkit.formats.text.building.announcing import only_cues
from refkit.formats.text.building.datings import (
    DATE,
    MONTH_AND_DAY,
    NO_DATE,
    STATES,
    STATUS,
    read_dating,
)
from refkit.formats.text.building.draft import Draft
from refkit.formats.text.building.issuing import join_date
from refkit.formats.text.building.language import LANGUAGE_NAMED, language_named
from refkit.formats.text.building.parts import is_edition, read_edition, read_pages
from refkit.formats.text.labelled import Segment
from refkit.formats.text.places import is_place
from refkit.model.dates import parse_date
from refkit.model.identifiers import (
    find_doi,
    parse_arxiv,
    parse_isbn,
    parse_issn,
    parse_pmcid,
    parse_pmid,
)
from refkit.patterns import lazy_pattern

Take = Callable[[Draft, re.Match[str], Segment], bool]


def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE)


def _doi(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    doi = find_doi(found["doi"])
    if doi is None:
        return False
    draft.put("DOI", doi.text, segment)
    return True


def _arxiv(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    identifier = parse_arxiv(re.sub(r"\s+", "", found["arxiv"]).rstrip(".,;:)]"))
    if identifier is None:
        return False
    version = f"v{identifier.version}" if identifier.version else ""
    draft.item.custom.setdefault("eprint", identifier.id + version)
    draft.item.custom.setdefault("eprinttype", "arxiv")
    draft.note_place("eprint", segment)
    if found.groupdict().get("group"):
        draft.item.custom.setdefault("eprintclass", found["group"])
    return True


def _arxiv_class(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store an arXiv subject class if the reference has an arXiv identifier or names arXiv."""
    if "eprint" not in draft.item.custom and "arxiv" not in draft.text.lower():
        return False
    draft.item.custom.setdefault("eprintclass", found["group"].replace(" ", ""))
    draft.note_place("eprintclass", segment)
    return True


_RESOLVER = _compiled(patterns.RESOLVER)


def _url(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    address = found["url"].rstrip(".,;:'’\"")
    while address.endswith((")", "]")) and sum(map(address.count, "([")) < sum(
        map(address.count, ")]")
    ):
        address = address[:-1].rstrip(".,;:")
    if not _RESOLVER.fullmatch(address):  # its DOI follows after a space
        draft.put("URL", address, segment)
    return True


_NUMBERS = lazy_pattern(r"(\d\d?)[/-](\d\d?)[/-](\d{4})\Z")


def _accessed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    written = found["date"].strip(" ,.;()[]")
    date = parse_date(_NUMBERS.sub(r"\1.\2.\3", written) if found["day_first"] else written)
    if (
        date.literal
        or date.start is None
        or (found[0].lstrip("[ ")[:1].isdigit() and not date.start.day)
    ):
        return False
    if "accessed" not in draft.item.dates:
        draft.put_date("accessed", date, segment)
    return True


def _isbn(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    number = re.sub(r"\s+", " ", found["number"]).strip(" .,;-")
    isbn, issn = parse_isbn(number), parse_issn(number)
    if isbn is not None:
        draft.put("ISBN", number, segment)
    elif issn is not None:
        draft.put("ISSN", issn.text, segment)
    return isbn is not None or issn is not None


def _pmcid(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    number = parse_pmcid(found["number"])
    if number is not None:
        draft.put("PMCID", number, segment)
    return number is not None


def _pmid(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    number = parse_pmid(found["number"])
    if number is not None:
        draft.put("PMID", number, segment)
    return number is not None


def _eric(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("archive", "ERIC", segment)
    draft.put("archive_location", " ".join(found["number"].split()), segment)
    return True


_THESIS = _compiled(rf"(?<!\w)(?:{MASTERS}|{BACHELORS}|{DOCTORAL}|{OTHER_THESES})(?!\w)")


def is_thesis(text: str) -> bool:
    """Whether a text describes a work as a thesis."""
    return _THESIS.search(text) is not None


_REPORT_WORDS = _compiled(
    rf"(?<!\w)(?:{REPORT}|report|bericht|rapport|raport|informe|relatório|rapporto|TR)(?!\w)"
)


def is_report(text: str) -> bool:
    """Whether a text describes a work as a report or a paper in a series."""
    return _REPORT_WORDS.search(text) is not None


def _bracketed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read a type or a medium in brackets: [Data set], [Film], (Online)."""
    words = found["words"].strip()
    if words.lower() not in BRACKETED_TYPES:
        return False
    read_medium(draft, words, segment)
    return True


def read_medium(draft: Draft, words: str, segment: Segment) -> None:
    """Read words for the type or the medium of a work."""
    kind = BRACKETED_TYPES[words.lower()]
    if kind:
        draft.cues.add(f"is:{kind}")
    variable = (
        "genre" if kind and words.lower() not in ("dvd", "cd", "lp", "audio cd") else "medium"
    )
    draft.put(variable, words, segment)


_UNPUBLISHED = r"(?:(?P<unpublished>unpublished|unpubl\.|unveröffentlichte|unveröff\.)\s+)?"


def _thesis(genre: str) -> Take:
    def take(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
        draft.cues.add("is:thesis")
        if draft.item.text.get("genre", "").lower() in ("thesis", "dissertation"):
            del draft.item.text["genre"]
        draft.put("genre", genre or found[0].strip(" ,.;:()[]"), segment)
        if found.groupdict().get("unpublished"):
            draft.put("status", "unpublished", segment)
        return True

    return take


def _report(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.cues.add("report")
    draft.put("genre", found["genre"].strip(" ,;:()"), segment)
    if found["number"]:
        draft.put("number", found["number"].strip(" ,.;:()"), segment)
    return True


def _patent(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.cues.add("is:patent")
    draft.put("number", " ".join(found[0].split()).strip(" ,.;:()[]"), segment)
    return True


def _unpublished(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.cues.add("unpublished")
    draft.put("genre", found[0].strip(" ,.;:()[]"), segment)
    return True


def _said(cue: str) -> Take:
    def take(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
        draft.cues.add(cue)
        draft.put("genre", found[0].strip(" ,.;:()[]"), segment)
        return True

    return take


def _status(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("status", STATES[found.lastgroup or "press"], segment)
    return True


def _language(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("language", language_named(found[1]), segment)
    return True


def _original(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    original = read_dating(found[0]).original
    if original is None:
        return False
    draft.put_date("original-date", original, segment)
    return True


def _original_edition(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put_date("original-date", parse_date(found["year"]), segment)
    draft.put("original-publisher-place", found["place"] or "", segment)
    return True


REVISED_WORDS = _compiled(rf"(?<!\w)(?:{REVISED})(?!\w)")


def is_revision(text: str) -> bool:
    """Whether a text only says that an edition was revised."""
    return only_cues(REVISED_WORDS.sub("", text))


def keep_edition_words(draft: Draft, segment: Segment, beside: str) -> None:
    """Keep words next to the number of an edition, such as "rev." in "2nd rev. ed.", in the note."""
    if beside and (REVISED_WORDS.search(beside) or not only_cues(beside)):
        start = draft.text.find(beside, segment.start, segment.end)
        end = start + len(beside)
        draft.unread.append(segment if start < 0 else segment._replace(start=start, end=end))


def _edition(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    if not is_edition(found[0]):
        return False
    number, beside = read_edition(found[0])
    draft.put("edition", number, segment)
    keep_edition_words(draft, segment, beside)
    return True


def _version(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("version", found["number"], segment)
    return True


def _archive(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read the name of a preprint server, unless the work has a container or a publisher."""
    if draft.has("container-title") or draft.has("publisher"):
        return False
    draft.cues.add("is:article")
    draft.put("publisher", PREPRINT_ARCHIVES[found[1].lower()], segment)
    return True


def _total(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    total = read_pages(found[0]).total
    draft.put("number-of-pages", total, segment)
    return bool(total)


def _volumes(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("number-of-volumes", found["count"], segment)
    return True


def _pages(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    if draft.has("page"):
        return False
    draft.put("page", read_pages(found[0]).page, segment)
    return True


def _issue(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    before = draft.text[: found.start()].rstrip()[-1:]
    if draft.has("issue") or not draft.has("container-title") or before.isalnum():
        return False
    draft.put("issue", found["number"], segment)
    return True


def _chapter(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    draft.put("chapter-number", found["number"], segment)
    return True


def _changed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read the date of a preprint or a page; its year may be elsewhere in the reference."""
    date = read_dating(found["date"]).date
    if date is None:
        return False
    join_date(draft, segment, date)
    return True


def _section(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read a newspaper section and the page."""
    draft.cues.add("section")
    draft.put("section", found["section"], segment)
    if not draft.has("page"):
        draft.put("page", found["page"], segment)
    return True


def _imprint(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read place, publisher and years if no place, publisher or container is known."""
    if any(map(draft.has, ("publisher", "publisher-place", "container-title"))):
        return False
    draft.put("publisher-place", found["place"], segment)
    draft.put("publisher", found["publisher"], segment)
    date = read_dating(found["date"]).date
    if date is not None:
        join_date(draft, segment, date)
    return True


def _data_archive(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read the name of a data archive, unless the work has a container or a publisher."""
    if draft.has("container-title") or draft.has("publisher"):
        return False
    draft.put("publisher", found[0], segment)
    return True


def _nothing(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
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
_BEFORE_CHANGE = rf"{_SEPARATE}{patterns.MODIFIED}"
_CHANGE = _compiled(rf"{_BEFORE_CHANGE}(?P<date>{DATE}|{MONTH_AND_DAY})")
# Words before a date, searched first because a pattern with all forms of dates takes 10 ms to compile.
_CUES = {_ACCESS: _compiled(_BEFORE_ACCESS), _CHANGE: _compiled(_BEFORE_CHANGE)}
_ALL: tuple[tuple[re.Pattern[str], Take], ...] = (
    (_compiled(patterns.DOI), _doi),
    (_compiled(patterns.ARXIV_URL), _arxiv),
    (_compiled(patterns.ARXIV), _arxiv),
    (_compiled(patterns.ARXIV_OLD), _arxiv),
    (_ACCESS, _accessed),
    (lazy_pattern(patterns.ARXIV_CLASS), _arxiv_class),
    (_compiled(rf"{_SEPARATE}{patterns.AVAILABILITY}[\s:<(\[]*{patterns.URL}"), _url),
    (_compiled(patterns.PMCID), _pmcid),
    (_compiled(patterns.PMID), _pmid),
    (_compiled(patterns.ISBN), _isbn),
    (_compiled(patterns.ERIC), _eric),
    (_compiled(patterns.BRACKETED_WORDS), _bracketed),
    (LANGUAGE_NAMED, _language),
    (_compiled(patterns.FIRST_PUBLISHED), _original),
    (_compiled(patterns.ORIGINAL_EDITION), _original_edition),
    (_CHANGE, _changed),
    (_compiled(rf"{_SEPARATE}{_UNPUBLISHED}(?:{MASTERS})(?!\w)"), _thesis("Master’s thesis")),
    (
        _compiled(rf"{_SEPARATE}(?:unpublished\s+)?(?:{BACHELORS})(?!\w)"),
        _thesis("Bachelor’s thesis"),
    ),
    (_compiled(rf"{_SEPARATE}{_UNPUBLISHED}(?:{DOCTORAL})(?!\w)"), _thesis("PhD thesis")),
    (_compiled(rf"{_SEPARATE}(?:{OTHER_THESES})(?!\w)"), _thesis("")),
    (_compiled(patterns.PATENT), _patent),
    (lazy_pattern(patterns.PATENT_CODE), _patent),
    (_compiled(patterns.SECTION), _section),
    (lazy_pattern(patterns.IMPRINT), _imprint),
    (
        _compiled(rf"[(\[]?{_SEPARATE}(?P<genre>{REPORT})(?!\w){patterns.NUMBER_AFTER_WORD}"),
        _report,
    ),
    (_compiled(rf"[(\[]?{_SEPARATE}(?:{UNPUBLISHED})(?!\w)[)\]]?"), _unpublished),
    (
        _compiled(rf"[(\[]?{_SEPARATE}(?:{PERSONAL_COMMUNICATION})[)\]]?"),
        _said("is:personal_communication"),
    ),
    (_compiled(rf"[(\[]?{_SEPARATE}(?:{INTERVIEW})[)\]]?"), _said("interview")),
    (_compiled(rf"{_SEPARATE}(?:{SPEECH})"), _said("speech")),
    (STATUS, _status),
    (_compiled(patterns.VERSION), _version),
    (_compiled(patterns.PREPRINTS), _archive),
    (_compiled(rf"{_SEPARATE}(?:{DATA_ARCHIVES})(?!\w)"), _data_archive),
    (NO_DATE, _nothing),
    (_compiled(patterns.VOLUMES), _volumes),
    (_compiled(patterns.TOTAL_PAGES), _total),
    (_compiled(patterns.PAGES), _pages),
    (_compiled(patterns.ISSUE), _issue),
    (_compiled(patterns.CHAPTER), _chapter),
    (_compiled(patterns.EDITION), _edition),
    (_compiled(patterns.EDITION_BEFORE), _edition),
)
_PLACE_FIRST = lazy_pattern(r"\s*(?P<place>[^\W\d_a-z][^.,:;()\d]{1,30}?)\s*(?=\()")
_HAS_WORD = lazy_pattern(r"\w")
LONGEST = 5000


def read_remark(draft: Draft, segment: Segment) -> None:
    """Read all data recognizable by form from a segment, and record the rest as unparsed."""
    place = _PLACE_FIRST.match(draft.text, segment.start, segment.end)
    if place is not None and not draft.has("publisher-place") and is_place(place["place"]):
        draft.put("publisher-place", place["place"], segment._replace(end=place.end()))
        segment = segment._replace(start=place.end())
    for part in read_known(draft, segment):
        words = draft.written(part)
        if words.strip(" :.(").lower() in ("in", "dans"):
            draft.cues.add("in")
        if not only_cues(words):
            draft.unread.append(_trimmed(draft.text, part))


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
    for pattern, take in _ALL:
        first = _CUES.get(pattern, pattern)
        if first.search(draft.text, segment.start, segment.end) is not None:
            parts = [left for part in parts for left in _searched(draft, part, pattern, take)]
    return [part for part in parts if _HAS_WORD.search(draft.text, part.start, part.end)]


def _searched(
    draft: Draft, part: Segment, pattern: re.Pattern[str], take: Take
) -> Iterator[Segment]:
    at = part.start
    for found in pattern.finditer(draft.text, part.start, part.end):
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
