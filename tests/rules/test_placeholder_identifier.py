"""The rule placeholder-identifier."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_test_registrant_of_crossref_is_real() -> None:
    """ACM proceedings use the DOI prefix 10.5555."""
    assert messages("IDS220", "@inproceedings{a, doi={10.5555/3200000.3200017}}") == []


def test_letters_for_digits_are_found() -> None:
    """arXiv:2407.XXXXX is a placeholder."""
    assert quoted("IDS220", "@article{a, journal={arXiv:2407.XXXXX}}") == ["2407.XXXXX"]


def test_example_hosts_are_found() -> None:
    """RFC 2606 reserves example.com for examples."""
    assert quoted(
        "IDS220", "@misc{a, url={https://www.example.com/a}} @misc{b, url={https://examples.com/a}}"
    ) == ["https://www.example.com"]


def test_serials_of_zeros_are_found() -> None:
    """The ISSN 0000-0000 is not assigned."""
    assert quoted("IDS220", "@article{a, issn={0000-0000}}") == ["0000-0000"]


def test_long_numbers_are_fine() -> None:
    """Consecutive digits within a longer number are not reported."""
    assert messages("IDS220", "@article{a, doi={10.1080/01621459.2017.1285773}}") == []


@pytest.mark.parametrize(
    ("doi", "count"),
    [("10.1000/xyz123", 1), ("10.1000/abc", 1), ("10.1038/xyz", 1), ("10.1000/182", 0),
     ("10.1016/j.abc.2010.01.002", 0)],
)  # fmt: skip
def test_suffixes_of_examples_are_found(doi: str, count: int) -> None:
    """The whole suffix is the first or the last letters of the alphabet, perhaps with a number."""
    assert len(messages("IDS220", f"@misc{{a, doi={{{doi}}}}}")) == count


def test_a_placeholder_is_reported_where_it_is_first() -> None:
    """The address of the DOI repeats it."""
    doi = "10.1145/nnnnnnn.nnnnnnn"
    entry = f"@misc{{a, title={{T}}, doi={{{doi}}}, url={{https://doi.org/{doi}}}}}"
    assert messages("IDS220", entry) == [f"`{doi}` in `doi` looks like a placeholder; verify it"]
