"""The rule field-of-other-type."""

from tests.rules.lintcase import messages, quoted


def test_the_field_name_is_pointed_at() -> None:
    """The finding marks the field name, not the value."""
    assert quoted("FLD220", "@inproceedings{a, journal={J}}") == ["journal"]


def test_fields_of_the_type_are_fine() -> None:
    """A journal belongs to an article."""
    assert messages("FLD220", "@article{a, journal={J}} @inproceedings{b, booktitle={B}}") == []
