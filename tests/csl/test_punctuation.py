"""Punctuation between adjacent pieces of text."""

from __future__ import annotations

import pytest

from refkit.csl.output import Group, Look, Node, Text, align_second_field
from refkit.csl.text import finish, plain
from refkit.csl.text_state import TextOptions
from refkit.csl.write import writer

AMERICAN = TextOptions(punctuation_in_quote=True)
BRITISH = TextOptions("‘", "’", "“", "”", language="en-GB")


def html(node: Node, options: TextOptions = AMERICAN) -> str:
    return writer("html").inline(finish(node, options))


@pytest.mark.parametrize(
    ("end", "suffix", "stands"),
    [
        (".", ".", "."),
        (",", ",", ","),
        ("?", ".", "?"),
        ("!", ".", "!"),
        ("?", ":", "?"),
        (";", ".", ";"),
        (":", "?", "?"),
        (".", ",", ".,"),
        ("?", ",", "?,"),
        (",", ".", ",."),
        (".", ":", ".:"),
        ("...", ".", "..."),
    ],
)
def test_marks_that_collide(end: str, suffix: str, stands: str) -> None:
    """Of two adjacent marks, one is removed if they cannot appear together."""
    assert html(Text("x" + end, Look(suffix=suffix))) == "x" + stands


def test_marks_inside_a_field_are_left_alone() -> None:
    """Only punctuation between two pieces of text is corrected."""
    assert html(Text("Who..., why?.", rich=True)) == "Who..., why?."


def test_a_full_stop_does_not_follow_a_question_mark_in_italics() -> None:
    """Marks are compared across the boundaries of formatting."""
    title = Group([Text("Why?", Look(font_style="italic"))])
    assert html(Group([title, Text("Rome")], ". ")) == "<i>Why?</i> Rome"


def test_a_full_stop_stays_behind_italics_that_end_in_a_question_mark() -> None:
    """If the delimiter directly follows the formatted text, only equal marks are merged."""
    title = Text("Why?", Look(font_style="italic"))
    assert html(Group([title, Text("Rome")], ". ")) == "<i>Why?</i>. Rome"


def test_a_prefix_beside_formatting_keeps_its_mark() -> None:
    """Text in italics and the prefix after it both keep their marks."""
    parts: list[Node] = [Text("Why?", Look(font_style="italic")), Text("Rome", Look(prefix=". "))]
    assert html(Group(parts)) == "<i>Why?</i>. Rome"


def test_a_suffix_that_fell_away_does_not_count() -> None:
    """After a removed suffix, the delimiter is compared with the text itself."""
    parts: list[Node] = [Text("Why?", Look(suffix=".")), Text("Rome")]
    assert html(Group(parts, ". ")) == "Why? Rome"


def test_a_colon_follows_the_quotation_that_ends_a_field() -> None:
    """The colon is inside the formatting around the field."""
    node = Text('On "x"', Look(font_style="italic", suffix=": y"), rich=True)
    assert html(node) == "<i>On “x”:</i> y"


def test_punctuation_behind_a_block_goes_into_it() -> None:
    """A full stop does not appear at the beginning of a line."""
    parts: list[Node] = [Text("a", Look(display="block")), Text("b")]
    assert html(Group(parts, ". ")) == '\n\n    <div class="csl-block">a.</div>\n b'


def test_punctuation_before_a_block_does_not_begin_it() -> None:
    """A comma at the beginning of a block moves to the end of the preceding line."""
    parts: list[Node] = [Text("a"), Text("b", Look(prefix=", ", display="block"))]
    assert html(Group(parts)) == 'a,\n\n    <div class="csl-block"> b</div>\n'


def test_double_spaces_become_one() -> None:
    """A suffix that ends with a space and a prefix that begins with one leave one space."""
    assert html(Group([Text("a", Look(suffix=", ")), Text("b", Look(prefix=" "))])) == "a, b"


@pytest.mark.parametrize(
    ("suffix", "american", "british"),
    [
        (", x", "“Title,” x", "‘Title’, x"),
        (". x", "“Title.” x", "‘Title’. x"),
        ("; x", "“Title”; x", "‘Title’; x"),
        (": x", "“Title”: x", "‘Title’: x"),
    ],
)
def test_marks_at_a_closing_quote(suffix: str, american: str, british: str) -> None:
    """Full stop and comma go inside the quotes only if the locale says so."""
    node = Text("Title", Look(quotes=True, suffix=suffix))
    assert (html(node, AMERICAN), html(node, BRITISH)) == (american, british)


def test_a_full_stop_is_not_doubled_across_a_quote() -> None:
    """No full stop follows the quotes if the sentence ends inside them."""
    assert html(Text("Title.", Look(quotes=True, suffix=". x")), BRITISH) == "‘Title.’ x"


def test_a_comma_leaves_the_quotes() -> None:
    """Without punctuation-in-quote, a comma at the end of a field goes outside."""
    assert html(Text("Title,", Look(quotes=True, suffix=" x")), BRITISH) == "‘Title’, x"


def test_marks_go_inside_all_quotes() -> None:
    """If nested quotes close together, the mark goes inside both."""
    node = Text("On 'x'", Look(quotes=True, suffix="."), rich=True)
    assert html(node) == "“On ‘x.’”"


def test_the_mark_goes_into_the_style_s_italics() -> None:
    """A comma goes inside the quotes and inside the style's formatting within them."""
    node = Text("x", Look(quotes=True, font_style="italic", suffix=","))
    assert html(node) == "“<i>x,</i>”"


def test_the_mark_comes_behind_the_markup_inside() -> None:
    """A comma goes inside the quotes but not inside the italics of the field."""
    node = Text("<i>x</i>", Look(quotes=True, suffix=","), rich=True)
    assert html(node) == "“<i>x</i>,”"


def test_no_comma_before_nothing() -> None:
    """Empty nodes have neither affixes nor delimiters."""
    nodes: list[Node] = [Text("a"), Text("", Look(prefix="(")), Group([Text("")]), Text("b")]
    assert html(Group(nodes, ", ")) == "a, b"


def test_a_group_of_nothing_has_no_affixes() -> None:
    """Formatted empty texts and empty groups have no affixes."""
    empty: list[Node] = [
        Text("", Look(font_style="italic", prefix=", ")),
        Group([Group([Text("", Look(prefix="x"))])], ". ", Look(prefix=": ")),
        Text("", rich=True),
    ]
    parts: list[Node] = [Text("a", Look(font_weight="bold")), Group(empty, "; ", Look("(", ")"))]
    assert html(Group(parts, ", ")) == html(Group(parts)) == "<b>a</b>"


def test_display_blocks_hold_their_affixes() -> None:
    """A block's prefix and suffix are inside it."""
    first = Text("1", Look(prefix="[", suffix="]", display="left-margin"))
    rest = Group([Text("x")], look=Look(prefix=" ", display="right-inline"))
    assert html(Group([first, rest])) == (
        '\n    <div class="csl-left-margin">[1]</div><div class="csl-right-inline"> x</div>\n  '
    )


def test_a_space_before_the_first_block_stands_outside() -> None:
    """A block does not begin with a space."""
    first = Text("1", Look(prefix=" ", display="left-margin"))
    assert html(Group([first])) == ' \n    <div class="csl-left-margin">1</div>'


def test_upright_is_said_only_within_italics() -> None:
    """Formatting without effect is not written."""
    upright = Text("a", Look(font_style="normal"))
    within = Group([Text("b"), upright], look=Look(font_style="italic"))
    assert html(Group([upright, within])) == 'a<i>b<span style="font-style:normal;">a</span></i>'


def test_the_second_field_is_aligned() -> None:
    """The first field is in the margin, all others are next to it."""
    nodes = align_second_field([Text("1."), Text(" x"), Text("y")])
    assert html(Group(nodes)) == (
        '\n    <div class="csl-left-margin">1.</div><div class="csl-right-inline"> xy</div>\n  '
    )


def test_plain_text_has_affixes_and_delimiters_but_no_markup() -> None:
    """Cites are compared by this text."""
    nodes: list[Node] = [
        Text("<i>a</i>", Look(prefix="("), rich=True),
        Text(""),
        Text("b", Look(suffix=")")),
    ]
    assert plain(Group(nodes, "; ")) == "(a; b)"


@pytest.mark.parametrize(
    ("end", "delimiter", "expected"),
    [
        (":", ". ", "“w”: x"),
        (";", ". ", "“w”; x"),
        ("?", ". ", "“w?”. x"),
        (":", ": ", "“w”: x"),
        (";", ": ", "“w”; x"),
        (":", "! ", "“w”! x"),
        (";", "! ", "“w”! x"),
        ("!", "! ", "“w!” x"),
        (",", ". ", "“w”,. x"),
    ],
)
def test_marks_that_leave_a_quotation_collide_like_others(
    end: str, delimiter: str, expected: str
) -> None:
    """Without punctuation-in-quote, the mark is outside when it meets the next one."""
    parts: list[Node] = [Text("w" + end, Look(quotes=True)), Text("x")]
    assert html(Group(parts, delimiter), TextOptions()) == expected


@pytest.mark.parametrize(
    ("title", "suffix", "american", "british"),
    [
        ("Tea", ".)", "“Tea.”)", "‘Tea’.)"), ("Tea?", ".)", "“Tea?”)", "‘Tea?’.)"),
        ("Tea", ",x", "“Tea,”x", "‘Tea’,x"), ("Tea?", ",x", "“Tea?,”x", "‘Tea?’,x"),
        ("Tea", ". x", "“Tea.” x", "‘Tea’. x"), ("Tea?", "?]", "“Tea?”]", "‘Tea?’]"),
        ("Tea", ";x", "“Tea”;x", "‘Tea’;x"), ("Tea", ":x", "“Tea”:x", "‘Tea’:x"),
        ("Tea", "–x", "“Tea”–x", "‘Tea’–x"), ("Tea", "", "“Tea”", "‘Tea’"),
    ],
)  # fmt: skip
def test_text_after_punctuation_at_a_quotation_is_kept(
    title: str, suffix: str, american: str, british: str
) -> None:
    """Only the full stop or comma moves into the quotation, and only if the locale says so."""
    node = Group([Text(title, Look(quotes=True, suffix=suffix), rich=True)])
    assert html(node) == american
    assert html(node, BRITISH) == british
