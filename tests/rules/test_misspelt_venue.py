"""The rule misspelt-venue."""

import pytest
from tests.rules.lintcase import fixed, messages, quoted

from refkit.data.words.venues import LIKE_VENUE_WORDS, VENUE_WORDS


@pytest.mark.parametrize(
    ("venue", "word"),
    [
        ("Joural of Hydrology", "Joural"), ("Jounral of Hydrology", "Jounral"), ("Internatonal Sand", "Internatonal"),
        ("Procedings of Dunes", "Procedings"), ("JOURAL OF HYDROLOGY", "JOURAL"), ("{Joural} of Sand", "Joural"),
        ("Geophyscial Letters", "Geophyscial"), ("Zeitschift für Dünen", "Zeitschift"), ("Dune Resaerch", "Resaerch"),
    ],
)  # fmt: skip
def test_typos_of_frequent_words_are_found(venue: str, word: str) -> None:
    """One letter is missing, wrong or too many, or two are in the wrong order."""
    for field in ("journal", "series"):
        assert quoted("FLD233", f"@article{{a, title={{T}}, {field}={{{venue}}}}}") == [word]


@pytest.mark.parametrize(
    ("kind", "field"), [("phdthesis", "school"), ("techreport", "institution"), ("inproceedings", "booktitle")]
)  # fmt: skip
def test_institutions_and_proceedings_are_checked(kind: str, field: str) -> None:
    """Their names consist of the same words."""
    assert quoted("FLD233", f"@{kind}{{a, title={{T}}, {field}={{Univeristy of Dunes}}}}") == [
        "Univeristy"
    ]


@pytest.mark.parametrize(
    "venue",
    [
        "Jurnal Hidrologi", "Universitas Pasir", "Universitat de Dunes", "Université de la Dune", "Instituto de Arenas",
        "Revista Internacional", "Physica D", "Statistica Neerlandica", "Informatica", "Kolloquium Dünen", "Sprenger",
        "International Journal of Oology", "Zoological Letters", "Nursery Dunes", "Médecine et Sciences", "Analyst",
        "Interaktive Systeme", "Univerzita Duny", "Elzevier", "Javanese Sands", "arXiv.univeristy.org", "Journl-Dune",
    ],
)  # fmt: skip
def test_words_of_other_languages_are_fine(venue: str) -> None:
    """So are rarer English words, and parts of addresses and compounds."""
    assert messages("FLD233", f"@article{{a, title={{T}}, journal={{{venue}}}}}") == []


def test_titles_are_not_checked() -> None:
    """A title may quote a typo, and has too many words."""
    assert messages("FLD233", "@article{a, title={The Joural of a Procesing Univeristy}}") == []


def test_the_fix_keeps_the_case() -> None:
    """The word is replaced as it is written."""
    entry = "@article{a, title={T}, journal={JOURAL of Procesing}}"
    assert fixed("FLD233", entry, unsafe=True) == entry.replace("JOURAL", "JOURNAL").replace(
        "Procesing", "Processing"
    )


def test_no_word_is_in_both_lists() -> None:
    """A frequent word is not like one."""
    assert VENUE_WORDS.isdisjoint(LIKE_VENUE_WORDS)


def test_names_of_companies_are_fine() -> None:
    """Companies call themselves after misspelled words."""
    entry = "@misc{a, title={T}, publisher={Automattic Inc.}}"
    assert messages("FLD233", entry) == []
    assert messages("FLD233", entry.replace("Automattic", "Univeristy"))
