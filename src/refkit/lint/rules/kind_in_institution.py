"""The institution contains the kind of thesis or report.

Styles write "PhD thesis" or "Technical report" themselves, so that it is printed twice. A kind that they do not
know belongs in `type`.

Example:

    @phdthesis{todd1999,
      author = {Todd, Ivy},
      title = {Wind Waves on Lakes},
      school = {PhD thesis, University of Leeds},
      year = {1999},
    }

Use instead:

    @phdthesis{todd1999,
      author = {Todd, Ivy},
      title = {Wind Waves on Lakes},
      school = {University of Leeds},
      year = {1999},
    }

Fix: unsafe: the words for the kind are removed, with the mark after or before them.
Source: BibTeXing (btxdoc, 1988), section 3.1; plain.bst, format.thesis.type and format.tr.number. Theses are
recognized in many languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.work_types import BACHELORS, DOCTORAL, MASTERS, OTHER_THESES
from refkit.lint.item_facts import field_name
from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# White space is limited, so that the steps of a search stay linear.
_S, _SS = r"\s{0,3}", r"\s{1,3}"
_THESIS = (
    rf"(?:unpublished{_SS})?(?:{DOCTORAL}|{MASTERS}|{BACHELORS}|{OTHER_THESES})"
    rf"(?:{_SS}(?:thesis|dissertation))?"
)
_REPORT = (
    rf"(?:technical|research|internal|scientific){_SS}(?:report|memorandum|note)"
    rf"|tech(?:n|\.)?\.?{_S}rep(?:ort)?\.?"
)
_MARKS = rf"{_S}[,;:]{_S}|{_SS}[–—-]{{1,3}}{_SS}"
_PATTERNS = {
    kind: (
        lazy_pattern(rf"(?i){_S}\{{{{0,3}}(({words})(?:{_MARKS}))(?=\S)"),
        lazy_pattern(
            rf"(?i)\S((?:{_MARKS})({words})|{_S}[(\[]({words})[)\]]){_S}\.?\}}{{0,3}}{_S}$"
        ),
    )
    for kind, words in (("thesis", _THESIS), ("report", _REPORT))
}
# Every such word in lower case contains one of these.
_HINTS = (
    "thes",
    "thès",
    "diss",
    "tesi",
    "tese",
    "arbeit",
    "ph",
    "rep",
    "master",
    "mémoire",
    "论文",
    "論文",
    "дисс",
)


@rule("FLD234", "kind-in-institution", variables=("publisher",), types=tuple(_PATTERNS))
def kind_in_institution(item: Item, context: Context) -> Iterator[Finding]:
    """Report a kind of thesis or report before or after the institution."""
    value = item.publisher.lower()
    if any(hint in value for hint in _HINTS):
        name = field_name(item, "publisher")
        yield from findings_in(
            item, "publisher", lambda value: _marks(value, item.type, name), "keep the institution"
        )


def _marks(value: str, kind: str, name: str) -> Iterator[Mark]:
    first, last = _PATTERNS[kind]
    match = first.match(value) or last.search(value)
    if match:
        words = next(word for word in match.groups()[1:] if word)
        message = f"`{words}` in `{name}` is added by styles; keep only the institution"
        yield Mark(*match.span(1), message, "")
