"""A name contains an e-mail address, a link or an ORCID iD.

They are copied from title pages and web pages. Styles print them as part of the name.

Example:

    @article{brandt2015,
      author = {Ilse Brandt and Tom Okafor (tom@tides.example.org)},
      title = {Harbour Tides},
      journal = {Marine Policy},
      year = {2015},
    }

Use instead:

    @article{brandt2015,
      author = {Ilse Brandt and Tom Okafor},
      title = {Harbour Tides},
      journal = {Marine Policy},
      year = {2015},
    }

Fix: none, because the rest of the name must be checked, too.
Source: common practice. BibLaTeX keeps ORCID iDs in annotations (manual, 3.7).
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.cues import ODD_NAMES
from refkit.lint.people import all_names
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, rule
from refkit.model.identifiers import patterns
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_EMAIL = r"(?<![\w.+-])[\w.+-]++(?:@|\s?\[at\]\s?|\s?\(at\)\s?)[\w-]+(?:\.[\w-]+)+"
_LINK = r"(?:https?|ftp)://\S+|mailto:\S*|www\.[\w-]+\.\S+"
_ORCID = rf"(?:(?i:orcid)\b\W*)?\b{patterns.ORCID}\b|(?i:\borcid\b)"
_CONTACT = lazy_pattern(f"{_EMAIL}|{_LINK}|{_ORCID}")

_HINTS = ("@", "-", ":", "www.", "(at)", "[at]", "orcid", "ORCID", "Orcid")


@rule("NAM232", "contact-in-name", prose=False, cues=(ODD_NAMES,))
def contact_in_name(item: Item, context: Context) -> Iterator[Finding]:
    """Report addresses and ORCID iDs in names, also of organizations."""
    for person in all_names(item):
        text = person.text
        if (person.is_plain and "www." not in text) or not any(map(text.__contains__, _HINTS)):
            continue
        match = _CONTACT.search(text)
        # A site may have its address as its name: {www.gov.uk}.
        if match and (match[0] != person.name.literal or "@" in text or "://" in text):
            yield Finding(
                name_place(item, person.variable, person.index),
                f"`{match[0]}` in `{person.variable}` is not part of the name; remove it",
            )
