"""CSL-YAML is read as pandoc reads it, and what is written is read again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import refkit
from refkit.data.csl import (
    DATE_VARIABLES,
    ITEM_TYPES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    TEXT_VARIABLES,
)
from refkit.errors import UnreadableFile
from refkit.formats import for_reading
from refkit.formats.csl_yaml.markdown import from_markdown, to_markdown
from refkit.model.date import Date, DatePoint
from refkit.model.item import Item
from refkit.model.name import Name
from refkit.model.source import Source


def item(text: str) -> Item:
    """Return the first item of a list of references."""
    return next(
        iter(refkit.loads(f"references:\n- id: a\n  type: book\n  {text}\n", format="csl-yaml"))
    )


def full_items() -> list[Item]:
    """Return an item of each type with all variables."""
    names = (
        Name("Beethoven", "Ludwig", "van"),
        Name("Fontaine", "Jean", "La", "de"),
        Name("King", "Martin Luther", suffix="Jr.", comma_suffix=True),
        Name(literal="Society of *Stars*, The"),
        Name(others=True),
    )
    dates = (
        Date(start=DatePoint(2001, 5, 3)),
        Date(start=DatePoint(-43)),
        Date(start=DatePoint(1999), end=DatePoint(2001, 2)),
        Date(start=DatePoint(1990), open_end=True),
        Date(start=DatePoint(2001, season=2), approximate=True),
        Date(literal="in press"),
    )
    found = []
    for index, kind in enumerate(sorted(ITEM_TYPES)):
        texts = TEXT_VARIABLES - {"citation-key"}
        text = {name: f"{name}: *a* [b] #{index} - “c” 'd' \"e\"" for name in texts}
        text |= {name: str(index) for name in NUMBER_VARIABLES}
        text |= {"title": 'A <i>b</i> <b>c</b> x<sup>2</sup> H<sub>2</sub>O <span class="nocase">iPad</span>',
                 "note": "one: 1\ntwo\n\nthree", "page": "33-51", "URL": "https://x.org/~a_b/*c*",
                 "container-title-short": "J. *X*"}  # fmt: skip
        kept = {name: dates[(index + n) % len(dates)] for n, name in enumerate(sorted(DATE_VARIABLES))}  # fmt: skip
        found.append(
            Item(
                f"k{index}", kind, dict.fromkeys(NAME_VARIABLES, names), kept, text, {"x-y": "*z*"}
            )
        )
    return found


def test_every_value_survives() -> None:
    """Items of every type with every variable."""
    items = full_items()
    library = refkit.loads(refkit.dumps(items, "csl-yaml"), format="csl-yaml")
    for before, after in zip(items, library, strict=True):
        assert after == before
    assert library.faults == []


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("*a* b", "<i>a</i> b"),
        ("_a_ b_c_d", "<i>a</i> b_c_d"),
        ("**a *b***", "<b>a <i>b</i></b>"),
        ("***a** b*", "<i><b>a</b> b</i>"),
        ("H~2~O, x^2^, ~ a^", "H<sub>2</sub>O, x<sup>2</sup>, ~ a^"),
        ("[x]{.smallcaps}", '<span style="font-variant:small-caps;">x</span>'),
        ("[a *b*]{.nocase}", '<span class="nocase">a <i>b</i></span>'),
        ("[a](https://x.org) [b] `c`", "a [b] c"),
        (r"2 \* 3 \_x\_ 4 * 5", "2 * 3 _x_ 4 * 5"),
        ("1--3 --- ...", "1–3 — …"),
        ("one\ntwo\n\nthree\\\nfour", "one two\n\nthree\nfour"),
        ("<i>a</i> &amp; b", "<i>a</i> & b"),
    ],
)  # fmt: skip
def test_markdown_is_read(markdown: str, text: str) -> None:
    assert from_markdown(markdown) == text


@pytest.mark.parametrize(
    "text",
    [
        "<i>a <b>b</b></i>", "<i><b>x</b></i>", "<b><i>x</i></b>", "<i><b>b</b>a</i>", "a <i>b <i>c</i> d</i>",
        "x<sub>a b</sub>", "<i> a </i>b", "_d_ ~e^f[g]$h`i`\\ &amp; --- ... --", "2001. A", "- x", "# y",
        "me@x.org @key", "a < b > c", "l1\nl2\n\nl3", "a</i> b", "<i>a",
    ],
)  # fmt: skip
def test_written_markdown_is_read_again(text: str) -> None:
    assert from_markdown(to_markdown(text)) == text


@settings(max_examples=200, deadline=None)
@given(st.text("ab *_^~[]{}.`$\\&<->iu#;:\n0", max_size=30))
def test_any_plain_text_survives(text: str) -> None:
    """Without tags, and with single spaces."""
    text = "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    if "<" not in text:
        assert from_markdown(to_markdown(text)) == text


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2001-05", "2001-05"),
        ("2001/2003", "2001/2003"),
        ("2001~", "2001~"),
        ("{date-parts: [[2001, 5], [2002]]}", "2001-05/2002"),
        ("{year: 2001, month: 5, day: 2}", "2001-05-02"),
        ("[{year: 1999}, {year: 2001, month: 2}]", "1999/2001-02"),
        ("[{year: 1999}]", "1999"),
        ("[2001, 5]", "2001-05"),
        ("{literal: in press}", "in press"),
        ("{raw: May 2001}", "2001-05"),
        ("{year: 2001, season: 2}", "2001-22"),
        ("in press", "in press"),
    ],
)
def test_dates(date: str, shown: str) -> None:
    """As texts, lists and mappings."""
    assert str(item(f"issued: {date}").issued) == shown


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("[{family: Doe, given: Jane}]", (Name("Doe", "Jane"),)),
        ("{family: Doe, given: [Jane, A.]}", (Name("Doe", "Jane A."),)),
        ("Doe, Jane", (Name("Doe", "Jane"),)),
        ("[World Health Organization]", (Name(literal="World Health Organization"),)),
        ("Ministry of Tides, Harbors", (Name(literal="Ministry of Tides, Harbors"),)),
        ("[{family: van Delft, given: Jan}]", (Name("Delft", "Jan", "van"),)),
        ("[{family: van Delft, given: Jan, parse-names: false}]", (Name("van Delft", "Jan"),)),
        ("[{literal: '*Stars*'}]", (Name(literal="<i>Stars</i>"),)),
    ],
)
def test_names(names: str, expected: tuple[Name, ...]) -> None:
    """As mappings and as texts."""
    assert item(f"author: {names}").author == expected


@pytest.mark.parametrize(
    "text",
    [
        "references:\n- id: a\n  title: T\n",
        "---\ntitle: Paper\nreferences:\n- id: a\n  title: T\n...\n",
        "- id: a\n  type: book\n",
        "---\n- type: book\n  id: a\n",
        "---\nx: 1\n---\nreferences:\n  - id: a\n    type: book\n",
        "references: [{id: a, type: book}]\n",
        "id: a\ntype: book\n",
    ],
)
def test_forms_of_files(text: str) -> None:
    """Lists in a mapping, lists, several documents, one reference."""
    assert [one.id for one in refkit.loads(text, format="csl-yaml")] == ["a"]


def test_front_matter_of_a_document() -> None:
    """The text after it is not YAML."""
    text = "---\nreferences:\n- id: a\n  type: book\n---\n\nText: @a [not\n\tyaml: {\n"
    library = refkit.loads(text, format="csl-yaml", name="paper.qmd")
    assert ([one.id for one in library], library.faults) == (["a"], [])


def test_values_stay_as_written() -> None:
    """Numbers, booleans and dates of YAML are texts; null is absent."""
    found = item("edition: 1.10\n  volume: 012\n  title: No\n  issue: ~\n  note: 2001-02-03")
    values = {"edition": "1.10", "volume": "012", "title": "No", "note": "2001-02-03"}
    assert found.text == values


def test_the_rest_is_read_after_an_error() -> None:
    """And what precedes it in the same record."""
    text = (
        "references:\n- id: a\n  title: One\n- id: b\n  title: bad: two\n- id: c\n  title: Three\n"
    )
    library = refkit.loads(text, format="csl-yaml")
    assert [one.plain("title") for one in library] == ["One", "bad", "Three"]
    assert [library.sources[0].position(fault.span.start) for fault in library.faults] == [(5, 13)]


def test_the_end_of_reading_is_reported() -> None:
    """After 50 syntax errors."""
    library = refkit.loads("- id: a\n  type: book\n  title: b: c\n" * 60, format="csl-yaml")
    assert "the rest of the text is not read" in library.faults[-1].message


def test_problems_are_reported_at_their_values() -> None:
    text = "references:\n- id: a\n  type: buch\n  issued: {date-parts: [[2001, 2, 31]]}\n  id: b\n"
    library = refkit.loads(text, format="csl-yaml")
    source = library.sources[0]
    found = [(source.position(f.span.start).line, f.kind) for f in library.faults]
    assert found == [(4, "date"), (3, "value"), (5, "syntax")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\nb: [2]\n", "no list of references"),
        ("cff-version: 1.2.0\ntitle: x\n", "read it with `--from cff`"),
        ("tides:\n  type: Book\n  title: x\n", "read it with `--from hayagriva`"),
    ],
)
def test_other_yaml_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        refkit.loads(text, format="csl-yaml", name="x.yaml")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("references:\n- id: a\n  type: book\n", "csl-yaml"),
        ("references:\n  - id: a\n    type: book\n", "csl-yaml"),
        ("- id: a\n  type: book\n", "csl-yaml"),
        ("title: x\nreferences: []\n", "csl-yaml"),
    ],
)
def test_detection(text: str, name: str) -> None:
    assert for_reading(Source(text, "x.yaml")).name == name


VALUES = st.recursive(
    st.sampled_from(["1", "a", "~", "''", "true", "2001-13", "'*a'", "'- x'", "&x b", "*x", "!!int z", "|"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda found: f"[{', '.join(found)}]"),
        st.dictionaries(st.sampled_from(["family", "given", "date-parts", "year", "a"]), inner, max_size=3).map(
            lambda found: "{" + ", ".join(f"{k}: {v}" for k, v in found.items()) + "}"
        ),
    ),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from("author issued title DOI custom id type x".split()), VALUES, max_size=4),
    st.integers(0, 200),
)  # fmt: skip
def test_any_kind_of_value_is_read(members: dict[str, str], end: int) -> None:
    """Also from a truncated file: it is never aborted, except for YAML without references."""
    lines = "".join(f"  {name}: {value}\n" for name, value in members.items())
    text = f"references:\n- id: a\n  type: book\n- title: t\n{lines}"
    for one in (text, text[: len(text) - end]):
        try:
            list(refkit.loads(one, format="csl-yaml"))
        except UnreadableFile:
            assert one != text


def test_aliases_are_bounded() -> None:
    """Ten levels of nine aliases each."""
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 11))
    text = f"references:\n- id: a\n  type: book\nl0: &l0 [x, x]\n{levels}"
    library = refkit.loads(text, format="csl-yaml")
    assert [one.id for one in library] == ["a"]
    assert "aliases" in library.faults[0].message
