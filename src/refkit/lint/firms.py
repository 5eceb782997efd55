"""Recognizes companies with an ampersand ("Weber & Söhne GmbH"), and organizations that were inverted like people."""

from __future__ import annotations

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.words.organizations import (
    ALL_COMPANY_FORMS,
    AMBIGUOUS_WORDS,
    CERTAIN_WORDS,
    FAMILY_NAMES,
    FIRST_WORDS,
    PHRASES,
)
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


# "Organization, World Health", and "of Health, National Institutes": a search engine takes "of" for "von".
_INVERTED = lazy_pattern(r"((?:of|for) [^\W\d_][^,.;{}\\]*|[^\W\d_]+), ([^\W\d_][^,.;{}\\]*)")


def in_natural_order(name: str) -> str:
    """Return an organization's name that was inverted as "Family, Given", in its order; else an empty string."""
    match = _INVERTED.fullmatch(name.strip()) if name.count(",") == 1 else None
    if match is None:
        return ""
    last, first = match[1], match[2].strip()
    natural = f"{first} {last}"
    return natural if _is_body(last.lower(), first.lower().split(), natural.lower()) else ""


def _is_body(last: str, first: list[str], natural: str) -> bool:
    """Whether the last word of a name and the words before it are those of an organization."""
    has_word = not (CERTAIN_WORDS - FAMILY_NAMES).isdisjoint(first)
    if " " in last:
        return has_word or first[0] in FIRST_WORDS
    if natural.endswith(PHRASES):
        return True
    if first[0] in GIVEN_NAMES or len(first[-1]) < 3:
        return False
    if last in CERTAIN_WORDS and last not in FAMILY_NAMES:
        return len(first) > 1 or first[0] in FIRST_WORDS
    is_possible = len(first) > 1 and (last in FAMILY_NAMES or last in AMBIGUOUS_WORDS)
    return is_possible and (has_word or first[0] in FIRST_WORDS)
