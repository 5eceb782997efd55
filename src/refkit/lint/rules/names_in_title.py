"""The title contains the names of its authors.

A whole reference was pasted into `title`, so that the authors are printed twice.

Example:

    @article{moor2015,
      author = {Moor, Ned and Hill, Eva},
      title = {Ned Moor, Eva Hill: The Heather of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Use instead:

    @article{moor2015,
      author = {Moor, Ned and Hill, Eva},
      title = {The Heather of the Slopes},
      journal = {Upland Botany},
      year = {2015},
    }

Fix: none, because the file does not show where the title begins.
Source: common practice. Collected works that begin with the name of one author, as in "Hannah Arendt, Karl Jaspers:
Letters", are reported if they are not books.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.words.conjunctions import CERTAIN_ANDS, and_pattern
from refkit.lint.facts import shown
from refkit.lint.odd_names import has_odd_names, written_list
from refkit.lint.persons import family_and_given
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

# Books can be named after their author.
TYPES = (
    "article-journal",
    "article-magazine",
    "chapter",
    "paper-conference",
    "report",
    "thesis",
    "webpage",
)
_TAG = lazy_pattern(r"</?span[^<>]*>")
_INITIALS = r"(?:[^\W\d_]\.?[\s-]*){1,3}"


@rule(
    "TTL229",
    "names-in-title",
    severity="warning",
    needs=("author", "title"),
    types=TYPES,
    prose=False,
)
def names_in_title(item: Item, context: Context) -> Iterator[Finding]:
    """Search the start and the end of the title for the first author."""
    title = item.text["title"]
    if not _may_contain_author(title, item):
        return
    name = item.author[0]
    if len(name.family) < 3 or not name.given or name.family not in title:
        return
    plain = _TAG.sub("", title) if "<" in title else title
    if _begins_with(plain, name) or _ends_with(plain, name):
        message = f"the title contains the author {shown(str(name))}; keep only the title"
        yield Finding(item.place("title"), message)


def _may_contain_author(title: str, item: Item) -> bool:
    """Whether the title contains the family name of the first author, as far as it is known without parsing."""
    if has_odd_names(item):
        return True
    first = written_list(item, "author").partition(" and ")[0]
    return family_and_given(first)[0] in title


def _begins_with(title: str, name: Name) -> bool:
    """Whether the title begins with the full name or the name and initials, and a comma, "and", a colon or a stop."""
    given, family = _escaped(name.given), _escaped(name.family)
    pattern = (
        rf"(?:{given}(?:\s+\w\.)*\s+{family}|{family},?\s+(?:{given}|{_INITIALS})|{_INITIALS}\s*{family})"
        rf"(?:\s*[,:;.]\s|\s+(?:{and_pattern(CERTAIN_ANDS)}|et al|y|&)\b)"
    )
    return re.match(pattern, title) is not None


def _ends_with(title: str, name: Name) -> bool:
    """Whether the title ends with "by" and the full name."""
    given, family = _escaped(name.given.split()[0]), _escaped(name.family)
    return re.search(rf"[,;.]\s+by\s+{given}\s+(?:\S+\s+)?{family}\W*$", title) is not None


def _escaped(text: str) -> str:
    return r"\s+".join(re.escape(word) for word in text.split())
