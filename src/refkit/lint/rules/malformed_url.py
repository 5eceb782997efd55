"""The URL is malformed.

With a space, a missing scheme or two schemes, the link does not work.

Example:

    @misc{harbour2020,
      title = {Harbour Plans},
      year = {2020},
      url = {https://harbour.example.net/plans/new harbour.html},
    }

Use instead:

    @misc{harbour2020,
      title = {Harbour Plans},
      year = {2020},
      url = {https://harbour.example.net/plans/new%20harbour.html},
    }

Fix: none, because refkit does not know the right address.
Source: RFC 3986.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.item_facts import field_name
from refkit.lint.places import Mark, findings_of_value, written_value
from refkit.lint.rule import Context, Finding, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_GOOD = lazy_pattern(
    r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"]+\Z|(?:urn|mailto|doi|file|info|hdl|data):\S+\Z"
)
WORDS = (
    "http",
    "https",
    "ftp",
    "ftps",
    "sftp",
    "file",
    "git",
    "ssh",
    "svn",
    "gopher",
    "ipfs",
    "ldap",
    "news",
    "nfs",
)
MORE = ("git+https", "git+ssh", "s3", "gs", "hdl", "doi", "dat", "ws", "wss")
SCHEMES = frozenset(f"{word}://" for word in (*WORDS, *MORE))
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*://")
_WRAPPED = lazy_pattern(r"\s*\\(?:url|path|nolinkurl|href)\s*\{([^{}]*)\}.*")
_LINK = lazy_pattern(r"\\(?:url|path|nolinkurl|href)\s*\{([^{}]*)\}")
_SPACE = lazy_pattern(r"\s")
_WRONG = lazy_pattern(r"[<>\"]+")
_USUAL = lazy_pattern(r"https?://[\w-]+(?:\.[\w-]+)*(?:[/:?#][^\s<>\"]*)?\Z")
_TWICE = lazy_pattern(r"https?://https?:?//?")
_RESOLVER = lazy_pattern(r"^https?://(?:dx\.|www\.)?doi\.org/")
_NO_DOI = lazy_pattern(r"https?://(?:dx\.|www\.)?doi\.org/?")
# "Apple_Inc." is the end of an address.
_MARK_AT_END = lazy_pattern(r"(?<!inc)(?<!ltd)(?<!co)(?<!jr)(?<!etc)(?<![.…])[.,;]$", re.IGNORECASE)
_CUT_OFF = lazy_pattern(r"(?<=[\w/=-])(?:\.{3,}|…)$")
_BAD_HOST = lazy_pattern(r"https?://(?:[/:]|$|[^/?#\[\]@]*(?:[,;]|\.\.)[^/?#]*)")
_HOST = lazy_pattern(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


@rule("IDS227", "malformed-url", variables=("URL", "note", "howpublished"), prose=False)
def malformed_url(item: Item, context: Context) -> Iterator[Finding]:
    """Report values that do not consist of scheme, host and path."""
    origin = field_name(item, "URL") if "URL" in item.text else ""
    # `eprint` only implies an address
    if origin and origin != "eprint" and not _repeats_doi(item):
        yield from findings_of_value(item, "URL", _marks(written_value(item, "URL")))
    for variable in ("note", "howpublished"):
        value = written_value(item, variable) if variable != origin else ""
        if "\\url" in value and (link := _LINK.search(value)):
            yield from findings_of_value(item, variable, _marks(value, *link.span(1)))


def _repeats_doi(item: Item) -> bool:
    """Whether the address is that of the entry's `doi`, with its faults, which other rules report."""
    doi, url = item.DOI.strip(), item.URL.strip()
    return (
        bool(doi)
        and item.source_field("DOI") is not item.source_field("URL")
        and (_RESOLVER.sub("", url) == _RESOLVER.sub("", doi) != url)
    )


def _marks(value: str, start: int = 0, end: int = -1) -> Iterator[Mark]:
    """Yield the malformed part of a value, without the command or braces around the address."""
    if (
        value.count("//") == 1
        and _USUAL.match(value)
        and not value.endswith((".", "doi.org/", "doi.org", ",", ";"))
    ):
        return
    if end < 0:
        wrapped = _WRAPPED.fullmatch(value) or _LINK.search(value)
        start, end = wrapped.span(1) if wrapped else (0, len(value))
    text = value[start:end]
    start += len(text) - len(text.lstrip("{ "))
    text = text.strip("{} ")
    problem, first, last = _problem(text) if text else ("", 0, 0)
    if problem:
        yield Mark(start + first, start + last, f"{shown(text)} is malformed: {problem}")


def _problem(text: str) -> tuple[str, int, int]:
    """Return the problem of an address and its position, or an empty problem."""
    if _HOST.fullmatch(text):
        return "the scheme is missing; put https:// before it", 0, len(text)
    scheme = _SCHEME.match(text)
    if scheme and scheme[0].lower() not in SCHEMES:
        return _unknown_scheme(scheme[0]), *scheme.span()
    good = _GOOD.match(text) is not None
    if not scheme:
        return "" if good else _without_scheme(text), 0, len(text)
    if space := _SPACE.search(text):
        # Exports often have several addresses in one field, and each of them can be right.
        parts = text.replace(",", " ").replace(";", " ").split()
        several = all(part in ("and", "or") or _GOOD.match(part) for part in parts)
        problem = "it contains a space; write %20 instead or correct the address"
        return "" if several else problem, *space.span()
    if _NO_DOI.fullmatch(text):
        return "there is no DOI after the resolver; add it or remove the field", 0, len(text)
    if mark := _MARK_AT_END.search(text):
        return f"it ends in `{mark[0]}`, which does not belong to it; remove it", *mark.span()
    if cut := _CUT_OFF.search(text):
        return "it is cut off; write all of it", *cut.span()
    if twice := _TWICE.match(text):
        return "the scheme appears twice; remove one", *twice.span()
    if host := _BAD_HOST.match(text):
        return "the host is invalid; correct the address", *host.span()
    wrong = _WRONG.search(text)
    problem = (
        "" if good else "it contains characters that are not allowed in a URL; correct the address"
    )
    return problem, *(wrong.span() if wrong else (0, len(text)))


def _without_scheme(text: str) -> str:
    """Return the problem of an address that does not start with a scheme."""
    later = _SCHEME.search(text)
    if not later or later[0].lower() not in SCHEMES:
        return "it has no scheme such as https://; correct the address"
    before = text[: later.start()].strip()
    if "." in before or "/" in before:  # which can be an address
        return "it does not start with the scheme; correct the address"
    return f"there is {shown(before)} before the address; remove it"


def _unknown_scheme(scheme: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(scheme[:-3].lower(), WORDS, 1)
    advice = f"did you mean `{near[0]}://`?" if near else "correct it"
    return f"the scheme `{scheme}` is unknown; {advice}"
