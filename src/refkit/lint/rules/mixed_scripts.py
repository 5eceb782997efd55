"""A word contains look-alike letters of another script.

The Cyrillic "а" and the Greek "Ο" look like the Latin letters, but are other characters: the word is sorted and
hyphenated wrongly, and no search finds it. Such letters come from PDFs and keyboards with two layouts.

Example:

    @article{reed2015,
      author = {Rееd, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: the letters of the other script are replaced.
Source: Unicode Technical Standard 39, Unicode Security Mechanisms, section 4 (confusable characters).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.cues import NON_ASCII
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_MIXED = lazy_pattern(
    rf"[{_LATIN}\u0370-\u03ff\u0400-\u052f]*(?:[{_LATIN}][\u0370-\u03ff\u0400-\u052f]"
    rf"|[\u0370-\u03ff\u0400-\u052f][{_LATIN}])[{_LATIN}\u0370-\u03ff\u0400-\u052f]*"
)
_LATIN_LETTER = lazy_pattern(f"[{_LATIN}]")
_CYRILLIC_LETTER = lazy_pattern("[\u0400-\u052f]")
_OTHER_SCRIPT = lazy_pattern("[\u0370-\u052f]")


@rule("TEX231", "mixed-scripts", cues=(NON_ASCII,))
def mixed_scripts(entry: Entry, context: Context) -> Iterator[Finding]:
    """Report words with letters of another script that look like those of the main script."""
    for field in entry.fields:
        if field.name not in ("abstract", "file", "annote") and _OTHER_SCRIPT.search(field.value):
            marks = (_mark(match, field) for match in _MIXED.finditer(field.value))
            yield from findings_at(field, entry, filter(None, marks), "write letters of one script")


def _mark(word: re.Match[str], field: Field) -> Mark | None:
    right, script = _of_one_script(word[0], field.value)
    if not right:
        return None
    message = f"`{word[0]}` in `{field.name}` contains {script} look-alike letters; write `{right}`"
    return Mark(*word.span(), message, right)


def _of_one_script(word: str, value: str) -> tuple[str, str]:
    """Return a word in its main script and the script of the other letters, or "" if they are symbols."""
    from refkit.data.confusables import CYRILLIC_AS_LATIN, GREEK_AS_LATIN, LATIN_AS_CYRILLIC

    latin, cyrillic = len(_LATIN_LETTER.findall(word)), len(_CYRILLIC_LETTER.findall(word))
    if cyrillic and latin:
        if _is_mostly_cyrillic(word) or (cyrillic == latin and _is_mostly_cyrillic(value)):
            right = word.translate(LATIN_AS_CYRILLIC)
            return ("", "") if _LATIN_LETTER.search(right) else (right, "Latin")
        right = word.translate(CYRILLIC_AS_LATIN)
        return ("", "") if _CYRILLIC_LETTER.search(right) else (right, "Cyrillic")
    right = word.translate(GREEK_AS_LATIN)
    # Greek letters are symbols in "TGFβ" and "μm"; those that only look Latin are not.
    is_latin = latin > 1 and not _OTHER_SCRIPT.search(right)
    return (right, "Greek") if is_latin else ("", "")


def _is_mostly_cyrillic(text: str) -> bool:
    return len(_CYRILLIC_LETTER.findall(text)) > len(_LATIN_LETTER.findall(text))
