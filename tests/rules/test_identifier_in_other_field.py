"""The rule identifier-in-other-field."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    "field",
    ["isbn={10.1000/182}", "issn={doi:10.1000/182}", "pages={10.1000/182}", "number={10.1000/182}",
     "eprint={10.1000/182}", "volume={10.1000/182}", "isbn={https://dunes.net/a}"],
)  # fmt: skip
def test_dois_and_addresses_are_found(field: str) -> None:
    """A DOI in a field for numbers is reported, and an address in `isbn`."""
    _, value = field.split("=")
    assert quoted("IDS234", f"@article{{a, {field}}}") == [value[1:-1]]


@pytest.mark.parametrize(
    "field",
    ["isbn={978-3-598-21508-7}", "pages={10--18}", "number={10/11}", "volume={10.2}", "eprint={hep-th/9901001}",
     "eprint={https://dunes.net/a.pdf}", "eprint={ https://doi.org/10.1000/182 }",
     "eprint={10.1000/182}, eprinttype={doi}", "number={CMU-CS-10.1/2}"],
)  # fmt: skip
def test_numbers_and_links_to_files_pass(field: str) -> None:
    """Publishers' exports have the address of the file in `eprint`."""
    assert messages("IDS234", f"@article{{a, {field}}}") == []


def test_a_second_doi_is_not_made() -> None:
    """Nothing is renamed if the entry has a DOI."""
    text = "@article{a, isbn={10.1000/182}, doi={10.1000/183}}"
    assert messages("IDS234", text)
    assert fixed("IDS234", text, unsafe=True) == text
