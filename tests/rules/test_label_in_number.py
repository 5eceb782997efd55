"""The rule label-in-number."""

import pytest
from tests.rules.lintcase import fixed, marked, messages, quoted


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


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("number={n° 4}", "n°"), ("number={nº 4}", "nº"), ("number={№ 4}", "№"), ("number={núm. 4}", "núm."),
        ("volume={tomo 12}", "tomo"), ("volume={Tome II}", "Tome"), ("volume={t. 12}", "t."), ("volume={Т. 12}", "Т."),
        ("number={Вып. 3}", "Вып."), ("volume={årg. 4}", "årg."), ("volume={roč. 4}", "roč."), ("number={č. 4}", "č."),
        ("volume={Jaargang 4}", "Jaargang"), ("number={Sayı 4}", "Sayı"), ("number={fasc. 2}", "fasc."),
    ],
)  # fmt: skip
def test_labels_of_other_languages_are_found(field: str, label: str) -> None:
    """The label of a volume or number is marked, with the space after it."""
    assert [text.strip() for text in quoted("PAG225", f"@article{{a, {field}, year=2019}}")] == [
        label
    ]


@pytest.mark.parametrize(
    ("volume", "count"),
    [("第3巻", 1), ("3卷", 1), ("第 12 期", 1), ("제3권", 1), ("12호", 1), ("三", 0), ("第3", 0)],
)
def test_labels_around_the_number_are_found(volume: str, count: int) -> None:
    """Chinese, Japanese and Korean labels follow the number."""
    assert len(messages("PAG225", f"@article{{a, volume={{{volume}}}}}")) == count
    assert messages("PAG225", f"@book{{a, volume={{{volume}}}}}") == []


def test_labels_around_the_number_are_removed() -> None:
    """Only the number is kept."""
    text = fixed("PAG225", "@article{a, volume={第3巻}}", unsafe=True)
    assert text == "@article{a, volume={3}}"
