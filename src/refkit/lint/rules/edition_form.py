"""The edition is not written in the form of the dialect.

BibTeX prints the field unchanged before the word "edition" and expects "Second". BibLaTeX expects only the
number and writes the ordinal in the language of the document; it prints other editions (`Rev. ed.`) unchanged.
Misspelled ordinals (`2st`, `Secnd`) are reported, too.

Example:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      edition = {2},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      year = {2015},
      edition = {Second},
    }

Fix: unsafe: an integer becomes the ordinal word in BibTeX files, and a misspelled ordinal is corrected; the output
changes.
Source: the BibTeX manual (btxdoc, 1988), 3.2 `edition`; the biblatex manual, 2.2.2 `edition`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.integers import read_int
from refkit.lint.facts import dialect
from refkit.lint.places import part_span
from refkit.lint.rule import TEX_FORMATS, Context, Edit, Finding, Fix, Safety, rule
from refkit.model.entry import Entry, Field
from refkit.model.misspelt_names import distance
from refkit.patterns import lazy_pattern

ORDINALS = (
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth",
    "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
)  # fmt: skip
_NUMERAL = lazy_pattern(r"(?i)(\d{1,3})(?:st|nd|rd|th)")
_NUMBER = lazy_pattern(r"(?i)(\d{1,3})\s?(?:st|nd|rd|th|ère|è?me|er?|[ªº])?")
_WORD = lazy_pattern(r"(?i)\b(?:ed(?:ition|n|\.)?|aufl(?:age|\.)?|édition)\.?(?=\W|$)")


@rule("PAG223", "edition-form", fields=("edition",), formats=tuple(TEX_FORMATS))
def edition_form(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report a bare number in BibTeX files, and the word "edition" in both dialects."""
    value = field.value.strip()
    if value.isdecimal():
        if dialect(context) != "biblatex":
            yield Finding(
                field.value_span,
                f"`edition` {value} is printed as `{value} edition`; use the ordinal, such as `Second`",
                _fix(field, value),
            )
    elif match := _WORD.search(field.value):
        advice = _advice(field.value, context)
        if advice:
            message = f"`{match[0]}` in `edition` is added by styles; {advice}"
            yield Finding(part_span(field, entry, *match.span()), message)
    elif ordinal := _intended_ordinal(value):
        message = f"the ordinal `{value}` in `edition` is misspelled; did you mean `{ordinal}`?"
        edit = Edit(field.value_span, f"{{{ordinal}}}")
        yield Finding(field.value_span, message, Fix((edit,), Safety.UNSAFE, f"write `{ordinal}`"))


def _advice(value: str, context: Context) -> str:
    """Return what to write for an edition with the word, or nothing if BibLaTeX prints it as it is."""
    if dialect(context) != "biblatex":
        return "keep only the ordinal or number"
    rest = _WORD.sub("", value).strip(" .~{}")
    if match := _NUMBER.fullmatch(rest):
        return f"write `{match[1]}`"
    word = rest.capitalize()
    return f"write `{ORDINALS.index(word) + 1}`" if word in ORDINALS else ""


def _intended_ordinal(value: str) -> str:
    """Return the ordinal that a value is a typo of: `2st` of `2nd`, and `Secnd` of `Second`, or an empty string."""
    if match := _NUMERAL.fullmatch(value):
        ordinal = match[1] + ordinal_suffix(read_int(match[1]))
        return ordinal if ordinal != value.lower() else ""
    word = value.capitalize()
    if word in ORDINALS or not value.isalpha() or not value.isascii():
        return ""
    return next((known for known in ORDINALS if distance(word, known) == 1), "")


def ordinal_suffix(number: int) -> str:
    """Return the letters after an English ordinal: `st`, `nd`, `rd` or `th`."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _fix(field: Field, value: str) -> Fix | None:
    if not 1 <= read_int(value) <= len(ORDINALS):
        return None
    word = ORDINALS[read_int(value) - 1]
    return Fix((Edit(field.value_span, f"{{{word}}}"),), Safety.UNSAFE, f"write `{word}`")
