"""The rule doubled-word."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Ecology of of dunes", "of of"), ("The the dunes", "The the"), ("Dünen und und Meer", "und und"),
        ("Dunes and\n  and sand", "and\n  and"), ("Dunes et et sable", "et et"), ("Дюны для для всех", "для для"),
    ],
)  # fmt: skip
def test_doubled_words_are_found(title: str, found: str) -> None:
    """In several languages, with any white space."""
    assert quoted("TTL234", f"@misc{{a, title={{{title}}}}}") == [found]


@pytest.mark.parametrize(
    "title",
    ["What they had had", "The fact that that is", "Imaging in in vivo models", "La La Land", "Die, die die Welt",
     "Of offers",     "The The", "AND and OR", "And of, of course", "Lou Reed's the-the", "of the of"],
)  # fmt: skip
def test_words_that_may_be_repeated_pass(title: str) -> None:
    """Names, verbs, pronouns, and words with a different case or with punctuation between them."""
    assert messages("TTL234", f"@misc{{a, title={{{title}}}}}") == []


def test_the_second_word_is_removed() -> None:
    """The first one is kept as it is written."""
    text = fixed("TTL234", "@misc{a, title={The the dunes}}", unsafe=True)
    assert text == "@misc{a, title={The dunes}}"
