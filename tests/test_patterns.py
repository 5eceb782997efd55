"""Lazy patterns behave like compiled ones."""

import copy
import pickle
import re
from collections.abc import Callable
from unittest.mock import patch

import pytest

from refkit.patterns import lazy_pattern


def test_a_lazy_pattern_compiles_once_and_late() -> None:
    """Nothing is compiled before the first use, and nothing twice."""
    with patch("refkit.patterns.re.compile", wraps=re.compile) as compiled:
        pattern = lazy_pattern(r"(\d+)")
        before = compiled.call_count
        assert [pattern.sub("n", "a1"), pattern.findall("a12")] == ["an", ["12"]]
        assert (before, compiled.call_count) == (0, 1)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda p: pickle.loads(pickle.dumps(p))])
def test_a_lazy_pattern_can_be_copied(copied: Callable[[re.Pattern[str]], re.Pattern[str]]) -> None:
    """Workers receive settings with patterns in them."""
    assert copied(lazy_pattern("A", re.IGNORECASE)).fullmatch("a")


def test_unknown_attributes_are_errors() -> None:
    with pytest.raises(AttributeError):
        lazy_pattern("a").no_such_method  # type: ignore[attr-defined]  # noqa: B018
