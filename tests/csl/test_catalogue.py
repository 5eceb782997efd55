"""Styles and locales are found under the names that people use."""

from collections.abc import Callable
from pathlib import Path

import pytest

from refkit.csl.catalogue import (
    known_locale,
    parent_path,
    renamed_styles,
    search,
    style_names,
    style_path,
)
from refkit.data.style_names import SHORT_STYLE_NAMES
from refkit.errors import UnknownChoice, UnreadableFile


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("apa", "apa"),
        ("APA", "apa"),
        ("mla", "modern-language-association"),
        ("vancouver", "nlm-citation-sequence"),
        ("Chicago Author Date", "chicago-author-date"),
        ("http://www.zotero.org/styles/nature", "nature"),
        ("nature.csl", "nature"),
        ("Nature.CSL", "nature"),
        (" nature ", "nature"),
        ("http://www.zotero.org/styles/nature/", "nature"),
        ("https://www.zotero.org/styles/Nature", "nature"),
        ("chicago_author  date", "chicago-author-date"),
        ("nature-digest", "nature-digest"),
        ("acta-theriologica", "mammal-research"),
        (
            "http://www.zotero.org/styles/advances-physiology-education",
            "advances-in-physiology-education",
        ),
    ],
)
def test_a_style_is_found_by_every_usual_spelling(asked: str, name: str) -> None:
    """Short names, names, addresses and file names find independent and dependent styles."""
    assert Path(style_path(asked)).stem == name


def test_former_names_stand_for_styles_that_exist() -> None:
    """Every name in the list of renamed styles leads to a style, and no name of a style is a former one."""
    names = renamed_styles()
    assert len(names) > 500
    assert [old for old in names if Path(style_path(old)).stem == old] == []


def test_a_parent_with_a_former_name_is_found() -> None:
    """Dependent styles outside the catalogue refer to parents that were renamed later."""
    assert parent_path("http://www.zotero.org/styles/aaa") == style_path("aaa")


@pytest.mark.parametrize("name", SHORT_STYLE_NAMES.values())
def test_short_names_stand_for_styles_that_exist(name: str) -> None:
    """Every short name refers to an existing style, even after a style was renamed."""
    assert name in style_names()


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    """A style file does not need to be in the catalogue."""
    own = tmp_path / "own.csl"
    own.write_text("<style/>")
    assert style_path(own) == str(own)


def test_an_unknown_style_names_the_nearest() -> None:
    """The error suggests the style with the most similar name."""
    with pytest.raises(UnknownChoice, match="did you mean `nature`"):
        style_path("natur")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("./natur.csl", "no such file"), ("natur.csl", "no such file"), ("./", "it is a folder")],
)
def test_a_missing_file_is_no_unknown_style(name: str, reason: str) -> None:
    """A missing path is reported as a missing file."""
    with pytest.raises(UnreadableFile) as caught:
        style_path(name)
    assert str(caught.value) == f"cannot read `{name}`: {reason}"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: style_path("zzzzqqqq"), "no style `zzzzqqqq`; `refkit styles WORD` searches their names"),
        (lambda: style_path("http://www.zotero.org/styles/apaa"), "no style `apaa`; did you mean `apa`?"),
        (lambda: parent_path("http://www.zotero.org/styles/apaa"),
         "no independent style `apaa`; did you mean `apa`?"),
        (lambda: parent_path("http://example.org/styles/zzzz"),
         "no independent style `http://example.org/styles/zzzz`; name an independent style of the CSL repository, "
         "such as http://www.zotero.org/styles/apa"),
        (lambda: known_locale("english"), "no locale `english`; write it like de-DE or fr"),
        (lambda: search(field="psychologie"), "no field of styles `psychologie`; did you mean `psychology`?"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_reported_with_the_nearest_or_with_advice(
    call: Callable[[], object], message: str
) -> None:
    """The address of a style is compared by its last part."""
    with pytest.raises(UnknownChoice) as caught:
        call()
    assert str(caught.value) == message


def test_search_looks_at_titles_too() -> None:
    """The search finds `apa` by its title."""
    assert "apa" in [style.name for style in search("american psychological")] + [
        style.name for style in search("apa style 7th")
    ]


def test_search_by_field_gives_only_that_field() -> None:
    """The search uses the fields of the style repository."""
    assert all("physics" in style.fields for style in search(field="physics"))


def test_journals_that_point_to_another_style_are_listed_on_request() -> None:
    """The eight thousand dependent styles are hidden by default."""
    names = [[s.name for s in search("nature digest", dependent=asked)] for asked in (False, True)]
    assert names == [[], ["nature-digest"]]


@pytest.mark.parametrize("language", ["de-DE", "de", "fr", "en-GB", "de_AT", "pt-BR", "en-ZA"])
def test_a_language_without_its_own_file_falls_back(language: str) -> None:
    """CSL 1.0.2, locale fallback: another dialect of the language is used."""
    assert known_locale(language) == language


def test_an_unknown_language_is_told() -> None:
    """An unknown language is reported instead of silently becoming English."""
    with pytest.raises(UnknownChoice):
        known_locale("xx-YY")


def test_a_file_in_the_current_folder_precedes_a_style_of_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name without the suffix is that of the catalogue."""
    monkeypatch.chdir(tmp_path)
    assert style_path("nature.csl") == style_path("nature")
    (tmp_path / "nature.csl").write_text("<style/>")
    assert style_path("nature.csl") == "nature.csl"
    assert style_path("nature") != "nature.csl"
