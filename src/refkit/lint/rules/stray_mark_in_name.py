r"""A name contains a stray mark.

An unpaired bracket or quotation mark, or a mark at the end of a name, is left over from another
reference list. A question mark inside a word replaces a letter that a program could not convert (`M?ller`).
Styles print both, and the text of a footnote (`\thanks{...}`) that was copied from the title page of a paper.

Example:

    @article{holm2015,
      author = {Holm, Ingrid. and Berg, Olav;},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{holm2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because text may be missing next to the mark.
Source: common practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.words.organizations import ABBREVIATIONS
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.item_facts import is_tex
from refkit.lint.people import Person, has_organization_word, is_suffix, unusual_people
from refkit.lint.places import Mark, findings_at, name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Field
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_ENDS = lazy_pattern(r"[;:!?/=+|<>_~]$|[,–—-]$|^[;:,.!?/=+|<>_)\]»”]|^[-–—](?=\s)")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ("<", ">"))
_ABBREVIATIONS = frozenset(
    """alex benj chas edw fred geo jas jno jos phil robt sam thos wm will theo matt dan chris nich ph th st""".split()
) | {word.lower() for word in ABBREVIATIONS}
_LOST = lazy_pattern(r"[^\W\d_]*\?[^\W\d_]+")  # "M?ller", "?kesson"
# Commands of title pages, with an argument of one level of braces.
_COMMAND = lazy_pattern(
    r"\\(?:thanks|footnote(?:mark)?|inst|affil|affiliation|institute|orcid(?:link|ID)?|email|corref|fnref|IEEEmembership"
    r"|IEEEauthorref\w*)\s*(?:\[[^\][{}]*\]\s*)?\{(?:[^{}]|\{[^{}]*\})*\}"
)
_AND = lazy_pattern(r"\\and(?![A-Za-z])")
_TAG = lazy_pattern(r"</?(?:[bi]|su[bp]|span)(?: [^<>]*)?>")
_STOP = lazy_pattern(r"(?:.*[\s-])?([^\W\d_]{4,})\.")


@rule("NAM236", "stray-mark-in-name", prose=False, cues=(ODD_NAMES,))
def stray_mark_in_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report unpaired marks, and marks and full stops at the ends of names."""
    yield from _commands(item)
    for person in unusual_people(item):
        lost = _LOST.search(person.text) if "?" in person.text else None
        mark = "" if lost else _mark(person)
        if lost:
            yield Finding(
                name_place(item, person.variable, person.index),
                f"a letter of `{lost[0]}` in {shown(person.text)} was lost; write it again",
            )
        if mark and not _is_et_al(person.text):
            yield Finding(
                name_place(item, person.variable, person.index),
                f"`{mark}` in {shown(person.text)} does not belong to the name; remove it",
            )


def _is_et_al(text: str) -> bool:
    """Whether a name is or contains "et al.", which another rule reports with its marks."""
    from refkit.lint.rules.et_al import contains_et_al

    return contains_et_al(text)


def _commands(item: Item) -> Iterator[Finding]:
    entry = item.entry
    if entry is None or not is_tex(item):
        return
    for variable in item.names:
        field = item.source_field(variable)
        if field is not None and "\\" in field.value:
            yield from findings_at(field, entry, _command_marks(field))


def _command_marks(field: Field) -> Iterator[Mark]:
    for match in _AND.finditer(field.value):
        yield Mark(
            *match.span(), f"`\\and` in `{field.name}` is a command of title pages; write `and`"
        )
    for match in _COMMAND.finditer(field.value):
        message = f"{shown(match[0])} in `{field.name}` does not belong to the name; remove it"
        yield Mark(*match.span(), message)


def _mark(person: Person) -> str:
    """Return the stray mark of a name, or an empty string."""
    name, text = person.name, person.text
    parts = [part for part in (name.given, name.family, name.suffix) if part]
    if person.is_plain:
        return "." if any(map(_has_stop_at_end, parts)) and _has_stop(person) else _hyphen(parts)
    if "<" in text:
        text, parts = _TAG.sub("", text), [_TAG.sub("", part) for part in parts]
    for opening, closing in _PAIRS:
        count = text.count(opening) - text.count(closing)
        if count:
            return opening if count > 0 else closing
    if text.count('"') % 2:
        return '"'
    if '"' in text and any(part.count('"') % 2 for part in parts):
        return '"'  # around the whole name: "Holm, Ingrid"
    for part in parts:
        if match := _ENDS.search(part):
            return match[0]
    return "." if _has_stop(person) else ""


def _hyphen(parts: list[str]) -> str:
    """Return a full stop or hyphen at the start of a part, or a hyphen at its end."""
    for part in parts:
        if part[0] in ".-" or part[-1] == "-":
            return part[0] if part[0] in ".-" else "-"
    return ""


def _has_stop_at_end(part: str) -> bool:
    """Whether a part ends in a full stop after four letters, which are not initials."""
    return part[-1] == "." and len(part) > 4 and part[-5:-1].isalpha()


def _has_stop(person: Person) -> bool:
    """Whether a word of four or more letters that is not an abbreviation ends in a full stop."""
    from refkit.data.given_names import GIVEN_NAMES

    name = person.name
    family, given = _STOP.fullmatch(name.family), _STOP.fullmatch(name.given)
    if given and given[1].lower() not in _ABBREVIATIONS:
        # "Berg, Anna." and "Berg. Anna", which lacks a comma
        is_family = given[1].istitle() and name.family.lower() in GIVEN_NAMES
        return is_family or given[1].lower() in GIVEN_NAMES
    return bool(
        family
        and name.given
        and family[1].lower() not in _ABBREVIATIONS
        and not is_suffix(family[1])
        and not has_organization_word(person.text)
    )
