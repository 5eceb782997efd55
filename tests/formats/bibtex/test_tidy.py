"""A tidy file is read like the original, and does not change if it is tidied again."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.formats.bibtex import read
from refkit.formats.bibtex.database import Database
from refkit.formats.bibtex.equivalence import is_equivalent
from refkit.formats.bibtex.tidy import tidy
from refkit.formats.bibtex.tidy_options import TidyOptions
from refkit.model.item import Item
from refkit.model.source import Source, decode

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[4] / "shared" / "cases")
FILES = sorted((CASES / "bib-real").glob("*.bib"))
DIALECTS = ("bibtex", "biblatex")
LAYOUTS = (
    TidyOptions(),
    TidyOptions(sort=("key",), align=True, delimiters="braces", wrap=80),
    TidyOptions(
        sort=("-year", "author"), order=("title", "author"), delimiters="quotes", wrap=60, indent=4
    ),
    TidyOptions(months=True, encode="unicode", trailing_comma=False),
    TidyOptions(months=True, encode="tex"),
)


def tidied(text: str, dialect: str = "bibtex", **layout: object) -> str:
    return tidy(Source(text), TidyOptions(**layout), dialect).text  # type: ignore[arg-type]  # test shorthand


def meaning(text: str, dialect: str) -> dict[str, list[Item]]:
    """The items by key, in file order for repeated keys."""
    items: dict[str, list[Item]] = {}
    for item in read(Source(text), dialect):
        items.setdefault(item.id, []).append(item)
    return items


def outside(text: str, dialect: str) -> Counter[str]:
    """The characters between the entries, without white space, and their counts."""
    end, found = 0, Counter[str]()
    for entry in read(Source(text), dialect).entries:
        found.update("".join(text[end : entry.span.start].split()))
        end = entry.span.end
    found.update("".join(text[end:].split()))
    return found


def test_plain_layout() -> None:
    """Type and names in lower case, one field per line, an empty line between entries."""
    text = '@Article(b, TITLE = "x" # foo,year=2001)\n@misc{c}@BOOK{d,note={n\n  m}}'
    assert tidied(text) == (
        '@article{b,\n  title = "x" # foo,\n  year = 2001,\n}\n\n@misc{c}\n\n@book{d,\n  note = {n\n  m},\n}\n'
    )


def test_sorting_keeps_comments_with_their_entry() -> None:
    """Lines directly above an entry and the rest of its last line move with it."""
    text = "% file\n\n@misc{b}\n% about a\n@misc{a} % end of a\n"
    assert tidied(text, sort=("key",)) == "% file\n\n% about a\n@misc{a} % end of a\n\n@misc{b}\n"


def test_entries_are_not_sorted_across_an_at_string() -> None:
    """The macro would be undefined or have another value."""
    text = '@misc{c}\n\n@string{s = "S"}\n\n@misc{b, note = s}\n\n@misc{a}\n'
    assert [entry.key for entry in read(Source(tidied(text, sort=("key",)))).entries] == [
        "c",
        "a",
        "b",
    ]


def test_parents_stay_below_for_bibtex() -> None:
    """In BibTeX, a crossref must refer to an entry further down."""
    text = "@inbook{z, crossref={a}}\n@book{a, title={T}}\n@misc{b}\n"
    assert tidied(text, sort=("key",)).index("@book{a") > tidied(text, sort=("key",)).index(
        "@inbook{z"
    )


def test_sorting_by_a_field_backwards() -> None:
    """Entries without the field, which are last, come first in reverse order."""
    text = "@misc{a, year=1999}\n@misc{b, year=2005}\n@misc{c, year=2001}\n"
    assert [e.key for e in read(Source(tidied(text, sort=("-year",)))).entries] == ["b", "c", "a"]


def test_values_are_aligned() -> None:
    """At the longest name of the entry."""
    assert tidied("@misc{a, title={T}, year=1}", align=True) == (
        "@misc{a,\n  title = {T},\n  year  = 1,\n}\n"
    )


def test_quotes_become_braces_and_back() -> None:
    """A value with a quote outside of braces stays in braces."""
    text = '@misc{a,\n  note = {say "hi"} # "x{"}y",\n}\n'
    assert tidied(text, delimiters="braces") == '@misc{a,\n  note = {say "hi"} # {x{"}y},\n}\n'
    assert tidied(text, delimiters="quotes") == text


def test_long_values_are_wrapped_at_spaces() -> None:
    """No line is longer than the limit if it can be broken at a space."""
    found = tidied("@misc{a, note={" + "word " * 30 + "}}", wrap=40)
    assert max(map(len, found.splitlines())) <= 40


def test_months_become_macros() -> None:
    """By name, abbreviation or number, unless the file defines the macro."""
    assert "month = jul," in tidied("@misc{a, month = {July}}", months=True)
    assert "month = sep," in tidied('@misc{a, month = "Sept."}', months=True)
    own = '@string{may = "Mai"}\n\n@misc{a,\n  month = {May},\n}\n'
    assert tidied(own, months=True) == own


@pytest.mark.parametrize(
    ("written", "unicode"),
    [
        (r"{\'E}cole", "École"),
        (r"\'{E}cole", "École"),
        (r"Stra{\ss}e", "Straße"),
        (r"\v{z}al", "žal"),
        (r"\v zal", "žal"),
        (r"Sm{\o}rrebr{\o}d", "Smørrebrød"),
        (r"na\"{\i}ve", "naïve"),
        (r"\'q and \~z", r"\'q and \~z"),
        (r"\LaTeX and \o re", r"\LaTeX and \o re"),
        (r"a\\'b", r"a\\'b"),
    ],
)
def test_letters_in_tex_become_unicode(written: str, unicode: str) -> None:
    """Only those that are one character, and only in a delimited spelling."""
    text = "@misc{a,\n  title = {%s},\n}\n"
    assert tidied(text % written, encode="unicode") == text % unicode


@pytest.mark.parametrize(
    ("written", "tex"),
    [
        ("École", r"{\'E}cole"),
        ("Straße", r"Stra{\ss}e"),
        ("漢字", "漢字"),
        ("漢 é", r"漢 {\'e}"),
    ],
)
def test_letters_in_unicode_become_tex(written: str, tex: str) -> None:
    """Characters without a command in TeX are kept."""
    text = "@misc{a,\n  title = {%s},\n}\n"
    assert tidied(text % written, encode="tex") == text % tex


def test_fields_are_ordered() -> None:
    """Named fields come first, and the others keep their order."""
    found = tidied("@misc{a, x={1}, year=1, title={T}}", order=("title", "year"))
    assert [f.name for f in read(Source(found)).entries[0].fields] == ["title", "year", "x"]


def test_a_broken_entry_is_not_changed() -> None:
    """Other entries around it are tidied."""
    found = tidied("@misc{a,x={1}}\n@misc{b, title = {T} year = 1999}\n@misc{c,x={1}}\n")
    assert "\n@misc{b, title = {T} year = 1999}\n" in found
    assert found.count("  x = {1},") == 2


def test_text_before_a_broken_entry_stays() -> None:
    """Even if it is separated from the entry."""
    text = '@misc{a}\n\n@string{s = "S"}\n\n@misc{b, title = {T} year = 1999}\n'
    assert tidied(text) == text


OPEN = {
    "brace": "@misc{z,title={Unclosed,\n  year=2001\n\n",
    "quote": '@misc{z,title="Unclosed,\n  year=2001}\n\n',
    "entry": "@misc{z,title={Unclosed},year=2001\n\n",
    "two values": "@misc{y,title={U,\n\n@misc{z,  title={Unclosed,\n  year=2001\n}\n\n",
    "head": "@misc{z,\n\n",
    "string": '@string{s="Unclosed}\n\n',
    "preamble": "@preamble{{Unclosed}\n\n",
    "indented": "@misc{z,title={Unclosed,\n  year=2001\n  ",
}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", OPEN)
def test_an_entry_that_is_never_closed_is_kept_alone(name: str, dialect: str) -> None:
    """Entries before and after it are tidied."""
    broken = OPEN[name]
    text = f"@misc{{a,x={{1}}}}\n\n@misc{{c,x={{1}}}}\n\n{broken}@misc{{b,x={{1}}}}\n"
    found = tidied(text, dialect)
    assert broken in found
    # only malformed text outside of entries also keeps the entry before it
    assert found.count("  x = {1},") == (2 if broken[1] in "sp" else 3)
    assert meaning(found, dialect) == meaning(text, dialect)


def test_text_after_an_open_value_is_kept_if_its_meaning_would_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The entries before it are tidied all the same."""
    monkeypatch.setattr("refkit.formats.bibtex.equivalence.is_equivalent", lambda *_: False)
    rest = OPEN["brace"] + "@misc{b,x={1}}\n"
    assert tidied("@misc{a,x={1}}\n" + rest) == "@misc{a,\n  x = {1},\n}\n\n" + rest


@pytest.mark.parametrize("other", ["@misc{a,x={2}}", "@misc{a,x={1}", "@misc{b,x={1}}", ""])
def test_a_text_with_another_meaning_is_not_equivalent(other: str) -> None:
    """Neither with another value, nor with another error, key or number of entries."""
    assert is_equivalent(Database(Source("@misc{a,x={1}}")), "@misc{a, x = {1}}")
    assert not is_equivalent(Database(Source("@misc{a,x={1}}")), other)


@given(
    st.lists(
        st.sampled_from([*OPEN.values(), "@misc{a,x={1}}\n", "x}} ", '"', "{", "@book{b,y=2}\n\n"]),
        max_size=6,
    ),
    st.sampled_from(LAYOUTS),
    st.sampled_from(DIALECTS),
)
@settings(deadline=None)
def test_open_values_never_change_the_meaning(
    parts: list[str], layout: TidyOptions, dialect: str
) -> None:
    """Wherever they are, and in every layout."""
    text = "".join(parts)
    assert meaning(tidy(Source(text), layout, dialect).text, dialect) == meaning(text, dialect)


def test_sorting_does_not_depend_on_spelling() -> None:
    """Letters in TeX and in Unicode have the same order, so that tidying twice is the same as once."""
    text = "@misc{a, author={\\'Ecole}}\n@misc{b, author={Zed}}\n@misc{c, author={École}}\n"
    found = tidied(text, sort=("author",), encode="tex")
    assert tidied(found, sort=("author",), encode="tex") == found


def test_an_entry_with_comments_inside_is_not_changed() -> None:
    """Only biber reads such an entry completely."""
    text = "@misc{b, % why\n title = {T}}\n"
    assert tidied(text, "biblatex") == text


def test_a_percent_sign_in_a_value_is_not_a_comment() -> None:
    """Such an entry is tidied."""
    text = "@misc{b, title = {50\\% of it}}\n"
    assert tidied(text, "biblatex") == "@misc{b,\n  title = {50\\% of it},\n}\n"


def test_crlf_line_ends_are_kept() -> None:
    """Every line ends as the file's lines do."""
    found = tidied("@misc{a,x={1}}\r\n@misc{b}\r\n", wrap=40)
    assert "\n" not in found.replace("\r\n", "")


@pytest.mark.skipif(not FILES, reason="the shared cases are not here")
@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
@pytest.mark.parametrize("dialect", DIALECTS)
def test_real_files_mean_the_same_and_are_tidied_once(layout: TidyOptions, dialect: str) -> None:
    """Every third file in each layout."""
    for path in FILES[LAYOUTS.index(layout) % 3 :: 3]:
        text = decode(path.read_bytes()).text
        found = tidy(Source(text), layout, dialect).text
        assert tidy(Source(found), layout, dialect).text == found, path.name
        assert meaning(found, dialect) == meaning(text, dialect), path.name
        assert outside(found, dialect) == outside(text, dialect), path.name


PIECES = st.sampled_from(
    [
        "@misc{a, ", "@Book{b,\n", "@inbook(c, ", "@string{s = ", "@comment{", "@misc{b", "title = ", "YEAR=",
        "month = ",
        "crossref = {a}, ", "{x  y}", '"q {"} r"', "2001", "s", " # ", ",", "}", ")", "\n", "\n\n", "% note", "% @x",
        "{July}", "@", "{\\'e}", "é", "\\%", "\t", "{a}", "jan",
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.lists(PIECES, max_size=30).map("".join), st.sampled_from(LAYOUTS), st.sampled_from(DIALECTS)
)
def test_any_text_means_the_same_and_is_tidied_once(
    text: str, layout: TidyOptions, dialect: str
) -> None:
    """For any content."""
    found = tidy(Source(text), layout, dialect).text
    assert tidy(Source(found), layout, dialect).text == found
    assert meaning(found, dialect) == meaning(text, dialect)
    assert outside(found, dialect) == outside(text, dialect)


CONFLICTS = [
    "@book{{b,\n  title = {{A}},\n{0} HEAD\n  year = 2000,\n=======\n  year = 2001,\n{1} other\n}}\n",
    "{0} HEAD\n@book{{b, title={{B}}}}\n=======\n@book{{a, title={{C}}}}\n{1} other\n",
    "@book{{b, title={{B}}}}\n@book{{a,\n title={{\n{0}\nA\n=======\nB\n{1}\n}}}}\n",
    "@book{{b, title={{B}}}}\n{1} other\n@book{{a, title={{B}}}}\n",
    "@book{{b, title={{B}}}}\n||||||| base\n@book{{a, title={{B}}}}\n",
]


@pytest.mark.parametrize("text", CONFLICTS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("options", [TidyOptions(), TidyOptions(sort=("key",), dialect="biblatex")])
def test_a_file_with_a_merge_conflict_is_unchanged(
    text: str, newline: str, options: TidyOptions
) -> None:
    """Wherever the markers are, moving an entry would mix the versions; check reports them, too."""
    text = text.format("<" * 7, ">" * 7).replace("\n", newline)
    result = tidy(Source(text), options)
    assert not result.changed
    [fault] = result.faults
    assert "unresolved merge conflict" in fault.message
    assert text[slice(*fault.span)][:7] in ("<" * 7, ">" * 7, "|" * 7)
    assert fault.message in [fault.message for fault in read(Source(text)).faults]


def test_longer_markers_need_a_label() -> None:
    """Lines of signs are decoration; git's markers can be longer than seven characters."""
    for line, is_conflict in (
        ("<" * 12 + " HEAD", True), ("<" * 12, False), (">" * 40 + " Books " + "<" * 40, False),
        ("=" * 7, False), (" " + "<" * 7, False), ("% " + "<" * 7, False),
    ):  # fmt: skip
        result = tidy(Source(f"{line}\n@book{{a,title={{B}}}}\n"))
        assert bool(result.faults) is is_conflict, line


def _latin(text: str) -> Source:
    return decode(text.encode("latin-1"))


@pytest.mark.parametrize("encode", ["keep", "tex", "unicode"])
def test_a_guessed_encoding_does_not_become_the_meaning(encode: str) -> None:
    """Its letters stay as they are, in values that are in ASCII, too, and the guess is reported."""
    source = _latin("@book{a,title={Café},note={Caf{\\'e}}}\n")
    result = tidy(source, TidyOptions(encode=encode))
    assert "{Café}" in result.text
    assert "{Caf{\\'e}}" in result.text
    [fault] = result.faults
    assert "--encoding" in fault.message
    assert ("re-encoded" in fault.message) is (encode != "keep")


def test_titles_in_a_guessed_encoding_keep_their_case() -> None:
    """Values in ASCII change, because they are certain."""
    options = TidyOptions(rewrites=(lambda entry, name, value: value.upper(),))
    result = tidy(_latin("@book{a,title={Café},note={cafe}}\n"), options)
    assert "{Café}" in result.text
    assert "{CAFE}" in result.text


def test_a_named_encoding_is_not_a_guess() -> None:
    """Letters are written as TeX in it."""
    source = decode("@book{a,title={Café}}\n".encode("latin-1"), encoding="latin-1")
    result = tidy(source, TidyOptions(encode="tex"))
    assert r"{Caf{\'e}}" in result.text
    assert not result.faults
