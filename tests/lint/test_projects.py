"""Documents that cite by key, checked with the lists that they name."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.lint.project_texts import (
    COMPLETE,
    DAMAGED,
    PARTLY_KNOWN,
    WITH_CROSS_REFERENCES,
    WITHOUT_LIST,
    files_of,
)

from refkit.cli import main as cli
from refkit.lint.options import Request
from refkit.lint.run import Report, run

CODES = ("REF220", "REF228", "REF229", "REF232", "SYN101", "SYN107")
ALL = {**COMPLETE, **PARTLY_KNOWN, **WITH_CROSS_REFERENCES}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, files: dict[str, str]) -> str:
    """Write the files of a project and return the path of the first."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    return next(iter(files))


def mistyped(files: dict[str, str]) -> dict[str, str]:
    """Return the files with a typo in the first key that the main document cites."""
    main = next(iter(files))
    return files | {main: re.sub(r"(?<!id: )castell2009", "castel2009", files[main], count=1)}


def check(*paths: str, **options: object) -> Report:
    request: dict[str, object] = {"select": CODES, "cache": False, "isolated": True}
    return run(Request(paths, **(request | options)))  # type: ignore[arg-type]


def found(report: Report) -> list[tuple[str, str]]:
    """Return the code of each finding and the text at its place."""
    return [
        (finding.code, finding.source.slice(finding.span))
        for finding in report.findings
        if finding.source is not None
    ]


@pytest.mark.parametrize("name", ALL)
def test_sound_document_has_no_findings(folder: Path, name: str) -> None:
    """A document whose keys are all listed has no findings when it is checked alone."""
    main = write(folder, files_of(ALL[name]))
    report = check(main)
    assert (found(report), report.errors) == ([], [])


@pytest.mark.parametrize("name", ALL)
def test_sound_folder_has_no_findings(folder: Path, name: str) -> None:
    """The same is true when the whole folder is checked, and when all files are named."""
    files = files_of(ALL[name])
    write(folder, files)
    named = [path for path in files if not path.endswith((".py", "_quarto.yml", "myst.yml"))]
    assert (found(check(".")), found(check(*named))) == ([], [])


@pytest.mark.parametrize("name", COMPLETE)
def test_mistyped_key_is_reported(folder: Path, name: str) -> None:
    """A mistyped key is reported once at its place, with the key that was meant."""
    main = write(folder, mistyped(files_of(COMPLETE[name])))
    report = check(main, ignore=("REF229",))
    assert [text for _, text in found(report)] == ["castel2009"]


@pytest.mark.parametrize("name", COMPLETE)
def test_message_suggests_the_listed_key(folder: Path, name: str) -> None:
    """The message names the key that was meant, for lists in files and in the document."""
    main = write(folder, mistyped(files_of(COMPLETE[name])))
    report = check(main, ignore=("REF229",))
    assert ["did you mean `castell2009`?" in one.message for one in report.findings] == [True]


@pytest.mark.parametrize("name", PARTLY_KNOWN)
def test_unknown_part_is_noted(folder: Path, name: str) -> None:
    """When a list or a part is unknown, no key is called undefined; one line says what is missing."""
    main = write(folder, mistyped(files_of(PARTLY_KNOWN[name])))
    report = check(main)
    assert (found(report), sum("not compared" in note for note in report.notes)) == ([], 1)


@pytest.mark.parametrize("name", WITHOUT_LIST)
def test_mentions_are_not_citations(folder: Path, name: str) -> None:
    """Without a list, `@name` in Markdown says nothing about keys, even beside a list for other documents."""
    main = write(folder, mistyped(files_of(WITHOUT_LIST[name])))
    (folder / "other.bib").write_text("@misc{other, title={T}}")
    reports = [check(main, select=("REF",)), check(main, "other.bib", select=("REF",))]
    assert [(found(report), report.notes) for report in reports] == [([], ()), ([], ())]


def test_damaged_list_is_reported_with_its_effect(folder: Path) -> None:
    """A list that could not be read completely may have any key; the error is reported, and a note says so."""
    report = check(write(folder, mistyped(files_of(DAMAGED))))
    notes = [note for note in report.notes if "`refs.bib` could not be read completely" in note]
    assert ([code for code, _ in found(report)], len(notes)) == (["SYN101"], 1)


def test_part_without_citations_needs_no_list(folder: Path) -> None:
    """A chapter that a thesis includes is not searched in vain for a reference list."""
    prose = "\\chapter{One} " + "Rivers slow down where they meet the sea. " * 20
    main = {"thesis.tex": r"\begin{document}\include{one}\cite{a}\bibliography{refs}\end{document}"}
    write(folder, main | {"one.tex": prose, "refs.bib": "@misc{a, title = {T}}\n"})
    assert found(check("thesis.tex")) == []


def test_cycle_of_files_ends(folder: Path) -> None:
    """Files that include each other are read once."""
    files = {
        "a.tex": r"\input{b}\cite{castel2009}\bibliography{refs}",
        "b.tex": r"\input{a}\cite{castell2009}",
        "refs.bib": "@misc{castell2009, title={T}}",
    }
    assert found(check(write(folder, files))) == [("REF232", "castel2009")]


def test_folder_named_as_document_is_noted(folder: Path) -> None:
    """A folder with the name of an included file is not a document."""
    (folder / "one.tex").mkdir()
    write(
        folder,
        {"a.tex": r"\input{one}\cite{x}\bibliography{refs}", "refs.bib": "@misc{a, title={T}}"},
    )
    report = check("a.tex")
    assert (found(report), "`one.tex`" in "".join(report.notes)) == ([], True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_are_read(folder: Path, encoding: str) -> None:
    """Byte order marks and line ends of Windows change nothing."""
    text = "\\cite{castell2009}\r\n\\cite{castel2009}\r\n\\bibliography{refs}\r\n"
    (folder / "a.tex").write_bytes(text.encode(encoding))
    (folder / "refs.bib").write_text("@misc{castell2009, title={T}}")
    assert found(check("a.tex")) == [("REF232", "castel2009")]


def test_cached_findings_depend_on_project_files(folder: Path) -> None:
    """When a project file names another list that does not exist, no cached finding is reported."""
    files = mistyped(files_of(COMPLETE["a book of Quarto"]))
    main = write(folder, files)
    cached = {"cache": True, "cache_dir": str(folder / "cache"), "select": ("REF232",)}
    counts = [len(check(main, **cached).findings)]
    write(folder, {"_quarto.yml": files["_quarto.yml"].replace("b.bib]", "b.bib, c.bib]")})
    counts.append(len(check(main, **cached).findings))
    assert counts == [1, 0]


def test_cached_findings_depend_on_lists(folder: Path) -> None:
    """When an entry is added to a list, the key is no longer undefined."""
    files = mistyped(files_of(COMPLETE["Pandoc"]))
    main = write(folder, files)
    cached = {"cache": True, "cache_dir": str(folder / "cache"), "select": ("REF232",)}
    counts = [len(check(main, **cached).findings)]
    write(folder, {"refs.bib": files["refs.bib"] + "@misc{castel2009, title={T}}"})
    counts.append(len(check(main, **cached).findings))
    assert counts == [1, 0]


def test_document_from_stdin_is_compared(folder: Path) -> None:
    """An editor sends a text with the name of its file, whose lists are read."""
    write(folder, {"a.tex": r"\bibliography{refs}", "refs.bib": "@misc{castell2009, title={T}}"})
    text = r"\cite{castel2009}\bibliography{refs}"
    options = ["--isolated", "--select", "REF232", "-", "--stdin-filename", "a.tex"]
    done = CliRunner().invoke(cli, ["check", *options], input=text)
    assert (done.exit_code, "did you mean `castell2009`?" in done.stdout) == (1, True)
