"""Encoding returns TeX that decodes to the same text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from refkit.tex.decode import decode
from refkit.tex.encode import encode

NOCASE = '<span class="nocase">'
SMALL_CAPS = '<span style="font-variant:small-caps;">'


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("plain text, 5 (x)", "plain text, 5 (x)"),
        ("é Ł ß ç ế", "{\\'e} {\\L} {\\ss} {\\c c} {\\'{\\^e}}"),
        ("a_b & 5% of $3 #1", r"a\_b \& 5\% of \$3 \#1"),
        (
            "{x} \\ ~ ^",
            r"{\textbraceleft}x{\textbraceright} {\textbackslash} {\textasciitilde} {\textasciicircum}",
        ),
        ("1–2 — “x”", "1--2 --- ``x''"),
        ("an ‘x’ and ‘é’", "an `x' and `{\\'e}'"),
        ("it’s", "it{\\textquoteright}s"),
        ("a--b ''", "a-{}-b '{}'"),
        ("α ≤ β", r"$\alpha$ $\leq$ $\beta$"),
        ("<i>E. coli</i> m<sup>2</sup>", r"\emph{E. coli} m\textsuperscript{2}"),
        ("東京", "東京"),
    ],
)
def test_ascii_is_written_if_tex_has_a_command(text: str, tex: str) -> None:
    """Characters without a command in TeX are kept."""
    assert encode(text) == tex


@pytest.mark.parametrize(
    ("text", "tex"),
    [("é Ł α “x”", "é Ł α “x”"), ("a & b_c 1–2", r"a \& b\_c 1--2"), ("<b>é</b>", r"\textbf{é}")],
)
def test_only_special_characters_are_escaped_in_unicode(text: str, tex: str) -> None:
    """For biber, which reads Unicode."""
    assert encode(text, unicode=True) == tex


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        (f"The {NOCASE}NASA</span>", "The {NASA}"),
        (f"{NOCASE}École</span>", "{{{\\'E}cole}}"),
        ("<i>Foo</i>", r"{\emph{Foo}}"),
        (f"<i>{NOCASE}E. coli</span></i>", r"\emph{E. coli}"),
        (f"{NOCASE}<i>E. coli</i></span>", r"{{\emph{E. coli}}}"),
    ],
)
def test_titles_keep_protected_text(text: str, tex: str) -> None:
    """Markup that does not protect is a special character to BibTeX, which does not protect either."""
    assert encode(text, protect=True) == tex


CHARACTERS = st.characters(
    categories=["L", "N", "P", "S", "Zs", "M"], exclude_characters="\u2060<>"
)
WORDS = st.text(
    st.one_of(CHARACTERS, st.sampled_from("-'`–—“”‘’?!{}\\$&~^_% ")), min_size=1, max_size=12
)
MARKED = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(
            st.sampled_from(
                [("<i>", "</i>"), ("<b>", "</b>"), ("<sup>", "</sup>"), (SMALL_CAPS, "</span>")]
            ),
            inner,
        ).map(lambda pair: pair[0][0] + pair[1] + pair[0][1]),
    ),
    max_leaves=5,
)
TITLES = st.lists(
    st.one_of(MARKED, MARKED.map(lambda text: f"{NOCASE}{text}</span>")), min_size=1, max_size=4
).map("".join)


@given(MARKED, st.booleans())
def test_encoded_text_decodes_to_the_original(text: str, as_unicode: bool) -> None:
    """In ASCII and in Unicode, with markup."""
    assert decode(encode(text, unicode=as_unicode)) == (text, [])


@given(TITLES, st.booleans())
def test_encoded_titles_decode_to_the_original(text: str, as_unicode: bool) -> None:
    """With protected and unprotected text."""
    assert decode(encode(text, unicode=as_unicode, protect=True), protect=True) == (text, [])


@given(st.text())
def test_any_text_is_encoded_with_balanced_braces(text: str) -> None:
    """The output can be the value of a field."""
    tex = encode(text)
    depth = 0
    for char in tex:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


def test_every_character_of_the_basic_plane_survives_a_round_trip() -> None:
    """One by one, in a title."""
    lost = [
        char
        for char in map(chr, range(32, 0x10000))
        if unicodedata.category(char) != "Cs" and decode(encode(char), protect=True) != (char, [])
    ]
    assert lost == []


@pytest.mark.parametrize("piece", ["<i>", "</i>", "$", "\\", "-", "'", NOCASE, "é", "$\\x"])
def test_long_runs_take_linear_time(piece: str) -> None:
    """Four times as much input takes about four times as long."""
    assert is_linear(lambda text: encode(text, protect=True), lambda size: piece * size)
