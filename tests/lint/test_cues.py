"""Cues: words without which a rule cannot report anything."""

from refkit.formats.bibtex import read
from refkit.lint.cues import NON_ASCII, CueFinder, has_cue
from refkit.lint.engine import check
from refkit.lint.settings import Settings
from refkit.model.source import Source

ENTRIES = read(
    Source(
        "@string{cap = {Plain WORD}} @misc{a, title={A Word}} @misc{b, title={*x}} "
        "@misc{c, title={Käse}} @misc{d, note=cap}",
        "x.bib",
    )
).entries


def keys_with(*cues: str) -> set[str]:
    return {entry.key for entry in CueFinder(ENTRIES).entries_with(frozenset(cues))}


def test_a_cue_is_found_in_any_case_and_in_macros() -> None:
    """Values are compared in lower case, and macros are expanded."""
    assert keys_with("word") == {"a", "d"}


def test_one_of_several_cues_is_enough() -> None:
    """An entry is visited if one of the cues occurs."""
    assert keys_with("absent", "käse", "a word") == {"a", "c"}


def test_a_line_end_is_before_each_value() -> None:
    """A cue can say that a value begins with a character."""
    assert keys_with("\n*") == {"b"}


def test_characters_outside_ascii_are_a_cue() -> None:
    """Rules about other characters skip entries in ASCII."""
    assert keys_with(NON_ASCII) == {"c"}


def test_a_rule_on_fields_looks_for_cues_in_its_field() -> None:
    """A word in another field of the entry says nothing about this one."""
    values = [(has_cue({"\n*x"}, f.value), has_cue({"word"}, f.value)) for f in ENTRIES[1].fields]
    assert values == [(True, False)]


def test_a_rule_visits_the_fields_with_its_cue() -> None:
    """The rule on page texts visits fields with "|", not every title of such an entry."""
    text = "@misc{a, title={Tide | JSTOR}, note={|}} @misc{b, title={Tide}, note={| JSTOR}}"
    found = check(read(Source(text, "x.bib")), Settings(select=("TEX234",)))
    assert [finding.key for finding in found] == ["a"]
