"""Identifiers are recognized and normalized, and their check digits are computed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.model.identifiers import (
    DOI,
    ArXiv,
    find_doi,
    parse_arxiv,
    parse_doi,
    parse_handle,
    parse_isbn,
    parse_ismn,
    parse_issn,
    parse_orcid,
    parse_pmcid,
    parse_pmid,
    parse_url,
)


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/182",
        "doi:10.1000/182",
        "DOI: 10.1000/182",
        "https://doi.org/10.1000/182",
        "http://dx.doi.org/10.1000/182",
        "doi.org/10.1000/182",
        "info:doi/10.1000/182",
        " 10.1000/182 ",
        "https://doi.org/10.1000%2F182",
    ],
)
def test_a_doi_is_read_in_every_form(text: str) -> None:
    """Bare, labelled, or as a resolver's address."""
    assert parse_doi(text) == DOI("10.1000/182")


@pytest.mark.parametrize(
    "text", ["", "10.1000", "11.1000/x", "https://example.org/x", "10.1000/a b"]
)
def test_malformed_dois_are_rejected(text: str) -> None:
    """No prefix, no suffix, or a space inside."""
    assert parse_doi(text) is None


def test_dois_are_compared_without_case() -> None:
    """DOI Handbook, 2.4; the case that was written stays."""
    doi = parse_doi("10.1000/ABC")
    assert doi is not None
    assert (doi.text, doi.key(), doi.prefix, doi.suffix) == (
        "10.1000/ABC",
        "10.1000/abc",
        "10.1000",
        "ABC",
    )


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("see (doi:10.1000/182).", "10.1000/182"),
        ("https://onlinelibrary.wiley.com/doi/10.1111/abc.123/full", "10.1111/abc.123"),
        ("https://journals.org/doi/abs/10.1111/abc.123?journalCode=x", "10.1111/abc.123"),
        (
            "10.1002/(SICI)1(1998)49:8<6::AID>3.0.CO;2-O",
            "10.1002/(SICI)1(1998)49:8<6::AID>3.0.CO;2-O",
        ),
    ],
)
def test_a_doi_is_found_inside_a_text(text: str, doi: str) -> None:
    """Without the punctuation and the address around it."""
    assert find_doi(text) == DOI(doi)


@pytest.mark.parametrize(
    ("text", "digits", "valid"),
    [
        ("978-3-598-21508-7", "9783598215087", True),
        ("ISBN 978-3-598-21508-8", "9783598215088", False),
        ("0-306-40615-2", "0306406152", True),
        ("080442957x", "080442957X", True),
        ("0804429570", "0804429570", False),
        ("977-3-598-21508-3", "9773598215083", False),
    ],
)
def test_isbns_have_a_check_digit(text: str, digits: str, valid: bool) -> None:
    """Modulo 11 for 10 digits, modulo 10 for 13 digits after 978 or 979."""
    isbn = parse_isbn(text)
    assert isbn is not None
    assert (isbn.digits, isbn.valid) == (digits, valid)


def test_an_isbn_of_ten_digits_is_converted_to_thirteen() -> None:
    """978 is added before it and a new check digit after it."""
    isbn = parse_isbn("0-306-40615-2")
    assert isbn is not None
    assert isbn.isbn13() == "9780306406157"


@pytest.mark.parametrize("text", ["", "12345", "978-3-16", "97835982150870", "X978359821508"])
def test_malformed_isbns_are_rejected(text: str) -> None:
    """Too short, too long, an X in the wrong place."""
    assert parse_isbn(text) is None


@pytest.mark.parametrize(
    ("text", "issn", "expected"),
    [
        ("0378-5955", "0378-5955", "5"),
        ("ISSN 03785955", "0378-5955", "5"),
        ("2434-561x", "2434-561X", "X"),
        ("0378-5954", "0378-5954", "5"),
    ],
)
def test_issns_have_a_check_digit(text: str, issn: str, expected: str) -> None:
    """Modulo 11; the right digit is reported."""
    found = parse_issn(text)
    assert found is not None
    assert (found.text, found.expected, found.valid) == (issn, expected, issn[-1] == expected)


def test_ismns_are_thirteen_digits() -> None:
    """The old M means 979-0."""
    old, new = parse_ismn("M-2600-0043-8"), parse_ismn("979-0-2600-0043-8")
    assert old == new
    assert old is not None
    assert old.valid


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("arXiv:1501.00001v2", ArXiv("1501.00001", 2015, 1, 2)),
        ("0704.0001", ArXiv("0704.0001", 2007, 4)),
        ("1501.00001 [hep-th]", ArXiv("1501.00001", 2015, 1, archive="hep-th")),
        (
            "https://arxiv.org/abs/hep-th/9901001",
            ArXiv("hep-th/9901001", 1999, 1, archive="hep-th"),
        ),
        ("https://arxiv.org/pdf/1501.00001v1.pdf", ArXiv("1501.00001", 2015, 1, 1)),
        ("math.GT/0309136", ArXiv("math/0309136", 2003, 9, archive="math.GT")),
        ("10.48550/arXiv.2104.00001", ArXiv("2104.00001", 2021, 4)),
    ],
)
def test_both_arxiv_schemes_are_read(text: str, found: ArXiv) -> None:
    """The number contains the year and the month."""
    assert parse_arxiv(text) == found


@pytest.mark.parametrize("text", ["1513.00001", "0703.0001", "hep-th/0704001"])
def test_an_arxiv_number_from_the_wrong_time_is_not_valid(text: str) -> None:
    """There is no month 13, and the new scheme began in April 2007."""
    found = parse_arxiv(text)
    assert found is not None
    assert not found.valid


@pytest.mark.parametrize(
    ("text", "orcid", "valid"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097", True),
        ("https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X", True),
        ("0000000218250098", "0000-0002-1825-0098", False),
    ],
)
def test_orcids_have_a_check_digit(text: str, orcid: str, valid: bool) -> None:
    """ISO 7064, modulo 11-2."""
    found = parse_orcid(text)
    assert found is not None
    assert (found.text, found.valid) == (orcid, valid)


def test_pubmed_identifiers_are_digits() -> None:
    """With or without label and address; PMC keeps its letters."""
    assert [
        parse_pmid("PMID: 12345"),
        parse_pmid("https://pubmed.ncbi.nlm.nih.gov/12345/"),
        parse_pmid("x"),
    ] == [
        "12345",
        "12345",
        None,
    ]
    assert [parse_pmcid("PMC3531190"), parse_pmcid("3531190"), parse_pmcid("x")] == [
        "PMC3531190",
        "PMC3531190",
        None,
    ]


def test_an_address_has_a_scheme_and_a_host() -> None:
    """Both in lower case; the path keeps its own."""
    url = parse_url("HTTPS://Example.ORG:80/Path?q=A")
    assert url is not None
    assert (url.text, url.scheme, url.host) == (
        "https://example.org:80/Path?q=A",
        "https",
        "example.org",
    )
    assert parse_url("example.org/x") is None


def test_a_handle_is_read_after_its_resolver() -> None:
    """As DOIs are, which are handles too."""
    assert (
        parse_handle("https://hdl.handle.net/2027/abc")
        == parse_handle("hdl:2027/abc")
        == "2027/abc"
    )


@given(st.text("0123456789", min_size=9, max_size=9))
def test_the_expected_check_digit_is_valid(body: str) -> None:
    """Of an ISBN, and of the ISSN of its first seven."""
    isbn = parse_isbn(f"{body}0")
    assert isbn is not None
    repaired = parse_isbn(body + isbn.expected)
    assert repaired is not None
    assert repaired.valid


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Nothing raises."""
    for parse in (parse_doi, find_doi, parse_isbn, parse_issn, parse_ismn, parse_arxiv, parse_pmid,
                  parse_pmcid, parse_orcid, parse_url, parse_handle):  # fmt: skip
        parse(text)


@pytest.mark.parametrize(
    "piece", ["10.1000/", "(", ")", "doi:", "1", "-", " ", "http://", "a.", "%2"]
)
def test_long_runs_take_linear_time(piece: str) -> None:
    """Four times as much input takes about four times as long."""
    parsers = (parse_doi, find_doi, parse_isbn, parse_arxiv, parse_url, parse_handle)
    slow = [parse.__name__ for parse in parsers if not is_linear(parse, lambda size: piece * size)]
    assert slow == []


def test_closing_brackets_after_a_doi_are_removed_in_linear_time() -> None:
    """However many there are."""
    assert find_doi("10.1000/x" + ")" * 100_000) == DOI("10.1000/x")
    assert is_linear(find_doi, lambda size: "10.1000/x" + ")" * size)
