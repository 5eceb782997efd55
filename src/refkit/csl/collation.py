"""Collation keys in a language, close to the first level of the Unicode Collation Algorithm.

Case, accents and punctuation are ignored. A shorter word sorts before a longer one with the same beginning.
Runs of digits sort as numbers, symbols before digits and digits before letters (Unicode Technical Standard 10;
CLDR root collation with alternate=shifted, strength=primary, numeric). Letters with accents that are separate
letters of a language have their place in its alphabet, and the scripts of a language come before the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from unicodedata import category

from refkit.patterns import lazy_pattern

# Letters that Unicode does not decompose, and what the root collation takes them for.
EXPANSIONS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ґ": "г",
    "ー": "",
}

# Letters of any language whose place is not that of their code point (CLDR 48, root collation), in the form of
# ALPHABETS.
ROOT_LETTERS = (
    "a ⱥ,b ƀ ɓ ƃ,c ȼ ƈ,d ȸ ɖ ɗ ƌ ȡ,e ɇ ǝ ə ɛ,f ƒ,g ǥ ɠ ɣ ƣ,h ƕ,i ı ɪ ɨ ɩ,j ȷ ɉ,k ƙ,l ƚ ȴ ƛ,n ɲ ƞ ȵ ŋ,o ɔ ɵ ȣ,p ƥ,"
    "q ȹ ɋ ĸ,r ɍ,s ȿ ʃ ƪ,t ƾ ŧ ⱦ ƫ ƭ ȶ,u ʉ ʊ,v ʋ ʌ,y ɏ ƴ ȝ,z ƍ ƶ ȥ ɀ ʒ ƹ ƺ þ ƿ ƻ ƨ ƽ ƅ ʔ ɂ,"
    "а ә ӕ,г ғ ӻ ҕ ӷ,д ԁ ђ ԃ ҙ,е є,ж ԫ җ,з ԅ ԑ ѕ ӡ ԇ,и ҋ і й ј,к қ ӄ ҡ ҟ ҝ ԟ ԛ,л ӆ ԯ ԓ ԡ љ ԉ ԕ,м ӎ,н ԩ ӊ ң ӈ ԣ ҥ њ ԋ,"
    "о ө,п ԥ ҧ ҁ,р ҏ ԗ,с ԍ ҫ,т ԏ ҭ ћ,у ү ұ ѹ,х ӽ ӿ ҳ һ ԧ ѡ ѿ ѽ ѻ,ц ҵ,ч ԭ ҷ ӌ ҹ ҽ ҿ џ,ь ҍ ѣ,я ԙ ѥ ѧ ѫ ѩ ѭ ѯ ѱ ѳ ѵ ҩ ԝ ӏ,"
    "ب ٻ پ ڀ,ث ٹ ٺ ټ ٽ ٿ,ج ڃ ڄ چ ڿ ڇ,خ ځ ڂ څ,ذ ڈ ډ ڊ ڋ ڌ ڍ ڎ ڏ ڐ,ز ڑ ڒ ړ ڔ ڕ ږ ڗ ژ ڙ,ش ښ ڛ ڜ,ض ڝ ڞ,ظ ڟ,غ ڠ,"
    "ف ڡ ڢ ڣ ڤ ڥ ڦ,ق ڧ ڨ,ك ک ڪ ګ ڬ ڭ ڮ گ ڰ ڱ ڲ ڳ ڴ ػ ؼ,ل ڵ ڶ ڷ ڸ,ن ں ڻ ڼ ڽ ڹ,ه ھ ہ ۃ,و ۄ ۅ ۆ ۇ ۈ ۉ ۊ ۋ ۏ ى,"
    "ي ی ۍ ێ ې ۑ ؽ ؾ ؿ ے"
)

# After which letter a language's own letters stand, in order; "=" joins letters of one rank
# (CLDR 45, common/collation).
ALPHABETS = {
    "af": "",
    "az": "c ç,g ğ,h ı,o ö,s ş,u ü",
    "be": "е ё,и і й,у ў",
    "bs": "c č ć,d dž đ,l lj,n nj,s š,z ž",
    "cs": "c č,h ch,r ř,s š,z ž",
    "cy": "c ch,d dd,f ff,g ng,l ll,p ph,r rh,t th",
    "da": "z æ=ä ø=ö=ő å=aa,y ü=ű",
    "es": "n ñ",
    "et": "s š z ž,w õ ä ö ü",
    "fa": "ا آ ا,ك ک=ك گ,ن و ه ی=ي=ى",
    "fi": "z å ä=æ ö=ø,y ü",
    "fo": "z æ=ä ø=ö=ő å=aa,y ü=ű",
    "gl": "n ñ",
    "hr": "c č ć,d dž đ,l lj,n nj,s š,z ž",
    "hu": "c cs,d dz dzs,g gy,l ly,n ny,o ö=ő,s sz,t ty,u ü=ű,z zs",
    "is": "a á,d ð=đ,e é,i í,o ó,u ú,y ý,z þ æ=ä ö=ø å",
    "lt": "c č,s š,z ž",
    "lv": "c č,g ģ,k ķ,l ļ,n ņ,s š,z ž",
    "mk": "д ђ ѓ,к ќ",
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
    "uk": "г ґ,и і ї й",
    "vi": "a ă â,d đ,e ê,o ô ơ,u ư",
}
FIRST_RANK = 0xF800  # private use: sorts after every letter, so "ñ" as "n" + rank follows "nz"
FIRST_ROOT_RANK = 0xF880

# The first and the last letter of the scripts that come first in a language (CLDR 48, common/collation, reorder).
_CYRILLIC, _ARABIC, _HEBREW, _HAN = "Ѐԯ", "ءۿ", "את", "㐀鿿"
_INDIC = "ऀ෿"
FIRST_SCRIPTS = {
    **dict.fromkeys("be bg kk ky mk mn ru sr tg uk".split(), _CYRILLIC),
    **dict.fromkeys("ar fa ps ug ur".split(), _ARABIC),
    **dict.fromkeys("he yi".split(), _HEBREW),
    **dict.fromkeys("bn gu hi kn kok ml mr ne or pa si ta te".split(), _INDIC),
    **dict.fromkeys(("zh", "zh-hant"), _HAN),
    "am": "ሀ፿",
    "bo": "ༀ࿿",
    "el": "ͰϿ",
    "hy": "Աֆ",
    "ka": "Ⴀჿ",
    "km": "ក៿",
    "ko": "ᄀ鿿",
    "lo": "ກ໿",
    "my": "က႟",
    "th": "ก๛",
}
_LATER = 0x20000  # is added to the letters of the other scripts

# The encodings that have Chinese characters in the order of a language: by strokes, and by their readings.
_HAN_ENCODINGS = {"zh-hant": "big5", "ja": "shift_jis", "ko": "euc_kr"}
_TAIWAN = frozenset({"hant", "tw", "hk", "mo"})
_TURKIC = ("tr", "az")

_DIGITS = lazy_pattern(r"[0-9]+")
_TAGS = lazy_pattern(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]*)?>")
_SPACE = lazy_pattern(r"\s")
_WORD_GAP = "\x01"
_PUNCTUATION: dict[str, str | None] = dict.fromkeys("_-,;:!?.'\"()[]{}@*/\\&#%")
_WITHOUT_PUNCTUATION = str.maketrans(_PUNCTUATION)
_ACCENTS = lazy_pattern("[\u0300-\u036f]+")
_SYMBOLS = {symbol: chr(0x0E + rank) for rank, symbol in enumerate("`^+<=>|~$")}
_ASCII = str.maketrans(_PUNCTUATION | _SYMBOLS | {" ": _WORD_GAP})


def collation_key(language: str) -> Callable[[str], str]:
    """Return the function that turns a text into its sort key in `language`."""
    base, *subtags = language.lower().split("-")
    if base == "zh" and not _TAIWAN.isdisjoint(subtags):
        base = "zh-hant"
    if base == "sr" and "latn" in subtags:
        base = "hr"  # the same alphabet
    return _key_function(base)


@lru_cache(maxsize=64)
def _key_function(language: str) -> Callable[[str], str]:
    own = own_letters(ALPHABETS.get(language, ""))
    letters = (
        re.compile("|".join(sorted(map(re.escape, own), key=len, reverse=True))) if own else None
    )
    scripts = ScriptOrder(language) if language in FIRST_SCRIPTS or language == "ja" else None
    turkic = language in _TURKIC

    def key(text: str) -> str:
        if "<" in text:
            text = _TAGS.sub("", text)
        if turkic:
            text = text.replace("I", "ı").replace("İ", "i")
        text = text.lower()
        if letters is not None:
            text = letters.sub(lambda found: own[found[0]], text)
        text = _DIGITS.sub(numeric, text).translate(_ASCII)
        if not text.isascii():
            text = base_letters(text)
        if scripts is not None:
            text = text.translate(scripts)
        return _SPACE.sub(_WORD_GAP, text).lstrip(_WORD_GAP)

    return key


def own_letters(alphabet: str, rank: int = FIRST_RANK) -> dict[str, str]:
    """Return the separate letters of a language with the strings that sort at their place."""
    letters: dict[str, str] = {}
    for run in filter(None, alphabet.split(",")):
        base, *ranks = run.split(" ")
        for at, same in enumerate(ranks, rank):
            letters.update((letter, base + chr(at)) for letter in same.split("="))
    return letters


def _expansions() -> dict[int, str]:
    """Return the letters that have a place of their own in the root collation; katakana are hiragana."""
    kana = {chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)}
    small = dict(
        zip("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ", "あいうえおつやゆよわ" * 2, strict=True)
    )
    ranked = own_letters(ROOT_LETTERS, FIRST_ROOT_RANK)
    return str.maketrans({**EXPANSIONS, **kana, **small, **ranked})


class ScriptOrder(dict[int, str]):
    """A table for str.translate that moves the letters of other scripts behind those of a language.

    Chinese characters get their place in the order of the language: by pronunciation in Chinese, by strokes in
    Taiwan, by readings in Japanese and Korean.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        scripts = FIRST_SCRIPTS.get(language, "\0\U0010ffff")
        self._first, self._last = scripts[0], scripts[1]
        self._encoding = _HAN_ENCODINGS.get(language, "")
        self._pinyin = language == "zh"

    def __missing__(self, code: int) -> str:
        char = chr(code)
        place = self._han_place(char) if _HAN[0] <= char <= _HAN[1] else code
        if char.isalpha() and not self._first <= char <= self._last:
            place += _LATER
        self[code] = chr(place)
        return self[code]

    def _han_place(self, char: str) -> int:
        """Return the code point for the place of a Chinese character; characters without a place come last."""
        if self._pinyin:
            at = pinyin_places().get(char)
        elif self._encoding:
            encoded = char.encode(self._encoding, "ignore")
            at = int.from_bytes(encoded) - _FIRST_ENCODED if len(encoded) == 2 else None
        else:
            return ord(char)
        return ord(_HAN[0]) + at if at is not None else _LATER // 2 + ord(char)


_FIRST_ENCODED = 0x8000


@lru_cache(maxsize=1)
def pinyin_places() -> dict[str, int]:
    """Return the places of Chinese characters in the order of their pronunciation."""
    from refkit.data.pinyin_order import PINYIN_ORDER

    return {char: at for at, char in enumerate(PINYIN_ORDER)}


_root_letters = cache(_expansions)
_SHORT_I = own_letters(ROOT_LETTERS, FIRST_ROOT_RANK)["й"]
_LAST_LATIN = "\u024f"
_THAI_VOWEL = lazy_pattern("([เ-ไ])([ก-ฮ])")  # is written before the consonant, but sorts after it


def base_letters(text: str) -> str:
    """Return the text without accents and compatibility forms; only letters, digits and symbols are kept."""
    text = text.casefold()
    if max(text) > _LAST_LATIN:
        text = _THAI_VOWEL.sub(r"\2\1", text.replace("й", _SHORT_I))
    text = unicodedata.normalize("NFKD", text)
    if text.isascii():
        return text
    text = _ACCENTS.sub("", text)
    if text.isascii():
        text = text.translate(_WITHOUT_PUNCTUATION)
    else:
        text = "".join([c for c in text if c <= " " or c >= "\uf800" or category(c)[0] in "LNS"])
    return text if text.isascii() else text.translate(_root_letters())


def numeric(digits: re.Match[str]) -> str:
    """Return a run of digits as a text whose order is that of the numbers."""
    number = digits[0].lstrip("0") or "0"
    return f"{len(number):03d}{number}"
