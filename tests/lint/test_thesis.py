"""A large synthetic thesis: all its undefined keys are found, and nothing else."""

from dataclasses import replace

import pytest
from benchmarks._thesis import Thesis, write_thesis

from refkit.lint.options import Request
from refkit.lint.run import Report, run


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Thesis, Report]:
    thesis = write_thesis(tmp_path_factory.mktemp("thesis"))
    options = Request((str(thesis.main),), select=("REF", "SYN"), ignore=("REF233",), cache=False)
    return thesis, run(replace(options, isolated=True))


def test_all_undefined_keys_are_found(checked: tuple[Thesis, Report]) -> None:
    """40 of 40 keys are reported at their places, and nothing else is."""
    thesis, report = checked
    found = [one.source.slice(one.span) for one in report.findings if one.source]
    assert (len(found), set(found)) == (40, set(thesis.undefined))


def test_typos_are_suggested(checked: tuple[Thesis, Report]) -> None:
    """The 12 typos are recognized, and no other key is suggested."""
    thesis, report = checked
    suggested = {
        one.source.slice(one.span): one.message.rpartition("did you mean `")[2].rstrip("`?")
        for one in report.findings
        if one.source and "did you mean" in one.message
    }
    assert suggested == thesis.meant
