"""What the fields of BibTeX mean to citation styles.

BibTeX has no words for some facts, and its users write them in others: an access date in `note`, an ordinal in
`edition`, a web page as @misc. Items keep these as written, so that conversions between .bib files do not change them;
they are interpreted when an item is cited, or converted to CSL-JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from refkit.data.bibtex import ACCESS_FIELDS
from refkit.data.bibtex_csl import (
    EDITOR_ROLES,
    ENTRY_TYPE,
    ORGANIZATIONS,
    SUBTITLE_CASE,
    SUBTYPES,
    TYPE_GENRES,
)
from refkit.model.bibtex_preprints import with_preprint, without
from refkit.model.dates import parse_date
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.sentence_case import small_subtitle_variables
from refkit.records import replace

if TYPE_CHECKING:
    from refkit.model.bibtex_words import Description

Step = Callable[[Item], Item]

# Variables without which a @misc with an address is only a web page.
_NOT_OF_WEB_PAGES = (
    "DOI", "ISBN", "genre", "number", "version", "edition", "container-title", "collection-title", "volume", "page",
)  # fmt: skip
_IMPLIED_GENRES = frozenset(TYPE_GENRES.values())
_THESIS_SCHOOLS = ("institution", "school")
# Types of @misc and @unpublished, which say little about a work.
_DESCRIBED = frozenset(("document", "manuscript"))
# Types that guides write in other ways than CSL's styles.
_GUIDED_TYPES = frozenset(("motion_picture", "broadcast", "song", "dataset", "speech", "patent"))
# Types of @audio, @music, @video and @movie.
_RECORDINGS = frozenset(("song", "motion_picture"))
_TITLEADDON = frozenset(("titleaddon",))
_EVENT = ("event-title", "event-place")


def with_meaning(item: Item) -> Item:
    """Return an item from BibTeX or BibLaTeX as citation styles expect it."""
    for step in _STEPS:
        item = step(item)
    return item


def with_edition_number(item: Item) -> Item:
    """Return an item with the number of its edition for `Second`, `2nd` or `2. Auflage`; styles write the ordinal."""
    edition = item.text.get("edition", "")
    if not edition or edition.isdecimal():
        return item
    from refkit.model.bibtex_words import edition_number

    number = edition_number(edition)
    return _with_text(item, edition=number) if number else item


def with_title(item: Item) -> Item:
    """Return an item without a title with its `titleaddon`, which BibLaTeX prints in the same place."""
    addon = item.custom.get("titleaddon", "")
    if not addon or "title" in item.text:
        return item
    custom = {name: value for name, value in item.custom.items() if name != "titleaddon"}
    return replace(item, text={**item.text, "title": addon}, custom=custom)


def with_access_date(item: Item) -> Item:
    """Return an item with the date in a field such as `lastchecked`, or in a note that only consists of it."""
    if "accessed" in item.dates:
        return item
    for name in (field for field in ACCESS_FIELDS if field in item.custom):
        date = parse_date(item.custom[name])
        if date.start is not None and not date.problem:
            custom = {field: value for field, value in item.custom.items() if field != name}
            return replace(item, custom=custom, dates={**item.dates, "accessed": date})
    return _with_access_date_of_note(item) if "note" in item.text else item


def _with_access_date_of_note(item: Item) -> Item:
    """Return an item with the date of a note such as `Accessed: 2020-01-09`."""
    from refkit.model.bibtex_words import access_date

    date = access_date(item.text["note"])
    if date is None:
        return item
    return replace(item, text=without(item, "note"), dates={**item.dates, "accessed": date})


def with_original_date(item: Item) -> Item:
    """Return an item with the date of a note that only consists of it: `Original work published 1900`."""
    note = item.text.get("note", "")
    if not note or "original-date" in item.dates:
        return item
    from refkit.model.bibtex_words import original_year

    date = original_year(note)
    if date is None:
        return item
    return replace(item, text=without(item, "note"), dates={**item.dates, "original-date": date})


def with_whole_family(item: Item) -> Item:
    """Return an item whose family names are whole if they begin with a capital: `Ortega y Gasset, José`.

    BibTeX's rule takes the words up to the last small one as the von part; it prints it before the last name in any
    case, but styles can move particles behind the given name.
    """
    names = {}
    for variable, people in item.names.items():
        if any(name.particle[:1].isupper() for name in people):
            names[variable] = tuple(map(_with_whole_family, people))
    return replace(item, names={**item.names, **names}) if names else item


def _with_whole_family(name: Name) -> Name:
    from refkit.data.words.particles import CAPITAL_PARTICLES

    first = name.particle.partition(" ")[0]
    if not first[:1].isupper() or first.lower() in CAPITAL_PARTICLES or first.endswith("’"):
        return name
    return replace(name, particle="", family=f"{name.particle} {name.family}")


def with_author_role(item: Item) -> Item:
    """Return an item whose author has the role of `authortype`, as BibLaTeX's APA style reads it."""
    role = EDITOR_ROLES.get(item.custom.get("authortype", "").lower(), "")
    if role in ("", "editor") or role in item.names or "author" not in item.names:
        return item
    names = {role if name == "author" else name: people for name, people in item.names.items()}
    return replace(item, names=names)


def with_patent_number(item: Item) -> Item:
    """Return a patent with its kind and its number apart, for `number = {US Patent 4,586,960}`."""
    number = item.text.get("number", "")
    if item.type != "patent" or not number or "genre" in item.text:
        return item
    from refkit.model.bibtex_words import patent_number

    genre, number = patent_number(number)
    return _with_text(item, genre=genre, number=number) if genre else item


def with_page_list(item: Item) -> Item:
    """Return an item with spaces in its list of pages: `1,3,5`."""
    pages = item.text.get("page", "")
    if "," not in pages:
        return item
    from refkit.model.bibtex_words import spaced_pages

    return _with_text(item, page=spaced_pages(pages))


def with_named_chapter(item: Item) -> Item:
    """Return a chapter with the title in `chapter` as its own, and that of the entry as its book's.

    In BibTeX, the title of an @inbook is that of the book.
    """
    chapter = item.text.get("chapter-number", "")
    is_named = len(chapter) > 3 and " " in chapter and not chapter[0].isdecimal()
    if item.type != "chapter" or not is_named or "container-title" in item.text:
        return item
    text = without(item, "chapter-number")
    return replace(item, text={**text, "title": chapter, "container-title": text.get("title", "")})


def with_described_type(item: Item) -> Item:
    """Return a @misc or @unpublished with the type of its description: `type = {Film}`, `note = {Data set}`."""
    if item.type == "pamphlet":
        return _with_genre_in_note(item)
    if item.type not in _DESCRIBED:
        return item
    if genre := item.text.get("genre", ""):
        return _with_type_of(item, genre)
    publisher = item.source_field("publisher")
    for variable in ("note", "publisher"):
        text = item.text.get(variable, "")
        if not text or (
            variable == "publisher" and (publisher is None or publisher.name != "howpublished")
        ):
            continue
        found = _description(text, variable)
        if found is not None:
            return _described(item, variable, found)
    return item


def with_broadcast(item: Item) -> Item:
    """Return a recording that is described as a podcast or series as a broadcast, with the show in `maintitle`."""
    if item.type not in _RECORDINGS or item.entry is None:
        return item
    from refkit.model.bibtex_words import description

    addon = item.entry.fields_named(_TITLEADDON).get("titleaddon")
    words = item.text.get("genre") or (addon.value.strip(" {}") if addon is not None else "")
    found = description(words) if words else None
    if found is None or found.item_type != "broadcast":
        return item
    show = item.custom.get("maintitle", "")
    text = item.text if not show else {"container-title": show, **item.text}
    return replace(item, type="broadcast", text=text)


def _with_type_of(item: Item, genre: str) -> Item:
    from refkit.model.bibtex_words import description

    found = description(genre)
    is_exact = found is not None and not found.rest
    return replace(item, type=found.item_type) if found is not None and is_exact else item


def _description(text: str, variable: str) -> Description | None:
    """Return the description that a note consists of, or `howpublished` begins with."""
    from refkit.model.bibtex_words import description, presentation

    found = presentation(text) or description(text)
    if found is None or (variable == "note" and found.rest and found.item_type != "speech"):
        return None
    return found


def _with_genre_in_note(item: Item) -> Item:
    """Return a @booklet with the description in its note, such as `Brochure`."""
    from refkit.data.work_types import BRACKETED_TYPES

    note = item.text.get("note", "").strip("[]. ")
    if "genre" in item.text or BRACKETED_TYPES.get(note.lower()) != "pamphlet":
        return item
    return replace(item, text={**without(item, "note"), "genre": note})


def _described(item: Item, variable: str, found: Description) -> Item:
    """Return an item with a description in the place of the variable that contained it."""
    text = without(item, variable)
    if found.words:
        text["genre"] = found.words
    if found.rest:
        text.setdefault("event-title" if found.item_type == "speech" else "publisher", found.rest)
    return replace(item, type=found.item_type, text=text)


def with_web_page(item: Item) -> Item:
    """Return a @misc as a web page if it is only at an address."""
    is_misc = item.type == "document" and "URL" in item.text and _entry_type(item) == "misc"
    if (
        not is_misc
        or any(name in item.text for name in _NOT_OF_WEB_PAGES)
        or item.custom.get("eprint")
    ):
        return item
    publisher = item.source_field("publisher")
    if "publisher" in item.text and (publisher is None or publisher.name == "publisher"):
        return item
    return replace(item, type="webpage")


def with_speech(item: Item) -> Item:
    """Return an unpublished work that has an event as a speech."""
    if item.type != "manuscript" or not (
        "event-date" in item.dates or any(v in item.text for v in _EVENT)
    ):
        return item
    return replace(item, type="speech")


def with_review_as_article(item: Item) -> Item:
    """Return a review without the work that it reviews as an article, because styles would repeat its title."""
    is_review = item.type == "review" and "container-title" in item.text
    if not is_review or "reviewed-title" in item.text or "reviewed-author" in item.names:
        return item
    subtype = item.custom.get("entrysubtype", "").lower()
    return replace(item, type=SUBTYPES.get(subtype, "article-journal"))


def with_news(item: Item) -> Item:
    """Return a dated @article in a newspaper as such; BibTeX has no type for it, and styles print its day."""
    is_dated = (
        item.type == "article-journal" and item.issued.start is not None and item.issued.start.day
    )
    if not is_dated or "volume" in item.text or "DOI" in item.text:
        return item
    from refkit.data.news import NEWSPAPERS

    is_newspaper = item.text.get("container-title", "").lower() in NEWSPAPERS
    return replace(item, type="article-newspaper") if is_newspaper else item


def with_magazine(item: Item) -> Item:
    """Return an @article of a month or day in a well-known magazine as such; styles print its month."""
    is_dated = (
        item.type == "article-journal" and item.issued.start is not None and item.issued.start.month
    )
    if not is_dated or "DOI" in item.text:
        return item
    from refkit.data.news import MAGAZINES

    is_magazine = item.text.get("container-title", "").lower() in MAGAZINES
    return replace(item, type="article-magazine") if is_magazine else item


def with_university(item: Item) -> Item:
    """Return a thesis with its university as the publisher, and with its publisher as the archive."""
    if item.type != "thesis" or "publisher" not in item.text or "archive" in item.text:
        return item
    school = next((item.custom[name] for name in _THESIS_SCHOOLS if name in item.custom), "")
    if not school or school == item.text["publisher"]:
        return item
    return _with_text(item, publisher=school, archive=item.text["publisher"])


def with_subtitle_case(item: Item) -> Item:
    """Return an item with the variables in `custom` for which guides have small subtitles."""
    variables = small_subtitle_variables(item)
    return (
        replace(item, custom={**item.custom, SUBTITLE_CASE: " ".join(variables)})
        if variables
        else item
    )


def with_entry_type(item: Item) -> Item:
    """Return an item with its entry type in `custom`, if the guide of a style can depend on it.

    CSL-JSON has no place for it otherwise: that "PhD thesis" is not the author's word, or that the publisher of a web
    page is an organization.
    """
    entry_type = _entry_type(item)
    if not entry_type or not _depends_on_entry_type(item, entry_type):
        return item
    return replace(item, custom={**item.custom, ENTRY_TYPE: entry_type})


def _depends_on_entry_type(item: Item, entry_type: str) -> bool:
    text = item.text
    if item.type in ("thesis", "report") and text.get("genre") in _IMPLIED_GENRES:
        return True
    if item.type.startswith("article-") and ("number" in text or text.get("page", "-").isalnum()):
        return True
    if item.type in _GUIDED_TYPES or (item.type == "chapter" and "container-title" not in text):
        return True
    if "status" in text or item.issued.literal:
        return True
    if "edition" in text or (item.type == "paper-conference" and "event-place" in text):
        return True
    if item.type == "article-journal" and "eprinttype" in item.custom:
        return True
    if item.type in ("manuscript", "personal_communication") and "call-number" in text:
        return True
    if item.type == "webpage":
        field = item.source_field("publisher")
        return "publisher" in text and field is not None and field.name in ORGANIZATIONS
    return len(item.author) == 1 and str(item.author[0]) == text.get("publisher")


def _entry_type(item: Item) -> str:
    return item.entry.type.lower() if item.entry is not None else ""


def _with_text(item: Item, **values: str) -> Item:
    return replace(item, text={**item.text, **values})


_STEPS: tuple[Step, ...] = (
    with_title, with_edition_number, with_access_date, with_original_date, with_whole_family, with_author_role,
    with_patent_number, with_page_list, with_named_chapter, with_described_type, with_broadcast, with_preprint,
    with_web_page, with_speech, with_review_as_article, with_news, with_magazine, with_university, with_subtitle_case,
    with_entry_type,
)  # fmt: skip
