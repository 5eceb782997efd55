# ruff: noqa: E501
"""Function words that are typical of one language, by ISO 639-1 code."""

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the of and for with from to by on in a an is as at its their how what why toward towards using between through".split()
    ),
    "de": frozenset(
        """der die das und des dem den ein eine einer eines zur zum im für mit von über auf aus bei nach vom am als zwischen
        ihre seine beitrag untersuchungen""".split()
    ),
    "fr": frozenset(
        "le la les des du et une dans pour sur aux au avec par chez entre l d qu".split()
    ),
    "es": frozenset("el la los las del y una para con por sobre al su en como entre".split()),
    "it": frozenset(
        "il lo gli della delle dei degli del di nel nella e una per con alla sulla tra dal che".split()
    ),
    "pt": frozenset(
        "o os as da do das dos e uma para com em na no nas pelo pela sobre à ao".split()
    ),
    "nl": frozenset(
        "het een van de en voor met op in naar door over bij aan uit tot tussen".split()
    ),
    "sv": frozenset("och att för en ett av på med som den det om till från mellan".split()),
    "da": frozenset("og at for en et af på med som den det om til fra mellem i".split()),
    "no": frozenset("og å for en et av på med som den det om til fra mellom i".split()),
    "pl": frozenset("w z na do i dla od przez oraz pod nad o się jako między".split()),
    "cs": frozenset("a v na se pro od z do jako o při mezi".split()),
    "hu": frozenset("az és egy szerint által című vagy között".split()),
    "tr": frozenset("ve bir ile için olarak üzerine arasında".split()),
    "ru": frozenset("и в на с по для из о от к при".split()),
    "uk": frozenset("та в на з по для із від до при і".split()),
}
