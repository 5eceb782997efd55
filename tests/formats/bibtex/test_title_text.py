"""The case of titles in TeX, and braces around their capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit.formats.bibtex.scan import is_balanced
from refkit.formats.bibtex.title_text import TitleText, sentence_case, with_braced_capitals
from refkit.tex.decode import decode

SENTENCE_CASE = {
    "The {H}istory of the Roman Empire": "The {H}istory of the Roman Empire",
    "{Python} Programming in {\\LaTeX} and $X$: A Guide": "{Python} programming in {\\LaTeX} and $X$: A guide",
    'On the \\\'Etudes of Chopin and \\"Uber Water': 'On the \\\'etudes of chopin and \\"uber water',
    "A C{\\^o}t{\\'e} Study Of {\\AE}sop": "A c{\\^o}t{\\'e} study of {\\AE}sop",
    "The \\v{S}koda Works: A \\c Cetin History": "The \\v{s}koda works: A \\c cetin history",
    "Les \\emph{Great} Pieces of Water": "Les \\emph{Great} pieces of water",
    "The history of Rome and of NASA": "The history of Rome and of NASA",
    "DNA and mRNA in Homo Sapiens": "DNA and mRNA in homo sapiens",
    "Proceedings of the 5th Meeting on Rivers": "Proceedings of the 5th meeting on rivers",
    "": "",
}  # fmt: skip


@pytest.mark.parametrize("title", SENTENCE_CASE)
def test_titles_in_title_case_become_sentence_case(title: str) -> None:
    """Text in braces and formulas, acronyms, and titles in another case are unchanged."""
    assert sentence_case(title) == SENTENCE_CASE[title]


def test_names_of_conferences_keep_their_capitals() -> None:
    """On request: in titles of proceedings."""
    title = "Proceedings of the International Conference on Machine Learning"
    assert sentence_case(title, has_names=True) == title
    assert sentence_case(title) != title


@pytest.mark.parametrize(
    ("title", "braced"),
    [
        ("The history of Rome and its DNA", "The history of {Rome} and its {DNA}"),
        ("The history of New York and {Rome}", "The history of {New York} and {Rome}"),
        ("The Roman Wall and DNA of Water", "The Roman Wall and {DNA} of Water"),
        ("A study of \\'Evian water", "A study of \\'Evian water"),
        ("{IBM} and a study of {L}inux", "{IBM} and a study of {L}inux"),
    ],
)
def test_capitals_that_must_be_kept_get_braces(title: str, braced: str) -> None:
    """A second time changes nothing; a capital with an accent command is left as it is."""
    assert with_braced_capitals(title) == braced
    assert with_braced_capitals(braced) == braced


PIECES = st.sampled_from(
    ["Rome", "of", "the", " ", " ", ": ", "{", "}", "{NASA}", "\\'E", "{\\\"u}", "\\LaTeX", "$x^{A}$", "$", "\\", "DNA",
     "{\\em It}", "\\v{S}", "-", "É", "ß", "İ", "5th", "\\$"]
)  # fmt: skip


@given(st.lists(PIECES).map("".join))
def test_only_the_case_of_letters_and_braces_change(title: str) -> None:
    """Whatever the TeX is, valid or not."""
    assert sentence_case(title).lower() == title.lower()
    braced = with_braced_capitals(title)
    assert braced.replace("{", "").replace("}", "") == title.replace("{", "").replace("}", "")
    upper = TitleText(title).in_case(lambda text, _: text.upper())
    assert upper.lower() == title.lower() or len(upper) == len(title)


@given(st.lists(PIECES).map("".join).filter(is_balanced))
def test_braces_do_not_change_the_printed_text(title: str) -> None:
    """The decoded title has the same characters."""
    plain = [
        decode(text)[0].replace('<span class="nocase">', "").replace("</span>", "")
        for text in (title, with_braced_capitals(title))
    ]
    assert plain[0] == plain[1]
