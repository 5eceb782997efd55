"""A bibliography of several files: checked with what the other files define."""

import io
from pathlib import Path

import pytest

from refkit.lint.options import Request
from refkit.lint.run import Report, run

STRINGS = '@string{jo = "Journal of Oceans"}\n'
ARTICLE = "@article{a, author={Ames, Ann}, title={On tides}, journal=jo, volume=27, year=2011, pages={1--9}}\n"
CHILD = "@inproceedings{b, author={Bode, Bob}, title={On moons}, crossref={oc11}, pages={1--9}}\n"
PARENT = (
    "@proceedings{oc11, editor={Cole, Cy}, title={Proc. OCEANS}, booktitle={Proc. OCEANS}, "
    "publisher={IEEE}, year=2011}\n"
)
CODES = ("REF", "KEY", "REQ101", "SYN", "FLD102")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.with_suffix(path.suffix or ".bib").write_text(text)


def check(*paths: str, **options: object) -> Report:
    request: dict[str, object] = {"select": CODES, "cache": False, "isolated": True}
    return run(Request(paths or (".",), **(request | options)))  # type: ignore[arg-type]


def found(report: Report) -> list[tuple[str, str]]:
    return [(finding.code, finding.file) for finding in report.findings]


def test_named_files_are_one_bibliography(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE + CHILD, parents=PARENT)
    assert found(check("strings.bib", "refs.bib", "parents.bib")) == []


def test_the_order_of_named_files_does_not_count(folder: Path) -> None:
    """A shell sorts the names that `*.bib` stands for."""
    write(folder, strings=STRINGS, refs=ARTICLE + CHILD, parents=PARENT)
    assert found(check("parents.bib", "refs.bib", "strings.bib")) == []


def test_a_macro_of_the_folder_is_not_reported(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE + CHILD, parents=PARENT)
    assert found(check("refs.bib")) == []


def test_a_macro_of_the_run_is_not_reported(folder: Path) -> None:
    write(folder, lib__strings=STRINGS, text__refs=ARTICLE)
    assert found(check(".")) == []


def test_a_macro_of_another_folder_is_reported(folder: Path) -> None:
    write(folder, lib__strings=STRINGS, text__refs=ARTICLE)
    assert found(check("text/refs.bib")) == [("REF223", "text/refs.bib")]


def test_a_macro_that_nobody_defines_is_reported(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE.replace("=jo", "=joo"))
    assert found(check(".")) == [("REF223", "refs.bib")]


def test_a_parent_that_nobody_has_is_reported_without_its_fields(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=CHILD)
    assert found(check(".")) == [("REF220", "refs.bib")]


def test_a_file_in_the_folder_gives_no_value(folder: Path) -> None:
    """It may belong to another document."""
    year = ARTICLE.replace("year=2011", "year=when")
    write(folder, strings='@string{when = "2999"}', refs=STRINGS + year)
    assert found(check(".", select=("DAT",))) == []
    assert found(check("strings.bib", "refs.bib", select=("DAT",))) == [("DAT103", "refs.bib")]


def test_a_definition_below_its_use_is_reported(folder: Path) -> None:
    """The own file is not one of the others."""
    write(folder, refs=ARTICLE + STRINGS, other=PARENT)
    assert found(check(".")) == [("REF223", "refs.bib")]


CONFIG = 'bibliography = ["strings.bib", "refs.bib", "parents.bib"]\n'


def configured(folder: Path, config: str = CONFIG) -> Report:
    (folder / "refkit.toml").write_text(config)
    return check(isolated=False)


def test_configured_files_are_one_bibliography(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE + CHILD, parents=PARENT)
    assert found(configured(folder)) == []


def test_configured_files_are_read_even_if_one_is_checked(folder: Path) -> None:
    write(folder, lib__strings=STRINGS, refs=ARTICLE)
    (folder / "refkit.toml").write_text('bibliography = ["lib/strings.bib", "refs.bib"]\n')
    assert found(check("refs.bib", isolated=False)) == []


def test_the_order_of_configured_files_counts(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE)
    report = configured(folder, 'bibliography = ["refs.bib", "strings.bib"]\n')
    assert found(report) == [("REF223", "refs.bib")]
    assert "defined in `strings.bib`, which is read after this file" in report.findings[0].message


def test_a_file_keeps_the_name_that_the_user_gave(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE.replace("=jo", "=jq"))
    (folder / "refkit.toml").write_text('bibliography = ["strings.bib", "refs.bib"]\n')
    path = str(folder / "refs.bib")
    assert found(check(path, isolated=False)) == [("REF223", path)]


def test_standard_input_is_read_in_the_place_of_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor passes the unsaved text."""
    write(folder, strings=STRINGS, refs="")
    (folder / "refkit.toml").write_text('bibliography = ["strings.bib", "refs.bib"]\n')
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((ARTICLE + CHILD).encode())))
    report = check("-", stdin_filename="refs.bib", isolated=False)
    assert found(report) == [("REF220", "refs.bib")]


def test_the_order_of_a_glob_does_not_count(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE)
    assert found(configured(folder, 'bibliography = ["*.bib"]\n')) == []


def test_configured_paths_are_relative_to_the_configuration(folder: Path) -> None:
    write(folder, paper__strings=STRINGS, paper__refs=ARTICLE.replace("}}", "}}\n"))
    (folder / "paper/refkit.toml").write_text('bibliography = ["strings.bib", "refs.bib"]\n')
    assert found(check(".", isolated=False)) == []


def test_a_file_outside_a_configured_bibliography_defines_nothing(folder: Path) -> None:
    """The configuration says which files there are."""
    write(folder, strings=STRINGS, refs=ARTICLE)
    assert found(configured(folder, 'bibliography = ["refs.bib"]\n')) == [("REF223", "refs.bib")]


def test_a_missing_configured_file_is_a_note(folder: Path) -> None:
    write(folder, refs=ARTICLE)
    report = configured(folder, 'bibliography = ["strings.bib", "refs.bib"]\n')
    assert found(report) == []
    assert ["names `strings.bib`, which does not exist" in note for note in report.notes] == [True]


def test_a_key_in_two_configured_files_is_reported_in_the_later(folder: Path) -> None:
    again = "@book{A, author={Cole, Cy}, title={On moons}, publisher={IEEE}, year=2011}"
    write(folder, strings=STRINGS, refs=ARTICLE, parents=PARENT, more=again)
    report = configured(folder, CONFIG.replace("parents", "more"))
    assert found(report) == [("KEY101", "more.bib")]
    assert "in line 1 of `refs.bib`" in report.findings[0].message


def test_a_key_in_two_named_files_is_not_reported(folder: Path) -> None:
    """They may be the bibliographies of two papers."""
    write(folder, one=STRINGS + ARTICLE, two=STRINGS + ARTICLE)
    assert found(check("one.bib", "two.bib")) == []


PAPER = "\\documentclass{article}\n\\begin{document}\n\\cite{a}\n\\bibliographystyle{plain}\n%s\n\\end{document}\n"


def test_files_that_a_document_in_the_folder_names_are_one_bibliography(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE + CHILD, parents=PARENT)
    (folder / "paper.tex").write_text(PAPER % r"\bibliography{strings,refs,parents}")
    assert found(check()) == []


def test_the_order_in_a_document_counts(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE)
    (folder / "paper.tex").write_text(PAPER % r"\bibliography{refs,strings}")
    assert found(check()) == [("REF223", "refs.bib")]


def test_the_order_in_a_document_for_biber_does_not_count(folder: Path) -> None:
    """It uses no style of BibTeX."""
    write(folder, strings=STRINGS, refs=ARTICLE)
    (folder / "paper.tex").write_text("\\addbibresource{refs.bib}\n\\addbibresource{strings.bib}\n")
    assert found(check()) == []


def test_a_document_that_is_named_counts(folder: Path) -> None:
    write(folder, lib__strings=STRINGS, refs=ARTICLE)
    (folder / "paper.tex").write_text(PAPER % r"\bibliography{lib/strings,refs}")
    assert found(check("paper.tex", "refs.bib")) == []


def test_a_document_above_the_files_counts(folder: Path) -> None:
    write(folder, bib__strings=STRINGS, bib__refs=ARTICLE)
    (folder / "paper.tex").write_text(PAPER % r"\bibliography{bib/refs,bib/strings}")
    assert found(check()) == [("REF223", "bib/refs.bib")]


def test_a_file_that_a_document_names_and_that_does_not_exist_may_define_all(folder: Path) -> None:
    """IEEEabrv.bib comes with TeX."""
    write(folder, other="", refs=ARTICLE + ARTICLE.replace("{a,", "{c,").replace("=jo", "=jx"))
    (folder / "paper.tex").write_text(PAPER % r"\bibliography{IEEEabrv,refs}")
    assert [pair for pair in found(check()) if pair[0] == "REF223"] == []


def test_front_matter_declares_a_bibliography(folder: Path) -> None:
    one = "@book{a, author={Cole, Cy}, title={On moons}, publisher={IEEE}, year=2011}"
    write(folder, one=one, two=one)
    (folder / "paper.qmd").write_text("---\nbibliography: [one.bib, two.bib]\n---\n")
    assert ("KEY101", "two.bib") in found(check())


def test_fixes_are_written_to_each_file(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE.replace("1--9", "1-9") + CHILD, parents=PARENT)
    report = check("strings.bib", "refs.bib", "parents.bib", fix=True, select=("PAG", "REF"))
    assert (found(report), [new.name for _, new in report.changes]) == ([], ["refs.bib"])
    assert "pages={1--9}" in (folder / "refs.bib").read_text()


def test_processes_give_the_same_findings(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE + CHILD, parents=PARENT, bad=ARTICLE.replace("=jo", "=j"))  # fmt: skip
    assert found(check(jobs=2)) == found(check(jobs=1)) == [("REF223", "bad.bib")]


def cached(folder: Path, *paths: str, **options: object) -> list[tuple[str, str]]:
    return found(check(*paths, cache=True, cache_dir=str(folder / "cache"), **options))


def test_a_change_of_another_file_invalidates_the_findings(folder: Path) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE)
    assert cached(folder, "strings.bib", "refs.bib") == []
    write(folder, strings=STRINGS.replace("jo", "jq"))
    assert cached(folder, "strings.bib", "refs.bib") == [("REF223", "refs.bib")]


def test_a_new_file_in_the_folder_invalidates_the_findings(folder: Path) -> None:
    write(folder, refs=ARTICLE)
    assert cached(folder, "refs.bib") == [("REF223", "refs.bib")]
    write(folder, strings=STRINGS)
    assert cached(folder, "refs.bib") == []


def test_a_value_of_another_file_invalidates_the_findings_in_entries(folder: Path) -> None:
    """The entry uses the macro, and its text is the same."""
    year = ARTICLE.replace("year=2011", "year=when")
    write(folder, strings=STRINGS + '@string{when = "2011"}', refs=year)
    options = {"select": ("DAT",)}
    assert cached(folder, "strings.bib", "refs.bib", **options) == []
    write(folder, strings=STRINGS + '@string{when = "2999"}', refs=year + "\n")
    assert cached(folder, "strings.bib", "refs.bib", **options) == [("DAT103", "refs.bib")]


def test_a_new_configuration_invalidates_the_findings(folder: Path) -> None:
    one = "@book{a, author={Cole, Cy}, title={On moons}, publisher={IEEE}, year=2011}"
    write(folder, one=one, two=one)
    assert cached(folder, isolated=False) == []
    (folder / "refkit.toml").write_text('bibliography = ["one.bib", "two.bib"]')
    from refkit.lint.config import nearest_config
    from refkit.lint.config_files import find_config

    find_config.cache_clear()
    nearest_config.cache_clear()
    assert cached(folder, isolated=False) == [("KEY101", "two.bib")]


def test_a_new_document_invalidates_the_findings(folder: Path) -> None:
    one = "@book{a, author={Cole, Cy}, title={On moons}, publisher={IEEE}, year=2011}"
    write(folder, one=one, two=one)
    assert cached(folder) == []
    (folder / "paper.tex").write_text(PAPER % r"\bibliography{one,two}")
    assert cached(folder) == [("KEY101", "two.bib")]


def test_unchanged_files_are_recalled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, strings=STRINGS, refs=ARTICLE, other=ARTICLE.replace("=jo", "=j"))
    first = cached(folder)
    monkeypatch.setattr("refkit.lint.engine.check_file", None)
    assert cached(folder) == first == [("REF223", "other.bib")]


def test_a_document_that_names_a_missing_file(folder: Path) -> None:
    """LaTeX would print no reference."""
    write(
        folder,
        **{"d.tex": "\\addbibresource{none.bib}\n\\addbibresource{x.bib}\n", "x.bib": STRINGS},
    )
    notes = run(Request(("d.tex",), isolated=True, cache=False)).notes
    assert notes == ("`d.tex` names the bibliography `none.bib`, which does not exist",)


def test_a_macro_of_two_files(folder: Path) -> None:
    """The second value counts, so the first is not what its author expects."""
    other = STRINGS.replace("Journal of", "J. of")
    write(
        folder,
        **{"a.bib": STRINGS, "b.bib": other, "refkit.toml": 'bibliography = ["a.bib", "b.bib"]'},
    )
    report = run(Request(("a.bib", "b.bib"), select=("REF224",), cache=False))
    assert [(f.file, f.message) for f in report.findings] == [
        (
            "b.bib",
            "@string `jo` was defined before in another file as `Journal of Oceans`; keep one of the two",
        )
    ]


def test_the_same_macro_in_two_files_passes(folder: Path) -> None:
    """Files often contain the same list of macros."""
    write(
        folder,
        **{"a.bib": STRINGS, "b.bib": STRINGS, "refkit.toml": 'bibliography = ["a.bib", "b.bib"]'},
    )
    assert run(Request(("a.bib", "b.bib"), select=("REF224",), cache=False)).findings == []
