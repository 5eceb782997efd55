"""Names as sort keys (CSL 1.0.2, "Name-part Order", sorting order)."""

from __future__ import annotations

from collections.abc import Sequence

from refkit.csl.person import NameRule, given_text, is_eastern
from refkit.model.name import Name


def sort_names(
    rule: NameRule, people: Sequence[Name], demote: bool, levels: Sequence[int]
) -> list[str]:
    """Return the sort keys of names; names beyond `levels` have level 0, and "and others" has no key."""
    return [
        sort_name(rule, one, demote, levels[at] if at < len(levels) else 0)
        for at, one in enumerate(people)
        if not one.others
    ]


def sort_name(rule: NameRule, name: Name, demote: bool, level: int = 0) -> str:
    """Return the sort key of a name: family, given name, particles and suffix.

    Given names that disambiguation adds (see Hints, `level`) count as they are shown.

    With demote-non-dropping-particle="never" that particle belongs to the family name, and a dropping one precedes the
    given name. The specification would always sort both particles before the given name and strip the article of an
    organization ("The New York Times"); the test suite and citeproc-js do neither.
    """
    if name.literal:
        return name.literal
    if not (name.family.isascii() and name.family[:1].isalpha()) and is_eastern(name):
        return name.family + name.given
    family = name.family or name.given
    given = name.given if name.family else ""
    if not demote and name.particle:
        family = f"{name.particle} {family}"
    if rule.short:
        return f"{family} {name.particle}" if demote and name.particle else family
    given = given_text(rule, given, level) if given else ""
    if not (name.particle or name.dropping_particle or name.suffix) and family and given:
        return f"{family} {given}"
    if demote:
        parts = (family, given, name.dropping_particle, name.particle, name.suffix)
    else:
        parts = (family, name.dropping_particle, given, "", name.suffix)
    return " ".join(part for part in parts if part)
