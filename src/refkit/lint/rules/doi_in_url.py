"""The URL repeats the DOI.

Styles that print `doi` and `url` print the address twice. Without `doi`, styles and programs that need the
DOI do not find it.

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

Fix: unsafe: `url` becomes `doi`, or is removed if `doi` has the same value.
Source: JabRef's cleanup and bibclean's url-with-doi. A hint, off by default.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import remove_field
from refkit.lint.reading import doi_in
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern

_LINK = lazy_pattern(rf"(?i)\s*{patterns.DOI_RESOLVER}({patterns.DOI_CUE}\S+)\s*")


@rule("FLD228", "doi-in-url", severity="info", fields=("url",), default=False)
def doi_in_url(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report URLs with the address of the DOI resolver."""
    url, doi = entry.get("url"), entry.get("doi")
    match = _LINK.fullmatch(url.value) if url else None
    if url is None or match is None:
        return
    if doi is None:
        edits = (Edit(url.name_span, "doi"), Edit(url.value_span, f"{{{match[1]}}}"))
        fix = Fix(edits, Safety.UNSAFE, "rename it to `doi`")
        yield Finding(url.value_span, f"`url` contains the DOI `{match[1]}`; move it to `doi`", fix)
    elif doi_in(doi.value) == doi_in(url.value):
        edit = remove_field(entry, url)
        removal = Fix((edit,), Safety.UNSAFE, "remove `url`") if edit else None
        yield Finding(url.value_span, f"`url` repeats DOI `{doi.value}`; remove it", removal)
