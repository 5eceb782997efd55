"""The rule field-in-title."""

import pytest
from tests.rules.lintcase import marked, messages


def field(text: str) -> str:
    """Return the field that the message names, or an empty string."""
    found = messages("TTL230", text)
    return found[0].split("belongs in `")[1].split("`")[0] if found else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@book{a, title={Kinetic Regimes, 2nd edition}}", "edition"),
        ("@book{a, title={Kinetic Regimes (Third Ed.)}}", "edition"),
        ("@book{a, title={Kinetische Regime, 2. Auflage}}", "edition"),
        ("@book{a, title={Kinetic Regimes (Springer Series in Optics, vol. 12)}}", "series"),
        ("@inproceedings{a, title={On Dunes (Lecture Notes in Computer Science)}}", "series"),
        ("@article{a, title={On Dunes in Wales. doi:10.1000/dunes.1}}", "doi"),
        (
            "@article{a, title={On Dunes in Wales. Journal of Sand}, journal={Journal of Sand}}",
            "journal",
        ),
        (
            "@inproceedings{a, title={On Dunes in Wales. In Meeting on Sand}, booktitle={Meeting on Sand}}",
            "booktitle",
        ),
        ("@book{a, title={On the Dunes (Studies of Sand)}, series={Studies of Sand}}", "series"),
    ],
)
def test_end_of_the_title_belongs_in_another_field(text: str, name: str) -> None:
    """The message names the field of the words."""
    assert field(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title={Mental models in cognitive science}, journal={Cognitive science}}",
        "@article{a, title={The second edition}}",
        "@article{a, title={A review of Kinetic Regimes, 2nd edition}}",
        "@book{a, title={Advances in Optics}}",
        "@article{a, title={On nature}, journal={Nature}}",
        "@article{a, title={Journal of Sand}, journal={Journal of Sand}}",
    ],
)
def test_words_of_the_title_pass(text: str) -> None:
    """A title can end with the name of a field of research, and a review with an edition."""
    assert field(text) == ""


def test_csl_json_is_checked() -> None:
    """The title is marked in every format."""
    text = '[{"id": "a", "type": "book", "title": "Kinetic Regimes, 2nd edition"}]'
    assert marked("TTL230", text, "csl-json") == ["Kinetic Regimes, 2nd edition"]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The Drift of Buoys [Online]", "`[Online]`"),
        ("The Drift of Buoys [Doctoral dissertation].", "`[Doctoral dissertation]`"),
        ("The Drift of Buoys [Data set]", "`[Data set]`"),
        ("The Drift of Buoys [Электронный ресурс]", "`[Электронный ресурс]`"),
        (
            "The Drift of Buoys, Coastal Studies, vol. 12, no. 3, pp. 1--9",
            "`vol. 12, no. 3, pp. 1–9`",
        ),
        ("The Drift of Buoys. Vol. 12(3), 1-9", "`Vol. 12(3), 1-9`"),
    ],
)
def test_a_medium_and_the_rest_of_a_citation_are_found(title: str, words: str) -> None:
    """Text that was copied from a formatted reference."""
    assert [words in m for m in messages("TTL230", f"@misc{{a, title={{{title}}}}}")] == [True]


@pytest.mark.parametrize(
    "title",
    ["Works, Vol. 12", "Works, Volume 2: No Return", "The Drift [of Buoys]", "Video [Killed]"],
)
def test_volumes_of_a_work_pass(title: str) -> None:
    """The number of a volume can be part of its title."""
    assert messages("TTL230", f"@book{{a, title={{{title}}}}}") == []
