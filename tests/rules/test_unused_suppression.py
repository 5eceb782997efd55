"""Suppressions that have no effect."""

from tests.rules.lintcase import TODAY

from refkit.formats.bibtex import read
from refkit.lint.engine import check
from refkit.lint.settings import Ignore, Settings
from refkit.model.source import Source


def codes(text: str, *select: str, ignores: tuple[Ignore, ...] = ()) -> list[str]:
    settings = Settings(select=select, today=TODAY, ignores=ignores)
    return [f.code for f in check(read(Source(text, "x.bib")), settings)]


REVERSED = "@misc{a, pages={9--1}}"


def test_used_one_is_silent() -> None:
    """A suppression of an existing finding is not reported."""
    assert codes("% refkit: ignore[PAG101] so printed\n" + REVERSED, "PAG", "SUP") == []


def test_unused_one_is_found() -> None:
    """A suppression of a rule without findings is reported."""
    assert codes("% refkit: ignore[PAG101] why\n@misc{a, pages={1--9}}", "PAG", "SUP") == ["SUP101"]


def test_rule_that_did_not_run_proves_nothing() -> None:
    """A suppression is not reported if its rule did not run."""
    assert codes("% refkit: ignore[PAG101] why\n@misc{a, pages={1--9}}", "KEY", "SUP") == []


def test_unused_exception_of_the_configuration_is_found() -> None:
    """Exceptions in the configuration are checked in the same way."""
    wish = Ignore("a", "PAG101", "so printed")
    assert codes("@misc{a, pages={1--9}}", "PAG", "SUP", ignores=(wish,)) == ["SUP101"]
