"""Citation roles of sphinxcontrib-bibtex and MyST: their kinds, and the cites in their text.

text = cite (("," | ";") cite)*
cite = ["{" before "}"] key ["{" after "}"]        (sphinxcontrib-bibtex manual, "Roles and Directives")
"""

from __future__ import annotations

import re

from refkit.model.citation import CitationKind, DocumentCite
from refkit.model.locators import read_locator
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

# After `cite:`; `ct` begins with a capital letter, and `ps` names all authors.
_KINDS: dict[str, CitationKind] = {
    **dict.fromkeys(("p", "ps", "labelpar"), "parenthetical"),
    **dict.fromkeys(("t", "ts", "ct", "cts"), "narrative"),
    **dict.fromkeys(("alp", "alps", "alt", "alts", "text", "label"), "bare"),
    **dict.fromkeys(("author", "authors", "cauthor", "cauthors"), "author-only"),
    **dict.fromkeys(("authorpar", "authorpars", "authorspar"), "author-only"),
    **dict.fromkeys(("cauthorpar", "cauthorpars", "cauthorspar"), "author-only"),
    "year": "year-only",
    "yearpar": "no-author",
    "title": "field",
    "empty": "nocite",
}  # fmt: skip
_ROLE = lazy_pattern(r"(foot|full)?cite(?::?([a-z]+))?")
_CITE = lazy_pattern(
    r"\s*+(?:\{(?P<before>[^{}]*+)\})?\s*+(?P<key>[^\s,;{}\[\]](?>(?:[^\s,;{}\[\]]++|\s++(?=[^\s,;{}\[\]]))*))"
    r"\s*+(?:\{(?P<after>[^{}]*+)\}|\[(?P<one>[^\[\]]*+)\](?:\[(?P<two>[^\[\]]*+)\])?)?\s*+(?=[,;]|\Z)"
)
_SEPARATOR = lazy_pattern(r"[,;]")


def role_kind(name: str, plain: CitationKind = "parenthetical") -> CitationKind | None:
    """Return the kind of a role such as "cite:t", or None for other roles; `plain` is the kind of "cite"."""
    role = _ROLE.fullmatch(name)
    if role is None or (role[2] and role[2] not in _KINDS):
        return None
    kind = _KINDS[role[2]] if role[2] else plain
    if role[1] and kind != "nocite":
        return "note" if role[1] == "foot" else "full"
    return kind


def role_cites(text: str, start: int, end: int) -> tuple[DocumentCite, ...]:
    """Return the cites in the text of a role, which is `text[start:end]`; malformed ones are skipped."""
    cites: list[DocumentCite] = []
    position = start
    while position < end:
        match = _CITE.match(text, position, end)
        if match:
            cites.append(_cite(match))
        separator = _SEPARATOR.search(text, match.end() if match else position, end)
        position = separator.end() if separator else end
    return tuple(cites)


def _cite(match: re.Match[str]) -> DocumentCite:
    before, key, after = match.group("before", "key", "after")
    if match["one"] is not None:
        is_pair = match["two"] is not None
        before, after = (match["one"], match["two"]) if is_pair else ("", match["one"])
    label, locator, suffix = read_locator(after or "")
    return DocumentCite(
        key, Span(*match.span("key")), (before or "").strip(), locator, label, suffix.rstrip()
    )


def can_be_in_role(key: str) -> bool:
    """Whether the text of a role can contain a key."""
    match = _CITE.fullmatch(key)
    return match is not None and match["key"] == key and "`" not in key
