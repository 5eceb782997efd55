"""The title ends with text that belongs in another field.

The journal, the series, the volume, the medium ("[Online]") or the edition after the title is printed twice, or in the
wrong place.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes. Upland Botany},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: none, because the file does not show what else belongs to the title.
Source: common practice; CSL and BibTeX have a variable for each of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_TAG = lazy_pattern(r"</?span[^<>]*>")
_EDITION = lazy_pattern(
    r"(?i)[,;(:.\[]\s*(\(?(?:\d{1,2}(?:st|nd|rd|th|\.)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|revised|rev\.)"
    r"\s+(?:revised\s+)?(?:ed(?:ition|n|\.)?|aufl(?:age|\.)?))[)\].]*$"
)
_SERIES = lazy_pattern(
    r"[(,;.:]\s*\(?((?:Lecture Notes in|LNCS\b|Springer (?:Series|Tracts|Undergraduate)|Graduate Texts in"
    r"|Undergraduate Texts in|Cambridge (?:Studies|Tracts|Texts)|Oxford (?:Studies|Texts)|Studies in|Advances in"
    r"|Progress in|Handbooks? (?:of|in))"
    r"[^()]*?(?:,?\s*(?:vol(?:ume|\.)|no\.|series)\s*\d+|\d+|Series|Science|Mathematics|Physics|LNCS))\)$"
)
_DOI = lazy_pattern(rf"(?i)[\s.,;(]((?:doi:\s*)?{patterns.DOI_START}\S+?)\)?\.?$")
# "[Online]", as styles of medicine print the medium, and the rest of a citation
_MEDIUM = lazy_pattern(
    r"(?i)\[(online|internet|(?:doctoral |phd )?dissertation|(?:phd |doctoral |master['’]?s )?thesis"
    r"|(?:computer )?software|video|blog post|data ?set|preprint|e-?book|website|web ?page"
    r"|electronic resource|press release|en línea|en ligne|online-ressource"
    r"|электронный ресурс)\]\.?$"
)
_CITATION = lazy_pattern(
    r"(?i)[,.]\s+(vol(?:ume|\.)?[\s~]*\d+\s*[,:(]\s*(?:(?:no|nr|pp?)\.|issue\b|\d).*)$"
)
ENOUGH = 10  # letters of a venue that do not occur at the end of a title by chance


@rule("TTL230", "field-in-title", severity="warning", variables=("title",), prose=False)
def field_in_title(item: Item, context: Context) -> Iterator[Finding]:
    """Search the end of the title for the venue, the series, the edition and the DOI."""
    title = item.text["title"]
    plain = _TAG.sub("", title) if "<" in title else title
    for words, field in _found(plain, item):
        message = f"{shown(words)} at the end of the title belongs in `{field}`; move it there"
        yield Finding(item.place("title"), message)
        return


def _found(title: str, item: Item) -> Iterator[tuple[str, str]]:
    if item.type == "book" and (match := _edition(title)):
        yield match[1].strip("()"), "edition"
    if title.endswith(")") and (match := _SERIES.search(title)):
        yield match[1], "series"
    if title.rstrip(".").endswith("]") and (match := _MEDIUM.search(title)):
        yield f"[{match[1]}]", "type" if item.type == "thesis" else "howpublished"
    if "vol" in title.lower() and (match := _CITATION.search(title)):
        yield match[1], "volume"
    if "10." in title and (match := _DOI.search(title)):
        yield match[1], "doi"
    for variable, field in (
        ("container-title", _venue_field(item)),
        ("collection-title", "series"),
    ):
        value = item.text.get(variable, "").strip(". ")
        if len(value) >= ENOUGH and " " in value and _ends_with(title, value):
            yield value, field


def _edition(title: str) -> re.Match[str] | None:
    """Return the match of an edition at the end of a title."""
    end = title[-12:].lower()
    return _EDITION.search(title) if "ed" in end or "aufl" in end else None


def _venue_field(item: Item) -> str:
    return "journal" if item.type.startswith("article") else "booktitle"


def _ends_with(title: str, value: str) -> bool:
    """Whether the title ends with a value, after a mark of punctuation that ends the title before it."""
    rest = title.rstrip(" .)")
    if rest[-1:].lower() != value[-1:].lower() or not rest.lower().endswith(value.lower()):
        return False
    before = rest[: len(rest) - len(value)].rstrip(" ")
    return before.endswith((".", ",", ";", "(", " In")) and len(before) > ENOUGH
