"""Rules about dates check CSL-JSON, and point at the variable."""

import json

import pytest
from tests.rules.lintcase import asked

from refkit.api import read
from refkit.lint.engine import check
from refkit.model.source import Source

ARTICLE: dict[str, object] = {"id": "a", "type": "article-journal", "title": "Tides"}
PAPER: dict[str, object] = {"id": "a", "type": "paper-conference", "title": "Tides"}


def day(*parts: int) -> dict[str, object]:
    """Return the CSL-JSON object of a date."""
    return {"date-parts": [list(parts)]}


def marked(record: dict[str, object]) -> list[tuple[str, str]]:
    """Return the code and the marked text of each finding about dates in a file with one item."""
    text = json.dumps([record], ensure_ascii=False)
    found = check(read(Source(text, "x.json"), "csl-json"), asked("DAT"))
    return [(finding.code, text[finding.span.start : finding.span.end]) for finding in found]


@pytest.mark.parametrize(
    ("code", "record", "place"),
    [
        ("DAT101", ARTICLE | {"issued": day(2019, 2, 29)}, "issued"),
        ("DAT101", ARTICLE | {"issued": day(2019, 5, 32)}, "issued"),
        ("DAT101", ARTICLE | {"accessed": day(2019, 4, 31)}, "accessed"),
        ("DAT101", ARTICLE | {"issued": {"raw": "2019-13-01"}}, "issued"),
        ("DAT101", ARTICLE | {"issued": day(2018, 13, 1)}, "issued"),
        ("DAT101", ARTICLE | {"issued": day(2018, -1)}, "issued"),
        ("DAT102", ARTICLE | {"issued": {"raw": "2O18"}}, "issued"),
        ("DAT102", ARTICLE | {"issued": {"date-parts": [["2O18", 5]]}}, "issued"),
        ("DAT103", ARTICLE | {"issued": day(20018)}, "issued"),
        ("DAT102", ARTICLE | {"issued": {"literal": "to appear"}}, "issued"),
        ("DAT103", ARTICLE | {"issued": day(2031)}, "issued"),
        ("DAT104", ARTICLE | {"issued": {"date-parts": [[2018], [2015]]}}, "issued"),
        ("DAT105", ARTICLE | {"issued": day(2018), "accessed": day(2031, 1, 5)}, "accessed"),
        ("DAT201", ARTICLE | {"issued": day(2018), "accessed": day(2010, 1, 5)}, "accessed"),
        ("DAT202", ARTICLE | {"issued": day(2018), "original-date": day(2020)}, "original-date"),
        ("DAT220", ARTICLE | {"issued": day(2009), "DOI": "10.1016/j.jnn.2015.04.003"}, "DOI"),
        ("DAT221", ARTICLE | {"issued": day(2010), "URL": "https://arxiv.org/abs/1805.01234"}, "URL"),
        ("DAT222", ARTICLE | {"issued": day(2018), "URL": "https://arxiv.org/abs/1815.01234"}, "URL"),
        ("DAT227", {"id": "a", "type": "book", "issued": day(1972), "ISBN": "978-3-598-21507-0"}, "ISBN"),
        ("DAT228", ARTICLE | {"issued": day(1215)}, "issued"),
        ("DAT231", ARTICLE | {"issued": day(2015), "volume": "2015"}, "volume"),
        ("DAT233", PAPER | {"issued": day(2021), "container-title": "ECCV"}, "issued"),
        ("DAT235", ARTICLE | {"issued": day(2020), "container-title": "Nature", "volume": "12"}, "volume"),
        ("DAT236", PAPER | {"issued": day(2018), "event-date": day(2021, 5, 1)}, "event-date"),
        ("DAT236", PAPER | {"issued": day(2018), "event-date": day(2010, 5, 1)}, "event-date"),
        ("DAT237", ARTICLE | {"issued": day(1820), "container-title": "Nature"}, "issued"),
    ],
)  # fmt: skip
def test_a_variable_is_marked(code: str, record: dict[str, object], place: str) -> None:
    """The finding stands at the value of the variable."""
    value = json.dumps(record[place], ensure_ascii=False)
    assert marked(record) == [(code, value.strip('"'))] or marked(record) == [(code, value)]


@pytest.mark.parametrize(
    ("code", "record", "words"),
    [
        ("DAT105", ARTICLE | {"issued": day(2018), "note": "Accessed: 2031-03-02"}, "2031-03-02"),
        ("DAT101", ARTICLE | {"issued": day(2018), "note": "Accessed 31 June 2020"}, "31 June 2020"),
        ("DAT103", ARTICLE | {"issued": day(2018), "note": "Published in May 2031"}, "May 2031"),
        ("DAT223", PAPER | {"issued": day(2010), "container-title": "Dunes 2014"}, "2014"),
        ("DAT224", ARTICLE | {"issued": day(2015), "note": "Monday, 3 March 2015"}, "Monday, 3 March 2015"),
        ("DAT232", ARTICLE | {"issued": day(2018), "title": "Lessons from the 2021 floods"}, "2021"),
        ("DAT234", PAPER | {"issued": day(2016), "URL": "https://jmlr.org/papers/v20/x"}, "jmlr.org/papers/v20/"),
    ],
)  # fmt: skip
def test_words_in_a_text_are_marked(code: str, record: dict[str, object], words: str) -> None:
    """The finding stands at the date in a text."""
    assert marked(record) == [(code, words)]


@pytest.mark.parametrize(
    "record",
    [
        ARTICLE | {"issued": day(2018, 5, 3), "accessed": day(2020, 2, 29)},
        ARTICLE | {"issued": {"literal": "in press"}},
        ARTICLE | {"issued": {"literal": "n.d."}},
        ARTICLE | {"issued": day(2031), "status": "in press"},
        ARTICLE | {"issued": day(2018, 21)},
        ARTICLE | {"issued": {"date-parts": [[2018]], "season": 2}},
        {"id": "a", "type": "book", "author": [{"family": "Plato"}], "issued": day(-380)},
        {"id": "a", "type": "manuscript", "issued": day(1215, 6, 15)},
        PAPER | {"issued": day(2012), "event-date": day(2010), "container-title": "Dunes 2010"},
    ],
)
def test_dates_that_are_right_pass(record: dict[str, object]) -> None:
    """Seasons, words instead of a year, ancient works and late proceedings are not reported."""
    assert marked(record) == []


def test_a_year_of_three_digits() -> None:
    """A recent year without one of its digits is reported as such."""
    author = [{"family": "Brandt", "given": "Ilse"}]
    book: dict[str, object] = {"id": "a", "type": "book", "author": author, "issued": day(201)}
    assert [code for code, _ in marked(book)] == ["DAT102"]


def test_an_impossible_date_is_reported_once() -> None:
    """The problem that the reader finds is the finding of one rule, not of the rule about syntax, too."""
    text = json.dumps([ARTICLE | {"issued": day(2019, 2, 29)}])
    found = check(read(Source(text, "x.json"), "csl-json"), asked(("DAT", "SYN")))
    assert [finding.code for finding in found] == ["DAT101"]
