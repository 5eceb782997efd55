"""The rule field-of-other-type."""

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
