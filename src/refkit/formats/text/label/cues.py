"""Cue words, which indicate the fields next to them in a reference: "In", "pp.", "Hrsg.", "Press"."""

from __future__ import annotations

from refkit.data.words.months import certain_months_and_seasons

__all__ = ["CUES"]

# The cue words of each class, in lower case and without a final full stop.
CUE_WORDS = {
    "editor": "ed eds editor editors edited editeur éditeur editeurs éditeurs edd éd éds hg hgg hrsg hrsgg "
    "herausgeber herausgegeben compilador org orgs dir coord coords cur ред",
    "translator": "trans transl translated translator translation übers übersetzt traduction traduit trad tr пер",
    "thesis": "dissertation thesis phd ph.d diss thèse tesi tesis master master's doctoral habilitation doctorat msc",
    "meeting": "proceedings proc conference conf meeting workshop symposium symp seminar congress colloquium "
    "congrès kongress tagung conferencia atti",
    "journal": "journal j zeitschrift quarterly magazine times review rev revue bulletin bull news gazette annals ann "
    "archives transactions letters lett rivista revista studies science sci research res international int acta "
    "annales archiv jornal giornale diario diário zeitung tidskrift tijdschrift gazeta czasopismo журнал",
    "in": "in im dans en nel",
    "and": "and und et y e & with и",
    "others": "al others",
    "page": "pp p page pages s seiten seite ff f págs pág 页 с",
    "volume": "vol volume vols volumes bd band bde t tome tomo jg jahrgang v 卷 권 т",
    "issue": "no nos nr number issue iss n heft h fasc fascicle suppl supplement num núm nº n° 期 호 №",
    "series": "series ser reihe collection coll serie schriftenreihe lecture",
    "report": "report rep technical tech working discussion memo memorandum manuscript preprint paper",
    "edition": "edition edn expanded revised reprint reprinted aufl auflage édition ausg ausgabe illustrated",
    "doi": "doi",
    "arxiv": "arxiv eprint hal",
    "isbn": "isbn issn",
    "url": "url http https www available retrieved accessed from online verfügbar abruf abgerufen zugriff disponible "
    "stand",
    "publisher": "press publishers publisher verlag university univ presses publishing éditions editions editorial "
    "books inc co ltd gmbh sons wiley springer elsevier routledge sage cambridge oxford academic institute institut "
    "company association universität université universitat edizioni casa",
    "undated": "n.d nd forthcoming appear unpublished o.j s.d s.a",
}

CUES = dict.fromkeys(certain_months_and_seasons(), "month") | {
    word: cue for cue, words in CUE_WORDS.items() for word in words.split()
}
