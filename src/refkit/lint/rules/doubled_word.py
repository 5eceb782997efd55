"""A title or a venue contains the same short word twice in a row.

"Theory of of Cryptography" is a typing error, which styles print.

Example:

    @article{reed2015,
      author = {Reed, Max},
      title = {The Ecology of of Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Use instead:

    @article{reed2015,
      author = {Reed, Max},
      title = {The Ecology of Salt Marshes},
      journal = {Coastal Botany},
      year = {2015},
    }

Fix: unsafe: the second word is removed.
Source: common practice. Only articles, prepositions and conjunctions are compared, because other words can be repeated:
"had had", "that that", "in in vivo", and German "die die".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.lint.places import Mark, findings_at
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

FIELDS = ("title", "subtitle", "booktitle", "booksubtitle", "journal", "journaltitle", "maintitle")
# English; German; French; Spanish; Italian; Dutch; Swedish, Danish and Norwegian; Russian and Ukrainian
WORDS = (
    "of", "the", "and", "an", "with", "from", "or",
    "und", "für", "mit", "von", "zur", "zum",
    "et", "les", "dans", "pour", "avec",
    "los", "las", "del", "para", "con",
    "della", "delle", "degli", "dei",
    "het", "een", "voor",
    "och", "og", "til", "för",
    "из", "для", "на", "от", "та",
)  # fmt: skip


def _twice(word: str) -> str:
    return rf"[{word[0].upper()}{word[0]}]{word[1:]}\s+{word}(?![\w’-])"


_DOUBLED = lazy_pattern(rf"(?<![\w\\-])(?:{'|'.join(map(_twice, WORDS))})")
CUES = tuple(f"{word} {word}" for word in WORDS)


@rule("TTL234", "doubled-word", severity="warning", fields=FIELDS, cues=CUES)
def doubled_word(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report a short word that follows itself in lower case."""
    marks = (_mark(match, field.name) for match in _DOUBLED.finditer(field.value))
    yield from findings_at(field, entry, marks, "remove the second word")


def _mark(match: re.Match[str], name: str) -> Mark:
    first = match[0].split()[0]
    message = f"`{match[0]}` in `{name}` is the same word twice; write `{first}`"
    return Mark(*match.span(), message, first)
