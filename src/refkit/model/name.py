"""A person's or an organization's name, in CSL's name-parts."""

from __future__ import annotations

from refkit.model.record_repr import record_repr
from refkit.records import dataclass


@dataclass(slots=True, frozen=True)
class Name:
    """A name, which is either `literal` (an organization, never split) or consists of parts.

    The parts are CSL 1.0.2's (section "Name-part"): `particle` is BibTeX's von part and CSL's
    non-dropping-particle; `dropping_particle` is omitted if only the family name is shown. A list that ends in
    "and others" ends in `Name(others=True)`. Text is Unicode with CSL's inline markup.
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
        return record_repr(self)

    def __str__(self) -> str:
        """The name in the order in which it is spoken."""
        if self.literal or self.others:
            return self.literal or "others"
        parts = (self.given, self.dropping_particle, self.particle, self.family)
        spoken = " ".join(part for part in parts if part)
        return spoken + ("," if self.comma_suffix else "") + f" {self.suffix}" * bool(self.suffix)

    def inverted(self, *, initials: bool = False) -> str:
        """Return the name with the family name first ("Doe, Jane"), or with initials ("Doe, J.")."""
        if self.literal or self.others:
            return str(self)
        given = _initials(self.given) if initials else self.given
        family = f"{self.particle} {self.family}".strip()
        after = f"{given} {self.dropping_particle}".strip()
        return ", ".join(part for part in (family, after, self.suffix) if part)


def _initials(given: str) -> str:
    """Return the initials of given names ("J.-P. M."); names that end in a full stop are kept."""
    return " ".join(
        "-".join(part if part.endswith(".") else f"{part[:1]}." for part in word.split("-") if part)
        for word in given.split()
    )
