# ruff: noqa: E501
"""Patterns for words around names that state a role, by CSL's name for the role."""

from __future__ import annotations

# After names, as in "(Hrsg.)" or ", eds.".
ROLE_AFTER_NAMES = {
    "editor_translator": r"""eds?\.?,?\ (?:and|&|und|et|e|y)\ (?:trans|transl|translators?|übers|trad)|trans\.?,?\ (?:and|&)\ eds?""",
    "editor": r"""(?:gen(?:eral)?\.?\ |series\ )?eds?|edd|editors?|editor-in-chief|hrsgg?|hrg|hgg?|herausgeber(?:in|innen)?|édi?t?s?|éditeurs?
        |dirs?|sous\ la\ dir(?:ection|\.)(?:\ de)?|coords?(?:\.?\ par)?|coordinateurs?|coordinadora?s?|coordenadora?e?s?|orgs?|organizadora?e?s?|cura|a\ c(?:ura|\.)\ di
        |cur|curatori?|compiladora?e?s?|redaktör|redaktor|red|ред|под\ ред|отв\ ред|wyd|editora?e?s?""",
    "translator": r"""trans|transl|translators?|übers|übersetzer(?:in)?|trads?|traducteurs?|traductora?
        |tradutora?|traduttore|tłum|пер|overs|vert""",
    "director": r"directors?|regie|regisseur(?:in)?|réal|réalisateur|writer/director|directora?|regista",
    "producer": r"producers?|executive\ producers?|produzent(?:in)?|producteur",
    "compiler": r"comps?|compilers?|zusammengestellt",
    "illustrator": r"illus|ill|illustrators?",
    "composer": r"composers?|komponist(?:in)?",
    "host": r"hosts?",
    "performer": r"performers?|singer",
    "interviewer": r"interviewers?",
}
# The language of the original: du russe, de l'anglais, dal tedesco, del inglés.
_FROM_LANGUAGE = r"(?:(?:du|dal|del|do)\ \w+\ |(?:de\ l|dall|dell)[’']\s?\w+\ )?"
# Before names, as in "edited by" or "Hrsg. v.".
ROLE_BEFORE_NAMES = {
    "editor_translator": r"""edited\ and\ translated\ by|translated\ and\ edited\ by|eds?\.?\ (?:and|&)\ transl?\.(?:\ by)?|transl?\.\ (?:and|&)\ ed\.(?:\ by)?
        |(?:hrsg\.|herausgegeben)\ und\ übers(?:etzt|\.)\ (?:von|v\.)|édit(?:é|ée?s?)\ et\ traduite?s?\ par|a\ cura\ e\ (?:con\ )?traduzione\ di|edición\ y\ traducción\ de""",
    "editor": r"""edited\ by|ed\.\ by|eds\b\.?|ed\.|hrsg\.?\ (?:v\.|von)|hrsg\.?|hg\.?\ (?:v\.|von)|hg\.|herausgegeben\ von
        |(?:publié\ )?sous\ la\ dir(?:ection|\.)\ d[e’']\s?|éd(?:\.|itée?s?)\ par|éd\.\ (?:de\ )?|éd\.|a\ cura\ di
        |edición\ (?:de|a\ cargo\ de)|edizione\ di|edição\ de|ed\.\ de|ed\.\ lit\.
        |(?:coordinad|coordenad|organizad)[oa]s?\ por|dirigée?\ par|dirigido\ por|coord\.|org\.|onder\ redactie\ van
        |red(?:igerad|\.)\ av|pod\ red(?:akcją|\.)|под\ ред(?:акцией|\.)|red\.|dir\.\ (?:par|de)""",
    "translator": rf"""translated\ (?:from\ (?:the\ )?\w+\ )?(?:(?:into|to)\ \w+\ )?by
        |transl?\.\ (?:by|from\ (?:the\ )?\w+\ by)|transl?\.|translation\ by|translation:
        |(?:aus\ dem\ \w+\.?(?:\ \w+)?\ )?(?:übersetzt|übers\.?|übertragen)\ (?:von|v\.)|aus\ dem\ \w+\.?\ (?:von|v\.)|übers\.\ (?:v\.|von)?
        |trad(?:uite?s?|uction(?:\ française)?|ott[oa]|uzione|ucid[oa]|ucción|uzid[oa]|ução)\ {_FROM_LANGUAGE}(?:par|por|da|di|de)
        |trad\.\ (?:(?:fr|it|ital|esp|port)\.\ )?{_FROM_LANGUAGE}(?:par|por|da|di|de)|trad\.
        |vertaald\ door|vert\.\ door|översatt\ av|övers\.\ av|tłum\.|przeł\.|пер\.\ с\ \w+\.|пер\.""",
    "director": r"directed\ by|dir\.?,?\ by|dir\.?,?|regie:?|un\ film\ de|réalisé\ par|dirigida\ por",
    "producer": r"produced\ by|prod\.(?:\ by)?",
    "illustrator": r"illustrated\ by|ill(?:us)?\.\ by|illustriert\ von|mit\ illustrationen\ von",
    "compiler": r"compiled\ by|comp\.\ by|zusammengestellt\ von",
    "interviewer": r"interview(?:ed)?\ by|interview\ (?:mit|with)",
    "author": r"written\ by|by|verfasst\ von|écrit\ par",
}

# Words for people that a list omits.
AND_OTHERS = (
    r"et\.?\s*al(?:ii|ia|\.)?|et\s+coll\.?|&\s*al\.?|etc\.?|외\s*\d+\s*인|u\.\s?a\.?|u\.\s?a\.?\s?m\.?|and\s+others|others|und\s+andere|"
    r"weitere|et\s+autres|y\s+otros|e\s+outros|e\s+altri|i\s+in\.|en\s+anderen|m\.\s?fl\.|и\s+др\.?|и\s+соавт\.?|等|他|외"
)
# Their last words, without full stops and brackets.
OTHERS_END = (
    "al", "alii", "alia", "coll", "etc", "a", "m", "others", "andere", "weitere", "autres", "otros", "outros", "altri", "in", "anderen",
    "fl", "др", "соавт", "等", "他", "외", "인",
)  # fmt: skip
# The start of a role after other people's names.
ROLE_START = (
    r"(?:edited|translated|trans\.|transl\.|hrsg\.|hg\.|übers\.|übersetzt|illustrated|revised)\s(?:by|von|v\.)|"
    r"(?:traduite?s?|trad\.|traducción|traducid[oa]|traduzione|tradotto)\s(?:par|por|de|di|da|du\s\w+\spar|de\sl[’']\s?\w+\spar|dal\s\w+\sdi|del\s\w+\sde)"
)

# Phrases that are certainly followed by names; verbose patterns.
ROLE_PHRASES = {
    "editor": r"""
    (?:publiée?s?\s)?(?:sous\s(?:la\s)?dir(?:ection|\.)|sous\sla\sresponsabilité)\sd(?:e\s|[’']\s?)
    |a\scura\sdi\s|h(?:rs)?g\.?\s(?:v\.|von)\s|herausgegeben\svon\s|edited\sby\s|eds?\.\sby\s|éd(?:\.|itée?s?)\spar\s
    |(?:coordinad|coordenad|organizad|editad)[oa]s?\spor\s|edición\s(?:de|a\scargo\sde)\s|dirigée?s?\spar\s
    |onder\sredactie\svan\s|red(?:igerad|\.)\sav\s|pod\sred(?:akcją|\.)\s|под\sред(?:акцией|\.)\s""",
    "translator": r"""
    (?:edited\sand\s|eds?\.\sand\s)?translated\s(?:from\s(?:the\s)?\w+(?:\s\w+)?\s)?by\s|transl?\.\s(?:from\s(?:the\s)?\w+\s)?by\s
    |aus\sdem\s\w+\.?(?:\s\w+)?\s(?:übersetzt\s|übertragen\s)?(?:von|v\.)\s|übers(?:etzt|\.)\s(?:von|v\.)\s
    |trad(?:uite?s?|\.|uction)\s(?:(?:de\sl[’']\s?\w+|du\s\w+)\s)?(?:par|de)\s|traducid[oa]s?\s(?:del?\s\w+\s)?por\s
    |traducción\s(?:del\s\w+\s)?de\s|(?:traduzione|tradotto|trad\.)\s(?:dal\s\w+\s|dall[’']\s?\w+\s)?d[ia]\s
    |vertaald\sdoor\s|övers(?:att|\.)\sav\s|przeł(?:ożyła?|\.)\s""",
}
# Every reference with one of these phrases has one of these words.
WORDS_OF_PHRASES = frozenset(
    """direction dir responsabilité cura hg hrsg herausgegeben edited ed eds éd édité éditée édités éditées
    coordinado coordinada coordinados organizado organizada editado editada edición dirigé dirigée dirigés
    redactie red redigerad ред translated trans transl dem übersetzt übers trad traduit traduite traduction
    traducido traducida traducción traduzione vertaald översatt övers przeł przełożył przełożyła редакцией""".split()
)
# Words for editors in brackets or before a full stop after names, in the order in which a pattern tries them.
EDITORS_IN_BRACKETS = r"eds?|hrsgg?|hg|éds?|dirs?|coords?|orgs?|a cura di"
EDITORS_BEFORE_STOP = r"eds?|hrsg|dir|éds?"
