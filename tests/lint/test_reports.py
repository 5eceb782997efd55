"""The output formats: findings as text for people and as data for programs."""

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from refkit.errors import RefkitError, UnknownChoice
from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.report import output_formats, render
from refkit.lint.run import Report
from refkit.lint.settings import Settings
from refkit.model.source import Source

TEXT = "@article{a,\n  pages = {101-110},\n  vloume = {1},\n}\n@misc{b, pages = {9--1}}\n"


def report(text: str = TEXT, name: str = "x.bib") -> Report:
    source = Source(text, name)
    settings = Settings(select=("PAG1", "FLD1"))
    return Report(findings=check(read(source), settings), sources=[source])


def told(form: str, of: Report | None = None) -> str:
    return "".join(render(form, of or report()))


def test_full_shows_the_line_with_carets() -> None:
    """The line is shown, and the faulty text is marked."""
    assert (
        "x.bib:3:3: FLD103 error: no style prints `vloume`; did you mean `volume`?\n"
        "  |\n"
        "3 |   vloume = {1},\n"
        "  |   ^^^^^^\n"
        "  = fix (unsafe): rename it to `volume`\n"
    ) in told("full")


def test_full_ends_with_what_it_comes_to() -> None:
    """The last lines give the number of findings and of available fixes."""
    assert told("full").endswith(
        "Found 2 problems in 1 file: 2 errors; and 1 info.\n"
        "[*] 1 can be fixed with `--fix`.\n"
        "1 can be fixed with `--fix --unsafe-fixes`, which may change the typeset output.\n"
    )


def test_carets_stand_under_wide_letters() -> None:
    """A wide character moves the carets by two columns."""
    lines = told("full", report("@misc{a, title={日本}, vloume={1}}")).splitlines()
    assert lines[3].index("^") == len("1 | @misc{a, title={日本}, ") + 2


def test_endless_line_is_cut_around_the_culprit() -> None:
    """A line of one megabyte is shortened around the marked text."""
    text = "@misc{a, title={" + "x" * 1_000_000 + "}, vloume={1}}"
    assert max(len(line) for line in told("full", report(text)).splitlines()) < 200


@pytest.mark.parametrize("form", output_formats())
def test_control_characters_reach_nobody(form: str) -> None:
    """Control characters in a file do not reach the terminal in any format."""
    evil = "\x1b[2J\x07\u202e\x9b"
    said = told(
        form,
        report(f"@misc{{a{evil}, title={{T}}, vl{evil}ume={{}}, pages={{9--1}}}}", f"x{evil}.bib"),
    )
    assert not set(said) & set(evil.replace("[2J", ""))


@pytest.mark.parametrize("form", ["gitlab", "json", "rdjson", "sarif"])
def test_json_is_written_one_finding_at_a_time(form: str) -> None:
    """The layout equals that of a single call of `json.dumps`."""
    pieces = list(render(form, report()))
    assert len(pieces) == 3 + 1
    assert "".join(pieces) == json.dumps(json.loads("".join(pieces)), indent=2) + "\n"


@pytest.mark.parametrize("form", output_formats())
def test_nothing_found_is_a_whole_report_too(form: str) -> None:
    """Each format has a valid report without findings."""
    clean = told(form, report("@misc{a, title={T}}"))
    assert "PAG102" in told(form, report())
    assert "PAG102" not in clean


def test_concise_is_a_line_a_finding() -> None:
    """The last line is the least severe finding."""
    line = told("concise").splitlines()[2]
    assert (
        line
        == "x.bib:2:15: PAG102 info: [*] the pages `101-110` are joined with one hyphen; write `--`"
    )


def test_json_holds_places_and_fixes() -> None:
    """The JSON output contains the positions and fixes of the text output."""
    first = json.loads(told("json"))[0]
    assert (first["code"], first["key"], first["location"]) == (
        "PAG102",
        "a",
        {"row": 2, "column": 15},
    )
    assert first["fix"]["applicability"] == "safe"
    assert first["fix"]["edits"][0]["content"] == "--"


def test_jsonlines_is_json_in_lines() -> None:
    """Each line is one object of the JSON array."""
    assert [json.loads(line) for line in told("jsonlines").splitlines()] == json.loads(told("json"))


def test_github_commands_carry_place_and_message() -> None:
    """The properties of a command are escaped, and the most severe findings come first."""
    lines = told("github").splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::error", "::notice"]
    assert lines[2].startswith(
        "::notice title=refkit (PAG102),file=x.bib,line=2,col=15,endLine=2,endColumn=16::"
    )


def test_gitlab_issues_have_what_the_format_requires() -> None:
    """Each issue has all required properties, and its fingerprint is unique."""
    issues = json.loads(told("gitlab"))
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issues[0])
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_fingerprints_do_not_move_with_the_entry() -> None:
    """Sorting the file does not reopen an alert."""
    moved = json.loads(told("gitlab", report("\n\n" + TEXT)))
    assert [i["fingerprint"] for i in moved] == [
        i["fingerprint"] for i in json.loads(told("gitlab"))
    ]


def test_junit_is_xml_with_a_failure_a_finding() -> None:
    """Each finding is a failed test case in the test suite of its file."""
    root = ElementTree.fromstring(told("junit"))
    assert (root.get("failures"), len(root.findall("testsuite/testcase/failure"))) == ("3", 3)


def test_rdjson_suggests_the_fix() -> None:
    """A fix is a suggestion that reviewdog can offer."""
    first = json.loads(told("rdjson"))["diagnostics"][0]
    assert first["suggestions"][0]["text"] == "--"


def test_markdown_is_a_table() -> None:
    """There is one row per finding, with its line and cite key."""
    assert "| 2 | `a` | info | PAG102 |" in told("markdown")


def test_unknown_format_names_the_nearest() -> None:
    """The error for a misspelt format suggests the nearest one."""
    with pytest.raises(UnknownChoice, match="did you mean `sarif`"):
        "".join(render("sarfi", report()))


def test_sarif_has_what_the_standard_requires() -> None:
    """SARIF 2.1.0: version, driver name, messages, valid indexes, and positions that start at 1."""
    log = json.loads(told("sarif"))
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert (log["version"], run["tool"]["driver"]["name"]) == ("2.1.0", "refkit")
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [
        r["ruleId"] for r in run["results"]
    ]
    assert all(r["message"]["text"] for r in run["results"])
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in run["results"]]
    assert all(value >= 1 for region in regions for value in region.values())
    assert {r["level"] for r in run["results"]} <= {"none", "note", "warning", "error"}


def test_sarif_tells_what_could_not_be_read() -> None:
    """The run is marked as unsuccessful if a file cannot be read."""
    broken = report()
    broken.errors.append(RefkitError("cannot read `y.bib`: no such file"))
    invocation = json.loads(told("sarif", broken))["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False


@pytest.mark.skipif(
    "REFKIT_SARIF_SCHEMA" not in os.environ, reason="REFKIT_SARIF_SCHEMA names no schema"
)
def test_sarif_validates_against_the_schema() -> None:
    """The output is valid according to the official schema (OASIS, sarif-schema-2.1.0.json)."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(Path(os.environ["REFKIT_SARIF_SCHEMA"]).read_text(encoding="utf-8"))
    broken = report()
    broken.errors.append(RefkitError("cannot read `y.bib`: no such file"))
    for case in (report(), report("@misc{a, title={T}}"), broken):
        jsonschema.validate(json.loads(told("sarif", case)), schema)


# What each format says for an error, a warning and an info.
LEVELS = {
    "concise": ("PAG101 error:", "FLD220 warning:", "PAG102 info:"),
    "full": ("PAG101 error:", "FLD220 warning:", "PAG102 info:"),
    "github": ("::error title=refkit (PAG101)", "::warning title=refkit (FLD220)", "::notice title=refkit (PAG102)"),
    "grouped": ("PAG101 error:", "FLD220 warning:", "PAG102 info:"),
    "gitlab": ('"severity": "major"', '"severity": "minor"', '"severity": "info"'),
    "json": ('"severity": "error"', '"severity": "warning"', '"severity": "info"'),
    "jsonlines": ('"severity": "error"', '"severity": "warning"', '"severity": "info"'),
    "junit": (">error, line", ">warning, line", ">info, line"),
    "markdown": ("| error | PAG101 |", "| warning | FLD220 |", "| info | PAG102 |"),
    "rdjson": ('"severity": "ERROR"', '"severity": "WARNING"', '"severity": "INFO"'),
    "sarif": ('"level": "error"', '"level": "warning"', '"level": "note"'),
}  # fmt: skip


@pytest.mark.parametrize("form", output_formats())
def test_every_format_shows_the_severity(form: str) -> None:
    """An error, a warning and an info can be distinguished in each format."""
    text = "@misc{a, pages={9--1}, edition={1}}\n@article{b, title={T}, school={S}, pages={1-9}}"
    source = Source(text, "x.bib")
    found = check(read(source), Settings(select=("PAG1", "FLD220")))
    said = told(form, Report(findings=found, sources=[source]))
    assert [words for words in LEVELS[form] if words not in said] == []


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_sarif_encodes_the_bytes_of_a_file_name() -> None:
    """A name that is not UTF-8 is percent-encoded as its bytes, like one that is."""
    for raw, encoded in ((b"bad\xff.bib", "bad%FF.bib"), ("é b.bib".encode(), "%C3%A9%20b.bib")):
        (run,) = json.loads(told("sarif", report(name=os.fsdecode(raw))))["runs"]
        places = [found["locations"][0]["physicalLocation"] for found in run["results"]]
        assert {place["artifactLocation"]["uri"] for place in places} == {encoded}
