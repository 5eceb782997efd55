"""Conversion of titles between BibTeX's title case and CSL's sentence case."""

from __future__ import annotations

from collections.abc import Iterator, Set

from refkit.model.item import Item
from refkit.model.proper_names import find_proper_names
from refkit.patterns import lazy_pattern
from refkit.records import replace

BIBTEX = frozenset({"bibtex", "biblatex"})
TITLES = ("title", "title-short", "volume-title")
NOCASE, END = '<span class="nocase">', "</span>"
# Types whose container is a book; names of journals and newspapers keep their capitals.
BOOK_PART_TYPES = frozenset(
    {"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"}
)

# Words that are often in lower case in title case, so that they do not distinguish the two.
LOWER_CASE_WORDS = frozenset(
    """a all an and are as at be but by can do ed for has have how if in is it its la le my no nor not of
    off on or our out own per so the to up us via vol vs was we who yet you your
    about above across after against along amid among around before behind below beneath beside
    between beyond down during from inside into like near onto outside over past since than that through
    throughout till toward towards under until upon versus when with within without""".split()
)

_PIECE = lazy_pattern(r"(?P<protect><span class=\"nocase\">)|(?P<open><span[^<>]*>)|(?P<close></span>)|"
                    r"<[^<>\s]*>|(?P<end>[:?!.]\s+)|(?P<word>[^\W\d_](?:[\w’']*\w)?)")  # fmt: skip


def in_sentence_case(item: Item) -> Item:
    """Return an item with its titles in sentence case if it is from a format that has them in title case."""
    if item.entry is None or item.entry.source.format not in BIBTEX:
        return item
    return with_sentence_case(item)


def with_sentence_case(item: Item) -> Item:
    """Return an item with its titles in sentence case, if it is in English.

    In BibTeX, titles are in title case, and styles convert text outside braces to lower case (`change.case$`,
    "t"). CSL's styles expect sentence case and only capitalize (CSL 1.0.2, "Text-case").
    """
    if item.language and not item.language.lower().startswith("en"):
        return item
    variables = (*TITLES, "container-title") if item.type in BOOK_PART_TYPES else TITLES
    changed = {name: to_sentence_case(item.text[name]) for name in variables if name in item.text}
    return replace(item, text={**item.text, **changed})


def to_sentence_case(title: str) -> str:
    """Return a title in title case converted to sentence case, and other titles unchanged.

    Protected text (`<span class="nocase">`), words with capitals inside and the first words of title and subtitle
    keep their case.
    """
    words = list(_unprotected_words(title))
    if not _is_title_case(word for start, word, starts_sentence in words if not starts_sentence):
        return title
    pieces = []
    end = 0
    for start, word, starts_sentence in words:
        if not starts_sentence and _is_capitalized(word):
            pieces += [title[end:start], word.lower()]
            end = start + len(word)
    return "".join(pieces) + title[end:]


def with_protected_titles(item: Item) -> Item:
    """Return an item with protected capitals in its titles, if its format does not protect them.

    In formats with titles in sentence case, every capital must be kept, but BibTeX's styles would convert it.
    The names in the title of a plain-text reference are those of the document.
    """
    if item.entry is None or item.entry.source.format in {"", *BIBTEX}:
        return item
    proper_names = (
        find_proper_names(item.entry.source)
        if item.entry.source.format == "text"
        else frozenset[str]()
    )
    is_english = not item.language or item.language.lower().startswith("en")
    variables = (*TITLES, "container-title") if item.type in BOOK_PART_TYPES else TITLES
    changed = {
        n: protect_capitals(item.text[n], is_english, proper_names)
        for n in variables
        if n in item.text
    }
    return replace(item, text={**item.text, **changed})


def protect_capitals(
    title: str, is_english: bool = True, proper_names: Set[str] = frozenset()
) -> str:
    """Return a title with `<span class="nocase">` around words whose capitals must be kept.

    In a title in title case, these are only words with capitals inside and `proper_names`.
    """
    lowered = to_sentence_case(title) if is_english else title
    pieces: list[str] = []
    end = 0
    for (start, word, leads), (_, kept_word, _) in zip(
        _unprotected_words(title), _unprotected_words(lowered), strict=True
    ):
        is_name = _stem(word) in proper_names and (
            not leads or _next_stem(title, start + len(word)) in proper_names
        )
        if not is_name and not any(
            char.isupper() for char in (kept_word[1:] if leads else kept_word)
        ):
            continue
        if pieces and title[end:start] in (" ", "-"):
            pieces[-1:] = [title[end:start], word, END]
        else:
            pieces += [title[end:start], NOCASE, word, END]
        end = start + len(word)
    return "".join(pieces) + title[end:]


def _stem(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _next_stem(title: str, offset: int) -> str:
    """Return the stem of the next word after a single space, or ""."""
    return (
        _stem(title[offset:].split(maxsplit=1)[0])
        if title[offset : offset + 1] == " " and title[offset:].strip()
        else ""
    )


def _unprotected_words(title: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the unprotected words with their offsets and whether they start a sentence.

    The unprotected rest of a partly protected word (`{B}ib{T}e{X}`) is not a word.
    """
    starts_sentence = True
    spans: list[bool] = []
    for piece in _PIECE.finditer(title):
        kind = piece.lastgroup
        if kind in ("protect", "open"):
            spans.append(kind == "protect")
        elif kind == "close" and spans:
            spans.pop()
        elif kind == "end":
            starts_sentence = True
        elif kind == "word":
            is_partly_protected = title.endswith(END, 0, piece.start()) or title.startswith(
                NOCASE, piece.end()
            )
            if not any(spans) and not is_partly_protected:
                yield piece.start(), piece.group(), starts_sentence
            starts_sentence = False


def _is_title_case(words: Iterator[str]) -> bool:
    content_words = [
        word for word in words if len(word) > 1 and word.lower() not in LOWER_CASE_WORDS
    ]
    capitalized = sum(_is_capitalized(word) for word in content_words)
    lower = sum(word.islower() for word in content_words)
    return capitalized > 3 * lower or not content_words


def _is_capitalized(word: str) -> bool:
    """Whether only the first letter is a capital; a single letter is a name, except for A."""
    return word[0].isupper() and (word[1:].islower() if len(word) > 1 else word == "A")
