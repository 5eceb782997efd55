"""The rule words-as-name."""

import pytest
from tests.rules.lintcase import findings, messages, quoted


@pytest.mark.parametrize(
    "author",
    [
        "Harbour Tides in the North", "Friends of the Earth", "This was written by them", "Freunde sind im Garten",
        "Médecins sans Frontières pour Tous", "Straight Talk from Lima", "Anna Berg on behalf of the Tides Group",
    ],
)  # fmt: skip
def test_words_of_sentences_are_found(author: str) -> None:
    """Titles, sentences and organizations in running words are reported."""
    assert quoted("NAM242", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == [author]


@pytest.mark.parametrize(
    "author",
    [
        "William of Ockham", "Thomas of Aquino", "{Friends of the Earth}", "van der Berg, Anna", "Maria de la Cruz",
        "Edward the Elder", "University of Ulm", "Berg, Anna", "Simon in 't Veld", "P. J. in 't Veld",
        "G. Berg et al.", "Team of 12",
    ],
)  # fmt: skip
def test_names_with_particles_are_fine(author: str) -> None:
    """Particles, names of monks and kings, braces and other rules' names are not reported."""
    assert messages("NAM242", f"@misc{{a, author={{Roe, Cy and {author}}}}}") == []


def test_the_title_as_author_is_found() -> None:
    """The same text as the title is reported, whatever its words are."""
    assert quoted("NAM242", "@misc{a, author={Harbour Tides}, title={Harbour Tides}}") == [
        "Harbour Tides"
    ]


def test_the_journal_as_author_is_found() -> None:
    """The name of the venue or the publisher is no person's."""
    assert quoted("NAM242", "@article{a, author={Marine Policy}, journal={Marine Policy}}") == [
        "Marine Policy"
    ]


def test_a_role_before_a_name_is_left_to_its_rule() -> None:
    """One problem has one finding."""
    entry = "@misc{a, author={by Harold Finch and Rose Carter}}"
    assert {finding.code for finding in findings(("NAM231", "NAM242"), entry)} == {"NAM231"}
