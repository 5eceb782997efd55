"""The rule trailing-dot-in-title."""

from tests.rules.lintcase import fixed, marked, messages

from refkit.lint.settings import Settings


def test_abbreviations_end_in_points() -> None:
    """ "Ltd." keeps its period."""
    assert messages("TTL222", "@book{a, title={The Story of Dunes Ltd.}}") == []


def test_the_fix_removes_it() -> None:
    """The fix removes the period, even inside braces."""
    assert (
        fixed("TTL222", "@book{a, title={On {Dunes.}}}", unsafe=True)
        == "@book{a, title={On {Dunes}}}"
    )


def test_csl_json_is_checked() -> None:
    """The full stop is marked in every format."""
    assert marked("TTL222", '[{"id": "a", "type": "book", "title": "On dunes."}]', "csl-json") == [
        "."
    ]


def test_names_of_species_end_in_abbreviations() -> None:
    """The abbreviation of "species" keeps its full stop."""
    assert messages("TTL222", "@misc{a, title={Wings of Drosophila spp.}}") == []


def test_biblatex_adds_no_mark_after_a_full_stop() -> None:
    """Its punctuation tracker knows that the full stop is there."""
    biblatex = Settings(dialect="biblatex")
    assert messages("TTL222", "@book{a, title={On dunes.}}", biblatex) == []
