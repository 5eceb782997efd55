"""Headings above a reference list, inside one, and after one."""

from __future__ import annotations

import re
from enum import Enum

from refkit.data.list_headings import LIST_WORDS as _LIST
from refkit.patterns import lazy_pattern


class Heading(Enum):
    """The meaning of a heading: a list begins, a list may begin, or something else begins."""

    LIST = "list"
    MAYBE = "maybe"
    END = "end"


# Words that name such a list only where what follows looks like one, too.
_MAYBE = frozenset(
    """
    sources source literature works cited quellen fuentes obras fonti opere bronnen источники источников
    џерела reading readings publications citation veröffentlichungen publikationen ouvrages sitography sitografia
    webography webographie sitographie filmography discography primary secondary archives archival archiv
    resources primärquellen sekundärliteratur primärliteratur forschungsliteratur quellentexte
    manuscripts newspapers websites webseiten monographs articles
    """.split()
)
# Words that may stand beside them.
_BESIDE = frozenset(
    """
    a an the of and or in to for from on cited citation list selected select general further full complete annotated
    chapter chapters appendix section part additional suggested recommended consulted quoted used works work notes note
    literature list resources source sources reading readings text online electronic internet web books
    verzeichnis der die das des und zu zum zur zitierte zitierten verwendete verwendeten weiterführende ausgewählte
    benutzte angeführte quellen literatur weitere im kapitel teil anmerkungen aus auswahl
    et des de du la les le liste citées cités ouvrages consultés sélective générale chapitre
    y e o e i el los las del obras citadas citada consultadas lista fuentes trabajos selecta general bibliografía
    delle dei della opere citate citata essenziale consultate obras do da dos das utilizadas consultada
    en van gebruikte geraadpleegde och og ja af av över använda tryckta otryckta
    spis wykaz źródeł literatury cytowanej przedmiotu podmiotu použité citované literatury seznam zdrojů pramenů zdroje
    felhasznált források список использованной использованных источников цитируемой и источники перечень к главе
    список використаних та джерел використаної ve kullanılan
    daftar tài liệu 主要 及び と 一覧 引用 及 قائمة و
    """.split()
)
_CITED = frozenset(
    {"works cited", "literature cited", "sources cited", "cited works", "cited literature"}
)
_END = frozenset(
    """
    appendix appendices anhang anhänge annex annexe annexes apéndice apêndice appendice bilaga liite dodatek ek
    приложение приложения 附录 付録 부록 ملحق
    acknowledgment acknowledgments acknowledgement acknowledgements danksagung remerciements agradecimientos
    agradecimentos ringraziamenti благодарности 致谢 謝辞 dankwoord tack
    vita biography biographies biographical autor autoren autorin autorinnen author authors auteurs autores autori
    index glossary glossar register glossaire glosario sachregister personenregister abstract zusammenfassung
    summary résumé resumen resumo riassunto streszczenie résumés abbreviations abkürzungen abkürzungsverzeichnis
    chapter kapitel chapitre capítulo capitolo hoofdstuk глава rozdział kapittel
    table figure tabelle abbildung tableau tabla tabela tabella figura fig tab abb рис рисунок таблица
    tables figures tabellen abbildungen tabellenverzeichnis abbildungsverzeichnis
    funding correspondence korrespondenzadresse korrespondenz anschrift anschriften adresse kontakt contact
    eidesstattliche erklärung selbstständigkeitserklärung lebenslauf curriculum
    introduction einleitung conclusion conclusions discussion supplementary supplement supporting
    declaration declarations disclosure conflict conflicts competing ethics endnotes footnotes fußnoten
    received accepted eingegangen manuskripteingang
    """.split()
)
_CJK = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK_LIST = lazy_pattern(
    r"参考文献|參考文獻|引用文献|引用文獻|参考书目|參考書目|参考资料|참고문헌|인용문헌|参照文献"
)
_NUMBER = lazy_pattern(
    r"(?:§\s?)?(?:(?:\d{1,2}|[a-z])(?:\.\d{1,2}){0,3}[.):]?|[ivx]{1,5}[.):])\s+|[一二三四五六七八九十]+[、.．]\s?",
    re.I,
)
_MARKUP = lazy_pattern(r"^[#=*_\s<>|•–—-]+|[#=*_\s<>|.:：;–—-]+$")
_SPACED = lazy_pattern(r"(?:[^\W\d_] ){3,}[^\W\d_](?![^\W\d_])")
_PAGE = lazy_pattern(
    r"(?<![\s.…·_])(?:[\s.…·_]{3,}+|\s{2,}+|\t)(?:\d{1,4}|[ivxlIVXL]{1,7})$|^\d{1,4}\s{3,}|(?:\. ){2,}"
)
_WORD = lazy_pattern(r"[^\W\d_]+(?:['’/-][^\W\d_]+)*")
_LONGEST = 80
_MOST_WORDS = 8


def heading_of(text: str) -> Heading | None:
    """Return the meaning of a heading of references, or of the text after them; None for other lines."""
    if len(text) > _LONGEST or _is_sentence(text):
        return None
    if _PAGE.search(text):
        return Heading.MAYBE if _kind(_PAGE.sub("", text)) is Heading.LIST else None
    return _kind(text)


# measured: most lines of a document end here, and what follows costs 20 us
def _is_sentence(text: str) -> bool:
    """Return whether a line has more words than any heading, and longer ones than spaced letters or dots."""
    spaces = text.count(" ")
    return spaces > _MOST_WORDS + 2 and len(text) > 3 * spaces + 3


def _kind(text: str) -> Heading | None:
    bare = _bare(text)
    if _CJK.search(bare) and len(bare) <= 16:
        return Heading.LIST if _CJK_LIST.search(bare) else None
    words = [word for whole in _WORD.findall(bare.casefold()) for word in _parts(whole)]
    if not words or len(words) > _MOST_WORDS:
        return None
    if " ".join(words) in _CITED:
        return Heading.LIST
    if sum(char.isdigit() for char in bare) > 3:
        return None
    if all(word in _LIST or word in _MAYBE or word in _BESIDE or len(word) == 1 for word in words):
        if any(word in _LIST for word in words):
            return Heading.LIST
        if any(word in _MAYBE for word in words):
            return Heading.MAYBE
    return Heading.END if _ends_a_list(bare, words) else None


def _parts(word: str) -> list[str]:
    """Return the parts of a hyphenated word that is in no table: "Quellen-" and "Literaturverzeichnis"."""
    if word in _LIST or word in _MAYBE:
        return [word]
    return [part for part in re.split(r"[-/]", word) if part]


def _bare(text: str) -> str:
    """Return a heading without its number and markup, and without the spaces of spaced-out letters."""
    bare = _MARKUP.sub("", text)
    if _SPACED.fullmatch(bare):
        return bare.replace(" ", "")
    return _MARKUP.sub("", _NUMBER.sub("", bare, count=1)) if _NUMBER.match(bare) else bare


def _ends_a_list(bare: str, words: list[str]) -> bool:
    if words[0] in _END and (len(words) <= 4 or re.match(r"\w+\s+[A-Z\d]{1,4}\b", bare)):
        return not re.search(r"\b(?:1[5-9]|20)\d\d\b", bare)
    return words[:2] in (
        ["about", "the"],
        ["zum", "autor"],
        ["zur", "autorin"],
        ["über", "die"],
        ["list", "of"],
    )
