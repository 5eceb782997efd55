"""The pages of the rules are made from their docstrings, and are up to date."""

from pathlib import Path

from refkit.lint.pages import handbook
from refkit.lint.registry import all_rules

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_page_is_current() -> None:
    """`python docs/make_rules.py` would change nothing."""
    assert PAGE.read_text(encoding="utf-8") == handbook()


def test_every_rule_has_its_place_on_the_page() -> None:
    """Every rule has its own heading."""
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"\n## {rule.name} ({rule.code})\n" in page for rule in all_rules())
