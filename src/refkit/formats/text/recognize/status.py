"""Words for the state of a publication, such as "in press", and for a missing date."""

from __future__ import annotations

import re

from refkit.data import date_words
from refkit.patterns import lazy_pattern

STATUS = lazy_pattern(rf"(?<!\w)(?:{date_words.PUBLICATION_STATUS})(?!\w)\.?", re.IGNORECASE)
STATES = {
    "press": "in press",
    "forthcoming": "forthcoming",
    "submitted": "submitted",
    "preparation": "in preparation",
}
NO_DATE = lazy_pattern(rf"(?<!\w)(?:{date_words.NO_DATE})(?!\w)", re.IGNORECASE)
