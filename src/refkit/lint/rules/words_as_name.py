"""The author is a title or a sentence.

BibTeX reads the words as the name of a person. The wrong text is in the field, or the name of an organization
lacks braces.

Example:

    @article{holm2015,
      author = {Sand Ripples in the Desert},
      title = {Sand Ripples in the Desert},
      journal = {Desert Letters},
      year = {2015},
    }

Use instead:

    @article{holm2015,
      author = {Holm, Ingrid},
      title = {Sand Ripples in the Desert},
      journal = {Desert Letters},
      year = {2015},
    }

Fix: none, because the file does not contain the author.
Source: common practice. Names such as "William of Ockham" are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.given_names import GIVEN_NAMES
from refkit.lint.facts import shown
from refkit.lint.odd_names import has_odd_names, written_list
from refkit.lint.people import Person, has_organization_word, people
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.lint.rules.role_in_name import is_labeled
from refkit.model.item import Item

# Words in lower case that are in titles and sentences and not in names.
_WORDS = frozenset(
    """the of in for on at to is was were are be been by from not this that these its their which über für
    ist sind dans sur pour est sont para por sobre""".split()
)


_OTHERS = ("title", "container-title", "publisher")


@rule("NAM242", "words-as-name", prose=False)
def words_as_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report names with words of sentences, and the title, venue or publisher as a name."""
    texts = [text for name in _OTHERS if " " in (text := item.text.get(name, ""))]
    if not (has_odd_names(item) or _end_in_names(texts, item)):
        return
    others = {text.lower() for text in texts}
    for person in people(item):
        if " " in person.text and _is_text(person, others):
            yield Finding(
                name_place(item, person.variable, person.index),
                f"{shown(person.text)} in `{person.variable}` is read as the name of a person; correct it, "
                "or put braces around the name of an organization",
            )


def _end_in_names(texts: list[str], item: Item) -> bool:
    """Whether a text can be one of the ordinary names of an item: it is not longer, and they have its last word."""
    written = " ".join([written_list(item, variable) for variable in item.names]).lower()
    return any(
        len(text) <= len(written) and text.rpartition(" ")[2].lower() in written for text in texts
    )


def _is_text(person: Person, others: set[str]) -> bool:
    text = person.text
    if text.lower() in others:
        return not has_organization_word(text)
    if " on behalf of " in text:
        return not has_organization_word(text)
    words = text.split()
    if len(words) < 3 or _WORDS.isdisjoint(words) or any(map(str.isdigit, text)):
        return False
    if "in 't " in text or "in ’t " in text or "in den " in text or "in der " in text:
        return False
    name = person.name
    is_whole = not name.suffix and "," not in text and not is_labeled(text)
    return is_whole and words[0].lower() not in GIVEN_NAMES and not has_organization_word(text)
