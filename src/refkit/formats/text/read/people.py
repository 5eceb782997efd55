"""Read people and organizations into the variables given by the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from refkit.data.words.roles import ROLE_START
from refkit.formats.text.announcing import words_of
from refkit.formats.text.labelled import Segment
from refkit.formats.text.places import is_place
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.hosts import WITH_EDITORS, read_container
from refkit.formats.text.read.parts import read_pages
from refkit.formats.text.read.persons import read_persons
from refkit.formats.text.read.remarks import read_rest
from refkit.patterns import lazy_pattern

_ROLE_INSIDE = lazy_pattern(rf"(?P<stop>[.;,]\s+)(?=(?:{ROLE_START})\b)", re.IGNORECASE)
_PAGES = lazy_pattern(r"(?:pp?\.?\s*)?\d+\s?[-–]\s?\d+")
_IN = lazy_pattern(r"\s*\W?in\b", re.IGNORECASE)


def read_editor(draft: Draft, segment: Segment) -> None:
    """Read editors, or a book with its editors if the segment contains its title."""
    split = WITH_EDITORS.match(draft.text, segment.start, segment.end)
    if split is not None and len(words_of(split["title"])) > 2:
        read_container(draft, segment)
        return
    if _IN.match(draft.written(segment)):
        draft.cues.add("in")
    read_names(draft, segment, "editor")


def reader_of_names(variable: str) -> Callable[[Draft, Segment], None]:
    """Return a reader of names that uses this variable unless the text gives a role."""

    def read(draft: Draft, segment: Segment) -> None:
        read_names(draft, segment, variable)

    return read


def read_names(draft: Draft, segment: Segment, variable: str) -> None:
    """Read names into the variable of the role in the text, or into `variable` by default."""
    for part in _by_role(draft, segment):
        _read_people(draft, part, variable)


def _by_role(draft: Draft, segment: Segment) -> Iterator[Segment]:
    """Split a segment before each role: Edited by A. Translated by B."""
    start = segment.start
    for found in _ROLE_INSIDE.finditer(draft.text, segment.start + 1, segment.end):
        yield segment._replace(start=start, end=found.start())
        start = found.end("stop")
    yield segment._replace(start=start)


# The single letter is not a cue word elsewhere.
_A_CURA_DI = lazy_pattern(r"\(a\.? c\. di\)")


def _read_people(draft: Draft, segment: Segment, variable: str) -> None:
    edited = _A_CURA_DI.finditer(draft.text, segment.start, segment.end)
    draft.passed.extend(segment._replace(start=found.start(), end=found.end()) for found in edited)
    persons = read_persons(draft.written(segment))
    if persons.role == "author":
        persons = persons._replace(role="")
    if not persons.names and persons.role and variable != "author":
        role = persons.role.partition("_")[0]
        if role not in draft.item.names:
            draft.move("author", role)
        return
    for role in (persons.role or variable).split("_"):  # "Edited and translated by" is both
        draft.add_names(role, persons.names, segment)
    if persons.rest:
        _read_behind_names(draft, segment, persons.rest)


def _read_behind_names(draft: Draft, segment: Segment, rest: str) -> None:
    """Read pages, a place or a publisher that the labeler included in the names."""
    if _PAGES.fullmatch(rest) and not draft.has("page"):
        draft.put("page", read_pages(rest).page, segment)
    elif is_place(rest) and "location" not in draft.labels:
        draft.put("publisher-place", rest, segment)
    elif (
        segment.label == "editor"
        and "publisher" not in draft.labels
        and len(rest.split()) < 5
        and rest[:1].isupper()
    ):
        draft.put("publisher", rest, segment)
    else:
        read_rest(draft, segment, rest)
