"""`check --style` reports what the style does not print."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from refkit import api
from refkit.cli.check import command
from refkit.lint.options import Request
from refkit.lint.run import run
from refkit.records import replace

EID = "@article{k, author={Roe, Ann}, title={Small things}, journal={Salt}, volume={7}, eid={10535}, year={2016}}\n"
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title/><id/><updated/></info><citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter=", "><names variable="author"/><text variable="title"/>
<text variable="container-title"/><text variable="volume"/><date variable="issued" form="text"/>%s
</layout></bibliography></style>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.bib").write_text(EID)
    return tmp_path


def lost(folder: Path, **options: object) -> list[str]:
    cache = str(folder / "cache")
    request = Request(
        (".",), api.printed_by, api.lost_by, ("REQ222",), isolated=True, cache_dir=cache
    )
    request = replace(request, **options)  # type: ignore[arg-type]
    return [finding.file for finding in run(request).findings]


def test_the_command_reports_lost_facts(folder: Path) -> None:
    result = CliRunner().invoke(command, ["--style", "nature", "--no-cache", "refs.bib"])
    assert "style `nature` does not print `eid` (`10535`)" in result.output


def test_without_a_style_the_command_reports_none(folder: Path) -> None:
    assert "REQ222" not in CliRunner().invoke(command, ["--no-cache", "refs.bib"]).output


def test_the_style_of_the_configuration_counts(folder: Path) -> None:
    (folder / "refkit.toml").write_text('style = "nature"\n')
    result = CliRunner().invoke(command, ["--no-cache", "--config", "refkit.toml", "refs.bib"])
    assert "REQ222" in result.output


def test_processes_find_the_same(folder: Path) -> None:
    (folder / "more.bib").write_text(EID)
    assert lost(folder, style="nature", cache=False, jobs=2) == ["more.bib", "refs.bib"]


def test_a_change_of_the_style_invalidates_the_findings(folder: Path) -> None:
    style = folder / "own.csl"
    style.write_text(STYLE % "")
    assert lost(folder, style=str(style)) == ["refs.bib"]
    style.write_text(STYLE % '<text variable="number"/>')
    assert lost(folder, style=str(style)) == []


def test_the_function_reports_lost_facts() -> None:
    found = api.check(api.loads(EID), style="nature", select="REQ222")
    assert [finding.code for finding in found] == ["REQ222"]
