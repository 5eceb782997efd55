"""Every rule can check any text in acceptable time."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.lintcase import TODAY

from refkit import api
from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source

EVERYTHING = Settings(select=("ALL",), preview=True, today=TODAY)
FIELDS = (
    "author", "editor", "title", "booktitle", "journal", "pages", "doi", "url", "isbn", "issn", "year", "date",
    "month", "note", "edition", "volume", "number", "eprint", "howpublished", "keywords", "publisher", "urldate",
    "pmid", "orcid", "abstract", "series", "address", "x-refkit", "crossref", "origdate", "pubstate",
)  # fmt: skip
DELIMITERS = (
    "{}", "1", "1-", "1 ", "a ", "a, ", "and ", "a and ", ". ", "10.", "10.1/", "http://", "//", "- ", "--", "&", "$",
    "_", "%", "\\a", "\\'", "\\(", "\\url{}", "<b>", "<a ", "A", "arXiv:", "97", ";", "(", "1,", "/", "~", "2015 ",
    "2015/", "[", "0-", "a.b ", "\t", "vol. 1 ", "doi: ", "J. ", "@", "a@",
)  # fmt: skip
LENGTH = 10_000
SECONDS = 3.0  # normal run time is a tenth of this; a quadratic rule takes ten times as long


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_long_runs_of_a_delimiter_are_checked_in_time(delimiter: str) -> None:
    """No rule takes quadratic time on ten thousand equal delimiters."""
    value = (delimiter * (LENGTH // len(delimiter)))[:LENGTH]
    text = "@article{k,\n" + "".join(f"  {name} = {{{value}}},\n" for name in FIELDS) + "}\n"
    start = time.process_time()
    check(read(Source(text, "x.bib")), EVERYTHING)
    assert time.process_time() - start < SECONDS


VALUE = st.text(
    st.sampled_from("{}\\$&%_#~^\"'-–/.,:;()[]<>@ 0123456789Xaéñandvon10.doi\u200b\u202e\n"),
    max_size=40,
)
ENTRY = st.builds(
    lambda kind, key, fields: (
        f"@{kind}{{{key},\n" + "".join(f"{n} = {{{v}}},\n" for n, v in fields) + "}\n"
    ),
    st.sampled_from(["article", "book", "misc", "online", "inproceedings", "phdthesis", "xyz"]),
    st.text("ab:é! ", max_size=4),
    st.lists(st.tuples(st.sampled_from(FIELDS), VALUE), max_size=6),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ENTRY, max_size=3))
def test_no_rule_raises(entries: list[str]) -> None:
    """No finding reports that a rule raised an exception."""
    found = check(read(Source("".join(entries), "x.bib")), EVERYTHING)
    assert [f.message for f in found if "please report it" in f.message] == []


EMPTY = (
    "",
    "{}",
    "{{}}",
    r"\relax",
    r"\emph{}",
    "~",
    "-",
    "[",
    "<",
    "and",
    "{} and {}",
    "\u200b",
    "10.",
    "''",
)


@pytest.mark.parametrize("value", EMPTY)
@pytest.mark.parametrize("kind", ["article", "book", "inproceedings", "online"])
def test_no_rule_raises_on_values_without_text(kind: str, value: str) -> None:
    """Values that print nothing are checked like any other."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name in FIELDS)
    found = check(read(Source(f"@{kind}{{k,\n{fields}}}\n", "x.bib")), EVERYTHING)
    assert [f.message for f in found if "please report it" in f.message] == []


VARIABLES = (
    "title", "container-title", "page", "volume", "issue", "DOI", "URL", "ISBN", "ISSN", "publisher", "language",
    "publisher-place", "edition", "note", "abstract", "author", "editor", "issued", "accessed", "status", "PMID",
)  # fmt: skip
JSON_VALUES: tuple[object, ...] = (
    "",
    "<i></i>",
    " ",
    "[",
    None,
    True,
    0,
    -1,
    1e9,
    [],
    {},
    [[]],
    [{}],
    ["a", "b"],
    {"a": 1},
    {"raw": ""},
)


@pytest.mark.parametrize("value", JSON_VALUES, ids=repr)
@pytest.mark.parametrize("is_custom", [False, True])
def test_no_rule_raises_on_json_values_of_any_type(value: object, is_custom: bool) -> None:
    """Values of the wrong JSON type, also under `custom`, and values without text are checked like any other."""
    values = dict.fromkeys(VARIABLES, value)
    for kind in ("article-journal", "book", "chapter", "webpage"):
        record = {"id": "k", "type": kind, **({"custom": values} if is_custom else values)}
        library = api.read(Source(json.dumps([record]), "x.json"), "csl-json")
        found = check(library, EVERYTHING)
        assert [f.message for f in found if "please report it" in f.message] == []


@pytest.mark.parametrize("form", ["bibtex", "csl-json"])
def test_long_lists_of_odd_names_are_checked_in_time(form: str) -> None:
    """The place of a name is found without reading the whole list again for each of them."""
    names = [f"N{{\\'e}}e{number}, A" for number in range(4000)]
    text = f"@book{{k, title = {{T}}, author = {{{' and '.join(names)}}}}}"
    if form == "csl-json":
        authors = [{"family": name[:-3], "given": "A"} for name in names]
        text = json.dumps([{"id": "k", "type": "book", "title": "T", "author": authors}])
    start = time.process_time()
    assert len(check(api.read(Source(text, "x"), form), EVERYTHING)) >= len(names)
    assert time.process_time() - start < SECONDS
