"""An organization is read as a person's name because it has no braces.

BibTeX reads `World Health Organization` as a person called W. H. Organization, and prints and sorts the name
accordingly. Braces keep the name together. Search engines also invert such names: `Organization, World Health`.

Example:

    @techreport{who2019,
      author = {World Health Organization},
    }

Use instead:

    @techreport{who2019,
      author = {{World Health Organization}},
    }

Fix: unsafe: braces are put around the name, in its natural order, which corrects the output.
Source: BibTeXing (btxdoc, 1988), section 4, on names of organizations; biblatex manual, 2.3.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.given_names import GIVEN_NAMES
from refkit.data.words.organizations import (
    ADJECTIVES,
    CERTAIN_WORDS,
    COMPANY_FORMS,
    FAMILY_NAMES,
    INNER_WORDS,
    OF_WORDS,
    PHRASES,
)
from refkit.data.words.particles import PARTICLES
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.firms import in_natural_order, is_firm
from refkit.lint.places import ValuePlaces, value_places
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.names import split_names
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_PHRASE = lazy_pattern(rf"\b(?:{'|'.join(PHRASES)})\b")
# Every organization's name has one of these words, unless it has an ampersand.
_MARKS = (
    CERTAIN_WORDS
    | ADJECTIVES
    | {word for phrase in PHRASES for word in phrase.split()} - INNER_WORDS
)
_WORD = lazy_pattern(r"[^\W\d_]+")
# A single word that is not an abbreviation: "Food and Agriculture Organization", "Ministry of Health and Welfare".
_LONE = lazy_pattern(r"[A-Z][a-z]+")
# Teams, which are authors next to people: "Aiko Tanabe and ATLAS Collaboration".
_TEAM = lazy_pattern(r"(?i)\b(?:collaboration|consortium|group|team|force)$")
_OF = lazy_pattern(rf"(?i)\b(?:{'|'.join(sorted(OF_WORDS))})\b")
_SLASH = lazy_pattern(r"\s[/|+–—-]+\s|//")  # may separate two organizations
_BARE_AMPERSAND = lazy_pattern(r"(?<!\\)&")
# These have full stops and are not initials.
_DOTTED = lazy_pattern(r"(?i)\b(?:inc|ltd|u\.s|u\.k)\.")
_NEVER = lazy_pattern(r"(?i)\b(?:jr|sr)\b|\.(?:\s|-|$)")


@rule(
    "NAM101", "unbraced-organisation", fields=("author", "editor"), prose=False, cues=(ODD_NAMES,)
)
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report names of about three words that belong to organizations and not to persons."""
    plain = field.value.lower().replace("-", " ").replace(".", "").replace(",", " ")
    if _MARKS.isdisjoint(plain.split()) and "&" not in plain:
        return
    found = split_names(field.value)
    names = [name for name, _ in found]
    for at, (name, start) in enumerate(found):
        if natural := in_natural_order(name):
            yield _inverted(value_places(field, entry), name, start, natural)
        elif _is_body(name):
            places = value_places(field, entry)
            whole = _whole(names, at)
            written = _BARE_AMPERSAND.sub(r"\\&", name)
            advice = f"put braces around it: {shown('{' + written + '}')}"
            if whole:
                advice = (
                    f"put braces around {shown(whole)} if that is one name, or around this part"
                )
            span = places.span(start, start + len(name))
            yield Finding(
                span,
                f"{shown(name)} is read as the name of a person; {advice}",
                None if whole or _SLASH.search(name) else _braced(places, name, start),
            )


def _inverted(places: ValuePlaces, name: str, start: int, natural: str) -> Finding:
    """Return the finding for an organization that is written as "Family, Given"."""
    message = (
        f"{shown(name)} is an organization that is written like a person; "
        f"write {shown('{' + natural + '}')}"
    )
    edit = places.edit(start, start + len(name), f"{{{natural}}}")
    fix = Fix((edit,), Safety.UNSAFE, "write the organization in braces") if edit else None
    return Finding(places.span(start, start + len(name)), message, fix)


def _whole(names: list[str], at: int) -> str:
    """Return the name with the name next to it, which an "and" in the name may have separated."""
    if at > 0 and (
        _LONE.fullmatch(names[at - 1])
        or (not _TEAM.search(names[at]) and _may_be_half(names[at - 1]))
    ):
        return f"{names[at - 1]} and {names[at]}"
    if at + 1 < len(names) and (
        _LONE.fullmatch(names[at + 1]) or (_OF.search(names[at]) and _may_be_half(names[at + 1]))
    ):
        return f"{names[at]} and {names[at + 1]}"
    return ""


def _may_be_half(name: str) -> bool:
    """Whether a name of several words may be the other half of an organization's: "Human Services"."""
    from refkit.lint.whole_names import is_person

    plain = name.partition(";")[0]
    return " " in plain and not (
        "," in plain or "{" in plain or "&" in plain or _is_body(plain) or is_person(plain)
    )


def _is_body(name: str) -> bool:
    lower = name.lower()
    words = lower.split()
    if ";" in name:
        return False  # several names, which another rule reports
    if "&" in name:
        return "{" not in name and is_firm(name)
    if "{" in name or "}" in name or "\\" in name or len(words) < 2 or _may_be_person(words):
        return False
    starts = words[0] in ADJECTIVES or (words[0] in CERTAIN_WORDS and words[0] not in FAMILY_NAMES)
    if not starts and CERTAIN_WORDS.isdisjoint(_WORD.findall(lower)) and not _has_phrase(lower):
        return False
    # "de" is part of people's names and of organizations whose first word is certain: "Ministerio de Sanidad".
    if not PARTICLES.isdisjoint(words) and not (starts and "," not in name):
        return False
    return _fits_with_comma(lower, name) and _NEVER.search(_DOTTED.sub("", name)) is None


def _fits_with_comma(lower: str, name: str) -> bool:
    """Whether there is no comma, or one before a legal form or between an institution and its department."""
    parts = lower.split(",")
    if len(parts) == 1:
        return True
    has_words = all(not CERTAIN_WORDS.isdisjoint(_WORD.findall(part)) for part in parts)
    form = name.rpartition(",")[2].strip().rstrip(".")
    return len(parts) == 2 and (has_words or form in COMPANY_FORMS)


def _has_phrase(name: str) -> bool:
    """Whether a name contains a phrase and more: "Human Rights" alone may be half of a name."""
    return name != "human rights" and _PHRASE.search(name) is not None


def _may_be_person(words: list[str]) -> bool:
    """Whether the last word may be a family name: "Ann Council", "Ana María Rada"."""
    if words[-1] not in FAMILY_NAMES or words[0] in CERTAIN_WORDS:
        return False
    return len(words) == 2 or words[0] in GIVEN_NAMES


def _braced(places: ValuePlaces, name: str, start: int) -> Fix | None:
    """Return the fix that puts braces around a name and a backslash before an ampersand in it."""
    if not places.edit(start, start + len(name), name):
        return None
    place = places.span(start, start + len(name))
    edits = [Edit(Span(place.start, place.start), "{"), Edit(Span(place.end, place.end), "}")]
    for bare in _BARE_AMPERSAND.finditer(name):
        edits.append(Edit(places.span(start + bare.start(), start + bare.end()), "\\&"))
    return Fix(tuple(edits), Safety.UNSAFE, "put braces around the organization")
