"""The venue starts with "In", which styles add.

Styles print "In" before the title of proceedings or of a book, in the language of the document. The reference then
reads "In In: Proceedings of ...".

Example:

    @inproceedings{moor2015,
      author = {Moor, Ned},
      title = {Heather},
      booktitle = {In: Proceedings of the Workshop on Upland Botany},
      year = {2015},
    }

Use instead:

    @inproceedings{moor2015,
      author = {Moor, Ned},
      title = {Heather},
      booktitle = {Proceedings of the Workshop on Upland Botany},
      year = {2015},
    }

Fix: unsafe: the word is removed.
Source: BibTeX's standard styles print `In` before `booktitle` (btxbst.doc, format.in.ed.booktitle). Names that start
with the word, such as "In Silico Biology", are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.places import Mark, findings_in, written_value
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# English, German, Dutch, Italian; French; Spanish; Portuguese; Russian
_LABEL = lazy_pattern(
    r"(?i)[\s{]*(?:(?:in|dans|en|em|в(?:\s(?:кн|сб)\.)?)\s?:\s*(?=\w)"
    r"|in\s+(?=(?:the\s+)?(?:proc(?:eedings|\.)?|(?:\d+(?:st|nd|rd|th)|international|annual|ieee|acm|european)\s"
    r"|(?:journal|annals|transactions|advances|conference|symposium|workshop)\s(?:on|of|in|for)\s)))"
)


@rule(
    "TTL233",
    "in-before-venue",
    severity="warning",
    variables=("container-title",),
    types=("article-journal", "chapter", "paper-conference"),
    prose=False,
)
def in_before_venue(item: Item, context: Context) -> Iterator[Finding]:
    """Report the word at the start of a journal, proceedings or a book."""
    if _LABEL.match(written_value(item, "container-title")):
        yield from findings_in(item, "container-title", _marks, "remove the word")


def _marks(value: str) -> Iterator[Mark]:
    match = _LABEL.match(value)
    if match:
        word = match[0].strip(" {")
        start = match.end() - len(match[0].lstrip(" {\n\t"))
        yield Mark(
            start, match.end(), f"`{word}` before the venue is added by styles; remove it", ""
        )
