"""Records from Medline, as Mendeley and other programs write them."""

import pytest
from tests.lint.exports import problems

RECORDS = r"""@article{Heron2001,
author = {Heron, K J and Stork, T D},
doi = {10.1006/meth.2001.0001},
file = {:home/ann/heron.pdf:pdf},
issn = {1046-2023},
journal = {Methods},
mendeley-groups = {assays},
month = {dec},
number = {4},
pages = {402--8},
pmid = {11000001},
title = {Analysis of relative expression data in real time},
volume = {25},
year = {2001}
}

@article{Crane1976,
author = {Crane, M M},
journal = {Anal. Biochem.},
pages = {48--54},
title = {A rapid method for the quantitation of small quantities},
volume = {72},
year = {1976}
}

@article{Ibis2004,
author = {Ibis, P and {The Marsh Study Group}},
journal = {Marsh Med.},
number = {7 Suppl},
pages = {S71--8, S92--7},
title = {Trials of the marsh},
volume = {12},
year = {2004}
}
"""


def test_right_records_have_no_problem() -> None:
    """Elided pages (402--8), initials without full stops, supplements and missing numbers are right."""
    assert problems(RECORDS) == []


@pytest.mark.parametrize(("pages", "code"), [("402--398", "PAG101"), ("54--48", "PAG101")])
def test_pages_in_the_wrong_order_are_found(pages: str, code: str) -> None:
    """A second number with as many digits as the first is not elided."""
    text = RECORDS.replace("48--54", pages)
    assert [found for found, _ in problems(text)] == [code]
