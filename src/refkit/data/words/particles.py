"""Particles of family names, by language (ISO 639-1); lower case.

Sources: the rules for headings of national libraries (IFLA, Names of Persons) and BibTeX's and CSL's examples.
"""

from __future__ import annotations

_PARTICLES = {
    "nl": "van der den de ter ten te",
    "de": "von vom zu zum zur der den dem",
    "fr": "de du des la le les",
    "it": "di da de del della dello dei degli delle dal dalla dalle lo la",
    "es": "de del la las los el",
    "pt": "da do das dos de",
    "ca": "de del dels la",
    "da": "af",
    "sv": "af av",
    "no": "af av",
    "ar": "al el bin ibn",
}

# Every particle.
PARTICLES = frozenset(" ".join(_PARTICLES.values()).split())
# Particles that can be capitalized, and then belong to the family name: Van Gogh, De Mey, El Amrani.
CAPITAL_PARTICLES = frozenset(
    """van von de del della delle degli dei dal dalla di da dos das du la le las lo los li el al ben bin ibn
    st saint sainte ter ten vander vanden mac der den""".split()
)


def particle_pattern() -> str:
    """Return the alternatives of a pattern for a particle, without a group."""
    return "|".join(sorted(PARTICLES, key=lambda word: (-len(word), word)))
