"""The rule name-separator."""

import pytest
from tests.rules.lintcase import fixed, messages


def test_braces_hide_separators() -> None:
    """The name of a group in braces may contain an ampersand."""
    assert messages("NAM220", r"@book{a, author={{Smith \& Sons}}}") == []


def test_ampersand_becomes_and() -> None:
    """The fix writes `and`, the separator of BibTeX."""
    assert fixed("NAM220", r"@book{a, author={Smith, J. \& Jones, R.}}", unsafe=True) == (
        "@book{a, author={Smith, J. and Jones, R.}}"
    )


def test_semicolons_become_and() -> None:
    """The fix replaces all separators of the field."""
    assert fixed("NAM220", "@book{a, author={Smith, J.; Jones, R.; Brown, A.}}", unsafe=True) == (
        "@book{a, author={Smith, J. and Jones, R. and Brown, A.}}"
    )


def test_entities_are_html() -> None:
    """`&uuml;` does not separate names."""
    assert messages("NAM220", "@book{a, author={M&uuml;ller, J.}}") == []


@pytest.mark.parametrize(
    "author",
    [r"Bill \& Melinda Gates Foundation", "Johnson & Johnson", r"Simon \& Schuster", "Marks & Spencer",
     "Barnes & Noble and Smith, John", "Department of Health and Human Services; WHO", "WHO; UNICEF",
     "World Bank & United Nations", "Simpson, Thacher & Bartlett", "Harper & Row, Publishers, Inc.",
     "Department of Health & Human Services", "Wachtell, Lipton, Rosen & Katz", "Bo, C. & WHO",
     "World Bank; United Nations", "Smith J; World Bank Group", "Oslo University; Bergen University",
     "Smith, J. (Procter & Gamble) & WHO", "Ministerio de Educación & Ciencia", "Ernst & Young LLP; Bo, C."],
)  # fmt: skip
def test_what_may_be_one_name_is_not_split(author: str) -> None:
    """A separator is replaced only if there are certainly people on both sides."""
    text = f"@book{{a, author={{{author}}}}}"
    assert len(messages("NAM220", text)) == 1
    assert fixed(("NAM220", "NAM101"), text, unsafe=True) == text


def test_braces_are_the_other_advice() -> None:
    """The name of a company keeps its ampersand in braces."""
    text = r"@book{a, author={Bo, C. and Simon \& Schuster}}"
    assert messages("NAM220", text)[0].endswith(
        r"write `and` between people, or put braces around `Simon \& Schuster` if that is one name"
    )


@pytest.mark.parametrize(
    "author",
    ["Bo, C. (Univ; Dept)", "Bo, C. [Procter & Gamble]", "Weber & Söhne GmbH", "Ernst & Young LLP and Smith, John",
     "Procter & Gamble Company", r"Brown, Ann and Smith \& Sons", "Ramón & Hijos S.A."],
)  # fmt: skip
def test_parentheses_and_companies_are_no_lists(author: str) -> None:
    """Another rule puts braces around a company."""
    assert messages("NAM220", f"@book{{a, author={{{author}}}}}") == []


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("J. Smith & K. Jones", "J. Smith and K. Jones"),
        ("Smith J & Jones AG", "Smith J and Jones AG"),
        ("John Smith; Karl Jones; et al.", "John Smith and Karl Jones and et al."),
        ("Smith, J., Jones, K., & Brown, L.", "Smith, J., Jones, K. and Brown, L."),
        ("Smith, John, Jr. & {World Bank}", "Smith, John, Jr. and {World Bank}"),
        ("WHO and Müller, Jörg & García Márquez, Ana", "WHO and Müller, Jörg and García Márquez, Ana"),
    ],
)  # fmt: skip
def test_people_are_separated(author: str, expected: str) -> None:
    """Commas, initials and common given names show people."""
    after = fixed("NAM220", f"@book{{a, author={{{author}}}}}", unsafe=True)
    assert after == f"@book{{a, author={{{expected}}}}}"
