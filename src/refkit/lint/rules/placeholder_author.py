"""The author is a placeholder.

"Firstname Lastname", "John Doe and Jane Doe" and "Author A" replace unknown names. Verify that the work exists.

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

from refkit.data.placeholders import (
    EXAMPLE_NAMES,
    PLACEHOLDER_HINTS,
    PLACEHOLDER_NAME,
    REQUESTED_VALUE,
)
from refkit.lint.cues import LIKE_EXAMPLES, ODD_NAMES
from refkit.lint.facts import shown
from refkit.lint.item_facts import is_tex
from refkit.lint.odd_names import written_list
from refkit.lint.places import name_place
from refkit.lint.rule import Context, Finding, Verdict, rule
from refkit.model.item import Item
from refkit.patterns import lazy_pattern

_NOBODY = lazy_pattern(PLACEHOLDER_NAME)
_REQUESTED = lazy_pattern(rf"\[\s*{REQUESTED_VALUE}\s*\]|<\s*{REQUESTED_VALUE}\s*>")
_MARKS = ("[", "<", "\\", "author", "xxx")  # of placeholders; commands of TeX can be any word
_NO_BRACKETS = str.maketrans("", "", "[]<>")


@rule(
    "SIG220",
    "placeholder-author",
    verdict=Verdict.SIGNAL,
    variables=("author", "editor"),
    cues=(ODD_NAMES, LIKE_EXAMPLES),
)
def placeholder_author(item: Item, context: Context) -> Iterator[Finding]:
    """Compare every name with known placeholders, and pairs of names with the usual examples."""
    for variable in ("author", "editor"):
        if variable not in item.names or not _may_have_placeholder(item, variable):
            continue
        names = [str(name).lower() for name in item.names[variable]]
        index = _first_placeholder(names)
        if index is not None:
            name = item.names[variable][index]
            yield Finding(
                name_place(item, variable, index),
                f"{shown(str(name))} in `{variable}` looks like a placeholder; verify it",
            )


def _may_have_placeholder(item: Item, variable: str) -> bool:
    """Whether the names as written contain a hint, or the file does not write them as one list."""
    if not is_tex(item):
        return True
    written = written_list(item, variable).lower().replace("{", "").replace("}", "")
    words = written.replace(",", " ").replace("~", " ").split()
    return not PLACEHOLDER_HINTS.isdisjoint(words) or any(map(written.__contains__, _MARKS))


def _first_placeholder(names: list[str]) -> int | None:
    """Return the index of the first placeholder, or of the first of two names that are used in examples."""
    examples: list[int] = []
    for index, written in enumerate(names):
        name = " ".join(written.translate(_NO_BRACKETS).split())
        is_bracketed = "[" in written or "<" in written
        if not (is_bracketed or "author" in name or "xxx" in name or _has_hint(name)):
            continue
        if _NOBODY.fullmatch(name) or (is_bracketed and _REQUESTED.fullmatch(written)):
            return index
        if name in EXAMPLE_NAMES:
            examples.append(index)
    return examples[0] if len(examples) > 1 else None


def _has_hint(name: str) -> bool:
    return not PLACEHOLDER_HINTS.isdisjoint(name.split())
