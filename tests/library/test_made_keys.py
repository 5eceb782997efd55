"""Readers mark generated keys in every format, and `convert --key-style` replaces them and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import refkit
from refkit.cli import main
from refkit.model.cite_keys import has_own_key

TEXTS = {
    "bibtex": "@book{, title={One}, author={Doe, Jane}, year=2001}\n"
    "@book{mine, title={Two}, author={Doe, Jane}, year=2001}\n",
    "csl-json": '[{"type": "book", "title": "One", "author": [{"family": "Doe", "given": "Jane"}],'
    ' "issued": {"date-parts": [[2001]]}}, {"id": "mine", "type": "book", "title": "Two"}]',
    "endnote-xml": "<records><record><ref-type>6</ref-type><contributors><authors><author>Doe, Jane</author></authors>"
    "</contributors><titles><title>One</title></titles><dates><year>2001</year></dates></record>"
    "<record><ref-type>6</ref-type><titles><title>Two</title></titles><label>mine</label></record></records>",
    "mods": "<modsCollection><mods><genre>book</genre><titleInfo><title>One</title></titleInfo><name>"
    "<namePart>Doe, Jane</namePart></name><originInfo><dateIssued>2001</dateIssued></originInfo></mods>"
    "<mods ID='mine'><genre>book</genre><titleInfo><title>Two</title></titleInfo></mods></modsCollection>",
    "refer": "%0 Book\n%T One\n%A Doe, Jane\n%D 2001\n\n%0 Book\n%F mine\n%T Two\n",
    "ris": "TY  - BOOK\nTI  - One\nAU  - Doe, Jane\nPY  - 2001\nER  - \n\n"
    "TY  - BOOK\nID  - mine\nTI  - Two\nER  - \n",
    "csl-yaml": "references:\n- type: book\n  title: One\n  author: [{family: Doe, given: Jane}]\n  issued: 2001\n"
    "- id: mine\n  type: book\n  title: Two\n",
    "word-xml": "<b:Sources><b:Source><b:SourceType>Book</b:SourceType><b:Title>One</b:Title><b:Author><b:Author>"
    "<b:NameList><b:Person><b:Last>Doe</b:Last><b:First>Jane</b:First></b:Person></b:NameList></b:Author></b:Author>"
    "<b:Year>2001</b:Year></b:Source><b:Source><b:Tag>mine</b:Tag><b:SourceType>Book</b:SourceType><b:Title>Two</b:Title>"
    "</b:Source></b:Sources>",
    "text": "\\begin{thebibliography}{9}\n\\bibitem{mine} Roe, R. (2002). Two. Journal of Tides, 3(2), 1-20.\n"
    "\\end{thebibliography}\n",
}


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "text"])
def test_a_generated_key_is_marked(name: str) -> None:
    """The second record has a key of its own."""
    library = refkit.loads(TEXTS[name], format=name)
    assert [has_own_key(item) for item in library] == [False, True]


def test_keys_of_plain_text_are_marked() -> None:
    r"""Those of a list are generated, but not those of \bibitem."""
    typed = refkit.loads("Doe, J. (2001). On tides. Journal of Tides, 3(2), 1-20.\n", format="text")
    listed = refkit.loads(TEXTS["text"], format="text", name="a.tex")
    assert [has_own_key(item) for item in [*typed, *listed]] == [False, True]


def test_a_key_that_was_set_later_is_not_generated() -> None:
    """By a renaming, or in the item."""
    library = refkit.loads(TEXTS["ris"], format="ris")
    library.rename(library.keys()[0], "other")
    assert has_own_key(library["other"])
    assert has_own_key(refkit.Item.new("book", "x"))
    assert not has_own_key(refkit.Item.new("book"))


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "text"])
def test_a_generated_key_gets_the_style(name: str) -> None:
    """And its fault is not reported, because it has a key now."""
    library = refkit.loads(TEXTS[name], format=name)
    converted = refkit.convert(library, "csl-json", key_style="[auth:lower]_[year]")
    assert [record["id"] for record in json.loads(converted.text)] == ["doe_2001", "mine"]
    assert converted.faults == []
    assert library.keys()[0] != "doe_2001"


def test_equal_keys_get_letters() -> None:
    """Also if another reference has the key already, in upper or lower case."""
    entry = "@misc{%s, title={T%s}, author={%s}, year=2001}\n"
    text = "".join(
        entry % values
        for values in (
            ("", 1, "Doe, J."),
            ("", 2, "Doe, J."),
            ("roe2001", 3, "X"),
            ("", 4, "Roe, R."),
        )
    )
    converted = refkit.convert(text, "csl-json", key_style="[auth][year]")
    keys = [record["id"] for record in json.loads(converted.text)]
    assert keys == ["Doe2001a", "Doe2001b", "roe2001", "Roe2001a"]


def test_a_reference_without_a_name_and_title_keeps_its_key() -> None:
    """The style gives none."""
    text = "@misc{, title={孔}, year=2001}\n@misc{, author={Doe, J.}, year=2001}\n"
    keys = [r["id"] for r in json.loads(refkit.convert(text, "csl-json", key_style="[auth]").text)]
    assert keys == [refkit.loads(text).keys()[0], "Doe"]


def test_without_a_style_keys_are_unchanged() -> None:
    """Author and year, and the fault is reported."""
    converted = refkit.convert(TEXTS["bibtex"], "csl-json")
    assert json.loads(converted.text)[0]["id"] == "doe2001"
    assert len(converted.faults) == 1


def test_the_command_has_the_option(tmp_path: Path) -> None:
    """Several inputs get different keys, and a wrong style is an error."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(
            "References\n\nDoe, J. (2001). On tides. Journal of Tides, 3(2), 1-20.\n",
            encoding="utf-8",
        )
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    run = CliRunner().invoke(
        main, ["convert", *files, "--to", "csl-json", "--key-style", "[auth]:[year]"]
    )
    assert [record["id"] for record in json.loads(run.stdout)] == ["Doe:2001a", "Doe:2001b"]
    wrong = CliRunner().invoke(main, ["convert", *files, "--to", "bibtex", "--key-style", "[nope]"])
    assert (wrong.exit_code, "no marker `nope`" in wrong.stderr) == (2, True)
