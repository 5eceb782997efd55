"""Names of theses are recognized by parts of their words before their patterns are compiled."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refkit.data.work_types import BACHELORS, DOCTORAL, MASTERS, OTHER_THESES
from refkit.formats.text.recognize.forms import may_name_thesis, thesis_at


@pytest.mark.parametrize("pattern", [DOCTORAL, MASTERS, BACHELORS, OTHER_THESES])
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_name_has_a_sign(pattern: str, data: st.DataObject) -> None:
    """A name without a sign would be read as something else."""
    name = data.draw(st.from_regex(re.compile(pattern), fullmatch=True))
    assert may_name_thesis(name)
    assert may_name_thesis(name.upper())


@pytest.mark.parametrize("name", ["DİPLOMA THESIS", "M.Sc. thesis", "Ph. D.", "博士学位论文"])
def test_a_name_is_found_at_the_start(name: str) -> None:
    assert thesis_at(f"In {name}, Kiel", 3, len(name) + 3) is not None


@pytest.mark.parametrize("text", ["Oxford University Press", "J. Mar. Sci.", ", no. 2"])
def test_other_texts_need_no_pattern(text: str) -> None:
    assert not may_name_thesis(text)
