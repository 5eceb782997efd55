"""The reference is newer than the document that cites it.

A text dated 2020 cannot cite a work from 2023, unless the date of the text is outdated.

Example:

    @article{okafor2023,
      author = {Okafor, Ben},
      title = {Rivers under Ice},
      journal = {Polar Notes},
      year = {2023},
    }

Use instead:

    @article{okafor2019,
      author = {Okafor, Ben},
      title = {Rivers under Ice},
      journal = {Polar Notes},
      year = {2019},
    }

Options: document-date=2020-06-30
Fix: none, because either the year of the reference or the date of the document may be wrong.
Source: common practice; the date comes from `document-date`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import field_name, year_of_item
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item


@rule("DAT226", "newer-than-document", verdict=Verdict.INCONSISTENT, variables=("issued",))
def newer_than_document(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the year of publication with the date of the document."""
    document = context.document_date
    year = year_of_item(item) if document is not None else None
    if document is not None and year is not None and year > document.year:
        yield Finding(
            item.place("issued"),
            f"`{field_name(item, 'issued')}` is {year}, but the document is from {document.isoformat()}; "
            "correct one of the two",
        )
