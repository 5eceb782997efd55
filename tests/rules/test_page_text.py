"""The rule page-text."""

import pytest
from tests.rules.lintcase import messages


@pytest.mark.parametrize(
    "title",
    [
        "(PDF) Harbour Tides", "[PDF] Harbour Tides", "{(PDF) Harbour Tides}", "Harbour Tides | IEEE Xplore",
        r"Harbour Tides | IEEE Journals \& Magazine | IEEE Xplore", "Harbour Tides - ScienceDirect",
        "Harbour Tides | SpringerLink", r"Harbour Tides {\textbar} SpringerLink", "Harbour Tides on Tuesdays - PubMed",
        "Harbour Tides | Request PDF", "[2301.00001] Harbour Tides", "Harbour Tides © 2015 Elsevier",
        "Harbour Tides. All rights reserved", "Harbour Tides -- Google Scholar", "Harbour Tides, page 12 of 30",
        "Harbour Tides Downloaded from tides.org",
    ],
)  # fmt: skip
def test_text_around_titles_is_found(title: str) -> None:
    """Names of sites, notices and labels of search results are reported."""
    assert len(messages("TEX234", f"@misc{{a, title={{{title}}}}}")) == 1


@pytest.mark.parametrize(
    "title",
    [
        "PDF Forms in Practice", "A Study of PubMed", "Google Scholar: a Review", "Harbours: Amazon and Orinoco",
        "Copyright in the Digital Age", "ScienceDirect", "[Review of] Harbour Tides", "All Rights: a History",
        "Tides - a Study of ResearchGate Users", "Page 12", "On the Page", "Copyright Law 2015",
    ],
)  # fmt: skip
def test_works_about_sites_are_fine(title: str) -> None:
    """A site that the title is about is not reported."""
    assert messages("TEX234", f"@misc{{a, title={{{title}}}}}") == []
