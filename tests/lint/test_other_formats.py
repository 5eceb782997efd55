"""Rules about facts apply to other formats, too."""

import json
from pathlib import Path

import pytest
from tests.rules.lintcase import TODAY

from refkit.lint.options import Request
from refkit.lint.run import run

ITEM: dict[str, object] = {
    "id": "x1", "type": "article-journal", "title": "Tides & Waves", "page": "110-101", "volume": "3",
    "container-title": "Ocean", "author": [{"family": "Smith", "given": "J."}, {"literal": "University of Foo"}],
    "issued": {"date-parts": [[2015, 6]]}, "DOI": "10.1000/182",
}  # fmt: skip


def told(folder: Path, **changes: object) -> list[tuple[str, str]]:
    """Return the code and marked text of each finding in a CSL-JSON file with one item."""
    path = folder / "x.json"
    text = json.dumps([ITEM | changes])
    path.write_text(text, encoding="utf-8")
    report = run(Request((str(path),), today=TODAY, isolated=True, cache=False))
    assert all(finding.fix is None for finding in report.findings)
    return [(f.code, text[f.span.start : f.span.end]) for f in report.findings]


def test_pages_point_at_the_file(tmp_path: Path) -> None:
    """The finding points at the value in the file."""
    assert told(tmp_path) == [("PAG101", "110-101")]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_each_range_of_pages_points_at_the_file(tmp_path: Path, dash: str) -> None:
    """The two hyphens of BibTeX are a single dash in JSON."""
    written = json.dumps(f"9{dash}7")[1:-1]
    assert told(tmp_path, page=f"1{dash}5, 9{dash}7") == [("PAG101", written)]


def test_dates_are_compared(tmp_path: Path) -> None:
    """The access date is compared with the publication date."""
    accessed = {"date-parts": [[2010, 1, 5]]}
    assert [code for code, _ in told(tmp_path, page="1-9", accessed=accessed)] == ["DAT201"]


def test_identifiers_are_looked_into(tmp_path: Path) -> None:
    """A DOI in a URL and an ISSN with a typo are found."""
    found = told(tmp_path, page="1-9", ISSN="0028-0835")
    assert found == [("IDS104", "0028-0835")]


def test_markup_of_tex_is_nobodys_business_there(tmp_path: Path) -> None:
    """In JSON, an ampersand needs no escape and a literal name needs no braces."""
    assert told(tmp_path, page="1-9") == []
