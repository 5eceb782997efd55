"""The engine: which rules run, which findings are suppressed, and in which order they come."""

import datetime
from collections.abc import Iterator

import pytest

from refkit.errors import UnknownChoice
from refkit.formats.bibtex import read
from refkit.lint.engine import check, check_across
from refkit.lint.rule import REGISTER, Context, Finding, rule
from refkit.lint.settings import Ignore, Settings, selected_rules
from refkit.model.entry import Entry
from refkit.model.source import Source

DAY = datetime.date(2026, 11, 22)
PAGES = "@misc{a, pages={9--1}}\n"


def codes(text: str, settings: Settings | None = None) -> list[str]:
    return [f.code for f in check(read(Source(text, "x.bib")), settings or Settings(today=DAY))]


def selected(
    select: tuple[str, ...] = (), extend_select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> set[str]:
    return {r.code for r in selected_rules(Settings(select, extend_select, ignore))}


def test_findings_carry_rule_file_and_key() -> None:
    """A finding contains its rule, file, position and cite key."""
    found = check(read(Source("\n" + PAGES, "x.bib")), Settings(select=("PAG101",)))[0]
    said = (found.code, found.name, found.file, found.line, found.column, found.key)
    assert said == ("PAG101", "reversed-pages", "x.bib", 2, 17, "a")


def test_findings_come_by_place() -> None:
    """Findings are sorted by position, not by rule."""
    text = "@misc{a, pages={9--1}, note={}}\n@misc{a, note={}}\n"
    assert codes(text, Settings(select=("PAG", "FLD", "KEY"))) == [
        "PAG101",
        "FLD102",
        "KEY101",
        "FLD102",
    ]


def test_select_takes_prefixes_names_and_all() -> None:
    """Rules can be selected by family, by name and by ALL."""
    assert selected(select=("PAG",)) == {
        c for c in selected(select=("ALL",)) if c.startswith("PAG")
    }
    assert selected(select=("reversed-pages",)) == {"PAG101"}


def test_extend_select_adds_to_the_default() -> None:
    """A rule that is off by default is added to the default rules."""
    assert selected(extend_select=("SUP103",)) - selected() == {"SUP103"}


def test_ignore_takes_from_the_default() -> None:
    """The rules of an ignored family do not run."""
    assert not any(code.startswith("PAG") for code in selected(ignore=("PAG",)))


def test_longer_selector_wins() -> None:
    """One rule of an ignored family can be selected, and the other way around."""
    assert "PAG101" in selected(extend_select=("PAG101",), ignore=("PAG",))
    assert "PAG101" not in selected(select=("PAG",), ignore=("PAG101",))


def test_unknown_selector_names_the_nearest() -> None:
    """A misspelt selector stops the run, and the error suggests the nearest code."""
    with pytest.raises(UnknownChoice, match="did you mean `PAG101`"):
        selected(select=("PAG1O1",))


def test_per_file_ignores_hold_for_their_files() -> None:
    """A rule that is ignored in one file is reported in another."""
    settings = Settings(select=("PAG",), per_file_ignores=(("old/*.bib", ("PAG",)),))
    library = read(Source(PAGES, "old/x.bib"))
    assert (check(library, settings), codes(PAGES, settings)) == ([], ["PAG101"])


@pytest.mark.parametrize(
    "before",
    [
        "% refkit: ignore[PAG101] printed so\n",
        "% refkit: ignore[PAG] printed so\n",
        "% refkit: ignore[reversed-pages] printed so\n",
        "@comment{refkit: ignore[PAG101] printed so}\n",
        "% refkit: ignore-file[PAG101] printed so\n",
    ],
)
def test_comment_before_the_entry_keeps_back(before: str) -> None:
    """A comment suppresses a code, family or name in the next entry or in the whole file."""
    assert codes(before + PAGES) == []


def test_comment_holds_for_one_entry() -> None:
    """The comment does not apply to later entries."""
    text = "% refkit: ignore[PAG101] printed so\n" + PAGES + "@misc{b, pages={9--1}}"
    assert codes(text) == ["PAG101"]


@pytest.mark.parametrize("value", ["PAG101: printed so", "ignore[PAG101, KEY] printed so"])
def test_field_inside_the_entry_keeps_back(value: str) -> None:
    """A field can suppress findings, because some programs drop comments."""
    assert (
        codes(f"@misc{{a, pages={{9--1}}, x-refkit={{{value}}}}}", Settings(select=("PAG",))) == []
    )


def test_configured_exception_keeps_back_at_its_key() -> None:
    """An exception in the configuration applies to its key and its rule only."""
    settings = Settings(select=("PAG",), ignores=(Ignore("a", "PAG101", "printed so"),))
    assert codes(PAGES + "@misc{b, pages={9--1}}", settings) == ["PAG101"]


def test_rule_that_raises_costs_itself_alone() -> None:
    """If a rule raises an exception, this is reported, and the other rules still run."""

    @rule("ZZZ999", "broken-rule")
    def broken(entry: Entry, context: Context) -> Iterator[Finding]:
        raise ZeroDivisionError("by zero")

    try:
        from refkit.lint import registry

        registry.all_rules.cache_clear()
        found = check(read(Source(PAGES, "x.bib")), Settings(select=("ZZZ", "PAG")))
        assert [f.code for f in found] == ["ZZZ999", "PAG101"]
        assert "please report it" in found[0].message
    finally:
        del REGISTER["ZZZ999"]
        registry.all_rules.cache_clear()


def test_files_are_compared_with_one_another() -> None:
    """Rules that compare files see all files of a run."""
    across = [r for r in selected_rules(Settings(select=("ALL",), preview=True)) if r.across]
    libraries = [read(Source(PAGES, "x.bib")), read(Source(PAGES, "y.bib"))]
    found = check_across(libraries, Settings(select=("ALL",), preview=True, today=DAY))
    assert {f.code for f in found} <= {r.code for r in across}
