"""The DOI is malformed.

A DOI consists of `10.`, a registrant of at least four digits, a slash and a suffix, without spaces. With any
other value, or with an extra character at the end, the link does not work. Short DOIs such as 10/dhq253 are
valid.

Example:

    @article{smith2020,
      doi = {10.1000/182.},
    }

Use instead:

    @article{smith2020,
      doi = {10.1000/182},
    }

Fix: unsafe: text that does not belong to the DOI is removed at its end, as is a repeated registrant. For other
problems none, because refkit does not know the right DOI.
Source: ISO 26324:2012; DOI Handbook, section 2.2, "Syntax of a DOI name"; https://shortdoi.org/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import doi_in, shown
from refkit.lint.item_facts import is_tex
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import parse_arxiv, parse_isbn, parse_issn, parse_short_doi, patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_SEVERAL = lazy_pattern(rf"(?i)(?:^|[\s,;:]|doi\.org/){patterns.DOI_START}")
_PLAIN = lazy_pattern(rf"{patterns.DOI_START}[^\s{{}}\\,]+")
# A DOI without anything that needs a closer look: most DOIs.
_CLEAN = lazy_pattern(
    rf"{patterns.DOI_START}(?!{patterns.DOI_CUE})[^\s{{}}\\,%/?#]*[^\s{{}}\\,%/?#.;:\]\[()>'\"_–—=&+-]"
)
# Marks that make a clean DOI worth a closer look.
_ODD = ("..", "//", "(", ")")
_REPEATED = lazy_pattern(rf"(({patterns.DOI_START})(?:doi:)?)\2")
# Text at the end that belongs to the sentence around a DOI, or to the publisher's page.
_TAIL = lazy_pattern(
    r"(?i)(?:[.,;:]+|/(?:full|abstract|epdf|pdf|fulltext|meta|html|summary)?(?:[?#].*)?|\?[a-z]+=.*|#[a-z].*)$"
)
_ENCODED = lazy_pattern(r"%(?:2[0-9A-F]|3[A-F]|5[BD]|7[BD])", re.IGNORECASE)
# A number with a letter for one of its digits: 2O19.
_LETTER = lazy_pattern(r"(?<![0-9A-Za-z])(?=[0-9]+[OolI][0-9]+(?![0-9A-Za-z]))[0-9OolI]{4,}")
# The last character of a DOI whose rest is on another line; SICIs may end in a hyphen.
_CUT_OFF = lazy_pattern(r"(?<!;2)(?<!\\)[-_–—=&+]+$")
# Suffixes in which no comma or repeated mark occurs, by registrant: Elsevier, Springer, IEEE, ACM, PLOS, Nature, Wiley.
_START = lazy_pattern(rf"(?P<registrant>{patterns.DOI_REGISTRANT})/")
_REGULAR = {
    "1016": lazy_pattern(r"/*[js]\."), "1007": lazy_pattern(r"/*(?:s\d|978)"), "1109": lazy_pattern(""),
    "1145": lazy_pattern(""), "1371": lazy_pattern(""), "1038": lazy_pattern(r"/*s?\d"),
    "1002": lazy_pattern(r"/*[a-z]+\.\d"),
}  # fmt: skip
_IRREGULAR = lazy_pattern(r",(?=[^,\s])|\.\.(?!\.)|//?(?<=//)|^/")
_NO_REGISTRANT = lazy_pattern(r"(?i)\b[1lI][0oO][.,][0-9oOlI.]{3,}/")


@rule("IDS101", "doi-syntax", variables=("DOI",))
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report malformed DOIs."""
    field = item.source_field("DOI")
    if item.entry is not None and field is not None and is_tex(item):
        yield from _in_field(field, item.entry)
        return
    value = item.text["DOI"]
    if _is_clean(value):
        return
    if doi_in(value) is not None:
        yield from (Finding(item.place("DOI"), mark.message) for mark in _blemishes(value))
    elif parse_short_doi(value) is None:
        yield Finding(item.place("DOI"), _message(value, "DOI"))


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    value = field.value
    if _is_clean(value) or field.name != "doi":
        return
    if doi_in(value) is not None:
        yield from findings_at(field, entry, _blemishes(value), "write only the DOI")
    elif parse_short_doi(value.strip("{} ")) is None:
        yield Finding(field.value_span, _message(value, "doi"))


def _is_clean(value: str) -> bool:
    """Whether a DOI has the usual form and needs no further checks."""
    return not value.strip("{} ") or (
        _CLEAN.fullmatch(value) is not None
        and not any(mark in value for mark in _ODD)
        and not _LETTER.search(value)
    )


def _message(value: str, name: str) -> str:
    return f"{shown(value)} is malformed: {_reason(value)}; check the DOI, or remove `{name}`"


def _blemishes(value: str) -> Iterator[Mark]:
    """Yield the part of a DOI that does not belong to it."""
    repeated, tail = _REPEATED.search(value), _TAIL.search(value.rstrip("} "))
    opened = value.count("(") - value.count(")")
    advice = "check the DOI"
    if repeated:
        start, end = repeated.start(), repeated.end(1)
        yield Mark(
            start, end, f"the DOI contains the registrant `{repeated[2]}` twice; remove one", ""
        )
    elif tail and tail[0]:
        yield Mark(
            *tail.span(),
            f"the DOI ends with {shown(tail[0])}, which does not belong to it; remove it",
            "",
        )
    elif cut := _CUT_OFF.search(value.rstrip("} ")):
        yield Mark(
            *cut.span(), f"the DOI ends with {shown(cut[0])}: it seems to be cut off; {advice}"
        )
    elif irregular := _irregular(value):
        yield irregular
    elif opened:
        yield _unpaired(value, "(" if opened > 0 else ")")
    elif encoded := _ENCODED.search(value) if "doi.org" not in value else None:
        yield Mark(
            *encoded.span(),
            f"the DOI is percent-encoded: `{encoded[0]}`; write the character itself",
        )
    elif letter := _LETTER.search(value):
        yield Mark(
            *letter.span(), f"the DOI contains a letter in the number {shown(letter[0])}; {advice}"
        )


def _irregular(value: str) -> Mark | None:
    """Return a comma or a repeated mark that no DOI of the registrant has."""
    start = _START.search(value)
    regular = _REGULAR.get(start["registrant"].partition(".")[2]) if start else None
    if start is None or regular is None or not regular.match(value, start.end()):
        return None
    found = _IRREGULAR.search(value, start.end())
    if found is None:
        return None
    message = "`,` instead of a full stop" if found[0] == "," else shown(found[0])
    return Mark(*found.span(), f"the DOI contains {message}; check the DOI")


def _unpaired(value: str, bracket: str) -> Mark:
    """Return the last bracket of a DOI that has too many of it."""
    place = value.rindex(bracket)
    where = " at its end" if place == len(value) - 1 else ""
    return Mark(place, place + 1, f"the DOI has an unpaired `{bracket}`{where}; check the DOI")


def _reason(value: str) -> str:
    found = re.search(rf"\b{patterns.DOI_CUE}[0-9]*", value)
    if found is None or re.match(r"(?i)\s*arxiv:", value):
        return _other_identifier(value.strip("{} "))
    digits = len(found[0]) - len("10.")
    if digits < 4:
        return f"`10.` must be followed by at least four digits, not {digits}"
    if "/" not in value[found.end() :]:
        if "\\" in value:
            return "it contains a backslash instead of `/`"
        encoded = "%2f" in value.lower()
        return "its slash is percent-encoded" if encoded else "there is no `/` after the registrant"
    if len(_SEVERAL.findall(value)) > 1:
        return "it contains several DOIs"
    alone = _PLAIN.search(value)
    if alone and re.match(r"(?i)https?:|www\.", value.strip()):
        return f"there is an address before `{alone[0]}`"
    if re.search(r"\s", value[found.start() :].strip()):
        return "it contains a space"
    return f"there is other text before or after `{found[0]}`"


def _other_identifier(value: str) -> str:
    """Return the reason for a value without the start of a DOI: often it is another identifier."""
    if parse_arxiv(value) is not None:
        return "it is an arXiv identifier, which belongs in `eprint`"
    if (isbn := parse_isbn(value)) and isbn.valid:
        return "it is an ISBN"
    if (issn := parse_issn(value)) and issn.valid:
        return "it is an ISSN"
    if found := _NO_REGISTRANT.search(value):
        return _misspelt(found[0])
    return "a DOI starts with `10.`"


def _misspelt(start: str) -> str:
    """Return what is wrong in a start that should be `10.`, digits and a slash."""
    letter = next((char for char in start if char in "oOlI"), "")
    if letter:
        return f"it contains the letter `{letter}` instead of the digit {'0' if letter in 'oO' else '1'}"
    return "it does not start with `10.`"
