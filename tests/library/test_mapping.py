"""A library has the methods of a mapping and of a list, can be copied, and says what it does not accept."""

from __future__ import annotations

import copy
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import refkit
from refkit.errors import RefkitError, UnreadableFile, UnwritableFile

BIB = """% a comment
@string{press = "A Press"}

@book{doe,
  title = {T},
  publisher = press,
}

@misc{,
  title = {Keyless},
  author = {Kay, Less},
  year = 1999,
}

@inbook{roe,
  crossref = {doe},
}
"""
REPEATED = "@misc{a, title={One}}\n@misc{A, title={Two}}\n@misc{b, crossref={a}}\n"


def loaded(folder: Path, text: str = BIB) -> refkit.Library:
    path = folder / "refs.bib"
    path.write_text(text, encoding="utf-8")
    return refkit.load(path)


def test_keys_values_and_items_agree() -> None:
    """As those of a dict."""
    library = refkit.loads(BIB)
    assert list(zip(library.keys(), library.values(), strict=True)) == library.items()
    assert dict(library.items()) == dict(library)


def test_items_are_a_list_too() -> None:
    """The attribute is a sequence of the references."""
    library = refkit.loads(BIB)
    assert [library.items[0], *library.items[1:]] == list(library)
    assert library.items == library.values()


def test_pop_removes_and_returns_a_reference() -> None:
    """Or the default."""
    library = refkit.loads(BIB)
    assert library.pop("roe").type == "chapter"
    assert library.pop("roe", None) is None
    assert "roe" not in refkit.dumps(library)
    with pytest.raises(KeyError, match="no item `roe`"):
        library.pop("roe")


def test_a_reference_is_set_by_its_key() -> None:
    """A new one is added, and one that exists gets the values."""
    library = refkit.loads(BIB)
    library["new"] = {"type": "book", "title": "New"}
    library["doe"] = refkit.Item.new("report", title="Other", publisher="P")
    again = refkit.loads(refkit.dumps(library))
    assert (again["new"].title, again["doe"].title, again["doe"].type) == ("New", "Other", "report")


def test_a_reference_is_deleted_by_its_position() -> None:
    """As in a list."""
    library = refkit.loads(BIB)
    del library[0]
    assert library.keys() == ["kay1999", "roe"]


COPIES: list[Callable[[refkit.Library], refkit.Library]] = [
    copy.copy, copy.deepcopy, lambda library: pickle.loads(pickle.dumps(library)),
]  # fmt: skip


@pytest.mark.parametrize("copied", COPIES, ids=["copy", "deepcopy", "pickle"])
def test_a_copy_is_independent(
    copied: Callable[[refkit.Library], refkit.Library], tmp_path: Path
) -> None:
    """A change of one is not one of the other, and changes that were not saved are saved by the copy."""
    library = loaded(tmp_path)
    library["doe"]["title"] = "Changed"
    other = copied(library)
    other["doe"]["note"] = "x"
    assert (other["doe"].title, "note" in library["doe"]) == ("Changed", False)
    assert other.save() == [str(tmp_path / "refs.bib")]
    assert "Changed" in (tmp_path / "refs.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize("copied", COPIES, ids=["copy", "deepcopy", "pickle"])
def test_copies_of_several_files_and_of_texts_are_equal(
    copied: Callable[[refkit.Library], refkit.Library], tmp_path: Path
) -> None:
    """With macros from another file; items without a text; a list in plain text."""
    (tmp_path / "m.bib").write_text('@string{j = "Journal"}\n', encoding="utf-8")
    (tmp_path / "a.bib").write_text("@article{a, journal = j}\n", encoding="utf-8")
    for library in (
        refkit.load([tmp_path / "m.bib", tmp_path / "a.bib"]),
        refkit.loads("[]", format="csl-json") + {"type": "book", "title": "T"},
        refkit.loads("Doe, J. (2001). On tides. Journal of Tides, 3(2), 1-20.\n", format="text"),
    ):
        assert list(copied(library)) == list(library)


def test_items_are_added_to_a_library() -> None:
    """Items, objects of CSL-JSON, or one of them; one without a key gets one."""
    library = refkit.loads(BIB)
    items: list[refkit.Item | dict[str, object]] = [
        refkit.Item.new("book", title="T", author="Doe, J."),
        {"id": "x", "type": "book"},
    ]
    more = library + items
    assert more.keys() == [*library.keys(), "doend", "x"]
    assert (library + {"id": "x", "type": "book"}).keys() == [*library.keys(), "x"]


@pytest.mark.parametrize("other", ["@misc{a}", 3, None, Path("x.bib"), [3], ["@misc{a}"]])
def test_other_objects_are_not_added(other: object) -> None:
    """The message says how to read a text or file."""
    with pytest.raises((TypeError, RefkitError)):
        refkit.loads(BIB) + other  # type: ignore[operator]


def test_an_entry_without_a_key_is_removed_and_renamed_by_its_generated_key() -> None:
    """The generated key is that which `keys` returns."""
    library = refkit.loads(BIB)
    library.rename("kay1999", "kay")
    assert refkit.dumps(library) == BIB.replace("@misc{,", "@misc{kay,")
    other = refkit.loads(BIB)
    other.remove("kay1999")
    assert (other.keys(), "Keyless" in refkit.dumps(other)) == (["doe", "roe"], False)


def test_an_entry_without_a_key_is_renamed_by_a_function() -> None:
    """As the others."""
    library = refkit.loads(BIB)
    library.rename(lambda item: f"x-{item.id}")
    assert library.keys() == ["x-doe", "x-kay1999", "x-roe"]


def test_a_generated_key_is_found_after_a_change() -> None:
    """`in`, `get` and `[]` agree."""
    library = refkit.loads(BIB)
    library["doe"]["title"] = "X"
    assert "kay1999" in library
    assert library.get("kay1999") is library["kay1999"]


@pytest.mark.parametrize("change", [("a", "new"), ({"a": "new"}, "")])
def test_a_repeated_key_is_not_renamed(change: tuple[object, str]) -> None:
    """BibTeX's keys differ in more than the case of letters; the message names the way out."""
    library = refkit.loads(REPEATED)
    with pytest.raises(RefkitError, match="2 entries have the key `a` in upper or lower case"):
        library.rename(*change)  # type: ignore[arg-type]
    assert refkit.dumps(library) == REPEATED


def test_equal_keys_are_renamed_together() -> None:
    """By the key, by a mapping and by a style; a style keeps those that differ in case."""
    text = "@misc{a, title={One}, author={Doe, J.}}\n@misc{a, title={One}, author={Doe, J.}}\n"
    renames: list[Callable[[refkit.Library], int]] = [
        lambda library: library.rename("a", "Doe"),
        lambda library: library.rename({"a": "Doe"}),
        lambda library: library.rename(key_style="[auth]"),
    ]
    for rename in renames:
        library = refkit.loads(text)
        rename(library)
        assert refkit.dumps(library) == text.replace("{a,", "{Doe,")
    cased = refkit.loads(REPEATED)
    cased.rename(key_style="[veryshorttitle]")
    assert cased.keys()[:2] == ["a", "A"]


def test_one_of_several_with_the_same_key_is_renamed_by_its_item() -> None:
    """References to the key follow the first one, which BibTeX means by it."""
    library = refkit.loads(REPEATED)
    library.rename(library[1], "second")
    assert refkit.dumps(library) == REPEATED.replace("{A,", "{second,")
    library.rename(library[0], "first")
    assert "crossref={first}" in refkit.dumps(library)


def test_a_function_distinguishes_repeated_keys() -> None:
    """They get letters."""
    library = refkit.loads("@misc{a, title={One}}\n@misc{a, title={Two}}\n")
    library.rename(lambda item: "k")
    assert library.keys() == ["ka", "kb"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"doe": ""}, "is empty"),
        ({"doe": 3}, "is not a text"),
        ({"doe": "x", "roe": "X"}, "would both be renamed"),
        ({"Doe": "x"}, "did you mean `doe`"),
        (None, "give the old and the new key"),
        (lambda item: None, "returns None"),
    ],
)
def test_wrong_new_keys_are_refused(change: object, message: str) -> None:
    """Nothing is changed."""
    library = refkit.loads(BIB)
    with pytest.raises((TypeError, KeyError, RefkitError), match=message):
        library.rename(change)  # type: ignore[arg-type]
    assert refkit.dumps(library) == BIB


@pytest.mark.parametrize("name", ["bogus", "titel", "", "-"])
def test_an_unknown_order_is_refused(name: str) -> None:
    """With the valid names."""
    with pytest.raises(RefkitError, match="to sort by"):
        refkit.loads(BIB).sort("key", name)


@pytest.mark.parametrize("name", ["key", "-issued", "Title", "journal", "container_title", "mine"])
def test_known_orders_are_accepted(name: str) -> None:
    """Variables, fields of BibTeX, and fields that an entry has."""
    library = refkit.loads("@misc{a, mine={2}}@misc{b, mine={1}}")
    library.sort(name)
    assert sorted(library.keys()) == ["a", "b"]


def test_a_file_that_was_made_writable_is_saved(tmp_path: Path) -> None:
    """Its content counts, not its mode or times."""
    library = loaded(tmp_path)
    path = tmp_path / "refs.bib"
    path.chmod(0o444)
    library = refkit.load(path)
    path.chmod(0o644)
    os.utime(path)
    library["doe"]["title"] = "X"
    assert library.save() == [str(path)]
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    library["doe"]["title"] = "Y"
    assert library.save() == [str(path)]


@pytest.mark.parametrize("new", ["{Z}", "{ZZ}"])
def test_a_file_that_was_changed_is_not_overwritten(new: str, tmp_path: Path) -> None:
    """Also by a text of the same length."""
    library = loaded(tmp_path)
    path = tmp_path / "refs.bib"
    path.write_text(BIB.replace("{T}", new), encoding="utf-8")
    library["doe"]["note"] = "x"
    with pytest.raises(UnwritableFile, match="changed on disk"):
        library.save()


@pytest.mark.parametrize(
    "text",
    [
        "@book{a, title={T}}",
        '[{"id": "a"}]',
        "@book{a,\n title={T}}",
        "Doe, J. (2001). On tides. Journal of Tides, 3(2), 1-20.",
    ],
)
def test_load_refers_a_text_to_loads(text: str) -> None:
    """A file with a missing name has another message."""
    with pytest.raises(UnreadableFile, match=r"`refkit\.loads`"):
        refkit.load(text)
    with pytest.raises(UnreadableFile, match=r"no such file$"):
        refkit.load("my long list of references on tides and salt.bib")


@pytest.mark.parametrize("start", ["% comment\r", "\r\r", "% a\r% b\r\t", "text\r "])
def test_line_ends_of_old_macs_are_read(start: str) -> None:
    """An entry begins after a carriage return alone."""
    assert refkit.loads(f"{start}@misc{{a,\r title={{T}},\r}}\r").keys() == ["a"]


@pytest.mark.parametrize("paths", [3, None, b"refs.bib"])
def test_load_names_what_it_reads(paths: object) -> None:
    """In a person's words."""
    with pytest.raises(TypeError, match="`load` reads a path, several paths or an open file"):
        refkit.load(paths)  # type: ignore[arg-type]


@pytest.mark.parametrize("position", [3, 999, -4])
def test_a_position_that_no_reference_has_is_named(position: int) -> None:
    library = refkit.loads("@misc{a} @misc{b} @misc{c}")
    for several in (library, library + refkit.loads("")):
        with pytest.raises(IndexError, match=f"^no item {position}: the library has 3 references$"):
            several[position]
