"""Collation keys in a language, close to the first level of the Unicode Collation Algorithm.

Case, accents and punctuation are ignored. A shorter word sorts before a longer one with the same beginning.
Runs of digits sort as numbers, symbols before digits and digits before letters (Unicode Technical Standard 10;
CLDR root collation with alternate=shifted, strength=primary, numeric). Letters with accents that are separate
letters of a language have their place in its alphabet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from unicodedata import category

from refkit.patterns import lazy_pattern

# Letters that Unicode does not decompose, and what the root collation takes them for.
EXPANSIONS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "þ": "z\uf8f0"}
)

# After which letter a language's own letters stand, in order; "=" joins letters of one rank
# (CLDR 45, common/collation).
ALPHABETS = {
    "af": "",
    "az": "c ç,g ğ,i ı=ì,o ö,s ş,u ü",
    "bs": "c č ć,d dž đ,l lj,n nj,s š,z ž",
    "cs": "c č,h ch,r ř,s š,z ž",
    "cy": "c ch,d dd,f ff,g ng,l ll,p ph,r rh,t th",
    "da": "z æ=ä ø=ö=ő å=aa,y ü=ű",
    "es": "n ñ",
    "et": "s š z ž,w õ ä ö ü",
    "fi": "z å ä=æ ö=ø,y ü",
    "fo": "z æ=ä ø=ö=ő å=aa,y ü=ű",
    "gl": "n ñ",
    "hr": "c č ć,d dž đ,l lj,n nj,s š,z ž",
    "hu": "c cs,d dz dzs,g gy,l ly,n ny,o ö=ő,s sz,t ty,u ü=ű,z zs",
    "is": "a á,d ð=đ,e é,i í,o ó,u ú,y ý,z þ æ=ä ö=ø å",
    "lt": "c č,s š,z ž",
    "lv": "c č,g ģ,k ķ,l ļ,n ņ,s š,z ž",
    "nb": "z æ=ä ø=ö=ő å=aa,y ü=ű",
    "nn": "z æ=ä ø=ö=ő å=aa,y ü=ű",
    "pl": "a ą,c ć,e ę,l ł,n ń,o ó,s ś,z ź ż",
    "ro": "a ă â,i î,s ș=ş,t ț=ţ",
    "sk": "a ä,c č,h ch,o ô,r ř,s š,z ž",
    "sl": "c č ć,d đ,s š,z ž",
    "sq": "c ç,d dh,e ë,g gj,l ll,n nj,r rr,s sh,t th,x xh,z zh",
    "sr": "c č ć,d dž đ,l lj,n nj,s š,z ž",
    "sv": "z å ä=æ ö=ø=ő,y ü=ű",
    "tr": "c ç,g ğ,h ı,o ö,s ş,u ü",
    "vi": "a ă â,d đ,e ê,o ô ơ,u ư",
}
FIRST_RANK = 0xF800  # private use: sorts after every letter, so "ñ" as "n" + rank follows "nz"

_DIGITS = lazy_pattern(r"[0-9]+")
_TAGS = lazy_pattern(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>")
_SPACE = lazy_pattern(r"\s")
_WORD_GAP = "\x01"
_PUNCTUATION: dict[str, str | None] = dict.fromkeys("_-,;:!?.'\"()[]{}@*/\\&#%")
_SYMBOLS = {symbol: chr(0x0E + rank) for rank, symbol in enumerate("`^+<=>|~$")}
_ASCII = str.maketrans(_PUNCTUATION | _SYMBOLS)


def collation_key(language: str) -> Callable[[str], str]:
    """Return the function that turns a text into its sort key in `language`."""
    return _key_function(language.split("-")[0].lower())


@lru_cache(maxsize=64)
def _key_function(language: str) -> Callable[[str], str]:
    own = own_letters(ALPHABETS.get(language, ""))
    letters = (
        re.compile("|".join(sorted(map(re.escape, own), key=len, reverse=True))) if own else None
    )

    def key(text: str) -> str:
        if "<" in text:
            text = _TAGS.sub("", text)
        text = text.lower()
        if letters is not None:
            text = letters.sub(lambda found: own[found[0]], text)
        text = _DIGITS.sub(numeric, text).translate(_ASCII)
        if not text.isascii():
            text = base_letters(text)
        return _SPACE.sub(_WORD_GAP, text)

    return key


def own_letters(alphabet: str) -> dict[str, str]:
    """Return the separate letters of a language with the strings that sort at their place."""
    letters: dict[str, str] = {}
    for run in filter(None, alphabet.split(",")):
        base, *ranks = run.split(" ")
        for at, same in enumerate(ranks):
            letters.update((letter, base + chr(FIRST_RANK + at)) for letter in same.split("="))
    return letters


def base_letters(text: str) -> str:
    """Return the text without accents and compatibility forms; only letters, digits and symbols are kept."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(EXPANSIONS))
    return "".join(c for c in text if c <= " " or c >= "\uf800" or category(c)[0] in "LNS")


def numeric(digits: re.Match[str]) -> str:
    """Return a run of digits as a text whose order is that of the numbers."""
    number = digits[0].lstrip("0") or "0"
    return f"{len(number):03d}{number}"
