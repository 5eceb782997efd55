"""Names as sort keys (CSL 1.0.2, "Name-part Order", sorting order)."""

from __future__ import annotations

from refkit.csl.person import NameRule, given_text, is_eastern
from refkit.model.name import Name


def sort_name(rule: NameRule, name: Name, demote: bool) -> str:
    """A name's sort key: family, dropping particle, given name, other particle and suffix.

    The specification would weigh both particles before the given name and strip the article of an
    organisation ("The New York Times"); the test-suite and citeproc-js do neither.
    """
    if name.literal:
        return name.literal
    if is_eastern(name):
        return name.family + name.given
    family = name.family or name.given
    given = name.given if name.family else ""
    particle = name.particle
    if not demote and particle:
        family, particle = f"{particle} {family}", ""
    if rule.short:
        return family
    given = given_text(rule, given) if given else ""
    parts = (family, name.dropping_particle, given, particle, name.suffix)
    return " ".join(part for part in parts if part)
