"""Access dates before publication."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("article", "year=2015, urldate={2008-02-09}"),
        ("online", "date={2015-05-02}, urldate={2015-05-01}"),
        ("article", "date={2015-05}, urldate={2013}"),
    ],
)
def test_access_before_publication_is_found(kind: str, fields: str) -> None:
    """The limit is more than a year for articles and a day for web pages."""
    assert len(quoted("DAT201", f"@{kind}{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("article", "year=2015, urldate={2014-11-30}"),
        ("article", "year=2015, urldate={2015}"),
        ("online", "date={2015-05}, urldate={2015-05-01}"),
        ("online", "year=2015, urldate={2020-01-01}"),
    ],
)
def test_early_access_passes(kind: str, fields: str) -> None:
    """Articles may be online up to a year before their volume."""
    assert quoted("DAT201", f"@{kind}{{a, {fields}}}") == []


def test_message_shows_both_dates() -> None:
    """Two facts disagree, and both are shown."""
    message = messages("DAT201", "@misc{a, year=2015, urldate={2008-02-09}}")[0]
    assert "`2008-02-09`" in message
    assert "`2015`" in message


def test_access_date_in_a_note() -> None:
    """The date of access can be in words."""
    text = "@online{a, year=2018, note={Accessed 2015-03-02}}"
    assert quoted("DAT201", text) == ["2015-03-02"]
