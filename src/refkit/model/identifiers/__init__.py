"""Parsers that normalize identifiers and verify their check digits.

A parser returns None if the text is not such an identifier. If only the check digit is wrong, `valid` is false
and `expected` is the right digit. Sources: ISO 26324 and the DOI Handbook, 2.2; ISO 2108 and the ISBN Users'
Manual, 7th ed., appendix 1; ISO 3297; ISO 27729 and ORCID's "Structure of the ORCID Identifier"; arXiv's
"Understanding the arXiv identifier"; NLM's PMID and PMCID; RFC 3986; RFC 3650 (handles).
"""

from __future__ import annotations

import re

from refkit.integers import read_int
from refkit.model.identifiers import patterns
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

# Compiled at first use, because few programs need all of them.
_DOI = lazy_pattern(patterns.DOI)
_DOI_PREFIX = lazy_pattern(patterns.DOI_PREFIX, re.IGNORECASE)
_SHORT_DOI = lazy_pattern(patterns.SHORT_DOI, re.IGNORECASE)
_DOI_END = ".,;:\"'»”’"
_MARKUP = r"[\"{}|]|\]\(|</|<[a-z]+[ >/]"
_AFTER_DOI = r"[?#&]|/(?:full|abstract|pdf|epdf|fulltext|meta|html)\b"
_HOST = r"(?i)(?:https?:)?//[^/\s]+/"
_DASHES = r"[\s‐‑–-]+"
_URL = (
    r"([A-Za-z][A-Za-z0-9+.-]*)://([^\s/?#@]+@)?(\[[0-9A-Fa-f:.]+\]|[^\s/?#:\[\]]+)"
    r"(:[0-9]{1,5})?([/?#]\S*)?\Z"
)


@dataclass(slots=True, frozen=True)
class DOI:
    """A DOI as written; DOIs that differ only in case are the same."""

    text: str

    @property
    def prefix(self) -> str:
        """The part before the slash, which identifies the registrant, such as 10.1000."""
        return self.text.partition("/")[0]

    @property
    def suffix(self) -> str:
        """The part after the slash, which the registrant chooses."""
        return self.text.partition("/")[2]

    @property
    def url(self) -> str:
        """The resolver's address."""
        return f"https://doi.org/{self.text}"

    def key(self) -> str:
        """Return the form for comparisons: DOI names are not case sensitive (DOI Handbook, 2.4)."""
        return self.text.lower()


@dataclass(slots=True, frozen=True)
class ISBN:
    """An ISBN of 10 or 13 digits without hyphens; `expected` is the right check digit."""

    digits: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is right."""
        return self.digits[-1] == self.expected and (
            len(self.digits) == 10 or self.digits[:3] in ("978", "979")
        )

    def isbn13(self) -> str:
        """Return the ISBN with 13 digits, with a new check digit if it has 10."""
        if len(self.digits) == 13:
            return self.digits
        body = "978" + self.digits[:9]
        return body + _isbn13_check_digit(body)


@dataclass(slots=True, frozen=True)
class ISSN:
    """An ISSN as NNNN-NNNC; `expected` is the right check digit."""

    text: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is right."""
        return self.text[-1] == self.expected


@dataclass(slots=True, frozen=True)
class ISMN:
    """An ISMN as 13 digits; `expected` is the right check digit."""

    digits: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is right."""
        return self.digits[-1] == self.expected


@dataclass(slots=True, frozen=True)
class ArXiv:
    """An arXiv identifier, which contains the year and month of the first version.

    `archive` is the archive or subject class that is written with it, such as hep-th, math.GT or cs.CL.
    """

    id: str
    year: int
    month: int
    version: int | None = None
    archive: str = ""

    @property
    def valid(self) -> bool:
        """Whether the month exists and the scheme was in use then (the new one since April 2007)."""
        is_new_scheme = "/" not in self.id
        has_begun = (self.year, self.month) >= ((2007, 4) if is_new_scheme else (1991, 7))
        has_ended = not is_new_scheme and (self.year, self.month) > (2007, 3)
        return 1 <= self.month <= 12 and has_begun and not has_ended

    @property
    def url(self) -> str:
        """The address of the abstract."""
        return f"https://arxiv.org/abs/{self.id}" + (f"v{self.version}" if self.version else "")


@dataclass(slots=True, frozen=True)
class ORCID:
    """An ORCID iD as four groups of four; `expected` is the right check digit."""

    text: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is right."""
        return self.text[-1] == self.expected

    @property
    def url(self) -> str:
        """The address, the form in which ORCID requires iDs to be displayed."""
        return f"https://orcid.org/{self.text}"


@dataclass(slots=True, frozen=True)
class URL:
    """An address with its scheme and host in lower case."""

    text: str
    scheme: str
    host: str


def parse_doi(text: str) -> DOI | None:
    """Return the DOI in a text that is a DOI, possibly after `doi:` or a resolver's address."""
    text = text.strip()
    prefix = _DOI_PREFIX.match(text)
    body = text[prefix.end() :].strip() if prefix else text
    if prefix and "doi.org" in prefix[0].lower() and "%" in body:
        body = _percent_decode(body)
    return DOI(body) if _DOI.fullmatch(body) else None


def parse_short_doi(text: str) -> str | None:
    """Return a shortDOI such as 10/dhq253 in lower case, possibly after `doi:` or a resolver's address."""
    text = text.strip()
    prefix = _DOI_PREFIX.match(text)
    match = _SHORT_DOI.fullmatch(text, prefix.end() if prefix else 0)
    return match[0].lower() if match else None


def _percent_decode(text: str) -> str:
    """Return an address without percent-encoding."""
    from urllib.parse import unquote

    return unquote(text)


def find_doi(text: str) -> DOI | None:
    """Return the first DOI inside a text or an address, without punctuation after it."""
    match = _DOI.search(_percent_decode(text) if "%2" in text else text)
    if match is None:
        return None
    body = match[0]
    if re.search(_HOST, text[: match.start()]):
        body = re.split(_AFTER_DOI, body)[0]
    body = re.split(_MARKUP, body)[0]
    return DOI(_strip_unopened_brackets(body.rstrip(_DOI_END)))


def _strip_unopened_brackets(text: str) -> str:
    """Return a text without closing brackets at its end that it does not open."""
    surplus = {")": text.count(")") - text.count("("), "]": text.count("]") - text.count("[")}
    end = len(text)
    while end and surplus.get(text[end - 1], 0) > 0:
        surplus[text[end - 1]] -= 1
        end -= 1
        while end and text[end - 1] in _DOI_END:
            end -= 1
    return text[:end]


def parse_isbn(text: str) -> ISBN | None:
    """isbn = [label] 10 or 13 digits with hyphens or spaces; X only as the last of 10"""
    text = text.strip()
    label = re.match(patterns.ISBN_LABEL, text, re.IGNORECASE)
    body = text[label.end() :] if label else text
    if not re.match(patterns.WHOLE_ISBN, body, re.IGNORECASE):
        return None
    digits = re.sub(_DASHES, "", body).upper()
    if len(digits) == 13 and digits.isdecimal():
        return ISBN(digits, _isbn13_check_digit(digits))
    return ISBN(digits, _mod11_check_digit(digits[:9])) if len(digits) == 10 else None


def parse_issn(text: str) -> ISSN | None:
    """issn = [label] 4 digits [hyphen] 3 digits (digit | "X")"""
    match = re.match(patterns.WHOLE_ISSN, text.strip(), re.IGNORECASE)
    if match is None:
        return None
    body = match[1] + match[2]
    return ISSN(f"{match[1]}-{match[2]}{match[3].upper()}", _mod11_check_digit(body))


def parse_ismn(text: str) -> ISMN | None:
    """ismn = [label] ("M" | "979-0") 9 digits"""
    match = re.match(patterns.WHOLE_ISMN, text.strip(), re.IGNORECASE)
    digits = "9790" + re.sub(_DASHES, "", match[2]) if match else ""
    return ISMN(digits, _isbn13_check_digit(digits)) if len(digits) == 13 else None


def parse_arxiv(text: str) -> ArXiv | None:
    """arxiv = [label] (YYMM "." number | archive ["." class] "/" YYMM number) ["v" version]"""
    text = text.strip()
    prefix = re.match(patterns.ARXIV_PREFIX, text, re.IGNORECASE)
    body = text[prefix.end() :] if prefix else text
    new = re.match(patterns.WHOLE_ARXIV, body, re.IGNORECASE)
    if new is not None:
        version = read_int(new[4]) if new[4] else None
        return ArXiv(
            f"{new[1]}{new[2]}.{new[3]}",
            2000 + read_int(new[1]),
            read_int(new[2]),
            version,
            new[5] or "",
        )
    old = re.match(patterns.WHOLE_OLD_ARXIV, body, re.IGNORECASE)
    if old is None:
        return None
    year = read_int(old[3]) + (1900 if read_int(old[3]) > 90 else 2000)
    archive = old[1].lower()
    return ArXiv(
        f"{archive}/{old[3]}{old[4]}{old[5]}",
        year,
        read_int(old[4]),
        read_int(old[6]) if old[6] else None,
        f"{archive}.{old[2].upper()}" if old[2] else archive,
    )


def parse_pmid(text: str) -> str | None:
    """Return the digits of a PubMed identifier."""
    match = re.match(patterns.WHOLE_PMID, text.strip(), re.IGNORECASE)
    return match[1] if match else None


def parse_pmcid(text: str) -> str | None:
    """Return a PubMed Central identifier as PMC and digits."""
    match = re.match(patterns.WHOLE_PMCID, text.strip(), re.IGNORECASE)
    return f"PMC{match[1]}" if match else None


def parse_orcid(text: str) -> ORCID | None:
    """orcid = [label or address] four groups of four, the last with a check digit or X"""
    match = re.match(patterns.WHOLE_ORCID, text.strip(), re.IGNORECASE)
    if match is None:
        return None
    body = match[1] + match[2] + match[3] + match[4].upper()
    return ORCID(
        "-".join(body[index : index + 4] for index in (0, 4, 8, 12)),
        _mod11_2_check_digit(body[:15]),
    )


def parse_url(text: str) -> URL | None:
    """url = scheme "://" [user "@"] host [":" port] [path]"""
    text = text.strip()
    match = re.match(_URL, text)
    if match is None:
        return None
    scheme, host = match[1].lower(), match[3].lower()
    normalized = f"{match[2] or ''}{host}{match[4] or ''}{match[5] or ''}"
    return URL(f"{scheme}://{normalized}", scheme, host)


def parse_handle(text: str) -> str | None:
    """Return a handle as prefix and suffix, without `hdl:` or its resolver's address."""
    match = re.match(patterns.WHOLE_HANDLE, text.strip(), re.IGNORECASE)
    return match[1] if match else None


def _isbn13_check_digit(digits: str) -> str:
    """Return the check digit: with weights 1 and 3 in turn, the sum is a multiple of 10."""
    total = sum(
        read_int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(digits[:12])
    )
    return str(-total % 10)


def _mod11_check_digit(digits: str) -> str:
    """Return the check digit: with weights from 10 or 8 down to 1, the sum is a multiple of 11."""
    weights = range(len(digits) + 1, 1, -1)
    remainder = (
        -sum(read_int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    )
    return "X" if remainder == 10 else str(remainder)


def _mod11_2_check_digit(digits: str) -> str:
    """Return the check digit by ISO 7064, MOD 11-2."""
    total = 0
    for digit in digits:
        total = (total + read_int(digit)) * 2
    remainder = (12 - total % 11) % 11
    return "X" if remainder == 10 else str(remainder)
