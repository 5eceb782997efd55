"""Store what a remark says about the type of a work: thesis, report, patent, medium, archive."""

from __future__ import annotations

import re

from refkit.data.work_types import (
    BACHELORS,
    BRACKETED_TYPES,
    DOCTORAL,
    MASTERS,
    OTHER_THESES,
    PREPRINT_ARCHIVES,
    REPORT,
)
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.draft import Draft, Take
from refkit.formats.text.recognize.forms import may_name_thesis
from refkit.patterns import lazy_pattern

_THESIS = lazy_pattern(
    rf"(?<!\w)(?:{MASTERS}|{BACHELORS}|{DOCTORAL}|{OTHER_THESES})(?!\w)", re.IGNORECASE
)


def is_thesis(text: str) -> bool:
    """Whether a text describes a work as a thesis."""
    return may_name_thesis(text) and _THESIS.search(text) is not None


_REPORT_WORDS = lazy_pattern(
    rf"(?<!\w)(?:{REPORT}|report|bericht|rapport|raport|informe|relatório|rapporto|TR)(?!\w)",
    re.IGNORECASE,
)


def is_report(text: str) -> bool:
    """Whether a text describes a work as a report or a paper in a series."""
    return _REPORT_WORDS.search(text) is not None


def take_bracketed(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
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


def take_thesis(genre: str) -> Take:
    """Return a function that stores a type of thesis, in the words of `genre` or as written."""

    def take(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
        draft.cues.add("is:thesis")
        if draft.item.text.get("genre", "").lower() in ("thesis", "dissertation"):
            del draft.item.text["genre"]
        draft.put("genre", genre or found[0].strip(" ,.;:()[]"), segment)
        if found.groupdict().get("unpublished"):
            draft.put("status", "unpublished", segment)
        return True

    return take


def take_report(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store a type of report and its number."""
    draft.cues.add("report")
    draft.put("genre", found["genre"].strip(" ,;:()"), segment)
    if found["number"]:
        draft.put("number", found["number"].strip(" ,.;:()"), segment)
    return True


def take_patent(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store the number of a patent."""
    draft.cues.add("is:patent")
    draft.put("number", " ".join(found[0].split()).strip(" ,.;:()[]"), segment)
    return True


def take_unpublished(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Store words for an unpublished work, such as "manuscript"."""
    draft.cues.add("unpublished")
    draft.put("genre", found[0].strip(" ,.;:()[]"), segment)
    return True


def take_genre(cue: str) -> Take:
    """Return a function that stores the words as the genre, and records the cue."""

    def take(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
        draft.cues.add(cue)
        draft.put("genre", found[0].strip(" ,.;:()[]"), segment)
        return True

    return take


def take_archive(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read the name of a preprint server, unless the work has a container or a publisher."""
    if draft.has("container-title") or draft.has("publisher"):
        return False
    draft.cues.add("is:article")
    draft.put("publisher", PREPRINT_ARCHIVES[found[1].lower()], segment)
    return True


def take_data_archive(draft: Draft, found: re.Match[str], segment: Segment) -> bool:
    """Read the name of a data archive, unless the work has a container or a publisher."""
    if draft.has("container-title") or draft.has("publisher"):
        return False
    draft.put("publisher", found[0], segment)
    return True
