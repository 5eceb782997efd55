"""Malformed DOIs."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted


@pytest.mark.parametrize(
    "value",
    [
        "10.15/a b",
        "10.1000",
        "doi.org/abc",
        "Smith2020",
        "10.1000/ 182",
        "978-3-598-21508-7",
        "see publisher",
    ],
)
def test_what_is_no_doi_is_found(value: str) -> None:
    """A short registrant, a missing slash, spaces and words are reported."""
    assert quoted("IDS101", f"@misc{{a, doi={{{value}}}}}") == [value]


@pytest.mark.parametrize(
    "value",
    [
        "10.1000/182", "10.1016/S0140-6736(97)11096-0", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        "https://doi.org/10.1000/182", "doi:10.1000/182", "{10.1000/182}", r"10.1007/978-3-540-74484-9\_51",
        r"\url{10.1000/182}", "10.1000.10/123", "10.48550/arXiv.2101.00001",
    ],
)  # fmt: skip
def test_dois_as_people_write_them_pass(value: str) -> None:
    """URLs, labels, braces, TeX escapes and all characters of a suffix are allowed."""
    assert quoted("IDS101", f"@misc{{a, doi={{{value}}}}}") == []


def test_several_dois_are_the_reason() -> None:
    text = "@misc{a, doi={https://doi.org/10.1000/abc, https://doi.org/10.1000/def}}"
    assert "it contains several DOIs; check the DOI" in messages("IDS101", text)[0]


@pytest.mark.parametrize(
    ("value", "marked", "right"),
    [
        ("10.1000/abc.2019.17.", ".", "10.1000/abc.2019.17"),
        ("10.1000/abc;", ";", "10.1000/abc"),
        ("{10.1000/abc}.", ".", "{10.1000/abc}"),
        ("https://doi.org/10.1000/abc.", ".", "https://doi.org/10.1000/abc"),
        ("10.1000/10.1000/abc", "10.1000/", "10.1000/abc"),
        ("10.1000/doi:10.1000/abc", "10.1000/doi:", "10.1000/abc"),
        ("10.1000/abc.17/full", "/full", "10.1000/abc.17"),
        ("10.1000/abc.17?via=x", "?via=x", "10.1000/abc.17"),
        ("10.1000/abc17)", ")", None),
        ("10.1000/a(1)b%3C2%3E3", "%3C", None),
        ("10.1000/j.abc.2O19.12", "2O19", None),
        ("10.1000/s0140-6736(97)11l96-0", "11l96", None),
    ],
)
def test_what_does_not_belong_to_a_doi_is_found(value: str, marked: str, right: str | None) -> None:
    """Punctuation, parts of the address, a repeated registrant and wrong characters are reported."""
    text = f"@misc{{a, doi={{{value}}}}}"
    found = quoted("IDS101", text)
    fixed_text = fixed("IDS101", text, unsafe=True)
    if right is None:
        assert (len(found), fixed_text) == (1, text)
    else:
        assert (found, fixed_text) == ([marked], f"@misc{{a, doi={{{right}}}}}")


@pytest.mark.parametrize(
    "value", ["10/dhq253", "10/DHQ253", "https://doi.org/10/dhq253", "10.31234/osf.io/2o5hb",
              "10.1002/1097(199806)49:8<693::AID-ASI4>3.0.CO;2-O", "10.1016/0021-9991(84)90143-8"]
)  # fmt: skip
def test_unusual_dois_pass(value: str) -> None:
    """Short DOIs, and letters between digits that belong to the DOI, are valid."""
    assert messages("IDS101", f"@misc{{a, doi={{{value}}}}}") == []


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("arXiv:2402.01234", "arXiv identifier"),
        ("978-3-598-21508-7", "ISBN"),
        ("0028-0836", "ISSN"),
        ("2027/uc1.b123", "starts with `10.`"),
        ("https://www.nature.com/articles/nature12373", "starts with `10.`"),
        ("10,1000/182", "does not start with"),
        ("1O.1000/182", "the letter `O` instead of the digit 0"),
        ("10.l000/182.abc", "the letter `l` instead of the digit 1"),
        (r"10.1000\182", "a backslash"),
        ("10.1000%2F182", "percent-encoded"),
        ("10.1000/ab cd", "a space"),
        ("10.1000/ab\n    cd", "a space"),
    ],
)
def test_the_reason_names_what_is_there(value: str, reason: str) -> None:
    assert reason in messages("IDS101", f"@misc{{a, doi={{{value}}}}}")[0]


@pytest.mark.parametrize(
    ("doi", "mark"),
    [
        ("10.1007/s10236-010-0356-", "-"), ("10.1007/978-3-642-1_", "_"), ("10.1063/1.47–", "–"),
        ("10.1016/0025-3227(94", "("), ("10.1016/S0025-3227(", "("), ("10.1016/j.dune)2013.02", ")"),
        ("10.1016/j.dune,2013.02.003", ","), ("10.1109/TSP,2013.22", ","), ("10.1016/j.dune..2013.02", ".."),
        ("10.1016//j.dune.2013.02", "/"), ("https://doi.org/10.1016/j.dune,2013.02", ","),
    ],
)  # fmt: skip
def test_damage_at_the_end_or_inside_is_found(doi: str, mark: str) -> None:
    """The rest is on another line, a bracket is lost, or a mark was mistyped."""
    assert quoted("IDS101", f"@misc{{a, doi={{{doi}}}}}") == [mark]


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(SICI)1097-4571(199601)47:1<1::AID-ASI1>3.0.CO;2-", "10.1016/S0025-3227(94)00001-X",
        "10.2307/1,234", "10.1162/evco.1998.6.2.1", "10.1000/a..b", "10.1000/a//b", "10.1007/978-3-642-1_2",
        "10.1175/1520-0485(1995)025<1885:TSWCFT>2.0.CO;2", "10.1002/(sici)1,2",
    ],
)  # fmt: skip
def test_unusual_dois_are_fine(doi: str) -> None:
    """SICIs end in a hyphen and contain brackets, and some registrants use commas and repeated marks."""
    assert messages("IDS101", f"@misc{{a, doi={{{doi}}}}}") == []
