"""The field `howpublished`: an address with words next to it, or a publisher."""

from __future__ import annotations

import re

from refkit.data.cue_words import ADDRESS_WORDS
from refkit.data.reference_patterns import ACCESSED, ACCESSED_DAY_FIRST, DATE_PREPOSITION
from refkit.formats.bibtex.fields_read import plain_address
from refkit.formats.bibtex.item_builder import EntryItemBuilder
from refkit.model.dates import parse_date
from refkit.model.entry import Field, ScannedField
from refkit.patterns import lazy_pattern
from refkit.tex.decode import decode_text

_GROUP = r"\s*+\{(?>(?:[^{}]++|\{[^{}]*+\})*)\}"
_ADDRESS = lazy_pattern(
    rf"\\(?:url|path|nolinkurl)(?P<url>{_GROUP})|\\href(?P<href>{_GROUP})(?P<text>{_GROUP})"
    r"|(?:https?|ftp)://[^\s{}<>]++"
)
_AROUND = " \t\r\n[]().,:;<>~-–—\"'"
_ACCESS = lazy_pattern(
    rf"(?is)(?P<words>.*?)\b(?:{ACCESSED}|{ACCESSED_DAY_FIRST})(?:{DATE_PREPOSITION})\s*(?P<date>.*\d.*)"
)
_WORD = lazy_pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_howpublished(builder: EntryItemBuilder, field: Field) -> None:
    """Read an address, and other words as a publisher (btxdoc: "how it was published")."""
    has_address = "://" in field.value or "\\" in field.value
    address = _ADDRESS.search(field.value) if has_address else None
    if address is not None and builder.text.get("URL", _address(address)) == _address(address):
        if "URL" not in builder.text:
            builder.set_text("URL", _address(address), field)
        words = _words_around(address, builder, field)
        if not words:
            return
        field = ScannedField(field.name, words, field._offsets, field._index)
    if "publisher" in builder.text:
        builder.custom["howpublished"] = builder.decode(field)
    else:
        builder.set_text("publisher", builder.decode(field), field)


def _address(match: re.Match[str]) -> str:
    group = match["url"] or match["href"]
    return plain_address(group.strip()[1:-1].strip() if group else match[0].rstrip(".,;"))


def _words_around(address: re.Match[str], builder: EntryItemBuilder, field: Field) -> str:
    """Return the words next to an address without those that only introduce it, and read a date of access."""
    before, after = address.string[: address.start()], address.string[address.end() :]
    if before.endswith("{") and after.startswith("}"):
        before, after = before[:-1], after[1:]
    text = (address["text"] or "").strip()[1:-1]
    if text and plain_address(text) != _address(address):
        before = f"{before} {text}"
    words = f"{before.rstrip(_AROUND)} {after.lstrip(_AROUND)}".strip(_AROUND)
    has_digits = any(map(str.isdecimal, words))
    accessed = _ACCESS.fullmatch(words) if has_digits else None
    if accessed is not None and "accessed" not in builder.item.dates:
        date = parse_date(accessed["date"].strip(_AROUND))
        if date.start and not date.problem and not date.literal:
            builder.set_date("accessed", date, field)
            words = accessed["words"].strip(_AROUND)
    is_introduction = all(
        word.lower() in ADDRESS_WORDS for word in _WORD.findall(decode_text(words))
    )
    return "" if is_introduction and not any(map(str.isdecimal, words)) else words
