"""The value is not one of those that the field allows.

`gender`, `pagination` and `pubstate` are keywords in BibLaTeX. Other words are ignored or printed unchanged.

Example:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      date = {2015},
      pagination = {pages},
    }

Use instead:

    @book{rook2015,
      author = {Rook, Tom},
      title = {The Commons},
      publisher = {Thames},
      date = {2015},
      pagination = {page},
    }

Fix: none, because the file does not show which word is meant.
Source: the biblatex manual, 2.2.3 and 4.9.2; biber's data model (blx-dm.def), constraints.
"""

from __future__ import annotations

from collections.abc import Iterator

from refkit.lint.facts import near_word, shown
from refkit.lint.rule import Context, Finding, rule
from refkit.model.entry import Entry, Field

WORDS: dict[str, frozenset[str]] = {
    "gender": frozenset("sf sm sn pf pm pn pp".split()),
    "pagination": frozenset("page column line verse section paragraph none".split()),
    "bookpagination": frozenset("page column line verse section paragraph none".split()),
}


@rule("FLD226", "word-of-list", fields=("gender", "pagination", "bookpagination"))
def word_of_list(field: Field, entry: Entry, context: Context) -> Iterator[Finding]:
    """Report values that are not in the list of the field."""
    known = WORDS[field.name]
    if not field.value or field.value in known:
        return
    meant = near_word(field.value, known)
    advice = (
        f"did you mean `{meant}`?"
        if meant
        else "write one of " + ", ".join(f"`{w}`" for w in sorted(known))
    )
    yield Finding(field.value_span, f"{shown(field.value)} is not a valid {field.name}; {advice}")
