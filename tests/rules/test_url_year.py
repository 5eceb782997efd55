"""The rule url-year."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_agreeing_years_are_fine() -> None:
    """An entry with the same year as its URL is not reported."""
    assert (
        messages(
            "DAT234", "@misc{a, year={2021}, url={https://proceedings.mlr.press/v139/lark21g.html}}"
        )
        == []
    )


def test_volumes_of_jmlr_tell_the_year() -> None:
    """Volume 24 of JMLR is from 2023."""
    assert (
        "2023"
        in messages(
            "DAT234", "@misc{a, year={2013}, url={http://jmlr.org/papers/v24/23-0569.html}}"
        )[0]
    )


def test_other_sites_are_left_alone() -> None:
    """Numbers in URLs of other sites are not treated as years."""
    assert messages("DAT234", "@misc{a, year={2013}, url={https://dunes.net/2019/05/report}}") == []


def test_the_url_is_pointed_at() -> None:
    """The finding marks the part of `url` with the year."""
    text = "@misc{a, year={2013}, url={https://www.usenix.org/conference/dunes21/lark}}"
    assert quoted("DAT234", text) == ["usenix.org/conference/dunes21/"]


@pytest.mark.parametrize(
    ("entry", "marked"),
    [
        (
            "@online{a, year=2018, url={https://www.news.org/2021/05/03/world/tides.html}}",
            "/2021/05/03/",
        ),
        ("@online{a, date={2018-05-03}, url={https://news.org/2021/05/tides}}", "/2021/05/"),
        ("@online{a, year=2021, url={https://news.org/2021/05/tides}}", ""),
        (
            "@misc{a, year=2018, url={https://web.archive.org/web/20150503101112/https://a.org/}}",
            "web.archive.org/web/20150503101112",
        ),
        (
            "@misc{a, year=2014, url={https://web.archive.org/web/20150503101112/https://a.org/2018/05/b}}",
            "",
        ),
        ("@online{a, year=2023, url={https://news.org/2021/05/tides}}", ""),
        ("@online{a, year=2018, url={https://news.org/wp-content/uploads/2021/05/tides.html}}", ""),
        ("@online{a, year=2018, url={https://news.org/2021/05/tides.pdf}}", ""),
        ("@article{a, journal={J}, year=2018, url={https://news.org/2021/05/tides}}", ""),
    ],
)
def test_days_in_addresses(entry: str, marked: str) -> None:
    """A page cannot be older than the day in its address, but an uploaded file can."""
    assert quoted("DAT234", entry) == ([marked] if marked else [])
