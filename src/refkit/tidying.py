"""The changes of values that `refkit tidy` makes on request: the case of titles, and the names of journals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypedDict

from refkit.data.bibtex_csl import ITEM_TYPES, LANGUAGES
from refkit.errors import RefkitError, UnknownChoice
from refkit.formats.bibtex.macro_values import JOURNALS
from refkit.formats.bibtex.tidy_options import Rewrite, TidyOptions
from refkit.model.entry import Entry
from refkit.model.misspelt_names import KNOWN, meant_variable
from refkit.model.sentence_case import BOOK_PART_TYPES, NAMED_TYPES, PROCEEDINGS_TYPES
from refkit.records import replace


class TidyOverrides(TypedDict, total=False):
    """The keyword arguments of `tidy`, as in the fields of `TidyOptions`."""

    sort: str | Sequence[str]
    order: str | Sequence[str]
    align: bool
    delimiters: str
    wrap: int
    months: bool
    encode: str
    indent: int
    trailing_comma: bool
    keep: str | Sequence[str]
    omit: str | Sequence[str]
    titles: str
    journals: str
    journal_lists: str | Sequence[str]
    dialect: str


KEEP, EXPAND, SENTENCE = "keep", "expand", "sentence-case"
_CASES = (KEEP, SENTENCE, "title-case")
_JOURNAL_CHANGES = (KEEP, "abbreviate", EXPAND)
_LISTS = ("sort", "order", "keep", "omit", "journal_lists")
_OWN_TITLES = frozenset({"title", "subtitle", "shorttitle"})
_TITLES_OF_BOOKS = frozenset({"booktitle", "booksubtitle", "maintitle", "mainsubtitle"})
_NAME_LISTS = ("sort", "order", "keep", "omit")
_ENTRY_PARTS = ("key", "type")


def with_rewrites(options: TidyOptions) -> TidyOptions:
    """Return options with the functions that change titles and journals as they ask for, and single words in tuples.

    Raises RefkitError for an unknown value, and if a list of journals cannot be read or has no use.
    """
    if options.titles not in _CASES:
        raise UnknownChoice("value of the option `titles`:", options.titles, _CASES)
    if options.dialect not in ("", "bibtex", "biblatex"):
        raise UnknownChoice("dialect", options.dialect, ("bibtex", "biblatex"))
    if options.journals not in _JOURNAL_CHANGES:
        raise UnknownChoice("value of the option `journals`:", options.journals, _JOURNAL_CHANGES)
    lists = {name: _several(getattr(options, name)) for name in _LISTS}
    options = replace(options, **lists)  # type: ignore[arg-type]  # the attributes of these names are such
    rewrites: list[Rewrite] = []
    if options.journals != KEEP:
        rewrites.append(_journals(options.journals, options.journal_lists))
    elif options.journal_lists:
        raise RefkitError(
            "a list of journals needs `journals`: abbreviate or expand the names with it"
        )
    if options.titles != KEEP:
        rewrites.append(_sentence_case if options.titles == SENTENCE else _title_case)
    return replace(options, rewrites=(*options.rewrites, *rewrites))


def verified(options: TidyOptions, texts: Sequence[str]) -> TidyOptions:
    """Return options whose names of fields are right for texts. Raises RefkitError for others."""
    verify_names(options, texts)
    return options


def verify_names(options: TidyOptions, texts: Sequence[str]) -> None:
    """Raise RefkitError for the name of a field in an option that is empty, or a typo and in none of the texts.

    `sort` accepts no unknown name that is in none of them, because it would not sort.
    """
    for option in _NAME_LISTS:
        for name in getattr(options, option):
            bare = name.removeprefix("-").lower() if option == "sort" else name.lower()
            if option == "sort" and bare in _ENTRY_PARTS:
                continue
            if not bare.strip():
                raise RefkitError(f"`{option}` contains an empty name; remove it")
            if bare not in KNOWN and not _is_used(bare, texts):
                _refuse_unknown(option, bare)
    both = next((name for name in options.omit if name in options.keep), None)
    if both is not None:
        raise RefkitError(f"`{both}` is in `keep` and in `omit`; remove it from one of them")


def _refuse_unknown(option: str, name: str) -> None:
    meant = meant_variable(name)
    if meant:
        raise RefkitError(f"no field `{name}` for `{option}`; did you mean `{meant}`?")
    if option == "sort":
        raise RefkitError(
            f"no entry has the field `{name}` to sort by; use `key`, `type` or the name of a field"
        )


def _is_used(name: str, texts: Sequence[str]) -> bool:
    """Whether an entry in one of the texts may have a field."""
    field = re.compile(rf"(?i)(?<![\w-]){re.escape(name)}\s*=")
    return any(field.search(text) for text in texts)


def _several(words: str | Sequence[str]) -> tuple[str, ...]:
    """Return the words, or a single one in a tuple."""
    return (words,) if isinstance(words, str) else tuple(words)


def _sentence_case(entry: Entry, name: str, value: str) -> str:
    """Return an English title in sentence case."""
    from refkit.formats.bibtex.title_names import people_of
    from refkit.formats.bibtex.title_text import sentence_case

    if not _is_changed(entry, name, value):
        return value
    has_names = ITEM_TYPES.get(entry.type) in PROCEEDINGS_TYPES
    return sentence_case(value, has_names, people_of(entry.source))


def _title_case(entry: Entry, name: str, value: str) -> str:
    """Return an English title in title case, with braces around capitals that sentence case must keep.

    A title in capitals is unchanged.
    """
    from refkit.formats.bibtex.title_names import people_of
    from refkit.formats.bibtex.title_text import TitleText, with_braced_capitals

    if not _is_changed(entry, name, value) or TitleText(value).text.isupper():
        return value
    is_cased = _in_title_case(value) == value
    return _in_title_case(with_braced_capitals(value, is_cased, people_of(entry.source)))


def _in_title_case(value: str) -> str:
    """Return a title in title case; a capital can cause another one (`up-to`, `up-To`, `Up-To`)."""
    from refkit.csl.case import title_case
    from refkit.formats.bibtex.title_text import TitleText

    before = ""
    while value != before:
        before, value = value, TitleText(value).in_case(title_case)
    return value


def _is_changed(entry: Entry, name: str, value: str) -> bool:
    """Whether a field contains a title in English whose case may change."""
    from refkit.model.title_language import seems_english
    from refkit.tex.decode import decode

    item_type = ITEM_TYPES.get(entry.type)
    is_of_book = name in _TITLES_OF_BOOKS and item_type in BOOK_PART_TYPES
    if item_type in NAMED_TYPES or not (name in _OWN_TITLES or is_of_book):
        return False
    field = entry.get("langid") or entry.get("language") or entry.get("hyphenation")
    language = field.value.strip("{} ").lower() if field else ""
    if not language:
        return seems_english(decode(value)[0])
    return LANGUAGES.get(language, language)[:2] == "en"


@lru_cache(maxsize=4)
def _journals(journals: str, lists: tuple[str, ...]) -> Rewrite:
    """Return the function that abbreviates or expands the names of journals."""
    from refkit.csl.abbreviations import comparable, load_abbreviations, of_journals
    from refkit.data.journal_macros import JOURNAL_MACROS
    from refkit.formats.bibtex.journal_macros import journal_of_macro
    from refkit.tex.decode import decode
    from refkit.tex.encode import encode

    known = load_abbreviations(lists)
    known.add(of_journals(JOURNAL_MACROS.values()))

    def expanded(value: str) -> str:
        journal = journal_of_macro(value)
        return journal.name if journal else known.full_titles.get(comparable(decode(value)[0]), "")

    def abbreviated(value: str) -> str:
        title, journal = decode(value)[0], journal_of_macro(value)
        if journal or comparable(title) in known.full_titles:
            return journal.abbreviation if journal else ""
        short = known.find("container-title", title)
        if not short and known.words is not None and "." not in title:
            short = known.words.abbreviated(title)
        return short

    find = expanded if journals == EXPAND else abbreviated

    def rewrite(entry: Entry, name: str, value: str) -> str:
        found = find(value) if name in JOURNALS else ""
        return encode(found, unicode=not value.isascii()) if found else value

    return rewrite
