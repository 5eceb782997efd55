"""Progress is shown on a terminal and removed at the end."""

import threading

import pytest

from refkit.cli import _console


class Ticks(threading.Event):
    """An event that is set at the third check."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    def wait(self, timeout: float | None = None) -> bool:
        self.looks += 1
        return self.looks > 2


class Done(Ticks):
    """An event that is set from the start."""

    def wait(self, timeout: float | None = None) -> bool:
        return True


def test_the_clock_is_overwritten_in_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    """By as many spaces as it has characters, with the cursor at the start of the line."""
    _console._show_clock("checking", Ticks())
    shown = capsys.readouterr().err.split("\r")
    assert shown == ["", "checking ... 0 s", "checking ... 0 s", " " * len("checking ... 0 s"), ""]


def test_quick_work_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A clock that is shown only for a moment would flicker."""
    _console._show_clock("checking", Done())
    assert capsys.readouterr().err == ""
