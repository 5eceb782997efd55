"""The rule doubtful-field."""

from dataclasses import replace

from tests.rules.prosecase import books, document, findings

from refkit.lint.settings import Settings


def test_only_who_asks_is_told() -> None:
    """Without a minimum confidence, no field is reported."""
    assert findings("SYN106", document(*books(4))) == []


def test_what_is_below_the_least_confidence_is_told_at_its_place() -> None:
    """Each finding is at the position of its field."""
    text = document(*books(4))
    found = findings("SYN106", text, replace(Settings(), min_confidence=1.0))
    assert any(text[f.span.start : f.span.end].startswith("Lakes of the north") for f in found)
