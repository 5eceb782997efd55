"""The identifier is a placeholder.

`10.1234/placeholder`, `arXiv:2407.xxxxx` and 0000-0000 replace unknown identifiers. Verify that
the work exists.

Example:

    @article{reed2023,
      author = {Reed, Max},
      title = {Salt Marshes in Winter},
      journal = {Coastal Botany},
      year = {2023},
      doi = {10.1234/journal.2023.17},
    }

Use instead:

    @article{reed2023,
      author = {Reed, Max},
      title = {Salt Marshes in Winter},
      journal = {Coastal Botany},
      year = {2023},
    }

Fix: none, because refkit does not know the right identifier.
Source: RFC 2606 for example hosts. The rule skips Crossref's test registrant 10.5555, because ACM uses it.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import (
    EXAMPLE_HOSTS,
    EXAMPLE_REGISTRANTS,
    PLACEHOLDER_SUFFIX,
    SERIAL_NUMBERS,
)
from refkit.lint.item_facts import is_tex, variable_text
from refkit.lint.places import part_span
from refkit.lint.reading import doi_in
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ARXIV, _HOST, _SUFFIX = (
    lazy_pattern(rf"(?i)arxiv[^,;]{{0,20}}?({patterns.ARXIV_PLACEHOLDER})"),
    lazy_pattern(EXAMPLE_HOSTS),
    lazy_pattern(PLACEHOLDER_SUFFIX),
)
_HINTS = (
    "xxxx",
    "placeholder",
    "example",
    "fake",
    "dummy",
    "2345",
    "000000",
    "9999999",
    "xyz",
    "abc",
    "foo",
    "nnnn",
)
_EPRINT = lazy_pattern(rf"(?i)\s*{patterns.ARXIV_PLACEHOLDER}\s*")


FIELDS = frozenset((
    "doi", "url", "eprint", "isbn", "issn", "pmid", "journal", "journaltitle", "note", "howpublished", "booktitle",
))  # fmt: skip
VARIABLES = ("DOI", "URL", "eprint", "ISBN", "ISSN", "PMID", "container-title", "note")


@rule("IDS220", "placeholder-identifier", verdict=Verdict.SIGNAL, variables=(*VARIABLES, *FIELDS))
def placeholder_identifier(item: Item, context: Context) -> Iterator[Finding]:
    """Report known placeholders and runs of the same character, each where it is first."""
    reported: set[str] = set()
    for found, finding in _all(item):
        if found not in reported:
            reported.add(found)
            yield finding


def _all(item: Item) -> Iterator[tuple[str, Finding]]:
    """Yield the placeholders, often the same one in `doi` and `url`, and their findings."""
    entry = item.entry
    if entry is not None and is_tex(item):
        for field in entry.fields:
            if field.name in FIELDS:
                yield from _in_field(field, entry)
        return
    for variable in VARIABLES:
        found, _ = _placeholder(variable.lower(), variable_text(item, variable))
        if found:
            yield found, Finding(item.place(variable), _message(found, variable))


def _in_field(field: Field, entry: Entry) -> Iterator[tuple[str, Finding]]:
    found, place = _placeholder(field.name, field.value)
    if found:
        span = part_span(field, entry, *place) if place else field.value_span
        yield found, Finding(span, _message(found, field.name))


def _message(found: str, name: str) -> str:
    return f"`{found}` in `{name}` looks like a placeholder; verify it"


def _placeholder(name: str, text: str) -> tuple[str, tuple[int, int] | None]:
    """Return the placeholder, and its position if it is not the whole value."""
    if name == "doi":
        return _in_doi(text), None
    if name in ("isbn", "issn", "pmid"):
        bare = text.replace("-", "").replace(" ", "").lower()
        return text if bare in SERIAL_NUMBERS else "", None
    if name == "eprint":
        return text if _EPRINT.fullmatch(text) else "", None
    if name == "url" and _may_be_example(text) and (match := _HOST.match(text)):
        return match[0].strip(), match.span()
    if "xiv" in text.lower() and (match := _ARXIV.search(text)):
        return match[1], match.span(1)
    return _in_doi(doi) if "doi.org/10." in text and (doi := doi_in(text)) else "", None


def _may_be_example(url: str) -> bool:
    return "xample" in url or ".test" in url or ".invalid" in url or "localhost" in url


def _in_doi(text: str) -> str:
    doi = doi_in(text)
    registrant, _, suffix = doi.partition("/")
    if registrant in EXAMPLE_REGISTRANTS:
        return doi
    # The test deposits of Crossref (10.5555/12345678) are intended examples.
    if not suffix or registrant == "10.5555" or not any(hint in suffix for hint in _HINTS):
        return ""
    return doi if _SUFFIX.search(suffix) else ""
