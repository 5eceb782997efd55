"""Page ranges and the dashes of number ranges (CSL 1.0.2, Appendix V, "Page Range Formats")."""

from __future__ import annotations

import re
from collections.abc import Callable

from refkit.csl.locale import Locale
from refkit.integers import read_int
from refkit.patterns import lazy_pattern

EN_DASH = "–"

# Two things with one hyphen or en dash between them, or the hyphens that LaTeX writes for a dash, not part of a longer
# chain (2005-02-03).
_RANGE = lazy_pattern(
    r"(?<![\w\\–-])(\w[^\s,;&–-]*|\w)\s*(?<!\\)(-{1,3}|–)\s*(\w[^\s,;&–-]*)(?![^\s,;&–-])(?!\s*[–-])"
)
_INNER_HYPHEN = lazy_pattern(r"(?<=\w)-(?=\w)")
_NUMBERED = lazy_pattern(r"((?:[^\W_]|[/.])*[^\W\d_]|)(\d+)([^\W\d_]*)")
_PLAIN = lazy_pattern(r"[ivxlcdm]+|[IVXLCDM]+|\d+")
_AMPERSAND = lazy_pattern(r"(?<=\w)\s*&\s*(?=\w*\d)")


def range_writer(
    page_range_format: str, locale: Locale, delimiter: str, keeps_en_dash: bool = True
) -> Callable[[str], str]:
    """Return the function that writes the ranges in a number or page variable, with `delimiter` as the dash."""
    shorten = FORMATS.get(page_range_format)
    symbol = f" {locale.terms.get(('and', 'symbol'), ('&', '&'))[0]} "

    def one(found: re.Match[str]) -> str:
        dash = EN_DASH if keeps_en_dash and found.group(2) == EN_DASH else delimiter
        return _written(found.group(1), found.group(3), dash, shorten)

    def write(text: str) -> str:
        if text.isdecimal():
            return text
        written = _RANGE.sub(one, text)
        if "&" in written:
            written = _AMPERSAND.sub(symbol, written)
        return written.replace("\\-", "-").replace("\\–", "-")

    return write


def escaped_hyphens(text: str) -> str:
    """Return an identifier whose hyphens have a backslash before them, so that none of them makes a range."""
    return _INNER_HYPHEN.sub(r"\\-", text)


def _written(
    first: str, last: str, delimiter: str, shorten: Callable[[str, str], str] | None
) -> str:
    left, right = _NUMBERED.fullmatch(first), _NUMBERED.fullmatch(last)
    if not left or not right or left.group(1) != right.group(1):
        dash = delimiter if _PLAIN.fullmatch(first) and _PLAIN.fullmatch(last) else "-"
        return f"{first}{dash}{last}"
    if shorten is None or left.group(3) or right.group(3):
        return f"{first}{delimiter}{last}"
    begin, end = left.group(2), right.group(2)
    full = begin[: max(0, len(begin) - len(end))] + end
    if read_int(full) <= read_int(begin):
        return f"{first}{delimiter}{last}"
    if shorten is _expanded:
        return f"{first}{delimiter}{right.group(1)}{full}"
    end = shorten(begin, full) if len(full) == len(begin) else full
    return f"{first}{delimiter}{end}"


def _expanded(_first: str, last: str) -> str:
    return last


def _minimal(first: str, last: str) -> str:
    same = _same_digits(first, last)
    return last[same:]


def _minimal_two(first: str, last: str) -> str:
    return last[min(_same_digits(first, last), max(0, len(last) - 2)) :]


def _chicago_16(first: str, last: str) -> str:
    if read_int(first) < 100 or read_int(first) % 100 == 0:
        return last
    if 0 < read_int(first) % 100 < 10:
        return _minimal(first, last)
    return _minimal_two(first, last)


def _chicago_15(first: str, last: str) -> str:
    short = _chicago_16(first, last)
    return last if len(first) == 4 and len(short) >= 3 else short


def _same_digits(first: str, last: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)


FORMATS = {
    "expanded": _expanded,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
