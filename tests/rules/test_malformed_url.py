"""The rule malformed-url."""

from tests.rules.lintcase import messages, quoted


def test_wrapped_urls_are_read() -> None:
    """A URL in a command is checked without the command."""
    assert messages("IDS227", r"@misc{a, url={\url{https://dunes.example.net/a}}}") == []


def test_missing_scheme_is_named() -> None:
    """For a bare host, the message suggests https://."""
    assert "scheme is missing" in messages("IDS227", "@misc{a, url={www.dunes.net/a}}")[0]


def test_misspelt_schemes_get_the_right_one() -> None:
    """The message suggests the nearest known scheme."""
    assert "did you mean `http://`?" in messages("IDS227", "@misc{a, url={htp://dunes.net/a}}")[0]


def test_other_schemes_are_fine() -> None:
    """Other URL schemes are not reported."""
    assert (
        messages(
            "IDS227", "@misc{a, url={ftp://dunes.net/a}} @misc{b, url={git+https://dunes.net/b}}"
        )
        == []
    )


def test_doubled_scheme_is_found() -> None:
    """A scheme that was pasted twice is found."""
    assert quoted("IDS227", "@misc{a, url={http://https://dunes.net/a}}") == ["http://https:/"]


def test_two_addresses_are_left_alone() -> None:
    """Exporters put several addresses into one field."""
    assert messages("IDS227", "@misc{a, url={https://dunes.net/a https://dunes.net/b}}") == []
