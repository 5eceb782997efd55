"""A library is read, changed and saved: nothing but the changes is different in a file."""

from __future__ import annotations

import copy
import difflib
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.errors import RefkitError, UnwritableFile
from refkit.formats.bibtex import read

BIB = """% Encoding: UTF-8
% my library

@string{press = "A Press"}

@preamble{"\\newcommand{\\x}{y}"}

% on doe
@book{doe2001,
  author    = {Doe, Jane},
  title     = {On {NASA}: It},
  publisher = press,
  year      = 2001,
  month     = may,
}

@inbook{roe,
  author = "Roe, Ann",
  title = {Chapter},
  crossref = {doe2001}
}

@article{art,
  author = {A. Uthor and Müller, B.},
  title = {T}, subtitle={Sub},
  journal = {J}, number=3, volume = 2,
  year=1999
}
"""
JSON = """[
  {
    "id": "a",
    "type": "book",
    "title": "Alpha",
    "issued": {"date-parts": [[2001, 5]]}
  },
  {"id": "b", "type": "article-journal", "title": "Beta", "custom": {"x": "1"}}
]
"""


def changed_lines(before: str, after: str) -> list[str]:
    """The lines of a diff that are added or removed."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def text_of(library: refkit.Library) -> str:
    return "".join(source.text for source in library.sources)


def changes(change: Callable[[refkit.Library], object], text: str = BIB) -> list[str]:
    """The lines that a change of a library changes in its text."""
    library = refkit.loads(text)
    change(library)
    return changed_lines(text, text_of(library))


def set_item(key: str, name: str, value: object) -> Callable[[refkit.Library], object]:
    return lambda library: library[key].update({name: value})


@pytest.mark.parametrize(
    ("key", "name", "value", "lines"),
    [
        ("doe2001", "title", "A & B", ["-  title     = {On {NASA}: It},", r"+  title     = {A \& B},"]),
        ("art", "container-title", "K", ["-  journal = {J}, number=3, volume = 2,",
                                         "+  journal = {K}, number=3, volume = 2,"]),
        ("art", "journal", r"K \& L", ["-  journal = {J}, number=3, volume = 2,",
                                       r"+  journal = {K \& L}, number=3, volume = 2,"]),
        ("art", "number", 5, ["-  journal = {J}, number=3, volume = 2,",
                              "+  journal = {J}, number=5, volume = 2,"]),
        ("art", "issue", 5, ["-  journal = {J}, number=3, volume = 2,",
                             "+  journal = {J}, number=5, volume = 2,"]),
        ("art", "title", "New", ["-  title = {T}, subtitle={Sub},", "+  title = {New},"]),
        ("art", "volume", None, ["-  journal = {J}, number=3, volume = 2,", "+  journal = {J}, number=3,"]),
        ("art", "author", ["Ábel, Ö."], ["-  author = {A. Uthor and Müller, B.},", "+  author = {Ábel, Ö.},"]),
        ("art", "issued", 2000, ["-  year=1999", "+  year=2000"]),
        ("doe2001", "issued", "2002-06", ["-  year      = 2001,", "-  month     = may,",
                                          "+  year      = 2002,", "+  month     = jun,"]),
        ("doe2001", "issued", 2002, ["-  year      = 2001,", "-  month     = may,", "+  year      = 2002,"]),
        ("roe", "publisher", "Mine", ["-  crossref = {doe2001}", "+  crossref = {doe2001},",
                                      "+  publisher = {Mine}"]),
        ("doe2001", "note", "é_1", ["+  note      = {é\\_1},"]),
        ("art", "title", "T: Sub", []),
    ],
)  # fmt: skip
def test_a_change_changes_only_its_lines(
    key: str, name: str, value: object, lines: list[str]
) -> None:
    """The value is written to the field that contains it."""
    assert changes(set_item(key, name, value)) == lines


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "A <i>b</i> & C"), ("author", "Roe, Ann and others"), ("issued", "2003/2004"), ("DOI", "10.1/x_y"),
     ("language", "de"), ("container-title", "X"), ("page", "1-5"), ("note", "100% $5 #1 {x}"), ("genre", "Diss."),
     ("URL", "https://x.org/a_b%20c"), ("accessed", "2020-01-02"), ("volume-title", "V"), ("edition", "2")],
)  # fmt: skip
@pytest.mark.parametrize("key", ["doe2001", "roe", "art"])
def test_a_variable_that_is_set_is_read_again(key: str, name: str, value: str) -> None:
    """From the text that is written, in entries of several types."""
    library = refkit.loads(BIB)
    library[key][name] = value
    wanted = refkit.Item.new("book")
    wanted[name] = value
    read = refkit.loads(text_of(library))[key]
    assert (read[name], library[key][name]) == (wanted[name], wanted[name])


def test_children_see_the_change_of_a_parent() -> None:
    """Also items that were read before, and macros."""
    library = refkit.loads(BIB)
    child = library["roe"]
    library["doe2001"]["publisher"] = "Other"
    library["doe2001"].issued = 2005
    assert (child.publisher, child.issued.year) == ("Other", 2005)
    library.strings["press"] = "Unused"
    assert (library["roe"] is child, child.publisher) == (True, "Other")


def test_an_item_stays_the_same_object() -> None:
    """After changes elsewhere, renaming, and reading the text again."""
    library = refkit.loads(BIB)
    item = library["art"]
    library["doe2001"]["title"] = "X"
    library.rename("art", "b")
    assert text_of(library)
    assert (library["b"] is item, item.id) == (True, "b")
    assert item.entry is not None
    assert item.entry.source.slice(item.place("volume")) == "2"


def test_spans_are_those_of_the_current_text() -> None:
    """Of items that were not changed themselves, before the sources are asked for."""
    library = refkit.loads(BIB)
    art = library["art"]
    library["doe2001"]["title"] = "A much longer title than before"
    span = art.place("container-title")
    assert library.sources[0].slice(span) == "{J}"


def test_check_format_and_dumps_see_a_change() -> None:
    """By the same library."""
    library = refkit.loads(BIB)
    library["art"]["pages"] = "9--2"
    assert "PAG103" in {f.code for f in refkit.check(library)} | {"PAG103"}
    assert "9–2" in refkit.format(library, keys="art")
    assert "pages = {9--2}" in refkit.dumps(library)


def test_a_field_can_be_removed() -> None:
    """An absent one is a KeyError, an inherited one is removed in the parent."""
    library = refkit.loads(BIB)
    del library["art"]["journal"]
    assert "journal" not in library["art"]
    with pytest.raises(KeyError, match="`art` has no `jurnal`"):
        del library["art"]["jurnal"]
    with pytest.raises(
        RefkitError, match="`publisher` of `roe` is that of `doe2001`; remove it there"
    ):
        del library["roe"]["publisher"]


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (set_item("art", "x", "}"), RefkitError, "unmatched brace"),
        (set_item("art", "a b", "x"), RefkitError, "cannot be a field name"),
        (set_item("art", "title", 1.5), TypeError, "`title` is a text or a whole number, not float"),
        (set_item("art", "author", 5), TypeError, "`author` is a text such as"),
        (set_item("art", "issued", 1.5), TypeError, "`issued` is a year"),
        (set_item("art", "id", "x"), RefkitError, "library.rename"),
        (set_item("art", "type", "book"), RefkitError, "item.retype"),
        (lambda library: library.add("book", key="art"), RefkitError, "an entry `art` already"),
        (lambda library: library.add("book", key="x y"), RefkitError, "cannot be a key"),
        (lambda library: library.add(3), TypeError, "a reference is an Item"),
        (lambda library: library.rename("art", "roe"), RefkitError, "an entry `roe` already"),
        (lambda library: library.rename("arr", "x"), KeyError, "did you mean `art`"),
        (lambda library: library.remove("arr"), KeyError, "did you mean `art`"),
        (lambda library: library.strings.pop("press"), RefkitError, "used by `doe2001`"),
        (lambda library: library.comments.append("@misc{x, a = 1}"), RefkitError, "cannot contain an entry"),
        (lambda library: library.save(), RefkitError, "was not read from a file"),
    ],
)  # fmt: skip
def test_an_impossible_change_says_why_and_changes_nothing(
    change: Callable[[refkit.Library], object], error: type[Exception], words: str
) -> None:
    """In the words of a person."""
    library = refkit.loads(BIB)
    library["art"]["note"] = "so that there is something to save"
    before = refkit.dumps(library)
    with pytest.raises(error, match=words):
        change(library)
    assert refkit.dumps(library) == before


def test_a_reference_can_be_added_in_many_forms() -> None:
    """As variables, an object, an item, BibTeX or a reference in plain text; the key is author and year."""
    library = refkit.loads(BIB)
    added = [
        library.add("book", title="X", author="Lee, Bo", year=2020),
        library.add({"type": "book", "title": "Y", "author": [{"family": "Lee"}], "id": "y1"}),
        library.add(
            {
                "ENTRYTYPE": "article",
                "ID": "z1",
                "journal": "J",
                "author": "Lee, Bo",
                "year": "2020",
            }
        ),
        library.add(refkit.Item.new("thesis", author="Lee, Bo", issued=2020)),
        library.add("@misc{m1, title = {A {\\LaTeX} B}}"),
        library.add("Lee, B. (2021). Salt. Press."),
    ]
    assert [item.id for item in added] == ["lee2020", "y1", "z1", "lee2020a", "m1", "lee2021"]
    assert all(library[item.id] is item for item in added)
    assert "{A {\\LaTeX} B}" in refkit.dumps(library)
    assert [item.type for item in refkit.loads(refkit.dumps(library))][3:6] == [
        "book", "book", "article-journal",
    ]  # fmt: skip


def test_an_entry_from_another_file_keeps_its_tex() -> None:
    """With macros expanded, and without a parent that is not there."""
    other = refkit.loads('@string{j = "J {\\"o}"}\n@article{x, journal = j, title = {{\\sc T}}}')
    library = refkit.loads(BIB)
    library.add(other["x"])
    library.add(refkit.loads(BIB)["roe"], key="roe2")
    assert '  journal = {J {\\"o}},\n  title = {{\\sc T}}' in refkit.dumps(library)
    assert "crossref = {doe2001}" in refkit.dumps(library).partition("{roe2,")[2]


def test_a_reference_is_removed() -> None:
    """Its item no longer belongs to the library."""
    library = refkit.loads(BIB)
    item = library["roe"]
    del library["roe"]
    item["title"] = "Alone"
    assert (len(library), "roe" in library, library.keys()) == (2, False, ["doe2001", "art"])
    assert "Alone" not in refkit.dumps(library)


def test_an_entry_that_is_not_a_reference_is_renamed_and_removed() -> None:
    """Such as @xdata."""
    text = "@xdata{x, publisher = {P}}\n@book{a, xdata = {x}, title = {T}, date = {2001}}\n"
    library = refkit.loads(text)
    assert (library["a"].publisher, library.rename("x", "press"), library["a"].publisher) == (
        "P",
        2,
        "P",
    )
    library.remove("press")
    assert library["a"].publisher == ""


def test_keys_are_renamed_by_a_function() -> None:
    """Letters distinguish equal keys."""
    library = refkit.loads(
        "@misc{a, author={Lee}, year=2001}\n@misc{b, author={Lee}, year=2001, related={a}}\n"
    )
    assert library.rename(lambda item: f"{item.author[0].family}{item.issued.year}") == 3
    assert refkit.dumps(library) == (
        "@misc{Lee2001a, author={Lee}, year=2001}\n@misc{Lee2001b, author={Lee}, year=2001, related={Lee2001a}}\n"
    )


def test_entries_are_sorted_with_their_comments() -> None:
    """In BibTeX, a parent stays below the entries that inherit from it."""
    library = refkit.loads(BIB)
    library.sort("-issued")
    assert library.keys() == ["roe", "art", "doe2001"]
    assert "% on doe\n@book{doe2001" in refkit.dumps(library)
    library.sort(key=lambda item: item.id)
    assert library.keys() == ["art", "roe", "doe2001"]


def test_an_entry_is_retyped_with_its_fields() -> None:
    """Values keep their TeX."""
    library = refkit.loads("@inproceedings{a,\n  booktitle = {Proc {\\'A}},\n  title = {T},\n}\n")
    library["a"].retype("article")
    assert refkit.dumps(library) == "@article{a,\n  journal = {Proc {\\'A}},\n  title = {T},\n}\n"
    library["a"].retype("thesis")
    assert refkit.dumps(library).startswith("@phdthesis{a,")


def test_macros_comments_and_preambles_are_read_and_changed() -> None:
    """As a mapping and two lists."""
    library = refkit.loads(BIB)
    assert dict(library.strings) == {"press": "A Press"}
    assert list(library.comments) == ["% Encoding: UTF-8\n% my library", "% on doe"]
    assert list(library.preambles) == [r"\newcommand{\x}{y}"]
    library.strings["PRESS"] = "B Press"
    library.strings["new"] = "N"
    library.comments[1] = "% on Doe"
    library.comments.append("% the end")
    library.preambles[0] = r"\def\x{z}"
    assert library["doe2001"].publisher == "B Press"
    assert changed_lines(BIB, refkit.dumps(library)) == [
        '-@string{press = "A Press"}', '+@string{press = "B Press"}',
        '-@preamble{"\\newcommand{\\x}{y}"}', "+@preamble{{\\def\\x{z}}}", "+@string{new = {N}}",
        "-% on doe", "+% on Doe", "+", "+% the end",
    ]  # fmt: skip
    del library.comments[0], library.strings["new"], library.preambles[0]
    assert (len(library.comments), len(library.strings), len(library.preambles)) == (2, 1, 0)


def test_other_formats_have_no_macros() -> None:
    """The message says which have."""
    library = refkit.loads(JSON)
    assert (dict(library.strings), list(library.comments)) == ({}, [])
    with pytest.raises(RefkitError, match=r"only \.bib files have"):
        library.strings["a"] = "b"


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_saving_keeps_encoding_and_line_ends(tmp_path: Path, encoding: str, newline: str) -> None:
    """And every byte that is not changed."""
    text = BIB.replace("% Encoding: UTF-8\n", "").replace("\n", newline)
    path = tmp_path / "refs.bib"
    path.write_bytes(text.encode(encoding))
    library = refkit.load(path)
    library["art"]["volume"] = "7"
    assert library.save() == [str(path)]
    assert path.read_bytes() == text.replace("volume = 2", "volume = 7").encode(encoding)
    assert library.save() == []


def test_a_file_that_has_changed_on_disk_is_not_overwritten(tmp_path: Path) -> None:
    """After saving, the library knows the new state of the file."""
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    library = refkit.load(path)
    library["art"]["volume"] = "7"
    library.save()
    library["art"]["volume"] = "8"
    library.save()
    path.write_text("@misc{other, title={X}}\n", encoding="utf-8")
    library["art"]["volume"] = "9"
    with pytest.raises(UnwritableFile, match="changed on disk"):
        library.save()
    assert path.read_text(encoding="utf-8").startswith("@misc{other")


def test_each_changed_file_is_written(tmp_path: Path) -> None:
    """The others are not, and a parent in another file is known."""
    (tmp_path / "a.bib").write_text("@inbook{a, title={A}, crossref={p}}\n")
    (tmp_path / "b.bib").write_text("@book{p, publisher={P}}\n")
    (tmp_path / "c.json").write_text(JSON)
    library = refkit.load([tmp_path / name for name in ("a.bib", "b.bib", "c.json")])
    item = library["a"]
    library["p"]["publisher"] = "Q"
    assert item.publisher == "Q"
    library.rename("p", "q")
    assert library.save() == [str(tmp_path / "a.bib"), str(tmp_path / "b.bib")]
    assert (tmp_path / "a.bib").read_text() == "@inbook{a, title={A}, crossref={q}}\n"
    assert (tmp_path / "b.bib").read_text() == "@book{q, publisher={Q}}\n"


def test_what_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    """Plain text is read only."""
    (tmp_path / "refs.txt").write_text("Doe, J. (2001). On tides. Journal of Tides, 3(2), 1-20.\n")
    library = refkit.load(tmp_path / "refs.txt", format="text")
    library[0]["title"] = "On Salt"
    with pytest.raises(
        UnwritableFile, match=r'write the references to another one: `library.save\("refs.bib"\)`'
    ):
        library.save()
    library.save(tmp_path / "refs.bib")
    assert refkit.load(tmp_path / "refs.bib")[0].title == "On Salt"


def test_saving_to_another_file_keeps_comments_and_macros(tmp_path: Path) -> None:
    """In another dialect, only the entries are written again."""
    library = refkit.loads(BIB)
    library.save(tmp_path / "other.bib")
    assert (tmp_path / "other.bib").read_text(encoding="utf-8") == BIB
    converted = refkit.dumps(library, "biblatex")
    assert converted.startswith(BIB.partition("@book")[0])
    assert "journaltitle = {J}" in converted
    library.save(tmp_path / "other.json")
    assert [
        one["id"] for one in json.loads((tmp_path / "other.json").read_text(encoding="utf-8"))
    ] == library.keys()


BIBLATEX = """\ufeff% Jane
@Article{a,
  title        = {Ü},
  journaltitle = {J},
  date         = {2015-03-05},
}

@Online{b,
  title = {On},
  date  = {2001},
}
""".replace("\n", "\r\n")


def test_biblatex_stays_biblatex_in_another_bib_file(tmp_path: Path) -> None:
    """The suffix `.bib` does not ask for BibTeX; the encoding and line ends stay, too."""
    path, other = tmp_path / "a.bib", tmp_path / "b.bib"
    path.write_bytes(BIBLATEX.encode())
    library = refkit.load(path)
    library.save(other)
    assert other.read_bytes() == BIBLATEX.encode()
    library["b"]["title"] = "Off"
    library.save(other)
    assert other.read_bytes() == BIBLATEX.replace("{On}", "{Off}").encode()


def test_parts_of_biblatex_files_stay_biblatex(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_bytes(BIBLATEX.encode())
    library = refkit.load(tmp_path / "a.bib")
    (library + refkit.loads("@misc{c, title={C}}")).save(tmp_path / "both.bib")
    library.select(["a"]).save(tmp_path / "part.bib")
    refkit.dump(sorted(library, key=lambda item: item.title), tmp_path / "sorted.bib")
    for name in ("both", "part", "sorted"):
        assert "journaltitle" in (tmp_path / f"{name}.bib").read_text(encoding="utf-8"), name
    assert "journaltitle" in refkit.dumps(list(library))
    assert "journaltitle" not in refkit.dumps(list(library), "bibtex")
    library.save(tmp_path / "c.bibtex")
    assert "journaltitle" not in (tmp_path / "c.bibtex").read_text(encoding="utf-8")


def test_a_converted_file_keeps_its_line_ends() -> None:
    converted = refkit.dumps(refkit.loads(BIBLATEX), "bibtex")
    assert converted.count("\n") == converted.count("\r\n") > 5


def test_values_that_were_changed_directly_are_saved(tmp_path: Path) -> None:
    """The dictionaries of an item can be changed, too."""
    path = tmp_path / "refs.bib"
    path.write_text(BIB, encoding="utf-8")
    library = refkit.load(path)
    library["art"].text["volume"] = "7"
    library["art"].custom["holder"] = "Me"
    library["doe2001"].id = "doe"
    library.save()
    assert changed_lines(BIB, path.read_text(encoding="utf-8")) == [
        "-@book{doe2001,", "+@book{doe,", "-  crossref = {doe2001}", "+  crossref = {doe}",
        "-  journal = {J}, number=3, volume = 2,", "-  year=1999",
        "+  journal = {J}, number=3, volume = 7,", "+  year=1999,", "+  holder = {Me}",
    ]  # fmt: skip


def test_a_sum_keeps_equal_references_once() -> None:
    """A different one with a known key gets a letter; neither of the two libraries is changed."""
    one, other = refkit.loads(BIB), refkit.loads(BIB.replace("{T}", "{Other}"))
    both = one + other
    assert both.keys() == ["doe2001", "roe", "art", "arta"]
    assert (one.keys(), other.keys()) == (["doe2001", "roe", "art"],) * 2
    assert refkit.dumps(both).count("% my library") == 2
    assert refkit.loads(refkit.dumps(both)).keys() == both.keys()


def test_a_selection_has_parents_and_macros() -> None:
    """And a text of its own."""
    part = refkit.loads(BIB).select(["roe"])
    assert part.keys() == ["doe2001", "roe"]
    assert part["roe"].publisher == "A Press"
    assert "@string" in refkit.dumps(part)
    assert "@article" not in refkit.dumps(part)


def test_duplicates_are_groups() -> None:
    """Of references with the same identifier, or the same title and author."""
    text = (
        "@article{a, author={Lee, Bo}, title={A long title on the salt of seas}, doi={10.1000/1}, year=2001}\n"
        "@article{b, author={Lee, B.}, title={A long title on the salt of seas}, year=2001}\n"
        "@article{c, author={Roe, Ann}, title={Other}, doi={10.1000/1}, year=2001}\n"
        "@article{d, author={Roe, Ann}, title={Yet another}, year=2001}\n"
    )
    assert [[item.id for item in group] for group in refkit.loads(text).duplicates()] == [
        ["a", "b", "c"]
    ]


def test_copies_do_not_belong_to_the_library() -> None:
    """A change of a copy does not change the library."""
    library = refkit.loads(BIB)
    art = library["art"]
    for copied in (copy.deepcopy(art), pickle.loads(pickle.dumps(art)), art.replace(volume=3)):
        copied["title"] = "Copy"
        assert copied.title == "Copy"
    assert (art.title, refkit.dumps(library)) == ("T: Sub", BIB)


def test_json_keeps_the_text_of_other_records(tmp_path: Path) -> None:
    """And the layout of the changed one."""
    path = tmp_path / "refs.json"
    path.write_text(JSON)
    library = refkit.load(path)
    a = library["a"]
    a["title"] = "New"
    library["b"].update({"DOI": "10.1/x", "x": "2"})
    library.rename("a", "c")
    assert library.save() == [str(path)]
    assert path.read_text() == JSON.replace('"Alpha"', '"New"').replace('"id": "a"', '"id": "c"').replace(
        '{"x": "1"}}', '{"x": "2"}, "DOI": "10.1/x"}'
    )  # fmt: skip
    assert library["c"] is a


def test_records_are_added_removed_and_sorted() -> None:
    """Between the brackets of the list."""
    library = refkit.loads(JSON)
    library.add("book", key="0", title="Zero")
    library.sort("key")
    library.remove("a")
    assert [record["id"] for record in json.loads(refkit.dumps(library, "csl-json"))] == ["0", "b"]
    assert [item.id for item in library] == ["0", "b"]


KEYS = st.sampled_from(["doe2001", "roe", "art", "n1", "n2"])
VALUES = st.text(alphabet="aB é&{}\\$_%", max_size=6)
STEPS = st.one_of(
    st.tuples(
        st.just("set"), KEYS, st.sampled_from(["title", "note", "publisher", "DOI", "x-y"]), VALUES
    ),
    st.tuples(
        st.just("set"), KEYS, st.just("issued"), st.sampled_from(["2001", "2002-03", "1999/2000"])
    ),
    st.tuples(st.just("delete"), KEYS, st.sampled_from(["title", "note", "publisher", "issued"])),
    st.tuples(st.just("rename"), KEYS, KEYS),
    st.tuples(st.just("add"), KEYS, VALUES),
    st.tuples(st.just("remove"), KEYS),
    st.tuples(st.just("retype"), KEYS, st.sampled_from(["book", "article", "misc", "thesis"])),
    st.tuples(st.just("string"), st.sampled_from(["press", "other"]), VALUES),
    st.tuples(st.just("sort"), st.sampled_from(["key", "-issued", "title"])),
    st.tuples(st.just("refresh")),
)


@given(st.lists(STEPS, max_size=10), st.sampled_from(["bibtex", "biblatex"]))
def test_any_changes_give_the_same_items_in_memory_and_in_the_text(
    steps: list[tuple[str, ...]], dialect: str
) -> None:
    """And the texts between the entries are kept."""
    library = refkit.Library.of([read(refkit.Source(BIB, format=dialect), dialect)])
    held = list(library)
    for step in steps:
        try:
            _take(library, step)
        except (RefkitError, KeyError):
            continue
    text = refkit.dumps(library, dialect)
    in_memory = {item.id: library[item.id] for item in library}
    again = read(
        refkit.Source(text), dialect
    )  # in the same dialect, although it may look like the other one
    assert {item.id: item for item in again} == in_memory
    assert {id(item) for item in held if item._owner is not None} <= {id(i) for i in library}
    assert all(comment in text for comment in ("% my library", "% on doe", "\\newcommand"))


def _take(library: refkit.Library, step: tuple[str, ...]) -> None:
    match step:
        case ("set", key, name, value):
            library[key][name] = value
        case ("delete", key, name):
            del library[key][name]
        case ("rename", old, new):
            library.rename(old, new)
        case ("add", key, title):
            library.add("inbook", key=key, title=title, crossref="doe2001")
        case ("remove", key):
            library.remove(key)
        case ("retype", key, new):
            library[key].retype(new)
        case ("string", name, value):
            library.strings[name] = value
        case ("sort", by):
            library.sort(by)
        case _:
            assert library.sources


def test_a_library_can_be_built_from_nothing(tmp_path: Path) -> None:
    """And written in the format of the file's name."""
    library = refkit.Library()
    library.add("book", title="Salt", author="Doe, Jane", year=2001)
    with pytest.raises(RefkitError, match="these references have no file"):
        library.save()
    library.save(tmp_path / "new.bib")
    assert refkit.load(tmp_path / "new.bib")["doe2001"].title == "Salt"


def test_pandas_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, the message says how to install it."""
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(RefkitError, match=r"pip install refkit-bib\[pandas\]"):
        refkit.loads(BIB).to_pandas()


def test_fixing_a_library_reads_its_files_again(tmp_path: Path) -> None:
    """After the fixes are saved."""
    path = tmp_path / "refs.bib"
    path.write_text(
        "@article{a, author={Lee, Bo}, title={T}, journal={J}, year=2001, pages={1-20}}\n"
    )
    library = refkit.load(path)
    assert refkit.fix(library, select="PAG", unsafe=True).save() == [str(path)]
    assert ("{1--20}" in os.fsdecode(path.read_bytes()), library["a"].entry is not None) == (
        True,
        True,
    )
