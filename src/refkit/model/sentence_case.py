"""Conversion of titles between BibTeX's title case and CSL's sentence case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

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

# Types whose titles are proper names: cases, laws, standards.
# The title of a letter is made of names, too: "Letter to Ann Roe".
NAMED_TYPES = frozenset(
    "bill legal_case legislation personal_communication regulation standard treaty".split()
)
# Types whose titles, or those of their containers, can contain the name of a conference.
PROCEEDINGS_TYPES = BOOK_PART_TYPES | {"book"}

# Words that are often in lower case in title case, so that they do not distinguish the two.
LOWER_CASE_WORDS = frozenset(
    """a all an and are as at be but by can do ed for has have how if in is it its la le my no nor not of
    off on or our out own per so the to up us via vol vs was we who yet you your
    about above across after against along amid among around before behind below beneath beside
    between beyond down during from inside into like near onto outside over past since than that through
    throughout till toward towards under until upon versus when with within without""".split()
)

_Word = tuple[int, str, bool]  # offset, word, whether it starts a sentence
_HYPHENS = "-‐‑"
# Words with a capital only in titles in which every word has one.
_ALWAYS_SMALL = frozenset("A An The And Or Of In For To By At From".split())

_PIECE = lazy_pattern(r"(?P<protect><span class=\"nocase\">)|(?P<open><span[^<>]*>)|(?P<close></span>)|"
                    r"<[^<>\s]*>|(?P<end>[:?!.]\s+|;\s+or,\s+|—\s*)|(?P<digit>\d)|"
                    r"(?P<word>(?<![^\W_])[^\W\d_](?:[\w’']*\w)?)")  # fmt: skip
_MARKUP = lazy_pattern(r"<[^<>]*>")
_SUBTITLE = lazy_pattern(r"(?P<mark>[:?])\s+(?=\S)")
_NAMED_LAW = lazy_pattern(
    r"\b(?:Act|Bill|Ordinance|Statute|Treaty|Regulations|Rules) (?:of )?(?:1[2-9]|20)\d\d\Z"
)
_END_OF_PART = lazy_pattern(r"[:?!.]\s+")
# A word with a protected part and an unprotected one.
_SPAN = r'<span class="nocase">[^<>]*</span>'
_PARTLY_PROTECTED = lazy_pattern(
    rf"(?<![\w>])(?:[^\W_]+{_SPAN}|{_SPAN}(?:[^\W_]|(?={_SPAN})))(?:[^\W_]|{_SPAN})*"
)


def in_sentence_case(item: Item, kept: Set[str] = frozenset()) -> Item:
    """Return an item with its titles in sentence case if it is from a format that has them in title case.

    The variables in `kept` keep their case.
    """
    if item.entry is None or item.entry.source.format not in BIBTEX:
        return item
    return with_sentence_case(item, kept)


def with_sentence_case(item: Item, kept: Set[str] = frozenset()) -> Item:
    """Return an item with its titles in sentence case, if it is in English.

    In BibTeX, titles are in title case, and styles convert text outside braces to lower case (`change.case$`,
    "t"). CSL's styles expect sentence case and only capitalize (CSL 1.0.2, "Text-case"). Names of conferences, cases,
    laws and standards keep their capitals, and braces around the first letter of a word protect all of it.
    """
    is_english = not item.language or item.language.lower().startswith("en")
    is_named = item.type in NAMED_TYPES or _NAMED_LAW.search(item.text.get("title", "")) is not None
    has_converted = is_english and not is_named
    has_names = item.type in PROCEEDINGS_TYPES
    variables = (*TITLES, "container-title") if item.type in BOOK_PART_TYPES else TITLES
    changed: dict[str, str] = {}
    for name in variables:
        if name in item.text:
            title = _with_whole_words_protected(item.text[name])
            is_converted = has_converted and name not in kept
            lowered = to_sentence_case(title, has_names) if is_converted else title
            is_kept = lowered != title and not item.language and _is_foreign(title)
            changed[name] = title if is_kept else lowered
    return replace(item, text={**item.text, **changed})


def _is_foreign(title: str) -> bool:
    from refkit.model.title_language import seems_foreign

    return seems_foreign(_MARKUP.sub("", title))


def _with_whole_words_protected(title: str) -> str:
    """Return a title in which words are protected as a whole: `{C}hinatown` as `{Chinatown}`.

    Styles in title case would otherwise capitalize the rest as a word of its own.
    """
    if NOCASE not in title:
        return title
    return _PARTLY_PROTECTED.sub(
        lambda run: NOCASE + run[0].replace(NOCASE, "").replace(END, "") + END, title
    )


def to_sentence_case(title: str, has_names: bool = False) -> str:
    """Return a title in title case converted to sentence case, and other titles unchanged.

    Protected text (`<span class="nocase">`), words with capitals inside and the first words of title and subtitle
    keep their case; with `has_names`, so do names of conferences.
    """
    return _sentence_case(title, list(_unprotected_words(title)), has_names)


def _sentence_case(title: str, words: Sequence[_Word], has_names: bool = False) -> str:
    if not _is_title_case(title, words):
        return title
    return _lowered(title, words, conference_names(title) if has_names else [])


def _lowered(title: str, words: Sequence[_Word], names: Sequence[tuple[int, int]] = ()) -> str:
    """Return a title with its capitalized words in lower case, except for those in `names` and at the start."""
    pieces = []
    end = 0
    for start, word, starts_sentence in words:
        is_name = any(first <= start < last for first, last in names)
        if not starts_sentence and not is_name and _is_capitalized(word):
            pieces += [title[end:start], word.lower()]
            end = start + len(word)
    return "".join(pieces) + title[end:]


def keep_capitals(title: str, kept: Set[str]) -> str:
    """Return a title in title case with protection around words in `kept` that have a capital.

    In a title in which articles and short prepositions have capitals, too, a capital means nothing.
    """
    words = [piece for piece in _unprotected_words(title) if not piece[2]]
    if not _is_title_case(title, words) or any(w in _ALWAYS_SMALL for _, w, _ in words):
        return title
    pieces, end = [], 0
    for start, word, _ in words:
        if word[0].isupper() and word.lower() in kept:
            pieces += [title[end:start], NOCASE, word, END]
            end = start + len(word)
    return "".join(pieces) + title[end:]


def small_subtitle(title: str) -> str:
    """Return a title in title case with a small letter after a colon, and other titles with small articles there.

    Names of conferences keep their capital.
    """
    names = conference_names(title)
    words = list(_unprotected_words(title))
    is_title_case = _is_title_case(title, words)
    pieces, end = [], 0
    for start, word, starts_sentence in words:
        is_after_colon = starts_sentence and title[:start].rstrip().endswith(":")
        is_name = any(first <= start < last for first, last in names)
        is_small = (is_title_case or word.lower() in LOWER_CASE_WORDS) and not is_name
        if is_after_colon and is_small and _is_capitalized(word):
            pieces += [title[end:start], word.lower()]
            end = start + len(word)
    return "".join(pieces) + title[end:]


def small_subtitle_variables(item: Item) -> list[str]:
    """Return the titles of an item with a capital after a colon that does not belong to a name."""
    is_english = not item.language or item.language.startswith("en")
    if not is_english or item.type in NAMED_TYPES:
        return []
    variables = ("title", "container-title") if item.type in BOOK_PART_TYPES else ("title",)
    titles = ((name, item.text.get(name, "")) for name in variables)
    return [name for name, title in titles if ":" in title and small_subtitle(title) != title]


def with_small_letter(title: str) -> str:
    """Return a title with small letters after its colons, except for protected words."""
    pieces, end = [], 0
    for start, word, starts_sentence in _unprotected_words(title):
        is_after_colon = starts_sentence and title[:start].rstrip().endswith(":")
        if is_after_colon and _is_capitalized(word):
            pieces += [title[end:start], word.lower()]
            end = start + len(word)
    return "".join(pieces) + title[end:]


def main_title(title: str) -> str:
    """Return the title before its subtitle, or an empty string if it has none."""
    for match in _SUBTITLE.finditer(title):
        main = title[: match.start()].strip() + match["mark"].strip(":")
        if main.count("<span") == main.count("</span>") and main:
            return main
    return ""


def conference_names(title: str) -> list[tuple[int, int]]:
    """Return the places of the parts of a title that are names of conferences: title or subtitle.

    A title with abbreviations such as `Proc. Int. Conf.` is one name.
    """
    from refkit.data.words.conferences import CONFERENCE_ABBREVIATIONS, CONFERENCE_NAMES

    if CONFERENCE_ABBREVIATIONS.search(title):
        return [(0, len(title))]
    ends = [match.end() for match in _END_OF_PART.finditer(title)]
    parts = pairwise([0, *ends, len(title)])
    return [part for part in parts if CONFERENCE_NAMES.search(title, *part)]


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


def protect_inner_capitals(title: str) -> str:
    """Return a title with `<span class="nocase">` around words with capitals inside, and single letters."""
    words = list(_unprotected_words(title))
    return _protected(title, words, _lowered(title, words))


def has_mostly_capitals(title: str) -> bool:
    """Whether more words have a capital than not, so that a capital does not show a name."""
    words = [word for _, word, starts_sentence in _unprotected_words(title) if not starts_sentence]
    lower = sum(word.islower() and word not in LOWER_CASE_WORDS for word in words)
    return sum(map(_is_capitalized, words)) > lower


def protect_capitals(
    title: str, is_english: bool = True, proper_names: Set[str] = frozenset()
) -> str:
    """Return a title with `<span class="nocase">` around words whose capitals must be kept.

    In a title in title case, these are only words with capitals inside and `proper_names`.
    """
    words = list(_unprotected_words(title))
    return _protected(
        title, words, _sentence_case(title, words) if is_english else title, proper_names
    )


def _protected(
    title: str, words: Sequence[_Word], lowered: str, proper_names: Set[str] = frozenset()
) -> str:
    """Return a title with protection around words that have a capital in `lowered`, and `proper_names`."""
    pieces: list[str] = []
    end = 0
    for (start, word, leads), (_, kept_word, _) in zip(
        words, words if lowered == title else _unprotected_words(lowered), strict=True
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


def _unprotected_words(title: str) -> Iterator[_Word]:
    """Yield the unprotected words with their offsets and whether they start a sentence.

    The unprotected rest of a partly protected word (`{B}ib{T}e{X}`) is not a word.
    """
    starts_sentence = True
    has_markup = "<" in title
    spans: list[bool] = []
    for piece in _PIECE.finditer(title):
        kind = piece.lastgroup
        if kind in ("protect", "open"):
            spans.append(kind == "protect")
        elif kind == "close" and spans:
            spans.pop()
        elif kind == "end":
            starts_sentence = True
        elif kind == "digit":
            starts_sentence = False
        elif kind == "word":
            is_partly_protected = has_markup and (
                title.endswith(END, 0, piece.start()) or title.startswith(NOCASE, piece.end())
            )
            if not is_partly_protected and not any(spans):
                yield piece.start(), piece.group(), starts_sentence
            starts_sentence = False


def _is_title_case(title: str, words: Iterable[_Word]) -> bool:
    """Whether most words have a capital, except for those at the start of a sentence.

    In a compound, the second word can be in lower case in both cases: "Pre-training of Deep Networks".
    """
    content_words = [
        word
        for start, word, starts_sentence in words
        if not starts_sentence
        and len(word) > 1
        and word.lower() not in LOWER_CASE_WORDS
        and not (title[start - 1] in _HYPHENS and word.islower())
    ]
    capitalized = sum(_is_capitalized(word) for word in content_words)
    lower = sum(word.islower() for word in content_words)
    return capitalized > 3 * lower or not content_words


def _is_capitalized(word: str) -> bool:
    """Whether only the first letter is a capital; a single letter is a name, except for A."""
    return word[0].isupper() and (word[1:].islower() if len(word) > 1 else word == "A")
