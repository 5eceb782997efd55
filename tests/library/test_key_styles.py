"""Keys of a library in a key style."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.errors import RefkitError

KEYS = st.sampled_from(["a", "B", "Lee2001", "Lee2001b", "lee2001a", "Ray2001", "Lee", "Lee2002a"])
ENTRY = st.tuples(KEYS, st.sampled_from(["Lee", "lee", "Ray", "王"]), st.sampled_from([2001, 2002]))


def text_of(entries: list[tuple[str, str, int]]) -> str:
    return "".join(
        f"% {number}\n@misc{{{key}, author = {{{family}, A.}}, year = {year}, related = {{a, B}}}}\n"
        for number, (key, family, year) in enumerate(entries)
    )


@given(st.lists(ENTRY, max_size=7, unique_by=lambda entry: entry[0].lower()), st.booleans())
def test_keys_are_unique_and_stay(entries: list[tuple[str, str, int]], is_upper: bool) -> None:
    """Keys differ also in case; a second run changes nothing; only keys and mentions change."""
    library = refkit.loads(text_of(entries))
    style = "[auth:upper][year]" if is_upper else "[auth][year]"
    changes = library.keys_in_style(style)
    library.rename(key_style=style)
    keys = [item.id for item in library]
    assert len({key.lower() for key in keys}) == len(entries)
    assert library.keys_in_style(style) == {}
    assert refkit.loads(refkit.dumps(library)).keys() == keys
    new = [(changes.get(key, key), family, year) for key, family, year in entries]
    a, b = changes.get("a", "a"), changes.get("B", "B")
    assert refkit.dumps(library) == text_of(new).replace("{a, B}", f"{{{a}, {b}}}")


def test_keys_of_entries_that_are_not_references_are_taken() -> None:
    """Such as @xdata."""
    library = refkit.loads("@xdata{Lee2001, note={x}}\n@misc{a, author={Lee}, date={2001}}\n")
    library.rename(key_style="[auth][year]")
    assert library.keys() == ["Lee2001a"]


def test_files_are_one_bibliography(tmp_path: Path) -> None:
    """A mention in another file follows and is saved; keys are unique in all files."""
    one, two = tmp_path / "one.bib", tmp_path / "two.bib"
    one.write_text("@misc{a, author={Lee}, year=2001}\n")
    two.write_text("@misc{b, author={Lee}, year=2001, crossref={a}}\n@misc{c, crossref={a}}\n")
    library = refkit.load([one, two])
    assert library.rename({"a": "x", "b": "y"}) == 4
    assert library.save() == [str(one), str(two)]
    assert two.read_text().count("crossref={x}") == 2
    library.rename(key_style="[auth][year]")
    assert len({item.id for item in library}) == 3


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"a": "x", "b": "x"}, "`a` and `b` would both be renamed to `x`"),
        ({"a": "b"}, "there is an entry `b` already"),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        '[{"id": "a", "type": "book"}, {"id": "b", "type": "book"}]',
        "@misc{a, title={A}}\n@misc{b, title={B}}\n",
    ],
)
def test_keys_that_clash_are_refused(text: str, changes: dict[str, str], message: str) -> None:
    """Nothing is changed, in every format."""
    library = refkit.loads(text)
    with pytest.raises(RefkitError, match=message):
        library.rename(changes)
    form = "csl-json" if text.startswith("[") else "bibtex"
    assert refkit.dumps(library, format=form) == text


def test_keys_are_exchanged() -> None:
    """The new key of one is the old key of the other."""
    library = refkit.loads('[{"id":"a",  "type":"book" ,"title":"A"}, {"id": "b"}]')
    library.rename({"a": "b", "b": "a"})
    text = refkit.dumps(library, format="csl-json")
    assert text == '[{"id":"b",  "type":"book" ,"title":"A"}, {"id": "a"}]'
