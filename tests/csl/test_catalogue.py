"""Styles and locales are found under the names that people use."""

from pathlib import Path

import pytest

from refkit.csl.catalogue import known_locale, search, style_names, style_path
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
        ("nature-digest", "nature-digest"),
    ],
)
def test_a_style_is_found_by_every_usual_spelling(asked: str, name: str) -> None:
    """Short name, name, address, file name; independent and dependent."""
    assert style_path(asked).stem == name


@pytest.mark.parametrize("name", SHORT_STYLE_NAMES.values())
def test_short_names_stand_for_styles_that_exist(name: str) -> None:
    """A renamed style would break them."""
    assert name in style_names()


def test_a_path_is_taken_as_it_is(tmp_path: Path) -> None:
    """Own styles need no place in the catalogue."""
    own = tmp_path / "own.csl"
    own.write_text("<style/>")
    assert style_path(own) == own


def test_an_unknown_style_names_the_nearest() -> None:
    """A typing error is answered."""
    with pytest.raises(UnknownChoice, match="did you mean `nature`"):
        style_path("natur")


def test_a_missing_file_is_no_unknown_style() -> None:
    """Who writes a path means a file."""
    with pytest.raises(UnreadableFile):
        style_path("./natur.csl")


def test_search_looks_at_titles_too() -> None:
    """`apa` is called otherwise in full."""
    assert "apa" in [style.name for style in search("american psychological")] + [
        style.name for style in search("apa style 7th")
    ]


def test_search_by_field_gives_only_that_field() -> None:
    """The repository's own fields."""
    assert all("physics" in style.fields for style in search(field="physics"))


def test_journals_that_point_to_another_style_are_listed_on_request() -> None:
    """Eight thousand of them would hide the others."""
    names = [[s.name for s in search("nature digest", dependent=asked)] for asked in (False, True)]
    assert names == [[], ["nature-digest"]]


@pytest.mark.parametrize("language", ["de-DE", "de", "fr", "en-GB", "de_AT", "pt-BR", "en-ZA"])
def test_a_language_without_its_own_file_falls_back(language: str) -> None:
    """CSL 1.0.2, locale fallback: another dialect of the language will do."""
    assert known_locale(language) == language


def test_an_unknown_language_is_told() -> None:
    """It would silently become English."""
    with pytest.raises(UnknownChoice):
        known_locale("xx-YY")
