"""Items are written as entries that are read as the same items."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.data.csl import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)
from refkit.formats.bibtex import read
from refkit.formats.bibtex.fields_write import entry_fields
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.source import Source, decode

CASES = Path(os.environ.get("REFKIT_CASES", Path(__file__).parents[4] / "shared" / "cases"))
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def written(items: Iterable[Item], dialect: str) -> str:
    """The entries as text, one field per line."""
    out = []
    for item in items:
        entry_type, fields = entry_fields(item, dialect)
        lines = [
            f"  {n} = {v}," if n == "month" and v in MONTHS else f"  {n} = {{{v}}},"
            for n, v in fields
        ]
        out.append("\n".join([f"@{entry_type}{{{item.id},", *lines, "}"]))
    return "\n".join(out)


def read_back(items: Iterable[Item], dialect: str) -> list[Item]:
    return list(read(Source(written(items, dialect)), dialect).items)


ARTICLE = Item(
    "k",
    "article-journal",
    names={"author": (Name("Müller", "Ann", "von"), Name(literal="R & D"))},
    dates={"issued": Date(start=DatePoint(2004, 12, 3)), "accessed": Date(start=DatePoint(2005))},
    text={
        "title": "A <i>B</i>",
        "container-title": "J",
        "issue": "3",
        "page": "1-9",
        "language": "de",
    },
    custom={"gadget": "x_y"},
)


def test_an_article_is_written_for_bibtex() -> None:
    """In ASCII, with a macro for the month."""
    assert entry_fields(ARTICLE, "bibtex") == (
        "article",
        [
            ("author", 'von M{\\"u}ller, Ann and {R \\& D}'),
            ("title", "A {\\emph{B}}"),
            ("journal", "J"),
            ("year", "2004"),
            ("month", "dec"),
            ("day", "3"),
            ("number", "3"),
            ("pages", "1--9"),
            ("urldate", "2005"),
            ("language", "ngerman"),
            ("gadget", "x\\_y"),
        ],
    )


def test_an_article_is_written_for_biblatex() -> None:
    """In Unicode, with its date in EDTF."""
    assert entry_fields(ARTICLE, "biblatex") == (
        "article",
        [
            ("author", "von Müller, Ann and {R \\& D}"),
            ("title", "A {\\emph{B}}"),
            ("journaltitle", "J"),
            ("date", "2004-12-03"),
            ("number", "3"),
            ("pages", "1--9"),
            ("urldate", "2005"),
            ("langid", "ngerman"),
            ("gadget", "x\\_y"),
        ],
    )


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("item_type", sorted(ITEM_TYPES))
def test_every_item_type_survives_a_round_trip(item_type: str, dialect: str) -> None:
    """If the entry type is less specific, `entrysubtype` is added."""
    item = Item("k", item_type, text={"title": "T", "genre": "G", "number": "1", "publisher": "P"})
    assert read_back([item], dialect) == [item]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "item_type", ["article-journal", "book", "chapter", "thesis", "patent", "webpage", "report"]
)
def test_every_variable_survives_a_round_trip(item_type: str, dialect: str) -> None:
    """All variables at once, even if the dialect has no field for them."""
    text = {v: f"{v} x" for v in TEXT_VARIABLES | NUMBER_VARIABLES} | {
        "page": "1-5",
        "language": "de",
    }
    text |= {"URL": "https://example.org/", "DOI": "10.1000/1"}
    text["event-title"] = text.pop("event")
    names: dict[str, tuple[Name, ...]] = {
        v: (Name("Doe", "Ann"), Name(literal=v)) for v in NAME_VARIABLES
    }
    dates = {v: Date(start=DatePoint(2004, 5)) for v in DATE_VARIABLES}
    item = Item("k", item_type, names=names, dates=dates, text=text)
    assert read_back([item], dialect) == [item]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "date",
    [
        Date(start=DatePoint(2004)),
        Date(start=DatePoint(2004, 12)),
        Date(start=DatePoint(2004, 12), end=DatePoint(2005, 1)),
        Date(start=DatePoint(2004, 5), end=DatePoint(2004, 6)),
        Date(start=DatePoint(2004, 5, 28), end=DatePoint(2004, 6, 2)),
        Date(start=DatePoint(2004), open_end=True),
        Date(end=DatePoint(2004), open_start=True),
        Date(start=DatePoint(2004, season=3)),
        Date(start=DatePoint(1850), approximate=True),
        Date(start=DatePoint(1850), uncertain=True),
        Date(start=DatePoint(1850, 6), uncertain=True, approximate=True),
        Date(start=DatePoint(-44)),
        Date(start=DatePoint(-17000)),
        Date(literal="in press & more"),
        Date(start=DatePoint(2015, 2, 30), problem="February 2015 has no day 30"),
        Date(start=DatePoint(2015, 13), problem="there is no month 13"),
    ],
)
def test_every_date_survives_a_round_trip(date: Date, dialect: str) -> None:
    """In BibTeX's year and month if possible, otherwise in EDTF."""
    item = Item("k", "book", dates={"issued": date})
    assert read_back([item], dialect) == [item]


@pytest.mark.parametrize(
    ("point", "written"),
    [
        (DatePoint(2000, day=3), "2000"),
        (DatePoint(2000, 13), "2000-13"),
        (DatePoint(2000, 5, 40), "2000-05-40"),
    ],
)
def test_a_date_that_cannot_be_read_back_is_written_as_far_as_possible(
    point: DatePoint, written: str
) -> None:
    """A day without a month has no place in a date; the year is not lost with it."""
    item = Item("a", "book", dates={"issued": Date(start=point)})
    assert ("date", written) in entry_fields(item, "biblatex")[1]


@pytest.mark.parametrize(
    ("item", "entry_type"),
    [
        (Item("k", "thesis", text={"genre": "PhD thesis"}), "phdthesis"),
        (Item("k", "thesis", text={"genre": "Master’s thesis"}), "mastersthesis"),
        (Item("k", "thesis"), "phdthesis"),
        (Item("k", "chapter", text={"container-title": "B"}), "incollection"),
        (Item("k", "chapter"), "inbook"),
        (Item("k", "song"), "misc"),
    ],
)
def test_bibtex_has_fourteen_types(item: Item, entry_type: str) -> None:
    """A thesis without a degree is read as a thesis without a degree."""
    assert entry_fields(item, "bibtex")[0] == entry_type
    assert read_back([item], "bibtex") == [item]


def test_an_entry_keeps_its_type_if_it_fits() -> None:
    """A collection is not a plain book."""
    item = read(Source("@collection{k, title = {T}}")).items[0]
    assert (entry_fields(item, "biblatex")[0], entry_fields(item, "bibtex")[0]) == (
        "collection",
        "book",
    )


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_what_an_eprint_implies_is_not_written(dialect: str) -> None:
    """It is read back."""
    text = "@misc{k, title = {T}, eprint = {1501.00001}, eprinttype = {arxiv}}"
    item = read(Source(text)).items[0]
    names = [name for name, _ in entry_fields(item, dialect)[1]]
    assert names == ["title", "eprint", "eprinttype"]
    assert read_back([item], dialect) == [item]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_dropping_particles_survive_a_round_trip(dialect: str) -> None:
    """The entry gets an option if it applies to all names."""
    author = (Name("Fontaine", "Jean", dropping_particle="de la"), Name("Doe", "Ann"))
    item = Item("k", "book", names={"author": author}, custom={"options": "skipbib"})
    assert dict(entry_fields(item, dialect)[1])["options"] == "skipbib, useprefix=false"
    assert read_back([item], dialect) == [item]


FLAGGED = [
    Name("Fontaine", "Jean", particle, dropping, suffix, "", comma, static)
    for particle in ("", "van", "La", "d'")
    for dropping in ("", "de", "De", "d'")
    for suffix, comma in (("", False), ("Jr.", False), ("Jr.", True))
    for static in (False, True)
]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("name", FLAGGED, ids=repr)
def test_particles_suffixes_and_flags_survive_a_round_trip(name: Name, dialect: str) -> None:
    """Alone, after a name with a particle, and after one whose particle drops."""
    beside = [(), (Name("Gogh", "Ann", "van"),), (Name("Foo", "Bo", dropping_particle="von"),)]
    items = [
        Item(f"k{number}", "book", names={"author": (*others, name), "interviewer": (name,)})
        for number, others in enumerate(beside)
    ]
    assert read_back(items, dialect) == items


def test_a_comma_before_a_suffix_is_an_annotation() -> None:
    """In the form of the BibLaTeX manual, 3.7, so that no name is typeset differently."""
    names = (Name("Doe", "Ann"), Name("King", "Martin", suffix="Jr.", comma_suffix=True))
    fields = dict(entry_fields(Item("k", "book", names={"editor": names}), "bibtex")[1])
    assert fields == {
        "editor": "Doe, Ann and King, Jr., Martin",
        "editor+an:csl": "2=comma-suffix",
    }


@pytest.mark.parametrize(
    "text", ["2=comma-suffix", "0=comma-suffix", "x=comma-suffix", "1=bold", "1", "1:family=x"]
)
def test_an_annotation_without_a_matching_name_is_kept(text: str) -> None:
    """It stays a field of its own and changes no name."""
    found = read(Source(f"@book{{k, author = {{Doe, Ann}}, author+an:csl = {{{text}}}}}")).items[0]
    assert (found.names["author"], found.custom) == (
        (Name("Doe", "Ann"),),
        {"author+an:csl": text},
    )


WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="<\u2060`"),
    min_size=1,
    max_size=9,
)
TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
TITLE = st.lists(
    st.one_of(
        TEXT,
        TEXT.map(lambda text: f"<i>{text}</i>"),
        TEXT.map(lambda text: f'<span class="nocase">{text}</span>'),
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
WORD = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=6).map(
    lambda w: "X" + w
)
NAMES = st.lists(
    st.one_of(
        st.builds(
            Name,
            family=WORD,
            given=st.one_of(st.just(""), WORD),
            particle=st.sampled_from(["", "von"]),
        ),
        st.builds(Name, family=WORD, given=st.just(""), suffix=st.sampled_from(["Jr.", "III"])),
        st.builds(Name, literal=st.lists(WORD, min_size=2, max_size=3).map(" and ".join)),
    ),
    min_size=1,
    max_size=3,
).map(tuple)
POINTS = st.builds(DatePoint, st.integers(1000, 2100), st.one_of(st.none(), st.integers(1, 12)))
ITEMS = st.builds(
    Item,
    id=st.just("k"),
    type=st.sampled_from(sorted(ITEM_TYPES)),
    names=st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), NAMES, max_size=3),
    dates=st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), st.builds(Date, start=POINTS), max_size=2),
    text=st.fixed_dictionaries(
        {}, optional={"title": TITLE, "note": TEXT, "publisher": TEXT, "volume": TEXT, "issue": TEXT,
                      "number": TEXT, "collection-title": TITLE, "abstract": TEXT, "volume-title": TITLE,
                      "medium": TEXT, "event-title": TITLE}
    ),
    custom=st.dictionaries(st.sampled_from(["gadget", "x-y", "issuetitle"]), TEXT, max_size=2),
)  # fmt: skip


@settings(deadline=None)
@given(ITEMS, st.sampled_from(["bibtex", "biblatex"]))
def test_written_items_are_read_back(item: Item, dialect: str) -> None:
    """The round trip, in both dialects."""
    assert read_back([item], dialect) == [item]


@pytest.mark.skipif(not (CASES / "bib-real").is_dir(), reason="the real files are not here")
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_real_items_are_read_back(dialect: str) -> None:
    """Every item of the smaller real files, from its variables alone."""
    lost = []
    for path in sorted((CASES / "bib-real").glob("*.bib")):
        if path.stat().st_size > 30_000:
            continue
        for item in read(decode(path.read_bytes(), path.name)).items:
            alone = replace(item, entry=None, id="k")
            if read_back([alone], dialect) != [alone]:
                lost.append((path.name, item.id))
    assert lost == []


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_the_old_variable_event_is_the_event_title(dialect: str) -> None:
    """CSL 1.0.1 calls `event` what 1.0.2 calls `event-title`."""
    item = Item("a", "paper-conference", text={"title": "T", "event": "Meeting"})
    assert read_back([item], dialect)[0].text["event-title"] == "Meeting"


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("variable", ["publisher", "publisher-place", "original-publisher"])
def test_a_name_with_and_is_one_name(variable: str, dialect: str) -> None:
    """BibLaTeX separates the publishers and places in these fields at `and` (manual, 2.2.1)."""
    item = Item("k", "book", text={variable: "Trinidad and Tobago"})
    (_, value), *_ = entry_fields(item, dialect)[1]
    assert value == "Trinidad {and} Tobago"
    assert read_back([item], dialect)[0].text[variable] == "Trinidad and Tobago"


def test_two_publishers_in_a_file_stay_two() -> None:
    item = read(Source("@book{k, publisher = {Decca and Deutsche Grammophon}}"), "biblatex").items[
        0
    ]
    assert entry_fields(item, "biblatex")[1] == [("publisher", "Decca and Deutsche Grammophon")]


def test_one_publisher_with_and_in_a_file_stays_one() -> None:
    item = read(Source("@book{k, publisher = {{Smith and Sons}}}"), "biblatex").items[0]
    assert entry_fields(item, "biblatex")[1] == [("publisher", "Smith {and} Sons")]


def test_roles_that_biblatex_prints_are_written_as_roles_of_editors() -> None:
    names = {"compiler": (Name("Doe", "Ann"),), "contributor": (Name("Roe", "Bo"),)}
    item = Item("k", "book", names={"editor": (Name("Poe", "Cy"),), **names})
    assert entry_fields(item, "biblatex")[1] == [
        ("editor", "Poe, Cy"),
        ("editora", "Doe, Ann"),
        ("editoratype", "compiler"),
        ("editorb", "Roe, Bo"),
        ("editorbtype", "collaborator"),
    ]
    assert read_back([item], "biblatex")[0].names == item.names


def test_a_role_keeps_its_own_field_in_a_file() -> None:
    """A change of another field must not rename it."""
    item = read(Source("@book{k, compiler = {Doe, Ann}}"), "biblatex").items[0]
    assert entry_fields(item, "biblatex")[1] == [("compiler", "Doe, Ann")]
