"""Names of encodings in files, and Python's codecs for them.

Sources: WHATWG Encoding Standard (labels), JabRef and Java (`Cp1252`, `ISO8859_1`, `MS936`), TeXShop and TeXworks
(`% !TeX encoding`), BibDesk (names of macOS), Emacs (coding systems), Vim ('encoding'), LaTeX's inputenc.
"""

from __future__ import annotations

# Name in lower case without other characters than letters and digits -> codecs by precedence: an encoding, and then
# supersets of it that programs use under the same name.
CODECS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        """utf8 utf8unicode unicodeutf8 utf8bom utf8sig utf8x utf8mb4 muleutf8 utf8emacs preferutf8 unicode11utf8
        ltxcp65001 cp65001""".split(),
        ("utf-8",),
    ),
    **dict.fromkeys("utf16 utf16le unicode unicodeutf16 standardunicode ucs2".split(), ("utf-16-le",)),
    "utf16be": ("utf-16-be",),
    **dict.fromkeys("utf32 utf32le ucs4".split(), ("utf-32-le",)),
    "utf32be": ("utf-32-be",),
    **dict.fromkeys(
        "ascii usascii ansix341968 iso646us westernascii nonlossyascii 7bit".split(), ("ascii",)
    ),
    # Programs write Windows-1252 under the name of Latin-1 (WHATWG: "latin1" is a label of windows-1252).
    **dict.fromkeys(
        """latin1 latin iso88591 iso8859 isolatin isolatin1 l1 ibm819 cp819 westernisolatin1
        westerneuropeaniso""".split(),
        ("latin-1", "cp1252"),
    ),
    **dict.fromkeys(
        """cp1252 windows1252 win1252 ibm1252 ansi ansinew ansi1252 winlatin1 windowslatin1
        westernwindowslatin1""".split(),
        ("cp1252",),
    ),
    **{f"iso8859{n}": (f"iso8859-{n}",) for n in (2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16)},
    **dict.fromkeys("iso88599 latin5 isolatin5 turkishisolatin5".split(), ("iso8859-9", "cp1254")),
    **dict.fromkeys(
        "latin2 isolatin2 centraleuropeanisolatin2 l2".split(), ("iso8859-2",)
    ),
    **dict.fromkeys("latin3 isolatin3 l3".split(), ("iso8859-3",)),
    **dict.fromkeys("latin4 isolatin4 l4".split(), ("iso8859-4",)),
    **dict.fromkeys("latin6 isolatin6 l6".split(), ("iso8859-10",)),
    **dict.fromkeys("latin7 isolatin7 l7".split(), ("iso8859-13",)),
    **dict.fromkeys("latin8 isolatin8 l8".split(), ("iso8859-14",)),
    **dict.fromkeys("latin9 latin0 isolatin9 l9 westernisolatin9".split(), ("iso8859-15",)),
    **dict.fromkeys("latin10 isolatin10 l10".split(), ("iso8859-16",)),
    **dict.fromkeys("cyrillicisolatin isolatincyrillic cyrillic".split(), ("iso8859-5",)),
    **dict.fromkeys("isolatinarabic arabic arabicisolatin".split(), ("iso8859-6",)),
    **dict.fromkeys("isolatingreek greek greekisolatin".split(), ("iso8859-7",)),
    **dict.fromkeys("isolatinhebrew hebrew hebrewisolatin".split(), ("iso8859-8",)),
    **{
        name: (f"cp125{n}",)
        for n in (0, 1, 3, 4, 5, 6, 7, 8)
        for name in (f"cp125{n}", f"windows125{n}", f"win125{n}", f"ibm125{n}")
    },
    **dict.fromkeys("centraleuropeanwindowslatin2 windowslatin2 windowscentraleurroman".split(), ("cp1250",)),
    **dict.fromkeys("cyrillicwindows windowscyrillic".split(), ("cp1251",)),
    **dict.fromkeys("greekwindows windowsgreek".split(), ("cp1253",)),
    **dict.fromkeys("turkishwindowslatin5 windowsturkish".split(), ("cp1254",)),
    **{
        name: (f"cp{n}",)
        for n in (437, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869)
        for name in (f"cp{n}", f"ibm{n}", f"dos{n}")
    },
    **dict.fromkeys("cyrillicdos doscyrillic".split(), ("cp855",)),
    **dict.fromkeys("russiandos dosrussian".split(), ("cp866",)),
    **dict.fromkeys("koi8r koi8 cyrillickoi8r".split(), ("koi8-r",)),
    **dict.fromkeys("koi8u cyrillickoi8u".split(), ("koi8-u",)),
    **dict.fromkeys(
        "macroman macosroman applemac macintosh mac xmacroman westernmacosroman".split(),
        ("mac_roman",),
    ),
    **dict.fromkeys(
        """maccyrillic xmaccyrillic maccyr cyrillicmacos macukrainian""".split(),
        ("mac_cyrillic",),
    ),
    **dict.fromkeys(
        "macce maclatin2 xmacce maccentraleurope maccentraleuropeanroman macceroman centraleuropeanmacos".split(),
        ("mac_latin2",),
    ),
    **dict.fromkeys("macgreek greekmacos".split(), ("mac_greek",)),
    **dict.fromkeys("macturkish turkishmacos".split(), ("mac_turkish",)),
    **dict.fromkeys("maciceland macicelandic icelandicmacos".split(), ("mac_iceland",)),
    **dict.fromkeys(
        """gb2312 gb231280 csgb2312 euccn eucgb2312cn chineseiso8bit cngb cngb8bit
        simplifiedchinesegb2312""".split(),
        ("gb2312", "gbk", "gb18030"),
    ),
    **dict.fromkeys(
        "gbk chinesegbk cp936 ms936 windows936 xgbk chinesesimplifiedgbk chinesegbkcp936".split(),
        ("gbk", "gb18030"),
    ),
    **dict.fromkeys(
        "doschinesesimplified chinesesimplifiedwindows macchinesesimplified".split(),
        ("gbk", "gb18030"),
    ),
    **dict.fromkeys("gb18030 chinesegb18030 gb180302000 chinesesimplifiedgb18030".split(), ("gb18030",)),
    **dict.fromkeys(
        """big5 cnbig5 csbig5 xxbig5 chinesebig5 cp950 ms950 windows950 doschinesetraditional
        chinesetraditionalbig5 macchinesetraditional""".split(),
        ("big5", "cp950", "big5hkscs"),
    ),
    **dict.fromkeys("big5hkscs chinesebig5hkscs big5hkscs1999".split(), ("big5hkscs",)),
    **dict.fromkeys(
        """shiftjis sjis mskanji xsjis csshiftjis japaneseshiftjis japanesewindowsdos windows31j cp932
        ms932 windows932 macjapanese dosjapanese sjisx0213 shiftjisx0213""".split(),
        ("cp932", "shift_jisx0213"),
    ),
    **dict.fromkeys(
        "eucjp ujis xeucjp japaneseiso8bit japaneseeuc eucjpms eucjisx0213".split(),
        ("euc_jp", "euc_jisx0213"),
    ),
    **dict.fromkeys(
        "iso2022jp csiso2022jp jis jisjapanese junet japaneseiso2022jp iso2022jpext".split(),
        ("iso2022_jp", "iso2022_jp_ext"),
    ),
    **dict.fromkeys(
        """euckr ksc5601 ksc56011987 koreaniso8bit koreaneuc macKorean cp949 ms949 windows949 uhc
        dosKorean koreanwindowsdos""".lower().split(),
        ("euc_kr", "cp949"),
    ),
    **dict.fromkeys("tis620 thaitis620 iso885911 cp874 windows874 dosthai macthai".split(), ("cp874",)),
}  # fmt: skip

# Names for people of codecs whose names are not usual.
LABELS: dict[str, str] = {
    "latin-1": "Latin-1", "mac_roman": "Mac Roman", "mac_cyrillic": "Mac Cyrillic",
    "mac_latin2": "Mac Central European", "mac_greek": "Mac Greek", "mac_turkish": "Mac Turkish",
    "mac_iceland": "Mac Icelandic", "cp932": "Shift JIS", "shift_jisx0213": "Shift JIS",
    "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32",
    "euc_jisx0213": "EUC-JP", "iso2022_jp_ext": "ISO-2022-JP", "cp949": "EUC-KR",
    **{f"cp125{n}": f"Windows-125{n}" for n in range(9)},
}  # fmt: skip
