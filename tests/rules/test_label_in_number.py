"""The rule label-in-number."""

import pytest
from tests.rules.lintcase import fixed, marked, messages


def test_report_numbers_have_words() -> None:
    """The number of a report may contain words."""
    assert messages("PAG225", "@techreport{a, number={No. 12}}") == []


def test_volumes_with_names_are_fine() -> None:
    """ "Volume" in a longer text is not a label."""
    assert messages("PAG225", "@article{a, volume={Vol de nuit}}") == []


def test_the_fix_leaves_the_number() -> None:
    """The fix removes the label."""
    assert fixed("PAG225", "@article{a, number={no. 3}}", unsafe=True) == "@article{a, number={3}}"


def test_label_in_csl_json_is_found() -> None:
    """The label is reported in every format whose numbers have none."""
    text = '[{"id": "a", "type": "article-journal", "volume": "Vol. 12"}]'
    assert marked("PAG225", text, "csl-json") == ["Vol."]


@pytest.mark.parametrize("label", ["ISBN: ", "ISBN ", "ISBN-13: ", "isbn:", "ISBN-10 "])
def test_label_of_an_isbn_is_found(label: str) -> None:
    """Styles print "ISBN" before the number, so that it appears twice."""
    text = "@book{a, isbn={%s978-3-16-148410-0 (pbk.)}}"
    assert fixed("PAG225", text % label, unsafe=True) == text % ""


def test_bare_isbn_is_fine() -> None:
    """A number without its label, and the placeholder of an export, are not reported."""
    assert messages("PAG225", "@book{a, isbn={978-3-16-148410-0}}") == []
    assert messages("PAG225", "@book{a, isbn={ISBN unknown}}") == []
