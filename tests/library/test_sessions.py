"""Any session of edits gives what a fresh library of the text gives, after every step."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.errors import RefkitError
from refkit.formats.bibtex.reader import read

KEYS = ["a", "b", "B", "c", "d2", "e-f"]
NAMES = ["title", "note", "publisher", "DOI", "x-y", "booktitle", "year", "author", "crossref"]
TYPES = ["article", "book", "inbook", "inproceedings", "proceedings", "misc", "xdata", "set"]
FIELDS = {
    "title": ["{Trees}", "{The {DNA} of trees}", '"Shrubs"'],
    "author": ["{Doe, Jane and Roe, Richard}", r"{M{\"u}ller, Ana}"],
    "year": ["2001", "{1999}"],
    "month": ["jan", "{March}"],
    "publisher": ["press", '"Old " # press', "{Other}"],
    "booktitle": ["{Proceedings}"],
    "crossref": ["{a}", "{b}", "{B}", "{c}", "{none}"],
    "xdata": ["{a}", "{c, d2}"],
    "note": ["{xdata=a-title}", "{A note}"],
    "ids": ["{g}", "{none, h}"],
    "entryset": ["{b, c}"],
    "pages": ["{1--2}"],
}
GAPS = ["\n\n", "\n", "\n\n% on the next one\n", "\n@comment{kept}\n\n", " % after\n\n"]
STRINGS = '@string{press = "Press"}\n@string{other = {Other Press}}\n\n'


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Return an entry with some fields."""
    names = draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=5, unique=True))
    fields = "".join(f",\n  {name} = {draw(st.sampled_from(FIELDS[name]))}" for name in names)
    return f"@{draw(st.sampled_from(TYPES))}{{{draw(st.sampled_from(KEYS))}{fields}\n}}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return a .bib text with comments and macros."""
    parts = draw(st.lists(st.tuples(entries(), st.sampled_from(GAPS)), max_size=7))
    return draw(st.sampled_from(["", STRINGS])) + "".join(entry + gap for entry, gap in parts)


STEPS = st.one_of(
    st.tuples(
        st.just("set"),
        st.sampled_from(KEYS),
        st.sampled_from(NAMES),
        st.sampled_from(["X", "{Y}", "2003", "A {\\&} B", "c", "Roe, R."]),
    ),
    st.tuples(st.just("delete"), st.sampled_from(KEYS), st.sampled_from(NAMES)),
    st.tuples(st.just("rename"), st.sampled_from(KEYS), st.sampled_from([*KEYS, "new"])),
    st.tuples(st.just("add"), st.sampled_from([*KEYS, "none", "new"]), st.sampled_from(KEYS)),
    st.tuples(st.just("remove"), st.sampled_from(KEYS)),
    st.tuples(st.just("retype"), st.sampled_from(KEYS), st.sampled_from(["book", "thesis"])),
    st.tuples(st.just("string"), st.sampled_from(["press", "other"]), st.just("New Press")),
    st.tuples(st.just("sort"), st.sampled_from(["key", "-issued", "title"])),
    st.tuples(st.just("refresh")),
)


def take(library: refkit.Library, step: tuple[str, ...]) -> None:
    """Change a library."""
    match step:
        case ("set", key, name, value):
            library[key][name] = value
        case ("delete", key, name):
            del library[key][name]
        case ("rename", old, new):
            library.rename(old, new)
        case ("add", key, parent):
            library.add("inbook", key=key, title="Added", crossref=parent)
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


def texts_of(library: refkit.Library) -> list[tuple[str, str]]:
    """Return the keys and texts of the entries."""
    return [(entry.key, entry.source.slice(entry.span)) for entry in library.entries]


def loaded(text: str, dialect: str) -> refkit.Library:
    """Return the library of a text, in a dialect even if the text looks like the other one."""
    return refkit.Library.of([read(refkit.Source(text, format=dialect), dialect)])


Check = Callable[[refkit.Library, refkit.Library], None]


def same_items(library: refkit.Library, fresh: refkit.Library) -> None:
    """Compare items found by key, which are not read again."""
    keys = fresh.keys()
    assert [library[key] for key in keys] == [fresh[key] for key in keys]
    assert len(library) == len(fresh)


def same_order(library: refkit.Library, fresh: refkit.Library) -> None:
    """Compare what is read again."""
    assert list(library) == list(fresh)
    assert texts_of(library) == texts_of(fresh)


@given(
    texts(),
    st.lists(st.tuples(STEPS, st.booleans()), max_size=6),
    st.lists(st.sampled_from(KEYS), max_size=4),
    st.sampled_from(["bibtex", "biblatex"]),
)
def test_every_step_gives_what_a_fresh_library_of_the_text_gives(
    text: str, steps: list[tuple[tuple[str, ...], bool]], keys: list[str], dialect: str
) -> None:
    """Also the items that a user holds, and without reading the text again."""
    library = loaded(text, dialect)
    held = [item for key in keys if (item := library.get(key)) is not None]
    for step, is_read_again in steps:
        before = refkit.dumps(library, dialect)
        try:
            take(library, step)
        except (RefkitError, KeyError):
            assert refkit.dumps(library, dialect) == before
            continue
        after = refkit.dumps(library, dialect)
        fresh = loaded(after, dialect)
        same_items(library, fresh)
        for item in (item for item in held if item._owner is not None):
            assert item in list(fresh)
        assert untouched(step, loaded(before, dialect), fresh)
        if is_read_again:
            same_order(library, fresh)


def untouched(step: tuple[str, ...], before: refkit.Library, after: refkit.Library) -> bool:
    """Whether the texts of the entries that a step does not name are the same, as often as before."""
    named = set() if step[0] in ("string", "sort", "refresh") else {key.lower() for key in step[1:]}
    if step[0] == "rename":
        return len(before.entries) == len(after.entries)
    old, new = (
        sorted(text for key, text in texts_of(one) if key.lower() not in named)
        for one in (before, after)
    )
    return old == new
