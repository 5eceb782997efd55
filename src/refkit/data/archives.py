# ruff: noqa: E501
"""Case-sensitive patterns for the names of archives, their collections and shelf marks.

Source: citation guides of the national archives of the UK, the USA, Germany, France, Italy and Spain, and the
examples of Chicago 17, 14.222.
"""

from __future__ import annotations

# Every reference to an archive contains one of these.
ARCHIVE_SIGNS = (
    "Record", "rchiv", "Papers", "Collection", "Manuscript", "Fonds", "Nachla", "Library", "Historical Society", "Box ",
    "MS", "Bestand",
)  # fmt: skip
_NUMBER = r"\.?\s?(?:no\.?\s?|n[°º]\s?|Nr\.\s?)?(?=[^\s,;]*\d|[A-Z]{1,3}\b|[IVXLC]+\b)[\w./-]+"
# Containers that only archives use, with their number.
CONTAINER_MARK = (
    r"(?:[Bb]ox(?:es)?|[Ff]olders?|[Cc]artons?|Boîte|[Cc]aja|[Cc]arpeta|[Ll]egajo|[Ll]eg|Karton|Mappe|[Bb]usta|[Ll]iasse|[Rr]eel|Record Group|RG|Bestand|Findbuch|MSS?|Ms|Add\.? MSS?|Cod|Codex)"
    + _NUMBER
)
ITEM_MARK = (
    r"(?:Nr|No|no|fols?|f|ff|Series|[Ff]iles?|[Ii]tem|fasc|Fasc|Fascicolo|b|Band|Bd)" + _NUMBER
)
ARCHIVE_NAME = (
    r"Record(?:s)? Office|Public Records?|(?:National|State|City|County|University|College|Municipal|Diocesan|Parish|Family|Church|Royal|Town|Provincial|Federal|Corporate) Archives?|Archives? Center|Special Collections|"
    r"Manuscripts? (?:Division|Department|Collections?|Library)|(?:State|British|Bodleian|Houghton|Beinecke|Huntington|University|National|Royal|Public) Library|Library of Congress|Historical Society|"
    r"(?:Staats|Landes|Stadt|Haupt|Bundes|Universitäts|Kirchen|Kreis|Diözesan|Pfarr|Reichs|Kriegs|Literatur|Haus-, Hof- und Staats)archiv|Archives? (?:nationales|départementales|municipales|communales|diplomatiques|générales|fédérales|royales)|"
    r"Arch(?:ivo|\.) (?:General|Histórico|Municipal|Nacional|Provincial|Central)|Archivio (?:di Stato|[Ss]torico|[Ss]egreto|[Cc]entrale|[Cc]omunale)|Arquivo (?:Nacional|Histórico|Distrital)|Nationaal Archief|Rigsarkivet|Riksarkivet"
)
COLLECTION = r"\b(?:Papers|Collection|Fonds|Nachlass|Nachlaß|Correspondence|Records)\b"
LETTER = r"\b(?:[Ll]etters? (?:to|from)|Brief(?:e)? an|[Ll]ettres? [àa]|[Cc]arta a|[Ll]ettera a|[Dd]iar(?:y|ies)|Tagebuch|Journal intime|[Mm]emorand(?:um|a))\b"
