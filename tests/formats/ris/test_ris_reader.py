"""Reading RIS: the tags by reference type, the habits of exporters, and damaged files."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.model.date import DatePoint
from refkit.model.item import Item
from refkit.model.name import Name


def item(*lines: str, kind: str = "JOUR") -> Item:
    """Return the item of one record."""
    library = refkit.loads("\n".join((f"TY  - {kind}", *lines, "ER  - ", "")), format="ris")
    assert [fault.message for fault in library.faults] == []
    return library[0]


def test_an_article() -> None:
    """A record as databases export it."""
    found = item(
        "AU  - Alder, Ines", "AU  - Birk, Jon, Jr.", "TI  - Salt", "JF  - Journal of Salt", "VL  - 3",
        "IS  - 2", "SP  - 11", "EP  - 19", "PY  - 2015///", "DO  - https://doi.org/10.5555/salt",
        "SN  - 0317-8471", "KW  - brine", "KW  - sea", "N2  - On salt.", "UR  - https://example.org/1",
    )  # fmt: skip
    assert found.type == "article-journal"
    assert found.author == (Name("Alder", "Ines"), Name("Birk", "Jon", suffix="Jr."))
    assert found.issued.start == DatePoint(2015)
    assert found.text == {
        "title": "Salt", "container-title": "Journal of Salt", "volume": "3", "issue": "2", "page": "11-19",
        "DOI": "10.5555/salt", "ISSN": "0317-8471", "keyword": "brine, sea", "abstract": "On salt.",
        "URL": "https://example.org/1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "line", "variable", "value"),
    [
        ("CHAP", "T2  - A Book", "container-title", "A Book"),
        ("BOOK", "T2  - A Series", "collection-title", "A Series"),
        ("THES", "T2  - Chemistry", "division", "Chemistry"),
        ("BOOK", "SP  - 312", "number-of-pages", "312"),
        ("BOOK", "SP  - 12-19", "page", "12-19"),
        ("JOUR", "SP  - e0815", "page", "e0815"),
        ("RPRT", "SN  - WHO/12", "number", "WHO/12"),
        ("BOOK", "SN  - 9780306406157", "ISBN", "9780306406157"),
        ("CHAP", "SN  - 0317-8471", "ISSN", "0317-8471"),
        ("JOUR", "SN  - 0317-8471 (print); 1050-124X (online)", "ISSN", "0317-8471, 1050-124X"),
        ("COMP", "ET  - 2.1", "version", "2.1"),
        ("BOOK", "ET  - 2nd", "edition", "2nd"),
        ("CASE", "PB  - High Court", "authority", "High Court"),
        ("THES", "M3  - PhD thesis", "genre", "PhD thesis"),
        ("JOUR", "M3  - doi: 10.5555/x", "DOI", "10.5555/x"),
        ("JOUR", "N1  - doi:10.5555/x", "DOI", "10.5555/x"),
        ("JOUR", "UR  - https://doi.org/10.5555/x", "DOI", "10.5555/x"),
        ("JOUR", "U1  - 26957754[pmid]", "PMID", "26957754"),
        ("JOUR", "C2  - PMC4756000", "PMCID", "PMC4756000"),
        ("JOUR", "JO  - J. Salt", "container-title", "J. Salt"),
        ("JOUR", "J2  - J. Salt", "container-title", "J. Salt"),
        ("NEWS", "SE  - Business", "section", "Business"),
        ("CHAP", "SE  - 4", "chapter-number", "4"),
        ("CONF", "CY  - Oslo", "publisher-place", "Oslo"),
    ],
)
def test_a_tag_means_what_its_type_says(kind: str, line: str, variable: str, value: str) -> None:
    """A tag has different meanings in different reference types."""
    assert item(line, kind=kind)[variable] == value


@pytest.mark.parametrize(
    ("kind", "tag", "variable"),
    [
        ("BOOK", "A2", "editor"),
        ("CHAP", "A2", "editor"),
        ("CHAP", "A3", "collection-editor"),
        ("BOOK", "A4", "translator"),
        ("EDBOOK", "AU", "editor"),
        ("MPCT", "A3", "producer"),
        ("PCOMM", "A2", "recipient"),
    ],
)
def test_names_have_the_role_of_their_tag(kind: str, tag: str, variable: str) -> None:
    """As EndNote uses the tags."""
    assert item(f"{tag}  - Alder, Ines", kind=kind).names == {variable: (Name("Alder", "Ines"),)}


def test_second_authors_of_a_book_in_a_series_edit_the_series() -> None:
    """Without a series, they are the editors of the book."""
    found = item("A2  - Alder, Ines", "T2  - A Series", kind="BOOK")
    assert found.names == {"collection-editor": (Name("Alder", "Ines"),)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alder", Name("Alder")),
        ("Alder I.M.", Name("Alder", "I.M.")),
        ("van der Alder, Ines", Name("Alder", "Ines", "van der")),
        ("Ines Alder", Name("Alder", "Ines")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("CERN (Geneva)", Name(literal="CERN (Geneva)")),
        ("et al.", Name(others=True)),
        ("Valle-Delgado,J. J. ", Name("Valle-Delgado", "J. J.")),
    ],
)
def test_names_are_read_in_the_forms_of_exporters(text: str, name: Name) -> None:
    """With and without a comma, and of organizations."""
    assert item(f"AU  - {text}").author == (name,)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2015///"], DatePoint(2015)),
        (["Y1  - 2015/03//"], DatePoint(2015, 3)),
        (["PY  - 2015///Spring"], DatePoint(2015, season=1)),
        (["PY  - 2015", "DA  - 2015/03/02"], DatePoint(2015, 3, 2)),
        (["DA  - 2015/03/02", "PY  - 2015"], DatePoint(2015, 3, 2)),
        (["DA  - 2015-03-02"], DatePoint(2015, 3, 2)),
        (["PY  - 2015", "DA  - 2016/03/02"], DatePoint(2015)),
    ],
)
def test_the_most_precise_date_of_the_year_counts(lines: list[str], date: DatePoint) -> None:
    """Exporters write the year in one tag and the full date in another."""
    assert item(*lines).issued.start == date


def test_a_date_of_another_year_is_kept() -> None:
    """It is under the name of its tag."""
    assert item("PY  - 2015", "DA  - 2016/03/02").custom == {"da": "2016/03/02"}


def test_the_date_of_an_electronic_book_may_be_that_of_access() -> None:
    """EndNote writes the date of access in DA."""
    found = item("DA  - 2019/09/18/", kind="EBOOK")
    assert (found.accessed.start, "issued" in found.dates) == (DatePoint(2019, 9, 18), False)


def test_an_impossible_date_is_reported_at_its_value() -> None:
    """It keeps its parts."""
    library = refkit.loads("TY  - JOUR\nPY  - 2015/13/45\nER  - \n", format="ris")
    (fault,) = library.faults
    assert (fault.kind, fault.source.slice(fault.span)) == ("date", "2015/13/45")


def test_full_and_abbreviated_names_of_a_journal() -> None:
    """`JO` is either."""
    found = item("T2  - Journal of Salt", "JO  - J. Salt", "JF  - Journal of Salt")
    assert (found.container_title, found.container_title_short) == ("Journal of Salt", "J. Salt")


def test_a_conference_and_its_proceedings() -> None:
    """With both, the secondary title is the conference and the city its place."""
    found = item("T2  - SaltCon", "C3  - Proceedings", "C1  - Bern", "CY  - Oslo", kind="CPAPER")
    assert found.text == {
        "container-title": "Proceedings", "event-title": "SaltCon", "publisher-place": "Bern", "event-place": "Oslo",
    }  # fmt: skip


def test_lines_without_a_tag_continue_the_value() -> None:
    """They may look like anything but a tag, and follow blank lines."""
    found = item("N2  - first,", "ER then second", "", "      last", "TI  - Salt")
    assert (found.abstract, found.title) == ("first, ER then second last", "Salt")


def test_each_line_of_keywords_is_one_keyword() -> None:
    """Some exporters write the tag only once."""
    assert item("KW  - brine", "sea", "KW  - salt").keyword == "brine, sea, salt"


def test_other_tags_are_kept() -> None:
    """Under their names."""
    assert item("AD  - Oslo", "AD  - Bern", "LB  - 7").custom == {
        "ad": "Oslo",
        "ad-2": "Bern",
        "lb": "7",
    }


def test_keys_are_those_of_the_file_or_author_and_year() -> None:
    """Made keys are unique."""
    record = "TY  - JOUR\nAU  - Alder, I\nPY  - 2015\nER  - \n"
    library = refkit.loads(record * 2 + record.replace("PY", "ID  - Key7\nPY"), format="ris")
    assert [one.id for one in library] == ["alder2015", "alder2015a", "Key7"]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks(end: str, mark: str) -> None:
    """Of all systems."""
    text = mark + end.join(("TY  - JOUR", "TI  - Salt", "AU  - Alder, I", "ER  - ", ""))
    library = refkit.loads(text, format="ris")
    assert (library[0].title, list(library.faults)) == ("Salt", [])


@pytest.mark.parametrize(
    "line",
    [
        "TY - JOUR\nTI - Salt\nER - \n",
        "TY  -JOUR\nTI  -Salt\nER  -\n",
        " TY  - JOUR\n TI  - Salt\n ER  - ",
    ],
)
def test_spaces_around_the_dash(line: str) -> None:
    """One space before the dash is enough if the first line has one."""
    library = refkit.loads(line, format="ris")
    assert (library[0].title, list(library.faults)) == ("Salt", [])


def test_words_with_a_dash_in_a_value_are_not_tags() -> None:
    """If the record uses two spaces."""
    assert item("N2  - Types", "AB - human", "TI  - Salt").abstract == "Types AB - human"


def test_a_missing_end_is_reported_and_the_record_read() -> None:
    """The next record or the end of the file ends it."""
    library = refkit.loads(
        "TY  - JOUR\nTI  - Salt\n\nTY  - BOOK\nTI  - Brine\nER  - \n", format="ris"
    )
    assert [one.title for one in library] == ["Salt", "Brine"]
    assert [fault.message for fault in library.faults] == [
        "the record has no end; add a line `ER  - `"
    ]


def test_headings_are_ignored_and_other_text_is_reported() -> None:
    """Databases put headings before the records, and numbers between them."""
    text = (
        "Provider: X\nContent: text/plain\n\n1.\nTY  - JOUR\nTI  - Salt\nER  - \n2.\nLost words\n"
    )
    library = refkit.loads(text, format="ris")
    (fault,) = library.faults
    assert (library[0].title, fault.source.slice(fault.span)) == ("Salt", "Lost words")


def test_an_unknown_type_is_reported_at_its_place() -> None:
    """The record is read as a generic one."""
    library = refkit.loads("TY  - SALT\nTI  - Salt\nER  - \n", format="ris")
    (fault,) = library.faults
    assert (library[0].type, fault.source.slice(fault.span)) == ("document", "SALT")


def test_every_variable_has_a_place() -> None:
    """The place of a value is that of its tag."""
    text = "TY  - JOUR\nAU  - Alder, Ines\nJO  - J. Salt\nPY  - 2015\nSP  - 1\nEP  - 9\nER  - \n"
    found = refkit.loads(text, format="ris")[0]
    places = {
        v: text[slice(*found.place(v))] for v in ("author", "container-title", "issued", "page")
    }
    assert places == {
        "author": "Alder, Ines",
        "container-title": "J. Salt",
        "issued": "2015",
        "page": "1",
    }


def test_files_are_recognized_by_suffix_and_by_text(tmp_path: Path) -> None:
    """A text export may be called anything."""
    record = "Provider: X\n\nTY  - JOUR\nTI  - Salt\nER  - \n"
    for name in ("x.ris", "x.txt", "x"):
        (tmp_path / name).write_text(record, encoding="utf-8")
        assert refkit.load(tmp_path / name)[0].title == "Salt"


TAGS = st.sampled_from(
    ["TY", "ER", "AU", "TI", "PY", "DA", "SP", "EP", "SN", "KW", "N1", "XX", "ID", "UR", "T2"]
)
LINES = st.one_of(
    st.builds("{}  - {}".format, TAGS, st.text(max_size=12)),
    st.builds("{} - {}".format, TAGS, st.text(max_size=5)),
    st.text(max_size=20),
    st.sampled_from(["TY  - JOUR", "TY  - CPAPER", "ER  - "]),
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_nothing_is_lost_in_silence(text: str) -> None:
    """Every record is an item, and its spans are inside the text."""
    library = refkit.loads(text, format="ris")
    assert len(library) == len(re.findall(r"(?<![^\r\n])[ \t\ufeff]*TY[ \t]{1,3}-", text))
    for one in library:
        assert one.entry is not None
        for field in one.entry.fields:
            assert (
                0 <= field.span.start <= field.value_span.start <= field.value_span.end <= len(text)
            )


def test_an_end_without_a_hyphen_is_the_end() -> None:
    """And is not part of the value before it."""
    library = refkit.loads("TY  - BOOK\nTI  - Tea\nER\n\nTY  - BOOK\nTI  - Salt\nER", format="ris")
    assert [item.plain("title") for item in library] == ["Tea", "Salt"]
    assert library.faults == []


@pytest.mark.parametrize("tag", ["UR", "LK"])
def test_several_addresses_in_one_line_are_kept(tag: str) -> None:
    """As Mendeley writes them: they are the address, as in a .bib file, and not a field of another name."""
    value = "http://a.org/1 https://b.org/2"
    item = refkit.loads(f"TY  - JOUR\nTI  - T\n{tag}  - {value}\nER  - \n", format="ris")[0]
    assert (item.URL, item.custom) == (value, {})
    assert value in refkit.dumps([item], "bibtex")
    other = refkit.loads(
        f"TY  - JOUR\nTI  - T\n{tag}  - see http://a.org/1\nER  - \n", format="ris"
    )
    assert other[0].URL == ""


@pytest.mark.parametrize(
    ("value", "date", "kept"),
    [
        ("2020///Spring2020", DatePoint(2020, season=1), {}),
        ("2017/11//Nov2017", DatePoint(2017, 11), {}),
        ("2019///in press", DatePoint(2019), {"py": "in press"}),
        ("2019///Summer2019 Supplement 1", DatePoint(2019), {"py": "Summer2019 Supplement 1"}),
    ],
)
def test_words_of_a_date_are_understood_or_kept(
    value: str, date: DatePoint, kept: dict[str, str]
) -> None:
    """They follow the last slash."""
    found = item(f"PY  - {value}")
    assert (found.issued.start, found.custom) == (date, kept)


def test_the_dates_of_a_conference_are_not_those_of_access() -> None:
    """Scopus writes them in the same tag."""
    found = item("Y2  - 28 July 2019 through 2 August 2019", kind="CONF")
    assert (str(found.event_date), "accessed" in found.dates) == ("2019-07-28/2019-08-02", False)


def test_a_doi_among_the_links_and_a_standard_of_ieee() -> None:
    """As older exports and IEEE Xplore write them."""
    found = item("L3  - 10.5555/abc.def", kind="STD")
    assert (found.type, found.DOI) == ("standard", "10.5555/abc.def")


def test_paragraphs_of_an_abstract() -> None:
    """A tag that is repeated is a paragraph; another tag repeats the abstract."""
    assert item("AB  - One.", "AB  - Two.", "TI  - Salt").abstract == "One.\n\nTwo."
    assert item("AB  - One.", "N2  - One.", "AB  - One.", "TI  - Salt").abstract == "One."


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("PY", "2019/09//Sep/Oct2019"), ("Y1", "2019/09//Sep/Oct2019"), ("DA", "2019///Sep-Oct2019"),
        ("PY", "2019/09//September-October 2019"),
    ],
)  # fmt: skip
def test_range_of_months_after_the_date(tag: str, value: str) -> None:
    """EBSCO writes both months of an issue only in words."""
    found = item(f"{tag}  - {value}")
    assert (found.issued.start, found.issued.end) == (DatePoint(2019, 9), DatePoint(2019, 10))


def test_words_of_another_month_do_not_replace_the_date() -> None:
    found = item("PY  - 2019/03//Sep/Oct2019")
    assert (found.issued.start, found.issued.end) == (DatePoint(2019, 3), None)
