"""Cite keys for references without one: author and year, as a text cites them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, count

from refkit.model.item import Item, entry_in_memory
from refkit.model.name import Name
from refkit.patterns import lazy_pattern

# Letters that do not come apart into an ASCII letter and an accent.
LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
    "ŋ": "n", "ŧ": "t", "ə": "e",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
})  # fmt: skip
# Words that a name's initials leave out, and that a title's key does not start with.
SMALL_WORDS = frozenset(
    "a an and at by for from in of on or the to with der die das des dem den ein eine für im und von zu zur "
    "de del della delle di du e el et il l la las le les los lo para por sur un una une y".split()
)
_WORD = lazy_pattern(r"[^\W_]+")
_HYPHENATED = lazy_pattern(r"[^\W_]+(?:-[^\W_]+)*")
_MARKUP = lazy_pattern(r"<[^<>]{0,80}>")
_SHORT_FORM = lazy_pattern(r"\(([A-Z][A-Za-z]{1,9})\)")
_NOT_ASCII_WORD = lazy_pattern(r"[^a-z0-9]+")
_YEAR_WITH_LETTER = lazy_pattern(r"\d{4}([a-z])\b")
_LONGEST_WORD = 24
_SHORT_NAME = 12
ROLES = ("author", "editor", "translator", "container-author", "director", "compiler")


def has_own_key(item: Item) -> bool:
    """Whether the id of an item is that of its record or was set later, so that it was not generated."""
    entry = entry_in_memory(item)
    if entry is None:
        return bool(item.id)
    return entry.has_own_key or entry.key not in ("", item.id)


def cite_keys(items: Sequence[Item], given: Sequence[str] = ()) -> list[str]:
    """Return a key for each item: its own, or else author and year.

    Items with the same author and year get the letters of the list ("2023b"), or else a, b, c in list order.
    """
    own = [given[at] if at < len(given) else "" for at in range(len(items))]
    wanted = [key or base_key(item) for key, item in zip(own, items, strict=True)]
    often = Counter(wanted)
    taken = {key.lower() for key in own if key}
    letters: dict[str, Iterator[str]] = {}
    keys = []
    for key, stem, item in zip(own, wanted, items, strict=True):
        if not key:
            first = _first_choice(stem, item, often[stem])
            rest = letters.setdefault(stem, _lettered(stem))
            key = next(name for name in chain(first, rest) if name not in taken)
            taken.add(key)
        keys.append(key)
    return keys


def _first_choice(stem: str, item: Item, times: int) -> tuple[str, ...]:
    letter = _year_letter(item)
    if letter:
        return (stem + letter,)
    return (stem,) if times == 1 else ()


def _lettered(stem: str) -> Iterator[str]:
    """Yield a key followed by the letters a, b ... z, aa, ab ..."""
    for number in count():
        yield lettered(stem, number)


def lettered(stem: str, number: int) -> str:
    """Return a key followed by a, b ... z, aa, ab ... for 0, 1 ..."""
    return stem + _letters(number)


def _letters(number: int) -> str:
    """Return a, b ... z, aa, ab ... for 0, 1 ..."""
    head, last = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("a") + last)


def _year_letter(item: Item) -> str:
    """Return the letter that distinguishes works of the same author and year: the b of 2023b."""
    suffix = item.text.get("year-suffix", "")
    found = _YEAR_WITH_LETTER.search(item.issued.raw)
    return suffix if suffix.isalpha() and suffix.isascii() else found[1] if found else ""


def base_key(item: Item) -> str:
    """Return author and year of an item, or a word of its title if it has no author."""
    names = next((item.names[role] for role in ROLES if item.names.get(role)), ())
    who = _word_of(names[0]) if names else ""
    year = item.issued.year
    when = str(abs(year)) if year is not None else "nd"
    return (who or _title_word(item.title) or "ref") + when


def _word_of(name: Name) -> str:
    if not name.literal:
        return _ascii(name.particle + name.family or name.given)[:_LONGEST_WORD]
    return _ascii(short_organization(name.literal))[:_LONGEST_WORD]


def without_markup(text: str) -> str:
    """Return a text without the tags of CSL-JSON."""
    return _MARKUP.sub("", text) if "<" in text else text


def short_organization(name: str) -> str:
    """Return an abbreviation in parentheses, a short name as one word, or the initials: WHO, AlMonitor, RCoreTeam."""
    short = _SHORT_FORM.search(name)
    return short[1] if short else _initials(name)


def _initials(name: str) -> str:
    every = _HYPHENATED.findall(without_markup(name))
    words = [word for word in every if word not in SMALL_WORDS and word != "The"]
    joined = "".join(words)
    if len(words) < 3 or len(joined) < _SHORT_NAME:
        return joined
    return "".join(word if word.isupper() and len(word) < 5 else word[0] for word in words)


def _title_word(title: str) -> str:
    words = (_ascii(word) for word in _WORD.findall(_MARKUP.sub("", title)))
    found = next((word for word in words if len(word) > 1 and word not in SMALL_WORDS), "")
    return found[:_LONGEST_WORD]


def _ascii(text: str) -> str:
    """Return the letters and digits of a text in lower-case ASCII, if possible."""
    apart = unicodedata.normalize("NFKD", _MARKUP.sub("", text).lower())
    return _NOT_ASCII_WORD.sub("", apart.translate(LETTERS))
