"""Original dates that are later than the date of the reprint."""

import pytest
from tests.rules.lintcase import quoted


@pytest.mark.parametrize("fields", ["date={1955}, origdate={1999}", "year=1955, origyear=1999"])
def test_newer_original_is_found(fields: str) -> None:
    """Both the BibLaTeX field and the field of older styles are checked."""
    assert len(quoted("DAT202", f"@book{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    "fields", ["date={1999}, origdate={1955}", "date={1999}, origdate={1999-05}"]
)
def test_older_original_passes(fields: str) -> None:
    """An original date before the reprint or in the same year is accepted."""
    assert quoted("DAT202", f"@book{{a, {fields}}}") == []
