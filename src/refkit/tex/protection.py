"""Protect the case of whole words."""

from __future__ import annotations

import re

from refkit.patterns import lazy_pattern
from refkit.tex.decode import END_SPAN, NOCASE

_SPAN = f"{NOCASE}[^<>]*{END_SPAN}"
# A word around or next to protected text, with an elided article before it or an ending after it (Kolmogorov's).
_WORD = lazy_pattern(
    rf"(?:(?<!\w)\w++['’]?+)?{_SPAN}(?>\w*(?:{_SPAN})?)*(?:['’]\w+)?",
)
# Both alternatives begin with `<`, for which `re` searches fast.
_PARTLY = lazy_pattern(rf"{NOCASE}(?<=[\w'’]{NOCASE})|{END_SPAN}(?:['’]?\w|{NOCASE})")


def protect_words(title: str) -> str:
    """Return a title with the words protected as a whole of which BibTeX protects a part: `{P}ython`, `{B}ib{T}e{X}`.

    In BibTeX, the rest of such a word needs no protection because it is in lower case. Processors of CSL capitalize
    the first letter after protected text as if a word began there.
    """
    return _WORD.sub(_whole, title) if _PARTLY.search(title) else title


def _whole(word: re.Match[str]) -> str:
    return NOCASE + word[0].replace(NOCASE, "").replace(END_SPAN, "") + END_SPAN
