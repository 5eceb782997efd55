"""Suppressions that give no reason."""

import pytest
from tests.rules.lintcase import quoted


def test_comment_without_reason_is_found() -> None:
    """The comment itself is pointed at."""
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
    """In a comment it follows the brackets, in a field the colon."""
    assert quoted("SUP103", text) == []
