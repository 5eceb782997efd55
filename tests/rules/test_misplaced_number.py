"""The rule misplaced-number."""

import pytest
from tests.rules.lintcase import marked, messages, quoted


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("volume={1--9}, pages={105}", "1--9"),
        ("volume={101--110}, pages={117}", "101--110"),
        ("volume={105(3)}, pages={1--9}", "105(3)"),
        ("volume={117, no. 3}", "117, no. 3"),
        ("volume={117 Heft 3}", "117 Heft 3"),
        ("volume={117:3}", "117:3"),
        ("number={March}", "March"),
        ("number={345--363}, pages={3}", "345--363"),
        ("number={101--110}", "101--110"),
        ("pages={117(3):101--110}", "117(3):101--110"),
        ("volume={117}, pages={117:101--110}", "117:101--110"),
        ("pages={2004}, year=2004", "2004"),
        ("pages={10.1063/1.4905672}", "10.1063/1.4905672"),
        ("volume={https://tides.org/3}", "https://tides.org/3"),
    ],
)
def test_value_of_another_field_is_found(fields: str, place: str) -> None:
    """The field with the wrong content is marked."""
    assert quoted("PAG228", f"@article{{a, {fields}}}") == [place]


@pytest.mark.parametrize(
    "fields",
    [
        "volume={12--13}, pages={5}",
        "volume={12--14}, pages={5}",
        "volume={12}, number={3--4}, pages={1--9}",
        "number={1--12}",
        "number={S1}",
        "volume={abs/1201.0490}",
        "volume={XII}",
        "volume={12A}",
        "volume={100--120}, pages={1--9}",
        "volume={4}, pages={12:1--12:15}",
        "volume={12}, pages={12:1--12:15}",
        "volume={4}, pages={117:1--9}",
        "pages={101--110}",
        "pages={2004}, year=2005",
        "pages={2004}",
    ],
)
def test_usual_values_pass(fields: str) -> None:
    """Double volumes and numbers, and pages with an article number are usual."""
    assert messages("PAG228", f"@article{{a, {fields}}}") == []


def test_message_shows_the_value_as_written() -> None:
    """The dashes of the file are shown, not those of the typeset output."""
    text = "@article{a, volume={1--9}, pages={105}}"
    assert messages("PAG228", text)[0].startswith("the volume `1--9` is a range")


def test_volumes_of_a_book_may_be_a_range() -> None:
    """A book can consist of several volumes."""
    assert messages("PAG228", "@book{a, volume={1--9}}") == []


def test_value_in_csl_json_is_found() -> None:
    """The rule checks the numbers of every format."""
    text = '[{"id": "a", "type": "article-journal", "volume": "105(3)"}]'
    assert marked("PAG228", text, "csl-json") == ["105(3)"]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("volume={pp. 101--119}", "contains pages"),
        ("pages={vol. 3, 12--15}", "contain the volume or the number"),
        ("pages={no. 4, pp. 12--15}", "contain the volume or the number"),
        ("journal={Coastal Botany, vol. 12}", "`vol. 12` in the journal"),
        ("journal={Coastal Botany 12 (3), 101--119}", "`12 (3), 101--119` in the journal"),
        ("journal={Coastal Botany, pp. 101--119}", "`pp. 101--119` in the journal"),
    ],
)
def test_numbers_in_other_fields_are_found(field: str, words: str) -> None:
    """A citation was copied into one field."""
    found = messages("PAG228", f"@article{{a, title={{T}}, {field}, year=2019}}")
    assert [words in message for message in found] == [True]


@pytest.mark.parametrize(
    "entry",
    [
        "@article{a, journal={Physics 2000}}", "@article{a, journal={Physical Review B (1970-2015)}}",
        "@article{a, journal={Volume! La revue}}", "@article{a, journal={Studies 3 (New Series)}}",
        "@inproceedings{a, booktitle={Proceedings of the Workshop on Buoys, vol. 3}}",
        "@article{a, volume={12p}}", "@article{a, pages={Volume}}",
    ],
)  # fmt: skip
def test_names_with_numbers_pass(entry: str) -> None:
    """Journals have numbers in their names, and volumes of proceedings have titles."""
    assert messages("PAG228", entry) == []
