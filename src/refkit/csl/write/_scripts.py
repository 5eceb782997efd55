"""Scripts that the standard fonts of LaTeX do not have."""

from __future__ import annotations

import unicodedata

from refkit.patterns import lazy_pattern

# The first word of the Unicode names of letters, and what to call the script. Latin Modern has Latin letters only.
_NAMES = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
_SCRIPTS = frozenset(
    "ARABIC ARMENIAN BENGALI CJK CYRILLIC DEVANAGARI ETHIOPIC GEORGIAN GREEK GUJARATI GURMUKHI HANGUL HEBREW HIRAGANA "
    "KANNADA KATAKANA KHMER LAO MALAYALAM MONGOLIAN MYANMAR SINHALA SYRIAC TAMIL TELUGU THAANA THAI TIBETAN".split()
)
_RIGHT_TO_LEFT = frozenset(("Arabic", "Hebrew", "Syriac", "Thaana"))
_EAST_ASIAN = frozenset(("Chinese", "Japanese", "Korean"))
_LETTER = lazy_pattern(r"[^\W\d_\x00-\u036f]")


def font_warnings(document: str) -> list[str]:
    """Return a warning if the text of a LaTeX document has scripts that its fonts lack, with what to add."""
    found = sorted(filter(None, map(_script, set(_LETTER.findall(document)))))
    if not found:
        return []
    scripts = list(dict.fromkeys(found))
    names = " and ".join(filter(None, (", ".join(scripts[:-1]), scripts[-1])))
    return [
        f"the fonts of the document have no {names} letters; typeset it with LuaLaTeX or XeLaTeX, "
        f"and add {_additions(frozenset(scripts))}"
    ]


def _additions(scripts: frozenset[str]) -> str:
    """Return the commands that a document with some scripts needs in its preamble."""
    added = []
    if scripts - _EAST_ASIAN:
        added.append("`\\setmainfont{...}` with a font that has them")
    if scripts & _EAST_ASIAN:
        added.append(
            "the package luatexja-fontspec or xeCJK with `\\setmainjfont{...}` or `\\setCJKmainfont{...}`"
        )
    if scripts & _RIGHT_TO_LEFT:
        added.append("`\\usepackage[bidi=default]{babel}` for text from right to left")
    return ", and ".join(added)


def _script(letter: str) -> str:
    """Return the name of a letter's script, or "" if it is Latin or unknown."""
    word = unicodedata.name(letter, "").partition(" ")[0]
    return _NAMES.get(word, word.capitalize()) if word in _SCRIPTS else ""
