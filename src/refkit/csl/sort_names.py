"""Names as sort keys (CSL 1.0.2, "Name-part Order", sorting order)."""

from __future__ import annotations

from refkit.csl.person import NameRule, given_text, is_eastern
from refkit.model.name import Name

_ARTICLES = ("a ", "an ", "the ")


def sort_name(rule: NameRule, name: Name, demote: bool) -> str:
    """A name's sort key: family, particles, given name and suffix in descending order of weight.

    "Non-personal names ... English articles at the start of the name are stripped."
    """
    if name.literal:
        lowered = name.literal.lower()
        article = next((one for one in _ARTICLES if lowered.startswith(one)), "")
        return name.literal[len(article) :]
    if is_eastern(name):
        return name.family + name.given
    family = name.family or name.given
    given = name.given if name.family else ""
    dropping, particle = name.dropping_particle, name.particle
    if demote:
        before = " ".join(part for part in (dropping, particle) if part)
    else:
        family = f"{particle} {family}" if particle else family
        before = dropping
    if rule.short:
        return family
    given = given_text(rule, given) if given else ""
    return " ".join(part for part in (family, before, given, name.suffix) if part)
