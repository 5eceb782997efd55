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

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.places import part_span
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
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
_SPACE = lazy_pattern(r"\s")
_WRONG = lazy_pattern(r"[<>\"]+")
_TWICE = lazy_pattern(r"https?://https?:?/")
_HOST = lazy_pattern(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


@rule("IDS227", "malformed-url", fields=("url",), prose=False)
def malformed_url(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report values that do not consist of scheme, host and path."""
    if (
        field.value.startswith(("http://", "https://"))
        and _GOOD.match(field.value)
        and field.value.count("://") == 1
    ):
        return
    wrapped = _WRAPPED.fullmatch(field.value)
    start, end = wrapped.span(1) if wrapped else (0, len(field.value))
    text = field.value[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    problem, first, last = _problem(text) if text else ("", 0, 0)
    if problem:
        place = part_span(field, entry, start + first, start + last)
        yield Finding(place, f"{shown(text)} is malformed: {problem}")


def _problem(text: str) -> tuple[str, int, int]:
    """Return the problem of an address and its position, or an empty problem."""
    if _HOST.fullmatch(text):
        return "the scheme is missing; put https:// before it", 0, len(text)
    scheme = _SCHEME.match(text)
    if scheme and scheme[0].lower() not in SCHEMES:
        return _unknown_scheme(scheme[0]), *scheme.span()
    good = _GOOD.match(text) is not None
    if not scheme:
        problem = "" if good else "it has no scheme such as https://; correct the address"
        return problem, 0, len(text)
    if space := _SPACE.search(text):
        # Exports often have several addresses in one field, and each of them can be right.
        parts = text.replace(",", " ").replace(";", " ").split()
        several = all(part in ("and", "or") or _GOOD.match(part) for part in parts)
        problem = "it contains a space; write %20 instead or correct the address"
        return "" if several else problem, *space.span()
    if twice := _TWICE.match(text):
        return "the scheme appears twice; remove one", *twice.span()
    wrong = _WRONG.search(text)
    problem = (
        "" if good else "it contains characters that are not allowed in a URL; correct the address"
    )
    return problem, *(wrong.span() if wrong else (0, len(text)))


def _unknown_scheme(scheme: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(scheme[:-3].lower(), WORDS, 1)
    advice = f"did you mean `{near[0]}://`?" if near else "correct it"
    return f"the scheme `{scheme}` is unknown; {advice}"
