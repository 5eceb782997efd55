"""The rule title-punctuation."""

import pytest
from tests.rules.lintcase import fixed, marked, messages


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("{On dunes,}", "{On dunes}"),
        ("{On dunes ;}", "{On dunes}"),
        ("{{On dunes:}}", "{{On dunes}}"),
        ('{"On dunes"}', "{On dunes}"),
        ('{{"On dunes"}}', "{{On dunes}}"),
    ],
)
def test_marks_are_removed(title: str, expected: str) -> None:
    """The fix removes the mark at the end, or both quotation marks."""
    text = fixed("TTL231", f"@article{{a, title={title}}}", unsafe=True)
    assert text == f"@article{{a, title={expected}}}"


@pytest.mark.parametrize(
    "title",
    [
        "Why dunes?",
        "“All is sand”",
        "``All is sand''",
        "Dunes!",
        "Dunes, etc.",
        "``Dunes'' and ``sands''",
        r"Dunes\,",
        "Dunes (A--C)",
        "``Dunes'' of Wales",
    ],
)
def test_other_marks_pass(title: str) -> None:
    """Question marks, full stops and quotations in a title belong to it."""
    assert messages("TTL231", f"@article{{a, title={{{title}}}}}") == []


def test_venue_is_checked() -> None:
    """A comma after a journal is left over, too."""
    assert fixed("TTL231", "@article{a, journal={Dune Letters,}}", unsafe=True) == (
        "@article{a, journal={Dune Letters}}"
    )


def test_csl_json_is_checked() -> None:
    """The mark is marked in every format."""
    assert marked("TTL231", '[{"id": "a", "type": "book", "title": "On dunes,"}]', "csl-json") == [
        ","
    ]


def test_a_mark_at_the_start_is_found() -> None:
    """The first part of the title may be missing."""
    assert "at the start" in messages("TTL231", "@misc{a, title={: Drift of Buoys}}")[0]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("{[Fractures of the hip]}", "{Fractures of the hip}"),
        ("{[Fractures of the hip.]}", "{Fractures of the hip}"),
        ("{{[Fractures of the hip].}}", "{{Fractures of the hip}}"),
    ],
)
def test_brackets_around_translated_titles_are_removed(title: str, expected: str) -> None:
    """PubMed writes the titles of articles in other languages than English like this."""
    text = fixed("TTL231", f"@article{{a, title={title}}}", unsafe=True)
    assert text == f"@article{{a, title={expected}}}"


@pytest.mark.parametrize(
    "entry",
    ["@misc{a, title={[Photograph of a dune]}}", "@article{a, title={[Untitled]}}",
     "@article{a, title={[Fe] and [Co] in dunes}}", "@article{a, title={[Title of the article]}}"],
)  # fmt: skip
def test_other_brackets_pass(entry: str) -> None:
    """Descriptions of works without a title are in brackets, and placeholders are reported by another rule."""
    assert messages("TTL231", entry) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sand of the dunes..", "Sand of the dunes."), ("Sand of the dunes. .", "Sand of the dunes."),
        ("Whose sand?.", "Whose sand?"), ("Sand now!.", "Sand now!"), ("Sand of the dunes .", "Sand of the dunes"),
        ("Sand , dunes and rain", "Sand, dunes and rain"),
    ],
)  # fmt: skip
def test_one_mark_too_many_is_removed(title: str, expected: str) -> None:
    """Two marks at the end, and spaces before a full stop or a comma, are never intended."""
    entry = "@article{a, title={%s}, journal={Dunes}}"
    assert fixed("TTL231", entry % title, unsafe=True) == entry % expected
    venue = "@article{a, title={Sand}, journal={%s}}"
    assert fixed("TTL231", venue % title, unsafe=True) == venue % expected


@pytest.mark.parametrize(
    "title",
    ["Sand...", "Sand . . .", "Sand…", "Sand of the U.S.A.", "Sand?!", "Quel sable ?", "Sand, Inc.", "C ,"],
)  # fmt: skip
def test_ellipses_and_abbreviations_are_fine(title: str) -> None:
    """Three dots, and French spaces before question marks, are intended."""
    found = messages("TTL231", f"@article{{a, title={{{title}}}, journal={{Dunes}}}}")
    assert [m for m in found if "too many" in m or "space" in m] == []
