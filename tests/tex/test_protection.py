"""Partly protected words are protected as a whole."""

import time

import pytest

import refkit
from refkit.tex.decode import decode
from refkit.tex.protection import protect_words


def protected(tex: str) -> str:
    """Return decoded TeX with braces for the protected parts."""
    title = protect_words(decode(tex, protect=True)[0])
    return title.replace('<span class="nocase">', "{").replace("</span>", "}")


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("{P}ython for all", "{Python} for all"),
        ("On {B}ib{T}e{X} and {\\LaTeX}", "On {BibTeX} and LaTeX"),
        ("{K}olmogorov's and d'{A}lembert's", "{Kolmogorov's} and {d'Alembert's}"),
        ("two {DNA}s of pre{RNA}", "two {DNAs} of {preRNA}"),
        ("non-{E}uclidean {B}ayes--{N}ash", "non-{Euclidean} {Bayes}–{Nash}"),
        ("the {United States}' role", "the {United States}' role"),
        ("{New} {York}", "{New} {York}"),
        ("{N}{A}{S}{A} {m}{RNA}", "{NASA} {mRNA}"),
        ("{\\O}re{S}und", "{ØreSund}"),
        ("\\emph{{E}. coli} in {U}trecht", "<i>{E. coli}</i> in {Utrecht}"),
        ("'{P}ython' (a {L}anguage)", "'{Python}' (a {Language})"),
        ("{Title of {A}ll}", "{Title of All}"),
        ("no braces", "no braces"),
    ],
)
def test_the_rest_of_a_word_is_protected_with_its_part(tex: str, expected: str) -> None:
    """Words next to it, quotes and parts after hyphens and dashes are not."""
    assert protected(tex) == expected


def test_titles_of_bibtex_have_no_partly_protected_words() -> None:
    """Processors of CSL would print "PYthon" in title case."""
    entry = refkit.loads("@inbook{a, title = {A {P}ython Book}, booktitle = {{P}roc. of {X}}}")["a"]
    assert entry.title == 'A <span class="nocase">Python</span> Book'
    assert '<span class="nocase">Proc</span>. of' in entry.text["container-title"]


def test_long_titles_take_linear_time() -> None:
    """Many partly protected words do not make it slow."""
    title = decode("{A}b{C}d" * 5_000 + " " + "{A}b " * 5_000, protect=True)[0]
    start = time.process_time()
    protect_words(title)
    assert time.process_time() - start < 2
