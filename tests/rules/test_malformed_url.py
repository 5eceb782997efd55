"""The rule malformed-url."""

import pytest
from tests.rules.lintcase import messages, quoted


def test_wrapped_urls_are_read() -> None:
    """A URL in a command is checked without the command."""
    assert messages("IDS227", r"@misc{a, url={\url{https://dunes.example.net/a}}}") == []


def test_missing_scheme_is_named() -> None:
    """For a bare host, the message suggests https://."""
    assert "scheme is missing" in messages("IDS227", "@misc{a, url={www.dunes.net/a}}")[0]


@pytest.mark.parametrize("mark", ['"', "<", "(", "-> ", "Available at: "])
def test_text_before_the_address_is_named(mark: str) -> None:
    """The message does not claim that the scheme is missing if it is behind a mark or words."""
    text = f"@misc{{a, url={{{mark}https://dunes.net/a}}}}"
    assert messages("IDS227", text)[0].endswith(
        f"there is `{mark.strip()}` before the address; remove it"
    )


def test_an_address_before_the_scheme_is_not_removed() -> None:
    """Text that can be an address of its own is not called superfluous."""
    text = "@misc{a, url={www.dunes.net/a or https://dunes.net/a}}"
    assert messages("IDS227", text)[0].endswith(
        "it does not start with the scheme; correct the address"
    )


def test_misspelt_schemes_get_the_right_one() -> None:
    """The message suggests the nearest known scheme."""
    assert "did you mean `http://`?" in messages("IDS227", "@misc{a, url={htp://dunes.net/a}}")[0]


def test_other_schemes_are_fine() -> None:
    """Other URL schemes are not reported."""
    assert (
        messages(
            "IDS227", "@misc{a, url={ftp://dunes.net/a}} @misc{b, url={git+https://dunes.net/b}}"
        )
        == []
    )


def test_doubled_scheme_is_found() -> None:
    """A scheme that was pasted twice is found."""
    assert quoted("IDS227", "@misc{a, url={http://https://dunes.net/a}}") == ["http://https://"]


def test_two_addresses_are_left_alone() -> None:
    """Exporters put several addresses into one field."""
    assert messages("IDS227", "@misc{a, url={https://dunes.net/a https://dunes.net/b}}") == []


@pytest.mark.parametrize(
    "fields",
    [
        "url={http//dunes.net/a}",
        "url={https:/dunes.net/a}",
        "url={https//:dunes.net/a}",
        "url={https://https://dunes.net/a}",
        "url={http://http//dunes.net/a}",
        "url={<https://dunes.net/a}",
        "url={https://dunes.net/a b}",
        "url={https ://dunes.net/a}",
        "url={https://dunes .net/a}",
        "url={https:dunes.net}",
        "url={hhtps://dunes.net/a}",
        "url={https:///dunes.net/a}",
        "url={https://dunes,net/a}",
        "url={https://}",
        r"howpublished={\url{http//dunes.net/a}}",
        r"note={Available at \url{htp://dunes.net/a}}",
    ],
)
def test_malformed_addresses_are_found(fields: str) -> None:
    """Missing and additional characters in the scheme and host, and spaces, are reported."""
    assert len(messages("IDS227", f"@misc{{a, {fields}}}")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        "url={{https://dunes.net/a}}",
        "url={https://web.archive.org/web/2020/https://dunes.net/a}",
        "url={https://dunes.net:8080/~a?b=c&d=e#f}",
        r"url={https://dunes.net/a\_b}",
        "url={http://[2001:db8::1]/a}",
        "url={http://localhost:8000/a}",
        r"howpublished={\url{https://dunes.net/a}}",
        "note={see http//}",
        "eprint={2101.00001}, archiveprefix={arXiv}",
        "url={https://dünen.net/ä}",
    ],
)
def test_other_addresses_pass(fields: str) -> None:
    """Braces, archives, ports, escapes and letters of other languages are valid."""
    assert messages("IDS227", f"@misc{{a, {fields}}}") == []


@pytest.mark.parametrize(
    "url", ["https://doi.org/", "https://doi.org", "http://dx.doi.org/", "https://buoys.net/dri..."]
)
def test_incomplete_addresses_are_found(url: str) -> None:
    """The DOI is missing, or a program cut off the address."""
    assert len(messages("IDS227", f"@misc{{a, url={{{url}}}}}")) == 1


@pytest.mark.parametrize(
    "url", ["https://buoys.net/drift.", "https://buoys.net/drift,", "https://buoys.net/;"]
)
def test_punctuation_after_an_address_is_found(url: str) -> None:
    """It belongs to the sentence from which the address was copied."""
    assert [
        "it ends in" in message for message in messages("IDS227", f"@misc{{a, url={{{url}}}}}")
    ] == [True]


@pytest.mark.parametrize(
    "url", ["https://en.wikipedia.org/wiki/Apple_Inc.", "https://buoys.net/?q=a.b"]
)
def test_abbreviations_at_the_end_of_an_address_pass(url: str) -> None:
    """Pages can be named after companies."""
    assert messages("IDS227", f"@misc{{a, url={{{url}}}}}") == []


@pytest.mark.parametrize("doi", ["10.1016/j.deep.2015.03.004.", "10.1016/j.deep.2015.03 .004"])
def test_the_malformed_doi_is_reported_once(doi: str) -> None:
    """An address with the faults of the entry's DOI is left to the rule about DOIs."""
    entry = f"@misc{{a, title={{T}}, doi={{{doi}}}, url={{https://doi.org/{doi}}}}}"
    assert messages("IDS227", entry) == []
    assert len(messages("IDS101", entry)) == 1
    assert (
        len(messages("IDS227", entry.replace("url={https://doi.org/", "url={https://x.org/"))) == 1
    )
