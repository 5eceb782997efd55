"""The URL repeats the DOI.

Styles that print `doi` and `url` print the address twice.

Example:

    @article{ames2020,
      author = {Ames, Sue},
      title = {Foxes in Town},
      journal = {Urban Wildlife},
      year = {2020},
      doi = {10.1371/journal.pone.0221111},
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

Fix: unsafe: `url` is removed.
Source: JabRef's cleanup and bibclean's url-with-doi. A hint, off by default, because many databases write both.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import remove_field
from refkit.lint.reading import doi_in
from refkit.lint.rule import Context, Finding, Fix, Safety, rule
from refkit.lint.rules.doi_in_url import LINK
from refkit.model.entry import Entry


@rule("FLD231", "url-repeats-doi", severity="info", needs=("doi", "url"), default=False)
def url_repeats_doi(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report URLs with the address of the DOI resolver for the DOI of the entry."""
    url, doi = entry.get("url"), entry.get("doi")
    if url is None or doi is None or not LINK.fullmatch(url.value):
        return
    if doi_in(doi.value) == doi_in(url.value):
        edit = remove_field(entry, url)
        removal = Fix((edit,), Safety.UNSAFE, "remove `url`") if edit else None
        yield Finding(url.value_span, f"`url` repeats DOI `{doi.value}`; remove it", removal)
