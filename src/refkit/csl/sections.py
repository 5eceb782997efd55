"""Several bibliographies of one document, each with a heading: by year, type or keyword, or by filters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from refkit.csl.bibliography import Bibliography
from refkit.csl.collation import collation_key
from refkit.csl.item_filter import is_filter, item_filter, keywords
from refkit.csl.locale import Locale
from refkit.csl.write import writer
from refkit.data.headings import HEADINGS, TYPES
from refkit.errors import RefkitError, UnknownChoice
from refkit.model.item import Item
from refkit.records import dataclass, replace

if TYPE_CHECKING:
    from refkit.csl.document import Processor


@dataclass(slots=True, frozen=True)
class Section:
    """A part of the bibliography: its heading and the ids of its items."""

    heading: str
    ids: Collection[str]


def heading(name: str, language: str) -> str:
    """Return a heading in a language, or in English: "references", "other", or the heading of an item type."""
    tag = language.lower()
    own = HEADINGS.get(tag) or HEADINGS.get(tag[:2], HEADINGS["en"])
    return own.get(name) or HEADINGS["en"].get(name, "")


# -- groups ------------------------------------------------------------------------------------


def sections_by(items: Iterable[Item], by: str, locale: Locale) -> list[Section]:
    """Return sections of items by `year` (the latest first), `type` or `keyword`; see `chapter_sections`, too.

    An item with several keywords is in several sections. Raises UnknownChoice for another grouping.
    """
    groupings: dict[str, Callable[[Sequence[Item], Locale], list[Section]]] = {
        "keyword": _by_keyword,
        "type": _by_type,
        "year": _by_year,
    }
    if by not in groupings:
        raise UnknownChoice("grouping", by, (*groupings, "chapter"))
    return groupings[by](list(items), locale)


def _by_year(items: Sequence[Item], locale: Locale) -> list[Section]:
    ids: dict[int | None, set[str]] = {}
    for item in items:
        ids.setdefault(item.issued.year, set()).add(item.id)
    years = sorted((year for year in ids if year is not None), reverse=True)
    found = [Section(_year(year, locale), ids[year]) for year in years]
    if None in ids:
        undated = locale.term("no date") or "no date"
        found.append(Section(_capitalized(undated), ids[None]))
    return found


def _year(year: int, locale: Locale) -> str:
    # Date: the year 0 is 1 BC.
    return str(year) if year > 0 else f"{1 - year} {(locale.term('bc') or 'BC').strip()}"


def _by_type(items: Sequence[Item], locale: Locale) -> list[Section]:
    names = {type_: name for name, types in TYPES.items() for type_ in types}
    ids: dict[str, set[str]] = {}
    for item in items:
        ids.setdefault(names.get(item.type, item.type), set()).add(item.id)
    others = sorted(ids.keys() - TYPES.keys() - {"document"})
    order = [name for name in (*TYPES, *others, "document") if name in ids]
    return [Section(_type_heading(name, locale), ids[name]) for name in order]


def _type_heading(name: str, locale: Locale) -> str:
    if name == "document":
        return heading("other", locale.language)
    term = locale.term(name, plural=True) or name.replace("-", " ").replace("_", " ")
    return heading(name, locale.language) or _capitalized(term)


def _by_keyword(items: Sequence[Item], locale: Locale) -> list[Section]:
    ids: dict[str, set[str]] = {}
    headings: dict[str, str] = {}
    without: set[str] = set()
    for item in items:
        found = keywords(item)
        for keyword in found:
            headings.setdefault(keyword.casefold(), _capitalized(keyword))
            ids.setdefault(keyword.casefold(), set()).add(item.id)
        if not found:
            without.add(item.id)
    key = collation_key(locale.language)
    order = sorted(ids, key=lambda keyword: key(headings[keyword]))
    sections = [Section(headings[keyword], ids[keyword]) for keyword in order]
    return [*sections, *_rest(without, locale)]


def chapter_sections(
    items: Iterable[Item], chapters: Sequence[tuple[str, Iterable[str]]], locale: Locale
) -> list[Section]:
    """Return a section for each chapter, with the items that it cites, and one for the others.

    Raises RefkitError if there are no chapters.
    """
    if not chapters:
        raise RefkitError(
            "there are no chapters; start each with a citation such as `# Introduction`"
        )
    ids = {item.id for item in items}
    sections = [Section(title, ids.intersection(cited)) for title, cited in chapters]
    return [*sections, *_rest(ids.difference(*(cited for _, cited in chapters)), locale)]


def _rest(ids: set[str], locale: Locale) -> list[Section]:
    return [Section(heading("other", locale.language), ids)] if ids else []


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- filters -----------------------------------------------------------------------------------


def sections_from(items: Iterable[Item], texts: Sequence[str]) -> list[Section]:
    """Return sections from texts such as `Books: type=book`; one with only a heading has the remaining items.

    Raises RefkitError for an invalid text.
    """
    known = list(items)
    sections: list[Section] = []
    used: set[str] = set()
    rest: int | None = None
    for number, text in enumerate(texts):
        title, condition = split_section(text)
        ids: set[str] = set()
        if condition:
            test = item_filter(condition)
            ids = {item.id for item in known if test(item)}
        elif rest is not None:
            raise RefkitError(f"`{text}` is the second section without a filter")
        else:
            rest = number
        used |= ids
        sections.append(Section(title, ids))
    if rest is not None:
        left = {item.id for item in known} - used
        sections[rest] = replace(sections[rest], ids=left)
    return sections


def split_section(text: str) -> tuple[str, str]:
    """Return the heading and the filter of a section; a heading can contain colons."""
    start = text.find(":")
    while start >= 0:
        condition = text[start + 1 :].strip()
        if is_filter(condition):
            break
        start = text.find(":", start + 1)
    title, condition = (text[:start], text[start + 1 :]) if start >= 0 else (text.rstrip(": "), "")
    if not title.strip():
        raise RefkitError(f"`{text}` has no heading; write it like `Books: type=book`")
    if start < 0 and "=" in text:
        raise RefkitError(f"`{text}` is not a section; write it like `Books: type=book`")
    return title.strip(), condition.strip()


# -- output ------------------------------------------------------------------------------------


def sectioned_bibliography(processor: Processor, sections: Iterable[Section]) -> Bibliography:
    """Return the bibliographies of sections as one, each with its heading; empty ones are omitted.

    An entry has the number that its cites show, and items for which the style renders nothing have none. Only the
    first occurrence of an item can be linked to.
    """
    found: list[tuple[str, Bibliography]] = []
    repeated: frozenset[str] = frozenset()
    for section in sections:
        part = processor.bibliography(_in(section), repeated=repeated)
        if not set(part.empty).isdisjoint(part.ids):
            rendered = processor.bibliography(_in(section), _among(part.empty), repeated)
            part = replace(rendered, empty=part.empty)
        repeated = repeated.union(section.ids)
        found.append((section.heading, part))
    return _joined(found)


def _in(section: Section) -> Callable[[Item], bool]:
    return _among(section.ids)


def _among(ids: Collection[str]) -> Callable[[Item], bool]:
    return lambda item: item.id in ids


def _joined(parts: Sequence[tuple[str, Bibliography]]) -> Bibliography:
    shown = [(title, part) for title, part in parts if part.ids]
    if not shown:
        return parts[0][1] if parts else Bibliography()
    first = shown[0][1]
    one_writer = writer(first.output)
    return replace(
        first,
        ids=tuple(id_ for _, part in shown for id_ in part.ids),
        entries=tuple(entry for _, part in shown for entry in part.entries),
        text=one_writer.join([one_writer.section(title, part.text) for title, part in shown]),
        empty=tuple(dict.fromkeys(id_ for _, part in parts for id_ in part.empty)),
    )
