"""Titles from BibTeX's habit of case to CSL's: title case in, sentence case out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from refkit.model.item import Item

BIBTEX = frozenset({"bibtex", "biblatex"})
TITLES = ("title", "title-short", "volume-title")
# Types whose container is a book: the names of journals and newspapers keep their capitals.
IN_BOOKS = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})

# Words of four letters or more that title case leaves small.
SMALL_WORDS = frozenset(
    """about above across after against along amid among around before behind below beneath beside
    between beyond down during from inside into like near onto outside over past since than that through
    throughout till toward towards under until upon versus when with within without""".split()
)

_PIECE = re.compile(r"(?P<protect><span class=\"nocase\">)|(?P<open><span[^<>]*>)|(?P<close></span>)|"
                    r"<[^<>\s]*>|(?P<end>[:?!.]\s+)|(?P<word>[^\W\d_](?:[\w’']*\w)?)")  # fmt: skip


def as_cited(item: Item) -> Item:
    """Return an item with its titles in sentence case, where its format has them in title case.

    BibTeX keeps titles in title case, and its styles make them small but for braces (`change.case$`,
    "t"); CSL's styles take sentence case and only raise (CSL 1.0.2, "Text-case"). English items read
    from BibTeX or BibLaTeX are changed, all others returned as they are.
    """
    if item.entry is None or item.entry.source.format not in BIBTEX:
        return item
    if item.language and not item.language.lower().startswith("en"):
        return item
    names = (*TITLES, "container-title") if item.type in IN_BOOKS else TITLES
    changed = {name: sentence_case(item.text[name]) for name in names if name in item.text}
    return replace(item, text={**item.text, **changed})


def sentence_case(title: str) -> str:
    """Return a title with small letters where title case has capitals; other titles as they are.

    Protected text (`<span class="nocase">`), words with capitals inside and the first words of title
    and subtitle keep their case.
    """
    words = list(_words(title))
    if not _is_title_case(word for at, word, leads in words if not leads):
        return title
    pieces = []
    done = 0
    for at, word, leads in words:
        if not leads and _is_raised(word):
            pieces += [title[done:at], word.lower()]
            done = at + len(word)
    return "".join(pieces) + title[done:]


def _words(title: str) -> Iterator[tuple[int, str, bool]]:
    """The words outside of protected text, each with its place and whether a sentence begins with it."""
    leads = True
    spans: list[bool] = []
    for piece in _PIECE.finditer(title):
        kind = piece.lastgroup
        if kind in ("protect", "open"):
            spans.append(kind == "protect")
        elif kind == "close" and spans:
            spans.pop()
        elif kind == "end":
            leads = True
        elif kind == "word":
            if not any(spans):
                yield piece.start(), piece.group(), leads
            leads = False


def _is_title_case(words: Iterator[str]) -> bool:
    told = [word for word in words if len(word) > 3 and word.lower() not in SMALL_WORDS]
    raised = sum(_is_raised(word) for word in told)
    small = sum(word.islower() for word in told)
    return raised > 3 * small or not told


def _is_raised(word: str) -> bool:
    """Whether a word is small but for its first letter; a letter by itself is a name, unless it is A."""
    return word[0].isupper() and (word[1:].islower() if len(word) > 1 else word == "A")
