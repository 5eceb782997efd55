"""Unstructured lists are converted from documents to records by the commands and the library."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from tests.text.papers import KEYS, MAKERS, REFERENCES, made, plain

import refkit
from refkit.cli import main
from refkit.documents import suffixes
from refkit.formats.text import SUFFIXES

LATE = REFERENCES[1].replace("2015", "2091")


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin, prog_name="refkit")


def paper(folder: Path, name: str, references: tuple[str, ...] = REFERENCES) -> Path:
    path = folder / name
    path.write_bytes(made(name, references))
    return path


def records(path: Path) -> list[dict[str, object]]:
    done = run("convert", path, "--to", "csl-json")
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", MAKERS)
def test_convert_reads_every_kind_of_document(name: str, tmp_path: Path) -> None:
    """All documents give the same four works with their types and the keys that the text cites."""
    found = records(paper(tmp_path, name))
    assert [(record["id"], record["type"]) for record in found] == [
        *zip(KEYS, ("article-journal", "book", "chapter", "report"), strict=True)
    ]


@pytest.mark.parametrize("name", MAKERS)
def test_every_part_of_a_reference_is_read(name: str, tmp_path: Path) -> None:
    """An article has authors, a date, a title and a container."""
    article = records(paper(tmp_path, name))[0]
    assert article == {
        "id": "alvarez2019",
        "type": "article-journal",
        "title": "Tidal mixing in narrow fjords",
        "author": [{"family": "Alvarez", "given": "M."}, {"family": "Lindqvist", "given": "T."}],
        "issued": {"date-parts": [[2019]]},
        "container-title": "Journal of Coastal Physics",
        "volume": "12",
        "issue": "3",
        "page": "45-61",
        "DOI": "10.5555/jcp.2019.0045",
    }


@pytest.mark.parametrize("name", MAKERS)
def test_convert_writes_a_bib_file_that_reads_back(name: str, tmp_path: Path) -> None:
    """The command is `refkit convert paper -o references.bib`."""
    out = tmp_path / "out.bib"
    done = run("convert", paper(tmp_path, name), "-o", out)
    assert (done.exit_code, [item.id for item in refkit.load(out)]) == (0, list(KEYS))


@pytest.mark.parametrize("name", MAKERS)
def test_format_prints_the_list_in_a_style(name: str, tmp_path: Path) -> None:
    """A document is accepted like any other source of references."""
    done = run("format", paper(tmp_path, name), "--style", "apa", "--key", "brandt2015")
    assert (
        done.stdout == "Brandt, K. (2015). A history of lighthouses. Cambridge University Press.\n"
    )


@pytest.mark.parametrize("name", MAKERS)
def test_check_points_at_the_very_words(name: str, tmp_path: Path) -> None:
    """A year in the future is reported with line and column."""
    path = paper(tmp_path, name, (REFERENCES[0], LATE, *REFERENCES[2:]))
    done = run("check", path, "--select", "DAT", "--no-cache", "--output-format", "json")
    place = json.loads(done.stdout)[0]["location"]
    lines = refkit.load(path).sources[0].text.splitlines()
    assert lines[place["row"] - 1][place["column"] - 1 :].startswith("2091")


@pytest.mark.parametrize("name", MAKERS)
def test_fixes_never_change_a_document(name: str, tmp_path: Path) -> None:
    """Documents are never written."""
    path = paper(tmp_path, name, (REFERENCES[0].replace("45–61", "61–45"), LATE))
    before = path.read_bytes()
    run("check", path, "--fix", "--unsafe-fixes", "--no-cache")
    assert path.read_bytes() == before


def test_standard_input_as_text() -> None:
    """The commands convert, check and format accept `--from text`."""
    text = plain()
    done = [run(command, "-", "--from", "text", stdin=text) for command in ("format", "check")]
    assert [one.exit_code for one in done] == [0, 0]


def test_standard_input_is_known_by_looking() -> None:
    """Text is the format if no other one is detected."""
    done = run("convert", "-", "--to", "csl-json", stdin=plain())
    assert [record["id"] for record in json.loads(done.stdout)] == list(KEYS)


@pytest.mark.parametrize("text", [
    "@book{a, title={References", '[{"id": "a", "type": "boo',
    "Just a sentence about 2020.", "- id: a\n  issued: 2020\n  title: References of 1999\n", "a = 1\nb = 2020\n",
])  # fmt: skip
def test_other_texts_are_not_taken_for_references(text: str) -> None:
    """An unknown or broken format is reported, or the text is read in its own format."""
    done = run("convert", "-", "--to", "csl-json", stdin=text)
    assert not [record for record in json.loads(done.stdout or "[]") if record["id"] != "a"]


def test_bibtex_in_a_text_file_stays_bibtex(tmp_path: Path) -> None:
    """Some people save BibTeX as .txt."""
    (tmp_path / "refs.txt").write_text("@book{a, title={T}}")
    assert refkit.load(tmp_path / "refs.txt").sources[0].format == "bibtex"


def test_documents_are_not_looked_for_in_folders(tmp_path: Path) -> None:
    """A folder of papers is not a reference list."""
    for name in MAKERS:
        paper(tmp_path, name)
    (tmp_path / "refs.bib").write_text("@book{a, title={T}}")
    assert [item.id for item in refkit.load(tmp_path)] == ["a"]


def test_keys_of_several_documents_differ(tmp_path: Path) -> None:
    """The items may be written to one .bib file; keys that a file contains are kept."""
    (tmp_path / "own.bib").write_text("@book{brandt2015, title={T}}")
    paths = [paper(tmp_path, "paper.txt"), paper(tmp_path, "paper.md"), tmp_path / "own.bib"]
    ids = [item.id for item in refkit.load(paths)]
    assert (len(set(ids)), ids[0], ids[4], ids[-1]) == (
        9,
        "alvarez2019a",
        "alvarez2019b",
        "brandt2015",
    )


def test_a_document_without_a_list_is_told() -> None:
    """There is no output, and a message says why."""
    library = refkit.loads("A short letter.\n\nWith regards.", format="text")
    assert (len(library), [fault.kind for fault in library.faults]) == (0, ["no-list"])


def test_text_is_not_written() -> None:
    """The error lists the available formats."""
    done = run("convert", "-", "--to", "text", stdin="@book{a, title={T}}")
    assert (done.exit_code, "bibtex" in done.stderr) == (2, True)


def test_a_text_file_is_no_target(tmp_path: Path) -> None:
    """The extension does not imply an output format."""
    done = run("convert", "-", "-o", tmp_path / "out.txt", stdin="@book{a, title={T}}")
    assert (done.exit_code, "cannot infer the format" in done.stderr) == (2, True)


def test_an_entry_spans_its_reference() -> None:
    """The span reaches from the first to the last character, across lines."""
    library = refkit.loads(plain(), format="text")
    assert [" ".join(e.source.slice(e.span).split()) for e in library.entries] == list(REFERENCES)


def test_a_variable_knows_where_it_was_read() -> None:
    """Each variable has a span and a confidence."""
    item = refkit.loads(plain(), format="text")["brandt2015"]
    place = item.origins["title"].value_span
    assert plain()[place.start : place.end] == "A history of lighthouses"


def test_parse_gives_one_item() -> None:
    """The input is a single string."""
    item = refkit.parse(REFERENCES[1])
    assert (item.id, item.type, item.publisher) == (
        "brandt2015",
        "book",
        "Cambridge University Press",
    )


def test_parse_of_nothing_gives_an_empty_item() -> None:
    """An empty text raises no exception."""
    assert refkit.parse("").title == ""


def test_doubts_are_told_with_their_place(tmp_path: Path) -> None:
    """Two words of a reference without a publisher's place are ambiguous."""
    path = paper(tmp_path, "paper.md", (*REFERENCES, "Roe. Notes on the sea. North. 1950."))
    done = run("convert", path, "--to", "bibtex", "--min-confidence", "1")
    assert re.search(
        r"paper\.md:11:\d+: container-title read with confidence 0\.\d\d: `North`", done.stderr
    )


def test_check_tells_doubts(tmp_path: Path) -> None:
    """A separate rule reports them, and only if it is enabled."""
    path = paper(tmp_path, "paper.md", (*REFERENCES, "Roe. Notes on the sea. North. 1950."))
    told = [
        run("check", path, "--no-cache", *more).stdout.count("read with confidence")
        for more in ((), ("--min-confidence", "1"))
    ]
    assert (told[0], told[1] > 0) == (0, True)


def test_what_is_too_long_for_a_reference_is_a_fault() -> None:
    """A page in one line is not labelled word by word."""
    paragraphs = ("References", *REFERENCES, "Word, word. 2001. " * 2000)
    library = refkit.loads("\n\n".join(paragraphs), format="text")
    assert [fault.kind for fault in library.faults] == ["unread-text"]


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    """Any text gives a result."""
    refkit.loads(f"References\n\n{text}", format="text")
    refkit.parse(text)


def test_the_endings_are_those_of_the_documents() -> None:
    """The extensions of a new document syntax are accepted automatically."""
    assert sorted(SUFFIXES) == sorted(suffixes())
