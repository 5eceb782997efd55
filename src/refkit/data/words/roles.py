# ruff: noqa: E501
"""Patterns for words around names that state a role, by CSL's name for the role and by language (ISO 639-1).

The patterns are verbose: a space is written with a backslash. A pattern of several languages is listed with all of
them.
"""

from __future__ import annotations

from collections.abc import Mapping


def _either(words: Mapping[str, str]) -> str:
    """Return the alternatives of all languages, in their order."""
    return "|".join(words.values())


# After names, as in "(Hrsg.)" or ", eds.".
_AFTER: dict[str, dict[str, str]] = {
    "editor_translator": {
        "en": r"eds?\.?,?\ (?:and|&|und|et|e|y)\ (?:trans|transl|translators?|übers|trad)|trans\.?,?\ (?:and|&)\ eds?",
    },
    "editor": {
        "en": r"(?:gen(?:eral)?\.?\ |series\ )?eds?|edd|editors?|editor-in-chief",
        "de": r"hrsgg?|hrg|hgg?|herausgeber(?:in|innen)?",
        "fr": r"édi?t?s?|éditeurs?|dirs?|sous\ la\ dir(?:ection|\.)(?:\ de)?|coordinateurs?",
        "fr es": r"coords?(?:\.?\ par)?",
        "es": r"coordinadora?s?|organizadora?e?s?|compiladora?e?s?|editora?e?s?",
        "pt": r"coordenadora?e?s?|orgs?",
        "it": r"cura|a\ c(?:ura|\.)\ di|cur|curatori?",
        "sv": r"redaktör",
        "pl": r"redaktor|wyd",
        "ru": r"red|ред|под\ ред|отв\ ред",
    },
    "translator": {
        "en": r"trans|transl|translators?",
        "de": r"übers|übersetzer(?:in)?",
        "fr es it pt": r"trads?",
        "fr": r"traducteurs?",
        "es": r"traductora?",
        "pt": r"tradutora?",
        "it": r"traduttore",
        "pl": r"tłum",
        "ru": r"пер",
        "nl": r"overs|vert",
    },
    "director": {
        "en": r"directors?|writer/director",
        "de": r"regie|regisseur(?:in)?",
        "fr": r"réal|réalisateur",
        "es": r"directora?",
        "it": r"regista",
    },
    "producer": {
        "en": r"producers?|executive\ producers?",
        "de": r"produzent(?:in)?",
        "fr": r"producteur",
    },
    "compiler": {"en": r"comps?|compilers?", "de": r"zusammengestellt"},
    "illustrator": {"en": r"illus|ill|illustrators?"},
    "composer": {"en": r"composers?", "de": r"komponist(?:in)?"},
    "host": {"en": r"hosts?"},
    "performer": {"en": r"performers?|singer"},
    "interviewer": {"en": r"interviewers?"},
}
ROLE_AFTER_NAMES = {role: _either(words) for role, words in _AFTER.items()}
# The language of the original: du russe, de l'anglais, dal tedesco, del inglés.
_FROM_LANGUAGE = r"(?:(?:du|dal|del|do)\ \w+\ |(?:de\ l|dall|dell)[’']\s?\w+\ )?"
# Before names, as in "edited by" or "Hrsg. v.".
_BEFORE: dict[str, dict[str, str]] = {
    "editor_translator": {
        "en": r"edited\ and\ translated\ by|translated\ and\ edited\ by|eds?\.?\ (?:and|&)\ transl?\.(?:\ by)?|transl?\.\ (?:and|&)\ ed\.(?:\ by)?",
        "de": r"(?:hrsg\.|herausgegeben)\ und\ übers(?:etzt|\.)\ (?:von|v\.)",
        "fr": r"édit(?:é|ée?s?)\ et\ traduite?s?\ par",
        "it": r"a\ cura\ e\ (?:con\ )?traduzione\ di",
        "es": r"edición\ y\ traducción\ de",
    },
    "editor": {
        "en": r"edited\ by|ed\.\ by|eds\b\.?|ed\.",
        "de": r"hrsg\.?\ (?:v\.|von)|hrsg\.?|hg\.?\ (?:v\.|von)|hg\.|herausgegeben\ von",
        "fr": r"(?:publié\ )?sous\ la\ dir(?:ection|\.)\ d[e’']\s?|éd(?:\.|itée?s?)\ par|éd\.\ (?:de\ )?|éd\.|dirigée?\ par|dir\.\ (?:par|de)",
        "it": r"a\ cura\ di|edizione\ di",
        "es": r"edición\ (?:de|a\ cargo\ de)|ed\.\ de|ed\.\ lit\.|dirigido\ por",
        "es pt": r"(?:coordinad|coordenad|organizad)[oa]s?\ por|coord\.|org\.",
        "pt": r"edição\ de",
        "nl": r"onder\ redactie\ van",
        "sv": r"red(?:igerad|\.)\ av",
        "pl": r"pod\ red(?:akcją|\.)",
        "ru": r"под\ ред(?:акцией|\.)",
        "sv pl": r"red\.",
    },
    "translator": {
        "en": r"""translated\ (?:from\ (?:the\ )?\w+\ )?(?:(?:into|to)\ \w+\ )?by
            |transl?\.\ (?:by|from\ (?:the\ )?\w+\ by)|transl?\.|translation\ by|translation:""",
        "de": r"""(?:aus\ dem\ \w+\.?(?:\ \w+)?\ )?(?:übersetzt|übers\.?|übertragen)\ (?:von|v\.)|aus\ dem\ \w+\.?\ (?:von|v\.)
            |übers\.\ (?:v\.|von)?""",
        "fr it es pt": rf"""trad(?:uite?s?|uction(?:\ française)?|ott[oa]|uzione|ucid[oa]|ucción|uzid[oa]|ução)\ {_FROM_LANGUAGE}(?:par|por|da|di|de)
            |trad\.\ (?:(?:fr|it|ital|esp|port)\.\ )?{_FROM_LANGUAGE}(?:par|por|da|di|de)|trad\.""",
        "nl": r"vertaald\ door|vert\.\ door",
        "sv": r"översatt\ av|övers\.\ av",
        "pl": r"tłum\.|przeł\.",
        "ru": r"пер\.\ с\ \w+\.|пер\.",
    },
    "director": {
        "en": r"directed\ by|dir\.?,?\ by|dir\.?,?",
        "de": r"regie:?",
        "fr": r"un\ film\ de|réalisé\ par",
        "es": r"dirigida\ por",
    },
    "producer": {"en": r"produced\ by|prod\.(?:\ by)?"},
    "illustrator": {
        "en": r"illustrated\ by|ill(?:us)?\.\ by",
        "de": r"illustriert\ von|mit\ illustrationen\ von",
    },
    "compiler": {"en": r"compiled\ by|comp\.\ by", "de": r"zusammengestellt\ von"},
    "interviewer": {"en": r"interview(?:ed)?\ by", "en de": r"interview\ (?:mit|with)"},
    "author": {"en": r"written\ by|by", "de": r"verfasst\ von", "fr": r"écrit\ par"},
}
ROLE_BEFORE_NAMES = {role: _either(words) for role, words in _BEFORE.items()}

# Words for people that a list omits; no verbose patterns.
_OTHERS = {
    "la": r"et\.?\s*al(?:ii|ia|\.)?|&\s*al\.?|etc\.?",
    "ko": r"외\s*\d+\s*인",
    "de": r"u\.\s?a\.?|u\.\s?a\.?\s?m\.?|und\s+andere|weitere",
    "en": r"and\s+others|others",
    "fr": r"et\s+coll\.?|et\s+autres",
    "es": r"y\s+otros",
    "pt": r"e\s+outros",
    "it": r"e\s+altri",
    "pl": r"i\s+in\.",
    "nl": r"en\s+anderen",
    "sv": r"m\.\s?fl\.",
    "ru": r"и\s+др\.?|и\s+соавт\.?",
    "zh": r"等",
    "ja": r"他",
    "ko, no number": r"외",
}
AND_OTHERS = _either(_OTHERS)
# Their last words, without full stops and brackets.
OTHERS_END = (
    "al", "alii", "alia", "coll", "etc", "a", "m", "others", "andere", "weitere", "autres", "otros", "outros", "altri", "in",
    "anderen", "fl", "др", "соавт", "等", "他", "외", "인",
)  # fmt: skip
# The start of a role after other people's names.
ROLE_START = (
    r"(?:edited|translated|trans\.|transl\.|hrsg\.|hg\.|übers\.|übersetzt|illustrated|revised)\s(?:by|von|v\.)|"
    r"(?:traduite?s?|trad\.|traducción|traducid[oa]|traduzione|tradotto)\s(?:par|por|de|di|da|du\s\w+\spar|de\sl[’']\s?\w+\spar|dal\s\w+\sdi|del\s\w+\sde)"
)

# Phrases that are certainly followed by names.
_PHRASES: dict[str, dict[str, str]] = {
    "editor": {
        "fr": r"""(?:publiée?s?\s)?(?:sous\s(?:la\s)?dir(?:ection|\.)|sous\sla\sresponsabilité)\sd(?:e\s|[’']\s?)
            |éd(?:\.|itée?s?)\spar\s|dirigée?s?\spar\s""",
        "it": r"a\scura\sdi\s",
        "de": r"h(?:rs)?g\.?\s(?:v\.|von)\s|herausgegeben\svon\s",
        "en": r"edited\sby\s|eds?\.\sby\s",
        "es pt": r"(?:coordinad|coordenad|organizad|editad)[oa]s?\spor\s",
        "es": r"edición\s(?:de|a\scargo\sde)\s",
        "nl": r"onder\sredactie\svan\s",
        "sv": r"red(?:igerad|\.)\sav\s",
        "pl": r"pod\sred(?:akcją|\.)\s",
        "ru": r"под\sред(?:акцией|\.)\s",
    },
    "translator": {
        "en": r"(?:edited\sand\s|eds?\.\sand\s)?translated\s(?:from\s(?:the\s)?\w+(?:\s\w+)?\s)?by\s|transl?\.\s(?:from\s(?:the\s)?\w+\s)?by\s",
        "de": r"""aus\sdem\s\w+\.?(?:\s\w+)?\s(?:übersetzt\s|übertragen\s)?(?:von|v\.)\s|übers(?:etzt|\.)\s(?:von|v\.)\s""",
        "fr": r"trad(?:uite?s?|\.|uction)\s(?:(?:de\sl[’']\s?\w+|du\s\w+)\s)?(?:par|de)\s",
        "es": r"traducid[oa]s?\s(?:del?\s\w+\s)?por\s|traducción\s(?:del\s\w+\s)?de\s",
        "it": r"(?:traduzione|tradotto|trad\.)\s(?:dal\s\w+\s|dall[’']\s?\w+\s)?d[ia]\s",
        "nl": r"vertaald\sdoor\s",
        "sv": r"övers(?:att|\.)\sav\s",
        "pl": r"przeł(?:ożyła?|\.)\s",
    },
}
ROLE_PHRASES = {role: _either(words) for role, words in _PHRASES.items()}
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

# At the end of a name in a list of names, without brackets.
_AT_END = {
    "en": r"eds?\.|eds|editors?|co-?editors?|guest\ editors?|editor-in-chief|series\ editors?|translators?|transl?\.|compilers?|comp\."
    r"|illustrators?|coordinators?|chairs?|deceased|corresponding\ author",
    "de": r"hrsgg?\.?|hg\.|herausgeber(?:in)?|übers\.",
    "fr": r"éds?\.|éditeur|traducteur|dir\.|coord\.",
    "fr es it pt": r"trad\.",
    "es": r"traductor|editora?|coordinadora?",
    "it": r"a\ cura\ di|curatore",
    "pl": r"redaktor",
    "ru": r"ред\.",
}
ROLE_AT_END = _either(_AT_END)
# In brackets after a name in a list of names, in addition to the words after names.
_IN_BRACKETS = {
    "en": r"(?:co-?|corresponding\ |lead\ |first\ |senior\ )?authors?|(?:co-?)?chairs?(?:man|woman|person)?|deceased|contributors?"
    r"|principal\ investigator|pi|speaker|presenter|photographer|reviewer|supervisors?|conveners?|coordinators?|publisher",
    "de es": r"autor",
    "fr": r"auteur",
}
ROLE_IN_BRACKETS = f"{'|'.join(ROLE_AFTER_NAMES.values())}|{_either(_IN_BRACKETS)}"
# Before a name in a list of names, with a space or a colon after it.
_LABELS = {
    "en": r"(?:edited|translated|compiled|written|illustrated|directed|revised|introduced)\s(?:and\s\w+\s)?by|by"
    r"|(?-i:eds?\.|Eds\.)(?=\s[A-Z])|eds?\.\sby|transl?\.(?:\sby)?(?=\s[A-Z])|(?:authors?|editors?)\s?:",
    "de": r"hrsg\.?\s(?:von|v\.)|herausgegeben\svon|übersetzt\svon|(?:autor(?:in|en)|herausgeber|redaktion)\s?:",
    "it": r"a\scura\sdi|autor[ei]\s?:",
    "fr": r"traduit\spar|sous\sla\sdirection\sde|dirigé\spar|auteurs?\s?:",
    "es": r"edición\sde|autor(?:es)?\s?:",
    "ru": r"под\sред(?:акцией|\.)|автор(?:ы)?\s?:",
    "pl": r"pod\sredakcją",
}
ROLE_LABELS = _either(_LABELS)
# Every name with a role has one of these words, without full stops, or a bracket or colon.
ROLE_WORDS = frozenset(
    """ed eds editor editors coeditor coeditors translator translators trans transl tran compiler compilers comp illustrator
    illustrators chief chair chairs authors deceased author coordinator coordinators by
    hrsg hrsgg hg herausgeber herausgeberin übers autorin autoren redaktion von v
    éd éds éditeur trad traducteur auteurs dir par di de
    editora coord coordinador coordinadora traductor autores cura curatore autore autori
    redaktor redakcją ред редакцией автор авторы""".split()
)
# Every way to say that there are more people has one of these words, without full stops, or three dots.
OTHERS_HINTS = frozenset(
    """al u etal alii alia coll collab andere weitere anderen autres otros outros altri others other ua uam fl in др соавт
    等 他 외 etc dots ldots coworkers workers colleagues collaborators coauthors authors associates team more""".split()
)
