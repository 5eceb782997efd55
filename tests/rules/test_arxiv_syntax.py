"""The rule arxiv-syntax."""

import pytest
from tests.rules.lintcase import marked, messages, quoted


def test_both_schemes_and_versions_are_fine() -> None:
    """New and old identifiers pass, with or without a version."""
    text = (
        "@misc{a, eprint={2211.04567v2}, archiveprefix={arXiv}} "
        "@misc{b, eprint={math.AG/0307200}, eprinttype={arXiv}}"
    )
    assert messages("IDS221", text) == []


def test_other_archives_are_left_alone() -> None:
    """A HAL identifier is not checked against the arXiv syntax."""
    assert messages("IDS221", "@misc{a, eprint={hal-01234567}, archiveprefix={HAL}}") == []


def test_unfinished_identifier_is_found() -> None:
    """ "arXiv:2402." is incomplete."""
    assert quoted("IDS221", "@misc{a, note={arXiv:2402.}}") == ["2402."]


@pytest.mark.parametrize(
    "value",
    ["alg-geom/9202004", "acc-phys/9411001", "math.GT/0309136", "cond-mat/9901001v2", "2402.01234 [cs.CL]",
     "{2402.01234}", "arXiv:2402.01234", "2402.XXXXX"],
)  # fmt: skip
def test_all_forms_and_archives_pass(value: str) -> None:
    """The archives of the nineties are valid, as are labels and classes."""
    assert messages("IDS221", f"@misc{{a, eprint={{{value}}}, archiveprefix={{arXiv}}}}") == []


@pytest.mark.parametrize(
    "value",
    ["2402.123", "2402.012345", "2402.01234v0", "hep-th/990100", "hepth/9901001", "10.1000/abc", "240201234",
     "2402,01234", "24O2.01234"],
)  # fmt: skip
def test_malformed_identifiers_are_found(value: str) -> None:
    """Wrong numbers of digits, version 0, unknown archives and other identifiers are reported."""
    text = f"@misc{{a, eprint={{{value}}}, archiveprefix={{arXiv}}}}"
    assert quoted("IDS221", text) == [value]


@pytest.mark.parametrize(
    "value",
    ["https://arxiv.org/abs/2402.01234", "http://arxiv.org/pdf/2402.01234.pdf", "https://arxiv.org/abs/2402.01234v2"],
)  # fmt: skip
def test_an_address_is_found(value: str) -> None:
    """Styles make the link themselves, so that an address in the field breaks it."""
    text = f"@misc{{a, eprint={{{value}}}, archiveprefix={{arXiv}}}}"
    assert quoted("IDS221", text) == [value]
    assert "write `2402.01234" in messages("IDS221", text)[0]


@pytest.mark.parametrize("value", ["2402.012345", "arXiv:2402.123", "2402.01234v0"])
def test_the_form_of_a_number_names_the_archive(value: str) -> None:
    """Without `archiveprefix`, a number in arXiv's form is checked."""
    assert quoted("IDS221", f"@misc{{a, eprint={{{value}}}}}") == [value]


@pytest.mark.parametrize("value", ["2402.012345", "2402.01", "2402.01234v0"])
def test_malformed_number_in_journal_is_found(value: str) -> None:
    assert quoted("IDS221", f"@misc{{a, journal={{arXiv preprint arXiv:{value}}}}}") == [value]


@pytest.mark.parametrize(
    ("variables", "place"),
    [
        ('"note": "arXiv:22.11"', "22.11"),
        ('"container-title": "arXiv:2211.456"', "2211.456"),
        ('"number": "arXiv:22.11"', "22.11"),
    ],
)
def test_other_formats_are_reported(variables: str, place: str) -> None:
    """The identifier is in a text of the item."""
    text = f'[{{"id": "a", "type": "article", "title": "T", {variables}}}]'
    assert marked("IDS221", text, "csl-json") == [place]
