"""The pages of the rules are made from their docstrings, and are up to date."""

import runpy
from pathlib import Path

import pytest

from refkit.lint.pages import page
from refkit.lint.registry import all_rules, find_rule

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "rules.md"


@pytest.mark.parametrize("name", ["rules.md", "rules-evidence.md"])
def test_page_is_current(name: str) -> None:
    """`python docs/make_rules.py` would change nothing."""
    pages = runpy.run_path(str(DOCS / "make_rules.py"))["pages"]()
    assert (DOCS / name).read_text(encoding="utf-8") == pages[name]


def test_every_rule_has_its_place_on_the_page() -> None:
    """Every rule has its own heading."""
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"\n## {rule.name} ({rule.code})\n" in text for rule in all_rules())


@pytest.mark.parametrize(
    ("code", "severity"),
    [("SYN101", "error"), ("DAT220", "warning"), ("IDS229", "warning"), ("TTL221", "info"), ("DUP221", "warning")],
)  # fmt: skip
def test_the_severity_is_documented(code: str, severity: str) -> None:
    """Faults are errors, contradictions and signals are warnings, and matters of style are infos."""
    assert f"**Severity**: {severity}." in page(find_rule(code))
