"""Store what a remark says about the publication: status, edition, original, numbers and pages."""

from __future__ import annotations

import re

from refkit.data.number_words import REVISED
from refkit.formats.text.announcing import only_cues
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.datings import read_dating
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.issuing import join_date
from refkit.formats.text.read.language import language_named
from refkit.formats.text.read.parts import is_edition, read_edition, read_pages
from refkit.formats.text.recognize.status import STATES
from refkit.model.dates import parse_date
from refkit.patterns import lazy_pattern


def take_status(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the publication status, such as "in press"."""
    draft.put("status", STATES[found.lastgroup or "press"], segment)
    return True


def take_language(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the language of the work."""
    draft.put("language", language_named(found[1]), segment)
    return True


def take_original(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the date of the first publication."""
    original = read_dating(found[0]).original
    if original is None:
        return False
    draft.put_date("original-date", original, segment)
    return True


def take_original_edition(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store place and year of the original edition."""
    draft.put_date("original-date", parse_date(found["year"]), segment)
    draft.put("original-publisher-place", found["place"] or "", segment)
    return True


REVISED_WORDS = lazy_pattern(rf"(?<!\w)(?:{REVISED})(?!\w)", re.IGNORECASE)


def is_revision(text: str) -> bool:
    """Whether a text only says that an edition was revised."""
    return only_cues(REVISED_WORDS.sub("", text))


def keep_edition_words(draft: Draft, segment: Segment, beside: str) -> None:
    """Keep words next to the number of an edition, such as "rev." in "2nd rev. ed.", in the note."""
    if beside and (REVISED_WORDS.search(beside) or not only_cues(beside)):
        start = draft.text.find(beside, segment.start, segment.end)
        end = start + len(beside)
        draft.unread.append(segment if start < 0 else segment._replace(start=start, end=end))


def take_edition(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the edition, and keep words next to its number."""
    if not is_edition(found[0]):
        return False
    number, beside = read_edition(found[0])
    draft.put("edition", number, segment)
    keep_edition_words(draft, segment, beside)
    return True


def take_version(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the version of a program or data set."""
    draft.put("version", found["number"], segment)
    return True


def take_total(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the number of pages of the work."""
    total = read_pages(found[0]).total
    draft.put("number-of-pages", total, segment)
    return bool(total)


def take_volumes(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the number of volumes of the work."""
    draft.put("number-of-volumes", found["count"], segment)
    return True


def take_pages(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store pages, unless pages are known."""
    if draft.has("page"):
        return False
    draft.put("page", read_pages(found[0]).page, segment)
    return True


def take_issue(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the issue of a journal, unless an issue is known."""
    before = draft.text[: found.start()].rstrip()[-1:]
    if draft.has("issue") or not draft.has("container-title") or before.isalnum():
        return False
    draft.put("issue", found["number"], segment)
    return True


def take_chapter(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the number of a chapter."""
    draft.put("chapter-number", found["number"], segment)
    return True


def take_changed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read the date of a preprint or a page; its year may be elsewhere in the reference."""
    date = read_dating(draft.text[slice(*found.span("date"))]).date
    if date is None:
        return False
    join_date(draft, segment, date)
    return True


def take_section(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read a newspaper section and the page."""
    draft.cues.add("section")
    draft.put("section", found["section"], segment)
    if not draft.has("page"):
        draft.put("page", found["page"], segment)
    return True


def take_imprint(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read place, publisher and years if no place, publisher or container is known."""
    if any(map(draft.has, ("publisher", "publisher-place", "container-title"))):
        return False
    draft.put("publisher-place", found["place"], segment)
    draft.put("publisher", found["publisher"], segment)
    date = read_dating(found["date"]).date
    if date is not None:
        join_date(draft, segment, date)
    return True
