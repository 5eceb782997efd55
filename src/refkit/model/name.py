"""A person's or an organisation's name, in CSL's name-parts."""

from __future__ import annotations

from dataclasses import dataclass

from refkit.model.shown import shown


@dataclass(slots=True, frozen=True)
class Name:
    """One name: either `literal` (an organisation, kept whole) or parts.

    Parts are CSL 1.0.2's (section "Name-part"): `particle` is BibTeX's von part as CSL's
    non-dropping-particle, `dropping_particle` is left out when the family name stands alone.
    A list that ends in "and others" ends in `Name(others=True)`. Text is Unicode with CSL's
    inline markup.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    parse_names: bool = False
    others: bool = False

    def __repr__(self) -> str:
        return shown(self)
