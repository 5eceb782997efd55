"""Findings are counted in two halves, judged in one of them, and recorded; rules on by default are right in 9 of 10."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pytest
from tools import _evidence
from tools._evidence import Judged, insufficient, load_evidence, record, score
from tools.rule_evidence import half_of, main, paragraph, repository

from refkit.lint.registry import all_rules
from refkit.model.source import Source

LOOK_NAME, COUNT_NAME = "larch+thesis", "birch+thesis"  # SHA-256 even and odd
WRONG_PAGES = "@misc{%s, author={Ada Moor}, title={Tides}, year=2001, pages={9--%d}}\n\n"


def write_bibliography(folder: Path, name: str, count: int) -> None:
    """Write a file with a number of entries whose pages are reversed."""
    text = "".join(WRONG_PAGES % (f"key{number}", number) for number in range(1, count + 1))
    (folder / f"{name}__refs.bib").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two wrong entries in the half to look at, and three in the other."""
    write_bibliography(tmp_path, LOOK_NAME, 2)
    write_bibliography(tmp_path, COUNT_NAME, 3)
    return tmp_path


def judge(folder: Path, *options: str) -> list[dict[str, object]]:
    """Return the findings that `--judge` writes."""
    target = folder / "findings.jsonl"
    main([str(folder), "--judge", "PAG101", "--out", str(target), *options])
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def write_judged(path: Path, verdicts: Sequence[bool | None], half: str = "count") -> str:
    """Write a judged file about one rule, and return its name."""
    question = _evidence.Question("PAG101", half, 40, "a.bib", 3, "key", "message", "", "", [])
    rows = [asdict(question) | {"right": verdict} for verdict in verdicts]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/data/larch+thesis__chapter__refs.bib", "larch+thesis"),
        ("/data/amber/refs.bib", "amber"),
        ("/data/amber/__refs.bib", "amber"),
    ],
)
def test_the_repository_is_in_the_name_or_is_the_folder(path: str, name: str) -> None:
    """It ends at the first `__`."""
    assert repository(path) == name


def test_the_halves_depend_on_the_name_of_the_repository() -> None:
    """All files of a repository are in the same half, today and tomorrow."""
    assert (half_of(LOOK_NAME), half_of(COUNT_NAME)) == ("look", "count")


def test_the_table_counts_both_halves(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings and files in the half to look at, then in the other."""
    main([str(folder), "--select", "PAG101"])
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[-1][:6] == ["PAG101", "reversed-pages", "2", "1", "3", "1"]


def test_the_table_has_the_median_of_files_of_medium_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files with fewer than 50 entries say little about a thesis."""
    write_bibliography(tmp_path, COUNT_NAME, 60)
    write_bibliography(tmp_path, f"{COUNT_NAME}s", 3)
    main([str(tmp_path), "--select", "PAG101"])
    printed = capsys.readouterr().out
    assert "median of findings: 8 in 1 files of 50 to 200 entries" in printed


def test_show_prints_only_the_half_to_look_at(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other half would be worthless afterwards."""
    main([str(folder), "--show", "PAG101"])
    printed = capsys.readouterr().out
    assert (printed.count("@misc{"), COUNT_NAME in printed) == (2, False)


def test_a_question_has_the_finding_and_its_entry(folder: Path) -> None:
    """A reader needs nothing else."""
    row = judge(folder)[0]
    assert (row["code"], row["half"], row["firings"], row["right"]) == ("PAG101", "count", 3, None)
    assert str(row["entry"]).startswith("@misc{" + str(row["key"]))


def test_a_question_has_the_entry_that_the_message_names(tmp_path: Path) -> None:
    """Whether two entries are the same work shows only from both."""
    entry = "@misc{%s, author={Ada Moor}, title={Tides of %s}, year=2001, doi={10.5555/12x}}\n"
    text = entry % ("one", "Fundy") + entry % ("two", "Leith")
    (tmp_path / f"{COUNT_NAME}__refs.bib").write_text(text, encoding="utf-8")
    target = tmp_path / "findings.jsonl"
    main([str(tmp_path), "--judge", "DUP220", "--out", str(target)])
    row = json.loads(target.read_text(encoding="utf-8"))
    assert ("Leith" in row["entry"], "Fundy" in row["related"][0]) == (True, True)


def test_a_sample_is_the_same_for_the_same_seed(folder: Path) -> None:
    """Another seed gives other findings."""
    write_bibliography(folder, COUNT_NAME, 8)
    samples = [judge(folder, "--sample", "4", "--seed", seed) for seed in ("1", "1", "2")]
    assert [len(sample) for sample in samples] == [4, 4, 4]
    assert samples[0] == samples[1] != samples[2]


def test_text_without_entries_is_shown_as_a_paragraph() -> None:
    """The lines up to the next empty lines."""
    text = "TY  - JOUR\nTI  - Tides\n\nTY  - JOUR\nTI  - Leith\nSP  - 9\nEP  - 8\nER  - \n\nTY  - BOOK\n"
    assert paragraph(Source(text), 6).splitlines()[:2] == ["TY  - JOUR", "TI  - Leith"]


def test_the_score_is_the_fraction_of_right_findings(tmp_path: Path) -> None:
    """Of those that were read, not of all."""
    judged = score([write_judged(tmp_path / "a.jsonl", [True] * 3 + [False])], "2026-11-30")
    assert judged == {"PAG101": Judged(4, 3, 40, "count", "2026-11-30")}


def test_a_finding_that_is_not_judged_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is neither right nor wrong."""
    assert main(["--score", write_judged(tmp_path / "a.jsonl", [True, None])]) == 2
    assert capsys.readouterr().err == "1 findings are not judged, the first is a.bib:3 PAG101\n"


def test_figures_are_added_to_the_recorded_ones(tmp_path: Path) -> None:
    """A rule that was judged again is replaced, others are kept."""
    path = tmp_path / "evidence.json"
    path.write_text("{}", encoding="utf-8")
    first, second = (
        Judged(20, 15, 40, "count", "2026-11-29"),
        Judged(20, 19, 30, "count", "2026-11-30"),
    )
    record({"PAG101": first, "DAT220": first}, path)
    record({"PAG101": second}, path)
    assert load_evidence(path) == {"DAT220": first, "PAG101": second}


def test_the_half_to_look_at_is_no_evidence(tmp_path: Path) -> None:
    """The author has fitted the rule to it."""
    path = tmp_path / "evidence.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="PAG101: only the half to count on"):
        record({"PAG101": Judged(20, 20, 40, "look", "2026-11-30")}, path)


@pytest.mark.parametrize(
    ("read", "right", "firings", "codes"),
    [
        (20, 18, 300, []),
        (20, 17, 300, ["PAG101"]),
        (19, 19, 300, ["PAG101"]),
        (3, 3, 3, []),
    ],
)
def test_a_rule_on_by_default_is_right_in_nine_of_ten(
    read: int, right: int, firings: int, codes: list[str]
) -> None:
    """Of 20 findings or, if there are fewer, of all."""
    assert insufficient({"PAG101": Judged(read, right, firings, "count", "2026-11-30")}) == codes


def test_a_rule_that_is_off_may_be_wrong() -> None:
    """Who enables it accepts that."""
    off = next(rule.code for rule in all_rules() if not rule.default)
    assert insufficient({off: Judged(20, 1, 300, "count", "2026-11-30")}) == []


def test_the_recorded_figures_are_sufficient() -> None:
    """A rule that is right less often is off by default, or becomes right."""
    assert insufficient(load_evidence()) == []


def test_the_recorded_figures_are_of_rules_that_exist() -> None:
    """A renumbered rule takes its figures along."""
    assert set(load_evidence()) - {rule.code for rule in all_rules()} == set()
