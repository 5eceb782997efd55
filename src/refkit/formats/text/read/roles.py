"""Recognize the words for roles around names: (Eds.), translated by, Hrsg. v., et al."""

from __future__ import annotations

import re

from refkit.data.words.conjunctions import and_pattern
from refkit.data.words.roles import AND_OTHERS, OTHERS_END, ROLE_AFTER_NAMES, ROLE_BEFORE_NAMES
from refkit.patterns import lazy_pattern


def _either(words: str) -> str:
    return "".join(line.strip() for line in words.splitlines())


_ROLE_BEHIND = lazy_pattern(
    r"(?:[\s,]*[(\[]\s*(?:and\s+|&\s*)?|[\s,]*,\s*|(?<=[\w.])\s+)(?:"
    + "|".join(f"(?P<{role}>{_either(words)})" for role, words in ROLE_AFTER_NAMES.items())
    + r")\.?\s*[)\]]?[\s.,:;]*\Z",
    re.IGNORECASE,
)
_ROLE_BEFORE = lazy_pattern(
    r"[\s(\[,;:]*+(?:(?:in|dans|en|em|ed)\b\s*+(?:[:.,]\s*+)?)?[(\[]?(?:"
    + "|".join(f"(?P<{role}>{_either(words)})" for role, words in ROLE_BEFORE_NAMES.items())
    + r")(?<![a-zà-ÿ](?=\w))[\s:]*(?=\S)",
    re.IGNORECASE,
)
_ONLY_ROLE = lazy_pattern(
    r"\W*(?:"
    + "|".join(f"(?P<{role}>{_either(words)})" for role, words in ROLE_AFTER_NAMES.items())
    + r")\W*\Z",
    re.IGNORECASE,
)
_IN = lazy_pattern(
    r"[\s(\[“\"]*(?>(?:(?:in|dans|en|em|nel|w|в)(?:\s*:|\s|(?=[A-Z]\.))\s*)+)(?=\S)", re.IGNORECASE
)
_OTHERS = lazy_pattern(
    rf"[\s,;]*(?:\b(?:{and_pattern()}|&)\s+)?[(\[]?(?<!\w)"
    rf"(?:{AND_OTHERS})"
    r"(?!\w)\.?[)\]]?[\s.,;:]*\Z",
    re.IGNORECASE,
)


_LONGEST_ROLE = 60  # characters
_ROLES_IN_CAPITALS = frozenset(("ED", "HG", "OR"))


def without_role(text: str) -> tuple[str, str]:
    """Split the role from a list of names; return the names and the CSL role ("" if there is none)."""
    only = _ONLY_ROLE.match(text) if len(text) < _LONGEST_ROLE else None
    if only is not None:
        return "", only.lastgroup or ""
    role = ""
    before = _ROLE_BEFORE.match(text)
    if before is not None and before.lastgroup:
        role, text = before.lastgroup, text[before.end() :]
    else:
        inside = _IN.match(text)
        text = text[inside.end() :] if inside is not None else text
    behind = None if _ends_in_initials(text) else _ROLE_BEHIND.search(text[-_LONGEST_ROLE:])
    if behind is not None and behind.lastgroup:
        text = text[: max(len(text) - _LONGEST_ROLE, 0) + behind.start()]
        role = role if role not in ("", "author") else behind.lastgroup
    return text, role


# measured: most lists end in initials, and a search for a role after them takes 14 us
def _ends_in_initials(text: str) -> bool:
    """Whether the last word is one or two capital letters that are not an abbreviated role."""
    last = text[-8:].rstrip(" .,;:)]").rpartition(" ")[2].rpartition(".")[2]
    return last.isupper() and len(last) < 3 and last not in _ROLES_IN_CAPITALS


def without_others(text: str) -> tuple[str, bool]:
    """Remove "et al." from the names, and return whether it was present."""
    if not text[-40:].rstrip(" .,;:)]").lower().endswith(OTHERS_END):
        return text, False
    found = _OTHERS.search(text[-40:])
    if found is None:
        return text, False
    return text[: max(len(text) - 40, 0) + found.start()], True
