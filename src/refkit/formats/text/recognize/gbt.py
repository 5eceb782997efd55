"""Parse references in the Chinese standard format: a code in square brackets after the title gives the type.

GB/T 7714-2015: authors. title[J]. journal, year, volume(issue): pages; authors. title[M]. place: publisher,
year: pages; authors. title[C]//editors. book. place: publisher, year: pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.work_types import GBT_CODES
from refkit.formats.text.announcing import words_of
from refkit.formats.text.labelled import Segment
from refkit.formats.text.segments import SCANNED, cut, parts_of
from refkit.patterns import lazy_pattern

_CODE = lazy_pattern(
    rf"(?<=\S)\s?[\[［](?P<code>{'|'.join(GBT_CODES)})(?:/(?:OL|CD|MT|DK))?[\]］]\s*[.．。]?\s*"
)
_HEAD = lazy_pattern(
    r"\s*(?:[\[［]\d+[\]］]\s*)?(?P<author>[^.．。]{1,200}?)[.．。]\s*(?P<title>[^.．。\s].+)\Z",
    re.DOTALL,
)
_HAN = lazy_pattern(r"[\u3400-\u9fff]")
_DATE = r"\d{4}(?:[-–/.年]\d{1,2}(?:[-–/.月]\d{1,2}日?)?)?"
_PAGES = r"(?:\s*[:：]\s*(?P<pages>[A-Z]?\d[\dA-Z]*(?:\s?[-–,，+]\s?[A-Z]?\d+)*))?"
_IMPRINT = lazy_pattern(
    rf"(?P<location>[^:：,，.．]{{1,40}}?)\s*[:：]\s*(?P<publisher>[^:：\[［]{{2,80}}?)[,，]\s*(?P<date>\d{{4}}){_PAGES}"
)
_JOURNAL = lazy_pattern(
    r"(?P<journal>[^,，:：]{1,120}?)[,，]\s*(?P<date>\d{4})(?:[,，]\s*(?P<volume>\d{1,4}))?"
    rf"(?:\s*[(（](?P<issue>[^()（）]{{1,12}})[)）])?{_PAGES}"
)
_NEWS = lazy_pattern(
    r"(?P<journal>[^,，:：]{1,60}?)[,，]\s*(?P<date>\d{4}[-–/.]\d{1,2}[-–/.]\d{1,2})(?:\s*[(（](?P<pages>\w{1,6})[)）])?"
)
_ONLINE = lazy_pattern(rf"(?:[(（](?P<date>{_DATE})[)）])?\s*(?P<accessed>[\[［]{_DATE}[\]］])?")
_BOOK = lazy_pattern(
    r"[/／]{1,2}\s*(?:(?P<editor>[^.．。:：]{2,80})[.．。]\s*)?"
    # a colon in the title is followed by the stop after it, and by that between place and publisher
    r"(?P<book>(?:[^.．。:：]|[:：](?=[^.．。:：]{1,120}[.．。][^:：]{1,60}[:：])){2,200}?)[.．。]\s*"
)
_TRANSLATORS = lazy_pattern(
    r"(?P<translator>[^.．。:：]{2,80}?(?:[,，]\s*等)?)[,，]\s*(?P<other>编?译|译注|校译)(?:[.．。]\s*|(?=[,，]))"
)
_EDITION = lazy_pattern(r"(?P<edition>[^.．。:：,，]{1,16}?(?:版|(?<=\s)ed))[.．。]?\s*")
_LABELS = {"journal": "container-title", "book": "container-title"}


def with_code(text: str, segments: list[Segment]) -> list[Segment]:
    """Split a reference with a code of GB/T 7714, such as [J], as the standard specifies."""
    found = _CODE.search(text, 0, SCANNED)
    if found is None:
        return segments
    for part in (*_head(text, segments, found.start()), *_behind(text, found)):
        segments = cut(text, segments, part)
    return cut(text, segments, Segment("code", *found.span()))


def _head(text: str, segments: list[Segment], end: int) -> Iterator[Segment]:
    """Yield the authors and title; in Chinese, their stop separates them more reliably than a labeler does."""
    head = _HEAD.match(text, 0, end)
    if head is not None and _HAN.search(text, 0, end):
        yield Segment("author", *head.span("author"))
        yield Segment("title", *head.span("title"))
        return
    last = next((one for one in reversed(segments) if one.start < end), None)
    if (
        last is not None
        and last.label != "title"
        and len(words_of(text[last.start : end])) > 2
        and last.end > end
    ):
        yield last._replace(label="title", end=end)


def _behind(text: str, code: re.Match[str]) -> Iterator[Segment]:
    """Yield the parts after the code, depending on the type of work that the code gives."""
    at = code.end()
    book = _BOOK.match(text, at)
    if book is not None:
        yield from parts_of(book, _LABELS)
        at = book.end()
    for pattern in (_EDITION, _TRANSLATORS, _EDITION):
        found = pattern.match(text, at)
        if found is not None:
            yield from parts_of(found, _LABELS)
            at = found.end()
    patterns = {"J": (_JOURNAL,), "N": (_NEWS, _JOURNAL)}.get(code["code"], (_IMPRINT,))
    found = next(
        (match for pattern in patterns if (match := pattern.match(text, at)) is not None), None
    )
    if found is not None:
        yield from parts_of(found, _LABELS)
        at = found.end()
    yield from parts_of(_ONLINE.match(text, at), _LABELS)
