"""MARCXML: books, articles and theses as catalogs return them, damaged and recognized."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.data.csl import ITEM_TYPES
from refkit.data.marc import LEVELS, RECORD_TYPES
from refkit.model.item import Item
from refkit.model.name import Name


def data(tag: str, second: str = " ", first: str = "1", **subfields: str) -> str:
    """Return a field with subfields, whose codes may have an underscore after a digit."""
    inner = "".join(
        f'<subfield code="{code.strip("_")}">{text}</subfield>' for code, text in subfields.items()
    )
    return f'<datafield tag="{tag}" ind1="{first}" ind2="{second}">{inner}</datafield>'


def record(*fields: str, leader: str = "00000nam a2200000 c 4500") -> str:
    return f"<record><leader>{leader}</leader>{''.join(fields)}</record>"


def read(text: str) -> Item:
    library = refkit.loads(
        f'<collection xmlns="http://www.loc.gov/MARC21/slim">{text}</collection>'
    )
    assert [fault.message for fault in library.faults] == []
    (item,) = library
    return item


BOOK = record(
    '<controlfield tag="001">7</controlfield>',
    '<controlfield tag="008">230607s1991    gw |||||||||||000 0 ger d</controlfield>',
    data("020", a="9780306406157 (pbk.)"),
    data("024", first="7", a="10.5555/salt", _2="doi"),
    data("100", a="Alder, Ines,", d="1970-", e="Verfasser", _4="aut"),
    data("245", a="Salt of the sea :", b="a survey /", c="by Ines Alder."),
    data("250", a="2nd ed."),
    data("264", "1", a="Oslo :", b="Brine House,", c="[1991]"),
    data("264", "4", c="©1990"),
    data("300", a="xii, 127 pages :", b="maps"),
    data("490", a="Minerals ;", v="4"),
    data("650", a="Salt", x="Taste."),
    data("700", a="Roe, R.", _4="trl"),
    data("700", a="Poe, P.", t="Another work"),
    data("856", "2", u="https://example.org/contents", _3="Table of contents"),
    data("856", "0", u="https://example.org/book"),
)
DOCUMENT = f'<?xml version="1.0"?>\n<collection>{BOOK}</collection>\n'


def test_a_book() -> None:
    """The punctuation between the parts of a description is not part of them."""
    item = read(BOOK)
    assert (item.type, item.id) == ("book", "alder1991")
    assert item.names == {"author": (Name("Alder", "Ines"),), "translator": (Name("Roe", "R."),)}
    assert str(item.issued) == "1991"
    assert item.text == {
        "title": "Salt of the sea: a survey", "edition": "2", "publisher-place": "Oslo",
        "publisher": "Brine House", "number-of-pages": "127", "collection-title": "Minerals",
        "collection-number": "4", "keyword": "Salt -- Taste", "ISBN": "9780306406157", "DOI": "10.5555/salt",
        "URL": "https://example.org/book", "language": "de",
    }  # fmt: skip
    assert item.custom == {"responsibility": "by Ines Alder"}


ARTICLE = (
    data("100", a="Alder, Ines"),
    data("245", a="Taste"),
    data("773", t="Journal of salt", g="volume:3, number:2, year:2015, pages:11-19", x="0317-8471"),
)


def test_an_article() -> None:
    """The numbers of the part are words with numbers, in several languages."""
    item = read(record(*ARTICLE, leader="00000naa a2200000 c 4500"))
    assert item.type == "article-journal"
    assert item.text == {
        "title": "Taste", "container-title": "Journal of salt", "volume": "3", "issue": "2", "page": "11-19",
        "ISSN": "0317-8471",
    }  # fmt: skip
    german = data("773", t="Salz", d="Oslo : Brine House, 2001", g="Bd. 4 (2001), Heft 2, S. 11-19")
    item = read(record(data("245", a="Taste"), german, leader="00000naa a2200000 c 4500"))
    assert (item.volume, item.issue, item.page) == ("4", "2", "11-19")
    assert (item.publisher, item.text["publisher-place"]) == ("Brine House", "Oslo")


@pytest.mark.parametrize(
    ("leader", "fields", "kind"),
    [
        ("nam", "", "book"),
        ("nas", "", "periodical"),
        ("nem", "", "map"),
        ("ngm", "", "motion_picture"),
        ("njm", "", "song"),
        ("nmm", "", "software"),
        ("nmm", data("020", a="9780306406157"), "book"),
        ("nam", data("502", b="PhD", c="Oslo", d="1988"), "thesis"),
        ("naa", data("773", t="Whole", z="9780306406157"), "chapter"),
        ("naa", data("711", a="Salt Days", c="Oslo") + data("773", t="Whole"), "paper-conference"),
        ("", "", "document"),
    ],
)
def test_types(leader: str, fields: str, kind: str) -> None:
    """By the leader, and by fields of theses, conferences and parts."""
    text = record(data("245", a="A"), fields, leader=f"00000{leader} a22" if leader else "")
    assert read(text).type == kind


def test_a_thesis_has_its_university() -> None:
    item = read(
        record(data("245", a="A"), data("502", b="PhD thesis", c="Oslo University", d="1988"))
    )
    assert (item.genre, item.publisher) == ("PhD thesis", "Oslo University")


def test_persons_of_works_without_author_are_editors() -> None:
    """If the record has no roles."""
    added = data("700", a="Roe, R.")
    assert read(record(data("245", a="A"), added)).editor == (Name("Roe", "R."),)
    both = read(record(data("100", a="Alder, Ines"), data("245", a="A"), added))
    assert both.author == (Name("Alder", "Ines"), Name("Roe", "R."))


def test_conferences_and_organizations() -> None:
    """Are not persons."""
    item = read(
        record(
            data("110", a="Salt Office.", b="Brine Unit"),
            data("111", a="Salt Days", n="(3rd :", c="Oslo)"),
            data("245", a="A"),
        )
    )
    assert item.author == (Name(literal="Salt Office. Brine Unit"),)
    assert (item.text["event-title"], item.text["event-place"]) == ("Salt Days (3rd)", "Oslo")


def test_tables_have_types_of_csl() -> None:
    assert {*RECORD_TYPES.values(), *LEVELS.values()} <= set(ITEM_TYPES)


def test_records_of_protocols() -> None:
    """Are inside another element called record; prefixes need not be declared."""
    text = f"<zs:records><zs:record><zs:recordData>{BOOK}</zs:recordData></zs:record></zs:records>"
    (item,) = refkit.loads(text)
    assert item.DOI == "10.5555/salt"
    assert text[slice(*item.place("DOI"))] == "10.5555/salt"


@pytest.mark.parametrize("damage", ["", "<record><datafield tag='245'>", "&nosuch;<", "<<<"])
def test_what_precedes_an_error_is_read(damage: str) -> None:
    """And the error is reported."""
    library = refkit.loads(f"<collection>{BOOK}{damage}")
    assert library[0].DOI == "10.5555/salt"
    assert len(library.faults) == 1


@given(st.integers(0, len(DOCUMENT)), st.text(max_size=8))
def test_damaged_files_end_with_a_report(position: int, noise: str) -> None:
    """At any place."""
    library = refkit.loads(DOCUMENT[:position] + noise + DOCUMENT[position:], format="marcxml")
    assert len(list(library)) <= 2


def test_entities_and_depth_are_bounded() -> None:
    """A document that defines entities, or has thousands of elements in one another, is refused in a moment."""
    ten = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{ten}]>{BOOK.replace("survey", "&a19;")}'
    assert refkit.loads(bomb, format="marcxml").faults
    assert refkit.loads("<record>" * 100_000, format="marcxml").faults


def test_files_are_recognized(tmp_path: Path) -> None:
    """By their fields."""
    (tmp_path / "export.xml").write_text(DOCUMENT, encoding="utf-8")
    assert refkit.load(tmp_path / "export.xml")[0].DOI == "10.5555/salt"


def test_the_original_of_a_translation() -> None:
    """Its title and language are in fields of their own."""
    item = read(
        record(
            data("041", a="eng", h="ger"),
            data("240", a="Salz des Meeres.", l="English"),
            data("245", a="Salt of the sea"),
        )
    )
    assert (item.text["original-title"], item.language) == ("Salz des Meeres", "en")
    assert item.custom["original-language"] == "de"


def test_the_date_of_a_reprint() -> None:
    """The second date of a reprint is that of the original."""
    coded = '<controlfield tag="008">230607r19911902gw |||||||||||000 0 ger d</controlfield>'
    item = read(record(coded, data("245", a="Salt")))
    assert (str(item.issued), str(item.dates["original-date"])) == ("1991", "1902")


def test_a_uniform_title_of_a_work_that_is_not_a_translation() -> None:
    """It is kept."""
    item = read(record(data("240", a="Works"), data("245", a="Salt")))
    assert ("original-title" in item.text, item.custom["uniform-title"]) == (False, "Works")
