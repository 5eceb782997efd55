"""A date as far as it is known: a point, a range or words."""

from __future__ import annotations

from dataclasses import dataclass, field

from refkit.model.shown import shown


@dataclass(slots=True, frozen=True)
class DatePoint:
    """A year, a month of a year, a day of a month, or a season (1 spring ... 4 winter).

    `year` is astronomical as in EDTF (0 is 1 BC); None means that the year is not known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None

    def __repr__(self) -> str:
        return shown(self)


@dataclass(slots=True, frozen=True)
class Date:
    """A date with the text that it was read from (which two equal dates need not share).

    `start` is the date, or the first of a range whose last is `end`; `open_end` and `open_start`
    mark a range without that limit. `literal` holds words that are no date ("in press").
    `problem` says why the written date cannot be (31 June), and is empty for a good one; the parts
    are then kept as written, never mended.
    """

    raw: str = field(default="", compare=False)
    start: DatePoint | None = None
    end: DatePoint | None = None
    open_start: bool = False
    open_end: bool = False
    approximate: bool = False
    uncertain: bool = False
    literal: str = ""
    problem: str = ""

    def __repr__(self) -> str:
        return shown(self)

    @property
    def year(self) -> int | None:
        """The year, of a range the first one."""
        return self.start.year if self.start else None

    @property
    def month(self) -> int | None:
        """The month from 1 to 12, of a range the first one's."""
        return self.start.month if self.start else None

    @property
    def day(self) -> int | None:
        """The day of the month, of a range the first one's."""
        return self.start.day if self.start else None
