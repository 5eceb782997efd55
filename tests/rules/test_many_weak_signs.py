"""The rule many-weak-signs."""

from tests.rules.lintcase import messages


def test_one_sign_is_nothing() -> None:
    """An article without an identifier is not unusual."""
    text = "@article{a, author={Drake, Fran}, title={Sails}, journal={Nautical Studies}, year={2020}, pages={17--23}}"
    assert messages("SIG222", text) == []


def test_the_signs_are_told() -> None:
    """The message lists the signs."""
    text = (
        "@article{a, author={Kim, J. and Lee, S.}, title={Sails: A Comprehensive Review}, "
        "journal={Journal of Research}, year={2020}, pages={100--110}}"
    )
    assert "no identifier, round pages" in messages("SIG222", text)[0]
