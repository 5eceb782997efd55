"""Every writer writes the formatting and escapes the text."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit.csl.output import Group, Look, Mark, Node, Text
from refkit.csl.text import finish
from refkit.csl.text_state import TextOptions
from refkit.csl.write import WRITERS, output_for, writer
from refkit.errors import RefkitError, UnknownChoice
from refkit.records import replace

HOSTILE = "<script>x</script> \\input{y} #eval(\"z\") $a$ %b [c](d) `e` *f* _g_ {h} ~i^ |j| @k \x1b[31m &amp; 'l'"


def written(name: str, node: Node, links: bool = False) -> str:
    return writer(name).inline(finish(node, TextOptions(links=links)))


DRESSED = Group(
    [
        Text("One ", Look(font_style="italic")),
        Text("Two", Look(font_weight="bold")),
        Text("3", Look(vertical_align="sup")),
    ]
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ansi", "\x1b[3mOne \x1b[0m\x1b[1mTwo\x1b[0m3"),
        ("html", "<i>One </i><b>Two</b><sup>3</sup>"),
        ("latex", r"\textit{One }\textbf{Two}\textsuperscript{3}"),
        ("markdown", "*One* **Two**<sup>3</sup>"),
        ("rst", r"*One* **Two**\ :superscript:`3`"),
        ("rtf", r"{\i One }{\b Two}{\super 3}"),
        ("text", "One Two3"),
        ("typst", '#text(style: "italic")[One ]#text(weight: "bold")[Two]#super[3]'),
    ],
)
def test_formatting_is_written(name: str, expected: str) -> None:
    """Each output format has its own syntax for italic, bold and superscript."""
    assert written(name, DRESSED) == expected


def test_json_has_line_breaks_between_display_blocks() -> None:
    """They are spans without a text."""
    blocks: list[Node] = [Text(text, Look(display="block")) for text in ("a", "b")]
    spans = [{"text": "a"}, {"break": True}, {"text": "b"}]
    assert json.loads(written("json", Group(blocks))) == spans


def test_json_tells_every_span_s_dress() -> None:
    """The JSON output is a list of spans with their formatting."""
    assert json.loads(written("json", DRESSED)) == [
        {"text": "One ", "italic": True},
        {"text": "Two", "bold": True},
        {"text": "3", "vertical-align": "superscript"},
    ]


def test_an_unknown_output_is_refused() -> None:
    """The error suggests the most similar output format."""
    with pytest.raises(UnknownChoice, match="html"):
        writer("htlm")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("html", '  <div class="csl-entry">1. x</div>\n'),
        ("latex", "\\item 1. x\n"),
        ("markdown", "1\\. x\n\n"),
        ("rst", "\\1. x\n\n"),
        ("text", "1. x\n"),
    ],
)
def test_an_entry_is_no_list_item(name: str, expected: str) -> None:
    """A number at the start of an entry does not begin a list."""
    assert writer(name).entry(written(name, Text("1. x"))) == expected


def test_html_has_the_usual_wrapper() -> None:
    """The entries are in the `div` element that style sheets expect."""
    html = writer("html")
    entries = [html.entry("a"), html.entry("b")]
    assert html.bibliography(entries) == (
        '<div class="csl-bib-body">\n  <div class="csl-entry">a</div>\n  <div class="csl-entry">b</div>\n</div>'
    )


def test_links_are_made_on_request() -> None:
    """A DOI is a link only if links are enabled."""
    node = Text("10.1/x", href="https://doi.org/10.1/x")
    assert written("html", node) == "10.1/x"
    assert written("html", node, links=True) == '<a href="https://doi.org/10.1/x">10.1/x</a>'


def test_a_link_holds_the_address_that_the_style_writes() -> None:
    """The link includes the resolver in a style's prefix."""
    node = Text("10.1/x", Look(prefix="https://doi.org/"), href="https://doi.org/10.1/x")
    assert (
        written("html", node, links=True)
        == '<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>'
    )


@pytest.mark.parametrize("name", WRITERS)
def test_no_link_runs_code(name: str) -> None:
    """A target that is not a web address is not linked."""
    assert "javascript" not in written(name, Text("x", href="javascript:alert(1)"), links=True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("latex", r"50\% of \$x\_1\$ \& \{y\} \textbackslash{}input \#1 a\textasciitilde{}b"),
        ("typst", r"50% of \$x\_1\$ & {y} \\input \#1 a\~b"),
        ("markdown", r"50% of \$x_1\$ & {y} \\input #1 a\~b"),
        ("rst", r"50% of $x_1$ & {y} \\input #1 a~b"),
        ("rtf", r"50% of $x_1$ & \{y\} \\input #1 a~b"),
    ],
)
def test_special_characters_are_escaped(name: str, expected: str) -> None:
    """Characters with a meaning in the output format are escaped."""
    assert written(name, Text(r"50% of $x_1$ & {y} \input #1 a~b")) == expected


def test_html_raises_superscript_letters() -> None:
    """A superscript letter is a plain letter in a tag, which every font can show."""
    assert written("html", Text("2ᵉ éd. x²")) == "2<sup>e</sup> éd. x<sup>2</sup>"


@pytest.mark.parametrize("name", ["ansi", "text"])
def test_a_terminal_gets_no_control_characters(name: str) -> None:
    """A title cannot contain an escape sequence."""
    assert written(name, Text("a\x1b]0;owned\x07b")) == "a ]0;owned b"


def test_rst_gets_no_directive() -> None:
    """Text at the start of a citation does not become a directive; an ellipsis is kept."""
    assert (
        written("rst", Text(".. raw:: html and so on... then"))
        == r"\.. raw:: html and so on... then"
    )


def test_rtf_is_seven_bit() -> None:
    """Characters beyond ASCII are written as numbers."""
    assert written("rtf", Text("é𝛼")) == r"\u233?\u-10187?\u-8452?"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(" ".join([tag, *(f"{name}={value}" for name, value in attrs)]))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


OURS = re.compile(
    r"i|b|sup|sub|span style=(font-style:normal|font-variant:(small-caps|normal)|font-weight:normal);"
    r"|a href=https://x\.org/.*",
    re.DOTALL,
)

pieces = st.sampled_from(
    ["<i>", "</i>", "<b>", "</b>", '<span class="nodecor">', "</span>", "<sup>", "'", '"', "<", ">", "&", "<a b='c'>",
     "<script>", "\\", "{", "}", "#", "$", "*", "_", "[", "]", "`", " ", "a", "B", "é", ".", ",", "?",
     "\n", "\x00", "//"]
)  # fmt: skip
fields = st.lists(pieces, max_size=25).map("".join) | st.text(max_size=20)
looks = st.builds(
    Look,
    prefix=st.sampled_from(["", "(", ". ", "<i>", "\\"]),
    suffix=st.sampled_from(["", ")", ". ", ", ", "}"]),
    font_style=st.sampled_from(["", "italic", "normal"]),
    font_weight=st.sampled_from(["", "bold", "normal"]),
    text_case=st.sampled_from(["", "title", "sentence", "uppercase", "capitalize-all"]),
    display=st.sampled_from(["", "", "", "block", "indent", "left-margin", "right-inline"]),
    quotes=st.booleans(),
)
texts = st.builds(
    Text, fields, looks, rich=st.booleans(), href=fields.map("https://x.org/".__add__)
)
trees = st.builds(Group, st.lists(texts, max_size=4), st.sampled_from(["", ", ", ". "]), looks)


@given(trees, st.booleans())
def test_html_holds_only_our_tags(node: Group, in_quote: bool) -> None:
    """No field, affix or link adds a tag to the HTML."""
    runs = finish(node, TextOptions(punctuation_in_quote=in_quote, links=True))
    parser = _Tags()
    parser.feed(writer("html").inline(runs))
    foreign = [
        tag for tag in parser.seen if not (OURS.fullmatch(tag) or tag.startswith("div class=csl-"))
    ]
    assert foreign == []


@given(trees, st.booleans())
def test_every_writer_writes_everything(node: Group, in_quote: bool) -> None:
    """No tree causes a writer to fail."""
    runs = finish(node, TextOptions(punctuation_in_quote=in_quote, links=True))
    assert all(isinstance(writer(name).entry(writer(name).inline(runs)), str) for name in WRITERS)


@given(trees)
def test_marks_are_balanced(node: Group) -> None:
    """Every opening mark is closed, in order."""
    stack: list[str] = []
    for run in finish(node, TextOptions(punctuation_in_quote=True)):
        if isinstance(run, Mark) and run.opens:
            stack.append(run.kind)
        elif isinstance(run, Mark):
            assert stack.pop() == run.kind
    assert stack == []


@given(fields)
def test_latex_holds_only_our_commands(field: str) -> None:
    """No field adds a TeX command, group, alignment character or comment."""
    latex = written("latex", Text(field))
    ours = r"\\text(backslash|asciicircum|asciitilde|less|greater|bar|quotedbl|asciigrave|quotesingle)\{\}"
    rest = re.sub(ours + r"|\\[{}$&#%_,-]|\{[\[\]]\}|-\{\}", "", latex)
    assert not re.search(r"[\\{}$&#%^_]", rest)


@given(fields)
def test_typst_has_no_code_of_a_field_s(field: str) -> None:
    """Every hash, bracket, dollar sign and backquote of a field is escaped."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[#$`*_\[\]<@]", written("typst", Text(field)))


def test_hostile_text_survives_in_plain_text() -> None:
    """Plain text needs no escaping, but control characters become spaces."""
    assert written("text", Text(HOSTILE)) == HOSTILE.replace("\x1b", " ")


CONTROLS = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), *range(127, 160)]))


@pytest.mark.parametrize("name", sorted(set(WRITERS) - {"json"}))
def test_no_control_character_is_written(name: str) -> None:
    """Neither text nor links contain one; JSON escapes them."""
    node = Text(f"Ti{CONTROLS}des", href=f"https://a.b/{CONTROLS}")
    plain = written(name, Text("Tides", href="https://a.b/"), links=True)
    assert set(written(name, node, links=True)) & set(CONTROLS) <= set(plain) & {"\x1b"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://x",
        "data:text/html,x",
        "file:///etc/passwd",
        "smb://h/x",
    ],
)
def test_bare_addresses_of_other_schemes_are_no_links_in_rst(address: str) -> None:
    """Docutils links every URL scheme that it knows unless the colon is escaped."""
    scheme, _, rest = address.partition(":")
    assert written("rst", Text(f"see ({address})")) == f"see ({scheme}\\:{rest})"


@pytest.mark.parametrize(
    "text", ["https://a.b/c", "doi:10.1000/x", "mailto:a@b.c", "Tides: a study", "9:30"]
)
def test_other_colons_are_kept_in_rst(text: str) -> None:
    assert written("rst", Text(f"see {text}")) == f"see {text}"


@pytest.mark.parametrize(
    ("path", "output"),
    [
        ("a.html", "html"), ("a.htm", "html"), ("a.json", "json"), ("a.TEX", "latex"), ("a.ltx", "latex"),
        ("a.qmd", "markdown"), ("a.rest", "rst"), ("a.rtf", "rtf"), ("a.typ", "typst"), ("a.txt", "text"),
        ("a", "text"), ("html", "text"), ("list.2024", "text"), ("/dev/stdout", "text"), (".hidden", "text"),
    ],
)  # fmt: skip
def test_the_suffix_of_a_file_decides_its_output(path: str, output: str) -> None:
    """A file without a suffix is plain text."""
    assert output_for(path) == output


def test_an_unknown_suffix_needs_the_name_of_an_output() -> None:
    """Plain text in a file for something else would be a surprise."""
    with pytest.raises(RefkitError) as caught:
        output_for("list.xyz")
    assert str(caught.value) == (
        "cannot write `list.xyz`: .xyz is not the suffix of an output; choose the output with `--to`"
    )
    assert output_for("list.xyz", "html") == "html"


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("a.docx", "write .rtf, which word processors open"),
        ("a.PDF", "write .tex, .typ or .html and typeset that"),
        ("a.pptx", "write .rtf or .html and insert that"),
        ("a.bib", "for references use `refkit convert`"),
    ],
)
def test_a_file_of_another_kind_is_refused(path: str, advice: str) -> None:
    """Plain text under that name would not open; a chosen output does not change this."""
    suffix = path.partition(".")[2].lower()
    for name in (None, "html"):
        with pytest.raises(RefkitError) as caught:
            output_for(path, name)
        assert str(caught.value) == (
            f"cannot write `{path}`: .{suffix} is not an output of `refkit format`; {advice}"
        )


@pytest.mark.parametrize(
    ("text", "expected"), [("a::", "a:\\:\n\n"), ("a:", "a:\n\n"), ("a::b", "a::b\n\n")]
)
def test_an_entry_in_rst_announces_no_literal_block(text: str, expected: str) -> None:
    """Two colons at its end would; the rest of the entry is kept."""
    assert writer("rst").entry(text) == expected


@pytest.mark.parametrize(("hanging", "indent"), [(True, "2em"), (False, "0pt")])
def test_a_latex_list_has_the_indent_of_the_style(hanging: bool, indent: str) -> None:
    """The first line of an entry starts before the others only with a hanging indent."""
    listed = writer("latex").bibliography(["\\item x\n"], hanging)
    assert f"\\leftmargin}}{{{indent}}}" in listed
    assert f"\\itemindent}}{{-{indent}}}" in listed


# -- the column of numbers ---------------------------------------------------------------------


def numbered(name: str, *labels: Text) -> str:
    entries = [
        Group([replace(label, look=replace(label.look, display="left-margin")), Text("text")])
        for label in labels
    ]
    return writer(name).bibliography([writer(name).entry(written(name, one)) for one in entries])


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        ("latex", r"{\leftmargin}{3em}\setlength{\itemindent}{-3em}", r"{\leftmargin}{5.4em}"),
        ("typst", "par(hanging-indent: 2.5em)", "par(hanging-indent: 5.4em)"),
        ("rtf", r"\li600\fi-600\tx600 ", r"\li1296\fi-1296\tx1296 "),
    ],
)
@pytest.mark.parametrize("look", [Look(), Look(font_weight="bold")])
def test_second_lines_are_next_to_the_number(name: str, short: str, long: str, look: Look) -> None:
    """The hanging indent is as wide as the longest label, regardless of its formatting."""
    assert short in numbered(name, Text("[1]", look))
    assert long in numbered(name, Text("[1]", look), Text("[Knu84a]", look))


@pytest.mark.parametrize(
    ("name", "box"), [("latex", r"\makebox[5.4em][l]{"), ("typst", "#box(width: 5.4em)[")]
)
def test_all_numbers_have_the_width_of_the_column(name: str, box: str) -> None:
    assert numbered(name, Text("[1]"), Text("[Knu84a]")).count(box) == 2


def test_a_tab_in_the_text_of_an_entry_is_no_column() -> None:
    """Neither an escaped one, nor that of an indented block."""
    for node in (
        Text(r"a\tab b"),
        Group([Text("a"), Text("b", Look(display="indent"))]),
    ):
        assert r"\li" not in writer("rtf").bibliography(
            [writer("rtf").entry(written("rtf", node))]
        ).replace(r"\line", "")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("markdown", "Use __init__ here", r"Use \_\_init\_\_ here"),
        ("markdown", "snake_case a__b _c_", r"snake_case a\_\_b \_c\_"),
        ("markdown", "***a*** ``b`` ~~c~~", r"\*\*\*a\*\*\* \`\`b\`\` \~\~c\~\~"),
        ("markdown", "**a**_b_", r"\*\*a\*\*\_b\_"),
    ],
)
def test_runs_of_markup_are_escaped(name: str, text: str, expected: str) -> None:
    """An underscore is literal only between letters or digits."""
    assert written(name, Text(text)) == expected


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("~", "~"), ("\x1f", " "), ("\x7f", " "), ("\x9f", " "), ("\xa0", "\\~"), ("\xa1", r"\u161?"),
        ("\u3000", " "), ("\u7fff", r"\u32767?"), ("\u8000", r"\u-32768?"), ("\uffff", r"\u-1?"),
        ("😀", r"\u-10179?\u-8704?"),
    ],
)  # fmt: skip
def test_rtf_has_signed_numbers_of_16_bits(char: str, expected: str) -> None:
    """RTF 1.9.1, "Unicode RTF": larger values are negative, and other planes are pairs of surrogates."""
    assert written("rtf", Text(f"a{char}b")) == f"a{expected}b"


ALL = Look(
    font_style="italic", font_weight="bold", font_variant="small-caps", text_decoration="underline"
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ansi", "\x1b[1;3;4mx\x1b[0m"),
        ("json", '[{"text": "x", "italic": true, "bold": true, "small-caps": true, "underline": true}]'),
        ("markdown", '<span style="font-variant:small-caps;"><u>***x***</u></span>'),
        ("rst", "**x**"),
        ("text", "x"),
    ],
)  # fmt: skip
def test_formatting_is_combined(name: str, expected: str) -> None:
    """reStructuredText cannot nest markup and keeps the strongest."""
    assert written(name, Text("x", ALL)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ansi", "\x1b[3ma\x1b[0mb\x1b[3mc\x1b[0m"), ("markdown", "*a*b*c*"), ("rst", r"*a*\ b\ *c*"),
        ("json", '[{"text": "a", "italic": true}, {"text": "b"}, {"text": "c", "italic": true}]'),
    ],
)  # fmt: skip
def test_upright_text_interrupts_italics(name: str, expected: str) -> None:
    """Formats without nesting close the italics and open them again."""
    inner = [Text("a"), Text("b", Look(font_style="normal")), Text("c")]
    assert written(name, Group(list(inner), look=Look(font_style="italic"))) == expected


def test_neighbors_with_the_same_formatting_are_one_span() -> None:
    look = Look(font_weight="bold")
    spans = json.loads(written("json", Group([Text("a", look), Text("b", look), Text("c")])))
    assert spans == [{"text": "ab", "bold": True}, {"text": "c"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(y)", r"\(y)"), (".y", r"\.y"), (";y", r"\;y"), (" (y)", " (y)"), ("y(z)", "y(z)"), (")", ")"),
    ],
)  # fmt: skip
def test_text_after_a_call_in_typst_is_not_its_argument(text: str, expected: str) -> None:
    """A bracket or a period right after `]` would belong to the call; in other places they are literal."""
    bold = Text("x", Look(font_weight="bold"))
    assert written("typst", Group([bold, Text(text)])) == f'#text(weight: "bold")[x]{expected}'
    assert written("typst", Group([Text("x]"), Text(text)])) == rf"x\]{text}"


WORN = {"italic": True, "bold": True, "small-caps": True, "underline": True}


@pytest.mark.parametrize(
    ("look", "alone", "removed"),
    [
        (Look(font_style="oblique"), {"italic": True}, set()),
        (Look(font_style="normal"), {}, {"italic"}),
        (Look(font_weight="light"), {}, {"bold"}),
        (Look(font_weight="normal"), {}, {"bold"}),
        (Look(font_variant="small-caps"), {"small-caps": True}, set()),
        (Look(font_variant="normal"), {}, {"small-caps"}),
        (Look(text_decoration="underline"), {"underline": True}, set()),
        (Look(text_decoration="none"), {}, {"underline"}),
        (Look(vertical_align="sup"), {"vertical-align": "superscript"}, set()),
        (Look(vertical_align="sub"), {"vertical-align": "subscript"}, set()),
        (Look(vertical_align="baseline"), {}, set()),
    ],
)
def test_a_span_has_the_formatting_of_the_innermost_element(
    look: Look, alone: dict[str, object], removed: set[str]
) -> None:
    """CSL 1.0.2, "Formatting": `normal`, `light` and `none` end the formatting around them."""
    assert json.loads(written("json", Text("x", look))) == [{"text": "x", **alone}]
    inside = {name: True for name in WORN if name not in removed} | alone
    found = json.loads(written("json", Group([Text("x", look)], look=ALL)))
    assert found == [{"text": "x", **inside}]
