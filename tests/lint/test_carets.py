"""The characters that findings point at: a whole value without its delimiters, in every rule and format."""

import json

import pytest
from click.testing import CliRunner
from tests.lint.test_cues import examples
from tests.rules.lintcase import TODAY, findings

from refkit.cli import main
from refkit.formats.bibtex import read
from refkit.lint.carets import without_delimiters
from refkit.lint.engine import check
from refkit.lint.registry import all_rules
from refkit.lint.rule import Rule
from refkit.lint.settings import Settings
from refkit.model.source import Source, Span


@pytest.mark.parametrize(
    ("value", "pointed"),
    [
        ("{1--9}", "1--9"),
        ('"1--9"', "1--9"),
        ("{{Title}}", "{Title}"),
        ("{ 1--9\n}", "1--9"),
        ('{a "b" c}', 'a "b" c'),
        ('"a {"}b{"} c"', 'a {"}b{"} c'),
        # Values without delimiters, several values, and values without text are pointed at as a whole.
        ("2001", "2001"),
        ("jan", "jan"),
        ('"a" # "b"', '"a" # "b"'),
        ("{a} # {b}", "{a} # {b}"),
        ('{a} # "b"', '{a} # "b"'),
        ("{}", "{}"),
        ('""', '""'),
        ("{ }", "{ }"),
    ],
)
def test_a_value_is_pointed_at_without_its_delimiters(value: str, pointed: str) -> None:
    """What the braces or quotation marks enclose is wrong, not they."""
    for gap in ("", " ", "\n    "):
        source = Source(f"@misc{{a, note ={gap}{value}}}", "x.bib")
        start = source.text.index("=") + 1 + len(gap)
        assert source.slice(without_delimiters(Span(start, start + len(value)), source)) == pointed


@pytest.mark.parametrize("part", ["{b}", '"c"'])
def test_a_part_of_a_value_keeps_its_delimiters(part: str) -> None:
    """Braces and quotation marks inside of a value may be what is wrong."""
    source = Source('@misc{a, note = {a {b} "c" d}}', "x.bib")
    start = source.text.index(part)
    span = Span(start, start + len(part))
    assert without_delimiters(span, source) == span


@pytest.mark.parametrize(
    ("value", "pointed"), [("99-12", "99-12"), ('9"9-12', '9\\"9-12'), ("", '""'), (" ", '" "')]
)
def test_a_string_of_json_is_pointed_at_without_its_quotation_marks(
    value: str, pointed: str
) -> None:
    """Escaped quotation marks are part of the value."""
    written = json.dumps(value)
    source = Source(f'[{{"page": {written}}}]', "x.json", format="csl-json")
    start = source.text.index(": ") + 2
    assert source.slice(without_delimiters(Span(start, start + len(written)), source)) == pointed


def test_a_member_of_json_is_pointed_at_with_its_name() -> None:
    """Only values lose their quotation marks, and only single ones."""
    source = Source('{"a": "b", "c": ["d", "e"]}', "x.json", format="csl-json")
    for part in ('"a"', '["d", "e"]', '"a": "b"'):
        start = source.text.index(part)
        span = Span(start, start + len(part))
        assert without_delimiters(span, source) == span


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_no_rule_points_at_the_delimiters_of_a_value(rule: Rule) -> None:
    """In the documented examples of every rule, the caret is under the value, and fixes keep their own spans."""
    settings = Settings(select=(rule.code,), preview=True, today=TODAY)
    for text in examples(rule):
        library = read(Source(text, "x.bib"))
        values = {f.value_span for e in library.entries for f in e.fields if f.value.strip()}
        written = {span for span in values if text[span.start] in '{"' and "#" not in text}
        assert not [
            text[s.start : s.end] for f in check(library, settings) if (s := f.span) in written
        ]


def test_fixes_keep_their_spans() -> None:
    """A fix that writes a macro replaces the delimiters, too."""
    text = "@article{a, month = {January}}"
    (found,) = findings("PAG226", text)
    assert text[slice(*found.span)] == "January"
    assert found.fix is not None
    assert [text[slice(*edit.span)] for edit in found.fix.edits] == ["{January}"]


def test_the_report_points_at_the_value() -> None:
    """The position and the carets are those of the value."""
    text = "@misc{a,\n  title = {T},\n  pages = {9--1},\n}\n"
    command = [
        "check",
        "--isolated",
        "--no-cache",
        "--select",
        "PAG101",
        "--stdin-filename",
        "x.bib",
        "-",
    ]
    output = CliRunner().invoke(main, command, input=text).output
    assert "x.bib:3:12: PAG101" in output
    line = output.splitlines().index("3 |   pages = {9--1},")
    assert output.splitlines()[line + 1] == "  |            ^^^^"
