"""A possibly incomplete date: a point in time, a range or words."""

from __future__ import annotations

from refkit.model.record_repr import record_repr
from refkit.records import dataclass, field


@dataclass(slots=True, frozen=True)
class DatePoint:
    """A year, a month of a year, a day of a month, or a season (1 spring ... 4 winter).

    `year` is astronomical as in EDTF (0 is 1 BC), or None if the year is unknown.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None

    def __repr__(self) -> str:
        return record_repr(self)


@dataclass(slots=True, frozen=True)
class Date:
    """A date with the text that it was read from, which does not count in comparisons.

    `start` is the date, or the start of a range that ends at `end`; `open_start` and `open_end` mark a range
    without that limit. `literal` contains words that are not a date ("in press"). `season` is a season that is
    written as text ("Michaelmas"). `problem` says why the date is impossible (31 June), or is empty; the parts of
    an impossible date are kept as written.
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
    season: str = ""

    def __repr__(self) -> str:
        return record_repr(self)

    def __bool__(self) -> bool:
        """Whether there is anything in it: the date of an item that has none is false."""
        return self.start is not None or self != NO_DATE

    def __str__(self) -> str:
        """The date as in ISO 8601 ("2001-05", "2001/2003"), or in words if it has only these."""
        from refkit.model.dates import format_edtf

        return format_edtf(self) or self.literal or self.raw

    @property
    def year(self) -> int | None:
        """The year, or the first year of a range."""
        return self.start.year if self.start else None

    @property
    def month(self) -> int | None:
        """The month from 1 to 12, or that of the start of a range."""
        return self.start.month if self.start else None

    @property
    def day(self) -> int | None:
        """The day of the month, or that of the start of a range."""
        return self.start.day if self.start else None


NO_DATE = Date()
