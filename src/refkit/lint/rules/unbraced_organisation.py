"""An organization is read as a person's name because it has no braces.

BibTeX reads `World Health Organization` as a person called W. H. Organization, and prints and sorts the name
accordingly. Braces keep the name together.

Example:

    @techreport{who2019,
      author = {World Health Organization},
    }

Use instead:

    @techreport{who2019,
      author = {{World Health Organization}},
    }

Fix: unsafe: braces are put around the name, which corrects the output.
Source: BibTeXing (btxdoc, 1988), section 4, on names of organizations; biblatex manual, 2.3.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import shown
from refkit.lint.places import value_places
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.names import split_names
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

# Words that occur in the names of organizations and are not common surnames.
_BODY = lazy_pattern(
    r"(?i)\b(?:organi[sz]ations?|universit(?:y|ies|é|ät|à|at)|universidad|università|institut(?:e|es|ion|o)?"
    r"|ministry|ministère|ministerio|committee|commission|consortium|collaboration|association|federation"
    r"|corporation|laborator(?:y|ies)|department|agency|authority|bureau|foundation|secretariat"
    r"|task force|working group|research group|study group|society|academy|council|government"
    r"|united nations|european union|world bank|inc\.?|ltd\.?|gmbh|llc|nations|hospital|museum|library"
    r"|(?:bank|college|court|office|school) of|core team|monetary fund|human rights|cent(?:er|re)s? for)\b"
)
# Every name that `_BODY` matches contains one of these words.
_MARKS = frozenset(
    """organization organizations organisation organisations university universities université universität
    università universitat universidad institut institute institutes institution instituto ministry ministère
    ministerio committee commission consortium collaboration association federation corporation laboratory
    laboratories department agency authority bureau foundation secretariat force group society academy council
    government nations union bank inc inc. ltd ltd. gmbh llc hospital museum library
    college court office school team fund rights center centers centre centres""".split()
)
# Two words, the second of which is one of these, may be a person.
_SURNAMES = frozenset(
    "academy bureau council force group hospital library museum society union".split()
)
# A single word that is not an abbreviation: "Food and Agriculture Organization", "Ministry of Health and Welfare".
_LONE = lazy_pattern(r"[A-Z][a-z]+")
# These have full stops and are not initials.
_DOTTED = lazy_pattern(r"(?i)\b(?:inc|ltd|u\.s|u\.k)\.")
# Surnames and given names that look like the words above.
_NEVER = lazy_pattern(r"(?i)\b(?:jr|sr|von|van|de|der|del|la)\b|\.(?:\s|-|$)")


@rule("NAM101", "unbraced-organisation", fields=("author", "editor"), prose=False)
def check(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report names of about three words that belong to organizations and not to persons."""
    if _MARKS.isdisjoint(field.value.lower().split()):
        return
    found = split_names(field.value)
    names = [name for name, _ in found]
    places = value_places(field, entry)
    for at, (name, start) in enumerate(found):
        if _is_body(name):
            whole = _whole(names, at)
            advice = f"put braces around it: {shown('{' + name + '}')}"
            if whole:
                advice = (
                    f"put braces around {shown(whole)} if that is one name, or around this part"
                )
            span = places.span(start, start + len(name))
            yield Finding(
                span,
                f"{shown(name)} is read as a person's first and last name; {advice}",
                None if whole or not places.edit(start, start + len(name), name) else _braced(span),
            )


def _whole(names: list[str], at: int) -> str:
    """Return the name with the single word next to it, which an "and" in the name may have separated."""
    if at > 0 and _LONE.fullmatch(names[at - 1]):
        return f"{names[at - 1]} and {names[at]}"
    if at + 1 < len(names) and _LONE.fullmatch(names[at + 1]):
        return f"{names[at]} and {names[at + 1]}"
    return ""


def _is_body(name: str) -> bool:
    words = name.lower().split()
    if "{" in name or "}" in name or "\\" in name or len(words) < 2 or _BODY.search(name) is None:
        return False
    if len(words) == 2 and words[1] in _SURNAMES:
        return False
    return "," not in name and _NEVER.search(_DOTTED.sub("", name)) is None


def _braced(place: Span) -> Fix:
    edits = (Edit(Span(place.start, place.start), "{"), Edit(Span(place.end, place.end), "}"))
    return Fix(edits, Safety.UNSAFE, "put braces around the organization")
