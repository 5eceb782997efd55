"""The rule url-year."""

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
