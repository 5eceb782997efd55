"""The rule repeated-value."""

import pytest
from tests.rules.lintcase import marked, messages, quoted


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("@incollection{a, booktitle={Dune {Studies}}, series={Dune studies}}", "Dune studies"),
        ("@book{a, publisher={Springer}, address={Springer}}", "Springer"),
        ("@misc{a, title={On Dunes}, note={On Dunes}}", "On Dunes"),
        ("@article{a, author={Roe, Ann}, editor={Ann Roe}}", "Ann Roe"),
        ("@book{a, author={Roe, Ann and Poe, Bo}, editor={Roe, Ann and Poe, Bo}}", "Roe, Ann and Poe, Bo"),
    ],
)  # fmt: skip
def test_same_value_in_two_fields_is_found(text: str, place: str) -> None:
    """The second field is marked; case and braces do not matter."""
    assert quoted("FLD230", text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "@incollection{a, author={Roe, Ann}, editor={Roe, Ann}, booktitle={Dunes}}",
        "@proceedings{a, title={Dunes}, booktitle={Dunes}}",
        "@book{a, author={{NVIDIA}}, publisher={NVIDIA}}",
        "@book{a, author={Roe, Ann}, editor={Roe, Ann and Poe, Bo}}",
        "@article{a, journal={Dunes}, note={On dunes}}",
    ],
)
def test_usual_repetitions_pass(text: str) -> None:
    """Editors write chapters, and organizations publish their own works."""
    assert messages("FLD230", text) == []


def test_csl_json_is_checked() -> None:
    """The repeated value is marked in every format."""
    text = '[{"id": "a", "type": "book", "publisher": "Brill", "publisher-place": "Brill"}]'
    assert marked("FLD230", text, "csl-json") == ["Brill"]


@pytest.mark.parametrize(
    ("editor", "publisher", "count"),
    [
        ("Springer", "Springer", 1),
        ("{IEEE}", "IEEE", 1),
        ("Roe, Ann", "Springer", 0),
        ("{Oak Club}", "Oak Club", 0),
    ],
)
def test_publishers_are_not_editors(editor: str, publisher: str, count: int) -> None:
    """A company that publishes the books of others edits none."""
    text = f"@book{{a, title={{Dunes}}, editor={{{editor}}}, publisher={{{publisher}}}}}"
    assert len(messages("FLD230", text)) == count
