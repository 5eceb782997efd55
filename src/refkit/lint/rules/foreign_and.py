"""The names are separated by a foreign word or a mark instead of `and`.

BibTeX splits names only at the English word `and`. With `und`, `et` or `/`, two people become one name, which
styles sort and abbreviate as such. An organization whose name contains such a word needs braces.

Example:

    @book{brandt2015,
      author = {Brandt, Ilse und Okafor, Tom},
      title = {Gezeiten},
      publisher = {Harbour Press},
      year = {2015},
    }

Use instead:

    @book{brandt2015,
      author = {Brandt, Ilse and Okafor, Tom},
      title = {Gezeiten},
      publisher = {Harbour Press},
      year = {2015},
    }

Fix: unsafe: `and` replaces the word if there are people on both sides; the output changes as intended.
Source: the BibTeX manual (btxdoc, 1988), 4 item 10. Styles write `and` in the language of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import DOUBTFUL_AND, FOREIGN_AND, has_organization_word
from refkit.lint.persons import masked
from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.model.names import split_names
from refkit.patterns import lazy_pattern

# Noble particles after such a word: "von und zu", "van en tot".
_NOBLE = r"(?!(?-i:(?:(?<=\b[Vv]o[nm] und )|(?<=\b[Vv]on u\. ))(?:zu[mr]?|auf)|(?<=\b[Vv]an en )(?:tot|te[nr]?))\b)"
_SEPARATOR = lazy_pattern(
    rf"(?i)\s+(?P<strong>{FOREIGN_AND})\s+(?!al\b|alii\b|coll\b|andere|autres|др\.|a\.){_NOBLE}|\s+(?P<weak>{DOUBTFUL_AND})\s+(?!otros|outros|altri|anderen){_NOBLE}"
    r"|\s+(?P<mark>[/+|–—-]|//|\\textbar)\s+|\s*(?P<bullet>[•、，；＆])\s*|(?P<slash>(?<=[\w.])/(?=\w))"
)
# Every separator is one of these words or contains one of these marks.
_WORDS = frozenset((*FOREIGN_AND.split("|"), *DOUBTFUL_AND.replace("\\", "").split("|"), "-"))
_MARKS = ("/", "+", "|", "–", "—", "•", "、", "，", "；", "＆", "textbar")


@rule(
    "NAM240",
    "foreign-and",
    fields=("author", "editor", "translator", "bookauthor"),
    prose=False,
    cues=(ODD_NAMES,),
)
def foreign_and(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report other separators with a name on both sides."""
    value = field.value
    if _WORDS.isdisjoint(value.lower().split()) and not any(map(value.__contains__, _MARKS)):
        return
    marks = [
        mark for name, start in split_names(field.value) for mark in _marks(name, start, field)
    ]
    yield from findings_at(field, entry, marks, "write `and`")


def _marks(name: str, start: int, field: Field) -> Iterator[Mark]:
    """Yield the separators in a name, unless it is the name of an organization."""
    text = masked(name, "{([", "})]")
    separators = list(_SEPARATOR.finditer(text))
    if not separators or has_organization_word(text):
        return
    starts = [0, *(found.end() for found in separators)]
    ends = [*(found.start() for found in separators), len(text)]
    parts = [name[one:two].strip() for one, two in zip(starts, ends, strict=True)]
    certain = all(map(_is_person, parts))
    for found, left, right in zip(separators, parts, parts[1:], strict=False):
        if certain or (left and right and _separates(found, left, right)):
            message = (
                f"`{found[0].strip()}` separates names in `{field.name}`, but BibTeX requires `and`; write `and` "
                f"between people, or put braces around {shown(name)} if that is one name"
            )
            yield Mark(
                start + found.start(), start + found.end(), message, " and " if certain else None
            )


def _separates(found: re.Match[str], left: str, right: str) -> bool:
    """Whether a separator has two names on its sides: the strong ones always, the others only between people."""
    if found["strong"] or found["bullet"]:
        return not left.islower() and not right.startswith(".")
    # "Ruiz García y Sáenz, José" is one person.
    return _is_person(left) and _is_name(right) and ("," in left or "," not in right)


def _is_name(part: str) -> bool:
    """Whether a part consists of two or three words with capital letters, or is a whole person."""
    words = part.replace(",", " ").split()
    return _is_person(part) or (len(words) in (2, 3) and all(word[0].isupper() for word in words))


def _is_person(part: str) -> bool:
    from refkit.lint.whole_names import is_person

    return is_person(part)
