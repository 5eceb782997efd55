"""How a report is shown to people."""

from __future__ import annotations

from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class View:
    """The appearance of a report.

    `width` is the number of columns of the terminal, to which messages are wrapped, or 0. `most` is the number of
    findings to show, or 0 for all. `show_all` lists the findings of habits one by one.
    """

    color: bool = False
    width: int = 0
    most: int = 0
    show_all: bool = False


PLAIN = View()
