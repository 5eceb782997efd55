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

# Number of a reference type in XML -> its name. The name beside it may be another program's own.
NUMBERS: dict[int, str] = {
    2: "Artwork", 3: "Audiovisual Material", 4: "Bill", 5: "Book Section", 6: "Book", 7: "Case",
    9: "Computer Program", 10: "Conference Proceedings", 12: "Web Page", 13: "Generic", 14: "Hearing",
    17: "Journal Article", 19: "Magazine Article", 20: "Map", 21: "Film or Broadcast",
    23: "Newspaper Article", 25: "Patent", 26: "Personal Communication", 27: "Report",
    28: "Edited Book", 31: "Statute", 32: "Thesis", 34: "Unpublished Work", 36: "Manuscript",
    37: "Figure", 38: "Chart or Table", 39: "Equation", 43: "Electronic Article",
    44: "Electronic Book", 45: "Online Database", 46: "Government Document", 47: "Conference Paper",
    48: "Online Multimedia", 49: "Classical Work", 50: "Legal Rule or Regulation",
    51: "Ancient Text", 52: "Dictionary", 53: "Encyclopedia", 54: "Grant",
    55: "Aggregated Database", 56: "Blog", 57: "Serial", 58: "Standard", 59: "Dataset",
    60: "Electronic Book Section", 61: "Music",
}  # fmt: skip

# Path of an element in a record of XML -> tag of RIS.
XML_ELEMENTS: dict[str, str] = {
    "contributors/authors/author": "AU", "contributors/secondary-authors/author": "A2",
    "contributors/tertiary-authors/author": "A3", "contributors/subsidiary-authors/author": "A4",
    "contributors/translated-authors/author": "TA", "auth-address": "AD", "titles/title": "TI",
    "titles/secondary-title": "T2", "titles/tertiary-title": "T3", "titles/alt-title": "J2",
    "titles/short-title": "ST", "titles/translated-title": "TT", "periodical/full-title": "JF",
    "periodical/abbr-1": "JA", "pages": "SP", "volume": "VL", "number": "IS", "num-vols": "NV",
    "edition": "ET", "section": "SE", "reprint-edition": "RP", "keywords/keyword": "KW",
    "dates/year": "PY", "dates/pub-dates/date": "DA", "pub-location": "CY", "publisher": "PB",
    "isbn": "SN", "accession-num": "AN", "call-num": "CN", "abstract": "AB", "notes": "N1",
    "research-notes": "RN", "work-type": "M3", "electronic-resource-num": "DO",
    "remote-database-name": "DB", "remote-database-provider": "DP", "language": "LA",
    "access-date": "Y2", "label": "ID", "caption": "CA", "orig-pub": "OP", "reviewed-item": "RI",
    "urls/related-urls/url": "UR", "urls/web-urls/url": "UR", "urls/pdf-urls/url": "L1",
    "custom1": "C1", "custom2": "C2", "custom3": "C3", "custom4": "C4", "custom5": "C5",
    "custom6": "C6", "custom7": "C7", "custom8": "C8",
}  # fmt: skip

# Formats whose records have fields with the names of tags of RIS.
FORMATS = ("endnote-xml", "refer", "ris")
