"""Find the publisher of an ISBN."""

from __future__ import annotations

from refkit.data.isbn_publishers import REGISTRANTS
from refkit.patterns import lazy_pattern

_NOT_DIGITS = lazy_pattern(r"\D")


def publisher_of(isbn: str) -> str:
    """Return the large publisher to which an ISBN belongs, or an empty string."""
    digits = _NOT_DIGITS.sub("", isbn)
    if len(digits) == 13 and digits.startswith("978"):
        digits = digits[3:]
    # The X of a check digit is gone from the ten.
    if len(digits) not in (9, 10):
        return ""
    for length in range(3, 7):
        if owner := REGISTRANTS.get(digits[:length]):
            return owner
    return ""
