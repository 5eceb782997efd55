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
_WRAPPED = lazy_pattern(r"\\(?:url|path|nolinkurl|href)\s*\{([^{}]*)\}.*")
_HOST = lazy_pattern(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


@rule("IDS227", "malformed-url", fields=("url",), prose=False)
def malformed_url(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Match the value with scheme, host and path."""
    if (
        field.value.startswith(("http://", "https://"))
        and _GOOD.match(field.value)
        and field.value.count("://") == 1
    ):
        return
    text = field.value.strip()
    if match := _WRAPPED.fullmatch(text):
        text = match[1].strip()
    problem = _problem(text) if text else ""
    if problem:
        yield Finding(field.value_span, f"{shown(text)} is no URL: {problem}")


def _problem(text: str) -> str:
    if _HOST.fullmatch(text):
        return "the scheme is missing; write https:// before it"
    scheme = _SCHEME.match(text)
    if scheme and scheme[0].lower() not in SCHEMES:
        from difflib import get_close_matches

        near = get_close_matches(scheme[0][:-3].lower(), WORDS, 1)
        return f"the scheme `{scheme[0]}` is unknown; " + (
            f"did you mean `{near[0]}://`?" if near else "correct it"
        )
    if not scheme:
        return "" if _GOOD.match(text) else "it has no scheme such as https://; correct the address"
    if any(char.isspace() for char in text):
        # Several addresses in one field are a habit of exporters and each of them can be right.
        parts = text.replace(",", " ").replace(";", " ").split()
        several = all(part in ("and", "or") or _GOOD.match(part) for part in parts)
        return "" if several else "it contains a space; write %20 for it or correct the address"
    if re.match(r"https?://https?:?/", text):
        return "the scheme stands twice; remove one"
    return (
        "" if _GOOD.match(text) else "it contains characters that no URL has; correct the address"
    )
