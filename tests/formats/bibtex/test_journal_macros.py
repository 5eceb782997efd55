"""Macros for journals, which ADS writes and AASTeX defines."""

import pytest

from refkit.data.journal_macros import JOURNAL_MACROS
from refkit.formats.bibtex import read
from refkit.formats.bibtex.tidy import tidy
from refkit.formats.bibtex.tidy_options import TidyOptions
from refkit.model.source import Source


def journal(written: str, also: str = "") -> tuple[str, str]:
    """Return the name and the abbreviation of the journal of an article."""
    item = read(Source(f"@article{{a, journal={written}{also}}}"))[0]
    return item.container_title, item.text.get("container-title-short", "")


@pytest.mark.parametrize(
    ("written", "name", "abbreviation"),
    [
        (r"{\aap}", "Astronomy and Astrophysics", "A&A"),
        (r"{\mnras}", "Monthly Notices of the Royal Astronomical Society", "MNRAS"),
        (r"{\apjl}", "The Astrophysical Journal Letters", "ApJL"),
        (r"{{\prd}}", "Physical Review D", "Phys. Rev. D"),
        (r'"\nat{}"', "Nature", "Nature"),
        (r"{ \icarus }", "Icarus", "Icarus"),
    ],
)
def test_macro_is_read_as_its_journal(written: str, name: str, abbreviation: str) -> None:
    """Braces and spaces around the macro do not matter."""
    assert journal(written) == (name, abbreviation)


def test_macro_in_a_string_is_read() -> None:
    """Files define shorter names for the macros."""
    item = read(Source(r"@string{apj = {\apj}} @article{a, journal=apj}"))[0]
    assert item.container_title == "The Astrophysical Journal"


def test_abbreviation_of_the_entry_takes_precedence() -> None:
    """A stated short title is not replaced."""
    assert journal(r"{\apj}", ", shortjournal={Ap. J.}")[1] == "Ap. J."


def test_series_of_proceedings_is_read() -> None:
    """ADS writes the series of SPIE's proceedings as a macro."""
    item = read(Source(r"@inproceedings{a, booktitle={Optics}, series={\procspie}}"))[0]
    assert item.text["collection-title"] == "Proceedings of SPIE"


@pytest.mark.parametrize("written", [r"{\emph{Nature}}", r"{\foo}", r"{\apj and others}", r"{\AA}"])
def test_other_commands_are_not_journals(written: str) -> None:
    """Only a value that consists of a known macro stands for a journal."""
    assert not any(journal(written)[0] == known.name for known in JOURNAL_MACROS.values())
    assert journal(written)[1] == ""


def test_unknown_macro_is_reported() -> None:
    """An unknown macro stays as it is, and is a fault."""
    assert "unknown TeX command" in read(Source(r"@article{a, journal={\foo}}")).faults[0].message


def test_tidied_file_keeps_its_macros() -> None:
    """Only the layout of a file changes, not its journals."""
    text = r"@article{a, journal={\apj}}"
    assert r"journal = {\apj}" in tidy(Source(text), TidyOptions(encode="unicode")).text


def test_table_has_no_empty_name_and_no_tex() -> None:
    """Every row has a name and an abbreviation, as printed by styles: no TeX."""
    texts = [text for row in JOURNAL_MACROS.values() for text in row]
    assert all(texts)
    assert not any("\\" in text or "~" in text for text in texts)


@pytest.mark.parametrize(
    ("macro", "name"),
    [("cacm", "Communications of the ACM"), ("TCS", "Theoretical Computer Science")],
)
def test_strings_of_the_standard_styles_are_defined(macro: str, name: str) -> None:
    """plain.bst and its relatives define twenty journals, so that they are not undefined."""
    library = read(Source(f"@article{{a, journal={macro}}}"))
    assert (library[0].container_title, library.faults) == (name, [])


def test_own_string_takes_precedence() -> None:
    """A file can define the name again."""
    item = read(Source("@string{cacm = {CACM}} @article{a, journal=cacm}"))[0]
    assert item.container_title == "CACM"


@pytest.mark.parametrize(
    ("value", "title", "status"),
    [
        (r"\aap, in press", "Astronomy and Astrophysics", "in press"),
        (r"{\apj} submitted", "The Astrophysical Journal", "submitted"),
        (r"\mnras{} (accepted)", "Monthly Notices of the Royal Astronomical Society", "accepted"),
        (r"\aap, this issue", "Astronomy and Astrophysics this issue", ""),
        (r"\apj Letters", "The Astrophysical Journal Letters", ""),
    ],
)
def test_a_macro_with_words_is_a_journal(value: str, title: str, status: str) -> None:
    """A state of publication is no part of its name."""
    found = read(Source(f"@article{{a, journal={{{value}}}}}"))[0]
    assert (found.container_title, found.text.get("status", "")) == (title, status)
