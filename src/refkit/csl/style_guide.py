"""Items from .bib files and plain text in the form that the guide of a style asks for (see `data/style_guides.py`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from refkit.csl.edition_terms import appends_edition_term, numbers_editions
from refkit.csl.style import Style
from refkit.data.bibtex_csl import ENTRY_TYPE, GENRES, ORGANIZATIONS, STATES, SUBTITLE_CASE
from refkit.data.style_guides import REPORT, StyleGuide, guide_of
from refkit.data.work_types import PATENT_ADJECTIVES
from refkit.model.bibtex_citing import with_named_chapter
from refkit.model.citing import as_cited, is_from_bibtex, is_from_text
from refkit.model.date import Date
from refkit.model.item import Item
from refkit.model.sentence_case import (
    BOOK_PART_TYPES,
    NAMED_TYPES,
    TITLES,
    keep_capitals,
    main_title,
    small_subtitle,
    small_subtitle_variables,
    with_small_letter,
)
from refkit.patterns import lazy_pattern
from refkit.records import dataclass, replace
from refkit.tex.decode import decode

if TYPE_CHECKING:
    from refkit.model.variable_types import NameVariable

ARTICLES = frozenset(("article-journal", "article-magazine", "article-newspaper"))
PUBLISHED = frozenset(
    ("book", "report", "pamphlet", "webpage", "document", "standard", "dataset", "software")
)
# Variables in which an author can be repeated.
HOSTS = ("publisher", "container-title")
# Databases by eprinttype.
DATABASES = {"jstor": "JSTOR", "pubmed": "PubMed", "eric": "ERIC"}
ARXIV = "arXiv:"
# A single page of these forms is an article number: e0151234, 044501, 1234567.
ARTICLE_NUMBER = lazy_pattern(r"[A-Za-z]{1,3}\d{2,}|0\d{3,}|\d{6,}")
# What the author of a film, podcast or series did, by description; and types of works in archives.
_ROLES: dict[str, NameVariable] = {
    **dict.fromkeys("film|motion picture|movie|documentary|spielfilm|dokumentarfilm".split("|"), "director"),
    **dict.fromkeys("podcast|audio podcast|video podcast|podcast episode|audio podcast episode".split("|"), "host"),
    **dict.fromkeys(("tv series", "television series"), "executive-producer"),
}  # fmt: skip
_STATES = frozenset(STATES.values())
_SCREEN_TYPES = frozenset(("motion_picture", "broadcast", "song"))
# Creators in the place of an author, by importance.
_CREATORS: tuple[NameVariable, ...] = (
    "director", "host", "performer", "composer", "script-writer", "executive-producer", "series-creator", "producer",
    "narrator",
)  # fmt: skip
ARCHIVED = frozenset(("manuscript", "personal_communication"))
# Kinds of patents that BibLaTeX's localization keys stand for.
_PATENTS = frozenset(genre for key, genre in GENRES.items() if key.startswith("patent"))
TITLEADDON = frozenset(("titleaddon",))
SCRIPTS = {"Han": lazy_pattern("[\u3400-\u9fff]"), "Cyrillic": lazy_pattern("[\u0400-\u04ff]")}


@dataclass(slots=True, frozen=True)
class GuidedStyle:
    """A style and the facts about its guide."""

    style: Style
    guide: StyleGuide

    def cited(self, item: Item) -> Item:
        """Return an item prepared for the style.

        Items from .bib files, or converted from them, follow the guide. So do plain-text references, which follow
        that of another style.
        """
        if not is_from_bibtex(item):
            is_from_csl = ENTRY_TYPE not in item.custom and SUBTITLE_CASE not in item.custom
            is_guided = is_from_text(item) or not is_from_csl
            item = as_cited(item)
            if not is_guided:
                return item
        else:
            for prepare in _BEFORE:
                item = prepare(self, item)
            item = as_cited(item, self._kept_titles(item))
        for step in _STEPS:
            item = step(self, item)
        return item

    def follows_items(self, items: Iterable[Item | Mapping[str, object]]) -> bool:
        """Whether each item has the terms of its own language: the guide demands it, and no item is CSL's own."""
        return bool(self.guide.script) and all(
            isinstance(item, Item) and (is_from_bibtex(item) or is_from_text(item))
            for item in items
        )

    def _kept_titles(self, item: Item) -> frozenset[str]:
        """Return the variables with the titles of books and web pages whose case the guide keeps."""
        if item.type in ("webpage", "document") and self.guide.keeps_pages and "URL" in item.text:
            return frozenset(("title",))
        if not self.guide.keeps_books:
            return frozenset()
        if item.type == "book":
            return frozenset(("title", "volume-title"))
        return frozenset(("container-title",)) if item.type in BOOK_PART_TYPES else frozenset()

    def prints(self, item: Item, variable: str) -> bool:
        """Whether the entry of an item depends on a variable."""
        from refkit.csl.lost import lost_variables

        return not lost_variables(self.style, item, (variable,))


def guided(style: Style) -> GuidedStyle:
    """Return a style with the facts about its guide."""
    return GuidedStyle(style, guide_of(style.id.rpartition("/")[2]))


Step = Callable[[GuidedStyle, Item], Item]


def with_description(style: GuidedStyle, item: Item) -> Item:
    """Return an item with its `titleaddon` as the description, if the guide has descriptions."""
    if not style.guide.has_descriptions or item.entry is None or "genre" in item.text:
        return item
    field = item.entry.fields_named(TITLEADDON).get("titleaddon")  # without keeping all fields
    if field is None:
        return item
    description = decode(field.value, protect=True)[0].strip()
    title = item.text.get("title", "")
    if not description or not title.endswith(f" {description}"):
        return item
    title = title[: -len(description)].rstrip().removesuffix(".")
    return _with_text(item, title=title, genre=description)


def with_capitals(style: GuidedStyle, item: Item) -> Item:
    """Return an item that keeps the capitals of words that CSL's title case would not have, and the guide has."""
    words = style.guide.capitalized
    variables = (*TITLES, "container-title") if words and item.type in BOOK_PART_TYPES else TITLES
    kept = {v: keep_capitals(item.text[v], words) for v in variables if words and v in item.text}
    return replace(item, text=item.text | kept) if kept else item


def with_small_subtitle(style: GuidedStyle, item: Item) -> Item:
    """Return an item in English whose subtitle begins with a small letter, if the guide has that."""
    if not style.guide.has_small_subtitles:
        return item
    small = {v: small_subtitle(item.text[v]) for v in small_subtitle_variables(item)}
    return _with_text(item, **small) if small else item


def with_small_subtitle_of_csl_json(style: GuidedStyle, item: Item) -> Item:
    """Return an item that was converted from BibTeX with a small subtitle, if the guide has that."""
    if is_from_bibtex(item) or not style.guide.has_small_subtitles:
        return item
    variables = item.custom.get(SUBTITLE_CASE, "").split()
    return _with_text(
        item, **{v: with_small_letter(item.text[v]) for v in variables if v in item.text}
    )


def with_edition(style: GuidedStyle, item: Item) -> Item:
    """Return an item with the edition as the style prints it: its number, "2nd ed.", or the words of the entry."""
    edition = item.text.get("edition", "")
    if not edition.isdecimal():
        return item
    if not style.guide.has_edition_words:
        field = item.source_field("edition")
        is_changed = field is not None and field.value != edition
        if field is None or not is_changed or numbers_editions(style.style.tree):
            return item
        return _with_text(item, edition=decode(field.value)[0].strip())
    from refkit.csl.numbers import ordinal_writer

    locale = style.style.compiled().locale
    term = locale.term("edition", "short") or ""
    ordinal = ordinal_writer("ordinal", locale.gender("edition"), locale)(edition)
    return _with_text(item, edition=f"{ordinal} {term}".strip(" ."))


def with_edition_term(style: GuidedStyle, item: Item) -> Item:
    """Return an item with the style's term after an edition in words, which BibTeX's styles append: `Revised ed.`."""
    edition = item.text.get("edition", "")
    is_number = edition.isalnum() and edition[:1].isdecimal()
    has_term = appends_edition_term(style.style.tree) or style.guide.has_edition_words
    if not edition or is_number or not has_term:
        return item
    from refkit.csl.locale import load_locale
    from refkit.model.bibtex_words import names_edition

    locale = style.style.compiled().locale
    if style.guide.script and item.language:
        locale = load_locale(item.language)
    is_foreign = item.language and not item.language.startswith(locale.language[:2])
    if is_foreign or names_edition(edition):
        return item
    term = locale.term("edition", "short") or ""
    return _with_text(item, edition=f"{edition} {term}".strip())


def with_whole_book(style: GuidedStyle, item: Item) -> Item:
    """Return an @inbook without another title as the book: its `title` is that of the book (btxdoc, 3.1)."""
    if item.type != "chapter" or "container-title" in item.text:
        return item
    entry_type = (
        item.entry.type if is_from_bibtex(item) and item.entry else item.custom.get(ENTRY_TYPE)
    )
    is_book = entry_type == "inbook" and with_named_chapter(item) is item
    return replace(item, type="book") if is_book else item


def with_date_of_event(style: GuidedStyle, item: Item) -> Item:
    """Return a speech with one date, in the variable that the style prints."""
    if item.type != "speech" or item.issued.start is None:
        return item
    held = item.dates.get("event-date")
    if held is None:
        if style.prints(item, "issued"):
            return item
        return replace(item, dates={**item.dates, "event-date": item.issued})
    if held != item.issued or not style.prints(item, "issued"):
        return item
    return replace(item, dates={n: date for n, date in item.dates.items() if n != "event-date"})


def with_status(style: GuidedStyle, item: Item) -> Item:
    """Return a work that has no date yet with its state, such as "in press", in the variable that the style prints."""
    date, status = item.dates.get("issued"), item.text.get("status", "")
    if date is None and status and not style.prints(item, "status"):
        return replace(item, dates={**item.dates, "issued": Date(literal=status)})
    if date is None or status or date.literal.lower() not in _STATES:
        return item
    dates = {name: value for name, value in item.dates.items() if name != "issued"}
    changed = replace(_with_text(item, status=date.literal), dates=dates)
    return changed if style.prints(changed, "status") else item


def with_place_of_talk(style: GuidedStyle, item: Item) -> Item:
    """Return a speech with the place after the event, if the style prints the event only."""
    place = item.text.get("event-place", "")
    event = item.text.get("event-title", "")
    if item.type != "speech" or not place or not event or style.prints(item, "event-place"):
        return item
    return _with_text(item, **{"event-title": f"{event}, {place}", "event-place": ""})


def with_role(style: GuidedStyle, item: Item) -> Item:
    """Return a film, podcast or series with its author as director, host or producer, if the style prints them."""
    genre = "film" if item.custom.get(ENTRY_TYPE) == "movie" else item.text.get("genre", "").lower()
    role = _ROLES.get(genre, "")
    if (
        item.type not in _SCREEN_TYPES
        or not role
        or "author" not in item.names
        or role in item.names
    ):
        return item
    changed = _renamed(item, "author", role)
    return changed if style.prints(changed, role) else item


def with_printed_creators(style: GuidedStyle, item: Item) -> Item:
    """Return an item with its director or host as the author, if it has no author and the style does not print them."""
    if "author" in item.names or "editor" in item.names:
        return item
    role = next((role for role in _CREATORS if role in item.names), "")
    return item if not role or style.prints(item, role) else _renamed(item, role, "author")


def _renamed(item: Item, old: str, new: str) -> Item:
    names = {new if name == old else name: people for name, people in item.names.items()}
    return replace(item, names=names)


def with_omitted_description(style: GuidedStyle, item: Item) -> Item:
    """Return an item without a description that the guide does not print, such as `Film`."""
    genre = item.text.get("genre", "").lower()
    if item.type == "speech" and style.guide.has_presented_at:
        kind = genre.removesuffix(" presentation")
        return _with_text(item, genre=kind if kind in ("paper", "poster") else "")
    return _with_text(item, genre="") if genre in style.guide.omitted else item


def with_archive(style: GuidedStyle, item: Item) -> Item:
    """Return a letter or manuscript with its `library` as the archive."""
    library = item.text.get("call-number", "")
    if item.type not in ARCHIVED or not library or "archive" in item.text:
        return item
    return _with_text(item, archive=library, **{"call-number": ""})


def with_short_title(style: GuidedStyle, item: Item) -> Item:
    """Return an item from a .bib file with the title before a colon as the short title.

    BibLaTeX's styles print the title without the subtitle in repeated citations.
    """
    title = item.text.get("title", "")
    if "title-short" in item.text or item.type in NAMED_TYPES or not is_from_bibtex(item):
        return item
    short = main_title(title)
    return _with_text(item, **{"title-short": short}) if short else item


def with_type_description(style: GuidedStyle, item: Item) -> Item:
    """Return an item with the guide's description of its entry type, if no other is given."""
    descriptions = style.guide.descriptions
    description = descriptions.get(item.custom.get(ENTRY_TYPE, ""), "")
    return _with_text(item, genre=description) if description and "genre" not in item.text else item


def with_guide_genre(style: GuidedStyle, item: Item) -> Item:
    """Return an item with the guide's word for a thesis or report whose entry type implies it."""
    implied, shown = item.text.get("genre", ""), style.guide.implied_report
    if implied == REPORT and (shown == "never" or (shown == "numbered" and not item.number)):
        return _with_text(item, genre="")
    genre = style.guide.genres.get(implied)
    return _with_text(item, genre=genre) if genre else item


def with_article_number(style: GuidedStyle, item: Item) -> Item:
    """Return an article with its number in the place of pages, or in its own place if the guide has one."""
    if item.type not in ARTICLES:
        return item
    number, page = item.text.get("number", ""), item.text.get("page", "")
    if number and page.lower() == number.lower():  # as ADS writes them
        return with_article_number(style, _with_text(item, page=""))
    if not style.guide.has_article_numbers and number and not page:
        return _with_text(item, number="", page=number)
    if style.guide.has_article_numbers and not number and ARTICLE_NUMBER.fullmatch(page):
        return _with_text(item, number=page, page="")
    return item


def with_patent_office(style: GuidedStyle, item: Item) -> Item:
    """Return a patent with its kind before its number, if the style prints the number only: "U.S. Patent 5,123,456"."""
    genre, number = item.text.get("genre", ""), item.text.get("number", "")
    if item.type != "patent" or not genre or not number or style.guide.script:
        return item
    if genre in _PATENTS:
        genre = genre.replace(" patent", " Patent")
        item = _with_text(item, genre=genre)
    if style.prints(item, "genre") or not style.prints(item, "number"):
        return item
    if item.authority in PATENT_ADJECTIVES and is_from_text(item):
        genre = f"{PATENT_ADJECTIVES[item.authority]} {genre[:1].upper()}{genre[1:]}"
    return _with_text(item, number=f"{genre} {number}")


def with_eprint(style: GuidedStyle, item: Item) -> Item:
    """Return a preprint on arXiv with its number as the guide writes it."""
    form, number = style.guide.eprint, item.text.get("number", "")
    if not form or item.type != "article" or not number.startswith(ARXIV):
        return item
    if form == "plain":
        return _with_text(item, number=number.removeprefix(ARXIV))
    address = item.source_field("URL")
    is_implied = address is None or address.name == "eprint"
    return _with_text(item, publisher="", **({"URL": ""} if is_implied else {}))


def with_site(style: GuidedStyle, item: Item) -> Item:
    """Return a web page with its organization as the name of the site, if the style prints that."""
    if item.type != "webpage" or style.guide.has_site_publisher:
        return item
    field = item.source_field("publisher") if is_from_bibtex(item) else None
    if field is not None and field.name not in ORGANIZATIONS:
        return item
    organization = item.text.get("publisher", "")
    if not organization or "container-title" in item.text:
        return item
    changed = _with_text(item, **{"publisher": "", "container-title": organization})
    return changed if style.prints(changed, "container-title") else item


def with_one_publisher(style: GuidedStyle, item: Item) -> Item:
    """Return an item without a publisher or site that is its author, or without the author, as the guide asks."""
    same = style.guide.same_publisher
    author = "".join(map(str, item.author))
    if not same or not author or item.type not in PUBLISHED:
        return item
    repeated = {v: "" for v in HOSTS if _is_same(item.text.get(v, ""), author)}
    if not repeated:
        return item
    if same == "publisher":
        return _with_text(item, **repeated)
    return replace(
        item, names={name: list_ for name, list_ in item.names.items() if name != "author"}
    )


def _is_same(name: str, other: str) -> bool:
    return name.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")


def with_place_of_event(style: GuidedStyle, item: Item) -> Item:
    """Return a paper with the place of the conference instead of its publisher's, if the guide asks for it."""
    place = item.text.get("event-place", "")
    if not place or not style.guide.has_event_place or item.type != "paper-conference":
        return item
    return _with_text(item, **{"publisher-place": place, "publisher": ""})


def with_database(style: GuidedStyle, item: Item) -> Item:
    """Return an item with the database of its eprint, such as JSTOR, in the guide's variable."""
    variable = style.guide.archive
    name = DATABASES.get(item.custom.get("eprinttype", "").lower()) or item.text.get("archive", "")
    if not variable or not name or variable in item.text or item.type not in ARTICLES:
        return item
    return _with_text(item, **{"archive": "", variable: name})


def with_language(style: GuidedStyle, item: Item) -> Item:
    """Return an item that is not in the guide's script and has no language as an English one."""
    script = SCRIPTS.get(style.guide.script)
    if script is None or item.language or script.search(item.text.get("title", "")):
        return item
    return _with_text(item, language="en-US")


def _with_text(item: Item, **values: str) -> Item:
    """Return an item with other values; an empty one removes the variable."""
    text = {name: value for name, value in (item.text | values).items() if value}
    return replace(item, text=text)


_BEFORE: tuple[Step, ...] = (
    with_whole_book, with_description, with_capitals, with_small_subtitle,
)  # fmt: skip
_STEPS: tuple[Step, ...] = (
    with_small_subtitle_of_csl_json, with_whole_book, with_type_description, with_guide_genre, with_language,
    with_edition, with_edition_term, with_status, with_date_of_event, with_place_of_talk, with_role,
    with_printed_creators, with_omitted_description, with_archive, with_short_title, with_article_number,
    with_patent_office, with_eprint, with_site, with_one_publisher, with_place_of_event, with_database,
)  # fmt: skip
