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

PRINTED = (
    "title", "container-title", "collection-title", "publisher", "publisher-place", "volume", "issue", "number", "page",
    "note", "medium", "URL", "DOI", "genre", "event-title", "edition",
)  # fmt: skip
_BRACKETS = lazy_pattern(rf"(?i)\[\s*{REQUESTED_VALUE}\s*\]|<\s*{REQUESTED_VALUE}\s*>")
_WHOLE = lazy_pattern(rf"(?i)(?:{REQUESTED_WHOLE})[.!]*")
_ASKED = lazy_pattern(
    r"(?i)[\[<]\s*(?:insert|fill in|enter|please add|your|todo|tbd)\b[^\[\]<>]*[\]>]"
)


@rule("SIG224", "placeholder-text", verdict=Verdict.SIGNAL)
def placeholder_text(item: Item, context: Context) -> Iterator[Finding]:
    """Report values that ask for a value, and such requests in brackets within a value."""
    for variable in PRINTED:
        if variable in item.text:
            yield from _in_text(item, variable, plain_text(item, variable))
    for variable, date in item.dates.items():
        if date.year is None or "X" in date.raw:
            yield from _in_text(item, variable, date.raw or date.literal)


def _in_text(item: Item, variable: str, value: str) -> Iterator[Finding]:
    found = ""
    if len(value) <= 60 and (_WHOLE.fullmatch(value) or _BRACKETS.fullmatch(value)):
        found = value
    elif ("[" in value or "<" in value) and (match := _ASKED.search(value)):
        found = match[0]
    if found:
        yield Finding(
            item.place(variable),
            f"{shown(found)} in `{field_name(item, variable)}` looks like a placeholder; verify the reference",
        )
