"""What a conversion loses: a value that the target format has no place for."""

from __future__ import annotations

from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Loss:
    """A value that was not written in its own place.

    `id` is the item's, `variable` a variable of CSL or the name of another field, `value` its text, `reason` why the
    format cannot contain it, and `kept_in` the place in the output where its text is, or "" if it is nowhere.
    """

    id: str
    variable: str
    value: str
    reason: str
    kept_in: str = ""
