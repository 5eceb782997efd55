"""The journal of an article is a conference, or the proceedings of a paper are a journal.

Papers in proceedings have the type `@inproceedings` and a `booktitle`. As articles they are printed without
"In" and the editors, and are counted as journal papers. An article with the type `@inproceedings` is printed with "In"
before its journal.

Example:

    @article{berg2019,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      journal = {Proceedings of the International Workshop on Query Languages},
      year = {2019},
    }

Use instead:

    @inproceedings{berg2019,
      author = {Berg, Lea},
      title = {A Grammar of Queries},
      booktitle = {Proceedings of the International Workshop on Query Languages},
      year = {2019},
    }

Fix: none, because the type decides what else is needed.
Source: JabRef and Zotero's linter have similar checks. The rule skips journals called Proceedings and
conference series with volumes.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.item_facts import plain_text
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_MEETING = lazy_pattern(
    r"(?i)\b(?:conference|conf\.|symposium|symp\.|workshop|congress|colloquium)(?=\W|$)"
)
# "Journal of Hydrology", "European Journal of Botany", and journals of one word that no meeting is named after.
_JOURNAL = lazy_pattern(
    r"(?i)(?!.*\b(?:conference|workshop|symposium|proceedings|supplement|special|adjunct|abstracts?)\b)"
    r"(?:(?:the )?(?:[\w-]+ ){0,3}journal of (?:the )?[^:(),;\d]+|nature|science|cell|the lancet|pnas|plos one)"
)
_PROCEEDINGS = lazy_pattern(
    r"(?i)\bproc(?:eedings|\.)|^in\b|\b(?:international|annual|ieee|acm|\d+(?:st|nd|rd|th))\b"
)
_SERIES = lazy_pattern(
    r"(?i)series|ser\.|journal|\bj\.|conference proceedings|conf\. proc|web of conf|procedia|\bnotes\b|transactions"
    r"|trans\.|letters|magazine|review|bulletin|newsletter|rendiconti|aaai|acm on|vldb endow|pacmpl"
)


@rule(
    "FLD221",
    "conference-as-journal",
    variables=("container-title",),
    types=("article-journal", "paper-conference"),
)
def conference_as_journal(item: Item, context: Context) -> Iterator[Finding]:
    """Report articles without a volume whose journal has the words of a meeting, and papers in journals."""
    journal = item.container_title
    if item.type == "paper-conference":
        if (
            _JOURNAL.fullmatch(plain_text(item, "container-title"))
            and "event-title" not in item.text
        ):
            message = f"{shown(journal)} is a journal; use `@article` and `journal`"
            yield Finding(item.place("container-title"), message)
        return
    if "volume" in item.text or not _MEETING.search(journal):
        return
    field = item.source_field("container-title")
    if field is not None and field.name == "booktitle":
        return  # the type is wrong, which another rule reports
    if _PROCEEDINGS.search(journal) and not _SERIES.search(journal):
        yield Finding(
            item.place("container-title"),
            f"the journal {shown(journal)} is a conference; use `@inproceedings` and `booktitle`",
        )
