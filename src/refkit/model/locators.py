"""The locator after a cite key, such as "p. 3", ", chap. IV and more" or "{ii, A, D-Z}", as Pandoc reads it.

    text = [","] locator [suffix]
    locator = "{" [label] ... "}" | label number ([separator] number)* | digits ([separator] digits)*

See Pandoc's manual, "Citation syntax". In addition to Pandoc's locators, "and" and "&" join numbers, a number after a
label can be a word or a capital letter ("chapter two", "fig. A"), Roman numerals can be page numbers without a label,
and the locator after "s.v." is a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from refkit.data.locators import CARDINALS, LOCATOR_LABELS
from refkit.patterns import lazy_pattern

_UNIT = r"[^\s,;.!?()\[\]{}'\"“”‘’«»/\\&*_%#@~¡¿…‹›]"
_GROUP = r"\([^\s()]{1,40}+\)|\[[^\s\[\]]{1,40}+\]"
_WORD = lazy_pattern(rf"(?>(?:{_UNIT}++|{_GROUP})(?>(?:\.?(?:{_UNIT}++|{_GROUP}))*))")
_ROMAN = r"(?:[ivxlcdm]++|[IVXLCDM]++)"
_ROMAN_RANGE = lazy_pattern(rf"\(?{_ROMAN}(?:[-\u2013\u2014]{{1,3}}+{_ROMAN})?\)?")
_BARE_ROMAN = lazy_pattern(rf"(?=\w\w){_ROMAN_RANGE.pattern}(?=\s*(?:,|$))")
_STARTS_AS_NUMBER = lazy_pattern(r"[(\[]?[^\W\d_]?\d")
_SEPARATOR = lazy_pattern(r"\s*+(?:[,:&]|and\b)?\s*+")
_LEADING = lazy_pattern(r"\s*+,?\s*+")
_GAP = lazy_pattern(r"(?>(?:[\s~]|\\ )*)")
_TO_COMMA = lazy_pattern(r"[^,\s](?:[^,]*[^,\s])?")
_BRACE = lazy_pattern(r"[{}]")
_WORD_LABELS = frozenset(("sub-verbo",))  # whose locators are words


def read_locator(text: str, labels: Mapping[str, str] = LOCATOR_LABELS) -> tuple[str, str, str]:
    """Return the label, the locator and the suffix in the text after a key; the suffix is as written."""
    leading = _LEADING.match(text)
    start = leading.end() if leading else 0
    if text.startswith("{", start):
        end = _closing_brace(text, start)
        if end:
            label, begin = _label(text, _gap(text, start + 1), labels)
            locator = text[begin:end].strip()
            return (label or "page") if locator else "", locator, text[end + 1 :]
    label, begin = _label(text, start, labels)
    end = _end_of_numbers(text, begin, bool(label))
    if end == begin and label in _WORD_LABELS:
        word = _TO_COMMA.match(text, begin)
        end = word.end() if word else begin
    if end == begin and not label:
        roman = _BARE_ROMAN.match(text, begin)
        end = roman.end() if roman else begin
    return (label or "page", text[begin:end], text[end:]) if end > begin else ("", "", text)


def _closing_brace(text: str, start: int) -> int:
    """Return the offset of the brace that closes the one at `start`, or 0 if there is none."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return 0


def _label(text: str, start: int, labels: Mapping[str, str]) -> tuple[str, int]:
    """Return the longest label at an offset and the offset of the number after it; "" without a label."""
    for length in _lengths(tuple(labels)):
        written = text[start : start + length].lower()
        if len(written) == length and written in labels:
            end = _gap(text, start + length)
            if end < len(text) and (end > start + length or not written[-1].isalnum()):
                return labels[written], end
    return "", start


@lru_cache(16)  # tables of labels: English, and those of the languages
def _lengths(labels: tuple[str, ...]) -> tuple[int, ...]:
    """Return the different lengths of labels, the greatest first."""
    return tuple(sorted({len(label) for label in labels}, reverse=True))


def _gap(text: str, start: int) -> int:
    gap = _GAP.match(text, start)
    return gap.end() if gap else start


def _end_of_numbers(text: str, start: int, is_labeled: bool) -> int:
    """Return the end of numbers, which have digits; after a label they can be Roman or a word."""
    end, position = start, start
    while word := _WORD.match(text, position):
        if not _is_number(word[0], is_labeled, position == start):
            break
        end = position + len(word[0].rstrip(":"))
        separator = _SEPARATOR.match(text, end)
        if separator is None or separator.end() == end:
            break
        position = separator.end()
    return end


def _is_number(word: str, is_labeled: bool, is_first: bool) -> bool:
    """Whether a word is a number; "roe2002" is one only after a label, otherwise it is more likely a key."""
    if _STARTS_AS_NUMBER.match(word):
        return True
    if not is_labeled:
        return False
    if is_first and any(map(str.isdigit, word)):
        return True
    is_letter = len(word) == 1 and word.isupper()
    return is_letter or word.lower() in CARDINALS or _ROMAN_RANGE.fullmatch(word) is not None
