"""JSON that is safe to print to a terminal."""

import json

import pytest

from refkit.model.json_text import json_text


@pytest.mark.parametrize(
    "text", ["\x7f", "\x80\x9b31m\x9f", "\x00\x1b[0m", "\ud800", "\udfffx", "Ü \U0001f600 \u2028"]
)
def test_control_characters_are_escaped(text: str) -> None:
    """And read back as they were."""
    written = json_text({text: [text]})
    raw = [char for char in written if ord(char) < 32 or 127 <= ord(char) < 160]
    assert (json.loads(written), raw, written.encode()) == ({text: [text]}, [], written.encode())


def test_letters_stay_readable() -> None:
    """Whatever their alphabet."""
    assert json_text(["Ångström 東京"]) == '["Ångström 東京"]'
