"""The title ends in a comma, a semicolon, a colon or two marks, or is in quotation marks or square brackets.

Styles add the punctuation and the quotation marks around a title themselves. The mark is left over from a
reference that a program split incorrectly. A space before a comma, or before a full stop at the end, is an error in
all languages. PubMed puts translated titles of articles in square brackets.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The Heather of the Slopes,},
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

Fix: unsafe: the mark at the end, the space, or the pair of quotation marks or brackets, is removed.
Source: common practice. Curly quotation marks can belong to a title that quotes somebody, and a full stop to an
abbreviation; `trailing-dot-in-title` reports the latter.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import REQUESTED_VALUE
from refkit.lint.places import Mark, findings_in
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

VARIABLES = ("title", "container-title")
_MARK = lazy_pattern(r"\s*([,;:])\s*(?=\}*$)")
# Two full stops, "?." and a full stop after a space; not "..." and ". . .".
_DOUBLED = ("..", ". .", "?.", "!.", " .")
_STOP = lazy_pattern(r"(?<![.…])(?<![.…] )((?:(?<=\w)|[.?!])(\s*\.))(?=\}*\s*$)")
_SPACE = lazy_pattern(r"(?<=\w)[ ~]+(?=,\s+\w)")
_FIRST = lazy_pattern(r"\{*([,;:])\s*")
_QUOTED = lazy_pattern(r'\{*(")[^"]*(")\}*')
_BRACKETED = lazy_pattern(r"\s*\{*(\[([^\[\]]*)\]\.?)\}*\s*")
_REQUEST = lazy_pattern(rf"(?i)\{{*\[\s*{REQUESTED_VALUE}\s*\]\}}*")  # which another rule reports


@rule("TTL231", "title-punctuation", severity="warning", variables=VARIABLES, prose=False)
def title_punctuation(item: Item, context: Context) -> Iterator[Finding]:
    """Report punctuation at the end, and quotation marks around the whole value."""
    for variable in VARIABLES:
        text = item.text.get(variable, "").removesuffix("</span>")
        if text.startswith((":", ",", ";")):
            yield from findings_in(item, variable, _at_start, "remove the mark")
        elif text.endswith((",", ";", ":")):
            yield from findings_in(item, variable, _at_end, "remove the mark")
        elif text.endswith(_DOUBLED):
            yield from findings_in(item, variable, _doubled, "remove the full stop")
        elif variable == "title" and '"' in text:
            yield from findings_in(item, variable, _around, "remove the quotation marks")
        if " ," in text:
            yield from findings_in(item, variable, _spaced, "remove the space")
        if variable == "title" and "[" in text and item.type == "article-journal":
            yield from findings_in(item, variable, _brackets, "remove the brackets")


def _at_start(value: str) -> Iterator[Mark]:
    match = _FIRST.match(value)
    if match:
        message = (
            f"`{match[1]}` at the start of the title or venue does not belong to it; remove it"
        )
        yield Mark(*match.span(), message, "")


def _at_end(value: str) -> Iterator[Mark]:
    match = _MARK.search(value)
    if match and value[: match.start()][-1:] != "\\":
        message = f"`{match[1]}` at the end of the title or venue is added by styles; remove it"
        yield Mark(*match.span(), message, "")


def _doubled(value: str) -> Iterator[Mark]:
    match = _STOP.search(value)
    if match:
        message = (
            f"`{match[1].strip()}` at the end of the title or venue has a mark too many; remove it"
        )
        if match[1].startswith(" "):
            message = "there is a space before the full stop at the end; remove both"
        yield Mark(*match.span(2), message, "")


def _spaced(value: str) -> Iterator[Mark]:
    first, *others = [match.span() for match in _SPACE.finditer(value)] or [(0, 0)]
    if first[1]:
        message = "there is a space before the comma; remove it"
        yield Mark(*first, message, "", tuple((*span, "") for span in others))


def _around(value: str) -> Iterator[Mark]:
    match = _QUOTED.fullmatch(value)
    if match:
        message = "quotation marks around the whole title are added by styles; remove them"
        yield Mark(*match.span(1), message, "", ((*match.span(2), ""),))


def _brackets(value: str) -> Iterator[Mark]:
    """Mark the brackets around a title of several words: `[Jane]` may be an editor's addition."""
    match = _BRACKETED.fullmatch(value) if value.count(" ") > 1 else None
    if match and not _REQUEST.fullmatch(value.strip()):
        message = "the title is in brackets, as PubMed writes translated titles; remove them"
        yield Mark(*match.span(1), message, match[2].rstrip().removesuffix("."))
