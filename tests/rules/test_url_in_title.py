"""The rule url-in-title."""

import pytest
from tests.rules.lintcase import messages


def test_words_with_www_are_fine() -> None:
    """A title about the WWW is not reported."""
    assert messages("TTL225", "@book{a, title={The WWW and its www.}}") == []


def test_the_link_is_shown() -> None:
    """The message shows the URL to move."""
    assert "`www.dunes.net/a`" in messages("TTL225", "@book{a, title={Dunes, www.dunes.net/a}}")[0]


@pytest.mark.parametrize("name", ["title", "journal", "publisher"])
def test_the_message_names_the_field(name: str) -> None:
    """The address can be in the venue or the publisher, too."""
    found = messages("TTL225", f"@article{{a, {name}={{https://buoys.net/a}}}}")
    assert found == [f"`https://buoys.net/a` in `{name}` belongs in `url`; move it there"]


def test_howpublished_may_contain_an_address() -> None:
    """Styles print it there."""
    assert messages("TTL225", "@misc{a, howpublished={https://buoys.net/a}}") == []
