"""Page ranges with one hyphen."""

import pytest
from tests.rules.lintcase import fixed, quoted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{101-110}", "{101--110}"),
        ('"101 - 110"', '"101--110"'),
        ("{iv-xii, 3-9}", "{iv--xii, 3--9}"),
        ("{S1-S9}", "{S1--S9}"),
    ],
)
def test_hyphen_is_doubled(before: str, after: str) -> None:
    """Only the hyphens and the blanks around them are touched."""
    assert fixed("PAG102", f"@article{{a, pages = {before}}}") == f"@article{{a, pages = {after}}}"


@pytest.mark.parametrize(
    "pages", ["101--110", "101–110", "104-1", "e1-b", "1063-651X", "12-3--12-9", "7"]
)
def test_other_values_pass(pages: str) -> None:
    """A dash that is none between pages is left alone."""
    assert quoted("PAG102", f"@article{{a, pages={{{pages}}}}}") == []
