"""Web addresses in entries: identifiers as they are, and links on them or on titles."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.csl.documents import TITLE, citing, listing, style
from tests.csl.rendering import rendered

from refkit.csl import Processor
from refkit.csl.addresses import address


def entry(body: str, variables: Mapping[str, str], *, links: bool = True) -> str:
    """Return the entry of one item as HTML."""
    record = {"id": "a", "type": "book", "title": "Tides", **variables}
    processor = Processor(style(citing(), listing(body)), [record], links=links)
    processor.nocite(["a"])
    return processor.bibliography().entries[0]


@pytest.mark.parametrize("variable", ["URL", "DOI"])
@pytest.mark.parametrize("value", ["x/it's", 'x/"q"', "x/<i>y</i>", "x/a--b"])
def test_an_identifier_is_not_typeset(variable: str, value: str) -> None:
    """Curly quotes or markup would make another address of it."""
    assert rendered(f'<text variable="{variable}"/>', {variable: value}) == value


URL = '<text variable="URL"/>'
DOI = '<text variable="DOI" {}/>'
TARGET = "https://doi.org/10.1/a"


@pytest.mark.parametrize(
    ("prefix", "value", "expected"),
    [
        ("", "10.1/a", f'<a href="{TARGET}">10.1/a</a>'),
        ("doi:", "10.1/a", f'doi:<a href="{TARGET}">10.1/a</a>'),
        ("https://doi.org/", "10.1/a", f'<a href="{TARGET}">{TARGET}</a>'),
        ("https://doi.org/", TARGET, f'<a href="{TARGET}">{TARGET}</a>'),
        ("doi: https://doi.org/", "10.1/a", f'doi: <a href="{TARGET}">{TARGET}</a>'),
        ("", "doi:10.1/a", f'<a href="{TARGET}">doi:10.1/a</a>'),
    ],
)
def test_the_address_before_a_doi_belongs_to_its_link(
    prefix: str, value: str, expected: str
) -> None:
    """Other text of a prefix stays outside, and a DOI written as an address has only one."""
    assert entry(DOI.format(f'prefix="{prefix}"'), {"DOI": value}) == expected


@pytest.mark.parametrize(
    ("variables", "target"),
    [
        ({"DOI": "10.1/a"}, TARGET),
        ({"DOI": "10/abc", "URL": "https://x.org"}, "https://doi.org/10/abc"),
        ({"PMCID": "PMC1", "PMID": "2"}, "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1"),
        ({"PMID": "2", "URL": "https://x.org"}, "https://www.ncbi.nlm.nih.gov/pubmed/2"),
        ({"URL": "https://x.org"}, "https://x.org"),
        ({"URL": "www.x.org"}, "http://www.x.org"),
    ],
)
def test_a_title_links_to_the_item(variables: dict[str, str], target: str) -> None:
    """The most permanent identifier is the target if the style prints none."""
    assert entry(TITLE, variables) == f'<a href="{target}">Tides</a>'


@pytest.mark.parametrize(
    ("body", "links", "variables"),
    [
        (TITLE, False, {"DOI": "10.1/a"}),
        (TITLE, True, {}),
        (f"{TITLE}{URL}", True, {"DOI": "10.1/a", "URL": "https://x.org"}),
    ],
)
def test_a_title_does_not_link_otherwise(body: str, links: bool, variables: dict[str, str]) -> None:
    """There is no link without the option, without an identifier and next to a printed one."""
    assert entry(body, variables, links=links).startswith("Tides")


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("DOI", "https://dx.doi.org/10.1/a", "https://dx.doi.org/10.1/a"),
        ("DOI", "DOI: 10.1/a", TARGET),
        ("PMID", "7", "https://www.ncbi.nlm.nih.gov/pubmed/7"),
        ("URL", "ftp://x.org", "ftp://x.org"),
    ],
)
def test_the_address_of_an_identifier(variable: str, value: str, expected: str) -> None:
    """An identifier may be written as an address or with a label."""
    assert address(variable, value) == expected
