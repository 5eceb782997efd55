"""Values that several formats write alike: persons, identifiers and addresses."""

from __future__ import annotations

import re

from refkit.data.words.organizations import AMBIGUOUS_WORDS, CERTAIN_WORDS, FIRST_WORDS
from refkit.formats._draft import Draft
from refkit.model.csl_json import split_family
from refkit.model.entry import Field
from refkit.model.identifiers import parse_doi, parse_isbn, parse_issn
from refkit.model.identifiers.patterns import ISBN_START, ISSN_IN_TOKEN
from refkit.model.name import Name
from refkit.model.names import parse_plain_name
from refkit.patterns import lazy_pattern

_BEFORE_NUMBER = lazy_pattern(rf"[;,\r\n|]|\s+(?={ISBN_START}|{ISSN_IN_TOKEN}(?![0-9]))")
_QUALIFIER = lazy_pattern(r"\((?:[^()]*)\)|\[[^\[\]]*\]")
_INITIALS_LAST = lazy_pattern(
    r"(?P<family>[^\W\d_][^,]*?)\s+(?P<given>(?:[^\W\d_]\.?[ -]?){1,4})\Z"
)
_WORD = lazy_pattern(r"[^\W\d_]+")
_COUNT = lazy_pattern(r"[0-9]+\s*(?:p|pp|pages|s|seiten)?\.?\Z", re.IGNORECASE)
_NO_CASE = '<span class="nocase">'
_SPAN = lazy_pattern(r"(<span[^<>]*>|</span>)")
_OTHERS = frozenset(("et al", "et al.", "others", "and others"))


def read_person(text: str) -> Name | None:
    """person = family "," given ["," suffix] | family initials | given family | organization [","]"""
    text = " ".join(text.split()).strip("; ")
    if text.endswith(",") and "," not in text[:-1] and " " in text:
        return Name(literal=text[:-1])  # EndNote marks organizations so
    text = text.rstrip(", ")
    if not text or text.lower() == "anonymous":
        return Name(literal=text) if text else None
    if text.lower() in _OTHERS:
        return Name(others=True)
    if "," in text:
        return parse_plain_name(text)
    if " " not in text:
        return Name(family=text)
    initials = _INITIALS_LAST.match(text)
    if initials and initials["given"].replace(" ", "").isupper():
        return Name(family=initials["family"], given=initials["given"].strip())
    return Name(literal=text) if is_organization(text) else parse_plain_name(text)


def is_organization(text: str) -> bool:
    """Whether a name without a comma has a word of organizations, or a sign that names of persons do not have."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not CERTAIN_WORDS.isdisjoint(words) or any(sign in text for sign in "(&/:0123456789"):
        return True
    return len(words) > 2 and (words[0] in FIRST_WORDS or not AMBIGUOUS_WORDS.isdisjoint(words))


def put_doi(draft: Draft, value: str, field: Field) -> None:
    """Set the DOI without a resolver's address; a text that is not a DOI is kept as it is."""
    doi = parse_doi(value)
    draft.put("DOI", doi.text if doi else value, field)


def put_doi_of_address(draft: Draft, value: str, field: Field) -> None:
    """Set the DOI that an address of a resolver contains, if no field states one."""
    if not draft.has("DOI") and "doi.org/" in value:
        doi = parse_doi(value)
        draft.put("DOI", doi.text if doi else "", field)


def is_page_count(value: str) -> bool:
    """Whether a text is a number of pages: 312, 312 p."""
    return _COUNT.match(value) is not None


def is_doi(value: str) -> bool:
    """Whether a text is a DOI, possibly with a label."""
    return parse_doi(value) is not None


def put_serial_numbers(draft: Draft, value: str, field: Field, otherwise: str) -> None:
    """Set ISBNs and ISSNs by their form, several in one field too; any other text is the variable `otherwise`."""
    numbers = [part.strip() for part in _BEFORE_NUMBER.split(_QUALIFIER.sub(" ", value))]
    kinds = [_serial_kind(number) for number in numbers if number]
    if not all(kinds) or not kinds:
        draft.put(otherwise, value, field)
        return
    for number, kind in zip(filter(None, numbers), kinds, strict=True):
        if number not in draft.item.text.get(kind, "").split(", "):
            draft.append(kind, number, field, ", ")


def _serial_kind(number: str) -> str:
    """Return the variable of a number in the form of an ISBN or ISSN, or the empty string."""
    if parse_issn(number):
        return "ISSN"
    return "ISBN" if parse_isbn(number) else ""


def without_case_marks(text: str) -> str:
    """Return a text of CSL-JSON without the spans that protect capitals; other markup stays."""
    if _NO_CASE not in text:
        return text
    pieces, open_spans = [], list[bool]()
    for piece in _SPAN.split(text):
        if piece.startswith("<span"):
            open_spans.append(piece == _NO_CASE)
            pieces.append("" if open_spans[-1] else piece)
        elif piece == "</span>" and open_spans:
            pieces.append("" if open_spans.pop() else piece)
        else:
            pieces.append(piece)
    return "".join(pieces)


def two_part_name(name: Name) -> tuple[str, str]:
    """Return a person's family and given name as programs with two fields write them: `van Delft`, `Jan, Jr.`."""
    family, given = name.family, name.given
    if name.particle:
        gap = "" if name.particle[-1] in "'’ʼ-‐–" else " "
        family = f"{name.particle}{gap}{family}"
    elif split_family(family)[1]:
        family = f'"{family}"'  # a family name that begins in lower case has no particle
    if name.dropping_particle:
        given = f"{given} {name.dropping_particle}".strip()
    if name.suffix:
        given += f",{'!' * name.comma_suffix} {name.suffix}"
    return family, given
