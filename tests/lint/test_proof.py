"""A fix is applied only if its result passes the checks."""

from collections.abc import Callable, Iterator

import pytest

from refkit.formats.bibtex import read
from refkit.lint import proof
from refkit.lint.fix import Fixed, fix_text
from refkit.lint.rule import Edit, Finding, Fix, Safety
from refkit.lint.settings import Settings
from refkit.model.entry import Entry, Field
from refkit.model.library import Library
from refkit.model.source import Source, Span

Mistaken = Callable[[Field, Entry], Iterator[Finding]]


def fixed_by(
    rule: Mistaken, text: str, monkeypatch: pytest.MonkeyPatch, unsafe: bool = True
) -> Fixed:
    """Return the fixed text if only one rule for fields is enabled."""

    def check(library: Library, settings: Settings, memory: object) -> list[Finding]:
        return [f for e in library.entries for field in e.fields for f in rule(field, e)]

    monkeypatch.setattr(proof, "check_file", check)
    return fix_text(Source(text, "x.bib"), read, Settings(), unsafe)


def found(field: Field, entry: Entry, span: Span, text: str, safety: Safety) -> Finding:
    """Return a finding about a field, with one edit."""
    fix = Fix((Edit(span, text),), safety, "change it")
    return Finding(field.span, field.name, fix, entry.source, "TST100")


def braces_for_ever(field: Field, entry: Entry) -> Iterator[Finding]:
    """Report a finding that remains after its fix."""
    if field.name == "author":
        yield found(field, entry, field.value_span, f"{{{{{field.value}}}}}", Safety.UNSAFE)


def test_fix_whose_finding_stays_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is unchanged, and the reason is reported."""
    text = "@misc{a, author={WHO}, title={T}}"
    fixed = fixed_by(braces_for_ever, text, monkeypatch)
    assert fixed.source.text == text
    assert [d.reason for d in fixed.dropped] == ["`TST100` would be reported again"]


def test_finding_of_a_dropped_fix_is_left_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The finding is still reported, but not as fixable."""
    fixed = fixed_by(braces_for_ever, "@misc{a, author={WHO}}", monkeypatch)
    assert [(f.code, f.fix) for f in fixed.left] == [("TST100", None)]


def renames_to_note(field: Field, entry: Entry) -> Iterator[Finding]:
    """Rename a field to `note` without checking whether the entry already has one."""
    if field.name.endswith("note") and field.name != "note":
        yield found(field, entry, field.name_span, "note", Safety.UNSAFE)


def test_fix_that_doubles_a_field_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first of two fields is renamed, and the fix of another entry is applied."""
    text = "@misc{a, anote={1}, bnote={2}} @misc{b, cnote={3}}"
    fixed = fixed_by(renames_to_note, text, monkeypatch)
    assert fixed.source.text == "@misc{a, note={1}, bnote={2}} @misc{b, note={3}}"
    assert [d.reason for d in fixed.dropped] == ["there would be two fields `note`"]


def changes_the_year(field: Field, entry: Entry) -> Iterator[Finding]:
    """Offer a safe fix that changes a fact."""
    if field.name == "year" and field.value == "1999":
        yield found(field, entry, field.value_span, "2000", Safety.SAFE)


def test_safe_fix_that_changes_the_item_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A safe fix must leave every item unchanged."""
    text = "@misc{a, year=1999}"
    fixed = fixed_by(changes_the_year, text, monkeypatch, unsafe=False)
    assert fixed.source.text == text
    assert [d.reason for d in fixed.dropped] == ["the meaning of the reference would change"]


def test_safe_fix_that_changes_an_heir_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inherited fields are part of an entry's item."""

    def empties_the_note(field: Field, entry: Entry) -> Iterator[Finding]:
        if field.name == "publisher" and entry.key == "p":
            yield found(field, entry, field.name_span, "xpublisher", Safety.SAFE)

    text = "@inbook{a, title={T}, crossref={p}} @book{p, title={B}, publisher={P}}"
    fixed = fixed_by(empties_the_note, text, monkeypatch, unsafe=False)
    assert fixed.source.text == text


@pytest.mark.parametrize("broken", ["{", "}", '"', "{T}, note"])
def test_fix_that_breaks_the_entry_is_dropped(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fix is dropped if entries are parsed differently; fixes of other entries are applied."""

    def breaks(field: Field, entry: Entry) -> Iterator[Finding]:
        if field.name == "note" and field.value == "N":
            text = broken if entry.key == "b" else "{M}"
            yield found(field, entry, field.value_span, text, Safety.UNSAFE)

    text = "@misc{a, note={N}}\n@misc{b, note={N}}\n@misc{c, note={N}}\n"
    fixed = fixed_by(breaks, text, monkeypatch)
    assert fixed.source.text == "@misc{a, note={M}}\n@misc{b, note={N}}\n@misc{c, note={M}}\n"


def test_two_rules_that_undo_each_other_come_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two fixes that undo each other do not cause an endless loop."""

    def swings(field: Field, entry: Entry) -> Iterator[Finding]:
        other = {"1": "{2}", "2": "{1}"}.get(field.value)
        if other:
            finding = found(field, entry, field.value_span, other, Safety.UNSAFE)
            finding.code = f"TST10{field.value}"
            yield finding

    text = "@misc{a, note={1}}"
    assert fixed_by(swings, text, monkeypatch).source.text in (text, text.replace("1", "2"))


def renamed_or_broken(field: Field, entry: Entry) -> Iterator[Finding]:
    """Offer a fix that renames a field and one that writes a character at which TeX stops."""
    if field.name in ("vloume", "note") and "&" not in field.value[1:]:
        rename = field.name == "vloume"
        span = field.name_span if rename else field.value_span
        yield found(field, entry, span, "volume" if rename else "{A & B}", Safety.UNSAFE)
    elif field.name in ("volume", "note") and "&" in field.value:
        yield Finding(field.value_span, "`&` stops TeX", None, entry.source, "TEX220")


def test_what_a_rename_uncovers_is_not_its_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another rule may report the value after the rename."""
    fixed = fixed_by(renamed_or_broken, "@misc{a, vloume={&}}", monkeypatch)
    assert (fixed.source.text, fixed.dropped) == ("@misc{a, volume={&}}", [])


def test_fix_that_writes_an_error_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fix must not write text that causes a new error."""
    fixed = fixed_by(renamed_or_broken, "@misc{a, note={B}}", monkeypatch)
    assert [d.reason for d in fixed.dropped] == ["`TEX220` would be reported"]


def splits_at_ampersand(field: Field, entry: Entry) -> Iterator[Finding]:
    """Treat every ampersand as a separator."""
    at = field.value.find(" & ")
    if field.name == "author" and at >= 0:
        start = field.value_span.start + 1 + at
        yield found(field, entry, Span(start, start + 3), " and ", Safety.UNSAFE)


@pytest.mark.parametrize(
    ("author", "dropped"),
    [
        ("Simon & Schuster", ["`author` would have other names"]),
        ("Roe, Ann and Simon & Schuster", ["`author` would have other names"]),
        ("Roe, Ann & Doe, Jane and WHO", []),
        ("A. Roe & {World Bank}", []),
    ],
)
def test_only_people_are_separated(
    author: str, dropped: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of names changes only if the new names are certainly people or in braces."""
    fixed = fixed_by(splits_at_ampersand, f"@misc{{a, author={{{author}}}}}", monkeypatch)
    assert [d.reason for d in fixed.dropped] == dropped
