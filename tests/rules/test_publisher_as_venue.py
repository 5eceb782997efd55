"""The rule publisher-as-venue."""

import pytest
from tests.rules.lintcase import marked, messages, quoted


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("@article{a, journal={Elsevier}}", "Elsevier"),
        ("@article{a, journal={{IEEE}}}", "{IEEE}"),
        ("@inproceedings{a, booktitle={Springer-Verlag}}", "Springer-Verlag"),
        ("@article{a, journal={Google Scholar}}", "Google Scholar"),
        ("@article{a, publisher={Journal of Applied Physics}}", "Journal of Applied Physics"),
        ("@article{a, publisher={The Annals of Statistics}}", "The Annals of Statistics"),
        (
            "@inproceedings{a, publisher={International Conference on Machine Vision}}",
            "International Conference on Machine Vision",
        ),
        ("@book{a, address={Springer}, publisher={New York}}", "Springer"),
        ("@book{a, publisher={Cambridge}}", "Cambridge"),
    ],
)
def test_name_in_the_wrong_field_is_found(text: str, place: str) -> None:
    """A publisher is not a venue or a place, and a venue is not a publisher."""
    assert quoted("FLD229", text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, journal={Nature}, publisher={Nature Publishing Group}}",
        "@article{a, journal={Springer Proceedings in Physics}, publisher={Springer}}",
        "@article{a, journal={IEEE Software}, publisher={IEEE}}",
        "@article{a, journal={Minerva}, publisher={Springer}}",
        "@article{a, publisher={Journal of Commerce Publishing Office}}",
        "@book{a, publisher={Conference Board of Canada}}",
        "@article{a, publisher={Proceedings of the National Academy of Sciences}}",
        "@book{a, address={Cambridge}, publisher={MIT Press}}",
        "@techreport{a, institution={IEEE}}",
    ],
)
def test_other_names_pass(text: str) -> None:
    """Journals can contain the name of a publisher, and organizations that of a journal."""
    assert messages("FLD229", text) == []


def test_csl_json_is_checked() -> None:
    """The venue is marked in every format."""
    text = '[{"id": "a", "type": "article-journal", "container-title": "Elsevier"}]'
    assert marked("FLD229", text, "csl-json") == ["Elsevier"]


def test_a_publisher_as_series_is_found() -> None:
    """The name of the series is missing."""
    found = messages("FLD229", "@book{a, title={T}, series={Springer}}")
    assert found == ["the series `Springer` is a publisher; move it to `publisher`"]
    assert messages("FLD229", "@book{a, title={T}, series={Springer Tracts in Physics}}") == []


@pytest.mark.parametrize(
    ("publisher", "count"),
    [("Pantheon Books, New York, 1978", 1), ("Harbour Press, 1978.", 1), ("Press 1978", 0), ("Studio 54, 1999", 0),
     ("Harbour Press, New York", 0), ("Edition 2000", 0)],
)  # fmt: skip
def test_years_after_publishers_are_found(publisher: str, count: int) -> None:
    """The publisher, the place and the year were pasted into one field."""
    text = f"@book{{a, title={{Dunes}}, publisher={{{publisher}}}}}"
    assert len(messages("FLD229", text)) == count


@pytest.mark.parametrize(
    ("publisher", "place", "count"),
    [("München", "C. H. Beck", 1), ("Oxford", "Harbour Press", 1), ("Oxford", "England", 0),
     ("C. H. Beck", "München", 0),     ("München", "Wien", 0)],
)  # fmt: skip
def test_swapped_publishers_and_places_are_found(publisher: str, place: str, count: int) -> None:
    """The publisher is a city, and the place is a publisher."""
    text = f"@book{{a, title={{Dunes}}, publisher={{{publisher}}}, address={{{place}}}}}"
    assert len(messages("FLD229", text)) == count
