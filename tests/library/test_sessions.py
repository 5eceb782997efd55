"""Any session of edits gives what a fresh library of the text gives, after every step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from hypothesis import example, given
from hypothesis import strategies as st

import refkit
from refkit.errors import RefkitError
from refkit.formats.bibtex.editor import BibEditor
from refkit.formats.bibtex.reader import read
from refkit.formats.bibtex.together import completed
from refkit.model.library import Library as Reading

KEYS = ["a", "b", "B", "c", "d2", "e-f"]
NAMES = ["title", "note", "publisher", "DOI", "x-y", "booktitle", "year", "author", "crossref"]
TYPES = ["article", "book", "inbook", "inproceedings", "proceedings", "misc", "xdata", "set"]
FIELDS = {
    "title": ["{Trees}", "{The {DNA} of trees}", '"Shrubs"'],
    "editor": ["{xdata=c-author-1 and Roe, Richard}"],
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
    if draw(st.integers(0, 20)) == 0:
        return draw(st.sampled_from(["@book{b, title = {Unclosed", "@misc{c, title {T}}"]))
    return f"@{draw(st.sampled_from(TYPES))}{{{draw(st.sampled_from(KEYS))}{fields}\n}}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return a .bib text with comments and macros."""
    parts = draw(st.lists(st.tuples(entries(), st.sampled_from(GAPS)), max_size=7))
    return draw(st.sampled_from(["", STRINGS])) + "".join(entry + gap for entry, gap in parts)


def files_in(dialect: str) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Return several texts; those in both dialects depend on the join, which is decided when they are read again."""
    return st.lists(st.tuples(texts(), st.just(dialect)), min_size=1, max_size=3)


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


def loaded(files: Sequence[tuple[str, str]]) -> refkit.Library:
    """Return the library of texts, each in a dialect even if it looks like the other one, as one bibliography."""
    names = [f"{number}.bib" for number in range(len(files))]

    def join(parts: Sequence[Reading]) -> list[Reading]:
        return completed(parts, names, names) if len(files) > 1 else list(parts)

    read_files = [
        read(refkit.Source(text, name, format=dialect), dialect)
        for name, (text, dialect) in zip(names, files, strict=True)
    ]
    return refkit.Library.of(join(read_files), join)


def files_of(library: refkit.Library) -> list[tuple[str, str]]:
    """Return the current texts of a library with their dialects."""
    refkit.dumps(library)  # writes what was changed directly, which is nothing
    editors = [editor for editor in library.editors if isinstance(editor, BibEditor)]
    return [(editor.text, editor.dialect) for editor in editors]


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
    st.sampled_from(["bibtex", "biblatex"]).flatmap(files_in),
    st.lists(st.tuples(STEPS, st.booleans()), max_size=6),
    st.lists(st.sampled_from(KEYS), max_size=4),
)
@example([("", "biblatex")], [(("add", "a", "a"), True)], [])
@example(
    [("@book{b, title={T}} @misc{b, crossref={b}}", "biblatex")], [(("refresh",), True)], ["b"]
)
@example(
    [("@misc{a, title={A}, crossref={b}}", "bibtex"), ("@book{b, title={B}, note={N}}", "bibtex")],
    [(("set", "b", "note", "X"), False), (("rename", "b", "c"), False)],
    ["a", "b"],
)
@example(
    [("@misc{a, title={A}, crossref={b}} @misc{b}", "bibtex"), ("@book{b, note={N}}", "bibtex")],
    [(("remove", "b"), False), (("set", "b", "note", "X"), True)],
    [],
)
def test_every_step_gives_what_a_fresh_library_of_the_texts_gives(
    files: list[tuple[str, str]], steps: list[tuple[tuple[str, ...], bool]], keys: list[str]
) -> None:
    """Also the items that a user holds, and without reading the texts again."""
    library = loaded(files)
    held = [item for key in keys if (item := library.get(key)) is not None]
    rest = iter(library)
    for step, is_read_again in steps:
        before = files_of(library)
        try:
            take(library, step)
        except (RefkitError, KeyError):
            assert files_of(library) == before
            continue
        held += islice(rest, 1)
        after = files_of(library)
        fresh = loaded(after)
        same_items(library, fresh)
        for item in (item for item in held if item._owner is not None and item.id in library):
            assert item in list(fresh)
        assert untouched(step, loaded(before), fresh)
        if is_read_again:
            same_order(library, fresh)


def untouched(step: tuple[str, ...], before: refkit.Library, after: refkit.Library) -> bool:
    """Whether the texts of the entries that a step does not name are the same, as often as before.

    An unclosed entry ends at the next one, so that it contains the text between them.
    """
    named = set() if step[0] in ("string", "sort", "refresh") else {key.lower() for key in step[1:]}
    if step[0] == "rename":
        return len(before.entries) == len(after.entries)
    old, new = (
        sorted(t for k, t in texts_of(one) if k.lower() not in named and "Unclosed" not in t)
        for one in (before, after)
    )
    return old == new
