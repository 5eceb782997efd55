"""Inline markup, straight quotes and apostrophes in fields."""

from __future__ import annotations

import time

import pytest

from refkit.csl.markup import QuoteMarks, read_markup, strip_tags
from refkit.csl.output import Group, Look, Node, Tag, Text
from refkit.csl.text import finish
from refkit.csl.text_state import TextOptions
from refkit.csl.write import writer

AMERICAN = TextOptions(punctuation_in_quote=True)
BRITISH = TextOptions("‘", "’", "“", "”", language="en-GB")
GERMAN = TextOptions("„", "“", "‚", "‘", language="de-DE")


def shown(text: str, look: Look | None = None, options: TextOptions = AMERICAN) -> str:
    return writer("html").inline(finish(Text(text, look or Look(), rich=True), options))


@pytest.mark.parametrize(
    ("field", "html"),
    [
        ("On <i>Apis mellifera</i>", "On <i>Apis mellifera</i>"),
        ("x<sup>2</sup> and H<sub>2</sub>O", "x<sup>2</sup> and H<sub>2</sub>O"),
        ("<sc>bc</sc>", '<span style="font-variant:small-caps;">bc</span>'),
        (
            '<span style="font-variant: small-caps;">bc</span>',
            '<span style="font-variant:small-caps;">bc</span>',
        ),
        ('the <span class="nocase">iOS</span> way', "the iOS way"),
    ],
)
def test_known_tags_become_formatting(field: str, html: str) -> None:
    """The tags of CSL-JSON become formatting."""
    assert shown(field) == html


@pytest.mark.parametrize(
    ("field", "html"),
    [
        ("a < b > c & d", "a &#60; b &#62; c &#38; d"),
        ("<i>never closed", "&#60;i&#62;never closed"),
        ("never opened</b>", "never opened&#60;/b&#62;"),
        ("<i>one <b>two</i> three</b>", "<i>one &#60;b&#62;two</i> three&#60;/b&#62;"),
        ("<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"),
        ("AT&amp;T", "AT&#38;amp;T"),
    ],
)
def test_what_is_no_markup_is_literal_text(field: str, html: str) -> None:
    """Unknown, unpaired and overlapping tags are shown unchanged."""
    assert shown(field) == html


@pytest.mark.parametrize(
    ("field", "html"),
    [
        ("Rome's 'fall' and the dogs' bones", "Rome’s “fall” and the dogs’ bones"),
        ('On "being" there', "On “being” there"),
        ("\"A 'b' c\"", "“A ‘b’ c”"),
        ('"x ("y") z"', "“x (‘y’) z”"),
        ("'Tis the 'season'", "’Tis the “season”"),
        ("class of '68", "class of ’68"),
        ('a 12" disc', 'a 12" disc'),
        ('no "end here', 'no "end here'),
        ("already “curled” and ‘so’", "already “curled” and ‘so’"),
        ("'<i>x</i>' y", "“<i>x</i>” y"),
        ("see <i>'x' y</i>", "see <i>“x” y</i>"),
        ("x<sup>'tis</sup>", "x<sup>’tis</sup>"),
        ("the <i>Iliad</i>'s end", "the <i>Iliad</i>’s end"),
    ],
)
def test_straight_quotes_are_curled(field: str, html: str) -> None:
    """A pair of straight quotes becomes the locale's, a single one an apostrophe."""
    assert shown(field) == html


def test_quotes_inside_a_quoted_title_are_inner_ones() -> None:
    """Nested quotes alternate between outer and inner ones."""
    assert shown('Say "yes"', Look(quotes=True)) == "“Say ‘yes’”"


def test_curled_quotes_flip_inside_quotes() -> None:
    """A field's own outer quotes become inner ones inside the style's quotes."""
    assert shown("Say “yes”", Look(quotes=True)) == "“Say ‘yes’”"


@pytest.mark.parametrize(
    ("options", "html"), [(BRITISH, "‘a “b” c’"), (GERMAN, "„a ‚b‘ c“"), (AMERICAN, "“a ‘b’ c”")]
)
def test_quotes_are_the_locale_s(options: TextOptions, html: str) -> None:
    """The marks come from the locale's terms."""
    assert shown('a "b" c', Look(quotes=True), options) == html


def test_guillemets_with_spaces_flip_inside_quotes() -> None:
    """A French quotation in an Italian list; the space after its opening mark is not one too many."""
    options = TextOptions("«", "»", "“", "”", language="it-IT")
    title = Text("«\u00a0Oui\u00a0» de Roe", Look(quotes=True), rich=True)
    runs = finish(Group([Text("Doe, "), title]), options)
    assert writer("text").inline(runs) == "Doe, «“\u00a0Oui\u00a0” de Roe»"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("中国森林", "中国森林"),
        ("中国 Forest", "<i>中国 Forest</i>"),
        ("日本の森", "日本の森"),
        ("Лес", "<i>Лес</i>"),
        ("غابة", "<i>غابة</i>"),
        ("1984", "<i>1984</i>"),
    ],
)
def test_scripts_without_italics_are_upright(title: str, expected: str) -> None:
    """Chinese and Japanese have no italics; text with letters of another script is in italics."""
    assert shown(title, Look(font_style="italic")) == expected


def test_a_script_without_italics_is_still_bold() -> None:
    """Only font-style is ignored."""
    assert shown("森", Look(font_style="italic", font_weight="bold")) == "<b>森</b>"


def test_italic_in_italic_is_upright() -> None:
    """Markup in a field is inverted inside the same formatting of the style."""
    html = '<i>On <span style="font-style:normal;">Apis <i>m.</i></span> today</i>'
    assert shown("On <i>Apis <i>m.</i></i> today", Look(font_style="italic")) == html


def test_markup_flips_against_an_outer_group() -> None:
    """Formatting of an outer group counts as well."""
    node = Group([Text("a <b>b</b>", rich=True)], look=Look(font_weight="bold"))
    html = '<b>a <span style="font-weight:normal;">b</span></b>'
    assert writer("html").inline(finish(node, AMERICAN)) == html


def test_nodecor_takes_all_formatting_off() -> None:
    """A `nodecor` span is upright, whatever the style sets."""
    look = Look(font_style="italic", font_weight="bold")
    html = '<b><i>a <span style="font-style:normal;"><span style="font-weight:normal;">b</span></span></i></b>'
    assert shown('a <span class="nodecor">b</span>', look) == html


def test_formatting_nests_in_one_order() -> None:
    """From the outside in: quotes, vertical alignment, decoration, weight, variant, style."""
    look = Look(font_style="italic", font_weight="bold", vertical_align="sup", quotes=True)
    assert shown("x", look) == "“<sup><b><i>x</i></b></sup>”"


def test_space_before_french_punctuation_does_not_break() -> None:
    """The space before a colon or question mark becomes a narrow no-break space."""
    assert shown("Vérité : quoi ?") == "Vérité\u202f: quoi\u202f?"


def test_affixes_are_never_read_as_markup() -> None:
    """A style's affixes are literal text."""
    assert shown("x", Look(prefix="<i>", suffix="'")) == "&#60;i&#62;x'"


def test_tags_are_stripped_for_sorting() -> None:
    """Only known tags are removed; a less-than sign is kept."""
    assert strip_tags("a <i>b</i> < <sup>c</sup>") == "a b < c"


@pytest.mark.parametrize(
    "field",
    [
        "<i>" * 20_000,
        "</i>" * 20_000,
        "<b>" * 10_000 + "</i>" * 10_000,
        ' "a' * 10_000 + "b' " * 10_000,
    ],
)
def test_long_runs_of_delimiters_are_read_in_linear_time(field: str) -> None:
    """Opening delimiters without a closing one are literal text, however many there are."""
    start = time.process_time()
    shown = "".join(map(str, read_markup(field, QuoteMarks())))
    assert shown.replace("’", "'") == field
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Univ. Press.", "Univ Press"),
        ("Proc. St. etc.", "Proc St etc"),
        ("example.org", "example.org"),
        ("Vol.2", "Vol2"),
    ],
)
def test_periods_are_stripped_unless_a_word_goes_on(text: str, expected: str) -> None:
    """As in citeproc-js, a period before a small letter stays."""
    assert shown(text, Look(strip_periods=True)) == expected


def test_all_periods_of_terms_are_stripped() -> None:
    """An abbreviation of several words has no space after its periods."""
    term = Text("b.t.v.", tag=Tag.LABEL)
    runs = finish(Group([term], look=Look(strip_periods=True)), TextOptions())
    assert writer("text").inline(runs) == "btv"


def test_stripping_keeps_the_periods_of_delimiters_locators_and_addresses() -> None:
    """They are not abbreviations."""
    parts: list[Node] = [
        Text("Proc."),
        Text("14f.", tag=Tag.LOCATOR),
        Text("https://x.Org", href="https://x.Org"),
        Text("Inst.", Look(suffix=".")),
    ]
    stripped = Group(parts, ". ", Look(strip_periods=True))
    text = writer("html").inline(finish(stripped, TextOptions()))
    assert text == "Proc. 14f. https://x.Org. Inst."


@pytest.mark.parametrize(
    ("field", "html"),
    [
        ("a “” b", "a “” b"),
        ('a "" b', 'a "" b'),
        ("“‘Tea’ time” said", "“‘Tea’ time” said"),
        ("“'Tea' time” said", "“‘Tea’ time” said"),
        ("\"'Tea' time\" said", "“‘Tea’ time” said"),
        ("time for \"so-called 'tea'\"", "time for “so-called ‘tea’”"),
        ("““tea””", "“‘tea’”"),
    ],
)
def test_quotes_next_to_quotes(field: str, html: str) -> None:
    """Two quotes can open or close at one position; a pair without content is literal."""
    assert shown(field) == html
