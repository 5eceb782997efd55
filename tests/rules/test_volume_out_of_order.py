"""The rule volume-out-of-order."""

from tests.rules.lintcase import messages


def test_few_entries_tell_nothing() -> None:
    """Three entries are not enough for a comparison."""
    volumes = ((2001, 1), (2005, 5), (2009, 2))
    text = " ".join(
        f"@article{{k{y}, journal={{J}}, volume={{{v}}}, year={{{y}}}}}" for y, v in volumes
    )
    assert messages("DAT230", text) == []


def test_two_series_are_left_alone() -> None:
    """Nothing is reported if many entries contradict one another."""
    volumes = ((2001, 1), (2003, 3), (2005, 5), (2001, 81), (2003, 83), (2005, 85))
    text = " ".join(
        f"@article{{k{v}, journal={{J}}, volume={{{v}}}, year={{{y}}}}}" for y, v in volumes
    )
    assert messages("DAT230", text) == []


def test_the_odd_one_is_named() -> None:
    """A volume that disagrees with the others is reported."""
    volumes = ((2001, 1), (2003, 3), (2005, 5), (2007, 7), (2009, 90), (2012, 12), (2014, 14))
    text = " ".join(
        f"@article{{k{v}, journal={{J}}, volume={{{v}}}, year={{{y}}}}}" for y, v in volumes
    )
    assert len(messages("DAT230", text)) == 1
    assert messages("DAT230", text)[0].startswith("volume 90 of `J` in 2009")
