"""The matcher that counts steps finds what `re` finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.regexes.steps import Counter

PATTERNS = [
    r"a*b",
    r"(?:ab|a)+c",
    r"(a|b)\1",
    r"a{2,3}?b",
    r"(?>a+)b",
    r"a++b",
    r"(?<=a)b|^c$",
    r"(?!ab)\w+\b",
    r"(?i:B)[^a]",
    r"(a)?(?(1)b|c)",
    r"[a-b\d]+\s",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.text("abcABC1 \n", max_size=12))
def test_it_matches_where_re_matches(pattern: str, text: str) -> None:
    """From the first character, and with the same end."""
    counter, found = Counter(pattern), re.match(pattern, text)
    assert counter.end(text) == (found.end() if found else None)
