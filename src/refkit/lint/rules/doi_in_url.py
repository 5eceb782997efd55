"""The DOI is only in the URL.

Without `doi`, styles and programs that need the DOI do not find it, and styles print the address instead.

Example:

    @article{ames2020,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2020},
      url = {https://doi.org/10.1371/journal.pone.0221111},
    }

Use instead:

    @article{ames2020,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2020},
      doi = {10.1371/journal.pone.0221111},
    }

Fix: unsafe: `url` becomes `doi`.
Source: JabRef's cleanup and bibclean's url-with-doi.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

LINK = lazy_pattern(rf"(?i)\s*{patterns.DOI_RESOLVER}({patterns.DOI_CUE}\S+)\s*")


@rule("FLD228", "doi-in-url", severity="info", fields=("url",))
def doi_in_url(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report URLs with the address of the DOI resolver in entries without a DOI."""
    url = entry.get("url")
    match = LINK.fullmatch(url.value) if url and entry.get("doi") is None else None
    if url is None or match is None:
        return
    edits = (Edit(url.name_span, "doi"), Edit(url.value_span, f"{{{match[1]}}}"))
    fix = Fix(edits, Safety.UNSAFE, "rename it to `doi`")
    yield Finding(url.value_span, f"`url` contains the DOI `{match[1]}`; move it to `doi`", fix)
