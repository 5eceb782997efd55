"""Three-way merge of .bib texts."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit.formats.bibtex import read
from refkit.formats.bibtex.merge import Conflict
from refkit.formats.bibtex.merge import merge_texts as merge
from refkit.formats.bibtex.merge_lines import Markers, merge_lines
from refkit.model.source import Source

BASE = """\
@string{jx = "Journal X"}

% Rivers
@article{rhine,
  author = {Doe, Jane},
  title = {The Rhine},
  year = 2001,
}

@book{elbe,
  title = "The Elbe",
  year = 2002
}

@misc{oder, title = {The Oder}, year = 2003}
"""


def edited(*changes: tuple[str, str], text: str = BASE) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def test_different_fields_of_an_entry_are_combined() -> None:
    """A new field follows the one that it follows on its side; the rest is unchanged."""
    ours = edited(("{The Rhine}", "{Rhine}"))
    theirs = edited(("year = 2001,", "year = 2001,\n  doi = {10.1000/1},"))
    merged = merge(BASE, ours, theirs)
    expected = edited(("{The Rhine}", "{Rhine}"), text=theirs)
    assert (merged.text, merged.conflicts) == (expected, [])


@pytest.mark.parametrize(
    ("change", "other"),
    [
        (("  year = 2001,\n", ""), ("{The Rhine}", "{Rhine}")),
        (("@book{elbe", "@collection{elbe"), ('"The Elbe"', "{Elbe}")),
        (("@book{elbe", "@book{elbe2002"), ('"The Elbe"', "{Elbe}")),
        (("\n@misc{oder, title = {The Oder}, year = 2003}\n", ""), ("{The Rhine}", "{Rhine}")),
        (("% Rivers", "% Long rivers"), ("{The Rhine}", "{Rhine}")),
        (('"Journal X"', '"X"'), ("@string{jx", '@string{jy = "Y"}\n\n@string{jx')),
        (("\n@book{elbe", "\n@misc{main, title = {Main}}\n\n@book{elbe"), ("year = 2002", "")),
    ],
)
def test_changes_of_different_places_are_combined_from_both_sides(
    change: tuple[str, str], other: tuple[str, str]
) -> None:
    """It does not matter which side made which change."""
    both = edited(change, other)
    for ours, theirs in ((edited(change), edited(other)), (edited(other), edited(change))):
        merged = merge(BASE, ours, theirs)
        assert (merged.text, merged.conflicts) == (both, [])


def test_entries_that_both_sides_add_at_the_end_are_kept() -> None:
    """Ours come first."""
    merged = merge(BASE, BASE + "\n@misc{main}\n", BASE + "\n@misc{ruhr}\n")
    assert merged.text == BASE + "\n@misc{main}\n\n@misc{ruhr}\n"
    assert not merged.conflicts


def test_only_the_field_that_both_sides_changed_is_a_conflict() -> None:
    """The markers are on their own lines around that field."""
    ours = edited(("{The Rhine}", "{Rhine}"), ("year = 2001", "year = 2011"))
    theirs = edited(("{The Rhine}", "{Der Rhein}"), ("Doe, Jane", "Doe, J."))
    merged = merge(BASE, ours, theirs)
    both = edited(
        ("year = 2001", "year = 2011"),
        ("Doe, Jane", "Doe, J."),
        (
            "  title = {The Rhine},\n",
            "<<<<<<< ours\n  title = {Rhine},\n=======\n  title = {Der Rhein},\n>>>>>>> theirs\n",
        ),
    )
    assert merged.text == both
    assert merged.conflicts == [Conflict("rhine", "title", "both sides changed the field `title`")]


def test_a_conflict_in_an_entry_of_one_line_has_its_own_lines() -> None:
    """Both versions can be read."""
    merged = merge(BASE, edited(("The Oder", "Oder")), edited(("The Oder", "Odra")))
    lines = merged.text.splitlines()
    assert lines[-6:] == [
        "<<<<<<< ours", "title = {Oder},", "=======", "title = {Odra},", ">>>>>>> theirs",
        " year = 2003}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ours", "theirs", "message"),
    [
        (("  year = 2001,\n", ""), ("2001", "2011"), "ours removed the field `year`, and theirs changed it"),
        (("2001", "2011"), ("  year = 2001,\n", ""), "theirs removed the field `year`, and ours changed it"),
        (("@book{elbe", "@misc{elbe"), ("@book{elbe", "@online{elbe"), "both sides changed the type"),
        (("{elbe", "{e1"), ("{elbe", "{e2"), "both sides changed the key"),
        (("% Rivers", "% A"), ("% Rivers", "% B"), "both sides changed the text before `rhine`"),
        (('"Journal X"', '"X"'), ('"Journal X"', '"XX"'), "both sides changed the entry"),
    ],
)  # fmt: skip
def test_what_both_sides_changed_is_one_conflict(
    ours: tuple[str, str], theirs: tuple[str, str], message: str
) -> None:
    """Without the markers and the lines of one side, the text is that of the other side."""
    merged = merge(BASE, edited(ours), edited(theirs))
    assert [conflict.message for conflict in merged.conflicts] == [message]
    assert resolved(merged.text, ours=True).split() == edited(ours).split()
    assert resolved(merged.text, ours=False).split() == edited(theirs).split()


def test_an_entry_that_one_side_removed_and_the_other_changed_is_a_conflict() -> None:
    """A change of layout alone is none."""
    removed = edited(('\n@book{elbe,\n  title = "The Elbe",\n  year = 2002\n}\n', ""))
    merged = merge(BASE, removed, edited(("2002", "2012")))
    assert merged.conflicts == [
        Conflict("elbe", "", "ours removed the entry, and theirs changed it")
    ]
    assert resolved(merged.text, ours=True).split() == removed.split()
    assert merge(BASE, removed, edited(("year = 2002", "  year = 2002"))).text == removed


def resolved(text: str, *, ours: bool) -> str:
    """Return a text with conflicts resolved for one side."""
    kept: list[str] = []
    side = ""
    for line in text.splitlines(keepends=True):
        if line.startswith("<<<<<<<"):
            side = "ours"
        elif line.startswith("=======") and side:
            side = "theirs"
        elif line.startswith(">>>>>>>"):
            side = ""
        elif side in ("", "ours" if ours else "theirs"):
            kept.append(line)
    return "".join(kept)


def test_a_changed_value_wins_over_changed_delimiters() -> None:
    """The content counts, not how it is delimited or wrapped."""
    ours = edited(('"The Elbe"', "{The\n    Elbe}"))
    assert merge(BASE, ours, edited(('"The Elbe"', '"Elbe"'))).text == edited(
        ('"The Elbe"', '"Elbe"')
    )


def test_the_layout_of_the_side_that_changed_it_is_kept() -> None:
    """One side tidied the file, the other changed a value."""
    tidy = "@misc{oder,\n  title = {The Oder},\n  year = 2003,\n}\n"
    theirs = edited(("@misc{oder, title = {The Oder}, year = 2003}\n", tidy))
    for ours, other in (
        (edited(("2003", "2013")), theirs),
        (theirs, edited(("2003", "2013"))),
    ):
        assert merge(BASE, ours, other).text == theirs.replace("2003", "2013")


def test_the_order_of_the_side_that_moved_entries_is_kept() -> None:
    """New entries follow the entry that they follow on their side."""
    head, rhine, elbe, oder = BASE.replace("% Rivers\n", "").rstrip().split("\n\n")
    base = "\n\n".join((head, rhine, elbe, oder)) + "\n"
    moved = "\n\n".join((head, elbe, oder, rhine)) + "\n"
    ours = base.replace("2001", "2011").rstrip() + "\n\n@misc{main}\n"
    merged = merge(base, ours, moved)
    new_rhine = rhine.replace("2001", "2011")
    assert merged.text == "\n\n".join((head, elbe, oder, "@misc{main}", new_rhine)) + "\n"


def test_line_ends_are_ours() -> None:
    """The other side's editor may have changed them all."""
    ours = edited(("2001", "2011")).replace("\n", "\r\n")
    merged = merge(BASE, ours, edited(("2003", "2013")))
    assert merged.text == edited(("2001", "2011"), ("2003", "2013")).replace("\n", "\r\n")


def test_a_malformed_entry_is_merged_as_a_whole() -> None:
    """Other entries are still merged by field."""
    broken = edited(("  author = {Doe, Jane},", "  author {Doe, Jane},"))
    ours, theirs = broken.replace("2003", "2013"), broken.replace("The Oder", "Oder")
    assert merge(broken, ours, theirs).text == ours.replace("The Oder", "Oder")
    ours, theirs = (
        broken.replace("@article{rhine", "@book{rhine"),
        broken.replace("@article{rhine,", "@article{rhine, year = 1,"),
    )
    merged = merge(broken, ours, theirs)
    assert [c.message for c in merged.conflicts] == ["both sides changed the entry"]
    assert resolved(merged.text, ours=True).split() == ours.split()


def test_a_key_that_two_entries_get_is_a_conflict() -> None:
    """Ours renamed an entry, theirs added one with the new key."""
    merged = merge(
        BASE, edited(("{elbe,", "{alster,")), BASE + "\n@misc{alster, title = {Alster}}\n"
    )
    assert [c.message for c in merged.conflicts] == ["two different entries have this key now"]


def test_lines_of_text_are_merged() -> None:
    """Lines that only one side changed are combined; others are between markers."""
    base = "a\nb\nc\nd\n"
    assert merge_lines(base, "A\nb\nc\nd\n", "a\nb\nc\nD\n", Markers()) == ("A\nb\nc\nD\n", 0)
    text, count = merge_lines(base, "a\nX\nc\nd\n", "a\nY\nc\nd", Markers("me", "you", 3))
    assert (text, count) == ("a\n<<< me\nX\n===\nY\n>>> you\nc\nd", 1)


NAMES = ("title", "year", "note", "author", "doi")
KEYS = ("k1", "k2", "k3", "k4", "k5")
ENTRIES = st.dictionaries(
    st.sampled_from(KEYS),
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(("a", "b", "c")), min_size=1),
)


@dataclass
class Expected:
    """A merge of dictionaries by the definition, and the places where it is not defined."""

    entries: dict[str, dict[str, str]] = field(default_factory=dict)
    conflicts: set[tuple[str, str]] = field(default_factory=set)


def written(entries: dict[str, dict[str, str]]) -> str:
    return "\n\n".join(
        f"@misc{{{key},\n" + "".join(f"  {n} = {{{key}{v}}},\n" for n, v in fields.items()) + "}"
        for key, fields in entries.items()
    )


def expected_merge(base: dict, ours: dict, theirs: dict) -> Expected:  # type: ignore[type-arg]
    expected = Expected()
    for key in {**base, **ours, **theirs}:
        old, mine, yours = (side.get(key) for side in (base, ours, theirs))
        if old is not None and (mine is None or yours is None):
            kept = mine or yours
            if kept is not None and kept != old:
                expected.conflicts.add((key, ""))
            continue
        fields = {}
        for name in NAMES:
            values = [(side or {}).get(name) for side in (old, mine, yours)]
            if old is None and (mine is None or yours is None):
                values[0] = None
                value = values[1] or values[2]
            elif values[1] == values[2] or values[2] == values[0]:
                value = values[1]
            elif values[1] == values[0]:
                value = values[2]
            else:
                expected.conflicts.add((key, name))
                continue
            if value:
                fields[name] = value
        expected.entries[key] = fields
    return expected


@given(ENTRIES, ENTRIES, ENTRIES)
def test_a_merge_is_what_the_definition_says(base: dict, ours: dict, theirs: dict) -> None:  # type: ignore[type-arg]
    """Conflicts are exactly the fields that both sides changed, and without any, all values are right."""
    merged = merge(written(base), written(ours), written(theirs))
    expected = expected_merge(base, ours, theirs)
    assert {(c.key, c.part) for c in merged.conflicts} == expected.conflicts
    if not expected.conflicts:
        entries = read(Source(merged.text)).entries
        found = {e.key: {f.name: f.value.removeprefix(e.key) for f in e.fields} for e in entries}
        assert {k: v for k, v in found.items() if v} == {
            k: v for k, v in expected.entries.items() if v
        }


@given(ENTRIES, ENTRIES)
def test_a_merge_with_one_changed_side_is_that_side(base: dict, side: dict) -> None:  # type: ignore[type-arg]
    """Every byte is that of the side, whichever it is."""
    old, new = written(base), written(side)
    assert (
        merge(old, new, old).text == merge(old, old, new).text == merge(old, new, new).text == new
    )


def test_references_follow_an_entry_that_the_other_side_renamed() -> None:
    """Also those in new entries."""
    child = "\n@inbook{essay, crossref = {elbe}}\n"
    merged = merge(BASE, edited(("{elbe,", "{elbe2002,")), BASE + child)
    assert merged.text == edited(("{elbe,", "{elbe2002,")) + child.replace("{elbe}", "{elbe2002}")
    assert not merged.conflicts


@pytest.mark.parametrize(
    "change", [('@string{jx = "Journal X"}', ""), ("@string{jx =", "@string{jy =")]
)
def test_a_macro_that_the_other_side_uses_is_kept(change: tuple[str, str]) -> None:
    """One side removed or renamed its definition."""
    new = "\n@article{essay, journal = jx}\n"
    for ours, theirs in ((edited(change), BASE + new), (BASE + new, edited(change))):
        merged = merge(BASE, ours, theirs)
        assert '@string{jx = "Journal X"}' in merged.text
        assert not merged.conflicts
        assert not read(Source(merged.text)).faults


def test_a_removed_entry_to_which_the_other_side_refers_is_a_conflict() -> None:
    """Otherwise its child would lose fields."""
    entry = '\n@book{elbe,\n  title = "The Elbe",\n  year = 2002\n}\n'
    merged = merge(BASE, edited((entry, "")), BASE + "\n@inbook{essay, crossref = {elbe}}\n")
    assert merged.conflicts == [
        Conflict("elbe", "", "ours removed the entry, and theirs refers to it")
    ]
    assert resolved(merged.text, ours=False).count("@book{elbe,") == 1


def test_keys_that_differ_in_case_are_one_key_for_bibtex() -> None:
    """Both sides added it."""
    merged = merge(
        BASE, BASE + "\n@misc{Main, title = {A}}\n", BASE + "\n@misc{main, title = {A}}\n"
    )
    assert merged.conflicts == [Conflict("Main", "key", "both sides changed the key")]


def test_many_entries_that_are_alike_can_be_renamed() -> None:
    """The fields that they share do not hide those that they do not."""
    base = "\n".join(
        f"@book{{k{n}, title = {{T{n}}}, note = {{N{n}}}, year = 2001, publisher = {{P}}}}"
        for n in range(100)
    )
    merged = merge(base, base.replace("{k", "{new"), base.replace("{N", "{M"))
    assert not merged.conflicts
    assert merged.text == base.replace("{k", "{new").replace("{N", "{M")
