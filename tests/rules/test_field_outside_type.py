"""The rule field-outside-type."""

from tests.rules.lintcase import messages, quoted

from refkit.lint.settings import Settings


def test_identifiers_stand_everywhere() -> None:
    """Fields that newer styles use for every type are not reported."""
    assert messages("FLD225", "@article{a, doi={10.1000/1}, eprint={1}, issn={1}}") == []


def test_the_dialects_differ() -> None:
    """A BibLaTeX article may have an event year; a BibTeX article has no `version`."""
    assert quoted("FLD225", "@article{a, version={1}}") == ["version"]
    assert messages("FLD225", "@article{a, version={1}}", Settings(dialect="biblatex")) == []


def test_misc_has_what_it_has() -> None:
    """`@misc` allows all fields."""
    assert messages("FLD225", "@misc{a, publisher={P}}") == []


def test_the_status_that_other_rules_recommend_passes() -> None:
    """`pubstate` replaces a date in the future."""
    assert messages("FLD225", "@article{a, pubstate={forthcoming}}") == []
