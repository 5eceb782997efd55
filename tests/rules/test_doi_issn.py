"""The rule doi-issn."""

from tests.rules.lintcase import messages


def test_one_of_two_is_enough() -> None:
    """A field may contain the print and the electronic ISSN."""
    text = "@article{a, issn={0962-4929, 1474-0508}, doi={10.1017/S0962492910000048}}"
    assert messages("IDS231", text) == []


def test_the_inner_issn_is_told() -> None:
    """The message shows the ISSN in the DOI."""
    text = "@article{a, issn={1402-4896}, doi={10.1080/01621459.2017.1285773}}"
    assert "0162-1459" in messages("IDS231", text)[0]
