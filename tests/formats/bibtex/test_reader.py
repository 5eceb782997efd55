"""Values of entries: macros, white space, dialects; and faults."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from refkit.formats.bibtex import dialect_of, read, text_faults
from refkit.model.library import Library
from refkit.model.source import Source, decode

CASES = Path(os.environ.get("REFKIT_CASES") or Path(__file__).parents[4] / "shared" / "cases")
FILES = sorted((CASES / "bib-real").glob("*.bib"))


def library(text: str, dialect: str = "bibtex") -> Library:
    return read(Source(text, "my.bib"), dialect)


def values(text: str, dialect: str = "bibtex") -> list[str]:
    """Every value of every entry."""
    return [field.value for entry in library(text, dialect).entries for field in entry.fields]


def told(text: str, dialect: str = "bibtex") -> list[str]:
    """Every fault as line:column: message."""
    faults = text_faults(library(text, dialect))
    places = [fault.source.position(fault.span.start) for fault in faults]
    return [
        f"{line}:{column}: {f.message}" for f, (line, column) in zip(faults, places, strict=True)
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("{a  b\n\tc}", "a b c"),
        ("{ a }", "a"),
        ('"a " # " b"', "a b"),
        ('{a}#"b"#12', "ab12"),
        ("jan", "jan"),
        ('"1~" # JAN', "1~jan"),
        ("{a\u00a0 b}", "a\u00a0 b"),
        ("{}", ""),
        ("{{A}}", "{A}"),
        ("007", "007"),
    ],
)
def test_values_are_resolved_as_in_bibtex(written: str, value: str) -> None:
    """White space is folded, pieces are joined, months are defined, and TeX is kept."""
    assert values(f"@misc{{k, x = {written}}}") == [value]


def test_a_macro_has_the_value_of_its_last_definition_above() -> None:
    """Before any definition, it is empty."""
    text = '@misc{a,x=m}@string{m="1"}@misc{b,x=M}@string{m=m # "2"}@misc{c,x=m}'
    assert values(text) == ["", "1", "12"]


def test_a_month_can_be_redefined() -> None:
    """A file's own @string overrides that of the style."""
    assert values('@string{jan = "Jänner"}@misc{a, month = jan}') == ["Jänner"]


def test_an_undefined_macro_is_a_fault_at_its_span() -> None:
    """The message contains a remedy."""
    assert told("@misc{a,\n x = {b} # nope}") == [
        "2:12: the macro `nope` is not defined before its use and is read as empty; "
        "define it with @string above, or write `{nope}`"
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@misc{k, a={x} b={y}}", "1:16: found `b={y}}` where a comma should follow the value after `a` "
         "in entry `k`; add the comma"),
        ("@misc{a b, c={d}}", "1:9: found `b,` where a comma should follow the key in entry `a`; "
         "put a comma after the key"),
        ("@misc{k, a={x},, b=1}", "1:16: found `,` instead of a field name after `a` in entry `k`; "
         "remove it or complete the field"),
        ("@misc{k, a {x}}", "1:12: found `{x}}` where `=` should follow the field name in entry `k`; "
         "write `name = {value}`"),
        ("@misc{k, a = }", "1:14: found `}` instead of a value in entry `k`; put the value in braces"),
        ("@misc{k, a = {x}", "1:17: the file ends in entry `k`; add what is missing, at least `}`"),
        ("@misc{k, a = {x", "1:14: a value is never closed in entry `k`; add the missing brace or quote"),
        ("mail me@home now", "1:8: `@home` does not start an entry, no `{` follows; remove the `@` or add `{`"),
        ("@ , x", "1:1: `@` does not start an entry; write an entry type and `{` after it, or remove the `@`"),
        ("@misc{k,\n a={x},\n@misc{l}", "2:6: the next entry starts before this one is closed after `a` "
         "in entry `k`; add the missing `}`"),
    ],
)  # fmt: skip
def test_a_syntax_fault_says_what_where_and_what_to_do(text: str, message: str) -> None:
    """Line, column, the text found, field, key and remedy."""
    assert told(text) == [message]


def test_a_file_in_latin_1_is_read_and_reported() -> None:
    """At the first doubtful character."""
    source = decode("@misc{k, a = {Müller}}".encode("latin-1"))
    found = read(source)
    assert found.entries[0].fields[0].value == "Müller"
    assert [(fault.kind, source.slice(fault.span)) for fault in found.faults] == [("encoding", "ü")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_encodings_make_no_difference(encoding: str) -> None:
    """UTF-8 with and without a mark, UTF-16, UTF-32."""
    found = read(decode("@misc{k, a = {Müller}}".encode(encoding)))
    assert [field.value for field in found.entries[0].fields] == ["Müller"]
    assert list(found.faults) == []


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("@misc{a, title={T}}", "bibtex"),
        ("@article{a, journal={J}, year=1999}", "bibtex"),
        ("@article{a, journaltitle={J}, date={1999}}", "biblatex"),
        ("@online{a, title={T}}", "biblatex"),
        ("@phdthesis{a, school={S}}", "bibtex"),
        ("", "bibtex"),
    ],
)
def test_the_dialect_is_detected_from_types_and_fields(text: str, dialect: str) -> None:
    """BibTeX, unless the file uses names of BibLaTeX."""
    assert dialect_of(read(Source(text + "@misc{z}"))) == dialect


def test_an_item_is_found_by_its_key_without_building_the_others() -> None:
    """The same object is returned each time."""
    found = library("@misc{a, title={A}}\n@misc{b, title={B}}")
    assert "b" in found
    assert found["b"].id == "b"
    assert found["b"] is found["b"] is found.items[1]


def test_an_xdata_entry_is_not_an_item_for_biber() -> None:
    """It only provides fields."""
    text = "@xdata{x, publisher={P}}\n@book{b, xdata={x}}"
    assert [item.id for item in library(text, "biblatex")] == ["b"]
    assert [item.id for item in library(text, "bibtex")] == ["x", "b"]


@pytest.mark.skipif(not FILES, reason="the shared cases are not here")
def test_every_real_file_is_written_back_byte_for_byte() -> None:
    """Reading, resolving and encoding never raise."""
    for path in FILES:
        raw = path.read_bytes()
        source = decode(raw, path.name)
        found = read(source)
        assert len(list(found)) <= len(found.entries)
        assert all(fault.message for fault in found.faults)
        assert found.sources[0].encode() == raw


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ('@misc{a, title = "x } y"}',
         "unmatched `}` inside a quoted value in entry `a`; add the missing `\"` or `{`", "}"),
        ("@string{x}", "an @string without `name = value`; write `@string{name = {value}}`", "@string{x"),
        ("@string{a = {b} c = {d}}",
         "found `c` where an @string should end; give each @string one definition and close it", "@string{a = {b} "),
        ('@preamble{"x" y}', "found `y}` where a @preamble should end; close it", '@preamble{"x" '),
        ("@book{title={Tides}}",
         "this `@book` has no cite key; add one, so that it can be cited", "book"),
        ("@misc{a, author={Ann and}}", "the list of names ends in `and`", "{Ann and}"),
        ("@misc{a, author={and Ann}}", "the list of names begins with `and`", "{and Ann}"),
        ("@misc{a, author={, Ann}}", "`, Ann` has no family name", "{, Ann}"),
        ("@misc{a, author={A, B, C, D}}", "`A, B, C, D` has too many commas", "{A, B, C, D}"),
        ("@misc{a, date={2001-13}}", "there is no month 13", "{2001-13}"),
        ("@misc{a, date={2001-02-30}}", "February 2001 has no day 30", "{2001-02-30}"),
        ("@misc{a, title={x}", "the file ends in entry `a`; add what is missing, at least `}`", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_a_fault_is_reported_at_its_place(
    text: str, message: str, marked: str, dialect: str
) -> None:
    """The message says what to do, unless only the author knows."""
    (fault,) = read(Source(text), dialect).faults
    assert (fault.message, fault.source.slice(fault.span)) == (message, marked)


@pytest.mark.parametrize("kind", ["IEEEtranBSTCTL", "CONTROL"])
def test_settings_of_a_style_are_not_items(kind: str) -> None:
    """They are entries of the file, but no references that a style prints."""
    library = read(Source(f'@{kind}{{a, author="08"}} @misc{{b, title={{B}}}}'))
    assert ([e.key for e in library.entries], [i.id for i in library]) == (["a", "b"], ["b"])


@pytest.mark.parametrize("name", ["url", "doi", "howpublished", "note"])
def test_an_empty_address_is_read(name: str) -> None:
    r"""A field that contains only `\url{}` is empty."""
    item = read(Source(f"@misc{{a, {name}={{\\url{{}}}}}}"))[0]
    assert "URL" not in item.text


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        (r"10.1109\slash 5.771073", "10.1109/5.771073"),
        (r"10.1109{\slash}5.771073", "10.1109/5.771073"),
        (r"10.1007/978-3{\textunderscore}7", "10.1007/978-3_7"),
        (r"10.1007/978-3\textunderscore{}7", "10.1007/978-3_7"),
        (r"10.1002/17:15{\textless}1661::AID{\textgreater}3", "10.1002/17:15<1661::aid>3"),
        (r"10.1016/\allowbreak j.cell.1", "10.1016/j.cell.1"),
    ],
)
def test_commands_for_characters_of_a_doi_are_read(written: str, doi: str) -> None:
    """Programs escape a DOI, although styles do not expect it."""
    assert read(Source(f"@misc{{a, doi={{{written}}}}}"))[0].DOI.lower() == doi


@pytest.mark.parametrize("written", [r"10.1000/\textit{n}", r"10.1000/\alpha b"])
def test_other_commands_of_a_doi_are_kept(written: str) -> None:
    """Nobody knows which character they stand for."""
    assert written == read(Source(f"@misc{{a, doi={{{written}}}}}"))[0].DOI


@pytest.mark.parametrize(
    ("fields", "marked"),
    [
        ("year=2020, month={Foo}", "{Foo}"),
        ("year=2020, month={Foo}, day={3}", "{Foo}"),
        ("year=2020, month=feb, day={30}", "{30}"),
        ("year=2020, month={13}", "{13}"),
    ],
)
def test_a_fault_of_a_month_or_day_is_at_its_field(fields: str, marked: str) -> None:
    """The year is right."""
    (fault,) = read(Source(f"@misc{{a, {fields}}}")).faults
    assert fault.source.slice(fault.span) == marked
