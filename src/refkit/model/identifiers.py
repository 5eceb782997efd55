"""Identifiers: parsed, normalised, with their check digits told good or bad.

A function returns None where the text is no such identifier. One whose check digit is wrong is returned
with `valid` false, so that a caller can say which digit was due. Sources: ISO 26324 and the DOI Handbook,
2.2; ISO 2108 and the ISBN Users' Manual, 7th ed., appendix 1; ISO 3297; ISO 27729 and ORCID's
"Structure of the ORCID Identifier"; arXiv's "Understanding the arXiv identifier"; NLM's PMID and PMCID;
RFC 3986; RFC 3650 (handles).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from refkit.integers import read_int
from refkit.patterns import lazy_pattern

# Compiled when first used, but for the first two: few programs meet all kinds.
_DOI = lazy_pattern(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+", re.IGNORECASE)
_DOI_PREFIX = lazy_pattern(
    r"(?:doi\s*:\s*|info:doi/|urn:doi:|doi\s+|"
    r"(?:https?:)?(?://)?(?:dx\.|www\.)?doi\.(?:org|acm\.org)/+(?:doi:)?)+",
    re.IGNORECASE,
)
_DOI_END = ".,;:\"'»”’"
_MARKUP = r"[\"{}|]|\]\(|</|<[a-z]+[ >/]"
_BEHIND_DOI = r"[?#&]|/(?:full|abstract|pdf|epdf|fulltext|meta|html)\b"
_HOST = r"(?i)(?:https?:)?//[^/\s]+/"
_ISBN = r"[0-9][0-9\s‐‑–-]{7,20}[0-9Xx]\Z"
_ISBN_LABEL = r"(?i)(?:urn:)?isbn(?:[ -]?1[03])?\s*:?\s*"
_ISSN = r"(?i)(?:(?:urn:)?[ep]?-?issn\s*+(?::\s*+)?)?([0-9]{4})[\s‐‑–-]?([0-9]{3})([0-9Xx])\Z"
_ISMN = r"(?i)(?:ismn\s*+(?::\s*+)?)?(M|979-?0)[\s-]?([0-9][0-9\s-]{6,12}[0-9])\Z"
_DASHES = r"[\s‐‑–-]+"
_ARXIV_PREFIX = (
    r"(?i)(?:(?:https?://)?(?:www\.|[a-z]{2}\.|export\.)?arxiv\.org/(?:abs|pdf|html|format)/|arxiv\s*:?\s*|"
    r"(?:https?://(?:dx\.)?doi\.org/)?10\.48550/arxiv\.)+"
)
_ARXIV_NEW = (
    r"([0-9]{2})([0-9]{2})\.([0-9]{4,5})(?:v([1-9][0-9]*))?(?:\.pdf)?(?:\s*\[([A-Za-z.-]+)\])?\Z"
)
_ARXIV_OLD = r"(?i)([a-z]+(?:-[a-z]+)?)(?:\.([A-Z]{2}))?/([0-9]{2})([0-9]{2})([0-9]{3})(?:v([1-9][0-9]*))?(?:\.pdf)?\Z"
_PMID = (
    r"(?i)(?:pmid\s*+(?::\s*+)?|(?:https?://)?(?:www\.ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/)?"
    r"([1-9][0-9]{0,8})/?\Z"
)
_PMCID = (
    r"(?i)(?:pmcid\s*+(?::\s*+)?|(?:https?://)?(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/)?"
    r"(?:PMC)?([1-9][0-9]{0,8})(?:\.[0-9]+)?/?\Z"
)
_ORCID = (
    r"(?i)(?:orcid\s*+(?::\s*+)?)?(?:https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"([0-9]{4})[\s-]?([0-9]{4})[\s-]?([0-9]{4})[\s-]?([0-9]{3}[0-9Xx])/?\Z"
)
_URL = (
    r"([A-Za-z][A-Za-z0-9+.-]*)://([^\s/?#@]+@)?(\[[0-9A-Fa-f:.]+\]|[^\s/?#:\[\]]+)"
    r"(:[0-9]{1,5})?([/?#]\S*)?\Z"
)
_HANDLE = r"(?i)(?:hdl\s*:\s*|info:hdl/|(?:https?://)?hdl\.handle\.net/)?([0-9]+(?:\.[0-9A-Za-z]+)*/\S+)\Z"


@dataclass(slots=True, frozen=True)
class DOI:
    """A DOI in the case that it was written in; two that differ in case only are the same."""

    text: str

    @property
    def prefix(self) -> str:
        """The registrant's part, as in 10.1000."""
        return self.text.partition("/")[0]

    @property
    def suffix(self) -> str:
        """What the registrant chose."""
        return self.text.partition("/")[2]

    @property
    def url(self) -> str:
        """The address that resolves it."""
        return f"https://doi.org/{self.text}"

    def key(self) -> str:
        """The form to compare by: DOI names are not case sensitive (DOI Handbook, 2.4)."""
        return self.text.lower()


@dataclass(slots=True, frozen=True)
class ISBN:
    """An ISBN of 10 or 13 digits without hyphens; `expected` is the check digit that is due."""

    digits: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is the one that is due."""
        return self.digits[-1] == self.expected and (
            len(self.digits) == 10 or self.digits[:3] in ("978", "979")
        )

    def isbn13(self) -> str:
        """The same number with 13 digits, its check digit reckoned anew."""
        if len(self.digits) == 13:
            return self.digits
        body = "978" + self.digits[:9]
        return body + _isbn13_check(body)


@dataclass(slots=True, frozen=True)
class ISSN:
    """An ISSN as NNNN-NNNC; `expected` is the check digit that is due."""

    text: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is the one that is due."""
        return self.text[-1] == self.expected


@dataclass(slots=True, frozen=True)
class ISMN:
    """An ISMN as 13 digits; `expected` is the check digit that is due."""

    digits: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is the one that is due."""
        return self.digits[-1] == self.expected


@dataclass(slots=True, frozen=True)
class ArXiv:
    """An arXiv identifier; its number tells the year and month of the first version."""

    id: str
    year: int
    month: int
    version: int | None = None
    archive: str = ""

    @property
    def valid(self) -> bool:
        """Whether the month is one, and the scheme the one of its time (the new one began 2007-04)."""
        new = "/" not in self.id
        begun = (self.year, self.month) >= ((2007, 4) if new else (1991, 7))
        ended = not new and (self.year, self.month) > (2007, 3)
        return 1 <= self.month <= 12 and begun and not ended

    @property
    def url(self) -> str:
        """The address of the abstract."""
        return f"https://arxiv.org/abs/{self.id}" + (f"v{self.version}" if self.version else "")


@dataclass(slots=True, frozen=True)
class ORCID:
    """An ORCID iD as four groups of four; `expected` is the check digit that is due."""

    text: str
    expected: str

    @property
    def valid(self) -> bool:
        """Whether the check digit is the one that is due."""
        return self.text[-1] == self.expected

    @property
    def url(self) -> str:
        """The form that ORCID asks to be shown."""
        return f"https://orcid.org/{self.text}"


@dataclass(slots=True, frozen=True)
class URL:
    """An address with its scheme and host in lower case."""

    text: str
    scheme: str
    host: str


def parse_doi(text: str) -> DOI | None:
    """Return the DOI that the text is, bare or behind `doi:` or a resolver's address."""
    text = text.strip()
    prefix = _DOI_PREFIX.match(text)
    body = text[prefix.end() :].strip() if prefix else text
    if prefix and "doi.org" in prefix[0].lower() and "%" in body:
        body = _unquoted(body)
    return DOI(body) if _DOI.fullmatch(body) else None


def _unquoted(text: str) -> str:
    """Return an address without percent-encoding."""
    from urllib.parse import unquote

    return unquote(text)


def find_doi(text: str) -> DOI | None:
    """Return the first DOI inside a text or an address, without what punctuation follows it."""
    found = _DOI.search(_unquoted(text) if "%2" in text else text)
    if found is None:
        return None
    body = found[0]
    if re.search(_HOST, text[: found.start()]):
        body = re.split(_BEHIND_DOI, body)[0]
    body = re.split(_MARKUP, body)[0]
    return DOI(_balanced(body.rstrip(_DOI_END)))


def _balanced(text: str) -> str:
    """Without the closing brackets at the end that were opened before the identifier."""
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
    label = re.match(_ISBN_LABEL, text)
    body = text[label.end() :] if label else text
    if not re.match(_ISBN, body):
        return None
    digits = re.sub(_DASHES, "", body).upper()
    if len(digits) == 13 and digits.isdecimal():
        return ISBN(digits, _isbn13_check(digits))
    return ISBN(digits, _mod11_check(digits[:9])) if len(digits) == 10 else None


def parse_issn(text: str) -> ISSN | None:
    """issn = [label] 4 digits [hyphen] 3 digits (digit | "X")"""
    found = re.match(_ISSN, text.strip())
    if found is None:
        return None
    body = found[1] + found[2]
    return ISSN(f"{found[1]}-{found[2]}{found[3].upper()}", _mod11_check(body))


def parse_ismn(text: str) -> ISMN | None:
    """ismn = [label] ("M" | "979-0") 9 digits"""
    found = re.match(_ISMN, text.strip())
    digits = "9790" + re.sub(_DASHES, "", found[2]) if found else ""
    return ISMN(digits, _isbn13_check(digits)) if len(digits) == 13 else None


def parse_arxiv(text: str) -> ArXiv | None:
    """arxiv = [label] (YYMM "." number | archive ["." class] "/" YYMM number) ["v" version]"""
    text = text.strip()
    prefix = re.match(_ARXIV_PREFIX, text)
    body = text[prefix.end() :] if prefix else text
    new = re.match(_ARXIV_NEW, body)
    if new is not None:
        version = read_int(new[4]) if new[4] else None
        return ArXiv(
            f"{new[1]}{new[2]}.{new[3]}",
            2000 + read_int(new[1]),
            read_int(new[2]),
            version,
            new[5] or "",
        )
    old = re.match(_ARXIV_OLD, body)
    if old is None:
        return None
    year = read_int(old[3]) + (1900 if read_int(old[3]) > 90 else 2000)
    identifier = f"{old[1].lower()}/{old[3]}{old[4]}{old[5]}"
    return ArXiv(
        identifier, year, read_int(old[4]), read_int(old[6]) if old[6] else None, old[1].lower()
    )


def parse_pmid(text: str) -> str | None:
    """Return the digits of a PubMed identifier."""
    found = re.match(_PMID, text.strip())
    return found[1] if found else None


def parse_pmcid(text: str) -> str | None:
    """Return a PubMed Central identifier as PMC and digits."""
    found = re.match(_PMCID, text.strip())
    return f"PMC{found[1]}" if found else None


def parse_orcid(text: str) -> ORCID | None:
    """orcid = [label or address] four groups of four, the last with a check digit or X"""
    found = re.match(_ORCID, text.strip())
    if found is None:
        return None
    body = found[1] + found[2] + found[3] + found[4].upper()
    return ORCID("-".join(body[at : at + 4] for at in (0, 4, 8, 12)), _mod11_2_check(body[:15]))


def parse_url(text: str) -> URL | None:
    """url = scheme "://" [user "@"] host [":" port] [path]"""
    text = text.strip()
    found = re.match(_URL, text)
    if found is None:
        return None
    scheme, host = found[1].lower(), found[3].lower()
    rest = f"{found[2] or ''}{host}{found[4] or ''}{found[5] or ''}"
    return URL(f"{scheme}://{rest}", scheme, host)


def parse_handle(text: str) -> str | None:
    """Return a handle as prefix and suffix, bare or behind `hdl:` or its resolver's address."""
    found = re.match(_HANDLE, text.strip())
    return found[1] if found else None


def _isbn13_check(digits: str) -> str:
    """The digits weigh 1 and 3 in turn; the sum with the check digit is a multiple of 10."""
    total = sum(read_int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits[:12]))
    return str(-total % 10)


def _mod11_check(digits: str) -> str:
    """The digits weigh from their number + 1 down to 2; the sum with the check digit is a multiple of 11."""
    weights = range(len(digits) + 1, 1, -1)
    rest = (
        -sum(read_int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    )
    return "X" if rest == 10 else str(rest)


def _mod11_2_check(digits: str) -> str:
    """ISO 7064, MOD 11-2."""
    total = 0
    for digit in digits:
        total = (total + read_int(digit)) * 2
    rest = (12 - total % 11) % 11
    return "X" if rest == 10 else str(rest)
