"""Patterns of cite keys such as `[auth][year]`, with the markers and modifiers of JabRef."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from refkit.errors import RefkitError, UnknownChoice
from refkit.integers import read_int
from refkit.model.cite_keys import LETTERS, ROLES, SMALL_WORDS, short_organization, without_markup
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.patterns import lazy_pattern
from refkit.records import dataclass

_MARKER = lazy_pattern(r"\[([^\[\]]*)\]")
_NUMBERED = lazy_pattern(r"(authors|edtrs|auth|edtr|keyword)([1-9]\d?)")
_MODIFIER = lazy_pattern(r":(\([^()]*\)|[a-z]+)(\d*)")
_NAME = lazy_pattern(r"[A-Za-z][A-Za-z0-9_.-]*")
_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_WORD_CHARACTERS = lazy_pattern(r"\w+")
_NOT_IN_KEYS = lazy_pattern(r"[^A-Za-z0-9_.:/+*-]+")
_NOT_IN_VALUES = lazy_pattern(r"[^A-Za-z0-9_./+]+")
_TABLE = LETTERS | {
    ord(upper): value.capitalize()
    for code, value in LETTERS.items()
    if isinstance(value, str) and len(upper := chr(code).upper()) == 1 and upper != chr(code)
}


@dataclass(slots=True, frozen=True)
class _Part:
    """A text, or a marker with its modifiers: names, numbers and fallbacks in parentheses."""

    text: str
    marker: str = ""
    modifiers: tuple[tuple[str, str], ...] = ()


class KeyStyle:
    """A pattern of cite keys; calling it with an item returns its key.

    `[auth][year]` gives `Doe2001`. Keys consist of ASCII letters, digits and some signs. The key is "" if a marker
    for authors or titles gives nothing in ASCII. Raises RefkitError if the pattern is malformed.
    """

    __slots__ = ("_parts", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._parts = _parsed(pattern)

    def __repr__(self) -> str:
        return f"KeyStyle({self.pattern!r})"

    def __call__(self, item: Item) -> str:
        """Return the key of an item, or "" if the pattern gives none."""
        texts = []
        for part in self._parts:
            text = _value(part, item) if part.marker else part.text
            if not text and part.marker.startswith(_ESSENTIAL):
                return ""
            texts.append(text)
        return "".join(texts)


def _parsed(pattern: str) -> list[_Part]:
    parts, end = [], 0
    for match in _MARKER.finditer(pattern):
        parts += [_Part(_literal(pattern[end : match.start()], pattern)), _part(match[1])]
        end = match.end()
    parts.append(_Part(_literal(pattern[end:], pattern)))
    if end == 0:
        raise RefkitError(
            f"the key style `{pattern}` has no marker; write one in brackets, as in `[auth][year]`"
        )
    return [part for part in parts if part.marker or part.text]


def _literal(text: str, pattern: str) -> str:
    """Return a text between markers. Raises RefkitError if a key cannot contain it."""
    if "[" in text or "]" in text:
        raise RefkitError(f"a bracket of the key style `{pattern}` has no partner; write `[auth]`")
    wrong = _NOT_IN_KEYS.search(text)
    if wrong:
        raise RefkitError(
            f"a generated key cannot contain `{wrong[0]}`; remove it from the key style `{pattern}`"
        )
    return text


def _part(inner: str) -> _Part:
    name, colon, rest = inner.partition(":")
    if not _NAME.fullmatch(name):
        raise RefkitError(f"`[{inner}]` is not a marker; write `[auth]`, `[year]` or `[title]`")
    modifiers = []
    end = 0
    for match in _MODIFIER.finditer(colon + rest):
        if match.start() != end:
            break
        modifiers.append((match[1], match[2]))
        end = match.end()
    if end != len(colon + rest):
        raise RefkitError(
            f"`{(colon + rest)[end:]}` in `[{inner}]` is not a modifier; write `:lower`, `:truncate8` or `:(fallback)`"
        )
    _verify(name, modifiers)
    return _Part("", name, tuple(modifiers))


def _verify(name: str, modifiers: Sequence[tuple[str, str]]) -> None:
    from refkit.model.values import variable_named

    lower = name.lower()
    known = name in _MARKERS or _NUMBERED.fullmatch(name) or lower in _FIELDS
    if not known and not variable_named(name):
        raise UnknownChoice("marker", name, [*_MARKERS, "authN", "authorsN", "keywordN"], "")
    for modifier, number in modifiers:
        is_known = modifier.startswith("(") or modifier in _MODIFIERS or modifier == "truncate"
        if modifier.startswith("("):
            _literal(modifier[1:-1], modifier)
        if not is_known or bool(number) != (modifier == "truncate"):
            raise UnknownChoice("modifier", modifier + number, [*_MODIFIERS, "truncate8", "(text)"])


def _value(part: _Part, item: Item) -> str:
    """Return what a marker gives for an item, with the characters that keys can have."""
    text = _raw_value(part.marker, item)
    for modifier, number in part.modifiers:
        if modifier.startswith("("):
            text = text if _clean(text) else modifier[1:-1]
        elif modifier == "truncate":
            text = _clean(text)[: read_int(number)]
        else:
            text = _MODIFIERS[modifier](text)
    return _clean(text)


def _clean(text: str) -> str:
    """Return a text in ASCII, without the characters that keys cannot have."""
    if text.isascii():
        return text if text.isalnum() else _NOT_IN_VALUES.sub("", text)
    apart = unicodedata.normalize("NFKD", text).translate(_TABLE)
    return _NOT_IN_VALUES.sub("", apart)


def _raw_value(marker: str, item: Item) -> str:
    function = _MARKERS.get(marker)
    if function is not None:
        return function(item)
    numbered = _NUMBERED.fullmatch(marker)
    return _numbered(numbered[1], read_int(numbered[2]), item) if numbered else _field(marker, item)


def _numbered(kind: str, number: int, item: Item) -> str:
    """Return the value of `[auth3]`, `[authors3]` and `[keyword3]`."""
    if kind == "keyword":
        words = [word.strip() for word in item.plain("keyword").replace(";", ",").split(",")]
        return words[number - 1] if number <= len(words) else ""
    names = _editors(item) if kind.startswith("edtr") else _authors(item)
    if not kind.endswith("s"):
        return _clean(names[0])[:number] if names else ""
    named = [name for name in names[:number] if name]
    return "".join(named) + "EtAl" * (len(names) > len(named))


def _field(name: str, item: Item) -> str:
    """Return a variable or field as text; names are family names."""
    from refkit.model.values import variable_named

    names = item.names.get(variable_named(name, item.type))
    return "".join(map(_family, names)) if names else item.plain(name) or item.plain(name.lower())


def _family(name: Name) -> str:
    if name.literal:
        return short_organization(name.literal)
    family = f"{name.particle}{name.family}" if name.family else name.given
    return family if family.isalnum() else "".join(_WORD_CHARACTERS.findall(without_markup(family)))


def _of_roles(item: Item, roles: Sequence[str]) -> list[str]:
    """Return the family names in the first of several roles; "others" is an empty name."""
    people = next((item.names[role] for role in roles if item.names.get(role)), ())
    families = [(name.others, "" if name.others else _family(name)) for name in people]
    return [family for is_others, family in families if family or is_others]


def _authors(item: Item) -> list[str]:
    """Return the family names of the authors, or else editors and so on, or else a word of the title."""
    names = _of_roles(item, ROLES)
    if any(map(_clean, names)):
        return names
    organization = short_organization(item.text.get("publisher", "")) if not item.title else ""
    return [word for word in (_title_words(item.title, 1) or [organization]) if word]


def _editors(item: Item) -> list[str]:
    return _of_roles(item, ("editor", "collection-editor"))


def _first(names: Sequence[str]) -> str:
    return names[0] if names else ""


def _with_others(names: Sequence[str], between: str, others: str) -> str:
    """Return one or two names, or the first with a word for the others."""
    if len(names) == 2 and names[1]:
        return between.join(names)
    return _first(names) + others * (len(names) > 1)


def _first_two(item: Item) -> str:
    names = _authors(item)
    return ".".join(filter(None, names[:2])) + ".ea" * (len(names) > 2)


def _alpha(item: Item) -> str:
    """Return the label of BibTeX's style alpha without the year."""
    names = [_clean(name) for name in _authors(item)]
    if len(names) == 1:
        return names[0][:3]
    most = 4 if len(names) <= 4 else 3
    return "".join(name[:1] or "+" for name in names[:most]) + "+" * (len(names) > 4)


def _initials_of_others(item: Item) -> str:
    names = [_clean(name) for name in _authors(item)]
    return _first(names)[:5] + "".join(name[:1] for name in names[1:])


def _year(item: Item) -> str:
    year = item.issued.year
    return "" if year is None else str(abs(year))


def _title_words(title: str, count: int | None = None) -> list[str]:
    """Return the first words of a title that are not function words; `None` is all words."""
    words = [word for word in _WORD.findall(without_markup(title)) if _clean(word)]
    significant = [word for word in words if word.lower() not in SMALL_WORDS]
    return words if count is None else (significant or words)[:count]


def _capitalized_title(item: Item) -> str:
    words = _title_words(item.title)
    return " ".join(
        word if number and word.lower() in SMALL_WORDS else word[:1].upper() + word[1:]
        for number, word in enumerate(words)
    )


def _camel(item: Item) -> str:
    return "".join(word[:1].upper() + word[1:] for word in _title_words(item.title))


def _page(item: Item, index: int) -> str:
    pages = _WORD_CHARACTERS.findall(item.plain("page") or item.plain("number"))
    return pages[index] if pages else ""


def _entry_type(item: Item) -> str:
    entry = item.entry
    return entry.type if entry is not None else item.type


def _journal(item: Item) -> str:
    return " ".join(_WORD.findall(item.plain("container-title")))


_MARKERS: dict[str, Callable[[Item], str]] = {
    "auth": lambda item: _first(_authors(item)),
    "pureauth": lambda item: _first(_of_roles(item, ("author",))),
    "authors": lambda item: "".join(_authors(item)),
    "auth.etal": lambda item: _with_others(_authors(item), ".", ".etal"),
    "authEtAl": lambda item: _with_others(_authors(item), "", "EtAl"),
    "auth.auth.ea": _first_two,
    "authorsAlpha": _alpha,
    "authorIni": _initials_of_others,
    "authorLast": lambda item: next(filter(None, reversed(_authors(item))), ""),
    "edtr": lambda item: _first(_editors(item)),
    "editors": lambda item: "".join(_editors(item)),
    "edtr.etal": lambda item: _with_others(_editors(item), ".", ".etal"),
    "edtrEtAl": lambda item: _with_others(_editors(item), "", "EtAl"),
    "year": _year,
    "shortyear": lambda item: _year(item)[-2:],
    "month": lambda item: f"{item.issued.month:02}" if item.issued.month else "",
    "title": _capitalized_title,
    "fulltitle": lambda item: " ".join(_title_words(item.title)),
    "camel": _camel,
    "shorttitle": lambda item: " ".join(_title_words(item.title, 3)),
    "veryshorttitle": lambda item: " ".join(_title_words(item.title, 1)),
    "journal": _journal,
    "volume": lambda item: item.plain("volume"),
    "number": lambda item: item.plain("issue") or item.plain("number"),
    "firstpage": lambda item: _page(item, 0),
    "lastpage": lambda item: _page(item, -1),
    "entrytype": _entry_type,
}
_MODIFIERS: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "capitalize": lambda text: " ".join(w[:1].upper() + w[1:].lower() for w in text.split()),
    "abbr": lambda text: "".join(word[:1] for word in text.split()),
}
# Fields without a variable, which items keep under their names.
_FIELDS = frozenset(
    "school institution organization howpublished eprint eprinttype primaryclass type series "
    "chapter edition note key keywords isbn issn doi url shorthand label venue eventtitle".split()
)
# Markers without which a key does not identify a reference.
_ESSENTIAL = ("auth", "edtr", "editors", "title", "fulltitle", "camel", "shorttitle", "veryshort")
