"""The rule orcid-check-digit."""

import pytest
from tests.rules.lintcase import messages


def test_x_is_a_check_digit() -> None:
    """The last character may be X."""
    assert messages("IDS223", "@article{a, orcid={0000-0002-1694-233X}}") == []


def test_the_right_digit_is_named() -> None:
    """The message gives the expected check digit."""
    assert (
        "must be `7`"
        in messages("IDS223", "@article{a, orcid={https://orcid.org/0000-0001-5000-0001}}")[0]
    )


@pytest.mark.parametrize(
    "fields",
    [
        "author={Carb, Ian (0000-0001-5000-0008)}",
        "author={Carb, Ian and Reef, Ann}, author+an={1=orcid:0000-0001-5000-0008}",
        "author={Carb, Ian}, note={ORCID: 0000-0001-5000-0008}",
        "orcid-numbers={Carb, Ian/0000-0001-5000-0008}",
        "url={https://orcid.org/0000-0001-5000-0008}",
        "orcid={0000-0001-5000-007}",
        "orcid={https://orcid.org/0000-0001-5000-00007}",
    ],
)
def test_wrong_ids_are_found_everywhere(fields: str) -> None:
    """Names, annotations, notes and addresses contain iDs; a wrong length is found, too."""
    assert len(messages("IDS223", f"@article{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "author={Carb, Ian (0000-0001-5000-0007)}",
        "orcid={0000-0001-5000-0007 and 0000-0002-1694-233X}",
        "orcid-numbers={Carb, Ian/0000-0001-5000-0007 Reef, Ann/0000-0002-1694-233X}",
        "note={Report 0000-0001-5000-0008-1}",
    ],
)
def test_right_ids_and_other_numbers_pass(fields: str) -> None:
    assert messages("IDS223", f"@article{{a, {fields}}}") == []
