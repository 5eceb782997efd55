"""The page numbers are malformed.

A letter was typed instead of a digit, a number is incomplete, the dash between two numbers is another character, or the
value has no number at all.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {2l4--221},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
      pages = {214--221},
    }

Fix: none, because refkit does not know the right pages.
Source: common practice; article numbers, Roman numerals, and prefixes and suffixes of a number are pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.facts import shown
from refkit.lint.item_facts import is_biblatex
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.rules.pages_text import NO_PAGES
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_GOOD = lazy_pattern(r"(?P<letters>[A-Za-z]{0,2})\d{1,7}(?:[-–](?P=letters)\d{1,7})?")
_LETTER_FOR_DIGIT = lazy_pattern(
    r"(?<![A-Za-z\d])\d*(?:(?<=\d)[OolI](?=\d)|[Ol](?=\d+[-–]\d))\d*|(?<=[-–])\d+O(?!\w)"
)
_MARK_AT_END = lazy_pattern(r"\s*[A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?\s*([.,;:])\s*")
_SEPARATOR = lazy_pattern(
    r"\s*(\d{1,6})(\s+(?:to|bis|à|al?)\s+|\s*(?:_|\.{2,}|…|/{2})\s*| +)(\d{1,6})\s*"
)
_OPEN = lazy_pattern(r"\s*[-–—]+\s*\d+\s*|\s*\d+\s*[-–—]+\s*")
_MIXED = lazy_pattern(
    r"\s*\w?\d+\s*(?:[,;.:]\s*[-–—]+|[-–—]+\s*[,;.:]|[-–—]+\s+[-–—]+|-+[–—]+|[–—]+-+)\s*\w?\d+\s*"
)
_THREE = lazy_pattern(r"\s*\d+[-–]+\d+[-–]+\d+\s*")
_DOUBT = lazy_pattern(r"\d\?|\?[-–]|[-–]\?")
_WORD = lazy_pattern(r"[A-Za-z]{3,}(?:[ ~-][A-Za-z]+)*\.?")
_ROMAN = lazy_pattern(r"(?i)[ivxlcdm]+(?:[ ~-]+[ivxlcdm]+)*")


@rule("PAG229", "malformed-pages", variables=("page",), prose=False)
def malformed_pages(item: Item, context: Context) -> Iterator[Finding]:
    """Report pages with a letter instead of a digit, with a wrong separator or without a number."""
    value = item.text["page"]
    if _GOOD.fullmatch(value) or NO_PAGES.match(value):
        return
    # Biber knows ranges without an end.
    problem = _problem(value, is_biblatex(item, context))
    if problem:
        yield Finding(item.place("page"), f"the pages {shown(value)} {problem}")


def _problem(value: str, open_ranges: bool) -> str:
    """Return what is wrong with pages and what to do, or an empty string."""
    if match := _LETTER_FOR_DIGIT.search(value):
        return f"contain a letter instead of a digit (`{match[0]}`); write the digit"
    if match := _SEPARATOR.fullmatch(value):
        rising = read_int(match[1]) < read_int(match[3])
        return "have no dash between the two numbers; write `--`" if rising else ""
    if match := _MARK_AT_END.fullmatch(value):
        return f"end in `{match[1]}`, which is printed, too; remove it"
    if _OPEN.fullmatch(value):
        return (
            ""
            if open_ranges and value[:1].isdecimal()
            else "are half of a range; complete the range"
        )
    if _MIXED.fullmatch(value):
        return "have another mark next to the dash; write `--`"
    if _THREE.fullmatch(value):
        return "are a range of three numbers; write the first and the last page"
    if _DOUBT.search(value):
        return "are incomplete; complete them"
    if _WORD.fullmatch(value) and not _ROMAN.fullmatch(value):
        return "contain no number; write the first and the last page"
    return ""
