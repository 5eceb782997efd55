"""A word is divided by a hyphen and a space.

Text copied from a PDF keeps the hyphen and the space of a line break: "nor- thern". Styles print both.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes of the nor- thern Sea},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes of the northern Sea},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: none, because the hyphen may belong to the word, as in "two- dimensional".
Source: common practice; a hyphen before "and" and "or" ("pre- and postwar") is correct.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.words.conjunctions import ANDS_AND_ORS, and_pattern
from refkit.lint.code_parts import without_code
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

TEXT = (
    "title", "subtitle", "booktitle", "journal", "journaltitle", "publisher", "series", "school", "institution",
    "organization", "titleaddon", "booksubtitle", "maintitle",
)  # fmt: skip
# Words after a hyphen that replaces the rest of a compound: "pre- and postwar", "Vor- und Nachteile", "two- to five".
_JOINING = (
    f"{and_pattern(ANDS_AND_ORS)}|to|as|vs|versus|but|than|through|bis|noch|statt|od|nebo|against|nor|then|plus|ni|au"
    "|til"
)
_DIVIDED = lazy_pattern(
    rf"[^\W\d_]{{2,}}(?:\\?-|[\u00ad\u2010\u2011]) (?!(?:{_JOINING})\b)[^\W\d_]{{2,}}"
)


@rule("TEX230", "divided-word", fields=TEXT, cues=("- ", "\u00ad ", "\u2010 "))
def divided_word(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report a hyphen after letters and a space before lower-case letters."""
    value = field.value
    if "- " not in value and "\u00ad " not in value and "\u2010 " not in value:
        return
    text = without_code(value)
    marks = (_mark(match, field) for match in _DIVIDED.finditer(text) if _is_divided(match, text))
    yield from findings_at(field, entry, marks)


def _is_divided(word: re.Match[str], text: str) -> bool:
    """Whether the second half is in lower case, and the hyphen neither a dash nor part of a list of compounds."""
    second = word[0].rpartition(" ")[2]
    # "micro-, meso- and macro-", "Land- Forst- und Wasserwirtschaft": another hyphen at the end of a word.
    return second[0].islower() and text[word.end() : word.end() + 1] not in ("-", ",")


def _mark(word: re.Match[str], field: Field) -> Mark:
    message = (
        f"`{word[0]}` in `{field.name}` is divided as at the end of a line; write it as one word"
    )
    return Mark(*word.span(), message)
