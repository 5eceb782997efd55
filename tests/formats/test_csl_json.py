"""CSL-JSON is read with the span of every part, and written."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refkit
from refkit.errors import UnreadableFile
from refkit.formats.csl_json import detect, read, write
from refkit.model.item import Item
from refkit.model.library import Library
from refkit.model.name import Name
from refkit.model.source import Source

DOE = '{"id": "doe2001", "type": "book", "title": "On It", "DOI": "10.1000/x"}'
ROE = '{"id": "roe2002", "type": "book", "title": "Of It"}'


def library(text: str) -> Library:
    return read(Source(text, "x.json"))


def ids(text: str) -> list[str]:
    return [item.id for item in library(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"[{DOE}, {ROE}]",
        f'{{"items": [{DOE}, {ROE}]}}',
        f'{{"references": [{DOE}, {ROE}], "nocite": "x"}}',
        f"{DOE}\n{ROE}\n",
        f"\n\t[\n{DOE}\n,\n{ROE}]\n",
    ],
    ids=["array", "items", "references", "a record a line", "odd white space"],
)
def test_every_form_that_tools_write_is_read(text: str) -> None:
    """Zotero, pandoc, citation processors and log-like files wrap their records differently."""
    assert ids(text) == ["doe2001", "roe2002"]


def test_one_record_alone_is_read() -> None:
    """doi.org answers with a single record."""
    assert ids(DOE) == ["doe2001"]


def test_the_span_of_an_entry_is_its_record() -> None:
    """The text of an entry can be extracted from the source."""
    read_library = library(f"[{DOE}, {ROE}]")
    assert read_library.sources[0].slice(read_library.entries[1].span) == ROE


def test_the_span_of_a_value_is_the_value_with_its_quotes() -> None:
    """An edit of a value does not change other characters."""
    read_library = library(f"[{DOE}]")
    field = read_library.entries[0].get("doi")
    assert field
    assert read_library.sources[0].slice(field.value_span) == '"10.1000/x"'


def test_an_item_has_its_entry() -> None:
    """A finding about the title can have the span of the title."""
    entry = library(f"[{DOE}]")["doe2001"].entry
    assert entry
    assert [(field.name, field.value) for field in entry.fields] == [
        ("id", "doe2001"), ("type", "book"), ("title", "On It"), ("doi", "10.1000/x"),
    ]  # fmt: skip


def test_the_span_of_a_key_is_the_id_of_the_record_itself() -> None:
    """A nested id belongs to another object."""
    found = library('[{"custom": {"id": "inner"}, "id": "outer", "type": "book"}]')
    assert found.sources[0].slice(found.entries[0].key_span) == '"outer"'


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": "x" "type": "book"}',
        '{"id": "x", "type": "book",, "title": "y"}',
        '{"id": "x", "type": }',
        '{"id": "x", "title": "never closed}',
        "{id: 'x'}",
        '"a text"',
        "[1, 2]",
        "null",
    ],
)
def test_a_broken_record_does_not_affect_others(broken: str) -> None:
    """The records around it are read, and the fault is reported."""
    text = f"[\n  {DOE},\n  {broken},\n  {ROE}\n]"
    found = library(text)
    assert ([i.id for i in found], len(found.faults)) == (["doe2001", "roe2002"], 1)


def test_a_broken_first_line_does_not_affect_others() -> None:
    """JSON lines: the next record begins at the same indentation, even in the first column of the file."""
    assert ids('{"id": "a", "title": {\n' + DOE + "\n" + ROE + "\n") == ["doe2001", "roe2002"]


def test_a_fault_has_the_position_of_the_json_error() -> None:
    """Line and column are those of the error."""
    found = library('[\n  {"id": "x" "type": "book"}\n]')
    assert found.sources[0].position(found.faults[0].span.start) == (2, 14)


def test_a_missing_comma_between_records_is_reported_and_ignored() -> None:
    """Both records are read."""
    found = library(f"[{DOE} {ROE}]")
    assert (len(found), [fault.message for fault in found.faults]) == (
        2,
        ["a comma is missing between two records"],
    )


def test_an_unclosed_array_is_reported_and_its_records_are_read() -> None:
    """A truncated download keeps the complete records."""
    found = library(f"[{DOE}, {ROE}")
    assert (len(found), len(found.faults)) == (2, 1)


def test_a_record_without_id_gets_its_doi_as_id() -> None:
    """doi.org's records have no id."""
    assert ids('{"type": "book", "DOI": "10.1000/x"}') == ["10.1000/x"]


def test_a_text_that_is_not_json_is_a_fault() -> None:
    """A reader never raises."""
    assert [f.message for f in library("% hello").faults] == [
        "CSL-JSON starts with `[` or `{`, not with `% hello`"
    ]


def test_half_a_surrogate_pair_is_replaced() -> None:
    """A title that no encoding supports would break every writer later."""
    assert library('[{"id": "x", "title": "a\\ud800b"}]')["x"].title == "a\ufffdb"


def test_deeply_nested_brackets_are_a_fault() -> None:
    """A hostile file must not end the program."""
    assert len(library('[{"id": "x", "custom": ' + "[" * 200_000 + "}]").faults) >= 1


@pytest.mark.parametrize("between", ["", "\n", "\n  "])
def test_many_broken_records_are_each_reported_with_their_span(between: str) -> None:
    """The time is linear in the length of the text."""
    text = "[" + between + f",{between}".join(['{"id": "x" "y"}'] * 20_000 + [DOE]) + "]"
    found = library(text)
    assert ([item.id for item in found], len(found.faults)) == (["doe2001"], 20_000)
    assert text[found.faults[-1].span.start - 4 :].startswith('"x" "y"}')


def test_reading_what_was_written_gives_the_same_items() -> None:
    """Nothing is lost on the way through the writer."""
    first = library(f"[{DOE}, {ROE}]")
    assert list(library(write(list(first)))) == list(first)


def test_and_others_survives_a_round_trip() -> None:
    """Nothing is lost silently, and styles render et al."""
    item = Item("x", "book", {"author": (Name("Stone", "Ida"), Name(others=True))})
    assert library(write([item]))["x"].author == item.author


def test_date_parts_are_written_on_one_line() -> None:
    """Twelve lines for one date would hide the rest."""
    text = '[{"id": "x", "type": "book", "issued": {"date-parts": [[2001, 2], [2001, 3]]}}]'
    assert '"date-parts": [[2001, 2], [2001, 3]]' in write(list(library(text)))


def test_numbers_inside_texts_are_not_changed() -> None:
    """Only arrays are written on one line."""
    title = "[ 1,  2 ]\n[3]"
    text = json.dumps([{"id": "x", "title": title}])
    assert json.loads(write(list(library(text))))[0]["title"] == title


@pytest.mark.parametrize(
    ("text", "is_csl"),
    [
        (f"[{DOE}]", True),
        (f'{{"items": [{DOE}]}}', True),
        ('{"name": "a-package", "type": "module", "author": "me"}', False),
        ('{"type": "FeatureCollection", "features": []}', False),
        ("@book{x}", False),
    ],
)
def test_csl_json_is_distinguished_from_other_json(text: str, is_csl: bool) -> None:
    """Other .json files in a folder are ignored."""
    assert detect(text) is is_csl


@given(st.text(alphabet='[]{}",:\\ \nab1-.eu', max_size=200))
def test_reading_never_raises(text: str) -> None:
    """Any text gives a library, or is refused as another kind of JSON."""
    with suppress(UnreadableFile):
        library = read(Source(text))
        assert len(library) or library.faults


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_an_invalid_number_invalidates_its_record(number: str) -> None:
    """The other records are read."""
    library = read(Source(f'[{{"id": "a", "volume": {number}}}, {{"id": "b", "volume": 2}}]'))
    assert [item.id for item in library] == ["b"]
    assert f"`{number}` is not a number in JSON" in library.faults[0].message


@pytest.mark.parametrize("number", ["1e999", "-1e999", "9" * 5000, "1" + "0" * 400 + ".5"])
def test_numbers_too_large_for_python_are_kept_as_text(number: str) -> None:
    """One value does not invalidate its record or others."""
    library = read(
        Source(f'[{{"id": "a", "volume": {number}, "issued": {number}}}, {{"id": "b"}}]')
    )
    assert [item.id for item in library] == ["a", "b"]
    assert library["a"].text["volume"] == number


@pytest.mark.parametrize(
    ("number", "text"), [("2.0", "2"), ("2.5", "2.5"), ("1e20", "1" + "0" * 20)]
)
def test_numbers_become_text(number: str, text: str) -> None:
    """Without a fraction of zero."""
    assert read(Source(f'[{{"id": "a", "volume": {number}}}]'))["a"].text["volume"] == text


BIBTEX_TITLES = """@book{a, title = {The {Levant}: From Caliphate to Network}, year = 2001}
@article{b, title = {Tides and Salt}, journal = {Journal of Salt Marshes}, year = 2002}
@incollection{c, title = {A Study of DNA}, booktitle = {The Handbook of Tides}, year = 2003}
@book{d, title = {Der Strom der Zeit}, langid = {german}, year = 2004}
@book{e, title = {Tides of the coast}, year = 2005}
"""


def test_titles_from_bibtex_are_written_in_sentence_case() -> None:
    """CSL's styles only capitalize (CSL 1.0.2, "Text-case"); names of journals keep their capitals."""
    written = json.loads(refkit.dumps(refkit.loads(BIBTEX_TITLES), "csl-json"))
    assert [record["title"] for record in written] == [
        'The <span class="nocase">Levant</span>: From caliphate to network',
        "Tides and salt",
        "A study of DNA",
        "Der Strom der Zeit",
        "Tides of the coast",
    ]
    assert written[1]["container-title"] == "Journal of Salt Marshes"
    assert written[2]["container-title"] == "The handbook of tides"


@pytest.mark.parametrize("style", ["apa", "mla", "harvard", "chicago"])
def test_converted_references_are_formatted_like_the_originals(style: str) -> None:
    """Guides that keep the titles of books, or small letters after a colon, need to know that the file is BibTeX's."""
    library = refkit.loads(BIBTEX_TITLES)
    converted = refkit.loads(refkit.dumps(library, "csl-json"))
    assert refkit.format(converted, style) == refkit.format(library, style)


def test_titles_of_csl_json_are_written_as_they_are() -> None:
    """They are in sentence case already, so that a capital is part of a name."""
    text = '[{"id": "a", "type": "book", "title": "The Rolling Stones"}]'
    assert (
        json.loads(refkit.dumps(refkit.loads(text), "csl-json"))[0]["title"] == "The Rolling Stones"
    )


@pytest.mark.parametrize("between", ["", "\n", "\n\n "])
def test_all_arrays_of_a_file_are_read(between: str) -> None:
    """Concatenated files, or one array per line."""
    found = library(f"[{DOE}]{between}[]{between}[{ROE}]\n")
    assert ([item.id for item in found], found.faults) == (["doe2001", "roe2002"], [])


@pytest.mark.parametrize(
    "text",
    [
        f"[{DOE}]garbage",
        f"[{DOE}],[{ROE}]",
        f"[{DOE}]]",
        f"{DOE}]",
        f'{{"items": [{DOE}]',
        f'{{"items": [{DOE}]}}garbage',
        f'{{"items": [{DOE}] garbage',
        f'{{"items": [{DOE}], "references": [{ROE}]}}',
    ],
)
def test_text_after_the_records_is_reported(text: str) -> None:
    """With its place."""
    found = library(text)
    assert ([item.id for item in found], len(found.faults)) == (["doe2001"], 1)
    assert found.faults[0].span.start >= text.index(DOE) + len(DOE)


def test_a_second_array_is_read_after_an_object_with_items() -> None:
    """Files that are joined do not all have the same form."""
    assert ids(f'{{"items": [{DOE}], "nocite": "x"}}\n[{ROE}]') == ["doe2001", "roe2002"]


@pytest.mark.parametrize(
    "members",
    ['"title": "x", "title": "y"', '"author": [{"family": "x", "family": "y"}]'],
)
def test_a_repeated_name_in_an_object_is_reported(members: str) -> None:
    """JSON keeps the last value."""
    found = library(f'[{{"id": "a", "type": "book", {members}}}, {DOE}]')
    assert len(found.faults) == 1
    assert "has several values; only the last is kept" in found.faults[0].message


def test_a_repeated_value_is_no_fault() -> None:
    """Nothing is lost."""
    assert library('[{"id": "a", "type": "book", "title": "x", "title": "x"}]').faults == []


BOOK = '{"id": "a", "type": "book"}'
NUMBERED = '{"id": "b", "type": "book"}'


@pytest.mark.parametrize(
    ("text", "message", "marked", "keys"),
    [
        (f'{{"items": [{BOOK}]', "the object with the records is not closed with `}`", "", "a"),
        (f'{{"items": [{BOOK}], x}}', "the text after the array of records is not valid JSON", ",", "a"),
        (f'{{"items": [{BOOK}], "items": []}}', "a second list of records is ignored", ",", "a"),
        (f"[{BOOK}", "the array of records is not closed with `]`", "", "a"),
        (f"[{BOOK} {NUMBERED}]", "a comma is missing between two records", "", "a b"),
        (f'[{BOOK}, "x", {NUMBERED}]', "a record must be an object in braces", '"x"', "a b"),
        (f'[{{"id": "x", "title": }}, {BOOK}]', "record skipped, it is not valid JSON: expecting value", "}", "a"),
        (f'[{{"id": "x", "volume": NaN}}, {BOOK}]', "record skipped: `NaN` is not a number in JSON", "{", "a"),
        ('[{"type": "book"}]', "record without `id`; it is called `item-1` here", "{", "item-1"),
        ('[{"DOI": "10.1/x", "type": "book"}]', "record without `id`; it is called `10.1/x` here", "{", "10.1/x"),
        ('[{"id": "a", "type": "boook"}]',
         "`boook` is not an item type of CSL 1.0.2; choose the one that fits best", '"boook"', "a"),
        ('[{"id": "a", "type": "book", "title": "A", "title": "B"}]',
         "`title` has several values; only the last is kept", '"B"', "a"),
        ('[{"id": "a", "author": [{"literal": "X", "family": "Y"}]}]',
         "`author` contains a name with `literal` and other parts", '[{"literal": "X", "family": "Y"}]', "a"),
        ('[{"id": "a", "author": [{}]}]', "`author` contains a name without family, given or literal", "[{}]", "a"),
    ],
)  # fmt: skip
def test_a_fault_is_reported_at_its_place(text: str, message: str, marked: str, keys: str) -> None:
    """It affects one record; the others are read."""
    found = library(text)
    (fault,) = found.faults
    assert (fault.message, fault.source.slice(fault.span)) == (message, marked)
    assert " ".join(item.id for item in found) == keys


@pytest.mark.parametrize("name", ["article-journal", "journal-article", "", None])
def test_a_type_of_csl_or_of_crossref_is_no_fault(name: str | None) -> None:
    """Records of Crossref have other names for some types."""
    assert library(json.dumps([{"id": "a", "type": name}])).faults == []


@pytest.mark.parametrize(
    ("members", "place"),
    [
        ('"title": {"a": 1}', '{"a": 1}'),
        ('"title": "T", "page": [[1]]', "[[1]]"),
        ('"author": [{}]', "[{}]"),
        ('"issued": {"date-parts": [[2020, 1, 2, 3]]}', '{"date-parts": [[2020, 1, 2, 3]]}'),
        ('"doi": {"b": 2}', '{"b": 2}'),
        ('"title": "T", "title": "U"', '"U"'),
    ],
)
def test_problem_of_a_value_is_at_the_value(members: str, place: str) -> None:
    """A user finds the value of a problem without searching the record."""
    text = '[{"id": "k", "type": "book", ' + members + "}]"
    (fault,) = read(Source(text, "x.json")).faults
    assert text[fault.span.start : fault.span.end] == place


def test_the_entry_type_is_written_if_the_guide_of_a_style_depends_on_it() -> None:
    """So that APA prints "Doctoral dissertation" for the implied "PhD thesis", and not for one of the author."""
    thesis = "@phdthesis{k, author={Roe, Ann}, title={Tea}, school={Lind}, year=2016}"
    text = refkit.dumps(refkit.loads(thesis), "csl-json")
    assert json.loads(text)[0]["custom"] == {"entry-type": "phdthesis"}
    converted = refkit.loads(text, format="csl-json")
    assert "[Doctoral dissertation, Lind]" not in refkit.format(converted, "chicago")
    assert "[Doctoral dissertation]. Lind" in refkit.format(converted, "apa")
    assert "entry-type" not in refkit.dumps(converted, "biblatex")


@pytest.mark.parametrize(
    "end", ['"title": "Ti', '"title": ', '"title"', "", '"author": [{"family": "Roe"']
)
def test_a_file_that_is_cut_off_has_one_fault_at_its_end(end: str) -> None:
    """The position is where the rest is missing, not where the last text starts."""
    text = f'[{BOOK},\n{{"id": "b", "type": "book", {end}'
    (fault,) = read(Source(text, "x.json")).faults
    assert fault.message.endswith("the file ends before the record does")
    assert fault.span.start == len(text)


@pytest.mark.parametrize(
    ("family", "given"),
    [("גל", 'ד"ר איתי'), ("בן גוריון", "דוד"), ("ابن سينا", "أبو علي"), ("毛 利", "元 就"), ("გამსახურდია", "ზ კ")],
)  # fmt: skip
def test_scripts_without_case_have_no_particles(family: str, given: str) -> None:
    """A word in lower case before a family name or after a given name is a particle, but not one without case."""
    text = json.dumps([{"id": "a", "author": [{"family": family, "given": given}]}])
    assert library(text).items[0].names["author"] == (Name(family, given),)
