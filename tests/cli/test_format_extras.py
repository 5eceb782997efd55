"""`refkit format` with links, sections, filters, names in bold, annotations, abbreviations and whole documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main
from refkit.csl.write import SUFFIXES

BIB = """\
@article{doe2001,
  author = {Doe, Jane and Roe, Ann},
  title = {On tides},
  journal = {Journal of Tides},
  year = 2001,
  keywords = {tides},
  annotation = {A \\emph{good} start.},
}
@book{roe:2002,
  author = {Roe, Ann},
  title = {On seas},
  publisher = {Press},
  year = 2002,
  abstract = {All of it.},
}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.bib").write_text(BIB)


def refkit(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["format", "x.bib", "--isolated", *arguments])


def shown(*arguments: str) -> str:
    done = refkit(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def test_citations_link_to_entries() -> None:
    text = shown("--link-citations", "--citation", "roe:2002", "--to", "markdown")
    assert (
        text == "([Roe, 2002](#ref-roe:2002))\n\n"
        '<a id="ref-roe:2002"></a>Roe, A. (2002). *On seas*. Press.\n'
    )


def test_a_cite_of_a_filtered_reference_has_no_link() -> None:
    """Its entry does not exist."""
    text = shown(
        "--link-citations",
        "--citation",
        "doe2001; roe:2002",
        "--include",
        "type=book",
        "--to",
        "html",
    )
    assert text.count('href="#') == 1


def test_the_bibliography_can_be_filtered() -> None:
    """All of the included filters must pass, and none of the excluded ones."""
    assert shown("--include", "type=book") == shown("--key", "roe:2002")
    assert shown("--exclude", "year=2002") == shown("--key", "doe2001")
    assert shown("--include", "author=A. Roe", "--include", "year=2001") == shown(
        "--key", "doe2001"
    )


def test_filters_keep_the_numbers() -> None:
    """A numeric style counts all cited references."""
    arguments = ("--style", "ieee", "--citation", "doe2001; roe:2002", "--include", "key=roe:2002")
    assert shown(*arguments).splitlines()[-1].startswith("[2] A. Roe")


def test_the_bibliography_can_be_grouped() -> None:
    text = shown("--group-by", "year", "--to", "markdown")
    assert [line for line in text.splitlines() if line.startswith("#")] == ["## 2002", "## 2001"]
    assert "Artikel\n" in shown("--group-by", "type", "--locale", "de-DE")


def test_sections_are_written_in_order() -> None:
    text = shown("--section", "Books: type=book", "--section", "Rest")
    assert [line for line in text.splitlines() if line[3:4] != ","] == ["Books", "", "", "Rest", ""]


def test_chapters_have_bibliographies() -> None:
    """A citation with a number sign starts a chapter, and is not printed among the citations."""
    text = shown(
        "--citation", "# One", "--citation", "doe2001", "--citation", "# Two", "--citation", "roe:2002; doe2001",
        "--group-by", "chapter", "--style", "ieee",
    )  # fmt: skip
    lines = [line[:3] for line in text.splitlines() if line]
    assert lines == ["[1]", "[1]", "One", "[1]", "Two", "[1]", "[2]"]


def test_chapters_need_a_grouping() -> None:
    """They would have no effect otherwise."""
    done = refkit("--citation", "# One", "--citation", "doe2001")
    assert (done.exit_code, done.stdout) == (2, "")
    assert (
        "`# One` starts a chapter, which only has an effect if you group by chapter" in done.stderr
    )


def test_a_name_is_set_in_bold() -> None:
    """In every entry with that person."""
    text = shown("--highlight-author", "Roe, A.", "--to", "markdown")
    assert (text.count("**Roe, A.**"), text.count("**")) == (2, 4)


def test_annotations_are_printed() -> None:
    """The annotation, or else the abstract; or the variables that are named."""
    assert "    A good start.\n" in shown("--annotate")
    assert "    All of it.\n" in shown("--annotate")
    text = shown("--annotate-with", "abstract")
    assert ("    A good start.\n" in text, "    All of it.\n" in text) == (False, True)


def test_abbreviations_are_read_from_files() -> None:
    """Also those for single variables; a style requests short forms."""
    Path("a.json").write_text(
        json.dumps({"default": {"container-title": {"Journal of Tides": "J. Tides"}}})
    )
    assert "J. Tides" in shown("--abbreviations", "a.json", "--style", "nature")
    assert "J. Tides" not in shown("--style", "nature")


@pytest.mark.parametrize("suffix", ["html", "tex", "typ"])
def test_a_document_can_be_written_twice(suffix: str) -> None:
    """The file is recognized as one that refkit wrote."""
    for title in ("One", "Two"):
        assert refkit("--standalone", "--title", title, "-o", f"list.{suffix}").exit_code == 0
    assert "Two" in Path(f"list.{suffix}").read_text()


@pytest.mark.parametrize("suffix", [suffixes[0] for suffixes in SUFFIXES.values()])
def test_a_list_with_headings_and_annotations_can_be_written_twice(suffix: str) -> None:
    """Also if its headings change."""
    for grouping in ("type", "year"):
        done = refkit("--group-by", grouping, "--annotate", "-o", f"list.{suffix}")
        assert (done.exit_code, done.stderr) == (0, "")


def test_a_page_of_somebody_else_is_not_replaced() -> None:
    """Only the pages of refkit have its mark."""
    page = shown("--standalone", "--to", "html").replace('content="refkit"', 'content="other"')
    Path("list.html").write_text(page)
    assert refkit("--standalone", "-o", "list.html").exit_code == 2
    assert Path("list.html").read_text() == page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--group-by=yaer", "no grouping `yaer`; did you mean `year`?"),
        ("--group-by=chapter", "there are no chapters"),
        ("--include=foo=1", "no field of references `foo`"),
        ("--exclude=type=bok", "no type of references `bok`; did you mean `book`?"),
        ("--title=T", "`--title` is only written with `--standalone`"),
        ("--standalone", "the output `text` has no standalone form; choose html, latex or typst"),
        ("--bare --annotate", "`--bare` and `--annotate` cannot be combined; omit one of them"),
        ("--group-by=year --section=A", "`--group-by` and `--section` cannot be combined; omit one of them"),
        ("--link-citations", "the output `text` has no links from citations to entries"),
        ("--highlight-author=1 --to=html", "`1` is not a name; write it like `Doe, Jane`"),
        ("--abbreviations=none.json", "cannot read `none.json`: no such file"),
        ("--engine=citeproc-py --annotate", "citeproc-py has no `--annotate`; omit `--engine`"),
        ("--engine=citeproc-py --highlight-author=Doe", "citeproc-py has no `--highlight-author`; omit"),
        ("--engine=citeproc-py --item-language", "citeproc-py has no `--item-language`; omit"),
        ("--engine=citeproc-py --links --to=html", "citeproc-py has no `--links`; omit"),
        ("--links", "the output `text` has no links; omit `--links` or choose html"),
        ("--links --to=ansi", "the output `ansi` has no links"),
        ("--highlight-author=Doe", "the output `text` has no bold text; omit `--highlight-author`"),
        ("--annotate-with=abstrakt", "no variable `abstrakt`; did you mean `abstract`?"),
        ("--citation=#-One", "no reference"),
        ("--citation=#", "`#` has no heading; start a chapter like `# Introduction`"),
        ("--include=year=20-10", "the range of years `20-10` is reversed; write `10-20`"),
        ("--exclude=year=2000,2015..2010", "`2015..2010` is reversed; write `2010-2015`"),
        ("--citation=@{doe2001", "has a key without a closing brace"),
    ],
)  # fmt: skip
def test_an_invalid_request_is_one_clear_line(arguments: str, message: str) -> None:
    """With exit code 2 and no output."""
    done = refkit(*arguments.split())
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--to=html --highlight-author=Zed", "no reference in the bibliography has the name `Zed`"),
        ("--annotate-with=note", "no reference in the bibliography has an annotation in `note`"),
        ("--section=Books:type=book --section=Films:type=thesis", "the section `Films` is omitted"),
        ("--include=year=1900", "the bibliography is empty: no reference passes the filters"),
    ],
)
def test_a_request_without_effect_is_a_warning(arguments: str, message: str) -> None:
    """The output is written nevertheless."""
    done = refkit(*arguments.split())
    assert (done.exit_code, message in done.stderr) == (1, True)


def test_a_name_that_et_al_hides_is_reported() -> None:
    """Nature prints the first author of more than five."""
    people = " and ".join(f"Poe{letter}, Q." for letter in "abcdef")
    Path("x.bib").write_text(f"@book{{many, author={{{people}}}, title={{T}}, year=2001}}\n{BIB}")
    done = refkit("--style", "nature", "--to", "html", "--highlight-author", "Poef")
    assert done.exit_code == 1
    assert "does not print the name `Poef` in the entries of `many`, as after et al." in done.stderr
    assert (
        "Poea"
        not in refkit("--style", "nature", "--to", "html", "--highlight-author", "Poea").stderr
    )


def test_chapters_with_one_heading_are_different_chapters() -> None:
    """One that cites nothing is reported."""
    one, two = ("--citation", "# One", "--citation", "doe2001"), ("--citation", "# One")
    text = shown(*one, *two, "--citation", "roe:2002", "--group-by", "chapter")
    assert text.count("One\n") == 2
    done = refkit(*one, *two, "--group-by", "chapter")
    assert (done.exit_code, "the chapter `One` has no citations" in done.stderr) == (1, True)


def test_an_empty_section_for_the_rest_is_not_reported() -> None:
    shown("--section", "All: year=1900-", "--section", "Rest")


def test_an_empty_language_is_refused() -> None:
    """As of an unset variable in a script."""
    done = refkit("--locale", "")
    assert (done.exit_code, "the value is empty" in done.stderr) == (2, True)


def test_repeated_keys_have_places() -> None:
    Path("x.bib").write_text(f"{BIB}@misc{{doe2001, title={{T}}}}\n")
    assert "the key `doe2001` (x.bib:1, x.bib:16); the first" in refkit().stderr


def test_the_language_of_items_can_be_switched_off() -> None:
    """If the configuration switches it on."""
    Path("x.bib").write_text(
        "@incollection{a, title={T}, booktitle={B}, editor={Roe, Ann}, year=2001, langid={german}}"
    )
    Path("refkit.toml").write_text("item-language = true\n")
    run = CliRunner()
    on = run.invoke(main, ["format", "x.bib"]).stdout
    off = run.invoke(main, ["format", "x.bib", "--no-item-language"]).stdout
    assert ("Hrsg." in on, "Hrsg." in off) == (True, False)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.json", '[{"id": 1}]', "the reference `1` has no fields to print; add its title and author"),
        ("x.json", '[{"id": "a", "type": "book"}]', "the reference `a` has no fields to print"),
        ("x.bib", "@book{a}", "the reference `a` has no fields to print"),
        ("x.json", '[{"id": "a", "title": "T"}]', "the reference `a` has no type; it is written as a document"),
    ],
)  # fmt: skip
def test_incomplete_references_are_reported(name: str, text: str, message: str) -> None:
    """They are printed nevertheless, for example as "(N.d.)"."""
    Path(name).write_text(text)
    done = CliRunner().invoke(main, ["format", name, "--isolated"])
    assert (done.exit_code, message in done.stderr) == (1, True)
