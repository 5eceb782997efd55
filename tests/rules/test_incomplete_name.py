"""The rule incomplete-name."""

import pytest
from tests.rules.lintcase import messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Anna", "Susanne", "Tom",
    ],
)  # fmt: skip
def test_given_names_alone_are_found(author: str) -> None:
    """A common given name without a family name is reported next to whole names."""
    assert quoted("NAM241", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "Mausam", "Okafor", "{Anna}", "NASA", "Google", "Berg, Anna",
    ],
)  # fmt: skip
def test_other_single_words_are_fine(author: str) -> None:
    """Names of one word, acronyms and organizations exist."""
    assert messages("NAM241", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []
