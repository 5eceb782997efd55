"""The citation style does not print a fact that readers need.

The style has no place for the fact in entries of this type. Nature prints pages but no article number, and AMA prints
no publisher of a web page. With `--style`, refkit renders each entry with and without the fact. If the result is the
same, and the fact is not part of it, the fact is lost. Only facts that are needed to find or judge a work are reported:
not keywords, abstracts, ISSN, series or the place of a publisher.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      volume = {38},
      eid = {10535},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      volume = {38},
      pages = {10535},
      year = {2015},
    }

Options: style=nature
Fix: none, because the right field depends on the style.
Source: the style itself, applied to the entry. The facts that readers need are those of ISO 690:2021 for each kind of
work: creator, title, medium, edition, publisher, date, numeration and location.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.item_facts import date_text, field_name, variable_text
from refkit.lint.rule import Context, Finding, rule
from refkit.model.date import NO_DATE
from refkit.model.item import Item

ARTICLE = ("container-title", "volume", "page", "number")
ALWAYS = ("author", "title", "issued")
# The facts of each item type that readers need in addition; other fields that the item keeps have BibLaTeX's names.
NEEDED: dict[str, tuple[str, ...]] = {
    "article": ("publisher", "number", "version"),
    "article-journal": ARTICLE,
    "article-magazine": ("container-title",),
    "article-newspaper": ("container-title",),
    "book": ("publisher", "edition", "volume"),
    "chapter": ("container-title", "publisher", "edition", "volume"),
    "dataset": ("publisher", "version", "number"),
    "document": ("publisher", "medium", "howpublished"),
    "entry-dictionary": ("container-title", "publisher", "edition", "volume"),
    "entry-encyclopedia": ("container-title", "publisher", "edition", "volume"),
    "paper-conference": ("container-title", "event-title", "event-place", "volume"),
    "patent": ("number",),
    "post": ("container-title", "publisher"),
    "post-weblog": ("container-title", "publisher"),
    "report": ("publisher", "institution", "number", "version"),
    "review": ARTICLE,
    "review-book": ARTICLE,
    "software": ("publisher", "organization", "version"),
    "speech": ("event-title", "event-place"),
    "standard": ("publisher", "number", "version"),
    "thesis": ("genre", "publisher", "institution", "school"),
    "webpage": ("container-title", "publisher", "organization"),
}
# A fact is not lost if a style prints one of these instead.
INSTEAD: dict[str, tuple[str, ...]] = {
    "container-title": ("container-title-short",),
    "event-title": ("container-title",),
    "number": ("page", "DOI", "URL"),
    "page": ("number", "DOI", "URL"),
}
LINKS = ("DOI", "URL", "PMID")
# Works that readers find by a link alone.
ONLINE = frozenset({"article", "dataset", "post", "post-weblog", "software", "webpage"})


@rule("REQ222", "lost-in-style", severity="warning")
def lost_in_style(item: Item, context: Context) -> Iterator[Finding]:
    """Render the entry with and without each fact that it states."""
    if context.losses is None:
        return
    known = [variable for variable in _candidates(item) if _is_stated(item, variable)]
    others = [name for variable in known for name in INSTEAD.get(variable, ()) if name in item.text]
    lost = frozenset(context.losses(item, [*known, *others]))
    reported = [variable for variable in known if _is_reported(item, variable, lost)]
    if reported:
        yield Finding(item.place(reported[0]), _message(item, reported, context.style))


def _candidates(item: Item) -> tuple[str, ...]:
    names = () if item.author else ("editor",)
    links = LINKS if item.type in ONLINE else ()
    return (*ALWAYS, *names, *NEEDED.get(item.type, ("container-title", "publisher")), *links)


def _is_stated(item: Item, variable: str) -> bool:
    """Whether a field of the entry has the variable, which is not derived from other data."""
    held = any(variable in part for part in (item.names, item.dates, item.text, item.custom))
    return held and item.source_field(variable) is not None


def _is_reported(item: Item, variable: str, lost: frozenset[str]) -> bool:
    if variable not in lost:
        return False
    if variable in LINKS:
        stated = [link for link in LINKS if _is_stated(item, link)]
        return variable == stated[0] and lost.issuperset(stated)
    return not any(other in item.text and other not in lost for other in INSTEAD.get(variable, ()))


def _message(item: Item, variables: list[str], style: str) -> str:
    facts = " and ".join(_fact(item, variable) for variable in variables)
    return (
        f"style `{style}` does not print {facts}; "
        f"move {'it' if len(variables) == 1 else 'them'} to a field that the style prints, or use another style"
    )


def _fact(item: Item, variable: str) -> str:
    value = variable_text(item, variable) or date_text(item.dates.get(variable, NO_DATE))
    name = f"`{field_name(item, variable)}`"
    return f"{name} ({shown(value)})" if value else name
