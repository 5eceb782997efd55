"""The changes of titles and journals by `refkit tidy`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refkit
from refkit.errors import RefkitError, UnknownChoice
from refkit.formats.bibtex.tidy import tidy
from refkit.formats.bibtex.tidy_options import TidyOptions
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
        ("title = {The Wall of China}", "{The wall of China}"),
        ("subtitle = {The Wall of {China}}", "{The wall of {China}}"),
        ('title = "The Wall" # " of China"', '"The Wall" # " of China"'),
        ("series = {The Wall of China}", "{The Wall of China}"),
        ("booktitle = {The Wall of China}", "{The Wall of China}"),
        ("@jurisdiction{a, title = {Roe v. Wade and Others}}", "{Roe v. Wade and Others}"),
        ("@incollection{a, booktitle = {The Wall of China}}", "{The wall of China}"),
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
    """A short form of two journals has no full form."""
    options = {"journals": "expand", "journal_lists": (journals,)}
    assert value("journal = {A}", **options) == "{A}"
    assert value("journal = {Unknown}", **options) == "{Unknown}"
    assert value("booktitle = {AJ}", **options) == "{AJ}"


def test_macros_of_journals_are_written_out() -> None:
    """As the name, or as the abbreviation that they print."""
    assert value(r"journal = {\apj}", journals="expand") == "{The Astrophysical Journal}"
    assert value(r"journal = {\apj}", journals="abbreviate") == "{ApJ}"


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
    assert result.text == "@misc{a,\n  title = {The wall of China},\n  year = 2001,\n}\n"


@pytest.mark.parametrize(
    "options", [{"titles": "sentence"}, {"journals": "short"}, {"dialect": "biber"}]
)
def test_an_unknown_value_is_an_error(options: dict[str, str]) -> None:
    """The message names a similar value, or all."""
    with pytest.raises(UnknownChoice):
        with_rewrites(TidyOptions(**options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "title",
    [
        "Der Einfluss von Licht auf das Wachstum", "Eine Geschichte der Moderne", "Der Tod in Venedig",
        "La nouvelle vague et le cinéma", "L'histoire du cinéma", "De invloed van licht op het leven",
        "La influencia de la luz en las plantas", "Gli effetti della luce", "Ljusets effekt och betydelse",
        "Świat roślin", "Влияние света на рост", "A vida e a obra do poeta",
    ],
)  # fmt: skip
@pytest.mark.parametrize("titles", ["sentence-case", "title-case"])
def test_titles_without_a_language_keep_their_case_if_it_is_not_english(
    title: str, titles: str
) -> None:
    """Function words show it; nouns have capitals in German only, and words in Romance languages none."""
    assert value(f"title = {{{title}}}", titles=titles) == f"{{{title}}}"


def test_english_titles_with_foreign_words_change() -> None:
    """More words are English; and the language that an entry states counts."""
    for title, result in (
        ("An analysis of Le Corbusier in La Paz", "An Analysis of Le Corbusier in La Paz"),
        ("A rule over water", "A Rule over Water"),
        ("water and wind", "Water and Wind"),
        ("deep water", "Deep Water"),
    ):
        changed = value(f"title = {{{title}}}", titles="title-case")
        assert changed.replace("{", "").replace("}", "") == result
    stated = value("title = {der wind}, langid = {english}", titles="title-case")
    assert stated.startswith("{Der Wind}")


@pytest.mark.parametrize(
    ("title", "result"),
    [
        ("On NASA-funded e-Mail: a Study", "On {NASA}-Funded e-Mail: A Study"),
        ("A study of water in plants: An Introduction", "A Study of Water in Plants: An Introduction"),
        ("Letters from the city of New York: a view", "Letters from the City of {New York}: A View"),
        ("The use of e-Learning in Kenya", "The Use of e-Learning in {Kenya}"),
        ("Life despite Water", "Life despite Water"),
        ("A guide to the up-to", "A Guide to the Up-To"),
        ("LIFE OF DNA IN WATER", "LIFE OF DNA IN WATER"),
        ("NASA", "NASA"),
        ("Vitamin C and the Cold", "Vitamin {C} and the Cold"),
    ],
)  # fmt: skip
def test_only_names_are_braced_in_title_case(title: str, result: str) -> None:
    """Words that have a capital because of title case are not names, and a second run changes nothing."""
    assert value(f"title = {{{title}}}", titles="title-case") == f"{{{result}}}"
    assert value(f"title = {{{result}}}", titles="title-case") == f"{{{result}}}"


WORDS = st.sampled_from(
    ["Rome", "of", "the", "water", "Life", "a", "despite", "Despite", "van", "e-Mail", "up-to", "NASA-funded", "x",
     "DNA", ": ", "? ", ". ", "-", "--", "{Rome}", "{N}ew", "$x$", "\\\"u", "{\\\"U}ber", "mRNA", "ß", "é", "«", "in",
     "For-profit", "\\emph{Life}", "l'or", "I", "non-Abelian", "de Broglie--Bohm", "New York"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=9).map(" ".join))
def test_changes_of_case_are_fixed_points(title: str) -> None:
    """Whatever the title is, a second run changes nothing."""
    for titles in ("sentence-case", "title-case"):
        once = value(f"title = {{{title}}}", titles=titles)
        assert value(f"title = {once}", titles=titles) == once


@pytest.mark.parametrize(
    ("title", "result"),
    [
        ("Life in New York and Rio de Janeiro", "Life in New York and Rio de Janeiro"),
        ("The Einstein Field and the de Broglie--Bohm Theory of Motion",
         "The Einstein field and the de Broglie--Bohm theory of motion"),
        ("On non-Abelian Gauge Theory and Matter", "On non-Abelian gauge theory and matter"),
        ("The History of the State-of-the-Art", "The history of the state-of-the-art"),
        ("Food during World War II", "Food during World War II"),
        ("The German-Speaking Jews of Europe", "The German-speaking Jews of Europe"),
        ("Markov Chains on a Monday in September", "Markov chains on a Monday in September"),
        ("The Models of Doe's Friends and Green Energy", "The models of Doe's friends and green energy"),
        ("Reading in the March of Time", "Reading in the march of time"),
        ("Franco--Prussian Relations", "Franco--Prussian relations"),
        ("The Age of Freedom: Life in Paris", "The age of freedom: Life in Paris"),
    ],
)  # fmt: skip
def test_known_names_keep_their_capitals_in_sentence_case(title: str, result: str) -> None:
    """Places, peoples, persons, months and days, and the authors of the file, but not words such as `Green`."""
    entries = f"@book{{b, author = {{Jane Doe and Tom Green}}}}\n@book{{a, title = {{{title}}}}}"
    layout = with_rewrites(TidyOptions(titles="sentence-case"))
    assert f"{{{result}}}" in tidy(Source(entries), layout).text


def test_an_author_whose_name_is_a_word_of_the_file_is_not_a_name() -> None:
    """An abstract contains it in lower case."""
    entries = (
        "@book{b, author = {Ann Matter}, abstract = {It is about matter.}}\n"
        "@book{a, title = {The Life of Matter}}"
    )
    layout = with_rewrites(TidyOptions(titles="sentence-case"))
    assert "{The life of matter}" in tidy(Source(entries), layout).text
