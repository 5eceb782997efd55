"""Parse names in Chinese, Japanese and Korean script: the family name comes first, mostly without a space."""

from __future__ import annotations

import re

from refkit.model.name import Name
from refkit.model.names import OTHERS
from refkit.patterns import lazy_pattern

_HAN = r"\u3400-\u9fff\uf900-\ufaff々"
_KANA = lazy_pattern(r"[\u3040-\u30ff]")
_HANGUL = lazy_pattern(r"[\uac00-\ud7a3]+\Z")
_NAME = lazy_pattern(
    rf"[{_HAN}\u3040-\u30ff\uac00-\ud7a3]+(?:[ \u3000][{_HAN}\u3040-\u30ff\uac00-\ud7a3]+)?\Z"
)
# Names from other scripts keep their order and have a dot between their parts; in Chinese it is not the dot of Japanese
# lists: ロバート・ヘイル, 汤姆·格雷.
_FOREIGN = lazy_pattern(
    r"(?P<given>[\u30a0-\u30fa\u30fc-\u30ff]+(?:[・·][\u30a0-\u30fa\u30fc-\u30ff]+)*)[・·]"
    r"(?P<family>[\u30a0-\u30fa\u30fc-\u30ff]+)"
    r"|(?P<first>[A-Z\u3400-\u9fff.]+(?:·[A-Z\u3400-\u9fff.]+)*)·(?P<last>[\u3400-\u9fff]+)"
)
_FOREIGN_SEPARATOR = lazy_pattern(r"\s*[、，,;；&＆/]\s*")
_SEPARATOR = lazy_pattern(r"\s*(?:[、，,;；.·・&＆/]|\s和\s|\s与\s|\sand\s)\s*")
_OTHERS = lazy_pattern(r"[\s,，]*(?:等|他|외|ほか)\.?\Z")
# Chinese family names of two characters (the most common of the "Hundred Family Surnames").
_DOUBLE = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 慕容 令狐 司徒 端木".split()
)


def asian_names(text: str) -> list[Name]:
    """Return the names of a list that is entirely in these scripts, or no names otherwise."""
    if text.isascii():
        return []
    bare = _OTHERS.sub("", text.strip(" .,;:。．："))
    if not bare:
        return []
    parts = [part for one in _FOREIGN_SEPARATOR.split(bare) for part in _divided(one)]
    if not all(
        (_NAME.match(part) or _FOREIGN.fullmatch(part)) and len(part) < 40 for part in parts
    ):
        return []
    japanese = bool(_KANA.search(text)) or any(
        len(part) == 4 and part[:2] not in _DOUBLE for part in parts
    )
    names = [_name(part, japanese) for part in parts]
    return [*names, OTHERS] if bare != text.strip(" .,;:。．：") else names


def _divided(text: str) -> list[str]:
    """Divide names at dots and words, except for a name from another script, which contains dots."""
    return [text] if _FOREIGN.fullmatch(text) else _SEPARATOR.split(text)


def _name(text: str, japanese: bool) -> Name:
    foreign = _FOREIGN.fullmatch(text)
    if foreign is not None:
        return Name(foreign["family"] or foreign["last"], foreign["given"] or foreign["first"])
    if " " in text or "\u3000" in text:
        family, given = re.split("[ \u3000]", text, maxsplit=1)
        return Name(family, given)
    size = len(text)
    if size > 4 and not japanese:
        return Name(literal=text)
    cut = 1 if size < 4 else 2
    if text[:2] in _DOUBLE or (japanese and size == 3):
        cut = 2
    if _HANGUL.match(text):
        cut = 1 if size < 5 else 2
    return Name(text[:cut], text[cut:])
