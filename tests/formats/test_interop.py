"""Cases of other projects: the references that they expect from files in one format, or in another one."""

from __future__ import annotations

import pytest
from tests.formats.interop import CASES, LEVELS, PAIRS, outcomes, rate
from tests.formats.interop_apart import Value, reason_for
from tests.formats.interop_cases import comparable, score

# Mean per case on 30 November 2026, rounded down; without the values that are counted apart.
REACHED = {
    ("biblatex -> csl", "loose"): 0.95,
    ("biblatex -> csl", "strict"): 0.94,
    ("pubmed-xml -> csl", "loose"): 0.87,
    ("pubmed-xml -> csl", "strict"): 0.76,
    ("mods -> csl", "loose"): 0.84,
    ("mods -> csl", "strict"): 0.84,
    ("marcxml -> csl", "loose"): 0.69,
    ("marcxml -> csl", "strict"): 0.66,
    ("word-xml -> csl", "loose"): 0.82,
    ("word-xml -> csl", "strict"): 0.76,
    ("csl -> bibtex", "loose"): 0.96,
    ("csl -> bibtex", "strict"): 0.96,
    ("csl -> biblatex", "loose"): 1.0,
    ("csl -> biblatex", "strict"): 1.0,
    ("cff -> bibtex", "loose"): 0.97,
    ("cff -> bibtex", "strict"): 0.97,
    ("cff -> ris", "loose"): 0.97,
    ("cff -> ris", "strict"): 0.97,
    ("zotero -> csl", "loose"): 0.93,
    ("zotero -> csl", "strict"): 0.90,
    ("zotero -> bibtex", "loose"): 0.90,
    ("zotero -> bibtex", "strict"): 0.87,
    ("zotero -> biblatex", "loose"): 0.95,
    ("zotero -> biblatex", "strict"): 0.92,
}


@pytest.mark.skipif(not (CASES / "interop").is_dir(), reason="needs the cases of other projects")
@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("level", LEVELS)
def test_files_are_converted_as_other_projects_expect(pair: str, level: str) -> None:
    """No pair of formats is worse on average than it was."""
    found = list(outcomes(pair, level))
    if (pair, level) not in REACHED:
        assert not found
        return
    assert rate(found, True)[2] >= REACHED[pair, level]


def test_values_are_compared_with_and_without_their_form() -> None:
    record = {"title": "A <i>Small</i> Tea", "page": "1–3", "DOI": "https://doi.org/10.1/x", "id": "k"}  # fmt: skip
    assert comparable(record, loose=True) == {
        "title": "a small tea",
        "page": "1-3",
        "DOI": "10.1/x",
    }
    assert comparable(record, loose=False)["title"] == "A <i>Small</i> Tea"


def test_a_wrong_value_is_counted() -> None:
    result = score(
        [{"id": "k", "title": "Tea", "volume": "1"}], [{"id": "k", "title": "Tea"}], True
    )
    assert (result.total, result.right, result.wrong) == (2, 1, [("volume", "1", "")])


@pytest.mark.parametrize(
    ("variable", "expected", "found", "name"),
    [
        ("page", "1–3", "1-3", "dash in pages"),
        ("page", "1–3", "1-4", ""),
        ("language", "ngerman", "de", "name of a language"),
        ("language", "ngerman", "fr", ""),
        ("ISBN", "0-521-53180-2", "0521531802", "hyphens added to a number"),
        ("title", "A Small Tea", "A small tea", "title case kept"),
        ("title", "a small tea", "A small tea", ""),
        ("collection-title", "Notes on tea", "Notes on Tea", "name in lower case"),
        ("title", "Tea. A history", "Tea: A history", "full stop before subtitle"),
        ("edition", "Second", "2", "ordinal of an edition"),
        ("title", "\\LaTeX{} tea", "LaTeX tea", "TeX in a value"),
        ("issued", "-0349", "-350", "year before Christ"),
        ("issued", "1999", "1998", ""),
        ("genre", "phdthesis", "PhD thesis", "localization key"),
        ("container-title", "Journal of Tea", "J. Tea", "words that the file does not contain"),
        ("container-title", "J. Tea", "", ""),
        ("author", "of Tea|Office", "Office of Tea", "organization without braces"),
        ("author", "Tea|Ann", "Office of Tea", ""),
    ],
)
def test_a_value_is_counted_apart_for_a_reason(
    variable: str, expected: str, found: str, name: str
) -> None:
    text = "@book{k, title = {A {Small} Tea}, series = {Notes on Tea}, isbn = {0521531802}, x = {J. Tea}}"
    reason = reason_for(Value(variable, expected, found, {"type": "book"}, text))
    assert (reason.name if reason else "") == name
