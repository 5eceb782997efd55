"""What the citation commands of LaTeX print (sources: see `data/latex_citations.py`)."""

from __future__ import annotations

from refkit.model.citation import CitationKind

# What the commands print, without the prefixes of variants (m, mask, full, short) and in lower case; all others are
# parenthetical.
_NAMES: dict[CitationKind, str] = {
    "narrative": """citet citetalias textcite textcites tvolcite tvolcites citea citeasnoun citeonline possessivecite
    textonlinecite shortcitea""",
    "bare": """citealt citealp citenum citen citepalias onlinecite notecite volcite volcites cites svolcite
    svolcites citenp""",
    "author-only": "citeauthor citefullauthor citeauthornp citeauthort citeauthorp citeauthoronline citename",
    "year-only": "citeyear citeyearnp citedate",
    "no-author": "citeyearpar",
    "field": "citetitle citeurl citefield citelist",
    "full": "fullcite bibentry",
    "note": """footcite footcites footcitetext footcitetexts footfullcite smartcite smartcites fvolcite fvolcites
    ftvolcite ftvolcites fnotecite""",
    "nocite": "nocite nocitemeta masknocite",
}
KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}


def kind_of_command(name: str) -> CitationKind:
    """Return what a citation command prints."""
    plain = name.lower()
    for prefix in ("", "mask", "m", "full", "short"):
        found = KINDS.get(plain.removeprefix(prefix)) if plain.startswith(prefix) else None
        if found:
            return found
    return "parenthetical"
