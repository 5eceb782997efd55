"""The whole title is in double braces.

Styles cannot change the case of text in braces. A style with sentence case prints this title with its
capitals, next to titles without them. Protect only the words that need it. Titles without such capitals, German
titles, whose nouns need them, titles of books and theses, and BibLaTeX files are not reported, because common styles do
not change their case.

Example:

    @article{moor2015,
      author = {Moor, Ned},
      title = {{The heather of Northern slopes, by DNA}},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned},
      title = {The heather of {Northern} slopes, by {DNA}},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: unsafe: braces around each word with a capital replace the outer braces. Titles in title case are not
fixed, because only the author knows which words are names.
Source: the BibTeX manual (btxdoc, 1988), 4 item 8; plain.bst, format.title; exports of Mendeley, ADS
and Web of Science have these braces.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.capitals import with_protected_capitals
from refkit.lint.facts import dialect
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.source import Span
from refkit.patterns import lazy_pattern
from refkit.tex.change_case import lower_title

_BRACE = lazy_pattern(r"[{}]")
# The types whose titles plain.bst, abbrv.bst, unsrt.bst and ieeetr.bst print in sentence case.
LOWERED = (
    "article", "booklet", "conference", "incollection", "inproceedings", "mastersthesis", "misc", "techreport",
    "unpublished",
)  # fmt: skip

_GERMAN = frozenset(
    "german ngerman naustrian austrian nswissgerman swissgerman deutsch de de-de de-at de-ch".split()
)
# The words of German titles that are in no English title, and those that are in few: "van der Waals", "to die for".
_GERMAN_ONLY = frozenset("und für über zur zum eine einer eines vom beim durch".split())
_OFTEN_GERMAN = frozenset("der die das des den dem ein im von mit auf aus bei nach zu".split())


@rule("TTL221", "double-braced-title", fields=("title",), types=LOWERED, cues=("\n{",))
def double_braced_title(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report titles that consist of a single brace group."""
    value = field.value
    if not (value.startswith("{") and value.endswith("}")) or " " not in value:
        return
    # "{A} and {B}" begins and ends with braces too, and "{\\LaTeX ...}" is a command's group.
    if value.startswith("{\\") or not _one_group(value) or dialect(context) == "biblatex":
        return
    title = _inside(value)
    if lower_title(title) == title or _is_german(title, entry):
        return
    yield Finding(
        field.value_span,
        f"`{field.name}` is in two pairs of braces; protect only the words that need it",
        _fix(field, entry, title),
    )


def _is_german(title: str, entry: Entry) -> bool:
    """Whether a title is German according to the entry or to its short words."""
    if any(
        field and field.value.lower() in _GERMAN for field in map(entry.get, ("langid", "language"))
    ):
        return True
    words = frozenset(title.lower().split())
    return not words.isdisjoint(_GERMAN_ONLY) or len(words & _OFTEN_GERMAN) > 1


def _fix(field: Field, entry: Entry, inside: str) -> Fix | None:
    if entry.source.slice(field.value_span)[1:-1] != field.value:
        return None
    title = with_protected_capitals(inside)
    if title is None or _one_group(title):
        return None
    edit = Edit(Span(field.value_span.start + 1, field.value_span.end - 1), title)
    return Fix((edit,), Safety.UNSAFE, "put braces around single words")


def _inside(value: str) -> str:
    """Return a title without the braces around the whole of it."""
    while _one_group(value) and not value.startswith("{\\"):
        value = value[1:-1].strip()
    return value


def _one_group(value: str) -> bool:
    """Whether a value is a brace group."""
    depth = 0
    for brace in _BRACE.finditer(value) if value.startswith("{") else ():
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end() == len(value)
    return False
