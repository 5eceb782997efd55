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

_MARK = lazy_pattern(r"\d(?!(?:st|nd|rd|th)\b)|[*†‡#^²³¹⁰-⁹]|(?<![ÂÃ])[§¶]|<sup>")
_ACCENT = lazy_pattern(r"\\(?:accent|char)\s*['\"]?\w+")  # TeX's own accents
_ORCID = lazy_pattern(rf"{patterns.ORCID}|(?i:orcid)")
_CONTACT = ("@", "://", "www.", "ï¿")  # which other rules report


@rule("NAM224", "digit-in-name", prose=False, cues=(ODD_NAMES,))
def digit_in_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report names with characters that names of persons do not have."""
    for person in unusual_people(item):
        if not person.is_plain and _has_mark(person):
            yield Finding(
                name_place(item, person.variable, person.index),
                f"{shown(person.text)} in `{person.variable}` contains a digit or a footnote mark; remove it, "
                "or put braces around the name of an organization",
            )


def _has_mark(person: Person) -> bool:
    """Whether a name contains a mark; a digit in a single word, such as the name of an organization, is allowed."""
    text = _ACCENT.sub("", person.text)
    found = _MARK.search(text)
    if found is None or any(part in text for part in _CONTACT):
        return False
    if found[0].isascii() and found[0].isdigit() and " " not in text and not text.isdigit():
        return False
    return not has_organization_word(text) and not _ORCID.search(text)
