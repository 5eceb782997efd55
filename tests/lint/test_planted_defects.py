"""Each planted defect is reported, and files without a defect have no findings."""

import os
from pathlib import Path

import pytest
from tests.rules.lintcase import TODAY

from refkit.lint.options import Request
from refkit.lint.run import run

CASES = (
    Path(os.environ.get("REFKIT_CASES", Path(__file__).parents[3] / "shared" / "cases"))
    / "lint-defects"
)
pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason="the cases are not beside the repository"
)

# The file is named after its defect; the value is the rule that has to report it.
EXPECTED = {
    "arxiv_future": "DAT222", "arxiv_placeholder": "IDS220", "arxiv_year_conflict": "DAT221",
    "author_allcaps": "NAM225", "author_and_comma": "NAM222", "author_corporate_unbraced": "NAM101",
    "author_etal": "NAM223", "author_placeholder": "SIG220", "author_semicolon": "NAM220",
    "author_trailing_and": "NAM221", "bad_keyXX": "KEY220", "book_no_publisher": "REQ101",
    "crossref_missing": "REF220", "date_month13": "DAT101", "date_range_reversed": "DAT104",
    "doi_malformed": "IDS101", "doi_placeholder": "IDS220", "dup_doi": "DUP220", "dup_fuzzy": "DUP221",
    "dup_key": "KEY101", "duplicate_field": "FLD101", "edition_bad": "PAG223",
    "field_wrong_type": "FLD220", "fullwidth": "TEX224", "isbn_checksum": "IDS103",
    "isbn_publisher_conflict": "IDS225", "issn_checksum": "IDS104",
    "journal_abbrev_inconsistent": "FLD224", "missing_journal": "REQ101", "missing_year": "REQ101",
    "misspelt_field": "FLD103", "mojibake": "TEX225", "month_invalid": "PAG224", "orcid_bad": "IDS223",
    "pages_placeholder": "PAG222", "pages_reversed": "PAG101", "pages_single_dash": "PAG102",
    "pages_text": "PAG220", "pmid_bad": "IDS222", "thesis_no_school": "REQ101",
    "title_double_braced": "TTL221", "title_html": "TTL223", "undefined_macro": "REF223",
    "underscore": "TEX220", "unescaped_amp": "TEX220", "unescaped_percent": "TEX220",
    "unknown_field": "FLD103", "unknown_type": "FLD104", "url_utm": "SIG221",
    "url_with_space": "IDS227", "urldate_before_pub": "DAT201", "urldate_future": "DAT105",
    "year_month_conflict": "DAT204", "year_next": "DAT103", "year_nonnumeric": "DAT102",
    "year_too_old": "DAT228", "year_twodigit": "DAT229", "zero_width": "TEX223",
}  # fmt: skip
ON_DEMAND = {
    "isbn13_before2007": "DAT227", "title_year_later": "DAT232", "volume_is_year": "DAT231",
}  # fmt: skip
CONTROLS = ("clean_control", "ctl_book", "ctl_misc", "ctl_phd")


def codes(name: str, *extra: str) -> set[str]:
    path = CASES / f"{name}.bib"
    if not path.is_file():
        pytest.skip(f"{name}.bib is not among the cases here")
    report = run(
        Request((str(path),), extend_select=extra, today=TODAY, isolated=True, cache=False)
    )
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize(("name", "code"), EXPECTED.items())
def test_planted_defect_is_named(name: str, code: str) -> None:
    """A rule that is on by default reports the defect."""
    assert code in codes(name)


@pytest.mark.parametrize(("name", "code"), ON_DEMAND.items())
def test_doubtful_defect_is_named_on_demand(name: str, code: str) -> None:
    """Less certain findings are reported only by rules that are off by default."""
    assert code in codes(name, code)


@pytest.mark.parametrize("name", CONTROLS)
def test_control_is_left_in_peace(name: str) -> None:
    """A file without a defect has no findings about syntax, dates, identifiers or completeness."""
    assert not {code for code in codes(name) if code[:3] in {"SYN", "DAT", "IDS", "REQ"}}
