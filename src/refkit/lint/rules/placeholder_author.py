"""The author is a placeholder.

"Firstname Lastname", "John Doe and Jane Doe" and "Author A" replace names that were unknown. Verify the work.

Example:

    @article{doe2022,
      author = {Jane Doe and Author Two},
      title = {Learning to Sail},
      journal = {Nautical Studies},
      year = {2022},
    }

Use instead:

    @article{drake2022,
      author = {Drake, Fran},
      title = {Learning to Sail},
      journal = {Nautical Studies},
      year = {2022},
    }

Fix: none, because refkit does not know the right authors.
Source: common practice; the words are in `refkit/data/placeholders.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.data.placeholders import EXAMPLE_NAMES, PLACEHOLDER_NAME, REQUESTED_VALUE
from refkit.lint.facts import shown
from refkit.lint.persons import written_names
from refkit.lint.places import name_span
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.entry import Entry, Field
from refkit.patterns import lazy_pattern

_NOBODY = lazy_pattern(PLACEHOLDER_NAME)
_REQUESTED = lazy_pattern(rf"(?i)\{{*(?:\[\s*{REQUESTED_VALUE}\s*\]|<\s*{REQUESTED_VALUE}\s*>)\}}*")
# Every name above contains one of these words; this test is cheaper than the comparison.
_HINTS = frozenset(
    "name names firstname lastname givenname forename surname author authors doe bloggs smith jones johnson roe public "
    "mustermann dupont perez bob foo bar ipsum lorem tbd tba todo n/a na null none nan undefined placeholder ? ?? ??? "
    "determined added confirmed here".split()
)
_NO_BRACKETS = str.maketrans("", "", "{}[]<>")
_MARKS = str.maketrans("{},;~[]<>", "         ")


@rule(
    "SIG220",
    "placeholder-author",
    severity="error",
    verdict=Verdict.SIGNAL,
    fields=("author", "editor"),
)
def placeholder_author(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Compare every name with known placeholders, and pairs of names with the usual examples."""
    text = field.value.lower().translate(_MARKS)
    is_bracketed = "[" in field.value or "<" in field.value
    if _HINTS.isdisjoint(text.split()) and not any((is_bracketed, "author" in text, "xxx" in text)):
        return
    names = written_names(field.value)
    nobody = [
        at
        for at, name in enumerate(names)
        if _NOBODY.fullmatch(_plain(name)) or _REQUESTED.fullmatch(name)
    ]
    examples = [at for at, name in enumerate(names) if _plain(name) in EXAMPLE_NAMES]
    if nobody or len(examples) > 1:
        first = (nobody or examples)[0]
        yield Finding(
            name_span(field, entry, first),
            f"{shown(names[first])} in `{field.name}` looks like a placeholder; verify it",
        )


def _plain(name: str) -> str:
    """Return a name as "given family" in lower case without braces."""
    family, comma, given = name.translate(_NO_BRACKETS).partition(",")
    turned = f"{given.strip()} {family.strip()}" if comma else family
    return " ".join(turned.lower().split())
