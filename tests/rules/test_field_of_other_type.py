"""The rule field-of-other-type."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_the_field_name_is_pointed_at() -> None:
    """The finding marks the field name, not the value."""
    assert quoted("FLD220", "@inproceedings{a, journal={J}}") == ["journal"]


def test_fields_of_the_type_are_fine() -> None:
    """A journal belongs to an article."""
    assert messages("FLD220", "@article{a, journal={J}} @inproceedings{b, booktitle={B}}") == []


def test_meeting_of_an_article_of_inspire_is_fine() -> None:
    """INSPIRE names the meeting at which an article was presented."""
    text = "@article{Pugh:1989eb, journal={Phys. Scr.}, booktitle={Quark Matter}}"
    assert messages("FLD220", text) == []


def test_article_in_a_book_is_reported() -> None:
    """A `booktitle` instead of a journal belongs to another type, wherever the record is from."""
    assert quoted("FLD220", "@article{Pugh:1989eb, booktitle={Quark Matter}}") == ["booktitle"]


def test_only_venue_belongs_in_the_field_of_the_type() -> None:
    """Removing the only venue would lose it, and a journal in `booktitle` is not a conference."""
    text = "@article{a, booktitle={Neural Computing Surveys}, journal={}} @incollection{b, journal={Dunes}}"
    assert messages("FLD220", text) == [
        "styles do not print `booktitle` for `@article`; rename it `journal`, or use `@inproceedings`",
        "styles do not print `journal` for `@incollection`; rename it `booktitle`, or use `@article`",
    ]


@pytest.mark.parametrize("own", ["booktitle={Dunes}", "crossref={p}"])
def test_second_venue_can_be_removed(own: str) -> None:
    """The entry has its venue, or inherits it."""
    text = (
        f"@inproceedings{{a, journal={{Dune Letters}}, {own}}} @proceedings{{p, title={{Dunes}}}}"
    )
    assert messages("FLD220", text) == [
        "styles do not print `journal` for `@inproceedings`; use `@article`, or remove the field"
    ]
