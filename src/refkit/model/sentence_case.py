"""Titles from BibTeX's habit of case to CSL's: title case in, sentence case out."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from refkit.model.item import Item
from refkit.model.proper_names import names_in
from refkit.patterns import lazy_pattern

BIBTEX = frozenset({"bibtex", "biblatex"})
TITLES = ("title", "title-short", "volume-title")
NOCASE, END = '<span class="nocase">', "</span>"
# Types whose container is a book: the names of journals and newspapers keep their capitals.
IN_BOOKS = frozenset(
    {"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"}
)

# Words that title case may leave small, so that they tell nothing.
SMALL_WORDS = frozenset(
    """a all an and are as at be but by can do ed for has have how if in is it its la le my no nor not of
    off on or our out own per so the to up us via vol vs was we who yet you your
    about above across after against along amid among around before behind below beneath beside
    between beyond down during from inside into like near onto outside over past since than that through
    throughout till toward towards under until upon versus when with within without""".split()
)

_PIECE = lazy_pattern(r"(?P<protect><span class=\"nocase\">)|(?P<open><span[^<>]*>)|(?P<close></span>)|"
                    r"<[^<>\s]*>|(?P<end>[:?!.]\s+)|(?P<word>[^\W\d_](?:[\w’']*\w)?)")  # fmt: skip


def in_sentence_case(item: Item) -> Item:
    """Return an item with its titles in sentence case, if it is an English one.

    BibTeX keeps titles in title case, and its styles make them small but for braces (`change.case$`,
    "t"); CSL's styles take sentence case and only raise (CSL 1.0.2, "Text-case").
    """
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


def protected(item: Item) -> Item:
    """Return an item with the capitals of its titles protected, where its format had no need to.

    The other way round: formats with CSL's titles have capitals in sentence case only where they must stay, and
    BibTeX's styles would make them small. What are names in a title typed as prose, its document tells.
    """
    if item.entry is None or item.entry.source.format in {"", *BIBTEX}:
        return item
    known = names_in(item.entry.source) if item.entry.source.format == "text" else frozenset[str]()
    english = not item.language or item.language.lower().startswith("en")
    names = (*TITLES, "container-title") if item.type in IN_BOOKS else TITLES
    changed = {n: protect_capitals(item.text[n], english, known) for n in names if n in item.text}
    return replace(item, text={**item.text, **changed})


def protect_capitals(title: str, english: bool = True, known: Set[str] = frozenset()) -> str:
    """Return a title with `<span class="nocase">` around the words whose capitals sentence case keeps.

    A title in title case says of few words that they must keep theirs: those with capitals inside, and those
    that are `known` to be names.
    """
    small = sentence_case(title) if english else title
    pieces: list[str] = []
    done = 0
    for (start, word, leads), (_, kept, _) in zip(_words(title), _words(small), strict=True):
        is_name = _stem(word) in known and (
            not leads or _next_stem(title, start + len(word)) in known
        )
        if not is_name and not any(char.isupper() for char in (kept[1:] if leads else kept)):
            continue
        if pieces and title[done:start] in (" ", "-"):
            pieces[-1:] = [title[done:start], word, END]
        else:
            pieces += [title[done:start], NOCASE, word, END]
        done = start + len(word)
    return "".join(pieces) + title[done:]


def _stem(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _next_stem(title: str, at: int) -> str:
    """Return the word that follows after one space."""
    return (
        _stem(title[at:].split(maxsplit=1)[0])
        if title[at : at + 1] == " " and title[at:].strip()
        else ""
    )


def _words(title: str) -> Iterator[tuple[int, str, bool]]:
    """The words outside of protected text, each with its place and whether a sentence begins with it.

    The rest of a word that is protected in part (`{B}ib{T}e{X}`) is none.
    """
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
            part = title.endswith(END, 0, piece.start()) or title.startswith(NOCASE, piece.end())
            if not any(spans) and not part:
                yield piece.start(), piece.group(), leads
            leads = False


def _is_title_case(words: Iterator[str]) -> bool:
    told = [word for word in words if len(word) > 1 and word.lower() not in SMALL_WORDS]
    raised = sum(_is_raised(word) for word in told)
    small = sum(word.islower() for word in told)
    return raised > 3 * small or not told


def _is_raised(word: str) -> bool:
    """Whether a word is small but for its first letter; a letter by itself is a name, unless it is A."""
    return word[0].isupper() and (word[1:].islower() if len(word) > 1 else word == "A")
