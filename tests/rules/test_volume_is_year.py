"""The rule volume-is-year."""

from tests.rules.lintcase import messages


def test_other_volume_is_fine() -> None:
    """A volume that is not a year is not reported."""
    assert messages("DAT231", "@article{a, volume={41}, year={2015}}") == []


def test_signal_is_worth_a_look() -> None:
    """The message does not say that the volume is wrong."""
    assert "check the volume" in messages("DAT231", "@article{a, volume={2015}, year={2015}}")[0]
