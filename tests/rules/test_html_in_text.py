"""The rule html-in-text."""

from tests.rules.lintcase import fixed, messages


def test_inequalities_are_no_tags() -> None:
    """`<` and `&` alone are no HTML."""
    assert messages("TTL223", r"@book{a, title={If $a<b$ \& $b>c$}}") == []


def test_entities_become_characters() -> None:
    """The fix writes what the entity means."""
    assert fixed("TTL223", "@book{a, title={Ken&apos;s <i>Dunes</i>}}", unsafe=True) == (
        r"@book{a, title={Ken's \textit{Dunes}}}"
    )
