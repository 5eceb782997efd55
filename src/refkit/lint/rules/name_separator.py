"""The names are separated by something other than `and`.

BibTeX splits names only at the word `and`. With `;` or `&`, all authors become one person, who is sorted,
abbreviated and counted as one. An `&` may also be part of the name of a company, such as `Johnson & Johnson`,
which needs braces.

Example:

    @article{smith2015,
      author = {Holm, Ingrid; Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{smith2015,
      author = {Holm, Ingrid and Berg, Olav},
      title = {Sand Ripples},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: unsafe: `;` and `&` become `and` if there are people on both sides; the output changes as intended.
Source: the BibTeX manual (btxdoc, 1988), 4 item 10.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.firms import is_firm
from refkit.lint.persons import masked
from refkit.lint.places import part_span
from refkit.lint.rule import Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.source import Span
from refkit.patterns import lazy_pattern

_SEPARATOR = lazy_pattern(r"\s*(?:;\s*(?:and\b\s*|\\?&\s*)?|,?\s*\\?&)\s*")
_AND = lazy_pattern(r"(?i)\s+and\s+")


@rule(
    "NAM220",
    "name-separator",
    fields=("author", "editor", "translator", "bookauthor"),
    prose=False,
    cues=(ODD_NAMES,),
)
def name_separator(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report `;` and `&` outside braces and parentheses."""
    if ";" not in field.value and "&" not in field.value:
        return
    text = masked(field.value, "{([", "})]")
    # Another rule reports HTML entities (`&uuml;`, `&#228;`).
    if re.search(r"&#?\w+;", text):
        return
    marks = list(_marks(text))
    if not marks:
        return
    mark = marks[0][0].strip()
    start = marks[0].end() - len(marks[0][0].lstrip())
    fix = _fix(field, entry, marks) if _between_people(text, marks) else None
    advice = "write `and`"
    if fix is None and "&" in mark:
        advice = (
            f"write `and` between people, or put braces around {shown(_name_at(field.value, text, marks[0]))} "
            "if that is one name"
        )
    yield Finding(
        part_span(field, entry, start, start + len(mark)),
        f"`{mark}` separates names in `{field.name}`, but BibTeX requires `and`; {advice}",
        fix,
    )


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield the separators with a name before and after them, without the `&` of companies."""
    name_of, firms = _names_at(text), dict[Span, bool]()
    for match in _SEPARATOR.finditer(text):
        inside = match.start() > 0 and match.end() < len(text)
        if inside and (";" in match[0] or not _is_firm_at(text, name_of(match), firms)):
            yield match


def _is_firm_at(text: str, name: Span, firms: dict[Span, bool]) -> bool:
    """Whether a name is a company; `firms` contains the answers for names with several separators."""
    if name not in firms:
        firms[name] = is_firm(text[name.start : name.end].strip())
    return firms[name]


def _name_at(value: str, text: str, mark: re.Match[str]) -> str:
    """Return the name that BibTeX reads at a separator; `text` is the masked value."""
    name = _names_at(text)(mark)
    return value[name.start : name.end].strip()


def _names_at(text: str) -> Callable[[re.Match[str]], Span]:
    """Return a function that returns the span of the name at a separator, between the nearest `and`s."""
    ands = [found.span() for found in _AND.finditer(text)]
    starts, ends = [0, *(end for _, end in ands)], [*(start for start, _ in ands), len(text)]

    def name_of(mark: re.Match[str]) -> Span:
        start = starts[bisect_right(starts, mark.start()) - 1]
        return Span(start, ends[bisect_left(ends, mark.end())])

    return name_of


def _between_people(text: str, marks: list[re.Match[str]]) -> bool:
    """Whether each part next to a separator is certainly a person or a list of people."""
    from refkit.lint.whole_names import is_certain

    parts: set[str] = set()
    ends = [0, *(match.end() for match in marks)]
    starts = [*(match.start() for match in marks), len(text)]
    for number, (start, end) in enumerate(zip(ends, starts, strict=True)):
        names = _AND.split(text[start:end])
        parts |= {names[0]} if number else set()
        parts |= {names[-1]} if number < len(marks) else set()
    return all(map(is_certain, parts))


def _fix(field: Field, entry: Entry, marks: list[re.Match[str]]) -> Fix | None:
    """Return the edits of the separators, if the value is the same text in the file."""
    raw = entry.source.slice(field.value_span)
    if raw[1:-1] != field.value:
        return None
    start = field.value_span.start + 1
    edits = tuple(
        Edit(Span(start + match.start(), start + match.end()), " and ") for match in marks
    )
    return Fix(edits, Safety.UNSAFE, "write `and` between the names")
