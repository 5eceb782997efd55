"""A title, venue or publisher is a placeholder.

`[Title of the article]`, "Journal Name" and "Lorem ipsum" come from templates and from AI assistants that do not
know the value. Verify that the work exists.

Example:

    @article{reed2023,
      author = {Reed, Max},
      title = {Salt Marshes in Winter},
      journal = {[Journal Name]},
      year = {2023},
    }

Use instead:

    @article{reed2023,
      author = {Reed, Max},
      title = {Salt Marshes in Winter},
      journal = {Coastal Botany},
      year = {2023},
    }

Fix: none, because refkit does not know the right value.
Source: the words are in `refkit/data/placeholders.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import REQUESTED_VALUE, REQUESTED_WHOLE
from refkit.lint.facts import shown
from refkit.lint.item_facts import field_name, plain_text
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

PRINTED = frozenset((
    "title", "container-title", "collection-title", "publisher", "publisher-place", "volume", "issue", "number", "page",
    "note", "medium", "URL", "DOI", "genre", "event-title", "edition",
))  # fmt: skip
_CENTURY = lazy_pattern(r"1\dXX[?~%]?")
_BRACKETS = lazy_pattern(rf"(?i)\[\s*{REQUESTED_VALUE}\s*\]|<\s*{REQUESTED_VALUE}\s*>")
_WHOLE = lazy_pattern(rf"(?i)(?:{REQUESTED_WHOLE})[.!]*")
# Every request without brackets begins with one of these words, or contains "xx".
_FIRST_WORDS = frozenset(
    """insert add enter fill your sample example dummy placeholder paper article some full title journal publisher book
    name
    author lorem conference university volume issue page yyyy todo fixme tbd tbc""".split()
)
LONGEST = 60  # characters of a value that is a request
_ASKED = lazy_pattern(
    r"(?i)[\[<]\s*(?:insert|fill in|enter|please add|your|todo|tbd)\b[^\[\]<>]*[\]>]"
)


@rule("SIG224", "placeholder-text", verdict=Verdict.SIGNAL)
def placeholder_text(item: Item, context: Context) -> Iterator[Finding]:
    """Report template values such as "insert title here", and such text in brackets within a value."""
    for variable, text in item.text.items():
        if (
            not text.isdecimal()
            and variable in PRINTED
            and ("[" in text or "<" in text or (len(text) <= LONGEST and _may_be_request(text)))
        ):
            yield from _in_text(item, variable, plain_text(item, variable))
    for variable, date in item.dates.items():
        written = date.raw or date.literal
        if (
            written
            and (date.year is None or "X" in written)
            and not _is_century(written, field_name(item, variable))
        ):
            yield from _in_text(item, variable, written)


def _is_century(written: str, name: str) -> bool:
    """Whether a date is a past century in EDTF (`19XX`), which `year` does not accept."""
    return name != "year" and _CENTURY.fullmatch(written) is not None


def _in_text(item: Item, variable: str, value: str) -> Iterator[Finding]:
    found = ""
    if len(value) <= LONGEST and _may_be_request(value) and _is_request(value):
        found = value
    elif ("[" in value or "<" in value) and (match := _ASKED.search(value)):
        found = match[0]
    if found:
        yield Finding(
            item.place(variable),
            f"{shown(found)} in `{field_name(item, variable)}` looks like a placeholder; verify the reference",
        )


def _may_be_request(value: str) -> bool:
    """Whether a value begins like template text; this test is faster than the comparison."""
    return (
        value.startswith(("[", "<"))
        or value.partition(" ")[0].rstrip(":").lower() in _FIRST_WORDS
        or "xx" in value.lower()
    )


def _is_request(value: str) -> bool:
    pattern = _BRACKETS if value.startswith(("[", "<")) else _WHOLE
    return pattern.fullmatch(value) is not None
