"""Given names as initials (CSL 1.0.2, cs:name, `initialize` and `initialize-with`)."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.patterns import lazy_pattern

# A word of a given name: up to a space, or up to and with a full stop; markup stays with its word.
_WORD = lazy_pattern(r"(?:[^\s.]+\.?|\.)(?:</\w+>)*")
_TAGGED = lazy_pattern(r"((?:<[^<>]*>)*)(.*?)((?:<[^<>]*>)*)$", re.DOTALL)
_TAG = lazy_pattern(r"</?\w+[^<>]*>")
_HYPHENS = lazy_pattern(r"[-\u2010\u2011]")


@lru_cache(maxsize=4096)
def initials(given: str, mark: str, shorten: bool = True, hyphen: bool = True) -> str:
    """Return the initials of a given name, each followed by `mark`.

    Words in lower case are kept, and so are abbreviations, except for their full stop. Without `shorten`, whole words
    are kept, too, and only existing initials get the mark.
    """
    written = ""
    for word in _WORD.findall(_protected(given)):
        opening, text, closing = _peeled(word.replace("\ue000", " "))
        short = _shortened(text, mark, shorten, hyphen)
        if short is None:
            gap = "" if hyphen and _HYPHENS.match(text) else " "  # M.-Th.
            written = f"{written.rstrip()}{gap}{opening}{text}{closing} "
        elif opening or closing:
            kept = short.rstrip()
            written += f"{opening}{kept}{closing}{short[len(kept) :]}"
        elif hyphen and _HYPHENS.match(text):
            written = written.rstrip() + short
        else:
            written += short
    return written.strip()


def _protected(given: str) -> str:
    """Return the name with the spaces inside markup replaced."""
    if "<" not in given:
        return given
    return _TAG.sub(lambda tag: tag.group().replace(" ", "\ue000"), given)


def _peeled(word: str) -> tuple[str, str, str]:
    if "<" not in word:
        return "", word, ""
    found = _TAGGED.match(word)
    if found is None or not found.group(2) or "<" in found.group(2):
        return _peeled_inside(word)
    return found.group(1), found.group(2), found.group(3)


def _peeled_inside(word: str) -> tuple[str, str, str]:
    """Return a word whose markup ends inside it: `<b>John</b>-Quiggly`."""
    tags = _TAG.findall(word)
    text = _TAG.sub("", word)
    first, at, rest = word, 0, ""
    close = next((tag for tag in tags if tag.startswith("</")), "")
    if close:
        at = word.index(close)
        first, rest = word[:at], word[at + len(close) :]
    if close and rest and _HYPHENS.match(rest) and len(tags) == 2:
        opened = tags[0]
        return opened, f"{first[len(opened) :]}{close}{rest}", ""
    return "", text, ""


def _shortened(text: str, mark: str, shorten: bool, hyphen: bool) -> str | None:
    """Return the initial of a word, or None for a word that is kept."""
    if not text or text == ".":
        return ""
    if text.endswith(".") and len(text) > 1 and not _HYPHENS.search(text):
        return text[:-1] + mark if _is_capital(text[0]) else None
    if _HYPHENS.search(text):
        return _hyphenated(text, mark, shorten, hyphen)
    if not _is_capital(text[0]) or (not shorten and len(text) > 1):
        return None
    return _initial(text) + mark


def _initial(word: str) -> str:
    """Return the initial of a word: its first letter, or two capitals before small letters (THomas is Th.)."""
    if word[1:2].isupper() and word[2:3].islower():
        return word[0] + word[1].lower()
    return word[0]


def _hyphenated(text: str, mark: str, shorten: bool, hyphen: bool) -> str | None:
    """Return J.-L. for Jean-Luc, or J. L. without `hyphen`; a lower-case part after the hyphen is dropped.

    An abbreviation at the end is kept, as it is in other words: M.-Th. for Marie-Thérèse.
    """
    parts = [_peeled_end(part) for part in _HYPHENS.split(text)]
    if parts[0][0] and not _is_capital(parts[0][0][0]):
        return None  # al-Rahman
    capital = [(part.rstrip("."), close) for part, close in parts if part and _is_capital(part[0])]
    if not capital or (not shorten and any(len(part) > 1 for part, _ in capital)):
        return None
    joined = "-" if hyphen else ""
    bare = mark.rstrip()
    shorts = [_initial(part) for part, _ in capital]
    if parts[-1][0].endswith("."):
        shorts[-1] = capital[-1][0]
    gap = bare if hyphen else mark
    pieces = [f"{short}{gap}{close}" for short, (_, close) in zip(shorts, capital, strict=True)]
    start = "-" if not parts[0][0] and hyphen else ""
    return start + joined.join(pieces) + (mark[len(bare) :] if hyphen else "")


def _peeled_end(part: str) -> tuple[str, str]:
    text, tag, _ = part.partition("<")
    return text, f"<{_}" if tag else ""


def _is_capital(char: str) -> bool:
    """Whether a character can be an initial: a capital, or a letter of a script without case."""
    return char.isupper() or (char.isalpha() and not char.islower() and char.lower() == char)
