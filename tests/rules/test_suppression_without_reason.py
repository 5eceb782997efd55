"""Suppressions that give no reason."""

import pytest
from tests.rules.lintcase import quoted


def test_comment_without_reason_is_found() -> None:
    """The finding marks the comment itself."""
    text = "% refkit: ignore[PAG101]\n@misc{a, pages={9--1}}"
    assert quoted("SUP103", text) == ["refkit: ignore[PAG101]"]


@pytest.mark.parametrize(
    "text",
    [
        "% refkit: ignore[PAG101] so printed\n@misc{a, pages={9--1}}",
        "@misc{a, x-refkit={PAG101: so printed}, pages={9--1}}",
    ],
)
def test_reason_is_enough(text: str) -> None:
    """The reason follows the brackets in a comment and the colon in a field."""
    assert quoted("SUP103", text) == []
