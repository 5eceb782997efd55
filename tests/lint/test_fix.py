"""Fixes edit only their spans, do not overlap, and are applied until nothing changes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.formats.bibtex import read
from refkit.lint.fix import apply, fix_text
from refkit.lint.rule import Edit, Finding, Fix, Safety
from refkit.lint.settings import Settings
from refkit.model.source import Source, Span, decode


def change(*edits: tuple[int, int, str]) -> Finding:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Finding(Span(edits[0][0], edits[0][1]), "", Fix(made, Safety.SAFE, ""))


def test_edits_touch_only_their_spans() -> None:
    """Text outside the edits is not changed."""
    assert apply("abcdef", [change((1, 2, "B")), change((4, 5, ""))])[0] == "aBcdf"


def test_first_of_two_overlapping_fixes_wins() -> None:
    """The second fix is postponed to the next round."""
    text, applied = apply("abcdef", [change((1, 4, "X")), change((2, 3, "Y"))])
    assert (text, len(applied)) == ("aXef", 1)


def test_fix_is_done_whole_or_not_at_all() -> None:
    """If one edit of a fix overlaps another fix, none of its edits is applied."""
    text, _ = apply("abcdef", [change((0, 1, "X")), change((0, 1, "Y"), (5, 6, "Z"))])
    assert text == "Xbcdef"


def test_unsafe_fixes_have_to_be_asked_for() -> None:
    """Fixes that can change the typeset output are applied only on request."""
    source = Source("@article{a, vloume={1}, pages={1-2}}", "x.bib")
    safe = fix_text(source, read, Settings(select=("FLD", "PAG"))).source.text
    both = fix_text(source, read, Settings(select=("FLD", "PAG")), unsafe=True).source.text
    assert safe == "@article{a, vloume={1}, pages={1--2}}"
    assert both == "@article{a, volume={1}, pages={1--2}}"


def test_suppressed_findings_are_not_mended() -> None:
    """Suppressed findings are not fixed."""
    text = "% refkit: ignore[PAG102] so printed\n@article{a, pages={1-2}}"
    assert fix_text(Source(text, "x.bib"), read, Settings(select=("PAG",))).source.text == text


def test_what_is_left_is_told() -> None:
    """After the fixes, the findings are those of the fixed text."""
    fixed = fix_text(
        Source("@misc{a, note={}, pages={9--1}}", "x.bib"), read, Settings(select=("FLD", "PAG"))
    )
    assert ([f.code for f in fixed.applied], [f.code for f in fixed.left]) == (
        ["FLD102"],
        ["PAG101"],
    )


VALUES = st.sampled_from(
    ["{}", "{1-2}", "{1--2}", '"3-4"', "{T}", "{9-1}", "{https://doi.org/10.1000/x}"]
)
FIELDS = st.sampled_from(["pages", "note", "doi", "year", "title", "vloume", "Pages"])
ENTRIES = st.lists(st.lists(st.tuples(FIELDS, VALUES), max_size=6), max_size=3)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_fixing_twice_is_fixing_once(entries: list[list[tuple[str, str]]]) -> None:
    """A second `--fix` never changes anything."""
    text = "\n".join(
        f"@misc{{k{n},\n" + "".join(f"  {name} = {value},\n" for name, value in fields) + "}"
        for n, fields in enumerate(entries)
    )
    once = fix_text(Source(text, "x.bib"), read, Settings(select=("ALL",)), unsafe=True).source
    twice = fix_text(once, read, Settings(select=("ALL",)), unsafe=True).source
    assert twice.text == once.text


def test_no_fix_has_characters_that_the_encoding_lacks() -> None:
    """An en dash cannot be encoded in Latin-1, but an accented letter can."""
    source = decode("@misc{a, title={Caf\xe9 1&ndash;2 and caf&eacute;}}".encode("latin-1"))
    fixed = fix_text(source, read, Settings(), unsafe=True)
    assert fixed.source.text == "@misc{a, title={Caf\xe9 1&ndash;2 and caf\xe9}}"
    assert fixed.dropped == []
    assert fixed.source.encode()
