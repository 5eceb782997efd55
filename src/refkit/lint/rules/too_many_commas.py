"""A name has too many commas.

A name has the form "First von Last", "von Last, First" or "von Last, Jr, First". More commas, and a middle
part that is not a suffix, mean that commas separate several people; BibTeX reads them as one.

Example:

    @article{smith2015,
      author = {Holm, Ingrid, Berg, Olav, Dahl, Eva},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and Berg, Olav and Dahl, Eva},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the file does not show where one name ends. Only a comma at the end of "Last, First" is removed by
an unsafe fix.
Source: the BibTeX manual (btxdoc, 1988), 4 item 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.name_titles import DEGREE, DEGREE_OR_INITIALS
from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import has_organization_word, has_separator, is_suffix, role_at_end
from refkit.lint.persons import masked, place_of_name, written_names
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.names import is_extended, split_at_commas
from refkit.patterns import lazy_pattern

_TITLE = lazy_pattern(rf"{DEGREE}|{DEGREE_OR_INITIALS}")
_OTHERS = lazy_pattern(r"(?i)et\.?\s+al|and others|others|u\.\s?a\.|\.\.\.|…|etc")
# "A. Miller, B. Stone" and "Ann Miller, Bo Stone": two names of two words with one comma.
_PAIR = lazy_pattern(r"\s*[^\W\d_][\w.'’-]*\.?(?:\s+[^\W\d_][\w.'’-]*)+\s*")


@rule(
    "NAM222",
    "too-many-commas",
    fields=("author", "editor", "translator", "bookauthor"),
    prose=False,
    cues=(ODD_NAMES,),
)
def too_many_commas(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Count the commas of each name."""
    value = field.value
    if "," not in value or (value.count(",") < 2 and ", and " not in value):
        return
    names = written_names(value)
    marks = [_mark(field, at, name) for at, name in enumerate(names) if "," in name]
    if any(marks):
        yield from findings_at(field, entry, filter(None, marks), "remove the comma")


def _mark(field: Field, number: int, name: str) -> Mark | None:
    commas = name.count(",")
    if (commas == 1 and name[-1] != ",") or is_extended(name):
        return None
    parts = masked(name).split(",")
    if len(parts) < 2 or (len(parts) == 2 and parts[1].strip()):
        return None
    start, end = place_of_name(field.value, number)
    # "Ann Miller, Bo Stone, and Cy Field": a comma before the last `and`.
    if (
        len(parts) < 4
        and not parts[-1].strip()
        and not (len(parts) == 3 and _PAIR.fullmatch(parts[0]))
    ):
        problem = "ends in a comma, which BibTeX ignores with a warning; remove it"
        if field.value[start:end] == name.strip():
            return Mark(end - 1, end, f"{shown(name)} in `{field.name}` {problem}", "")
    elif len(parts) == 3:
        if not _is_misread(parts):
            return None
        problem = _problem_of_three(split_at_commas(name)[1].strip(), parts[2].strip())
    elif all(_TITLE.fullmatch(part.strip()) for part in parts[2:]):
        return None  # which another rule reports
    else:
        problem = f"has {len(parts) - 1} commas; write `and` between people"
    return Mark(start, end, f"{shown(name)} in `{field.name}` {problem}")


def _problem_of_three(middle: str, last: str) -> str:
    if not middle:
        return "has 2 commas next to each other; remove one"
    # BibTeX ignores a comma at the end, so the part before it is the given name.
    role = "like `Jr`" if last else "as the given name"
    return f"has 2 commas, so BibTeX reads {shown(middle)} {role}; write `and` between people"


def _is_misread(parts: list[str]) -> bool:
    """Whether three parts do not have the form "Last, Jr, First", and no other rule reports the third part."""
    _, middle, last = (part.strip() for part in parts)
    if is_suffix(middle) or is_suffix(last) or ";" in middle or "&" in middle:
        return False
    reported = (
        has_organization_word(f"{middle} {last}") or role_at_end(last) or _TITLE.fullmatch(last) or _OTHERS.match(last)
        or "@" in last or has_separator(middle)
    )  # fmt: skip
    return not reported
