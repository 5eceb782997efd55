"""What several fields say together: dates, titles with their parts, eprints, editors, languages."""

from __future__ import annotations

from dataclasses import replace

from refkit.data.bibtex_csl import (
    EDITOR_ROLES,
    LANGUAGES,
    PART_TYPES,
    SUBTYPES,
    TYPE_GENRES,
    VOLUME_TYPES,
)
from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.formats.bibtex.fields_draft import Draft
from refkit.formats.bibtex.fields_eprint import eprint_variables, is_preprint
from refkit.formats.bibtex.fields_read import TEX_URL, plain_address, read_custom, read_names
from refkit.formats.bibtex.name_annotations import ENDING, read_annotations
from refkit.model.dates import parse_date, year_month_date
from refkit.model.identifiers import parse_pmid
from refkit.patterns import lazy_pattern

LATE_FIELDS = """date year month day subtitle titleaddon maintitle mainsubtitle maintitleaddon booksubtitle
    booktitleaddon journalsubtitle journaltitleaddon eventtitleaddon eprint eprinttype archiveprefix
    eprintclass primaryclass howpublished editortype editora editoratype editorb editorbtype editorc
    editorctype entrysubtype options""".split()
_END_MARK = lazy_pattern(r"[?!.:;,…][\"”’')\]]*(?:</[a-z]+>)*\Z")


def finish(draft: Draft) -> None:
    """Read what depends on several fields; what nothing asked for goes to `custom`."""
    genre = TYPE_GENRES.get(draft.entry.type)
    if genre and "genre" not in draft.text and not draft.untold_genre:
        draft.text["genre"] = genre
    if "langidopts" in draft.custom:
        read_variant(draft)
    if "address" in draft.custom:
        read_place_of_event(draft)
    _finish_late(draft)
    if any(name.endswith(ENDING) for name in draft.custom):
        read_annotations(draft)


def _finish_late(draft: Draft) -> None:
    """Read the fields that say something together with others."""
    late = draft.late
    if not late:
        return
    read_issued(draft)
    if late:
        for read in _READERS:
            read(draft)
        for field in late.values():
            read_custom(draft, field, "")


def read_issued(draft: Draft) -> None:
    """`date`, or `year` with `month` and `day`; what the date does not hold stays in `custom`."""
    late = draft.late
    date, year = late.pop("date", None), late.get("year")
    if date is not None:
        issued = parse_date(draft.date_text(date))
        origin = date
        if year is not None and year.value in date.value:
            del late["year"]
            if issued.month is not None:
                late.pop("month", None)
    elif year is not None:
        origin = late.pop("year")
        month, day = late.get("month"), late.get("day")
        issued = year_month_date(
            draft.date_text(year),
            month.value if month else "",
            day.value if day else "",
        )
        start = issued.start
        if start is not None and (start.month or start.season):
            late.pop("month", None)
            if start.day:
                late.pop("day", None)
    else:
        return
    draft.put_date("issued", issued, origin)


def title_with_parts(title: str, subtitle: str, addon: str) -> str:
    """Title: subtitle. Addon. A mark of the title's own takes the place of colon or full stop."""
    for part, mark in ((subtitle, ":"), (addon, ".")):
        if part:
            title = (
                part if not title else f"{title}{'' if _END_MARK.search(title) else mark} {part}"
            )
    return title


def read_titles(draft: Draft) -> None:
    """Titles with their subtitles and addons, and the title of a work in several volumes."""
    text, take = draft.text, draft.take
    for variable, parts in (
        ("title", ("subtitle", "titleaddon")),
        ("container-title", ("booksubtitle", "booktitleaddon")),
        ("container-title", ("journalsubtitle", "journaltitleaddon")),
        ("event-title", ("", "eventtitleaddon")),
    ):
        if variable in text and (parts[0] in draft.late or parts[1] in draft.late):
            subtitle, addon = take(parts[0], True), take(parts[1], True)
            text[variable] = title_with_parts(text[variable], subtitle, addon)
    if "maintitle" in draft.late:
        read_main_title(draft)


def read_main_title(draft: Draft) -> None:
    """The whole work's title takes the place of the volume's, which is then CSL's volume-title."""
    text, origins, entry_type = draft.text, draft.origins, draft.entry.type
    own = "title" if entry_type in VOLUME_TYPES else "container-title"
    if own not in text or (own == "container-title" and entry_type not in PART_TYPES):
        return
    origin = draft.late["maintitle"]
    parts = [draft.take(name, True) for name in ("maintitle", "mainsubtitle", "maintitleaddon")]
    text["volume-title"], origins["volume-title"] = text[own], origins[own]
    text[own], origins[own] = title_with_parts(*parts), origin


def read_eprint(draft: Draft) -> None:
    """CSL has PMID, and addresses for the archives; the eprint itself stays in `custom`."""
    late = draft.late
    if "eprint" not in late:
        return
    field = late.pop("eprint")
    archive = late.get("eprinttype") or late.get("archiveprefix")
    name = archive.value.lower() if archive else "arxiv" if "primaryclass" in late else ""
    if name == "pubmed" and "PMID" not in draft.text and (pmid := parse_pmid(field.value)):
        draft.put("PMID", pmid, field)
        late.pop("eprinttype", None)
        late.pop("archiveprefix", None)
        return
    custom = draft.custom
    custom["eprint"] = field.value
    for alias, field_name in (("archiveprefix", "eprinttype"), ("primaryclass", "eprintclass")):
        value = late.pop(field_name, None) or late.pop(alias, None)
        if value is not None:
            custom[field_name] = value.value
    if is_preprint(draft.entry.type, custom):
        draft.item.type = "article"
    for variable, text in eprint_variables(draft.entry.type, custom, draft.text).items():
        if variable not in draft.text:
            draft.text[variable] = text
            draft.origins[variable] = field


def read_howpublished(draft: Draft) -> None:
    """An address where it is one, else who published where nobody else did (btxdoc: "how it was published")."""
    field = draft.late.pop("howpublished", None)
    if field is None:
        return
    found = TEX_URL.match(field.value)
    if found is not None and "URL" not in draft.text:
        draft.put("URL", plain_address(field.value), field)
    elif "publisher" in draft.text:
        draft.custom["howpublished"] = draft.decoded(field)
    else:
        draft.put("publisher", draft.decoded(field), field)


def read_editors(draft: Draft) -> None:
    """Editors by what they do; a role that CSL has no word for stays beside the names (blx 2.3.6)."""
    late, names = draft.late, draft.item.names
    role = late.get("editortype")
    if role is not None and "editor" in names:
        variable = EDITOR_ROLES.get(role.value.lower())
        if variable and (variable == "editor" or variable not in names):
            del late["editortype"]
            names[variable] = names.pop("editor")
            draft.origins[variable] = draft.origins.pop("editor")
    for letter in "abc":
        field, role = late.pop(f"editor{letter}", None), late.get(f"editor{letter}type")
        if field is None:
            continue
        variable = EDITOR_ROLES.get(role.value.lower()) if role else None
        if variable and variable not in names:
            late.pop(f"editor{letter}type")
            read_names(draft, field, variable)
        else:
            draft.custom[field.name] = field.value


def read_subtype(draft: Draft) -> None:
    """`entrysubtype` names the item's type where the entry's type says less."""
    field = draft.late.get("entrysubtype")
    if field is None:
        return
    subtype = field.value.lower()
    if subtype in SUBTYPES and draft.entry.type not in ("article", "suppperiodical"):
        return
    item_type = SUBTYPES.get(subtype) or (field.value if field.value in CSL_TYPES else "")
    if item_type:
        del draft.late["entrysubtype"]
        draft.item.type = item_type


def read_options(draft: Draft) -> None:
    """`options = {useprefix=false}`: particles drop where the family name stands alone (blx 3.1.3.1)."""
    field = draft.late.pop("options", None)
    if field is None:
        return
    options = [option.strip() for option in field.value.split(",")]
    others = [option for option in options if option.replace(" ", "").lower() != "useprefix=false"]
    if others:
        draft.custom["options"] = ", ".join(others)
    if len(others) < len(options):
        for variable, names in draft.item.names.items():
            draft.item.names[variable] = tuple(
                replace(name, particle="", dropping_particle=name.particle)
                if name.particle
                else name
                for name in names
            )


def read_variant(draft: Draft) -> None:
    """polyglossia's names leave the variant to `langidopts = {variant=british}`."""
    variant = draft.custom["langidopts"].partition("variant=")[2].partition(",")[0].strip()
    if variant in LANGUAGES and "language" in draft.text:
        draft.text["language"] = LANGUAGES[variant]


def read_place_of_event(draft: Draft) -> None:
    """ACM's exports have the publisher's `address` and the conference's `location`."""
    text, origins = draft.text, draft.origins
    both = draft.item.type == "paper-conference" and origins["publisher-place"].name == "location"
    if both and "event-place" not in text:
        text["event-place"], origins["event-place"] = (
            text["publisher-place"],
            origins["publisher-place"],
        )
        text["publisher-place"] = draft.custom.pop("address")


_READERS = (
    read_titles, read_howpublished, read_eprint, read_editors, read_subtype, read_options,
)  # fmt: skip
