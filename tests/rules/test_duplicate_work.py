"""The rule duplicate-work."""

import json

import pytest
from tests.rules.lintcase import asked, messages

from refkit.api import read
from refkit.lint import works
from refkit.lint.engine import check
from refkit.model.source import Source


def test_abridged_versions_elsewhere_are_two_works() -> None:
    """A version in another venue a year later is a different publication."""
    text = (
        "@inproceedings{a, author={Lee, M.}, title={Migration of Dunes}, booktitle={Proc. UAI}, year={2017}} "
        "@inproceedings{b, author={Lee, M.}, title={Migration of Dunes}, booktitle={Proc. IJCAI}, year={2018}}"
    )
    assert messages("DUP221", text) == []


def test_a_thesis_is_no_book() -> None:
    """Entries of different publication types are different publications."""
    text = (
        "@phdthesis{a, author={Lee, M.}, title={Migration of the Dunes}, year={2021}} "
        "@book{b, author={Lee, M.}, title={Migration of the Dunes}, year={2021}}"
    )
    assert messages("DUP221", text) == []


def test_parts_are_two_works() -> None:
    """Part II is a different work from part I."""
    text = (
        "@book{a, author={Lee, M.}, title={Dunes of the Great Desert, Part I}} "
        "@book{b, author={Lee, M.}, title={Dunes of the Great Desert, Part II}}"
    )
    assert messages("DUP221", text) == []


def test_two_dois_are_two_works() -> None:
    """Entries with different DOIs are different works."""
    text = (
        "@article{a, author={Lee, M.}, title={Dunes of the Great Desert}, doi={10.1000/1}} "
        "@article{b, author={Lee, M.}, title={Dunes of the Great Desert}, doi={10.1000/2}}"
    )
    assert messages("DUP221", text) == []


def test_a_slip_in_the_title_is_found() -> None:
    """Titles that differ in one letter are the same work."""
    text = (
        "@article{a, author={Lee, Min}, title={Migration of Dunes in the Great Desert}} "
        "@article{b, author={M. Lee}, title={Migration of Dune in the Great Desert}}"
    )
    assert len(messages("DUP221", text)) == 1


def test_accents_do_not_matter() -> None:
    """Names in TeX and in Unicode are the same."""
    text = (
        r"@article{a, author={M{\"u}ller, J.}, title={Migration of the Dunes}} "
        "@article{b, author={Jörg Müller}, title={Migration of the {Dunes}}}"
    )
    assert len(messages("DUP221", text)) == 1


def test_typos_in_the_first_and_the_last_word_are_found() -> None:
    """Two typos in a long title leave it the same work, wherever they are."""
    text = (
        "@article{a, author={Lee, Min}, title={Migration of tall dunes across the great deserts}, year={2015}} "
        "@article{b, author={Lee, Min}, title={Migratoin of tall dunes across the great desserts}, year={2015}}"
    )
    assert messages("DUP221", text) == [
        "`b` has nearly the same title and first author as `a`; keep one entry"
    ]


SHORT = "@article{a, author={Lee, Min}, title={Moving sand}, journal={Dunes}, year={2015}, pages={1--9}} "


def test_a_title_without_its_subtitle_is_found() -> None:
    """The same pages of the same journal are one work, with or without a subtitle."""
    long = SHORT.replace("{a,", "{b,").replace("sand", "sand: how dunes grow")
    assert len(messages("DUP221", SHORT + long)) == 1


def test_a_subtitle_on_other_pages_is_another_work() -> None:
    """Series of papers share a title and differ in the subtitle."""
    long = SHORT.replace("{a,", "{b,").replace("sand", "sand: a reply").replace("1--9", "10--12")
    assert messages("DUP221", SHORT + long) == []


def test_works_in_csl_json_are_compared() -> None:
    """Works of every format are compared, not only those of .bib files."""
    work = {"type": "book", "title": "Migration of tall dunes", "author": [{"family": "Lee"}]}
    items = [{"id": key, **work} for key in "ab"]
    found = check(read(Source(json.dumps(items), "x.json"), "csl-json"), asked("DUP221"))
    assert [(finding.key, finding.line) for finding in found] == [("b", 1)]


def talk(key: str, kind: str = "unpublished", **date: str) -> str:
    """Return a work of the date by one author with one title."""
    fields = "".join(f", {name}={{{value}}}" for name, value in date.items())
    return f"@{kind}{{{key}, author={{Lee, Min}}, title={{Migration of tall dunes}}{fields}}}\n"


def test_talks_on_two_days_are_two_works() -> None:
    """A talk is often given again at another event under the same title."""
    first, again = talk("a", date="2018-10-16"), talk("b", year="2018", month="10", day="26")
    assert messages("DUP221", first + again) == []


def test_works_are_compared_unless_both_are_talks_on_known_days() -> None:
    """The day is missing, or the same, or a published work is entered with two dates."""
    days = {"date": "2018-10-16"}, {"date": "2018-10"}, {"date": "2018-10-26"}
    assert len(messages("DUP221", talk("a", **days[0]) + talk("b", **days[1]))) == 1
    assert len(messages("DUP221", talk("a", **days[0]) + talk("b", **days[0]))) == 1
    reports = talk("a", "techreport", **days[0]) + talk("b", "techreport", **days[2])
    assert len(messages("DUP221", reports)) == 1


@pytest.mark.parametrize("kept", [0, 1, 2, 3])
def test_headings_that_are_not_kept_are_read_again(
    kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few headings of a large library are kept, which changes no pair; entries in between have no partner."""
    monkeypatch.setattr(works, "MOST_HEADINGS", kept)
    book, thesis = talk("a", "book"), talk("a", "book").replace("dunes", "rivers")
    library = read(Source(book + thesis + thesis.replace("rivers", "lakes") + book, "x.bib"))
    assert [(one.entry.span.start, two.entry.span.start) for one, two in works.twins(library)] == [
        (0, library.entries[3].span.start)
    ]


@pytest.mark.parametrize(
    "other",
    [
        "@misc{b, author={Okafor, B.}, title={Migration of Dunes}, howpublished={Slides}, year={2015}}",
        "@inproceedings{b, author={Okafor, B.}, title={Migration of Dunes}, booktitle={Sand Workshop}, year={2015}}",
    ],
)
def test_versions_may_both_be_cited(other: str) -> None:
    """Slides and a paper, or papers of two conferences, are two publications of one work."""
    paper = "@inproceedings{a, author={Okafor, B.}, title={Migration of Dunes}, booktitle={Desert Days}, year={2015}}"
    (message,) = messages("DUP221", paper + other)
    assert message.endswith("; cite one of the versions, or both on purpose")


def test_the_same_venue_in_other_words_is_no_version() -> None:
    """A shorter name of the conference has no words of its own."""
    paper = "@inproceedings{a, author={Okafor, B.}, title={Migration of Dunes}, booktitle={Desert Days}, year={2015}}"
    other = paper.replace("{a,", "{b,").replace(
        "Desert Days", "Proc. of the 3rd Annual Desert Days"
    )
    (message,) = messages("DUP221", paper + other)
    assert message.endswith("; keep one entry")
