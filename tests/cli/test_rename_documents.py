"""`refkit rename` in documents: only the characters of keys change, in all files or in none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refkit.cli import main

LIST = "@book{old, title={One}, author={Doe, J.}, year=2001}\n@book{other, title={Two}}\n"

KILLED_RUN = """
import os, signal, sys
from refkit.cli import main
replace, left = os.replace, int(sys.argv[1])
def replace_and_die(source, target):
    global left
    replace(source, target)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
os.replace = replace_and_die
main(["rename", "old", "new"])
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "refs.bib").write_text(LIST)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["rename", *map(str, arguments)])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", "\\cite{other,%\n  old} % \\cite{old}\n\\verb|\\cite{old}| old \\parencites[1]{old}{other}\n"),
        ("a.md", "See [@old, p. 3; @other], `@old` and old; mail me@old. @old [p. 4] says, [-@old].\n"),
        ("a.rst", "See :cite:p:`old,other` and :footcite:`old`; ``:cite:`old```.\n"),
        ("a.org", "See [cite/t:see @old p. 3;@other] and old.\n"),
    ],
)  # fmt: skip
def test_citations_follow(folder: Path, name: str, text: str) -> None:
    """Code, comments and the word itself stay."""
    (folder / name).write_text(text)
    before = run("old", "new", "--dry-run")
    assert before.exit_code == 0
    assert (folder / name).read_text() == text
    assert run("old", "new").exit_code == 0
    result = (folder / name).read_text()
    assert (folder / "refs.bib").read_text() == LIST.replace("{old", "{new")
    assert result.count("new") == len(before.stdout.splitlines()) - 1 > 0
    assert result.replace("new", "old") == text
    assert run("new", "old").exit_code == 0
    assert (folder / name).read_text() == text


def test_notebooks_keep_their_json(folder: Path) -> None:
    """Outputs and the layout of the JSON stay as they are."""
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["See [@old].\n", "And @old."]},
        {"cell_type": "code", "metadata": {}, "outputs": [], "source": ["x = '@old'"]},
    ]
    text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    (folder / "a.ipynb").write_text(text)
    assert run("old", "new").exit_code == 0
    assert (folder / "a.ipynb").read_text() == text.replace("[@old]", "[@new]").replace(
        "And @old", "And @new"
    )


def test_a_named_document_brings_its_parts_and_lists(folder: Path) -> None:
    """Parts include parts, and the list is that of the main document."""
    (folder / "parts").mkdir()
    (folder / "lists").mkdir()
    os.replace("refs.bib", "lists/refs.bib")
    (folder / "main.tex").write_text("\\input{parts/one}\n\\bibliography{lists/refs}\n")
    (folder / "parts/one.tex").write_text("\\cite{old}\\input{parts/two}")
    (folder / "parts/two.tex").write_text("\\citet{old}")
    (folder / "else.tex").write_text("\\cite{old}")
    result = run("old", "new", "main.tex")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        0, "1 key renamed, 2 citations in 2 documents renamed, 1 key left unchanged",
    )  # fmt: skip
    assert (folder / "parts/two.tex").read_text() == "\\citet{new}"
    assert (folder / "lists/refs.bib").read_text() == LIST.replace("{old", "{new")
    assert (folder / "else.tex").read_text() == "\\cite{old}"


def test_a_mistyped_key_of_a_document_is_renamed_to_one_of_the_list(folder: Path) -> None:
    """The list does not change."""
    (folder / "paper.md").write_text("---\nbibliography: refs.bib\n---\nSee @odl.\n")
    assert run("odl", "old", "paper.md").exit_code == 0
    assert (folder / "paper.md").read_text().endswith("See @old.\n")
    assert (folder / "refs.bib").read_text() == LIST


def test_a_key_style_changes_lists_and_documents(folder: Path) -> None:
    """A key that a document already uses is not given to another work."""
    (folder / "paper.tex").write_text("\\cite{old} \\cite{Doe2001}")
    assert run("--key-style", "[auth][year]").exit_code == 0
    assert (folder / "paper.tex").read_text() == "\\cite{Doe2001a} \\cite{Doe2001}"
    assert "@book{Doe2001a," in (folder / "refs.bib").read_text()


def test_items_of_the_document_itself_are_renamed(folder: Path) -> None:
    """Without any list."""
    (folder / "paper.tex").write_text(
        "\\cite{mine}\n\\bibitem[Doe(2001)]{mine} J. Doe. One. 2001.\n"
    )
    assert run("mine", "yours", "paper.tex").exit_code == 0
    assert (folder / "paper.tex").read_text().count("{yours}") == 2


@pytest.mark.parametrize(
    ("name", "text", "new", "message"),
    [
        ("a.tex", "\\cite{old}", "other", "there is an entry `other` already"),
        ("a.tex", "\\cite{old}\\bibitem{mine} M. Me.", "mine", "a.tex:1:20: the document defines `mine`"),
        ("a.md", "x\n\nSee @old.", "a+", "a.md:3:6: the key `a+` cannot be written here instead of `old`"),
        ("a.qmd", "See @old.", "fig-1", "the key `fig-1` cannot be written here"),
    ],
)  # fmt: skip
def test_a_refused_key_changes_nothing(
    folder: Path, name: str, text: str, new: str, message: str
) -> None:
    """The message names the place, and neither the list nor other documents change."""
    (folder / name).write_text(text)
    (folder / "b.tex").write_text("\\cite{old}")
    before = contents(folder)
    result = run("old", new)
    assert (result.exit_code, message in result.stderr) == (2, True), result.stderr
    assert contents(folder) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_encodings_and_line_ends_are_kept(folder: Path, encoding: str) -> None:
    """All other bytes stay, also stray ones."""
    text = "Käse\r\n\\cite{old}\rend\n"
    raw = text.encode(encoding) + (b"" if encoding == "utf-16" else b"% \x81\xff\n")
    (folder / "a.tex").write_bytes(raw)
    assert run("old", "new").exit_code == 0
    changed = (folder / "a.tex").read_bytes()
    assert changed != raw
    assert changed.replace("new".encode(encoding)[-3:], "old".encode(encoding)[-3:]) == raw or (
        changed.decode("utf-16") == text.replace("old", "new")
    )


def test_check_and_diff_change_nothing(folder: Path) -> None:
    """The difference contains documents, and the exit code is 1."""
    (folder / "a.tex").write_text("\\cite{old}\n")
    before = contents(folder)
    shown = run("old", "new", "--diff")
    assert (shown.exit_code, "+\\cite{new}\n" in shown.stdout) == (1, True)
    assert run("old", "new", "--check").exit_code == 1
    assert contents(folder) == before


def test_a_read_only_document_prevents_all_changes(folder: Path) -> None:
    """The list and the other documents keep the old key."""
    (folder / "a.tex").write_text("\\cite{old}")
    (folder / "a.tex").chmod(0o444)
    assert run("old", "new").exit_code == 2
    assert (folder / "refs.bib").read_text() == LIST


def test_missing_parts_are_reported(folder: Path) -> None:
    """The rest is renamed."""
    (folder / "main.tex").write_text("\\cite{old}\\input{gone}\\input{main}\\bibliography{refs}")
    result = run("old", "new", "main.tex")
    assert (result.exit_code, "gone.tex" in result.stderr) == (0, True)
    assert "\\cite{new}" in (folder / "main.tex").read_text()


def test_a_table_of_keys_is_applied_to_documents(folder: Path) -> None:
    """Keys can be exchanged, and the table that another run wrote can be used."""
    (folder / "a.tex").write_text("\\cite{old,other,odl}")
    (folder / "keys.csv").write_text("old,new\nold,other\nother,old\nodl,other\n")
    assert run("--keys", "keys.csv", "--map", "again.csv").exit_code == 0
    assert (folder / "a.tex").read_text() == "\\cite{other,old,other}"
    assert (folder / "again.csv").read_text() == (folder / "keys.csv").read_text()


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("old\n", "row 1 is not an old key and its new key"),
        ("old,new\nold,a\nold,b\n", "row 3 is not"),
        ("old,new\nold,\n", "row 2 is not"),
        ("old,a\nother,a\n", "would both be renamed to `a`"),
        ("gone,a\n", "gone"),
    ],
)
def test_invalid_tables_of_keys_are_refused(folder: Path, table: str, message: str) -> None:
    """Nothing changes."""
    (folder / "keys.csv").write_text(table)
    before = contents(folder)
    result = run("--keys", "keys.csv")
    assert (result.exit_code, message in result.stderr) == (2, True), result.stderr
    assert contents(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("renamings", range(1, 9))
def test_a_killed_run_leaves_all_files_old_or_new(folder: Path, renamings: int) -> None:
    """After the next run, whatever it renames."""
    for number in range(6):
        (folder / f"{number}.tex").write_text("\\cite{old}")
    killed = subprocess.run([sys.executable, "-c", KILLED_RUN, str(renamings)], capture_output=True)
    assert killed.returncode == -9
    run("other", "another")
    texts = [(folder / "refs.bib").read_text(), *(p.read_text() for p in folder.glob("*.tex"))]
    assert {"{new" in text for text in texts} == {renamings > 1}
    assert {"{old" in text for text in texts} == {renamings == 1}


def test_a_key_of_a_list_that_is_only_read_is_refused(folder: Path) -> None:
    """Otherwise the documents would cite a key that the list does not have."""
    (folder / "refs.yml").write_text("mine:\n  type: book\n  title: Mine\n")
    (folder / "a.typ").write_text('See @mine and @old.\n#bibliography(("refs.yml", "refs.bib"))\n')
    before = contents(folder)
    result = run("mine", "yours", "a.typ")
    assert (result.exit_code, "refs.yml" in result.stderr) == (2, True), result.stderr
    assert contents(folder) == before
    assert run("old", "new", "a.typ").exit_code == 0
    assert (folder / "a.typ").read_text().startswith("See @mine and @new.")


def test_project_files_are_renamed_with_their_documents(folder: Path) -> None:
    """The list and the works that are not cited in the text."""
    (folder / "_quarto.yml").write_text("bibliography: refs.bib\nnocite: |\n  @old, @other\n")
    (folder / "a.qmd").write_text("See @old.\n")
    assert run("old", "new", "a.qmd").exit_code == 0
    assert "@new, @other" in (folder / "_quarto.yml").read_text()
    assert (folder / "refs.bib").read_text() == LIST.replace("{old", "{new")


def test_typst_labels_are_not_keys(folder: Path) -> None:
    """A key cannot become the name of a label."""
    (folder / "a.typ").write_text("= One <intro>\nSee @intro and @old.\n")
    result = run("old", "intro")
    assert (result.exit_code, "a label `intro`" in result.stderr) == (2, True), result.stderr
    assert run("old", "new").exit_code == 0
    assert (folder / "a.typ").read_text() == "= One <intro>\nSee @intro and @new.\n"
