"""Fields that are read in combination: dates, titles with their parts, eprints, editors, languages."""

from __future__ import annotations

from refkit.data.bibtex_csl import (
    EDITOR_ROLES,
    LANGUAGES,
    MEDIA_SUBTYPES,
    MEDIA_TYPES,
    PART_TYPES,
    SUBTYPES,
    TYPE_GENRES,
    VOLUME_TYPES,
    WHOLE_TYPES,
)
from refkit.data.csl import ITEM_TYPES as CSL_TYPES
from refkit.formats.bibtex.eprints import eprint_variables, is_preprint
from refkit.formats.bibtex.fields_read import read_custom, read_name_list
from refkit.formats.bibtex.item_builder import EntryItemBuilder
from refkit.formats.bibtex.name_annotations import ENDING, read_annotations
from refkit.model.dates import parse_date, year_month_date
from refkit.model.entry import Field
from refkit.model.identifiers import parse_pmid
from refkit.patterns import lazy_pattern
from refkit.records import replace
from refkit.tex.decode import END_SPAN, NOCASE

COMBINED_FIELDS = """date year month day subtitle titleaddon maintitle mainsubtitle maintitleaddon booksubtitle
    booktitleaddon journalsubtitle journaltitleaddon eventtitleaddon eprint eprinttype archiveprefix
    eprintclass primaryclass howpublished editortype editora editoratype editorb editorbtype editorc
    editorctype entrysubtype options""".split()
_END_MARK = lazy_pattern(r"[?!.:;,…][\"”’')\]]*(?:</[a-z]+>)*\Z")


def read_combined_fields(builder: EntryItemBuilder) -> None:
    """Read the fields that depend on others, and move remaining ones to `custom`."""
    genre = TYPE_GENRES.get(builder.entry.type)
    if genre and "genre" not in builder.text and not builder.is_genre_unstated:
        builder.text["genre"] = genre
    if "langidopts" in builder.custom:
        read_variant(builder)
    if "address" in builder.custom:
        read_place_of_event(builder)
    _read_pending(builder)
    if builder.entry.type not in PART_TYPES and builder.text.get("container-title"):
        _drop_own_title(builder)
    if any(name.endswith(ENDING) for name in builder.custom):
        read_annotations(builder)


def _drop_own_title(builder: EntryItemBuilder) -> None:
    """Move a `booktitle` that is the title of the work itself to `custom`, unless the type is that of a part."""
    text, origins = builder.text, builder.origins
    if origins["container-title"].name != "booktitle":
        return
    own, container = _comparable(text.get("title", "")), _comparable(text["container-title"])
    if container == own:
        builder.custom["booktitle"] = text.pop("container-title")
        del origins["container-title"]


def _comparable(title: str) -> str:
    """Return a title without case, protection and marks at its end."""
    return title.replace(NOCASE, "").replace(END_SPAN, "").lower().rstrip(" .,;:")


def _read_pending(builder: EntryItemBuilder) -> None:
    """Read the pending fields in combination."""
    pending = builder.pending
    if not pending:
        return
    read_issued(builder)
    if pending:
        for read in _READERS:
            read(builder)
        for field in pending.values():
            read_custom(builder, field, "")


def read_issued(builder: EntryItemBuilder) -> None:
    """Read `date`, or `year` with `month` and `day`; parts that are not used stay pending."""
    pending = builder.pending
    date, year = pending.pop("date", None), pending.get("year")
    month = day = None
    if date is not None:
        issued = parse_date(builder.date_text(date))
        origin = date
        if year is not None and year.value in date.value:
            del pending["year"]
            if issued.month is not None:
                pending.pop("month", None)
    elif year is not None:
        origin = pending.pop("year")
        month, day = pending.get("month"), pending.get("day")
        issued = year_month_date(
            builder.date_text(year),
            month.value if month else "",
            day.value if day else "",
        )
        start = issued.start
        if start is not None and (start.month or start.season):
            pending.pop("month", None)
            if start.day:
                pending.pop("day", None)
    else:
        return
    builder.set_date("issued", issued, origin, _culprit(issued.problem, month, day) or origin)


def _culprit(problem: str, month: Field | None, day: Field | None) -> Field | None:
    """Return the field that has the problem of a date: the month, the day, or None."""
    if month is not None and ("month" in problem or (day is None and "day" in problem)):
        return month
    return day if "day" in problem else None


def title_with_parts(title: str, subtitle: str, addon: str) -> str:
    """Return "Title: subtitle. Addon", without colon or full stop after a title that ends in a mark."""
    for part, mark in ((subtitle, ":"), (addon, ".")):
        if part:
            title = (
                part if not title else f"{title}{'' if _END_MARK.search(title) else mark} {part}"
            )
    return title


def read_titles(builder: EntryItemBuilder) -> None:
    """Add subtitles and addons to titles, and read the title of a multivolume work."""
    text, take = builder.text, builder.take_pending
    for variable, parts in (
        ("title", ("subtitle", "titleaddon")),
        ("container-title", ("booksubtitle", "booktitleaddon")),
        ("container-title", ("journalsubtitle", "journaltitleaddon")),
        ("event-title", ("", "eventtitleaddon")),
    ):
        if variable in text and (parts[0] in builder.pending or parts[1] in builder.pending):
            subtitle, addon = take(parts[0], True), take(parts[1], True)
            text[variable] = title_with_parts(text[variable], subtitle, addon)
    if "maintitle" in builder.pending:
        read_main_title(builder)


def read_main_title(builder: EntryItemBuilder) -> None:
    """Replace the volume's title, if any, by that of the whole work, and set CSL's volume-title."""
    text, origins, entry_type = builder.text, builder.origins, builder.entry.type
    if entry_type not in WHOLE_TYPES and entry_type not in PART_TYPES:
        return
    variable = "title" if entry_type in WHOLE_TYPES else "container-title"
    if variable in text and entry_type not in VOLUME_TYPES and entry_type not in PART_TYPES:
        return
    origin = builder.pending["maintitle"]
    parts = [
        builder.take_pending(name, True) for name in ("maintitle", "mainsubtitle", "maintitleaddon")
    ]
    if variable in text:
        text["volume-title"], origins["volume-title"] = text[variable], origins[variable]
    text[variable], origins[variable] = title_with_parts(*parts), origin


def read_eprint(builder: EntryItemBuilder) -> None:
    """Read a PMID, or the variables that the eprint implies; the eprint is kept in `custom`."""
    pending = builder.pending
    archive = pending.get("eprinttype") or pending.get("archiveprefix")
    field = pending.pop("eprint", None)
    if field is None:
        if archive is not None:
            _read_archive(builder, archive)
        return
    name = archive.value.lower() if archive else "arxiv" if "primaryclass" in pending else ""
    if name == "pubmed" and "PMID" not in builder.text and (pmid := parse_pmid(field.value)):
        builder.set_text("PMID", pmid, field)
        pending.pop("eprinttype", None)
        pending.pop("archiveprefix", None)
        return
    custom = builder.custom
    custom["eprint"] = field.value
    for alias, field_name in (("archiveprefix", "eprinttype"), ("primaryclass", "eprintclass")):
        value = pending.pop(field_name, None) or pending.pop(alias, None)
        if value is not None:
            custom[field_name] = value.value
    _add_implied(builder, field)


def _read_archive(builder: EntryItemBuilder, field: Field) -> None:
    """Read the archive of an entry without a number there: a preprint server shows what the work is."""
    if is_preprint(builder.entry.type, {"eprinttype": field.value}):
        builder.custom["eprinttype"] = builder.pending.pop(field.name).value
        _add_implied(builder, field)


def _add_implied(builder: EntryItemBuilder, field: Field) -> None:
    """Add the variables that an eprint implies, unless other fields have them."""
    if is_preprint(builder.entry.type, builder.custom):
        builder.item.type = "article"
    implied = eprint_variables(builder.entry.type, builder.custom, builder.text)
    for variable, text in implied.items():
        if variable not in builder.text:
            builder.text[variable] = text
            builder.origins[variable] = field


def read_howpublished(builder: EntryItemBuilder) -> None:
    """Read an address, and other words as a publisher."""
    field = builder.pending.pop("howpublished", None)
    if field is not None:
        from refkit.formats.bibtex import howpublished

        howpublished.read_howpublished(builder, field)


def read_editors(builder: EntryItemBuilder) -> None:
    """Read editors with their roles; keep a role that CSL has no variable for in `custom` (blx 2.3.6)."""
    pending, names = builder.pending, builder.item.names
    role = pending.get("editortype")
    if role is not None and "editor" in names:
        variable = EDITOR_ROLES.get(role.value.lower())
        if variable and (variable == "editor" or variable not in names):
            del pending["editortype"]
            names[variable] = names.pop("editor")
            builder.origins[variable] = builder.origins.pop("editor")
    for letter in "abc":
        field, role = pending.pop(f"editor{letter}", None), pending.get(f"editor{letter}type")
        if field is None:
            continue
        variable = EDITOR_ROLES.get(role.value.lower()) if role else None
        if variable and variable not in names:
            pending.pop(f"editor{letter}type")
            read_name_list(builder, field, variable)
        else:
            builder.custom[field.name] = field.value


def read_subtype(builder: EntryItemBuilder) -> None:
    """Read `entrysubtype`, which can be more specific than the entry type."""
    field = builder.pending.get("entrysubtype")
    if field is None:
        return
    subtype = field.value.lower()
    if subtype in SUBTYPES and builder.entry.type not in ("article", "suppperiodical"):
        return
    if subtype in MEDIA_SUBTYPES and builder.entry.type in MEDIA_TYPES:
        builder.item.type = MEDIA_SUBTYPES[subtype]  # the subtype says more and is kept
        return
    item_type = SUBTYPES.get(subtype) or (field.value if field.value in CSL_TYPES else "")
    if item_type:
        del builder.pending["entrysubtype"]
        builder.item.type = item_type


def read_options(builder: EntryItemBuilder) -> None:
    """`options = {useprefix=false}`: particles are omitted if only the family name is shown (blx 3.1.3.1)."""
    field = builder.pending.pop("options", None)
    if field is None:
        return
    options = [option.strip() for option in field.value.split(",")]
    other_options = [
        option for option in options if option.replace(" ", "").lower() != "useprefix=false"
    ]
    if other_options:
        builder.custom["options"] = ", ".join(other_options)
    if len(other_options) < len(options):
        for variable, names in builder.item.names.items():
            builder.item.names[variable] = tuple(
                replace(name, particle="", dropping_particle=name.particle)
                if name.particle
                else name
                for name in names
            )


def read_variant(builder: EntryItemBuilder) -> None:
    """Read the variant of polyglossia's language from `langidopts = {variant=british}`."""
    variant = builder.custom["langidopts"].partition("variant=")[2].partition(",")[0].strip()
    if variant in LANGUAGES and "language" in builder.text:
        builder.text["language"] = LANGUAGES[variant]


def read_place_of_event(builder: EntryItemBuilder) -> None:
    """Read the publisher's `address` and the conference's `location` of ACM's exports."""
    text, origins = builder.text, builder.origins
    has_both = (
        builder.item.type == "paper-conference" and origins["publisher-place"].name == "location"
    )
    if has_both and "event-place" not in text:
        text["event-place"], origins["event-place"] = (
            text["publisher-place"],
            origins["publisher-place"],
        )
        text["publisher-place"] = builder.custom.pop("address")


_READERS = (
    read_titles, read_howpublished, read_eprint, read_editors, read_subtype, read_options,
)  # fmt: skip
