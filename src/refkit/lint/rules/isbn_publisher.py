"""The ISBN belongs to another publisher.

The first digits of an ISBN identify the publisher. If a book by Springer has a number of Cambridge University
Press, the ISBN belongs to another book or the publisher is wrong.

Example:

    @book{yarrow2009,
      author = {Yarrow, Mel},
      title = {Fields and Forces},
      publisher = {Springer},
      year = {2009},
      isbn = {978-0-521-88121-0},
    }

Use instead:

    @book{yarrow2009,
      author = {Yarrow, Mel},
      title = {Fields and Forces},
      publisher = {Cambridge University Press},
      year = {2009},
      isbn = {978-0-521-88121-0},
    }

Fix: none, because only a library catalog can decide.
Source: ISO 2108; the numbers of large publishers are in `refkit/data/isbn_publishers.py`. Publishers of one
group count as one, and publishers that are missing from the table match any number.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.isbn_publishers import NAMES
from refkit.lint.facts import shown
from refkit.lint.isbn import publisher_of
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry
from refkit.patterns import lazy_pattern

_NAMES = {owner: lazy_pattern(words) for owner, words in NAMES.items()}


@rule("IDS225", "isbn-publisher", verdict=Verdict.INCONSISTENT, needs=("isbn", "publisher"))
def isbn_publisher(entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare the owner of the ISBN with the publisher of the entry."""
    isbn, publisher = entry.get("isbn"), entry.get("publisher")
    if isbn is None or publisher is None:
        return
    owner = publisher_of(isbn.value)
    name = publisher.value.lower()
    if not owner or _NAMES[owner].search(name):
        return
    # The publisher of the entry must be known, too: imprints and branches have many names.
    if any(words.search(name) for words in _NAMES.values()):
        yield Finding(
            isbn.value_span,
            f"`isbn` {isbn.value} belongs to {owner}, but `publisher` is {shown(publisher.value)}; "
            "check which is right",
        )
