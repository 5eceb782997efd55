"""Two identifiers of the entry name different works.

The DOI in `doi` and the DOI in `url` should be the same. So should the arXiv identifier in `eprint` and the
one in an arXiv DOI or link.

Example:

    @article{ames2020,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2020},
      doi = {10.1371/journal.pone.0221111},
      url = {https://doi.org/10.1371/journal.pone.0229999},
    }

Use instead:

    @article{ames2020,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2020},
      doi = {10.1371/journal.pone.0221111},
    }

Fix: none, because only the records can decide.
Source: common practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.doi_owners import REPOSITORIES
from refkit.lint.item_facts import field_name, is_arxiv, variable_text
from refkit.lint.reading import arxiv_in, doi_in
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.identifiers import find_doi, parse_arxiv, patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

# ACM gives a second DOI to works of other publishers.
COPIES = frozenset({"10.5555"})
# A note or publisher that consists of a DOI only; other notes mention other works.
_ONLY_DOI = lazy_pattern(rf"(?i)\W*{patterns.DOI_PREFIX_OF_ANY_RESOLVER}{patterns.DOI_IN_FIELD}")


@rule(
    "IDS230", "two-identifiers", verdict=Verdict.INCONSISTENT, needs=("DOI|eprint", "URL|DOI|note")
)
def two_identifiers(item: Item, context: Context) -> Iterator[Finding]:
    """Compare the identifiers of one kind."""
    for variable in ("URL", "note", "howpublished") if item.DOI else ():
        text = variable_text(item, variable)
        if "10." in text and (variable == "URL" or _ONLY_DOI.fullmatch(text)):
            yield from _compare(item, "DOI", doi_in(item.DOI), variable, _linked(text))
    arxiv = parse_arxiv(item.custom.get("eprint", ""))
    for variable in ("DOI", "URL") if arxiv else ():
        if arxiv and is_arxiv(text := item.text.get(variable, "")):
            yield from _compare(item, "eprint", arxiv.id, variable, arxiv_in(text))


def _linked(address: str) -> str:
    """Return the DOI in an address, or an empty string for one of a copy, which has a DOI of its own."""
    doi = find_doi(address)
    if doi is None or "%" in doi.text or doi.prefix in REPOSITORIES or doi.prefix in COPIES:
        return ""
    return doi.key().removesuffix(".pdf")


def _compare(item: Item, one: str, left: str, two: str, right: str) -> Iterator[Finding]:
    # The DOI of a preprint may be an additional link to the free copy, and some servers add a version.
    if not left or not right or left == right or "arxiv" in left + right:
        return
    if left.startswith(right) or right.startswith(left):
        return
    other = field_name(item, one)
    yield Finding(
        item.place(two),
        f"`{field_name(item, two)}` leads to `{right}`, but `{other}` is `{left}`; keep the one of this work",
    )
