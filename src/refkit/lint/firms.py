"""Recognizes the names of companies with an ampersand, such as "Weber & Söhne GmbH"."""

from __future__ import annotations

from refkit.data.words.organizations import ALL_COMPANY_FORMS
from refkit.patterns import lazy_pattern

_FORM = rf"(?:{'|'.join(ALL_COMPANY_FORMS)})\.?"
# What follows the ampersand of a family's or partners' company.
_KIN = lazy_pattern(
    r"(?i)(?:sons?|daughters?|brothers|bros\.?|co\.?|company|cie\.?|comp\.?|partners?|associates|söhne|sohn|töchter"
    r"|partner|hijos?|fils|frères|figli|filhos|irmãos|fratelli|zoon|zonen|sønner?|söner|synowie|synové)(?!\w)"
)
_ENDS_IN_FORM = lazy_pattern(rf".*(?<!\w){_FORM}")
_AMPERSAND = lazy_pattern(r",?\s*\\?&\s*")


def is_firm(name: str) -> bool:
    """Whether the only ampersand of a name is certainly part of a company's name.

    Not in "Siemens AG & Bosch GmbH", which are two, nor in "A. Roe & Sons AG", where "Sons AG" may be a person.
    """
    parts = _AMPERSAND.split(name)
    if len(parts) != 2 or "," in name or ";" in name or not all(parts):
        return False
    if _ENDS_IN_FORM.fullmatch(parts[0]):
        return False
    if _KIN.match(parts[1]):
        return True
    return _ENDS_IN_FORM.fullmatch(parts[1]) is not None and " " not in parts[0].strip()
