"""Words of references in footnotes: what introduces them, and what refers back to an earlier one."""

from __future__ import annotations

# Before a reference: "Vgl.", "See also", "Cf.", "so auch". Longer phrases come first.
_INTRODUCTIONS = {
    "de": """
        vgl. nur; vgl. auch; vgl. dazu; vgl. etwa; vgl. hierzu; vgl. z. B.; vgl.; vergleiche; siehe auch;
        siehe dazu; siehe hierzu; siehe etwa; siehe; s. auch; s. dazu; so auch; so etwa; so; ähnlich;
        anders; dazu; hierzu; zit. nach; zitiert nach; ausführlich; grundlegend; statt vieler; z. B.; etwa;
        dagegen
    """,
    "en": """
        see also; see e.g.; see, e.g.,; see for example; see, for example,; see generally; see esp.; see;
        compare; but see; but cf.; cf. also; cf.; e.g.,; quoted in; cited in; accord; contra; for a
        discussion, see
    """,
    "fr": """
        voir aussi; voir également; voir notamment; voir par exemple; voir; v. aussi; v. notamment; cité
        par; cité dans; par ex.; par exemple; cf. aussi; pour une synthèse, voir; sur ce point, voir
    """,
    "it": """
        cfr. anche; cfr. inoltre; cfr.; si veda anche; si veda; si vedano; vedi anche; vedi; v. anche; per
        tutti
    """,
    "es": """
        véase también; véase; véanse; vid. también; vid.; cfr. también; ver también; ver; por ej.; por
        ejemplo
    """,
    "pt": """
        ver também; veja-se; cf. também; por todos
    """,
    "nl": """
        zie ook; zie bijv.; zie bijvoorbeeld; zie o.a.; zie; vgl. ook; vergelijk; aldus
    """,
}
INTRODUCTIONS = frozenset(
    " ".join(phrase.split()) for phrases in _INTRODUCTIONS.values() for phrase in phrases.split(";")
)

# In place of the previous reference.
SAME_WORK = (
    r"ibid(?:em|\.)?|ibíd(?:em)?|ib\.|ebd|ebda|ebenda|ebenso|ivi|id\.?(?=\s(?:at|S|p|pp|,)|\s*,\s*(?:S|pp?)\b|\.?\s*$)"
    r"|idem(?=\s*[,.]?\s*(?:pp?|S)\b)|aldaar|loc\. ?cit|aaO|a\. ?a\. ?O"
)
_NOTE = r"(?:Anm|Fn|Fußn|Fußnote|nota?|notes?|n|noot)\.?"
NOTE_NUMBER = rf"{_NOTE} (\d{{1,3}})"
# After a name, in place of the rest of its reference; a number is that of a note.
EARLIER_WORK = (
    r"op\. ?cit|art\. ?cit|loc\. ?cit|ob\. ?cit|o\. ?c\.|cit\.|a\. ?a\. ?O|aaO|supra"
    rf"|\((?:wie |supra |above |zie |voir |cf\. )?{_NOTE} \d{{1,3}}\)|(?:wie|above|zie|voir) {_NOTE} \d{{1,3}}"
)
# Parts of the document itself, and laws: "See Chapter 3", "Vgl. Art. 5 GG".
OWN_PARTS = (
    r"chapters?|sections?|tables?|figures?|parts?|appendix|notes?|pages?|pp?|kapitel|kap|abschnitt|tabelle|tab|abb|abbildung|"
    r"teil|anhang|anm|fn|seite|s|oben|unten|art|artikel|article|articles|chapitres?|tableau|partie|annexe|ch|fig|"
    r"capitolo|cap|capítulo|tabella|tabla|figura|parte|allegato|anexo|hoofdstuk|tabel|figuur|bijlage|par|nr|no"
)
# Letters and talks, which are not published works.
PERSONAL = (
    r"personal (?:communication|correspondence|interview|conversation)|pers\. ?comm|persönliche (?:Mitteilung|Auskunft)"
    r"|pers\. Mitt|mündliche (?:Mitteilung|Auskunft)|communication personnelle|comm\. pers|comunicazione personale"
    r"|comunicación personal|comunicação pessoal|persoonlijke mededeling"
    r"|e-?mail (?:to|an|à|a) (?:the|den|die|l|the) ?\w+"
)
# A page of the work that the note refers to.
PAGE_WORDS = r"S|Seite|pp?|pág|págs|pag|pagg|blz|f|ff|Rn|Rz|Art|ch|chap|cap|kap"
# Before such a page: "hier S. 7".
HERE_WORDS = (
    r"hier|bes\.|insb\.|insbes\.|esp\.|especially|here|spéc\.|notamment"
    r"|ici|in part\.|qui|esp\.te|en esp\.|m\.n\."
)
