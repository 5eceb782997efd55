"""The changes of titles and journals by `refkit tidy`."""

from __future__ import annotations

from pathlib import Path

import pytest

import refkit
from refkit.errors import RefkitError, UnknownChoice
from refkit.formats.bibtex.tidy import TidyOptions, tidy
from refkit.model.source import Source
from refkit.tidying import with_rewrites


def value(text: str, **options: object) -> str:
    """Return the value of the only field in an @article (with `@` another entry) after tidying."""
    entry = text if text.startswith("@") else f"@article{{a, {text}}}"
    layout = with_rewrites(TidyOptions(**options))  # type: ignore[arg-type]  # test shorthand
    return tidy(Source(entry), layout).text.split(" = ", 1)[1].rpartition(",\n")[0]


@pytest.mark.parametrize(
    ("field", "result"),
    [
        ("title = {The Wall of China}", "{The wall of china}"),
        ("subtitle = {The Wall of {China}}", "{The wall of {China}}"),
        ('title = "The Wall" # " of China"', '"The Wall" # " of China"'),
        ("series = {The Wall of China}", "{The Wall of China}"),
        ("booktitle = {The Wall of China}", "{The Wall of China}"),
        ("@jurisdiction{a, title = {Roe v. Wade and Others}}", "{Roe v. Wade and Others}"),
        ("@incollection{a, booktitle = {The Wall of China}}", "{The wall of china}"),
        (
            "@inproceedings{a, booktitle = {Proceedings of the Conference on Water}}",
            "{Proceedings of the Conference on Water}",
        ),
    ],
)
def test_sentence_case(field: str, result: str) -> None:
    """Only titles of works that are in title case change; names of cases and conferences do not."""
    assert value(field, titles="sentence-case") == result


def test_title_case_protects_capitals() -> None:
    """Styles that use sentence case keep the names."""
    assert value("title = {A wall in China}", titles="title-case") == "{A Wall in {China}}"


@pytest.mark.parametrize("language", ["german", "ngerman", "fr"])
@pytest.mark.parametrize("titles", ["sentence-case", "title-case"])
def test_titles_in_other_languages_keep_their_case(language: str, titles: str) -> None:
    """The entry's language counts."""
    entry = f"@book{{a, langid = {{{language}}}, title = {{Der Wall Und Die Mauer}}}}"
    assert "{Der Wall Und Die Mauer}" in value(entry, titles=titles)


@pytest.fixture
def journals(tmp_path: Path) -> str:
    path = tmp_path / "journals.csv"
    path.write_text(
        "Coastal & Marine Research;Coast. & Mar. Res.\nActa A;A\nActa Alia;A\nÉtudes du Rhône;Étud. Rhône\n",
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (r"{Coastal \& Marine Research}", r"{Coast. \& Mar. Res.}"),
        ("{Études du Rhône}", "{Étud. Rhône}"),
        ("{The Astronomical Journal}", "{AJ}"),
    ],
)
def test_journals_are_abbreviated_and_expanded(journals: str, full: str, short: str) -> None:
    """By lists and by the journals of ADS; characters stay TeX or Unicode."""
    for name in ("journal", "journaltitle"):
        for before, way, after in (
            (full, "abbreviate", short), (short, "expand", full), (full, "expand", full),
            (short, "abbreviate", short),
        ):  # fmt: skip
            options = {"journals": way, "journal_lists": (journals,)}
            assert value(f"{name} = {before}", **options) == after


def test_unknown_and_ambiguous_journals_are_unchanged(journals: str) -> None:
    """Two journals with one short form cannot be told apart."""
    options = {"journals": "expand", "journal_lists": (journals,)}
    assert value("journal = {A}", **options) == "{A}"
    assert value("journal = {Unknown}", **options) == "{Unknown}"
    assert value("booktitle = {AJ}", **options) == "{AJ}"


def test_macros_of_journals_are_expanded() -> None:
    """They stand for the abbreviation, so that they stay otherwise."""
    assert value(r"journal = {\apj}", journals="expand") == "{The Astrophysical Journal}"
    assert value(r"journal = {\apj}", journals="abbreviate") == r"{\apj}"


def test_words_are_abbreviated_by_the_list_of_the_issn(tmp_path: Path) -> None:
    """A name that has a full stop is an abbreviation already."""
    path = tmp_path / "ltwa.csv"
    path.write_text("WORDS;ABBREVIATIONS;LANGUAGES\nJournal;J.;eng\nRiver-;Riv.;eng\n")
    options = {"journals": "abbreviate", "journal_lists": (str(path),)}
    assert value("journal = {Journal of Rivers}", **options) == "{J. Riv.}"
    assert value("journal = {Journ. of Rivers}", **options) == "{Journ. of Rivers}"


def test_a_list_that_is_not_used_is_an_error(journals: str) -> None:
    """The message says what is missing."""
    with pytest.raises(RefkitError, match="abbreviate or expand"):
        with_rewrites(TidyOptions(journal_lists=(journals,)))


def test_fields_are_kept_and_omitted() -> None:
    """Fields that refer to other entries are kept unless they are named."""
    text = "@misc{a, title = {A}, crossref = {b}, abstract = {C}}"
    for options, fields in (
        ({"omit": ("abstract",)}, ["title", "crossref"]),
        ({"keep": ("title",)}, ["title", "crossref"]),
        ({"keep": ("title",), "omit": ("crossref",)}, ["title"]),
        ({"omit": ("title", "crossref", "abstract")}, []),
    ):
        result = tidy(Source(text), TidyOptions(**options)).text
        assert [line.split()[0] for line in result.splitlines() if " = " in line] == fields


def test_the_library_function_takes_the_same_options() -> None:
    """One name or several."""
    text = "@misc{a, title = {The Wall of China}, note = {B}, year = 2001}"
    (result,) = refkit.tidy(text, titles="sentence-case", omit="note")
    assert result.text == "@misc{a,\n  title = {The wall of china},\n  year = 2001,\n}\n"


@pytest.mark.parametrize(
    "options", [{"titles": "sentence"}, {"journals": "short"}, {"dialect": "biber"}]
)
def test_an_unknown_value_is_an_error(options: dict[str, str]) -> None:
    """The message names a similar value, or all."""
    with pytest.raises(UnknownChoice):
        with_rewrites(TidyOptions(**options))  # type: ignore[arg-type]
