"""Real files: a second fix changes nothing, and safe fixes keep the meaning."""

import os
from functools import cache
from pathlib import Path

import pytest
from tests.rules.lintcase import TODAY

from refkit.formats.bibtex import read
from refkit.lint.fix import Fixed, fix_text
from refkit.lint.settings import Settings
from refkit.model.source import decode

CASES = (
    Path(os.environ.get("REFKIT_CASES", Path(__file__).parents[3] / "shared" / "cases"))
    / "bib-real"
)
FILES = sorted(CASES.glob("*.bib"))
DEFAULT = Settings(today=TODAY)
pytestmark = pytest.mark.skipif(not FILES, reason="the cases are not beside the repository")


@cache
def fixed(path: Path) -> Fixed:
    return fix_text(decode(path.read_bytes(), path.name), read, DEFAULT)


def test_fixing_twice_is_fixing_once() -> None:
    """A second `--fix` changes none of the files."""
    once = [fixed(path).source for path in FILES]
    assert [s.name for s in once if fix_text(s, read, DEFAULT).applied] == []


def test_safe_fixes_keep_the_meaning() -> None:
    """Every item is the same before and after safe fixes."""
    changed = []
    for path in FILES:
        after = fixed(path)
        before = list(read(decode(path.read_bytes(), path.name))) if after.applied else []
        for old, new in zip(before, read(after.source) if before else (), strict=True):
            if (old.type, old.text, old.names, old.dates) != (
                new.type,
                new.text,
                new.names,
                new.dates,
            ):
                changed.append(old.id)
    assert changed == []


def test_no_rule_fails_on_a_real_file() -> None:
    """No finding reports that a rule raised an exception."""
    assert [
        f.message for path in FILES for f in fixed(path).left if "please report it" in f.message
    ] == []
