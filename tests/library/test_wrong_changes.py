"""Changes that cannot be meant are refused, and no change makes a file one of the other dialect."""

from __future__ import annotations

from pathlib import Path

import pytest

import refkit
from refkit.data.bibtex import ENTRY_TYPES
from refkit.data.csl import DATE_VARIABLES, NAME_VARIABLES, VARIABLES
from refkit.errors import RefkitError
from refkit.model.item import Item

BIB = "@article{doe,\n  title = {T},\n  journal = {J},\n  year = 2001,\n  mynote = {x},\n}\n"


def text_of(library: refkit.Library) -> str:
    return refkit.dumps(library)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("container-titl", "container-title"),
        ("container_titl", "container_title"),
        ("publisher-plce", "publisher-place"),
        ("Jornal", "journal"),
        ("keywrods", "keywords"),
        ("yr", "year"),
    ],
)
def test_a_misspelt_name_is_refused(name: str, meant: str) -> None:
    """In an entry, in an item without a file, and in a new one."""
    library, item = refkit.loads(BIB), refkit.Item.new("book")
    for change in (
        lambda: library["doe"].update({name: "x"}),
        lambda: item.update({name: "x"}),
        lambda: library.add("book", **{name: "x"}),
    ):
        with pytest.raises(RefkitError, match=f"did you mean `{meant}`"):
            change()
    assert text_of(library) == BIB


@pytest.mark.parametrize(
    "name", ["rating", "mynote", "note-old", "timestamp", "bdsk-url-1", "my-title", "readstatus"]
)
def test_fields_of_other_programs_can_be_set(name: str) -> None:
    """They are no typos."""
    library = refkit.loads(BIB)
    library["doe"][name] = "y"
    assert f"{name} = {{y}}" in text_of(library)


def test_a_misspelt_field_that_is_there_can_be_changed_and_removed() -> None:
    """A file may have it."""
    library = refkit.loads("@misc{a, titel = {x}}")
    library["a"]["titel"] = "y"
    assert "titel = {y}" in text_of(library)
    library["a"].update({"titel": None})
    assert "titel" not in text_of(library)


def test_a_misspelt_field_can_be_forced() -> None:
    """As the message says."""
    library = refkit.loads(BIB)
    library["doe"].custom["titel"] = "x"
    assert "titel = {x}" in text_of(library)


@pytest.mark.parametrize("name", ["nonsense", "bok", "", "art icle"])
def test_an_unknown_type_is_refused(name: str) -> None:
    """In an entry, in an item without a file, and in a new one."""
    library = refkit.loads(BIB)
    for change in (
        lambda: library["doe"].retype(name),
        lambda: refkit.Item.new("book").retype(name),
        lambda: refkit.Item.new(name),
    ):
        with pytest.raises(RefkitError, match="no item type"):
            change()
    assert text_of(library) == BIB


@pytest.mark.parametrize(
    "names",
    [
        ",",
        "{}",
        "and",
        ", , ,",
        "...",
        "a, b, c, d",
        "Doe, J. and ",
        "A and and B",
        [""],
        [","],
        [" "],
    ],
)
def test_names_without_a_name_are_refused(names: str | list[str]) -> None:
    """In an entry and in an item without a file."""
    library = refkit.loads(BIB)
    for item in (library["doe"], refkit.Item.new("book")):
        with pytest.raises(RefkitError, match="`author`"):
            item["author"] = names
    assert text_of(library) == BIB


@pytest.mark.parametrize(
    "names",
    ["Doe, Jane", "{World Health Organization}", "Doe, J. and others", "孔子", "50 Cent", "X"],
)
def test_unusual_names_are_accepted(names: str) -> None:
    """Organizations, others, other scripts, digits and letters."""
    assert refkit.Item.new("book", author=names).author


@pytest.mark.parametrize("entry_type", sorted({*ENTRY_TYPES, "misc"} - {"conference"}))
def test_no_variable_makes_a_file_one_of_biblatex(entry_type: str) -> None:
    """Its own field names are kept, and a variable that BibTeX has no field for is read again."""
    text = f"@{entry_type}{{k,\n  title = {{T}},\n}}\n"
    for variable in sorted(VARIABLES):
        library = refkit.loads(text)
        value = "Doe, Jane" if variable in NAME_VARIABLES else "2001"
        library["k"][variable] = value if variable not in DATE_VARIABLES else 2001
        again = refkit.loads(text_of(library))
        assert again.sources[0].format == "bibtex", variable
        assert again["k"] == library["k"], variable


def test_a_field_of_biblatex_is_used_while_the_file_stays_bibtex() -> None:
    """Programs know `eventtitle`; here, `journal` says what the file is."""
    library = refkit.loads(BIB)
    library["doe"]["event-title"] = "E"
    assert "eventtitle = {E}" in text_of(library)
    library["doe"]["number-of-pages"] = 3
    assert "number-of-pages = 3" in text_of(library)


@pytest.mark.parametrize(
    ("new_type", "item_type", "start"),
    [
        ("online", "webpage", "@misc"),
        ("webpage", "webpage", "@misc"),
        ("mvbook", "book", "@book"),
        ("dataset", "dataset", "@misc"),
        ("motion_picture", "motion_picture", "@misc"),
        ("article-newspaper", "article-newspaper", "@article"),
        ("thesis", "thesis", "@phdthesis"),
        ("report", "report", "@techreport"),
    ],
)
def test_a_type_of_biblatex_becomes_one_of_bibtex(
    new_type: str, item_type: str, start: str
) -> None:
    """The item has the wanted type, also when the file is read again."""
    library = refkit.loads(BIB)
    library["doe"].retype(new_type)
    again = refkit.loads(text_of(library))
    assert (library["doe"].type, again["doe"].type) == (item_type, item_type)
    assert text_of(library).startswith(start)
    assert again.sources[0].format == "bibtex"


def test_a_type_returns_to_that_of_the_entry() -> None:
    """`entrysubtype` is removed if it is not needed any more."""
    library = refkit.loads(BIB)
    library["doe"].retype("webpage")
    library["doe"].retype("article")
    assert text_of(library) == BIB


def test_a_journal_of_a_book_has_the_name_of_the_dialect() -> None:
    """`journal` in BibTeX, `journaltitle` in BibLaTeX."""
    for text, field in (
        ("@book{a, title={T}}", "journal"),
        ("@book{a, date = {2001}}", "journaltitle"),
    ):
        library = refkit.loads(text)
        library["a"].container_title = "J"
        assert f" {field} = {{J}}" in text_of(library).replace("={", " = {")


# Values as people write them.


@pytest.mark.parametrize(
    "written",
    [
        "Doe, Jane; Roe, Richard",
        "Doe, Jane & Roe, Richard",
        r"Doe, Jane \& Roe, Richard",
        "Doe, J.；Roe, R.",
    ],
)
@pytest.mark.parametrize("variable", ["author", "editor", "translator"])
def test_names_joined_by_other_marks_are_refused(written: str, variable: str) -> None:
    """They would be read as one person; CSL-JSON has objects for names, and BibTeX the word `and`."""
    in_a_file = refkit.loads("@book{a, title={T}}")[0]
    for item in (Item.new("book"), in_a_file):
        for value in (written, [written]):
            with pytest.raises(RefkitError, match="write `and` between names instead of `"):
                item.update({variable: value})


def test_organizations_can_contain_the_marks() -> None:
    item = Item.new("book", author="{Smith & Sons; Ltd.} and {AT & {T}}", editor="AT&T")
    assert [str(name) for name in item.author] == ["Smith & Sons; Ltd.", "AT & T"]
    assert str(item.editor[0]) == "AT&T"


@pytest.mark.parametrize("month", ["mar", "March", 3, "3", "03"])
def test_year_and_month_are_one_date(month: str | int) -> None:
    item = Item.new("article", title="T", journal="J", year=2001, month=month)
    assert (str(item.issued), item.custom) == ("2001-03", {})
    item = Item.new("article", title="T", journal="J", month=month, day=5, year="2001")
    assert (str(item.issued), item.custom) == ("2001-03-05", {})
    item = Item.new("article", title="T", issued=2001)
    item["month"] = month
    assert str(item.issued) == "2001-03"
    added = refkit.loads("@misc{a, title={T}}").add("book", title="T", year=2001, month=month)
    assert str(added.issued) == "2001-03"


def test_dates_without_a_year_or_with_an_unknown_month_stay_as_they_are() -> None:
    assert Item.new("book", month="mar").custom == {"month": "mar"}
    item = Item.new("book", year=2001, month="Lent")
    assert (item.issued.year, item["issued"].month, item.custom) == (2001, None, {"month": "Lent"})


def test_dashes_of_tex_in_pages_are_hyphens() -> None:
    """As in pages from .bib files, so that they are written and printed as ranges."""
    item = Item.new("article", title="T", journal="J", pages="1--3, 5---7", id="a")
    assert item.text["page"] == "1-3, 5-7"
    assert "pages = {1--3, 5--7}" in refkit.dumps([item], "bibtex")
    library = refkit.loads("@article{a, title={T}}")
    library["a"]["page"] = "1--3"
    assert "{1--3}" in refkit.dumps(library)


def test_copies_can_have_another_key_and_type() -> None:
    item = Item.new("book", id="a", title="T")
    copy = item.replace(id="b", type="phdthesis", title="U")
    assert (copy.id, copy.type, copy.title, copy.custom) == ("b", "thesis", "U", {})
    assert (item.id, item.type, item.title) == ("a", "book", "T")
    with pytest.raises(RefkitError):
        item.replace(type="bok")


@pytest.mark.parametrize(
    ("encoding", "letters", "lacking"),
    [
        ("gbk", "王", "Ü"),
        ("windows-1251", "Жук", "é"),
        ("windows-1252", "ü", "Ł"),
        ("latin-1", "ü", "–"),
    ],
)
def test_letters_that_the_encoding_lacks_are_written_in_tex(
    tmp_path: Path, encoding: str, letters: str, lacking: str
) -> None:
    """Also those of an entry that is copied from another file."""
    path = tmp_path / "a.bib"
    text = f"% !TeX encoding = {encoding}\n@book{{a, title={{{letters}}}, year=2001}}\n"
    path.write_bytes(text.encode(encoding))
    library = refkit.load(path)
    library["a"]["title"] = f"{letters} {lacking}"
    library["a"]["author"] = f"{lacking}oe, Ann"
    library.add("book", id="b", title=f"{letters} {lacking}")
    library.add(refkit.loads(f"@misc{{c, title={{{letters} {lacking}}}, note={{{lacking}}}}}")[0])
    library.save()
    again = refkit.load(path)
    assert [item.title for item in again] == [f"{letters} {lacking}"] * 3
    assert again["a"].author[0].family == f"{lacking}oe"
    assert again["c"].note == lacking


def test_letters_that_neither_the_encoding_nor_tex_has_are_refused(tmp_path: Path) -> None:
    """When they are set, and not when the file is saved, so that the other changes can be saved."""
    path = tmp_path / "a.bib"
    path.write_bytes("@book{a, title={ü}, year=2001}\n".encode("windows-1252"))
    library = refkit.load(path)
    for change in (
        lambda: library["a"].update({"title": "王"}),
        lambda: library["a"].update({"journal": "王"}),
        lambda: library.add("book", id="b", title="王"),
    ):
        with pytest.raises(RefkitError, match="has no character `王`; save the file as UTF-8"):
            change()
    library["a"]["volume"] = 7
    library.save()
    assert path.read_bytes() == "@book{a, title={ü}, year=2001, volume=7}\n".encode("windows-1252")
