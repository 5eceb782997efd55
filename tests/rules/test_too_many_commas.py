"""The rule too-many-commas."""

import pytest
from tests.rules.lintcase import findings, fixed, messages, quoted


def test_suffixes_have_two_commas() -> None:
    """ "King, Jr, Martin" is a single name."""
    assert (
        messages(
            "NAM222", "@book{a, author={King, Jr., Martin Luther and de la Cruz, III, Ana Maria}}"
        )
        == []
    )


def test_full_names_with_commas_are_people() -> None:
    """Three full names do not have the form "Last, Jr, First"."""
    assert (
        "`and` between people"
        in messages("NAM222", "@book{a, author={Ann Miller, Bo Stone, Cy Field}}")[0]
    )


def test_a_comma_before_the_last_and_is_found() -> None:
    """Lists in running text have commas between all names."""
    assert messages("NAM222", "@book{a, author={Ann Miller, Bo Stone, and Cy Field}}")


def test_commas_in_braces_do_not_count() -> None:
    """A group in braces is one name."""
    assert messages("NAM222", "@book{a, author={{Dunes, Sands, Rocks, and Co.}}}") == []


def test_each_name_is_pointed_at() -> None:
    """The finding does not mark the other names, which are correct."""
    text = (
        "@book{a, author={Roe, Bo and Holm, I., Berg, O. and\n Ann Miller, Bo Stone, and Cy Field}}"
    )
    assert quoted("NAM222", text) == ["Holm, I., Berg, O.", "Ann Miller, Bo Stone,"]


def test_the_parts_of_an_extended_name_are_no_people() -> None:
    """The extended name format of BibLaTeX labels any number of parts of one name."""
    name = "family={Fontaine}, given={Jean}, prefix={de}, useprefix=false"
    assert messages("NAM222", f"@book{{a, author={{{name} and Roe, Bo}}}}") == []


def test_a_comma_at_the_end_of_a_name_is_pointed_at_and_removed() -> None:
    """The finding does not mark the name before the comma, which is correct."""
    text = "@book{a, author={Ruby, Sam, and Thomas, Dave,\n and Roe, B.}}"
    assert [f.column for f in findings("NAM222", text)] == [27, 45]
    after = "@book{a, author={Ruby, Sam and Thomas, Dave\n and Roe, B.}}"
    assert fixed("NAM222", text, unsafe=True) == after


@pytest.mark.parametrize(
    "author",
    ["Berg, Anna Roe, Bo", "Berg, Anna, Bo", "A. Berg, B. Roe, C. Doe", "Smith, J., A.", "Berg, Anna, Roe, Bo",
     "Tocqueville, Alexis, comte de"],
)  # fmt: skip
def test_a_middle_part_that_is_no_suffix_is_found(author: str) -> None:
    """BibTeX reads the part between two commas like "Jr"."""
    assert quoted("NAM222", f"@book{{a, author={{{author} and Field, Cy}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    ["King, Jr., Martin", "King, III, Martin", "Smith, J., Jr.", "Berg, Anna, PhD", "Berg, Anna, MSc, PhD",
     "Berg, Anna, University of Ulm",
     "Berg, Anna, ed.", "Berg, Anna und Roe, Bo", "Smith, J., et al.", "Roe, S.J., Cy", "Berg, 2nd, Anna",
     "Berg, Sr, Anna",
     "Silva, Filho, Ana", "Berg, Anna"],
)  # fmt: skip
def test_suffixes_and_what_other_rules_report_are_fine(author: str) -> None:
    """A suffix is in the middle; titles, affiliations, roles and `und` have their own rules."""
    assert messages("NAM222", f"@book{{a, author={{{author} and Field, Cy}}}}") == []


def test_a_single_comma_at_the_end_of_a_name_is_removed() -> None:
    """Lists of two people may have a comma before `and`, too."""
    text = "@book{a, author={Ann Miller, and Bo Stone}}"
    assert quoted("NAM222", text) == [","]
    assert fixed("NAM222", text, unsafe=True) == "@book{a, author={Ann Miller and Bo Stone}}"


@pytest.mark.parametrize(
    ("author", "explanation"),
    [
        ("Ann Miller, Bo Stone, Cy Field", "so BibTeX reads `Bo Stone` like `Jr`;"),
        ("Ann Miller, Bo Stone,", "so BibTeX reads `Bo Stone` as the given name;"),
        ("Miller, Ann,", "which BibTeX ignores with a warning;"),
        ("Miller,, Ann", "has 2 commas next to each other;"),
    ],
)
def test_the_message_says_what_bibtex_reads(author: str, explanation: str) -> None:
    """BibTeX ignores a comma at the end of a name, so the part before it is not read like "Jr"."""
    assert explanation in messages("NAM222", f"@book{{a, author={{{author} and Roe, Bo}}}}")[0]
