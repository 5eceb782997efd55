"""Read the segments of a reference that contain identifiers and web addresses."""

from __future__ import annotations

import re

from refkit.formats.text.announcing import only_cues
from refkit.formats.text.labelled import Segment
from refkit.formats.text.read.datings import read_dating
from refkit.formats.text.read.draft import Draft
from refkit.formats.text.read.remarks import (
    read_known,
    read_remark,
)
from refkit.model.identifiers import parse_arxiv, parse_isbn, parse_issn
from refkit.patterns import lazy_pattern

_BARE_ADDRESS = lazy_pattern(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*?)?(?=[.,;:)\]>]*\Z)")


def read_url(draft: Draft, segment: Segment) -> None:
    """Read a web address, including one without "https://"."""
    bare = _BARE_ADDRESS.match(draft.text, segment.start, segment.end)
    if bare is not None and not bare[0].lower().startswith(("www.", "doi.org")):
        draft.put("URL", bare[0], segment)
    else:
        read_remark(draft, segment)


def read_arxiv(draft: Draft, segment: Segment) -> None:
    """Read an arXiv identifier with its version."""
    identifier = parse_arxiv(re.sub(r"\s+", "", draft.written(segment)).strip(".,;:()[]"))
    if identifier is None:
        read_remark(draft, segment)
        return
    draft.item.custom["eprint"] = identifier.id + (
        f"v{identifier.version}" if identifier.version else ""
    )
    draft.item.custom["eprinttype"] = "arxiv"
    if identifier.archive and identifier.archive != identifier.id.partition("/")[0]:
        draft.item.custom["eprintclass"] = identifier.archive
    draft.note_place("eprint", segment)


def read_number(draft: Draft, segment: Segment) -> None:
    """Read an identifier of arXiv or a similar service, or the number of a report or standard."""
    for part in read_known(draft, segment):
        words = draft.written(part).strip(" ,;:.()[]")
        if draft.has("number") or not any(char.isdigit() for char in words):
            read_remark(draft, part)
        else:
            draft.put("number", words, part)


_REVIEWS = {"MR": "mrnumber", "Zb": "zblnumber", "JF": "jfmnumber"}


def read_review(draft: Draft, segment: Segment) -> None:
    """Read the number of a review of the work, under its BibTeX field name."""
    words = draft.written(segment)
    draft.item.custom.setdefault(
        _REVIEWS[words[:2]], " ".join(words.split()).removeprefix("Zbl").strip(" .")
    )
    draft.passed.append(segment)


def read_document(draft: Draft, segment: Segment) -> None:
    """Read the number of a document of the European Union or the United Nations."""
    draft.cues.add("report")
    draft.put("number", draft.written(segment), segment)


def read_isbn(draft: Draft, segment: Segment) -> None:
    """Read an ISBN or ISSN."""
    bare = draft.written(segment).strip(" .,;:()[]")
    isbn, issn = parse_isbn(bare), parse_issn(bare)
    if isbn is not None:
        draft.put("ISBN", re.sub(r"(?i)\A\W*isbn[^\d]*", "", bare), segment)
    elif issn is not None:
        draft.put("ISSN", issn.text, segment)
    else:
        read_remark(draft, segment)


def read_accessed(draft: Draft, segment: Segment) -> None:
    """Read the date on which a page was accessed."""
    left = read_known(draft, segment)
    if "accessed" in draft.item.dates:
        draft.unread.extend(part for part in left if not only_cues(draft.written(part)))
        return
    date = read_dating(draft.written(segment)).date
    if date is not None and date.start is not None:
        draft.put_date("accessed", date, segment)
    else:
        read_remark(draft, segment)
