"""The title or venue is cut off.

A program or a copy cut off the value: it ends in "of the" or in dots.

Example:

    @inproceedings{berg2019,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Proceedings of the International Conference on},
      year = {2019},
    }

Use instead:

    @inproceedings{berg2019,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Proceedings of the International Conference on Query Languages},
      year = {2019},
    }

Fix: none, because the file does not contain the rest.
Source: JabRef's check of booktitles that end in "conference on".
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_VENUE = lazy_pattern(r"(?i)\s(?:of|on|the|and|for|with|an|&|\\&)\}*$")
_TITLE = lazy_pattern(r"(?i)\s(?:of the|of|and|the|with the|for the|in the)\}*$")
_DOTS = lazy_pattern(r"(?:\.\.\.|…|\\ldots|\\dots)(?:\{\})?\}*$")

_LAST_WORDS = lazy_pattern(r"\S+ ?\S*\Z")


@rule(
    "TTL228",
    "truncated-text",
    severity="warning",
    fields=("title", "booktitle", "journal", "journaltitle"),
)
def truncated_text(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report values whose last words cannot be the end."""
    value = field.value
    last = value[-4:].lower().rstrip("}")
    if not last.endswith(("f", "n", "e", "d", "r", "h", "&", ".", "…", "s")):
        return
    # IEEE inverts names: "Robotics, International Conference on".
    whole = field.name != "title" and ("," in value or value.endswith("ears on"))
    match = None if whole else (_TITLE if field.name == "title" else _VENUE).search(value)
    # Titles may end in an ellipsis; names of venues do not.
    if match is None and field.name != "title":
        match = _DOTS.search(value)
    if match and " " in value:
        words = _LAST_WORDS.search(value.rstrip("}"))
        assert words is not None  # there is a space in the value
        yield Finding(
            part_span(field, entry, *words.span()),
            f"`{field.name}` is cut off after `{words[0]}`; add what is missing",
        )
