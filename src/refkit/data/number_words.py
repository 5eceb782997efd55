# ruff: noqa: E501
"""Patterns for words around volume, issue, pages and edition, in the languages of most reference lists."""

from __future__ import annotations

VOLUME_WORD = (
    r"(?:vol(?:ume|s)?|v|bde?|bände|band|tomes?|tomo|toms?|tom|t|том|т|jg|jrg|jhrg|jhg|jahrg|jahrgang|årg|årgang|roč|ročník|évf|cilt|rocznik|r|"
    r"an|année|anno|année|año|god|god\.|g|ano|lib|deel|dl|jaargang|n\.?s\.?|ser(?:ies)?|第)"
)
ISSUE_WORD = (
    r"(?:no|nos|nr|nrs|n|n[°ºo]|n\.[°º]|numéros?|num|núm|número|numero|number|issue|iss|heft|hefte|h|fasc(?:icule|icolo)?|"
    r"fascicolo|№|#|вып|č|číslo|sayı|szám|zeszyt|z|pt|part|suppl(?:ement)?|nummer|numer|ausg|ausgabe|afl|cahier|hft|ном)"
)
PAGE_WORD = r"(?:pp?|pgs?|pag|pages?|seiten?|ss?|págs?|páginas?|pagg?|pagine|с|стр|str|blz|bl|sidor|sid|sp|cols?|ff?)"
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9, "zehnte": 10,
    "première": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
    "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "quinta": 5, "prima": 1, "seconda": 2, "terza": 3, "quarta": 4,
    "primeira": 1, "terceira": 3, "tweede": 2, "derde": 3, "vierde": 4, "andra": 2, "tredje": 3,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20,
    "elfte": 11, "zwölfte": 12, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    "sexta": 6, "séptima": 7, "octava": 8, "novena": 9, "décima": 10, "sesta": 6, "settima": 7, "ottava": 8,
    "nona": 9, "decima": 10, "sétima": 7, "oitava": 8, "eerste": 1, "vijfde": 5, "zesde": 6, "zevende": 7,
    "pierwsze": 1, "drugie": 2, "trzecie": 3, "czwarte": 4, "piąte": 5, "первое": 1, "второе": 2, "третье": 3,
    "четвертое": 4, "четвёртое": 4, "пятое": 5, "achtste": 8, "negende": 9, "tiende": 10, "första": 1, "fjärde": 4, "femte": 5, "sjätte": 6,
}  # fmt: skip
EDITION_WORD = r"(?:editions?|edn?s?|auflage|aufl|auf|éditions?|éds?|ediciones?|edición|edizione|ediz|edição|edició|edic|uitgave|uitg|druk|dr|upplagan?|uppl|wyd(?:anie)?|изд(?:ание)?|vyd(?:ání)?|painos|kiadás|baskı|utg(?:ave|åva)?|rev|版)"
# Descriptions of a revised edition.
REVISED = (
    r"revue|corrigée|augmentée|mise à jour|entièrement|revised|rev\.?|enlarged|expanded|updated|corrected|überarbeitete|überarb\.?|erweiterte|erw\.?|verbesserte|verb\.?|"
    r"aktualisierte|aktual\.?|durchgesehene|riveduta|corretta|ampliata|aggiornata|corregida|revisada|aumentada|ampliada|actualizada|atualizada|herziene|uitgebreide"
)
# Units of the total number of pages, and numbers of volumes.
TOTAL_WORD = r"(?:pages|pp?|seiten|s|páginas|págs?|pagine|pag|pagina[’']s|с|стр|str|stron|blz|sidor|sid|bl|hojas|leaves|folhas|fls|f)"
COUNT = r"(?:\d{1,3}|[IVX]+|two|three|four|five|six|zwei|drei|vier|deux|trois|dos|due|tre)"
VOLUMES_WORD = r"(?:vols?|volumes|bde|bände|bänden|bdn|tomes|tomos|tomi|voll|dln|delen|tt|t|tomy|tomach|т|тт|томах|томов)"
# After the number of a volume: 12. Jahrgang, 49e année.
YEAR_OF_ISSUE_WORD = (
    r"(?:jg|jahrg|jahrgang|jhg|jhrg|année|annata|anno|jaargang|jrg|ročník|årgång|årg|évf|rok)"
)
# Before the number of a volume: the series of a journal whose volumes are counted again.
SERIES_OF_JOURNAL = (
    r"(?:n\.\s?[sf]\.|neue folge|nuova serie|nouvelle série|nueva (?:época|serie)|nova série|nieuwe reeks|nowa seria"
    r"|\d{1,2}(?:e|è?me|[ªa.]|st|nd|rd|th|re)?\s?(?:série|serie|ser|series|reeks|reihe|época|folge)\b\.?|s\.\s[ivx]+(?=,))"
)
ARTICLE_WORD = r"(?:art(?:icle)?|artikel|paper|e-?loc(?:ation)?|id)"
CHAPTER_WORD = r"(?:ch(?:ap)?s?|kap|cap|chapters?|kapitel|chapitre|capítulo|capitolo)"
