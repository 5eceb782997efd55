"""The index of rules is up to date and limits imports to rules that can report something."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tools import rule_index

from refkit.lint import registry
from refkit.lint.rule import REGISTER
from refkit.lint.rules._index import ROWS

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json, sys
from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.model.source import Source
check(read(Source({text!r}, "x.bib")))
print(json.dumps([name for name in sys.modules if name.startswith("refkit.lint.rules.")]))
"""


def imported_for(text: str) -> set[str]:
    """Return the rule modules that a new interpreter imports to check a text."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(text=text)], capture_output=True, text=True,
        check=True, env={"PYTHONPATH": str(ROOT / "src"), "PATH": ""},
    )  # fmt: skip
    return {name.rpartition(".")[2] for name in json.loads(done.stdout)}


def test_the_index_is_current() -> None:
    """The index has to be written again after a rule or its decorator changes."""
    message = "the index of rules is out of date; run `python -m tools.rule_index`"
    assert rule_index.PATH.read_text(encoding="utf-8") == rule_index.text(), message


def test_a_rule_whose_fields_are_missing_is_not_imported() -> None:
    """Rules about ISSN and ORCID are not imported for an entry without these fields."""
    rules = {"issn_check_digit", "orcid_check_digit"}
    assert imported_for("@misc{a, title = {Tides}}").isdisjoint(rules)


def test_a_rule_whose_fields_are_present_is_imported() -> None:
    assert "issn_check_digit" in imported_for("@article{a, issn = {1234-5678}}")


def test_a_rule_that_is_not_in_the_index_runs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new rule runs even if the index does not contain it yet."""
    monkeypatch.delitem(sys.modules, "refkit.lint.rules.reversed_pages", raising=False)
    monkeypatch.delitem(REGISTER, "PAG101", raising=False)
    monkeypatch.setattr(registry, "ROWS", [row for row in ROWS if row[0] != "PAG101"])
    assert "PAG101" in [rule.code for rule in registry.all_rules.__wrapped__()]


def test_the_index_agrees_with_the_decorators() -> None:
    """The data about a rule in the index equal those in its decorator."""
    rule_index.text()
    indexed = {rule.code: rule for rule in registry.all_rules()}
    names = ("fields", "needs", "kinds", "types", "formats", "visits", "across", "default")
    assert [
        (code, name)
        for code in indexed
        for name in names
        if getattr(indexed[code], name) != getattr(REGISTER[code], name)
    ] == []
