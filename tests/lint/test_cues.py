"""Cues: words without which a rule cannot report anything."""

from refkit.formats.bibtex import read
from refkit.lint.cues import NON_ASCII, FieldTexts, cue_texts, with_cues
from refkit.model.source import Source

ENTRIES = read(
    Source(
        "@string{cap = {Plain WORD}} @misc{a, title={A Word}} @misc{b, title={*x}} "
        "@misc{c, title={Käse}} @misc{d, note=cap}",
        "x.bib",
    )
).entries


def keys_with(*cues: str) -> list[str]:
    return [entry.key for entry in with_cues(cues, ENTRIES, cue_texts(ENTRIES))]


def test_a_cue_is_found_in_any_case_and_in_macros() -> None:
    """Values are compared in lower case, and macros are expanded."""
    assert keys_with("word") == ["a", "d"]


def test_one_of_several_cues_is_enough() -> None:
    """An entry is visited if one of the cues occurs."""
    assert keys_with("absent", "käse", "a word") == ["a", "c"]


def test_a_line_end_is_before_each_value() -> None:
    """A cue can say that a value begins with a character."""
    assert keys_with("\n*") == ["b"]


def test_characters_outside_ascii_are_a_cue() -> None:
    """Rules about other characters skip entries in ASCII."""
    assert keys_with(NON_ASCII) == ["c"]


def test_a_rule_on_fields_looks_for_cues_in_its_field() -> None:
    """A word in another field of the entry says nothing about this one."""
    entries = read(
        Source("@misc{a, title={Tide}, note={A WORD}} @misc{b, title={Word}, note={x}}", "x.bib")
    ).entries
    texts = FieldTexts(list(entries))
    assert [entry.key for entry in with_cues(["word"], entries, *texts.at(0))] == ["b"]
    assert [entry.key for entry in with_cues(["word"], entries, *texts.at(1))] == ["a"]
