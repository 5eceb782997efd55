"""The rule before-print."""

import pytest
from tests.rules.lintcase import marked, messages

from refkit.lint.item_facts import date_text
from refkit.model.date import Date, DatePoint


def test_early_prints_are_fine() -> None:
    """A book from 1543 is not reported."""
    assert messages("DAT228", "@book{a, year={1543}}") == []


def test_journals_are_younger_than_books() -> None:
    """The same year is too early for an article."""
    assert "1665" in messages("DAT228", "@article{a, year={1543}}")[0]


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, year={1215}}",
        "@article{a, year={-2018}}",
        "@inproceedings{a, year={1018}}",
        "@phdthesis{a, year={1018}}",
        "@techreport{a, year={0218}}",
        "@book{a, publisher={Norden}, year={1085}}",
        "@incollection{a, doi={10.1000/1}, date={1085}}",
    ],
)
def test_years_before_print_are_found(entry: str) -> None:
    """Articles, reports and theses of the Middle Ages do not exist."""
    assert len(messages("DAT228", entry)) == 1


@pytest.mark.parametrize(
    "entry",
    [
        "@book{a, author={Plato}, publisher={Penguin}, year={-380}}",
        "@book{a, author={Plato}, publisher={Penguin}, date={-0428/-0347}}",
        "@book{a, author={Plato}, publisher={Penguin}, year={380 BC}}",
        "@book{a, author={Tacitus}, publisher={Penguin}, date={0098}}",
        "@book{a, author={Aquinas}, date={1274}}",
        "@misc{a, year={1274}}",
        "@unpublished{a, year={1074}}",
        "@letter{a, date={1215-06-15}}",
        "@manuscript{a, date={1120}}",
        "@book{a, publisher={Norden}, date={1120~}}",
        "@book{a, publisher={Norden}, year={1120~}}",
        "@book{a, publisher={Norden}, date={1120?}}",
        "@book{a, publisher={Norden}, date={1120%}}",
        "@book{a, publisher={Norden}, year={c. 1120}}",
        "@book{a, publisher={Norden}, date={11XX}}",
        "@article{a, date={1120~}}",
        "@article{a, date={1120}, note={Manuscript, fol. 12}}",
        "@book{a, date={1120}, howpublished={Manuscript}}",
        "@book{a, publisher={Norden}, date={1120}, note={Handschrift}}",
        "@report{a, date={1120}, type={Manuscript}}",
        "@article{a, date={1120}, pubstate={unpublished}}",
        "@article{a, year={1397 [2018]}}",
        "@article{a, year={1397}, langid={persian}}",
        "@article{a, year={1440}, title={مقالة}}",
    ],
)
def test_works_older_than_print(entry: str) -> None:
    """Ancient works, manuscripts and years of other calendars are not reported."""
    assert messages("DAT228", entry) == []


@pytest.mark.parametrize(
    "field", ["note={Print}", "publisher={Smithsonian}", "note={Parts 1 and 2}"]
)
def test_other_descriptions_change_nothing(field: str) -> None:
    """Only words for manuscripts matter."""
    assert len(messages("DAT228", f"@article{{a, year={{1215}}, {field}}}")) == 1


def test_circa_in_csl_json_is_uncertain() -> None:
    """The property `circa` marks an uncertain date."""
    date = '{"date-parts": [[1120]]%s}'
    item = '[{"id": "a", "type": "book", "publisher": "Norden", "issued": %s}]'
    assert marked("DAT228", item % (date % ""), "csl-json")
    assert not marked("DAT228", item % (date % ', "circa": true'), "csl-json")


def test_the_text_of_a_date_is_its_own() -> None:
    """Equal dates that are written differently keep their text."""
    assert [date_text(Date(raw, DatePoint(1120))) for raw in ("1120", "1120~", "")] == [
        "1120",
        "1120~",
        "1120",
    ]
