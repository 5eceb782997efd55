"""Recognition of other programs' JSON, by marks that CSL-JSON never has."""

from __future__ import annotations

from refkit.patterns import lazy_pattern

_JSON = lazy_pattern(r"\s*[\[{]")
_SEARCHED = 200_000  # characters; an export begins with its settings

PROGRAMS = {
    "zotero-json": "Zotero",
    "crossref-json": "Crossref's API",
    "datacite-json": "DataCite's API",
    "openalex-json": "OpenAlex",
}
# The most specific format first.
# All patterns of one row must be found.
_MARKS = (
    ("zotero-json", (lazy_pattern(r'"itemType"\s*:\s*"'),)),
    (
        "crossref-json",
        (
            lazy_pattern(r'"message"\s*:\s*\{'),
            lazy_pattern(r'"message-type"\s*:\s*"work|"DOI"\s*:'),
        ),
    ),
    # Works alone, as in Crossref's public data files; its CSL-JSON has one title.
    (
        "crossref-json",
        (
            lazy_pattern(r'"title"\s*:\s*\['),
            lazy_pattern(r'"(?:content-domain|is-referenced-by-count|reference-count)"\s*:'),
        ),
    ),
    (
        "datacite-json",
        (
            lazy_pattern(
                r'"type"\s*:\s*"dois"|"schemaVersion"\s*:\s*"https?://datacite|"resourceTypeGeneral"\s*:'
            ),
        ),
    ),
    (
        "openalex-json",
        (
            lazy_pattern(r'"id"\s*:\s*"https://(?:api\.)?openalex\.org/(?:works/)?W[0-9]'),
            lazy_pattern(r'"(?:display_name|authorships|publication_year)"\s*:'),
        ),
    ),
)


def json_kind(text: str) -> str:
    """Return the name of the format that a JSON text of another program has, or the empty string."""
    if not _JSON.match(text):
        return ""
    for name, marks in _MARKS:
        if all(mark.search(text, 0, _SEARCHED) for mark in marks):
            return name
    return ""
