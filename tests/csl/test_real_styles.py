"""A sample of real styles formats every item type and agrees with citeproc-js."""

from __future__ import annotations

import random

import pytest
from tests.csl import all_styles, differential
from tests.csl.random_items import Chance

from refkit.csl.catalogue import style_names
from refkit.csl.write import WRITERS

SAMPLED = random.Random(20).sample(differential.independent_styles(), 25)


@pytest.mark.parametrize("name", ["apa", "chicago-notes-bibliography", "ieee", *SAMPLED])
def test_a_style_formats_every_item_type(name: str) -> None:
    """Neither ambiguous items nor items with few variables make a style fail."""
    items, clusters = all_styles.sample(seed=2)
    output = WRITERS[len(name) % len(WRITERS)]
    assert all_styles.fault(style_names()[name], items, clusters, output) == ""


def test_the_same_seed_draws_the_same_items() -> None:
    """A difference can be reproduced with its seed."""
    assert Chance(5).records(20) == Chance(5).records(20)


@pytest.mark.skipif(
    not differential.has_citeproc_js(), reason="node with citeproc is not installed"
)
def test_common_styles_read_as_in_citeproc_js() -> None:
    """Nearly all output of common styles is the same."""
    names = ["apa", "ieee", "nature", "modern-language-association"]
    tally = differential.Tally()
    list(differential.run(differential.jobs(names, seed=3, count=20), tally))
    same = tally.same["citations"] + tally.same["entries"]
    assert same >= 0.97 * (tally.seen["citations"] + tally.seen["entries"])
