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
from refkit.lint.item_facts import field_name
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_NAMES = {owner: lazy_pattern(words) for owner, words in NAMES.items()}


@rule("IDS225", "isbn-publisher", verdict=Verdict.INCONSISTENT, needs=("ISBN", "publisher"))
def isbn_publisher(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the owner of the ISBN with the publisher of the entry."""
    owner = publisher_of(item.ISBN)
    name = item.publisher.lower()
    if not owner or _NAMES[owner].search(name):
        return
    # The publisher of the entry must be known, too: imprints and branches have many names.
    if any(words.search(name) for words in _NAMES.values()):
        yield Finding(
            item.place("ISBN"),
            f"`{field_name(item, 'ISBN')}` {item.ISBN} belongs to {owner}, but `{field_name(item, 'publisher')}` is "
            f"{shown(item.publisher)}; check which is right",
        )
