"""Several .bib files that are read as one bibliography: macros and parents of one are known in the others."""

from pathlib import Path

import pytest

import refkit
from refkit.formats.bibtex import open_ends, read
from refkit.formats.bibtex.elsewhere import Elsewhere
from refkit.formats.bibtex.together import bibliography_of, read_together, tolerate
from refkit.lint.items import item_finder
from refkit.model.library import Library
from refkit.model.source import Source

STRINGS = '@string{jo = "Journal of Oceans"}'
ARTICLE = "@article{a, author={Ames, Ann}, title={On tides}, journal=jo, year=2011}"
CHILD = "@inproceedings{b, author={Bode, Bob}, title={On moons}, crossref={oc11}}"
PARENT = "@proceedings{oc11, title={Proc. OCEANS}, booktitle={Proc. OCEANS}, year=2011}"


def together(*texts: str, in_order: bool = True) -> list[Library]:
    """Return the libraries of texts that are read as one bibliography, called 1.bib, 2.bib ..."""
    libraries = [read(Source(text, f"{number}.bib")) for number, text in enumerate(texts, 1)]
    return read_together(libraries, in_order)


def messages(library: Library) -> list[str]:
    return [fault.message for fault in library.faults]


def test_a_macro_of_an_earlier_file_has_its_value() -> None:
    assert together(STRINGS, ARTICLE)[1]["a"].container_title == "Journal of Oceans"


def test_an_own_definition_comes_after_those_of_other_files() -> None:
    own = '@string{jo = "Jo"}' + ARTICLE
    assert together(STRINGS, own)[1]["a"].container_title == "Jo"


def test_a_macro_can_use_those_of_earlier_files() -> None:
    library = together('@string{o = "Oceans"}', '@string{jo = "Journal of " # o}', ARTICLE)[2]
    assert library["a"].container_title == "Journal of Oceans"


def test_a_macro_of_a_later_file_is_reported_once_with_the_file() -> None:
    library = together(ARTICLE + ARTICLE.replace("{a,", "{b,"), STRINGS)[0]
    assert messages(library) == [
        "the macro `jo` is defined in `2.bib`, which is read after this file, and is read as empty "
        "(2 uses of macros in this file); put `2.bib` first"
    ]


def test_a_macro_of_a_later_file_is_used_if_the_order_is_unknown() -> None:
    library = together(ARTICLE, STRINGS, in_order=False)[0]
    assert (library["a"].container_title, messages(library)) == ("Journal of Oceans", [])


def test_a_macro_that_no_file_defines_is_reported() -> None:
    assert "the macro `jo` is not defined" in messages(together(PARENT, ARTICLE)[1])[0]


def test_a_parent_in_a_later_file_gives_its_fields() -> None:
    library = together(CHILD, PARENT)[0]
    assert (library["b"].container_title, messages(library)) == ("Proc. OCEANS", [])


def test_a_parent_in_an_earlier_file_is_in_the_wrong_order_for_bibtex() -> None:
    assert "in `1.bib`, which is read before this file" in messages(together(PARENT, CHILD)[1])[0]


def test_a_parent_in_an_earlier_file_is_right_for_biber() -> None:
    child = CHILD.replace("title=", "date={2011}, location={Oslo}, title=")
    library = together(PARENT.replace("year=", "date="), child)[1]
    assert (library["b"].container_title, messages(library)) == ("Proc. OCEANS", [])


def test_the_order_of_a_parent_counts_only_if_it_is_known() -> None:
    assert messages(together(PARENT, CHILD, in_order=False)[1]) == []


def test_fields_of_an_xdata_entry_in_another_file_are_inherited() -> None:
    lender = "@xdata{pub, publisher={Sea Press}, location={Oslo}}"
    library = together(lender, "@book{b, title={On tides}, date={2011}, xdata={pub}}")[1]
    assert library["b"].publisher == "Sea Press"


def test_a_single_field_of_an_xdata_entry_in_another_file_is_inherited() -> None:
    lender = "@xdata{pub-1, publisher={Sea Press}}"
    borrower = read(Source("@book{b, title={T}, date={2011}, publisher={xdata=pub-1-publisher}}"))
    assert open_ends(borrower).keys == {"pub-1"}
    library = read_together([read(Source(lender), "biblatex"), borrower], in_order=True)[1]
    assert library["b"].publisher == "Sea Press"


def test_a_cycle_over_two_files_ends() -> None:
    one, two = (
        "@book{a, title={A}, date={2001}, crossref={b}}",
        "@book{b, date={2001}, crossref={a}}",
    )
    assert ["inherits from this entry in turn" in message
            for library in together(one, two) for message in messages(library)] == [True, True]  # fmt: skip


def test_the_parent_in_the_own_file_is_preferred() -> None:
    other = PARENT.replace("Proc. OCEANS", "Other")
    assert together(other, CHILD + PARENT)[1]["b"].container_title == "Proc. OCEANS"


def test_an_inherited_field_has_the_place_of_its_link() -> None:
    """The file of the entry has no other place for it."""
    library = together(CHILD, PARENT)[0]
    item = item_finder(library)(library.entries[0])
    assert item
    assert library.sources[0].slice(item.place("container-title")) == "{oc11}"


def test_a_library_of_another_format_is_returned_as_it_is() -> None:
    other = refkit.loads('[{"id": "x", "type": "book"}]', format="csl-json")
    libraries = read_together([read(Source(STRINGS)), other, read(Source(ARTICLE))], True)
    assert libraries[1] is other
    assert libraries[2]["a"].container_title == "Journal of Oceans"


def test_the_open_ends_of_a_file_are_what_it_lacks() -> None:
    ends = open_ends(read(Source(ARTICLE + CHILD)))
    assert (list(ends.macros), list(ends.keys)) == (["jo"], ["oc11"])


def test_what_a_file_defines_itself_is_no_open_end() -> None:
    assert not open_ends(read(Source(STRINGS + ARTICLE + CHILD + PARENT)))


def test_tolerated_definitions_are_not_reported_and_have_no_value() -> None:
    library = read(Source(ARTICLE + CHILD))
    tolerate(library, Elsewhere(macros=frozenset({"jo"}), keys=frozenset({"oc11"})))
    assert (messages(library), library["a"].container_title) == ([], "")


def test_many_undefined_macros_are_reported_once() -> None:
    entries = "".join(
        f"@article{{a{n}, title={{T}}, journal={macro}, year=2001}}"
        for n, macro in enumerate(("jo", "PNAS", "jfm", "jo", "jpo"))
    )
    assert messages(read(Source(entries))) == [
        "the macros `jo`, `PNAS`, `jfm` and 1 other are not defined in this file and are read as empty (5 uses); "
        "name the file that defines them before this one"
    ]


def test_an_undefined_macro_is_reported_at_its_first_use() -> None:
    library = read(Source(ARTICLE + ARTICLE.replace("{a,", "{b,")))
    assert [(fault.span.start, "(2 uses)" in fault.message) for fault in library.faults] == [
        (ARTICLE.index("jo,"), True)
    ]


def test_two_undefined_macros_are_reported_each() -> None:
    assert len(messages(read(Source(ARTICLE + ARTICLE.replace("=jo", "=jfm"))))) == 2


def test_undefined_macros_of_a_file_with_more_definitions_are_reported_each() -> None:
    own = "".join(f'@string{{own{n} = "x"}}' for n in range(4))
    entries = "".join(ARTICLE.replace("=jo", f"=typo{n}") for n in range(3))
    assert len(messages(read(Source(own + entries)))) == 3


def children(*keys: str) -> str:
    return "".join(CHILD.replace("{b,", f"{{b{key},").replace("oc11", key) for key in keys)


def test_many_missing_parents_are_reported_once() -> None:
    assert messages(read(Source(children("oc11", "oc12", "oc13")))) == [
        "`crossref` of 3 entries names parents such as `oc11`, which are not entries of this file; "
        "name the file that contains them after this one"
    ]


def test_missing_parents_of_a_file_with_parents_are_reported_each() -> None:
    """The others are probably misspelled."""
    assert len(messages(read(Source(children("oc11", "oc12", "oc13", "oc14") + PARENT)))) == 3


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "strings.bib").write_text(STRINGS)
    (tmp_path / "refs.bib").write_text(ARTICLE + CHILD)
    (tmp_path / "parents.bib").write_text(PARENT)
    return tmp_path


def test_named_files_are_loaded_as_one_bibliography(folder: Path) -> None:
    library = refkit.load(["strings.bib", "refs.bib", "parents.bib"])
    assert [library["a"].container_title, library["b"].container_title, *library.faults] == [
        "Journal of Oceans",
        "Proc. OCEANS",
    ]


def test_named_files_are_converted_as_one_bibliography(folder: Path) -> None:
    assert "Journal of Oceans" in refkit.convert(["strings.bib", "refs.bib"], "csl-json").text


def test_files_found_in_a_folder_are_loaded_alone(folder: Path) -> None:
    """The macros of unrelated files must not give values."""
    assert refkit.load(".")["a"].container_title == ""


def test_files_that_need_nothing_are_loaded_alone(folder: Path) -> None:
    library = refkit.load(["strings.bib", "parents.bib"])
    assert bibliography_of(library.entries[0]) is None


def test_fixes_are_verified_with_the_other_files(folder: Path) -> None:
    (folder / "refs.bib").write_text(ARTICLE.replace("year=2011", "year=2011, pages={1-9}") + CHILD)
    fixed = refkit.fix(["strings.bib", "refs.bib", "parents.bib"])[1]
    assert "pages={1--9}" in fixed.source.text
    assert [finding.code for finding in fixed.left if finding.code.startswith("REF")] == []
