"""An edit follows the layout of the file and does not change other characters."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit.formats.bibtex import read
from refkit.formats.bibtex.edit import Document
from refkit.formats.bibtex.entry_text import EditError
from refkit.model.source import Source, decode

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[4] / "shared" / "cases")
FILES = sorted((CASES / "bib-real").glob("*.bib"))

ALIGNED = """% my library
@Article{knuth1984,
    author    = "Donald E. Knuth",
    title     = "Literate Programming",
    year      = 1984
}

@Article{lamport1986,
    author    = "Leslie Lamport",
    title     = "{\\LaTeX}",
    year      = 1986
}
"""

PLAIN = """@book{a,
  title = {Alpha},
  year = {2001},
}

@inbook{b,
  title = {Beta},
  crossref = {a},
}

@misc{c,
  related = {a, b},
  note = {a},
}
"""


def changed_lines(before: str, after: str) -> list[str]:
    """The lines of a diff that are added or removed."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_setting_a_field_changes_one_line() -> None:
    """The value keeps its delimiters."""
    document = Document(ALIGNED)
    document.set_field("knuth1984", "title", "Literate Programs")
    assert changed_lines(ALIGNED, document.text) == [
        '-    title     = "Literate Programming",',
        '+    title     = "Literate Programs",',
    ]


def test_a_bare_number_stays_bare() -> None:
    """`year = 1984` becomes `year = 1985`."""
    document = Document(ALIGNED)
    document.set_field("knuth1984", "year", "1985")
    assert "year      = 1985\n" in document.text


def test_an_added_field_is_indented_aligned_and_quoted_like_the_others() -> None:
    """The entry has no comma after its last field, and still has none."""
    document = Document(ALIGNED)
    document.set_field("lamport1986", "publisher", "Addison-Wesley")
    assert '    year      = 1986,\n    publisher = "Addison-Wesley"\n}' in document.text


def test_an_added_field_keeps_the_trailing_comma() -> None:
    """One line is added, and no line is changed."""
    document = Document(PLAIN)
    document.set_field("a", "publisher", "Press")
    assert changed_lines(PLAIN, document.text) == ["+  publisher = {Press},"]


def test_a_month_is_added_as_its_macro() -> None:
    """`jan` needs no braces."""
    document = Document(PLAIN)
    document.set_field("a", "month", "jan")
    assert "  month = jan,\n}" in document.text


def test_a_raw_value_is_written_unchanged() -> None:
    """Macros and `#` chains."""
    document = Document(PLAIN)
    document.set_field("a", "publisher", 'acm # " Press"', raw=True)
    assert '  publisher = acm # " Press",' in document.text


def test_a_value_with_a_quote_is_braced() -> None:
    """A quote would end a quoted value."""
    document = Document(ALIGNED)
    document.set_field("knuth1984", "note", 'a "b" c')
    assert 'note      = {a "b" c}' in document.text


def test_removing_a_field_removes_its_line() -> None:
    """First, middle or last."""
    document = Document(PLAIN)
    document.remove_field("a", "title")
    document.remove_field("c", "note")
    assert changed_lines(PLAIN, document.text) == ["-  title = {Alpha},", "-  note = {a},"]


def test_renaming_a_field_keeps_the_values_aligned() -> None:
    """Longer or shorter names."""
    document = Document(ALIGNED)
    document.rename_field("knuth1984", "year", "date")
    document.rename_field("knuth1984", "author", "editors")
    assert '    editors   = "Donald E. Knuth",' in document.text
    assert "    date      = 1984\n" in document.text


def test_a_key_is_renamed_in_all_fields_that_contain_it() -> None:
    """`note = {a}` does not refer to a key."""
    document = Document(PLAIN)
    assert document.rename_key("a", "alpha2001") == 3
    assert changed_lines(PLAIN, document.text) == [
        "-@book{a,", "+@book{alpha2001,",
        "-  crossref = {a},", "+  crossref = {alpha2001},",
        "-  related = {a, b},", "+  related = {alpha2001, b},",
    ]  # fmt: skip


def test_keys_in_sets_xdata_and_ids_are_renamed() -> None:
    """In all fields that contain keys."""
    text = (
        "@set{s, entryset = {x,y}}\n@book{x, ids = {old, x}, xdata = {y}}\n@xdata{y, title = {x}}\n"
    )
    document = Document(text, "biblatex")
    document.rename_key("x", "z")
    assert document.text == (
        "@set{s, entryset = {z,y}}\n@book{z, ids = {old, z}, xdata = {y}}\n@xdata{y, title = {x}}\n"
    )


def test_an_added_entry_looks_like_the_others() -> None:
    """The case of the type, indentation and quotes are those of the file, with an empty line in between."""
    document = Document(ALIGNED)
    document.add_entry("article", "new", {"author": "A. Nother", "year": "1999"})
    assert document.text == ALIGNED + (
        '\n@Article{new,\n    author    = "A. Nother",\n    year      = 1999\n}\n'
    )


def test_a_name_too_long_for_the_column_is_followed_by_one_space() -> None:
    """The longer name does not reach the column of the other values."""
    document = Document("@misc{a,\n  title=   {T},\n  note=    {N},\n}\n")
    document.set_field("a", "howpublished", "x")
    assert "\n  howpublished= {x},\n" in document.text


def test_an_added_entry_is_closed_like_the_others() -> None:
    """On the line of the last field."""
    text = "@misc{a,\n  note = {N}}\n\n@misc{b,\n  note = {N}}\n"
    document = Document(text)
    document.add_entry("misc", "c", {"note": "M"})
    assert document.text == text + "\n@misc{c,\n  note = {M}}\n"


def test_an_entry_is_removed_with_its_gap() -> None:
    """A comment above it is kept."""
    document = Document(ALIGNED)
    document.remove_entry("knuth1984")
    assert document.text == "% my library\n" + ALIGNED[ALIGNED.index("@Article{lamport") :]


def test_an_entry_is_moved() -> None:
    """To the end and to the front; nothing else changes."""
    document = Document(PLAIN)
    document.move_entry("a", after="c")
    assert document.keys == ["b", "c", "a"]
    document.move_entry("a", after=None)
    assert document.text == PLAIN


def test_an_entry_is_not_moved_away_from_its_macro() -> None:
    """Before its @string, the macro would be undefined."""
    document = Document('@misc{a, note={x}}\n@string{s = "S"}\n@misc{b, note=s}\n')
    with pytest.raises(EditError, match="macro"):
        document.move_entry("b", after=None)
    assert document.keys == ["a", "b"]


def test_crlf_line_ends_are_kept() -> None:
    """Added lines have the line ends of the file."""
    document = Document(PLAIN.replace("\n", "\r\n"))
    document.set_field("a", "publisher", "Press")
    document.add_entry("misc", "d", {"title": "Delta"})
    assert "\n" not in document.text.replace("\r\n", "")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda d: d.set_field("zzz", "title", "x"), "no entry `zzz`"),
        (lambda d: d.set_field("a", "ti tle", "x"), "cannot be a field name"),
        (lambda d: d.set_field("a", "title", "x}"), "unmatched brace"),
        (lambda d: d.set_field("a", "title", "x, y = z", raw=True), "is not a value"),
        (lambda d: d.remove_field("a", "editor"), "no field `editor`"),
        (lambda d: d.rename_field("a", "title", "year"), "has a field `year` already"),
        (lambda d: d.rename_key("a", "b"), "an entry `b` already"),
        (lambda d: d.rename_key("a", "b c"), "cannot be a key"),
        (lambda d: d.rename_field("a", "isbn", "issn"), "no field `isbn`"),
        (lambda d: d.rename_field("a", "title", "my title"), "cannot be a field name"),
        (lambda d: d.add_entry("misc", "a", {}), "an entry `a` already"),
        (lambda d: d.add_entry("misc", "x y", {}), "cannot be a key"),
        (lambda d: d.add_entry("misc", "c1", {"note": "{"}), "field `note` cannot be written"),
        (lambda d: d.add_entry("misc", "c1", {"no te": "x"}), "field `no te` cannot be written"),
        (lambda d: d.move_entry("a", after="a"), "cannot follow itself"),
        (lambda d: d.move_entry("a", after="zzz"), "no entry `zzz`"),
    ],
)
def test_an_impossible_edit_is_reported_and_changes_nothing(call: object, words: str) -> None:
    """The text is not changed."""
    document = Document(PLAIN)
    assert callable(call)
    with pytest.raises(EditError, match=words):
        call(document)
    assert document.text == PLAIN


def test_a_broken_entry_is_not_edited() -> None:
    """Its offsets are not reliable."""
    with pytest.raises(EditError, match="malformed"):
        Document("@misc{a, title = {T} year = 1999}").set_field("a", "title", "x")


@given(st.text(alphabet="@ab{}\"'=,# %\\\n\r\t1()"))
def test_an_unedited_text_is_written_unchanged(text: str) -> None:
    """Any value can be set."""
    assert Document(text).text == text


@given(st.text(alphabet='ab "\\1{}').filter(lambda v: v.count("{") == v.count("}") == 0))
def test_an_edit_changes_only_its_span(value: str) -> None:
    """The text before and after the value is not changed."""
    document = Document(PLAIN)
    document.set_field("b", "title", value)
    start = PLAIN.index("{Beta}")
    assert document.text[:start] == PLAIN[:start]
    assert document.text.endswith(PLAIN[start + len("{Beta}") :])
    assert document.text[start:].startswith("{" + value + "}")


@pytest.mark.skipif(not FILES, reason="the shared cases are not here")
def test_in_real_files_an_edit_is_one_line_and_can_be_undone() -> None:
    """A field set, added and removed again, in the first entries of every file."""
    for path in FILES[::2]:
        text = decode(path.read_bytes()).text
        document = Document(text)
        filled = [entry.key for entry in read(Source(text)).entries if entry.fields]
        for key in [key for key in filled[:3] if document.keys.count(key) == 1]:
            try:
                document.set_field(key, "zzz", "value")
            except EditError:
                continue
            added = document.text
            document.set_field(key, "zzz", "other")
            changed = changed_lines(added, document.text)
            assert [line.count("value") + line.count("other") for line in changed] == [1, 1], (
                path.name
            )
            document.remove_field(key, "zzz")
            assert document.text == text, path.name


def test_a_field_may_change_the_case_of_its_name() -> None:
    """`Title` is the same field."""
    document = Document(PLAIN)
    document.rename_field("a", "title", "Title")
    assert document.text == PLAIN.replace("title", "Title", 1)


def test_several_keys_are_renamed_at_once() -> None:
    """Two entries can swap their keys."""
    document = Document(PLAIN)
    assert document.rename_keys({"a": "b", "b": "a"}) == 5
    assert document.text == (
        PLAIN.replace("@book{a,", "@book{B,").replace("@inbook{b,", "@inbook{a,")
        .replace("crossref = {a}", "crossref = {b}").replace("{a, b}", "{b, a}").replace("{B,", "{b,")
    )  # fmt: skip


def test_a_renamed_entry_is_found_by_its_new_key() -> None:
    """Also after the entry was moved."""
    document = Document(PLAIN)
    document.rename_key("a", "z")
    document.move_entry("z", after="c")
    document.set_field("z", "title", "Omega")
    assert (document.keys, "{Omega}" in document.text) == (["b", "c", "z"], True)


def test_a_key_is_renamed_in_references_to_single_fields() -> None:
    """BibLaTeX's `xdata=key-field`, which any field can contain."""
    text = "@xdata{x-1, publisher = {P}}\n@book{a, publisher = {xdata=x-1-publisher}, note = {x-1-note}}\n"
    document = Document(text, "biblatex")
    assert document.rename_key("x-1", "press") == 2
    assert document.text == text.replace("{x-1,", "{press,").replace("=x-1-", "=press-")


def test_a_macro_with_the_name_of_a_key_is_not_renamed() -> None:
    """`crossref = a` is a macro."""
    text = "@string{a = {b}}\n@misc{a, note = {N}}\n@misc{c, crossref = a}\n"
    document = Document(text)
    document.rename_key("a", "z")
    assert document.text == text.replace("@misc{a,", "@misc{z,")


def test_a_mention_in_an_added_or_changed_entry_is_renamed() -> None:
    """Fields that are set after the first renaming count, too."""
    document = Document(PLAIN)
    document.rename_key("c", "d")
    document.add_entry("inbook", "e", {"crossref": "a"})
    document.set_field("d", "xref", "a")
    document.remove_field("d", "related")
    document.remove_entry("b")
    assert document.rename_key("a", "z") == 3
    assert re.findall(r"crossref = {z}|xref = {z}", document.text) == [
        "xref = {z}",
        "crossref = {z}",
    ]


KEYS = st.sampled_from(["a", "b", "c", "d", "B"])
EDITS = st.one_of(
    st.tuples(st.just("set_field"), KEYS, st.sampled_from(["title", "x", "crossref"]), KEYS),
    st.tuples(st.just("remove_field"), KEYS, st.sampled_from(["title", "x", "crossref", "year"])),
    st.tuples(st.just("rename_field"), KEYS, st.just("title"), st.just("x")),
    st.tuples(st.just("rename_key"), KEYS, KEYS),
    st.tuples(st.just("remove_entry"), KEYS),
    st.tuples(st.just("add_entry"), KEYS),
    st.tuples(st.just("move_entry"), KEYS, KEYS),
)
GAPS = "% one\n", "\n", "", "\n% two\n\n", '@string{m = "M"}\n', "\ntext @comment{c}\n"


@given(st.lists(EDITS, max_size=12), st.permutations(GAPS), st.sampled_from(["bibtex", "biblatex"]))
def test_any_sequence_of_edits_changes_only_what_it_names(
    edits: list[tuple[str, ...]], gaps: list[str], dialect: str
) -> None:
    """After each edit, the text is the one that a new document makes of the text before with the same edit."""
    text = (
        gaps[0] + "@book{a,\n title={A},\n year=1}" + gaps[1] + "@inbook{b, crossref={a}}" + gaps[2]
    )
    text += "@misc{c, related={a,b}, x = {xdata=a-title}}" + gaps[3]
    document = Document(text, dialect)
    for edit in edits:
        single = Document(document.text, dialect)
        assert (made := _try(document, edit)) == _try(single, edit)
        assert (_marks(document), document.keys) == (_marks(single), single.keys), made


def _marks(document: Document) -> str:
    """Return the text without the layout, which an added field has from the file as it is read."""
    return re.sub(r"[\s,]+", "", document.text)


def _try(document: Document, edit: tuple[str, ...]) -> str:
    """Return the message of an edit that is refused, or an empty one."""
    name, key, *rest = edit
    try:
        if name == "add_entry":
            document.add_entry("misc", key, {"title": "N", "crossref": "a"})
        elif name == "move_entry":
            document.move_entry(key, after=rest[0])
        else:
            getattr(document, name)(key, *rest)
    except EditError as error:
        return str(error)
    return ""
