"""An accent is separated from its letter.

PDF files of TeX store "ü" as two characters, "u" and "¨", which stay separate in copied text: "Mu¨ller", "M¨uller".

Example:

    @article{mueller2015,
      author = {Mu¨ller, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{mueller2015,
      author = {Müller, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: the accent is combined with its letter. Accents that both letters next to them can have are not reported.
Source: The Unicode Standard, section 7.9, on spacing clones of diacritics.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from refkit.lint.cues import NON_ASCII
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_COMBINING = {
    "¨": "\u0308", "´": "\u0301", "¸": "\u0327", "ˇ": "\u030c", "˘": "\u0306", "˙": "\u0307", "˚": "\u030a",
    "˛": "\u0328",
    "˜": "\u0303", "˝": "\u030b", "¯": "\u0304", "ˆ": "\u0302",
}  # fmt: skip
_LATIN = "A-Za-zÀ-ɏ"
_MARK = f"[{''.join(_COMBINING)}]"
_DETACHED = lazy_pattern(
    rf"[{_LATIN}]*(?:[{_LATIN}] ?{_MARK}(?=[{_LATIN}])|[{_LATIN}]{_MARK}|{_MARK}(?=[{_LATIN}]))[{_LATIN}]*"
)
# An acute accent as an apostrophe: "O´Brien", "d´Ivoire", "Int´l", "Ann´s"; and text in the wrong encoding.
_OTHER = lazy_pattern(
    rf"(?i)(?<![{_LATIN}])[{_LATIN}]´|dell´|qu´|´(?:s|t|l|ll|d|m|re|ve|n)(?![{_LATIN}])|[ÃÂ]"
)
# The letters that these accents are on; the others are on any letter that has such a form.
_LETTERS = {
    "´": "aeiouyAEIOUYı",
    "¸": "csCSştT",
    "˜": "anoANO",
    "¨": "aeiouyAEIOUYı",
    "˝": "ouOU",
    "˚": "auAU",
}
_ACCENT = lazy_pattern(rf"(\w?) ?({_MARK})(\w?)")


@rule("TEX232", "detached-accent", cues=(NON_ASCII,))
def detached_accent(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report accents next to Latin letters."""
    if entry.source.slice(entry.span).isascii():
        return
    for field in entry.fields:
        value = field.value
        if value.isascii() or field.name in ("abstract", "file", "annote"):
            continue
        if any(accent in value for accent in _COMBINING):
            words = (word for word in _DETACHED.finditer(value) if not _OTHER.search(word[0]))
            marks = filter(None, (_mark(word, field) for word in words))
            yield from findings_at(field, entry, marks, "combine the accent with its letter")


def _mark(word: re.Match[str], field: Field) -> Mark | None:
    """Return the mark of a word if each of its accents belongs to one of the letters next to it."""
    right = _ACCENT.sub(_joined, word[0])
    if any(accent in right for accent in _COMBINING):
        return None
    message = f"`{word[0]}` in `{field.name}` contains a detached accent; write `{right}`"
    return Mark(*word.span(), message, right)


def _joined(found: re.Match[str]) -> str:
    """Return the letters with the accent on one of them, or the same text if both or none can have it."""
    before, accent, after = found.groups()
    on_before, on_after = _with(before, accent), _with(after, accent)
    if bool(on_before) == bool(on_after):
        return found[0]
    return f"{on_before}{after}" if on_before else f"{before}{on_after}"


def _with(letter: str, accent: str) -> str:
    """Return a letter with an accent, or an empty string if there is no such letter in common use."""
    if not letter or letter not in _LETTERS.get(accent, letter):
        return ""
    composed = unicodedata.normalize("NFC", letter.replace("ı", "i") + _COMBINING[accent])
    return composed if len(composed) == 1 and composed < "\u0180" else ""
