"""Merges with git's other conflict styles and labels, and with keys that a side swapped."""

from __future__ import annotations

from itertools import permutations

import pytest

import refkit
from refkit.errors import RefkitError
from refkit.formats.bibtex.merge import merge_texts
from refkit.formats.bibtex.merge_lines import Markers

BASE = "@misc{a,\n  title = {T},\n  year = 2001,\n}\n"


def merged(ours: str, theirs: str, style: str, base: str = BASE) -> str:
    return merge_texts(base, ours, theirs, markers=Markers("O", "T", 7, "B", style)).text


def test_the_style_diff3_has_the_base_version() -> None:
    """Of a field."""
    assert merged(BASE.replace("{T}", "{X}"), BASE.replace("{T}", "{Y}"), "diff3") == (
        "@misc{a,\n<<<<<<< O\n  title = {X},\n||||||| B\n  title = {T},\n=======\n  title = {Y},\n>>>>>>> T\n"
        "  year = 2001,\n}\n"
    )


def test_the_base_version_of_other_parts() -> None:
    """The head of an entry, an entry that was removed, a field that is new, text between entries, an @string."""
    assert "||||||| B\n@misc{a,\n=======" in merged(
        BASE.replace("misc", "book"), BASE.replace("misc", "online"), "diff3"
    )
    assert f"<<<<<<< O\n||||||| B\n{BASE}=======\n" in merged(
        "% x\n", BASE.replace("{T}", "{Y}"), "diff3"
    )
    new = [BASE.replace("  year", f"  doi = {{{value}}},\n  year") for value in "12"]
    assert "||||||| B\n=======\n  doi" in merged(new[0], new[1], "diff3")
    texts = [f"% {word}\n{BASE}" for word in ("x", "y", "z")]
    assert "<<<<<<< O\n% y\n||||||| B\n% x\n=======\n% z\n>>>>>>> T\n" in merged(
        texts[1], texts[2], "diff3", texts[0]
    )
    strings = [f"@string{{m = {{{word}}}}}\n{BASE}" for word in ("x", "y", "z")]
    assert "||||||| B\n@string{m = {x}}\n=======" in merged(
        strings[1], strings[2], "diff3", strings[0]
    )


def test_the_style_zdiff3_has_equal_lines_outside() -> None:
    """At the start and at the end of both sides."""
    result = merged("% a\n% x\n% z\n", "% a\n% y\n% z\n", "zdiff3", "% w\n")
    assert result == "% a\n<<<<<<< O\n% x\n||||||| B\n% w\n=======\n% y\n>>>>>>> T\n% z\n"


def test_the_style_merge_has_no_base_version() -> None:
    """The default."""
    result = refkit.merge(BASE, BASE.replace("{T}", "{X}"), BASE.replace("{T}", "{Y}"))
    assert "|||||||" not in result.text


def test_the_style_is_an_argument() -> None:
    """An unknown one is refused."""
    sides = BASE.replace("{T}", "{X}"), BASE.replace("{T}", "{Y}")
    assert "||||||| base\n" in refkit.merge(BASE, *sides, conflict_style="diff3").text
    with pytest.raises(RefkitError, match="no conflict style `diff4`"):
        refkit.merge(BASE, *sides, conflict_style="diff4")


ENTRIES = {
    "a": "  title = {Alpha},\n  author = {Doe, Jane},\n  year = 2001,\n",
    "b": "  title = {Beta},\n  author = {Roe, Ann},\n  year = 2002,\n",
    "c": "  title = {Gamma},\n  author = {Poe, Max},\n  year = 2003,\n",
}


def library(names: dict[str, str]) -> str:
    """Return the entries in their order under other keys."""
    return "\n".join(f"@misc{{{names[key]},\n{fields}}}\n" for key, fields in ENTRIES.items())


OLD = library({key: key for key in ENTRIES})


@pytest.mark.parametrize("keys", [p for p in permutations("abc") if p != ("a", "b", "c")])
@pytest.mark.parametrize("changing", ["ours", "theirs"])
def test_permuted_keys_are_those_of_the_same_entries(keys: tuple[str, ...], changing: str) -> None:
    """The change of the other side goes to the entry that it was made to."""
    permuted = library(dict(zip("abc", keys, strict=True)))
    changed = OLD.replace("{Alpha}", "{New}").replace("2002", "2022")
    sides = (permuted, changed) if changing == "ours" else (changed, permuted)
    result = merge_texts(OLD, *sides)
    assert (result.conflicts, result.text) == (
        [],
        permuted.replace("{Alpha}", "{New}").replace("2002", "2022"),
    )


def test_a_key_that_another_entry_gave_up() -> None:
    """One side removed `a` and gave `b` its key; the other changed `b`."""
    moved = library({"a": "x", "b": "a", "c": "c"}).partition("\n\n")[2].lstrip("\n")
    result = merge_texts(OLD, moved, OLD.replace("2002", "2022"))
    assert (result.conflicts, result.text.lstrip()) == ([], moved.replace("2002", "2022"))


def test_a_rewritten_entry_keeps_its_key() -> None:
    """All fields are others, and no other entry has them: it is the same entry."""
    rewritten = OLD.replace(ENTRIES["a"], "  title = {New},\n  note = {x},\n")
    result = merge_texts(OLD, rewritten, OLD.replace("2002", "2022"))
    assert (result.conflicts, result.text) == ([], rewritten.replace("2002", "2022"))
    both = merge_texts(OLD, rewritten, OLD.replace("2001", "2021"))
    assert [conflict.key for conflict in both.conflicts] == ["a"]


def test_no_entry_is_lost_if_one_has_the_fields_of_another() -> None:
    """A copy under the key of a third entry, which stays as it is where its own fields are gone."""
    copied = OLD.replace(ENTRIES["a"], ENTRIES["b"])
    result = merge_texts(OLD, copied, OLD.replace("2003", "2023"))
    assert result.text == copied.replace("2003", "2023")
