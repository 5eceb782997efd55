"""The text was decoded with the wrong encoding.

`BjÃ¶rk` is Björk in UTF-8, read as Latin-1 by some program. Styles print it unchanged.

Example:

    @article{bjork2015,
      author = {BjÃ¶rk, RenÃ©},
      title = {Mountain Streams},
      journal = {Alpine Waters},
      year = {2015},
    }

Use instead:

    @article{bjork2015,
      author = {Björk, René},
      title = {Mountain Streams},
      journal = {Alpine Waters},
      year = {2015},
    }

Fix: unsafe: the text is converted back and decoded as UTF-8. None if the encoding of the file is unknown, or if a
single wrong byte may be a letter of several encodings.
Source: The Unicode Standard, section 3.9; veracite has the same check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.cues import NON_ASCII
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

# The bytes 80 to BF in Latin-1 and in Windows-1252.
_TRAIL = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e-\u2026\u2020-\u2022\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
_LEAD = lazy_pattern(f"[\u00c2-\u00f4][{_TRAIL}]+|[\u0080-\u009f]|\ufffd")
# Two or more characters outside ASCII, which may be one letter in UTF-8.
_NOT_ASCII = lazy_pattern(r"[^\x00-\x7f]{2,}")
# Mac OS, DOS, and Windows in Central and Eastern Europe.
_OTHERS = ("mac_roman", "cp437", "cp850", "cp1250", "cp1251")
_LATIN = lazy_pattern(r"[\u00a0-\u017f\u0218-\u021b\u2010-\u2026]+")
_CYRILLIC = lazy_pattern(r"[\u0400-\u045f\u0490\u0491]+")
# A Cyrillic word in Windows-1251 that was decoded as Latin-1; no word of the Latin alphabet has only such letters.
_LATIN_1 = lazy_pattern(r"(?<![^\W\d_])[\u00c0-\u00ff]{4,}(?![^\W\d_])")
_LATIN_1_PART = lazy_pattern(r"(?<![^\W\d_])[\u00c0-\u00ff\u00a8\u00b8]+(?![^\W\d_])")
_CYRILLIC_WORD = lazy_pattern(r"[\u0410-\u044f]?[\u0430-\u044f]+|[\u0410-\u042f]+")
# Letters before and after an apostrophe: "l'eau", "d'Orsay", "O'Hara"; "don't", "Ann's", "we're".
_ELISION = lazy_pattern(r"(?i)(?<!\w)(?:[cdjlmnosty]|qu|dell|nell|all|sull|dall)$")
_CONTRACTION = lazy_pattern(r"(?i)(?:s|t|re|ve|ll|d|m)(?!\w)")
# Words of a folded value; a no-break space or U+0085 can be half of a letter.
_WORD = lazy_pattern(r"[^ {}]++")


@rule("TEX225", "mojibake", cues=(NON_ASCII,))
def mojibake(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report UTF-8 that was decoded as another encoding, and decode it again."""
    for field in entry.fields:
        if not field.value.isascii():
            yield from _in_field(field, entry)


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    if field.name in ("abstract", "file", "annote"):
        return
    guessed = entry.source.encoding_problem == "guessed"
    is_cyrillic = _has_cyrillic(field.value)
    marks = (_mark(word, field.name, guessed, is_cyrillic) for word in _WORD.finditer(field.value))
    yield from findings_at(field, entry, filter(None, marks), "decode it again")


def _has_cyrillic(value: str) -> bool:
    """Whether a value contains a word of four or more letters that is Cyrillic in Windows-1251."""
    words = _LATIN_1.findall(value)
    return any(_CYRILLIC_WORD.fullmatch(word.encode("latin-1").decode("cp1251")) for word in words)


def _cyrillic(found: re.Match[str]) -> str:
    return found[0].encode("latin-1").decode("cp1251")


def _mark(found: re.Match[str], name: str, guessed: bool, is_cyrillic: bool) -> Mark | None:
    word = found[0]
    if is_cyrillic and (right := _LATIN_1_PART.sub(_cyrillic, word)) != word:
        message = f"`{word}` in `{name}` was decoded with the wrong encoding; write `{right}`"
        return Mark(*found.span(), message, right)
    right = word if word.isascii() else _NOT_ASCII.sub(_decoded_otherwise, word)
    if right == word:
        right = _mended(word)
    if guessed and right != word:
        message = (
            f"`{word}` in `{name}` was decoded with the wrong encoding; save the file as UTF-8"
        )
        return Mark(*found.span(), message)
    if "\ufffd" in right:
        message = f"a character of `{word}` in `{name}` was lost; check it"
        return Mark(*found.span(), message)
    if right != word:
        message = f"`{word}` in `{name}` was decoded with the wrong encoding; write `{right}`"
        return Mark(*found.span(), message, right)
    return None


def _mended(text: str) -> str:
    """Return the text decoded again, twice if it was decoded incorrectly twice."""
    for _ in range(2):
        text = _LEAD.sub(_decoded, text)
    return text


def _decoded_otherwise(found: re.Match[str]) -> str:
    """Return UTF-8 that was decoded as an encoding of another system, or the same text."""
    text = found[0]
    for encoding in _OTHERS:
        try:
            right = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        # Few letters of one alphabet may be a word of another: "Рі".
        is_certain = _LATIN.fullmatch(right) or (_CYRILLIC.fullmatch(right) and len(right) > 2)
        if is_certain:
            return right
    return text


def _decoded(found: re.Match[str]) -> str:
    text = found[0]
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    if len(text) == 1 and "\x80" <= text <= "\x9f":
        return _decoded_byte(found)
    return text


def _decoded_byte(found: re.Match[str]) -> str:
    """Return a byte as Windows-1252, or U+FFFD if it may be a letter: in Mac Roman, 9F is `ü` and 92 is `í`."""
    char = found[0].encode("latin-1").decode("cp1252", "replace")
    before, after = found.string[: found.start()], found.string[found.end() :]
    if char == "\u2019" and (_ELISION.search(before) or _CONTRACTION.match(after)):
        return char
    return "\ufffd" if char.isalpha() or (before[-1:].isalpha() and after[:1].isalpha()) else char
