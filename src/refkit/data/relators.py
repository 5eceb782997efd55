"""Roles of persons in library records, and CSL 1.0.2's variables for them.

Source: Library of Congress, "MARC Code List for Relators" (codes and terms); the German and French terms are those of
RDA in the catalogs of the Deutsche Nationalbibliothek and the Bibliothèque nationale de France.
"""

from __future__ import annotations

# Code -> variable.
CODES: dict[str, str] = {
    "art": "author", "aui": "contributor", "aus": "script-writer", "aut": "author", "chr": "chair", "cmp": "composer",
    "com": "compiler", "cre": "author", "ctb": "contributor", "cur": "curator", "dis": "author", "drt": "director",
    "edc": "editor", "edt": "editor", "fmd": "director", "fmp": "producer", "hst": "host", "ill": "illustrator",
    "inv": "author", "isb": "organizer", "ive": "author", "ivr": "interviewer", "lbt": "author", "mod": "chair",
    "nrt": "narrator", "orm": "organizer", "pbd": "editor", "pht": "author", "pro": "producer", "prf": "performer",
    "prg": "author", "rcp": "recipient", "red": "editor", "rev": "author", "sng": "performer", "spk": "author",
    "trl": "translator",
}  # fmt: skip

# Term in lower case -> code.
TERMS: dict[str, str] = {
    "artist": "art", "author": "aut", "autor": "aut", "auteur": "aut", "chair": "chr", "compiler": "com",
    "composer": "cmp", "compositeur": "cmp", "contributor": "ctb", "creator": "cre", "curator": "cur",
    "degree granting institution": "dgg", "degree grantor": "dgg", "degree supervisor": "dgs", "director": "drt",
    "editor": "edt", "editor of compilation": "edc", "edited by": "edt", "éditeur scientifique": "edt",
    "film director": "fmd", "film producer": "fmp", "grad-verleihende institution": "dgg", "herausgeber": "edt",
    "herausgeberin": "edt", "herausgebendes organ": "isb", "host": "hst", "host institution": "his",
    "illustrator": "ill", "interviewee": "ive", "interviewer": "ivr", "inventor": "inv", "issuing body": "isb",
    "joint author": "aut", "komponist": "cmp", "mitwirkender": "ctb", "narrator": "nrt", "organizer": "orm",
    "performer": "prf", "photographer": "pht", "producer": "pro", "programmer": "prg", "publisher": "pbl",
    "recipient": "rcp", "redaktor": "red", "regisseur": "drt", "reviewer": "rev", "screenwriter": "aus",
    "singer": "sng", "speaker": "spk", "thesis advisor": "ths", "traducteur": "trl", "translator": "trl",
    "verfasser": "aut", "verfasserin": "aut", "writer of introduction": "aui", "writer of preface": "aui",
    "übersetzer": "trl", "übersetzerin": "trl",
}  # fmt: skip
PUBLISHERS = frozenset(("dgg", "pbl"))  # organizations that issue a work


def role_code(role: str) -> str:
    """Return the code of a role, which is a code, a term or the address of one; or the role itself."""
    name = role.strip().rstrip(".,:").rpartition("/")[2].lower()
    return TERMS.get(name, name)
