"""Decoding returns Unicode with CSL's inline markup and loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.tex.decode import decode, decode_text

SMALL_CAPS = '<span style="font-variant:small-caps;">'


def decode_all(tex: str) -> object:
    return decode(tex, protect=True)


def nocase(text: str) -> str:
    return f'<span class="nocase">{text}</span>'


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\'e \'{e} {\'e} {\'{e}} \' e", "é é é é é"),
        (r"\'\i{} \'{\i} {\'{\i}} {\'\i}x", "í í í íx"),
        (r"\c{c} \c c {\c c} \H{o} \v s \u{g} \k a", "ç ç ç ő š ğ ą"),
        (r"\d{a} \b{b} \r{a} \t{oo} \.z \={a}", "ạ ḇ å o͡o ż ā"),
        (r"\'{\^e} \'\^e {\'{\^{e}}}", "ế ế ế"),
        (r"\~{} \~{n} \^{} \'{}", "~ ñ ^ ´"),
        (r"Herm\"an G\"odel", "Hermän Gödel"),
        (r"\'{\ae} \v{\dh}", "ǽ ð̌"),
    ],
)
def test_accents_are_read_in_every_spelling(tex: str, text: str) -> None:
    """Before a letter, a braced letter, a command, another accent."""
    assert decode(tex) == (text, [])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"{\ss} \ae{} \o \l{}", "ß æ øł"),
        (r"\copyright{} \euro{} {\pounds}5 \texttimes", "© € £5 ×"),
        (r"{\LaTeX} and \TeX{}", "LaTeX and TeX"),
        (r"\dots, \textendash", "…, –"),
        ("a--b---c", "a–b—c"),
        ("``quoted'' `one' don't", "“quoted” ‘one’ don't"),
        ("!`Hola! ?`Que?", "¡Hola! ¿Que?"),
        (r"R\&D 5\% \$3 a\_b \#1", "R&D 5% $3 a_b #1"),
        (r"a~b\ c\,d hy\-phen", "a\u00a0b c\u2009d hy\u00adphen"),
        (r"\url{http://a.org/~x_y--z%20}", "http://a.org/~x_y--z%20"),
        (r"\href{http://a.org}{A site}", "A site (http://a.org)"),
        (r"\href{http://a.org}{http://a.org}", "http://a.org"),
        (r"\texorpdfstring{H$_2$}{H2} x", "H<sub>2</sub> x"),
        (r"\textcolor{red}{x}", "x"),
        (r"{\noopsort{1973a}}{\switchargs{--90}{1968}}", "1968–90"),
    ],
)
def test_signs_and_symbols_are_read(tex: str, text: str) -> None:
    """Ligatures, reserved characters, names of characters, addresses."""
    assert decode(tex) == (text, [])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\emph{E. coli}", "<i>E. coli</i>"),
        (r"{\it x y} z", "<i>x y</i> z"),
        (r"{\bfseries x}", "<b>x</b>"),
        (r"\textsc{Nasa}", f"{SMALL_CAPS}Nasa</span>"),
        (r"m\textsuperscript{2} H\textsubscript{2}O", "m<sup>2</sup> H<sub>2</sub>O"),
        (r"\enquote{x \enquote{y}} \enquote*{z}", "“x ‘y’” ‘z’"),
        (r"\texttt{code} \underline{u}", "code u"),
        (r"\emph x", "<i>x</i>"),
        (r"\emph{a \textbf{b}}", "<i>a <b>b</b></i>"),
    ],
)
def test_markup_becomes_csl_tags(tex: str, text: str) -> None:
    """CSL-JSON's HTML-like formatting tags."""
    assert decode(tex) == (text, [])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("$x^2$", "x<sup>2</sup>"),
        ("H$_2$O", "H<sub>2</sub>O"),
        (r"$\alpha$-synuclein", "α-synuclein"),
        (r"$O(n \log n)$", "O(n log n)"),
        (r"10$^{-3}$", "10<sup>−3</sup>"),
        (r"$a \leq b$", "a ≤ b"),
        (r"$\mathbb{R}^n$", "ℝ<sup>n</sup>"),
        (r"$\mathrm{Fe}^{2+}$", "Fe<sup>2+</sup>"),
        (r"$25^\circ$C $25^{\circ}$C", "25°C 25°C"),
        (r"$\frac{1}{2}$ $\sqrt{x}$", "1/2 √(x)"),
        (r"$\hat{x}$", "x̂"),
        (r"\(x_i\)", "x<sub>i</sub>"),
        (r"\ensuremath{\beta}", "β"),
        ("costs 5$", "costs 5$"),
    ],
)
def test_simple_mathematics_becomes_text(tex: str, text: str) -> None:
    """With raised and lowered characters as markup."""
    assert decode(tex) == (text, [])


@pytest.mark.parametrize("formula", ["$x^_2$", "$x_^2$", "$x^^2$", "$a}b$", r"$\text}$"])
def test_a_formula_that_tex_rejects_is_not_changed(formula: str) -> None:
    """A script without an argument, and a brace without its partner."""
    assert decode(formula)[0] == formula


@pytest.mark.parametrize(
    ("count", "text"), [(2, "é" + "\u0301"), (8, "é" + "\u0301" * 7), (9, "´" * 8 + "é")]
)
def test_a_letter_has_up_to_eight_accents(count: int, text: str) -> None:
    """More accents stand before the letter, so that a text of accents alone takes linear time."""
    assert decode(r"\'" * count + "e") == (text, [])


def test_a_complex_formula_is_not_changed() -> None:
    """The command that prevents decoding is reported."""
    assert decode(r"The $\matrix{a}$ case") == (r"The $\matrix{a}$ case", [r"\matrix"])


@pytest.mark.parametrize(
    ("tex", "text", "unknown"),
    [
        (r"\frobnicate{x} y", "x y", [r"\frobnicate"]),
        (r"a \frobnicate b", r"a \frobnicate b", [r"\frobnicate"]),
        ("C:\\", "C:\\", ["\\"]),
    ],
)
def test_an_unknown_command_keeps_its_text(tex: str, text: str, unknown: list[str]) -> None:
    """The argument is kept; without an argument, the command is kept."""
    assert decode(tex) == (text, unknown)


def test_symbols_of_pylatexenc_are_decoded() -> None:
    """Symbols that are missing from our table are looked up there."""
    assert decode(r"\textlira 5") == ("₤5", [])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("The {NASA} story", f"The {nocase('NASA')} story"),
        ("The {\\'E}tude of {\\\"U}ber", "The Étude of Über"),
        ("\\'{E}tude", "Étude"),
        ("{{\\'E}tude}", nocase("Étude")),
        ("A {Foo {Bar} Baz}", f"A {nocase('Foo Bar Baz')}"),
        (r"\emph{E. coli} x", f"<i>{nocase('E. coli')}</i> x"),
        (r"{\emph{E. coli}} x", "<i>E. coli</i> x"),
        (r"{\em Foo} x", "<i>Foo</i> x"),
        (r"{{\em Foo}} x", f"{nocase('<i>Foo</i>')} x"),
        (r"H\textsubscript{2}O {}", "H<sub>2</sub>O "),
        ("{$\\alpha$}", nocase("α")),
    ],
)
def test_braces_protect_case_as_in_bibtex(tex: str, text: str) -> None:
    """At depth 0 a brace protects unless a backslash follows it (btxdoc, section 4, item 10)."""
    assert decode(tex, protect=True) == (text, [])


def test_braces_protect_case_only_on_request() -> None:
    """CSL ignores the braces in a publisher's name."""
    assert decode("The {MIT} Press") == ("The MIT Press", [])


def test_a_literal_tag_is_not_markup() -> None:
    """A word joiner follows its `<`; other `<` are not changed."""
    assert decode("the <i> element, p < 0.05") == ("the <\u2060i> element, p < 0.05", [])


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\'{\textit{ab}}", "<i>áb</i>"),
        (r"\'{\emph{abc} d}", "<i>ábc</i> d"),
        (r"\^{{ab}}", "âb"),
    ],
)
def test_an_accent_on_a_group_applies_to_its_first_letter(tex: str, text: str) -> None:
    """Whatever markup is around it."""
    assert decode(tex) == (text, [])


@given(st.text("ab {}\\$'`-~&%^_\"<>\u00e9\n", max_size=80), st.booleans())
def test_any_text_is_decoded(tex: str, protect: bool) -> None:
    """Nothing raises, and commands that are reported as unknown are in the text."""
    _, unknown = decode(tex, protect)
    assert [name for name in unknown if name not in tex] == []


@given(
    st.text(st.characters(categories=["L", "N", "Zs", "Po", "Sm"], exclude_characters="\\{}$~<`'"))
)
def test_text_without_tex_is_not_changed(text: str) -> None:
    """Except for ligatures."""
    assert decode_text(text) == text


@given(st.text("abc {}", max_size=60))
def test_letters_are_kept_in_any_braces(tex: str) -> None:
    """Protected or not, balanced or not."""
    kept = [char for char in decode_text(tex) if char in "abc"]
    assert kept == [char for char in tex if char in "abc"]


@pytest.mark.parametrize(
    "piece",
    [
        "{", "}", "\\", "$", "~", "`", "'", "-", "<", "\\'{", "\\emph{", "{\\em ", "\\(", "\\[", "\\href{",
        "\\href{}", "\\texorpdfstring{", "\\texorpdfstring{a}{", "\\url{", "\\foo{", "\\$ $", "$x",
        "\\'", "\\'{\\^{a", "\\color{", "$\\hat{", "\\ensuremath{", "\\phantom",
    ],
)  # fmt: skip
def test_long_runs_take_linear_time(piece: str) -> None:
    """Unclosed groups are read without recursion and without repeated scans."""
    assert is_linear(decode_all, lambda size: piece * size)
    assert is_linear(decode_all, lambda size: f"${piece * size}$")


def test_deep_nesting_does_not_recurse() -> None:
    """A hundred thousand closed groups, in text and in a formula."""
    deep = "{" * 100_000 + "x" + "}" * 100_000
    assert decode(deep) == ("x", [])
    assert decode(f"${deep}$") == ("x", [])


@given(st.text(alphabet="aB{} -~'é", max_size=14), st.booleans())
def test_simple_text_is_decoded_like_other_text(tex: str, protect: bool) -> None:
    """Text with flat groups only is decoded in a shorter way, which `<` prevents."""
    assert decode(f"< {tex}", protect)[0] == f"< {decode(tex, protect)[0]}"
