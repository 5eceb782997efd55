"""The DOI is written as a URL.

Styles put `https://doi.org/` before the value of `doi`. The link then has the address twice and does not
work.

Example:

    @article{smith2020,
      doi = {https://doi.org/10.1000/182},
    }

Use instead:

    @article{smith2020,
      doi = {10.1000/182},
    }

Fix: safe: the text before the DOI is removed; the DOI itself does not change.
Source: biblatex manual, 2.2.2, `doi`; Crossref DOI display guidelines, 2017.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import doi_in, shown
from refkit.lint.item_facts import field_name, is_tex
from refkit.lint.places import Mark, findings_of_value, written_value
from refkit.lint.rule import Context, Finding, Safety, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_BEFORE = lazy_pattern(rf"(?i){patterns.DOI_PREFIX_OF_ANY_RESOLVER}(?={patterns.DOI_START})")


@rule("IDS102", "doi-as-url", severity="info", variables=("DOI",), prose=False)
def check(item: Item, context: Context) -> Iterator[Finding]:
    """Report DOIs after the address of a resolver or after the letters "doi"."""
    name = field_name(item, "DOI")
    if is_tex(item) and name != "doi":
        return  # a DOI in `url` or `note`
    value = written_value(item, "DOI").rstrip("} ")
    before = _BEFORE.match(value, len(value) - len(value.lstrip("{ ")))
    if before is None:
        return
    bare = value[before.end() :]
    # Another rule reports several DOIs and malformed ones.
    if doi_in(value) is None or doi_in(bare) is None:
        return
    message = f"`{name}` contains {shown(before[0] + bare)}, and styles add the address again; write {shown(bare)}"
    # percent encoding changes the characters of the DOI
    text = None if "%" in bare else ""
    mark = Mark(*before.span(), message, text)
    yield from findings_of_value(item, "DOI", [mark], "keep only the DOI", Safety.SAFE)
