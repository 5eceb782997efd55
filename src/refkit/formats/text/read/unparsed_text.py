"""Keep the words of a reference that are in no variable, and write them to the note."""

from __future__ import annotations

import re
from collections.abc import Callable

from refkit.data.cue_words import CUE_WORDS
from refkit.formats.text.announcing import only_cues, words_of
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.draft import Draft
from refkit.patterns import lazy_pattern

_ORDINAL = lazy_pattern(r"(?<=\d)(?:st|nd|rd|th|e|è?me|ème|ª|º|ed|de|er|re|a|o|p|pp|s)\Z")
_WORD = lazy_pattern(r"[^\W_]+")


def keep_lost_words(draft: Draft) -> None:
    """Keep words as unparsed text if they are in no variable and do not introduce a value."""
    known = _known_words(draft)
    passed = {at for one in draft.passed for at in range(one.start, one.end)}
    for part in draft.parts:
        if _is_name_made_of_cues(draft, part) and not known(words_of(draft.written(part))[0]):
            draft.unread.append(part)
            continue
        run: list[re.Match[str]] = []
        for found in _WORD.finditer(draft.text, part.start, part.end):
            word = found[0].lower()
            if known(word) or found.start() in passed or known(_ORDINAL.sub("", word)):
                if run:
                    _end_run(draft, run)
            elif run or word not in CUE_WORDS:
                run.append(found)
        _end_run(draft, run)


_NAMED = frozenset("title container-title collection-title publisher location".split())


def _is_name_made_of_cues(draft: Draft, part: Segment) -> bool:
    """Whether a title, journal or publisher consists of words that otherwise introduce values ("Art")."""
    words = words_of(draft.written(part))
    if part.label not in _NAMED or not words or not only_cues(draft.written(part)):
        return False
    following = draft.text[part.start :][len(draft.written(part).rstrip()) :].lstrip()[:1]
    if draft.written(part).rstrip()[-1:].isalnum() and following.isalnum():
        return False  # no punctuation between: "Updated May 4" introduces the next words
    capital = draft.written(part).lstrip(" ([\"“‘'")[:1].isupper()
    return capital and len(words[0]) > 2 and part not in draft.passed


def _end_run(draft: Draft, run: list[re.Match[str]]) -> None:
    while run and only_cues(run[-1][0]):
        run.pop()
    if run:
        draft.unread.append(Segment("other", run[0].start(), run[-1].end(), 0.0))
    run.clear()


def _known_words(draft: Draft) -> Callable[[str], bool]:
    """Return a test for words of the item; initials and numbers also match without the signs between them."""
    item = draft.item
    texts = list(item.text.values()) + list(item.custom.values())
    texts += [date.raw for date in item.dates.values()]
    texts += [draft.written(segment) for segment in draft.unread]
    words = {word for text in texts for word in words_of(text)}
    people = [
        part
        for listed in item.names.values()
        for name in listed
        for part in (
            name.family,
            name.given,
            name.particle,
            name.dropping_particle,
            name.suffix,
            name.literal,
        )
    ]
    words.update(word for part in people for word in words_of(part))
    whole = [
        order for listed in item.names.values() for name in listed
        for order in (name.family + name.given, name.given + name.family)
    ]  # fmt: skip
    joined = " ".join("".join(words_of(part)) for part in (*people, *whole, *texts))
    return lambda word: word in words or (len(word) > 1 and word in joined)


def write_note(draft: Draft) -> None:
    """Append the unparsed text to the note of the item."""
    draft.unread = _merged(draft.unread)
    parts = [
        " ".join(draft.written(segment).split()).strip(" ,;:").removeprefix(". ")
        for segment in draft.unread
    ]
    note = "; ".join(part for part in parts if part)
    if note:
        known = draft.item.text.get("note", "")
        draft.item.text["note"] = f"{known}; {note}" if known else note
        draft.segments["note"] = list(draft.unread)


def _merged(segments: list[Segment]) -> list[Segment]:
    """Return the segments in order, with overlapping segments merged."""
    merged: list[Segment] = []
    for segment in sorted(segments, key=lambda one: (one.start, one.end)):
        if merged and segment.start <= merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, segment.end))
        else:
            merged.append(segment)
    return merged
