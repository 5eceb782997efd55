""" "et al." is written as a name.

In BibTeX, `and others` means the rest of the names, and styles turn it into "et al." in the language of the
document. "et al." itself is read as a person called Al.

Example:

    @article{smith2015,
      author = {Holm, Ingrid et al.},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and others},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: unsafe: "et al." at the end becomes `and others`, which styles print as "et al.".
Source: the BibTeX manual (btxdoc, 1988), 4 item 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.data.words.roles import AND_OTHERS, OTHERS_HINTS
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, all_names
from refkit.lint.persons import masked
from refkit.lint.places import name_place, part_span
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_PEOPLE = (
    r"(?:(?:and|&|with)\s+)(?:(?:his|her|their|the)\s+)?(?:co-?workers|colleagues|collaborators|co-?authors|associates|team"
    r"|(?:\d+\s+|many\s+|several\s+)?other\s+authors|(?:\d+|many|several)\s+(?:others|more))"
)
_WORDS = rf"{_PEOPLE}|{AND_OTHERS}|et\s+collab\.?|\.{{3}}|…|\\l?dots(?:\{{\}})?"
# At the end of a name; "U. A." are initials.
_ET_AL = lazy_pattern(
    rf"(?<![\w.])(?!(?:[Aa]nd\s+)?[Oo]thers)(?!U)(?i:{_WORDS})(?=[\s,;.}}]*(?:$|\band\b))|(?<!\w)(?i:et\.?\s+al\b\.?)|(?<=and\s)\{{+others\}}+(?=\s*$)|(?<=,)\s+others(?=\s*$)"
)
_ET_AL_NAME = lazy_pattern(rf"(?i)(?:.*[\s,])?(?:et\.?\s+al\b\.?|{_PEOPLE})")
_LAST = lazy_pattern(rf"(?i)(?:[,\s]+(?:and\s+)?(?:{_WORDS}))+[\s,]*$")
_OTHERS_INSIDE = lazy_pattern(r"\band (Others\b|others(?=\s+and\b))")


@rule("NAM223", "et-al", prose=False, cues=(ODD_NAMES,))
def et_al(item: Item, context: Context) -> Iterator[Finding]:
    """Report the words "et al.", and `and others` before the end."""
    variables = {person.variable for person in all_names(item) if _may_mean_others(person)}
    for variable in variables:
        field, entry = item.source_field(variable), item.entry
        if field is None or entry is None or entry.source.format not in TEX_FORMATS:
            yield from _in_names(item, variable)
        else:
            yield from _in_field(field, entry)


def contains_et_al(text: str) -> bool:
    """Whether a name is, or contains, "et al." in a form that this rule reports in a .bib file."""
    return _ET_AL.search(text) is not None


def _may_mean_others(person: Person) -> bool:
    """Whether a name may be that of "et al.", or may contain it."""
    if not OTHERS_HINTS.isdisjoint(person.words):
        return True
    return any(mark in person.text for mark in ("…", "...", "et al"))


def _in_names(item: Item, variable: str) -> Iterator[Finding]:
    for index, name in enumerate(item.names[variable]):
        text = str(name)
        if not name.others and _ET_AL_NAME.fullmatch(text):
            yield Finding(
                name_place(item, variable, index),
                f"{shown(text)} in `{variable}` is read as a name; mark the list as shortened",
            )


def _in_field(field: Field, entry: Entry) -> Iterator[Finding]:
    if match := _ET_AL.search(field.value):
        yield Finding(
            part_span(field, entry, *match.span()),
            f"`{match[0]}` in `{field.name}` is read as a name; write `and others`",
            _fix(field, entry, match),
        )
    elif match := _OTHERS_INSIDE.search(masked(field.value)):
        yield Finding(
            part_span(field, entry, *match.span(1)),
            f"`others` in `{field.name}` is read as a name; write `and others` at the end",
        )


def _fix(field: Field, entry: Entry, found: re.Match[str]) -> Fix | None:
    last = _LAST.search(field.value)
    raw = entry.source.slice(field.value_span)
    if (
        last is None
        or last.end() < found.end()
        or raw[1:-1] != field.value
        or last.start() > found.start()
        or _OTHERS_INSIDE.search(
            field.value
        )  # the rest of the names is lost with or without the fix
    ):
        return None
    text = raw[0] + field.value[: last.start()] + " and others" + raw[-1]
    return Fix((Edit(field.value_span, text),), Safety.UNSAFE, "write `and others`")
