"""A name contains a digit or a footnote mark.

Affiliation marks (`Smith1`, `Jones*`) are copied from the title page, and numbers of people with the same
name (`Wei Wang 0001`) from DBLP. Styles print both.

Example:

    @article{smith2015,
      author = {Holm1, Ingrid and Berg, Olav*},
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

Fix: none, because the mark may be part of the name of an organization.
Source: common practice; https://dblp.org/faq/1474704.html for people with the same name.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.people import Person, has_organization_word, unusual_people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_MARK = lazy_pattern(r"\d(?!(?:st|nd|rd|th)\b)|(?<=[^\W\d_])\d|[*†‡#^²³¹⁰-⁹]|(?<![ÂÃ])[§¶]|<sup>")
_ACCENT = lazy_pattern(r"\\(?:accent|char)\s*['\"]?\w+")  # TeX's own accents
_ORCID = lazy_pattern(rf"{patterns.ORCID}|(?i:orcid)")
# "0'Brien", "Sm1th": a digit that looks like a letter, in a word.
_FOR_LETTER = lazy_pattern(r"(?<=[^\W\d_])[015](?=[^\W\d_]{2})|(?<!\S)[01](?=['’]?[^\W\d_]{2})")
_LETTERS = {"0": "o", "1": "l", "5": "s"}
_CONTACT = ("@", "://", "www.", "ï¿")  # which other rules report


@rule("NAM224", "digit-in-name", prose=False, cues=(ODD_NAMES,))
def digit_in_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report names with characters that names of persons do not have."""
    for person in unusual_people(item):
        if not person.is_plain and _has_mark(person):
            yield Finding(
                name_place(item, person.variable, person.index),
                f"{shown(person.text)} in `{person.variable}` contains {_problem(person.text)}",
            )


def _problem(text: str) -> str:
    """Return what a name contains, and what to do."""
    if digit := _FOR_LETTER.search(text):
        letter = _LETTERS[digit[0]]
        capital = text[digit.start() - 1 : digit.start()].strip(" ") == ""
        return f"the digit `{digit[0]}` instead of the letter `{letter.upper() if capital else letter}`; correct it"
    return "a digit or a footnote mark; remove it, or put braces around the name of an organization"


def _has_mark(person: Person) -> bool:
    """Whether a name contains a mark; a digit in a single word, such as the name of an organization, is allowed."""
    text = _ACCENT.sub("", person.text)
    found = _MARK.search(text)
    if found is None or any(part in text for part in _CONTACT):
        return False
    if found[0].isascii() and found[0].isdigit() and " " not in text and not text.isdigit():
        return False
    return not has_organization_word(text) and not _ORCID.search(text)
