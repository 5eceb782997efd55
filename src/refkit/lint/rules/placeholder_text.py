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
from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

PRINTED = (
    "title", "subtitle", "booktitle", "journal", "journaltitle", "publisher", "school", "institution", "organization",
    "series", "address", "location", "volume", "number", "pages", "year", "date", "note", "howpublished", "url", "doi",
)  # fmt: skip
_BRACKETS = lazy_pattern(
    rf"(?i)\[\s*{REQUESTED_VALUE}\s*\]|<\s*{REQUESTED_VALUE}\s*>|\{{\{{\s*{REQUESTED_VALUE}\s*\}}\}}"
)
_WHOLE = lazy_pattern(rf"(?i)(?:{REQUESTED_WHOLE})[.!]*")
_ASKED = lazy_pattern(
    r"(?i)[\[<]\s*(?:insert|fill in|enter|please add|your|todo|tbd)\b[^\[\]<>]*[\]>]"
)


@rule("SIG224", "placeholder-text", verdict=Verdict.SIGNAL, fields=PRINTED)
def placeholder_text(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report values that ask for a value, and such requests in brackets within a value."""
    value = field.value
    if len(value) <= 60:
        bare = value.strip("{} ")
        if _WHOLE.fullmatch(bare) or _BRACKETS.fullmatch(bare):
            yield Finding(field.value_span, _message(value, field))
            return
    if ("[" in value or "<" in value) and (match := _ASKED.search(value)):
        yield Finding(part_span(field, entry, *match.span()), _message(match[0], field))


def _message(written: str, field: Field) -> str:
    return f"{shown(written)} in `{field.name}` looks like a placeholder; verify the reference"
