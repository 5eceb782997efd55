"""The work was retracted.

The list of retractions given to refkit contains its DOI, or its title says so: publishers and databases write
"RETRACTED:" before the title, or "[Retracted]" after it. A retraction can be partial or concern another part of the
work, so read the notice before you cite it.

Example (with a list of retractions):

    @article{gray1998,
      author = {Gray, Al},
      title = {Findings That Did Not Hold},
      journal = {Medical Weekly},
      year = {1998},
      doi = {10.5555/retracted.1998.1},
    }

Use instead:

    @article{gray1999,
      author = {Gray, Al},
      title = {Findings That Held},
      journal = {Medical Weekly},
      year = {1999},
      doi = {10.5555/held.1999.1},
    }

Options: retractions=tests/rules/retractions.txt
Fix: none, because only the author can decide what to cite.
Source: the Retraction Watch database, by `refkit update retractions`; the first line of the list contains its
date.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.item_facts import doi_of_item, plain_text
from refkit.lint.retractions import doi_digest
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# "RETRACTED ARTICLE: ...", "[Retracted] ...", "... (retracted)"; "Retracted: why" in lower case can be a real title.
_MARK = lazy_pattern(
    r"^\s*(?:RETRACTED|Retracted)(?: (?:ARTICLE|CHAPTER|PAPER|(?i:article|chapter|paper)))?:(?=\s)"
    r"|(?i:^\s*[\[(]retracted(?: article| paper)?[\])]|[\[(]retracted(?: article| paper)?[\])][\s.]*$)"
)


@rule("RET220", "retracted-work", verdict=Verdict.SIGNAL, variables=("DOI", "URL", "note", "title"))
def retracted_work(item: Item, context: Context) -> Iterator[Finding]:
    """Search the list, if there is one, for the DOI, and otherwise the title for the mark of a retraction."""
    if "etract" in item.title.lower() and (match := _MARK.search(plain_text(item, "title"))):
        message = f"`{match[0].strip()}` in `title` means that the work was retracted; read the notice before citing it"
        yield Finding(item.place("title"), message)
        return
    if context.retractions is None:
        return
    doi = doi_of_item(item)
    if doi is not None and doi_digest(doi.value) in context.retractions:
        yield Finding(
            item.place(doi.variable),
            f"DOI `{doi.value}` is on the list of retractions; read the notice before citing it",
        )
