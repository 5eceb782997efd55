"""A value that is set is the value read afterwards, and an edit that would damage a file is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import refkit
from refkit.errors import RefkitError, UnwritableFile

MALFORMED = """@misc{g1, title={G1}}

@article{g2, title={G2} year=2001, author={Y}}

@misc{g3, title={G3}}
"""


def value_after(entry: str, name: str, value: str) -> object:
    """Set a variable of the only entry, and return its value in the text that is written."""
    library = refkit.loads(entry, format="biblatex")
    library[0][name] = value
    assert library[0][name] == value
    return refkit.loads(refkit.dumps(library, "biblatex"), format="biblatex")[0][name]


@pytest.mark.parametrize(
    "parts", ["subtitle={S}", "titleaddon={A}", "subtitle={S}, titleaddon={A}", "maintitle={M}"]
)
@pytest.mark.parametrize("entry_type", ["book", "online", "article", "mvbook", "inbook"])
@pytest.mark.parametrize("value", ["New", "Tides: S", "Tides: S. A"])
def test_title_replaces_its_parts(entry_type: str, parts: str, value: str) -> None:
    """A subtitle or title addition is not appended to a title that was set."""
    entry = f"@{entry_type}{{a, title={{Tides}}, {parts}, date={{2001-05}}, options={{x}}}}"
    assert value_after(entry, "title", value) == value


def test_other_fields_are_kept_when_a_title_is_set() -> None:
    """Only the parts of the title are removed."""
    library = refkit.loads("@online{a, title={T}, subtitle={S}, titleaddon={A}, date={2001}}")
    library["a"]["title"] = "New"
    assert refkit.dumps(library) == "@online{a, title={New}, date={2001}}"


@pytest.mark.parametrize("change", [lambda x: x.remove("g2"), lambda x: x.select(["g2"])])
def test_malformed_entry_is_not_cut(change: Callable[[refkit.Library], object]) -> None:
    """An entry whose end is not known is neither removed nor selected."""
    library = refkit.loads(MALFORMED)
    with pytest.raises(RefkitError, match="entry `g2` is malformed"):
        change(library)
    assert refkit.dumps(library) == MALFORMED
    assert len(library) == 3


def test_entry_without_a_key_is_removed() -> None:
    """The end of an entry without a key is known."""
    library = refkit.loads("@misc{title={T}, year=2001}\n\n@misc{b, title={U}}\n")
    library.remove(library[0])
    assert refkit.dumps(library) == "@misc{b, title={U}}\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_comment_above_an_entry_is_sorted_with_it(newline: str) -> None:
    """The line ends of a file do not matter for the place of its comments."""
    text = "% on b\n@misc{b, title={B}}\n\n% on a\n@misc{a, title={A}}\n".replace("\n", newline)
    wanted = "% on a\n@misc{a, title={A}}\n\n% on b\n@misc{b, title={B}}\n"
    library = refkit.loads(text, format="bibtex")
    library.sort()
    assert refkit.dumps(library) == wanted.replace("\n", newline)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comment_above_an_entry_is_tidied_with_it(newline: str) -> None:
    """Tidy sorts comments with their entries in files with any line ends."""
    text = "@misc{b, title={B}}\n\n% on a\n@misc{a, title={A}}\n".replace("\n", newline)
    tidied = refkit.tidy(text, sort=["key"])[0].text
    assert tidied.replace("\r\n", "\n").startswith("% on a\n@misc{a,")


def test_dump_does_not_overwrite_a_changed_file(tmp_path: Path) -> None:
    """What another program wrote is kept."""
    path = tmp_path / "refs.bib"
    path.write_text(MALFORMED)
    library = refkit.load(path)
    path.write_text("@misc{other, title={Other}}\n")
    with pytest.raises(UnwritableFile, match=r"library\.reload\(\)"):
        refkit.dump(library, path)
    assert path.read_text() == "@misc{other, title={Other}}\n"


def test_dump_writes_an_own_file_again_and_again(tmp_path: Path) -> None:
    """A file that only the library has changed has not changed on disk."""
    path = tmp_path / "refs.bib"
    path.write_text("@misc{a, title={T}}\n")
    library = refkit.load(path)
    for title in ("One", "Two"):
        library["a"]["title"] = title
        refkit.dump(library, path)
    assert path.read_text() == "@misc{a, title={Two}}\n"


@pytest.mark.parametrize("name", ["paper.tex", "notes.bib", "data.json"])
@pytest.mark.parametrize(
    "write",
    [lambda x, p: refkit.dump(x, p, format="bibtex"), lambda x, p: x.save(p, format="bibtex")],
)
def test_file_of_another_kind_is_kept(
    tmp_path: Path, name: str, write: Callable[[refkit.Library, Path], object]
) -> None:
    """A document or a file in another format is not replaced by references."""
    path = tmp_path / name
    path.write_text("Some notes, 2001.\n")
    with pytest.raises(UnwritableFile, match="not a file of the format"):
        write(refkit.loads("@misc{a, title={T}}"), path)
    assert path.read_text() == "Some notes, 2001.\n"


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    "text", ['@string{x = "', "@string{x = {", "@comment{x", "@misc{", "@misc{b, title={T"]
)
def test_unclosed_comment_is_refused(text: str, dialect: str) -> None:
    """A comment cannot hide the entries after it."""
    library = refkit.loads("% one\n\n@misc{a, title={T}}\n", format=dialect)
    before = refkit.dumps(library)
    with pytest.raises(RefkitError):
        library.comments[0] = text
    with pytest.raises(RefkitError):
        library.comments.append(text)
    assert refkit.dumps(library) == before


@pytest.mark.parametrize(
    "text", ["% jane@example.org", "@comment{x {y} z}", "50% of these", 'a " quote']
)
def test_closed_comment_is_accepted(text: str) -> None:
    """Addresses and single quotes are comments."""
    library = refkit.loads("% one\n\n@misc{a, title={T}}\n", format="bibtex")
    library.comments[0] = text
    assert refkit.dumps(library) == text + "\n\n@misc{a, title={T}}\n"


@pytest.mark.parametrize("text", ["}", "{", "\\x{", "a}b{c"])
def test_unbalanced_preamble_is_refused(text: str) -> None:
    """The braces of a preamble are balanced."""
    library = refkit.loads("@misc{a, title={T}}\n")
    with pytest.raises(RefkitError, match="balance"):
        library.preambles.append(text)


def test_added_texts_have_the_line_ends_of_the_file() -> None:
    """Line feeds in values and comments do not mix line ends."""
    library = refkit.loads("% one\r\n\r\n@misc{a,\r\n  title={T},\r\n}\r\n", format="bibtex")
    library.comments[0] = "% one\n% two"
    library.comments.append("% three\n% four")
    library["a"]["annote"] = "One\ntwo"
    library.add(refkit.loads("@misc{b, annote={One\ntwo}}")[0])
    text = refkit.dumps(library)
    assert "\n" not in text.replace("\r\n", "")


def test_repeated_field_that_counts_is_changed() -> None:
    """BibLaTeX reads the last one of several fields."""
    entry = "@online{a, title={One}, title={Two}, date={2001}}"
    assert value_after(entry, "title", "New") == "New"


def test_dict_of_bibtexparser_is_read_as_tex() -> None:
    """The values of bibtexparser's dicts are TeX, which is kept."""
    library = refkit.loads("@misc{z,\n  title = {T},\n}\n")
    title = r"Salt \& {NASA} M{\"u}ller"
    added = library.add(
        {"ENTRYTYPE": "article", "ID": "k", "title": title, "author": r"M{\"u}ller, J. and Doe, J."}
    )
    assert (added.plain("title"), added.author[0].family) == ("Salt & NASA Müller", "Müller")
    assert f"title = {{{title}}}," in refkit.dumps(library)


@pytest.mark.parametrize(
    "change", [{"title": "a}"}, {"ID": "a b"}, {"ENTRYTYPE": "x y"}, {"ti tle": "x"}]
)
def test_malformed_dict_is_refused(change: dict[str, object]) -> None:
    """A dict that is not an entry is not added."""
    library = refkit.loads("@misc{z, title={T}}\n")
    with pytest.raises(RefkitError):
        library.add({"ENTRYTYPE": "article", "ID": "k", "title": "T", **change})
    assert len(library) == 1


def test_library_contains_its_items() -> None:
    """`in` accepts an item, and `values` returns the items."""
    library = refkit.loads("@misc{a, title={T}}\n")
    assert library[0] in library
    assert library[0].replace() not in library
    assert library.values() == [library[0]]
