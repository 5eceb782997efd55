"""EndNote's names of reference types and its one-character tags, and those of RIS that mean the same.

Source: the reference types and export styles of EndNote X4 and later (2011), whose RIS, Refer and XML exports have the
same fields.
"""

from __future__ import annotations

# Name of a reference type -> reference type of RIS.
RIS_TYPES: dict[str, str] = {
    "Aggregated Database": "AGGR", "Ancient Text": "ANCIENT", "Artwork": "ART",
    "Audiovisual Material": "ADVS", "Bill": "BILL", "Blog": "BLOG", "Book": "BOOK",
    "Book Section": "CHAP", "Case": "CASE", "Catalog": "CTLG", "Chart or Table": "CHART",
    "Classical Work": "CLSWK", "Computer Program": "COMP", "Conference Paper": "CPAPER",
    "Conference Proceedings": "CONF", "Dataset": "DATA", "Dictionary": "DICT",
    "Edited Book": "EDBOOK", "Electronic Article": "EJOUR", "Electronic Book": "EBOOK",
    "Electronic Book Section": "ECHAP", "Electronic Source": "ELEC", "Encyclopedia": "ENCYC",
    "Equation": "EQUA", "Figure": "FIGURE", "Film or Broadcast": "MPCT", "Generic": "GEN",
    "Government Document": "GOVDOC", "Grant": "GRANT", "Hearing": "HEAR", "Interview": "INTV",
    "Journal Article": "JOUR", "Legal Rule or Regulation": "LEGAL", "Magazine Article": "MGZN",
    "Manuscript": "MANSCPT", "Map": "MAP", "Music": "MUSIC", "Newspaper Article": "NEWS",
    "Online Database": "DBASE", "Online Multimedia": "MULTI", "Pamphlet": "PAMP", "Patent": "PAT",
    "Personal Communication": "PCOMM", "Podcast": "POD", "Press Release": "PRESS",
    "Report": "RPRT", "Serial": "SER", "Social Media": "SOCM", "Standard": "STAND",
    "Statute": "STAT", "Thesis": "THES", "Unpublished Work": "UNPB", "Web Page": "ELEC",
}  # fmt: skip

# Tag of Refer -> tag of RIS.
REFER_TAGS: dict[str, str] = {
    "A": "AU", "B": "T2", "C": "CY", "D": "PY", "E": "A2", "F": "ID", "G": "LA", "H": "A4", "I": "PB",
    "J": "JF", "K": "KW", "L": "CN", "M": "AN", "N": "IS", "O": "J2", "P": "SP", "Q": "TT", "R": "DO",
    "S": "T3", "T": "TI", "U": "UR", "V": "VL", "W": "DP", "X": "AB", "Y": "A3", "Z": "N1", "1": "C1",
    "2": "C2", "3": "C3", "4": "C4", "5": "C5", "6": "NV", "7": "ET", "8": "DA", "9": "M3", "?": "A4",
    "!": "ST", "@": "SN", "(": "OP", ")": "RP", "*": "RI", "+": "AD", "^": "CA", ">": "L1", "<": "RN",
    "[": "Y2", "&": "SE", "~": "DB", "#": "M1", "$": "C6", "]": "C7",
}  # fmt: skip
